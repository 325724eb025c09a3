"""P1, P4 and P7: they agree with brute force on small cards, and each fails for the right reason on the real ones."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from guide.checks.proofs import trying
from guide.checks.proofs.discussing import prove_discussing
from guide.checks.proofs.ending import Stuck, prove_ending
from guide.checks.proofs.graph import graph_of
from guide.checks.proofs.real import OPENED, walked
from guide.checks.proofs.safety import Guard, prove_safety
from guide.checks.proofs.trying import IN_TURN, NO_ALARM, ONE_ALARM, Trying
from guide.core.advice import DUTIES, EFFECTS, REPORT, URGENCY
from guide.core.content import NOT_ASKED, Content, DutyRule, Invariant, Matcher
from guide.core.invariants import Watch
from guide.core.lay import lay
from tests.checks.proofs.altered import with_node
from tests.checks.proofs.every_walk import is_broken, is_stuck
from tests.checks.proofs.random_cards import CARD, Shape, random_content

SMALL = Shape(nodes=6, part=3, alarm=2, facts=2)


def random_rule(rng: Random, content: Content) -> Invariant:
    """A rule on one or two facts of the card."""

    def matcher() -> Matcher:
        kinds = {"does": EFFECTS, "urgency": URGENCY, "report": REPORT, "duties": DUTIES}
        key = rng.choice((*kinds, "end"))
        return ((key, ("any",) if key == "end" else tuple(rng.sample(kinds[key], 3))),)

    facts = [fact for fact in content.facts.values() if fact.kind != "years"]
    given = []
    for fact in rng.sample(facts, rng.choice((1, 1, 2))):
        values = [value for value, _ in fact.values] + [NOT_ASKED]
        given.append((fact.id, tuple(rng.sample(values, rng.randint(1, 2)))))
    asked = rng.choice([fact for fact in facts if not fact.set_by])
    before = rng.choice(((), matcher(), (("answer", (f"{asked.id}={asked.values[0][0]}",)),)))
    return Invariant("regel", "Regelen", tuple(given), matcher(), before)


WITH_DUTIES = (
    DutyRule("en", (("f0", ("ja",)),), "avert", "Avverg", ()),
    DutyRule("to", (("f1", ("nei",)), ("fast", (NOT_ASKED, "ja"))), "police", "Si fra", ()),
)
"""What answers bring, beside what outcomes say."""


@pytest.mark.parametrize("seed", range(500))
def test_invariants_agree_with_brute_force(seed: int) -> None:
    """On a small random card a rule is broken just when some walk breaks it, without alarms, with one and with more in
    turn; the walk shown does break it, at its last step."""
    rng = Random(f"P4 {seed}")
    content = random_content(rng, SMALL)
    laid, rule, alarms = lay(content, CARD), random_rule(rng, content), seed % 3
    duties = WITH_DUTIES if seed % 2 else ()
    trying = Trying(graph_of(laid, content.lists), content.lists)
    found = trying.all(Guard(rule, duties, trying.boxes), alarms)
    assert not found.undecided
    assert bool(found.broken) == is_broken(laid, content.lists, rule, duties, alarms)
    for real in found.broken:
        watch = Watch(rule, duties)
        steps = walked(trying.graph, content.lists, real)
        held = [watch.arrive(walk.place, walk.state.known, *said) for walk, *said in steps]
        assert all(held[:-1])
        assert not held[-1]
        assert sum(value.startswith(OPENED) for _, value in real.moves) <= (alarms if alarms < IN_TURN else 99)


def test_rules_on_small_cards_are_broken_and_kept() -> None:
    """Agreement would say little if all rules held, or if no alarm were needed to break one."""
    broken = dict.fromkeys((NO_ALARM, ONE_ALARM, IN_TURN), 0)
    for seed in range(150):
        rng = Random(f"P4 {seed}")
        content = random_content(rng, SMALL)
        rule, trying = random_rule(rng, content), Trying(graph_of(lay(content, CARD), content.lists), content.lists)
        for alarms in broken:
            broken[alarms] += bool(trying.all(Guard(rule, (), trying.boxes), alarms).broken)
    assert 20 < broken[NO_ALARM] < broken[ONE_ALARM] <= broken[IN_TURN] < 130


@pytest.mark.parametrize("seed", range(150))
def test_stuck_walks_agree_with_brute_force(seed: int) -> None:
    """On cards with faults, the search finds a walk that is stuck just when there is one."""
    content = random_content(Random(f"P1 {seed}"), replace(SMALL, faults=0.15, rounds=0.0))
    laid = lay(content, CARD)
    trying = Trying(graph_of(laid, content.lists), content.lists)
    found = trying.all(Stuck(trying.boxes), seed % 3)
    assert not found.undecided
    assert bool(found.broken) == is_stuck(laid, content.lists, seed % 3)


def led(content: Content, card: str, node: str, **answers: str) -> Content:
    """A question's answers led elsewhere."""
    old = content.cards[card].nodes[node].answers
    assert answers.keys() <= dict(old).keys()
    return with_node(content, card, node, answers=tuple((value, answers.get(value, to)) for value, to in old))


