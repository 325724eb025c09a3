"""Random edits of small cards, as somebody who mends a card might make them."""

from __future__ import annotations

from random import Random

from guide.core.advice import DUTIES, GUARDIANS, REPORT, URGENCY
from guide.core.content import ASK, OUTCOME, TASK, Card, Content, Deadline, DutyRule, Node
from guide.core.record import replace

CARDS = ("p/hoved", "felles/del")


def with_duties(content: Content, rng: Random) -> Content:
    """The content with a rule that a fact brings a duty."""
    fact = rng.choice([f for f in content.facts.values() if f.kind != "years"])
    rule = DutyRule("r", ((fact.id, (rng.choice(fact.values)[0],)),), rng.choice(DUTIES), "Si fra.")
    return replace(content, duties=(rule,))


def edited(content: Content, rng: Random) -> Content:
    """The content with one to three edits of its card or of the one that it includes."""
    for _ in range(rng.randint(1, 3)):
        name = rng.choice([card for card in CARDS if card in content.cards])
        card = content.cards[name]
        made = rng.choice(EDITS)(card, content, rng)
        content = replace(content, cards={**content.cards, name: made})
    return content


def _with(card: Card, node: Node, was: str = "") -> Card:
    nodes = {
        (node.id if name == (was or node.id) else name): (node if name == (was or node.id) else each)
        for name, each in card.nodes.items()
    }
    return replace(card, nodes=nodes)


def _some(card: Card, rng: Random, *kinds: str) -> Node | None:
    found = [node for node in card.nodes.values() if node.kind in kinds]
    return rng.choice(found) if found else None


def advice(card: Card, content: Content, rng: Random) -> Card:
    """One value of an outcome is another."""
    node = _some(card, rng, OUTCOME)
    if node is None:
        return card
    changes = [
        {"urgency": rng.choice(URGENCY)},
        {"report": rng.choice(REPORT)},
        {"guardians": rng.choice(GUARDIANS)},
        {"duties": (rng.choice(DUTIES),)},
        {"contact": tuple(reversed(node.contact))},
        {"deadlines": (Deadline("d", rng.randint(1, 5), start="x.y"),)},
    ]
    return _with(card, replace(node, **rng.choice(changes)))


def leads(card: Card, content: Content, rng: Random) -> Card:
    """An answer leads to where another of the question leads."""
    node = _some(card, rng, ASK)
    if node is None:
        return card
    ways = [to for _, to in node.answers]
    at = rng.randrange(len(ways))
    return _with(
        card,
        replace(
            node, answers=tuple((v, rng.choice(ways) if i == at else to) for i, (v, to) in enumerate(node.answers))
        ),
    )


def reordered(card: Card, content: Content, rng: Random) -> Card:
    """Nodes and answers stand in another order, and all texts are others."""
    names = list(card.nodes)
    rng.shuffle(names)
    nodes = {n: card.nodes[n] for n in names}
    return replace(card, nodes={n: replace(x, answers=tuple(reversed(x.answers)), help="Ny") for n, x in nodes.items()})


def renamed(card: Card, content: Content, rng: Random) -> Card:
    """A node has a new name, and says what it was; or does not say it."""
    node = rng.choice([n for n in card.nodes.values() if n.kind != "exit"])
    new = f"{node.id}x"
    if new in card.nodes:
        return card
    turn = lambda to: new if to == node.id else to  # noqa: E731
    made = {}
    for name, each in card.nodes.items():
        turned = replace(
            each,
            go=turn(each.go),
            answers=tuple((v, turn(to)) for v, to in each.answers),
            exits=tuple((v, turn(to)) for v, to in each.exits),
        )
        was = (node.id,) if rng.random() < 0.7 else ()
        made[turn(name)] = replace(turned, id=new, was=was) if name == node.id else turned
    alarms = tuple((a, tuple((v, turn(to)) for v, to in exits)) for a, exits in card.alarms)
    return replace(card, nodes=made, start=turn(card.start), alarms=alarms)


def asked(card: Card, content: Content, rng: Random) -> Card:
    """A question, a task or a record is put before a node."""
    at = rng.choice([n for n in card.nodes if card.nodes[n].kind != "exit"])
    kind = rng.choice((ASK, TASK, "record"))
    fact = rng.choice([f for f in content.facts.values() if f.kind != "years" and not f.set_by])
    new = Node(f"ny{len(card.nodes)}", kind, "Nytt", go="" if kind == ASK else at)
    if kind == ASK:
        new = replace(new, fact=fact.id, answers=tuple((v, at) for v, _ in fact.values))
    turn = lambda to: new.id if to == at else to  # noqa: E731
    nodes = {
        n: replace(x, go=turn(x.go), answers=tuple((v, turn(to)) for v, to in x.answers)) for n, x in card.nodes.items()
    }
    return replace(card, nodes={**nodes, new.id: new}, start=turn(card.start))


def skipped(card: Card, content: Content, rng: Random) -> Card:
    """A task, a record or a waiting point is left out."""
    node = _some(card, rng, TASK, "record", OUTCOME)
    if node is None or not node.go or node.anew or node.go == node.id or node.go == "back":
        return card
    turn = lambda to: node.go if to == node.id else to  # noqa: E731
    nodes = {
        n: replace(
            x,
            go=turn(x.go),
            answers=tuple((v, turn(to)) for v, to in x.answers),
            exits=tuple((v, turn(to)) for v, to in x.exits),
        )
        for n, x in card.nodes.items()
        if n != node.id
    }
    alarms = tuple((a, tuple((v, turn(to)) for v, to in exits)) for a, exits in card.alarms)
    return replace(card, nodes=nodes, start=turn(card.start), alarms=alarms)


EDITS = (advice, advice, leads, leads, reordered, renamed, asked, skipped)
