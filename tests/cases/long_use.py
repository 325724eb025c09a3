"""The long proofs of cases in use: random walks, a trace of a day, a thousand cases. See long.py."""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from guide.core.case import Case, Event, replay, step
from guide.core.case import Version as CaseVersion
from guide.core.case import begun as begun_log
from guide.core.case_codec import dump, load
from guide.core.case_due import summary_of
from guide.core.case_move import moved_on, new_names
from guide.core.content import ASK, Content
from guide.core.record import replace
from guide.core.walk import ALARM, Walk
from guide.service.cases.cases import Cases
from guide.service.cases.end import verify
from guide.service.cases.list import overview
from guide.service.cases.steps import follow
from guide.store.cases.contents import keep
from guide.store.cases.crypto import Cost
from guide.store.cases.db import PRAGMAS
from guide.store.cases.folder import STORE
from guide.store.cases.open import by_passphrase, change_passphrase
from guide.store.load import load as load_content
from tests.cases.long_store import ROOT, place_for
from tests.cases.made import NOON, PHRASE, Clock, any_step, cases_of, locked_cases, renamed, steps

CARDS = ("stange/barnehage", "stange/skole")


def _other(walk: Walk, dice: random.Random) -> Walk:
    """The walk with an earlier answer given otherwise; itself where there is none to change."""
    asked = [i for i, m in enumerate(walk.moves) if m.kind != ALARM and walk.laid.nodes[m.node].kind == ASK]
    if not asked:
        return walk
    at = dice.choice(asked)
    move = walk.moves[at]
    values = [v for v, _ in walk.laid.nodes[move.node].node.answers if v != move.answer and not v[0].isdigit()]
    return walk.change(at, replace(move, answer=dice.choice(values))) if values else walk


def walks(times: int = 10_000) -> Iterator[str]:
    """Random walks with back and changes: the log as bytes gives the same state, and follows renamed nodes."""
    content = load_content(ROOT)
    with place_for() as where:
        cases = cases_of(content, Path(where), Clock())
        kept = {card: keep(content, card) for card in CARDS}
        later = {card: renamed(renamed(content, card, "oppsto", "begynte"), card, "vold", "om-vold") for card in CARDS}
        newer = {card: locked_cases(later[card], Path(where)).guide for card in CARDS}
        for card in CARDS:
            cases.today(card)
        done, wrong, events, unmoved = 0, list[int](), 0, 0
        for seed in range(times):
            dice = random.Random(seed)
            card = CARDS[seed % 2]
            walk = steps(cases.guide, cases.guide.begin(card), dice.randrange(6), seed)
            log = list(begun_log(walk, CaseVersion(kept[card].id, "1", card), "x", NOON, "stange", 90))
            for _ in range(dice.randrange(4, 26)):
                luck = dice.random()
                forward = any_step(cases.guide, walk, dice)
                after = walk.back() if luck < 0.2 else _other(walk, dice) if luck < 0.35 else forward
                event = step(walk, after, NOON)
                log += [event] if event else []
                walk = after
            again = replay("x", [load(dump(event)) for event in log], cases.resolve)
            same = (again.walk.state, again.walk.moves, again.walk.kept) == (walk.state, walk.moves, walk.kept)
            moved = moved_on(again.walk, newer[card].laid(card), newer[card].content.lists)
            to = new_names(newer[card].laid(card)) if seed % 50 == 0 else None
            if to is not None or seed % 5 == 0:
                names = to or new_names(newer[card].laid(card))
                stop = names.get(walk.state.stop, walk.state.stop)
                unmoved += moved.walk.state.stop == stop
                done += 1
                same = same and moved.walk.state.stop == stop and not moved.unfit
            events += len(log)
            wrong += [] if same else [seed]
        yield f"{times} tilfeldige gjennomganger, {events} hendelser: tilbake, endret, åpnet igjen av lagrede bytes."
        yield f"En annen tilstand etterpå: {len(wrong)}."
        yield f"{done} av dem ble flyttet til en utgave der to steg har byttet navn: {unmoved} sto på samme sted."
        yield from (f"seed {seed}" for seed in wrong[:5])


# --- a day of use, traced --------------------------------------------------------------------------------------------
DAY = """
import sys
from pathlib import Path
from guide.store.load import load
from guide.service.cases.end import backup, delete, verify
from guide.service.cases.lines import case_view
from guide.service.cases.end import verify
from guide.service.cases.list import overview
from guide.service.cases.steps import close, follow, keep_draft, take_note
from guide.service.cases.draft import Draft
from tests.cases.made import Clock, PHRASE, any_step, cases_of, locked_cases, steps
import random
folder, content, clock = Path(sys.argv[1]), load(Path.cwd()), Clock()
cases = cases_of(content, folder, clock)
for n in range(4):
    opened = cases.save(steps(cases.guide, cases.guide.begin("stange/barnehage"), 6, n), f"referanse {n}")
    for step in range(15):
        clock.forward(minutes=20)
        opened = keep_draft(cases, opened, Draft("et utkast"))
        opened = follow(cases, opened, any_step(opened.guide, opened.walk, random.Random(step)))
    opened = take_note(cases, opened, "et notat")
    case_view(cases, opened)
overview(cases)
backup(cases)
delete(cases, opened.case.id)
verify(cases)
cases.lock()
cases.unlock(PHRASE)
cases.copy_if_due()
print("ferdig")
"""
_OPENED = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]*)", ([A-Z_|]*)')


