"""A walk, line by line."""

from __future__ import annotations

import pytest

from guide.core.content import Content
from guide.core.emergency import PHONES
from guide.plain import strings
from guide.plain.home import AT_ADVICE, LEFT, OPEN, run_card
from guide.plain.lines import advice_lines
from guide.plain.talk import EMERGENCY, command_of, matching
from guide.plain.walk import LineWalk
from guide.service.guide import Guide
from guide.service.present import view
from guide.service.route import Given
from guide.service.views import OutcomeView
from tests.plain.talking import CONTROL, driven, talk_of
from tests.service.guides import guide_at

CARD = "stange/barnehage"
AT = "2026-11-23T10:00"


@pytest.fixture
def guide(shipped: Content) -> Guide:
    """Stange's kindergarten on a Monday morning."""
    return guide_at(shipped, AT)


def said(guide: Guide, *lines: str, card: str = CARD) -> tuple[str, str]:
    """How a walk with these lines ended, and all that was said."""
    talk, heard = talk_of(lines)
    ended = run_card(guide, card, talk)
    assert not CONTROL.search(heard.text)
    return ended, heard.text


def after(guide: Guide, *lines: str, card: str = CARD) -> tuple[LineWalk, str]:
    """The walk after these lines, and all that was said."""
    talk, heard = talk_of(lines)
    line_walk = LineWalk(guide, guide.begin(card), talk)
    with pytest.raises(EOFError):
        line_walk.run()
    return line_walk, heard.text


def test_the_emergency_numbers_come_first(guide: Guide) -> None:
    """Before any word of the card, and that nothing is saved right after."""
    _, text = said(guide)
    first = text.splitlines()[0]
    assert all(phone in first for phone in PHONES)
    assert strings.NOT_SAVED in text


def test_the_end_of_input_is_polite(guide: Guide) -> None:
    """It says where one was, that nothing is saved, and how to begin again."""
    ended, text = said(guide)
    assert ended == OPEN
    assert f"Du sto ved: {guide.begin(CARD).place.node.text}" in text
    assert text.rstrip().endswith(f"tiltakskort walk {CARD} --plain")


def test_the_end_of_input_at_advice_is_no_open_walk(guide: Guide) -> None:
    """A pipe that reaches advice has got what it wanted."""
    assert said(guide, "ja", "1")[0] == AT_ADVICE


def test_leaving_asks_once_and_says_that_nothing_is_saved(guide: Guide) -> None:
    """At the first question at once; after an answer only when it is said twice."""
    ended, text = said(guide, "q")
    assert ended == LEFT
    assert strings.LEFT in text
    ended, text = said(guide, "nei", "slutt", "1")
    assert ended == OPEN
    assert strings.LEAVE_TITLE in text
    assert said(guide, "nei", "slutt", "slutt")[0] == LEFT


@pytest.mark.parametrize("line", ["9", "0", "xyz", "", "1 2", "-1", "²", "99999999999999999999999"])
def test_wrong_input_says_what_is_expected(guide: Guide, line: str) -> None:
    """The walk stays, and the least and the greatest number are named."""
    line_walk, text = after(guide, line)
    assert not line_walk.walk.moves
    assert text.count("Skriv et tall fra 1 til 3") == 2


@pytest.mark.parametrize(("line", "value"), [("1", "ja"), ("j", "ja"), ("NEI", "nei"), ("vet i", "vet_ikke")])
def test_an_answer_is_a_number_or_how_it_begins(guide: Guide, line: str, value: str) -> None:
    """Case does not matter."""
    assert after(guide, line)[0].walk.state.known["akutt_fare"] == value


def test_the_beginning_of_several_answers_chooses_none() -> None:
    """All the words of one answer mean that one, even where another begins with them."""
    assert matching("n", ("Nei", "Nei, ikke i dag", "Ja")) == (0, 1)
    assert matching("nei", ("Nei", "Nei, ikke i dag", "Ja")) == (0,)
    assert matching("3", ("Nei", "Nei, ikke i dag", "Ja")) == (2,)
    assert matching("", ("Nei",)) == ()


