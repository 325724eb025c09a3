"""The verbs `walk` and `search`, and `--plain`, as a process would see them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from guide.cli import app, terminal
from guide.cli.main import main
from guide.store.settings import Settings, load_settings, save_settings
from tests.service.test_import_cost import HEAVY, imported_by

CARD = "stange/barnehage"
AT = ["--at", "2026-11-23T10:00"]
RUN = "from guide.cli.main import run; run()"


class Lines(io.TextIOWrapper):
    """A stdin that holds these lines."""

    def __init__(self, *lines: str) -> None:
        super().__init__(io.BytesIO("".join(f"{line}\n" for line in lines).encode()), encoding="utf-8")


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: list[str], *lines: str
) -> tuple[int, str, str]:
    """Exit code, stdout and stderr with these lines on stdin."""
    monkeypatch.setattr(sys, "stdin", Lines(*lines))
    code = main(argv)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("lines", "code"),
    [(("ja", "1"), 0), (("slutt",), 0), (("nei",), 3), ((), 3)],
    ids=("advice", "left", "open", "eof"),
)
def test_walk_ends_with_the_code_of_the_walk(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], code: int
) -> None:
    """0 at advice and where the user leaves, 3 where input ends before."""
    ended, out, err = run(capsys, monkeypatch, ["walk", CARD, "--plain", *AT], *lines)
    assert ended == code
    assert out.splitlines()[0].count("11") >= 3
    assert "Ingenting" in out
    assert not err


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["walk"], "KORT"),
        (["walk", "stange/barnehge"], "stange/barnehage"),
        (["walk", CARD, "--pack", "stagne"], "stange"),
        (["walk", CARD, "--at", "i går"], "2026-11-23T15:30"),
        (["search"], "ORD"),
        (["search", "vold", "--pack", "stagne"], "stange"),
    ],
)
def test_wrong_use_says_what_and_how(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, argv: list[str], says: str
) -> None:
    """Exit code 2, the nearest name, never a traceback."""
    code, out, err = run(capsys, monkeypatch, argv)
    assert (code, out) == (2, "")
    assert says in err
    assert "Traceback" not in err


def test_a_pipe_gets_the_line_mode(root: Path, tmp_path: Path) -> None:
    """A process of its own with TERM=dumb: no byte below a space but the newline, valid UTF-8, nothing on stderr."""
    env = {**os.environ, "TERM": "dumb", "XDG_CACHE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    given = b"x\x1b[2J\nja\n1\nk\n\n?\n" + b"\xff\xfe\n"
    done = subprocess.run(
        [sys.executable, "-c", RUN, "walk", CARD, *AT], cwd=root, env=env, input=given, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert not [byte for byte in done.stdout if byte < 0x20 and byte != 0x0A]
    assert "Gjør dette nå: Ring 113" in done.stdout.decode()
    assert not done.stderr


def test_the_line_mode_imports_nothing_heavy(root: Path) -> None:
    """Neither Textual nor anything else that is slow to import, with the app's verb module or without."""
    assert not imported_by("import guide.cli.walk, guide.cli.lines, guide.cli.search", root).intersection(HEAVY)


@pytest.mark.parametrize(
    ("term", "plain", "lines"), [("dumb", False, True), ("xterm", False, False), ("xterm", True, True)]
)
def test_when_lines_are_chosen(monkeypatch: pytest.MonkeyPatch, term: str, plain: bool, lines: bool) -> None:
    """At a terminal: when it is dumb, or when one asks for it."""
    monkeypatch.setattr(terminal, "at_terminal", lambda: True)
    monkeypatch.setenv("TERM", term)
    assert terminal.wants_lines(plain) is lines


def test_no_terminal_means_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe at either end, and no stdin at all."""
    monkeypatch.setenv("TERM", "xterm")
    assert terminal.wants_lines(plain=False)
    monkeypatch.setattr(sys, "stdin", None)
    assert terminal.wants_lines(plain=False)


def test_walk_opens_the_app_at_the_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal the app gets the card, and asks nothing first."""
    from guide.tui.app import GuideApp

    opened: list[tuple[str, bool]] = []
    monkeypatch.setattr("guide.cli.walk.wants_lines", lambda plain: plain)
    monkeypatch.setattr(GuideApp, "run", lambda self: opened.append((self.card, self.first_run)))
    monkeypatch.setattr(app, "quiet", lambda: None)
    monkeypatch.setattr("guide.cli.walk.quiet", lambda: None)
    assert main(["walk", CARD]) == 0
    assert opened == [(CARD, False)]


def test_the_first_plain_start_remembers(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Municipality and workplace are in the settings; the theme and the content folder stay."""
    save_settings(Settings(theme="lys"))
    code, out, _ = run(capsys, monkeypatch, ["--plain", *AT], "stange", "barnehage")
    assert code == 3
    assert "barnehagen" in out
    settings = load_settings()
    assert (settings.pack, settings.virksomhet, settings.theme) == ("stange", "barnehage", "lys")
    code, out, _ = run(capsys, monkeypatch, ["--plain", *AT], "slutt")
    assert code == 0
    assert "Hvilken kommune" not in out


def test_a_crash_tells_a_code_and_nothing_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No word of what was asked or answered, and the number to ring."""

    def broken(*_: object) -> None:
        raise RuntimeError("hemmelig")

    monkeypatch.setattr("guide.plain.walk.stop_lines", broken)
    code, out, err = run(capsys, monkeypatch, ["walk", CARD, "--plain"], "nei")
    assert code == 1
    assert "RuntimeError" in err
    assert "112" in err
    assert "hemmelig" not in out + err
    assert "Traceback" not in out + err


def search_json(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    """What `search --json` says."""
    assert main(["search", *words, "--pack", "stange", "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_search_says_where_and_what_to_write_next(capsys: pytest.CaptureFixture[str]) -> None:
    """A card by its verb, a contact by its number."""
    assert main(["search", "mistanke", "vold", "--pack", "stange"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Kort: ")
    assert "Skriv: tiltakskort walk felles/vold" in out
    assert main(["search", "alarmtelefonen", "--pack", "stange"]) == 0
    assert "Ring 116 111" in capsys.readouterr().out


def test_search_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """All keys are always there; what a hit doesn't have is null."""
    found = search_json(capsys, "vold")
    assert found
    assert all(set(hit) == {"kind", "title", "where", "card", "node", "number", "ref", "next"} for hit in found)
    assert {hit["next"] for hit in found if hit["kind"] == "contact"} == {None}
    assert search_json(capsys, "xyzzyq") == []


def test_search_without_a_hit_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """With what to try instead, and without the bytes of a hostile word."""
    assert main(["search", "xyzzyq\x1b[2J"]) == 0
    out = capsys.readouterr().out
    assert "Ingen treff" in out
    assert "\x1b" not in out
