"""Edits of YAML: what is meant is changed, all else stays byte for byte, and what can't be done so is refused."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from guide.core.places import Way
from guide.store.edits.edits import BOM, Document, EditError, Insert, Put, Remove, Rename, same
from guide.store.edits.write import plain
from tests.conftest import ROOT

TEXT = """\
# øverst
format: 1
card: by/kort   # navnet
nodes:
  # første
  fare:
    ask:   Er barnet i fare?
    help: 'enkel'   # hjelp
    answers: {ja: akutt, nei: noter}  # svar
    do:
      - Ring   # nå
      # mellom
      - "Vent: her"

    note: >-
      En lang tekst
      over to linjer.

  # andre
  noter: {record: Når?, go: fare}
contacts:
- id: a
  phone: 22 33 44 55

- {id: b, phone: missing}
"""


def edited(change: Put | Insert | Remove | Rename, text: str = TEXT) -> str:
    """The text after one change."""
    return Document(text.encode(), "a.yaml").edited([change]).data.decode()


CASES: dict[str, tuple[Put | Insert | Remove | Rename, str, str]] = {
    "plain": (Put(("nodes", "fare", "ask"), "Er det trygt?"), "Er barnet i fare?", "Er det trygt?"),
    "quotes are kept": (Put(("nodes", "fare", "help"), "it's"), "'enkel'", "'it''s'"),
    "quotes where they must be": (Put(("nodes", "fare", "ask"), "Spør: nå"), "Er barnet i fare?", '"Spør: nå"'),
    "a word that others read as no text": (Put(("nodes", "fare", "ask"), "no"), "Er barnet i fare?", '"no"'),
    "a date": (Put(("nodes", "fare", "ask"), "2026-11-25"), "Er barnet i fare?", "2026-11-25"),
    "in brackets": (Put(("nodes", "noter", "record"), "Når, og hvor?"), "Når?", '"Når, og hvor?"'),
    "an item": (Put(("nodes", "fare", "do", 0), "Ring nå"), "- Ring ", "- Ring nå "),
    "folded stays folded": (
        Put(("nodes", "fare", "note"), "Kort."),
        "En lang tekst\n      over to linjer.",
        "Kort.",
    ),
    "a number": (Put(("contacts", 0, "phone"), "116117"), "22 33 44 55", '"116117"'),
    "a new key": (
        Put(("contacts", 0, "hours"), "24/7", ("id", "phone", "hours")),
        "phone: 22 33 44 55\n",
        "phone: 22 33 44 55\n  hours: 24/7\n",
    ),
    "a new first key": (Put(("contacts", 0, "x"), "y", ("x", "id")), "- id: a\n", "- x: y\n  id: a\n"),
    "a new key in brackets": (
        Put(("nodes", "fare", "answers", "vet_ikke"), "akutt"),
        "{ja: akutt, nei: noter}",
        "{ja: akutt, nei: noter, vet_ikke: akutt}",
    ),
    "a new item": (
        Insert(("nodes", "fare", "do", 1), "Hent hjelp"),
        "- Ring   # nå\n",
        "- Ring   # nå\n      - Hent hjelp\n",
    ),
    "a new contact": (
        Insert(("contacts", 2), {"id": "c", "source": ["by:p-1"]}),
        "- {id: b, phone: missing}\n",
        '- {id: b, phone: missing}\n- id: c\n  source: ["by:p-1"]\n',
    ),
    "a key gone": (Remove(("nodes", "fare", "help")), "    help: 'enkel'   # hjelp\n", ""),
    "an item gone": (Remove(("nodes", "fare", "do", 1)), '      - "Vent: her"\n', ""),
    "the first key of an item gone": (Remove(("contacts", 0, "id")), "- id: a\n  phone", "- phone"),
    "one in brackets gone": (Remove(("nodes", "fare", "answers", "ja")), "ja: akutt, ", ""),
    "the last in brackets gone": (Remove(("nodes", "fare", "answers", "nei")), ", nei: noter", ""),
    "a name": (Rename(("nodes", "fare"), "farlig"), "\n  fare:", "\n  farlig:"),
    "text instead of a list": (Put(("nodes", "fare", "answers"), "ingen"), "{ja: akutt, nei: noter}", "ingen"),
}


@pytest.mark.parametrize(("change", "old", "new"), CASES.values(), ids=CASES.keys())
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_an_edit_changes_one_place(change: Any, old: str, new: str, ends: str) -> None:
    """The place is as it should be, and nothing else has changed."""
    assert TEXT.count(old) == 1
    wanted = TEXT.replace(old, new).replace("\n", ends)
    assert edited(change, TEXT.replace("\n", ends)) == wanted


def test_a_list_is_changed_item_by_item() -> None:
    """A value put in as a whole leaves the items that stay, their comments and their quotes."""
    document = Document(TEXT.encode(), "a.yaml")
    made = document.with_value(("nodes", "fare", "do"), ["Hent hjelp", "Ring", "Vent: her", "Gå"])
    wanted = TEXT.replace("      - Ring   # nå\n", "      - Hent hjelp\n      - Ring   # nå\n")
    wanted = wanted.replace('      - "Vent: her"\n', '      - "Vent: her"\n      - Gå\n')
    assert made.data.decode() == wanted


def test_nothing_to_change_is_no_change() -> None:
    """The same value leaves the same bytes."""
    document = Document(TEXT.encode(), "a.yaml")
    for way in ways(document.tree):
        assert document.with_value(way, plain(document.value(way))).data == TEXT.encode()


def test_the_last_line_keeps_its_end() -> None:
    """A file without a last line end gets none, and no line is glued to another."""
    text = "a: 1\nb:\n  - x"
    assert edited(Insert(("b", 1), "y"), text) == "a: 1\nb:\n  - x\n  - y"
    assert edited(Put(("c",), "z"), text) == "a: 1\nb:\n  - x\nc: z"
    assert edited(Remove(("b",)), text) == "a: 1"


def test_a_mark_before_the_file_stays() -> None:
    """A BOM is no text of the file, and is not touched."""
    made = Document(BOM + b"a: 1\n", "a.yaml").edited([Put(("a",), "2")])
    assert made.data == BOM + b"a: 2\n"


def test_a_long_text_is_folded() -> None:
    """No line becomes longer than the content's lines are."""
    made = edited(Put(("nodes", "fare", "ask"), "ord " * 80 + "slutt"))
    assert max(map(len, made.splitlines())) <= 160
    assert Document(made.encode(), "a").value(("nodes", "fare", "ask")) == "ord " * 80 + "slutt"


