"""`tiltakskort coverage`: which nodes, answers and outcomes of the cards the situations and exercises walk."""

from __future__ import annotations

import json
import os
from pathlib import Path

from guide.cli.common import Parser, UseError, guarded
from guide.cli.main import FINE, HAS_ERRORS
from guide.core.text import clean
from guide.service.checking.covering import as_data, as_text, cover
from guide.service.situations import RowError, read
from guide.store.compiled import has_errors, open_content
from guide.store.exercises import open_exercises
from guide.store.locate import cache_dir, locate, shipped
from guide.store.node_places import NodePlaces
from guide.store.settings import load_settings

ABOUT = "Se hvilke deler av kortene de oppdiktede situasjonene og øvelsene går gjennom."
NO_FOLDER = "Mappa «{name}» finnes ikke. Skriv hvor situasjonene ligger: --situations MAPPE."
NO_ROWS = "Mappa «{name}» har ingen situasjoner."
UNFIT = "Innholdet har feil. Kjør «tiltakskort check» først."


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    parser = Parser(prog="tiltakskort coverage", description=ABOUT)
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    parser.add_argument(
        "--situations", metavar="MAPPE", default="", help="mappa med situasjonene (ellers tests/golden)"
    )
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    args = parser.parse_args(argv)
    root = locate(args.content, load_settings().content)
    folder = Path(os.path.expanduser(args.situations)) if args.situations else shipped() / "tests" / "golden"
    if not folder.is_dir():
        raise UseError(NO_FOLDER.format(name=clean(str(folder))))
    content = open_content(root, cache_dir())
    if has_errors(content):
        print(UNFIT)
        return HAS_ERRORS
    try:
        table = read(folder)
    except RowError as error:
        print(clean(str(error)))
        return HAS_ERRORS
    for finding in table.findings:
        print(clean(str(finding)))
    if not table.rows:
        raise UseError(NO_ROWS.format(name=clean(str(folder))))
    opened = open_exercises(root, cache_dir())
    for finding in opened.findings:
        print(clean(str(finding)))
    found = cover(content, table.rows, opened.exercises.values())
    places = NodePlaces(root)
    if args.json:
        print(json.dumps(as_data(found, places.line_of), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(found, places.line_of)))
    return FINE if found.whole and not (table.findings or opened.findings) else HAS_ERRORS
