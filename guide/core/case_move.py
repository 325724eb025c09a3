"""Moving a walk on to a newer version of its card: replayed by the names of nodes, `was:` among them.

Where what was given no longer fits, the walk stops and asks again; the old answer stands there as chosen before, and in
the case's history. What lies after it is taken up again when the question has been answered.
"""

from __future__ import annotations

from collections.abc import Mapping

from guide.core.content import ALARM_MARK, Node, SignList
from guide.core.lay import Laid, Place
from guide.core.record import record, replace
from guide.core.step import StuckError
from guide.core.walk import ALARM, ANSWER, NOTE, TICK, Move, Walk, WalkError, begin


@record
class Moved:
    """`walk` on the newer card; `unfit` is what did not fit it, as it was given on the old one."""

    walk: Walk
    unfit: tuple[Move, ...]


@record
class Difference:
    """A node of the case's way that is not as it was: `new` is None where it is gone."""

    id: str
    old: Node
    new: Node | None


def moved_on(walk: Walk, laid: Laid, lists: Mapping[str, SignList]) -> Moved:
    """`walk` replayed on a newer card. Raises StuckError where the newer card leads nowhere from its start."""
    names = new_names(laid)
    left = [(_renamed(move, names), move) for move in walk.moves]
    back = [(_renamed(move, names), move) for move in walk.kept]  # one has gone back from these: they are not redone
    unfit = list[Move]()
    fresh = begin(laid, lists, walk.profile)
    while not fresh.state.ended:
        stop = fresh.state.stop, fresh.state.visits.get(fresh.state.stop, 0)
        at = next((i for i, (move, _) in enumerate(left) if (move.node, move.visit) == stop), -1)
        if at < 0:
            break
        here, before = left.pop(at)
        try:
            if not _fits(fresh.place, here, lists):
                raise WalkError(here.kind)
            fresh = fresh._apply(here)
        except (WalkError, StuckError, KeyError):
            unfit.append(before)
            if here.kind != ALARM:  # it stays as what was chosen here before
                left.insert(0, (here, before))
                break
    left += back
    if fresh.state.ended:
        return Moved(fresh, (*unfit, *(before for _, before in left)))
    return Moved(replace(fresh, kept=tuple(move for move, _ in left)), tuple(unfit))


def new_names(laid: Laid) -> dict[str, str]:
    """From every name that a place of the graph has had, in itself or in what it is laid in, to the one it has."""
    names: dict[str, tuple[str, ...]] = {}

    def all_of(place: Place) -> tuple[str, ...]:
        if place.id not in names:
            own = (place.node.id, *place.node.was)
            names[place.id] = tuple(prefix + name for prefix in prefixes(place.prefix) for name in own)
        return names[place.id]

    def prefixes(prefix: str) -> tuple[str, ...]:
        outer = prefix[:-1]
        if not prefix or (prefix.startswith(ALARM_MARK) and outer not in laid.nodes):
            return (prefix,)
        return tuple(f"{name}/" for name in all_of(laid.nodes[outer]))

    found: dict[str, str] = {}
    for place in laid.nodes.values():
        for name in all_of(place)[1:]:
            if name not in laid.nodes:  # a name that is in use now means what it says
                found.setdefault(name, place.id)
    return found


def differences(walk: Walk, laid: Laid) -> tuple[Difference, ...]:
    """The nodes that the walk has passed which are otherwise in `laid`, in the order of the way, each once."""
    names = new_names(laid)
    found: dict[str, Difference] = {}
    for id in (*(passed.node for passed in walk.state.path), walk.state.stop):
        old, place = walk.laid.nodes[id].node, laid.nodes.get(names.get(id, id))
        if place is None:
            found[id] = Difference(id, old, None)
        elif _shown(old) != _shown(place.node):
            found[id] = Difference(id, old, place.node)
    return tuple(found.values())


def _shown(node: Node) -> Node:
    """A node without its names, which nobody sees."""
    return replace(node, id="", was=(), go="", exits=(), answers=tuple((value, "") for value, _ in node.answers))


def _renamed(move: Move, names: Mapping[str, str]) -> Move:
    return replace(move, node=names.get(move.node, move.node))


def _fits(place: Place, move: Move, lists: Mapping[str, SignList]) -> bool:
    """Whether what was given can be given here still: the answer, the signs and the fields are all there."""
    if move.kind == ANSWER:
        return place.kind == "ask" and place.target(move.answer) is not None
    if move.kind == TICK:
        return place.kind == "signs" and set(move.ticked) <= {sign.id for sign in lists[place.node.list].signs}
    if move.kind == NOTE:
        return place.kind == "record" and {name for name, _ in move.fields} == {field.id for field in place.node.fields}
    return move.kind == ALARM or place.kind in ("task", "outcome")
