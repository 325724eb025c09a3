"""Real content with one defect each: found with the right code, at the right letter, and nothing else is cried."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.core.findings import Finding
from guide.service.checking.checking import Report, check
from guide.store import load
from tests.checks.base import shipped_files, sources
from tests.checks.cases import TODAY, Case, fault, read_cases, run

TABLE = [
    (path.stem, case) for path in sorted((Path(__file__).parent / "broken").glob("*.yaml")) for case in read_cases(path)
]
TRUE_TODAY = {
    "nummer-mangler": 56,
    "tilgang-ikke-sagt": 4,
    "tjeneste-uten-vei": 2,
    "faktum-uten-bruk": 2,
}
"""What is found in the shipped content because it is so: numbers that the plans do not give; measures of which a
plan does not say how one gets them; the doctor and the county
governor, whom no plan gives a number either; two facts that exercises and situations speak of and no card asks yet."""


@pytest.fixture(scope="module")
def base(root: Path) -> dict[str, str]:
    """The shipped content, file by file."""
    return shipped_files(root)


@pytest.fixture(scope="module")
def before(base: dict[str, str]) -> Report:
    """What is found in it as it is."""
    return check(sources(base), TODAY)


@pytest.fixture(autouse=True, scope="module")
def read_once() -> pytest.MonkeyPatch:
    """Files that a case leaves alone are read as YAML once: the trees are only looked at."""
    patch = pytest.MonkeyPatch()
    known: dict[tuple[str, bytes], object] = {}
    read = load.read

    def remembered(data: bytes, name: str, *rest: object) -> object:
        """As `read`."""
        if (name, data) not in known:
            known[name, data] = read(data, name, *rest)  # type: ignore[arg-type]
        return known[name, data]

    patch.setattr(load, "read", remembered)
    yield patch
    patch.undo()


@pytest.mark.parametrize("case", [case for _, case in TABLE], ids=[f"{stem}: {case.name}" for stem, case in TABLE])
def test_a_defect_is_found_where_it_stands(case: Case, base: dict[str, str], before: Report) -> None:
    """One defect, one place; what follows from it is listed with it."""
    wrong = fault(case, run(case, base), known(before))
    assert not wrong, wrong


def known(report: Report) -> frozenset[tuple[str, str, str]]:
    """What is there without the defect, wherever it has moved to."""
    return frozenset(same(finding) for finding in report.findings)


def same(finding: Finding) -> tuple[str, str, str]:
    """What a finding says, without its place."""
    return finding.code, finding.file, finding.what


def test_there_are_enough_defects_of_all_kinds() -> None:
    """At least sixty, no two alike, in cards, contacts, texts and shared files."""
    assert len(TABLE) >= 60
    assert len({(case.name, case.code, case.edits) for _, case in TABLE}) == len(TABLE)
    assert len({case.code for _, case in TABLE}) >= 50


def test_the_shipped_content_has_nothing_but_what_is_true(before: Report) -> None:
    """No error, and no warning but those that somebody has looked at and found right."""
    found: dict[str, int] = {}
    for finding in before.findings:
        found[finding.code] = found.get(finding.code, 0) + 1
    assert before.errors == 0
    assert {code: count for code, count in found.items() if code not in TRUE_TODAY} == {}
    assert all(count <= TRUE_TODAY[code] for code, count in found.items()), found
