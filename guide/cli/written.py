"""What a verb has made, to the screen or to a file that the user names."""

from __future__ import annotations

from pathlib import Path

from guide.cli.opening import UseError
from guide.core.text import clean
from guide.store.files import write_atomically

WRITTEN = "Skrevet til {name}."
CANNOT = "Kan ikke skrive til «{name}»: {why}. Velg en annen fil med --out."
NO_FOLDER = "mappa finnes ikke"
NOT_ALLOWED = "du har ikke lov til å skrive der"
IS_FOLDER = "det er en mappe"
ELSE = "disken tok ikke imot"


def written(text: str, name: str) -> None:
    """Writes `text` to the file `name` (UTF-8) and says so; prints it where there is no name. Raises UseError."""
    if name:
        to_file(text.encode("utf-8", "replace"), name)
    else:
        print(text, end="" if text.endswith("\n") else "\n")


def to_file(data: bytes, name: str) -> None:
    """Writes `data` to the file `name`, whole or not at all, and says so. Makes no folder. Raises UseError."""
    try:
        path = Path(name).expanduser()
        if not path.parent.is_dir():
            raise FileNotFoundError(name)
        write_atomically(path, data)
    except (OSError, RuntimeError, ValueError) as error:
        kinds = {FileNotFoundError: NO_FOLDER, PermissionError: NOT_ALLOWED, IsADirectoryError: IS_FOLDER}
        why = next((words for kind, words in kinds.items() if isinstance(error, kind)), ELSE)
        raise UseError(CANNOT.format(name=clean(name), why=why)) from None
    print(WRITTEN.format(name=clean(name)))
