"""What several verbs share, the app among them: the content, the hour, who walks, messages to a person."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from guide.cli.main import WRONG_USE
from guide.core.clock import local, parse
from guide.core.contacts import ContactPoint
from guide.core.content import Content
from guide.service.profile import Profile
from guide.store.compiled import open_current
from guide.store.locate import cache_dir, locate
from guide.store.settings import Settings, load_settings

if TYPE_CHECKING:  # the app starts without it
    import argparse


class UseError(Exception):
    """Wrong use, with a Norwegian message that says how it is done."""


class Options:
    """What every verb that reads content can be told, as it is when nothing is said (see `content_arguments`)."""

    content = ""
    pack = ""
    at = ""
    json = False
    plain = False
    card = ""


def quick(argv: list[str], words: int) -> tuple[Options, list[str]] | None:
    """The arguments, where they need no parser: whole options, each value beside its option, and `words` words.

    None where anything else stands there; argparse takes that, and costs what half a start's content does.
    """
    options, found = Options(), list[str]()
    left = iter(argv)
    for part in left:
        if not part.startswith("-"):
            found.append(part)
        elif part in ("--plain", "--json"):
            setattr(options, part[2:], True)
        elif part in ("--content", "--pack", "--at"):
            value = next(left, "-")
            if value.startswith("-"):
                return None
            setattr(options, part[2:], value)
        else:
            return None
    return (options, found) if len(found) == words else None


def open_from(args: Options | argparse.Namespace) -> tuple[Content, Settings]:
    """The content that the arguments, the environment or the settings choose."""
    settings = load_settings()
    root = locate(args.content, settings.content)
    return open_current(root, cache_dir()), settings


def hour(args: Options | argparse.Namespace) -> Callable[[], datetime]:
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


def card_named(content: Content, name: str) -> str:
    """`name`, where it is a card in use. Raises UseError, which says what is wrong with it or what was meant."""
    if name in content.cards:
        return name
    broken = next((f for f in content.findings if f.file.endswith(f"{name}.yaml")), None)
    if broken:
        raise UseError(f"Kortet «{name}» er ute av bruk på grunn av en feil. {broken}")
    raise UseError(unknown("Kortet", name, content.cards))


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
