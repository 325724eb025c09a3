"""What a hostile text does to a real terminal: nothing. The real app's bytes are compared with a clean run's.

The reader of the YAML files refuses such characters already; here they are put behind it, so that `plain` holds alone.
"""

from __future__ import annotations

import base64
import pickle
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from guide.core.text import FORBIDDEN, clean

from .conftest import PROFILE, make_content, with_topic
from .dressed import Say, dressed, dressed_profile
from .payloads import MARKUP, SEQUENCES
from .terminal import Terminal
from .test_every_screen import every_class
from .walking import leave, walk_everything

pty = pytest.importorskip("pty", reason="pty is for Unix")

A_RUN = 16
"""Payloads that stand together in every field of one run."""
RUNS = [payloads[at : at + A_RUN] for payloads in (SEQUENCES, MARKUP) for at in range(0, len(payloads), A_RUN)]
IN_CASES = {"AnewScreen", "CaseScreen", "CasesScreen", "GivenScreen", "NewerScreen", "OngoingModal"}
"""Behind a passphrase, which takes a second each run. What is hostile in them is looked at in test_cases."""
CLEAN = tuple(f"ord{number}" for number in range(A_RUN))
_TOKEN = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_].*?\x1b\\|\x1b[ -/]*[0-~]|\x1b", re.DOTALL
)
_CURSOR = re.compile(r"\x1b\[\d+;\d+H")
_COPY = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
_COLOR = re.compile(r"[34]8;(?:2;\d+;\d+;\d+|5;\d+)")


@dataclass(frozen=True)
class Run:
    """What came of one run."""

    code: int
    screens: set[str]
    raw: bytes
    squashed: str
    tops: list[str]
    wrong: list[str]


def squashed(text: str) -> str:
    """Text without white space and scroll bars, so that it reads on where a row is broken."""
    return re.sub(r"[\s\u2580-\u259f]", "", text)


def marks() -> tuple[Say, dict[str, str]]:
    """What names the fields that are asked for: short marks, and which field each is of."""
    names: dict[str, str] = {}

    def mark(field: str) -> str:
        return names.setdefault(field, f"q{len(names)}q")

    return mark, names


def saying(payloads: Sequence[str]) -> tuple[Say, dict[str, str]]:
    """Every field holds all payloads, each between its mark and a z."""
    mark, names = marks()
    return lambda field: " ".join(f"{mark(field)}{payload}z" for payload in payloads), names


def seen(terminal: Terminal) -> str:
    """All screens, one after the other; those of modals without what is left of the screen below, too."""
    screens = {tuple(rows) for rows in terminal.seen}
    whole = ("".join(rows) for rows in screens)
    middle = ("".join(row[6:74] for row in rows) for rows in screens)
    return "\n".join(squashed(text) for text in (*whole, *middle))


def run(payloads: Sequence[str], folder: Path, singles: Sequence[str] = ()) -> Run:
    """Walks everything with `payloads` in every field, and then shows single ones in the line at the top."""
    folder.mkdir()
    say, _ = saying(payloads)
    pairs = [(dressed(with_topic(make_content()), say), dressed_profile(PROFILE, say))]
    (folder / "content").write_bytes(pickle.dumps((pairs, list(singles))))
    with Terminal(["-m", "tests.tui.driver", str(folder / "content")], folder) as terminal:
        terminal.settle()
        screens = walk_everything(terminal)
        tops = []
        for _ in range(3 * len(singles)):
            terminal.press("f6")
            tops.append(terminal.rows[1])
        code = leave(terminal)
        return Run(code, screens, terminal.raw, seen(terminal), tops, terminal.sane())


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Run]:
    """The clean run (-1), and one a group of payloads. Two at a time."""
    folder = tmp_path_factory.mktemp("terminal")
    with ThreadPoolExecutor(2) as pool:
        jobs = {
            number: pool.submit(run, payloads, folder / str(number), payloads if number >= 0 else ())
            for number, payloads in enumerate([CLEAN, *RUNS], -1)
        }
        return {number: job.result() for number, job in jobs.items()}


def shapes(raw: bytes) -> set[str]:
    """The sequences in the bytes, with places, copied text and colours taken out; those stand for themselves."""
    found = set()
    for token in _TOKEN.findall(raw.decode("utf-8")):
        if _CURSOR.fullmatch(token):
            found.add("place")
        elif token.endswith("m") and token.startswith("\x1b["):
            inner = token[2:-1]
            found |= {f"color {color}" for color in _COLOR.findall(inner)}
            found |= {f"style {style}" for style in _COLOR.sub("", inner).split(";") if style}
        else:
            found.add(_COPY.sub("copy", token))
    return found


