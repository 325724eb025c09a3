"""Lists and exercises in a comparison: what has come, gone or changed, in words, and what is no change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from guide.checks.diff.listed import listed_changes
from guide.checks.diff.versions import side_by_side
from guide.checks.diff.whole import Changes
from guide.core.content import Content
from guide.core.exercise import Exercise
from guide.core.record import replace
from guide.service.diffing.diffing import as_data
from guide.service.diffing.lists import listed_sections
from guide.service.diffing.texts import as_markdown, as_text
from guide.store.load import load_exercises
from guide.store.sources import read_exercises

ROOT = Path(__file__).resolve().parents[2]
Exercises = Mapping[str, Exercise]
NONE: Exercises = {}


@pytest.fixture(scope="module")
def exercises() -> Exercises:
    """The shipped exercises."""
    return load_exercises(read_exercises(ROOT))[0]


def changes(old: Content, new: Content, before: Exercises = NONE, after: Exercises = NONE) -> Changes:
    """What changes in lists and exercises, and nothing else."""
    return Changes(side_by_side(old, new), listed=list(listed_changes(old, new, before, after)))


def told(found: Changes) -> list[str]:
    """All of it as lines, without space."""
    return [line.strip() for line in as_text(found) if line.strip()]


def with_entry(content: Content, kind: str, named: str, part: str, index: int, /, **changed: Any) -> Content:
    """The content with one entry of a list in other values; without it where nothing is given."""
    lists = dict(getattr(content, kind))
    own = list(getattr(lists[named], part))
    own[index : index + 1] = [replace(own[index], **changed)] if changed else []
    lists[named] = replace(lists[named], **{part: tuple(own)})
    return replace(content, **{kind: lists})


ENTRIES = [
    ("measures", "stange/tiltak", "measures", {"status": "planned"}, "Status. Før: I bruk. Nå: Under planlegging."),
    ("measures", "stange/tiltak", "measures", {"ages": (3, 5)}, "Alder. Før: Ikke oppgitt. Nå: 3-5."),
    ("arenas", "stange/motearenaer", "arenas", {"leader": "Rektor"}, "Nå: Rektor."),
    ("factors", "felles/faktorer", "factors", {"at": "surroundings"}, "Nå: Rundt barnet."),
    ("terms", "felles/ord", "terms", {"forms": ("annet ord",)}, "Nå: annet ord."),
    ("lists", "stange/tegn", "signs", {"points_at": ("vold",)}, "Nå: vold."),
]


@pytest.mark.parametrize(("kind", "name", "part", "changed", "says"), ENTRIES)
def test_an_entry_that_is_another_is_told(
    shipped: Content, kind: str, name: str, part: str, changed: dict[str, Any], says: str
) -> None:
    """Each kind of list: the list's title, the entry's name, and the value before and now in words."""
    new = with_entry(shipped, kind, name, part, 0, **changed)
    found = changes(shipped, new)
    assert not found.nothing
    lines = told(found)
    entry = getattr(getattr(new, kind)[name], part)[0]
    assert lines[0] == getattr(new, kind)[name].title
    assert next(getattr(entry, key) for key in ("name", "term", "text") if hasattr(entry, key)) in lines[1]
    assert any(says in line for line in lines), lines


@pytest.mark.parametrize(("kind", "name", "part", "_changed", "_says"), ENTRIES)
def test_an_entry_that_comes_or_goes_is_told(
    shipped: Content, kind: str, name: str, part: str, _changed: object, _says: object
) -> None:
    """One more is new in the one direction, and gone in the other."""
    less = with_entry(shipped, kind, name, part, 0)
    assert told(changes(less, shipped))[1].startswith("Nytt: «")
    assert told(changes(shipped, less))[1].startswith("Borte: «")


def test_a_whole_list_and_a_topic(shipped: Content) -> None:
    """A list that has come is one line with its size; topics have a heading of their own."""
    measures = {name: each for name, each in shipped.measures.items() if name != "stange/tiltak"}
    topics = {name: each for name, each in shipped.topics.items() if name != "okonomi"}
    less = replace(shipped, measures=measures, topics=topics)
    lines = told(changes(less, shipped))
    count = len(shipped.measures["stange/tiltak"].measures)
    assert lines[:2] == [shipped.measures["stange/tiltak"].title, f"Ny liste. Antall: {count}."]
    assert lines[2:] == ["Hva en bekymring kan gjelde", f"Nytt: «{shipped.topics['okonomi'].title}»"]


def test_an_order_of_its_own_and_other_words_change_nothing_for_staff(shipped: Content) -> None:
    """Turned round, a list says the same; a new description is told, under the line that nothing changes."""
    own = shipped.measures["stange/tiltak"]
    turned = replace(own, measures=own.measures[::-1])
    assert not changes(shipped, replace(shipped, measures={**shipped.measures, "stange/tiltak": turned})).listed
    found = changes(shipped, with_entry(shipped, "measures", "stange/tiltak", "measures", 0, about="Skrevet om."))
    assert found.nothing
    assert any("Nå: «Skrevet om»." in line for line in told(found))


def test_exercises_are_told_apart_from_their_words(shipped: Content, exercises: Exercises) -> None:
    """New, gone, another level, another way, and a story written anew; JSON does not carry the story."""
    name, *rest = exercises
    one = exercises[name]
    assert told(changes(shipped, shipped, {k: exercises[k] for k in rest}, exercises)) == [
        "Øvelser", f"Nytt: «{one.title}»"
    ]  # fmt: skip
    harder = {**exercises, name: replace(one, level="lett" if one.level != "lett" else "krevende")}
    assert any(line.startswith("Nivå. Før: ") for line in told(changes(shipped, shipped, exercises, harder)))
    shorter = {**exercises, name: replace(one, way=one.way[:-1])}
    assert "Den riktige veien er en annen." in told(changes(shipped, shipped, exercises, shorter))
    other = {**exercises, name: replace(one, discuss=("Hva gjør dere nå?",))}
    found = changes(shipped, shipped, exercises, other)
    assert "Historien eller tilbakemeldingene er skrevet om." in told(found)
    assert found.nothing
    assert as_data(found)["lists"][0]["changes"] == [("words", (), ())]


def test_more_than_eight_are_counted(shipped: Content) -> None:
    """A list that is another in all its entries shows eight of them and says how many more there are."""
    own = shipped.measures["stange/tiltak"]
    new = replace(own, measures=tuple(replace(each, evidence="3") for each in own.measures))
    (section,) = listed_sections(changes(shipped, replace(shipped, measures={**shipped.measures, own.id: new})))
    assert len(section.entries) == 9
    assert section.entries[-1].title == f"Og {len(own.measures) - 8} til. Se dem med --format json."


def test_hostile_names_become_no_markup(shipped: Content) -> None:
    """A name with tags, a link and line breaks stands as text in Markdown, on one line."""
    bad = "<script>x</script> [a](https://ond.no)\n# b"
    found = changes(shipped, with_entry(shipped, "measures", "stange/tiltak", "measures", 0, name=bad, given_by=bad))
    text = "\n".join(as_markdown(found))
    assert not re.search(r"(?<!\\)[<\[]", text)
    assert "\n# b" not in text
