"""The walk by key: every kind of stop, back, alarms, the sides, the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from textual.widgets import Input, Static

from guide.core.clock import OSLO
from guide.core.content import BY, Content
from guide.tui import strings
from guide.tui.modals.dialog import Dialog
from guide.tui.modals.emergency import EmergencyModal
from guide.tui.modals.stuck import StuckModal
from guide.tui.screens.contacts import ContactsScreen
from guide.tui.screens.hidden import HiddenScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.summary import SummaryScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.widgets.advice import AdvicePane
from guide.tui.widgets.answers import AnswerList

from .conftest import AppMaker
from .helpers import press, screen_text

TO_SIGNS = ("1", "2", "enter", "enter")
"""From home: worried, no danger, today's date, nothing noted."""
TO_TASK = (*TO_SIGNS, "enter", "4", "enter")
"""No sign, four years old."""
TO_REPORT = (*TO_SIGNS, "right", "space", "enter", "v")
"""A sign that points at violence; the age is not known."""


def at(screen: object) -> str:
    """The id of the stop that a walk is at."""
    assert isinstance(screen, WalkScreen)
    return screen.walk.state.stop


async def test_every_kind_of_stop_can_be_passed_by_key(make_app: AppMaker) -> None:
    """Question, record, signs, years, task, end: to the summary, and home."""
    app = make_app()
    async with app.run_test(size=(80, 50)) as pilot:
        stops = []
        for key in (*TO_TASK, "1"):
            await press(pilot, key)
            stops.append(at(app.screen))
        assert list(dict.fromkeys(stops)) == ["fare", "oppsto", "tegn", "alder", "del", "slutt"]
        await press(pilot, "1")
        assert isinstance(app.screen, SummaryScreen)
        await press(pilot, "b", "3")
        assert isinstance(app.screen, HomeScreen)
        assert app.ways.held


async def test_arrows_and_enter_choose_as_numbers_do(make_app: AppMaker) -> None:
    """Down, down, Enter is the third answer."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "down", "down", "enter")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.state.known["akutt_fare"] == "vet_ikke"


async def test_answers_can_be_clicked(make_app: AppMaker) -> None:
    """A click on the second answer chooses it."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        answers = app.screen.query_one(AnswerList)
        row = next(y for y, text in enumerate(answers.render().plain.split("\n")) if "2" in text.split()[:1])
        await pilot.click(answers, offset=(8, row))
        await pilot.pause()
        assert at(app.screen) == "oppsto"


async def test_signs_are_ticked_by_number_and_space(make_app: AppMaker) -> None:
    """Numbers tick in the group where the mark is; Enter goes on with what is ticked."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_SIGNS, "2", "1", "1", "right", "space", "enter")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.moves[-1].ticked == ("alene", "merker")
        assert app.screen.walk.state.known["tegn_vold"] == "ja"


async def test_years_are_typed(make_app: AppMaker) -> None:
    """Digits and Enter; nothing typed, or an age that can't be, says so and stays."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_SIGNS, "enter", "enter")
        assert strings.YEARS_NONE in screen_text(app)
        await press(pilot, "9", "9", "9", "enter")
        assert strings.YEARS_BAD in screen_text(app)
        await press(pilot, "backspace", "backspace", "backspace", "1", "2", "enter")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.state.known["alder"] == "12"


async def test_a_date_is_understood_or_refused(make_app: AppMaker) -> None:
    """The day stands in words below; a wrong one says how; letters are no keys and no text in it."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "2")
        assert "mandag 23. november" in screen_text(app)
        field = app.screen.query(Input).first()
        await press(pilot, "b", "q")
        assert field.value == "23.11.2026"
        field.value = "31.11.2026"
        await press(pilot, "enter", "enter")
        assert at(app.screen) == "oppsto"
        assert "Skriv datoen slik" in screen_text(app)
        field.value = "20.11"
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.record_of("oppsto")["dato"] == "2026-11-20"


async def test_the_deadline_follows_the_date(make_app: AppMaker) -> None:
    """Three working days from today, in the task, in the rail and in what is known."""
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *TO_TASK)
        text = screen_text(app)
        assert "Senest torsdag 26. november." in text
        assert "her er du" in text
        assert "ferdig" in text


async def test_back_shows_the_earlier_answer(make_app: AppMaker) -> None:
    """b goes back; what was answered is marked; from the first stop it leads home."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "2", "escape", "b")
        assert at(app.screen) == "fare"
        assert strings.ANSWERED_BEFORE in screen_text(app)
        await press(pilot, "b")
        assert isinstance(app.screen, HomeScreen)


