"""`tiltakskort` from the outside: environment, terminal, settings, and a start in a real one."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from guide.cli import app
from guide.cli.main import WRONG_USE, main
from guide.core.contacts import ContactPoint
from guide.core.content import Content, Pack
from guide.service.profile import Profile
from guide.store.settings import Settings, load_settings
from guide.tui.settings import Chosen

PATIENCE = 20.0


def test_without_a_terminal_it_says_so_with_the_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe gets one line and exit code 2, and the number to ring."""
    assert main([]) == WRONG_USE
    assert "112" in capsys.readouterr().err


def test_no_variable_makes_textual_write_down_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """TEXTUAL_LOG is a keylogger: gone before Textual is imported."""
    monkeypatch.setenv("TEXTUAL_LOG", str(tmp_path / "keys"))
    monkeypatch.setenv("TEXTUAL", "debug,devtools")
    before = os.umask(0o022)
    app.quiet()
    assert os.umask(before) == 0o077
    assert not [name for name in os.environ if name.startswith("TEXTUAL")]


def test_choices_are_remembered_in_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the app saves is what the next start reads; the content folder stays."""
    content = Content({"bygda": Pack("bygda", "Bygda", "municipality", "1")}, {}, {}, {}, {}, {}, {})
    store = app.SettingsStore(Settings(content="mappe"), Profile(""))
    point = ContactPoint("lokal-leder", "leder", "Lederen din", "bygda", phone="62 00 00 01", entered="2026-11-23")
    profile = Profile("bygda", (("virksomhet", "sfo"),), (point,))
    store.save(Chosen(profile, "lys"))
    settings = load_settings()
    assert (settings.content, settings.theme) == ("mappe", "lys")
    again = app.profile_of(settings, content, "")
    assert (again.pack, again.workplace, again.local) == ("bygda", "sfo", (point,))


def test_a_municipality_for_this_run_only_is_not_remembered() -> None:
    """`--pack` with another theme: the theme is saved, the municipality is not."""
    passing = Profile("nabo")
    store = app.SettingsStore(Settings(pack="bygda", virksomhet="skole"), passing, passing=True)
    store.save(Chosen(passing, "lys"))
    assert (load_settings().pack, load_settings().theme) == ("bygda", "lys")


def test_settings_for_a_municipality_that_is_gone_ask_again() -> None:
    """Nobody's profile instead of an error."""
    assert app.profile_of(Settings(pack="borte", virksomhet="skole"), app.EMPTY, "") == Profile("")


def read_until(fd: int, sought: bytes) -> bytes:
    """What the terminal has been sent when `sought` is in it, or when patience or the process ends."""
    got, end = b"", time.monotonic() + PATIENCE
    while sought not in got and time.monotonic() < end:
        if select.select([fd], [], [], 0.2)[0]:
            try:
                got += os.read(fd, 65536)
            except OSError:
                break
    return got


@pytest.mark.skipif(sys.platform == "win32", reason="pty is for Unix")
@pytest.mark.parametrize("folder", ["borte", "søppel"])
def test_it_opens_in_a_real_terminal_whatever_the_content(tmp_path: Path, folder: str) -> None:
    """No folder, or one with rubbish: the numbers are on the screen, `!` works, and q ends it with 0."""
    import fcntl
    import pty
    import termios

    (tmp_path / "søppel" / "trees" / "felles").mkdir(parents=True)
    (tmp_path / "søppel" / "trees" / "felles" / "facts.yaml").write_bytes(b"\xff\xfe{[[")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    code = "from guide.cli.main import run; run()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "--content", str(tmp_path / folder)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=Path(app.__file__).parents[2],
        env={**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path)},
    )
    os.close(theirs)
    try:
        assert b"112" in read_until(ours, b"112")
        os.write(ours, b"!")
        assert b"Numrene gjelder" in read_until(ours, b"Numrene gjelder")
        os.write(ours, b"q")
        assert b"Redigering" in read_until(ours, b"Redigering")
        os.write(ours, b"q")
        read_until(ours, b"\x1b[?1049l")
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)
