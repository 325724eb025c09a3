"""En kilde som ikke finnes

## Hva
`source` viser til et punkt som ikke står i pack.yaml, eller til en lov eller veileder som ikke står i laws.yaml.

## Hvorfor
Alle råd skal kunne spores til planen eller loven.

## Feil
```yaml
    source: ["stange:bh-22"]
```

## Slik retter du
Rett navnet, eller legg til punktet eller loven med stedet der det står.
"""

from __future__ import annotations

CODES = (
    "ukjent-kilde",
    "ukjent-kilde-naer",
)
