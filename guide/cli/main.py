"""`tiltakskort`: the app, or one of its verbs. A verb's module is imported only when it is the one that runs."""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Sequence
from typing import Final

from guide.cli import crash
from guide.core.text import clean

FINE, HAS_ERRORS, WRONG_USE, STILL_OPEN = 0, 1, 2, 3
"""Exit codes: all is well; the content has errors; wrong use; the walk is still open."""

VERBS: Final = {
    "app": ("guide.cli.app", "Åpne appen (det samme som uten ord)"),
    "route": ("guide.cli.route", "Gå et kort med svar du oppgir, til første råd"),
    "walk": ("guide.cli.walk", "Gå et kort i appen, eller linje for linje med --plain"),
    "search": ("guide.cli.search", "Søk i kort, tegn, tiltak, ord, kontakter og lover"),
    "contacts": ("guide.cli.contacts", "Hvem svarer nå?"),
    "measures": ("guide.cli.measures", "Finn tiltak: etter alder, nivå og hva det gjelder"),
    "lists": ("guide.cli.lists", "Les ei liste: tegn, møter, risiko og beskyttelse, ord"),
    "print": ("guide.cli.print", "Skriv ut et kort på papir: PDF, nettside eller Markdown"),
    "case": ("guide.cli.case", "Sakene dine: vis, skriv ut, slett, sjekk, sikkerhetskopier"),
    "check": ("guide.cli.check", "Sjekk at kort og kontakter er riktige"),
    "prove": ("guide.cli.prove", "Bevis at kortene holder det de lover"),
    "diff": ("guide.cli.diff", "Se hva en endring i kortene endrer for ansatte"),
    "map": ("guide.cli.map", "Tegn et kort: SVG, nettside eller Mermaid"),
    "look-ahead": ("guide.cli.look_ahead", "Se hva de neste 12 månedene bringer"),
    "exercise": ("guide.cli.exercise", "Øvelser: list dem, prøv dem mot kortene, eller les en"),
    "coverage": ("guide.cli.coverage", "Se hva situasjonene går gjennom av kortene"),
    "content": ("guide.cli.content", "Din egen mappe: lag, publiser, gå tilbake, ta bort et nummer"),
    "pack": ("guide.cli.pack", "Lag en ny kommune, eller se hva planene skriver som ikke gjelder lenger"),
    "mutate": ("guide.cli.mutate", "Gjør små feil i kortene, og se om noen oppdager dem"),
}

SHORT: Final = frozenset({"route", "contacts", "app", "walk"})
"""Verbs that have all in hand before there is anything for the garbage collector to find; it would cost an eighth of
that time. The app turns it on again when its first screen stands."""

HELP: Final = """\
Bruk: tiltakskort [verb] [valg]

Uten verb åpnes appen. Er barnet i fare nå, ring 112. Brann 110, ambulanse 113.

{verbs}

  --content MAPPE   bruk kort og kontakter fra denne mappa
  --plain           linje for linje, for skjermleser og enkle terminaler
  --version         vis versjonen
Hjelp om et verb: tiltakskort VERB --help
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one verb and returns the exit code."""
    args = [clean(arg) for arg in (sys.argv[1:] if argv is None else argv)]
    _utf8()
    verb = args[0] if args and not args[0].startswith("-") else "app"
    if "--help" in args[:1] or "-h" in args[:1]:
        print(HELP.format(verbs="\n".join(f"  {name:<10} {about}" for name, (_, about) in VERBS.items())))
        return FINE
    if args[:1] == ["--version"]:
        from importlib.metadata import version

        print(version("tiltakskort"))
        return FINE
    if verb not in VERBS:
        print(f"Ukjent verb: «{verb}». Velg ett av disse: {', '.join(VERBS)}.", file=sys.stderr)
        return WRONG_USE
    module = importlib.import_module(VERBS[verb][0])
    code: int = module.main(args[1:] if args[:1] == [verb] else args)
    return code


def _utf8() -> None:
    """Norwegian letters come out right, and nothing breaks, whatever the terminal's encoding is called."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")


def run() -> None:
    """The console script."""
    if not sys.argv[1:] or sys.argv[1].startswith("-") or sys.argv[1] in SHORT:
        gc.disable()
    crash.install()
    try:
        code = main()
        sys.stdout.flush()
    except (KeyboardInterrupt, BrokenPipeError):
        sys.stderr.close()
        code = WRONG_USE
    except SystemExit as asked:  # with a text it would print it
        code = crash.left(asked.code)
    code = crash.told(code)
    gc.freeze()  # the end of the process frees everything; nothing is looked through once more before that
    raise SystemExit(code)
