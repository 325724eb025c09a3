"""Et tegn som ikke synes

## Hva
Teksten har et usynlig tegn: et som styrer skjermen, snur leseretningen eller ikke har noen bredde.

## Hvorfor
Slike tegn kan skjule noe for den som leser, eller få noe til å se ut som noe annet. Som regel kommer de med når en
limer inn fra et annet sted.

## Feil
```yaml
title: "Ring 112\\u202e"
```

## Slik retter du
Slett teksten der merket står, og skriv den på nytt for hånd.
"""

from __future__ import annotations

CODES = (
    "skjult-tegn",
    "skjult-escape",
)
