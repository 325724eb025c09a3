"""Et søkeord som viser til ord som ikke finnes

## Hva
I `trees/felles/search.yaml` sier `means` hvilke ord som skal letes opp. Et av dem står ikke i noe kort, noen liste,
noe faktum eller noen lov.

## Hvorfor
Da finner søket ingenting for ordet. Det kan være en skrivefeil, eller teksten det viste til, kan være endret.

## Feil
```yaml
synonyms:
  - {say: [erting], means: [plagett]}   # kortene sier «plaget»
```

## Slik retter du
Skriv ordet slik det står i kortet, eller slett det.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide.checks.prose import place_of
from guide.checks.rule import Subject, Words
from guide.checks.texts import kind_of
from guide.core.findings import WARNING, Finding
from guide.core.places import shared_file

WHOLE = True
WORDS = Words(
    "sokeord-uten-treff",
    WARNING,
    "Ordet «{word}» står ikke i noe som søket leter i.",
    "Enten skriver du det slik det står i kortet, eller så sletter du det.",
)
SEARCHED: Final = frozenset(
    (
        *("about", "ask", "columns", "definition", "do", "help", "outcome"),
        *("record", "says", "signs", "task", "text", "title", "values"),
        *("forms", "given_by", "how", "name", "purpose", "term"),
    )
)
"""The keys of what the search looks in."""
LEAST_INSIDE: Final = 4
"""From so many letters a word is also found inside another one."""
_WORD: Final = re.compile(r"[^\W_]+")


def find(subject: Subject) -> Iterator[Finding]:
    """Words of `means` that neither begin nor, where they are long enough, stand inside a word of the content."""
    file = shared_file("search")
    texts = [v.text.casefold() for v in subject.prose if v.file.startswith("trees/") and kind_of(v) in SEARCHED]
    there = {word for text in texts for word in _WORD.findall(text)}
    for value in subject.prose:
        if value.file == file and kind_of(value) == "means":
            for found in _WORD.finditer(value.text):
                if not any(_finds(found[0].casefold(), word) for word in there):
                    yield WORDS.say(file, place_of(subject.spots, value, found.start()), word=found[0])


def _finds(wanted: str, word: str) -> bool:
    """Whether the search finds `word` for what is wanted."""
    return word.startswith(wanted) or (len(wanted) >= LEAST_INSIDE and wanted in word)
