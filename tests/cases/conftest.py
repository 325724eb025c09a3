"""The disk is not waited for, but where that is what a test is about."""

from __future__ import annotations

import os

import pytest

from guide.store.cases import db as cases_db

WAIT = ("test_files", "test_long")
"""What is on the disk, and when, is proved there, and by `python -m tests.cases.long kill power order faults`."""


@pytest.fixture(autouse=True)
def quick_disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """All else is as users have it."""
    if request.module.__name__.rpartition(".")[2] not in WAIT:
        monkeypatch.setattr(cases_db, "PRAGMAS", (*cases_db.PRAGMAS, "synchronous=OFF"))
        monkeypatch.setattr(os, "fsync", lambda _handle: None)
