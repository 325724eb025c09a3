"""A case as plain lines and as data. (As a paper: service/out.)"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from guide.core.record import as_dict
from guide.core.text import clean
from guide.service.cases import words
from guide.service.cases.lines import CaseView

STANDS: Final = "Nå: {stop}"
CLOSED: Final = "Saken er avsluttet."
CASE: Final = "Sak {id}: {reference}"


def as_lines(view: CaseView) -> tuple[str, ...]:
    """The case for a terminal."""
    return tuple(clean(line) for line in _lines(view))


def as_data(view: CaseView) -> dict[str, Any]:
    """The case for a program."""
    data = as_dict(view)
    data["lines"] = [as_dict(line) for line in view.lines]
    data["records"] = [as_dict(record) for record in view.records]
    data["comes"] = [as_dict(due) for due in view.comes]
    return data


def _lines(view: CaseView) -> Iterator[str]:
    yield CASE.format(id=view.id, reference=view.reference)
    yield view.title
    yield CLOSED if view.closed else STANDS.format(stop=view.stop)
    yield from (due.words for due in view.comes)
    yield from (words.field(label, who) for label, who in view.who)
    yield ""
    for line in view.lines:
        yield f"{line.day} {line.clock}  {line.words}"
        yield from (f"    {text}" for more in line.more for text in more.splitlines())
