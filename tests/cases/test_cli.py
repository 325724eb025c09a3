"""`tiltakskort case …`: the passphrase at the terminal alone, clear messages, and nothing that leaks."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from guide.cli import case_words
from guide.cli.main import main
from guide.core.content import Content
from guide.core.record import replace
from guide.service.cases.cases import Cases
from guide.service.cases.end import (
    keep_municipality_out,
    let_municipality_in,
    municipality_opens,
    municipality_wants_in,
)
from guide.service.cases.steps import take_note
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.store.cases.crypto import LEAST, key_by, key_for, new_pair
from guide.store.cases.folder import STORE, data_folder
from guide.store.settings import Settings
from tests.cases.flips import raw
from tests.cases.made import PHRASE, Clock

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "lua =1+1 [x](javascript:1) <b>\x1b[31m"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed at the hidden prompts, in its order; the list is emptied as it is read."""
    typed: list[str] = []
    monkeypatch.setattr("getpass.getpass", lambda _ask: typed.pop(0))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    return typed


@pytest.fixture
def cases(shipped: Content) -> Iterable[Cases]:
    """Two cases in the user's own folder (of the test)."""
    guide = Guide(shipped, Profile("stange", (("virksomhet", "barnehage"),)), Clock())
    found = Cases(guide, cost=LEAST)
    found.create(PHRASE)
    first = found.save(guide.answer(guide.begin("stange/barnehage"), "nei"), "den røde lua")
    take_note(found, first, HOSTILE)
    found.save(guide.begin("stange/skole"), HOSTILE)
    yield found
    found.lock()


def first(cases: Cases) -> str:
    """The id of the case with the red cap."""
    return next(name for name, summary in cases.listed().summaries if "røde" in summary.reference)


