"""`tiltakskort mutate`: small mistakes are made in the cards, and those that nobody notices are cases to write."""

from __future__ import annotations

import argparse
import json
import os
import random
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from guide.checks.mutants.mutant import Mutant
from guide.cli.common import Parser, UseError, guarded, unknown
from guide.cli.main import FINE, HAS_ERRORS
from guide.core.clock import local
from guide.core.text import clean
from guide.service.checking import accepted
from guide.service.checking.mutate_view import as_data, as_text, percent
from guide.service.checking.mutating import QUICK, UNWALKABLE, Bench, all_mutants, bench, judge_all
from guide.service.situations import RowError, read
from guide.store.exercises import open_exercises
from guide.store.locate import cache_dir, locate, shipped
from guide.store.settings import load_settings
from guide.store.sources import read_sources

ABOUT = "Gjør små feil i kortene, én om gangen, og se om noen oppdager dem. Filene dine blir ikke endret."
NO_FOLDER = "Mappa «{name}» finnes ikke. Skriv hvor situasjonene ligger: --situations MAPPE."
NO_NUMBER = "Skriv et helt tall fra {least} til {most} etter {option}, ikke «{text}»."
UNFIT = "Innholdet har feil. Kjør «tiltakskort check» først."
UNWALKED = "En situasjon kan ikke gås. Kjør «tiltakskort coverage» først: {why}"
MOST = 100_000


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    args = _parser().parse_args(argv)
    sample, jobs = _number(args.sample, "--sample", 1, MOST), _number(args.jobs, "--jobs", 1, 999)
    seed, least = _number(args.seed, "--seed", 0, MOST), _number(args.at_least, "--at-least", 0, 100)
    root = locate(args.content, load_settings().content)
    folder = Path(os.path.expanduser(args.situations)) if args.situations else shipped() / "tests" / "golden"
    if not folder.is_dir():
        raise UseError(NO_FOLDER.format(name=clean(str(folder))))
    try:
        table = read(folder)
        proofs = () if args.without_proofs else QUICK
        opened, today = open_exercises(root, cache_dir()), local(datetime.now(UTC)).date()
        exercises = tuple(opened.exercises.values())
        ready = bench(read_sources(root), table.rows, today, accepted.read(folder), proofs, exercises)
    except RowError as error:
        return _unfit(str(error))
    except UNWALKABLE as error:
        return _unfit(UNWALKED.format(why=error))
    if ready.report.errors or table.findings:
        return _unfit(UNFIT if ready.report.errors else str(table.findings[0]))
    judged = tuple(judge_all(ready, _chosen(ready, args.card, sample, seed or 0), jobs or os.cpu_count() or 1))
    if args.json:
        print(json.dumps(as_data(judged), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(judged)))
    return FINE if percent(judged) >= (95 if least is None else least) else HAS_ERRORS


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="tiltakskort mutate", description=ABOUT)
    add = parser.add_argument
    add("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    add("--situations", metavar="MAPPE", default="", help="mappa med situasjonene (ellers tests/golden)")
    add("--card", metavar="KORT", action="append", default=[], help="bare feil i dette kortet; kan gjentas")
    add("--sample", metavar="ANTALL", default="", help="bare så mange feil, tilfeldig valgt")
    add("--seed", metavar="TALL", default="", help="velger de samme feilene igjen")
    add("--at-least", metavar="PROSENT", default="", help="så mange må bli oppdaget (ellers 95)")
    add("--jobs", metavar="ANTALL", default="", help="hvor mange som prøves samtidig (ellers én for hver kjerne)")
    add("--without-proofs", action="store_true", help="spør bare check og situasjonene; det går fortere")
    add("--json", action="store_true", help="skriv JSON")
    return parser


def _chosen(ready: Bench, cards: Sequence[str], sample: int | None, seed: int) -> list[Mutant]:
    """The mistakes to make. Raises UseError for a card that there is not."""
    there = ready.report.content.cards
    for name in cards:
        if name not in there:
            raise UseError(unknown("Kortet", name, there))
    made = [one for one in all_mutants(ready) if not cards or one.card in cards]
    if sample is None or sample >= len(made):
        return made
    kept = set(random.Random(seed).sample(range(len(made)), sample))  # noqa: S311  (no secret)
    return [one for number, one in enumerate(made) if number in kept]


def _number(text: str, option: str, least: int, most: int) -> int | None:
    """The number after an option, None where it is not given. Raises UseError."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 7 and least <= int(text) <= most):
        raise UseError(NO_NUMBER.format(option=option, least=least, most=most, text=clean(text)))
    return int(text)


def _unfit(message: str) -> int:
    print(clean(message))
    return HAS_ERRORS
