"""Between what a walk's screen has in its memo and what the case has as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from guide.service.cases.draft import Draft, Typed
from guide.service.cases.kept import Kept
from guide.tui.memo import Memo

__all__ = ["Kept", "draft_of", "memo_of"]


def memo_of(kept: Kept) -> Memo:
    """What was typed and the note, as they were left."""
    memo = Memo()
    memo.note = kept.note
    memo.drafts |= {key: cast("dict[str, str]", given) for key, given in kept.opened.draft.typed.items()}
    return memo


def draft_of(memo: Memo) -> Draft:
    """What is typed, as it is stored."""
    typed: Mapping[tuple[str, int], Typed] = {
        key: dict(given) if isinstance(given, dict) else given for key, given in memo.drafts.items()
    }
    return Draft(memo.note, typed)
