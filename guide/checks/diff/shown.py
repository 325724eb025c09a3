"""What stands at a pair of nodes of two laid cards, and whether one goes on from there."""

from __future__ import annotations

from typing import NamedTuple

from guide.checks.diff.joint import Held, Joint
from guide.checks.diff.versions import NEW, OLD, SAYS, Versions, exit_stop
from guide.core.content import ASK, BACK, EXIT, INCLUDE
from guide.core.lay import Laid, Place

OVER = ""
"""In place of a node: this walk is over, or leads nowhere."""
Pair = tuple[str, str]


class State(NamedTuple):
    """A node of each card, and what may be known."""

    pair: Pair
    held: Held


class Step(NamedTuple):
    """What a person gives at a pair: in which version (or both), and what. Empty values: nothing to say."""

    old: str | None
    new: str | None
    """None: this version stays where it is."""
    person: bool = True
    """False: the card goes on by itself."""


class Shown:
    """The two cards, side by side. `alarm`: not the cards themselves are walked, but this alarm of theirs."""

    def __init__(self, versions: Versions, laid: tuple[Laid, Laid], alarm: str = "") -> None:
        """Both cards laid, each by its own version."""
        self.versions, self.laid, self.alarm = versions, laid, alarm
        self.values = _values(laid)
        self.joint = Joint(tuple(self.values), (laid[OLD].lasting, laid[NEW].lasting))
        self._ways: list[dict[str, dict[str, frozenset[str]]]] = [{}, {}]
        self._offered: list[dict[str, frozenset[str]]] = [{}, {}]

    def place(self, side: int, at: str) -> Place:
        """A node of one of the cards."""
        return self.laid[side].nodes[at]

    def places(self, pair: Pair) -> tuple[Place, Place]:
        """Both nodes; neither walk may be over."""
        return self.place(OLD, pair[OLD]), self.place(NEW, pair[NEW])

    def says(self, side: int, at: str) -> bool:
        """Whether one stands at a task, an advice, or the exit of the alarm."""
        place = self.place(side, at)
        return place.kind in SAYS or exit_stop(place, self.alarm)

    def both_say(self, pair: Pair) -> bool:
        """Whether the two are compared here."""
        return OVER not in pair and self.says(OLD, pair[OLD]) and self.says(NEW, pair[NEW])

    def both_ask(self, pair: Pair) -> str:
        """The fact that both ask for at this pair, empty where they do not."""
        if OVER in pair:
            return ""
        old, new = self.places(pair)
        return old.fact if old.kind == new.kind == ASK and old.fact == new.fact else ""

    def offered(self, side: int, at: str) -> frozenset[str]:
        """The values that lead somewhere at an ask or a by."""
        found = self._offered[side].get(at)
        if found is None:
            place = self.place(side, at)
            found = frozenset(v for v in self.values[place.fact] if place.target(v) is not None)
            self._offered[side][at] = found
        return found

    def ways_of(self, side: int, place: Place) -> dict[str, frozenset[str]]:
        """By target of an ask or a by: the values that lead there."""
        ways = self._ways[side].get(place.id)
        if ways is None:
            found: dict[str, set[str]] = {}
            for value in self.offered(side, place.id):
                found.setdefault(place.target(value) or "", set()).add(value)
            ways = self._ways[side][place.id] = {to: frozenset(values) for to, values in sorted(found.items())}
        return ways

    def laid_between(self, place: Place) -> bool:
        """Whether nobody stops here: it is only the way from one card to another."""
        return place.kind in (INCLUDE, EXIT) and not exit_stop(place, self.alarm)

    def goes_on(self, old: Place, new: Place) -> tuple[bool, bool]:
        """Which of two stops is gone on from, once they have been compared.

        Both, where they are the same, or the same comes after them; one alone, where it is a task that the other
        version does not have at all; none otherwise: from there the two are walks of different cases.
        """
        if EXIT in (old.kind, new.kind):
            return False, False
        if self.versions.same(old, new):
            return True, True
        gone = not self.versions.in_both(self.versions.of(OLD, old))
        come = not self.versions.in_both(self.versions.of(NEW, new))
        if gone != come and (old if gone else new).kind == "task" and (old if gone else new).go:
            return gone, come
        both = bool(old.go and new.go) and ((gone and come) or self._after(OLD, old) == self._after(NEW, new))
        return both, both

    def _after(self, side: int, place: Place) -> object:
        to = place.go
        return BACK if to == BACK else self.versions.of(side, self.place(side, to))


def _values(laid: tuple[Laid, Laid]) -> dict[str, tuple[str, ...]]:
    """The values of each fact in either version; of years, the first of each range that either tells apart."""
    found: dict[str, tuple[str, ...]] = {}
    facts = {**laid[OLD].facts, **laid[NEW].facts}
    for name, fact in facts.items():
        if fact.kind == "years":
            places = [place for side in laid for place in side.nodes.values() if place.fact == name]
            borders = {0} | {low for place in places for low, _, _ in place.ages}
            borders |= {high + 1 for place in places for _, high, _ in place.ages if high < 130}
            found[name] = (*(str(year) for year in sorted(borders)), fact.unknown)
        else:
            both = [value for side in laid if name in side.facts for value, _ in side.facts[name].values]
            found[name] = tuple(dict.fromkeys(both))
    return found
