"""Frozen classes without generated code: they are what the standard library's frozen dataclasses are."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import dataclass, field

import pytest

from guide.core.record import as_dict, defaults_of, names_of, record, replace


@record
class Thing:
    """Something with a default and a dict of its own."""

    id: str
    size: int = 0
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The id, said louder."""
        return self.id.upper()


@record
class Larger(Thing):
    """Something that has what another has, and more."""

    note: str = ""


@record
class Checked:
    """Something that is looked at when it is made."""

    text: str

    def __post_init__(self) -> None:
        if not self.text:
            raise ValueError("no text")
        object.__setattr__(self, "text", self.text.strip())


@dataclass(frozen=True, slots=True)
class Twin:
    """The same fields as `Thing`, made by the standard library."""

    id: str
    size: int = 0
    parts: dict[str, str] = field(default_factory=dict)


def test_fields_come_by_place_and_by_name_with_defaults() -> None:
    """As many as are given; the rest has its default, and what is to be made anew is another one each time."""
    thing = Thing("a", parts={"x": "y"})
    assert (thing.id, thing.size, thing.parts, thing.title) == ("a", 0, {"x": "y"}, "A")
    assert Thing("a").parts is not Thing("a").parts
    assert Larger("a", 1, {}, "n") == Larger(note="n", parts={}, size=1, id="a")


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("a", 1, {}, "more"), {}), (("a",), {"id": "b"}), (("a",), {"colour": "red"}), ((), {"size": 2})],
)
def test_wrong_fields_are_refused_as_by_the_standard_library(
    given: tuple[object, ...], named: dict[str, object]
) -> None:
    """Too few, too many, twice, unknown."""
    for kind in (Thing, Twin):
        with pytest.raises(TypeError):
            kind(*given, **named)  # type: ignore[arg-type]


def test_nothing_changes_afterwards() -> None:
    """No field is set or deleted, and nothing is added."""
    thing = Thing("a")
    for name in ("id", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(thing, name, "b")
    with pytest.raises(dataclasses.FrozenInstanceError):
        del thing.id
    assert not hasattr(thing, "__dict__")
    assert not hasattr(Larger("a"), "__dict__")


def test_equal_is_what_has_the_same_kind_and_fields() -> None:
    """Another kind with the same fields is not equal; what is equal has the same hash."""
    assert Thing("a", 1) == Thing("a", 1)
    assert Thing("a", 1) != Thing("a", 2)
    assert Thing("a") != Larger("a")
    other: object = Twin("a")
    assert Thing("a") != other
    assert hash(Checked("a")) == hash(Checked(" a "))


def test_what_is_looked_at_when_made_is_looked_at() -> None:
    """`__post_init__` runs, also on what is changed."""
    assert Checked(" a ").text == "a"
    with pytest.raises(ValueError, match="no text"):
        replace(Checked("a"), text="")


def test_it_is_copied_pickled_and_shown() -> None:
    """As values are."""
    thing = Larger("a", 1, {"x": "y"}, "n")
    assert pickle.loads(pickle.dumps(thing)) == thing  # noqa: S301
    assert copy.deepcopy(thing) == thing
    assert repr(Checked("a")) == "Checked(text='a')"


def test_the_standard_library_takes_it_for_a_dataclass() -> None:
    """`fields`, `replace`, `asdict`, and a dataclass that has it as a base."""
    thing = Larger("a", 1, {"x": "y"})
    assert (
        [part.name for part in dataclasses.fields(thing)] == list(names_of(Larger)) == ["id", "size", "parts", "note"]
    )
    assert dataclasses.replace(thing, size=2) == replace(thing, size=2) == Larger("a", 2, {"x": "y"})
    assert dataclasses.asdict(thing) == as_dict(thing) == {"id": "a", "size": 1, "parts": {"x": "y"}, "note": ""}
    assert dict(defaults_of(Larger)) == {"size": 0, "parts": {}, "note": ""}

    @dataclass(frozen=True, slots=True)
    class Below(Thing):
        """A dataclass with a record above it."""

        more: str = ""

    assert Below("a", 1, {}, "b").more == "b"


def test_a_field_without_a_default_stands_before_those_with_one() -> None:
    """The order of a call must not be a guess."""
    with pytest.raises(TypeError):

        @record
        class Wrong:
            """The order is wrong."""

            first: str = ""
            second: str  # type: ignore[misc]
