"""The words of a comparison, in Norwegian."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Dette endrer seg"
NOTHING: Final = "Ingenting endrer seg for ansatte."
FIELD: Final = {
    "stop": "Dette kommer du til",
    "urgency": "Hvor fort",
    "report": "Plikt til å melde",
    "guardians": "Foresatte",
    "duties": "Andre plikter",
    "first": "Ring først",
    "contacts": "Andre du kan kontakte",
    "deadlines": "Frist",
    "end": "Etterpå",
    "answer": "Da kommer du til",
    "exit": "Etter kortet du åpnet med tasten",
    "phone": "Nummer",
    "hours": "Åpningstid",
    "ages": "Alder",
    "web": "På nett",
    "service": "Tjeneste",
    "point": "Kontakt",
    "stand_in": "Svarer når det er stengt",
    "fallback": "Svarer for hele landet",
    "acute": "Når det haster",
    "inside": "På arbeidsplassen din",
}
BEFORE_NOW: Final = "{field}. Før: {before} Nå: {after}"
NONE: Final = "Ingen."
UNSAID: Final = "Ikke oppgitt."
NOT_THERE: Final = "Finnes ikke."
GOES_ON: Final = "Kortet går videre."
ENDS: Final = "Kortet slutter her."
BACK: Final = "Tilbake dit du var."
DEADLINE: Final = "{within} {unit} fra «{anchor}»."
DEADLINE_ON: Final = "Datoen i «{anchor}»."
UNITS: Final = {"working_days": "virkedager", "weeks": "uker", "months": "måneder"}
PLAIN: Final = "{text}."
TASK_NEW: Final = "Ny oppgave på veien: «{title}»"
TASK_GONE: Final = "Oppgaven faller bort: «{title}»"
ANSWER_NEW: Final = "Nytt svar «{answer}» på «{title}»"
ANSWER_GONE: Final = "Svaret «{answer}» på «{title}» faller bort"
OTHER_STOP: Final = "Du kommer til noe annet: «{after}»"
FROM_ALARM: Final = "Når du går ut av «{card}»"
IN_CARDS: Final = "Gjelder kortene: {cards}."
SO: Final = "Slik kommer du dit:"
AT_START: Final = "Du møter det med en gang."
CONTACT: Final = "{name}"
CONTACT_IN: Final = "{name} ({pack})"
DAYS: Final = "Dager og frister"
CLOSED_NEW: Final = "Nye dager som dere holder stengt: {days}."
CLOSED_GONE: Final = "Dager som dere ikke holder stengt lenger: {days}."
SATURDAY: Final = {
    "counts": "Lørdag teller nå når du regner ut en frist.",
    "rest": "Lørdag teller ikke lenger når du regner ut en frist.",
}
TOUCHES: Final = "Antall råd og oppgaver det gjelder: {stops}."
CONTACTS: Final = "Kontakter"
ASKED: Final = "Spørsmål som kommer eller går"
ASKED_NEW: Final = "Nytt i {card}: «{text}»"
ASKED_GONE: Final = "Borte fra {card}: «{text}»"
CARDS: Final = "Kort"
CARD_NEW: Final = "Nytt kort: {card}"
CARD_GONE: Final = "Kortet er borte: {card}"
ALARM_NEW: Final = "Ny tast i {card}: «{alarm}»"
ALARM_GONE: Final = "Tasten er borte i {card}: «{alarm}»"
UNPROVED: Final = "Ikke avgjort"
NOT_DECIDED: Final = "{card}: {count} steder kan være endret, men søket ble for stort. Se stedene med --format json."
NOT_DECIDED_ONE: Final = "{card}: 1 sted kan være endret, men søket ble for stort. Se stedet med --format json."
MORE: Final = "Og {count} til. Se dem med --format json."
REWORDINGS: Final = "Omskrivinger"
REWORDED: Final = "{where}: {count} omskrevet"
CHANGED_TEXT: Final = "Før: «{before}» Nå: «{after}»"
NEW_TEXT: Final = "Ny tekst: «{after}»"
GONE_TEXT: Final = "Borte: «{before}»"
LIST_KINDS: Final = {"topics": "Hva en bekymring kan gjelde", "exercises": "Øvelser"}
LIST_NEW: Final = "Ny liste. Antall: {count}."
LIST_GONE: Final = "Lista er borte. Antall: {count}."
LIST_STATES: Final = {"new": "Nytt: «{name}»", "gone": "Borte: «{name}»", "changed": "«{name}»"}
WAY_CHANGED: Final = "Den riktige veien er en annen."
WORDS_CHANGED: Final = "Historien eller tilbakemeldingene er skrevet om."
LIST_FIELD: Final = {
    "name": "Navn",
    "term": "Ord",
    "title": "Navn",
    "text": "Tekst",
    "says": "Det betyr",
    "forms": "Andre ord",
    "about": "Om",
    "given_by": "Hvem som gir det",
    "service": "Tjeneste",
    "levels": "Nivå",
    "level": "Nivå",
    "whom": "For hvem",
    "topics": "Gjelder",
    "facts": "Svar som gjør det aktuelt",
    "ages": "Alder",
    "places": "Hvor",
    "setting": "Hvor",
    "access": "Slik får en det",
    "how": "Slik får en det",
    "consent": "Samtykke",
    "status": "Status",
    "evidence": "Evidensnivå",
    "note": "Merknad",
    "source": "Kilde",
    "purpose": "Formål",
    "leader": "Leder",
    "who": "Hvem som er med",
    "often": "Hvor ofte",
    "new": "Nytt i planen",
    "kind": "Slag",
    "at": "Hvor det ligger",
    "differences": "Det planene er uenige om",
    "column": "Gruppe",
    "points_at": "Peker mot",
    "card": "Kort",
    "areas": "Det en øver på",
}
YES: Final = {"ja": "Ja"}
FACTOR_AT: Final = {"child": "Hos barnet", "family": "I familien", "surroundings": "Rundt barnet"}
QUOTED: Final = "«{text}»."
QUOTED_FIELDS: Final = frozenset({"name", "term", "title", "text", "says", "about", "note", "how", "purpose"})
