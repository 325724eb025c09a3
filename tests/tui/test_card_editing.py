"""A card edited in the app: by its form and as text, tried, published, walked as staff, and undone."""

from __future__ import annotations

import random
import re
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from guide.service.editing import drafting
from guide.service.editing.folder import Editing, offered
from guide.service.editing.preview import guide_for, walk_to
from guide.service.editing.publish import plan, publish
from guide.service.editing.slots import fill_slot
from guide.service.editing.versions import export, undo
from guide.service.present import view
from guide.service.profile import Profile
from guide.service.views import TaskView
from guide.store import files
from guide.store.compiled import open_current
from guide.store.drafts import NOT_SAVED
from guide.store.locate import shipped
from guide.tui.app import GuideApp
from guide.tui.editing import card_keys
from guide.tui.editing import card_texts as texts
from guide.tui.editing.bench import counts
from guide.tui.editing.boxes import PickBox, TextBox
from guide.tui.editing.card import CardScreen
from guide.tui.editing.opened import file_screen
from guide.tui.editing.step import StepScreen
from guide.tui.editing.text import TextScreen
from guide.tui.editing.trying import TryScreen
from guide.tui.editing.viewing import Beside
from guide.tui.themes import CONTRAST, THEMES
from guide.tui.widgets.pane import Pane
from tests.conftest import ROOT
from tests.glyphs import outside
from tests.store import small
from tests.store.faults import no_waiting
from tests.tui.conftest import MONDAY, AppMaker
from tests.tui.helpers import press, screen_text
from tests.tui.test_every_screen import painted, resized
from tests.tui.test_themes import AA, AAA, contrast

__all__ = ["no_waiting"]
CARD, BARNEHAGE = "trees/by/kort.yaml", "trees/stange/barnehage.yaml"
MARKUP = "[red]Hei[/red] [@click=app.quit]her[/] <b>"


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's data folder is the test's."""
    monkeypatch.setattr("guide.store.drafts.data_dir", lambda: tmp_path / "own")
    monkeypatch.setattr("guide.store.flags.data_dir", lambda: tmp_path / "own")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small folder."""
    return small.write(tmp_path / "mappe")


async def settled(app: GuideApp, pilot: Pilot[None]) -> None:
    """All threads have answered, and what they say is shown."""
    await pilot.pause(0.4)  # what was typed is taken up once no key has come for a while
    await app.workers.wait_for_complete()
    await pilot.pause()


async def at_card(app: GuideApp, pilot: Pilot[None], root: Path, file: str = CARD) -> None:
    """The card as a tree."""
    await app.push_screen(file_screen(root, file, lambda: MONDAY))
    await settled(app, pilot)


async def at_step(app: GuideApp, pilot: Pilot[None], node: str) -> None:
    """From the tree to the form of a step."""
    assert isinstance(app.screen, CardScreen)
    app.screen.go_to(node)
    await press(pilot, "enter")
    assert isinstance(app.screen, StepScreen)
    await pilot.pause()


async def at_slot(app: GuideApp, pilot: Pilot[None], id: str) -> None:
    """The slot has the keys."""
    boxes = [box for box in app.screen.query("TextBox, PickBox") if isinstance(box, TextBox | PickBox)]
    box = next(box for box in boxes if box.slot.id == id)
    box.focus()
    if isinstance(box, TextBox):
        box.move_cursor((0, 0))
    await pilot.pause()


async def to_letters(app: GuideApp, pilot: Pilot[None]) -> None:
    """Out of the field where one types, so that letters are keys."""
    if isinstance(app.focused, TextArea):
        await press(pilot, "escape")


def saved(root: Path, *way: str | int, file: str = CARD) -> Any:
    """What stands in the file on the disk."""
    return Editing(root, lambda: MONDAY).document(file).value(way)


def words(text: str) -> str:
    """A text on one line, however it is wrapped."""
    return " ".join(text.split())


