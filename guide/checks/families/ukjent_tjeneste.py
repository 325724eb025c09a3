"""En tjeneste som ikke finnes

## Hva
Et råd, en kontakt eller en regel snakker om en tjeneste som ikke står i services.yaml.

## Hvorfor
Da får ingen vite hvem de skal ringe.

## Feil
```yaml
    contact: {barneverne: De tar imot meldingen}
```

## Slik retter du
Rett navnet, eller legg tjenesten til i services.yaml.
"""

from __future__ import annotations

CODES = (
    "ukjent-tjeneste",
    "ukjent-tjeneste-naer",
)
