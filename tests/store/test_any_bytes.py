"""Whatever the bytes, the reader gives a tree or findings."""

from __future__ import annotations

import gc
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide.store import yaml_reader
from guide.store.load import load_sources
from guide.store.sources import Sources
from guide.store.yaml_reader import Limits, read

SIGNS = st.text(alphabet="ab:-?[]{}#&*!|>'\"%@`,\n \t\\<~=0\u0301\u202eå", max_size=60)


@given(st.one_of(st.binary(max_size=80), SIGNS.map(lambda text: text.encode("utf-8"))))
@settings(max_examples=600, deadline=None)
@example(b"\xff")
@example(b"? ? ? a")
def test_any_bytes_give_a_tree_or_findings(data: bytes) -> None:
    """Exactly one of the two comes out, and each finding can be shown."""
    tree, found = read(data, "a.yaml")
    assert (tree is None) == bool(found)
    assert all(finding.what and finding.mend and str(finding).isprintable() for finding in found)


@given(
    SIGNS, st.sampled_from(["trees/felles/a.yaml", "contacts/a.yaml", "trees/felles/facts.yaml", "trees/a/pack.yaml"])
)
@settings(max_examples=200, deadline=None)
def test_any_file_loads(text: str, name: str) -> None:
    """A folder with one file of anything gives content with findings."""
    content = load_sources(Sources({name: f"format: 1\n{text}".encode()}, (), ""))
    assert content.findings
    assert not content.cards


def test_the_pure_parser_gives_the_same(monkeypatch, root: Path) -> None:  # type: ignore[no-untyped-def]
    """Without libyaml the slower parser in Python reads the same tree."""
    import yaml

    data = (root / "trees" / "felles" / "facts.yaml").read_bytes()
    fast = read(data, "facts.yaml")
    monkeypatch.setattr(yaml_reader, "_Loader", yaml.SafeLoader)
    assert read(data, "facts.yaml") == fast
    assert [finding.code for finding in read(b"a: &b c\nd: *b", "a.yaml")[1]] == ["anker", "alias"]


def test_limits_hold() -> None:
    """Too many parts end the reading, and findings stop at their limit."""
    assert [f.code for f in read(b"[a, a, a, a]", "a.yaml", Limits(events=3))[1]] == ["for-mye"]
    assert len(read(b"a: b\n" * 99, "a.yaml", Limits(findings=7))[1]) == 7


def test_the_collector_is_as_it_was() -> None:
    """The garbage collector is off during a load only, and stays off for those who had it off."""
    read(b"a: [", "a.yaml")
    assert gc.isenabled()
    gc.disable()
    try:
        read(b"a: b", "a.yaml")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_files_that_are_no_files(tmp_path: Path) -> None:
    """A folder, a pipe and a file that is not there are findings."""
    import os

    os.mkfifo(tmp_path / "ror")
    codes = [read(tmp_path / name, name)[1][0].code for name in (".", "ror", "borte")]
    assert codes == ["ikke-fil", "ikke-fil", "mangler-fil"]
