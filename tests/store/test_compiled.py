"""Compiled content is the content: same things, no pydantic and no yaml, made anew when anything is off."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from guide.core.content import Content
from guide.store import compiled
from guide.store.compiled import compile_content, open_content, read_compiled, write_compiled
from guide.store.load import load
from guide.store.sources import read_sources
from tests.store.small import FILES, with_fault, write

BROKEN = with_fault("trees/by/kort.yaml", "go: tegn", "go: x")
# run in a process of its own: opens a folder and says which heavy modules came in, and how many cards there are
OPEN = """
import sys
from pathlib import Path
from guide.store.compiled import open_content
content = open_content(Path(sys.argv[1]), Path(sys.argv[2]))
print(sorted({"pydantic", "yaml", "opening_hours", "textual"} & sys.modules.keys()), len(list(content.cards.values())))
"""


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder that is not there yet."""
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small content folder."""
    return write(tmp_path / "innhold")


def opened_apart(root: Path, folder: Path, cache: Path) -> str:
    """What a fresh process prints when it opens the folder."""
    command = [sys.executable, "-c", OPEN, str(folder), str(cache)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.strip()


def test_shipped_content_comes_back_equal(tmp_path: Path, shipped: Content) -> None:
    """Every card, list, fact, service, law, contact, rule and finding is equal after the way through JSON."""
    write_compiled(shipped, tmp_path / "c.json")
    assert read_compiled(tmp_path / "c.json", shipped.sha256) == shipped


def test_small_content_comes_back_equal(tmp_path: Path, folder: Path) -> None:
    """So does the small folder, which uses every key of the format, with and without faults."""
    for changed in ({}, BROKEN):
        content = load(write(folder, changed))
        write_compiled(content, tmp_path / "c.json")
        found = read_compiled(tmp_path / "c.json", content.sha256)
        assert found == content
        assert found is not None
        assert all(hash(node) for card in found.cards.values() for node in card.nodes.values())


def test_the_file_is_json(folder: Path) -> None:
    """The whole file is one JSON value, so that other programs can read it."""
    head, *rest = json.loads(compile_content(load(folder)))
    assert head["names"]["cards"] == ["by/annet", "by/kort", "felles/akutt"]
    assert len(rest) == sum(len(names) for names in head["names"].values())


def test_staff_do_not_pay_for_yaml(root: Path, folder: Path, cache: Path) -> None:
    """The second start reads the cache and imports neither pydantic nor yaml."""
    assert opened_apart(root, folder, cache) == "['opening_hours', 'pydantic', 'yaml'] 3"
    assert opened_apart(root, folder, cache) == "[] 3"


def test_a_change_is_seen(folder: Path, cache: Path) -> None:
    """Changed bytes, a new file and a new name each give new content."""
    hashes = {open_content(folder, cache).sha256}
    write(folder, with_fault("trees/by/kort.yaml", "title: Bekymret", "title: Urolig"))
    second = open_content(folder, cache)
    assert second.cards["by/kort"].title == "Urolig"
    hashes.add(second.sha256)
    (folder / "trees/by/annet.yaml").rename(folder / "trees/by/tredje.yaml")
    hashes.add(read_sources(folder).sha256)
    (folder / "trees/by/tom.yaml").write_bytes(b"")
    hashes.add(read_sources(folder).sha256)
    assert len(hashes) == 4


@pytest.mark.parametrize("damage", [b"", b"[", b"{}", b"[\n{}\n]\n", b"[\n\xff\n]\n", b"[" * 100_000])
def test_a_damaged_cache_is_made_anew(folder: Path, cache: Path, damage: bytes) -> None:
    """Whatever stands in the cache, the content is right, and the file is whole afterwards."""
    good = open_content(folder, cache)
    (path,) = [path for path in cache.iterdir() if not path.name.startswith("last-good")]
    whole = path.read_bytes()
    for data in (damage, whole[: len(whole) // 2], whole.replace(b'"by/kort"', b"by/kort", 1)):
        path.write_bytes(data)
        assert open_content(folder, cache) == good
        assert path.read_bytes() == whole


def test_another_format_or_code_is_ignored(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file made by other code, or of other sources, is not read."""
    content = load(folder)
    write_compiled(content, tmp_path / "c.json")
    assert read_compiled(tmp_path / "c.json", "0" * 64) is None
    monkeypatch.setattr(compiled, "stamp", lambda: "other")
    assert read_compiled(tmp_path / "c.json", content.sha256) is None


