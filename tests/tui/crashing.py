"""Runs the real `tiltakskort` and breaks it at one place: `python -m tests.tui.crashing FILE PLACE SHAPE VERB…`.

FILE holds the content, as a pickle that the test has written. PLACE names a function below, SHAPE one of `booms`.
"""

from __future__ import annotations

import asyncio
import atexit
import pickle
import sys
import threading
from collections.abc import Callable
from typing import Any

from tests.tui import booms

Boom = Callable[..., Any]


# --- where, in the app ---------------------------------------------------------------------------------------------
def on_key(then: Boom) -> None:
    """t does `then` instead of changing the theme."""
    from guide.tui.app import GuideApp

    GuideApp.action_theme = then  # type: ignore[method-assign]


def handler(boom: Boom) -> None:
    """An action."""
    on_key(lambda app: boom())


def slow_action(boom: Boom) -> None:
    """An action that waits."""

    async def slow(app: Any) -> None:
        await asyncio.sleep(0)
        boom()

    on_key(slow)


def worker(boom: Boom) -> None:
    """A worker."""

    async def work() -> None:
        boom()

    on_key(lambda app: app.run_worker(work()))


def thread_worker(boom: Boom) -> None:
    """A worker in a thread."""
    on_key(lambda app: app.run_worker(boom, thread=True))


def timer(boom: Boom) -> None:
    """A timer."""
    on_key(lambda app: app.set_timer(0.01, boom))


def interval(boom: Boom) -> None:
    """A timer of the screen, again and again."""
    on_key(lambda app: app.screen.set_interval(0.01, boom))


def later(boom: Boom) -> None:
    """What is done later."""
    on_key(lambda app: app.call_later(boom))


def after_paint(boom: Boom) -> None:
    """What is done when it is painted."""
    on_key(lambda app: (app.screen.refresh(), app.screen.call_after_refresh(boom)))


def next_up(boom: Boom) -> None:
    """What is done next."""
    on_key(lambda app: app.screen.call_next(boom))


def watcher(boom: Boom) -> None:
    """What watches a value."""
    on_key(lambda app: app.watch(app, "title", lambda value: boom(), init=True))


def render(boom: Boom) -> None:
    """A widget that is painted."""
    from guide.tui.widgets.chrome import TopLine

    def broken(app: Any) -> None:
        TopLine.render = lambda self: boom()  # type: ignore[method-assign]
        app.screen.query_one(TopLine).refresh()

    on_key(broken)


def layout(boom: Boom) -> None:
    """A widget that is measured."""
    from guide.tui.widgets.prose import Prose

    def broken(app: Any) -> None:
        Prose.get_content_height = lambda *_: boom()  # type: ignore[method-assign]
        app.screen.refresh(layout=True)
        app.screen.query(Prose).first().refresh(layout=True)

    on_key(broken)


def compose(boom: Boom) -> None:
    """The next screen, while it is made."""
    from guide.tui.screens.contacts import ContactsScreen

    ContactsScreen.compose = lambda self: boom()  # type: ignore[method-assign]
    on_key(lambda app: app.ways.contacts())


def mounted(boom: Boom) -> None:
    """The next screen, when it stands."""
    from guide.tui.screens.contacts import ContactsScreen

    ContactsScreen.on_mount = lambda self: boom()  # type: ignore[method-assign]
    on_key(lambda app: app.ways.contacts())


def made(boom: Boom) -> None:
    """The next screen's own making."""
    from guide.tui.screens.contacts import ContactsScreen

    ContactsScreen.__init__ = lambda self, *_: boom()  # type: ignore[method-assign]
    on_key(lambda app: app.ways.contacts())


def closed(boom: Boom) -> None:
    """A modal's answer."""
    from guide.tui.modals.help import HelpModal

    on_key(lambda app: app.push_screen(HelpModal(), lambda value: boom()).__await__ and app.screen.dismiss("x"))


def first_made_never(boom: Boom) -> None:
    """Nowhere: the real start, whole."""


def first_compose(boom: Boom) -> None:
    """The first screen."""
    from guide.tui.screens.home import HomeScreen

    HomeScreen.compose = lambda self: boom()  # type: ignore[method-assign]


def first_mount(boom: Boom) -> None:
    """The app, before its first paint."""
    from guide.tui.app import GuideApp

    GuideApp.on_mount = lambda self: boom()  # type: ignore[method-assign]