@pytest.mark.usefixtures("no_waiting")
async def test_a_deadline_becomes_five_days_is_published_and_undone(make_app: AppMaker, tmp_path: Path) -> None:
    """By the form: one digit of the file. Staff have five days once it is published, and three again when undone."""
    root = tmp_path / "min"
    export(shipped(), root, "rådgiver", MONDAY)
    before = (root / BARNEHAGE).read_bytes()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_card(app, pilot, root, BARNEHAGE)
        await press(pilot, "slash", *("space" if sign == " " else sign for sign in "en med ped"), "enter", "enter")
        await pilot.pause()
        await at_slot(app, pilot, "deadlines:0:within")
        await press(pilot, "delete", "5", "escape", "l")
        assert texts.SAVED in screen_text(app)
    after = (root / BARNEHAGE).read_bytes()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    assert due(root, tmp_path) == "torsdag 26. november"
    publish(root, plan(root, MONDAY, lambda *_: ()), "rådgiver", "SLT", "Fem dager", MONDAY)
    assert due(root, tmp_path) == "mandag 30. november"
    undo(root, "rådgiver", "", MONDAY)
    assert due(root, tmp_path) == "torsdag 26. november"


def due(root: Path, tmp_path: Path) -> str:
    """The day that staff are told at the step, in what is published."""
    guide = guide_for(open_current(root, tmp_path / "cache"), "stange/barnehage", lambda: MONDAY, Profile("stange"))
    walk = walk_to(guide, "stange/barnehage", "del")
    assert walk is not None
    shown = view(guide, walk)
    assert isinstance(shown, TaskView)
    return next(day for day in ("torsdag 26. november", "mandag 30. november") if day in shown.deadlines[0].words)


async def test_a_step_is_edited_as_text_and_broken_text_is_not_lost(make_app: AppMaker, root: Path) -> None:
    """Broken YAML is told on its line, kept every two seconds, and offered after a crash, broken as it is."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_card(app, pilot, root)
        await press(pilot, "end", "y")
        box = app.screen.query_one(TextArea)
        assert box.text.startswith("  fare:")
        assert texts.K_OUT in screen_text(app)
        box.move_cursor((2, len("    ask: ")))
        await press(pilot, *"[ {")
        await settled(app, pilot)
        assert isinstance(app.screen, TextScreen)
        rows = (root / CARD).read_text("utf-8").splitlines()
        row = 1 + rows.index("    ask: Er barnet i fare?")
        assert f"Linje {row}:" in screen_text(app) or f"Linje {row + 1}:" in screen_text(app)
        typed = box.text
        await app.screen.keep_now()
        await press(pilot, "escape", "b")
        assert texts.BROKEN in words(screen_text(app))
    assert "[ {" not in (root / CARD).read_text("utf-8")
    again = make_app()
    async with again.run_test(size=(80, 24)) as pilot:
        await at_card(again, pilot, root)
        assert texts.LOST_HEAD in screen_text(again)
        await press(pilot, "1")
        await settled(again, pilot)
        await press(pilot, "y")
        assert typed in again.screen.query_one(TextArea).text


async def test_form_and_text_are_two_ways_to_the_same_file(make_app: AppMaker, root: Path) -> None:
    """What is typed in one stands in the other, and each is undone by one key."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_card(app, pilot, root)
        await at_step(app, pilot, "del")
        await at_slot(app, pilot, "task")
        await press(pilot, *"Nå: ", "escape", "y")
        box = app.screen.query_one(TextArea)
        assert '"Nå: Del det"' in box.text
        at = box.text.splitlines().index("    do: [Fortell]")
        box.move_cursor((at, len("    do: [Fortell")))
        await press(pilot, *" alt", "escape", "z")
        assert "[Fortell]" in app.screen.query_one(TextArea).text
        assert not isinstance(app.focused, TextArea)
        box = app.screen.query_one(TextArea)
        box.focus()
        box.move_cursor((at, len("    do: [Fortell")))
        await press(pilot, *" alt", "escape", "b")
        await settled(app, pilot)
        boxes = {box.slot.id: box for box in app.screen.query(TextBox)}
        assert boxes["do"].text == "Fortell alt"
        await to_letters(app, pilot)
        await press(pilot, "z", "z")
        await settled(app, pilot)
        boxes = {box.slot.id: box for box in app.screen.query(TextBox)}
        assert (boxes["task"].text, boxes["do"].text) == ("Del det", "Fortell")