def trace(_times: int = 1) -> Iterator[str]:
    """Sockets, and files opened for writing, over a day of use."""
    strace = shutil.which("strace")
    if not strace:
        yield "strace finnes ikke på denne maskinen. Ikke målt."
        return
    with place_for() as where:
        log = Path(where) / "spor"
        own = [sys.executable, "-B", "-c", DAY, where]
        done = subprocess.run(
            [strace, "-f", "-e", "trace=%network,open,openat", "-o", str(log), *own],
            cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        sockets = [line for line in lines if re.search(r"\b(socket|connect|bind|sendto)\(", line)]
        written = {f[1] for line in lines if (f := _OPENED.search(line)) and re.search("O_(WRONLY|RDWR|CREAT)", f[2])}
        outside = sorted(path for path in written if not path.startswith((f"{where}/saker", "/dev/")))
        yield f"En dags bruk (4 saker, 60 svar, utkast, notat, kopi, sletting), sett på: {done.stdout.strip()}."
        yield f"Åpnede nettforbindelser: {len(sockets)}. Filer skrevet utenfor mappa med sakene: {len(outside)}."
        yield from outside[:5]


# --- a thousand cases ------------------------------------------------------------------------------------------------
def _milliseconds(times: list[float]) -> str:
    return f"{median(times) * 1000:.1f} ms"


def _big(content: Content, folder: Path, number: int, events: int) -> tuple[Cases, list[str]]:
    cases = cases_of(content, folder, Clock())
    walk = cases.guide.begin(CARDS[0])
    kept, log, dice = cases.today(CARDS[0]), list[Event](), random.Random(4)
    log = list(begun_log(walk, CaseVersion(kept.id, "1", CARDS[0]), "referanse", NOON, "stange", 90))
    while len(log) < events:
        after = any_step(cases.guide, walk, dice)
        if after.state.ended or after is walk:
            after = walk.back()
        event = step(walk, after, NOON)
        log += [event] if event else []
        walk = after
    case: Case = replay("", log, cases.resolve)
    rows, summary = [dump(event) for event in log], summary_of(case, cases.guide.calendar()).dump()
    cases.store.keep_content(kept.id, kept.data)
    names = [cases.store.start(rows, summary, [kept.id], NOON) for _ in range(number)]
    return cases, names


def growth(most: int = 1000, events: int = 200) -> Iterator[str]:
    """Ten, a hundred and a thousand cases: opening, listing, the next answer."""
    content = load_content(ROOT)
    columns = (
        "fil",
        "lås opp",
        "liste",
        "åpne én sak",
        "neste svar lagret",
        "bare SQLite",
        "verste av 50",
        "les alt tilbake",
    )
    yield f"| saker à {events} hendelser | {' | '.join(columns)} |"
    yield "| --- " * (len(columns) + 1) + "|"
    for number in (n for n in (10, 100, 1000) if n <= most):
        with place_for() as where:
            cases, names = _big(content, Path(where), number, events)
            size = (cases.folder / STORE).stat().st_size / 1e6
            change_passphrase(cases.store, PHRASE, Cost())
            opening, listing, reading, writing, bare = ([] for _ in range(5))
            plain = _plain(Path(where))
            for _ in range(5):
                begun = time.perf_counter()
                by_passphrase(cases.folder, PHRASE).db.close()
                opening.append(time.perf_counter() - begun)
                begun = time.perf_counter()
                assert len(overview(cases).rows) == number
                listing.append(time.perf_counter() - begun)
                begun = time.perf_counter()
                opened = cases.resume(names[-1])
                reading.append(time.perf_counter() - begun)
            for turn in range(50):
                begun = time.perf_counter()
                opened = follow(cases, opened, any_step(opened.guide, opened.walk, random.Random(turn)))
                writing.append(time.perf_counter() - begun)
                begun = time.perf_counter()
                plain.execute("INSERT INTO t VALUES(?)", (b"x" * 300,))
                bare.append(time.perf_counter() - begun)
                opened = follow(cases, opened, opened.walk.back())
            begun = time.perf_counter()
            whole = verify(cases).whole
            took = time.perf_counter() - begun
            cells = [f"{size:.1f} MB", *map(_milliseconds, (opening, listing, reading, writing, bare))]
            cells += [f"{max(writing) * 1000:.0f} ms", f"{took:.1f} s{'' if whole else ' (skadet)'}"]
            yield f"| {number} | {' | '.join(cells)} |"


def _plain(folder: Path) -> sqlite3.Connection:
    """A file of SQLite's own with the same settings: what one commit costs on this disk in this run."""
    sql = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in PRAGMAS:
        sql.execute(f"PRAGMA {pragma}")
    sql.execute("CREATE TABLE t(x)")
    return sql
