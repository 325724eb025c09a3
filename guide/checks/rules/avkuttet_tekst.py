"""En tekst som er kuttet av «#»

## Hva
Tegnet `#` etter et mellomrom gjør resten av linja til en merknad som ingen leser. Regelen finner tekster der det
skjer, og andre verdier der `#` står rett foran en bokstav eller et tall.

## Hvorfor
«Ring 110 #viktig» blir til «Ring 110». Det som sto etter, er borte uten et ord.

## Feil
```yaml
    do: [Ring først]
    overdue: Ring leder #2 nå        # blir til «Ring leder»
```

## Slik retter du
Sett hele teksten i anførselstegn når `#` skal være med. Er det en merknad, flytt den til en egen linje.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide.checks.prose import rest_of_line
from guide.checks.rule import Subject, Words
from guide.checks.texts import is_prose
from guide.core.findings import WARNING, Finding
from guide.core.places import Place, Value

_CUT: Final = re.compile(r"^\s+#")
_STUCK: Final = re.compile(r"^\s+#[^\s#-]")
WORDS = Words(
    "avkuttet-tekst",
    WARNING,
    "Teksten er kuttet her. Etter «#» blir ingenting lest: {rest}.",
    "Enten setter du hele teksten i anførselstegn, eller så flytter du merknaden til en egen linje.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Values that a comment follows on their own line."""
    for file in subject.spots.files():
        if any(" #" in line.lstrip() and not line.lstrip().startswith("#") for line in subject.spots.lines(file)):
            for value in subject.spots.values(file):
                yield from _cut(subject, value)


def _cut(subject: Subject, value: Value) -> Iterator[Finding]:
    """A value that is cut."""
    rest = rest_of_line(subject.spots, value)
    if (_CUT if is_prose(value) else _STUCK).match(rest):
        begin = subject.spots.at(value.file, *value.way)
        lines = subject.spots.lines(value.file)
        for number in range(begin.line, len(lines) + 1):
            if lines[number - 1].endswith(rest):
                column = len(lines[number - 1]) - len(rest) + rest.index("#") + 1
                yield WORDS.say(value.file, Place(number, column), rest=rest.strip())
                return
