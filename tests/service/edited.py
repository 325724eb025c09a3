"""Folders that are edited in tests: a small one, and a copy of what is shipped."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from guide.core.findings import ERROR
from guide.service.editing.folder import Editing
from tests.conftest import ROOT
from tests.store.small import write

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)
CARD, CONTACTS = "trees/by/kort.yaml", "contacts/by.yaml"
BARNEHAGE, STANGE = "trees/stange/barnehage.yaml", "contacts/stange.yaml"


def opened(root: Path) -> Editing:
    """A folder, open for editing."""
    return Editing(root, lambda: NOW)


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


def errors(editing: Editing) -> list[str]:
    """The codes of what is wrong."""
    return [found.code for found in editing.report().findings if found.severity == ERROR]
