"""`tiltakskort content schema`: JSON Schema of the content files, so that an editor completes and explains."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

from guide.cli.common import UseError
from guide.cli.content import parser_of
from guide.cli.main import FINE
from guide.core.text import clean
from guide.store.drafts import names
from guide.store.files import write_atomically
from guide.store.schema import FILES
from guide.store.schema_json import GLOBS, LISTS, card_globs, list_globs, schema_of

FOLDER: Final = "skjema"
SETTINGS: Final = ".vscode/settings.json"
WRITTEN: Final = "Skjemaene ligger i {folder}. VS Code finner dem når du åpner mappa {root}."
CANNOT: Final = "Kan ikke skrive i mappa «{name}». Velg en annen."
KEPT: Final = "Innstillingene for VS Code finnes fra før og er ikke rørt. Legg dette inn i {name}:"


def schema(argv: list[str]) -> int:
    """Prints one schema, or writes all of them into a folder of content."""
    parser = parser_of("schema", "Få hjelp i VS Code og andre skriveprogrammer mens du skriver kort og kontakter.")
    parser.add_argument("kind", metavar="SLAG", nargs="?", default="card", choices=tuple(FILES), help=", ".join(FILES))
    parser.add_argument("--into", metavar="MAPPE", default="", help="skriv alle skjemaene i denne mappa med innhold")
    args = parser.parse_args(argv)
    if not args.into:
        print(_text(schema_of(args.kind)), end="")
        return FINE
    root = Path(args.into).expanduser()
    if not (root / "trees").is_dir():
        raise UseError(CANNOT.format(name=clean(args.into)))
    try:
        new = into_folder(root)
    except OSError:
        raise UseError(CANNOT.format(name=clean(args.into))) from None
    print(WRITTEN.format(folder=clean(str(root / FOLDER)), root=clean(str(root))))
    if not new:
        print(KEPT.format(name=SETTINGS))
        print(_text(_settings(root)), end="")
    return FINE


def into_folder(root: Path) -> bool:
    """Writes all schemas, and settings for VS Code where there are none; False where there are. Raises OSError."""
    for kind in FILES:
        write_atomically(root / FOLDER / f"{kind}.json", _text(schema_of(kind)).encode())
    if (root / SETTINGS).exists():
        return False
    write_atomically(root / SETTINGS, _text(_settings(root)).encode())
    return True


def _settings(root: Path) -> dict[str, Any]:
    """Which files have which schema, as the YAML extension of VS Code reads it."""
    here = list(names(root))
    texts = {
        name: (root / name).read_text(encoding="utf-8", errors="replace") for name in here if fnmatchcase(name, LISTS)
    }
    globs = {"card": card_globs(here), **list_globs(texts), **{kind: list(found) for kind, found in GLOBS.items()}}
    return {"yaml.schemas": {f"./{FOLDER}/{kind}.json": found for kind, found in globs.items()}}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
