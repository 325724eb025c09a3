"""En liste eller kolonne som ikke finnes

## Hva
Steget viser en liste som ikke finnes, eller et tegn står i en kolonne som lista ikke har.

## Hvorfor
Da er det ingenting å krysse av.

## Feil
```yaml
  tegn: {signs: Hva ser du?, list: stange/tegnene, go: vold}
```

## Slik retter du
Rett navnet, eller lag lista eller kolonnen.
"""

from __future__ import annotations

CODES = (
    "ukjent-liste",
    "ukjent-liste-naer",
    "ukjent-kolonne",
)
