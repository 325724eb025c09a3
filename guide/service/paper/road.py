"""A card's main road, and what leads off it, as a sheet of paper needs them: its points, each with steps and branches.

A card is a graph; a sheet is read from the top. The main road is what one meets who has the least serious answer to
every question that has an order of severity, and any answer to the others. All else is a branch, with when it applies.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from guide.core.content import ASK, BY, EXIT, INCLUDE, OUTCOME, RECORD, SIGNS, TASK, Card, Node, Point
from guide.core.lay import Laid, Place, targets
from guide.core.record import record
from guide.service.guide import Guide
from guide.service.paper import words

OFF_THE_ROAD: Final = frozenset({"mistenkt", "raad_foresatte"})
"""Whoever is asked whom the suspicion concerns, or what may be said at home, has left the main road."""
STOPS: Final = frozenset({SIGNS, RECORD, TASK, OUTCOME})
_NUMBER: Final = re.compile(r"(?:(?:punkt )|(?=(?:rad|del) \d))(.*)")


MOST_NOT: Final = 3
"""With fewer answers than this that lead elsewhere, and more that lead here, it is those that are named."""
MANY: Final = 14
"""A point with more stops than this is no road but a table."""


@record
class Step:
    """What is done at one stop. `when` brings one there, `ages` is for whom, `places` (number, title) in the plan."""

    node: str
    title: str
    when: str = ""
    ages: str = ""
    urgency: str = ""
    report: str = ""
    guardians: str = ""
    duties: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()


@record
class PointOnPaper:
    """A point of the card; `plan` are (number, title) of the plan's own points that its stops cite."""

    id: str
    title: str
    plan: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    branches: tuple[Step, ...]

    @property
    def table(self) -> bool:
        """Whether the point is to be a table."""
        steps = (*self.steps, *self.branches)
        rows = {number for step in steps for number, _ in step.places if number.startswith(words.ROW)}
        return len(rows) > 1 and sum(bool(step.services) for step in steps) > MANY


def points_on_paper(guide: Guide, card_id: str) -> tuple[PointOnPaper, ...]:
    """Every point of the card in its order; a card without points is one point. Raises LayError."""
    road = Road(guide, card_id)
    card = guide.content.cards[card_id]
    return tuple(road.point(point) for point in card.points or (Point("", card.title),))


def deadlines_of(laid: Laid) -> tuple[str, ...]:
    """Every deadline of the card and of what it includes, in words."""
    return tuple(dict.fromkeys(text for place in laid.nodes.values() for text in _deadlines(laid, place)))


def place_number(place: str) -> str:
    """The number that the plan gives a place («2a» of «punkt 2a», «rad 3», «del 2»), empty where it has none."""
    found = _NUMBER.search(place)
    return found[1] if found else ""


