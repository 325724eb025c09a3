"""The screens of a card that is edited: what a change touches, what is lost by nothing, and how they look."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from textual.widgets import TextArea

from guide.service.editing.folder import Editing, offered
from guide.store import files
from guide.store.drafts import NOT_SAVED
from guide.tui.app import GuideApp
from guide.tui.editing import card_keys
from guide.tui.editing import card_texts as texts
from guide.tui.editing.card import CardScreen
from guide.tui.editing.opened import file_screen
from guide.tui.editing.step import StepScreen
from guide.tui.editing.text import TextScreen
from guide.tui.editing.viewing import Beside
from guide.tui.themes import CONTRAST, THEMES
from guide.tui.widgets.pane import Pane
from tests.conftest import ROOT
from tests.glyphs import outside
from tests.store.faults import no_waiting
from tests.tui.card_editing import (
    CARD,
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
from tests.tui.test_every_screen import painted, resized
from tests.tui.test_themes import AA, AAA, contrast

__all__ = ["no_waiting", "own_data", "root"]


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
