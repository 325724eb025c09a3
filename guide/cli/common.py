"""What several verbs share: arguments, the content, the hour, messages to a person."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import NoReturn

from guide.cli.main import WRONG_USE
from guide.core.clock import local, parse
from guide.core.contacts import ContactPoint
from guide.core.content import Content
from guide.service.profile import Profile
from guide.store.compiled import open_content
from guide.store.locate import cache_dir, locate
from guide.store.settings import Settings, load_settings


class UseError(Exception):
    """Wrong use, with a Norwegian message that says how it is done."""


_SAYS = (
    (r"the following arguments are required: (.+)", "Dette mangler: {0}."),
    (r"unrecognized arguments: (.+)", "Dette kjenner vi ikke: {0}."),
    (r"argument (.+): expected (?:one|at least one) argument", "Verdien etter {0} mangler."),
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


def open_from(args: argparse.Namespace) -> tuple[Content, Settings]:
    """The content that the arguments, the environment or the settings choose."""
    settings = load_settings()
    root = locate(args.content, settings.content)
    return open_content(root, cache_dir()), settings


def hour(args: argparse.Namespace) -> Callable[[], datetime]:
    """The clock: the hour given, or now. Raises UseError."""
    if not args.at:
        return lambda: local(datetime.now(UTC))
    try:
        at = local(parse(args.at))
    except ValueError as error:
        raise UseError(str(error)) from None
    return lambda: at


def profile_from(settings: Settings, content: Content, pack: str) -> Profile:
    """Who is walking. The settings hold for their own municipality; for another one only the role stays."""
    chosen = pack or settings.pack
    if chosen and chosen not in content.packs:
        known = [p.id for p in content.packs.values() if p.kind == "municipality"]
        raise UseError(unknown("Kommunen", chosen, known))
    own = chosen == settings.pack
    facts = {"rolle": settings.rolle, **({"virksomhet": settings.virksomhet, "eier": settings.eier} if own else {})}
    local_points = tuple(
        ContactPoint(
            id=f"lokal-{entry.service}",
            service=entry.service,
            name=entry.name,
            pack=chosen,
            phone=entry.phone,
            entered=entry.entered,
        )
        for entry in (settings.local if own else ())
    )
    return Profile(chosen, tuple((f, v) for f, v in facts.items() if v), local_points)


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """«Kommunen «stagne» finnes ikke. Mente du «stange»?»"""
    import difflib  # only when something is wrong

    names = list(known)
    near = difflib.get_close_matches(name, names, 1)
    if near:
        return f"{what} «{name}» finnes ikke. Mente du «{near[0]}»?"
    return f"{what} «{name}» finnes ikke. Dette finnes: {', '.join(sorted(names))}."


def guarded(main: Callable[[list[str]], int]) -> Callable[[list[str]], int]:
    """A verb that tells of wrong use on stderr, with exit code 2, instead of raising."""

    def run(argv: list[str]) -> int:
        try:
            return main(argv)
        except UseError as error:
            print(str(error), file=sys.stderr)
            return WRONG_USE

    return run
