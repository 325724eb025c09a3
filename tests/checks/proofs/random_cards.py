"""Small random cards on which proofs are held against brute force.

`random_content(rng)` makes one: the card CARD with an included card, alarms, lists of signs, rounds, facts that last
and one that the profile sets. A sound card can always be walked: no circle but through a node marked `anew` and `loop`,
every `by` reads what every way to it has asked, every value is offered. `Shape(faults=…)` breaks those rules here and
there, for proofs that must find it. The same rng gives the same card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from guide.core.advice import EFFECTS, GUARDIANS, REPORT, URGENCY
from guide.core.content import Card, Content, Fact, Node, Pack, Pairs, Sign, SignList
from guide.core.lay import Laid, lay

CARD, PART = "p/hoved", "felles/del"
ALARMS = ("felles/alarm", "felles/bratt")
PROFILE, LASTING, AGE, SIGN_A, SIGN_B = "rolle", "fast", "alder", "tegn_a", "tegn_b"
SERVICES = ("barnevern", "lege", "politi", "leder")
_SETS = ((SIGN_A, "a"), (SIGN_B, "b"))
_KINDS = ("ask", "by", "signs", "task", "record", "outcome")


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a card is, and what it may hold. Chances are from 0 to 1."""

    nodes: int = 7
    """Of the card itself; the last one is an end."""
    part: int = 4
    """Of the card that it includes; 0: it includes none."""
    alarm: int = 3
    """Of each of its alarms; 0: it has none."""
    alarms: int = 1
    """How many alarms it has, up to two."""
    facts: int = 2
    """That are asked and may have an order, besides the lasting one, the age, and those of the signs."""
    rounds: float = 0.5
    """The chance that the card has a node that begins a new round and leads back."""
    signs: float = 0.5
    ages: float = 0.2
    faults: float = 0.0
    """The chance of each fault: an answer not offered, a `by` on what may be unasked, an unmarked way back."""
    kinds: Mapping[str, int] = field(
        default_factory=lambda: {"ask": 8, "by": 3, "signs": 2, "task": 2, "record": 1, "outcome": 4}
    )
    """How often each kind of node is drawn."""


USUAL = Shape()


def random_content(rng: Random, shape: Shape = USUAL) -> Content:
    """Content with the random card CARD, and with the included card PART and the ALARMS that it has."""
    facts = _facts(rng, shape)
    lists = (_signs("p/tegn", "ab"), _signs("p/flere", "a")) if SIGN_A in facts else ()
    maker = _Maker(rng, shape, facts, lists)
    cards = [_shared(maker, PART, shape.part)] if shape.part else []
    cards += [_shared(maker, name, shape.alarm) for name in _alarms(shape)]
    cards.append(_whole(maker))
    return Content(
        packs={"p": Pack("p", "P", "municipality", "1")},
        cards={card.id: card for card in cards},
        facts=facts,
        services={},
        laws={},
        lists={each.id: each for each in lists},
        contacts={},
    )


def random_card(seed: int | str, shape: Shape = USUAL) -> tuple[Laid, Mapping[str, SignList]]:
    """The card of a seed, laid, with its lists of signs."""
    content = random_content(Random(seed), shape)
    return lay(content, CARD), content.lists


def _alarms(shape: Shape) -> tuple[str, ...]:
    return ALARMS[: shape.alarms if shape.alarm else 0]


def _facts(rng: Random, shape: Shape) -> dict[str, Fact]:
    found = [_fact(rng, f"f{index}") for index in range(shape.facts)]
    found.append(replace(_fact(rng, LASTING), lasting=True))
    role = (("ansatt", "Ansatt"), ("leder", "Leder"))
    usual = rng.choice(("", "ansatt"))
    found.append(Fact(PROFILE, PROFILE, values=role, lasting=True, set_by="profile", default=usual))
    if rng.random() < shape.ages:
        found.append(Fact(AGE, "Alder", kind="years", lasting=True))
    if rng.random() < shape.signs:
        values = (("ja", "Ja"), ("nei", "Nei"))
        found += [Fact(name, name, values=values, order=(("nei",), ("ja",)), set_by="signs") for name, _ in _SETS]
    return {fact.id: fact for fact in found}


