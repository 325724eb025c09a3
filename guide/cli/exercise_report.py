"""`tiltakskort exercise report`: what groups decided, on the screen, as Markdown, as CSV, or as PDF for the leader."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from guide.cli.common import Parser, UseError
from guide.cli.main import FINE
from guide.core.clock import local
from guide.service.desk import Desk
from guide.service.training.report import TITLE, Report, lists, report, rows
from guide.store.locate import locate
from guide.store.settings import load_settings

ABOUT = "Oversikt over øvelser i grupper: hva flest tar feil av, og hvordan det går. Aldri navn."
NO_TYPESETTER = "Biblioteket «typst» mangler, så PDF kan ikke lages. Bruk --markdown, eller installer på nytt."
UNREADABLE = "Oversikten kan ikke leses på denne maskinen."


def main(argv: list[str]) -> int:
    """Runs it. Raises UseError."""
    parser = Parser(prog="tiltakskort exercise report", description=ABOUT)
    parser.add_argument("--csv", action="store_true", help="skriv CSV til regneark")
    parser.add_argument("--markdown", action="store_true", help="skriv Markdown")
    parser.add_argument("--pdf", metavar="FIL", default="", help="skriv PDF til lederen i denne fila")
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    args = parser.parse_args(argv)
    desk = Desk(lambda: locate(args.content, load_settings().content))
    try:
        found = report(desk.groups())
    except OSError:
        raise UseError(UNREADABLE) from None
    if args.pdf:
        _pdf(found, desk, args.pdf)
        return FINE
    if args.csv:
        from guide.exports.csv_safe import as_csv

        sys.stdout.write(as_csv(rows(found, desk.exercises)))
        return FINE
    from guide.exports.markdown_lists import as_lines, as_markdown

    make = as_markdown if args.markdown else as_lines
    print(make(TITLE, lists(found, desk.exercises)), end="")
    return FINE


def _pdf(found: Report, desk: Desk, name: str) -> None:
    """The overview as a PDF in the file `name`. Raises UseError."""
    from guide.cli.written import to_file
    from guide.service.training.paper import overview_document, written

    now = local(datetime.now(UTC))
    try:
        made = written(overview_document(found, desk.exercises, now), "pdf", now)
    except ImportError:
        raise UseError(NO_TYPESETTER) from None
    except ValueError as error:  # a sign that the fonts lack
        raise UseError(str(error)) from None
    to_file(made if isinstance(made, bytes) else made.encode(), name)
