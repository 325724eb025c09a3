"""Titled lists of sentences as Markdown, and as plain lines for the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guide.exports.markdown import escaped

Lists = Iterable[tuple[str, Sequence[str]]]


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
