"""`tiltakskort`: the app. Whatever is wrong with the content, it opens, with the emergency numbers."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from guide.cli import crash
from guide.cli.main import FINE, HAS_ERRORS, WRONG_USE
from guide.cli.opening import Options, UseError, guarded, hour, open_from, profile_from, quick
from guide.cli.terminal import at_terminal, wants_lines
from guide.core.content import Content
from guide.core.faults import crash_code
from guide.core.record import replace
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.store.settings import LocalNumber, Settings, load_settings, save_settings

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from guide.service.desk import Desk
    from guide.tui.settings import Chosen

NO_TERMINAL = "Her er det ingen som svarer. Er barnet i fare nå, ring 112. Brann 110, ambulanse 113."


@guarded
def main(argv: list[str]) -> int:
    """Runs the app until the user leaves it."""
    args = arguments(argv)
    now = hour(args)
    quiet()
    content, settings = opened(args)
    if wants_lines(args.plain):
        return _lines(content, settings, args.pack, now, args.content)
    return run_app(content, settings, args.pack, now, folder=args.content)


def _lines(content: Content, settings: Settings, pack: str, now: Callable[[], datetime], folder: str) -> int:
    """The line mode. Where it gets no line at all, nobody is there to answer: the numbers, and wrong use."""
    from guide.cli.lines import home_in_lines  # the app does without it

    code, heard = home_in_lines(Guide(content, profile_of(settings, content, pack), now), settings, bool(pack), folder)
    if heard or at_terminal():
        return code
    print(NO_TERMINAL, file=sys.stderr)
    return WRONG_USE


def arguments(argv: list[str]) -> Options:
    """The arguments. Raises UseError."""
    if plainly := quick(argv, words=0):
        return plainly[0]
    # imported here: most starts have few arguments, and argparse is slow to import
    from guide.cli.common import Parser, content_arguments

    parser = Parser(prog="tiltakskort", description="Fra «jeg er bekymret» til riktig nummer.")
    parser.add_argument("--plain", action="store_true", help="linje for linje, for skjermleser og enkle terminaler")
    content_arguments(parser)
    return parser.parse_args(argv, Options())


def opened(args: Options | argparse.Namespace) -> tuple[Content, Settings]:
    """The content and the settings; empty content where it can't be read at all."""
    try:
        return open_from(args)
    except UseError:
        raise
    except Exception:  # the numbers come first: no fault of a folder may keep the app from opening
        return EMPTY, load_settings()


EMPTY = Content(packs={}, cards={}, facts={}, services={}, laws={}, lists={}, contacts={})
"""What is left when nothing can be read: the emergency numbers, which are in code."""


def profile_of(settings: Settings, content: Content, pack: str) -> Profile:
    """The profile of the settings; nobody's where their municipality is not among the content. Raises UseError."""
    if pack:
        return profile_from(settings, content, pack)
    if settings.pack in content.packs:
        return profile_from(settings, content, "")
    return Profile("", ())


def quiet() -> None:
    """No environment variable makes Textual write keys or screens to a file (TEXTUAL_LOG does)."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    for name in ("PYTHONASYNCIODEBUG", "PYTHONDEVMODE"):
        os.environ.pop(name, None)
    os.umask(0o077)
    with contextlib.suppress(ImportError, OSError, ValueError):  # no core files; not on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class SettingsStore:
    """The user's settings file, as the app's store. A municipality given for this run only is not remembered."""

    def __init__(self, settings: Settings, profile: Profile, passing: bool = False) -> None:
        self._settings, self._profile, self._passing = settings, profile, passing

    def load(self) -> Chosen:
        """What was chosen last."""
        from guide.tui.settings import Chosen

        return Chosen(self._profile, self._settings.theme)

    def save(self, chosen: Chosen) -> None:
        """Remembers. Raises OSError."""
        profile, facts = chosen.profile, dict(chosen.profile.facts)
        settings = replace(self._settings, theme=chosen.theme)
        if not (self._passing and profile == self._profile):
            settings = replace(
                settings,
                pack=profile.pack,
                virksomhet=facts.get("virksomhet", ""),
                eier=facts.get("eier", ""),
                rolle=facts.get("rolle", ""),
                local=tuple(LocalNumber(p.service, p.name, p.phone, p.entered) for p in profile.local),
            )
        self._settings, self._profile = settings, profile
        save_settings(settings)

    def choose(self, folder: Path | None) -> None:
        """Remembers a folder with content; None for what comes with the app. Raises OSError."""
        settings = replace(self._settings, content=str(folder.absolute()) if folder else "")
        save_settings(settings)
        self._settings = settings


def desk_of(folder: str, settings: Settings) -> Desk:
    """The trainers' desk over the content that the app has."""
    return desk_over(lambda: folder_of(folder, settings))


def desk_over(root: Callable[[], Path]) -> Desk:
    """The trainers' desk over a folder, whichever it is when it is asked."""
    from guide.service.desk import Desk  # only those who train pay for it

    return Desk(root)


def reopened(root: Path) -> Content:
    """What staff read of a folder now."""
    from guide.store.compiled import open_current
    from guide.store.locate import cache_dir

    return open_current(root, cache_dir())


def folder_of(folder: str, settings: Settings) -> Path:
    """The folder that the app's content is from."""
    from guide.store.locate import locate

    return locate(folder, settings.content)


def run_app(
    content: Content, settings: Settings, pack: str, now: Callable[[], datetime], card: str = "", folder: str = ""
) -> int:
    """Runs the app, at `card` where one is given; `folder` is the content's, where one was named.

    Returns the exit code.
    """
    # imported here, after quiet(): importing Textual reads the environment
    from guide.tui.app import GuideApp
    from guide.tui.ending import crash_words

    profile = profile_of(settings, content, pack)
    store, first_run = SettingsStore(settings, profile, bool(pack)), not (profile.workplace or card)
    app = GuideApp(Guide(content, profile, now), store, first_run, card)
    app.guard = crash
    app.folder = lambda: folder_of(folder, settings)
    app.open_desk = lambda: desk_over(lambda: app.folder() if app.folder else folder_of(folder, settings))
    app.choose_folder = store.choose
    app.reopen = reopened
    try:
        app.run()
    except Exception as error:  # a code, and nothing of the walk
        print(crash_words(crash_code(error)), file=sys.stderr)
        return HAS_ERRORS
    return HAS_ERRORS if app.return_code else FINE
