"""The app in a real terminal: start to first screen, start to first question, key to new question painted.

`python tests/bench/bench_app.py`. Each subject is a process of its own in a pty of 80×24, beside a bare Textual app in
the same round. Processor time is read when the last text that is waited for has come; the clock on the wall as well.
That the screen takes keys is shown by a key that it answers. Linux only: it asks for another process's clock.
"""

from __future__ import annotations

import fcntl
import gc
import json
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from guide.core.clock import local, parse
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.present import view
from guide.service.profile import Profile
from guide.service.views import QuestionView
from guide.store.compiled import open_content
from tests.bench.bench_process import _environment
from tests.bench.measure import Row, table

ROOT = Path(__file__).resolve().parents[2]
ROWS, COLUMNS = 24, 80
AT = "2026-11-23T12:00"
CARD = "stange/barnehage"
FACTS = (("virksomhet", "barnehage"), ("eier", "kommune"), ("rolle", "ansatt"))
PATIENCE = 20.0
"""Seconds after which a text that does not come is an error."""
KEYS = 30
MARK = 30
"""Signs of a question's text that are waited for."""
REST, REST_AFTER_START = 0.05, 0.8
"""Seconds in which a process comes to rest: after a key, and after its start with what it imports then."""
KEY_ROUNDS_LESS = 3
APP_NAME, SETTINGS = "tiltakskort", "settings.json"
HOME_GOAL, WALK_GOAL, KEY_GOAL = 1.1, 1.2, 1.3
CLOCKS, PARTS = ("prosessortid", "klokka"), (50, 99)
HELLO_APP, BARE_APP = "Textual med ett ord", "Textual med samme tekst i én `Static`"
SIX = "Det minste som kan være en førsteside: et tema, seks linjer"
HOME, WALK = "Start til første skjermbilde", f"Start til første spørsmål: `walk {CARD}`"
NOTES = [
    "Alt er målt i en ekte terminal (pty, 80×24), til den siste teksten er malt; så svarer appen på en tast. "
    "Tastene er 30 i hver runde, målt mot en app som bare bytter den samme teksten i én "
    "`Static`.",
]

HELLO = """\
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("Hei på deg")

    def on_key(self, event):
        self.query_one(Static).update("Tasten kom")

Hello().run()
"""
BARE = """\
import json, sys
from textual.app import App
from textual.content import Content
from textual.widgets import Static

with open(sys.argv[1], encoding="utf-8") as file:
    texts = json.load(file)

class Bare(App):
    at = 0

    def compose(self):
        yield Static(Content(texts[0]))

    def on_key(self, event):
        self.at += 1
        self.query_one(Static).update(Content(texts[self.at]))

Bare().run()
"""
SIX_CODE = """\
from textual.app import App
from textual.theme import Theme
from textual.widgets import Static

class Six(App):
    CSS = "Screen { background: $background; } Static { padding: 0 2; }"

    def __init__(self):
        super().__init__()
        self.register_theme(Theme(name="lys", dark=False, primary="#14594f", background="#f8f6f1"))
        self.theme = "lys"

    def compose(self):
        for number in range(1, 7):
            yield Static(f"Linje {number}")

Six().run()
"""
APP = "from guide.cli.main import run; run()"
HOME_SHOWN = ("Hva vil du gjøre?", "Jeg er bekymret", "Innstillinger", "112", "hjelp")
QUESTION_SHOWN = ("112", "tilbake")


