"""Et steg som ikke er noe slag, eller flere på en gang

## Hva
Et steg er ett av disse: `ask`, `by`, `signs`, `task`, `record`, `include`, `exit` eller `outcome`. Nøkkelen skal stå
der én gang.

## Hvorfor
Slaget bestemmer hva som vises og hvor det går videre.

## Feil
```yaml
  del:
    task: Del bekymringen
    outcome: Ferdig
```

## Slik retter du
Del det i to steg, eller rett nøkkelen som er skrevet feil.
"""

from __future__ import annotations

CODES = (
    "node-uten-slag",
    "node-to-slag",
)
