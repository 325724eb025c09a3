"""The long proofs of the store: kills, flips, faults, two windows, the order of system calls. See long.py."""

from __future__ import annotations

import json
import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from guide.store.cases.backup import backup, verify
from guide.store.cases.cases import CaseStore
from guide.store.cases.delete import delete
from guide.store.cases.errors import BusyError, CaseError, ConflictError
from guide.store.cases.folder import STORE
from guide.store.cases.keys import KeyFile
from guide.store.cases.open import by_user_key
from tests.cases.flips import SEEN, UNSEEN, flip, truth_of
from tests.cases.made import NOON, filled, store_in

ROOT = Path(__file__).resolve().parents[2]


def place_for() -> tempfile.TemporaryDirectory[str]:
    """A folder on a disk, not in memory: what is proved is about disks."""
    return tempfile.TemporaryDirectory(dir=ROOT, prefix=".proof-")


def forked() -> int:
    """A child of this process, which opens the store by itself and shares no lock with it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # later Pythons warn where a test runner has threads
        return os.fork()


def reopened(folder: Path, user_key: bytes) -> CaseStore:
    """The store as the next start opens it."""
    return by_user_key(folder, KeyFile.read(folder), user_key)


def _text(number: int) -> bytes:
    return f"svar {number} ".encode() * (1 + number % 40)


# --- kill -9 ---------------------------------------------------------------------------------------------------------
def _writer(folder: Path, user_key: bytes, out: int, seed: int) -> None:
    """Writes until it is killed, and tells what is safe, each time a call has returned."""
    dice, store = random.Random(seed), reopened(folder, user_key)
    names = {case: head.count for case, head in store.listing().heads.items()}
    marks = {case: store.draft(case)[1] for case in names}
    told = lambda *what: os.write(out, (json.dumps(what) + "\n").encode())  # noqa: E731
    told("open")
    while True:
        case, luck = dice.choice(list(names)), dice.random()
        if luck < 0.02 and len(names) > 3:
            told("deleting", case)
            delete(store, case, NOON)
            told("deleted", case)
            del names[case]
        elif luck < 0.03:
            backup(store)
        elif luck < 0.08 and len(names) < 10:
            name = store.start([_text(1)], "ny", [], NOON)
            names[name], marks[name] = 1, ""
            told("stored", name, 1)
        elif luck < 0.4:
            number = dice.randrange(10**6)
            told("typing", case, number)
            marks[case] = store.keep_draft(case, names[case], _text(number), marks[case], NOON)
            told("draft", case, number)
        else:
            number = names[case] + 1
            store.append(case, number - 1, [_text(number)], "kort", [], NOON)
            names[case], marks[case] = number, ""
            told("stored", case, number)


def _lines(end: int, seconds: float) -> bytes:
    """What a writer tells for so long."""
    found = os.read(end, 65536)  # it is open now
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if select.select([end], [], [], left)[0]:
            found += os.read(end, 65536)
    return found


def _losses(folder: Path, user_key: bytes, told: list[list[object]]) -> list[str]:
    """What was said to be safe and is not."""
    try:
        store = reopened(folder, user_key)
    except CaseError as error:
        return [f"åpner ikke: {type(error).__name__}"]
    try:
        report = verify(store)
        lost = [] if report.whole else [f"skadet: {sorted(report.damaged)}"]
        heads = store.listing().heads
        stored = {str(line[1]): int(str(line[2])) for line in told if line[0] == "stored"}
        gone = {line[1] for line in told if line[0] in ("deleting", "deleted")}
        for case, number in stored.items():
            if case not in gone and heads[case].count < number:
                lost.append(f"{case}: {heads[case].count} < {number}")
        for case in heads:
            events = store.read(case)[1]
            lost += [f"{case}: feil innhold" for at, event in enumerate(events, 1) if event != _text(at)][:1]
        last = {str(line[1]): line for line in told if line[0] in ("stored", "draft", "typing")}
        for case, (kind, _, number) in ((c, line) for c, line in last.items() if c in heads):
            if kind == "draft" and store.draft(case)[0] not in (_text(int(str(number))), b""):
                lost.append(f"{case}: utkast")
        lost += [f"{line[1]}: ikke slettet" for line in told if line[0] == "deleted" and line[1] in heads]
        return lost if store.keys.epochs == (store.epoch[0],) else [*lost, "to nøkler"]
    except CaseError as error:
        return [f"kan ikke leses: {type(error).__name__}"]
    finally:
        store.db.close()


def kill(times: int = 1000) -> Iterator[str]:
    """Kills a writer with signal 9 at random moments."""
    with place_for() as where:
        store, _ = store_in(Path(where))
        for _ in range(5):
            store.start([_text(1)], "kort", [], NOON)
        folder, user_key, dice, all_told, lost = store.folder, store.user_key, random.Random(9), 0, list[str]()
        store.db.close()
        for round_ in range(times):
            end, out = os.pipe()
            child = forked()
            if child == 0:
                try:
                    _writer(folder, user_key, out, round_)
                finally:
                    os._exit(3)
            os.close(out)
            data = _lines(end, dice.uniform(0.01, 0.25))
            os.kill(child, signal.SIGKILL)
            status = os.waitpid(child, 0)[1]
            while more := os.read(end, 65536):
                data += more
            os.close(end)
            if not os.WIFSIGNALED(status):
                lost.append(f"skriveren stoppet selv (runde {round_})")
            told = [json.loads(line) for line in data.split(b"\n")[:-1]]
            all_told += sum(line[0] in ("stored", "draft", "deleted") for line in told)
            lost += _losses(folder, user_key, told)
        yield f"{times} ganger stoppet med kill -9, på tilfeldige tidspunkter mens det ble skrevet og slettet."
        yield f"{all_told} ganger ble det sagt «lagret» eller «slettet» før det."
        yield f"Tapt, endret eller ikke til å åpne: {len(lost)}."
        yield from lost[:5]


# --- flipped bits ----------------------------------------------------------------------------------------------------
def flips(times: int = 2000) -> Iterator[str]:
    """Turns one bit at a time."""
    with place_for() as where:
        store, names = filled(Path(where), cases=12, events=20)
        store.keep_draft(names[0], 20, b"utkast", "", NOON)
        truth, data, dice = truth_of(store), (store.folder / STORE).read_bytes(), random.Random(2000)
        (Path(where) / "kopi").mkdir()
        found, others = Counter[str](), 0
        for _ in range(times):
            kind, still = flip(store, data, truth, dice, Path(where) / "kopi")
            found[kind] += 1
            others += kind == SEEN and still == len(names) - 1
        yield f"{times} ganger ble én bit i fila snudd ({len(data) // 1024} kB, {len(names)} saker)."
        yield f"{found[SEEN]} ganger ble det sagt fra. {found['harmless']} ganger traff det noe som ikke leses."
        yield f"Endret uten at det ble sagt: {found[UNSEEN]}."
        yield f"I {others} av de {found[SEEN]} åpnet alle de andre sakene som før."


# --- two windows -----------------------------------------------------------------------------------------------------
def _window(folder: Path, user_key: bytes, case: str, mark: str, times: int, out: int) -> None:
    store, refused, waited, at = reopened(folder, user_key), 0, 0, 0
    for number in range(times):
        while True:
            try:
                at = store.append(case, at, [f"{mark} {number}".encode()], "", [], NOON).count
                break
            except ConflictError:
                refused += 1
                at = store.listing().heads[case].count
            except BusyError:  # the other one never lets go: told, and tried again
                waited += 1
    os.write(out, f"{refused} {waited}".encode())


def windows(times: int = 500) -> Iterator[str]:
    """Two processes write to one case."""
    with place_for() as where:
        store, _ = store_in(Path(where))
        case = store.start([b"begynt"], "", [], NOON)
        ends = []
        for mark in "AB":
            end, out = os.pipe()
            child = forked()
            if child == 0:
                try:
                    _window(store.folder, store.user_key, case, mark, times, out)
                    os._exit(0)
                finally:
                    os._exit(3)
            os.close(out)
            ends.append((child, end))
        codes = [os.waitpid(child, 0)[1] for child, _ in ends]
        told = [[int(number) for number in os.read(end, 100).split()] for _, end in ends]
        refused, waited = (sum(numbers[at] for numbers in told if numbers) for at in (0, 1))
        events = store.read(case)[1][1:]
        own = {mark: [event for event in events if event.startswith(mark.encode())] for mark in "AB"}
        right = all(own[mark] == [f"{mark} {n}".encode() for n in range(times)] for mark in "AB")
        done = "ja" if codes == [0, 0] else "nei"
        yield f"To vinduer skrev {times} ganger hver i samme sak. Begge kom i mål: {done}."
        yield f"{len(events)} av {2 * times} er der, i riktig rekkefølge: {'ja' if right else 'nei'}."
        yield f"{refused} ganger fikk et vindu vite at det andre hadde skrevet, og leste på nytt."
        yield f"{waited} ganger ventet et vindu i fem sekunder, fikk vite det, og prøvde igjen."


# --- the order of system calls, and faults in them -----------------------------------------------------------------
CHILD = """
import sys, os
from pathlib import Path
from guide.store.cases.open import by_user_key
from guide.store.cases.keys import KeyFile
from guide.store.cases.errors import CaseError
from tests.cases.made import NOON
folder, key, case, times = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), sys.argv[3], int(sys.argv[4])
try:
    store = by_user_key(folder, KeyFile.read(folder), key)
    at = store.listing().heads[case].count
    for number in range(times):
        at = store.append(case, at, [b"svar " * 300], "kort", [], NOON).count
        os.write(1, b"lagret\\n")
