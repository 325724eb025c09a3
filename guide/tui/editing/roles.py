"""Who does something stays in the folder: a role or initials, and no name without a second look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.service.editing.publish import looks_like_a_name
from guide.tui.editing import publish_texts as texts
from guide.tui.editing.blanks import Check

BY = "by"


def no_names(keys: Sequence[str], first: Check) -> Check:
    """What `first` finds wrong; else what looks like a name in the fields `keys`, each text asked about once."""
    asked: set[str] = set()

    def check(given: Mapping[str, str]) -> str:
        wrong = first(given)
        names = [given[key] for key in keys if key in given and looks_like_a_name(given[key])]
        new = [name for name in names if name not in asked]
        if wrong or not new:
            return wrong
        asked.add(new[0])
        return texts.NAME.format(text=new[0])

    return check


def with_role() -> Check:
    """Whoever does it says so, by role or initials."""
    return no_names((BY,), lambda given: "" if given[BY] else texts.NO_BY)
