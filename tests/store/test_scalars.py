"""Norwegian scalars come out as they stand in the file: YAML gives them no types of its own."""

from __future__ import annotations

import unicodedata

import pytest

from guide.store.yaml_reader import Map, place_at, read

SCALARS = (
    "NO", "No", "no", "on", "off", "yes", "ON", "y", "n", "ja", "nei", "Ja", "Nei", "J", "N", "true", "False",
    "08:30", "8:30", "15:45", "24:00", "00:00", "1:59:59", "0150", "012", "0131", "0800", "02800", "08", "116 117",
    "116111", "116 006", "22 40 00 40", "01017012345", "+4755555555", "+47 55 55 55 55", "1.10", "1_000", "0x1F",
    "0o17",
    "0b11", ".5", "-0", "1e3", ".inf", ".NaN", "-1", "2024-08-15", "2024-02-30", "15.08.2024", "2026-11-22T15:30",
    "~", "null", "Null", "=", "Ring 110#viktig", "«Vet ikke»", "§ 13-2", "9a-4", "Mo-Fr 08:00-15:30; PH off", "24/7",
    "æøå ÆØÅ", "12–23 år", "bh-5c-hvem", "100 %",
)  # fmt: skip


def test_there_are_sixty() -> None:
    """The table holds at least 60 scalars, each once."""
    assert len(set(SCALARS)) == len(SCALARS) >= 60


@pytest.mark.parametrize("text", SCALARS)
def test_a_scalar_is_text_as_it_stands(text: str) -> None:
    """As a value, an item, a key and in a flow list, a plain scalar is the text of the file."""
    flow = text if ":" not in text and text != "=" else f'"{text}"'
    data = f"verdi: {text}\nliste:\n  - {text}\n{text}x: nøkkel\nrekke: [{flow}]\n"
    assert read(data.encode(), "a.yaml") == (
        {"verdi": text, "liste": [text], f"{text}x": "nøkkel", "rekke": [text]},
        (),
    )


def test_an_empty_value_is_empty_text() -> None:
    """A key without a value has the empty text, and so has an empty item."""
    assert read(b"a:\nb:\n  -\n  - c\n", "a.yaml") == ({"a": "", "b": ["", "c"]}, ())


def test_text_comes_out_in_normal_form() -> None:
    """A letter written as two signs is the same key and value as the letter itself."""
    tree, found = read(unicodedata.normalize("NFD", "få: blåbær").encode(), "a.yaml")
    assert (tree, found) == ({"få": "blåbær"}, ())


def test_escapes_and_blocks_are_read() -> None:
    """Quoted, folded and literal texts give the text that they stand for; CRLF is a line break."""
    data = b'a: "x\\ty\\u00e5"\r\nb: >-\r\n  en\r\n  to\r\nc: |\r\n  en\r\n  to\r\n'
    assert read(data, "a.yaml") == ({"a": "x\tyå", "b": "en to", "c": "en\nto\n"}, ())


def test_every_key_and_value_knows_its_place() -> None:
    """Each key, value and item gives its line and column, from 1."""
    tree, _ = read(b"a: b\nc:\n  - d\n  - {e: f}\n", "a.yaml")
    assert isinstance(tree, Map)
    assert [place_at(spot) for spot in tree.at] == [(1, 1), (1, 1), (1, 4), (2, 1), (3, 3)]
    items = tree["c"]
    assert not isinstance(items, str)
    assert [place_at(spot) for spot in items.at] == [(3, 3), (3, 5), (4, 5)]
