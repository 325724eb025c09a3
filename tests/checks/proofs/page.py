"""What is proved, as a page for people: `python -m tests.checks.proofs.page` writes docs/bevis.md.

States and verdicts are those of a fixed day, and times are rounded, so that the page changes with the content alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from guide.core.clock import weekday_date
from guide.core.content import Content
from guide.service.checking.prove_view import BROKEN, ERROR, HOLDS, IN_PART, thousands, word
from guide.service.checking.proving import Proved, prove, tasks
from guide.store.load import load

ROOT: Final = Path(__file__).resolve().parents[3]
PAGE: Final = ROOT / "docs" / "bevis.md"
DAY: Final = date(2026, 11, 25)
TIMES: Final = ((1, "under 1 s"), (5, "1–5 s"), (20, "5–20 s"))
LONG: Final = "over 20 s"

HEAD: Final = """\
# Hva som er bevist
Et bevis ser på alle veier gjennom et kort, ikke på et utvalg. Det leter etter én vei som bryter det kortet lover. Er
det en slik vei, viser `tiltakskort prove` den korteste, steg for steg.

Tabellene er regnet fra {day}. «Tilstander» er hvor mange steder, tidsrom eller dager beviset
så på. Siden lages av `python -m tests.checks.proofs.page`.
"""
SUMMARY: Final = """
## Bevisene

| Bevis | Hva det sier | Gjelder | Tilstander | Tid | Holder |
| --- | --- | --: | --: | --- | --- |"""
EACH: Final = """
## Kort for kort

| Bevis | Kort eller kommune | Tilstander | Tid | Holder |
| --- | --- | --: | --- | --- |"""
NOTES: Final = """
## Merknader
Dette bryter ikke noe bevis, men du bør vite det.
"""
RULES: Final = """
## Det som aldri skal skje
Reglene står i `trees/felles/safety.yaml`, og P4 leter etter brudd på dem. Du kan legge til nye, se
[formatet](format.md).
"""
NONE: Final = "Ingen."


def proved(content: Content) -> tuple[Proved, ...]:
    """Every proof over the content, from the page's day."""
    return prove(content, DAY, tasks(content), jobs=os.cpu_count() or 1)


def page(content: Content, found: Sequence[Proved]) -> str:
    """The whole page."""
    notes = [
        f"- {broken.what} ({one.proof.id}, `{broken.code}`)"
        for one in found
        for broken in one.verdict.broken
        if broken.severity != ERROR
    ]
    rules = [f"- {rule.text}. (`{rule.id}`)" for rule in content.invariants]
    parts = [HEAD.format(day=weekday_date(DAY)).rstrip(), SUMMARY, *_summary(found), EACH, *map(_line, found)]
    parts += [NOTES, *(notes or [NONE]), RULES, *rules]
    return "\n".join(parts) + "\n"


def without_times(text: str) -> str:
    """A page with its times struck out."""
    for _, words in TIMES:
        text = text.replace(f"| {words} |", "| – |")
    return text.replace(f"| {LONG} |", "| – |")


def _summary(found: Sequence[Proved]) -> Iterator[str]:
    """One row a proof."""
    for proof in dict.fromkeys(one.proof for one in found):
        own = [one for one in found if one.proof is proof]
        yield _row(
            proof.id,
            proof.says,
            str(len(own)),
            thousands(sum(one.verdict.states for one in own)),
            _time(sum(one.verdict.seconds for one in own)),
            _together(own),
        )


def _line(one: Proved) -> str:
    verdict = one.verdict
    cells = (thousands(verdict.states), _time(verdict.seconds), word(verdict))
    return _row(one.proof.id, f"`{verdict.about}`", *cells)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _time(seconds: float) -> str:
    return next((words for most, words in TIMES if seconds < most), LONG)


def _together(own: Sequence[Proved]) -> str:
    """One word for several verdicts: the worst."""
    words = {word(one.verdict) for one in own}
    return next(each for each in (BROKEN, IN_PART, HOLDS) if each in words)


if __name__ == "__main__":
    shipped = load(ROOT)
    PAGE.write_text(page(shipped, proved(shipped)), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