def app_made(boom: Boom) -> None:
    """Before the start: the app's own making."""
    from guide.tui.app import GuideApp

    GuideApp.__init__ = lambda *_: boom()  # type: ignore[method-assign]


def profile_made(boom: Boom) -> None:
    """Before the start: who walks here."""
    import guide.cli.app

    guide.cli.app.profile_of = lambda *_: boom()


def app_ended(boom: Boom) -> None:
    """After the end of the app."""
    import guide.cli.app

    on_key(lambda app: app.exit())
    run_app = guide.cli.app.run_app

    def run_and_fail(*args: Any, **named: Any) -> int:
        run_app(*args, **named)
        boom()

    guide.cli.app.run_app = run_and_fail


def unmounted(boom: Boom) -> None:
    """While the app ends."""
    from guide.tui.app import GuideApp

    on_key(lambda app: app.exit())
    GuideApp.on_unmount = lambda self: boom()  # type: ignore[attr-defined]


def unmounted_slowly(boom: Boom) -> None:
    """While the app ends, on a terminal that takes its bytes slowly."""
    from textual.drivers import _writer_thread

    class SlowQueue(_writer_thread.Queue[Any]):
        def get(self, block: bool = True, timeout: float | None = None) -> Any:
            taken = super().get(block, timeout)
            threading.Event().wait(0.02)
            return taken

    _writer_thread.Queue = SlowQueue  # type: ignore[misc]
    unmounted(boom)


# --- where, beside the app: it goes on, and the code is told at the end -----------------------------------------------
def in_thread(boom: Boom) -> None:
    """A thread."""
    thread = threading.Thread(target=boom)
    thread.start()
    thread.join()


def thread(boom: Boom) -> None:
    """A thread of the app."""
    on_key(lambda app: in_thread(boom))


def stray_task(boom: Boom) -> None:
    """A task that nobody waits for."""

    async def stray() -> None:
        boom()

    def start(app: Any) -> None:
        asyncio.get_running_loop().create_task(stray())  # nobody keeps it: that is the point

    on_key(start)


def loop_callback(boom: Boom) -> None:
    """Something that the event loop calls."""
    on_key(lambda app: asyncio.get_running_loop().call_soon(boom))


class Falls:
    """Breaks when it is thrown away."""

    def __init__(self, boom: Boom) -> None:
        self.boom = boom

    def __del__(self) -> None:
        self.boom()


def thrown_away(boom: Boom) -> None:
    """An object that is thrown away."""
    on_key(lambda app: bool(Falls(boom)) and None)


# --- where, in `route` ---------------------------------------------------------------------------------------------
def content_read(boom: Boom) -> None:
    """Before the walk."""
    import guide.cli.route

    guide.cli.route.open_from = lambda *_: boom()


def walked(boom: Boom) -> None:
    """In the walk."""
    from guide.service.guide import Guide

    Guide.answer = lambda *_: boom()  # type: ignore[method-assign]


def told(boom: Boom) -> None:
    """While the route is told."""
    import guide.cli.route

    guide.cli.route.as_text = lambda *_: boom()


def beside(boom: Boom) -> None:
    """In a thread, and the route is told all the same."""
    import guide.cli.route

    as_text = guide.cli.route.as_text

    def start(*args: Any) -> str:
        in_thread(boom)
        return as_text(*args)

    guide.cli.route.as_text = start


def let_go(boom: Boom) -> None:
    """In an object that is thrown away while the route is told."""
    import guide.cli.route

    as_text = guide.cli.route.as_text
    guide.cli.route.as_text = lambda *args: as_text(*args) if Falls(boom) else ""


def at_exit(boom: Boom) -> None:
    """When Python itself ends: the exit code is settled by then."""
    atexit.register(boom)


def main() -> None:
    """Breaks `tiltakskort` and runs it."""
    path, place, shape, *verb = sys.argv[1:]
    sys.argv[1:] = verb
    with open(path, "rb") as pickled:
        content = pickle.load(pickled)  # noqa: S301  # the test itself has written it
    import guide.cli.app
    import guide.cli.route
    from guide.cli.main import run
    from guide.store.settings import Settings

    settings = Settings(pack="bygda", virksomhet="barnehage", rolle="ansatt")
    guide.cli.app.opened = guide.cli.route.open_from = lambda *_: (content, settings)
    guide.cli.app.quiet()
    globals()[place](getattr(booms, shape))
    run()


if __name__ == "__main__":
    main()