async def test_the_outcome_has_the_number_and_can_be_copied(make_app: AppMaker) -> None:
    """The one thing to do, then the number with its state; c copies it."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_REPORT)
        text = screen_text(app)
        assert text.index("Meld til barnevernet i dag") < text.index("62 11 22 33") < text.index("Må du melde?")
        assert "Åpent nå, til kl. 15:30" in text
        number = app.screen.query_one("#number", Static)
        assert number.allow_select
        await press(pilot, "c")
        assert app.clipboard == "62 11 22 33"
        assert "Kopiert: 62 11 22 33" in screen_text(app)


async def test_after_hours_the_number_is_the_one_that_answers(make_app: AppMaker) -> None:
    """At 15:30 the office is closed, and its stand-in stands largest."""
    app = make_app(at=datetime(2026, 11, 23, 15, 30, tzinfo=OSLO))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_REPORT)
        await press(pilot, "c")
        assert app.clipboard == "62 44 55 66"


async def test_enter_reads_on_before_it_goes_on(make_app: AppMaker) -> None:
    """A second Enter never skips advice: it turns the page until all has been on the screen."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_REPORT, "enter")
        assert at(app.screen) == "meld"
        for _ in range(12):
            await press(pilot, "enter")
            if at(app.screen) != "meld":
                break
        assert at(app.screen) == "slutt"


async def test_all_of_the_advice_is_there(make_app: AppMaker) -> None:
    """Report, duties, guardians, words, sharing, do, don't, next, notes, why, sources; markup as it stands."""
    app = make_app()
    async with app.run_test(size=(140, 90)) as pilot:
        await press(pilot, *TO_REPORT)
        text = screen_text(app)
        for part in (
            "Ja, du har plikt til å melde",
            "straffeloven § 196",
            "Si ikke noe til foresatte",
            "Jeg ringer for å melde.",
            "Takk for at du fortalte det.",
            "Det barnet har sagt",
            "Ring først",
            "Ikke spør ut barnet",
            "Du får svar innen tre uker",
            "[red]annerledes[/red]",
            "Fare nå: Nei",
            "Loven § 1",
            "Kontrollert søndag 22. november 2026.",
        ):
            assert part in text, part


async def test_the_alarm_opens_from_anywhere_and_leads_back(make_app: AppMaker) -> None:
    """!, 1: the acute card; past its end one is back where one was."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_SIGNS, "k", "exclamation_mark")
        assert isinstance(app.screen, EmergencyModal)
        await press(pilot, "1")
        assert at(app.screen) == "!felles/akutt/hva"
        await press(pilot, "1")
        assert "Ring 113 nå" in screen_text(app)
        assert app.screen.query_one(AdvicePane).number == "113"
        await press(pilot, "1")
        assert at(app.screen) == "tegn"


async def test_an_exclamation_mark_in_a_note_is_kept(make_app: AppMaker) -> None:
    """In a field of text the numbers come up, and nothing that was typed is lost."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "2", "tab", "H", "exclamation_mark")
        assert isinstance(app.screen, EmergencyModal)
        await press(pilot, "escape")
        assert [entry.value for entry in app.screen.query(Input)][1] == "H!"


