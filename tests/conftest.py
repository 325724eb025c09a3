"""Fixtures for all tests: the shipped content, loaded once; no test sees the developer's own settings or folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.core.content import Content
from guide.store.load import load

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout, which holds trees/ and contacts/."""
    return ROOT


@pytest.fixture(scope="session")
def shipped() -> Content:
    """The shipped content."""
    return load(ROOT)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, cache and data of every test are its own, and no environment variable points elsewhere."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "hjem"))
    monkeypatch.delenv("TILTAKSKORT_CONTENT", raising=False)
