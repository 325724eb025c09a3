"""The card that lies on the bench: what is kept of it against a crash, and what is let go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.service.editing.folder import Editing, keep, offered
from guide.tui.editing import bench as module
from guide.tui.editing.bench import Bench
from tests.store import small
from tests.store.faults import no_waiting
from tests.tui.conftest import MONDAY

__all__ = ["no_waiting"]
CARD = "trees/by/kort.yaml"
pytestmark = pytest.mark.usefixtures("no_waiting")


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A card of the small folder; the user's data folder is the test's."""
    monkeypatch.setattr("guide.store.drafts.data_dir", lambda: tmp_path / "own")
    return Bench(small.write(tmp_path / "mappe"), CARD, lambda: MONDAY)


def titled(text: str) -> Callable[[Editing], None]:
    """An edit of the card's title."""
    return lambda editing: editing.put(CARD, ("title",), text)


def test_what_was_thrown_away_is_not_offered_again(bench: Bench) -> None:
    """Also where the screen keeps what is edited once more as it closes."""
    assert not bench.edit(titled("Noe nytt"))
    bench.forget()
    assert bench.keep()
    assert not offered(bench.editing)


def test_what_is_typed_while_the_rest_is_kept_is_kept_next(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The keeping runs beside the typing: what comes meanwhile does not count as kept."""

    def typing(editing: Editing, name: str) -> None:
        keep(editing, name)
        bench.edit(titled("Det siste"))

    assert not bench.edit(titled("Det første"))
    monkeypatch.setattr(module, "keep", typing)
    assert bench.keep()
    monkeypatch.setattr(module, "keep", keep)
    assert bench.keep()
    assert "Det siste" in offered(bench.editing)[0].text