def test_back_keeps_what_was_answered(guide: Guide) -> None:
    """One step back, and the earlier answer is marked in words."""
    line_walk, text = after(guide, "nei", "b")
    assert not line_walk.walk.moves
    assert "(svart her før)" in text


def test_back_at_the_beginning_says_so(guide: Guide) -> None:
    """There is nothing before the first question."""
    assert strings.FIRST in after(guide, "tilbake")[1]


@pytest.mark.parametrize("line", ["!", "akutt", "!!!", " ! "])
def test_the_emergency_numbers_by_one_key(guide: Guide, line: str) -> None:
    """The numbers at once; nothing is opened before one asks for it, and then the card about danger."""
    line_walk, text = after(guide, "nei", line)
    assert all(phone in text for phone in PHONES)
    assert not line_walk.walk.in_alarm
    line_walk, _ = after(guide, "nei", line, "1")
    assert line_walk.walk.place.id.startswith("!felles/akutt/")


def test_every_prompt_names_the_key_for_danger() -> None:
    """Whatever is asked, the way to the numbers stands in the same line."""
    prompts = [text for name, text in vars(strings).items() if name.startswith("WRITE_") and "FIELD" not in name]
    assert prompts
    assert all("Fare nå: skriv !" in text for text in prompts)
    assert command_of("!") == EMERGENCY


def test_an_alarm_is_chosen_and_left_again(guide: Guide) -> None:
    """`+` lists the three; back out of it leads to where one was."""
    line_walk, text = after(guide, "nei", "+", "2")
    assert "1. Barnet er i fare nå" in text
    assert line_walk.walk.place.id.startswith("!felles/vold/")
    here = after(guide, "nei")[0].walk.place.id
    assert after(guide, "nei", "+", "2", "b")[0].walk.place.id == here


def test_an_alarm_from_a_card_without_alarms_is_a_walk_of_its_own(guide: Guide) -> None:
    """Back out of its first question leads to the card that one was in."""
    line_walk, text = after(guide, "+", "3", "b", card="felles/akutt")
    assert not line_walk.walk.moves
    assert text.count(line_walk.shown.text) == 2


def test_why_tells_and_stays(guide: Guide) -> None:
    """Why this is asked and where it stands; the question is still there."""
    line_walk, text = after(guide, "?")
    assert "Hvor det står" in text
    assert "Du står fortsatt ved" in text
    assert not line_walk.walk.moves


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("k", "116 111"),
        ("hjelp", "q eller slutt"),
        ("o", "Så langt:"),
        ("/ blåmerker", "blåmerker"),
        ("/", "skråstrek"),
    ],
)
def test_a_command_tells_and_stays(guide: Guide, line: str, says: str) -> None:
    """Contacts, help, overview and search move nothing."""
    line_walk, text = after(guide, line)
    assert says in text
    assert not line_walk.walk.moves


def to_signs(guide: Guide) -> list[str]:
    """The lines that lead to the signs of the kindergarten's card."""
    lines = ["nei"]
    while after(guide, *lines)[0].walk.place.kind != "signs":
        lines.append("")
        assert len(lines) < 10
    return lines


def test_signs_are_numbers_with_spaces(guide: Guide) -> None:
    """Each is said back; a number that is not there is refused as a whole, and an empty line passes nothing."""
    lines = to_signs(guide)
    for wrong in ("1 99", "en", ""):
        line_walk, text = after(guide, *lines, wrong)
        assert line_walk.walk.place.kind == "signs"
    line_walk, text = after(guide, *lines, "1, 2")
    assert text.count("Krysset av: ") == 2
    assert line_walk.walk.moves[-1].ticked
    assert after(guide, *lines, "ingen")[0].walk.moves[-1].ticked == ()
    assert len(after(guide, *lines, "1 2", "b", "videre")[0].walk.moves[-1].ticked) == 2


def to_record(guide: Guide) -> str:
    """The line before the first record of the kindergarten's card."""
    assert after(guide, "nei")[0].walk.place.kind == "record"
    return "nei"


