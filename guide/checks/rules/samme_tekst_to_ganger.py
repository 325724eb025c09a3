"""Det samme to ganger i ett steg

## Hva
Den samme setningen står to ganger i et steg: i samme liste, eller både som noe en skal gjøre og noe en ikke skal gjøre.

## Hvorfor
Den som leser, lurer på hva forskjellen er. Står det både under `do` og `dont`, er det ene galt.

## Feil
```yaml
    do: [Ring barnevernet, Skriv ned rådet, Ring barnevernet]
```

## Slik retter du
Slett den ene.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.places import card_file

LISTS: Final = ("do", "dont", "next", "note", "share")
WORDS = Words(
    "samme-tekst-to-ganger",
    WARNING,
    "Denne setningen står to ganger i steget: «{text}».",
    "Slett den ene.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Sentences of a node that stand there already; told at the later one."""
    for card, node in subject.nodes:
        seen: set[str] = set()
        for key in LISTS:
            for index, text in enumerate(getattr(node, key)):
                small = text.lower().rstrip(". ")
                if small in seen:
                    yield WORDS.say(card_file(card.id), subject.at_node(card.id, node.id, key, index), text=text)
                seen.add(small)
