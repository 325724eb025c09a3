"""The app's own look: warm paper and deep green, by day and by night. Nothing here is told by colour alone."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

LIGHT: Final = Theme(
    name="lys",
    dark=False,
    primary="#14594f",
    secondary="#3d5a57",
    accent="#14594f",
    error="#9c1c2b",
    warning="#7d4600",
    success="#1d633a",
    background="#f8f6f1",
    surface="#fffefb",
    panel="#efece4",
    foreground="#22302e",
    variables={
        "text-muted": "#55625f",
        "row-at": "#d9e8e3",
        "plate": "#e4efeb",
        "alarm-background": "#f4e1de",
        "alarm-foreground": "#861523",
        "scrollbar": "#c9c5ba",
        "scrollbar-hover": "#a9a498",
        "scrollbar-active": "#14594f",
        "scrollbar-background": "#f8f6f1",
        "scrollbar-background-hover": "#f8f6f1",
        "scrollbar-background-active": "#f8f6f1",
        "input-cursor-background": "#22302e",
        "input-cursor-foreground": "#f8f6f1",
        "screen-selection-background": "#bcd8cf",
        "screen-selection-foreground": "#22302e",
    },
)
DARK: Final = Theme(
    name="mork",
    dark=True,
    primary="#8ccfc2",
    secondary="#a9bcb8",
    accent="#8ccfc2",
    error="#ffa59d",
    warning="#f1c274",
    success="#93d6a2",
    background="#141819",
    surface="#1d2325",
    panel="#1b2123",
    foreground="#e7e9e4",
    variables={
        "text-muted": "#a2aeab",
        "row-at": "#263a3b",
        "plate": "#1f3132",
        "alarm-background": "#381f21",
        "alarm-foreground": "#ffc4be",
        "scrollbar": "#3a4547",
        "scrollbar-hover": "#566466",
        "scrollbar-active": "#8ccfc2",
        "scrollbar-background": "#141819",
        "scrollbar-background-hover": "#141819",
        "scrollbar-background-active": "#141819",
        "input-cursor-background": "#e7e9e4",
        "input-cursor-foreground": "#141819",
        "screen-selection-background": "#35575a",
        "screen-selection-foreground": "#e7e9e4",
    },
)
CONTRAST: Final = Theme(
    name="kontrast",
    dark=True,
    primary="#7fe9ff",
    secondary="#e0e0e0",
    accent="#7fe9ff",
    error="#ffb8b0",
    warning="#ffdc66",
    success="#8cf59a",
    background="#000000",
    surface="#1c1c1c",
    panel="#121212",
    foreground="#ffffff",
    variables={
        "text-muted": "#d6d6d6",
        "row-at": "#003a52",
        "plate": "#1c1c1c",
        "alarm-background": "#5c0010",
        "alarm-foreground": "#ffffff",
        "scrollbar": "#8a8a8a",
        "scrollbar-hover": "#d6d6d6",
        "scrollbar-active": "#7fe9ff",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#000000",
        "screen-selection-background": "#ffffff",
        "screen-selection-foreground": "#000000",
    },
)
THEMES: Final = (DARK, LIGHT, CONTRAST)
"""In the order in which the key goes round them."""
OWN: Final = ("row-at", "plate", "alarm-background", "alarm-foreground")
"""Our own variables, which Textual's themes don't have."""

URGENCY: Final = {
    "now": ("▲", "bold $error"),
    "today": ("■", "bold $warning"),
    "deadline": ("●", "bold $primary"),
    "routine": ("○", "bold $secondary"),
}
"""Symbol and style of an urgency; the words come from service.words."""
STATES: Final = {
    "open": ("●", "$success"),
    "always": ("●", "$success"),
    "unknown": ("?", "$warning"),
    "closed": ("○", "$text-muted"),
}
"""Symbol and style of a contact's state; the words come with the contact."""
