"""Et steg som ikke finnes

## Hva
Et svar, `go`, `then`, `alone`, `start` eller en utgang viser til et steg som ikke er i kortet.

## Hvorfor
Den som svarer slik, kommer ingen vei.

## Feil
```yaml
    answers: {ja: akut, nei: tegn, vet_ikke: tegn}   # steget heter «akutt»
```

## Slik retter du
Rett navnet, eller lag steget. Meldingen foreslår det som ligner mest.
"""

from __future__ import annotations

CODES = (
    "ukjent-node",
    "ukjent-node-naer",
)
