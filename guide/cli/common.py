"""What verbs with arguments share: argparse with its words in Norwegian, and all of `opening`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from guide.cli.opening import UseError, guarded, hour, open_from, profile_from, unknown

__all__ = ["Parser", "UseError", "content_arguments", "guarded", "hour", "open_from", "profile_from", "unknown"]

_SAYS = (
    (r"the following arguments are required: (.+)", "Dette mangler: {0}."),
    (r"unrecognized arguments: (.+)", "Dette kjenner vi ikke: {0}."),
    (r"argument (.+): expected (?:one|at least one) argument", "Verdien etter {0} mangler."),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", "{1} går ikke for {0}. Velg en av disse: {2}."),
    (r"ambiguous option: (.+) could match (.+)", "{0} kan bety flere ting: {1}."),
)


class Parser(argparse.ArgumentParser):
    """argparse with its words in Norwegian, and an exception instead of an exit."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title, self._optionals.title = "det du skriver", "valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjelpen")

    def error(self, message: str) -> NoReturn:
        """Wrong use: says what, and how it is used. Raises UseError."""
        found = ((re.fullmatch(pattern, message), says) for pattern, says in _SAYS)
        said = next((says.format(*match.groups()) for match, says in found if match), f"Dette går ikke: {message}.")
        raise UseError(f"{said}\n{self.format_usage().strip()}")

    def intermixed(self, argv: Sequence[str]) -> argparse.Namespace:
        """Arguments in any order. The library cuts seven letters, «usage: », off its own usage, which ours has not."""
        self.usage = super().format_usage().partition(":")[2].strip().replace("%", "%%")
        return self.parse_intermixed_args(argv)

    def format_usage(self) -> str:
        """How it is used, in one piece."""
        return super().format_usage().replace("usage:", "Bruk:", 1)

    def format_help(self) -> str:
        """The whole help."""
        return super().format_help().replace("usage:", "Bruk:", 1)


def content_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of every verb that reads content."""
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    parser.add_argument("--pack", metavar="KOMMUNE", default="", help="kommunen, f.eks. stange")
    parser.add_argument("--at", metavar="TID", default="", help="tidspunkt, f.eks. 2026-11-23T15:30 (ellers nå)")
    parser.add_argument("--json", action="store_true", help="skriv JSON")
