"""The words of the screens about cases. Read when one saves or opens a case, never by the first screen."""

from __future__ import annotations

from typing import Final

NEW_TITLE: Final = "Lagre saken kryptert på denne maskinen"
NEW_LINES: Final = (
    "Velg en passordsetning på minst 12 tegn, for eksempel fire ord som ikke hører sammen.",
    "Den beskytter når noen tar maskinen. Den beskytter ikke mot en som ser på skjermen, eller mot programmer som "
    "styrer maskinen mens sakene er åpne.",
    "Glemmer du den, trenger du koden som du får nå. Uten begge er sakene borte.",
)
MUNICIPALITY: Final = "{name} kan også åpne sakene, med sin egen nøkkel."
ALSO_OPENS: Final = "Kommunen kan også åpne sakene, med sin egen nøkkel."
KEY_TITLE: Final = "Skal kommunen kunne åpne sakene dine?"
KEY_LINES: Final = (
    "{name} har laget en nøkkel. Den åpner sakene når passordsetning og kode er glemt.",
    "Den som har nøkkelen og får tak i lageret på denne maskinen, kan lese alt du har lagret, uten at du er der.",
    "Sier du ja, kan det ikke gjøres om.",
)
KEY_NO: Final = "Nei, bare jeg"
KEY_YES: Final = "Ja, {name} også"
PHRASE: Final = "Passordsetning"
AGAIN_TITLE: Final = "Skriv passordsetningen en gang til"
NOT_SAME: Final = "De to er ikke like. Skriv den nye passordsetningen på nytt."
CODE_TITLE: Final = "Skriv ned denne koden nå"
CODE_LINES: Final = (
    "Den åpner sakene når passordsetningen er glemt. Den vises bare denne ene gangen.",
    "Skriv den på et ark, og lås arket ned. Ikke ta bilde av den.",
)
CODE_DONE: Final = "Jeg har skrevet den ned"
UNLOCK_TITLE: Final = "Lås opp sakene"
UNLOCK_LINES: Final = ("Skriv passordsetningen, eller koden på arket ditt.",)
UNLOCKING: Final = "Låser opp. Det tar et øyeblikk."
MAKING: Final = "Lager nøklene. Det tar et øyeblikk."
REFERENCE_TITLE: Final = "Hva vil du kalle saken?"
REFERENCE_LINES: Final = (
    "Skriv noe som bare du kjenner igjen, for eksempel «Blå mappe 3».",
    "Ikke bruk navn, initialer, fødselsdato eller telefonnummer.",
)
REFERENCE: Final = "Din egen referanse"
MARKED_TITLE: Final = "Kan dette vise hvem noen er?"
MARKED_BLANK: Final = "Ta bort det som er merket"
MARKED_KEEP: Final = "Lagre det likevel"
MARKED_EDIT: Final = "Skriv det om"
FAILED_TITLE: Final = "Det siste ble ikke lagret"
WRONG_TITLE: Final = "Det gikk ikke"
OK: Final = "Greit"
ALREADY: Final = "Saken lagres mens du svarer."
NOTHING_YET: Final = "Svar på noe først. Da er det noe å lagre."

LIST_TITLE: Final = "Sakene dine"
LIST_NONE: Final = "Du har ingen saker ennå. Trykk l når du går gjennom et kort, for å lagre det som en sak."
ROW_NOTE: Final = "{due}. {title}"
ROW_NOTE_WHAT: Final = "{due}: {what}. {title}"
NO_STORE: Final = "Du har ikke lagret noen sak. Trykk l når du går gjennom et kort, for å lagre det som en sak."
CONTINUE: Final = "Gå videre der du var"
CHANGE: Final = "Endre noe du har svart eller skrevet"
NEWER: Final = "Se hva som er nytt i kortet"
KEEP_LONGER: Final = "Behold saken {days} dager til"
TAKE_OUT: Final = "Ta ut utkast, referat eller frister"
RENAME: Final = "Kall saken noe annet"
CLOSE: Final = "Avslutt saken"
REOPEN: Final = "Åpne saken igjen"
DELETE: Final = "Slett saken"
DELETE_TITLE: Final = "Slette saken for godt?"
DELETE_LINES: Final = (
    "Saken blir slettet her og i sikkerhetskopiene. Det kan ikke gjøres om.",
    "Er den ført i kommunens sakssystem? Gjør det før du sletter.",
)
DELETE_NO: Final = "Behold saken"
DELETE_YES: Final = "Den er ført der den skal. Slett den her"
SOON_TITLE: Final = "Disse sakene kan snart slettes"
EXPIRED_TITLE: Final = "Skal saken slettes?"
LATER: Final = "Spør meg neste gang"
CLOCK_YES: Final = "Ja, datoen stemmer"
CLOCK_NO: Final = "Nei, den er feil"
CLOCK_TITLE: Final = "Stemmer datoen?"
STANDS: Final = "Nå: {stop}"
LINE: Final = "{day} kl. {clock}: {words}"
COMES: Final = "Det som kommer"
WHO: Final = "Hvem har hva"
DONE: Final = "Det som er gjort"
EARLIER: Final = "Slik sto det {day}:"

CHANGE_TITLE: Final = "Hva vil du endre?"
CHANGE_HELP: Final = "Det gamle blir stående i historikken til saken."
ANEW: Final = "Du endrer noe du har svart før. Trykk b for å la det stå."
TAKES_TITLE: Final = "Endre dette?"
TAKES_AWAY: Final = "Dette gjelder ikke lenger når du endrer:"
THEN_STANDS: Final = "Saken går da til: {stop}"
TAKES_NO: Final = "La det stå som det er"
TAKES_YES: Final = "Endre"
NEWER_TITLE: Final = "Ny utgave av kortet"
NEWER_DIFFERS: Final = "Det som er nytt for denne saken"
NEWER_ASKS: Final = "Det du må svare på igjen"
NEWER_OLD: Final = "Det gamle svaret blir stående i historikken til saken."
NO_NEWER: Final = "Saken følger den nyeste utgaven av kortet."
STAY: Final = "Bli på utgaven saken begynte med"
MOVE: Final = "Bytt til den nye utgaven"
MARKED_FIELD: Final = "I feltet «{label}»:"
LOCKED: Final = "Sakene er låst, fordi ingen har brukt appen på en stund. Det du skrev, er lagret."
