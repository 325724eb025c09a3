"""What the tests of a card's editing share: a small folder and the shipped one, open for editing."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guide.core.findings import ERROR
from guide.service.editing.drafting import judge
from guide.service.editing.folder import Editing
from tests.conftest import ROOT
from tests.store.small import write

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
CARD, BARNEHAGE = "trees/by/kort.yaml", "trees/stange/barnehage.yaml"


def opened(root: Path) -> Editing:
    """A folder, open for editing."""
    return Editing(root, lambda: NOW)


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is kept in the test's own folder."""
    monkeypatch.setattr("guide.store.drafts.data_dir", lambda: tmp_path / "own")


@pytest.fixture
def small(tmp_path: Path) -> Editing:
    """The small folder, open for editing."""
    return opened(write(tmp_path / "mappa"))


@pytest.fixture
def whole(tmp_path: Path) -> Editing:
    """A copy of the shipped content, open for editing."""
    for top in ("trees", "contacts"):
        shutil.copytree(ROOT / top, tmp_path / "mappa" / top)
    return opened(tmp_path / "mappa")


def cards(editing: Editing) -> list[str]:
    """The files that are cards."""
    return [name for name in editing.names() if editing.document(name).value(("nodes",))]


def errors(editing: Editing, file: str = CARD) -> list[str]:
    """The codes of what is wrong with a file."""
    return [each.code for each in judge(editing).of(file) if each.severity == ERROR]


def ages(editing: Editing) -> list[str]:
    """The ranges of the small card."""
    return list(editing.document(CARD).value(("nodes", "alder", "answers")))


# the tree
