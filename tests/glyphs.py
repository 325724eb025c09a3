"""The signs that the Windows console has in its fonts (Consolas, Cascadia): the old code pages, and a few of WGL4."""

from __future__ import annotations

from typing import Final

_PAGES: Final = "".join(
    bytes(range(0x80, 0x100)).decode(page, "ignore") for page in ("cp437", "cp850", "cp865", "cp1252")
)
_LOW: Final = "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼"
"""What code page 437 draws for the control codes."""
_WGL4: Final = "●"
"""Of Microsoft's list for its fonts (WGL4), what the app uses and the code pages lack."""
KNOWN: Final = frozenset(_PAGES + _LOW + _WGL4 + "".join(map(chr, range(0x20, 0x7F))))


def outside(text: str) -> set[str]:
    """The signs in `text` that the console may not have."""
    return {sign for sign in text if sign > " "} - KNOWN
