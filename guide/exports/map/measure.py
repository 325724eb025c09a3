"""How wide a text is when printed. The widths are those of DejaVu Sans, the widest of the fonts that the map asks for.

A page that is opened where only a narrower font is found (Arial, Helvetica, Liberation) has more room, never less.
"""

from __future__ import annotations

import unicodedata
from array import array
from typing import Final

FONTS: Final = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif"

_REGULAR_WIDTHS: Final = """
318 401 460 838 637 951 780 275 391 391 501 838 318 361 318 337 637 637 637 637 637 637 637 637
637 637 337 337 838 838 838 531 1001 685 687 699 771 632 576 775 752 295 295 656 558 863 749 788
604 788 695 635 611 732 685 989 686 611 686 391 337 391 838 501 501 613 635 550 635 616 353 635
634 278 278 580 278 975 634 612 635 635 412 521 393 634 592 818 592 592 525 637 337 637 838"""
_BOLD_WIDTHS: Final = """
349 457 521 838 696 1002 873 307 458 458 523 838 380 416 380 366 696 696 696 696 696 696 696 696
696 696 400 400 838 838 838 581 1001 774 763 734 831 684 684 821 837 373 373 775 638 996 837 851
733 851 771 721 683 813 774 1104 771 725 726 458 366 458 838 501 501 675 716 593 716 679 436 716
712 343 343 666 343 1042 712 688 716 716 494 596 479 712 652 924 646 652 583 712 366 712 838"""
_REGULAR: Final = array("H", map(int, _REGULAR_WIDTHS.split()))
_BOLD: Final = array("H", map(int, _BOLD_WIDTHS.split()))
"""Of the characters from space to ~, in thousandths of the font's size."""
_OTHERS: Final = {"«": 646, "»": 646, "–": 501, "·": 380, "§": 501, "→": 838, "ø": 688, "Ø": 851, "æ": 1048, "Æ": 1085}
_WIDEST: Final = 1400
"""Of a letter that is not known here (Chinese, emoji): such a letter takes no more than this with any fallback font."""


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in the unit of `size`, the font's size."""
    table = _BOLD if bold else _REGULAR
    return sum(_letter(letter, table) for letter in text) * size / 1000


def _letter(letter: str, table: array[int]) -> int:
    code = ord(letter)
    if 32 <= code < 127:
        return table[code - 32]
    if letter in _OTHERS:
        return _OTHERS[letter]
    base = unicodedata.normalize("NFD", letter)[0]  # å is as wide as a
    return table[ord(base) - 32] if 32 <= ord(base) < 127 else _WIDEST


def wrap(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than `room`; a word that is too long by itself is cut between letters."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width(joined, size, bold) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, room, size, bold)
        lines += whole
    return [*lines, line] if line or not lines else lines


def _cut(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word in pieces that have room; most words are one."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
