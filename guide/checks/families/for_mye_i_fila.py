"""For mye i én fil eller én tekst

## Hva
Fila har for mange nivåer inni hverandre, for mange deler, eller en tekst som er mye lengre enn noen leser.

## Hvorfor
Som regel er en klamme eller et anførselstegn ikke lukket, så resten av fila er blitt en del av det.

## Feil
```yaml
do: [[[[[[[[Ring
```

## Slik retter du
Se etter klammer og anførselstegn som ikke er lukket. Er fila virkelig så stor, del den.
"""

from __future__ import annotations

CODES = (
    "for-dypt",
    "for-mye",
    "for-lang-tekst",
)