def broken_rules(content: Content, card: str, rule: str) -> list[tuple[str, str]]:
    """(code, node) of what P4 finds against one rule on walks without alarms."""
    rules = tuple(each for each in content.invariants if each.id == rule)
    assert rules
    verdict = prove_safety(replace(content, invariants=rules), card)
    for found in verdict.broken:
        assert found.way, found
    return [(found.code, found.node) for found in verdict.broken]


@pytest.mark.parametrize(
    ("card", "node", "answers", "rule"),
    [
        ("felles/vold", "mistanke", {"konkret": "ikke-vold"}, "vold-hjemme-meldes"),
        ("felles/selvmord", "fare", {"akutt": "trygt"}, "selvmord-forst"),
        ("stange/barnehage", "fare", {"ja": "oppsto"}, "fare-forst"),
        ("stange/skole", "fare", {"vet_ikke": "oppsto"}, "fare-i-tvil"),
    ],
)
def test_an_answer_led_elsewhere_breaks_a_rule(
    shipped: Content, card: str, node: str, answers: dict[str, str], rule: str
) -> None:
    """A real card with one answer led past what had to come first: the rule is broken, with the walk that shows it."""
    whole = card if card.startswith("stange") else "ringsaker/hvem"
    assert broken_rules(shipped, whole, rule) == []
    found = broken_rules(led(shipped, card, node, **answers), whole, rule)
    assert found
    assert {code for code, _ in found} == {"regel-brutt"}


def with_alarm(content: Content, card: str, alarm: str, **exits: str) -> Content:
    """A card whose alarm leads elsewhere."""
    old = content.cards[card]
    alarms = tuple((n, tuple((x, exits.get(x, to)) for x, to in e) if n == alarm else e) for n, e in old.alarms)
    assert alarms != old.alarms
    return replace(content, cards={**content.cards, card: replace(old, alarms=alarms)})


def broken_with_alarm(content: Content, card: str, rule: str) -> set[tuple[str, str]]:
    """(code, node) of what P4 finds against one rule when one alarm is opened; it must be opened to break it."""
    rules = tuple(each for each in content.invariants if each.id == rule)
    assert broken_rules(content, card, rule) == []
    verdict = prove_safety(replace(content, invariants=rules), card, alarms=True)
    assert verdict.decided
    for found in verdict.broken:
        assert sum(line.startswith("Åpne «") for line in found.way) == 1
    return {(found.code, found.node) for found in verdict.broken}


def test_a_rule_that_only_an_alarm_breaks_is_found(shipped: Content) -> None:
    """Past the turn for those it is not safe to ask, after danger: guardians are asked, as the way there shows."""
    rule = "utrygt-aa-sporre"
    assert broken_with_alarm(shipped, "stange/skole", rule) == set()
    open_way = with_node(shipped, "stange/skole", "elev-redd", answers=(("nei", "foresatte"), ("ja", "redd-vold")))
    assert broken_with_alarm(open_way, "stange/skole", rule) == {("regel-brutt", "foresatte")}
    assert broken_with_alarm(shipped, "ringsaker/hvem", rule) == set()
    straight = led(shipped, "ringsaker/hvem", "ingen-hvem", nei="videre")
    assert len(broken_with_alarm(straight, "ringsaker/hvem", rule)) == 3


