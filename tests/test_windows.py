"""What Windows needs: signs that its console has, UTF-8 for every file that is opened as text, and time zones."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.glyphs import outside

CODE = ROOT / "guide"
NO_FILES = frozenset({"os", "ways"})
"""Whose `open` gives bytes, or a card."""
OPENERS = frozenset({"open", "fdopen", "read_text", "write_text", "NamedTemporaryFile", "TextIOWrapper"})


def modules() -> list[Path]:
    """Every module."""
    return sorted(CODE.rglob("*.py"))


def spoken(tree: ast.Module) -> Iterator[str]:
    """The texts of a module, but for its docstrings."""
    silent = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def test_every_sign_of_the_code_is_one_that_the_console_has() -> None:
    """Words, marks and arrows of the app, the line mode and the command line."""
    strange = {}
    for path in sorted(set(modules()) - {CODE / "core" / "text.py"}):  # it names what is cleaned away
        texts = "".join(spoken(ast.parse(path.read_text(encoding="utf-8"))))
        if found := outside(texts):
            strange[path.relative_to(ROOT).as_posix()] = found
    assert strange == {}


def test_every_sign_of_the_content_is_one_that_the_console_has() -> None:
    """Cards, lists, contacts: all that is shipped."""
    files = [*(ROOT / "trees").rglob("*.yaml"), *(ROOT / "contacts").rglob("*.yaml")]
    assert len(files) > 15
    assert {path.name: found for path in files if (found := outside(path.read_text(encoding="utf-8")))} == {}


@pytest.mark.parametrize("sign", ["✓", "✔", "⚠", "😀", "\u0301"])
def test_the_check_sees_a_strange_sign(sign: str) -> None:
    """The check above can fail."""
    assert outside(f"a{sign}")


def opened_as_text(tree: ast.Module) -> Iterator[int]:
    """Lines where a file is opened as text without saying how it is encoded."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        owner = getattr(node.func, "value", None)
        if name not in OPENERS or getattr(owner, "attr", getattr(owner, "id", "")) in NO_FILES:
            continue
        texts = [arg.value for arg in (*node.args, *(k.value for k in node.keywords)) if isinstance(arg, ast.Constant)]
        binary = any(isinstance(text, str) and "b" in text and set(text) <= set("rwxab+") for text in texts)
        if not binary and not any(keyword.arg == "encoding" for keyword in node.keywords):
            yield node.lineno


def test_every_file_is_opened_as_utf_8() -> None:
    """Or as bytes: Windows would take another encoding by itself."""
    found = {}
    for path in [*modules(), ROOT / "build_content.py"]:
        if lines := list(opened_as_text(ast.parse(path.read_text(encoding="utf-8")))):
            found[path.relative_to(ROOT).as_posix()] = lines
    assert found == {}


@pytest.mark.parametrize("code", ["open(path)", "path.read_text()", "Path(x).write_text(y)", 'open(path, "w")'])
def test_the_check_sees_a_file_of_no_encoding(code: str) -> None:
    """The check above can fail."""
    assert list(opened_as_text(ast.parse(code)))


def test_time_zones_come_with_the_package() -> None:
    """Windows has none of its own."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert any(name.startswith("tzdata") for name in project["dependencies"])
