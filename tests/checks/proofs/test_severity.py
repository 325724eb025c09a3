"""P5 agrees with brute force over every pair of walks, finds what breaks a shipped card, and shows walks that do so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from random import Random

import pytest

from guide.checks.proofs.graph import graph_of
from guide.checks.proofs.rounds import Rounds
from guide.checks.proofs.severity import DUTY, RING, TWICE, UNPROVED, URGENT, pairs, prove_severity
from guide.checks.proofs.severity_words import ADVICE, INSTEAD, NO_ADVICE, REPORT, TICK_INSTEAD, URGENCY
from guide.checks.proofs.severity_words import TICK_NOTHING_INSTEAD as NOTHING_INSTEAD
from guide.checks.proofs.shortest import ANSWERED, DONE, NOT_TICKED, NOTED, TICKED, WENT_ON
from guide.checks.proofs.verdict import Broken
from guide.checks.proofs.walks_there import OPENED, SETTING
from guide.core.advice import REPORT as REPORTS
from guide.core.advice import URGENCY as URGENCIES
from guide.core.advice import rank
from guide.core.content import ASK, BACK, OUTCOME, RECORD, SIGNS, TASK, Content, Fact
from guide.core.lay import Place, lay
from guide.core.walk import Walk, begin
from tests.checks.proofs.altered import with_node
from tests.checks.proofs.pairs_of_walks import Brute
from tests.checks.proofs.random_cards import CARD, Shape, random_content
from tests.core.cards import FACTS, ask, card, content, outcome

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
KINDS = {"ask": 6, "by": 6, "signs": 1, "task": 1, "outcome": 4}
SHAPES = {
    "usual": (Shape(nodes=6, part=3, alarm=2, facts=2), 50),
    "older answers": (Shape(nodes=6, part=3, alarm=3, rounds=1.0, kinds=KINDS), 50),
    "ages": (Shape(nodes=5, part=4, alarm=0, facts=3, rounds=1.0, ages=0.6), 120),
    "signs": (Shape(nodes=5, part=0, alarm=3, facts=1, rounds=1.0, signs=1.0, kinds={**KINDS, "signs": 4}), 40),
    "two alarms": (Shape(nodes=4, part=0, alarm=3, alarms=2, facts=1, signs=0), 60),
}


@pytest.mark.parametrize("name", SHAPES)
def test_the_proof_agrees_with_brute_force(name: str) -> None:
    """On each random card it finds weaker answers at just the nodes where some pair of walks shows one."""
    shape, count = SHAPES[name]
    failing = 0
    for seed in range(count):
        made = random_content(Random(f"{name} {seed}"), shape)
        laid = lay(made, CARD)
        wanted = Brute(laid, made.lists).weaker()
        found = prove_severity(made, CARD).broken
        nodes = {(laid.nodes[b.node].card, laid.nodes[b.node].node.id, b.code) for b in found}
        assert nodes == wanted, seed
        failing += bool(wanted)
    assert count * 0.2 < failing < count * 0.95


@pytest.mark.parametrize("seed", range(40))
def test_the_walks_that_are_shown_show_it(seed: int) -> None:
    """Doing what the lines of a finding say gives less for the more serious answer, on random cards with two alarms."""
    made = random_content(Random(seed), Shape(alarms=2, ages=0.4))
    found = prove_severity(made, CARD).broken
    assert all(shows(made, broken) for broken in found)


# --- the shipped cards -------------------------------------------------------------------------------------------
SHARED = ("akutt", "henting", "selvmord", "tvil", "samtykke", "barnesamtale", "barnehagemiljo", "skolemiljo", "vold")


@pytest.mark.parametrize("name", SHARED)
def test_the_property_holds_for_shared_cards(shipped: Content, name: str) -> None:
    """No pair of walks of the card gives less for more, and the search is small."""
    verdict = prove_severity(shipped, f"felles/{name}")
    assert verdict.holds, verdict.broken
    assert 0 < verdict.states < 1000


@pytest.mark.parametrize(
    "card_id",
    ["stange/barnehage", "stange/skole", "ringsaker/hvem", "ringerike/bti", "midtdalen/nivaa", "stor-elvdal/hjelp"],
)
def test_every_finding_of_a_large_card_is_walked(shipped: Content, card_id: str) -> None:
    """Nothing of a shipped card is left not proved, and the walks of each finding show it."""
    verdict = prove_severity(shipped, card_id)
    assert not {b.code for b in verdict.broken} & {UNPROVED, TWICE, RING}
    assert all(shows(shipped, broken) for broken in verdict.broken)
    assert verdict.states < 500_000


def led(made: Content, card_id: str, node: str, value: str, to: str) -> Content:
    """A card's question with one answer led elsewhere."""
    answers = made.cards[card_id].nodes[node].answers
    assert dict(answers)[value] != to
    return with_node(made, card_id, node, answers=tuple((v, to if v == value else t) for v, t in answers))


