"""Et punkt som ikke finnes i kortet

## Hva
`point` viser til et nummer som ikke står under `points` øverst i kortet.

## Hvorfor
Da vises ikke hvor langt en er kommet i planen.

## Feil
```yaml
    point: "12"
```

## Slik retter du
Bruk et av numrene under `points`, eller legg punktet til.
"""

from __future__ import annotations

CODES = ("ukjent-punkt",)
