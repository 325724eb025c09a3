"""Publishing from the app: what stands in the way, who and why, the versions, and back again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from guide.core.content import Content
from guide.service.editing import publish_words
from guide.store.compiled import open_current
from guide.store.locate import shipped
from guide.store.published import in_use, read_current
from guide.tui.app import GuideApp
from guide.tui.editing import folder_texts, publish_texts, texts
from guide.tui.editing.publishing import PublishScreen, StoppedError

from .conftest import AppMaker
from .editing import CONTACTS, choose, folder, newest, over, settled
from .helpers import press, screen_text

__all__ = ["folder"]
CARD = "trees/by/kort.yaml"
FELLES = "trees/felles/services.yaml"


def change(root: Path, name: str, old: str, new: str) -> None:
    """Changes a draft on the disk."""
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), "utf-8")


def words_on(app: GuideApp) -> str:
    """The screen as one line."""
    return " ".join(screen_text(app).split())


async def test_a_change_is_published_seen_and_undone(make_app: AppMaker, folder: Path, tmp_path: Path) -> None:
    """Staff have the number after it, and the old one after going back; who and why stand in the versions."""
    change(folder, CONTACTS, "22 33 44 55", "22 33 44 66")
    app = over(make_app, folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "7")
        await settled(pilot)
        assert publish_texts.CHANGED.format(count=1) in screen_text(app)
        await choose(pilot, publish_texts.PUBLISH)
        await settled(pilot)
        print(screen_text(app))
        assert publish_texts.HOLDS in screen_text(app)
        assert "22 33 44 66" in screen_text(app)
        await press(pilot, "1", *"Nytt", "enter", "enter")
        assert publish_words.NO_BY in screen_text(app)
        await press(pilot, *"Navn Navnesen", "enter")
        assert "ligner et navn" in words_on(app)
        await press(pilot, *["backspace"] * len("Navn Navnesen"), *"SLT", "enter")
        await settled(pilot)
        assert publish_texts.PUBLISHED.format(number=2) in screen_text(app)
        assert app.guide.content.contacts["by"][0].phone == "22 33 44 66"
        await choose(pilot, publish_texts.TO_VERSIONS)
        assert "publisert av SLT · Nytt" in screen_text(app)
        await press(pilot, "2")
        assert publish_words.EXPORTED in screen_text(app)
        await press(pilot, "1", *"Feil", "enter", "enter")
        await settled(pilot)
        assert publish_texts.BACK_DONE.format(number=3, of=1) in screen_text(app)
    assert open_current(folder, tmp_path / "cache").contacts["by"][0].phone == "22 33 44 55"
    assert "22 33 44 66" in (folder / CONTACTS).read_text("utf-8")


async def test_an_error_stands_in_the_way_and_is_one_key_from_its_place(make_app: AppMaker, folder: Path) -> None:
    """The contact that is wrong is marked in its file; mended, one looks again."""
    change(folder, CONTACTS, "22 33 44 55", "ring")
    app = over(make_app, folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "7", "1")
        await settled(pilot)
        assert publish_words.ERRORS.format(count=1) in words_on(app)
        assert publish_texts.FAULT.format(file=CONTACTS, line=7) in screen_text(app)
        await press(pilot, "1")
        assert texts.CONTACTS_HEAD.format(name="By kommune") in screen_text(app)
        await press(pilot, "b")
        change(folder, CONTACTS, "phone: ring", "phone: 22 33 44 77")
        await choose(pilot, publish_texts.AGAIN)
        await settled(pilot)
        assert publish_texts.HOLDS in screen_text(app)


async def test_a_proof_that_fails_is_told_and_nothing_can_be_published(
    make_app: AppMaker, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the proof says stands there, and the way on is to look again."""
    monkeypatch.setattr("guide.tui.editing.publishing.proofs", lambda *_: ("P1 holder ikke [b]",))
    change(folder, CONTACTS, "22 33 44 55", "22 33 44 66")
    app = over(make_app, folder)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "7", "1")
        await settled(pilot)
        assert "P1 holder ikke [b]" in screen_text(app)
        assert publish_texts.GO not in screen_text(app)
    assert read_current(folder)[0] == 1


async def test_shared_content_asks_for_a_second_role(make_app: AppMaker, folder: Path) -> None:
    """The same one twice is refused, and what was typed stands there still."""
    change(folder, FELLES, "title: Lederen", "title: Lederen din")
    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7", "1")
        await settled(pilot)
        await press(pilot, "1", *"Ord", "enter", *"SLT", "enter", *"slt", "enter")
        assert publish_words.SAME_PERSON in words_on(app)
        await press(pilot, *["backspace"] * 3, *"styrer", "enter")
        await settled(pilot)
        assert publish_texts.PUBLISHED.format(number=2) in screen_text(app)
    used = in_use(folder)
    assert used is not None
    assert (used.manifest.by, used.manifest.approved_by) == ("SLT", "styrer")


