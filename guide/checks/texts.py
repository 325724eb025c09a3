"""Which values of the content are sentences that somebody reads."""

from __future__ import annotations

from typing import Final

from guide.core.places import Value

KEYS: Final = frozenset(
    (
        *(
            "about",
            "differences",
            "forms",
            "given_by",
            "how",
            "leader",
            "often",
            "purpose",
            "term",
            "who",
            "ask",
            "basis",
            "child",
            "definition",
            "do",
            "dont",
            "help",
            "label",
            "means",
            "name",
            "next",
            "note",
            "notes",
        ),
        *(
            "outcome",
            "overdue",
            "period",
            "phone",
            "place",
            "record",
            "say",
            "says",
            "share",
            "signs",
            "task",
            "text",
            "title",
        ),
        *("discuss", "hint", "why"),
    )
)
"""Keys whose value is a sentence or a list of them; `say` and `means` are the words of search.yaml."""
GROUPS: Final = frozenset(
    (
        "columns",
        "contact",
        "grave",
        "levels",
        "not_offered",
        "options",
        "people",
        "possible",
        "rest",
        "right",
        "values",
        "wrong",
    )
)
"""Keys whose value is a mapping from ids to sentences."""
EXPLAINS: Final = frozenset(("basis", "note", "notes"))
"""Where a text may speak of what used to be, or of what others write."""


def is_prose(value: Value) -> bool:
    """Whether a value is a sentence that somebody reads, not an id, a date, a number or an address."""
    names = [step for step in value.way if isinstance(step, str)]
    if value.file.startswith("contacts/") and names[-1:] == ["phone"]:
        return False
    if names[-1:] and names[-1] in KEYS and names[-2:-1] != ["answers"]:
        return True
    return len(names) > 1 and names[-2] in GROUPS and isinstance(value.way[-1], str)


def kind_of(value: Value) -> str:
    """The key that says what a text is for: its own, or that of the group it stands in."""
    names = [step for step in value.way if isinstance(step, str)]
    return names[-1] if names[-1] in KEYS else names[-2]
