"""Words as the search sees them: one case, one form, and which of two words can be meant by the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

LEAST_STEM: Final = 4
"""A word that nothing begins with is shortened from its end to this many letters: «mobbet» finds «mobbing»."""
SURE: Final = 5
"""From so many letters a word of search.yaml is known by its beginning: «mobbinga» is «mobbing»."""
SLIPS: Final = ((9, 2), (5, 1))
"""(letters, slips): how many wrong, missing, added or swapped letters a word of so many letters may have."""

FORMS: Final = (
    ("barnevernstenest", "barneverntjenest"),
    ("barnevernstjenest", "barneverntjenest"),
    ("barneverntenest", "barneverntjenest"),
    ("teieplikt", "taushetsplikt"),
    ("tieplikt", "taushetsplikt"),
    ("verkedag", "virkedag"),
    ("yrkedag", "virkedag"),
    ("føresett", "foresatt"),
    ("skule", "skole"),
    ("heim", "hjem"),
    ("vald", "vold"),
    ("frå", "fra"),
    ("sjølv", "selv"),
    ("tverrfagleg", "tverrfaglig"),
    ("utan", "uten"),
    ("ikkje", "ikke"),
    ("åleine", "alene"),
)
"""(nynorsk or an older form, bokmål) as a word begins: the education act is in nynorsk, the others in bokmål."""

_EVERYDAY: Final = (
    "å jeg du vi han hun den det de et en ei er og i på til for av om med som at har kan skal må vil ikke hva hvem "
    "eg ho dei ein eit frå fra kva kven seg få får ha noe noen noko nokon når hvor hvordan hvorfor kor korleis kvifor"
)
PASSED_OVER: Final = frozenset(_EVERYDAY.split())
"""Words that say nothing of what is looked for."""

_WORD = re.compile(r"[^\W_]+")


def split(text: str) -> list[str]:
    """The words of a text, folded to one case and one form; æ, ø and å stay what they are."""
    return [form(word) for word in _WORD.findall(text.casefold())]


def form(word: str) -> str:
    """A word that begins in nynorsk or an older way, as bokmål has it."""
    for other, usual in FORMS:
        if word.startswith(other):
            return usual + word[len(other) :]
    return word


def says(said: str, word: str) -> bool:
    """Whether `word` is what is said, its beginning as one types, or a form of it."""
    return (
        said == word
        or (len(word) >= LEAST_STEM and said.startswith(word))
        or (len(said) >= SURE and word.startswith(said))
    )


def slips_allowed(word: str) -> int:
    """How many slips a word may have and still be known."""
    return next((slips for letters, slips in SLIPS if len(word) >= letters), 0)


def close_ones(word: str, known: Iterable[str]) -> list[str]:
    """The known words that `word` is with the fewest slips, or begins with them; none where it is too far from all."""
    most = slips_allowed(word)
    best: list[str] = []
    for other in known:
        if not _may_be(word, other, most):
            continue
        far = slips(word, other, most)
        if far < most:
            best, most = [other], far
        elif far == most and far:
            best.append(other)
    return best


def _may_be(word: str, other: str, most: int) -> bool:
    """A quick look: the first letter or the second is right, and one is not much shorter than the other."""
    return most > 0 and len(other) >= len(word) - most and (word[0] == other[0] or word[1] == other[1])


def slips(word: str, other: str, most: int) -> int:
    """The fewest slips by which `word` becomes `other` or a beginning of it; more than `most` where it is too far.

    A slip is a letter wrong, missing, added, or swapped with the next.
    """
    other = other[: len(word) + most]
    before, above = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, there in enumerate(other, 1):
            least = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != there))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == there:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
        before, above = above, row
    return min(above)
