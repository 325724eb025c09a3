"""Each rule finds what it is there for, at the very letter, and leaves what is right alone."""

from __future__ import annotations

import pytest

from guide.checks.registry import FAMILIES, RULES
from guide.store.wording import WORDS
from tests.checks.base import small_files, sources
from tests.checks.cases import TODAY, Case, all_cases, check, fault, run

CASES = all_cases()


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[f"{stem}: {case.name}" for stem, case in CASES])
def test_a_case_is_found_where_it_stands_or_left_alone(case: Case) -> None:
    """A change that is a fault is found at its line and column, one that is none is not, and nothing else is cried."""
    assert not fault(case, run(case)), fault(case, run(case))


def test_the_base_has_nothing_to_find() -> None:
    """What the cases are patched into is right."""
    report = check(sources(small_files()), TODAY)
    assert report.findings == ()
    assert report.waiting == ()
    assert set(report.content.cards) == {"felles/akutt", "by/kort", "by/annet"}


def test_every_rule_and_family_has_a_case_that_fails_and_one_that_passes() -> None:
    """No rule without cases, no cases without a rule."""
    names = {rule.code for rule in RULES} | {family.name for family in FAMILIES}
    fails = {stem for stem, case in CASES if not case.passes}
    passes = {stem for stem, case in CASES if case.passes}
    assert fails == names
    assert passes == names


def test_cases_of_a_family_show_its_own_codes() -> None:
    """A case stands with the page that its code is explained on."""
    own = {rule.code: {rule.code} for rule in RULES} | {family.name: set(family.codes) for family in FAMILIES}
    assert not [(stem, case.code) for stem, case in CASES if not case.passes and case.code not in own[stem]]


def test_every_code_is_explained_on_one_page() -> None:
    """Whatever the loader or a rule can say, somebody can read about it, in one place."""
    explained = [code for family in FAMILIES for code in family.codes]
    assert sorted(explained) == sorted(WORDS)
    own = [rule.code for rule in RULES]
    assert len({*own, *explained, *(family.name for family in FAMILIES)}) >= len(own) + len(explained)
    assert len(own) == len(set(own))
