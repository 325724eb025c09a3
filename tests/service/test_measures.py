"""The measures finder: what fits, in which order, by whom; and what an outcome may offer."""

from __future__ import annotations

import pytest

from guide.core.content import OUTCOME, TASK, Content, Pack
from guide.core.lists import STATUSES, Measure, MeasureList, Topic, all_lists, entries
from guide.core.record import replace
from guide.core.walk import Passed, Walk
from guide.service.guide import Guide
from guide.service.measures import words
from guide.service.measures.measures import Wanted, arenas_of, find, fits, measures_of
from guide.service.measures.offer import count_for, offers, wanted_for
from guide.service.measures.view import ages_words, found, measure_view, meetings_for, wanted_words
from guide.service.present import outcome_view, view
from guide.service.route import Given, route
from guide.service.views import Shown, TaskView
from tests.service.guides import guide_at

HOUR = "2026-11-25T10:00"
MUNICIPALITIES = ("stange", "ringsaker", "ringerike", "stor-elvdal", "midtdalen")
WORRIED = {
    "akutt_fare": "nei",
    "mistanke_vold": "nei",
    "omsorgssvikt": "noe",
    "behandling_mangler": "nei",
    "egen_utvikling": "bekymring",
    "utrygt_miljo": "nei",
    "avverging": "nei",
    "onsker_hjelp": "nei",
    "selvmordsfare": "nei",
    "henting": "ikke_i_dag",
}


def measure(name: str = "en", given_by: str = "A", **parts: object) -> Measure:
    """A measure for all, but for what is said of it."""
    made = Measure(name, name, "Om.", given_by, ("selective",), ("family",), ("by:p",), topics=("rus",))
    return replace(made, **parts)


def view_at(guide: Guide, walk: Walk, stop: str) -> Shown:
    """What is shown at a stop, whatever the way to it."""
    return view(guide, replace(walk, state=replace(walk.state, stop=stop)))


def content_of(*measures: Measure) -> Content:
    """A municipality with these measures, and one that uses its cards."""
    packs = {
        "by": Pack("by", "By", "shared", "1"),
        "bygd": Pack("bygd", "Bygd", "municipality", "1", cards=(("skole", "by/kort"),)),
    }
    lists = {"by/tiltak": MeasureList("by/tiltak", "Tiltak", "", measures, (("selective", "Gult nivå"),))}
    topics = {"rus": Topic("rus", "Rus", (("fare", ("ja",)),)), "ro": Topic("ro", "Ro")}
    return Content(packs, {}, {}, {}, {}, {}, {}, measures=lists, topics=topics)


@pytest.mark.parametrize(
    ("parts", "wanted", "fitting"),
    [
        ({}, Wanted(), True),
        ({}, Wanted(age=3, level="selective", topics=("ro", "rus"), whom="family"), True),
        ({}, Wanted(level="indicated"), False),
        ({}, Wanted(whom="child"), False),
        ({}, Wanted(topics=("ro",)), False),
        ({"ages": (13, 23)}, Wanted(age=12), False),
        ({"ages": (13, 23)}, Wanted(age=13), True),
        ({"ages": (13, 23)}, Wanted(age=23), True),
        ({"ages": (13, 23)}, Wanted(age=24), False),
        ({"ages": (13, 23)}, Wanted(), True),
        ({"places": ("barnehage",)}, Wanted(age=6), True),
        ({"places": ("barnehage",)}, Wanted(age=7), False),
        ({"places": ("skole",)}, Wanted(age=4), False),
        ({"places": ("skole",)}, Wanted(age=5), True),
        ({"places": ("barnehage", "skole")}, Wanted(age=15), True),
    ],
)
def test_what_fits(parts: dict[str, object], wanted: Wanted, fitting: bool) -> None:
    """Every choice narrows by itself; what a measure does not say excludes nothing; both ends of an age count."""
    assert fits(measure(**parts), wanted) is fitting


def test_what_can_be_had_today_comes_first() -> None:
    """By who gives it, and what is planned, proposed or not offered stands behind what is in use."""
    content = content_of(
        measure("foreslått", "B", status="proposed"),
        measure("planlagt", "A", status="planned"),
        measure("delvis", "A", status="partly"),
        measure("nå", "C", status="in_use"),
        measure("usagt", "B"),
    )
    groups = find(content, "by", Wanted())
    assert [(group.given_by, [m.name for m in group.measures]) for group in groups] == [
        ("B", ["usagt", "foreslått"]),
        ("A", ["delvis", "planlagt"]),
        ("C", ["nå"]),
    ]


