"""The words of the line mode. Whole sentences with named slots; those of advice are in service.words."""

from __future__ import annotations

from typing import Final

from guide.service.labels import *  # noqa: F403  # one set of words, said by both front ends

# --- top, help, emergency -------------------------------------------------------------------------------------------
EMERGENCY: Final = "Er barnet i fare nå? Ring politiet {police}, ambulanse {ambulance} eller brannvesenet {fire}."
TOP: Final = "Tiltakskort, linje for linje. Skriv ! når som helst for nødnumrene, og hjelp for alt du kan skrive."
NOT_SAVED: Final = "Ingenting av det du svarer, blir lagret."
NOT_SAVED_YET: Final = "Ingenting av det du svarer, blir lagret før du skriver lagre. Lagrede saker: skriv saker."
OUT: Final = "Tilbake til der du var"
NO_ALARMS: Final = "Kortene kan ikke åpnes nå. Skriv ! for nødnumrene."
HELP_TITLE: Final = "Dette kan du skrive:"
HELP: Final = (
    "Et tall fra lista, eller begynnelsen av svaret.",
    "! eller akutt: nødnumrene med en gang.",
    "+ eller alarm: fare, vold eller meldeplikt. Du går rett dit.",
    "b eller tilbake: ett steg tilbake. Svarene dine blir husket.",
    "? eller hvorfor: hvorfor spørsmålet kommer, og hvor det står.",
    "k eller kontakter: alle du kan ringe, de som svarer nå, først.",
    "o eller oversikt: punktene i kortet og det du har svart.",
    "m eller tiltak: finn tiltak i kommunen.",
    "/ og noen ord: søk i kort, tegn, tiltak, kontakter og lover.",
    "igjen: les opp det du står ved, en gang til.",
    "q eller slutt: avslutt.",
)
HELP_EXERCISES: Final = "ø eller øvelser: øv på oppdiktede saker. Du kommer tilbake hit."
HELP_CASES: Final = (
    "lagre: lagre det du går gjennom, som en kryptert sak.",
    "saker: sakene du har lagret.",
    "notat: skriv et notat i saken.",
)
HELP_CHANGE: Final = "bytt: velg kommune og arbeidsplass på nytt."

# --- where one is ---------------------------------------------------------------------------------------------------
ALARM_OPEN: Final = "Du har åpnet: {title}. Skriv tilbake for å gå tilbake."
STILL: Final = "Du står fortsatt ved: {text}"
FIRST: Final = "Dette er begynnelsen. Det er ikke noe å gå tilbake til."

# --- what to write --------------------------------------------------------------------------------------------------
NUMBERED: Final = "{number}. {text}"
NUMBERED_BEFORE: Final = "{number}. {text} (svart her før)"
NUMBERED_TICKED: Final = "{number}. {text} (krysset av)"
WRITE_NUMBER: Final = "Skriv et tall fra 1 til {most}, eller begynnelsen av svaret. Fare nå: skriv !"
WRITE_ONE: Final = "Skriv 1 når du vil videre. Fare nå: skriv !"
WRITE_YEARS: Final = "Skriv alderen i hele år, eller vet ikke. Fare nå: skriv !"
WRITE_SIGNS: Final = "Skriv tallene med mellomrom, for eksempel 1 4. Skriv ingen hvis ingen passer. Fare nå: skriv !"
WRITE_SIGNS_AGAIN: Final = "Skriv tallene på nytt, ingen, eller videre for å beholde dem. Fare nå: skriv !"
WRITE_FIELD: Final = "{label} ({how}):"
WRITE_FIELD_KEPT: Final = "{label} ({how}). Enter beholder {value}, - lar det stå tomt:"
ROLE_HOW: Final = "rolle, ikke navn"
TEXT_HOW: Final = "kort, uten navn"
NOTED: Final = "Notert: {value}."
NOTED_NOTHING: Final = "Feltet står tomt."
TICKED: Final = "Krysset av: {text}"
TICKED_NOTHING: Final = "Ingen tegn er krysset av."
EXPECTED: Final = "«{text}» står ikke på lista."
EXPECTED_EMPTY: Final = "Linja var tom."
EXPECTED_MANY: Final = "«{text}» kan bety flere svar. Skriv tallet, eller mer av svaret."
YEARS_BAD: Final = "Alderen kan ikke stemme."
SIGNS_BAD: Final = "Forsto ikke «{text}». Tallene går fra 1 til {most}."
DATE_BAD: Final = "Det er ikke en dato. Skriv den slik: {example}."
SEARCH_NONE: Final = "Ingen treff på «{text}». Prøv et annet ord, eller bare begynnelsen av ordet."
SEARCH_HOW: Final = "Skriv noen ord etter skråstreken, for eksempel / blåmerker."

# --- advice ---------------------------------------------------------------------------------------------------------
FIRST_THING: Final = "{urgency}: {text}"
CALL: Final = "Ring {name}: {number}"
CONTACT: Final = "{name}: {number}"
HEADING: Final = "{title}:"

# --- ways on --------------------------------------------------------------------------------------------------------
SUMMARY: Final = "Les oppsummeringen"

# --- measures -------------------------------------------------------------------------------------------------------
MEASURES_AGE: Final = "Skriv alderen til barnet i hele år, eller alle. Fare nå: skriv !"
MEASURES_LEVEL: Final = "Hvilket nivå?"
MEASURES_WHOM: Final = "Hvem er tiltaket for?"
MEASURES_EVERY: Final = "Alle"
MEASURES_OUT: Final = "Tiltak i kommunen"

# --- overview, contacts ---------------------------------------------------------------------------------------------
POINT_LINE: Final = "{id}. {title}: {state}"
POINT_LINE_DUE: Final = "{id}. {title}: {state}, senest {date}"

# --- first start ----------------------------------------------------------------------------------------------------
PLACE: Final = "{municipality}, {workplace}. Skriv bytt for å velge på nytt."
REMEMBERED: Final = "Valget er lagret til neste gang."
NOT_REMEMBERED: Final = "Valget kunne ikke lagres. Det gjelder til du avslutter."
CHANGE: Final = "Velg kommune og arbeidsplass på nytt"
NO_CONTENT: Final = "Kortene kunne ikke leses. Nødnumrene gjelder uansett."

# --- leaving --------------------------------------------------------------------------------------------------------
LEAVE_TITLE: Final = "Ingenting er lagret. Avslutter du, blir alt du har svart, borte."
APART: Final = "Dette kortet er ikke med i saken. Skriv lagre for å lagre det for seg."
LEAVE_SAVED: Final = "{saved}. Skriv saker neste gang for å gå videre."
LEFT_SAVED: Final = "Du har avsluttet. Det som er lagret som sak, er trygt."
LEFT: Final = "Du har avsluttet. Ingenting er lagret."
ENDED: Final = "Det kom ikke flere linjer. Du sto ved: {text}"
ENDED_HOW: Final = "Ingenting er lagret. Begynn igjen med: tiltakskort walk {card} --plain"
ENDED_SAVED: Final = "Det som er lagret som sak, er trygt. Åpne den igjen med: tiltakskort --plain, og skriv saker."
ENDED_HOME: Final = "Det kom ikke flere linjer. Ingenting er lagret. Begynn igjen med: tiltakskort --plain"