def test_a_record_is_a_field_a_line(guide: Guide) -> None:
    """Enter keeps today; a date is said back with its day; what is no date is refused with an example."""
    nei = to_record(guide)
    fields = after(guide, nei)[0].walk.place.node.fields
    first, rest = fields[0], [""] * (len(fields) - 1)
    assert first.kind == "date"
    line_walk, text = after(guide, nei, "", *rest)
    assert "Enter beholder 23.11.2026" in text
    assert dict(line_walk.walk.moves[-1].fields)[first.id] == "2026-11-23"
    line_walk, text = after(guide, nei, "31.02.2026", "32.13", "20.11", *rest)
    assert text.count("Skriv den slik: 23.11.2026") == 2
    assert "fredag 20. november" in text
    assert dict(line_walk.walk.moves[-1].fields)[first.id] == "2026-11-20"


def test_what_is_typed_in_a_record_survives_an_alarm(guide: Guide) -> None:
    """Out to the emergency card in the middle of a record, and back: the first field is as it was typed."""
    nei = to_record(guide)
    assert len(after(guide, nei)[0].walk.place.node.fields) > 1
    _, text = after(guide, nei, "20.11", "!", "1", "b")
    assert "Enter beholder 20.11.2026" in text


def test_years_are_a_number_or_not_known(shipped: Content) -> None:
    """«vet ikke» as words, and a number that no child can be is refused."""
    guide = guide_at(shipped, AT)
    card = "felles/samtykke"
    to = next(n for n in "123456789" if after(guide, n, card=card)[0].walk.place.fact == "alder")
    for line, value in (("15", "15"), ("v", "vet_ikke"), ("vet ikke", "vet_ikke")):
        assert after(guide, to, line, card=card)[0].walk.state.known["alder"] == value
    line_walk, text = after(guide, to, "200", "ti", card=card)
    assert line_walk.walk.place.fact == "alder"
    assert strings.YEARS_BAD in text
    assert "hele år" in text


def outcome(guide: Guide, **facts: str) -> OutcomeView:
    """The advice that these facts lead to."""
    line_walk, _ = driven(guide, CARD, Given({"akutt_fare": "nei", **facts}))
    shown = view(guide, line_walk.walk)
    assert isinstance(shown, OutcomeView)
    return shown


VIOLENCE = {
    "mistanke_vold": "konkret",
    "ferske_spor": "nei",
    "mistenkt": "foresatt",
    "voldstype": "fysisk",
    "avverging": "nei",
    "utreise_unndragelse": "nei",
    "barnets_kommune": "samme",
    "henting": "ikke_i_dag",
}


def test_advice_begins_with_the_one_thing_and_the_number(guide: Guide) -> None:
    """Then, in this order: duty to report, guardians, what to say, do, not do, what comes next, why, sources."""
    shown = outcome(guide, **VIOLENCE)
    lines = advice_lines(shown)
    assert lines[0] == f"{shown.urgency_words}: {shown.text}"
    first = next(line for line in lines if line.startswith("Ring ") and ": " in line)
    number = shown.first.number if shown.first else next(c.number for c in shown.contacts if c.number)
    assert first.endswith(number)
    wanted = [first, shown.report_words, shown.guardians_words, shown.do[0], shown.dont[0], shown.next[0]]
    places = [lines.index(text) for text in (*wanted, "Hvorfor:", "Hvor det står:")]
    assert places == sorted(places)


def test_advice_comes_in_the_order_of_the_app(guide: Guide) -> None:
    """The same texts, one after another, in both."""
    from guide.tui.widgets.lines import body_lines

    shown = outcome(guide, **VIOLENCE)
    app = [line.text.plain for line in body_lines(shown, shown.contacts[1:]) if line.text]
    plain = advice_lines(shown)
    parts = (shown.say_phone, shown.say_child, shown.share, shown.do, shown.dont, shown.next, shown.notes)
    texts = [shown.report_words, shown.guardians_words, *(part[0] for part in parts if part)]
    assert sorted(texts, key=app.index) == sorted(texts, key=plain.index)
