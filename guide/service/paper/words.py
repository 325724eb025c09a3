"""The words of a card on paper: whole sentences with named slots; what the content says comes in as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

TITLE: Final = "{title}"
TITLES: Final = {
    "include": "Bruk kortet «{title}»",
    "record": "Skriv ned: {title}",
    "signs": "Kryss av: {title}",
    "ask": "Spør deg: {title}",
}
"""How a stop of each kind is said; others by their own words."""
ANSWERED: Final = "{question} {answers}"
KNOWN: Final = "{question} – {answers}"
ONE: Final = "{text}:"
BOTH: Final = "{about}. {answered}:"
EXCEPT: Final = "alle svar unntatt {answers}"
ANSWER: Final = "«{answer}»"
WHEN: Final = {
    "must": "Når du har plikt til å melde",
    "with_consent": "Når foresatte vil ha hjelp",
    "discuss": "Når du er i tvil om du må melde",
    "not_now": "Når det ikke er plikt til å melde nå",
}
EITHER: Final = "{first} eller {second}"
YEARS: Final = {"span": "{low}–{high} år", "from": "Fra {low} år", "one": "{low} år"}
DUE: Final = {
    ("working_days", "one"): "Frist: 1 virkedag. Regnes fra: {label}",
    ("working_days", "many"): "Frist: {number} virkedager. Regnes fra: {label}",
    ("weeks", "one"): "Innen 1 uke. Regnes fra: {label}",
    ("weeks", "many"): "Innen {number} uker. Regnes fra: {label}",
    ("months", "one"): "Innen 1 måned. Regnes fra: {label}",
    ("months", "many"): "Innen {number} måneder. Regnes fra: {label}",
}
DUE_ON: Final = "Frist: dagen dere avtaler ({label})"
URGENCY: Final = {"now": "Nå.", "today": "I dag.", "deadline": "Innen fristen.", "routine": ""}
GUARDIANS: Final = {
    "not_before_advice": "Ikke si noe hjemme før råd.",
    "leader_informs_after_advice": "Lederen informerer.",
}
DUTIES: Final = {
    "avert": "Prøv å hindre det.",
    "police": "Si fra til politiet.",
    "tell_leader_now": "Si fra til lederen nå.",
    "tell_leader_at_once": "Si fra til lederen straks.",
    "tell_owner": "Gå forbi lederen.",
}
CONTACT: Final = "Kontakt: {services}."
IN_PLAN: Final = "I planen: {places}"
PLAN_PLACE: Final = "{number} {title}"

REPORT: Final = "Må du melde til barnevernet?"
REPORT_ASKS: Final = "Dette avgjør: {questions}"
NEVER: Final = "Dette lar du være"
NEVER_NONE: Final = "Kortet har ingen slike råd som går igjen."
CONTACTS: Final = "Hvem du ringer"
CONTACT_HEADER: Final = ("Tjeneste", "Nummer", "Åpent. Hvem ellers?")
ALWAYS_ON: Final = "Hele landet"
ALWAYS_HEADER: Final = ("Tjeneste", "Nummer", "Åpent")
ELSE: Final = "Ellers: {others}."
ROWS_HEADER: Final = ("I planen", "Hva du gjør", "Kontakt")
SENTENCE: Final = "{text}."
AND_MORE: Final = "{text},"
ROW_AGE: Final = "{ages}: {text}."
ROW: Final = "rad "
"""How the plan's places in a table begin."""
ROWS_OTHER: Final = "Ellers"
ROWS_QUIET: Final = "Før foresatte kan få vite det: {titles}."
AGES: Final = "{low}–{high} år"
AGES_FROM: Final = "fra {low} år"
MISSING: Final = "nummer mangler"
WEB: Final = "på nett"
REACHED: Final = "{title} {number}"
TO_FILL: Final = "Skriv inn numrene som mangler her"
FILL_MISSING: Final = "nummer mangler: ____________"
FILL_INSIDE: Final = "____________"
NO_HOURS: Final = "Tid ikke oppgitt."
HOURS_RAW: Final = "Som skrevet: {hours}"
PRINTED: Final = "Skrevet ut"
CONTENT: Final = "Innhold"
CONTENT_IS: Final = "{pack}, versjon {version} ({sha})"
VALID: Final = "Gjelder til"
EXPIRED: Final = "{date}. Fristen er ute: be om et nytt kort"
NO_REVIEW: Final = "Ikke oppgitt"
PLAN: Final = "Plan"
PLAN_IS: Final = "{title}, {period}"
FOOT: Final = "{card} · {pack} · gjelder til {valid} · Er du i tvil, ring barnevernet og spør uten å si navn."
TOP_LABEL: Final = {"112": "Politi: barnet er i fare", "113": "Ambulanse: liv og helse", "110": "Brann"}

_DAYS: Final = {
    "Mo": "mandag",
    "Tu": "tirsdag",
    "We": "onsdag",
    "Th": "torsdag",
    "Fr": "fredag",
    "Sa": "lørdag",
    "Su": "søndag",
    "PH": "helligdager",
}
_RULE: Final = re.compile(r"(?P<days>[A-Z][A-Za-z,-]*)\s+(?P<times>off|[\d:,-]+)")
OFF: Final = "stengt på {days}"
OPEN: Final = "{days} kl. {times}"
ALL_DAY: Final = "{days} hele døgnet"
ALWAYS: Final = "Hele døgnet"


def hours_words(hours: str) -> str:
    """Opening hours in words; in their own syntax, and said to be so, where they are more than days and times."""
    if not hours:
        return NO_HOURS
    if hours == "24/7":
        return ALWAYS
    found = [_RULE.fullmatch(rule.strip()) for rule in hours.split(";") if rule.strip()]
    said = [_rule(rule["days"], rule["times"]) for rule in found if rule]
    if len(said) < len(found) or not all(said):
        return HOURS_RAW.format(hours=hours)
    return ". ".join(text[:1].upper() + text[1:] for text in said)


def _rule(days: str, times: str) -> str:
    parts = [part.split("-") for part in days.split(",")]
    if any(day not in _DAYS for part in parts for day in part):
        return ""
    named = listed(["–".join(_DAYS[day] for day in part) for part in parts])
    if times == "off":
        return OFF.format(days=named)
    if times == "00:00-24:00":
        return ALL_DAY.format(days=named)
    clock = listed([span.replace(":", ".").replace("-", "–") for span in times.split(",")])
    return OPEN.format(days=named, times=clock)


def years(value: str) -> str:
    """A range of ages in words."""
    low, dash, high = value.partition("-")
    return YEARS["span" if high and high != low else "from" if dash and not high else "one"].format(low=low, high=high)


def either(texts: Sequence[str]) -> str:
    """Answers that lead the same way, in one."""
    quoted = [ANSWER.format(answer=text) for text in texts]
    if len(quoted) < 2:
        return "".join(quoted)
    return EITHER.format(first=", ".join(quoted[:-1]), second=quoted[-1])


def listed(texts: Sequence[str]) -> str:
    """«a, b og c»."""
    if len(texts) < 2:
        return "".join(texts)
    return "{first} og {last}".format(first=", ".join(texts[:-1]), last=texts[-1])
