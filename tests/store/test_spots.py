"""Everything in a file can be named by line and column, whatever state the file is in."""

from __future__ import annotations

from guide.core.places import NOWHERE, Place, Value
from guide.store.load import load_with_places
from guide.store.sources import Sources
from guide.store.spots import Trees
from tests.store.small import FILES

CARD = "trees/by/kort.yaml"


def trees(changed: dict[str, str] | None = None) -> Trees:
    """The trees of the small folder, with files changed."""
    files = {**FILES, **(changed or {})}
    return load_with_places(Sources({name: text.encode() for name, text in files.items()}, (), "")).spots


def under(spots: Trees, file: str, place: Place) -> str:
    """The text that stands at a place."""
    return spots.lines(file)[place.line - 1][place.column - 1 :]


def test_values_and_keys_are_found_at_their_letter() -> None:
    """A value, its key, an item of a list, and a key in a mapping on one line."""
    spots = trees()
    assert under(spots, CARD, spots.at(CARD, "nodes", "del", "task")).startswith("Del det")
    assert under(spots, CARD, spots.key(CARD, "nodes", "del", "task")).startswith("task:")
    assert under(spots, CARD, spots.at(CARD, "nodes", "del", "does", 0)).startswith("contacts_leader]")
    assert under(spots, CARD, spots.key(CARD, "alarms", "felles/akutt", "trygt")).startswith("trygt: back")


def test_what_is_not_there_has_the_place_of_its_holder() -> None:
    """A key that is missing is told of where it should have stood; a file that is missing has no place."""
    spots = trees()
    assert under(spots, CARD, spots.at(CARD, "nodes", "del", "borte")).startswith("point:")
    assert spots.at("trees/by/borte.yaml", "nodes") == NOWHERE
    assert spots.key("trees/by/borte.yaml", "nodes") == NOWHERE
    assert list(spots.values("trees/by/borte.yaml")) == []
    assert list(spots.lines("trees/by/borte.yaml")) == []


def test_every_value_is_told_with_its_way() -> None:
    """Texts in lists and mappings, in the order of the file, each with the keys that lead there."""
    values = list(trees().values("contacts/by.yaml"))
    assert values[:3] == [
        Value("contacts/by.yaml", ("format",), "1"),
        Value("contacts/by.yaml", ("pack",), "by"),
        Value("contacts/by.yaml", ("contacts", 0, "id"), "barnevern"),
    ]


def test_a_file_of_the_wrong_shape_is_still_seen() -> None:
    """Texts of a card that is out of use can be checked; those of a file that is no YAML cannot, but it is there."""
    spots = trees({CARD: "format: 1\ntitle: Hei\n", "trees/by/annet.yaml": "a: ["})
    assert [value.text for value in spots.values(CARD)] == ["1", "Hei"]
    assert "trees/by/annet.yaml" not in spots.files()
    assert "trees/by/annet.yaml" in spots.written()
    assert list(spots.lines("trees/by/annet.yaml")) == ["a: ["]


def test_lines_are_those_an_editor_counts() -> None:
    """CRLF counts as one end of a line, and bytes that are no UTF-8 are replaced."""
    spots = Trees({}, {"a.yaml": b"en\r\nto\r\n", "b.yaml": b"bl\xe5"})
    assert list(spots.lines("a.yaml")) == ["en", "to", ""]
    assert list(spots.lines("b.yaml")) == ["bl\ufffd"]
