"""What is shown at a stop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from guide.core.contacts import ContactPoint
from guide.core.content import Content
from guide.core.walk import Walk
from guide.service import words
from guide.service.guide import Guide
from guide.service.present import outcome_view, rail, so_far, view
from guide.service.route import Given, route
from guide.service.views import OutcomeView, QuestionView, RecordView, SignsView, TaskView
from tests.service.guides import guide_at

CALM = {
    "akutt_fare": "nei",
    "mistanke_vold": "nei",
    "omsorgssvikt": "nei",
    "behandling_mangler": "nei",
    "egen_utvikling": "nei",
    "onsker_hjelp": "nei",
    "utrygt_miljo": "nei",
}
VIOLENCE = {
    "akutt_fare": "nei",
    "mistanke_vold": "konkret",
    "ferske_spor": "nei",
    "mistenkt": "foresatt",
    "voldstype": "fysisk",
    "avverging": "nei",
    "henting": "ikke_i_dag",
    "utreise_unndragelse": "nei",
    "barnets_kommune": "samme",
}


def shown(guide: Guide, facts: dict[str, str], card: str = "stange/barnehage", **more: str) -> tuple[OutcomeView, Walk]:
    """The first outcome with these facts."""
    found = route(guide, card, Given(facts, **more))  # type: ignore[arg-type]
    assert found.status == "outcome", found.place.id
    return outcome_view(guide, found.walk, found.place), found.walk


def test_the_first_question_is_about_danger(shipped: Content) -> None:
    """Before any date or list the card asks whether the child is in danger, with «vet ikke» among the answers."""
    guide = guide_at(shipped, "2026-11-23T10:00")
    first = view(guide, guide.begin(guide.main_card()))
    assert isinstance(first, QuestionView)
    assert first.fact == "akutt_fare"
    assert [answer.value for answer in first.answers] == ["ja", "nei", "vet_ikke"]
    assert first.help


def test_ticked_signs_of_violence_come_with_the_question(shipped: Content) -> None:
    """A sign that can point at violence puts a word beside the question; it answers nothing."""
    guide = guide_at(shipped, "2026-11-23T10:00")
    walk = guide.answer(guide.begin("stange/barnehage"), "nei")
    assert isinstance(view(guide, walk), RecordView)
    walk = guide.note(walk, {"dato": "2026-11-23"})
    signs = view(guide, walk)
    assert isinstance(signs, SignsView)
    marked = next(s.id for s in shipped.lists["stange/tegn"].signs if s.points_at == ("vold",))
    plain, hinted = view(guide, guide.tick(walk, [])), view(guide, guide.tick(walk, [marked]))
    assert isinstance(plain, QuestionView)
    assert isinstance(hinted, QuestionView)
    assert (plain.fact, plain.hint) == ("mistanke_vold", "")
    assert hinted.hint == words.SIGNS_VIOLENCE
    assert not any(answer.chosen for answer in hinted.answers)


def test_an_outcome_says_duty_guardians_and_who_answers_now(shipped: Content) -> None:
    """In Stange the plan has no number: the national line is the one to ring, and the gap is said."""
    advice, _ = shown(guide_at(shipped, "2026-11-27T16:10"), VIOLENCE)
    assert advice.report_words == words.REPORT["must"]
    assert advice.guardians_words == words.GUARDIANS["not_before_advice"]
    assert advice.first is not None
    assert advice.first.number == "116 111"
    missing = next(contact for contact in advice.contacts if contact.line.service == "barnevern")
    assert (missing.number, missing.state_words) == ("", words.STATE_MISSING)


def test_a_number_typed_in_here_is_shown_with_its_date(shipped: Content) -> None:
    """A local number stands in for what the plan lacks, marked «lagt inn her»."""
    own = ContactPoint("l", "barnevern", "Barnevernet", "stange", phone="62 00 00 00", entered="2026-11-20")
    advice, _ = shown(guide_at(shipped, "2026-11-27T10:00", "stange", "barnehage", own), VIOLENCE)
    mine = next(contact for contact in advice.contacts if contact.number == "62 00 00 00")
    assert any("Lagt inn her" in note and "20. november" in note for note in mine.notes)


def test_why_shows_the_answers_given_and_only_those(shipped: Content) -> None:
    """The reasons of an advice are the answers, in the words of the fact."""
    advice, _ = shown(guide_at(shipped, "2026-11-27T10:00"), VIOLENCE)
    facts = shipped.facts
    assert (facts["mistenkt"].about, facts["mistenkt"].words("foresatt")) in advice.why
    assert facts["omsorgssvikt"].about not in dict(advice.why)
    assert advice.sources


def test_no_duty_never_stands_alone_where_another_duty_binds(shipped: Content) -> None:
    """A child who is not safe in the kindergarten: no report, but the leader must know now."""
    advice, _ = shown(guide_at(shipped, "2026-11-27T10:00"), {**CALM, "utrygt_miljo": "ja", "krenket_av_voksen": "nei"})
    assert advice.report == "not_now"
    assert advice.report_words == words.REPORT_ALONE_NOT
    assert "tell_leader_now" in dict(advice.duties)


def test_the_three_working_days_are_dated_and_explained(shipped: Content) -> None:
    """A worry of a Friday is shared by Wednesday; how it was counted stands beside it."""
    guide = guide_at(shipped, "2026-11-27T10:00")
    found = route(guide, "stange/barnehage", Given(CALM, stop_at="task"))
    task = view(guide, found.walk)
    assert isinstance(task, TaskView)
    (due,) = task.deadlines
    assert due.words == words.DUE.format(date="onsdag 2. desember")
    assert due.assumption == words.ASSUME_WEEKDAYS
    points = {point.id: point for point in rail(guide, found.walk)}
    assert points["2"].state == "now"
    assert points["2"].date == date(2026, 12, 2).isoformat()
    assert points["1"].state == "done"
    assert points["7"].state == "to_come"


def test_an_overdue_task_says_so_without_blame(shipped: Content) -> None:
    """Past the date the card's own words stand there, with the date that it was."""
    guide = guide_at(shipped, "2026-11-27T10:00")
    found = route(guide, "stange/barnehage", Given(CALM, dates={"oppsto": "2026-11-16"}, stop_at="task"))
    task = view(guide, found.walk)
    assert isinstance(task, TaskView)
    (due,) = task.deadlines
    assert due.late
    assert due.words == f"{task.overdue} Fristen var torsdag 19. november."


