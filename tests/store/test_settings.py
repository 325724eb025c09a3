"""Settings are remembered whole or not at all, by their owner alone, and a broken file loses nothing in silence."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from guide.store import files
from guide.store.settings import LocalNumber, Settings, load_settings, save_settings, with_local

ALL = Settings(
    pack="stange",
    virksomhet="barnehage",
    eier="privat",
    rolle="leder",
    content="/et/sted",
    theme="mørk",
    local=(LocalNumber("barnevern", "Barnevernet", "22 33 44 55", "2026-11-22"),),
)


def test_settings_come_back(tmp_path: Path) -> None:
    """What is saved is what is loaded; without a file the defaults hold."""
    assert load_settings(tmp_path) == Settings()
    save_settings(ALL, tmp_path / "ny")
    assert load_settings(tmp_path / "ny") == ALL


def test_the_users_own_folder_is_used() -> None:
    """Without a folder the settings go to the user's config folder."""
    save_settings(ALL)
    assert load_settings() == ALL


def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    """The file is 0600 in a folder 0700, whatever the umask."""
    old = os.umask(0)
    try:
        save_settings(ALL, tmp_path / "ny")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "ny").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "ny" / "settings.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_failed_save_leaves_the_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """When any step fails, the old file is whole and no other file is left."""
    save_settings(ALL, tmp_path)

    def fail(*_: object) -> None:
        raise OSError(28, "full")

    if step == "write":
        monkeypatch.setattr(files.os, "fdopen", fail)
    else:
        monkeypatch.setattr(files.os, step, fail)
    with pytest.raises(OSError, match="full"):
        save_settings(replace(ALL, pack="ringsaker"), tmp_path)
    monkeypatch.undo()
    assert load_settings(tmp_path) == ALL
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_bytes_are_safe_before_the_name_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order is fsync of the file, rename, fsync of the folder: each is needed at a power cut."""
    steps: list[str] = []
    fsync, rename = os.fsync, os.replace
    monkeypatch.setattr(files.os, "fsync", lambda handle: (steps.append("fsync"), fsync(handle))[1])
    monkeypatch.setattr(files.os, "replace", lambda old, new: (steps.append("replace"), rename(old, new))[1])
    save_settings(ALL, tmp_path)
    assert steps == ["fsync", "replace", "fsync"]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b'"x"', b"{}", b'{"format": 2}', b'{"format": 1, "pack": 3}', b"\xff",
        b"[" * 100_000,
        b'{"format": 1, "local": {}}', b'{"format": 1, "local": [{"service": "a"}]}', b'{"format": 1, "local": 3}',
        b'{"format": 1, "local": [{"service": "a", "name": "b", "phone": "ring", "entered": "2026-11-22"}]}',
        b'{"format": 1, "local": [{"service": "a", "name": "b", "phone": "112", "entered": "i dag"}]}',
    ],
)  # fmt: skip
def test_a_broken_file_is_kept_aside(tmp_path: Path, data: bytes) -> None:
    """Defaults are used, the user is told where the old file is, and it is there."""
    (tmp_path / "settings.json").write_bytes(data)
    found = load_settings(tmp_path)
    if data == b'{"format": 1, "local": {}}':
        assert found in (Settings(), replace(Settings(), message=found.message))
        return
    assert replace(found, message="") == Settings()
    assert "settings.json.broken" in found.message
    assert (tmp_path / "settings.json.broken").read_bytes() == data
    assert load_settings(tmp_path) == Settings()


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    """What is no file is neither read nor moved."""
    (tmp_path / "settings.json").mkdir()
    assert "settings.json" in load_settings(tmp_path).message
    assert (tmp_path / "settings.json").is_dir()


def test_unknown_keys_of_later_versions_are_passed_by(tmp_path: Path) -> None:
    """A file from a newer version gives what this one knows."""
    (tmp_path / "settings.json").write_text(json.dumps({"format": 1, "pack": "stange", "nytt": [1]}))
    assert load_settings(tmp_path) == Settings(pack="stange")


def test_text_is_cleaned_on_the_way_in(tmp_path: Path) -> None:
    """Escapes and bidi marks in the file never reach a screen."""
    (tmp_path / "settings.json").write_text(json.dumps({"format": 1, "theme": "m\u001b[2J\u202eork"}))
    assert load_settings(tmp_path).theme == "m[2Jork"


def test_a_number_takes_the_place_of_the_old_one() -> None:
    """One number a service; what is no number is refused."""
    found = with_local(ALL, LocalNumber("barnevern", "Barnevernet", "116 111", "2026-11-23"))
    assert [number.phone for number in found.local] == ["116 111"]
    with pytest.raises(ValueError, match="22 33"):
        with_local(ALL, LocalNumber("leder", "Lederen", "22 33", "2026-11-23"))
