"""En frist som ikke kan begynne

## Hva
Fristen regnes fra en dato som noteres i et steg. Steget eller feltet finnes ikke, eller er ikke en dato.

## Hvorfor
Fristen ville aldri blitt vist.

## Feil
```yaml
    deadlines: [{id: deling, within: 3, unit: working_days, from: oppsto.dag}]   # feltet heter «dato»
```

## Slik retter du
Vis til STEG.FELT der en dato noteres i det samme kortet.
"""

from __future__ import annotations

CODES = ("frist-uten-start",)
