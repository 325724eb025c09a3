"""Where a card can lead, seen from its arrows alone: no answers are weighed here (the proofs do that)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from guide.core.content import BACK, EXIT, INCLUDE, OUTCOME, Card, Content, Node
from guide.core.lay import Laid, targets


def reached(content: Content, card: Card, alone: bool = True) -> set[str]:
    """The nodes that can be come to from the start and from where alarms lead. With `alone`, past exits too."""
    ways = [card.start, *(to for _, exits in card.alarms for _, to in exits if to != BACK)]
    seen: set[str] = set()
    while ways:
        name = ways.pop()
        if name not in seen and name in card.nodes:
            seen.add(name)
            ways += onward(content, card.nodes[name], alone)
    return seen


def onward(content: Content, node: Node, alone: bool = True) -> Iterator[str]:
    """Where a node leads. An exit of an included card counts only when that card can come to it."""
    if node.kind == INCLUDE:
        taken = _exits(content, node.text)
        yield from (to for name, to in node.exits if name in taken)
    elif node.go and (node.kind != EXIT or alone):
        yield node.go
    yield from (to for _, to in node.answers)


def _exits(content: Content, name: str) -> set[str]:
    """The exits that an included card can come to. Cards in use never include themselves."""
    card = content.cards[name]
    nodes = [card.nodes[node] for node in reached(content, card, alone=False)]
    return {node.text for node in nodes if node.kind == EXIT}


def traps(laid: Laid) -> list[list[str]]:
    """Groups of nodes that can be come to and that lead only to each other, in the order of the graph."""
    edges = _edges(laid)
    inside = _from(edges, [laid.start, *(alarm.start for alarm in laid.alarms.values())])
    back: dict[str, list[str]] = {}
    for name, others in edges.items():
        for other in others:
            back.setdefault(other, []).append(name)
    ends = [name for name, place in laid.nodes.items() if place.kind == OUTCOME and not place.go]
    # an alarm that leads back leads to where one was: whoever can raise it can also go on from there
    ends += [name for name, place in laid.nodes.items() if BACK in targets(place)]
    stuck = inside - _from(back, ends)
    order = {name: index for index, name in enumerate(laid.nodes)}
    groups = _tangles({name: edges[name] for name in sorted(stuck, key=order.__getitem__)}) if stuck else ()
    return [
        sorted(group, key=order.__getitem__)
        for group in groups
        if all(set(edges[name]) <= set(group) for name in group)
    ]


def circles(laid: Laid) -> list[list[str]]:
    """The circles that pass no node marked `loop`, each as the nodes it may pass, in the order of the graph."""
    edges = {
        name: [other for other in others if not laid.nodes[other].node.loop]
        for name, others in _edges(laid).items()
        if not laid.nodes[name].node.loop
    }
    order = {name: index for index, name in enumerate(laid.nodes)}
    return [
        sorted(group, key=order.__getitem__)
        for group in _tangles(edges)
        if len(group) > 1 or group[0] in edges[group[0]]
    ]


def _edges(laid: Laid) -> dict[str, list[str]]:
    """Node → where it leads; `back` leads to nowhere of its own."""
    return {name: [to for to in targets(place) if to in laid.nodes] for name, place in laid.nodes.items()}


def _from(edges: Mapping[str, Iterable[str]], starts: Iterable[str]) -> set[str]:
    """Everything that can be come to."""
    seen: set[str] = set()
    ways = list(starts)
    while ways:
        name = ways.pop()
        if name not in seen:
            seen.add(name)
            ways += edges.get(name, ())
    return seen


def _tangles(edges: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Groups of nodes that can all come to each other (Tarjan's algorithm, without recursion)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: dict[str, None] = {}
    for root in edges:
        work = [(root, iter(edges[root]))] if root not in number else []
        if work:
            number[root] = low[root] = len(number)
            open_[root] = None
        while work:
            name, rest = work[-1]
            other = next(rest, None)
            if other is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == number[name]:
                    names = list(open_)
                    group = names[names.index(name) :]
                    for member in group:
                        del open_[member]
                    yield group
            elif other not in number:
                number[other] = low[other] = len(number)
                open_[other] = None
                work.append((other, iter(edges[other])))
            elif other in open_:
                low[name] = min(low[name], number[other])
