"""The words of `tiltakskort case`. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

ABOUT: Final = "Sakene dine, uten appen. Passordsetningen skriver du i terminalen når du blir spurt."
WHAT: Final = {
    "list": "vis sakene, det som haster mest først",
    "show": "vis en sak",
    "export": "ta ut et utkast, et referat, en oppsummering eller frister til en fil som ikke er kryptert",
    "delete": "slett en sak, også i sikkerhetskopiene",
    "verify": "les alt tilbake og se at det er helt",
    "backup": "ta en sikkerhetskopi (de tre nyeste blir tatt vare på)",
    "restore": "hent det som er skadet, fra sikkerhetskopien",
    "create": "lag et kryptert lager for saker",
    "passphrase": "bytt passordsetning",
    "code": "lag en ny kode til å skrive ut; den gamle slutter å virke",
    "municipality": "se om kommunen kan åpne sakene, og slipp den til hvis du vil",
    "key": "for kommunen: lag en nøkkel som åpner de ansattes saker når alt annet er glemt",
}
ASK: Final = "Passordsetning: "
ASK_CODE: Final = "Koden på arket: "
ASK_NEW: Final = "Ny passordsetning (minst 12 tegn): "
ASK_AGAIN: Final = "Skriv den en gang til: "
ASK_DELETE: Final = "Er saken ført i kommunens sakssystem, og skal den slettes her? Skriv «slett {case}»: "
NOT_SAME: Final = "De to er ikke like. Ingenting er endret."
NO_TERMINAL: Final = "Passordsetningen må skrives i en terminal. Den kan ikke gis på annen måte."
NEED_CASE: Final = "Skriv hvilken sak, slik den står i «tiltakskort case list»."
UNKNOWN_CASE: Final = "Det er ingen sak «{case}». Se «tiltakskort case list»."
NEED_OUT: Final = "Skriv hvor: --out FIL."
NOT_DELETED: Final = "Ingenting er slettet."
DELETED: Final = "Saken {case} er slettet, her og i sikkerhetskopiene."
NONE: Final = "Ingen saker."
CODE: Final = (
    "Skriv ned denne koden, og legg den et trygt sted. Den åpner sakene når passordsetningen er glemt:\n\n  {code}\n"
)
CREATED: Final = "Lageret er laget i {folder}."
TOO: Final = "{name} kan også åpne sakene, med sin egen nøkkel."
KEY: Final = (
    "Fila har den hemmelige halvdelen. Lås den ned, og la så få som mulig bruke den. "
    "Skriv dette i pack.yaml for kommunen:\n\ncase_key: {public}\n"
)
KEY_PUT: Final = (
    "Fila har den hemmelige halvdelen. Lås den ned, og la så få som mulig bruke den. "
    "Den åpne halvdelen er skrevet i {file}. Den gjelder når du har publisert.\n"
    "Nye saker kan da åpnes med nøkkelen. Den som har saker fra før, blir spurt."
)
KEY_THERE: Final = "Fila «{name}» finnes fra før og kan være en nøkkel. Velg et annet navn med --out."
KEY_BEFORE: Final = "Kommunen hadde en nøkkel fra før. Ta vare på fila til den: den åpner saker som ble lagret med den."
KEY_NOT_PUT: Final = "Nøkkelen er laget, men står ikke i {file}: {why}\nSkriv dette der selv:\n\ncase_key: {public}\n"
NO_PACK: Final = "Kommunen «{pack}» har ingen pack.yaml i mappa. Skriv hvilken: --pack KOMMUNE."
THE_MUNICIPALITY: Final = "Kommunen"
NO_KEY: Final = "Kommunen har ingen nøkkel. Bare du kan åpne sakene."
LETS_IN: Final = "{name} kan åpne sakene, med sin egen nøkkel."
ASK_MUNICIPALITY: Final = (
    "{name} har laget en nøkkel. Den som har nøkkelen og får tak i lageret på denne maskinen, "
    "kan lese alt du har lagret. "
    "Det kan ikke gjøres om. Skriv «ja» for å slippe kommunen til: "
)
STAYS_OUT: Final = "{name} kan ikke åpne sakene."
BAD_KEY: Final = "Fila «{name}» har ingen nøkkel. Bruk fila som «tiltakskort case key» laget."
CHANGED: Final = "Passordsetningen er byttet."
COPIED: Final = "Sikkerhetskopien er tatt og lest tilbake."
WHOLE: Final = "{cases} saker og {events} hendelser er lest tilbake. Alt er helt."
BROKEN: Final = "Noe er skadet. Kjør «tiltakskort case restore»."
RESTORED: Final = "Hentet fra sikkerhetskopien: {cases}."
LOST: Final = "Ingen sikkerhetskopi har disse hele: {cases}. Det som kan leses av dem, er her fortsatt."
NOTHING_TO_DO: Final = "Alt er helt. Ingenting ble hentet."