def _fact(rng: Random, name: str) -> Fact:
    """A fact with two to four values; most have an order, some with equal values."""
    values = ["nei", "vet_ikke", "ja", "helt_sikkert"][: rng.choice((2, 3, 3, 4))]
    levels = [[value] for value in values]
    if len(levels) > 2 and rng.random() < 0.3:
        at = rng.randrange(len(levels) - 1)
        levels[at : at + 2] = [levels[at] + levels[at + 1]]
    order = tuple(tuple(level) for level in levels) if rng.random() < 0.8 else ()
    return Fact(name, name, values=tuple((value, value.capitalize()) for value in values), order=order)


def _signs(name: str, marks: str) -> SignList:
    """A list with a sign for each mark, and one that points at none; it sets the facts of those marks."""
    signs = (*(Sign(f"tegn-{mark}", "k", mark, (mark,)) for mark in marks), Sign("annet", "k", "Annet"))
    return SignList(name, name, "", (("k", "K"),), signs, tuple(pair for pair in _SETS if pair[1] in marks))


class _Maker:
    """Makes the nodes of one card after the other. `asked`: what every way to a node has asked, by node."""

    def __init__(self, rng: Random, shape: Shape, facts: dict[str, Fact], lists: Iterable[SignList]) -> None:
        """No nodes yet."""
        self.rng, self.shape, self.facts, self.lists = rng, shape, facts, tuple(lists)
        self.askable = [fact.id for fact in facts.values() if not fact.set_by]
        self.given = frozenset(fact.id for fact in facts.values() if fact.default)
        self.asked: dict[str, frozenset[str]] = {}

    def fault(self) -> bool:
        """Whether to break a rule here."""
        return self.rng.random() < self.shape.faults

    def nodes(self, count: int, mark: str, last: Iterable[Node]) -> dict[str, Node]:
        """`count` nodes, each leading to later ones, before those of `last`."""
        ends = tuple(last)
        names = [f"{mark}{index}" for index in range(count)]
        self.asked = {names[0]: self.given} if names else {}
        made: dict[str, Node] = {}
        for index, name in enumerate(names):
            later = names[index + 1 : index + 5] or [end.id for end in ends]
            later += [self.rng.choice(ends).id]
            made[name] = self._node(name, later, first=not index)
        return made | {end.id: end for end in ends}

    def _node(self, name: str, later: list[str], first: bool) -> Node:
        """One node; the first of a card is a question, or many cards would end at once."""
        asked = self.asked.setdefault(name, self.given)
        weights = [self.shape.kinds.get(kind, 0) for kind in _KINDS]
        kind = self.rng.choices(_KINDS, weights)[0]
        readable = sorted(asked) if not self.fault() else sorted(self.facts)
        if first or (kind == "by" and not readable) or (kind == "signs" and not self.lists):
            kind = "ask"
        if kind in ("ask", "by"):
            return self._turn(name, kind, self.rng.choice(self.askable if kind == "ask" else readable), later)
        to = later[0] if self.rng.random() < 0.7 else self.rng.choice(later)
        if kind == "outcome":
            return self.outcome(name, self._leads(asked, to) if self.rng.random() < 0.4 else "")
        if kind == "signs":
            chosen = self.rng.choice(self.lists)
            return Node(name, kind, name, list=chosen.id, go=self._leads(asked | {f for f, _ in chosen.sets}, to))
        return Node(name, kind, name, does=self._some(EFFECTS, 2), go=self._leads(asked, to))

    def _turn(self, name: str, kind: str, fact: str, later: list[str]) -> Node:
        """An ask or a by; the first way leads to the next node, so that each has a way to it."""
        values = self._values(fact)
        ways = [later[0], *(self.rng.choice(later) for _ in values[1:])]
        self.rng.shuffle(ways)
        answers = tuple(zip(values, ways, strict=True))
        if len(answers) > 1 and self.fault():
            answers = answers[1:]
        for _, to in answers:
            self._leads(self.asked[name] | {fact}, to)
        return Node(name, kind, f"{name}?", fact=fact, answers=answers)

    def _values(self, fact: str) -> list[str]:
        if self.facts[fact].kind != "years":
            return [value for value, _ in self.facts[fact].values]
        return ["0-11", "12-", "vet_ikke"] if self.rng.random() < 0.7 else ["0-5", "6-14", "15-", "vet_ikke"]

    def _leads(self, known: frozenset[str], to: str) -> str:
        self.asked[to] = self.asked.get(to, known) & known
        return to

    def _some(self, of: tuple[str, ...], most: int) -> tuple[str, ...]:
        return tuple(self.rng.sample(of, self.rng.randint(0, most)))

    def outcome(self, name: str, go: str = "") -> Node:
        """An outcome with random advice; a waiting point where `go` is given."""
        return Node(
            name,
            "outcome",
            name,
            go=go,
            does=self._some(EFFECTS, 1),
            contact=tuple((service, service) for service in self._some(SERVICES, 2)),
            urgency=self.rng.choice(URGENCY),
            report=self.rng.choice(REPORT),
            guardians=self.rng.choice(GUARDIANS),
        )


