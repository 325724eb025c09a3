"""Aldre som mangler eller står to ganger

## Hva
Når et steg går etter alder, skal spennene dekke alle år fra 0 og oppover, og ingen år skal være med to ganger.

## Hvorfor
Et barn på den alderen kommer ingen vei, eller to veier på en gang.

## Feil
```yaml
    answers: {"0-11": barn, "13-17": ungdom, "18-": voksen, vet_ikke: barn}   # 12 år mangler
```

## Slik retter du
Utvid eller gjør mindre et av spennene.
"""

from __future__ import annotations

CODES = (
    "alder-hull",
    "alder-hull-en",
    "alder-to",
    "feil-spenn",
)
