"""En fil med feil tegnkoding

## Hva
Filer skal være lagret som UTF-8, uten det usynlige merket BOM først.

## Hvorfor
Ellers blir æ, ø og å til noe annet, eller fila kan ikke leses.

## Feil
```text
Lagret som:  UTF-16, ANSI eller «UTF-8 med BOM»
```

## Slik retter du
Velg «Lagre som» i programmet du skriver i, og velg «UTF-8» uten BOM.
"""

from __future__ import annotations

CODES = (
    "ikke-utf8",
    "utf16",
    "bom",
)
