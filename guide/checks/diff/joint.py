"""What is known in both versions at once, fact by fact.

Of each fact: the pairs (in the old card, in the new card) that it may be. One pair for each fact is a real walk; more
of them stand for many walks at once, where only which values of *two facts* go together is forgotten. So every real
walk is in a search over them, and what the two versions share of a fact is never lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

Status = str
"""Empty: not known; `+value`: fresh; `-value`: known and to be asked again."""
May = frozenset[tuple[Status, Status]]
Held = tuple[May, ...]
NOTHING: Final[May] = frozenset({("", "")})


def alike(may: May) -> bool:
    """Whether a fact is the same in both versions, whatever it is."""
    return all(old == new for old, new in may)


class Joint:
    """The facts of one pair of cards, in their order, and what happens to what may be of them."""

    def __init__(self, facts: Iterable[str], lasting: tuple[Collection[str], Collection[str]]) -> None:
        """`lasting`: by version, the facts that no round forgets."""
        self.facts = tuple(facts)
        self.slot = {fact: index for index, fact in enumerate(self.facts)}
        self._fading = [[i for i, fact in enumerate(self.facts) if fact not in lasting[side]] for side in (0, 1)]
        self._kept: dict[tuple[object, ...], May] = {}

    def begun(self, known: Mapping[str, str]) -> Held:
        """At the start of a walk, the same in both."""
        return tuple(frozenset({(f"+{known[f]}",) * 2}) if f in known else NOTHING for f in self.facts)

    def renewed(self, held: Held, side: int, only: Iterable[int] | None = None) -> Held:
        """A new round in one version (or an alarm's own questions, `only`): what was fresh is to be asked again."""
        out = list(held)
        for index in self._fading[side] if only is None else only:
            out[index] = self._faded(held[index], side)
        return tuple(out)

    def _faded(self, may: May, side: int) -> May:
        key = ("fade", may, side)
        if key not in self._kept:
            self._kept[key] = frozenset(_with(pair, side, pair[side].replace("+", "-", 1)) for pair in may)
        return self._kept[key]

    def where(self, may: May, side: int, values: frozenset[str], stale: bool) -> May:
        """Those pairs where one version knows one of `values`: fresh, or also `stale`."""
        key = ("where", may, side, values, stale)
        if key not in self._kept:
            self._kept[key] = frozenset(
                pair for pair in may if pair[side][1:] in values and (stale or pair[side][:1] == "+")
            )
        return self._kept[key]

    def answered(self, may: May, side: int, value: str, offered: frozenset[str]) -> May:
        """After one version alone has been answered `value`; empty where it cannot be.

        One person answers both: what the other version has been told in this round is told again, where it is offered.
        """
        key = ("answer", may, side, value, offered)
        if key not in self._kept:
            self._kept[key] = frozenset(
                _with(pair, side, f"+{value}")
                for pair in may
                if pair[1 - side][:1] != "+" or pair[1 - side][1:] == value or pair[1 - side][1:] not in offered
            )
        return self._kept[key]

    def put(self, held: Held, fact: str, may: May) -> Held:
        """`held` with one fact being something else."""
        at = self.slot[fact]
        return (*held[:at], may, *held[at + 1 :])

    def may(self, held: Held, fact: str) -> May:
        """What one fact may be."""
        return held[self.slot[fact]]

    def without_age(self, may: May) -> May:
        """A fact of which only the value matters, not whether it would be asked again."""
        key = ("value", may)
        if key not in self._kept:
            self._kept[key] = frozenset((old.replace("-", "+", 1), new.replace("-", "+", 1)) for old, new in may)
        return self._kept[key]

    def known(self, held: Held, side: int) -> dict[str, str]:
        """The values of a real walk: each fact is one thing there."""
        pairs = zip(self.facts, held, strict=True)
        return {fact: status[1:] for fact, may in pairs for status in [next(iter(may))[side]] if status}


def _with(pair: tuple[Status, Status], side: int, status: Status) -> tuple[Status, Status]:
    return (pair[0], status) if side else (status, pair[1])


def either(one: Held, other: Held) -> Held:
    """What may be on either way."""
    if one == other:
        return one
    return tuple(a if a is b or b <= a else a | b for a, b in zip(one, other, strict=True))
