"""`tiltakskort content schema`: JSON Schema of the content files, so that an editor completes and explains."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from guide.cli.common import UseError
from guide.cli.content import parser_of
from guide.cli.main import FINE
from guide.core.text import clean
from guide.service.editing.schemas import FOLDER, SETTINGS, as_text, into_folder, settings_of
from guide.store.schema.json_schema import schema_of
from guide.store.schema.schema import FILES

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
        print(as_text(schema_of(args.kind)), end="")
        return FINE
    root = Path(os.path.expanduser(args.into))
    if not (root / "trees").is_dir():
        raise UseError(CANNOT.format(name=clean(args.into)))
    try:
        new = into_folder(root)
    except OSError:
        raise UseError(CANNOT.format(name=clean(args.into))) from None
    print(WRITTEN.format(folder=clean(str(root / FOLDER)), root=clean(str(root))))
    if not new:
        print(KEPT.format(name=SETTINGS))
        print(as_text(settings_of(root)), end="")
    return FINE
