"""One contact in the app: its hours by day, its other fields, marks of staff, and a number withdrawn at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.service.editing import words
from guide.service.editing.folder import Editing, offered
from guide.store.edits.edits import Document
from guide.store.flags import flags
from guide.store.published import in_use
from guide.tui.app import GuideApp
from guide.tui.editing import contact_texts, publish_texts, texts
from guide.tui.editing.hours import HoursScreen

from .conftest import MONDAY, AppMaker
from .editing import CONTACTS, choose, flag, folder, newest, over
from .helpers import press, screen_text

__all__ = ["folder"]


def points(root: Path) -> Any:
    """The contacts of the file as they stand in the draft."""
    return Document((root / CONTACTS).read_bytes(), CONTACTS).value(("contacts",))


def changed_lines(root: Path) -> list[tuple[str, str]]:
    """The lines of the draft that are others than in the first version, as they were and as they are."""
    old = (root / "published" / "1" / CONTACTS).read_text("utf-8").splitlines()
    new = (root / CONTACTS).read_text("utf-8").splitlines()
    return [(a.strip(), b.strip()) for a, b in zip(old, new, strict=True) if a != b]


def words_on(app: GuideApp) -> str:
    """The screen as one line."""
    return " ".join(screen_text(app).split())


async def at_contact(pilot: Any, number: str = "1") -> None:
    """To a contact of the municipality."""
    await press(pilot, "7")
    await choose(pilot, "By kommune")
    await press(pilot, number)


async def test_hours_are_written_by_day_and_change_one_line(make_app: AppMaker, folder: Path) -> None:
    """The week stands beside the days while one types, and all else in the file is byte for byte the same."""
    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_contact(pilot)
        await press(pilot, "2")
        assert "Mandag 08:00-15:30 23.11. 08:00–15:30" in words_on(app)
        await press(pilot, *["enter"] * 4, *["backspace"] * 11, *"8-11 og 12.15-14")
        assert "27.11. 08:00–11:00, 12:15–14:00" in words_on(app)
        await press(pilot, "enter", *["backspace"] * 6, *"10-25")
        assert "10-25" in words_on(app)
        await press(pilot, "enter", "enter", "enter")
        assert isinstance(app.screen, HoursScreen)
        await press(pilot, *["backspace"] * 5, *"stengt", "enter", "enter", "enter")
        assert contact_texts.HOURS_SAVED in screen_text(app)
    new = 'hours: "Mo-Th 08:00-15:30; Fr 08:00-11:00,12:15-14:00; PH off"'
    assert changed_lines(folder) == [('hours: "Mo-Fr 08:00-15:30; PH off"', new)]


async def test_hours_that_are_left_are_asked_about_and_kept_until_then(make_app: AppMaker, folder: Path) -> None:
    """A crash in the middle loses nothing that could be read; «ikke lagre» leaves the file as it was."""
    app = over(make_app, folder)
    old = (folder / CONTACTS).read_bytes()
    async with app.run_test(size=(60, 20)) as pilot:
        await at_contact(pilot)
        await press(pilot, "2", *["backspace"] * 11, *"døgnåpent")
        assert isinstance(app.screen, HoursScreen)
        app.screen._keep()
        (kept,) = offered(Editing(folder, lambda: MONDAY))
        assert "Mo 00:00-24:00" in kept.text
        assert (folder / CONTACTS).read_bytes() == old
        await press(pilot, "escape", "escape")
        assert contact_texts.HOURS_LEAVE in screen_text(app)
        await press(pilot, "2")
        assert not isinstance(app.screen, HoursScreen)
    assert (folder / CONTACTS).read_bytes() == old
    assert offered(Editing(folder, lambda: MONDAY)) == ()


async def test_hours_that_say_more_are_edited_as_they_stand(make_app: AppMaker, folder: Path) -> None:
    """Text that can't be read is refused with how it is written; nothing of it is lost in a table."""
    path = folder / CONTACTS
    path.write_text(path.read_text("utf-8").replace("Mo-Fr 08:00-15:30; PH off", "Jun-Aug Mo-Fr 08:00-15:00"), "utf-8")
    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_contact(pilot)
        await press(pilot, "2")
        assert contact_texts.HOURS_MORE.split(".")[0] in words_on(app)
        await press(pilot, "x", "enter")
        assert words.BAD_HOURS.split(".")[0][:20] in words_on(app)
        await press(pilot, "backspace", *"; Dec 24 off", "enter")
        assert contact_texts.HOURS_SAVED in screen_text(app)
    assert points(folder)[0]["hours"] == "Jun-Aug Mo-Fr 08:00-15:00; Dec 24 off"