@pytest.mark.parametrize("value", ["a\u202eb", "\x1b[2J", "a\u200bb", "\ud800"])
def test_hidden_characters_are_refused(value: str) -> None:
    """What the strict reader would not read back is not written."""
    with pytest.raises(EditError):
        edited(Put(("nodes", "fare", "ask"), value))


@pytest.mark.parametrize(
    "change",
    [
        Put(("nodes", "borte", "ask"), "x"),
        Put(("contacts", 7), "x"),
        Remove(("nodes", "borte")),
        Remove(("contacts", 2)),
        Insert(("contacts", 9), "x"),
        Insert(("nodes", 0), "x"),
        Rename(("nodes", "borte"), "x"),
        Rename(("nodes", "fare"), "noter"),
        Put(("nodes", "fare", "ask", "mer"), "x"),
    ],
)
def test_what_is_not_there_is_told(change: Any) -> None:
    """An edit of a file that has changed since is refused, with a reason."""
    with pytest.raises(EditError, match=r"ikke|fra før"):
        edited(change)


def test_a_file_with_faults_is_edited_as_text() -> None:
    """Nothing is spliced into what can't be read."""
    for data in (b"a: [", b"\xff", b"", b"a: 1\na: 2\n"):
        with pytest.raises(EditError):
            Document(data, "a.yaml").edited([Put(("a",), "x")])


def test_all_changes_or_none() -> None:
    """The second can't be made: neither is."""
    document = Document(TEXT.encode(), "a.yaml")
    with pytest.raises(EditError):
        document.edited([Put(("format",), "2"), Remove(("borte",))])
    assert document.data == TEXT.encode()


