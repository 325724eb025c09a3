"""En gjennomgang som skulle vært gjort

## Hva
`review_by` i pack.yaml er dagen da kortene skal være gått gjennom på nytt. Den er passert.

## Hvorfor
Planer blir vedtatt på nytt, og lover endrer seg. Datoen er avtalen om at noen ser på det.

## Feil
```yaml
reviewed: 2025-01-10
review_by: 2026-01-10
```

## Slik retter du
Gå gjennom kortene mot planen. Skriv så nye datoer under `reviewed` og `review_by`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.places import pack_file

WORDS = Words(
    "revisjon-forfalt",
    WARNING,
    "Kortene for {pack} skulle vært gått gjennom innen {day}.",
    "Gå gjennom dem mot planen, og skriv nye datoer under «reviewed» og «review_by».",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Packs whose review is overdue."""
    for pack in subject.content.packs.values():
        try:
            overdue = bool(pack.review_by) and date.fromisoformat(pack.review_by) < subject.today
        except ValueError:
            continue  # the loader tells of it
        if overdue:
            place = subject.spots.at(pack_file(pack.id), "review_by")
            yield WORDS.say(pack_file(pack.id), place, pack=pack.name, day=pack.review_by)