@pytest.mark.parametrize("key", ["plus", "a"])
async def test_the_alarm_menu_lists_the_cards_in_use(make_app: AppMaker, key: str) -> None:
    """Only alarms whose card can be opened."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", key)
        text = screen_text(app)
        assert strings.ALARM_NAMES["felles/akutt"] in text
        assert strings.ALARM_NAMES["felles/vold"] not in text
        await press(pilot, "1")
        assert at(app.screen) == "!felles/akutt/hva"


async def test_why_tells_help_definition_and_source(make_app: AppMaker) -> None:
    """? shows why it is asked and where it stands; Escape closes it."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "question_mark")
        text = screen_text(app)
        assert "Liv eller helse står på spill akkurat nå." in text
        assert "Bygda kommune: Sett ord på" in text
        await press(pilot, "escape")
        assert isinstance(app.screen, WalkScreen)


async def test_hide_covers_everything_and_brings_it_back(make_app: AppMaker) -> None:
    """One key; no word of the walk is on the screen; the same key, and the walk stands as it was."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_REPORT, "h")
        assert isinstance(app.screen, HiddenScreen)
        assert screen_text(app).split() == strings.HIDDEN.split()
        await press(pilot, "h")
        assert at(app.screen) == "meld"


async def test_the_sides_fold_away_and_a_key_brings_them(make_app: AppMaker) -> None:
    """At 80 columns p opens the overview; at 120 they stand there and p folds them."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        assert strings.KNOWN not in screen_text(app)
        await press(pilot, "p")
        assert isinstance(app.screen, Dialog)
        assert "Sett ord på" in screen_text(app)
        await press(pilot, "escape")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert strings.KNOWN in screen_text(app)
        await press(pilot, "p")
        assert strings.KNOWN not in screen_text(app)


async def test_leaving_a_walk_asks_first(make_app: AppMaker) -> None:
    """q says that nothing is saved; the first choice stays; the second keeps the card open till one quits."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_SIGNS, "q")
        assert strings.LEAVE_TITLE in screen_text(app)
        await press(pilot, "1")
        assert at(app.screen) == "tegn"
        await press(pilot, "q", "2")
        assert isinstance(app.screen, HomeScreen)
        assert "Kortet du har åpent" in screen_text(app)
        await press(pilot, "2")
        assert at(app.screen) == "tegn"
        await press(pilot, "q", "3")
    assert app.return_code == 0


async def test_a_new_worry_does_not_swallow_an_open_card(make_app: AppMaker) -> None:
    """«Jeg er bekymret» with a card open asks which."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_SIGNS, "q", "2", "1", "1")
        assert at(app.screen) == "tegn"
        await press(pilot, "q", "2", "1", "2")
        assert at(app.screen) == "fare"


async def test_contacts_from_the_walk_and_back(make_app: AppMaker) -> None:
    """k shows all, b leads back to the same stop."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "k")
        assert isinstance(app.screen, ContactsScreen)
        await press(pilot, "b")
        assert at(app.screen) == "fare"


async def test_a_stuck_card_says_so_with_the_numbers(make_app: AppMaker, content: Content) -> None:
    """A turn that leads nowhere: no traceback, the walk stays where it was."""
    card = content.cards["bygda/barnehage"]
    broken = replace(card.nodes["etter"], kind=BY, answers=())
    cards = {**content.cards, card.id: replace(card, nodes={**card.nodes, "etter": broken})}
    app = make_app(content=replace(content, cards=cards))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TO_SIGNS, "enter", "v")
        assert isinstance(app.screen, StuckModal)
        assert "112" in screen_text(app)
        await press(pilot, "escape")
        assert at(app.screen) == "alder"


async def test_a_changed_answer_says_what_was_dropped(make_app: AppMaker) -> None:
    """Going back and answering otherwise: what no longer is on the way is gone, and the app says so."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "1", "1", "1")
        assert at(app.screen) == "oppsto"
        await press(pilot, "escape", "b", "b", "b")
        assert at(app.screen) == "fare"
        await press(pilot, "2")
        assert at(app.screen) == "oppsto"
        assert strings.DROPPED in screen_text(app)
