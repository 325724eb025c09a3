"""Et svar som ikke er med i rekkefølgen

## Hva
Har faktumet `order`, skal hvert svar stå der én gang, med det minst alvorlige først.

## Hvorfor
Programmet bruker rekkefølgen til å bevise at et mer alvorlig svar aldri gir svakere råd.

## Feil
```yaml
    order: [[nei], [ja]]   # vet_ikke mangler
```

## Slik retter du
Sett svaret der det hører hjemme. Like alvorlige svar står i samme klamme.
"""

from __future__ import annotations

CODES = ("rekkefolge-mangler",)
