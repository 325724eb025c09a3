"""En fil eller mappe som ikke kan leses

## Hva
Mappa eller fila finnes ikke, er tom eller for stor, er en lenke ut av mappa, eller programmet får ikke lov til å lese
den.

## Hvorfor
Det som står i fila, er ikke med. Mangler en av fellesfilene (facts.yaml, services.yaml, laws.yaml), kan ingen kort
brukes.

## Feil
```text
trees/felles/facts.yaml   finnes ikke
```

## Slik retter du
Legg fila tilbake fra en eldre utgave, eller sjekk at du har lov til å lese den. Er den for stor, del den i flere.
"""

from __future__ import annotations

CODES = (
    "mangler-mappe",
    "mangler-fil",
    "uleselig-fil",
    "utenfor-mappa",
    "ikke-fil",
    "for-mange-filer",
    "for-stor-fil",
    "tom-fil",
)
