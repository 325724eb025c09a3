"""Who notices small mistakes in the shipped cards, as a page: `python -m tests.checks.mutants_page [NUMBER]`.

Writes docs/feilprove.md. It takes a quarter of an hour on two cores for all of them, so CI does not run it.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from guide.core.clock import weekday_date
from guide.service.checking import accepted
from guide.service.checking.mutate_view import KINDS, counts, percent, survivor, survivors
from guide.service.checking.mutating import Judged, all_mutants, bench, judge_all
from guide.service.situations import read
from guide.store.load import load_exercises
from guide.store.sources import read_exercises, read_sources

ROOT: Final = Path(__file__).resolve().parents[2]
GOLDEN: Final = ROOT / "tests" / "golden"
PAGE: Final = ROOT / "docs" / "feilprove.md"
DAY: Final = date(2026, 11, 25)
HEAD: Final = """\
# Feil som blir oppdaget
Vi gjør små feil i kortene, én om gangen: et svar leder et annet sted, en plikt blir svakere, et steg blir borte. Så ser
vi hvem som oppdager feilen. Siden er regnet {day} og lages av `python -m tests.checks.mutants_page`.

- **check**: `tiltakskort check` finner noe som ikke var der før.
- **situasjon**: en oppdiktet situasjon får ikke det planen og loven avgjør at den skal få, eller en øvelse passer ikke.
- **bevis**: et bevis holder ikke lenger. P4 teller når en sikkerhetsregel brytes på veien til en situasjon.
- **godkjent**: en situasjon viser noe annet enn sist noen leste den. Det sier at noe er endret, ikke at det er galt.

Av {all} mulige feil er {made} prøvd{drawn}. **{percent} % blir oppdaget**, og {strict} % uten «godkjent».

| Feilen | Gjort | check | situasjon | bevis | godkjent | ingen |
| --- | --: | --: | --: | --: | --: | --: |"""
DRAWN: Final = ", trukket tilfeldig"
LEFT: Final = """
## Det ingen oppdager
Hver av disse er en situasjon å skrive, eller en plikt som også følger av svarene (`trees/felles/duties.yaml`).
"""
NONE: Final = "Ingen."


def page(judged: Sequence[Judged], possible: int) -> str:
    """The whole page."""
    known = {
        "day": weekday_date(DAY),
        "all": possible,
        "made": len(judged),
        "drawn": DRAWN if len(judged) < possible else "",
        "percent": _shown(percent(judged)),
        "strict": _shown(100 * sum(one.by not in ("", "godkjent") for one in judged) / len(judged)),
    }
    left = [f"- {survivor(one)}" for one in survivors(judged)]
    return "\n".join([HEAD.format(**known), *_rows(judged), LEFT, *(left or [NONE])]) + "\n"


def _rows(judged: Sequence[Judged]) -> Iterator[str]:
    for kind, words in KINDS.items():
        own = [one for one in judged if one.mutant.kind == kind]
        if own:
            yield f"| {words} | " + " | ".join(map(str, counts(own))) + " |"
    yield "| alle | " + " | ".join(map(str, counts(judged))) + " |"


def _shown(share: float) -> str:
    return f"{int(share * 10) / 10:.1f}".replace(".", ",")


def main() -> None:
    """Makes the mistakes, all or as many as are asked for, and writes the page."""
    exercises = tuple(load_exercises(read_exercises(ROOT))[0].values())
    ready = bench(read_sources(ROOT), read(GOLDEN).rows, DAY, accepted.read(GOLDEN), exercises=exercises)
    possible = all_mutants(ready)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else len(possible)
    chosen = set(random.Random(1).sample(range(len(possible)), wanted))
    made = [mutant for number, mutant in enumerate(possible) if number in chosen]
    judged = tuple(judge_all(ready, made, os.cpu_count() or 1))
    PAGE.write_text(page(judged, len(possible)), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {_shown(percent(judged))} %")


if __name__ == "__main__":
    main()
