"""The golden table: its rows, and how what they expect is compared with what the cards show.

How a row is read and walked is `guide.service.situations`; what is understood without being said is in svar.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

from guide.core.content import Content
from guide.service import situations
from guide.service.guide import Guide
from guide.service.route import Route
from guide.service.training import expecting
from guide.service.training.expecting import shown

FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Situation(situations.Situation):
    """One row of the table. `expect` holds only what the plan and the law decide."""

    title: str = ""
    expect: dict[str, Any] = field(default_factory=dict)
    source: tuple[str, ...] = ()
    why: str = ""
    of: str = ""


def read(folder: Path = FOLDER) -> tuple[Situation, ...]:
    """All rows, in order; those that walk on to the end come last."""
    table = situations.read(folder)
    assert not table.findings
    return tuple(map(_situation, table.rows))


def _situation(row: situations.Situation) -> Situation:
    own = {part.name: getattr(row, part.name) for part in fields(situations.Situation)}
    data = row.data
    return Situation(
        **own,
        title=data["title"],
        expect=data["expect"],
        source=tuple(data["source"]),
        why=data["why"],
        of=data["of"],
    )


def walk(content: Content, row: Situation) -> tuple[Guide, Route]:
    """What a row's walk shows where it stops."""
    guide, walked = situations.walk(content, row)
    return guide, shown(guide, walked)


def differences(guide: Guide, found: Route, row: Situation) -> list[str]:
    """What the row expects and the route does not give, a line each; empty when all is as it should be."""
    return expecting.differences(guide, found.walk, replace(row, data={**row.data, "expect": row.expect}))