NASTY = (
    *("Ring: barnevernet", "nei", "NO", "0150", "15:45", "#tagg", "en # to", "- a", "[x]", "{a}", "'hei'", '"hei"'),
    *("a\\b", "slutt:", "æøå «x»", "  ", "a  b", "tab\tx", "to\nlinjer", "x" * 300, "@x", "`x", "%x", "&a", "*a"),
    *("!t", "|", ">", "? x", "", "~", "null", "1.10", "2026-01-01", "e, f", "a]b", "}", ": x", "x ", "\nlinje"),
    *("linje\n", "e\u0301", "---", "...", "- ", "-", "?", ":", "a: b: c", "<<", "=", "0x1F", "1_000", "+47 22"),
    " ".join(["ord"] * 60),
)
FILES = sorted([*ROOT.glob("trees/**/*.yaml"), *ROOT.glob("contacts/*.yaml")])


def ways(tree: Any, way: Way = ()) -> Iterator[Way]:
    """The ways to everything in a tree."""
    for step, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield (*way, step)
        yield from ways(value, (*way, step))


def random_value(chance: random.Random, depth: int = 0) -> Any:
    """A text, a list or a mapping that nobody would write."""
    kind = chance.random()
    if kind < 0.6 or depth > 1:
        return chance.choice(NASTY)
    if kind < 0.8:
        return [random_value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {key: random_value(chance, depth + 1) for key in chance.sample(["a", "b:c", "0150", "nei"], 3)}


def random_change(chance: random.Random, way: Way) -> Any:
    """An edit at a place, of any kind that is possible there."""
    kinds = ["put", "remove", "rename", "key"] if isinstance(way[-1], str) else ["put", "remove", "insert"]
    kind = chance.choice(kinds)
    if kind == "put":
        return Put(way, random_value(chance))
    if kind == "remove":
        return Remove(way)
    if kind == "rename":
        return Rename(way, chance.choice(["ny-nokkel", "a b", "0150", "x: y", "#h", "nei og ja"]))
    return Insert(way, random_value(chance)) if kind == "insert" else Put((*way[:-1], "ny"), random_value(chance))


def test_random_edits_of_every_shipped_file() -> None:
    """400 edits over all the files: what was meant is read, and all other lines are the same."""
    chance = random.Random(6)
    for number in range(400):
        data = _as_others_write(FILES[number % len(FILES)].read_bytes(), chance)
        document = Document(data, "a.yaml")
        change = random_change(chance, chance.choice(list(ways(document.tree))))
        made = document.edited([change])
        assert made.tree is not None
        where = made.value((*change.way[:-1], change.key)) if isinstance(change, Rename) else made.value(change.way)
        if isinstance(change, Put | Insert):
            assert same(where, plain(change.value)), change
        assert_rest_is_the_same(document, made, change)


def _as_others_write(data: bytes, chance: random.Random) -> bytes:
    """The file with the line ends, the end or the mark of another editor."""
    if chance.random() < 0.3:
        data = data.replace(b"\n", b"\r\n")
    if chance.random() < 0.2:
        data = data.rstrip(b"\r\n")
    return BOM + data if chance.random() < 0.1 else data


def assert_rest_is_the_same(old: Document, new: Document, change: Any) -> None:
    """All before and after one stretch of lines is byte for byte the same, and the stretch is the thing's own."""
    was, now = old.data.splitlines(keepends=True), new.data.splitlines(keepends=True)
    start = 0
    while start < min(len(was), len(now)) and was[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(was), len(now)) - start and was[-1 - end] == now[-1 - end]:
        end += 1
    touched = len(was) - start - end
    assert touched <= lines_of(old, change), (change, was[start : len(was) - end], now[start : len(now) - end])
    assert (b"\r\n" in old.data) == (b"\r\n" in new.data) or len(was) < 2
    assert b"\n" not in new.data.replace(b"\r\n", b"") or b"\r\n" not in old.data
    assert old.data.startswith(BOM) == new.data.startswith(BOM)


def lines_of(document: Document, change: Any) -> int:
    """How many lines the thing at a change's place takes, one for its key, and one for what its neighbour must give."""
    here = document.spans
    for step in change.way:
        steps = here.names if here.kind == "map" else list(range(len(here.values)))
        if step not in steps:
            return 2
        above, here = here, here.values[steps.index(step)]
    if isinstance(change, Remove) and len(above.values) == 1:
        here = above
    return document.text.count("\n", here.start, here.end) + 3
