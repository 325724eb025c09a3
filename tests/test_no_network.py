"""Nothing is sent and nothing is fetched: no module of guide/ can, and few packages of others come along."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted(path for path in (ROOT / "guide").rglob("*.py") if "_content" not in path.parts)
NETWORK = frozenset(
    {
        "aiohttp",
        "asyncore",
        "ftplib",
        "http",
        "httpx",
        "imaplib",
        "nntplib",
        "poplib",
        "requests",
        "smtplib",
        "socket",
        "socketserver",
        "ssl",
        "telnetlib",
        "urllib",
        "urllib3",
        "webbrowser",
        "websockets",
        "wsgiref",
        "xmlrpc",
    }
)
RUNTIME = frozenset(
    {
        "annotated-types",
        "cffi",
        "cryptography",
        "linkify-it-py",
        "lxml",
        "markdown-it-py",
        "mdit-py-plugins",
        "mdurl",
        "opening-hours-py",
        "platformdirs",
        "pycparser",
        "pydantic",
        "pydantic-core",
        "pygments",
        "python-docx",
        "pyyaml",
        "rich",
        "segno",
        "textual",
        "typing-extensions",
        "typing-inspection",
        "typst",
        "tzdata",
    }
)
"""All that is installed with the app. Textual brings eight, pydantic three, cryptography two; more is a choice."""


def imported(tree: ast.AST) -> set[str]:
    """The top names of what a module imports, inside functions and by name too."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
            "import_module",
            "__import__",
        ):
            found |= {str(a.value).partition(".")[0] for a in node.args if isinstance(a, ast.Constant)}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_can_reach_the_network(path: Path) -> None:
    """No import of what opens a connection, not even inside a function."""
    assert not imported(ast.parse(path.read_text(encoding="utf-8"))) & NETWORK


@pytest.mark.parametrize(
    "code",
    ["import urllib.request", "def f():\n    from http import client", "importlib.import_module('socket')"],
)
def test_an_import_of_the_network_is_found(code: str) -> None:
    """The check itself can fail."""
    assert imported(ast.parse(code)) & NETWORK


def normal(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(requirement: str, extras: frozenset[str]) -> tuple[str, frozenset[str]] | None:
    """(package, extras) of a requirement, None where it is for another Python, system or extra."""
    from packaging.requirements import Requirement

    wanted = Requirement(requirement)
    marker = wanted.marker
    here = marker is None or any(marker.evaluate({"extra": extra}) for extra in (extras or {""}))
    return (normal(wanted.name), frozenset(wanted.extras)) if here else None


def test_few_packages_come_along() -> None:
    """What `pip install` brings is what stands in RUNTIME, as the packages that are installed here say it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    left = [need for text in project["dependencies"] if (need := needed(text, frozenset()))]
    found: dict[str, frozenset[str]] = {}
    while left:
        name, extras = left.pop()
        if name in found and extras <= found[name]:
            continue
        found[name] = found.get(name, frozenset()) | extras
        try:
            texts = requires(name) or []
        except PackageNotFoundError:
            pytest.fail(f"{name} is not installed")
        left += [need for text in texts if (need := needed(text, found[name]))]
    assert found.keys() == RUNTIME
