"""The first start, the first screen, settings, sizes, crashes, and content that can't be read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.color import Color
from textual.widgets import Input

from guide.core.content import Content
from guide.core.faults import crash_code
from guide.service import words
from guide.service.profile import Profile
from guide.tui import strings
from guide.tui.modals.emergency import EmergencyModal
from guide.tui.screens.contacts import ContactsScreen
from guide.tui.screens.home import HomeScreen
from guide.tui.screens.numbers import NumbersScreen
from guide.tui.screens.setup import SetupScreen
from guide.tui.screens.walk import WalkScreen
from guide.tui.settings import Chosen
from guide.tui.themes import LIGHT
from guide.tui.widgets.chrome import MOST_KEYS, KeyBar

from .conftest import AppMaker, MemoryStore
from .helpers import press, screen_text

NOBODY = Profile("")
EMPTY = Content(packs={}, cards={}, facts={}, services={}, laws={}, lists={}, contacts={})


async def test_the_first_start_asks_two_things_and_offers_a_third(make_app: AppMaker, store: MemoryStore) -> None:
    """Municipality, workplace, and one key to skip the numbers; both are remembered."""
    app = make_app(profile=NOBODY, first_run=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, SetupScreen)
        await press(pilot, "1", "1", "1")
        assert isinstance(app.screen, HomeScreen)
        assert "Bygda kommune, barnehage" in screen_text(app)
    assert store.chosen.profile.pack == "bygda"
    assert store.chosen.profile.workplace == "barnehage"


async def test_numbers_that_the_plan_lacks_are_typed_once(make_app: AppMaker, store: MemoryStore) -> None:
    """A wrong number is refused; a right one is remembered with its day and stands among the contacts with it."""
    app = make_app(profile=NOBODY, first_run=True)
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "1", "1", "2")
        assert isinstance(app.screen, NumbersScreen)
        fields = list(app.screen.query(Input))
        fields[1].value = "12"
        await press(pilot, *["enter"] * len(fields))
        assert strings.NUMBER_BAD in screen_text(app)
        fields[1].value = "62 00 00 01"
        fields[-1].focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "3")
        assert "62 00 00 01" in screen_text(app)
        assert "Lagt inn her, mandag 23. november" in screen_text(app)
        assert screen_text(app).count("62 00 00 01") == 1
    saved = {point.service: point for point in store.chosen.profile.local}
    assert saved["styrer"].entered == saved["leder"].entered == "2026-11-23"


async def test_settings_that_cannot_be_saved_say_so(make_app: AppMaker, store: MemoryStore) -> None:
    """The choice counts until one quits."""
    store.broken = True
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t")
        assert strings.NOT_SAVED in screen_text(app)


async def test_the_theme_that_was_chosen_is_there_from_the_start(make_app: AppMaker, store: MemoryStore) -> None:
    """Light yesterday, light today; in the walk, too."""
    store.chosen = Chosen(store.chosen.profile, LIGHT.name)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        assert app.screen.styles.background == Color.parse(str(LIGHT.background))
        assert app.theme_variables["plate"] == LIGHT.variables["plate"]


@pytest.mark.parametrize(("key", "says"), [("6", "exercises"), ("7", "editing")])
async def test_what_comes_later_says_so(make_app: AppMaker, key: str, says: str) -> None:
    """One line instead of a dead choice."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, key)
        assert words.LATER[says].split(".")[0] in screen_text(app)


async def test_the_emergency_numbers_are_on_every_screen(make_app: AppMaker) -> None:
    """And one key makes them large, from each of them."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in ((), ("1",), ("b", "3"), ("b", "4"), ("b", "7"), ("2",)):
            await press(pilot, *keys)
            assert all(number in screen_text(app) for number in ("112", "113", "110"))
            await press(pilot, "exclamation_mark")
            assert isinstance(app.screen, EmergencyModal)
            await press(pilot, "escape")


async def test_from_home_danger_is_one_key_and_a_card_of_its_own(make_app: AppMaker) -> None:
    """! then 1 without a walk: the acute card is walked by itself."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "exclamation_mark", "1")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.walk.laid.card.id == "felles/akutt"


