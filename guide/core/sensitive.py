"""What in a text may tell who somebody is: identity numbers, telephone numbers, e-mail, what looks like a full name.

For a warning before something is stored; it never blocks. Numbers are found by what they are; names only by their
capitals, so many are missed: whoever shows the warning says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from guide.core.record import record

IDENTITY, PHONE, EMAIL, NAME = "identity", "phone", "email", "name"


@record
class Hit:
    """A place in a text, from `start` up to `end`."""

    kind: str
    start: int
    end: int


_GAP: Final = r"[ \u00a0.\-–/]{0,3}"
_ELEVEN: Final = re.compile(rf"(?<![0-9])(?<![0-9][.,/-])[0-9](?:{_GAP}[0-9]){{10}}(?![0-9])(?![./-][0-9])")
_ACCOUNT: Final = re.compile(r"[0-9]{4}[ \u00a0.][0-9]{2}[ \u00a0.][0-9]{5}")
_APART: Final = re.compile(
    r"[0-9]{6}[ \u00a0.\-–/]{1,3}[0-9]{5}|[0-9]{2}([ .])[0-9]{2}\1[0-9]{2}[ \u00a0.\-–/]{0,3}[0-9]{5}"
)
_CALLED: Final = re.compile(
    r"(?i)(?:f(?:ø|oe?)dsels?(?:nummer|nr|n)|person(?:nummer|nr)|[dh]-?(?:nummer|nr)|fnr|pnr|dnr)\b[^0-9]{0,12}$"
)
"""What stands before a number that says itself what it is."""
_OTHER: Final = re.compile(
    r"(?i)(?:konto(?:nummer|nr)?|kid|faktura|ordre|org(?:anisasjons)?)\.?[- ]?(?:nr|nummer)?\.?:? ?$"
)
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS_ADDED: Final = (0, 40, 65, 80)
"""H-numbers have 40 added to the month, synthetic ones of various registers 40, 65 or 80."""
_DAYS_ADDED: Final = (0, 40)
"""D-numbers have 40 added to the day."""
_FIRST: Final = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND: Final = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)

_PHONE: Final = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.,/-])(?:(?:\+|00)[ ]?47[ \u00a0]?)?"
    r"(?:[2-79][0-9](?:[ \u00a0][0-9]{2}){3}|[49][0-9]{2}[ \u00a0][0-9]{2}[ \u00a0][0-9]{3}|[2-79][0-9]{7})"
    r"(?![0-9])(?![./-][0-9])"
    r"|(?<![0-9A-Za-z])(?:\+|00)[1-9](?:[ \u00a0-]?[0-9]){7,13}(?![0-9])"
)
_EMAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_UPPER: Final = r"[A-ZÆØÅÉ\u00c1\u010c\u0110\u0160\u017d]"
_LOWER: Final = r"[a-zæøåéèüöäá\u010d\u0111\u014b\u0161\u0167\u017e]"
"""The Sámi letters among them."""
_CAPITAL: Final = rf"{_UPPER}{_LOWER}+(?:-{_UPPER}{_LOWER}+)?"
_TWO: Final = re.compile(rf"\b{_CAPITAL}(?: (?:{_UPPER}\. )?{_CAPITAL})+\b")
_AFTER: Final = re.compile(rf"\b(?:heter|navnet er|navn:|som het) ({_CAPITAL})\b")
_PLACE: Final = re.compile(
    r"(?:kontor|senter|skole|barnehage|tjenest\w*|stasjon|vakta?|team|hus|linj\w*|telefon\w*|kommune|avdeling|forening|råd"
    r"|etat|hjelpa?|helse|lova?|loven|plan|kort|møte)(?:en|et|a|s)?$"
)


def find(text: str, known: frozenset[str] = frozenset()) -> tuple[Hit, ...]:
    """Every such place, in the order of the text; none inside another. `known`: services' digits."""
    hits: list[Hit] = []
    finders = (_identities(text), _emails(text), _phones(text, known), _names(text))
    for hit in (hit for finder in finders for hit in finder):
        if not any(hit.start < other.end and other.start < hit.end for other in hits):
            hits.append(hit)
    return tuple(sorted(hits, key=lambda hit: hit.start))


def blanked(text: str, hits: tuple[Hit, ...]) -> str:
    """`text` with three dots in the place of each hit."""
    for hit in reversed(hits):
        text = f"{text[: hit.start]}•••{text[hit.end :]}"
    return text


def _identities(text: str) -> Iterator[Hit]:
    """Eleven digits that begin with a date as identity numbers write it. Written as one block, the check digits decide
    (today's rule or that of 2032); written six and five, or called by its name, the date is enough: one digit wrong
    still shows who it is."""
    for found in _ELEVEN.finditer(text):
        digits = "".join(letter for letter in found[0] if letter.isdigit())
        before = text[max(0, found.start() - 30) : found.start()]
        if not _dated(digits) or _OTHER.search(before) or _ACCOUNT.fullmatch(found[0]):
            continue
        if _APART.fullmatch(found[0]) or _CALLED.search(before) or _checked(digits):
            yield Hit(IDENTITY, found.start(), found.end())


def _dated(digits: str) -> bool:
    day, month = int(digits[:2]), int(digits[2:4])
    return any(
        1 <= month - months <= 12 and 1 <= day - days <= _DAYS[month - months - 1]
        for days in _DAYS_ADDED
        for months in _MONTHS_ADDED
    )


def _checked(digits: str) -> bool:
    """Whether the check digits are right; from 2032 the first sum may leave 0, 1, 2 or 3."""
    numbers = [int(digit) for digit in digits]
    first = sum(a * b for a, b in zip(_FIRST, numbers, strict=False)) % 11
    second = sum(a * b for a, b in zip(_SECOND, numbers, strict=True)) % 11
    return first <= 3 and second == 0


def _phones(text: str, known: frozenset[str]) -> Iterator[Hit]:
    for found in _PHONE.finditer(text):
        digits = "".join(letter for letter in found[0] if letter.isdigit())
        if digits[-8:] not in known and not _is_day(found[0]):
            yield Hit(PHONE, found.start(), found.end())


def _is_day(text: str) -> bool:
    """20261125 is a day."""
    try:
        return text.isdigit() and len(text) == 8 and 1900 <= date.fromisoformat(text).year < 2100
    except ValueError:
        return False


def _emails(text: str) -> Iterator[Hit]:
    return (Hit(EMAIL, found.start(), found.end()) for found in _EMAIL.finditer(text))


def _names(text: str) -> Iterator[Hit]:
    for found in _TWO.finditer(text):
        words = found[0].split()
        if not any(_PLACE.search(word.lower()) for word in words):
            yield Hit(NAME, found.start(), found.end())
    for found in _AFTER.finditer(text):
        yield Hit(NAME, found.start(1), found.end(1))