@pytest.mark.parametrize("rule", ["vold-hjemme-meldes", "vold-hjemme-meldes-foer-leder", "vold-i-tvil-droftes"])
def test_an_alarm_that_leads_back_past_its_questions_breaks_a_rule(shipped: Content, rule: str) -> None:
    """An alarm has its questions asked again; where it asks none of them and leads back, they come too late."""
    assert broken_with_alarm(shipped, "ringsaker/hvem", rule) == set()
    back = with_alarm(shipped, "ringsaker/hvem", "felles/meldeplikt", voksen="back")
    assert {code for code, _ in broken_with_alarm(back, "ringsaker/hvem", rule)} == {"regel-brutt"}


def test_a_step_that_tells_guardians_too_early_is_found(shipped: Content) -> None:
    """An outcome of the quiet track that asks guardians breaks the rule on them, wherever it is laid in."""
    changed = with_node(shipped, "felles/vold", "meld-naa", does=("contacts_guardians",))
    assert broken_rules(changed, "ringsaker/hvem", "foresatte-ikke-forst")


def test_a_card_that_leads_nowhere_is_found(shipped: Content) -> None:
    """A turn on a fact that nobody has asked, a node without an end, a circle without a mark."""
    node = shipped.cards["felles/vold"].nodes["t-naa"]
    nowhere = replace(node, fact="samtykke", answers=(("gitt", "meld-naa"),))
    changed = with_node(shipped, "felles/vold", "t-naa", **{"fact": nowhere.fact, "answers": nowhere.answers})
    assert {found.code for found in prove_ending(changed, "felles/vold").broken} == {"gaar-i-staa"}
    circle = led(shipped, "felles/selvmord", "fare", nei="fare")
    assert "ring-uten-merke" in {found.code for found in prove_ending(circle, "felles/selvmord").broken}
    endless = led(
        shipped,
        "felles/selvmord",
        "fare",
        **dict.fromkeys(dict(shipped.cards["felles/selvmord"].nodes["fare"].answers), "fare"),
    )
    assert "ingen-slutt" in {found.code for found in prove_ending(endless, "felles/selvmord").broken}


def test_a_talk_in_place_of_a_report_is_found(shipped: Content) -> None:
    """With a duty to report, a talk without a name breaks P7; below it, one that is out of reach does."""
    assert prove_discussing(shipped, "ringsaker/hvem").broken == ()
    offered = with_node(shipped, "felles/vold", "meld-naa", does=("discusses_without_name",))
    assert {found.node for found in prove_discussing(offered, "ringsaker/hvem").broken} >= {"vold/meld-naa"}
    between = with_node(shipped, "ringsaker/hvem", "meld-apen", does=())
    before = {found.code for found in prove_discussing(between, "ringsaker/hvem").broken}
    assert before <= {"drofting-i-stedet"}
    card = shipped.cards["ringsaker/hvem"]
    silent = replace(shipped, cards={n: _without_talks(c) for n, c in {**shipped.cards, card.id: card}.items()})
    assert "drofting-utenfor-rekkevidde" in {found.code for found in prove_discussing(silent, "ringsaker/hvem").broken}


def _without_talks(card: object) -> object:
    """A card in which nobody rings without a name."""
    nodes = {
        name: replace(
            node,
            does=tuple(effect for effect in node.does if effect != "discusses_without_name"),
            report="not_now" if node.report == "discuss" else node.report,
        )
        for name, node in card.nodes.items()  # type: ignore[attr-defined]
    }
    return replace(card, nodes=nodes)  # type: ignore[type-var]


def test_a_search_that_grows_too_large_claims_nothing(shipped: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """With too few boxes allowed, the proof says that it has not decided, as a warning, and names no walk."""
    monkeypatch.setattr(trying, "BOXES_A_NODE", 0)
    rules = tuple(rule for rule in shipped.invariants if rule.id == "fare-forst")
    for alarms in (False, True):
        verdict = prove_safety(replace(shipped, invariants=rules), "stange/barnehage", alarms=alarms)
        assert [(found.code, found.severity, found.way) for found in verdict.broken] == [
            ("regel-ikke-bevist", "warning", ())
        ]
        assert not verdict.decided
