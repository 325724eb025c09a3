"""The long proofs of the real app on a terminal, with a case open: crashes, kills while one types, a traced day."""

from __future__ import annotations

import os
import pickle
import random
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from guide.service.cases.cases import Cases, OpenCase
from guide.service.cases.steps import take_note
from guide.service.guide import Guide
from guide.store.cases.crypto import LEAST
from tests.cases.made import PHRASE
from tests.cases.test_plaintext import encodings, hits
from tests.tui.booms import CANARY
from tests.tui.conftest import PROFILE, make_content
from tests.tui.terminal import Terminal
from tests.tui.test_crashes import APP_AT_KEY, APP_BESIDE

REFERENCE, SEEN, NOTE = "Kanarifugl", "kanarifuglen sang ikke i dag", "kanarifugl i buret"
"""What the case holds, and nothing else does."""
TYPED = "kanarifugl som flyr "
MORE = [
    (place, shape)
    for place in ("handler", "worker", "timer", "render", "later")
    for shape in ("file", "chained", "group", "drawn")
]
"""Shapes at places that the tests without a case have in other pairs."""
PROMISED = 2.0
"""Seconds that what is typed may be old when it is stored."""


def made(home: Path) -> Cases:
    """A store in `home`, where the app looks for it, with one case; open."""
    (home / "content").write_bytes(pickle.dumps(make_content()))
    guide = Guide(make_content(), PROFILE, lambda: datetime.now(UTC))
    cases = Cases(guide, home / ".local" / "share" / "tiltakskort" / "saker", LEAST)
    cases.create(PHRASE)
    walk = guide.answer(guide.begin("bygda/barnehage"), "nei")
    walk = guide.note(walk, {"dato": "2026-11-20", "sett": SEEN})
    opened = cases.save(guide.tick(walk, ["trist"]), REFERENCE)
    take_note(cases, opened, NOTE)
    return cases


def only(cases: Cases) -> OpenCase:
    """The one case, as the next start finds it."""
    cases.unlock(PHRASE)
    ((case, _),) = cases.listed().summaries
    return cases.resume(case)


def opened_in(terminal: Terminal) -> None:
    """From the start to the walk of the case."""
    terminal.until(b"Redigering")
    for keys, sought in (("2", "Passordsetning"), (f"{PHRASE}\r", REFERENCE), ("1", SEEN), ("1", "Lagret kl.")):
        terminal.send(keys.encode())
        assert sought.encode() in terminal.until(sought.encode()), f"{sought} never came"


def left_of(terminal: Terminal) -> bytes:
    """What stands on the terminal once the app has gone."""
    return re.split(rb"\x1b\[\?1049l", terminal.raw)[-1]


def app(place: str, shape: str = "message") -> list[str]:
    """Arguments that run the app, broken at `place`."""
    return ["-m", "tests.tui.crashing", "content", place, shape]


# --- crashes ---------------------------------------------------------------------------------------------------------
def crashed(place: str, shape: str, beside: bool) -> list[str]:
    """What is wrong after one crash with the case open; what it said stands last."""
    with tempfile.TemporaryDirectory() as where:
        home = Path(where)
        cases = made(home)
        cases.lock()
        with Terminal(app(place, shape), home) as terminal:
            opened_in(terminal)
            terminal.send(b"t")
            if beside:
                terminal.send(b"k")
                terminal.until(b"Klokka er")
                terminal.send(b"\x11")
            code = terminal.finish()
            left = left_of(terminal)
            wrong = [*terminal.sane(), *([] if code == 1 else [f"exit code {code}"])]
        words = [REFERENCE, SEEN, NOTE, "kanarifugl", CANARY]
        wrong += [f"«{word}» on the terminal" for word in words if word.encode() in left]
        wrong += ["Traceback"] if b"Traceback" in terminal.raw else []
        (home / "content").unlink()
        needles = [needle for word in words for needle in encodings(word)]
        wrong += [f"{name}: {needle!r}" for name, needle in hits(home, needles)]
        wrong += [] if only(cases).case.notes[-1].text == NOTE else ["the case is not as it was"]
        said = left.decode("utf-8", "replace")
        wrong += [] if "sist kl." in said else [f"no word of when it was saved: {said!r}"]
        return wrong


def crashes(times: int = 0) -> Iterator[str]:
    """The app broken in every place with a case open: no word of it is left, and it is told when it was saved."""
    ways = [*((*way, False) for way in (*APP_AT_KEY, *MORE)), *((*way, True) for way in APP_BESIDE)]
    ways = ways[:times] if times else ways
    found = {f"{place}, {shape}": crashed(place, shape, beside) for place, shape, beside in ways}
    yield f"{len(found)} ganger krasjet appen på en terminal med en sak åpen, på {len({w[0] for w in ways})} steder."
    yield "Ord fra saken sto igjen i terminalen, i en fil eller i en melding etterpå: {n}.".format(
        n=sum(any("on the terminal" in w or ": b" in w for w in wrong) for wrong in found.values())
    )
    wrong = sum(map(bool, found.values()))
    yield f"Ganger saken ikke sto som før, eller terminalen ikke ble satt tilbake etterpå: {wrong}."
    yield from (f"{way}: {wrong[:3]}" for way, wrong in found.items() if wrong)