def test_the_list(cases: Cases, terminal: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """References and what is due; hostile ones are text."""
    terminal.append(PHRASE)
    assert main(["case", "list", "--pack", "stange"]) == 0
    out = capsys.readouterr().out
    assert "den røde lua" in out
    assert "\x1b" not in out
    terminal.append(PHRASE)
    assert main(["case", "list", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["cases"]) == 2


def test_a_case_is_shown_and_exported(
    cases: Cases, terminal: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """On the screen, as data, and as Markdown in which nothing of a user's is markup; told where the file belongs."""
    name = first(cases)
    terminal += [PHRASE] * 4
    assert main(["case", "show", name]) == 0
    assert "den røde lua" in capsys.readouterr().out
    assert main(["case", "show", name, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["reference"] == "den røde lua"
    out = tmp_path / "sak.md"
    assert main(["case", "export", name, "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "[x](" not in text
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert out.stat().st_mode & 0o777 == 0o600
    assert "ikke kryptert" in capsys.readouterr().err
    assert main(["case", "export", name, "--json", "--out", str(tmp_path / "sak.json")]) == 0
    assert json.loads((tmp_path / "sak.json").read_text(encoding="utf-8"))["id"] == name


def test_a_case_is_deleted_when_it_is_confirmed(
    cases: Cases, terminal: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only by the whole sentence."""
    name = first(cases)
    for answer, left in (("ja", 2), (f"slett {name}", 1)):
        terminal.append(PHRASE)
        monkeypatch.setattr("builtins.input", lambda _ask, answer=answer: answer)
        assert main(["case", "delete", name]) == 0
        assert len(cases.listed().summaries) == left
    assert "slettet" in capsys.readouterr().out


def test_the_end_of_input_is_no_yes(
    cases: Cases, terminal: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+D at the question deletes nothing, and is no fault."""

    def ended(_ask: str) -> str:
        raise EOFError

    terminal.append(PHRASE)
    monkeypatch.setattr("builtins.input", ended)
    assert main(["case", "delete", first(cases)]) == 0
    assert case_words.NOT_DELETED in capsys.readouterr().out
    assert len(cases.listed().summaries) == 2


def test_verify_backup_and_restore(cases: Cases, terminal: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """One command each; damage gives exit code 1 until it is mended, a lost file too."""
    name = first(cases)
    terminal += [PHRASE] * 8
    assert main(["case", "backup"]) == 0
    assert main(["case", "verify"]) == 0
    assert "Alt er helt" in capsys.readouterr().out
    with raw(cases.store) as sql:
        sql.execute("DELETE FROM events WHERE id=? AND seq=2", (name,))
    assert main(["case", "verify"]) == 1
    assert main(["case", "list"]) == 0
    assert main(["case", "restore"]) == 0
    assert name in capsys.readouterr().out
    assert main(["case", "verify"]) == 0
    cases.lock()
    (data_folder() / STORE).write_bytes(b"borte")
    assert main(["case", "verify"]) == 1
    assert "case restore" in capsys.readouterr().err
    assert main(["case", "restore"]) == 0
    terminal.append(PHRASE)
    assert main(["case", "verify"]) == 0


def test_a_store_is_made_and_its_passphrase_changed(terminal: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The code is shown once, opens the cases, and is replaced when another is made."""
    terminal += [PHRASE, PHRASE]
    assert main(["case", "create"]) == 0
    code = capsys.readouterr().out.split("\n\n")[1].strip()
    assert main(["case", "create"]) == 1
    assert "fra før" in capsys.readouterr().err
    terminal += [code, "en helt ny setning", "en helt ny setning", PHRASE, "en helt ny setning", code]
    assert main(["case", "passphrase", "--code"]) == 0
    assert main(["case", "list"]) == 1
    assert "ikke riktig" in capsys.readouterr().err
    assert main(["case", "code"]) == 0
    assert main(["case", "list", "--code"]) == 1


def test_the_municipalitys_key_opens_what_was_made_for_it(
    terminal: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, shipped: Content
) -> None:
    """The admin makes it and puts the open half in the pack; the user is told; the file opens the cases."""
    private = tmp_path / "nokkel.txt"
    assert main(["case", "key", "--out", str(private)]) == 0
    assert private.stat().st_mode & 0o777 == 0o600
    public = capsys.readouterr().out.split("case_key: ")[1].strip()
    assert public not in private.read_text(encoding="utf-8")
    pack = replace(shipped.packs["stange"], case_key=public)
    content = replace(shipped, packs={**shipped.packs, "stange": pack})
    cases = Cases(Guide(content, Profile("stange", (("virksomhet", "barnehage"),)), Clock()), cost=LEAST)
    assert cases.municipality() == ("Stange kommune", public)
    cases.create(PHRASE)
    cases.lock()
    assert main(["case", "list", "--key", str(private)]) == 0
    cases.unlock(PHRASE)
    assert not let_municipality_in(cases)
    cases.guide.content = replace(
        content, packs={**content.packs, "stange": replace(pack, case_key=new_pair()[1].hex())}
    )
    assert let_municipality_in(cases)
    cases.lock()
    assert main(["case", "list", "--key", str(private)]) == 1
    private.write_text("ikke en nøkkel", encoding="utf-8")
    assert main(["case", "list", "--key", str(private)]) == 2
    assert "ingen nøkkel" in capsys.readouterr().err


def test_the_admin_sets_the_key_by_a_verb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The open half stands in pack.yaml, the rest of the file as it was; a second key says that the first one is still
    needed; no key file is ever overwritten."""
    shutil.copytree(ROOT / "trees" / "stange", tmp_path / "trees" / "stange")
    pack = tmp_path / "trees" / "stange" / "pack.yaml"
    before, out = pack.read_text(encoding="utf-8"), tmp_path / "nokkel.txt"
    own = ["case", "key", "--content", str(tmp_path), "--pack", "stange", "--out"]
    assert main([*own, str(out)]) == 0
    assert "publisert" in capsys.readouterr().out
    after = pack.read_text(encoding="utf-8")
    (line,) = set(after.splitlines()) - set(before.splitlines())
    public = bytes.fromhex(line.removeprefix("case_key:").strip(' "'))
    kept, key = key_for(public)
    assert key_by(bytes.fromhex(out.read_text(encoding="utf-8")), kept) == key
    assert main([*own, str(out)]) == 2
    assert "finnes fra før" in capsys.readouterr().err
    assert main([*own, str(tmp_path / "ny.txt")]) == 0
    assert case_words.KEY_BEFORE in capsys.readouterr().out
    assert pack.read_text(encoding="utf-8") != after
    assert main([*own[:-2], "ukjent", "--out", str(tmp_path / "tre.txt")]) == 2
    assert not (tmp_path / "tre.txt").exists()


def test_the_user_says_whether_the_municipality_may_open(
    cases: Cases, terminal: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told who could read what; no is remembered, and yes lets it in."""
    pack = replace(cases.guide.content.packs["stange"], case_key=new_pair()[1].hex())
    content = cases.guide.content
    cases.guide.content = replace(content, packs={**content.packs, "stange": pack})
    assert municipality_wants_in(cases) == "Stange kommune"
    keep_municipality_out(cases)
    assert not municipality_wants_in(cases)
    assert not municipality_opens(cases)
    monkeypatch.setattr("guide.cli.case.open_from", lambda args: (cases.guide.content, Settings(pack="stange")))
    asked: list[str] = []
    for answer, said in (("nei", "kan ikke åpne"), ("ja", "kan åpne")):
        monkeypatch.setattr("builtins.input", lambda ask, answer=answer: asked.append(ask) or answer)
        terminal.append(PHRASE)
        assert main(["case", "municipality"]) == 0
        assert said in capsys.readouterr().out
    assert "kan lese alt du har lagret" in asked[0]
    cases.lock()
    cases.unlock(PHRASE)
    assert municipality_opens(cases)


def test_two_different_passphrases_make_nothing(terminal: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the keys locks nobody out."""
    terminal += [PHRASE, PHRASE + "x"]
    assert main(["case", "create"]) == 2
    assert not data_folder().exists()
    assert "ikke like" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (["case"], 2, "mangler"),
        (["case", "slett"], 2, "går ikke"),
        (["case", "show"], 2, "hvilken sak"),
        (["case", "export", "AAAA-AAAA"], 2, "--out"),
        (["case", "list", "--passphrase", "x"], 2, "kjenner vi ikke"),
        (["case", "list"], 1, "ingen lagrede saker"),
    ],
)
def test_wrong_use_is_said(
    argv: list[str], code: int, said: str, terminal: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence, never a traceback."""
    assert main(argv) == code
    assert said in capsys.readouterr().err
    assert terminal == []


def test_an_unknown_case_is_said(cases: Cases, terminal: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With where to look."""
    terminal.append(PHRASE)
    assert main(["case", "show", "\x1b[2JAAAA"]) == 2
    err = capsys.readouterr().err
    assert "case list" in err
    assert "\x1b" not in err


def test_without_a_terminal_nothing_is_asked(cases: Cases, root: Path) -> None:
    """A pipe gives no passphrase, and the environment neither."""
    done = subprocess.run(
        [sys.executable, "-c", "from guide.cli.main import run; run()", "case", "list"],
        cwd=root, input=PHRASE + "\n", capture_output=True, text=True, timeout=60,
        env={**os.environ, "TILTAKSKORT_PASSPHRASE": PHRASE}, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "terminal" in done.stderr
    assert PHRASE not in done.stdout + done.stderr


def test_the_passphrase_is_not_echoed(cases: Cases, root: Path) -> None:
    """A real terminal shows nothing of what is typed at the prompt."""
    name = first(cases)
    cases.lock()
    terminal, end = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-c", "from guide.cli.main import run; run()", "case", "show", name],
        cwd=root, stdin=end, stdout=end, stderr=end, start_new_session=True,
    )  # fmt: skip
    os.close(end)
    seen, sent = b"", False
    while True:
        try:
            seen += os.read(terminal, 4096)
        except OSError:  # the other end has closed
            break
        if not sent and case_words.ASK.strip().encode() in seen:
            os.write(terminal, PHRASE.encode() + b"\n")
            sent = True
    assert done.wait() == 0
    os.close(terminal)
    assert sent
    assert "den røde lua".encode() in seen
    assert PHRASE.encode() not in seen
