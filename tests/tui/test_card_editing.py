"""A card edited in the app: by its form and as text, tried, published, walked as staff, and undone."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.widgets import TextArea

from guide.service.editing import drafting
from guide.service.editing.folder import Editing
from guide.service.editing.preview import guide_for, walk_to
from guide.service.editing.publish import plan, publish
from guide.service.editing.slots import fill_slot
from guide.service.editing.versions import export, undo
from guide.service.present import view
from guide.service.profile import Profile
from guide.service.views import TaskView
from guide.store.compiled import open_current
from guide.store.locate import shipped
from guide.tui.editing import card_texts as texts
from guide.tui.editing.bench import counts
from guide.tui.editing.boxes import PickBox, TextBox
from guide.tui.editing.card import CardScreen
from guide.tui.editing.step import StepScreen
from guide.tui.editing.text import TextScreen
from guide.tui.editing.trying import TryScreen
from tests.store.faults import no_waiting
from tests.tui.card_editing import (
    BARNEHAGE,
    CARD,
    MARKUP,
    at_card,
    at_slot,
    at_step,
    own_data,
    root,
    saved,
    settled,
    to_letters,
    words,
)
from tests.tui.conftest import MONDAY, AppMaker
from tests.tui.helpers import press, screen_text

__all__ = ["no_waiting", "own_data", "root"]


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
        await press(pilot, "5", "delete", "escape", "l")  # never empty: an emptied number comes back in quotes
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
