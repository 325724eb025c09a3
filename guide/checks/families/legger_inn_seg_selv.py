"""Et kort som legger inn seg selv

## Hva
Kortet legger inn et kort som legger inn det første igjen. Meldingen viser veien.

## Hvorfor
Det ville aldri tatt slutt.

## Feil
```yaml
# felles/a legger inn felles/b, som legger inn felles/a
```

## Slik retter du
Ta bort en av innleggingene, og led dit med en utgang i stedet.
"""

from __future__ import annotations

CODES = ("legger-inn-seg-selv",)
