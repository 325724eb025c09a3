"""The words of an admin's folder on the screen. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

HEAD: Final = "Hvor skal kortene dine ligge?"
ABOUT: Final = "Dette er kortene som følger med appen. For å endre dem trenger du en egen mappe."
MAKE: Final = "Lag en egen mappe"
MAKE_NOTE: Final = "Appen kopierer kort og kontakter dit. Det tar noen sekunder."
OPEN: Final = "Åpne en mappe som finnes"
OPEN_NOTE: Final = "En mappe som du eller en kollega har laget før."
OTHER: Final = "Bytt mappe"
OTHER_NOTE: Final = "Nå er du i {folder}"
MAKE_HEAD: Final = "Lag en egen mappe"
MAKE_LINES: Final = (
    "Kort, kontakter og øvelser blir kopiert hit. Ansatte ser dem fra denne mappa når du har valgt den hos dem.",
    "Legg den der ansatte kan lese, og der bare du kan skrive.",
)
OPEN_HEAD: Final = "Åpne en mappe"
OPEN_LINES: Final = ("Skriv hvor mappa ligger. Det er mappa som har «trees» og «contacts» i seg.",)
WHERE: Final = "Mappe"
WHERE_HOW: Final = "Skriv hele stien"
MAKING: Final = "Lager mappa …"
OPENING: Final = "Åpner mappa …"
MADE: Final = "Mappa er laget: {folder}"
OPENED: Final = "Mappa er åpnet: {folder}"
NOT_REMEMBERED: Final = "Mappa er åpnet, men valget kunne ikke lagres. Velg den igjen neste gang."
CHOOSE_HEAD: Final = "Mappe med kort og kontakter"
CHOOSE_ABOUT: Final = "Den som redigerer hos dere, kan si hvor mappa ligger."
SHIPPED: Final = "Bruk det som følger med appen"
SHIPPED_DONE: Final = "Appen bruker det som følger med."
