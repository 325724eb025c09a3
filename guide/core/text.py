"""Text on its way in: one normal form, nothing in it that a terminal or a reader could be tricked by."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# C0 except tab and newline, DEL, C1, soft hyphen, bidi marks and overrides, zero width, line and paragraph
# separators, byte order mark, interlinear marks, object replacement, tags, lone surrogates, variation selectors
# that only hide (security.md § 5.4), and what is no character in any plane (no Word file may have it).
FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(chr(p << 16 | n) for p in range(1, 17) for n in (0xFFFE, 0xFFFF))
    + "]"
)


def clean(text: str, most: int = 8000) -> str:
    """`text` in NFC, without control, bidi, zero-width and other hidden characters, at most `most` characters.

    A carriage return becomes a newline. Used for what comes from argv, settings, paste and file names; the YAML
    reader refuses such characters instead, so that an editor learns where they are.
    """
    if text.isascii() and text.isprintable():
        return text[:most]
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", FORBIDDEN.sub("", plain))[:most]


def hidden(text: str) -> re.Match[str] | None:
    """The first character that `clean` would remove, where there is one (a carriage return in CRLF is none)."""
    if text.isascii() and text.isprintable():
        return None
    return FORBIDDEN.search(text.replace("\r\n", "\n"))
