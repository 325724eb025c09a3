"""What the cases of the rules are patched into: the small folder with nothing left to find, or the shipped content."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from guide.store.sources import MOST_BYTES, Sources, read_sources
from tests.store import small

_MENDED: Final = (
    ("trees/felles/facts.yaml", "about: Fare nå\n", "about: Fare nå\n    definition: Noe farlig skjer nå.\n"),
    (
        "trees/by/kort.yaml",
        "facts: {mote: ja_nei, rom: {about: Rom, values: {stort: Stort, lite: Lite}}}",
        "facts: {mote: {about: Møte, definition: Et møte med flere., values: {ja: Ja, nei: Nei, vet_ikke: Vet ikke}}}",
    ),
    ("trees/by/kort.yaml", "answers: {ja: meld, nei: meld}", "answers: {ja: meld, nei: del}"),
    (
        "trees/felles/akutt.yaml",
        "  ut: {exit: trygt, alone: ring}\n",
        """\
  ut: {exit: trygt, alone: etterpaa}
  etterpaa:
    outcome: Skriv ned det som skjedde
    urgency: today
    report: discuss
    guardians: not_before_advice
    contact: {barnevern: De hjelper}
    do: [Skriv]
    next: [De svarer]
    source: ["lov:loven-1"]
""",
    ),
    (
        "contacts/by.yaml",
        "name: Lederen, phone: missing, ages",
        'name: Lederen, phone: 22 33 44 66, source: ["by:p-1"], checked: 2026-11-22, ages',
    ),
    (
        "contacts/nasjonalt.yaml",
        'web: "https://www.116111.no/"}',
        'web: "https://www.116111.no/", source: ["kilde:siden"], checked: 2026-11-22}',
    ),
)


def small_files() -> dict[str, str]:
    """The small folder, in which no rule finds anything."""
    files = dict(small.FILES)
    for name, old, new in _MENDED:
        assert old in files[name], old
        files[name] = files[name].replace(old, new, 1)
    return files


def shipped_files(root: Path) -> dict[str, str]:
    """The shipped content, file by file."""
    return {name: data.decode("utf-8") for name, data in read_sources(root).data.items()}


def sources(files: dict[str, str]) -> Sources:
    """Files as the loader gets them, without a disk. A file may hold bytes that are no UTF-8, as `\\udcXX`."""
    data = {name: text.encode("utf-8", "surrogateescape") for name, text in sorted(files.items())}
    assert all(len(one) <= MOST_BYTES for one in data.values())
    return Sources(data, (), "0" * 64)