def test_what_is_known_so_far_puts_the_gravest_first(shipped: Content) -> None:
    """After a report the side still says it, with who answers."""
    guide = guide_at(shipped, "2026-11-27T10:00", "ringsaker")
    found = route(guide, "stange/barnehage", Given(VIOLENCE))
    so = so_far(guide, found.walk)
    assert so.outcome == found.place.node.text
    assert so.report_words == words.REPORT["must"]
    assert so.contact is not None
    assert so.contact.number == "47 47 27 87"


def test_who_answers_now_is_known_before_any_advice(shipped: Content) -> None:
    """From the first answer on: child welfare by day, who stands in for it at night, a national line without either."""
    numbers = {}
    for pack, hour in (("ringsaker", "10:00"), ("ringsaker", "20:00"), ("stange", "10:00")):
        guide = guide_at(shipped, f"2026-11-27T{hour}", pack)
        begun = guide.begin(guide.main_card())
        assert so_far(guide, begun).contact is None
        contact = so_far(guide, guide.answer(begun, "nei")).contact
        assert contact is not None
        numbers[pack, hour] = contact.number
    assert list(numbers.values()) == ["47 47 27 87", "40 40 40 15", "116 111"]


def test_closing_days_bring_share_before_you_close(shipped: Content) -> None:
    """The date stays where it was; the day before the closing stands beside it."""
    stange = replace(shipped.packs["stange"], closing_days=tuple(f"2026-12-{day}" for day in range(21, 32)))
    closing = replace(shipped, packs={**shipped.packs, "stange": stange})
    guide = guide_at(closing, "2026-12-17T10:00")
    found = route(guide, "stange/barnehage", Given(CALM, stop_at="task"))
    task = view(guide, found.walk)
    assert isinstance(task, TaskView)
    (due,) = task.deadlines
    assert due.words == words.DUE.format(date="tirsdag 22. desember")
    assert due.closing == words.CLOSING.format(date="fredag 18. desember")


def test_the_office_may_close_early_on_the_eve(shipped: Content) -> None:
    """24 December is an ordinary day in law: open, with a word of warning; the 23rd has none."""
    said = {}
    for at in ("2026-12-23T10:00", "2026-12-24T10:00"):
        advice, _ = shown(guide_at(shipped, at, "ringsaker"), VIOLENCE)
        assert advice.first is not None
        assert advice.first.state == "open"
        said[at] = words.MAY_CLOSE_EARLY in advice.first.notes
    assert list(said.values()) == [False, True]


def test_later_advice_does_not_take_back_the_duty_to_report(shipped: Content) -> None:
    """Several worries in one walk: «you must report» stands, also where the advice at hand has no such duty."""
    guide = guide_at(shipped, "2026-11-23T10:00", "ringsaker", "skole")
    neglect = {**CALM, "hvem_tema": "hjemme", "omsorgssvikt": "alvorlig", "barnets_kommune": "samme"}
    unsafe = {"utrygt_miljo": "ja", "krenket_av_voksen": "nei"}
    first, _ = shown(guide, {**neglect, **unsafe}, "ringsaker/hvem")
    assert first.report_words == words.REPORT["must"]
    second, walk = shown(guide, {**neglect, **unsafe}, "ringsaker/hvem", past_count=1)  # type: ignore[arg-type]
    assert (second.report, second.report_words) == ("not_now", words.REPORT_STILL)
    assert second.report_more == words.REPORT_MORE["must"]
    assert outcome_view(guide, walk, walk.laid.nodes[first.node]).report_words == words.REPORT["must"]
    alone, _ = shown(guide, {**CALM, "hvem_tema": "mobbing", **unsafe}, "ringsaker/hvem")
    assert alone.node.endswith(second.node.rpartition("/")[2])
    assert alone.report_words == words.REPORT_ALONE_NOT
