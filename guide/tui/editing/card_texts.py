"""The words of a card's editing on the screen. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

# --- keys
K_FIND, KL_FIND = "finn", "Finn et steg, eller et felt i steget"
K_NEW, KL_NEW = "nytt steg", "Lag et nytt steg etter dette"
K_DROP, KL_DROP = "slett", "Slett steget"
K_USES, KL_USES = "brukt hvor", "Se hvor noe er brukt, og gå dit"
K_RENAME, KL_RENAME = "nytt navn", "Gi steget, faktumet eller tjenesten et nytt navn i alle filer"
K_FAULTS, KL_FAULTS = "feil", "Se alle feil i kortet, og gå til en av dem"
K_TEXT, KL_TEXT = "som tekst", "Rediger fila som tekst (YAML)"
K_VIEW, KL_VIEW = "vis", "Se steget slik ansatte ser det"
K_TRY, KL_TRY = "prøv", "Prøv kortet herfra. Ingenting blir lagret"
K_SAVE, KL_SAVE = "lagre", "Lagre i utkastet. Ansatte ser det ikke før du publiserer"
K_UNDO, KL_UNDO = "angre", "Angre det siste du endret"
K_WHOLE, KL_WHOLE = "hele fila", "Vis hele fila i stedet for ett steg"
K_EDIT, KL_EDIT = "endre", "Endre det som er merket"
KL_BACK = "Tilbake"
KL_WRITE = "Skriv i teksten"
K_KEYS = "hjelp"
K_NEXT, KL_NEXT = "neste felt", "Til neste eller forrige felt"
K_OUT, KL_OUT = "ut av feltet", "Ut av feltet, så bokstavene er taster igjen"
K_WRITE = "skriv"

# --- files
FILE_HEAD: Final = "Finn en fil"
FILE_CARD: Final = "Kort: {title} ({name})"
FILE_CONTACTS: Final = "Kontakter: {title} ({name})"
FILE_OTHER: Final = "Fil: {name}"

# --- the tree
HEAD: Final = "{title}"
STATE_SAVED: Final = "Alt er lagret i utkastet."
STATE_UNSAVED: Final = "Du har endringer som ikke er lagret. l lagrer."
LOOKING: Final = "Ser etter feil …"
FINE: Final = "Ingen feil i kortet."
FAULTS: Final = "Feil i kortet: {errors}. Merknader: {warnings}. f viser dem."
PART: Final = "{id} {title}"
NO_POINT: Final = "Uten punkt"
NOT_REACHED: Final = "Ingen vei leder hit"
FIND_HEAD: Final = "Finn et steg"
FIND_HOW: Final = "Skriv noe av teksten"
FIND_FIELD: Final = "Finn et felt"
FIND_FIELD_HOW: Final = "Skriv noe av det feltet heter"
FIELD_IN: Final = "{head}: {label}"
BROKEN: Final = "Fila kan ikke leses som et kort ennå. Trykk y og rett den som tekst."
KINDS: Final = {
    "ask": "Spørsmål",
    "by": "Skille",
    "signs": "Tegn",
    "task": "Oppgave",
    "record": "Notat",
    "include": "Annet kort",
    "exit": "Utgang",
    "outcome": "Råd",
    "": "Steg",
}

# --- findings, uses
FAULTS_HEAD: Final = "Feil og merknader i kortet"
FAULT: Final = "Linje {line}: {what}"
FAULT_FILE: Final = "{what}"
NO_FAULTS: Final = "Ingen feil i kortet."
USES_WHAT: Final = "Hva vil du finne?"
USES_STEP: Final = "Steget: {title}"
USES_FACT: Final = "Faktumet: {title}"
USES_SERVICE: Final = "Tjenesten: {title}"
USES_LIST: Final = "Lista: {title}"
USES_CARD: Final = "Kortet: {title}"
USES_HEAD: Final = "Brukt her. Antall: {count}."
USES_NONE: Final = "Det er ikke brukt noe sted."
ELSEWHERE: Final = "Lagre først. Det står i {file}, linje {line}."

# --- renaming, new steps, steps that go
RENAME_WHAT: Final = "Hva skal få nytt navn?"
RENAME_HEAD: Final = "Nytt navn"
RENAME_ABOUT: Final = "Bare filene bruker navnet. Ansatte ser det ikke."
RENAME_HOW: Final = "Nytt navn på «{name}»"
RENAME_SEE: Final = "«{old}» blir «{new}». Dette blir endret:"
RENAME_FILE: Final = "{file}. Steder: {count}."
RENAME_DO: Final = "Gi nytt navn"
RENAMED: Final = "«{old}» heter nå «{new}». Steder: {count}. l lagrer."
DO_NOT: Final = "La være"
NEW_KIND: Final = "Hva slags steg vil du lage?"
NEW_KINDS: Final = {
    "ask": "Et spørsmål",
    "task": "En oppgave",
    "record": "Noe som skal noteres",
    "signs": "En liste med tegn",
    "outcome": "Et råd",
}
NEW_TEXT: Final = "Hva skal stå på steget?"
NEW_HOW: Final = "Skriv teksten ansatte skal lese"
NEW_DONE: Final = "Steget er laget. Fyll ut resten, og led et svar hit."
DROP_HEAD: Final = "Slette «{title}»?"
DROP_LEADS: Final = "Disse leder hit i dag:"
DROP_LEFT: Final = "Da leder ingen vei til disse:"
DROP_NOTHING: Final = "Ingenting annet leder hit."
DROP_DO: Final = "Slett"
DROP_TO: Final = "Velg hvor de skal lede i stedet"
DROPPED: Final = "Slettet. z angrer."

# --- the form
STEP_HEAD: Final = "{kind}: {title}"
NONE_CHOSEN: Final = "(ikke valgt)"
YES: Final = "Ja"
NO: Final = "Nei"
LINES_HOW: Final = "{label} – én setning på hver linje"
LEADS_TO: Final = "{label} → {to}"
NEW_STEP: Final = "Nytt steg …"
NOTHING: Final = "Ikke noe"
HIDE: Final = "Ikke vis svaret her …"
REMOVE: Final = "Ta bort svaret …"
HIDE_WHY: Final = "Hvorfor kan ikke svaret velges her?"
HIDE_HOW: Final = "Skriv grunnen"
REMOVE_HEAD: Final = "Ta bort svaret «{answer}»?"
REMOVE_ABOUT: Final = "Det blir borte på alle steg i kortet som spør om det samme."
REMOVE_DO: Final = "Ta bort"
PICK_TO: Final = "{label}: hvilket steg kommer så?"
PICK_HOW: Final = "Skriv for å finne"
ALIKE: Final = "{title} ({name})"
PICK_NONE: Final = "Ingen av valgene passer."
TICKED: Final = "■"
UNTICKED: Final = "·"
TICKS_ABOUT: Final = "Enter krysser av. Esc er ferdig."
ACT_HOW: Final = "Skriv her"
CHANGED: Final = "Endret. l lagrer."
UNDONE: Final = "Angret."
NOTHING_UNDONE: Final = "Det er ikke noe å angre."

# --- saving
SAVED: Final = "Lagret i utkastet."
NOT_CHANGED: Final = "Det er ikke noe å lagre."
NOT_KEPT: Final = "Kopien av det du skriver, kunne ikke lagres. Lagre med l."
OUTSIDE_NOW: Final = "Fila er endret av noen andre. Du velger hva som gjelder, når du lagrer."
OUTSIDE_HEAD: Final = "Fila er endret av noen andre"
OUTSIDE_MINE: Final = "Lagre det jeg har skrevet"
OUTSIDE_THEIRS: Final = "Ta det som står i fila nå"
OUTSIDE_ABOUT: Final = "Det som blir erstattet, ligger i mappa .forrige. Esc lar deg vente."
THEIRS_TAKEN: Final = "Nå ser du fila slik den står. Det du skrev, blir tilbudt neste gang du åpner den."
GONE: Final = "Fila er slettet eller flyttet. Gå tilbake til lista."
LEAVE_HEAD: Final = "Du har endringer som ikke er lagret"
LEAVE_SAVE: Final = "Lagre i utkastet"
LEAVE_DROP: Final = "Forkast endringene"
LEAVE_STAY: Final = "Bli her"
LOST_HEAD: Final = "Du har noe som ikke ble lagret"
LOST_ABOUT: Final = "Det du skrev sist, ble ikke lagret. Vil du gå videre med det?"
LOST_TAKE: Final = "Gå videre med det"
LOST_DROP: Final = "Nei, glem det"
LOST_OTHER: Final = "Fila er endret siden. Se over det du skrev, før du lagrer."

# --- text
TEXT_HEAD: Final = "Linje {first}–{last} i {file}"
TEXT_FILE: Final = "{file}"
TEXT_FAULTS: Final = "Feil: {errors}. Merknader: {warnings}. Esc og f viser alle."
TEXT_FINE: Final = "Ingen feil."
TEXT_HIDDEN: Final = "Fila har skjulte tegn. De vises som «?», og blir byttet hvis du endrer noe."

# --- preview and trying
VIEW_HEAD: Final = "Slik ser ansatte det"
VIEW_OLD: Final = "Kortet har feil nå. Slik var det før feilen."
VIEW_NONE: Final = "Kan ikke vises før feilene i kortet er rettet."
VIEW_NOT: Final = "Steget kan ikke vises for seg selv. Prøv kortet fra et steg før."
VIEW_PASSED: Final = "Steget vises ikke. Ansatte kommer rett hit:"
TRY_BANNER: Final = "PRØVE"
TRY_SAID: Final = "PRØVE: ikke en ekte sak"
TRY_PLACE: Final = "q avslutter prøven"
TRY_NOT: Final = "Ikke i en prøve."
TRY_NO_WAY: Final = "Kan ikke prøves før feilene i kortet er rettet."
TRY_PUT: Final = "Prøven begynner rett her, uten svar fra før."
TRY_END: Final = "Kortet slutter her. q avslutter prøven."