class Terminal:
    """A process in a terminal of its own, and what it has painted since the last mark."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if not self.pid:  # the child: nothing of this process runs in it
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(command[0], list(command), environment)  # noqa: S606
        self._seen = b""

    def wait(self, *texts: str) -> None:
        """Waits until all `texts` have been painted. Raises RuntimeError where they don't come."""
        until = time.perf_counter() + PATIENCE
        wanted = [text.encode() for text in texts]
        while not all(text in self._seen for text in wanted):
            ready, _, _ = select.select([self._fd], [], [], max(until - time.perf_counter(), 0))
            try:
                data = os.read(self._fd, 1 << 16) if ready else b""
            except OSError:  # the process is gone
                data = b""
            if not data:
                raise RuntimeError(f"{texts} did not come; seen: {self._seen[-2000:].decode(errors='replace')!r}")
            self._seen += data

    def key(self, key: str) -> None:
        """Presses a key; what was painted before no longer counts."""
        self._seen = b""
        os.write(self._fd, key.encode())

    def cpu(self) -> float:
        """Seconds of processor time of the process so far, all its threads."""
        return time.clock_gettime((~self.pid << 3) | 2)

    def rest(self, seconds: float) -> None:
        """Takes in what is still painted, for so long."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self._fd], [], [], left)[0]:
                os.read(self._fd, 1 << 16)

    def close(self) -> None:
        """Ends the process that was started here."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)


@contextmanager
def opened(command: Sequence[str], environment: dict[str, str]) -> Iterator[Terminal]:
    """A terminal that is closed again."""
    gc.collect()
    terminal = Terminal(command, environment)
    try:
        yield terminal
    finally:
        terminal.close()


@dataclass(frozen=True, slots=True)
class Subject:
    """`command` in a terminal: `shown` must have been painted; `key`, where given, is answered with `answered`."""

    command: tuple[str, ...]
    shown: tuple[str, ...]
    key: str = ""
    answered: tuple[str, ...] = ()


