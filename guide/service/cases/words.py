"""The words about cases that every front end shares. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

# --- what is due -----------------------------------------------------------------------------------------------------
OVER_WORKING: Final = {1: "1 virkedag over fristen", 2: "{n} virkedager over fristen"}
OVER_DAYS: Final = {1: "1 dag over fristen", 2: "{n} dager over fristen"}
PASSED: Final = {1: "1 dag siden avtalt dato", 2: "{n} dager siden avtalt dato"}
TODAY: Final = "Fristen er i dag"
AGREED_TODAY: Final = "Avtalt dato er i dag"
LEFT_WORKING: Final = {1: "1 virkedag til fristen", 2: "{n} virkedager til fristen"}
LEFT_DAYS: Final = {1: "1 dag til fristen", 2: "{n} dager til fristen"}
AGREED_IN: Final = {1: "1 dag til avtalt dato", 2: "{n} dager til avtalt dato"}
WAS: Final = "Fristen var {date}"
NO_DATE: Final = "Fristen kan ikke regnes ut: datoen mangler"
NOTHING_DUE: Final = "Ingen frist nå"
URGENT: Final = "Haster"
URGENT_LATE: Final = "Haster. {late}"
ENDED: Final = "Kortet er gått til slutten"
CLOSED: Final = "Avsluttet {date}"
QUIET: Final = "Ingen aktivitet på {n} dager"

URGENT_CASES: Final = {1: "1 sak haster.", 2: "{n} saker haster."}
OVERDUE_CASES: Final = {1: "1 sak er over fristen.", 2: "{n} saker er over fristen."}
TODAY_CASES: Final = {1: "1 sak har frist i dag.", 2: "{n} saker har frist i dag."}
NOTHING_TODAY: Final = "Ingen frister i dag."

# --- saved -----------------------------------------------------------------------------------------------------------
SAVED: Final = "Lagret kl. {clock}"
NO_REFERENCE: Final = "Skriv en referanse som bare du kjenner igjen saken på. Ikke bruk navn."
TOO_LONG: Final = "Referansen er for lang. Bruk høyst {most} tegn."
UNREADABLE: Final = (
    "Saken {case} kan ikke vises: kortet den begynte med, kan ikke leses av denne versjonen. Ingenting er slettet. "
    "Oppdater programmet, eller be den som har gitt deg det, om hjelp."
)
LOCKED: Final = "Sakene er låst. Lås dem opp først."
CLOSE_TITLE: Final = "Er dette gjort?"
CLOSE_ASK: Final = "Saken står ved et råd som haster: «{stop}»."
CLOSE_NO: Final = "Nei. Behold saken åpen"
CLOSE_YES: Final = "Ja. Avslutt saken"
CLOSED_CASE: Final = "Saken er avsluttet. Åpne den igjen før du fortsetter."

# --- what tells who somebody is --------------------------------------------------------------------------------------
SENSITIVE: Final = {
    "identity": "Dette ligner et fødselsnummer.",
    "phone": "Dette ligner et telefonnummer.",
    "email": "Dette ligner en e-postadresse.",
    "name": "Dette ligner et fullt navn.",
}
SENSITIVE_HINT: Final = (
    "Det som er merket, kan vise hvem noen er. Ta det bort, eller lagre likevel. Vi finner ikke alle navn."
)

# --- the clock and the end -------------------------------------------------------------------------------------------
CLOCK: Final = {
    "ahead": (
        "Klokka på maskinen har gått mer enn 30 dager siden sist. Stemmer det at det er {date}? "
        "Før du svarer, foreslår vi ikke å slette noe."
    ),
    "behind": (
        "Klokka på maskinen står før det siste som ble lagret. Stemmer det at det er {date}? "
        "Før du svarer, foreslår vi ikke å slette noe."
    ),
}
ENDS: Final = "Saken kan slettes fra {date}, når du har bekreftet det."
NOTICE: Final = "Saken kan slettes fra {date}. Er den ført i kommunens sakssystem? Gjør det før den slettes."
EXPIRED: Final = "Tiden er ute for saken. Er den ført i kommunens sakssystem?"
NOT_YET: Final = "Saken kan ikke slettes på grunn av alder ennå. Det kan skje fra {date}."
NOT_IN_SYSTEM: Final = "Før saken inn i kommunens sakssystem først. Ingenting er slettet."
CLOCK_FIRST: Final = "Klokka på maskinen har hoppet. Bekreft datoen først. Ingenting er slettet."

# --- the timeline ----------------------------------------------------------------------------------------------------
DONE_WHAT: Final = {
    "begun": "Saken ble lagret",
    "answer": "{asked} {answer}",
    "tick": {0: "Ingen tegn krysset av", 1: "1 tegn krysset av", 2: "{n} tegn krysset av"},
    "done": "Gjort: {title}",
    "note": "Skrevet: {title}",
    "on": "Gått videre etter rådet: {title}",
    "alarm": "Åpnet: {title}",
    "back": "Gått ett steg tilbake",
    "noted": "Notat",
    "named": "Ny referanse: {reference}",
    "card": "Gått over til nyere kort",
    "closed": "Avsluttet",
    "opened": "Åpnet igjen",
    "told": "Beskjed om at saken snart slettes",
    "kept": "Beholdt lenger",
    "restored": "Hentet fra sikkerhetskopi",
}
CHANGED: Final = "{now} (før: {before})"
FIELD: Final = "{label}: {value}"
FIELD_ASKED: Final = "{label} {value}"
STEP_GONE: Final = "et steg som ikke er i kortet lenger"

# --- the newer card --------------------------------------------------------------------------------------------------
NEWER: Final = "Kortet er kommet i en nyere utgave ({number}). Saken følger utgaven den begynte med, til du bytter."
NO_DIFFERENCE: Final = "Ingenting av det du har vært gjennom, er endret."
DIFFERENCES: Final = {
    "gone": "«{old}» er ikke i kortet lenger.",
    "text": "«{old}» heter nå «{new}».",
    "deadlines": "Fristen er endret: «{new}».",
    "advice": "Rådet er endret: «{new}».",
    "answers": "Svarene er endret: «{new}».",
    "other": "Innholdet er endret: «{new}».",
}
ASKED_AGAIN: Final = "Dette må du svare på igjen: «{title}»."


def field(label: str, value: str) -> str:
    """«Mål: …», or «Hva vil dere oppnå? …» where the label is a question."""
    return (FIELD_ASKED if label.endswith("?") else FIELD).format(label=label, value=value)


def counted(words: dict[int, str], number: int) -> str:
    """The form for one, or for more, with the number put in."""
    return words[1 if number == 1 else 2].format(n=number)
