"""The long proofs of cases, as commands outside the ordinary test run.

`python -m tests.cases.long kill flips` prints what was found; `--write` puts it in docs/sikkerhet.md, with the command.
Without a name all are run. `--times N` changes how many.
"""

from __future__ import annotations

import argparse
import platform
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from tests.cases.long_app import appkill, apptrace, crashes
from tests.cases.long_power import power
from tests.cases.long_store import faults, flips, kill, order, windows
from tests.cases.long_use import growth, trace, walks

PAGE = Path(__file__).resolve().parents[2] / "docs" / "sikkerhet.md"
Proof = Callable[..., Iterator[str]]
PROOFS: dict[str, tuple[str, Proof]] = {
    "kill": ("Stoppet midt i skrivingen", kill),
    "power": ("Strømmen går", power),
    "order": ("Rekkefølgen mot disken", order),
    "faults": ("Feil fra disken", faults),
    "flips": ("Snudde biter", flips),
    "windows": ("To vinduer", windows),
    "walks": ("Samme tilstand hver gang", walks),
    "trace": ("Nett og filer", trace),
    "growth": ("Mange saker", growth),
    "crashes": ("Appen: krasj med en sak åpen", crashes),
    "appkill": ("Appen: stoppet mens noen skriver", appkill),
    "apptrace": ("Appen: nett og filer", apptrace),
}
HEAD = """\
# Sikkerhet: det som er prøvd
Denne siden er skrevet av `python -m tests.cases.long --write`. Den viser hva prøvene av det krypterte lageret skrev
ut sist. Prøvene tar for lang tid til å kjøres ved hver endring. De korte ligger i `tests/cases/` og kjøres alltid.
Hvordan lageret er bygd, står i [adr/0018](adr/0018-the-encrypted-store.md). Hva det betyr for personvernet, står i
[personvern.md](personvern.md). De som heter «Appen», kjører
hele appen på en terminal. De andre gjelder lageret og tjenestene rundt det.

## Hva det ikke beskytter mot
- En som ser på skjermen, eller som kan lese minnet til en maskin der sakene er låst opp.
- Skadelig program på maskinen mens du skriver passordsetningen.
- En som bytter ut hele mappa med en eldre kopi av hele mappa. Det kan ikke ses. Bytter noen ut én sak, ses det.
- En svak passordsetning. Den må ha minst 12 tegn, men en som kan gjettes, kan gjettes.
- Kopier av hele mappa som maskinens eier tar. De åpnes av den passordsetningen som gjaldt da, også for slettede saker.
- En disk som sier at noe er skrevet før det er det. Strømbruddene her er simulert, og viser ikke slike disker.
- Null tap i 1 000 forsøk betyr at det sanne tallet er under 0,3 %. Det betyr ikke at det er null.
"""
SECTION = "\n## {title}\n`{command}` ({day}, {system})\n\n{body}\n"


def section(name: str, command: str, lines: list[str]) -> str:
    """A proof as a part of the page."""
    title, _ = PROOFS[name]
    body = "\n".join(lines) if lines and lines[0].startswith("|") else "\n".join(f"- {line}" for line in lines)
    system = f"{platform.system()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return SECTION.format(title=title, command=command, day=date.today().isoformat(), system=system, body=body)


def page_with(parts: dict[str, str], old: str) -> str:
    """The page with these parts new, and the others as they were."""
    found = {name: _part(old, title) for name, (title, _) in PROOFS.items()} | parts
    return HEAD + "".join(part for name in PROOFS if (part := found.get(name, "")))


def _part(page: str, title: str) -> str:
    found = re.search(rf"\n## {re.escape(title)}\n.*?(?=\n## |\Z)", page, re.DOTALL)
    return found[0].rstrip("\n") + "\n" if found else ""


def main(argv: list[str]) -> int:
    """Runs the proofs."""
    parser = argparse.ArgumentParser(prog="python -m tests.cases.long", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*PROOFS, []], default=[], metavar="|".join(PROOFS))
    parser.add_argument("--times", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args(argv)
    parts = {}
    for name in args.names or PROOFS:
        begun = time.monotonic()
        run = PROOFS[name][1]
        lines = list(run(args.times) if args.times else run())
        command = f"python -m tests.cases.long {name}" + (f" --times {args.times}" if args.times else "")
        parts[name] = section(name, command, lines)
        print(parts[name], f"({time.monotonic() - begun:.0f} s)", flush=True)
        if args.write:
            old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
            PAGE.write_text(page_with(parts, old), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
