"""A version of the content: a folder, a file of one, or a git revision of the content folder."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from guide.core.content import Content
from guide.core.exercise import Exercise
from guide.core.text import clean
from guide.store.load import kind_of, load, load_exercises
from guide.store.sources import MOST_BYTES, MOST_FILES, read_exercises

NO_GIT: Final = "Programmet git finnes ikke her. Oppgi to mapper i stedet for «{name}»."
NO_REVISION: Final = "«{name}» er verken en mappe, en fil eller en utgave i git. Oppgi mappa med trees/ og contacts/."
NO_NAME: Final = "Oppgi to utgaver: mapper med trees/ og contacts/, filer i en slik mappe, eller utgaver i git."
NO_CONTENT: Final = "«{name}» har ingen mappe trees/. Oppgi mappa med trees/ og contacts/."
NOT_INSIDE: Final = "Fila «{name}» ligger ikke i en mappe med trees/ og contacts/."
SECONDS: Final = 60


class RevisionError(Exception):
    """There is no such version; the message says why, and what to write instead."""


class Version(NamedTuple):
    """The content, the card that is asked for where a file of one was named, and the exercises."""

    content: Content
    card: str
    exercises: Mapping[str, Exercise]


def open_version(name: str, root: Path) -> Version:
    """The version `name`; `root` is the content folder whose git revisions are meant. Raises RevisionError."""
    if not name.strip():
        raise RevisionError(NO_NAME)
    try:
        path = Path(name).expanduser()
    except RuntimeError:  # «~somebody» who is not on this machine
        raise RevisionError(NO_REVISION.format(name=clean(name))) from None
    if path.is_dir():
        if not (path / "trees").is_dir():
            raise RevisionError(NO_CONTENT.format(name=clean(name)))
        return _of_folder(path)
    if path.is_file():
        return _of_file(path.resolve(), name)
    return _of_git(name, root)


def _of_file(path: Path, name: str) -> Version:
    for folder in path.parents:
        if (folder / "trees").is_dir():
            kind = kind_of(path.relative_to(folder).as_posix())
            return _of_folder(folder, kind[1] if kind and kind[0] == "card" else "")
    raise RevisionError(NOT_INSIDE.format(name=clean(name)))


def _of_folder(folder: Path, card: str = "") -> Version:
    """The content of a folder with its exercises, which are read apart from it."""
    content = load(folder)
    return Version(content, card, load_exercises(read_exercises(folder))[0])


def _of_git(name: str, root: Path) -> Version:
    """The content as it was, unpacked into a folder that is gone afterwards."""
    if name.startswith("-"):
        raise RevisionError(NO_REVISION.format(name=clean(name)))
    commit = _git(root, name, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    packed = _git(root, name, "archive", "--format=tar", commit.decode("ascii", "replace").strip())
    with tempfile.TemporaryDirectory() as folder:
        _unpack(packed, Path(folder))
        if not (Path(folder) / "trees").is_dir():
            raise RevisionError(NO_CONTENT.format(name=clean(name)))
        return _of_folder(Path(folder))


def _git(root: Path, name: str, *words: str) -> bytes:
    which = shutil.which("git")
    if which is None:
        raise RevisionError(NO_GIT.format(name=clean(name)))
    try:
        done = subprocess.run(
            [which, "-C", str(root), *words],
            capture_output=True,
            check=False,
            timeout=SECONDS,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        raise RevisionError(NO_REVISION.format(name=clean(name))) from None
    if done.returncode:
        raise RevisionError(NO_REVISION.format(name=clean(name)))
    return done.stdout


def _unpack(packed: bytes, folder: Path) -> None:
    """The YAML files under trees/ and contacts/; links and anything that points out of the folder are left."""
    count = 0
    with tarfile.open(fileobj=io.BytesIO(packed), encoding="utf-8") as archive:
        for member in archive:
            parts = PurePosixPath(member.name).parts
            wanted = parts[:1] in (("trees",), ("contacts",)) and member.name.endswith(".yaml") and ".." not in parts
            if not (wanted and member.isreg() and member.size <= MOST_BYTES and count < MOST_FILES):
                continue
            stream = archive.extractfile(member)
            if stream is not None:
                count += 1
                path = folder.joinpath(*parts)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(stream.read())
