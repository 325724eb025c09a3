"""En åpningstid som ikke kan leses

## Hva
Åpningstider skrives på en fast måte: dager på engelsk (Mo, Tu, We, Th, Fr, Sa, Su), klokkeslett med to siffer, og
`PH` for helligdager.

## Hvorfor
Programmet må vite om noen svarer akkurat nå.

## Feil
```yaml
    hours: man-fre 8-15.30
```

## Slik retter du
Skriv `Mo-Fr 08:00-15:30; PH off`, eller `24/7` for hele døgnet.
"""

from __future__ import annotations

CODES = ("feil-tid",)
