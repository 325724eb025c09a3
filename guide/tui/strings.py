"""The words of the app itself. Whole sentences with named slots; those of advice are in service.words."""

from __future__ import annotations

from typing import Final

from guide.service.labels import *  # noqa: F403  # one set of words, said by both front ends

APP: Final = "Tiltakskort"
PLACE: Final = "{municipality}, {workplace}"
TOO_SMALL: Final = "Vinduet er for lite. Gjør det større."
TOO_SMALL_EMERGENCY: Final = "Fare nå: {numbers}"

# --- keys: short at the foot, long in the help -----------------------------------------------------------------
SPACE_KEY: Final = "Mellomrom"
K_EMERGENCY: Final = "fare nå"
K_ALARMS: Final = "alarmer"
K_BACK: Final = "tilbake"
K_CONTACTS: Final = "kontakter"
K_WHY: Final = "hvorfor"
K_OVERVIEW: Final = "oversikt"
K_NOTE: Final = "notat"
K_RECORD: Final = "lag øvelse"
K_SEARCH: Final = "søk"
K_QR: Final = "QR-kode"
K_PALETTE: Final = "alle valg"
K_SIGNS: Final = "tegn"
K_SETTINGS: Final = "innstillinger"
K_COPY: Final = "kopier"
K_FLAG: Final = "virker ikke"
K_HIDE: Final = "skjul"
K_THEME: Final = "farger"
K_HELP: Final = "hjelp"
K_LEAVE: Final = "avslutt"
K_ANSWER: Final = "svar"
K_ARROWS: Final = "flytt"
K_ENTER: Final = "videre"
K_READ_ON: Final = "les mer"
K_TICK: Final = "kryss av"
K_GROUP: Final = "gruppe"
K_FIELD: Final = "neste felt"
K_LEAVE_FIELD: Final = "ut av feltet"
K_YEARS: Final = "skriv alderen"
K_CLOSE: Final = "lukk"
K_KEEP: Final = "ferdig"
K_TO_LIST: Final = "til lista"
K_ALL_AGAIN: Final = "vis alle"
K_CHOOSE: Final = "velg"
KL_EMERGENCY: Final = "Nødnumrene med en gang, fra alle steder"
KL_ALARMS: Final = "Fare, vold eller meldeplikt: gå rett dit"
KL_BACK: Final = "Ett steg tilbake. Svarene dine blir husket"
KL_CONTACTS: Final = "Alle kontakter, de som svarer nå, først"
KL_WHY: Final = "Hvorfor spør du, og hvor står det?"
KL_OVERVIEW: Final = "Punktene i kortet og det du har svart"
KL_NOTE: Final = "Et kort notat til deg selv"
KL_RECORD: Final = "Lag en øvelse av veien du har gått i kortet"
KL_SEARCH: Final = "Søk i kort, tegn, tiltak, kontakter og lover"
KL_QR: Final = "Nummeret stort, med QR-kode til mobilen"
KL_PALETTE: Final = "Alle valg på ett sted"
KL_SIGNS: Final = "Tegn å se etter"
KL_SETTINGS: Final = "Innstillinger"
KL_COPY: Final = "Kopier telefonnummeret"
KL_FLAG: Final = "Si fra at nummeret ikke virker"
KL_HIDE: Final = "Skjul alt. h eller F12 tar det fram igjen"
KL_THEME: Final = "Farger: mørke, lyse eller sterk kontrast"
THEMES: Final = {"mork": "Farger: mørke", "lys": "Farger: lyse", "kontrast": "Farger: sterk kontrast"}
KL_HELP: Final = "Denne hjelpen"
KL_LEAVE: Final = "Avslutt appen"
KL_ANSWER: Final = "Velg et svar"
KL_ARROWS: Final = "Flytt deg opp og ned"
KL_ENTER: Final = "Velg det som er merket, eller gå videre"
KL_TICK: Final = "Kryss av, eller ta bort krysset"
KL_GROUP: Final = "Forrige eller neste gruppe"
KL_FIELD: Final = "Neste felt"
KL_LEAVE_FIELD: Final = "Ut av feltet, så bokstavene er taster igjen"
KL_YEARS: Final = "Skriv alderen i hele år"
KL_CLOSE: Final = "Lukk det som ligger over"
HELP_TITLE: Final = "Taster"
HELP_MOUSE: Final = "Du kan også klikke på svarene, på linja om fare og på tastene nederst."
PRIVATE: Final = "Appen sender ingenting fra seg. Svarene blir borte når du avslutter, om du ikke lagrer saken."

# --- emergency -------------------------------------------------------------------------------------------------
EMERGENCY_LINE: Final = "!  Er barnet i fare nå? Politi {police}   Ambulanse {ambulance}   Brann {fire}"
EMERGENCY_SHORT: Final = "!  Fare nå: {police}   {ambulance}   {fire}"
EMERGENCY_TITLE: Final = "Ring nå"
CLOSE: Final = "Lukk"
NO_ALARMS: Final = "Kortene kan ikke åpnes nå. Trykk ! for nødnumrene."

