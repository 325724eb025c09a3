"""Det som ligner navnet på en person

## Hva
Innholdet skal ha roller, ikke navn. Regelen har ingen liste over navn. Den ser etter to ting: to ord med stor bokstav
etter hverandre inne i en setning, og ett ord med stor bokstav rett etter en rolle eller et ord som «ring» eller
«heter».

Unntatt er navn på kommuner, tjenester og kilder, ord som slutter slik steder gjør («Helsestasjon», «Familiens hus»), og
ord som ellers skrives med liten bokstav i innholdet. Regelen finner ikke alle navn, og den kan ta feil. Derfor er det
et varsel.

## Hvorfor
Folk slutter og bytter jobb. Da står det feil navn. Og navnet på noen som har med en sak å gjøre, skal aldri stå i et
kort.

## Feil
```yaml
    contact: {rektor: Ring Kari Nordmann}
```

## Slik retter du
Skriv rollen i stedet for navnet. Er det navnet på et sted eller en tjeneste, skriv det som `title` i services.yaml
eller som navn på kommunen i pack.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guide.checks.prose import place_of
from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding

_NAME: Final = r"[A-ZÆØÅÉ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøå]+)?"
TWO: Final = re.compile(rf"\b{_NAME}(?: (?:[A-ZÆØÅ]\. )?{_NAME})+\b")
AFTER: Final = re.compile(
    r"\b(?i:ring|heter|kontakt|spør|hilsen|styrer|rektor|lærer|kontaktlærer|helsesykepleier|leder|koordinator|"
    rf"SLT-koordinator|saksbehandler|snakk med|snakke med|v/) ?(?<=[ /])({_NAME})\b"
)
PLACE: Final = re.compile(
    r"(?:kontor|senter|skole|barnehage|tjenest\w*|stasjon|vakta?|team|hus|linj\w*|telefon\w*|kommune|avdeling|forening|råd"
    r"|etat|hjelpa?|helse|lova?|loven)(?:en|et|a|s)?$"
)
"""Ends of words for places and services, which are written with capitals too."""
_WORD: Final = re.compile(r"[A-Za-zÆØÅæøåÉé-]+")
WORDS = Words(
    "personnavn",
    WARNING,
    "«{name}» ligner navnet på en person.",
    "Enten skriver du rollen i stedet, eller så fører du det opp som navnet på et sted eller en tjeneste.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """What looks like a name, by its capitals."""
    texts = subject.prose
    known = _known(subject) | {word for value in texts for word in _WORD.findall(value.text) if word[0].islower()}
    for value in texts:
        hits = {}
        for found in TWO.finditer(value.text):
            words = found[0].split()
            # the first word of a sentence has its capital whatever it is
            drop = _begins(value.text, found.start()) and (len(words) > 2 or _is_known(words[0], known))
            words = words[drop:]
            if len(words) > 1 and not any(_is_known(word, known) for word in words):
                hits[found.end() - len(" ".join(words))] = " ".join(words)
        for found in AFTER.finditer(value.text):
            if not _is_known(found[1], known):
                hits.setdefault(found.start(1), found[1])
        for start, name in _apart(hits):
            yield WORDS.say(value.file, place_of(subject.spots, value, start), name=name)


def _known(subject: Subject) -> set[str]:
    """Words of the names that the content itself gives places, services and sources."""
    content = subject.content
    names = [pack.name for pack in content.packs.values()] + [pack.plan for pack in content.packs.values()]
    names += [service.title for service in content.services.values()]
    names += [text for law in content.laws.values() for text in (law.title, law.basis)]
    return {word.lower() for name in names for word in _WORD.findall(name)}


def _is_known(word: str, known: set[str]) -> bool:
    """Whether a word is also written small somewhere, is part of a known name («Stanges» too), or names a place."""
    small = word.lower()
    return small in known or small.removesuffix("s") in known or PLACE.search(small) is not None


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`."""
    before = text[:start].rstrip(" «\"'(")
    return not before or before[-1] in ".:!?–"


def _apart(hits: dict[int, str]) -> Iterator[tuple[int, str]]:
    """The hits, without those that lie inside another."""
    end = -1
    for start, name in sorted(hits.items()):
        if start >= end:
            end = start + len(name)
            yield start, name
