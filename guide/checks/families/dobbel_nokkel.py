"""Den samme nøkkelen to ganger

## Hva
Et steg, et svar eller en annen nøkkel står to ganger på samme sted. Meldingen sier hvilken linje den første står på.

## Hvorfor
Ellers ville den siste vunnet uten et ord, og det du skrev først, ville vært borte.

## Feil
```yaml
nodes:
  del: {task: Del bekymringen}
  del: {task: Snakk med leder}
```

## Slik retter du
Slett den ene, eller gi den et annet navn.
"""

from __future__ import annotations

CODES = ("dobbel-nokkel",)