# --- first start and settings ----------------------------------------------------------------------------------
SETUP_MUNICIPALITY_HELP: Final = "Velg kommunen der arbeidsplassen ligger. Du kan bytte senere."
SETUP_WORKPLACE_HELP: Final = "Kortet ditt avhenger av det."
SETUP_NUMBERS: Final = "Vil du legge inn numre som planen ikke har?"
SETUP_NUMBERS_HELP: Final = "Lederens nummer, for eksempel. De blir bare lagret på denne maskinen."
SETUP_NUMBERS_NO: Final = "Hopp over"
SETUP_NUMBERS_YES: Final = "Legg inn numre"
SETUP_STEP: Final = "Før du begynner: {step} av {steps}"
NUMBERS_TITLE: Final = "Numre på arbeidsplassen din"
NUMBERS_HELP: Final = "La feltet stå tomt der du ikke har noe nummer. Enter i det siste feltet lagrer."
NUMBER_BAD: Final = "Skriv nummeret med sifre, for eksempel 62 00 00 00."
LOCAL_NAMES: Final = {
    "pedagogisk_leder": "Pedagogisk leder",
    "styrer": "Styrer",
    "kontaktlaerer": "Kontaktlærer",
    "rektor": "Rektor",
    "leder": "Lederen din",
    "barnevern": "Barneverntjenesten",
    "barnevernvakt": "Barnevernvakta",
    "helsesykepleier": "Helsesykepleier",
}
NUMBER_ENTERED: Final = "Lagt inn her, {date}"
NOT_SAVED: Final = "Valgene kunne ikke lagres. De gjelder til du avslutter."
SETTINGS_TITLE: Final = "Innstillinger"
SETTINGS_MUNICIPALITY: Final = "Kommune og arbeidsplass"
SETTINGS_NUMBERS: Final = "Numre på arbeidsplassen din"
SETTINGS_FOLDER: Final = "Mappe med kort og kontakter"
SETTINGS_THEME: Final = "Bytt farger: mørke, lyse eller sterk kontrast"

# --- the first screen ------------------------------------------------------------------------------------------
HOME_TITLE: Final = "Hva vil du gjøre?"
HOME: Final = {
    "bekymret": "Jeg er bekymret for et barn",
    "saker": "Pågående saker",
    "kontakter": "Kontakter som svarer nå",
    "tegn": "Tegn å se etter",
    "kort": "Kort om ett tema",
    "tiltak": "Tiltak i kommunen",
    "ovelser": "Øvelser",
    "redigering": "Redigering",
    "innstillinger": "Innstillinger",
}
HOME_HELD: Final = "Kortet du har åpent: {card}. Det blir borte når du avslutter."
HOME_LOCKED: Final = "Lås opp for å se hva som haster."
HOME_NO_CONTENT: Final = "Kortene kunne ikke leses. Nødnumrene gjelder uansett, og de står nederst."
HOME_NO_LIST: Final = "Det finnes ingen liste med tegn her."
CARDS_TITLE: Final = "Hva vil du ha hjelp med?"
SIGNS_TITLE: Final = "Tegn å se etter"

# --- the walk --------------------------------------------------------------------------------------------------
ALARM_OPEN: Final = "Du har åpnet: {title}. b tar deg tilbake."
ANSWERED_BEFORE: Final = "Svart her før"
YEARS: Final = "Alder i hele år:"
YEARS_NONE: Final = "Skriv alderen først, eller trykk v for vet ikke."
YEARS_BAD: Final = "Alderen kan ikke stemme. Skriv hele år."
DATE_BAD: Final = "Skriv datoen slik: {example}."
ROLE_HOW: Final = "Rolle, ikke navn"
PHONE_HOW: Final = "Nummer"
TEXT_HOW: Final = "Kort, uten navn"
SUMMARY: Final = "Se oppsummeringen"
TO_HOME: Final = "Til startskjermen"
COPIED: Final = "Kopiert: {number}"
NOTHING_TO_COPY: Final = "Her er det ikke noe nummer å kopiere."
ANSWERS: Final = "Det du har svart"
POINT_DUE: Final = "senest {date}"
POINT_MARKS: Final = {"done": "√", "now": "●", "to_come": "○"}
SUMMARY_OPEN: Final = "Fortsatt åpent"
SUMMARY_POINT: Final = "Punkt {id}, ikke gjort: {title}"
SUMMARY_BACK: Final = "Tilbake til kortet"
SUMMARY_OUT: Final = "Ta ut utkast eller oppsummering"

# --- contacts --------------------------------------------------------------------------------------------------
CONTACTS_FILTER: Final = "Skriv navn, tjeneste eller nummer"
FLAGGED: Final = "Takk. Den som redigerer, ser det til noen har ringt."
FLAGGED_HERE: Final = "Lagret bare her. Si fra til den som redigerer."
NOT_FLAGGED: Final = "Ble ikke lagret. Si fra til den som redigerer."
NOTHING_TO_FLAG: Final = "Her er det ikke noe nummer å si fra om."
FLAG_OWN: Final = "Det nummeret står ikke i kommunens liste."
CONTACTS_NONE: Final = "Ingen kontakter passer. Esc viser alle igjen."
NUMBER_HOW: Final = "Pek på koden med kameraet på mobilen. Telefonen spør før den ringer."
NUMBER_NO_ROOM: Final = "Gjør vinduet større, så kommer det en QR-kode som mobilen kan lese."

