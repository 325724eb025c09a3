"""Terminals of every kind: other encodings, dumb ones, without colour, of any size, interrupted; and no network."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
from textual.color import Color

from guide.tui import strings
from guide.tui.themes import THEMES

from .conftest import PROFILE, make_content, with_topic
from .terminal import MARK, Terminal, parted
from .walking import leave, walk_everything

pytest.importorskip("pty", reason="pty is for Unix")

ENCODINGS = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "POSIX", "LANG": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "cp1252:strict", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "ascii"},
]
BREAK = ["-m", "tests.tui.crashing"]
"""The real start, with the fixture's content; what it breaks is never reached."""


@pytest.fixture
def content_file(tmp_path: Path) -> Path:
    """The fixture's content, as the drivers read it."""
    path = tmp_path / "content"
    path.write_bytes(pickle.dumps(make_content()))
    return path


def test_the_drivers_marks_are_found_wherever_the_bytes_are_parted() -> None:
    """However a read ends, every mark is found, and all other bytes come out as they were."""
    marks = [MARK.format(keys=keys, screen="Dialog").encode() for keys in (139, 140)]
    data = b"a\x1b[1mb" + marks[0] + b"\x1b]2;t\x1b\\c" + marks[1] + b"\x1b[0md"
    for cut in range(1, len(data)):
        first, left, rest = parted(data[:cut])
        second, right, end = parted(rest + data[cut:])
        assert [*first, *second] == [(139, "Dialog"), (140, "Dialog")], cut
        assert (left + right, end) == (b"a\x1b[1mb\x1b]2;t\x1b\\c\x1b[0md", b""), cut


@pytest.mark.parametrize("env", ENCODINGS, ids=lambda env: " ".join(f"{k}={v}" for k, v in env.items()))
def test_a_terminal_that_is_not_utf_8_gets_norwegian_letters(
    content_file: Path, tmp_path: Path, env: dict[str, str]
) -> None:
    """The app starts, å stands as å, the numbers are there, and it ends with 0."""
    with Terminal([*BREAK, str(content_file), "first_made_never", "message"], tmp_path, env) as terminal:
        assert b"avslutt" in terminal.until(b"avslutt"), terminal.text  # the last that is painted
        assert "Pågående saker" in terminal.text
        assert "112" in terminal.text
        terminal.send(b"q")
        assert terminal.finish() == 0
        assert terminal.sane() == []


def test_a_dumb_terminal_gets_the_numbers(content_file: Path, tmp_path: Path) -> None:
    """No crash, no traceback, 112 on the screen."""
    args = [*BREAK, str(content_file), "first_made_never", "message"]
    with Terminal(args, tmp_path, {"TERM": "dumb"}) as terminal:
        assert b"112" in terminal.until(b"112"), terminal.text
        assert "Traceback" not in terminal.raw.decode("utf-8")
        assert terminal.process.poll() in (None, 0)


def light(color: str) -> float:
    """How light a colour is, by WCAG 2. The terminal's own colours stand for black and white."""
    rgb = Color.parse(f"#{color}").normalized
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def faint(terminal: Terminal) -> set[tuple[str, str]]:
    """Pairs of colours on the screen whose text can hardly be read (below 3 to 1)."""
    found = set()
    for row in terminal.display.buffer.values():
        for cell in row.values():
            if cell.data.strip() and not "\u2580" <= cell.data <= "\u259f":  # scroll bars
                own = {"default": "ffffff"}, {"default": "000000"}
                fg, bg = own[0].get(cell.fg, cell.fg), own[1].get(cell.bg, cell.bg)
                fg, bg = (bg, fg) if cell.reverse else (fg, bg)
                high, low = sorted((light(fg), light(bg)), reverse=True)
                if (high + 0.05) / (low + 0.05) < 3:
                    found.add((fg, bg))
    return found


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_without_colour_it_can_be_read_in_every_theme(content_file: Path, tmp_path: Path, theme: str) -> None:
    """NO_COLOR: no letter on a ground of nearly its own shade, and no colour but greys."""
    pairs = [(make_content(), PROFILE)]
    (tmp_path / "pairs").write_bytes(pickle.dumps((pairs, [])))
    args = ["-m", "tests.tui.driver", str(tmp_path / "pairs")]
    with Terminal(args, tmp_path, {"NO_COLOR": "1", "PROVE_THEME": theme}) as terminal:
        terminal.settle()
        # no modal: what is below one is faint on purpose
        for keys in ((), ("k",), ("escape", "1"), ("2", "escape", "enter", "right", "space", "enter", "v")):
            terminal.press(*keys)
            assert faint(terminal) == set(), terminal.text
        colors = {cell.bg for row in terminal.display.buffer.values() for cell in row.values()} - {"default"}
        assert not [color for color in colors if len({color[:2], color[2:4], color[4:]}) > 1]


@pytest.mark.parametrize("keys", [("1", "2"), ("1", "2", "escape"), ("1", "2", "escape", "enter")])
def test_ctrl_c_in_the_middle_says_that_nothing_is_saved(
    content_file: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    """It asks first; leaving then is exit code 0, with the terminal as it was."""
    (tmp_path / "pairs").write_bytes(pickle.dumps(([(make_content(), PROFILE)], [])))
    with Terminal(["-m", "tests.tui.driver", str(tmp_path / "pairs")], tmp_path) as terminal:
        terminal.settle()
        terminal.press(*keys, "ctrl+c")
        assert strings.LEAVE_TITLE in terminal.text
        terminal.send(b"3")
        assert terminal.finish() == 0
        assert terminal.sane() == []


def test_an_interrupt_from_outside_leaves_a_sane_terminal(content_file: Path, tmp_path: Path) -> None:
    """SIGINT: no traceback, the terminal as it was."""
    import signal

    with Terminal([*BREAK, str(content_file), "first_made_never", "message"], tmp_path) as terminal:
        terminal.until(b"Redigering")
        os.kill(terminal.process.pid, signal.SIGINT)
        terminal.finish()
        assert "Traceback" not in terminal.raw.decode("utf-8")
        assert terminal.sane() == []


def test_the_whole_walk_opens_no_socket(tmp_path: Path) -> None:
    """Every screen, in a process where a socket to anywhere is refused and told of: none was tried."""
    (tmp_path / "pairs").write_bytes(pickle.dumps(([(with_topic(make_content()), PROFILE)], [])))
    told = tmp_path / "network"
    args = ["-m", "tests.tui.driver", str(tmp_path / "pairs")]
    with Terminal(args, tmp_path, {"PROVE_NO_NETWORK": str(told)}) as terminal:
        terminal.settle()
        assert "WalkScreen" in walk_everything(terminal)
        assert leave(terminal) == 0
    assert not told.exists(), told.read_text(encoding="utf-8")


def test_a_socket_would_be_seen(tmp_path: Path) -> None:
    """The check itself can fail."""
    import subprocess
    import sys

    code = (
        "import pathlib, socket; from tests.tui.driver import without_network;"
        "without_network(pathlib.Path('network')); socket.socketpair(); socket.socket()"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, check=False)
    assert done.returncode == 1
    assert "socket.__new__" in (tmp_path / "network").read_text(encoding="utf-8")
