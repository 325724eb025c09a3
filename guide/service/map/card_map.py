"""A card as it is written, as a map: its nodes, its alarms, and every way on from them with its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from guide.core.content import BACK, BY, EXIT, INCLUDE, OUTCOME, Card, Content, Fact, Node
from guide.core.text import clean
from guide.exports.map import model
from guide.exports.map.html import page
from guide.exports.map.mermaid import mermaid
from guide.exports.map.model import ALARM, Band, CardMap, Edge, Mark, Stop
from guide.exports.map.svg import picture
from guide.service import words
from guide.service.dates import write_date
from guide.service.map import words as map_words
from guide.service.map.details import details, fact_of
from guide.service.said import report_words

FORMATS: Final = {"svg": picture, "html": page, "mermaid": mermaid}


class Counts(NamedTuple):
    """What a card has: its nodes, its alarms, and the ways on from both."""

    nodes: int
    alarms: int
    edges: int


def counts(card: Card) -> Counts:
    """The card's nodes and edges as it is written: includes are one node each, `back` is an edge to no node.

    An edge is an answer of an ask or a by, a `go`, `then` or `alone`, an exit of an include, and an exit of an alarm.
    """
    own = sum(len(node.answers) + len(node.exits) + bool(node.go) for node in card.nodes.values())
    return Counts(len(card.nodes), len(card.alarms), own + sum(len(exits) for _, exits in card.alarms))


def drawn(content: Content, card: str, form: str) -> str:
    """The map of a card in one of FORMATS. Raises KeyError for a card or a format that there is not."""
    return FORMATS[form](card_map(content, content.cards[card]))


def card_map(content: Content, card: Card) -> CardMap:
    """The card with all words that the map shows."""
    pack = content.packs.get(card.pack)
    version = map_words.VERSION.format(
        card=card.id,
        pack=pack.name if pack else card.pack,
        version=pack.version if pack else "",
        reviewed=write_date(pack.reviewed) if pack else "",
    )
    bands = tuple(band for band in (_alarms(content, card), *_bands(content, card)) if band.stops)
    return CardMap(
        clean(card.id),
        clean(card.title),
        clean(card.about),
        clean(version),
        map_words.FOOTER,
        card.start,
        bands,
    )


def reading_order(card: Card) -> list[str]:
    """Every node once: what can be reached from the start first, and there what leads to a node comes before it,
    circles apart, and ways stay together; then, in the same order, what only an alarm leads to.
    """
    seen: set[str] = set()
    roots = dict.fromkeys([card.start, *(to for _, exits in card.alarms for _, to in exits), *card.nodes])
    parts = []
    for root in roots:
        if root in card.nodes:
            after: list[str] = []
            _depth_first(card, root, seen, after)
            parts.append(after[::-1])
    # what only an alarm leads to comes last: the card's own way is drawn whole, and is joined by number
    return [id for part in parts for id in part]


def _depth_first(card: Card, root: str, seen: set[str], after: list[str]) -> None:
    """Appends what can be reached from `root` and is not seen, each node after all that it leads to."""
    if root in seen:
        return
    seen.add(root)
    stack = [(root, _targets(card.nodes[root]))]
    while stack:
        id, targets = stack[-1]
        nearest = next((to for to in targets if to in card.nodes and to not in seen), None)
        if nearest is None:
            after.append(id)
            stack.pop()
        else:
            seen.add(nearest)
            stack.append((nearest, _targets(card.nodes[nearest])))


def _targets(node: Node) -> Iterator[str]:
    """Where a node leads, last first: what is visited last is read first."""
    return iter([to for to in (*(t for _, t in node.answers), *(t for _, t in node.exits), node.go) if to][::-1])


def _bands(content: Content, card: Card) -> Iterator[Band]:
    order = reading_order(card)
    titles = {point.id: map_words.BAND.format(id=point.id, title=point.title) for point in card.points}
    for point in dict.fromkeys((*titles, *(card.nodes[id].point for id in order))):
        stops = tuple(_stop(content, card, card.nodes[id]) for id in order if card.nodes[id].point == point)
        yield Band(clean(point), clean(titles.get(point, map_words.NO_POINT)), stops)


def _alarms(content: Content, card: Card) -> Band:
    stops = []
    for other, exits in card.alarms:
        edges = tuple(Edge(f"!{other}", exit_words(name), _target(to)) for name, to in exits)
        lines = (map_words.ALARM_LINE, clean(map_words.CARD_LINE.format(card=other)))
        stops.append(Stop(f"!{other}", ALARM, map_words.KINDS[ALARM], _title(content, other), lines, (), edges))
    return Band(map_words.ALARM_PREFIX, map_words.ALARMS, tuple(stops))


def _target(to: str) -> str:
    return model.BACK if to == BACK else to


def exit_words(name: str) -> str:
    """The name of an exit, as one reads it."""
    return clean(map_words.EXITS.get(name, name))


def _title(content: Content, card: str) -> str:
    return clean(content.cards[card].title if card in content.cards else card)


def _stop(content: Content, card: Card, node: Node) -> Stop:
    fact = fact_of(content, card, node)
    lines = [clean(map_words.CARD_LINE.format(card=node.text))] if node.kind == INCLUDE else []
    lines += [map_words.ANEW] if node.anew else []
    lines += _deadlines(card, node)
    edges = tuple(Edge(node.id, label, to) for label, to in _edges(node, fact))
    end = "" if edges else map_words.END_EXIT if node.kind == EXIT else map_words.END
    return Stop(
        node.id,
        node.kind,
        map_words.KINDS[node.kind],
        _shown(content, node, fact),
        tuple(lines),
        _marks(node),
        edges,
        details(content, card, node),
        end,
    )


def _shown(content: Content, node: Node, fact: Fact | None) -> str:
    if node.kind == BY:
        return clean(map_words.BY_TITLE.format(about=(fact and fact.about) or node.fact))
    if node.kind == INCLUDE:
        return _title(content, node.text)
    return clean(map_words.EXIT_TITLE.format(name=exit_words(node.text)) if node.kind == EXIT else node.text)


def _edges(node: Node, fact: Fact | None) -> Iterator[tuple[str, str]]:
    for value, to in node.answers:
        yield clean(answer_words(fact, value)), to
    for name, to in node.exits:
        yield exit_words(name), to
    if node.go:
        yield {OUTCOME: map_words.THEN, EXIT: map_words.ALONE}.get(node.kind, map_words.DONE), node.go


def answer_words(fact: Fact | None, value: str) -> str:
    """An answer as one reads it; ages in words: «0–9 år», «12 år», «17 år eller eldre»."""
    if fact is None or fact.kind != "years" or value == fact.unknown:
        return fact.words(value) if fact else value
    low, dash, high = value.partition("-")
    form = map_words.AGE if not dash else map_words.AGES if high else map_words.AGES_OPEN
    return form.format(low=low, high=high)


def _deadlines(card: Card, node: Node) -> Iterator[str]:
    for deadline in node.deadlines:
        record, _, name = (deadline.on or deadline.start).partition(".")
        fields = card.nodes[record].fields if record in card.nodes else ()
        label = next((field.label for field in fields if field.id == name), name)
        forms: Mapping[str, str] = map_words.DEADLINE_ONE if deadline.within == 1 else map_words.DEADLINE
        form = map_words.DEADLINE_ON if deadline.on else forms[deadline.unit]
        yield clean(form.format(within=deadline.within, start=label))


def _marks(node: Node) -> tuple[Mark, ...]:
    """How urgent it is, the answer on the duty to report, and what else binds: in words, each with a shape."""
    if node.kind != OUTCOME:
        return ()
    duties = tuple(Mark("duty", words.DUTIES[duty]) for duty in node.duties)
    urgency = Mark(node.urgency, words.URGENCY[node.urgency])
    report = Mark(node.report, report_words(node, node.duties)[0])
    return (urgency, report, *duties)
