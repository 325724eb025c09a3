"""Text as Markdown that shows it and does nothing else: no link, no HTML, no list, no heading comes of it."""

from __future__ import annotations

import re
from typing import Final

from guide.core.text import clean

_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>#+|!&~$@]|^[-=]")
"""What Markdown, or HTML inside it, could take for more than a letter; at the start of a line two more."""
_NUMBER: Final = re.compile(r"^(\d+)([.)])(?=\s|$)")
_ADDRESS: Final = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)")
"""What some readers make a link of by itself."""


def escaped(text: str) -> str:
    """One line of text, hidden signs shown, with all that could be markup escaped."""
    line = _SIGNS.sub(r"\\\g<0>", " ".join(clean(text).split()))
    line = _NUMBER.sub(r"\1\\\2", line)
    return _ADDRESS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", line)