except CaseError as error:
    os.write(1, ("feil: " + type(error).__name__ + "\\n").encode())
"""


def _traced(args: list[str], store: CaseStore, case: str, times: int, log: Path) -> str:
    """What the child says while strace looks on."""
    own = [sys.executable, "-c", CHILD, str(store.folder), store.user_key.hex(), case, str(times)]
    strace = shutil.which("strace") or ""
    done = subprocess.run(
        [strace, "-f", "-o", str(log), *args, *own], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    return done.stdout + done.stderr


def order(times: int = 200) -> Iterator[str]:
    """«lagret» comes after the folder has been synced, which comes after the journal is gone."""
    if not shutil.which("strace"):
        yield "strace finnes ikke på denne maskinen. Ikke målt."
        return
    with place_for() as where:
        store, names = filled(Path(where), cases=1)
        log = Path(where) / "spor"
        _traced(["-y", "-e", "trace=pwrite64,fsync,fdatasync,unlink,unlinkat,write"], store, names[0], times, log)
        right, wrong, since = 0, 0, list[str]()
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            if re.search(r'write\(1.*"lagret', line):
                steps = [step for step in since if step]
                right += steps[-4:] == ["journal synced", "store synced", "journal gone", "folder synced"]
                wrong += steps[-4:] != ["journal synced", "store synced", "journal gone", "folder synced"]
                since = []
            else:
                since.append(_step(line, store.folder))
        yield f"{right + wrong} svar ble skrevet mens hvert systemkall ble sett på."
        yield f"«lagret» kom sist, etter journal, lager, journalen slettet og mappa: {right} av {right + wrong}."


def _step(line: str, folder: Path) -> str:
    """What a line of the trace does to what is on the disk; empty where it makes nothing last."""
    if "sync(" in line:
        path = re.search(r"sync\(\d+<([^>]*)>", line)
        name = path[1] if path else ""
        if name.endswith("-journal"):
            return "journal synced"
        return "store synced" if name.endswith(STORE) else "folder synced" if name == str(folder) else ""
    return "journal gone" if "unlink" in line and "-journal" in line and "= 0" in line else ""


FAULTS = (
    ("pwrite64", "ENOSPC", "full disk"),
    ("pwrite64", "EIO", "feil på disken"),
    ("fdatasync", "EIO", "feil når det skrives til disken"),
    ("unlink", "EROFS", "disken er blitt skrivebeskyttet"),
)


def faults(most: int = 40) -> Iterator[str]:
    """A fault at the first, second, … call of each kind, once and from then on, until none is left."""
    if not shutil.which("strace"):
        yield "strace finnes ikke på denne maskinen. Ikke målt."
        return
    with place_for() as where:
        for call, code, words in FAULTS:
            tried, told, bad = 0, 0, list[str]()
            for rest in ("", "+"):
                for at in range(1, most):
                    folder = Path(where) / f"{call}{code}{at}{len(rest)}"
                    store, names = filled(folder, cases=2)
                    inject = f"inject={call}:error={code}:when={at}{rest}"
                    said = _traced(["-e", f"trace={call}", "-e", inject], store, names[0], 2, folder / "spor")
                    if "INJECTED" not in (folder / "spor").read_text(encoding="utf-8", errors="replace"):
                        break
                    tried += 1
                    told += "feil:" in said
                    bad += _after_fault(store, names, said)
            yield f"{words} ({call}, {code}): {tried} steder, {told} meldinger, tapt eller skadet: {len(bad)}."
            yield from bad[:3]
        yield "Der det ikke kom noen melding, ble alt lagret: SQLite skriver mappa to ganger, og bare den siste teller."


def _after_fault(store: CaseStore, names: list[str], said: str) -> list[str]:
    """What is wrong after a fault: less than was said to be stored, or more than was tried, or no clear end."""
    stored = said.count("lagret")
    try:
        again = reopened(store.folder, store.user_key)
        count = len(again.read(names[0])[1])
        bad = [] if 4 + stored <= count <= 6 and verify(again).whole else [f"{stored} lagret, {count} der"]
    except CaseError as error:
        bad = [f"åpner ikke: {type(error).__name__}"]
    return bad if stored == 2 or "feil:" in said else [*bad, f"uten melding: {said[-120:]!r}"]
