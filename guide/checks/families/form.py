"""Feil slags innhold på en nøkkel

## Hva
Det skulle stått en tekst, en liste eller en gruppe her, men det står noe annet, eller det er for få eller for mange
av dem.

## Hvorfor
Programmet vet ikke hvordan det skal vises.

## Feil
```yaml
    do: Ring barnevernet
```

## Slik retter du
Skriv en liste som `[Ring barnevernet]` eller med én linje for hver del og «- » foran. Skal det være tekst, sett den i
anførselstegn.
"""

from __future__ import annotations

CODES = (
    "tekst-mangler",
    "tekst-for-lang",
    "skal-vare-tekst",
    "skal-vare-liste",
    "skal-vare-gruppe",
    "for-fa",
    "for-mange",
)
