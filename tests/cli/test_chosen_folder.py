"""The folder with content that was chosen in the app: it is there at the next start, and nothing else is forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.cli.app import SettingsStore, folder_of, reopened
from guide.service.editing.own_folder import make
from guide.service.profile import Profile
from guide.store import files
from guide.store.locate import shipped
from guide.store.settings import Settings, load_settings, save_settings
from guide.tui.settings import Chosen
from tests.service.edited import NOW
from tests.store.small import write


def test_a_chosen_folder_is_opened_at_the_next_start(tmp_path: Path) -> None:
    """By its whole path, beside municipality and theme; None goes back to what comes with the app."""
    save_settings(Settings(pack="stange", virksomhet="barnehage", theme="lys"))
    root = make(tmp_path / "mine kort", write(tmp_path / "kilde"), NOW)
    store = SettingsStore(load_settings(), Profile("stange", (("virksomhet", "barnehage"),)))
    store.choose(root)
    found = load_settings()
    assert (found.pack, found.theme, folder_of("", found)) == ("stange", "lys", root)
    assert "by/kort" in reopened(folder_of("", found)).cards
    store.save(Chosen(Profile("stange", (("virksomhet", "skole"),)), "mork"))
    assert folder_of("", load_settings()) == root
    store.choose(None)
    assert folder_of("", load_settings()) == shipped()
    assert load_settings().virksomhet == "skole"


def test_a_choice_that_cant_be_kept_is_not_half_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes nothing: the settings are as they were, here and on the disk."""
    save_settings(Settings(pack="stange", theme="lys"))
    store = SettingsStore(load_settings(), Profile("stange", ()))

    def full(*_: object) -> None:
        raise OSError("disk")

    with monkeypatch.context() as disk:
        disk.setattr(files, "write_atomically", full)
        with pytest.raises(OSError, match="disk"):
            store.choose(tmp_path)
    store.save(Chosen(Profile("stange", ()), "mork"))
    assert load_settings().content == ""
