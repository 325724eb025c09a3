"""Imports point one way, and files, functions and classes stay small enough to be read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "guide"
FILES = sorted(path for path in GUIDE.rglob("*.py") if "_content" not in path.parts)
LEVEL = {"core": 0, "store": 1, "exports": 1, "checks": 1, "service": 2, "plain": 3, "tui": 3, "cli": 4}
"""A layer imports lower levels and itself; those of one level do not know each other."""
FILE_GOAL, FILE_MOST, FUNCTION_MOST, CLASS_MOST, METHODS_MOST = 300, 400, 40, 200, 15


def layer_of(module: str) -> str:
    """The layer of `guide.<layer>.…`, empty for other modules."""
    parts = module.split(".")
    return parts[1] if parts[0] == "guide" and len(parts) > 1 else ""


def imports(tree: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """(line, module) of every import of a file, those inside functions and for types only among them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.rsplit(".", node.level - 1)[0] if node.level > 1 else package if node.level else ""
            module = ".".join(part for part in (base, node.module or "") if part)
            yield node.lineno, module
            if module in ("guide", base):
                yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def wrong_imports(path: Path) -> list[str]:
    """Imports of a file that point upwards or sideways."""
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    own = layer_of(name)
    found = []
    for line, module in imports(ast.parse(path.read_text(encoding="utf-8")), name.rpartition(".")[0]):
        other = layer_of(module)
        if own in LEVEL and other in LEVEL and other != own and LEVEL[other] >= LEVEL[own]:
            found.append(f"{path.relative_to(ROOT)}:{line}: {own} imports {module}")
    return found


def too_long(path: Path) -> list[str]:
    """What is too long in a file."""
    text = path.read_text(encoding="utf-8")
    where, lines = path.relative_to(ROOT), len(text.splitlines())
    found = [f"{where}: {lines} lines (at most {FILE_MOST})"] if lines > FILE_MOST else []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        is_class = isinstance(node, ast.ClassDef)
        most = CLASS_MOST if is_class else FUNCTION_MOST
        if length > most:
            found.append(f"{where}:{node.lineno}: {node.name} has {length} lines (at most {most})")
        methods = sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
        if is_class and methods > METHODS_MOST:
            found.append(f"{where}:{node.lineno}: {node.name} has {methods} methods (at most {METHODS_MOST})")
    return found


def test_every_layer_is_known() -> None:
    """A new folder of guide/ has a level before it has code."""
    folders = {path.relative_to(GUIDE).parts[0] for path in FILES if path.parent != GUIDE}
    assert folders <= LEVEL.keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(GUIDE)))
def test_imports_point_one_way(path: Path) -> None:
    """cli → tui | plain → service → checks | exports | store → core; a layer may be skipped."""
    assert not wrong_imports(path), "\n".join(wrong_imports(path))


def test_textual_is_imported_by_the_app_alone() -> None:
    """Outside tui no file imports Textual, not even inside a function."""
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in FILES
        for line, module in imports(ast.parse(path.read_text(encoding="utf-8")), "")
        if module.split(".")[0] == "textual" and path.relative_to(GUIDE).parts[0] != "tui"
    ]
    assert not found, "\n".join(found)


def test_packages_hold_nothing() -> None:
    """`__init__.py` files are empty, so that importing a layer costs nothing."""
    found = [str(path.relative_to(ROOT)) for path in FILES if path.name == "__init__.py" and path.stat().st_size]
    assert not found


def test_nothing_is_too_long() -> None:
    """Files, functions and classes keep their limits; files over the goal are printed."""
    for path in FILES:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > FILE_GOAL:
            print(f"{path.relative_to(ROOT)}: {lines} lines (the goal is {FILE_GOAL})")
    found = [line for path in FILES for line in too_long(path)]
    assert not found, "\n".join(found)


def test_an_upward_import_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself fails where core imports the store, also inside a function and by a relative path."""
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    file = tmp_path / "guide" / "core" / "wrong.py"
    file.parent.mkdir(parents=True)
    file.write_text("from guide import store\n\ndef f():\n    import guide.tui.app\n    from ..service import words\n")
    assert len(wrong_imports(file)) == 3
