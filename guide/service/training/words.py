"""The words of training: whole sentences with named slots."""

from __future__ import annotations

from typing import Final

BANNER: Final = "ØVELSE"
NOT_REAL: Final = "Dette er en øvelse. Ikke ring numrene som står her."
VERDICT: Final = {
    "right": "Riktig",
    "possible": "Kan gå",
    "wrong": "Feil",
    "grave": "Alvorlig feil",
    "": "Øvelsen sier ingenting om dette svaret",
}
AREA: Final = {
    "oppdage": "Oppdage",
    "meldeplikt": "Meldeplikt",
    "foresatte": "Foresatte",
    "kontakt": "Hvem du ringer",
    "frister": "Frister",
    "taushetsplikt": "Taushetsplikt",
}
AREA_INSIDE: Final = {
    "oppdage": "oppdage",
    "meldeplikt": "meldeplikt",
    "foresatte": "foresatte",
    "kontakt": "hvem du ringer",
    "frister": "frister",
    "taushetsplikt": "taushetsplikt",
}
"""The same inside a line."""
TRY: Final = {
    "oppdage": "Øv på å se etter tegn og sette ord på dem.",
    "meldeplikt": "Øv på når du har plikt til å melde.",
    "foresatte": "Øv på hva foresatte kan få vite, og når.",
    "kontakt": "Øv på hvem du ringer, også utenom kontortid.",
    "frister": "Øv på frister og datoer.",
    "taushetsplikt": "Øv på hva du kan dele, og med hvem.",
}
LEVEL: Final = {"lett": "Lett", "middels": "Middels", "krevende": "Krevende"}
MISTAKE: Final = {
    "foresatte_for_tidlig": "Foresatte fikk vite det for tidlig",
    "spurte_ut_barnet": "Barnet ble spurt ut",
    "utsatte_meldingen": "Meldingen ble utsatt",
    "lovet_taushet": "Barnet fikk et løfte om at ingen får vite det",
    "lot_barnet_vaere_alene": "Barnet ble gående alene",
    "konfronterte": "Den det gjelder, ble konfrontert",
    "delte_for_mye": "Noen fikk vite mer enn de skulle",
}
FINISHED: Final = {
    "end": "Øvelsen er ferdig.",
    "card_ended": "Kortet slutter her. Øvelsen skulle endt et annet sted.",
    "too_far": "Du har gått langt fra øvelsen. Den stopper her.",
    "left": "Du avsluttet øvelsen.",
}
CLOCK: Final = "{day} kl. {time}"
COST: Final = "Det kostet {minutes} minutter."
LEADS_TO: Final = "Svaret leder til rådet «{title}»."
LOST: Final = "Du brukte {minutes} minutter mer enn øvelsen."
LOST_NONE: Final = "Du brukte ikke mer tid enn øvelsen."
TOLD: Final = "Du kom til det viktigste rådet {yours}. Øvelsen kom dit {model}."
TOLD_NEVER: Final = "Du kom ikke til det viktigste rådet. Øvelsen kom dit {model}."
POINTS: Final = "{points} av {most} poeng"
ALL_RIGHT: Final = "Du gikk den riktige veien hele veien."
NOTHING_MORE: Final = "Du har full poengsum. Prøv en øvelse som er vanskeligere."
ANYTHING_ELSE: Final = "Alt annet"
NOT_REACHED: Final = "Du kom ikke hit"
OPENED: Final = "Åpne «{title}»"
DONE: Final = {"done": "Gjør dette", "on": "Gå videre", "note": "Noter", "tick": "Ingen kryss", "alarm": "Åpne kortet"}
DATE: Final = "{label}: {value}"

FITS: Final = "{id}: passer."
PARTS: Final = {
    "stop": "{id}, steg {step}: øvelsen venter «{expected}», men kortet står på «{got}».",
    "act": "{id}, steg {step}: kortet tilbyr ikke «{expected}» på «{node}».",
    "scene": "{id}, steg {step}: hendelsen «{got}» har ikke noe riktig svar.",
    "card": "{id}: kortet «{expected}» kan ikke brukes. Rett først det som er galt med «{got}».",
    "show": "{id}, steg {step}: på «{node}» skulle {key} være «{expected}», men det er «{got}».",
}
KEYS: Final = {
    "report": "svaret på meldeplikten",
    "urgency": "hvor mye det haster",
    "guardians": "rådet om foresatte",
    "service": "den du ringer først",
    "number": "nummeret",
    "duties": "pliktene",
    "deadlines": "fristen",
}
"""What an expectation looks at."""

_QUOTES: Final = "»”\"')"
_ENDS: Final = (".", "?", "!", ":", "…")


def stopped(text: str) -> str:
    """`text` as a sentence: with a full stop, unless it ends in a sign of its own, inside quotes too."""
    return text if text.rstrip(_QUOTES).endswith(_ENDS) else f"{text}."
