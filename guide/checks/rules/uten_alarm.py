"""Et kort uten vei ut når det haster

## Hva
Et kort som er for et arbeidssted (`serves`, eller `cards` i pack.yaml), skal ha alarmene `felles/akutt`,
`felles/vold` og `felles/meldeplikt`. De er åpne fra hvert steg, med én tast.

## Hvorfor
Fare kan vise seg midt i et kort. Da skal ingen måtte lete, og ingen frist skal stå i veien for en melding.

## Feil
```yaml
card: stange/barnehage
serves: [barnehage]
alarms: {felles/akutt: {trygt: back}}   # vold og meldeplikt mangler
```

## Slik retter du
Legg til kortet som mangler under `alarms`, og led hver utgang til et steg, eller til `back`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding
from guide.core.places import card_file

NEEDED: Final = ("felles/akutt", "felles/vold", "felles/meldeplikt")
WORDS = Words(
    "uten-alarm",
    ERROR,
    "Kortet er for et arbeidssted, men mangler alarmen «{alarm}».",
    "Legg den til under «alarms», med alle utgangene.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Alarms that are there and that a card for a workplace does not have."""
    content = subject.content
    chosen = {card for pack in content.packs.values() for _, card in pack.cards}
    for card in content.cards.values():
        if not card.serves and card.id not in chosen:
            continue
        has = {name for name, _ in card.alarms}
        file = card_file(card.id)
        for alarm in NEEDED:
            if alarm not in has and alarm in content.cards:
                here = subject.spots.key(file, "alarms") if card.alarms else subject.spots.at(file, "card")
                yield WORDS.say(file, here, alarm=alarm)
