"""What one card says otherwise in two versions: every pair of stops, with the shortest walk of both to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from guide.checks.diff.nearest import PASSES, Budget, Found, GaveUpError, nearest
from guide.checks.diff.product import Product, State
from guide.checks.diff.replay import lines, replayed
from guide.checks.diff.search import ADDED, ANSWER, EXIT_TO, REMOVED, Goal, Looked, look, whose
from guide.checks.diff.serious import OTHER, WEAKER_DUTY, Change, serious
from guide.checks.diff.versions import (
    DUTIES,
    FIRST,
    NEW,
    OLD,
    OTHERS,
    STOP,
    Fields,
    Ident,
    Versions,
    leads_to,
    says,
    turns,
)
from guide.core.content import BACK, BY, EXIT, INCLUDE, OUTCOME, Card
from guide.core.invariants import binding
from guide.core.lay import Laid, Place, lay


@dataclass(frozen=True, slots=True)
class Difference:
    """Two stops of a walk that say something else."""

    card: str
    """The card that the new stop belongs to (the old one's where there is no new)."""
    idents: tuple[Ident, Ident]
    what: tuple[str, ...]
    titles: tuple[str, str]
    """What stands at the stops; empty where there is none."""
    changes: tuple[Change, ...]
    walk: tuple[str, ...]
    cards: tuple[str, ...] = ()
    """Every card on whose walks it is met."""
    alarm: str = ""
    fact: str = ""
    """Of an answer: the fact."""
    value: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """The same for the same difference in another card; an alarm's exits lead elsewhere from each card."""
        cards = self.cards if EXIT_TO in self.what else ()
        return whose(self.idents, self.what), self.what, self.value, self.changes, cards


@dataclass(slots=True)
class Compared:
    """All of one card. `unproved`: pairs of stops (by title) for which no walk was found before the limit."""

    differences: list[Difference] = field(default_factory=list)
    unproved: list[tuple[str, str, str]] = field(default_factory=list)
    pairs: int = 0
    """Pairs of nodes that were looked at."""


def compare(versions: Versions, card: str) -> Compared:
    """Everything that a card of both versions says otherwise on some walk, its alarms opened from the start among them.

    Raises LayError.
    """
    found = Compared()
    if unchanged(versions, card):
        return found
    laid = lay(versions.old, card), lay(versions.new, card)
    alarms = [name for name in laid[NEW].alarms if name in laid[OLD].alarms]
    waiting = [hunt for alarm in ("", *alarms) for hunt in _hunts(Product(versions, laid, alarm), found)]
    order = {hunt: number for number, hunt in enumerate(waiting)}
    waiting.sort(key=lambda hunt: hunt.serious)
    budget = Budget()
    met: dict[_Hunt, Difference] = {}
    for most in PASSES:
        waiting = [hunt for hunt in waiting if not _settled(hunt, card, (budget, most), met)]
    found.differences = [met[hunt] for hunt in sorted(met, key=order.__getitem__)]
    found.unproved = [(card, *_titles(hunt.product, hunt.goals[0])) for hunt in waiting]
    return found


def unchanged(versions: Versions, card: str) -> bool:
    """Whether nothing that a card is made of has been touched."""
    old, new = versions.old, versions.new
    if old.facts != new.facts or old.duties != new.duties or old.lists != new.lists:
        return False
    return all(old.cards.get(name) == new.cards.get(name) for name in made_of(versions, card))


def made_of(versions: Versions, card: str) -> set[str]:
    """A card, with all that it includes or opens by a key, in either version."""
    found: set[str] = set()
    waiting = [card]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for side in (OLD, NEW) for other in _parts(versions.content(side).cards.get(name))]
    return found


def _parts(card: Card | None) -> Iterator[str]:
    if card is not None:
        yield from (node.text for node in card.nodes.values() if node.kind == "include")
        yield from (name for name, _ in card.alarms)


@dataclass(frozen=True, slots=True, eq=False)
class _Hunt:
    """What a walk is looked for to: all pairs of stops with the same difference."""

    product: Product
    looked: Looked
    goals: list[Goal]
    serious: int


def _hunts(product: Product, found: Compared) -> Iterator[_Hunt]:
    looked = look(product)
    found.pairs += len(looked.ways)
    groups: dict[tuple[object, ...], list[Goal]] = {}
    for goal in looked.goals:
        groups.setdefault(goal.key, []).append(goal)
    for goals in groups.values():
        yield _Hunt(product, looked, goals, min(_serious(product, goal) for goal in goals))


def _serious(product: Product, goal: Goal) -> int:
    """How serious a difference may be, before it is known whether there is a walk to it."""
    if goal.what == (DUTIES,):
        return WEAKER_DUTY
    if goal.what in ((EXIT_TO,), (ANSWER,), (ADDED,), (REMOVED,)):
        return OTHER
    return serious(_fields(product.versions, *product.places(goal.pair), goal.what))


