"""Every pair of stops where the two versions may say something else, over all walks at once.

For each pair of nodes it is kept what every fact may be there (`joint.py`), so that each pair is looked at a few times,
not once for every way to it; pairs that lead to the same, with the same known, are not looked behind at all. What is
found may rest on facts that do not go together: `nearest.py` looks for a real walk, and only that is a difference.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from guide.checks.diff.alike import Classes, classes
from guide.checks.diff.joint import Held, Joint, alike, either
from guide.checks.diff.product import OVER, Pair, Product, State
from guide.checks.diff.versions import DUTIES, KIND, NEW, OLD, STOP, Ident, Versions, leads_to, says
from guide.core.advice import DUTIES as ALL_DUTIES
from guide.core.content import EXIT, OUTCOME, DutyRule

ADDED, REMOVED, ANSWER, EXIT_TO = "added", "removed", "answer", "exit"


@dataclass(frozen=True, slots=True)
class Goal:
    """Two stops that may say something else. `what`: fields of an advice, or one of the marks above."""

    pair: Pair
    idents: tuple[Ident, Ident]
    what: tuple[str, ...]
    value: str = ""
    """Of `answer`: the answer that only one version offers."""

    @property
    def key(self) -> tuple[object, ...]:
        """The same for the same difference, wherever the nodes are laid in."""
        return whose(self.idents, self.what), self.what, self.value


def whose(idents: tuple[Ident, Ident], what: tuple[str, ...]) -> tuple[Ident, ...]:
    """The nodes that a difference is about: of a task that has come or gone the task alone, not what is opposite."""
    if what in ((ADDED,), (REMOVED,)):
        return (idents[NEW if what == (ADDED,) else OLD],)
    return idents


@dataclass(slots=True)
class Looked:
    """What the search has seen: what may be known at each pair, which pair leads to which, and what may differ."""

    held: dict[Pair, Held] = field(default_factory=dict)
    ways: dict[Pair, dict[Pair, int]] = field(default_factory=dict)
    """By pair: those that come next, with the keys that a person presses for it."""
    goals: list[Goal] = field(default_factory=list)
    into: dict[Pair, list[tuple[Pair, int]]] = field(default_factory=dict)
    """`ways`, by the pair that is come to."""
    reads: dict[Pair, int] = field(default_factory=dict)
    """Kept by `nearest.py`: the facts, as bits, that a step from a pair rests on."""


def look(product: Product) -> Looked:
    """Looks at everything."""
    same = classes(product.versions, product.laid, product.values, product.alarm)
    found, waiting = Looked(), deque[Pair]()
    queued: set[Pair] = set()

    def come(pair: Pair, held: Held) -> None:
        old = found.held.get(pair)
        now = held if old is None else either(old, held)
        if now != old:
            found.held[pair] = now
            if pair not in queued:
                queued.add(pair)
                waiting.append(pair)

    for profile in product.profiles():
        state = product.start(profile)
        come(state.pair, state.held)
    while waiting:
        pair = waiting.popleft()
        queued.discard(pair)
        if OVER in pair or _nothing_behind(same, pair, found.held[pair]):
            continue
        ways = found.ways.setdefault(pair, {})
        for step, state in product.follow(State(pair, found.held[pair])):
            ways[state.pair] = int(step.person)
            come(state.pair, state.held)
    for pair, ways in found.ways.items():
        for to, cost in ways.items():
            found.into.setdefault(to, []).append((pair, cost))
    found.goals = [goal for pair in found.ways for goal in _goals(product, pair, found.held[pair])]
    return found


def _nothing_behind(same: Classes, pair: Pair, held: Held) -> bool:
    """Whether both lead to the same, knowing the same."""
    old, new = pair
    return same[OLD][old] == same[NEW][new] and all(map(alike, held))


def _goals(product: Product, pair: Pair, held: Held) -> Iterator[Goal]:
    old, new = product.places(pair)
    versions = product.versions
    idents = versions.of(OLD, old), versions.of(NEW, new)
    if product.both_ask(pair):
        offered = product.offered(OLD, old.id), product.offered(NEW, new.id)
        for value in product.values[old.fact]:
            if (value in offered[OLD]) != (value in offered[NEW]):
                yield Goal(pair, idents, (ANSWER,), value)
    if not product.both_say(pair):
        return
    if EXIT in (old.kind, new.kind):
        if what := _left(product, pair):
            yield Goal(pair, idents, what)
        return
    if what := differing(product, pair):
        yield Goal(pair, idents, what)
    if old.kind == new.kind == OUTCOME and STOP not in what and _duties_may_differ(product, pair, held):
        yield Goal(pair, idents, (DUTIES,))


def _left(product: Product, pair: Pair) -> tuple[str, ...]:
    """Where an alarm is left, in one version or both."""
    old, new = product.places(pair)
    if old.kind != new.kind:
        return (STOP,)
    to = tuple(leads_to(product.versions, side, product.laid[side], place) for side, place in enumerate((old, new)))
    return (EXIT_TO,) if to[OLD] != to[NEW] else ()


def differing(product: Product, pair: Pair) -> tuple[str, ...]:
    """What two stops say otherwise, but for duties."""
    versions, (old, new) = product.versions, product.places(pair)
    if not versions.same(old, new):
        moves = product.goes_on(old, new)
        return ({(True, False): (REMOVED,), (False, True): (ADDED,)}).get(moves, (STOP,))
    said = says(versions, OLD, old), says(versions, NEW, new)
    return tuple(key for key in said[OLD] if key != KIND and said[OLD][key] != said[NEW][key])


def _duties_may_differ(product: Product, pair: Pair, held: Held) -> bool:
    """Whether some duty may bind in one version only, with facts that may be there."""
    old, new = product.places(pair)
    rules = product.versions.old.duties, product.versions.new.duties
    for duty in ALL_DUTIES:
        own = duty in old.node.duties, duty in new.node.duties
        if all(own):
            continue
        if own[OLD] != own[NEW]:
            return True
        mine = [rule for rule in {*rules[OLD], *rules[NEW]} if rule.duty == duty]
        if any(_may_differ(product.joint, rule, rules, held) for rule in mine):
            return True
    return False


def _may_differ(
    joint: Joint, rule: DutyRule, rules: tuple[tuple[DutyRule, ...], tuple[DutyRule, ...]], held: Held
) -> bool:
    """Whether a rule may hold in one version and not in the other."""
    ways = {(rule in rules[OLD], rule in rules[NEW])}
    for fact, values in rule.given:
        may = joint.may(held, fact) if fact in joint.slot else {("", "")}
        holds = {((old[1:] or "ikke_spurt") in values, (new[1:] or "ikke_spurt") in values) for old, new in may}
        ways = {(a and c, b and d) for a, b in ways for c, d in holds}
    return any(old != new for old, new in ways)


__all__ = ["ADDED", "ANSWER", "EXIT_TO", "REMOVED", "Goal", "Looked", "Versions", "differing", "look", "whose"]
