"""En liste som ingen kort viser

## Hva
Lista ligger i `lists`, men ingen steg viser den.

## Hvorfor
Da er det ingen som får krysse av. Kanskje viser steget en annen liste enn det skulle.

## Feil
```yaml
list: stange/tegn-skole    # kortet for skolen viser stange/tegn
```

## Slik retter du
Vis lista med `signs` og `list` i et steg, eller slett fila.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.places import list_file

WHOLE = True
WORDS = Words(
    "liste-uten-bruk",
    WARNING,
    "Ingen kort viser lista «{name}».",
    "Enten viser du den i et steg, eller så sletter du fila.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Lists that no node shows."""
    shown = {node.list for _, node in subject.nodes}
    for name in subject.content.lists:
        if name not in shown:
            yield WORDS.say(list_file(name), subject.spots.at(list_file(name), "list"), name=name)
