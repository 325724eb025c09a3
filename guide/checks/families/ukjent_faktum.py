"""Et faktum som ikke finnes

## Hva
Et spørsmål, en regel eller en liste snakker om et faktum som verken står i facts.yaml eller under `facts` i kortet.

## Hvorfor
Svaret har ikke noe sted å stå, og reglene kan ikke se det.

## Feil
```yaml
    fact: akutt_farer   # faktumet heter «akutt_fare»
```

## Slik retter du
Rett navnet, eller legg faktumet til.
"""

from __future__ import annotations

CODES = (
    "ukjent-faktum",
    "ukjent-faktum-naer",
)
