"""Where the encrypted store is, whether that is a safe place, and files that only the user reads."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import Final

from guide.core.record import record
from guide.core.text import clean
from guide.store.cases.errors import PlaceError
from guide.store.locate import APP

STORE: Final = "saker.db"
KEYS: Final = "nokler.json"
COPIES: Final = "kopier"
_FOLDER: Final = "saker"
NETWORK, SYNCED = "network", "synced"
_NETWORK_TYPES: Final = (
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "lustre", "davfs",
    "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.glusterfs", "fuse.s3fs", "fuse.gvfsd-fuse", "afpfs", "webdav",
)  # fmt: skip
_SYNCED_NAMES: Final = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "mobile documents",
                        "nextcloud", "owncloud", "box sync", "sync.com", "syncthing", "jottacloud")  # fmt: skip
_SYNCED_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_REMOTE_DRIVE: Final = 4
"""GetDriveTypeW's number for a drive on the network."""

WORDS: Final = {
    NETWORK: "Mappa {folder} ligger på nettverket. Saker lagres bare på din egen maskin.",
    SYNCED: "Mappa {folder} kopieres til en skytjeneste. Saker lagres bare på din egen maskin.",
}
LINK: Final = (
    "{path} er en snarvei eller noe annet enn en vanlig fil. Den er ikke åpnet. Be den som drifter maskinen, se på den."
)
FOREIGN: Final = "{path} tilhører en annen bruker. Den er ikke åpnet. Be den som drifter maskinen, se på den."


@record
class Risk:
    """Why a folder is no place for cases: `kind` is network or synced."""

    kind: str
    words: str


def data_folder() -> Path:
    """The user's local folder for cases; on Windows the local one, never the roaming."""
    from platformdirs import user_data_dir  # only those who have cases pay for it

    return Path(user_data_dir(APP, appauthor=False, roaming=False)) / _FOLDER


def risk_of(folder: Path) -> Risk | None:
    """Whether `folder` is on a network drive or copied to a cloud. None where nothing of that is seen."""
    whole = Path(os.path.realpath(folder))
    kind = NETWORK if _on_network(whole) else SYNCED if _is_synced(whole) else ""
    return Risk(kind, WORDS[kind].format(folder=clean(str(folder)))) if kind else None


def make_folder(folder: Path) -> None:
    """Makes `folder` (0700), or closes it to others where it is there. Raises OSError and PlaceError."""
    folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    if os.name == "posix":
        facts = os.stat(folder)
        if facts.st_uid != os.getuid():
            raise PlaceError(FOREIGN.format(path=clean(str(folder))))
        if stat.S_IMODE(facts.st_mode) & 0o077:
            os.chmod(folder, 0o700)


def make_file(path: Path) -> None:
    """Makes an empty file that only the user reads. Raises FileExistsError where anything is there, a link too."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        if os.name == "posix":
            os.fchmod(handle, 0o600)  # whatever the umask says
        os.fsync(handle)
    finally:
        os.close(handle)


def own_file(path: Path) -> tuple[int, int]:
    """The (device, number) of a file that is ours to open; closes it to others. Raises OSError and PlaceError."""
    facts = os.lstat(path)
    if not stat.S_ISREG(facts.st_mode):
        raise PlaceError(LINK.format(path=clean(str(path))))
    if os.name == "posix":
        if facts.st_uid != os.getuid():
            raise PlaceError(FOREIGN.format(path=clean(str(path))))
        if stat.S_IMODE(facts.st_mode) & 0o077:
            os.chmod(path, 0o600)
    return facts.st_dev, facts.st_ino


def sync_folder(folder: Path) -> None:
    """Makes what was renamed or removed in `folder` last; nothing where folders cannot be opened (Windows)."""
    with contextlib.suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_synced(folder: Path) -> bool:
    parts = [part.casefold() for part in folder.parts]
    if any(part.startswith(name) for part in parts for name in _SYNCED_NAMES):
        return True
    roots = (os.environ.get(name, "") for name in _SYNCED_VARIABLES)
    return any(root and folder.is_relative_to(os.path.realpath(root)) for root in roots)


def _on_network(folder: Path) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE)
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return _type_at(folder, mounts) in _NETWORK_TYPES


def _type_at(folder: Path, mounts: str) -> str:
    """The type of the file system that holds `folder`, by the lines of mountinfo; the innermost, last mounted one."""
    best, found = -1, ""
    for line in mounts.splitlines():
        left, dash, right = line.partition(" - ")
        fields = left.split()
        if not dash or len(fields) < 5 or not right:
            continue
        point = fields[4].replace("\\040", " ").replace("\\134", "\\")
        if folder.is_relative_to(point) and len(point) >= best:
            best, found = len(point), right.split()[0]
    return found
