"""En dato som ikke finnes

## Hva
Datoen står ikke i kalenderen.

## Hvorfor
Da vet ingen når noe ble kontrollert, eller når fristen er.

## Feil
```yaml
checked: 2026-02-30
```

## Slik retter du
Skriv datoen som 2026-11-22: år, måned, dag.
"""

from __future__ import annotations

CODES = ("feil-dato",)