def test_a_measure_that_is_mostly_about_the_topic_comes_first() -> None:
    """What has the topic first among its own stands before what only has it, too."""
    content = content_of(measure("også", "A", topics=("ro", "rus")), measure("mest", "B", topics=("rus", "ro")))
    assert [group.given_by for group in find(content, "by", Wanted(topics=("rus",)))] == ["B", "A"]


def test_who_shares_a_plan_has_its_measures() -> None:
    """A municipality that uses another pack's cards has that pack's lists, and nobody else has."""
    content = content_of(measure())
    assert [m.name for m in measures_of(content, "bygd")] == ["en"]
    assert list(measures_of(content, "annen")) == []
    assert list(measures_of(content, "")) == []


def test_what_the_plan_does_not_say_is_said() -> None:
    """Access, consent and status have words for silence, never a guess."""
    view = measure_view(content_of(), measure())
    assert (view.access, view.consent, view.status) == (words.ACCESS[""], words.CONSENT[""], words.STATUS[""])
    assert view.now
    assert not measure_view(content_of(), measure(status="planned")).now
    assert measure_view(content_of(), measure(status="planned")).status == "Under planlegging"


@pytest.mark.parametrize(
    ("ages", "said"),
    [
        (None, "Alle aldre"),
        ((13, 23), "13–23 år"),
        ((3, 3), "3 år"),
        ((18, 130), "Fra 18 år"),
        ((0, 24), "Til og med 24 år"),
    ],
)
def test_ages_in_words(ages: tuple[int, int] | None, said: str) -> None:
    """As a person reads them."""
    assert ages_words(ages) == said


def test_choices_in_words() -> None:
    """What is not chosen is «alle»; several topics stand in one line."""
    content = content_of()
    assert {value for _, value in wanted_words(content, Wanted())} == {"alle"}
    said = [value for _, value in wanted_words(content, Wanted(7, "selective", ("rus", "ro"), "child"))]
    assert said == ["Rus, ro", "7 år", "For noen", "Barnet"]


# --- the shipped lists ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize("pack", MUNICIPALITIES)
def test_every_plan_has_measures_and_arenas(shipped: Content, pack: str) -> None:
    """Each with a source of its own plan, or a statute."""
    measures, arenas = list(measures_of(shipped, pack)), list(arenas_of(shipped, pack))
    assert len(measures) >= 10
    assert len(arenas) >= 2
    sources = {source for entry in (*measures, *arenas) for source in entry.source}
    assert {source.partition(":")[0] for source in sources} <= {pack, "lov"}


def test_nothing_is_said_to_be_what_no_plan_says(shipped: Content) -> None:
    """Levels, statuses and evidence are of the closed lists; only Ringsaker's plan gives evidence."""
    for kind, listed in all_lists(shipped):
        assert entries(listed), kind
    evidence = {name for name, found in shipped.measures.items() for m in found.measures if m.evidence}
    assert evidence == {"ringsaker/tiltak"}
    statuses = {m.status for found in shipped.measures.values() for m in found.measures}
    assert statuses <= {*STATUSES, ""}
    planned = {m.id for m in shipped.measures["stange/tiltak"].measures if m.status == "planned"}
    assert planned == {"tint", "fravaersplan"}


def test_factors_name_their_plans_and_have_no_number(shipped: Content) -> None:
    """One list for all plans, every factor with its sources; it has words for a worry, and nothing to add up."""
    (factors,) = shipped.factors.values()
    plans = {source.partition(":")[0] for factor in factors.factors for source in factor.source}
    assert plans == {"stange", "ringsaker", "ringerike", "midtdalen", "stor-elvdal"}
    assert {factor.kind for factor in factors.factors} == {"risk", "protective"}
    assert factors.say
    assert factors.differences


def test_advice_names_the_meeting_of_the_workplace(shipped: Content) -> None:
    """Whoever is sent to the team reads who leads it and how often it meets, where they work; nobody else does."""
    for place, own, other in (("barnehage", "i barnehagen", "på skolen"), ("sfo", "på skolen", "i barnehagen")):
        (said,) = meetings_for(guide_at(shipped, HOUR, "stange", place), (("tverrfaglig_team", "Drøft"),))
        assert own in said.partition(":")[0]
        assert other not in said
        assert "Leder: " in said
        assert "Hvor ofte: " in said
    guide = guide_at(shipped, HOUR, "ringerike", "skole")
    (said,) = meetings_for(guide, (("tverrfaglig_team", "Drøft"),))
    assert said.startswith("Fagteam: ")
    assert "Leder" not in said
    assert meetings_for(guide, (("barnevern", "Ring"),)) == ()


