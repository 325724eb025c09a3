"""Et tema som ingen tiltak har

## Hva
Temaet står i `trees/felles/topics.yaml`, men ingen tiltak i noen kommune har det.

## Hvorfor
Den som leter etter tiltak om temaet, finner ingenting. Kanskje er det skrevet på en annen måte i tiltakene.

## Feil
```yaml
topics:
  spill: {title: Spill}   # ingen tiltak har topics: [spill]
```

## Slik retter du
Skriv temaet på tiltakene det passer for, eller slett det.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.places import shared_file

WHOLE = True
WORDS = Words(
    "tema-uten-tiltak",
    WARNING,
    "Ingen tiltak har temaet «{name}».",
    "Enten skriver du det på tiltakene det passer for, eller så sletter du det.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Topics that no measure has."""
    content = subject.content
    used = {topic for found in content.measures.values() for each in found.measures for topic in each.topics}
    for topic in content.topics.values():
        if topic.id not in used:
            place = subject.spots.key(shared_file("topics"), "topics", topic.id)
            yield WORDS.say(shared_file("topics"), place, name=topic.title)
