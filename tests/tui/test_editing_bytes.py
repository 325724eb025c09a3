"""What hostile text in an admin's folder does to a real terminal: nothing. Marks of staff, what versions say of
themselves, and the files are written by others; the bytes are compared with a clean run's."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest

from guide.core.text import clean
from guide.store.digest import sha256

from .conftest import PROFILE, make_content
from .editing import CONTACTS, flag, made
from .payloads import MARKUP, SEQUENCES
from .terminal import Terminal
from .test_terminal_bytes import controls, seen, shapes, squashed
from .walking import read

pty = pytest.importorskip("pty", reason="pty is for Unix")
SIGNS = tuple(f"ord{number}" for number in range(8))
RUNS = {"clean": SIGNS, "sequences": SEQUENCES[::8], "more": SEQUENCES[4::8], "markup": MARKUP[::5]}
SEEN = {
    *("EditHomeScreen", "FlaggedScreen", "EditContactScreen", "EditContactsScreen", "HoursScreen"),
    *("VersionsScreen", "VersionScreen", "FormModal"),
}
"""Publishing and its dialogs show the same texts by the same widgets, after seconds of looking for errors."""


def dressed(folder: Path, payloads: Sequence[str]) -> Path:
    """A folder with the payloads where somebody else can write: marks, a manifest, and what a version changed."""
    root = made(folder)
    text = " ".join(f"q{payload}z" for payload in payloads)
    flag(root, "by/barnevern", text)
    flag(root, f"by/{text}", "1")
    path = root / CONTACTS
    wanted = json.dumps(" ".join(clean(text).split()), ensure_ascii=False)
    path.write_text(path.read_text("utf-8").replace("name: Barnevernet i By", f"name: {wanted}"), "utf-8")
    version = root / "published" / "1"
    (version / "endringer.md").write_text(text, "utf-8")
    manifest = json.loads((version / "manifest.json").read_text("utf-8"))
    manifest |= {"by": text, "approved_by": text, "note": text}
    manifest["files"]["endringer.md"] = sha256(text.encode()).hexdigest()
    data = json.dumps(manifest).encode()
    (version / "manifest.json").write_bytes(data)
    current = json.loads((root / "current").read_text("utf-8"))
    (root / "current").write_text(json.dumps(current | {"manifest": sha256(data).hexdigest()}), "utf-8")
    return root


def run(folder: Path, payloads: Sequence[str]) -> tuple[bytes, str, set[str]]:
    """The bytes that the terminal got, all that was on it, and which screens were."""
    folder.mkdir()
    root = dressed(folder, payloads)
    (folder / "content").write_bytes(pickle.dumps(([(make_content(), PROFILE)], [])))
    args = ["-m", "tests.tui.driver", str(folder / "content")]
    with Terminal(args, folder, {"PROVE_FOLDER": str(root)}) as terminal:
        terminal.settle()
        terminal.press("7", "1")
        read(terminal)
        terminal.press("1")
        read(terminal)
        terminal.press("2")  # the hours
        read(terminal)
        terminal.press("escape", "escape", "b", "b", "3")
        assert terminal.screen_name == "VersionsScreen", terminal.text
        read(terminal)
        terminal.press("1")
        read(terminal)
        terminal.press("b", "b")
        terminal.press("4")
        assert terminal.screen_name == "EditContactsScreen", terminal.text
        read(terminal)
        terminal.press("1", "1")
        assert terminal.screen_name == "FormModal", terminal.text
        read(terminal)
        terminal.press("escape", "b", "b", "b")
        terminal.send(b"q")
        terminal.finish()
        return terminal.raw, seen(terminal), set(terminal.names)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, str, set[str]]]:
    """A run for each group of payloads."""
    folder = tmp_path_factory.mktemp("editing")
    return {name: run(folder / name, payloads) for name, payloads in RUNS.items()}


@pytest.mark.parametrize("name", [name for name in RUNS if name != "clean"])
def test_no_foreign_byte_reaches_the_terminal(runs: dict[str, tuple[bytes, str, set[str]]], name: str) -> None:
    """The same screens, no sequence, style or hidden character that the clean run has not; the texts are read as they
    stand."""
    clean_raw, _, clean_screens = runs["clean"]
    raw, shown, screens = runs[name]
    assert screens == clean_screens
    assert screens >= SEEN
    assert not shapes(raw) - shapes(clean_raw)
    assert controls(raw) <= controls(clean_raw) <= {"\r", "\n", "\x07"}
    found = [squashed(f"q{clean(payload)}z") in shown for payload in RUNS[name]]
    assert all(found), [payload for payload, there in zip(RUNS[name], found, strict=True) if not there]