async def test_each_finding_stands_at_its_field(make_app: AppMaker, root: Path) -> None:
    """In the form above the field, in the tree beside the step, and the list of findings leads to the step."""
    (root / CARD).write_text((root / CARD).read_text("utf-8").replace("urgency: today", "urgency: todya"), "utf-8")
    app = make_app()
    async with app.run_test(size=(80, 50)) as pilot:
        await at_card(app, pilot, root)
        assert "! Meld" in screen_text(app)
        await press(pilot, "f", "enter", "enter")
        await settled(app, pilot)
        marked = [box.slot.id for box in app.screen.query(PickBox) if box.found]
        assert marked == ["urgency"]
        await at_slot(app, pilot, "outcome")
        await press(pilot, *["delete"] * 4)
        await settled(app, pilot)
        told = [box.slot.id for box in app.screen.query("Told") if box.found]  # type: ignore[attr-defined]
        assert told == ["outcome"]


async def test_what_is_mended_in_a_step_is_no_fault_in_the_tree(make_app: AppMaker, root: Path) -> None:
    """Also where one goes back before the look is over: it is not lost with the screen that began it."""
    (root / CARD).write_text((root / CARD).read_text("utf-8").replace("urgency: today", "urgency: todya"), "utf-8")
    app = make_app()
    async with app.run_test(size=(80, 50)) as pilot:
        await at_card(app, pilot, root)
        tree = app.screen
        assert isinstance(tree, CardScreen)
        await press(pilot, "f", "enter", "enter")
        step = app.screen
        assert isinstance(step, StepScreen)
        slot = next(box.slot for box in step.query(PickBox) if box.slot.id == "urgency")
        fill_slot(tree.bench.editing, CARD, step.name_of_step, slot.id, "today")
        tree.bench.turn += 1
        step.action_back()
        await settled(app, pilot)
        assert app.screen is tree
        assert not tree.bench.stale
        assert not counts(tree.bench)[0]
        assert "! Meld" not in screen_text(app)


