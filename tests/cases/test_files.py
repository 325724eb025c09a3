"""Files of the store: the user's alone, on a disk of the machine, opened as they should be, and not before."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from guide.store.cases import folder as cases_folder
from guide.store.cases.crypto import (
    LEAST,
)
from guide.store.cases.errors import (
    CaseError,
    NoStoreError,
    PlaceError,
    StoreExistsError,
)
from guide.store.cases.folder import KEYS, STORE
from guide.store.cases.open import by_passphrase, create
from tests.cases.made import NOON, PHRASE, store_in


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_files_are_the_users_alone(tmp_path: Path, mask: int) -> None:
    """0600 and 0700 whatever the umask is, the journal in the middle of a write among them."""
    before = os.umask(mask)
    try:
        store, _ = store_in(tmp_path)
        with store.db.writing() as sql:
            sql.execute("INSERT INTO contents VALUES('x', x'00')")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in store.folder.rglob("*")}
    finally:
        os.umask(before)
    assert modes.pop("kopier") == 0o700
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert set(modes) == {STORE, KEYS, f"{STORE}-journal"}
    assert set(modes.values()) == {0o600}


def test_a_link_in_the_place_of_the_store_is_not_followed(tmp_path: Path) -> None:
    """Neither when it is made nor when it is opened; what it points at stays as it was."""
    victim = tmp_path / "offer"
    victim.write_bytes(b"noe annet")
    folder = tmp_path / "saker"
    folder.mkdir()
    (folder / STORE).symlink_to(victim)
    with pytest.raises(CaseError):
        create(folder, PHRASE, NOON, LEAST)
    assert victim.read_bytes() == b"noe annet"
    store, _ = create(tmp_path / "b" / "saker", PHRASE, NOON, LEAST)
    store.db.close()
    (store.folder / STORE).rename(tmp_path / "flyttet")
    (store.folder / STORE).symlink_to(tmp_path / "flyttet")
    with pytest.raises(PlaceError, match="snarvei"):
        by_passphrase(store.folder, PHRASE)


@pytest.mark.parametrize("name", ["med mellomrom", "æøå", "a?b#c%20", "semi;kolon"])
def test_any_name_of_a_folder_will_do(tmp_path: Path, name: str) -> None:
    """Names that mean something in an address, too."""
    store, _ = store_in(tmp_path / name)
    assert by_passphrase(store.folder, PHRASE).listing().whole


def test_there_is_one_store_a_folder(tmp_path: Path) -> None:
    """A second one is refused, and the first stays."""
    store, _ = store_in(tmp_path)
    with pytest.raises(StoreExistsError, match="ikke rørt"):
        create(store.folder, PHRASE, NOON, LEAST)
    assert by_passphrase(store.folder, PHRASE).listing().whole


def test_no_store_is_said(tmp_path: Path) -> None:
    """An empty folder holds none."""
    with pytest.raises(NoStoreError):
        by_passphrase(tmp_path, PHRASE)


MOUNTS = """\
1 0 8:1 / / rw - ext4 /dev/sda1 rw
2 1 0:50 / /hjem rw - nfs4 tjener:/hjem rw
3 2 8:2 / /hjem/lokalt rw - ext4 /dev/sdb rw
4 1 0:51 / /mnt/felles\\040mappe rw shared:1 - cifs //tjener/felles rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/data/x", "ext4"), ("/hjem/meg/x", "nfs4"), ("/hjem/lokalt/x", "ext4"), ("/mnt/felles mappe/x", "cifs")],
)
def test_the_file_system_of_a_folder_is_known(folder: str, kind: str) -> None:
    """The innermost mount counts, and spaces in its name are read."""
    assert cases_folder._type_at(Path(folder), MOUNTS) == kind


@pytest.mark.parametrize("name", ["OneDrive - Stange kommune", "Dropbox", "Google Drive", "Nextcloud"])
def test_a_synced_folder_is_refused(tmp_path: Path, name: str) -> None:
    """Cases are never made where a cloud copies them; nothing is left there."""
    with pytest.raises(PlaceError, match="skytjeneste"):
        create(tmp_path / name / "saker", PHRASE, NOON, LEAST)
    assert not (tmp_path / name).exists()


def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for a share."""
    monkeypatch.setattr(cases_folder, "_on_network", lambda folder: True)
    with pytest.raises(PlaceError, match="nettverket"):
        create(tmp_path / "saker", PHRASE, NOON, LEAST)


def test_a_folder_named_by_the_cloud_program_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows tells in the environment where OneDrive is, whatever it is called."""
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "sky"))
    risk = cases_folder.risk_of(tmp_path / "sky" / "saker")
    assert risk is not None
    assert risk.kind == cases_folder.SYNCED
    assert cases_folder.risk_of(tmp_path / "her" / "saker") is None


def test_the_settings_of_sqlite_hold(tmp_path: Path) -> None:
    """Those that make a commit last, and leave nothing behind."""
    store, _ = store_in(tmp_path)
    names = (
        "journal_mode",
        "synchronous",
        "secure_delete",
        "trusted_schema",
        "cell_size_check",
        "temp_store",
        "mmap_size",
    )
    found = {name: store.db.rows(f"PRAGMA {name}")[0][0] for name in names}
    assert found == {
        "journal_mode": "delete", "synchronous": 3, "secure_delete": 1, "trusted_schema": 0, "cell_size_check": 1,
        "temp_store": 2, "mmap_size": 0,
    }  # fmt: skip


def test_nothing_is_imported_before_it_is_used(root: Path) -> None:
    """Importing every module of the store and the service of cases loads no cryptography."""
    names = [
        f"guide.{layer}.cases.{path.stem}"
        for layer in ("store", "service")
        for path in (root / "guide" / layer / "cases").glob("*.py")
    ]
    assert len(names) > 15
    code = (
        "".join(f"import {name}\n" for name in [*names, "guide.cli.case"])
        + "import sys; print('cryptography' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_app_does_not_load_the_store(root: Path) -> None:
    """The first screen is there without SQLite."""
    code = "import guide.tui.app, guide.cli.app, sys; print({'sqlite3', 'cryptography'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
