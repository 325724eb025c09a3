"""A folder of one's own from the app: where it may lie, made with all that belongs in it, or one that is there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from guide.core.text import clean
from guide.service.editing import folder_words as say
from guide.service.editing.overview import is_own
from guide.service.editing.versions import export
from guide.store.locate import shipped
from guide.store.published import in_use, is_published
from guide.store.publishing import PublishError

NAME: Final = "tiltakskort"
_MOST: Final = 99


def suggested(documents: Path | None = None) -> Path:
    """Where a new folder may lie: among the user's documents where there are any, under a name that is free."""
    base = documents or _documents()
    names = (NAME, *(f"{NAME}-{number}" for number in range(2, _MOST)))
    return next((base / name for name in names if not (base / name).exists()), base / NAME)


def read_path(text: str) -> Path:
    """A folder as a person types it. Raises PublishError, told in Norwegian, where it can't be one."""
    plain = clean(text).strip().strip('"')
    if not plain:
        raise PublishError(say.NO_NAME)
    try:
        path = Path(plain).expanduser()
    except RuntimeError:
        raise PublishError(say.NO_HOME.format(name=plain)) from None
    if not path.is_absolute():
        path = Path.home() / path
    if "\0" in str(path):
        raise PublishError(say.NO_NAME)
    return path


def make(target: Path, source: Path, at: datetime) -> Path:
    """Makes a folder of what staff read in `source`, with help for editors in it. Raises PublishError.

    The folder is there as a whole or not at all. `at` is aware Oslo time.
    """
    used = in_use(source) if is_published(source) else None
    export(used.folder if used else source, target, "", at)
    from guide.service.editing.schemas import into_folder  # only those who make a folder pay for the schemas

    try:
        into_folder(target)
    except OSError:  # the folder is whole without them, and `content schema` writes them again
        return target
    return target


def opened(target: Path) -> Path:
    """A folder that is there, to be edited. Raises PublishError where it holds no content, or is the app's own."""
    try:
        there, right = target.is_dir(), (target / "trees").is_dir() and (target / "contacts").is_dir()
    except OSError:
        there, right = False, False
    if not there:
        raise PublishError(say.NOT_THERE.format(name=target))
    if not right:
        raise PublishError(say.NO_CONTENT.format(name=target))
    if not is_own(target):
        raise PublishError(say.APPS_OWN)
    return target


def source_of(root: Path) -> Path:
    """What a new folder is made of: what the app shows now, or what comes with it where that folder is gone."""
    return root if (root / "trees").is_dir() else shipped()


def _documents() -> Path:
    # imported here: only those who make a folder pay for it
    from platformdirs import user_documents_dir

    found = Path(user_documents_dir())
    return found if found.is_dir() else Path.home()
