"""The line mode and `route` go the same way."""

from __future__ import annotations

import pytest

from guide.core.content import Content
from guide.service.route import Given
from tests.golden.situations import Situation, read, walk
from tests.plain.talking import CONTROL, driven

TABLE = [row for row in read() if not row.to_end]  # a row with alarms and second answers is no `route`


@pytest.mark.parametrize("row", TABLE, ids=[row.id for row in TABLE])
def test_the_same_answers_give_the_same_route(shipped: Content, row: Situation) -> None:
    """Every golden situation, written line by line, passes the same nodes and says the advice that it ends at."""
    guide, found = walk(shipped, row)
    known = {f: v for f, v in row.facts.items() if f in guide.laid(row.card).facts}
    line_walk, heard = driven(guide, row.card, Given(known, past_count=row.outcome - 1, stop_at=row.stop))
    assert [passed.node for passed in line_walk.walk.state.path] == list(found.path)
    assert line_walk.walk.place.id == found.place.id
    assert " ".join(found.place.node.text.split()) in heard.text
    assert not CONTROL.search(heard.text)
