"""`tiltakskort check [DIR]`: everything that is wrong with the content, in one run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from guide.cli.common import Parser, UseError, guarded
from guide.cli.main import FINE, HAS_ERRORS
from guide.core.clock import local, parse
from guide.service.checking.check_view import as_annotations, as_data, as_text, one_line
from guide.service.checking.checking import Report, check
from guide.store.locate import locate
from guide.store.settings import load_settings
from guide.store.sources import read_sources, with_exercises

ABOUT = "Sjekk kort, lister og kontakter. Viser alt som er galt, og hvordan du retter det."
NO_FOLDER = "Mappa «{name}» finnes ikke. Skriv navnet på en mappe som har «trees» og «contacts» i seg."
TWICE = "Enten skriver du mappa rett etter «check», eller så bruker du --content. Ikke begge."
FORMATS = ("text", "json", "github")


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    parser = Parser(prog="tiltakskort check", description=ABOUT)
    parser.add_argument("folder", metavar="MAPPE", nargs="?", default="", help="mappa med trees/ og contacts/")
    parser.add_argument("--content", metavar="MAPPE", default="", help="det samme")
    parser.add_argument("--at", metavar="TID", default="", help="dagen det regnes fra, f.eks. 2026-11-23T08:00")
    parser.add_argument("--format", choices=FORMATS, default="", help="text (vanlig), json, eller github for CI")
    parser.add_argument("--json", action="store_true", help="det samme som --format json")
    args = parser.parse_args(argv)
    if args.folder and args.content:
        raise UseError(TWICE)
    root = locate(args.folder or args.content, load_settings().content)
    if not root.is_dir():
        raise UseError(NO_FOLDER.format(name=one_line(str(root))))
    report = check(with_exercises(read_sources(root), root), _day(args.at))
    for line in rendered(report, args.format or ("json" if args.json else "text"), _from_here(root)):
        print(line)
    return HAS_ERRORS if report.errors else FINE


def rendered(report: Report, form: str, folder: str) -> Iterable[str]:
    """The report in one of FORMATS, line by line. `folder` is where the content lies, seen from where we stand."""
    if form == "json":
        return [json.dumps(as_data(report), ensure_ascii=False, indent=2)]
    return as_annotations(report, folder) if form == "github" else as_text(report)


def _from_here(root: Path) -> str:
    """The folder as GitHub names it, from the repository that the command is run in; empty where it lies elsewhere."""
    here, there = Path.cwd(), root.resolve()
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else ""


def _day(text: str) -> date:
    """The day in Oslo that ages of checks are counted to. Raises UseError."""
    if not text:
        return local(datetime.now(UTC)).date()
    try:
        return local(parse(text)).date()
    except ValueError as error:
        raise UseError(str(error)) from None
