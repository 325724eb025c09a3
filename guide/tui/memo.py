"""What a walk has beside its answers: a note for oneself, and what was typed but not given yet. In memory only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.core.record import record

if TYPE_CHECKING:
    from guide.core.walk import Walk

Draft = dict[str, str] | tuple[str, ...]
"""Fields as they were typed, or the signs that were ticked."""


class Memo:
    """`drafts` is by stop and visit, as the walk keeps what was given."""

    __slots__ = ("drafts", "note")

    def __init__(self) -> None:
        self.note = ""
        self.drafts: dict[tuple[str, int], Draft] = {}

    def __bool__(self) -> bool:
        return bool(self.note or self.drafts)

    def keep(self, walk: Walk, draft: Draft | None) -> None:
        """Keeps what stands typed at the walk's stop; None where nothing is typed there."""
        if draft is not None:
            self.drafts[_key(walk)] = draft

    def draft(self, walk: Walk) -> Draft | None:
        """What was typed at the walk's stop."""
        return self.drafts.get(_key(walk))

    def forget(self, walk: Walk) -> None:
        """What was typed at the walk's stop has been given."""
        self.drafts.pop(_key(walk), None)


@record
class Held:
    """A walk that stands open while one is elsewhere."""

    walk: Walk
    memo: Memo


def _key(walk: Walk) -> tuple[str, int]:
    return walk.state.stop, walk.state.visits.get(walk.state.stop, 0)
