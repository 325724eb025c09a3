"""Numbers that tell who somebody is are noticed however they are written; other numbers are left alone."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from guide.core.sensitive import EMAIL, IDENTITY, NAME, PHONE, blanked, find
from tests.cases.numbers import KINDS, WRITINGS, account, identity_number, organisation

AROUND = ("{}", "Barnet har fnr {}.", "Mor sa at {} er nummeret.", "({})", "Gjelder:{}")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_ten_thousand_identity_numbers_are_noticed(kind: str) -> None:
    """Two thousand of each kind, each in five writings: at least 99.9 % of them."""
    dice = random.Random(kind)
    missed = []
    for number in range(2000):
        digits = identity_number(kind, dice)
        for writing in WRITINGS:
            text = AROUND[number % len(AROUND)].format(writing(digits))
            if not any(hit.kind == IDENTITY for hit in find(text)):
                missed.append(text)
    assert len(missed) <= 2000 * len(WRITINGS) // 1000, missed[:5]


NEGATIVES: dict[str, Callable[[random.Random], str]] = {
    "telephone": lambda d: (
        f"{d.choice('2345679')}{d.randrange(10):01} {d.randrange(100):02} {d.randrange(100):02} {d.randrange(100):02}"
    ),
    "telephone with country": lambda d: f"+47 {d.choice('49')}{d.randrange(10**7):07}",
    "account": account,
    "account by name": lambda d: f"kontonummer {account(d).replace('.', '')}",
    "organisation": organisation,
    "day": lambda d: f"{d.randrange(1, 29):02}.{d.randrange(1, 13):02}.{d.randrange(2000, 2030)}",
    "day and time": lambda d: f"2026-11-{d.randrange(1, 31):02} {d.randrange(24):02}:{d.randrange(60):02}",
    "case number": lambda d: f"2026/{d.randrange(10**5):05}",
    "postcode and amount": lambda d: f"{d.randrange(10**4):04} og {d.randrange(10**6)} kroner",
    "long number": lambda d: f"{d.randrange(10**13, 10**14)}",
}


def test_five_hundred_other_numbers_are_no_identity_numbers() -> None:
    """Fifty of each of ten kinds: not one."""
    dice = random.Random(500)
    wrong = [
        (kind, text)
        for kind, make in NEGATIVES.items()
        for text in (make(dice) for _ in range(50))
        if any(hit.kind == IDENTITY for hit in find(f"Se {text} i dag"))
    ]
    assert wrong == []


@pytest.mark.parametrize("number", ["02013299997", "30108299920", "30108299939"])
def test_the_tax_administrations_examples_are_noticed(number: str) -> None:
    """Numbers of the rule of 2032, in one block."""
    assert [hit.kind for hit in find(number)] == [IDENTITY]


def test_a_slip_of_the_keys_hides_no_number_written_as_one() -> None:
    """One wrong digit in the last five: written six and five, or called what it is, it is noticed all the same."""
    for text in ("010115 12345", "01.01.15-12345", "fødselsnummer 01011512345", "dnr: 41011512345"):
        assert [hit.kind for hit in find(text)] == [IDENTITY]


@pytest.mark.parametrize(
    "text", ["41234567", "412 34 567", "22 33 44 55", "+47 41234567", "0047 412 34 567", "+46 70 123 45 67"]
)
def test_telephones_are_noticed(text: str) -> None:
    """Eight digits in the usual groups, and those of other countries."""
    hits = find(f"Ring {text} nå")
    assert [(hit.kind, hit.start, hit.end) for hit in hits] == [(PHONE, 5, 5 + len(text))]


@pytest.mark.parametrize(
    "text", ["112", "116 117", "116111", "02800", "20261125", "25.11.2026", "1 000 000", "15:30", "2026/12345"]
)
def test_other_numbers_are_no_telephones(text: str) -> None:
    """Emergency numbers, days, amounts, cases."""
    assert find(f"Se {text} nå") == ()


@pytest.mark.parametrize("text", ["kari@hjemme.no", "k.n+x@post.stange.kommune.no", "åse@blå.no"])
def test_mail_is_noticed(text: str) -> None:
    """Norwegian letters too."""
    assert [hit.kind for hit in find(f"Skriv til {text}.")] == [EMAIL]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I dag var det Kari Nordmann som hentet", "Kari Nordmann"),
        ("Han heter Ola og er seks", "Ola"),
        ("Far heter Ánde Čáhppe, sa han", "Ánde Čáhppe"),
        ("Mor, Åse-Marie M. Østby, ringte", "Åse-Marie M. Østby"),
    ],
)
def test_full_names_are_noticed(text: str, name: str) -> None:
    """By their capitals."""
    assert [text[hit.start : hit.end] for hit in find(text) if hit.kind == NAME] == [name]


@pytest.mark.parametrize(
    "text", ["Jeg ringte. Han var stille", "Vi var på Stange Skole i dag", "Hamar Barnevernstjeneste svarte", ""]
)
def test_other_capitals_are_no_names(text: str) -> None:
    """Sentences, and places that end as places do."""
    assert find(text) == ()


def test_each_is_blanked_where_it_stands() -> None:
    """Several in one text, none inside another, the rest as it was."""
    text = "Fnr 01019012480, tlf 412 34 567, mor@hjemme.no."
    hits = find(text)
    assert [hit.kind for hit in hits] == [IDENTITY, PHONE, EMAIL]
    assert blanked(text, hits) == "Fnr •••, tlf •••, •••."


def test_a_long_text_is_quick() -> None:
    """Eight thousand signs of digits and gaps: no more work than their number."""
    for text in ("1 " * 4000, "1" * 8000, "a.b@" * 2000, "Aa " * 2600, "+4" * 4000):
        assert len(find(text)) < 3000