async def test_leaving_stops_the_proofs(make_app: AppMaker, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How far they are is told while they run; the thread is told to stop when nobody waits any more."""
    stopped: list[bool] = []

    def slow(_: Content, __: date, told: Callable[[int, int], None]) -> tuple[str, ...]:
        try:
            while True:
                told(3, 8)
        except StoppedError:
            stopped.append(True)
            raise

    monkeypatch.setattr("guide.tui.editing.publishing.proofs", slow)
    change(folder, CONTACTS, "22 33 44 55", "22 33 44 66")
    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7", "1")
        await told(app, publish_texts.PROVING.format(done=3, total=8).split(".")[1])
        assert isinstance(app.screen, PublishScreen)
        await press(pilot, "b")
        while not stopped:
            await pilot.pause(0.05)
    assert newest(folder) == 1


async def test_a_draft_changed_while_one_fills_in_is_looked_at_again(make_app: AppMaker, folder: Path) -> None:
    """What was proved is what is published, or nothing is; what was typed is not lost by it."""
    change(folder, CONTACTS, "22 33 44 55", "22 33 44 66")
    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7", "1")
        await settled(pilot)
        await press(pilot, "1", *"Nytt", "enter", "escape", "1")
        assert "Nytt" in screen_text(app)
        await press(pilot, *"SL")
        change(folder, CONTACTS, "22 33 44 66", "22 33 44 77")
        await press(pilot, "T", "enter")
        await told(app, publish_words.MOVED.split(".")[0])
        assert newest(folder) == 1
        await press(pilot, "escape")
        await choose(pilot, publish_texts.AGAIN)
        await settled(pilot)
        await press(pilot, "1")
        assert "Nytt" in screen_text(app)
        await press(pilot, "tab", "enter")
        await settled(pilot)
        assert publish_texts.PUBLISHED.format(number=2) in screen_text(app)


async def test_a_full_disk_publishes_nothing(make_app: AppMaker, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so with what was typed, the version before is in use, and with room it goes."""
    from guide.store import publishing

    write = publishing._write

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(publishing, "_write", full)
    change(folder, CONTACTS, "22 33 44 55", "22 33 44 66")
    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7", "1")
        await settled(pilot)
        await press(pilot, "1", *"Nytt", "enter", *"SLT", "enter")
        await told(app, publishing.NOT_WRITTEN.split(".")[0])
        assert "Nytt" in screen_text(app)
        assert read_current(folder)[0] == 1
        monkeypatch.setattr(publishing, "_write", write)
        await press(pilot, "tab", "enter")
        await settled(pilot)
        assert publish_texts.PUBLISHED.format(number=2) in screen_text(app)
    assert not list((folder / "published").glob(".*"))


async def test_a_folder_is_made_in_the_app_and_remembered(
    make_app: AppMaker, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A place that is taken is refused with why; the new one is whole, with help for editors, and is the app's now."""
    monkeypatch.setattr("guide.tui.editing.folder.suggested", lambda: tmp_path / "mappe")
    app = over(make_app, shipped())
    chosen: list[Path | None] = []
    app.choose_folder = chosen.append
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7", "1")
        assert str(tmp_path)[:20] in screen_text(app)
        await press(pilot, "enter")
        await told(app, "finnes fra før")
        await press(pilot, *"-ny", "enter")
        await told(app, publish_texts.UNCHANGED)
        await settled(pilot)
    made = tmp_path / "mappe-ny"
    assert chosen == [made]
    assert (made / "skjema" / "card.json").is_file()
    assert read_current(made)[0] == 1


async def test_a_folder_that_is_there_is_opened(make_app: AppMaker, folder: Path, tmp_path: Path) -> None:
    """One that has no content, or is not there, is refused with why, and what was typed stands there still."""
    app = over(make_app, shipped())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7", "2", *f"{tmp_path}/mapp", "enter")
        await told(app, "finnes ikke")
        await press(pilot, "e", "enter")
        await told(app, publish_texts.UNCHANGED)
        await settled(pilot)
        assert app.folder is not None
        assert app.folder() == folder


async def test_where_the_choice_cant_be_kept_it_is_said(make_app: AppMaker, folder: Path) -> None:
    """The folder is open all the same."""

    def refuse(_: Path | None) -> None:
        raise OSError

    app = over(make_app, shipped())
    app.choose_folder = refuse
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7", "2", *str(folder), "enter")
        await told(app, folder_texts.NOT_REMEMBERED.split(",")[0])
        await settled(pilot)
        assert publish_texts.PUBLISH in screen_text(app)


async def told(app: GuideApp, said: str) -> None:
    """Waits until the screen says something."""
    while said not in words_on(app):
        await asyncio.sleep(0.02)
