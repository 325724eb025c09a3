"""The words of one contact on the screen. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

CHECKED: Final = "Sist kontrollert {date}."
NOT_CHECKED: Final = "Ingen har ringt og bekreftet dette."
FIELD: Final = "Velg det du vil endre. Det lagres i utkastet med en gang."
NOTHING: Final = "Ikke oppgitt"
ACTIONS_RUNG: Final = "Jeg har ringt, og alt er riktig"
ACTIONS_RUNG_NOTE: Final = "Setter dagen for siste kontroll, og tar bort merkene fra ansatte."
ACTIONS_LOOKED: Final = "Jeg har sett etter, og ingen oppgir nummeret"
ACTIONS_LOOKED_NOTE: Final = "Setter dagen for siste kontroll. Ansatte ser at nummeret mangler."
WITHDRAW: Final = "Trekk tilbake nummeret nå"
WITHDRAW_NOTE: Final = "Ansatte slutter å se det med en gang. Du trenger ikke publisere."
REMOVE: Final = "Ta bort kontakten"
REMOVE_NOTE: Final = "Den går ut av utkastet. Ansatte ser den til du publiserer."
REMOVE_SURE: Final = "Skal {name} bort?"
REMOVE_YES: Final = "Ja, ta bort kontakten"
REMOVE_NO: Final = "Nei"
REMOVED: Final = "{name} er tatt bort fra utkastet."
SAVED: Final = "Lagret i utkastet."
WHAT: Final = "Skriv her"
ONE_MORE: Final = "En til. La stå tomt hvis du ikke trenger den"
EMPTY_TAKES_AWAY: Final = "Tom betyr at ingen kilde oppgir det."
SOURCE_ADD: Final = "Legg til en kilde"
SOURCE_TAKE: Final = "Ta bort: {title}"
SOURCES_HEAD: Final = "Kilder"

NEW: Final = "Ny kontakt"
NEW_NOTE: Final = "For eksempel et nytt team. Velg tjenesten først."
NEW_SERVICE: Final = "Hvilken tjeneste er det?"
NEW_NAME: Final = "Hva heter det?"
NEW_LINES: Final = ("Bruk navnet på tjenesten eller teamet, ikke på en person.",)
NEW_HEAD: Final = "Ny kontakt"
NEW_DONE: Final = "Kontakten er lagt til. Skriv nummeret og kilden."
NO_NAME: Final = "Skriv et navn."

FLAGGED: Final = "Ansatte sier at nummeret ikke virker: {when}. {why}. De så {phone}."
FLAGGED_DO: Final = (
    "Ring nummeret.",
    "Svarer rett sted: trykk r.",
    "Er det et nytt nummer: bytt det, ring, og trykk r.",
    "Er det feil, og du har ikke et nytt: trekk det tilbake nå.",
)
WHY: Final = {"ingen_svar": "Ingen svarer", "feil_nummer": "Feil nummer", "feil_tid": "Feil åpningstid"}
FLAG_HEAD: Final = "Numre som ansatte sier ikke virker"
FLAG_ABOUT: Final = "Velg et nummer for å se hva du gjør. Det står her til noen har ringt."
FLAG_NONE: Final = "Ingen har sagt fra om noe nummer."
FLAG_ROW: Final = "{name}: {phone}"
FLAG_NOTE: Final = "{why} · {when} · {where}"
FLAG_HERE: Final = "bare lagret hos deg"
FLAG_SHARED: Final = "sett av alle som redigerer"
FLAG_GONE: Final = "Kontakten finnes ikke lenger."
FLAG_GONE_HEAD: Final = "Ta bort merket?"
FLAG_GONE_YES: Final = "Ta bort merket"
FLAG_GONE_NO: Final = "La det stå"
FLAG_PUT_AWAY: Final = "Merket er tatt bort."
FLAG_STAYS: Final = "Merket kunne ikke tas bort. Sjekk at du har lov til å skrive i mappa."

OUT_HEAD: Final = "Trekk tilbake {phone}"
OUT_LINES: Final = (
    "Nummeret til {name} forsvinner hos ansatte neste gang de åpner appen. De ser «nummer mangler» og hvem som "
    "svarer i stedet.",
    "Det kommer ikke tilbake før noen har ringt og bekreftet det.",
)
OUT_WHY: Final = "Hva er galt?"
OUT_WHY_HOW: Final = "Kort, for eksempel feil nummer"
OUT_BY: Final = "Hvem trekker det tilbake?"
OUT_DONE: Final = "Nummeret er trukket tilbake. Utgave {number} er i bruk."
OUT_UNSAVED: Final = "Noe i denne fila er ikke lagret. Gå ut, og lagre det først."

HOURS_HEAD: Final = "Åpningstid for {name}"
HOURS_ABOUT: Final = "Skriv 8-15.30, 8-11 og 12-15, stengt eller døgnåpent. Ved siden av står uka slik ansatte ser den."
HOURS_MORE: Final = "Åpningstiden sier mer enn dager og klokkeslett. Den må skrives slik den står i fila."
HOLIDAY_HOW: Final = "som ukedagen"
DAY_HOW: Final = "som 8-15.30"
SEEN: Final = "{day} {text}"
SEEN_HOLIDAY: Final = "{day} {text} (helligdag)"
SEEN_DAY: Final = "{day}: {text}"
HOURS_NONE: Final = "Stengt alle dager lagres som «ikke oppgitt»."
HOURS_TEXT: Final = "Åpningstid"
HOURS_NEXT: Final = "Enter går til neste dag. I siste felt lagrer Enter."
HOURS_LEAVE: Final = "Åpningstiden er ikke lagret"
HOURS_KEEP: Final = "Lagre"
HOURS_DROP: Final = "Ikke lagre"
HOURS_SAVED: Final = "Åpningstiden er lagret i utkastet."
