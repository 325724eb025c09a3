"""En tekst som er tung å lese

## Hva
LIX regner med ord i hver setning og hvor mange av ordene som er på mer enn seks bokstaver. Regelen regner ut tallet
for alt som står i ett steg (minst 25 ord), og varsler når det er over 45. For en enkelt tekst på minst 20 ord er
grensa 55.

Grensene er valgt etter kortene som følger med: der ligger halvparten av stegene under 20, det høyeste er 36, og den
tyngste enkeltteksten er på 50. Over 45 regnes som vanskelig tekst, over 55 som svært vanskelig. Kortere tekster blir
ikke regnet ut: der gir ett langt ord, som «barneverntjenesten», et høyt tall uten at teksten er tung.

## Hvorfor
Kortet blir lest av noen som har dårlig tid og er redd for et barn.

## Feil
```yaml
    help: Vurderingen av omsorgssituasjonen forutsetter tverrfaglig kompetanse, systematisk dokumentasjon og …
```

## Slik retter du
Del setningen i to. Bytt lange ord med korte. Si hvem som gjør hva.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from guide.checks.rule import Subject, Words
from guide.checks.texts import EXPLAINS, kind_of
from guide.core.findings import WARNING, Finding

STEP, STEP_WORDS = 45, 25
TEXT, TEXT_WORDS = 55, 20
LONG_WORD: Final = 6
WORDS = Words(
    "tung-tekst",
    WARNING,
    "Teksten er tung å lese: LIX er {lix}, og grensa er {most}.",
    "Del setningene, og bytt lange ord med korte.",
)
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_END: Final = re.compile(r"[.!?:](?=[\s»]|$)")


def find(subject: Subject) -> Iterator[Finding]:
    """Heavy steps, and single texts that are heavy by themselves."""
    steps: dict[tuple[str, str], list[str]] = {}
    for value in subject.prose:
        number = lix([value.text])
        if number[0] > TEXT and number[1] >= TEXT_WORDS:
            place = subject.spots.at(value.file, *value.way)
            yield WORDS.say(value.file, place, lix=round(number[0]), most=TEXT)
        elif value.way[0] == "nodes" and kind_of(value) not in EXPLAINS:
            steps.setdefault((value.file, str(value.way[1])), []).append(value.text)
    for (file, node), texts in steps.items():
        number = lix(texts)
        if number[0] > STEP and number[1] >= STEP_WORDS:
            yield WORDS.say(file, subject.spots.key(file, "nodes", node), lix=round(number[0]), most=STEP)


def lix(texts: Sequence[str]) -> tuple[float, int]:
    """LIX of some texts, and their number of words. A text ends a sentence, with or without a full stop."""
    words = [word for text in texts for word in _WORD.findall(text)]
    if not words:
        return 0.0, 0
    ends = sum(len(_END.findall(text)) + (not _END.search(text.rstrip("» ")[-1:])) for text in texts)
    long = sum(len(word) > LONG_WORD for word in words)
    return len(words) / max(ends, 1) + 100 * long / len(words), len(words)