def found_at(made: Content, card_id: str, node: str, code: str) -> Broken:
    """The finding at a node, once its walks have shown it."""
    found = [b for b in prove_severity(made, card_id).broken if (b.node, b.code) == (node, code)]
    assert len(found) == 1
    assert shows(made, found[0])
    return found[0]


def test_an_answer_led_elsewhere_is_found(shipped: Content) -> None:
    """Fetched now led to where nobody fetches the child today: less urgent than later today, in two steps."""
    broken = found_at(led(shipped, "felles/henting", "naar", "na", "trygt"), "felles/henting", "naar", URGENT)
    assert broken.what.startswith("«Ja, nå eller om kort tid» på ")
    assert broken.way[0].startswith("Svar «Ja, senere i dag» på ")
    assert [line for line in broken.way if line.startswith("Gå tilbake til ")] != []


def test_thoughts_of_suicide_led_to_no_are_found(shipped: Content) -> None:
    """Both urgency and duty are less than for «vet ikke», which is less serious."""
    made = led(shipped, "felles/selvmord", "fare", "tanker", "trygt")
    assert found_at(made, "felles/selvmord", "fare", URGENT).way[0].startswith("Svar «Vet ikke» på ")


def test_unknown_led_to_no_is_found_where_it_counts_as_yes(shipped: Content) -> None:
    """A fact whose unknown is as serious as yes holds as the card is, and breaks once unknown goes the way of no."""
    card_id = "felles/tvil"
    old = shipped.cards[card_id]
    fact = replace(old.facts["fare_i_dag"], order=(("nei",), ("vet_ikke", "ja")))
    changed = replace(old, facts={**old.facts, fact.id: fact})
    made = replace(shipped, cards={**shipped.cards, card_id: changed})
    assert prove_severity(made, card_id).holds
    broken = found_at(led(made, card_id, "i-dag", "vet_ikke", "naa"), card_id, "i-dag", URGENT)
    assert "«Vet ikke» på «Har du sett" in broken.what
    assert "er like alvorlig som «Ja»" in broken.what


def test_unknown_that_is_only_as_good_as_no_is_no_weaker(shipped: Content) -> None:
    """Unknown led to where no leads gives no less than no, so it is not for this proof to find."""
    assert prove_severity(led(shipped, "felles/tvil", "i-dag", "vet_ikke", "naa"), "felles/tvil").holds


def test_lower_urgency_of_an_outcome_is_found(shipped: Content) -> None:
    """A report about another child made routine is less urgent than a talk without a name."""
    found_at(with_node(shipped, "felles/vold", "meld-barn", urgency="routine"), "felles/vold", "avverge-barn", URGENT)