async def test_the_other_fields_are_typed_or_chosen(make_app: AppMaker, folder: Path) -> None:
    """A service is chosen by its title; a value that the file can't take is refused with why."""
    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_contact(pilot)
        await press(pilot, "4", *"alarm", "enter")
        assert contact_texts.SAVED in screen_text(app)
        await press(pilot, "6", *"ikke en adresse", "enter")
        assert "https" in words_on(app)
        assert "ikke en adresse" in screen_text(app)
        await press(pilot, "escape", "7", *"Spør etter [b]vakta[/b]", "enter")
        assert "[b]vakta[/b]" in screen_text(app)
        await press(pilot, "8", "1", *"loven", "enter")
        await press(pilot, "8", "2")
    point = points(folder)[0]
    assert (point["service"], point["note"], point["source"]) == ("alarm", ["Spør etter [b]vakta[/b]"], ["lov:loven-1"])
    assert "web" not in point


async def test_a_team_comes_and_a_contact_goes(make_app: AppMaker, folder: Path) -> None:
    """A new contact has its service chosen and no number; with a number, a source and a call it has no error left."""
    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7")
        await choose(pilot, "By kommune")
        await choose(pilot, contact_texts.NEW)
        await press(pilot, *"leder", "enter", "enter")
        assert contact_texts.NO_NAME in screen_text(app)
        await press(pilot, *"Laget", "enter")
        assert contact_texts.NEW_DONE in screen_text(app)
        await press(pilot, "1", *"22334466", "enter", "8", "1", *"del", "enter", "r")
        assert texts.RUNG_ALONE in screen_text(app)
        assert points(folder)[2] == {
            **{"id": "laget", "service": "leder", "name": "Laget", "phone": "22334466"},
            **{"source": ["by:p-1"], "checked": "2026-11-23"},
        }
        await choose(pilot, contact_texts.REMOVE)
        await press(pilot, "2")
        assert contact_texts.REMOVED.format(name="Laget") in screen_text(app)
    assert (folder / CONTACTS).read_bytes() == (folder / "published/1" / CONTACTS).read_bytes()


async def test_a_number_that_staff_say_is_wrong_is_withdrawn_at_once(make_app: AppMaker, folder: Path) -> None:
    """From the list of marks to what to do; one question, and staff don't see the number any more."""
    flag(folder)
    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7")
        await choose(pilot, texts.FLAGGED)
        assert "Barnevernet i By: 22 33 44 55" in screen_text(app)
        await press(pilot, "1")
        assert contact_texts.FLAGGED_DO[0] in screen_text(app)
        await choose(pilot, contact_texts.WITHDRAW)
        await press(pilot, *"Feil", "enter", "enter")
        assert publish_texts.NO_BY in screen_text(app)
        await press(pilot, *"SLT", "enter")
        while contact_texts.OUT_DONE.format(number=2) not in screen_text(app):
            await pilot.pause(0.02)
        assert app.guide.content.contacts["by"][0].missing
        await press(pilot, "1", *"22334466", "enter", "r")
    assert flags(folder) == ()
    assert points(folder)[0]["phone"] == "22334466"
    used = in_use(folder)
    assert used is not None
    assert (used.manifest.kind, used.manifest.by, newest(folder)) == ("withdraw", "SLT", 2)


async def test_marks_are_text_whatever_they_hold(make_app: AppMaker, folder: Path) -> None:
    """A mark of a contact that is gone can be put away; one without an hour, or with more, breaks nothing."""
    flag(folder, "by/[red]borte", "\x1b]52;c;eA==\x07[@click=app.quit]ring[/]")
    (folder / "meldt" / "a.json").write_text('{"contact":"x","phone":"1","why":"ingen_svar","at":"i går"}', "utf-8")
    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7")
        await choose(pilot, texts.FLAGGED)
        assert "by/[red]borte: ]52;c;eA==[@click=app.quit]ring[/]" in screen_text(app)
        await press(pilot, "1", "2")
        assert contact_texts.FLAG_PUT_AWAY in screen_text(app)
    assert flags(folder) == ()


@pytest.mark.parametrize("key", ["phone", "hours"])
async def test_a_read_only_folder_loses_nothing(
    make_app: AppMaker, folder: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """It says so; what was typed is offered the next time, and is saved once the folder takes it."""
    from guide.store import files

    write = files.write_atomically

    def refuse(path: Path, data: bytes) -> None:
        if folder in path.parents:
            raise OSError
        write(path, data)

    app = over(make_app, folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_contact(pilot)
        with monkeypatch.context() as disk:
            disk.setattr(files, "write_atomically", refuse)
            if key == "phone":
                await press(pilot, "1", *"22334466", "enter")
            else:
                await press(pilot, "2", *["backspace"] * 11, *"9-10", *["enter"] * 8)
            assert "kunne ikke lagres" in words_on(app)
    again = over(make_app, folder)
    async with again.run_test(size=(80, 24)) as pilot:
        await press(pilot, "7")
        await choose(pilot, "By kommune")
        assert texts.LOST_HEAD in screen_text(again)
        await press(pilot, "1")
        assert texts.LOST_SAVED in screen_text(again)
    point = points(folder)[0]
    assert point["phone"] == "22334466" if key == "phone" else point["hours"].startswith("Mo 09:00-10:00; Tu-Fr")
