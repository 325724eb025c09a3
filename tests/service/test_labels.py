"""The words that both front ends say stand in one place."""

from __future__ import annotations

import ast
from pathlib import Path

import guide.plain.strings
import guide.tui.strings
from guide.service import labels


def own(module: object) -> dict[str, str]:
    """The values that a module defines by itself, by their source, with their names."""
    tree = ast.parse(Path(str(getattr(module, "__file__", ""))).read_text(encoding="utf-8"))
    found = [node for node in tree.body if isinstance(node, ast.AnnAssign)]
    return {ast.unparse(node.value): ast.unparse(node.target) for node in found if node.value}


def test_no_words_stand_in_two_places() -> None:
    """What app and line mode both say is in service.labels, and nowhere else."""
    app, line, both = own(guide.tui.strings), own(guide.plain.strings), own(labels)
    assert min(len(app), len(line), len(both)) > 40
    assert app.keys() & line.keys() == set()
    assert both.keys() & (app.keys() | line.keys()) == set()


def test_no_name_of_the_shared_words_is_taken_by_others() -> None:
    """A front end that needs other words than the shared ones gives them a name of their own."""
    names = {name for name in vars(labels) if name.isupper()}
    assert names
    for module in (guide.tui.strings, guide.plain.strings):
        assert names & set(own(module).values()) == set()
        assert all(getattr(module, name) is getattr(labels, name) for name in names)
