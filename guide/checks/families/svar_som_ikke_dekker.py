"""Svar som ikke dekker spørsmålet

## Hva
Hvert svar på et spørsmål må lede et sted, eller stå under `not_offered` med en grunn. Ingen svar kan stå begge
steder.

## Hvorfor
Den som velger det svaret, kommer ingen vei.

## Feil
```yaml
    answers: {ja: ring, nei: slutt}   # vet_ikke mangler
```

## Slik retter du
Legg til svaret under `answers`, eller under `not_offered` med grunnen.
"""

from __future__ import annotations

CODES = (
    "svar-mangler",
    "svar-dobbelt",
)
