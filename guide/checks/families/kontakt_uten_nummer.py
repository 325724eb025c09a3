"""En kontakt som det ikke går an å nå

## Hva
Kontakten har verken telefon eller nettside.

## Hvorfor
Den som trenger hjelp, skal se enten nummeret eller at det mangler.

## Feil
```yaml
  - {id: ppt, service: ppt, name: PPT}
```

## Slik retter du
Skriv nummeret, eller `phone: missing` når planen ikke har noe. Da får de som går kortet, vite det.
"""

from __future__ import annotations

CODES = ("uten-nummer",)
