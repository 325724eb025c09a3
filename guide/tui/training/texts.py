"""The words of training on the screen. Whole sentences with named slots; those of feedback are in the service."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Øvelser"
HEAD: Final = "ØVELSE: {title}"
LIST_HEAD: Final = "Hva vil du øve på?"
LIST_ABOUT: Final = "Ingen ekte saker. Det du gjør her, blir ikke lagret på deg."
LIST_NONE: Final = "Det er ingen øvelser her ennå."
LESSON: Final = "{line}. {about}"
QUICK: Final = "Hurtigøving"
QUICK_ABOUT: Final = "Tjue korte situasjoner om ett område. Svar med en gang, og hvorfor."
QUICK_WHICH: Final = "ØVELSE: Hva vil du øve på?"
QUICK_AREAS: Final = {
    "kontakt": "Hvem ringer du nå?",
    "meldeplikt": "Har du plikt til å melde?",
    "foresatte": "Hva kan foresatte få vite?",
    "frister": "Når går fristen ut?",
    "taushetsplikt": "Hva kan du si, og til hvem?",
    "oppdage": "Hva har du sett, og hva tyder det på?",
}
HOW_TITLE: Final = "ØVELSE: Hvordan vil du øve?"
HOW: Final = {
    "naa": "Alene, med svar med en gang",
    "slutt": "Alene, med svar til slutt",
    "rom": "Sammen i et rom, på veggen",
}
STALE: Final = "Øvelsen passer ikke lenger til kortet. Si fra til den som eier kortet."
WHO: Final = "Hvem det handler om"
PERSON: Final = "{role}: {about}"
STORY: Final = "Det som skjer"
SCENE: Final = "kl. {when}"
EVENT: Final = "kl. {when}, noe nytt skjer"
GO: Final = "Gå videre"
MEND: Final = "Gå tilbake og gjør det riktige"
READ: Final = "Jeg har lest det. Gå videre på riktig vei"
HALTED: Final = "Klokka står. Les dette før du går videre."
YOURS: Final = "Du valgte"
MODEL: Final = "Øvelsen velger"
MISTAKE: Final = "Feilen: {mistake}."
HINT_NONE: Final = "Her er det ikke noe hint."
HINT: Final = "Hint"
HINT_COST: Final = "Et hint koster ett poeng på dette spørsmålet."
NOT_HERE: Final = "Det kan du ikke gjøre i en øvelse."
NO_NUMBERS: Final = "Numre i en øvelse kan ikke kopieres eller ringes."
NO_BACK: Final = "I øvelsen går du bare framover. q avslutter."
REAL: Final = "Er et barn i fare på ordentlig? Trykk ! for nødnumrene."
DO_NOT_RING: Final = "Dette er en øvelse. Ikke ring numrene."
LEAVE_TITLE: Final = "ØVELSE: Vil du avslutte?"
LEAVE: Final = {"bli": "Fortsett øvelsen", "se": "Avslutt og se gjennomgangen", "ut": "Avslutt uten gjennomgang"}
ALARMS: Final = "ØVELSE: Hva gjelder det?"
PROGRESS: Final = "Steg {step} av {steps}"

DEBRIEF: Final = "Gjennomgang"
SCORES: Final = "Poeng etter område"
SCORE: Final = "{area}: {points} av {most}"
SCORE_GRAVE: Final = "{area}: {points} av {most}, alvorlige feil: {grave}"
PARTED: Final = "Her gikk du en annen vei"
GRAVE: Final = "Alvorlige feil"
TIME: Final = "Tiden"
ROWS: Final = "Det du gjorde, og det øvelsen ville gjort"
TRY: Final = "Øv på dette videre"
DISCUSS: Final = "Snakk om dette"
SOURCES: Final = "Hvor det står"
TO_LIST: Final = "Til øvelsene"
AGAIN: Final = "Ta øvelsen en gang til"

K_HINT: Final = "hint"
KL_HINT: Final = "Et hint om det du skal avgjøre. Det koster ett poeng"
K_STORY: Final = "historien"
KL_STORY: Final = "Det som har skjedd til nå, og hvem det handler om"
K_DONE: Final = "avslutt"
KL_DONE: Final = "Avslutt øvelsen"

QUICK_AT: Final = "Situasjon {number} av {all}"
QUICK_RIGHT: Final = "Riktig svar"
QUICK_WHY: Final = "Hvorfor"
QUICK_DONE: Final = "Du fikk {right} av {all} riktige."
QUICK_NONE: Final = "Det er for lite innhold her til å øve på dette."
QUICK_AGAIN: Final = "Tjue nye situasjoner"

RECORD_TITLE: Final = "Lag en øvelse av veien du har gått"
RECORD_HELP: Final = (
    "Bare svar, kryss og datoer blir med. Det du har skrevet med ord, blir ikke med. Bruk aldri en ekte sak."
)
RECORD_HOW: Final = "Filnavn, for eksempel min-ovelse.yaml"
RECORD_NONE: Final = "Svar på minst ett spørsmål først."
RECORD_BAD: Final = "Bruk bare små bokstaver a–z, tall og bindestrek i filnavnet, for eksempel min-ovelse.yaml."
SAVED: Final = "Lagret: {path}"
FILE_THERE: Final = "Den fila finnes alt. Skriv et annet navn."
FILE_FAILED: Final = "Fila kunne ikke lagres der. Prøv en annen mappe."
FILE_NONE: Final = "Skriv et filnavn."

ROOM_SIZE_TITLE: Final = "ØVELSE: Hvor mange er dere?"
ROOM_SIZE: Final = "Skriv tallet. Bare grupper på fem eller flere blir med i oversikten, og aldri navn."
ROOM_SIZE_BAD: Final = "Skriv et helt tall fra 1 til 999."
ROOM_AT: Final = "{number} av {all}"
ROOM_NEXT: Final = "Enter: videre"
ROOM_TALK: Final = "Snakk sammen. Rekk opp hånda når du har bestemt deg."
ROOM_HANDS_TITLE: Final = "ØVELSE: Tell hender"
ROOM_HANDS: Final = (
    "Skriv ett tall for hvert svar, med mellomrom: 3 12 0. Vet du bare hva flertallet valgte, skriv nummeret på svaret."
)
ROOM_HANDS_BAD: Final = "Skriv {count} tall, eller ett nummer fra 1 til {count}."
ROOM_SKIP: Final = "La feltet stå tomt for å vise svaret uten å telle."
ROOM_CHOICE: Final = "{number}  {text}"
ROOM_END: Final = "Takk for at dere øvde"
ROOM_SAVE: Final = "Lagre arket etter øvelsen"
ROOM_KEEP: Final = "Ta med gruppa i oversikten, uten navn"
ROOM_KEPT: Final = "Gruppa er med i oversikten."
ROOM_TOO_SMALL: Final = "Gruppa er for liten til oversikten. Den minste er fem."
ROOM_KEEP_FAILED: Final = "Oversikten kunne ikke lagres på denne maskinen."
ROOM_SHEET_ABOUT: Final = "Skriv et filnavn. Arket er i Markdown, og har ingen navn."
ROOM_DONE: Final = "Lagre et ark om at dere har øvd"
DONE_SHEET: Final = "Lagre et ark om at du har øvd"
DONE_TITLE: Final = "ØVELSE: Lagre arket"
DONE_ABOUT: Final = "Arket har ingen navn, bare ei linje å skrive på. For Markdown: la filnavnet slutte på .md."
DONE_NAME: Final = "ovelse-gjennomfort.pdf"
NO_TYPESETTER: Final = "Biblioteket «typst» mangler, så PDF kan ikke lages. Velg et filnavn som slutter på .md."

OVERVIEW: Final = "Oversikt over grupper"
OVERVIEW_ABOUT: Final = "For deg som holder kurs: hva flest tar feil av, og hvordan det går."
OVERVIEW_FAILED: Final = "Oversikten kan ikke leses på denne maskinen."
SHARE: Final = "{share} %"
HARD_MORE: Final = "Resten står i fila du kan lagre."
OVERVIEW_FILES: Final = {
    "pdf": ("Lagre som PDF til lederen", "ovelser.pdf"),
    "csv": ("Lagre som CSV til regneark", "ovelser.csv"),
    "md": ("Lagre som Markdown", "ovelser.md"),
}
OVERVIEW_FILE: Final = "Skriv et filnavn. Oversikten har ingen navn, og ingen grupper på færre enn fem."
ROOM_SHEET_NAME: Final = "ovelse-ark.md"
ROOM_LEAVE: Final = {"bli": "Fortsett øvelsen", "ut": "Avslutt øvelsen"}
ROOM_TIMER: Final = "{clock}   {left}"
ROOM_TIME_UP: Final = "Tida er ute"
K_TIMER: Final = "tidtaker"
KL_TIMER: Final = "To minutter, og av igjen"
K_FORWARD: Final = "hopp over"
KL_FORWARD: Final = "Neste spørsmål uten å telle"
K_BACKWARD: Final = "forrige"
KL_BACKWARD: Final = "Forrige spørsmål"