def test_a_weaker_duty_of_an_outcome_is_found(shipped: Content) -> None:
    """No talk without a name when danger is near: the duty is weaker, the urgency is not."""
    made = with_node(shipped, "felles/tvil", "ring", report="not_now")
    broken = found_at(made, "felles/tvil", "naa", DUTY)
    assert "(ingen melding nå i stedet for drøft uten navn)" in broken.what
    assert {b.code for b in prove_severity(made, "felles/tvil").broken} == {DUTY}


@pytest.mark.parametrize("card_id", ["stange/barnehage", "stange/skole"])
def test_a_mistake_in_an_included_card_is_found_where_it_is_laid_in(shipped: Content, card_id: str) -> None:
    """Danger now led to where no danger leads, in the first question of a card of a thousand nodes."""
    card_ = shipped.cards[card_id]
    start = card_.nodes[card_.start]
    assert start.fact == "akutt_fare"
    broken = found_at(led(shipped, card_id, start.id, "ja", dict(start.answers)["nei"]), card_id, start.id, URGENT)
    assert len(broken.way) >= 3


# --- what cannot be proved ---------------------------------------------------------------------------------------
def test_a_circle_within_a_round_is_not_proved() -> None:
    """A circle through no new round is a finding of its own."""
    made = content(card("p/hoved", ask("a", "fare", "a2", "slutt", "slutt"), ask("a2", "vold", "a", "slutt", "slutt"),
                        outcome("slutt")), facts=FACTS)  # fmt: skip
    assert [b.code for b in prove_severity(made, "p/hoved").broken] == [RING]


def test_a_question_that_comes_again_is_not_proved() -> None:
    """A value that is known but not offered at a later question, which is then asked again, is a finding."""
    later = replace(ask("b", "fare", "slutt", "slutt", "slutt"), answers=(("ja", "slutt"), ("nei", "slutt")))
    made = content(card("p/hoved", ask("a", "fare", "b", "b", "b"), later, outcome("slutt")), facts=FACTS)
    broken = prove_severity(made, "p/hoved").broken
    assert [(b.code, b.node) for b in broken] == [(TWICE, "b")]
    first = content(card("p/hoved", later, outcome("slutt")), facts=FACTS)
    assert prove_severity(first, "p/hoved").holds