def test_the_cache_is_the_users_own(folder: Path, cache: Path) -> None:
    """Files are 0600 in a folder 0700, whatever the umask, and no temporary file is left."""
    old = os.umask(0)
    try:
        open_content(folder, cache)
    finally:
        os.umask(old)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in cache.iterdir()} == {0o600}
    assert sorted(path.suffix for path in cache.iterdir()) == [".json", ".json"]


def test_a_cache_that_cannot_be_written_is_no_error(folder: Path, tmp_path: Path) -> None:
    """Where the cache folder is a file, the content opens all the same."""
    (tmp_path / "cache").write_text("en fil")
    assert len(open_content(folder, tmp_path / "cache").cards) == 3


def test_old_caches_go(folder: Path, cache: Path) -> None:
    """Of many edits only the newest are kept."""
    for number in range(12):
        write(folder, with_fault("trees/by/kort.yaml", "title: Bekymret", f"title: Kort {number}"))
        open_content(folder, cache)
    assert len([path for path in cache.iterdir() if not path.name.startswith("last-good")]) == compiled.KEPT


def test_staff_keep_the_last_good_content_as_a_whole(folder: Path, cache: Path) -> None:
    """With faults the earlier content is used, all of it, and the findings say so first; mended, the new one is."""
    good = open_content(folder, cache)
    changed = BROKEN | with_fault("trees/by/annet.yaml", "title: Et annet kort", "title: Et helt annet kort")
    for _ in range(2):
        kept = open_content(write(folder, changed), cache)
        assert kept.sha256 == good.sha256
        assert dict(kept.cards) == dict(good.cards)
        assert [(f.code, f.severity) for f in kept.findings] == [("sist-gode", "warning"), ("ukjent-node", "error")]
    mended = open_content(write(folder, {"trees/by/annet.yaml": changed["trees/by/annet.yaml"]}), cache)
    assert mended.cards["by/annet"].title == "Et helt annet kort"
    assert mended.findings == ()


def test_without_a_last_good_one_what_is_right_is_used(folder: Path, cache: Path) -> None:
    """A folder that never was right gives its usable cards, and another folder's last good one is not taken."""
    open_content(folder, cache)
    other = write(folder.parent / "annen", BROKEN)
    content = open_content(other, cache)
    assert set(content.cards) == {"felles/akutt", "by/annet"}
    assert "sist-gode" not in {finding.code for finding in content.findings}


def test_a_folder_that_is_gone_gives_the_last_good(folder: Path, cache: Path) -> None:
    """When the content folder disappears, staff keep what they had."""
    open_content(folder, cache)
    folder.rename(folder.parent / "flyttet")
    assert len(open_content(folder, cache).cards) == 3


def test_a_compiled_file_in_a_folder_of_ones_own_is_not_trusted(folder: Path, cache: Path) -> None:
    """Only what is shipped may come compiled; elsewhere YAML counts, which is what a reviewer reads."""
    content = load(folder)
    text = compile_content(content).replace(b"Bekymret", b"Ubekymret")
    (folder / "compiled.json").write_bytes(text)
    assert open_content(folder, cache).cards["by/kort"].title == "Bekymret"


def test_the_shipped_compiled_file_is_used(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped folder's own compiled file is read, and nothing is written."""
    monkeypatch.setattr(compiled, "shipped", lambda: folder)
    write_compiled(load(folder), folder / "compiled.json")
    assert len(open_content(folder, cache).cards) == 3
    assert not cache.exists()


def test_every_file_is_in_the_small_folder() -> None:
    """The round trip is tested with every kind of file that the loader knows."""
    from guide.core.lists import KINDS as LISTS
    from guide.store.load import kind_of
    from guide.store.schema.schema import FILES as KINDS

    lists = {kind for kind in LISTS for text in FILES.values() if f"\n{kind}:" in text}
    assert {kind_of(name)[0] for name in FILES if kind_of(name)} | lists == KINDS.keys()  # type: ignore[index]