async def test_typing_waits_for_no_check_and_stale_answers_are_dropped(
    make_app: AppMaker, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys are on the screen while a check stands still; what it finds for an older text is shown to nobody."""
    app, go, seen = make_app(), threading.Event(), list[str]()
    judge = drafting.judge

    def slow(editing: Editing) -> drafting.Judged:
        seen.append(str(editing.document(CARD).value(("nodes", "del", "task"))))
        assert go.wait(20)
        return judge(editing)

    async with app.run_test(size=(80, 24)) as pilot:
        await at_card(app, pilot, root)
        await at_step(app, pilot, "del")
        await at_slot(app, pilot, "task")
        monkeypatch.setattr("guide.tui.editing.bench.judge", slow)
        await press(pilot, *["delete"] * 7)
        for _ in range(40):
            await pilot.pause(0.05)
            if seen:
                break
        await press(pilot, *"Ring")
        assert isinstance(app.focused, TextBox)
        assert app.focused.text == "Ring"
        await pilot.pause(0.8)
        go.set()
        await settled(app, pilot)
        assert seen[0] == ""
        assert seen[-1] == "Ring"
        assert not [box for box in app.screen.query("Told") if box.found]  # type: ignore[attr-defined]


async def test_markup_in_a_card_stays_text(make_app: AppMaker, root: Path) -> None:
    """In the tree, the form, the text, the lists and the preview it is shown as it stands."""
    path = root / CARD
    text = path.read_text("utf-8").replace("task: Del det", f'task: "{MARKUP}"')
    path.write_text(text.replace("leder: Dere vurderer sammen", f'leder: "{MARKUP}"'), "utf-8")
    app = make_app()
    async with app.run_test(size=(140, 50)) as pilot:
        await at_card(app, pilot, root)
        assert MARKUP in screen_text(app)
        await at_step(app, pilot, "del")
        assert words(screen_text(app)).count("[@click=app.quit]her[/]") >= 4
        await to_letters(app, pilot)
        await press(pilot, "u")
        assert MARKUP in screen_text(app)
        await press(pilot, "escape", "e")
        assert MARKUP in screen_text(app)
        await press(pilot, "escape", "y")
        assert MARKUP in screen_text(app)
        await press(pilot, "escape", "b")
        await settled(app, pilot)
        await to_letters(app, pilot)
        await press(pilot, "b", "d")
        assert MARKUP in screen_text(app)


async def test_a_trial_is_marked_and_is_no_case(make_app: AppMaker, root: Path) -> None:
    """With the draft's own words, from the step on; it saves nothing, holds nothing, and gives no number away."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_card(app, pilot, root)
        await at_step(app, pilot, "del")
        await at_slot(app, pilot, "task")
        await press(pilot, *"Nå ", "escape", "p")
        await settled(app, pilot)
        assert isinstance(app.screen, TryScreen)
        assert screen_text(app).lstrip("▌█ ").startswith(texts.TRY_BANNER)
        assert "Nå Del det" in screen_text(app)
        for key in ("l", "c", "x", "n", "r", "k", "m", "u", "slash"):
            await press(pilot, key)
            assert isinstance(app.screen, TryScreen), key
            assert texts.TRY_BANNER in screen_text(app)
        await press(pilot, "pagedown", "enter", "enter", "q")
        assert isinstance(app.screen, StepScreen)
        assert app.ways.held is None
        assert saved(root, "nodes", "del", "task") == "Del det"


async def test_answers_and_new_steps_without_a_typed_id(make_app: AppMaker, root: Path) -> None:
    """An answer leads to a step chosen by its text, or to a new one; another is hidden with its reason."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_card(app, pilot, root)
        await at_step(app, pilot, "fare")
        await at_slot(app, pilot, "answers:nei")
        await press(pilot, "enter", *"meld", "enter")
        await settled(app, pilot)
        await at_slot(app, pilot, "answers:vet_ikke")
        await press(pilot, "enter", *"nyt", "enter", "2", *"Ring", "enter")
        await settled(app, pilot)
        await at_slot(app, pilot, "answers:ja")
        await press(pilot, "enter", *"ikke", "enter", *"Nei", "enter")
        await settled(app, pilot)
        await to_letters(app, pilot)
        await press(pilot, "l")
        assert texts.SAVED in screen_text(app)
    shape = saved(root, "nodes", "fare")
    assert shape["answers"] == {"nei": "meld", "vet_ikke": "ring"}
    assert shape["not_offered"] == {"ja": "Nei"}
    assert saved(root, "nodes", "ring", "task") == "Ring"


async def test_a_rename_and_a_removal_show_what_they_touch_first(make_app: AppMaker, root: Path) -> None:
    """Nothing is done before one says so; then it is done everywhere."""
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await at_card(app, pilot, root)
        await press(pilot, "slash", *"del det", "enter", "e", "enter", *["backspace"] * 3, *"si fra", "enter")
        assert "«si-fra»" in words(screen_text(app))
        assert f"{CARD}. Steder: " in screen_text(app)
        await press(pilot, "1")
        await press(pilot, "slash", *"mote", "enter", "d")
        assert texts.DROP_LEFT in screen_text(app)
        await press(pilot, "1", *"meld", "enter", "l")
        assert texts.SAVED in screen_text(app)
    assert saved(root, "nodes", "si-fra", "was") == ["del"]
    assert saved(root, "nodes", "si-fra", "go") == "meld"
    assert saved(root, "nodes", "mote") is None


async def test_a_rename_in_many_files_is_undone_in_all_of_them(make_app: AppMaker, root: Path) -> None:
    """One key takes it back in the card and in every other file."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_card(app, pilot, root)
        assert isinstance(app.screen, CardScreen)
        await press(pilot, "slash", *"er barnet", "enter", "e", "down", "enter", *["backspace"] * 4, *"uro", "enter")
        assert "«uro»" in words(screen_text(app))
        await press(pilot, "1")
        assert len(app.screen.bench.editing.unsaved()) > 3
        await press(pilot, "z")
        assert not app.screen.bench.unsaved


async def test_a_disk_that_refuses_loses_nothing(
    make_app: AppMaker, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, what was typed stands there, and is saved when the disk takes it; a quit keeps it, too."""
    app = make_app()
    write = files.write_atomically

    def full(path: Path, data: bytes) -> None:
        if root in path.parents:
            raise OSError
        write(path, data)

    async with app.run_test(size=(80, 24)) as pilot:
        await at_card(app, pilot, root)
        await at_step(app, pilot, "del")
        await at_slot(app, pilot, "task")
        await press(pilot, *"Nå ", "escape")
        with monkeypatch.context() as disk:
            disk.setattr(files, "write_atomically", full)
            await press(pilot, "l")
            assert NOT_SAVED[:40] in screen_text(app)
        await press(pilot, "l")
        assert texts.SAVED in screen_text(app)
        await at_slot(app, pilot, "task")
        await press(pilot, *"Ja ", "escape", "f2")
        assert texts.KL_TRY in screen_text(app)
        await press(pilot, "escape", "escape")
    assert saved(root, "nodes", "del", "task") == "Nå Del det"
    (kept,) = offered(Editing(root, lambda: MONDAY))
    assert "Ja Nå Del det" in kept.text


async def test_a_file_changed_outside_is_told_and_both_are_kept(make_app: AppMaker, root: Path) -> None:
    """Before saving; mine or theirs, and what is replaced lies beside the file. Leaving asks about what is unsaved."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_card(app, pilot, root)
        await at_step(app, pilot, "del")
        await at_slot(app, pilot, "task")
        await press(pilot, *"Nå ", "escape")
        theirs = (root / CARD).read_bytes() + b"# deres\n"
        (root / CARD).write_bytes(theirs)
        assert isinstance(app.screen, StepScreen)
        await app.screen.keep_now()
        await pilot.pause()
        assert texts.OUTSIDE_NOW[:40] in screen_text(app)
        await press(pilot, "l")
        assert texts.OUTSIDE_HEAD in screen_text(app)
        assert (root / CARD).read_bytes() == theirs
        await press(pilot, "1")
        await settled(app, pilot)
        assert saved(root, "nodes", "del", "task") == "Nå Del det"
        assert theirs in [path.read_bytes() for path in (root / ".forrige").rglob("*-*.yaml")]
        await at_slot(app, pilot, "task")
        await press(pilot, "x", "escape", "b")
        assert isinstance(app.screen, CardScreen)
        await press(pilot, "b")
        assert texts.LEAVE_HEAD in screen_text(app)
        await press(pilot, "2")
        assert not isinstance(app.screen, CardScreen)
    assert saved(root, "nodes", "del", "task") == "Nå Del det"


async def test_any_file_is_found_and_opened_from_the_list(make_app: AppMaker, root: Path) -> None:
    """A card as its tree, any other as text; what is gone or no card breaks nothing, whatever key is pressed."""
    app = make_app()
    app.folder = lambda: root
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7")
        await settled(app, pilot)
        await press(pilot, "slash", *"by/kort", "enter")
        assert isinstance(app.screen, CardScreen)
        await press(pilot, "b", "slash", *"services", "enter")
        assert isinstance(app.screen, TextScreen)
        assert "barnevern:" in app.screen.query_one(TextArea).text
        await press(pilot, "escape")
        for key in ("v", "p", "u", "e", "n", "d", "f", "w", "slash"):
            await to_letters(app, pilot)
            await press(pilot, key)
            await app.workers.wait_for_complete()
            assert isinstance(app.screen, TextScreen), key
        (root / "trees/by/annet.yaml").write_bytes(b"\xff\xfe nodes: [")
        for name in ("trees/by/annet.yaml", "trees/by/borte.yaml"):
            await app.push_screen(file_screen(root, name, lambda: MONDAY))
            for key in ("enter", "v", "p", "u", "e", "n", "d", "z", "l", "f"):
                await press(pilot, key)
            await settled(app, pilot)
            await press(pilot, *(() if isinstance(app.screen, CardScreen) else ("escape",)))
            assert isinstance(app.screen, CardScreen)
            await press(pilot, "y")
            assert isinstance(app.screen, TextScreen)
            await press(pilot, "escape", "b", "b")


async def test_danger_is_one_key_from_every_editing_screen(make_app: AppMaker, root: Path) -> None:
    """From the tree, the form with a letter key in a text, the text and the preview."""
    app = make_app()
    async with app.run_test(size=(60, 20)) as pilot:
        await at_card(app, pilot, root)
        for keys in ((), ("enter", "down"), ("escape", "y"), ("escape", "z", "b", "v")):
            await press(pilot, *keys)
            await pilot.pause(0.1)
            await press(pilot, "exclamation_mark")
            assert all(number in screen_text(app) for number in ("112", "113", "110"))
            await press(pilot, "escape")
            assert app.screen.query(Pane)


async def test_the_preview_beside_the_form_follows_what_is_typed(make_app: AppMaker, root: Path) -> None:
    """In a wide window; it takes no keys. While the card has errors it shows what was there before them."""
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await at_card(app, pilot, root)
        await at_step(app, pilot, "del")
        await at_slot(app, pilot, "task")
        await press(pilot, *"Nå ")
        await settled(app, pilot)
        beside = app.screen.query_one(Beside)
        assert "Nå Del det" in words("".join(str(line) for line in beside_text(app)))
        assert not any(child.has_focus for child in beside.query("*"))
        await press(pilot, *["delete"] * 7, *["backspace"] * 3)
        await settled(app, pilot)
        assert texts.VIEW_OLD in words("".join(beside_text(app)))


def beside_text(app: GuideApp) -> list[str]:
    """What stands at the right."""
    return [row[-48:] + " " for row in (line.ljust(140) for line in screen_text(app).splitlines())]


async def test_hidden_characters_are_shown_and_change_nothing_by_themselves(make_app: AppMaker, root: Path) -> None:
    """A file with escapes or bidi marks is opened as text; the bytes stay until somebody types."""
    path = root / CARD
    path.write_text(path.read_text("utf-8").replace("Del det", "Del\u202e det\x1b[2J"), "utf-8")
    before = path.read_bytes()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_card(app, pilot, root)
        assert texts.BROKEN in words(screen_text(app))
        await press(pilot, "y")
        assert "?" in app.screen.query_one(TextArea).text
        assert "\x1b" not in app.screen.query_one(TextArea).text
        await press(pilot, "escape", "b", "b")
        assert not isinstance(app.screen, CardScreen)
    assert path.read_bytes() == before


async def test_every_editing_screen_can_be_read_at_any_size_and_in_every_theme(make_app: AppMaker, root: Path) -> None:
    """From 1×1 to 200×60 nothing breaks; letters have the contrast that the rest of the app has."""
    app, chance = make_app(), random.Random(6)
    async with app.run_test(size=(100, 30)) as pilot:
        await at_card(app, pilot, root)
        for keys in ((), ("enter",), ("y",), ("escape", "b", "v"), ("b", "b", "p")):
            await press(pilot, *keys)
            await pilot.pause(0.1)
            for theme in THEMES:
                app.theme = theme.name
                await pilot.pause()
                least = AAA if theme is CONTRAST else AA
                seen = {(one.hex, two.hex): contrast(one, two) for one, two in painted(app)}
                assert {pair: value for pair, value in seen.items() if value < least} == {}, (keys, theme.name)
            assert outside(screen_text(app)) == set()
            kind = type(app.screen)
            for _ in range(4):
                await resized(app, int(1 + 200 * chance.random() ** 2), int(1 + 60 * chance.random() ** 2))
            await resized(app, 100, 30)
            await pilot.pause()
            assert type(app.screen) is kind
            assert "112" in screen_text(app)


def test_the_page_for_editors_tells_every_key() -> None:
    """docs/bruk/redaktorer.md has each key of a card's screens, and the pictures that it shows are there."""
    page = ROOT / "docs" / "bruk" / "redaktorer.md"
    text = page.read_text("utf-8")
    assert [key.shown for key in (*card_keys.DRAFT, card_keys.WHOLE) if f"`{key.shown}`" not in text] == []
    shown = re.findall(r"\]\((\.\./bilder/[^)]+)\)", text)
    assert len(shown) > 3
    assert all((page.parent / each).is_file() for each in shown)