def _shared(maker: _Maker, name: str, count: int) -> Card:
    """A card with two exits; walked by itself, both lead to an end."""
    mark = name[-1]
    exits = tuple(Node(f"ut{index}", "exit", f"ut{index}", go="slutt") for index in range(2))
    nodes = maker.nodes(count, mark, exits) | {"slutt": maker.outcome("slutt")}
    return Card(name, name, "", f"{mark}0", nodes, exits=("ut0", "ut1"))


def _whole(maker: _Maker) -> Card:
    """The card itself: an include and a new round are put between its nodes, and its alarm leads back or to one."""
    rng, shape = maker.rng, maker.shape
    nodes = maker.nodes(shape.nodes, "n", (maker.outcome("slutt"),))
    names = [name for name in nodes if name != "slutt"]
    if shape.part:
        at = rng.randrange(len(names))
        later = [*names[at + 1 :], "slutt"]
        easy = [to for to in later if maker.asked.get(to, frozenset()) <= maker.asked[names[at]]] or ["slutt"]
        ways = (("ut0", rng.choice(easy)), ("ut1", rng.choice(easy)))
        _lead_by(nodes, rng, names[:at], names[at], Node("del", "include", PART, exits=ways))
        maker.asked["del"] = maker.asked[names[at]]
    if rng.random() < shape.rounds:
        at = rng.randrange(1, len(names))
        known = maker.asked[names[at]]
        back = rng.choice([to for to in names[: at + 1] if maker.asked[to] <= known])
        marked = not maker.fault()
        kind = rng.choice(("task", "record"))
        round_ = Node("runde", kind, "runde", go=back, anew=marked, loop=marked or rng.random() < 0.5)
        _lead_by(nodes, rng, names[:at], names[at], round_)
    free = [to for to in names if maker.asked[to] <= maker.given] + ["slutt"]
    exits = [(("ut0", "back"), ("ut1", rng.choice(free))) for _ in _alarms(shape)]
    alarms: tuple[tuple[str, Pairs], ...] = tuple(zip(_alarms(shape), exits, strict=True))
    sets = ((PROFILE, "leder"),) if rng.random() < 0.2 else ()
    return Card(CARD, CARD, "", names[0], nodes, alarms=alarms, sets=sets)


def _lead_by(nodes: dict[str, Node], rng: Random, before: list[str], at: str, new: Node) -> None:
    """Adds `new`, with some of the ways that led from `before` to `at` leading to it."""
    for name in before:
        node = nodes[name]
        ways = tuple((value, _turned(rng, to, at, new.id)) for value, to in node.answers)
        nodes[name] = replace(node, answers=ways, go=_turned(rng, node.go, at, new.id))
    nodes[new.id] = new


def _turned(rng: Random, to: str, at: str, new: str) -> str:
    return new if to == at and rng.random() < 0.6 else to
