"""Titled lists of sentences as Markdown, and as plain lines for the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from guide.core.text import clean

_SIGNS: Final = re.compile(r"([\\`*_{}\[\]<>#+|!&~$@])|(?<=^)([-=])|(?<=^[0-9])([.)])")
"""What Markdown, or HTML inside it, could take for more than a letter."""
_ADDRESS: Final = re.compile(r"(?i)(https?|ftp|mailto)(:)|(www)(\.)")

Lists = Iterable[tuple[str, Sequence[str]]]


def escaped(text: str) -> str:
    """One line of text that Markdown shows as it is, without links or markup."""
    line = _SIGNS.sub(r"\\\g<0>", " ".join(clean(text).split()))
    return _ADDRESS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", line)


def as_markdown(title: str, lists: Lists) -> str:
    """A document with a title, and a heading with a list for each part."""
    parts = [f"# {escaped(title)}\n"]
    parts += [
        f"## {escaped(heading)}\n" + "".join(f"- {escaped(line)}\n" for line in lines) for heading, lines in lists
    ]
    return "\n".join(parts)


def as_lines(title: str, lists: Lists) -> str:
    """The same for a terminal."""
    parts = [f"{title}\n"]
    parts += [f"{heading}\n" + "".join(f"  – {line}\n" for line in lines) for heading, lines in lists]
    return "\n".join(parts)