def test_pairs_are_of_levels_next_to_each_other_and_both_ways_within_one() -> None:
    """A value that is not offered is left out, and its level with it."""
    fact = Fact("f", order=(("a",), ("b", "c"), ("d",)))
    assert set(pairs(fact, "abcd")) == {("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("b", "c"), ("c", "b")}
    assert set(pairs(fact, "ad")) == {("a", "d")}


def test_nodes_of_a_round_come_before_those_they_lead_to(shipped: Content) -> None:
    """The order of a shipped card's round, cut where new rounds begin, has no circle."""
    rounds = Rounds(graph_of(lay(shipped, "stange/skole"), shipped.lists))
    place = {vertex.index: at for at, vertex in enumerate(rounds.order)}
    assert rounds.circle is None
    assert all(place[vertex.index] < place[to] for vertex in rounds.order for to in rounds.same_round(vertex))


# --- walking what the lines say ----------------------------------------------------------------------------------
@dataclass
class Told:
    """A walk that lines are done on, with the outcomes of its round since the question that is answered twice."""

    made: Content
    walk: Walk
    before: list[Walk]

    def does(self, line: str) -> None:
        """Does one line. Fails where it is nothing that one can do at the stop."""
        self.before.append(self.walk)
        self.walk = next(walk for said, walk in self.moves() if said == line)

    def moves(self) -> list[tuple[str, Walk]]:
        """What one can do at the stop, with the line that says it."""
        walk, place, text = self.walk, self.walk.place, self.walk.place.node.text
        found = [(OPENED.format(title=self.made.cards[name].title, question=text), walk.alarm(name, NOON))
                 for name in walk.laid.alarms]  # fmt: skip
        if place.kind == ASK:
            fact = walk.laid.facts[place.fact]
            values = [*place.edges, *(str(low) for low, _, _ in place.ages)]
            values += [str(year) for year in range(40) if place.target(str(year)) and str(year) not in values]
            found += [(ANSWERED.format(answer=fact.words(v), question=text), walk.answer(v, NOON)) for v in values]
            found += [(INSTEAD.format(answer=fact.words(v), question=text), walk.answer(v, NOON)) for v in values]
        elif place.kind == SIGNS:
            found += self.ticks()
        elif place.kind == TASK:
            found.append((DONE.format(question=text), walk.done(NOON)))
        elif place.kind == RECORD:
            found.append((NOTED.format(question=text), walk.note({}, NOON)))
        elif place.kind == OUTCOME:
            found.append((WENT_ON.format(question=text), walk.go_on(NOON)))
        return found

    def ticks(self) -> list[tuple[str, Walk]]:
        """What can be ticked, with nothing and with signs of each mark."""
        walk, text = self.walk, self.walk.place.node.text
        found = [(line.format(question=text, facts=""), walk.tick((), NOON)) for line in (NOT_TICKED, NOTHING_INSTEAD)]
        signs = walk.lists[walk.place.node.list]
        for chosen in (signs.sets, *((pair,) for pair in signs.sets)):
            marks = [mark for _, mark in chosen]
            ids = tuple(sign.id for sign in signs.signs if sign.points_at and set(sign.points_at) <= set(marks))
            names = ", ".join(walk.laid.facts[fact].about for fact, _ in chosen)
            found += [(t.format(question=text, facts=names), walk.tick(ids, NOON)) for t in (TICKED, TICK_INSTEAD)]
        return found

    def outcomes(self, since: int) -> list[Place]:
        """The outcomes of the round after so many nodes of the way; a new round and the way back end it."""
        found = []
        for passed in self.walk.state.path[since:]:
            place = self.walk.laid.nodes[passed.node]
            if place.anew:
                break
            found += [place] if place.kind == OUTCOME else []
            if place.go == BACK:
                break
        return found


def shows(made: Content, broken: Broken) -> bool:
    """Whether doing what the lines say gives less the second time, and the advice that the lines name."""
    told, lines = _begun(made, broken)
    turn = next(i for i, line in enumerate(lines) if line.startswith("Gå tilbake til "))
    for line in lines[:turn]:
        _do(told, line)
    first, at = told.walk, max(i for i, w in enumerate(told.before) if w.state.stop == broken.node)
    since = len(told.before[at].state.path)
    one = told.outcomes(since)
    told.walk = told.before[at]
    for line in lines[turn:]:
        _do(told, line)
    other = told.outcomes(since)
    assert first != told.walk
    if broken.code == URGENT:
        ranks = [rank(URGENCIES, places[0].node.urgency) if places else -1 for places in (one, other)]
    else:
        ranks = [max((rank(REPORTS, p.node.report) for p in places), default=-1) for places in (one, other)]
    return ranks[0] > ranks[1]


def _begun(made: Content, broken: Broken) -> tuple[Told, tuple[str, ...]]:
    """The walk at its start, with the settings that the first lines give."""
    laid = lay(made, broken.card)
    lines, profile = broken.way, []
    facts = [fact for fact in laid.facts.values() if fact.set_by == "profile"]
    for fact in facts:
        for value, words in fact.values:
            said = SETTING.format(about=fact.about, answer=words)
            if said in lines:
                profile.append((fact.id, value))
                lines = tuple(line for line in lines if line != said)
    return Told(made, begin(laid, made.lists, tuple(profile)), []), lines


def _do(told: Told, line: str) -> None:
    """Does a line, or sees that it is true."""
    if not line.startswith("Da "):
        told.does(line)
    elif line != NO_ADVICE:
        node = told.walk.place.node
        said = ADVICE.format(advice=node.text, urgency=URGENCY[node.urgency], report=REPORT[node.report])
        assert line == said
