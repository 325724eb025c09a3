"""`tiltakskort prove [DIR]`: the properties that hold over all routes and hours, or the walk that shows they don't."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from guide.checks.proofs.registry import PROOFS
from guide.cli.check import FORMATS, NO_FOLDER, rendered
from guide.cli.common import Parser, UseError, guarded, unknown
from guide.cli.main import FINE, HAS_ERRORS
from guide.core.clock import local, parse
from guide.core.content import Content
from guide.core.findings import ERROR
from guide.service.checking.check_view import as_data as check_data
from guide.service.checking.check_view import one_line
from guide.service.checking.checking import Report, check
from guide.service.checking.prove_view import as_annotations, as_data, as_text
from guide.service.checking.proving import prove, tasks
from guide.store.compiled import has_errors, open_content
from guide.store.locate import cache_dir, locate
from guide.store.node_places import NodePlaces
from guide.store.settings import load_settings
from guide.store.sources import read_sources

ABOUT = "Bevis at kortene holder det de lover, på alle veier og til alle tider."
TWICE = "Enten skriver du mappa rett etter «prove», eller så bruker du --content. Ikke begge."
NO_NUMBER = "Skriv et helt tall fra 1 etter --jobs, ikke «{text}»."
NOTHING = "Beviset {proof} gjelder ikke {about}."
UNFIT = "Ingenting kan bevises før feilene er rettet. Antall feil: {errors}."


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    args = _parser().parse_args(argv)
    if args.folder and args.content:
        raise UseError(TWICE)
    root = locate(args.folder or args.content, load_settings().content)
    if not root.is_dir():
        raise UseError(NO_FOLDER.format(name=one_line(str(root))))
    form = args.format or ("json" if args.json else "text")
    day = _day(args.at)
    content = open_content(root, cache_dir())
    if has_errors(content):  # also where the last good content stands in for it
        _print(_unfit(check(read_sources(root), day), form, _here(root)))
        return HAS_ERRORS
    wanted = tasks(content, _known(content, args.card), _proofs(args.proof))
    if not wanted:
        raise UseError(NOTHING.format(proof=", ".join(args.proof), about=", ".join(args.card)))
    proved = prove(content, day, wanted, cache_dir(), _jobs(args.jobs), args.fresh)
    places = NodePlaces(root).line_of
    if form == "json":
        _print([_json(as_data(content, proved, day, places))])
    elif form == "github":
        _print(as_annotations(content, proved, places, _here(root)))
    else:
        _print(as_text(content, proved, day, places))
    return FINE if all(one.verdict.holds for one in proved) else HAS_ERRORS


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="tiltakskort prove", description=ABOUT)
    add = parser.add_argument
    add("folder", metavar="MAPPE", nargs="?", default="", help="mappa med trees/ og contacts/")
    add("--content", metavar="MAPPE", default="", help="det samme")
    add(
        "--card",
        metavar="KORT",
        action="append",
        default=[],
        help="bare dette kortet eller denne kommunen; kan gjentas",
    )
    add("--proof", metavar="BEVIS", action="append", default=[], help="bare dette beviset, f.eks. P4; kan gjentas")
    add("--at", metavar="TID", default="", help="dagen det regnes fra, f.eks. 2026-11-23T08:00 (ellers i dag)")
    add("--jobs", metavar="ANTALL", default="", help="hvor mange som bevises samtidig (ellers én for hver kjerne)")
    add("--fresh", action="store_true", help="bevis alt på nytt, også det som er bevist før")
    add("--format", choices=FORMATS, default="", help="text (vanlig), json, eller github for CI")
    add("--json", action="store_true", help="det samme som --format json")
    return parser


def _unfit(report: Report, form: str, folder: str) -> Iterable[str]:
    """Content that can't be proved at all: the errors that `check` finds in it, shown as it shows them."""
    report = replace(report, findings=tuple(found for found in report.findings if found.severity == ERROR))
    if form == "json":
        return [_json({"holds": False, "findings": check_data(report)["findings"], "proofs": []})]
    lines = rendered(report, form, folder)
    return lines if form == "github" else [*lines, UNFIT.format(errors=report.errors)]


def _known(content: Content, names: Iterable[str]) -> tuple[str, ...]:
    """The cards and packs named. Raises UseError for one that is neither."""
    there = dict.fromkeys(about for proof in PROOFS for about in proof.over(content))
    for name in names:
        if name not in there:
            raise UseError(unknown("Kortet", name, there))
    return tuple(names)


def _proofs(names: Iterable[str]) -> tuple[str, ...]:
    """The proofs named. Raises UseError for one that there is not."""
    there = dict.fromkeys(proof.id for proof in PROOFS)
    found = tuple(name.upper() for name in names)
    for name in found:
        if name not in there:
            raise UseError(unknown("Beviset", name, there))
    return found


def _jobs(text: str) -> int:
    if not text:
        return os.cpu_count() or 1
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 1000):
        raise UseError(NO_NUMBER.format(text=one_line(text)))
    return int(text)


def _day(text: str) -> date:
    """The day in Oslo that is counted from. Raises UseError."""
    if not text:
        return local(datetime.now(UTC)).date()
    try:
        return local(parse(text)).date()
    except ValueError as error:
        raise UseError(str(error)) from None


def _here(root: Path) -> str:
    """The folder as GitHub names it, from the repository that the command is run in; empty where it lies elsewhere."""
    here, there = Path.cwd(), root.resolve()
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else ""


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
