"""Et faktum som er beskrevet to steder

## Hva
Kortet beskriver et faktum som felles har fra før, eller to kort som bygger på hverandre, beskriver det ulikt.

## Hvorfor
Det blir spurt om én gang. Da må svarene være de samme overalt.

## Feil
```yaml
facts:
  akutt_fare: ja_nei   # står i felles fra før
```

## Slik retter du
Slett det i kortet, gi det et annet navn, eller flytt det til facts.yaml.
"""

from __future__ import annotations

CODES = (
    "faktum-finnes",
    "faktum-ulikt",
)
