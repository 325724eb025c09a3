"""What a map shows: a card's stops in bands, each with the edges that lead on from it. All words are ready to print."""

from __future__ import annotations

from typing import Final

from guide.core.record import record

BACK: Final = ""
"""Target of an edge that leads back to where one was: only an alarm's exit does that."""
ALARM: Final = "alarm"
"""The kind of a stop that is open from everywhere; it is no node of the card's own."""


@record
class Edge:
    """One way on: an answer, «ferdig», what comes after a waiting point, or an exit. `target` is a stop's id."""

    source: str
    label: str
    target: str


@record
class Mark:
    """A sign with its words, so that no colour carries meaning. `shape` names how it is drawn (boxes.py)."""

    shape: str
    words: str


@record
class Detail:
    """What a stop says in full under one heading; for the page, not for the drawing."""

    title: str
    lines: tuple[str, ...]


@record
class Stop:
    """One node of the card, or one of its alarms. `end`: words where no edge leads on."""

    id: str
    kind: str
    kind_words: str
    title: str
    lines: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    edges: tuple[Edge, ...] = ()
    details: tuple[Detail, ...] = ()
    end: str = ""


@record
class Band:
    """The stops of one point of the plan, in reading order. `prefix` begins their numbers («2» gives 2.1, 2.2 …)."""

    prefix: str
    title: str
    stops: tuple[Stop, ...]


@record
class CardMap:
    """A whole card. `version` and `footer` are whole sentences."""

    card: str
    title: str
    about: str
    version: str
    footer: str
    start: str
    bands: tuple[Band, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All stops, alarms first."""
        return tuple(stop for band in self.bands for stop in band.stops)


NUMBER: Final = "{prefix}.{number}"
NUMBER_PLAIN: Final = "{number}"


def number_of(prefix: str, number: int) -> str:
    """«2.14»; without a prefix «14»."""
    return (NUMBER if prefix else NUMBER_PLAIN).format(prefix=prefix, number=number)
