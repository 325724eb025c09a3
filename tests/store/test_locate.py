"""Content is found where it was asked for, and the app knows whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.store import locate
from guide.store.locate import Found, find


def test_the_order(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """The option goes before the environment, that before the settings, and those before what is shipped."""
    assert find() == Found(root, "shipped")
    assert find("", "/valgt") == Found(Path("/valgt"), "settings")
    monkeypatch.setenv(locate.ENVIRONMENT, "/miljo")
    assert find("", "/valgt") == Found(Path("/miljo"), "environment")
    assert find("/gitt", "/valgt") == Found(Path("/gitt"), "option")
    assert locate.locate("/gitt") == Path("/gitt")


def test_the_wheel_has_its_content_inside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In an installed package the content is the package's own folder."""
    (tmp_path / "guide" / "_content").mkdir(parents=True)
    monkeypatch.setattr(locate.guide, "__file__", str(tmp_path / "guide" / "__init__.py"))
    assert find() == Found(tmp_path / "guide" / "_content", "shipped")


def test_a_home_folder_is_spelled_out(tmp_path: Path) -> None:
    """`~` is the user's home, as a shell has it."""
    assert find("~/innhold").root == tmp_path / "hjem" / "innhold"


def test_folders_of_the_user_lie_in_their_home(tmp_path: Path) -> None:
    """Cache and settings are the user's own."""
    assert tmp_path in locate.cache_dir().parents
    assert tmp_path in locate.config_dir().parents
