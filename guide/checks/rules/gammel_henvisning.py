"""En henvisning som ikke gjelder lenger

## Hva
Lover får nye numre, og etater bytter navn. Lista `superseded` i trees/felles/laws.yaml har det gamle og det som
gjelder nå. Regelen finner det gamle i alle tekster, også skrevet «§ 6-4 i barnevernloven» eller «Barnevernlovens §
6-4».

Et notat (`note`, `notes` eller `basis`) kan nevne det gamle for å forklare det. Da må notatet også si at det er
gammelt, med et ord som «gamle», «tidligere», «før» eller «erstattet», eller nevne det som gjelder nå.

## Hvorfor
En paragraf som er byttet ut, kan i dag handle om noe helt annet. Den som slår opp, finner feil regel.

## Feil
```yaml
    do: [Meld etter barnevernloven § 6-4]
```

## Slik retter du
Skriv henvisningen som gjelder nå. Mangler en gammel henvisning i lista, så legg den til der.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from guide.checks.prose import place_of
from guide.checks.rule import Subject, Words
from guide.checks.texts import EXPLAINS, kind_of
from guide.core.findings import ERROR, Finding

SAYS_OLD: Final = re.compile(
    r"\b(?:gamle|gammel|gammelt|eldre|tidligere|erstattet|opphevet|utgått|byttet|før|forrige|ikke lenger)\b|"
    r"\bfra 20[0-9]{2}\b",
    re.IGNORECASE,
)
_ACT: Final = ("lova", "loven")
WORDS = Words(
    "gammel-henvisning",
    ERROR,
    "«{old}» gjelder ikke lenger.",
    "Enten skriver du «{now}», eller så forklarer du i et notat at det er gammelt.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Old references, except in notes that say so."""
    known = [(_tokens(old), pattern(old), _now(subject, now)) for old, now in subject.content.superseded]
    # most texts hold none, and patterns are slow: the longest part of each is looked for first, then all of them
    rarest = re.compile(
        "|".join({re.escape(max(tokens, key=len) if "§" not in tokens else "§") for tokens, _, _ in known})
    )
    for value in subject.prose if known else ():
        small = value.text.lower()
        if not rarest.search(small):
            continue
        told = set()
        for tokens, old, now in known:
            for found in old.finditer(value.text) if all(token in small for token in tokens) else ():
                explained = SAYS_OLD.search(value.text) or now.lower() in small
                if found.start() in told or (kind_of(value) in EXPLAINS and explained):
                    continue
                told.add(found.start())
                yield WORDS.say(value.file, place_of(subject.spots, value, found.start()), old=found[0], now=now)


def _now(subject: Subject, now: str) -> str:
    """What took its place, as it is written in a text."""
    law = subject.content.laws.get(now)
    return law.title if law else now


def _tokens(old: str) -> tuple[str, ...]:
    """Parts that every way to write a reference has: the sign or the words, and the numbers."""
    _, sign, number = old.partition("§")
    parts = re.findall(r"[0-9]+", number) if sign else re.findall(r"[0-9]+|[^\W0-9]{3,}", old)
    stems = (re.sub(r"(?:a|en|n)$", "", part.lower()) for part in parts)
    return tuple(stem for stem in (sign, *stems) if stem)


def pattern(old: str) -> re.Pattern[str]:
    """An old reference as it may be written: other spaces, other endings, the paragraph before the law."""
    law, sign, number = old.partition("§")
    if not sign:
        text = old.strip()
        return re.compile(_law(text) + r"s?\b" if text.endswith(_ACT) else _end(_loose(text)), re.IGNORECASE)
    paragraph = rf"§{{1,2}}\s*(?:[0-9][\w -]*?(?:,|\bog\b)\s*)?{_loose(number.strip())}(?![\w-])"
    if not law.strip():
        return re.compile(paragraph, re.IGNORECASE)
    name = _law(law.strip())
    return re.compile(rf"\b{name}s?\s*{paragraph}|{paragraph}\s+(?:i|etter)\s+{name}\b", re.IGNORECASE)


def _law(name: str) -> str:
    """The name of an act with both endings, -lova and -loven; an abbreviation with or without its point."""
    if name.endswith(_ACT):
        return rf"\b{re.escape(re.sub('(?:a|en)$', '', name))}(?:a|en)"
    return rf"\b{re.escape(name.removesuffix('.'))}\.?"


def _loose(text: str) -> str:
    """A text with any or no blanks between its parts: «9 A-4», «9A-4», «9a-4», and a blank for a hyphen of a name."""
    parts = re.findall(r"[0-9]+|[^\W0-9]+|[^\w\s]", text)
    spaced = [re.escape(parts[0])]
    for before, part in pairwise(parts):
        words = before.isalpha() and part.isalpha()
        spaced.append((r"\s+" if words else r"\s*") + ("[- ]" if part == "-" and before.isalpha() else re.escape(part)))
    return "".join(spaced)


def _end(text: str) -> str:
    """A word that may go on (fylkesmannens), a number that may not."""
    return rf"\b{text}(?:s|en|et|ene|ens)?\b" if text[-1].isalpha() else rf"\b{text}(?![\w-])"
