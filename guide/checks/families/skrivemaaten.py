"""Skrivemåten er feil

## Hva
Fila kan ikke leses som YAML: et kolon, et anførselstegn, en klamme, en strek eller et innrykk er feil. Merket viser
hvor det stoppet. Feilen kan stå på linja over.

## Hvorfor
Så lenge skrivemåten er feil, kan ingenting i fila brukes.

## Feil
```yaml
do:
  - Spør: hva skjer nå
```

## Slik retter du
Sett teksten i anførselstegn når den har kolon i seg. Rett innrykket, og bruk mellomrom, ikke tabulator.
"""

from __future__ import annotations

CODES = (
    "yaml",
    "yaml-kolon",
    "yaml-nokkel",
    "yaml-mangler-kolon",
    "yaml-firkantklamme",
    "yaml-krollklamme",
    "yaml-anforsel",
    "yaml-tegn",
    "yaml-tabulator",
    "yaml-escape",
    "yaml-strek",
    "yaml-innhold",
    "yaml-liste-her",
)
