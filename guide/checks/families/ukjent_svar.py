"""Et svar som ikke finnes

## Hva
Svaret er ikke blant `values` for faktumet, eller svartypen finnes ikke under `types`.

## Hvorfor
Et svar med skrivefeil kan aldri bli valgt.

## Feil
```yaml
    answers: {ja: ring, neii: slutt, vet_ikke: ring}
```

## Slik retter du
Bruk et av svarene som meldingen viser.
"""

from __future__ import annotations

CODES = (
    "ukjent-svar",
    "ukjent-svar-naer",
    "ukjent-type",
)
