"""What is typed in a case and not given yet: a note, and fields or ticks by stop and visit. Stored as one types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field

from guide.core.record import record
from guide.core.text import clean

Typed = dict[str, str] | tuple[str, ...]


@record
class Draft:
    """`typed` is by (stop, visit), as the walk keeps what was given: fields as typed, or the signs ticked."""

    note: str = ""
    typed: Mapping[tuple[str, int], Typed] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.note or self.typed)


def dump_draft(draft: Draft) -> bytes:
    """A draft as bytes; empty where nothing is typed."""
    if not draft:
        return b""
    typed = [[stop, visit, given] for (stop, visit), given in draft.typed.items()]
    return json.dumps({"note": draft.note, "typed": typed}, ensure_ascii=False).encode("utf-8", "replace")


def load_draft(data: bytes) -> Draft:
    """A draft of bytes; an empty one where they are of another version."""
    if not data:
        return Draft()
    try:
        found = json.loads(data)
        typed = {(str(stop), int(visit)): _given(given) for stop, visit, given in found["typed"]}
        return Draft(clean(found["note"]), typed)
    except (ValueError, KeyError, TypeError):
        return Draft()


def _given(given: object) -> Typed:
    if isinstance(given, dict):
        return {str(name): clean(str(value)) for name, value in given.items()}
    return tuple(map(str, given)) if isinstance(given, list) else ()
