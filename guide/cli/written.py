"""What a verb has made, to the screen or to a file that the user names."""

from __future__ import annotations

from pathlib import Path

from guide.cli.opening import UseError
from guide.core.text import clean

WRITTEN = "Skrevet til {name}."
CANNOT = "Kan ikke skrive til «{name}»: {why}. Velg en annen fil med --out."
NO_FOLDER = "mappa finnes ikke"
NOT_ALLOWED = "du har ikke lov til å skrive der"
IS_FOLDER = "det er en mappe"
ELSE = "disken tok ikke imot"


def written(text: str, name: str) -> None:
    """Writes `text` to the file `name` (UTF-8) and says so; prints it where there is no name. Raises UseError."""
    if not name:
        print(text, end="" if text.endswith("\n") else "\n")
        return
    try:
        Path(name).expanduser().write_text(text, encoding="utf-8", newline="\n")
    except (OSError, RuntimeError, ValueError) as error:
        kinds = {FileNotFoundError: NO_FOLDER, PermissionError: NOT_ALLOWED, IsADirectoryError: IS_FOLDER}
        why = next((words for kind, words in kinds.items() if isinstance(error, kind)), ELSE)
        raise UseError(CANNOT.format(name=clean(name), why=why)) from None
    print(WRITTEN.format(name=clean(name)))
