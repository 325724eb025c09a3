"""`tiltakskort exercise report`: what groups decided, on the screen, as Markdown, or as CSV for a spreadsheet."""

from __future__ import annotations

import sys

from guide.cli.common import Parser, UseError
from guide.cli.main import FINE
from guide.service.desk import Desk
from guide.service.training_report import TITLE, lists, report, rows
from guide.store.locate import locate
from guide.store.settings import load_settings

ABOUT = "Oversikt over øvelser i grupper: hva flest tar feil av, og hvordan det går. Aldri navn."
UNREADABLE = "Oversikten kan ikke leses på denne maskinen."


def main(argv: list[str]) -> int:
    """Runs it. Raises UseError."""
    parser = Parser(prog="tiltakskort exercise report", description=ABOUT)
    parser.add_argument("--csv", action="store_true", help="skriv CSV til regneark")
    parser.add_argument("--markdown", action="store_true", help="skriv Markdown")
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    args = parser.parse_args(argv)
    desk = Desk(lambda: locate(args.content, load_settings().content))
    try:
        found = report(desk.groups())
    except OSError:
        raise UseError(UNREADABLE) from None
    if args.csv:
        from guide.exports.csv_safe import as_csv

        sys.stdout.write(as_csv(rows(found, desk.exercises)))
        return FINE
    from guide.exports.markdown_lists import as_lines, as_markdown

    make = as_markdown if args.markdown else as_lines
    print(make(TITLE, lists(found, desk.exercises)), end="")
    return FINE
