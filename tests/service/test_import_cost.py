"""What a verb imports: nothing that costs more than the verb itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "pydantic", "yaml", "holidays", "cryptography")
EDITING = "editing"
"""Who edits reads YAML: that package may cost it."""


def imported_by(statements: str, root: Path) -> set[str]:
    """The modules of a fresh interpreter after `statements`."""
    code = f"{statements}\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("verb", ["route", "contacts"])
def test_a_verb_imports_nothing_heavy(verb: str, root: Path) -> None:
    """`tiltakskort route` and `contacts` start without the app, the schema, YAML and the oracle of the holidays."""
    assert not imported_by(f"import guide.cli.{verb}", root).intersection(HEAVY)


@pytest.mark.parametrize("layer", ["core", "service"])
def test_a_layer_imports_nothing_heavy(layer: str, root: Path) -> None:
    """Every module of the layer, imported in a fresh interpreter, leaves the heavy ones out."""
    files = [path.relative_to(root) for path in sorted((root / "guide" / layer).rglob("*.py"))]
    names = [".".join(path.with_suffix("").parts) for path in files if EDITING not in path.parts]
    assert len(names) > 30
    imports = "\n".join(f"import {name}" for name in names)
    assert not imported_by(imports, root).intersection(HEAVY)


def test_only_the_app_imports_textual(root: Path) -> None:
    """Every layer below the app, imported as a whole, leaves Textual out."""
    below = [
        ".".join(path.relative_to(root).with_suffix("").parts)
        for layer in ("core", "store", "checks", "exports", "service", "plain")
        for path in sorted((root / "guide" / layer).rglob("*.py"))
        if path.stem not in ("__init__", "__main__")
    ]
    assert "textual" not in imported_by("\n".join(f"import {name}" for name in below), root)


def test_contacts_lays_no_card(root: Path) -> None:
    """The list of contacts needs neither the walk nor the graph."""
    assert not imported_by("import guide.cli.contacts", root) & {"guide.core.walk", "guide.core.lay"}