# --- kill -9 while one types -----------------------------------------------------------------------------------------
def killed(seed: int) -> tuple[bool, float]:
    """Types a note in the open case and kills the app at a random moment: whether the case opens as it was, and how
    old the oldest letter was that is lost (seconds)."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as where:
        home = Path(where)
        cases = made(home)
        cases.lock()
        when: list[tuple[float, str]] = []
        with Terminal(app("first_made_never"), home) as terminal:
            opened_in(terminal)
            terminal.send(b"n")
            terminal.until(b"Skriv ikke navn")
            end = time.monotonic() + dice.uniform(0.5, 7.0)
            while time.monotonic() < end:
                when.append((time.monotonic(), TYPED[len(when) % len(TYPED)]))
                terminal.send(when[-1][1].encode())
                terminal._take(min(end, time.monotonic() + dice.uniform(0.02, 0.3)))
            terminal.process.kill()
            gone = time.monotonic()
            terminal.process.wait()
        opened = only(cases)
        whole = opened.case.notes[-1].text == NOTE and opened.walk.state.stop == "alder"
        typed = (NOTE + "".join(letter for _, letter in when)).rstrip()
        kept = opened.draft.note or NOTE
        whole = whole and typed.startswith(kept.rstrip())
        lost = when[max(len(kept) - len(NOTE), 0) :]
        return whole, gone - lost[0][0] if lost else 0.0


def appkill(times: int = 1000) -> Iterator[str]:
    """kill -9 of the real app at random moments while a note is typed."""
    yield from kills_told([killed(seed) for seed in range(times)])


def kills_told(found: Sequence[tuple[bool, float]]) -> Iterator[str]:
    """What so many kills showed."""
    ages = sorted(age for _, age in found)
    yield f"{len(found)} ganger stoppet med kill -9 på en terminal, på tilfeldige tidspunkter mens noen skrev."
    yield f"Saker som ikke sto som før, eller ikke lot seg åpne: {sum(not whole for whole, _ in found)}."
    middle = ages[len(ages) // 2]
    yield f"Den eldste bokstaven som gikk tapt, var {ages[-1]:.2f} sekunder gammel (midterste: {middle:.2f})."
    late = sum(age > PROMISED + 0.5 for age in ages)
    yield f"Ganger noe eldre enn to sekunder (og et halvt til å lagre det på) gikk tapt, og ikke var lagret: {late}."


# --- a day of use, traced --------------------------------------------------------------------------------------------
TRACED = "import os, sys; os.execvp(sys.argv[1], sys.argv[1:])"
_OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]*)", ([A-Z_|]*)')
_LOCAL = ("AF_UNIX", "AF_LOCAL")
_TITLE = re.compile(rb"\x1b\][012];([^\x07\x1b]*)")


def apptrace(_times: int = 1) -> Iterator[str]:
    """The app from the first key to the last, with a case: its sockets, and the files that it opens for writing."""
    strace = shutil.which("strace")
    if not strace:
        yield "strace finnes ikke på denne maskinen. Ikke målt."
        return
    with tempfile.TemporaryDirectory() as where:
        home = Path(where)
        made(home).lock()
        log = home / "spor"
        own = [strace, "-f", "-e", "trace=%network,open,openat", "-o", str(log), os.sys.executable]  # type: ignore[attr-defined]
        with Terminal(["-c", TRACED, *own, *app("first_made_never")], home) as terminal:
            opened_in(terminal)
            _day(terminal)
            code = terminal.finish()
            said = b"\n".join((left_of(terminal), *_TITLE.findall(terminal.raw)))
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        sockets = [line for line in lines if re.search(r"\b(socket|socketpair|connect|bind|listen)\(", line)]
        # what is sent without an address goes through a socket that was seen being made
        sockets += [line for line in lines if re.search(r"\bsend(to|msg)\(.*sa_family", line)]
        outer = [line for line in sockets if not any(name in line for name in _LOCAL)]
        written = {f[1] for line in lines if (f := _OPENED.search(line)) and re.search("O_(WRONLY|RDWR|CREAT)", f[2])}
        own_folders = (f"{home}/.local/share/tiltakskort", f"{home}/.config/tiltakskort", "/dev/", "/proc/self/")
        outside = sorted(path for path in written if not path.startswith(own_folders))
    yield f"Appen på en terminal, sett på fra start til slutt (avsluttet med {code}): sak åpnet, svar, notat, søk."
    yield f"Nettforbindelser: {len(outer)} (lokale til seg selv: {len(sockets) - len(outer)})."
    yield f"Filer skrevet utenfor mappene til appen: {len(outside)}."
    words = sum(said.count(word.encode()) for word in (REFERENCE, SEEN, NOTE, "kanarifugl"))
    yield f"Ord fra saken i vinduets tittel, eller i terminalen etterpå: {words}."
    yield from (*outer[:5], *outside[:5])


def _day(terminal: Terminal) -> None:
    """A note, an answer, contacts, a search, hidden and shown, the colours, home, out."""
    steps = (
        ("n", "Skriv ikke navn"), (" mer\r", ""), ("4\r", "Del bekymringen"), ("k", "Klokka er"), ("\x1b", ""),
        ("/", "Skriv"), ("loven", "Loven"), ("\x1b", ""), ("\x1b", ""), ("h", "Trykk h"), ("h", ""), ("t", ""),
        ("q", "Redigering"),
    )  # fmt: skip
    for keys, sought in steps:
        terminal.send(keys.encode())
        if sought:
            terminal.until(sought.encode())
        end = time.monotonic() + 0.7
        while terminal._take(end) and time.monotonic() < end:
            pass
    terminal.send(b"\x11")
