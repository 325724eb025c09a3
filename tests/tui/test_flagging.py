"""Staff say that a number doesn't work, by one key in the list of contacts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from guide.core.contacts import ContactPoint
from guide.service.profile import Profile
from guide.store.flags import flags
from guide.tui import strings
from tests.tui.conftest import PROFILE, AppMaker
from tests.tui.helpers import press, screen_text


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's data folder is one of the test's own."""
    monkeypatch.setattr("guide.store.flags.data_dir", lambda: tmp_path / "own")


async def test_one_key_flags_the_number_that_is_marked(make_app: AppMaker, tmp_path: Path) -> None:
    """The mark says which contact and number, a word of the list and the hour; the screen says thanks."""
    app = make_app()
    app.folder = lambda: tmp_path
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "k", "slash", *"barneverntjenesten", "enter", "f")
        assert strings.FLAGGED in screen_text(app)
    (made,) = flags(tmp_path)
    assert (made.contact, made.phone, made.why, made.shared) == ("bygda/bv", "62 11 22 33", "ingen_svar", True)


async def test_typing_f_in_the_field_flags_nothing(make_app: AppMaker, tmp_path: Path) -> None:
    """In the field a letter is text."""
    app = make_app()
    app.folder = lambda: tmp_path
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "k", "slash", "f")
    assert flags(tmp_path) == ()


async def test_a_contact_without_a_number_has_nothing_to_flag(make_app: AppMaker, tmp_path: Path) -> None:
    """It says so."""
    app = make_app()
    app.folder = lambda: tmp_path
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "k", "slash", *"helsesykepleier", "enter", "f")
        assert strings.NOTHING_TO_FLAG in screen_text(app)
    assert flags(tmp_path) == ()


async def test_a_number_of_ones_own_is_nobody_elses_to_mend(make_app: AppMaker, tmp_path: Path) -> None:
    """A number typed in under the settings never gets into the admin's list."""
    local = ContactPoint("x", "styrer", "Styrer", "lokal", phone="62 99 99 99", entered="2026-11-23")
    app = make_app(profile=Profile(PROFILE.pack, PROFILE.facts, (local,)))
    app.folder = lambda: tmp_path
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "k", "slash", *"62999999", "enter", "f")
        assert strings.FLAG_OWN in screen_text(app)
    assert flags(tmp_path) == ()


async def test_where_the_folder_takes_nothing_it_is_kept_here_and_said(make_app: AppMaker, tmp_path: Path) -> None:
    """A folder that is a file stands for one that can't be written to."""
    shut = tmp_path / "fil"
    shut.write_bytes(b"")
    app = make_app()
    app.folder = lambda: shut
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "k", "slash", *"barneverntjenesten", "enter", "f")
        assert strings.FLAGGED_HERE in screen_text(app)
    assert [flag.shared for flag in flags(shut)] == [False]
    assert os.path.getsize(shut) == 0
