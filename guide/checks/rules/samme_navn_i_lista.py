"""To med samme navn i en liste

## Hva
To tiltak fra samme tjeneste, to møter på samme nivå, to like faktorer eller to like ord står i samme liste.

## Hvorfor
Da ser den som leter, det samme to ganger og vet ikke hva som gjelder.

## Feil
```yaml
  - {id: tiur, name: TIUR, given_by: Ungdomskontakten}
  - {id: tiur-2, name: TIUR, given_by: Ungdomskontakten}
```

## Slik retter du
Slå dem sammen. Er det to ulike ting, så skriv i navnet hva som skiller dem.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.lists import Arena, Factor, Measure, Term, all_lists, entries
from guide.core.places import list_file

WORDS = Words(
    "samme-navn-i-lista",
    WARNING,
    "«{name}» står to ganger i lista.",
    "Enten slår du dem sammen, eller så skriver du hva som skiller dem.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """The later one of two that a reader cannot tell apart."""
    for kind, found in all_lists(subject.content):
        seen: set[tuple[str, ...]] = set()
        for index, entry in enumerate(entries(found)):
            named, name = _named(entry)
            if named in seen:
                file = list_file(found.id)
                yield WORDS.say(file, subject.spots.at(file, kind, index, "id"), name=name)
            seen.add(named)


def _named(entry: Measure | Arena | Factor | Term) -> tuple[tuple[str, ...], str]:
    """What tells an entry from the others, folded to one case; and its name."""
    if isinstance(entry, Measure):
        parts: tuple[str, ...] = (entry.name, entry.given_by)
    elif isinstance(entry, Arena):
        parts = (entry.name, entry.level)
    else:
        parts = (entry.kind, entry.text) if isinstance(entry, Factor) else (entry.term,)
    return tuple(part.casefold() for part in parts), parts[-1] if isinstance(entry, Factor) else parts[0]