# --- measures --------------------------------------------------------------------------------------------------
K_TOPIC: Final = "tema"
K_AGE: Final = "alder"
K_LEVEL: Final = "nivå"
K_WHOM: Final = "hvem"
K_MEASURES: Final = "tiltak"
KL_TOPIC: Final = "Velg hva det gjelder"
KL_AGE: Final = "Skriv alderen til barnet"
KL_LEVEL: Final = "For alle, for noen eller for ett barn"
KL_WHOM: Final = "For barnet, familien eller ansatte"
KL_MEASURES: Final = "Tiltak i kommunen, etter alder og hva det gjelder"
MEASURE_CHOICE: Final = "{key}  {label}: {value}"
MEASURE_NOTE: Final = "{giver}. {short}"
MEASURE_AGE_TITLE: Final = "Hvor gammelt er barnet?"
MEASURE_AGE_HELP: Final = "Skriv hele år. La feltet stå tomt for alle aldre."
MEASURE_AGE: Final = "Alder"

# --- a note for oneself ----------------------------------------------------------------------------------------
NOTE_TITLE: Final = "Notat til deg selv"
NOTE_HELP: Final = "Bare i minnet: Notatet blir borte når du avslutter. Skriv ikke navn."
NOTE_HELP_CASE: Final = "Notatet blir lagret i saken. Skriv ikke navn."
NOTE_HOW: Final = "Kort, uten navn"
NOTE: Final = "Notatet ditt"
TOO_LONG: Final = "Det du limte inn, var for langt. Bare starten fikk plass."

# --- search ----------------------------------------------------------------------------------------------------
SEARCH_TITLE: Final = "Søk"
SEARCH_HOW: Final = "Skriv hva du leter etter"
SEARCH_BEGIN: Final = "Du kan søke i kort, tegn, tiltak, møter, ord, kontakter og lover."
SEARCH_NONE: Final = (
    "Fant ikke noe. Prøv et annet ord. Er du bekymret for et barn, velg det på startskjermen. "
    "Vil du ringe noen, trykk Esc og k."
)
HIT_CARD: Final = "Kort. {where}"
HIT_NODE: Final = "I kortet: {where}"
HIT_SIGN: Final = "{where}"
HIT_CONTACT: Final = "{number}. {where}"
HIT_CONTACT_NONE: Final = "Kontakt. {where}"
HIT_LAW: Final = "Lov og veiledning"
HIT_MEASURE: Final = "Tiltak. {where}"
HIT_ARENA: Final = "Møte. {where}"
HIT_TERM: Final = "Ord. {where}"
HIT_FACTOR: Final = "{where}"
HIT_SERVICE: Final = "Tjeneste. {where}"
OPEN_CARD: Final = "Gå gjennom kortet"

# --- all actions -----------------------------------------------------------------------------------------------
PALETTE_TITLE: Final = "Alle valg"
PALETTE_HOW: Final = "Skriv for å finne"
PALETTE_NONE: Final = "Ingen valg passer."

# --- leaving ---------------------------------------------------------------------------------------------------
LEAVE_TITLE: Final = "Ingenting er lagret ennå"
LEAVE_HELP: Final = "Avslutter du, blir alt du har svart, borte."
K_SAVE: Final = "lagre"
KL_SAVE: Final = "Lagre saken"
K_TAKE_OUT: Final = "ta ut"
KL_TAKE_OUT: Final = "Ta ut et utkast til melding, eller en oppsummering"
LEAVE_HOME: Final = "Til startskjermen. Kortet står åpent til du avslutter"
LEAVE_APART_TITLE: Final = "Dette kortet er ikke lagret"
LEAVE_APART_HELP: Final = "Går du ut av det, blir det du har svart her, borte."
LEAVE_APART: Final = "Tilbake til det du hadde åpent"
ONGOING_CASES: Final = "Se sakene du har lagret"
APART: Final = "Dette er et annet kort enn det du har åpent. Trykk l for å lagre det."
APART_CASE: Final = "Dette kortet er ikke med i saken. Trykk l for å lagre det for seg."
APART_GONE: Final = "Det du svarte i «{card}», er ikke lagret."
REPLACE_TITLE: Final = "Du har et kort åpent"
REPLACE_OLD: Final = "Fortsett i kortet du har åpent"
REPLACE_NEW: Final = "Begynn på nytt. Svarene i det andre blir borte"

# --- other -----------------------------------------------------------------------------------------------------
HIDDEN: Final = "Trykk h for å fortsette"
STUCK_TITLE: Final = "Kortet stopper her"
CRASH: Final = (
    "Appen måtte stoppe på grunn av en feil. Feilkode: {code}. Ingenting ble lagret. Er barnet i fare, ring 112."
)
CRASH_SAVED: Final = (
    "Appen måtte stoppe på grunn av en feil. Feilkode: {code}. Saken er lagret, sist kl. {clock}. "
    "Er barnet i fare, ring 112."
)