async def test_without_any_content_the_numbers_stand(make_app: AppMaker) -> None:
    """No setup, no crash: it says that the cards can't be read, and every key still works."""
    app = make_app(content=EMPTY, profile=NOBODY, first_run=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "Kortene kunne ikke leses" in screen_text(app)
        await press(pilot, "1")
        assert isinstance(app.screen, ContactsScreen)
        await press(pilot, "b", "4", "b", "exclamation_mark")
        assert "112" in screen_text(app)
        assert strings.EMERGENCY_NO_CARD in screen_text(app)


@pytest.mark.parametrize(
    ("pack", "workplace", "says"),
    [("nabo", "barnehage", "har ikke noe kort"), ("bygda", "skole", "har en feil")],
)
async def test_a_missing_card_says_so_and_shows_whom_to_ring(
    make_app: AppMaker, pack: str, workplace: str, says: str
) -> None:
    """No card for the workplace, or one that is out of use."""
    app = make_app(profile=Profile(pack, (("virksomhet", workplace),)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        assert isinstance(app.screen, ContactsScreen)
        await press(pilot, "b")
        assert says in screen_text(app)


async def test_contacts_have_the_open_ones_first_and_copy(make_app: AppMaker) -> None:
    """The emergency numbers, open ones, then those without a number; c copies the one that is marked."""
    app = make_app()
    async with app.run_test(size=(80, 50)) as pilot:
        await press(pilot, "k")
        text = screen_text(app)
        assert text.index("Politiet") < text.index("62 11 22 33") < text.index("Nummer mangler")
        await press(pilot, "down", "c")
        assert app.clipboard == "113"


async def test_signs_can_be_read_without_a_walk(make_app: AppMaker) -> None:
    """The municipality's list, with what it says of itself."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        assert "Et tegn er ikke et bevis." in screen_text(app)
        assert "Er mye alene" in screen_text(app)


async def test_too_small_says_so_with_the_numbers(make_app: AppMaker) -> None:
    """Below 40×12, and it comes back when the window grows."""
    app = make_app()
    async with app.run_test(size=(39, 24)) as pilot:
        await pilot.pause()
        assert "for lite" in screen_text(app)
        assert "112" in screen_text(app)
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "for lite" not in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_at_most_five_keys_stand_at_the_foot(make_app: AppMaker, size: tuple[int, int]) -> None:
    """And they fit on their line."""
    app = make_app()
    async with app.run_test(size=size) as pilot:
        for keys in ((), ("1",), ("2",), ("escape", "enter"), ("enter",), ("v",)):
            await press(pilot, *keys)
            bar = app.screen.query_one(KeyBar)
            shown = bar.render()
            assert shown.cell_length <= bar.content_size.width
            assert 1 <= len(shown.plain.split("   ")) <= MOST_KEYS


async def test_the_foot_can_be_clicked(make_app: AppMaker) -> None:
    """A click on «k kontakter» presses k."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        bar = app.screen.query_one(KeyBar)
        await pilot.click(bar, offset=(bar.render().plain.index("k kontakter") + 3, 0))
        await pilot.pause()
        assert isinstance(app.screen, ContactsScreen)


async def test_a_crash_says_a_code_and_nothing_of_the_walk(
    make_app: AppMaker, capsys: pytest.CaptureFixture[str]
) -> None:
    """No message, no value and no variable's content reaches the terminal; the number to ring does."""
    app = make_app()
    secret = "hemmelig-ord"

    def fail() -> None:
        note = secret
        raise KeyError(note)

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            app.call_later(fail)
            await pilot.pause()

    with pytest.raises(KeyError):
        await run()
    out, err = capsys.readouterr()
    assert secret not in out + err
    assert "KeyError test_app:" in err
    assert "112" in err


def test_a_crash_code_is_a_type_and_a_place() -> None:
    """«KeyError test_app:123», never what the error says."""
    try:
        raise KeyError("hemmelig-ord")
    except KeyError as error:
        code = crash_code(error)
    assert code.startswith("KeyError test_app:")
    assert "hemmelig" not in code


async def test_local_numbers_are_let_go_with_the_municipality(make_app: AppMaker, store: MemoryStore) -> None:
    """Another municipality: its numbers are other ones."""
    app = make_app()
    app.remember(replace(app.guide.profile, facts=(("virksomhet", "barnehage"),)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "8", "1", "2", "2")
        assert isinstance(app.screen, HomeScreen)
    assert (store.chosen.profile.pack, store.chosen.profile.workplace) == ("nabo", "skole")
    assert store.chosen.profile.local == ()
