"""What frames every screen: the line at the top, the emergency line, the keys, and «vinduet er for lite»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.widget import Widget

from guide.core.emergency import NUMBERS
from guide.tui import strings
from guide.tui.keys import Key
from guide.tui.text import joined, plain

LEAST_WIDTH: Final = 40
LEAST_HEIGHT: Final = 12
MOST_KEYS: Final = 5
LEAST_ROOM: Final = 3
BETWEEN: Final = "   "


class TopLine(Widget):
    """Where one is, and at the right how to get help. `note` replaces it for a while."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._place, self._note = "", "", ""

    def show(self, title: str, place: str) -> None:
        """What stands at the left, and at the right where there is room."""
        if (title, place, "") != (self._title, self._place, self._note):
            self._title, self._place, self._note = title, place, ""
            self.refresh()

    def say(self, note: str) -> None:
        """Says something until the next step."""
        self._note = note
        self.refresh()

    def render(self) -> Content:
        """The line at the width that there is."""
        width = self.content_size.width
        left = plain(self._note, "bold $success") if self._note else plain(self._title, "bold $primary")
        left = left.truncate(width, ellipsis=True)
        right = plain(self._place, "$text-muted")
        room = width - left.cell_length - right.cell_length
        return left.extend_right(room) + right if room >= LEAST_ROOM else left


class EmergencyLine(Widget):
    """The three numbers, always there, from code. A click opens them."""

    def render(self) -> Content:
        """The long line, or the short one where there is no room."""
        phones = {
            "police": NUMBERS["politi_nod"].phone,
            "ambulance": NUMBERS["amk"].phone,
            "fire": NUMBERS["brann"].phone,
        }
        long = plain(strings.EMERGENCY_LINE.format(**phones))
        return long if long.cell_length <= self.content_size.width else plain(strings.EMERGENCY_SHORT.format(**phones))

    async def on_click(self) -> None:
        """The same as the key."""
        await self.run_action("app.emergency")


class KeyBar(Widget):
    """At most five keys, as many as there is room for, the first ones first. A click presses the key."""

    def __init__(self, keys: Sequence[Key] = ()) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def show(self, keys: Sequence[Key]) -> None:
        """Shows these keys instead."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

    def render(self) -> Content:
        """The keys that there is room for."""
        return joined((part for part, _ in self._fitting()), BETWEEN)

    def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked."""
        at = event.get_content_offset(self)
        left = 0
        for part, key in self._fitting():
            if at and left <= at.x < left + part.cell_length and key.keys:
                self.app.simulate_key(key.keys.partition(",")[0])
            left += part.cell_length + len(BETWEEN)

    def _fitting(self) -> list[tuple[Content, Key]]:
        found: list[tuple[Content, Key]] = []
        left = self.content_size.width
        for key in self._keys[:MOST_KEYS]:
            part = joined([plain(key.shown, "bold $primary"), plain(key.short, "$text-muted")], " ")
            left -= part.cell_length + (len(BETWEEN) if found else 0)
            if left < 0:
                break
            found.append((part, key))
        return found


class TooSmall(Widget):
    """All that is shown below 40×12, with the numbers."""

    def render(self) -> Content:
        """The sentence and the numbers."""
        numbers = " ".join(point.phone for point in NUMBERS.values())
        lines = plain(strings.TOO_SMALL), plain(strings.TOO_SMALL_EMERGENCY.format(numbers=numbers), "bold $error")
        return joined(lines, "\n")
