"""Et kort eller en kommune som ikke finnes

## Hva
`include`, `alarms` eller `cards` viser til et kort som ikke finnes, eller fila hører til en kommune som ikke har noen
pack.yaml.

## Hvorfor
Da mangler en del av veien, for eksempel spørsmålene om vold.

## Feil
```yaml
  vold: {include: felles/volld, exits: {ikke_vold: plikt}}
```

## Slik retter du
Rett navnet, lag kortet, eller lag pack.yaml for kommunen.
"""

from __future__ import annotations

CODES = (
    "ukjent-kort",
    "ukjent-kort-naer",
    "ukjent-pakke",
    "kort-uten-sted",
)
