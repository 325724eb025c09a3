"""`tiltakskort exercise`: the exercises listed, walked against the cards, read, played, or begun from a walk."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from guide.cli import exercise_record
from guide.cli.common import Parser, UseError, guarded, unknown
from guide.cli.main import FINE, HAS_ERRORS
from guide.core.content import Content
from guide.core.exercise import Exercise
from guide.core.exercise_fit import fit
from guide.core.lay import LayError
from guide.core.step import StuckError
from guide.core.text import clean
from guide.service.training.page import page
from guide.service.training.running import as_data, as_text, run, stale_words
from guide.service.training.training import Training, listed
from guide.service.training.views import ListedView
from guide.store.compiled import has_errors, open_content
from guide.store.exercises import open_exercises
from guide.store.locate import cache_dir, locate
from guide.store.settings import load_settings

ABOUT = "Øvelsene: list dem, prøv dem mot kortene, eller les en før du bruker den."
WHAT = ("list", "run", "show")
ONE = "Skriv hvilken øvelse du vil lese: tiltakskort exercise show ØVELSE."
NONE = "Det er ingen øvelser i mappa."
UNFIT = "Innholdet har feil. Kjør «tiltakskort check» først."
LINE = "{id:<36} {level:<9} {title}"
STALE = "{id:<36} {level:<9} {title} (passer ikke lenger til kortet)"


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    if argv[:1] == ["record"]:
        return exercise_record.main(argv[1:])
    if argv[:1] == ["play"]:
        from guide.cli import exercise_play

        return exercise_play.main(argv[1:])
    if argv[:1] == ["report"]:
        from guide.cli import exercise_report

        return exercise_report.main(argv[1:])
    parser = Parser(prog="tiltakskort exercise", description=ABOUT)
    parser.add_argument(
        "what", metavar="HVA", choices=WHAT, help="list, run, show, play, record eller report; se også record --help"
    )
    parser.add_argument("exercises", metavar="ØVELSE", nargs="*", default=[], help="f.eks. stange/merker-paa-armen")
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    args = parser.intermixed(argv)
    root = locate(args.content, load_settings().content)
    content = open_content(root, cache_dir())
    if has_errors(content):
        print(UNFIT)
        return HAS_ERRORS
    opened = open_exercises(root, cache_dir())
    for finding in opened.findings:
        print(clean(str(finding)))
    chosen = _chosen(opened.exercises, args.exercises)
    code = HAS_ERRORS if opened.findings else FINE
    if args.what == "show":
        return max(code, _show(content, chosen if args.exercises else []))
    return max(code, _list(content, chosen, args.json) if args.what == "list" else _run(content, chosen, args.json))


def _chosen(there: Mapping[str, Exercise], names: Sequence[str]) -> list[Exercise]:
    """The exercises named, all of them where none is. Raises UseError."""
    for name in names:
        if name not in there:
            raise UseError(unknown("Øvelsen", clean(name), there))
    return [there[name] for name in names] or list(there.values())


def _list(content: Content, exercises: Sequence[Exercise], as_json: bool) -> int:
    views = [listed(exercise, content) for exercise in exercises]
    if as_json:
        print(json.dumps([_data(view) for view in views], ensure_ascii=False, indent=2))
    else:
        lines = (LINE if view.fits else STALE for view in views)
        said = (line.format(id=v.id, level=v.level, title=v.title) for line, v in zip(lines, views, strict=True))
        print("\n".join(said) or NONE)
    return FINE


def _data(view: ListedView) -> dict[str, object]:
    return {
        "exercise": view.id,
        "title": view.title,
        "about": view.about,
        "card": view.card,
        "level": view.level,
        "areas": list(view.areas),
        "clock": view.clock,
        "fits": view.fits,
    }


def _run(content: Content, exercises: Sequence[Exercise], as_json: bool) -> int:
    found = run(content, exercises)
    print(json.dumps(as_data(found), ensure_ascii=False, indent=2) if as_json else "\n".join(as_text(found)))
    return HAS_ERRORS if found.stale else FINE


def _show(content: Content, exercises: Sequence[Exercise]) -> int:
    if len(exercises) != 1:
        raise UseError(ONE)
    try:
        print("\n".join(page(Training(content, exercises[0]))))
    except (LayError, StuckError):
        print(stale_words(fit(content, exercises[0])))
        return HAS_ERRORS
    return FINE
