"""A comparison as text and as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.diff.whole import Changes
from guide.core.text import clean
from guide.exports.markdown import escaped
from guide.service.diffing import words as say
from guide.service.diffing.diffing import sections


def as_text(found: Changes) -> Iterator[str]:
    """A line each, for the terminal."""
    if found.nothing:
        yield say.NOTHING
    for section in sections(found):
        yield ""
        yield _line(section.title)
        for entry in section.entries:
            yield f"  {_line(entry.title)}"
            yield from (f"    {_line(line)}" for line in entry.lines)
            if entry.walk:
                yield f"    {say.SO}"
                yield from (f"      {number}. {_line(line)}" for number, line in enumerate(entry.walk, 1))


def as_markdown(found: Changes) -> Iterator[str]:
    """A note for staff. No text of the content becomes markup, a link or HTML."""
    yield f"# {say.TITLE}"
    if found.nothing:
        yield f"\n{say.NOTHING}"
    for section in sections(found):
        yield f"\n## {escaped(section.title)}"
        for entry in section.entries:
            yield f"\n### {escaped(entry.title)}"
            yield from (f"- {escaped(line)}" for line in entry.lines)
            if entry.walk:
                yield f"\n{say.SO}\n"
                yield from (f"{number}. {escaped(line)}" for number, line in enumerate(entry.walk, 1))


def _line(text: str) -> str:
    return " ".join(clean(text).split())
