"""Det samme navnet to ganger

## Hva
To kontakter, to tegn eller to svar i en rekkefølge har samme `id`.

## Hvorfor
Da vet ingen hvilken av dem som er ment.

## Feil
```yaml
signs:
  - {id: merker, column: fysisk, text: Blåmerker}
  - {id: merker, column: fysisk, text: Brannmerker}
```

## Slik retter du
Gi den ene et annet navn.
"""

from __future__ import annotations

CODES = ("dobbel-id",)
