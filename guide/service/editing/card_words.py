"""What the editing of a card says beside the labels of its keys. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

from guide.service.editing.words import NOT_OFFERED as NOT_OFFERED

LABELS: Final = {
    "default": "Dagens dato står der fra før",
    "anew": "Ny runde begynner her",
    "loop": "Man kan komme tilbake hit",
    "help": "Hjelp",
}
"""Labels that say more on a form than in a list of keys."""
FLAGS: Final = {
    "default": "Ja: feltet er fylt ut med dagens dato.",
    "anew": "Ja: spørsmålene stilles på nytt herfra, for eksempel på et nytt møte.",
    "loop": "Ja: steget kan gås flere ganger.",
}
"""What yes means."""
HEADS: Final = {"deadlines": "Frist {number}", "fields": "Felt {number}"}
DROPS: Final = {"deadlines": "Fjern: {name}", "fields": "Fjern: {name}"}
ADDS: Final = {"deadlines": "Ny frist", "fields": "Nytt felt"}
ADD_ASKS: Final = {"fields": "Hva skal stå ved feltet?"}
DROP_ABOUT: Final = "Enter tar det bort. z angrer."
NEW_FIELD: Final = "Nytt felt"
WHOM_ABOUT: Final = "Tjenestene som skal kontaktes. Den du krysser av først, står øverst."
WHY_LABEL: Final = "Hvorfor: {service}"
WHY_ABOUT: Final = "Noen få ord om hva de gjør her."
ANSWER_ABOUT: Final = "Steget svaret leder til."
EXIT_ABOUT: Final = "Steget man kommer til etter kortet."
NOT_SHOWN: Final = "Vises ikke: {answer}"
NOT_SHOWN_ABOUT: Final = "Grunnen til at svaret ikke kan velges her."
SHOW: Final = "Vis igjen: {answer}"
SHOW_ABOUT: Final = "Enter velger hvor svaret leder."
ADD_ANSWER: Final = "Nytt svar"
ADD_ANSWER_ABOUT: Final = "Svaret kommer med på alle steg i kortet som spør om det samme."
ASK_ANSWER: Final = "Hva skal svaret være?"
ASK_AGE: Final = "Fra hvilken alder skal det være et eget svar?"

NO_FIELD: Final = "Feltet «{name}» finnes ikke lenger. Åpne steget på nytt."
SHARED: Final = "Svarene på «{fact}» er felles for flere kort. De står i fila trees/felles/facts.yaml."
LAST_ANSWER: Final = "Minst ett svar må være igjen."
NO_AGE: Final = "Skriv et helt tall fra 1 til 129 som ikke står der fra før."
ONLY_FROM: Final = "En frist regnes fra steget «{name}». Endre fristen først."
NOWHERE: Final = "Velg et annet steg enn det som skal bort."

USE: Final = "{file}, linje {line}"
USE_AT: Final = "{title} ({file}, linje {line})"
