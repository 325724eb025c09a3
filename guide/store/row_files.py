"""Files of situations or exercises: lists of rows, and what their shorthand stands for. Every scalar stays text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from guide.core.findings import Finding
from guide.store.yaml_reader import Items, Map, read

SHORTHAND: Final = "svar.yaml"


@dataclass(frozen=True, slots=True)
class RowFiles:
    """What a folder holds: rows as they are written, with their file; the shorthand; what could not be read."""

    rows: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    shorthand: Mapping[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def read_rows(folder: Path) -> RowFiles:
    """The rows of every YAML file of a folder, files in the order of their names. Never raises for what files hold."""
    rows: list[tuple[str, Mapping[str, Any]]] = []
    findings: list[Finding] = []
    shorthand: Mapping[str, Any] = {}
    for path in sorted(folder.glob("*.yaml")):
        tree, found = read(path, path.name)
        findings += found
        if path.name == SHORTHAND and isinstance(tree, Map):
            shorthand = tree
        elif isinstance(tree, Items):
            rows += [(path.name, row) for row in tree if isinstance(row, Map)]
    return RowFiles(tuple(rows), shorthand, tuple(findings))
