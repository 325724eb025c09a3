"""The words that the app and the line mode share. Whole sentences with named slots; those of advice are in words."""

from __future__ import annotations

from typing import Final

# --- emergency ---------------------------------------------------------------------------------------------------
EMERGENCY_STAY: Final = "Bli hos barnet. Be en kollega ringe hvis du ikke kan."
EMERGENCY_GO: Final = "Gå gjennom hva som skjer"
EMERGENCY_NO_CARD: Final = "Kortet om fare kan ikke åpnes nå. Numrene gjelder uansett."
ALARMS_TITLE: Final = "Hva gjelder det?"
ALARM_NAMES: Final = {
    "felles/akutt": "Barnet er i fare nå",
    "felles/vold": "Vold eller overgrep",
    "felles/meldeplikt": "Har jeg meldeplikt?",
}

# --- where one works ---------------------------------------------------------------------------------------------
SETUP_MUNICIPALITY: Final = "Hvilken kommune arbeider du i?"
SETUP_WORKPLACE: Final = "Hvor arbeider du?"
WORKPLACES: Final = {"barnehage": "Barnehage", "skole": "Skole", "sfo": "SFO"}
AT_WORKPLACE: Final = {"barnehage": "barnehage", "skole": "skole", "sfo": "SFO"}
HOME_NO_CARD: Final = "{municipality} har ikke noe kort for arbeidsplassen din ennå. Her er alle du kan ringe."
HOME_CARD_BROKEN: Final = "Kortet for arbeidsplassen din har en feil og er ute av bruk. Her er alle du kan ringe."

# --- a stop ------------------------------------------------------------------------------------------------------
POINT: Final = "Punkt {id}: {title}"
DONT_KNOW: Final = "Vet ikke"
DROPPED: Final = "Svar som ikke gjelder lenger, er tatt bort."
DATE_HOW: Final = "dd.mm.åååå"
DONE: Final = "Dette er gjort. Gå videre"
GO_ON: Final = "Gå videre i kortet"
AGAIN: Final = "Start på nytt"
MEASURES_FIT: Final = "Se tiltak som kan passe ({count})"

# --- advice ------------------------------------------------------------------------------------------------------
TASK: Final = "Gjør dette"
WEB: Final = "Nettside: {address}"
NUMBER_LIST: Final = "Flere å kontakte"
CONTACT_LIST: Final = "Hvem"
REPORT: Final = "Må du melde?"
DUTIES: Final = "Dette må du også"
GUARDIANS: Final = "Foresatte"
SAY_PHONE: Final = "Si dette på telefonen"
SAY_CHILD: Final = "Si dette til barnet"
SHARE: Final = "Dette kan du dele"
DO: Final = "Gjør"
DONT: Final = "Ikke gjør"
NEXT: Final = "Det som skjer videre"
NOTES: Final = "Merk"
ALL_TOPICS: Final = "Alle temaer"
MEETINGS: Final = "Møter dere kan bruke"
EARLIER: Final = "Dette gjelder fortsatt"

# --- why ---------------------------------------------------------------------------------------------------------
WHY: Final = "Hvorfor"
WHY_ANSWER: Final = "{about}: {answer}"
SOURCES: Final = "Hvor det står"
DEADLINE: Final = "Frist"
MEANS: Final = "Hva vi mener med det"
ASKED_BECAUSE: Final = "Om dette"
NO_SOURCES: Final = "Spørsmålet leder deg til riktig sted i kortet."
CHECKED: Final = "Kontrollert {date}."
UNSURE: Final = "Må avklares."

# --- overview, summary, contacts ---------------------------------------------------------------------------------
POINTS: Final = "Kortet"
POINT_STATES: Final = {"done": "ferdig", "now": "her er du", "to_come": "gjenstår"}
KNOWN: Final = "Så langt"
KNOWN_NOTHING: Final = "Her samles det du svarer."
KNOWN_CONTACT: Final = "Svarer nå"
KNOWN_OUTCOME: Final = "Siste råd"
SUMMARY_TITLE: Final = "Oppsummering"
SUMMARY_NONE: Final = "Du har ikke fått noe råd ennå."
SUMMARY_NOT_SAVED: Final = "Ingenting er lagret. Skriv ned det du trenger, der arbeidsplassen din vil ha det."
CONTACTS_TITLE: Final = "Kontakter"
CONTACTS_AT: Final = "Klokka er {time}. De som svarer nå, står øverst."

# --- leaving -----------------------------------------------------------------------------------------------------
LEAVE_STAY: Final = "Fortsett her"
LEAVE_QUIT: Final = "Avslutt"
