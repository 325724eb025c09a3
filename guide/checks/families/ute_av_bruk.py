"""Noe som er ute av bruk fordi noe annet har feil

## Hva
Kortet eller lista er riktig i seg selv, men bygger på noe som har feil. Til det er rettet, brukes den siste utgaven
som var uten feil. Er en publisert utgave skadet, brukes den hele utgaven før den.

## Hvorfor
Ingen skal gå et kort der en del mangler.

## Feil
```yaml
# felles/vold har en feil, og da er stange/barnehage også ute
```

## Slik retter du
Rett feilene i det som er nevnt, så kommer dette i bruk igjen av seg selv.
"""

from __future__ import annotations

CODES = (
    "kort-ute",
    "liste-ute",
    "fil-ute",
    "sist-gode",
    "utgave-skadet",
    "utgave-mangler",
)