def started(subject: Subject, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of processor time and on the wall until all is shown; then the key must be answered."""
    with opened(subject.command, environment) as terminal:
        terminal.wait(*subject.shown)
        cpu, wall = terminal.cpu(), time.perf_counter() - terminal.began
        if subject.key:
            terminal.key(subject.key)
            terminal.wait(*subject.answered)
    return cpu, wall


def key_times(
    subject: Subject, keys: Sequence[tuple[str, str]], environment: dict[str, str]
) -> list[tuple[float, float]]:
    """Seconds of processor time and on the wall from each key until its text is painted, from rest each time."""
    times = []
    with opened(subject.command, environment) as terminal:
        terminal.wait(*subject.shown)
        terminal.rest(REST_AFTER_START)
        for key, text in keys:
            used, began = terminal.cpu(), time.perf_counter()
            terminal.key(key)
            terminal.wait(text)
            wall = time.perf_counter() - began
            times.append((terminal.cpu() - used, wall))
            terminal.rest(REST)
    return times


def mark_of(shown: QuestionView) -> str:
    """So much of a question's help as surely stands on its first line: no other line of the screen says it."""
    text = shown.help or shown.text
    return text if len(text) <= MARK else text[:MARK].rsplit(" ", 1)[0]


def question(guide: Guide, walk: Walk) -> QuestionView | None:
    """The question with answers to choose from where the walk stands, else None."""
    shown = view(guide, walk)
    return shown if isinstance(shown, QuestionView) and not shown.years else None


def as_text(shown: QuestionView) -> str:
    """What a question's screen says of it, as plain text."""
    return "\n\n".join([shown.text, shown.help, *(answer.words for answer in shown.answers)])


def onward(guide: Guide, walk: Walk) -> tuple[str, Walk] | None:
    """A key that leads from this question to another one, and the walk there; None where there is none."""
    shown = question(guide, walk)
    for number, answer in reversed(list(enumerate(shown.answers if shown else (), 1))):
        then = guide.answer(walk, answer.value)
        following = question(guide, then)
        if shown and following and mark_of(following) != mark_of(shown):
            return str(number), then
    return None


def way(guide: Guide) -> tuple[str, list[str], list[tuple[str, str]]]:
    """A mark of the first question, all as text, keys with a mark of what each brings: onward, back, again."""
    walk = guide.begin(CARD)
    first = question(guide, walk)
    if first is None:
        raise RuntimeError("the card does not begin with a question")
    texts, keys = [as_text(first)], list[tuple[str, str]]()
    ahead = True
    while len(keys) < KEYS:
        key, walk = (onward(guide, walk) if ahead else None) or ("b", guide.back(walk))
        at = question(guide, walk)
        if at is None:
            raise RuntimeError("going back leads to no question")
        texts.append(as_text(at))
        keys.append((key, mark_of(at)))
        ahead = key != "b" or not walk.moves
    return mark_of(first), texts, keys


def rows(rounds: int = 15) -> tuple[list[Row], list[str]]:
    """What was measured as ratios, and notes for the reader."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**_environment(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        subjects, keys = made(Path(home))
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in subjects}
        pressed: dict[str, list[tuple[float, float]]] = {BARE_APP: [], WALK: []}
        for turn in range(rounds + 1):
            for name, subject in subjects.items():
                taken = started(subject, environment)
                if turn:  # the first round compiles bytecode and content
                    times[name].append(taken)
        for _ in range(max(rounds // KEY_ROUNDS_LESS, 1)):
            for name in pressed:
                pressed[name] += key_times(subjects[name], keys[name], environment)
    return found_rows(times, pressed), NOTES


def found_rows(times: dict[str, list[tuple[float, float]]], pressed: dict[str, list[tuple[float, float]]]) -> list[Row]:
    """The rows of the page."""
    found = []
    for which, clock in enumerate(CLOCKS):
        took = {name: median(taken[which] for taken in each) for name, each in times.items()}
        for name, goal in ((HOME, HOME_GOAL), (WALK, WALK_GOAL), (SIX, 0)):
            found.append(Row(f"{name}, {clock}", HELLO_APP, took[name] / took[HELLO_APP], most=goal))
        print(clock, {name: f"{seconds * 1000:.0f} ms" for name, seconds in took.items()}, file=sys.stderr)
    for which, clock in enumerate(CLOCKS):
        for part in PARTS:
            at = {who: quantiles([t[which] for t in each], n=100, method="inclusive") for who, each in pressed.items()}
            took = {who: each[part - 1] for who, each in at.items()}
            print(f"p{part}, {clock}", {who: f"{s * 1000:.1f} ms" for who, s in took.items()}, file=sys.stderr)
            name = f"Tast til nytt spørsmål er malt, p{part}, {clock}"
            found.append(Row(name, BARE_APP, took[WALK] / took[BARE_APP], most=KEY_GOAL))
    return found


def made(home: Path) -> tuple[dict[str, Subject], dict[str, list[tuple[str, str]]]]:
    """The subjects by name, and the keys for those that are pressed."""
    pack, facts = CARD.partition("/")[0], dict(FACTS)
    settings = home / APP_NAME / SETTINGS
    for folder in (settings, home / ".config" / APP_NAME / SETTINGS):
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.write_text(json.dumps({"format": 1, "pack": pack, **facts}), encoding="utf-8")
    content = open_content(ROOT, home / "cache")
    at = local(parse(AT))
    first, texts, keys = way(Guide(content, Profile(pack, FACTS), lambda: at))
    (home / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    scripts = {}
    for name, code in (("hello", HELLO), ("bare", BARE), ("six", SIX_CODE)):
        scripts[name] = home / f"{name}.py"
        scripts[name].write_text(code, encoding="utf-8")

    def python(*arguments: str) -> tuple[str, ...]:
        return (sys.executable, *arguments)

    bare_keys = [(" ", text) for _, text in keys]
    return {
        HELLO_APP: Subject(python(str(scripts["hello"])), ("Hei på deg",), " ", ("Tasten kom",)),
        HOME: Subject(python("-c", APP), HOME_SHOWN, "k", ("Kontakter",)),
        WALK: Subject(python("-c", APP, "walk", CARD, "--at", AT), (first, *QUESTION_SHOWN), *keys[0][:1], keys[0][1:]),
        SIX: Subject(python(str(scripts["six"])), ("Linje 6",)),
        BARE_APP: Subject(python(str(scripts["bare"]), str(home / "texts.json")), (first,)),
    }, {BARE_APP: bare_keys, WALK: keys}


if __name__ == "__main__":
    measured, said = rows(*map(int, sys.argv[1:2]))
    print(table(measured), *said, sep="\n")
