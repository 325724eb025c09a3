"""Exercises are read apart from the rest, kept as JSON, and left out where their file is broken."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from guide.store import exercises as store
from guide.store.compiled import open_content
from guide.store.exercises import Opened, open_exercises
from guide.store.load import load_exercises
from guide.store.sources import read_exercises, read_sources, with_exercises
from tests.store import small

FILE = "trees/by/exercises/dagen.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small folder, with its one exercise."""
    return small.write(tmp_path / "innhold")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """An empty cache."""
    return tmp_path / "cache"


def changed(folder: Path, old: str, new: str) -> None:
    """The exercise with a text changed."""
    (folder / FILE).write_text(small.FILES[FILE].replace(old, new, 1), "utf-8")


def test_what_is_kept_is_what_was_read(folder: Path, cache: Path) -> None:
    """The second time nothing is read as YAML, and all is the same."""
    first = open_exercises(folder, cache)
    assert list(first.exercises) == ["by/dagen"]
    (kept,) = (cache / "exercises").glob("*.json")
    again = open_exercises(folder, cache)
    assert (again.exercises, again.findings) == (first.exercises, ())
    assert first.exercises == load_exercises(read_exercises(folder))[0]
    kept.write_text("[1]", "utf-8")
    assert open_exercises(folder, cache).exercises == first.exercises
    kept.write_text(json.dumps([{"id": "by/dagen", "ukjent": 1}]), "utf-8")
    assert open_exercises(folder, cache).exercises == first.exercises


def test_yaml_is_not_read_a_second_time(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who trains every week pays for validation once."""
    open_exercises(folder, cache)

    def never(_: object) -> Opened:
        raise AssertionError

    monkeypatch.setattr(store, "_loaded", never)
    assert open_exercises(folder, cache).exercises["by/dagen"].title == "En dag"
    changed(folder, "En dag", "En annen dag")
    with pytest.raises(AssertionError):
        open_exercises(folder, cache)


def test_the_start_of_the_app_never_looks_at_them(folder: Path, cache: Path) -> None:
    """A change of an exercise changes neither the hash of the content nor its files."""
    before = read_sources(folder)
    assert FILE not in before.data
    changed(folder, "En dag", "En annen dag")
    assert read_sources(folder).sha256 == before.sha256
    assert not [finding for finding in open_content(folder, cache).findings if "exercises" in finding.file]
    assert FILE in with_exercises(before, folder).data


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("level: lett", "level: vanskelig", "ukjent-verdi", 7),
        ("title: En dag\n", "", "nokkel-mangler", 1),
        ("at: 2026-11-25T10:00", "at: 2026-13-45T10:00", "feil-dato", 9),
        ("at: 2026-11-25T10:00", "at: i morgen", "feil-form", 9),
        ("  - {at: noter,", "  - {at: Noter!,", "feil-form", 30),
        ("mistake: {lov: lovet_taushet}", "mistake: {lov: glemte_det}", "ukjent-verdi", 21),
        ("    node: noter\n", '    time: "25:99"\n', "feil-dato", 14),
        ("exercise: by/dagen", "exercise: by/natta", "feil-sted", 2),
        ("area: oppdage", "område: oppdage", "ukjent-nokkel", 25),
        ("options: {vent: Vent litt, lov: Jeg lover det}", "options: {vent: Vent litt}", "for-fa", 17),
        ("text: Telefonen ringer.", 'text: "Telefonen \\u202e ringer."', "skjult-escape", 15),
    ],
)
def test_a_broken_file_is_told_where_it_stands_and_left_out(
    folder: Path, cache: Path, old: str, new: str, code: str, line: int
) -> None:
    """With line and column; nothing is kept of a folder with faults."""
    changed(folder, old, new)
    opened = open_exercises(folder, cache)
    assert opened.exercises == {}
    assert (code, line) in [(finding.code, finding.line) for finding in opened.findings]
    assert not (cache / "exercises").exists()


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path, cache: Path) -> None:
    """Somebody else's file is no exercise."""
    outside = tmp_path / "utenfor.yaml"
    outside.write_text(small.FILES[FILE].replace("by/dagen", "by/lenke"), "utf-8")
    os.symlink(outside, folder / "trees/by/exercises/lenke.yaml")
    opened = open_exercises(folder, cache)
    assert [finding.code for finding in opened.findings] == ["utenfor-mappa"]
    assert list(opened.exercises) == ["by/dagen"]


def test_a_folder_without_exercises_has_none(folder: Path, cache: Path) -> None:
    """That is no fault."""
    (folder / FILE).unlink()
    assert open_exercises(folder, cache) == Opened({})
