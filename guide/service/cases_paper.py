"""A case as plain lines, as Markdown and as data. Text from users stays text in each of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from guide.core.record import as_dict
from guide.core.text import clean
from guide.exports.markdown import escaped
from guide.service.cases_lines import CaseView

STANDS: Final = "Nå: {stop}"
CLOSED: Final = "Saken er avsluttet."
COMES: Final = "Det som kommer"
WHO: Final = "Hvem har hva"
DONE: Final = "Det som er gjort"
EARLIER: Final = "Slik sto det {day}"
CASE: Final = "Sak {id}: {reference}"


def as_lines(view: CaseView) -> tuple[str, ...]:
    """The case for a terminal."""
    return tuple(clean(line) for line in _lines(view))


def as_markdown(view: CaseView) -> str:
    """The case as Markdown, every word of a user escaped."""
    out = [f"# {escaped(CASE.format(id=view.id, reference=view.reference))}", "", escaped(view.title), ""]
    out += [escaped(CLOSED if view.closed else STANDS.format(stop=view.stop)), ""]
    if view.comes:
        out += [f"## {COMES}", *(f"- {escaped(due.words)}" for due in view.comes), ""]
    if view.who:
        out += [f"## {WHO}", *(f"- {escaped(label)}: {escaped(who)}" for label, who in view.who), ""]
    out.append(f"## {DONE}")
    for line in view.lines:
        out.append(f"- {escaped(line.day)} {line.clock} {escaped(line.words)}")
        out += [f"  - {escaped(more)}" for text in line.more for more in text.splitlines() if more.strip()]
    for record in view.records:
        out += ["", f"## {escaped(record.title)}"]
        for number, (day, fields) in enumerate(record.wordings):
            out += [f"### {escaped(EARLIER.format(day=day))}"] if number else []
            out += [f"- {escaped(label)}: {escaped(text)}" for label, text in fields]
    return "\n".join(out) + "\n"


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
    yield from (f"{label}: {who}" for label, who in view.who)
    yield ""
    for line in view.lines:
        yield f"{line.day} {line.clock}  {line.words}"
        yield from (f"    {text}" for more in line.more for text in more.splitlines())
