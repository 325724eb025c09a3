"""Et faktum fra innstillingene som står i et kort

## Hva
Kortet beskriver et faktum som brukerens innstillinger setter (`set_by: profile`), eller som har en verdi fra starten
(`default`).

## Hvorfor
Slike svar er kjent før første spørsmål. Da må guiden kjenne faktumet før den åpner kortet.

## Feil
```yaml
facts:
  rolle: {about: Rollen din, values: {leder: Leder, ansatt: Ansatt}, set_by: profile}
```

## Slik retter du
Flytt faktumet til `trees/felles/facts.yaml`. Skal kortet spørre om det, sletter du `set_by` og `default`.
"""

from __future__ import annotations

CODES = ("profil-i-kort",)
