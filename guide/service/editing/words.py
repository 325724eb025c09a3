"""What the editing says: titles of steps, the words of closed lists, messages. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

from guide.service import words

EFFECTS: Final = {
    "contacts_leader": "Kontakter lederen",
    "contacts_guardians": "Kontakter foresatte",
    "invites_guardians": "Inviterer foresatte",
    "asks_consent": "Ber om samtykke",
    "talks_with_child": "Snakker med barnet",
    "holds_meeting": "Holder møte",
    "shares_named": "Deler barnets navn utenfor tjenesten",
    "discusses_without_name": "Drøfter uten navn",
    "reports": "Melder",
    "confronts": "Konfronterer noen",
    "leaves_child": "Forlater barnet",
    "closes": "Avslutter saken",
}
CLOSED: Final[dict[str, dict[str, str]]] = {
    "urgency": words.URGENCY,
    "report": words.REPORT,
    "duties": words.DUTIES,
    "guardians": words.GUARDIANS,
    "does": EFFECTS,
    "unit": {"working_days": "virkedager", "weeks": "uker", "months": "måneder"},
    "kind": {"text": "Tekst", "date": "Dato", "role": "Rolle"},
    "default": {"today": "Dagens dato"},
    "tells": {
        "since": "Siden når",
        "seen": "Det som er sett",
        "heard": "Det som er hørt",
        "thought": "Det dere tror og vurderer",
        "done": "Det dere har gjort eller avtalt",
        "effect": "Hva det førte til",
        "goal": "Målet",
        "next": "Neste dato",
    },
    "confidence": {
        "plan": "Bare planen sier det",
        "official": "Står på en offisiell side",
        "unsure": "Må kontrolleres",
    },
}
"""Key → its closed list: what is written, and what is shown."""

NODE_BY: Final = "(går etter svaret på: {about})"
NODE_INCLUDE: Final = "(kortet: {title})"
NODE_EXIT: Final = "(utgang: {name})"
NODE_OTHER: Final = "(steg uten tekst)"
BACK: Final = "Tilbake dit man var"
ANSWER_ON: Final = "{node}: {label}"
SOURCE: Final = "{title} ({place})"

NO_NODE: Final = "Steget «{name}» finnes ikke lenger. Les fila på nytt."
NO_CONTACT: Final = "Kontakten finnes ikke lenger. Les fila på nytt."
NOT_A_CARD: Final = "Fila «{name}» er ikke et kort."
NOT_CONTACTS: Final = "Fila «{name}» er ikke en fil med kontakter."
IN_USE: Final = "Steget «{name}» kan ikke slettes: andre steg leder hit. Antall: {count}."
BAD_NAME: Final = "«{name}» går ikke som navn. {hint}"
NOT_OFFERED: Final = "«{value}» er ikke blant valgene for «{label}»."
THERE: Final = "«{name}» finnes fra før. Velg et annet navn."
FIXED: Final = "«{name}» kan ikke hete noe annet, for appen selv kjenner det ved det navnet."
KIND: Final = "Slag steg"
NOT_FOUND: Final = "«{name}» finnes ikke her."

SERVICE_TOLD: Final = "{title}. {about}"
SERVICE_HERE: Final = "{title}. {about}. Her: {names}"

DAYS: Final = {
    "Mo": "Mandag",
    "Tu": "Tirsdag",
    "We": "Onsdag",
    "Th": "Torsdag",
    "Fr": "Fredag",
    "Sa": "Lørdag",
    "Su": "Søndag",
    "PH": "Helligdager",
}
OPEN_FROM_TO: Final = "{begin}–{end}"
CLOSED_DAY: Final = "Stengt"
ALL_DAY: Final = "Hele døgnet"
UNKNOWN_DAY: Final = "Ikke oppgitt"
ALL_DAY_TOO: Final = ("døgnåpent", "døgnåpen", "24/7", "0-24")
BAD_HOURS: Final = "Åpningstiden kan ikke leses. Skriv den som «Mo-Fr 08:00-15:30; PH off»."
BAD_TIME: Final = "«{text}» er ikke et klokkeslett fra–til. Skriv det som 08:00-15:30."
