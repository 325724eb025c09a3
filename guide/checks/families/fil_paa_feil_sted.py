"""En fil på feil sted

## Hva
Kort skal ligge i `trees/kommune/`, lister i `trees/kommune/lists/` og kontakter i `contacts/`. Navnet skal slutte på
`.yaml`, og det som står som `card`, `list` eller `pack`, skal være det samme som stedet sier.

## Hvorfor
En fil på feil sted blir ikke lest. To steder som sier hver sin ting, gjør at ingen vet hvilken som gjelder.

## Feil
```yaml
# trees/stange/barnehage.yaml
card: stange/skole
```

## Slik retter du
Flytt fila dit den hører hjemme, eller rett navnet øverst i den.
"""

from __future__ import annotations

CODES = (
    "feil-endelse",
    "ukjent-fil",
    "feil-sted",
)
