"""The pages on the rules are whole, and the ones in docs are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.checks.registry import FAMILIES, RULES
from guide.service.checking import rule_pages
from guide.service.checking.rule_pages import page_name, pages
from guide.store.wording import WORDS

PAGES = [*(rule.page for rule in RULES), *(family.page for family in FAMILIES)]
SECTIONS = ["Hva", "Hvorfor", "Feil", "Slik retter du"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.partition("\n")[0])
def test_a_page_says_what_why_an_example_and_how_to_mend(page: str) -> None:
    """Four sections in one order, each with something in it, and a fault as it is written in a file."""
    title, _, body = page.partition("\n")
    assert title
    assert re.findall(r"^## (.+)$", body, re.MULTILINE) == SECTIONS
    parts = re.split(r"^## .+$", body, flags=re.MULTILINE)[1:]
    assert all(len(part.split()) >= 2 for part in parts)
    assert re.search(r"```(?:yaml|text)\n.+\n```", parts[2], re.DOTALL)


def test_the_pages_in_docs_are_those_of_the_code(root: Path) -> None:
    """No page is missing, old, or left over: run `python -m guide.service.checking.rule_pages docs/regler`."""
    folder = root / "docs" / "regler"
    assert {path.name: path.read_text("utf-8") for path in folder.glob("*.md")} == pages()


def test_the_index_names_every_page() -> None:
    """Whoever opens docs/regler finds all of them."""
    found = pages()
    linked = set(re.findall(r"\]\(([a-z-]+\.md)\)", found["README.md"]))
    assert linked == found.keys() - {"README.md"}


def test_every_code_has_its_page() -> None:
    """Whatever is found, its page is there."""
    found = pages()
    for code in [*WORDS, *(rule.code for rule in RULES)]:
        assert f"`{code}`" in found[f"{page_name(code)}.md"]


def test_every_rule_is_in_the_registry(root: Path) -> None:
    """A rule or a page that nobody registers would never be seen."""
    for folder, names in (
        ("rules", {rule.code for rule in RULES}),
        ("families", {family.name for family in FAMILIES}),
    ):
        files = (root / "guide" / "checks" / folder).glob("*.py")
        assert {path.stem.replace("_", "-") for path in files if path.stem != "__init__"} == names


def test_the_command_writes_all_pages_and_deletes_what_is_gone(tmp_path: Path) -> None:
    """A rule that is taken out leaves no page behind; other files stay."""
    (tmp_path / "gammel.md").write_text("borte")
    (tmp_path / "bilde.svg").write_text("her")
    assert rule_pages.main([str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {*pages(), "bilde.svg"}
