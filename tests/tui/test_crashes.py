"""Provoked crashes of the real app on a real terminal, and of `route`: a code is told, and no word of the walk."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from guide.cli import crash
from guide.core.faults import crash_code

from .booms import CANARY
from .conftest import make_content
from .terminal import ROOT, Terminal

pytest.importorskip("pty", reason="pty is for Unix")

APP_AT_KEY = [
    ("handler", "message"),
    ("handler", "key"),
    ("handler", "attribute"),
    ("handler", "chained"),
    ("handler", "during"),
    ("handler", "group"),
    ("handler", "letters"),
    ("handler", "file"),
    ("handler", "deep"),
    ("handler", "drawn"),
    ("handler", "noted"),
    ("handler", "asked_to_leave"),
    ("slow_action", "chained"),
    ("worker", "message"),
    ("worker", "drawn"),
    ("thread_worker", "key"),
    ("timer", "attribute"),
    ("interval", "message"),
    ("later", "during"),
    ("after_paint", "message"),
    ("next_up", "group"),
    ("watcher", "message"),
    ("render", "message"),
    ("render", "deep"),
    ("layout", "noted"),
    ("compose", "chained"),
    ("mounted", "message"),
    ("made", "file"),
    ("closed", "key"),
    ("app_ended", "message"),
    ("app_ended", "asked_to_leave"),
    ("unmounted", "chained"),
    ("unmounted_slowly", "message"),
]
APP_AT_START = [
    ("first_compose", "message"),
    ("first_mount", "drawn"),
    ("app_made", "message"),
    ("app_made", "during"),
    ("profile_made", "key"),
]
APP_BESIDE = [
    ("thread", "message"),
    ("thread", "group"),
    ("stray_task", "chained"),
    ("loop_callback", "attribute"),
    ("thrown_away", "message"),
]
ROUTE = [
    ("content_read", "message"),
    ("content_read", "file"),
    ("walked", "chained"),
    ("walked", "group"),
    ("walked", "deep"),
    ("walked", "asked_to_leave"),
    ("told", "letters"),
    ("told", "noted"),
    ("beside", "message"),
    ("let_go", "during"),
]
CASES = [*APP_AT_KEY, *APP_AT_START, *APP_BESIDE]


@dataclass(frozen=True)
class Crash:
    """What a crash left behind."""

    code: int
    said: str
    wrong: list[str]
    files: dict[str, bytes]


def files_in(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def crashed(case: tuple[str, str], folder: Path) -> Crash:
    """The app on a terminal, broken."""
    home, (place, shape) = folder / f"{place_name(case)}", case
    home.mkdir()
    with Terminal(["-m", "tests.tui.crashing", str(folder / "content"), place, shape], home) as terminal:
        if case not in APP_AT_START:
            terminal.until(b"Redigering")
            terminal.send(b"t")
        if case in APP_BESIDE:
            terminal.send(b"k")
            assert b"Klokka er" in terminal.until(b"Klokka er"), "the app has not gone on"
            terminal.send(b"\x11")
        code = terminal.finish()
        return Crash(code, terminal.raw.decode("utf-8"), terminal.sane(), files_in(home))


def place_name(case: tuple[str, str]) -> str:
    """A name for a case."""
    return "-".join(case)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the content that the app is to be broken with."""
    folder = tmp_path_factory.mktemp("crashes")
    (folder / "content").write_bytes(pickle.dumps(make_content()))
    return folder


