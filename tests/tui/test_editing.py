"""«Redigering» in the app, on a copy of the shipped content."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from guide.service.editing.contacts import ContactRow, contact_rows
from guide.service.editing.folder import Editing
from guide.store import files
from guide.store.flags import flags, raise_flag
from guide.store.locate import shipped
from guide.tui import strings
from guide.tui.app import GuideApp
from guide.tui.editing import folder_texts, texts
from tests.tui.conftest import MONDAY, AppMaker
from tests.tui.helpers import press, screen_text

FILE = "contacts/nasjonalt.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, as the content is shipped; the user's data folder is the test's, too."""
    monkeypatch.setattr("guide.store.flags.data_dir", lambda: tmp_path / "own")
    monkeypatch.setattr("guide.store.drafts.data_dir", lambda: tmp_path / "own")
    for name in ("trees", "contacts"):
        shutil.copytree(shipped() / name, tmp_path / "mappe" / name)
    return tmp_path / "mappe"


def opened(make_app: AppMaker, root: Path) -> GuideApp:
    """The app over the folder."""
    app = make_app()
    app.folder = lambda: root
    return app


async def at_contacts(pilot: Pilot[None], app: GuideApp) -> None:
    """To «Redigering», and on to the file whose contacts are edited."""
    await press(pilot, "7")
    while f"Kontakter: {Path(FILE).stem}" not in marked(app):
        await press(pilot, "down")
    await press(pilot, "enter")


def marked(app: GuideApp) -> str:
    """The words of the choice that is marked."""
    from guide.tui.widgets.answers import AnswerList

    chosen = app.screen.query_one(AnswerList).chosen
    return chosen.words if chosen else ""


def changed_lines(old: bytes, new: bytes) -> list[str]:
    """The lines that differ, with their sign."""
    pairs = difflib.ndiff(old.decode().splitlines(), new.decode().splitlines())
    return [line for line in pairs if line[:1] in "+-"]


def first(root: Path) -> ContactRow:
    """The first contact that is no emergency number."""
    rows = contact_rows(Editing(root, lambda: MONDAY), FILE)
    return next(row for row in rows if row.phone not in ("110", "112", "113"))


async def test_a_new_number_changes_its_line_and_the_day_of_the_check_alone(make_app: AppMaker, root: Path) -> None:
    """The day goes with the old number: nobody has rung the new one yet. All else is byte for byte the same."""
    old = (root / FILE).read_bytes()
    app = opened(make_app, root)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_contacts(pilot, app)
        await press(pilot, "enter", "1", *"22334455", "enter")
        assert texts.SAVED in screen_text(app)
    changed = changed_lines(old, (root / FILE).read_bytes())
    assert first(root).phone == "22334455"
    assert changed
    assert all("phone:" in line or "checked:" in line for line in changed)


async def test_what_is_no_number_is_asked_for_again(make_app: AppMaker, root: Path) -> None:
    """What was typed stands there still, with why; the file is as it was."""
    old = (root / FILE).read_bytes()
    app = opened(make_app, root)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_contacts(pilot, app)
        await press(pilot, "enter", "1", *"++", "enter")
        assert "++" in screen_text(app)
        assert strings.K_KEEP in screen_text(app)
    assert (root / FILE).read_bytes() == old


async def test_one_key_confirms_a_number_and_puts_the_marks_of_staff_away(make_app: AppMaker, root: Path) -> None:
    """The mark stands beside the contact until then; the day of the check is today."""
    row = first(root)
    raise_flag(root, f"nasjonalt/{row.id}", row.phone, "ingen_svar", MONDAY)
    app = opened(make_app, root)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_contacts(pilot, app)
        assert "Ansatte sier at det ikke virker: 1" in " ".join(screen_text(app).split())
        await press(pilot, "r")
        assert texts.RUNG.format(count=1) in screen_text(app)
        assert "ikke virker" not in screen_text(app)
    assert flags(root) == ()
    assert first(root).checked == "2026-11-23"


async def test_a_file_changed_outside_is_told_and_not_overwritten(make_app: AppMaker, root: Path) -> None:
    """Theirs stays on the disk."""
    app = opened(make_app, root)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_contacts(pilot, app)
        theirs = (root / FILE).read_bytes() + b"# deres\n"
        (root / FILE).write_bytes(theirs)
        await press(pilot, "r")
        assert texts.CHANGED in screen_text(app)
    assert (root / FILE).read_bytes() == theirs


async def test_a_fault_in_a_card_stands_beside_it_with_its_line(make_app: AppMaker, root: Path) -> None:
    """The list counts it; in the card one key lists the line and what is wrong."""
    card = root / "trees" / "stange" / "barnehage.yaml"
    card.write_text(card.read_text("utf-8").replace("\nstart: ", "\nstart: finnes-ikke-", 1), "utf-8")
    app = opened(make_app, root)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "7")
        await app.workers.wait_for_complete()
        await pilot.pause()
        while app.screen.query_one("AnswerList").chosen.value != "trees/stange/barnehage.yaml":  # type: ignore[attr-defined]
            await press(pilot, "down")
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await press(pilot, "f")
        line = 1 + card.read_text("utf-8").splitlines().index(
            next(row for row in card.read_text("utf-8").splitlines() if row.startswith("start: "))
        )
        assert f"Linje {line}:" in screen_text(app)


async def test_the_content_of_the_app_itself_is_not_edited(make_app: AppMaker) -> None:
    """It offers to make a folder of one's own, or to open one."""
    app = opened(make_app, shipped())
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "7")
        assert folder_texts.MAKE in screen_text(app)
        assert folder_texts.OPEN in screen_text(app)


async def test_nobody_is_asked_to_ring_an_emergency_number(make_app: AppMaker, root: Path) -> None:
    """112, 110 and 113 stand in code: they are neither changed nor rung to see whether they are right."""
    app = opened(make_app, root)
    async with app.run_test(size=(120, 40)) as pilot:
        await at_contacts(pilot, app)
        assert "nødnummer" not in screen_text(app)
        assert first(root).name in screen_text(app)


async def test_what_could_not_be_saved_is_offered_again(
    make_app: AppMaker, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk refuses; the number is asked for nowhere a second time, and is saved the next time one comes."""
    app = opened(make_app, root)
    write = files.write_atomically

    def full(path: Path, data: bytes) -> None:
        if root in path.parents:
            raise OSError
        write(path, data)

    async with app.run_test(size=(80, 24)) as pilot:
        await at_contacts(pilot, app)
        with monkeypatch.context() as disk:
            disk.setattr(files, "write_atomically", full)
            await press(pilot, "enter", "1", *"22334455", "enter")
        assert first(root).phone != "22334455"
        await press(pilot, "b", "b", "enter")
        assert texts.LOST_HEAD in screen_text(app)
        await press(pilot, "1")
        assert texts.LOST_SAVED in screen_text(app)
    assert first(root).phone == "22334455"
