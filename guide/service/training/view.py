"""A quick situation, as every kind of quick practice makes it and every front end shows it. All of it is clean text."""

from __future__ import annotations

from guide.core.exercise import RIGHT, WRONG
from guide.core.record import record


@record
class Option:
    """An answer with its verdict (right, possible, wrong, grave; empty: nothing is said of it), and why."""

    text: str
    kind: str
    why: str = ""


@record
class Quick:
    """One situation. `clock` and `story` say when and what; `why` is a heading, `because` the sentences under it.

    `sources` are the titles of the points and paragraphs that the answer rests on.
    """

    clock: str
    ask: str
    options: tuple[Option, ...]
    story: tuple[str, ...] = ()
    why: str = ""
    because: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def right(self) -> Option:
        """The right answer, the first where there are several."""
        return next(option for option in self.options if option.kind == RIGHT)


def options_of(texts: tuple[str, ...], right: str) -> tuple[Option, ...]:
    """Options of which one is right and the others are wrong."""
    return tuple(Option(text, RIGHT if text == right else WRONG) for text in texts)
