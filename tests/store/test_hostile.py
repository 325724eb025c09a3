"""Hostile and damaged files: a clear finding each, in little time and memory, and the process lives."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from guide.store.wording import WORDS
from tests.store.hostile import NO_LINE, hostile

CHILD = Path(__file__).with_name("hostile_child.py")
BY_HAND = sum(1 for _ in hostile())
MUTATED = 2_000
ALONE = {"fil-ute", "ukjent-pakke", "liste-ute"}
"""What is said of any file that is loaded without the shared ones."""
SECONDS = 1.0
MEGABYTES = 200
SMALL_STACK_KB = 1_024
STACK_KB = 8_192


def batch(kind: str, start: int, stop: int, stack: int) -> list[dict[str, Any]]:
    """What a process of its own says of some cases; its death by a signal fails the test."""
    command = [sys.executable, str(CHILD), kind, str(start), str(stop), str(stack)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, (done.returncode, done.stdout[-300:], done.stderr[-600:])
    *found, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert last["memory"] < MEGABYTES
    assert len(found) == stop - start
    return found


def both(kind: str, many: int, stack: int) -> list[dict[str, Any]]:
    """The cases in two processes at once."""
    middle = many // 2
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(batch, kind, 0, middle, stack)
        second = pool.submit(batch, kind, middle, many, stack)
        return first.result() + second.result()


@pytest.fixture(scope="module", params=[STACK_KB, SMALL_STACK_KB], ids=["8 MB", "1 MB"])
def by_hand(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    """What the files by hand give, with two sizes of stack."""
    return both("hostile", BY_HAND, request.param)


@pytest.fixture(scope="module")
def damaged() -> list[dict[str, Any]]:
    """What the damaged files give, on the small stack."""
    return both("mutated", MUTATED, SMALL_STACK_KB)


def assert_calm(found: list[dict[str, Any]]) -> None:
    """Nothing was raised, nothing took long, and every finding that has a place names it."""
    assert [case for case in found if "raised" in case] == []
    assert [case for case in found if case["seconds"] >= SECONDS] == []
    assert {code for case in found for code in case["lineless"]} <= NO_LINE
    assert {code for case in found for code in case["codes"]} <= WORDS.keys()


def test_there_are_enough_hostile_files() -> None:
    """At least 200 files are made by hand."""
    assert BY_HAND >= 200


def test_hostile_files_give_the_finding_that_names_the_trick(by_hand: list[dict[str, Any]]) -> None:
    """Every file made by hand gives the expected finding, with a line, in under a second and 200 MB."""
    assert_calm(by_hand)
    wrong = [case for case in by_hand if case["expected"] and case["expected"] not in case["codes"]]
    assert wrong == []
    assert [case for case in by_hand if case["used"]] == []


def test_damaged_files_give_findings_and_no_crash(damaged: list[dict[str, Any]]) -> None:
    """2,000 shipped files with seeded damage are refused with a line or read, and never raise."""
    assert_calm(damaged)
    refused = [case for case in damaged if set(case["codes"]) - ALONE]
    assert len(refused) > MUTATED // 2
