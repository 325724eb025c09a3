"""No text reaches a widget but through `plain`, and what it shows is what stands there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import guide.tui
from guide.tui.text import Line, plain, rows_of

FOLDER = Path(guide.tui.__file__).parent
TAKERS = {
    "Static",
    "Label",
    "Button",
    "Option",
    "OptionList",
    "Checkbox",
    "RadioButton",
    "Collapsible",
    "Tab",
    "TabPane",
    "Digits",
    "notify",
    "update",
}
SLOTS = {"border_title", "border_subtitle", "tooltip", "placeholder"}
CONTENT_KEYWORDS = {"content", "label", "prompt", "message", "title", "tooltip", "placeholder"}


def modules() -> dict[Path, ast.Module]:
    """Every module of the app, parsed."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.rglob("*.py"))}


def makers(trees: dict[Path, ast.Module]) -> set[str]:
    """Functions of ours that say that they return Content."""
    functions = (node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return {node.name for node in functions if isinstance(node.returns, ast.Name) and node.returns.id == "Content"}


def is_content(node: ast.expr, made: set[str]) -> bool:
    """Whether an expression is sure to be Content (`.plain` of it where a slot takes text as it stands)."""
    if isinstance(node, ast.Attribute) and node.attr == "plain":
        node = node.value
    if not isinstance(node, ast.Call):
        return False
    name = (
        node.func.id
        if isinstance(node.func, ast.Name)
        else node.func.attr
        if isinstance(node.func, ast.Attribute)
        else ""
    )
    return name in made


def faults(tree: ast.Module, made: set[str]) -> list[int]:
    """Lines where something else than Content goes into a widget."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            given = [k.value for k in node.keywords if k.arg in CONTENT_KEYWORDS] if name in TAKERS else []
            given += node.args[:1] if name in TAKERS else []
            given += [k.value for k in node.keywords if k.arg in SLOTS]
            found += [value.lineno for value in given if not is_content(value, made)]
        elif isinstance(node, ast.Assign):
            slots = [t for t in node.targets if isinstance(t, ast.Attribute) and t.attr in SLOTS]
            found += [node.lineno for _ in slots if not is_content(node.value, made)]
    return found


def test_no_str_reaches_a_widget() -> None:
    """By AST over guide/tui: widgets, updates, tooltips, titles and notifications get Content."""
    trees = modules()
    made = makers(trees)
    assert "plain" in made
    assert {str(path): lines for path, tree in trees.items() if (lines := faults(tree, made))} == {}


@pytest.mark.parametrize(
    "code",
    [
        'Static("[red]x")',
        "Label(text)",
        "self.notify(message=text)",
        "Entry(placeholder=how)",
        'self.tooltip = "x"',
        "box.update(f'{x}')",
        "widget.border_title = str(x)",
    ],
)
def test_the_check_sees_a_str(code: str) -> None:
    """The check above can fail."""
    assert faults(ast.parse(code), {"plain"})


def test_only_tui_imports_textual_and_never_pydantic() -> None:
    """Textual stays in guide/tui; pydantic stays out of it."""
    for path in FOLDER.parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if FOLDER not in path.parents:
            assert "import textual" not in text, path
            assert "from textual" not in text, path
        else:
            assert "pydantic" not in text, path


def test_plain_takes_no_markup_and_no_control_characters() -> None:
    """Markup is shown as it stands; escapes, bidi marks and bells are gone."""
    shown = plain("[red]a[/red] [@click=app.quit]b[/] \x1b[2J\x07\u202ec\x9b")
    assert shown.plain == "[red]a[/red] [@click=app.quit]b[/] [2Jc"
    assert shown.spans == []


@pytest.mark.parametrize("width", [1, 2, 5, 9, 12, 40])
def test_lines_hang_and_fit_whatever_the_width(width: int) -> None:
    """No row is wider than it may be; the rows below the first begin under its text."""
    rows = [
        row.plain for row in rows_of([Line(plain("en to tre fire fem"), plain("–"), 2), Line(plain("slutt"))], width)
    ]
    assert max(len(row) for row in rows) <= width
    if width == 12:
        assert rows == ["– en to tre", "  fire fem", "slutt"]
