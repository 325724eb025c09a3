"""En nøkkel som mangler eller ikke hører hjemme

## Hva
Hvert steg, hver kontakt og hver liste har noen nøkler som må være med, og andre som kan være med. Fila må begynne med
`format: 1`. Et råd må for eksempel ha `contact`, `do`, `next` og `source`.

## Hvorfor
En nøkkel som er skrevet feil, blir ikke brukt. Mangler en, mangler noe for den som leser.

## Feil
```yaml
  meld:
    outcome: Meld i dag
    urgenci: today
```

## Slik retter du
Rett navnet, eller legg til det som mangler. Meldingen sier hvilke navn som finnes, og hvilket som ligner mest.
"""

from __future__ import annotations

CODES = (
    "nokkel-mangler",
    "ukjent-nokkel",
    "ukjent-nokkel-naer",
    "feil-format",
)