def _settled(hunt: _Hunt, card: str, allowed: tuple[Budget, int], met: dict[_Hunt, Difference]) -> bool:
    """Whether a walk is found, or that there is none."""
    product, pairs = hunt.product, {goal.pair for goal in hunt.goals}
    fits = (lambda state: len(set(_duties(product, state))) > 1) if hunt.goals[0].what == (DUTIES,) else None
    try:
        way = nearest(product, hunt.looked, pairs, allowed, fits)
    except GaveUpError:
        return False
    if way is None:
        return True
    if replayed(product, way) is None:
        return False
    goal = next(goal for goal in hunt.goals if goal.pair == way.end.pair)
    met[hunt] = _difference(product, card, goal, way)
    return True


def _duties(product: Product, state: State) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The duties that bind at two advices, each version with its own facts and rules."""
    old, new = (
        binding(place, product.joint.known(state.held, side), product.versions.content(side).duties)
        for side, place in enumerate(product.places(state.pair))
    )
    return old, new


def _titles(product: Product, goal: Goal) -> tuple[str, str]:
    old, new = (_title(product.laid[side], place) for side, place in enumerate(product.places(goal.pair)))
    return ("" if goal.what == (ADDED,) else old), ("" if goal.what == (REMOVED,) else new)


def _title(laid: Laid, place: Place) -> str:
    """The words of a stop; of a turn that nobody sees, those of the first stop behind it."""
    seen = 0
    while place.kind in ("include", "exit") and place.go != BACK and seen < len(laid.nodes):
        place, seen = laid.nodes[place.go], seen + 1
    return place.node.text if place.kind not in ("include", "exit", "by") else ""


def _difference(product: Product, card: str, goal: Goal, way: Found) -> Difference:
    old, new = product.places(goal.pair)
    changes = tuple(_changes(product, goal, way, old, new))
    where = old.card if goal.what == (REMOVED,) else new.card
    return Difference(
        card=where,
        idents=goal.idents,
        what=goal.what,
        titles=_titles(product, goal),
        changes=changes,
        walk=lines(product, way),
        cards=(card,),
        alarm=product.alarm,
        fact=new.fact if goal.what == (ANSWER,) else "",
        value=goal.value,
    )


def _changes(product: Product, goal: Goal, way: Found, old: Place, new: Place) -> Iterator[Change]:
    """Each field with what it was and is, in plain values."""
    versions = product.versions
    if goal.what == (DUTIES,):
        yield DUTIES, *_duties(product, way.end)
    elif goal.what == (EXIT_TO,):
        to = [leads_to(versions, side, product.laid[side], place) for side, place in enumerate((old, new))]
        yield EXIT_TO, _exit_words(product, OLD, old, to[OLD]), _exit_words(product, NEW, new, to[NEW])
    elif goal.what == (ANSWER,):
        sides = [(place.target(goal.value) or "") for place in (old, new)]
        titles = [(_title(product.laid[s], product.place(s, at)),) if at else () for s, at in enumerate(sides)]
        yield ANSWER, titles[OLD], titles[NEW]
    elif goal.what in ((ADDED,), (REMOVED,)):
        yield goal.what[0], ("",) if goal.what == (REMOVED,) else (), ("",) if goal.what == (ADDED,) else ()
    else:
        yield from _fields(versions, old, new, goal.what)


def _exit_words(product: Product, side: int, place: Place, to: Ident) -> tuple[str, ...]:
    """The first stops behind an exit: one, or those that a fact turns to."""
    return () if to == ("", BACK) else tuple(dict.fromkeys(_firsts(product.laid[side], place.go, set())))


def _firsts(laid: Laid, name: str, seen: set[str]) -> Iterator[str]:
    if name in seen or name == BACK:
        return
    seen.add(name)
    place = laid.nodes[name]
    if place.kind == BY:
        for _, to in turns(place):
            yield from _firsts(laid, to, seen)
    elif place.kind in (INCLUDE, EXIT):
        yield from _firsts(laid, place.go, seen)
    else:
        yield place.node.text


def _fields(versions: Versions, old: Place, new: Place, what: Iterable[str]) -> Iterator[Change]:
    said: tuple[Fields, Fields] = says(versions, OLD, old), says(versions, NEW, new)
    if STOP in what:
        yield STOP, (old.node.text,), (new.node.text,)
        if old.kind == new.kind == OUTCOME:
            for key in ("urgency", "report", "guardians", FIRST):
                if said[OLD][key] != said[NEW][key]:
                    yield key, said[OLD][key], said[NEW][key]
        return
    for key in what:
        before, after = said[OLD][key], said[NEW][key]
        if key == OTHERS:
            first = {*said[OLD][FIRST], *said[NEW][FIRST]}
            if {*before} - first == {*after} - first:
                continue
        yield key, before, after


__all__ = ["Compared", "Difference", "compare", "made_of", "unchanged"]
