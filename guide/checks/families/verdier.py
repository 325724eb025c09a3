"""En verdi som ikke er gyldig

## Hva
Noen nøkler tar bare bestemte verdier, for eksempel `urgency: now`, `today`, `deadline` eller `routine`. Andre har en
fast form, som datoer, telefonnumre og navn på steg.

## Hvorfor
En verdi programmet ikke kjenner, kan ikke bli til et råd.

## Feil
```yaml
    phone: 22 33 44
```

## Slik retter du
Skriv en av verdiene som meldingen foreslår. Et telefonnummer har åtte siffer, eller er et kort nummer, eller
`missing`.
"""

from __future__ import annotations

CODES = (
    "ukjent-verdi",
    "ukjent-verdi-naer",
    "feil-form",
    "ugyldig",
)
