"""En aldersgrense som går feil vei

## Hva
Den høyeste alderen står først.

## Hvorfor
Da passer kontakten for ingen.

## Feil
```yaml
    ages: "23-12"
```

## Slik retter du
Skriv den laveste alderen først: `"12-23"`, `"16-"` eller `"-5"`.
"""

from __future__ import annotations

CODES = ("feil-alder",)
