"""Et tema som ikke finnes

## Hva
Et tiltak eller en faktor viser til et tema som ikke står i topics.yaml.

## Hvorfor
Temaet avgjør når tiltaket kommer fram. Med feil tema finner ingen det.

## Feil
```yaml
  - {id: tiur, name: TIUR, topics: [russ]}   # temaet heter rus
```

## Slik retter du
Rett navnet, eller legg temaet til i `trees/felles/topics.yaml`.
"""

from __future__ import annotations

CODES = (
    "ukjent-tema",
    "ukjent-tema-naer",
)