class Road:
    """The main road of one card; finds the steps and the branches of its points."""

    def __init__(self, guide: Guide, card_id: str) -> None:
        self.content, self.laid = guide.content, guide.laid(card_id)
        self.laid.nodes.whole()
        self.card: Card = self.content.cards[card_id]
        self.main = self.calm(self.laid.start)

    def calm(self, start: str) -> set[str]:
        """What one meets from `start` on with the least serious answers, up to outcomes."""
        found, left = set[str](), [start]
        while left:
            at = left.pop()
            if at in found or at not in self.laid.nodes:
                continue
            found.add(at)
            place = self.laid.nodes[at]
            left += [place.go] if at == start and place.kind == OUTCOME and place.go else self._ways(place)
        return found

    def _ways(self, place: Place) -> list[str]:
        if place.kind == OUTCOME or place.fact in OFF_THE_ROAD:
            return []
        if place.kind not in (ASK, BY):
            return list(targets(place))
        fact = self.laid.fact(place.fact)
        # what the card sets is only asked again where a round forgets it
        stands = place.kind == BY or fact.id in self.laid.lasting
        known = (self.laid.init.get(fact.id, "") if stands else "") or (fact.default if place.kind == BY else "")
        if known and place.target(known):
            return [to for to in (place.target(known),) if to]
        values = [value for level in fact.order for value in level if value in place.edges]
        return [place.edges[values[0]]] if values else list(targets(place))

    def point(self, point: Point) -> PointOnPaper:
        """One point, with the branches that change how urgent it is, the duty or whom to ring."""
        nodes = [node for node in self.card.nodes.values() if node.point == point.id]
        begin = ""
        if not any(node.kind in STOPS and self._on(node) for node in nodes):
            begin = self._begin(nodes)
        more = self.calm(begin) if begin else set[str]()
        steps, aside = list[Step](), list[Node]()
        for node in nodes:
            if self._on(node, more, begin):
                steps.append(self.step(node, self.when(node, own=False) if node.kind == OUTCOME else ""))
            elif node.kind in (TASK, OUTCOME) or (node.kind == INCLUDE and self.step(node).deadlines):
                aside.append(node)
        if not any(
            node.kind in STOPS for node in nodes
        ):  # a point that only asks: what it asks first, and where it leads
            first = next((node for node in nodes if node.kind == ASK), None)
            steps = [self.step(node) for node in nodes if node is first or node.kind == INCLUDE]
        kept = tuple(_once(steps))
        titles = {step.title for step in kept}
        others = tuple(
            step for step in _once(self.step(node, self.when(node)) for node in aside) if step.title not in titles
        )
        return PointOnPaper(point.id, point.title, self._plan(nodes), kept, others)

    def _on(self, node: Node, more: Collection[str] = (), begin: str = "") -> bool:
        """Whether a stop is a step of the main road: advice on reporting is none, nor what a `by` turns off to.

        `more` is what follows from `begin`, the stop that a point off the main road begins with.
        """
        if node.kind not in (*STOPS, INCLUDE) or not (node.id in self.main or node.id in more):
            return False
        if node.id == begin:
            return True
        before = self._before(node) if node.kind in (TASK, OUTCOME) else ()
        if before and all(other.kind == BY for other in before):
            return False
        return node.kind != OUTCOME or node.report == "not_now"

    def _before(self, node: Node) -> list[Node]:
        """The stops and turns of the same card that lead straight to `node`."""
        ways = ((other, (*other.answers, *other.exits, ("", other.go))) for other in self.card.nodes.values())
        return [other for other, to in ways if node.id in (target for _, target in to)]

    def _begin(self, nodes: Iterable[Node]) -> str:
        """Where a point off the main road begins: at its plainest duty to report, else at its first stop."""
        stops = [node for node in nodes if node.kind in (*STOPS, INCLUDE)]
        musts = [node.id for node in stops if node.report == "must" and node.guardians == "inform_unless"]
        return next(iter([*musts, *(node.id for node in stops)]), "")

    def step(self, node: Node, when: str = "") -> Step:
        """A stop, or a shared card that is gone through, as a step."""
        title = self.content.cards[node.text].title if node.kind == INCLUDE else node.text
        inside = [p for p in self.laid.nodes.values() if p.id == node.id or p.id.startswith(node.id + "/")]
        return Step(
            node=node.id,
            title=words.TITLES.get(node.kind, words.TITLE).format(title=title),
            when=when,
            ages=self._ages(node),
            urgency=node.urgency,
            report=node.report,
            guardians=node.guardians,
            duties=node.duties,
            services=tuple(service for service, _ in node.contact),
            deadlines=tuple(dict.fromkeys(text for place in inside for text in _deadlines(self.laid, place))),
            places=tuple(self._cited([node])),
        )

    def when(self, node: Node, own: bool = True) -> str:
        """What brings one to a stop: the answers before it, else (with `own`) what its advice is for."""
        found = {said for other in self._before(node) if other.answers and (said := self._answered(other, node.id))}
        said = found.pop() if len(found) == 1 else ""
        about = words.WHEN.get(node.report, "") if own or said else ""
        turned = any(other.kind == BY for other in self._before(node))
        if said and about and turned:  # what is known tells two pieces of advice apart, but not duty from doubt
            return words.BOTH.format(about=about, answered=said)
        return words.ONE.format(text=said or about) if said or (about and own) else ""

    def _answered(self, other: Node, to: str) -> str:
        """The answers at `other` that lead to `to`, in words; empty where all do."""
        fact = self.laid.fact(other.fact)
        if fact.kind == "years":
            return ""
        never = self._elsewhere(other)
        there = [fact.words(value) for value, target in other.answers if target == to and value not in never]
        others = [fact.words(value) for value, target in other.answers if target != to or value in never]
        if not (there and others):
            return ""
        template = words.ANSWERED if other.kind == ASK else words.KNOWN
        said = words.either(there)
        if len(others) < MOST_NOT < len(there):
            said = words.EXCEPT.format(answers=words.either(others))
        return template.format(question=other.text if other.kind == ASK else fact.about, answers=said)

    def _elsewhere(self, turn: Node) -> set[str]:
        """Values that never come to a `by`, since the shared card before it leaves by another exit on them."""
        nodes = self._before(turn)
        before = {f"{node.id}/" for node in nodes if node.kind == INCLUDE and turn.kind == BY and len(nodes) == 1}
        inside = [p for p in self.laid.nodes.values() if p.prefix in before and p.fact == turn.fact]
        ends = {(value, self.laid.nodes[to]) for place in inside for value, to in place.edges.items()}
        return {value for value, end in ends if end.kind == EXIT and end.go != turn.id}

    def _ages(self, node: Node) -> str:
        """For whom a stop is, where an age leads to it."""
        asked = [other for other in self._before(node) if other.answers and self.laid.fact(other.fact).kind == "years"]
        values = [value for other in asked for value, to in other.answers if to == node.id and value[0].isdigit()]
        return words.listed([words.years(value) for value in dict.fromkeys(values)])

    def _plan(self, nodes: Iterable[Node]) -> tuple[tuple[str, str], ...]:
        """The plan's points under this one: their number begins as its own, or its stops cite them first."""
        return tuple(pair for pair in self._cited(nodes) if self._home(pair) in {node.point for node in nodes})

    def _home(self, pair: tuple[str, str]) -> str:
        """The point of the card that a point of the plan stands under."""
        citing = [node for node in self.card.nodes.values() if pair in self._cited([node])]
        alike = (point.id for point in self.card.points if pair[0].startswith(point.id))
        return next(alike, citing[0].point)

    def _cited(self, nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
        """(number, title) of each numbered point of the municipality's plan that `nodes` cite, once."""
        pack = self.content.packs[self.card.pack]
        for source in dict.fromkeys(source for node in nodes for source in node.source):
            kind, _, name = source.partition(":")
            if kind == pack.id and name in pack.points and (number := place_number(pack.points[name].place)):
                yield number, pack.points[name].title


def _once(steps: Iterable[Step]) -> Iterator[Step]:
    """Each title once, with all that is said of it: when, where in the plan, by when."""
    kept: dict[str, Step] = {}
    for step in steps:
        kept.setdefault(step.title, step)
    yield from kept.values()


def _deadlines(laid: Laid, place: Place) -> Iterator[str]:
    """The deadlines of a place in words, each with the date that it is counted from."""
    for rule in place.node.deadlines:
        node, _, name = (rule.on or rule.start).partition(".")
        anchor = laid.nodes.get(place.prefix + node)
        label = next((f.label for f in anchor.node.fields if f.id == name), "") if anchor else ""
        if rule.on:
            yield words.DUE_ON.format(label=label)
        else:
            one = "one" if rule.within == 1 else "many"
            yield words.DUE[rule.unit, one].format(number=rule.within, label=label)
