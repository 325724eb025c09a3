"""What the situations showed when somebody last read and accepted it: a mark for each, kept beside the situations.

An expectation says what a source decides; a mark notices all else that changes on a situation's way: another step, an
effect, a service, a number, hours, a deadline. It says that something has changed, never that it is wrong; texts are
not in it, so that they can be made plainer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from guide.core.content import ASK, OUTCOME, TASK
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.training.expecting import shown, stops
from guide.service.walking_on import trail

FILE: Final = "godkjent.txt"
HEAD: Final = "# Det situasjonene viste da noen sist leste dem. Skrives av: python -m tests.golden.table\n"
LENGTH: Final = 12


def mark(guide: Guide, walk: Walk) -> str:
    """One word for everything that the walk passed and showed, but its texts."""
    return hashlib.sha256("\n".join(_seen(guide, walk)).encode()).hexdigest()[:LENGTH]


def read(folder: Path) -> Mapping[str, str]:
    """The accepted marks by situation, none where there is no such file. Raises OSError and UnicodeError."""
    path = folder / FILE
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ") for line in lines if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def as_text(marks: Mapping[str, str]) -> str:
    """The file of accepted marks."""
    return HEAD + "".join(f"{row} {marks[row]}\n" for row in sorted(marks))


def _seen(guide: Guide, walk: Walk) -> Iterator[str]:
    yield from (" ".join(("node", *passed)) for passed in trail(guide, walk))
    for at, _, _ in stops(guide, walk):
        place, node = at.place, at.place.node
        yield f"stop {place.id} {place.kind} {place.fact} {node.anew}"
        if place.kind == ASK:
            yield " ".join(key for key, _ in node.answers)
        if place.kind in (OUTCOME, TASK):
            route = shown(guide, at)
            yield " ".join((node.urgency, node.report, node.guardians, *route.duties, "gjør", *node.does))
            for line in route.contacts:
                yield f"{line.service} {line.stands_for} {line.phone} {line.web} {line.state} {line.until} {line.sure}"
            for due in route.deadlines:
                yield f"{due.id} {due.due} {due.open}"
