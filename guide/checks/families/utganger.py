"""Utganger som ikke stemmer

## Hva
Et felles kort har utganger (`exits`). Kortet som legger det inn, må si hvor hver av dem leder, og bare dem. Utgangene
som er nevnt øverst i det felles kortet, skal være de samme som stegene med `exit`.

## Hvorfor
En utgang som ikke leder noe sted, er en vei som stopper.

## Feil
```yaml
  vold: {include: felles/vold, exits: {ikke_vold: plikt}}   # meldt og droftet mangler
```

## Slik retter du
Legg til utgangen med steget den leder til, eller slett den som ikke finnes.
"""

from __future__ import annotations

CODES = (
    "ukjent-utgang",
    "utgang-mangler",
    "utgang-uten-node",
    "utgang-ikke-nevnt",
)