@pytest.fixture(scope="module")
def crashes(folder: Path) -> dict[tuple[str, str], Crash]:
    """All crashes of the app, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(CASES, pool.map(lambda case: crashed(case, folder), CASES), strict=True))


def test_there_are_fifty_crashes() -> None:
    """As many as was promised, each of them once."""
    assert len({*CASES}) + len({*ROUTE}) == len(CASES) + len(ROUTE) >= 50


@pytest.mark.parametrize("case", CASES, ids=place_name)
def test_a_crash_of_the_app_says_a_code_and_no_word_of_the_walk(
    crashes: dict[tuple[str, str], Crash], case: tuple[str, str]
) -> None:
    """Exit code 1, an error code, no canary in the bytes or in a file, and the terminal as it was."""
    found = crashes[case]
    assert CANARY not in found.said
    assert "Traceback" not in found.said
    assert "Feilkode: " in found.said
    assert (found.code, found.wrong) == (1, [])
    assert not [name for name, data in found.files.items() if CANARY.encode() in data]


def route(folder: Path, home: Path, place: str, shape: str) -> subprocess.CompletedProcess[str]:
    """`tiltakskort route`, broken."""
    args = ["route", "bygda/barnehage", "--fact", "akutt_fare=nei", "--fact", "alder=4", "--fact", "tegn_vold=ja"]
    return subprocess.run(
        [sys.executable, "-m", "tests.tui.crashing", str(folder / "content"), place, shape, *args],
        cwd=home,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("case", ROUTE, ids=place_name)
def test_a_crash_of_route_says_a_code_and_no_word_of_the_walk(
    folder: Path, tmp_path: Path, case: tuple[str, str]
) -> None:
    """Exit code 1, an error code, no canary on stdout, stderr or in a file."""
    done = route(folder, tmp_path, *case)
    assert CANARY not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "Feilkode: " in done.stderr
    assert done.returncode == 1
    assert not [name for name, data in files_in(tmp_path).items() if CANARY.encode() in data]


def test_what_breaks_when_python_ends_is_told_as_a_code(folder: Path, tmp_path: Path) -> None:
    """The exit code is settled by then; the advice was given."""
    done = route(folder, tmp_path, "at_exit", "message")
    assert CANARY not in done.stdout + done.stderr
    assert "Feilkode: ValueError booms:" in done.stderr
    assert "Meld til barnevernet" in done.stdout


def test_the_canary_would_be_seen_without_the_hooks(folder: Path, tmp_path: Path) -> None:
    """The check itself can fail: Python's own hook prints the word."""
    code = "from tests.tui import booms; booms.message()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert CANARY in done.stderr


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a test notes stays in the process."""
    monkeypatch.setattr(crash, "_codes", [])
    monkeypatch.setattr(crash, "_ended", False)


@pytest.mark.usefixtures("hooks")
def test_what_broke_beside_is_told_once_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    """The same code twice is one line; with nothing to tell the exit code stays."""
    assert crash.told(3) == 3
    crash._ended = False
    error = KeyError(CANARY)
    crash.note(error)
    crash.note(error)
    assert crash.told(0) == crash.FAILED
    assert crash._codes == ["KeyError"]


@pytest.mark.usefixtures("hooks")
@pytest.mark.parametrize(("asked", "code"), [(None, 0), (0, 0), (3, 3), (CANARY, 1)])
def test_leaving_with_a_text_is_a_fault(asked: object, code: int) -> None:
    """A number is an exit code; a text would be printed."""
    assert crash.left(asked) == code


def test_a_code_has_the_place_where_it_arose() -> None:
    """The innermost frame; an error that was never raised has none."""
    assert crash_code(ValueError(CANARY)) == "ValueError"
    assert crash_code(None) == "?"


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has it")
def test_a_sealed_process_cannot_be_read_by_others(tmp_path: Path) -> None:
    """PR_GET_DUMPABLE says 0, and no core file may be written."""
    code = (
        "import ctypes, resource; from guide.cli import app, crash; app.quiet(); crash.seal();"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split(maxsplit=1) == ["0", "(0, 0)\n"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TEXTUAL_LOG", "keys.log"),
        ("TEXTUAL", "debug,devtools"),
        ("TEXTUAL_DEBUG", "1"),
        ("TEXTUAL_SCREENSHOT", "0"),
        ("PYTHONFAULTHANDLER", "1"),
        ("PYTHONASYNCIODEBUG", "1"),
        ("PYTHONDEVMODE", "1"),
        ("PYTHONTRACEMALLOC", "5"),
    ],
)
def test_no_variable_makes_the_app_write_a_file_or_a_word(folder: Path, tmp_path: Path, name: str, value: str) -> None:
    """A crash with each of them: no file, no canary, the same code, and it ends."""
    value = str(tmp_path / value) if value.endswith(".log") else value
    env = {name: value, "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path)}
    args = ["-m", "tests.tui.crashing", str(folder / "content"), "handler", "message"]
    with Terminal(args, tmp_path, env) as terminal:
        terminal.until(b"Redigering")
        terminal.send(b"t")
        assert terminal.finish() == 1
        assert CANARY not in terminal.raw.decode("utf-8")
        assert "Feilkode: ValueError booms:" in terminal.raw.decode("utf-8")
    assert files_in(tmp_path) == {}
