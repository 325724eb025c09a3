"""Every kind of mistake: what is not here is not made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from guide.checks.mutants.advice import weaker, without_duty, without_effect, wrong_service
from guide.checks.mutants.mutant import Edit, Ground, Mutant
from guide.checks.mutants.times import deadlines, hours
from guide.checks.mutants.ways import dropped, elsewhere, like_no

MAKERS: Final[tuple[Callable[[Ground], Iterator[Mutant]], ...]] = (
    like_no,
    elsewhere,
    dropped,
    deadlines,
    hours,
    weaker,
    without_duty,
    without_effect,
    wrong_service,
)


def mutants(ground: Ground) -> tuple[Mutant, ...]:
    """Every mistake that can be made in the content, each once, in the order of its files."""
    found: dict[tuple[str, tuple[Edit, ...]], Mutant] = {}
    for maker in MAKERS:
        for mutant in maker(ground):
            found.setdefault((mutant.file, mutant.edits), mutant)
    return tuple(sorted(found.values(), key=lambda mutant: (mutant.file, mutant.line)))
