"""Plain arguments are read without argparse, and mean the same as with it."""

from __future__ import annotations

import pytest

from guide.cli.app import arguments as app_arguments
from guide.cli.common import Parser, UseError, content_arguments
from guide.cli.opening import Options, quick
from guide.cli.walk import arguments as walk_arguments

NAMES = ("content", "pack", "at", "json", "plain", "card")


def by_parser(argv: list[str]) -> dict[str, object]:
    """What argparse makes of it."""
    parser = Parser("tiltakskort walk", "")
    parser.add_argument("card")
    parser.add_argument("--plain", action="store_true")
    content_arguments(parser)
    args = parser.parse_args(argv, Options())
    return {name: getattr(args, name) for name in NAMES}


@pytest.mark.parametrize(
    "argv",
    [
        ["stange/barnehage"],
        ["stange/barnehage", "--at", "2026-11-23T12:00", "--plain"],
        ["--pack", "stange", "--content", "mappe", "felles/akutt", "--json"],
        ["--at", "a", "--at", "b", "kort"],
        ["kort", "--at", ""],
    ],
)
def test_plain_arguments_mean_the_same(argv: list[str]) -> None:
    """In any order, the last of several."""
    assert quick(argv, words=1) is not None
    args = walk_arguments(argv)
    assert {name: getattr(args, name) for name in NAMES} == by_parser(argv)


@pytest.mark.parametrize(
    "argv",
    [["kort", "--at=2026-11-23T12:00"], ["kort", "--at"], ["--at", "--plain", "kort"], ["kort", "-h"], [], ["a", "b"]],
)
def test_all_else_is_left_to_the_parser(argv: list[str]) -> None:
    """Nothing is guessed."""
    assert quick(argv, words=1) is None


def test_wrong_use_is_told_as_before() -> None:
    """The parser says what is wrong."""
    with pytest.raises(UseError, match="Dette mangler"):
        walk_arguments([])
    with pytest.raises(UseError, match="Dette kjenner vi ikke"):
        app_arguments(["kort"])
    assert walk_arguments(["kort", "--at=i dag"]).at == "i dag"
