"""Et søkeord som er forklart to ganger

## Hva
Et ord står to ganger under `say` i `trees/felles/search.yaml`. Store og små bokstaver regnes som like.

## Hvorfor
Den som endrer det ene stedet, ser ikke det andre. Da finner søket fortsatt det gamle.

## Feil
```yaml
synonyms:
  - {say: [erting, plaging], means: [plaget]}
  - {say: [Erting], means: [krenket]}
```

## Slik retter du
La ordet stå ett sted, og samle det som skal letes opp der.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.checks.texts import kind_of
from guide.core.findings import WARNING, Finding
from guide.core.places import shared_file

WORDS = Words(
    "sokeord-to-ganger",
    WARNING,
    "Søkeordet «{word}» er forklart på linje {first} fra før.",
    "La det stå ett sted, med alt som skal letes opp.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Words of `say` that stand there before."""
    file = shared_file("search")
    first: dict[str, int] = {}
    for value in subject.prose:
        if value.file == file and kind_of(value) == "say":
            place = subject.spots.at(file, *value.way)
            if value.text.casefold() in first:
                yield WORDS.say(file, place, word=value.text, first=first[value.text.casefold()])
            first.setdefault(value.text.casefold(), place.line)