def controls(raw: bytes) -> set[str]:
    """Control and hidden characters in the bytes outside sequences."""
    return {char for char in _TOKEN.sub("", raw.decode("utf-8")) if ord(char) < 32 or FORBIDDEN.match(char)}


def pieces(payloads: Sequence[str], clean_run: Run) -> Iterator[tuple[str, str]]:
    """(field, what must be read) for every field that the clean run has shown."""
    say, names = saying(CLEAN)
    dressed(with_topic(make_content()), say)
    dressed_profile(PROFILE, say)
    for field, mark in names.items():
        if f"{mark}ord0z" in clean_run.squashed:
            yield from ((field, squashed(f"{mark}{clean(payload)}z")) for payload in payloads)


def test_there_are_sixty_sequences_and_forty_kinds_of_markup() -> None:
    """As many as was promised, each of them once."""
    assert len(set(SEQUENCES)) == len(SEQUENCES) >= 60
    assert len(set(MARKUP)) == len(MARKUP) >= 40


def test_the_clean_run_sees_every_screen_and_nearly_every_field(runs: dict[int, Run]) -> None:
    """What the others are compared with is worth something: all screens, and 100 fields of text or more."""
    clean_run = runs[-1]
    assert clean_run.screens == every_class() - IN_CASES
    fields = {field for field, _ in pieces(CLEAN, clean_run)}
    assert len(fields) > 100, sorted(fields)
    assert not [(field, piece) for field, piece in pieces(CLEAN, clean_run) if piece not in clean_run.squashed]


@pytest.mark.parametrize("number", range(len(RUNS)))
def test_no_payload_ends_or_breaks_the_app(runs: dict[int, Run], number: int) -> None:
    """The same screens as in the clean run, exit code 0, the terminal as it was."""
    assert (runs[number].code, runs[number].wrong) == (0, [])
    assert runs[number].screens == runs[-1].screens


@pytest.mark.parametrize("number", range(len(RUNS)))
def test_no_foreign_byte_reaches_the_terminal(runs: dict[int, Run], number: int) -> None:
    """No sequence, style, colour, control, C1, bidi or hidden character that the clean run has not."""
    assert not shapes(runs[number].raw) - shapes(runs[-1].raw)
    assert controls(runs[number].raw) <= controls(runs[-1].raw) <= {"\r", "\n", "\x07"}


@pytest.mark.parametrize("number", range(len(RUNS)))
def test_every_payload_is_read_as_it_stands(runs: dict[int, Run], number: int) -> None:
    """In every field that the clean run shows, letter by letter.

    A run of long payloads can make one text longer than its screen, so that part of it is out of sight: whole payloads
    in a row, and no more than two of a hundred.
    """
    shown: dict[str, list[bool]] = {}
    for field, piece in pieces(RUNS[number], runs[-1]):
        shown.setdefault(field, []).append(piece in runs[number].squashed)
    lost = {field: found for field, found in shown.items() if not all(found)}
    assert all(any(found) for found in lost.values()), lost
    assert sum(found.count(False) for found in lost.values()) <= sum(map(len, shown.values())) / 50, lost


@pytest.mark.parametrize("number", range(len(RUNS)))
def test_the_line_at_the_top_shows_it_as_text(runs: dict[int, Run], number: int) -> None:
    """As title, as place and as note, which have room for little."""
    wanted = [squashed(f"({clean(payload)})".partition("\n")[0]) for payload in RUNS[number] for _ in range(3)]
    assert [squashed(top) for top in runs[number].tops] == wanted


@pytest.mark.parametrize("number", range(len(RUNS)))
def test_what_is_copied_is_plain_too(runs: dict[int, Run], number: int) -> None:
    """A number on the clipboard is one line without anything hidden: it may be pasted anywhere."""
    copied = [base64.b64decode(text).decode("utf-8") for text in _COPY.findall(runs[number].raw.decode("utf-8"))]
    assert copied
    assert not [text for text in copied if FORBIDDEN.search(text) or "\n" in text or "\t" in text]


@pytest.mark.parametrize("foreign", ["\x1b[2J", "\x1b]8;;file:///x\x1b\\", "\x1b[5m", "\x1b[38;2;255;0;0m", "\x1bc"])
def test_the_comparison_sees_a_foreign_sequence(foreign: str) -> None:
    """The check itself can fail."""
    assert shapes(foreign.encode()) - shapes(b"\x1b[3;4H\x1b[1;38;2;1;2;3mx\x1b[0m")


@pytest.mark.parametrize("foreign", ["\x9b", "\u202e", "\u200b", "\x08", "\U000e0041"])
def test_the_comparison_sees_a_foreign_character(foreign: str) -> None:
    """The check itself can fail."""
    assert controls(f"a{foreign}b\x1b[0m".encode())