def test_tasks_say_it_and_no_advice_to_report_does(shipped: Content) -> None:
    """Where a card sends one to the team, the task or the outcome has the meeting; never where one must report."""
    guide = guide_at(shipped, HOUR, "stange", "skole")
    walk = guide.begin("stange/skole")
    shown = 0
    for place in guide.laid("stange/skole").nodes.values():
        if place.kind == OUTCOME:
            advice = outcome_view(guide, walk, place)
            team = any(service == "tverrfaglig_team" for service, _ in place.node.contact)
            assert bool(advice.meetings) == (team and advice.report != "must" and advice.urgency != "now")
            shown += bool(advice.meetings)
    tasks = [p for p in guide.laid("stange/skole").nodes.values() if p.kind == TASK]
    teams = [p for p in tasks if "tverrfaglig_team" in dict(p.node.contact)]
    assert shown or teams
    for place in teams:
        assert isinstance(task := view_at(guide, walk, place.id), TaskView)
        assert task.meetings


# --- what an outcome offers ----------------------------------------------------------------------------------------
def test_no_outcome_with_a_duty_to_report_offers_measures(shipped: Content) -> None:
    """Of all cards: neither where one must report, nor where it is urgent now."""
    guide = guide_at(shipped, HOUR, "stange", "skole")
    offering = 0
    for card in shipped.cards:
        walk = guide.begin(card)
        for place in guide.laid(card).nodes.values():
            kept = place.kind != OUTCOME or place.node.report == "must" or place.node.urgency == "now"
            assert offers(walk, place) is not kept, (card, place.id)
            offering += not kept
            if kept:
                assert count_for(guide, walk, place) == 0
    assert offering > 10


def test_a_duty_that_was_met_in_the_round_is_not_forgotten(shipped: Content) -> None:
    """After advice to report, what follows in the same round offers nothing, whatever it says itself."""
    guide = guide_at(shipped, HOUR, "stange", "skole")
    facts = {**WORRIED, "omsorgssvikt": "alvorlig", "alder": "9", "barnets_kommune": "samme"}
    first = route(guide, "stange/skole", Given(facts))
    assert first.place.node.report == "must"
    mild = next(
        p for p in guide.laid("stange/skole").nodes.values() if p.kind == OUTCOME and p.node.report == "not_now"
    )
    state = first.walk.state
    later = replace(first.walk, state=replace(state, path=(*state.path, Passed(mild.id, state.round))))
    assert not offers(later, mild)
    assert count_for(guide, later, mild) == 0


def test_what_a_walk_knows_chooses_the_measures(shipped: Content) -> None:
    """The child's age and the topics of the facts; the count is that of the list that opens."""
    guide = guide_at(shipped, HOUR, "stange", "skole")
    walk = route(guide, "stange/skole", Given({**WORRIED, "alder": "9"})).walk
    wanted = wanted_for(shipped, walk, walk.place)
    assert {"samspill", "atferd", "rus"} <= set(wanted.topics)
    assert "miljo" not in wanted.topics
    count = sum(len(group.measures) for group in found(guide, wanted))
    assert count_for(guide, walk, walk.place) == count > 0


def test_before_guardians_may_know_only_what_staff_can_use_is_offered(shipped: Content) -> None:
    """Where child welfare is to be asked first, nothing is offered that goes through the family."""
    guide = guide_at(shipped, HOUR, "stange", "skole")
    walk = route(guide, "stange/skole", Given({**WORRIED, "alder": "9"})).walk
    assert walk.place.node.guardians == "not_before_advice"
    offered = [view.own for group in found(guide, wanted_for(shipped, walk, walk.place)) for view in group.measures]
    assert offered
    assert all("staff" in measure.whom for measure in offered)


def test_nothing_known_offers_nothing(shipped: Content) -> None:
    """A list of everything is no offer."""
    guide = guide_at(shipped, HOUR, "stange", "skole")
    walk = guide.begin("felles/samtykke")
    mild = next(p for p in guide.laid("felles/samtykke").nodes.values() if offers(walk, p))
    assert wanted_for(shipped, walk, mild).topics == ()
    assert count_for(guide, walk, mild) == 0
