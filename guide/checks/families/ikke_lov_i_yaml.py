"""En del av YAML som ikke er lov her

## Hva
YAML kan mer enn vi bruker. Anker (`&`), alias (`*`), tagger (`!`), fletting (`<<`), linjer med `%` og flere
dokumenter i én fil er ikke lov. En nøkkel skal være tekst og ha et navn.

## Hvorfor
Det gjør filene vanskelige å lese, og en verdi kan bli noe annet enn det som står. Som regel er det bare en tekst som
begynner med et slikt tegn.

## Feil
```yaml
title: *viktig* melding
```

## Slik retter du
Sett teksten i anførselstegn: `title: "*viktig* melding"`.
"""

from __future__ import annotations

CODES = (
    "anker",
    "alias",
    "tagg",
    "fletting",
    "direktiv",
    "flere-dokumenter",
    "nokkel-ikke-tekst",
    "tom-nokkel",
)
