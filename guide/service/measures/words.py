"""The words of the measures finder, said by the app, the line mode and the command line alike. Whole sentences."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Tiltak i kommunen"
FITTING: Final = "Tiltak som kan passe"
ABOUT: Final = "Det kommunen har, etter planen. Drøft med lederen din hva som passer."
NOT_A_REPORT: Final = "Tiltak kommer aldri i stedet for en melding. Blir du mer bekymret, drøft med barnevernet."
NO_NAME: Final = "Bruk ikke navnet til barnet når du spør, før de som bestemmer for barnet, har sagt ja."
COUNT: Final = "{count} tiltak"
COUNT_ONE: Final = "1 tiltak"
NONE: Final = "Ingen tiltak i planen passer med det du har valgt. Ta bort et valg, eller spør lederen din."
NO_LIST: Final = "Kommunen har ingen liste over tiltak her. Spør lederen din."
NO_PACK: Final = "Velg kommune først, i innstillingene."

LEVELS: Final = {"universal": "For alle", "selective": "For noen", "indicated": "For ett barn"}
WHOM: Final = {"child": "Barnet", "family": "Familien", "staff": "Ansatte"}
ACCESS: Final = {
    "none": "Du trenger ikke henvisning.",
    "referral": "Det trengs henvisning.",
    "application": "Det trengs søknad.",
    "decision": "Det trengs vedtak.",
    "": "Planen sier ikke om det trengs henvisning.",
}
CONSENT: Final = {
    "ja": "Det trengs samtykke.",
    "nei": "Det trengs ikke samtykke.",
    "": "Planen sier ikke om det trengs samtykke.",
}
STATUS: Final = {
    "in_use": "I bruk",
    "partly": "Delvis i bruk",
    "planned": "Under planlegging",
    "proposed": "Bare foreslått i planen",
    "not_offered": "Tilbys ikke nå",
    "": "Planen sier ikke om det er i gang",
}
EVIDENCE: Final = "Evidensnivå {level} av 5, etter Ungsinn."
AGES: Final = "{low}–{high} år"
AGES_ONE: Final = "{low} år"
AGES_FROM: Final = "Fra {low} år"
AGES_TO: Final = "Til og med {high} år"
AGES_ALL: Final = "Alle aldre"
SHORT: Final = "{status}. {levels}. {ages}."
LEVEL_NAMED: Final = "{level} ({name})"
LISTED: Final = "{first}, {second}"

ARENA_LEVELS: Final = {"municipality": "Hele kommunen", "service": "Mellom tjenestene", "individual": "Om ett barn"}
ARENA_NEW: Final = "Nytt i planen."
ARENA_LEADER: Final = "Leder: {leader}"
ARENA_WHO: Final = "Med: {who}"
ARENA_OFTEN: Final = "Hvor ofte: {often}"

FACTOR_KIND: Final = {"risk": "Dette kan gjøre det vanskeligere for barnet.", "protective": "Dette kan hjelpe barnet."}
SAY: Final = "Slik kan du si det"
DIFFERENCES: Final = "Planene er ikke like"
NO_NUMBER: Final = "Ingen plan har nummer eller nettside til tjenesten her."

MEETING: Final = "{name}: {purpose}"
MEETING_LED: Final = "{name}: {purpose} Leder: {leader}."
MEETING_HELD: Final = "{name}: {purpose} Hvor ofte: {often}."
MEETING_LED_HELD: Final = "{name}: {purpose} Leder: {leader}. Hvor ofte: {often}."

LABEL_TOPIC: Final = "Hva det gjelder"
LABEL_AGE: Final = "Alder"
LABEL_LEVEL: Final = "Nivå"
LABEL_WHOM: Final = "For hvem"
ALL: Final = "alle"
AGE_CHOSEN: Final = "{age} år"
CHOSEN: Final = "{label}: {value}"
HEAD_LEVEL: Final = "Nivå"
HEAD_WHOM: Final = "For hvem"
HEAD_AGES: Final = "Alder"
HEAD_ACCESS: Final = "Slik får en det"
HEAD_STATUS: Final = "Status"
HEAD_CONTACT: Final = "Hvem du kan ringe"
ROW: Final = "{title}: {text}"
