"""Writing what was taken out: a file for the user alone, whole or not at all, and never over another in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from guide.core.text import clean
from guide.store.cases.folder import SYNCED, risk_of
from guide.store.files import write_atomically, write_new

THERE: Final = "«{name}» finnes fra før. Velg et annet navn, eller si at den skal erstattes."
CANNOT: Final = "Kan ikke skrive til «{name}»: {why}. Velg et annet sted."
NO_FOLDER: Final = "mappa finnes ikke"
NOT_ALLOWED: Final = "du har ikke lov til å skrive der"
IS_FOLDER: Final = "det er en mappe"
ELSE: Final = "disken tok ikke imot"
RISKS: Final = {
    True: "Mappa kopieres til en skytjeneste. Flytt fila til kommunens sakssystem med en gang.",
    False: "Mappa ligger på nettverket. Andre kan ha tilgang til den.",
}
_WHY: Final = {FileNotFoundError: NO_FOLDER, PermissionError: NOT_ALLOWED, IsADirectoryError: IS_FOLDER}


class WriteError(Exception):
    """The file was not written; the message says why, and what to do. `there`: one of that name is there."""

    def __init__(self, text: str, there: bool = False) -> None:
        super().__init__(text)
        self.there = there


def path_of(name: str) -> Path:
    """The file that a name means. Raises WriteError."""
    try:
        return Path(clean(name).strip()).expanduser()
    except (RuntimeError, ValueError):
        raise WriteError(CANNOT.format(name=clean(name), why=NO_FOLDER)) from None


def write(name: str, data: bytes, replace: bool = False) -> str:
    """Writes the file (0600). Returns what to know of where it lies, empty where that is nothing. Raises WriteError."""
    path = path_of(name)
    shown = clean(name)
    try:
        if path.is_dir():
            raise IsADirectoryError(name)
        if not path.parent.is_dir():
            raise FileNotFoundError(name)
        (write_atomically if replace else write_new)(path, data)
    except FileExistsError:
        raise WriteError(THERE.format(name=shown), there=True) from None
    except (OSError, ValueError) as error:
        why = next((words for kind, words in _WHY.items() if isinstance(error, kind)), ELSE)
        raise WriteError(CANNOT.format(name=shown, why=why)) from None
    risk = risk_of(path.parent)
    return RISKS[risk.kind == SYNCED] if risk else ""
