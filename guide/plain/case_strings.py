"""The words of the line mode about cases. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

NO_TERMINAL: Final = "Passordsetningen må skrives i en terminal. Her kan sakene ikke åpnes."
NONE: Final = "Du har ikke lagret noen sak. Skriv lagre når du går gjennom et kort."
ASK: Final = "Passordsetningen, eller koden på arket (ingenting vises mens du skriver, Enter uten tekst går tilbake): "
ASK_NEW: Final = "Ny passordsetning på minst 12 tegn (ingenting vises mens du skriver, Enter uten tekst går tilbake): "
ASK_AGAIN: Final = "Skriv passordsetningen en gang til: "
NOT_SAME: Final = "De to er ikke like. Skriv den nye passordsetningen på nytt."
NEW: Final = (
    "Saken blir lagret kryptert på denne maskinen.",
    "Velg en passordsetning, for eksempel fire ord som ikke hører sammen.",
    "Glemmer du den, trenger du koden som du får nå. Uten begge er sakene borte.",
)
MUNICIPALITY: Final = "{name} kan også åpne sakene, med sin egen nøkkel."
ALSO_OPENS: Final = "Kommunen kan også åpne sakene, med sin egen nøkkel."
KEY: Final = (
    "Skal kommunen kunne åpne sakene dine? {name} har laget en nøkkel. Den åpner dem når alt annet er glemt.",
    "Den som har nøkkelen og får tak i lageret på denne maskinen, kan lese alt du har lagret, uten at du er der.",
    "Sier du ja, kan det ikke gjøres om.",
)
KEY_NO: Final = "Nei, bare jeg"
KEY_YES: Final = "Ja, {name} også"
CODE: Final = (
    "Skriv ned denne koden nå. Den åpner sakene når passordsetningen er glemt. "
    "Den blir stående i vinduet til du lukker det: {code}"
)
CODE_DONE: Final = "Jeg har skrevet den ned"
STAYS: Final = "Det du leser her, blir stående i vinduet til du lukker det."
REFERENCE: Final = "Hva vil du kalle saken? Skriv noe som bare du kjenner igjen, ikke navn. tilbake: ikke lagre."
NOTE: Final = "Skriv notatet på én linje, uten navn. tilbake: ikke noe notat."
NOTE_FIRST: Final = "Notater hører til en sak. Skriv lagre først."
NOTED: Final = "Notatet er lagret."
ALREADY: Final = "Saken lagres mens du svarer."
NOTHING_YET: Final = "Svar på noe først. Da er det noe å lagre."
OPENED: Final = "Nå lagres hvert svar. Skriv saker for å gå tilbake til lista."
MARKED: Final = "{words} «{text}»"
MARKED_BLANK: Final = "Ta bort det som er merket"
MARKED_KEEP: Final = "Lagre det likevel"
MARKED_EDIT: Final = "Skriv det om"
WRITE_ANEW: Final = "{label}, skrevet på nytt:"
TEXT: Final = "Teksten"

LIST: Final = "Sakene dine. Skriv tilbake for å gå ut av dem."
ROW: Final = "{reference}. {due}. {title}"
ROW_BROKEN: Final = "{id}. {due}"
GO_ON: Final = "Gå videre der du var"
NOTE_IN: Final = "Skriv et notat"
CHANGE: Final = "Endre noe du har svart eller skrevet"
NEWER: Final = "Bytt til den nye utgaven av kortet"
LONGER: Final = "Behold saken {days} dager til"
RENAME: Final = "Kall saken noe annet"
CLOSE: Final = "Avslutt saken"
REOPEN: Final = "Åpne saken igjen"
TAKE_OUT: Final = "Ta ut utkast, referat eller frister"
DELETE: Final = "Slett saken"
OUT: Final = "Tilbake til lista"
WHICH_ANSWER: Final = "Hva vil du endre? Det gamle blir stående i historikken."
TAKES_AWAY: Final = "Dette gjelder ikke lenger når du endrer:"
TAKES_NO: Final = "La det stå som det er"
TAKES_YES: Final = "Endre"
CHANGED: Final = "Endret. Saken står nå ved: {stop}"
SAME: Final = "Det står som før."
DELETE_ASK: Final = (
    "Saken blir slettet her og i sikkerhetskopiene. Det kan ikke gjøres om.",
    "Er den ført i kommunens sakssystem? Gjør det før du sletter.",
)
DELETE_NO: Final = "Behold saken"
DELETE_YES: Final = "Den er ført der den skal. Slett den her"
DELETED: Final = "Saken er slettet."
CLOCK_YES: Final = "Ja, datoen stemmer"
CLOCK_NO: Final = "Nei, den er feil"
NO_CASE: Final = "Det du svarer nå, blir ikke lagret. Skriv lagre for å lagre det som en ny sak."
LOCKED: Final = "Det er en stund siden sist. Sakene er låst. Skriv passordsetningen igjen for å gå videre."
