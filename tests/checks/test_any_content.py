"""Whatever is broken in a folder, `check` ends, names places that are there, and shows nothing that it should not."""

from __future__ import annotations

import pytest

from guide.service.checking.check_view import as_annotations, as_data, as_text
from guide.service.checking.checking import check
from tests.checks.base import small_files, sources
from tests.checks.cases import TODAY
from tests.store.small import FILES


def spoilt(text: str) -> list[str]:
    """The text without each of its lines, with each line cut in half, and with each line twice."""
    lines = text.splitlines(keepends=True)
    found = []
    for index, line in enumerate(lines):
        before, after = lines[:index], lines[index + 1 :]
        found += ["".join([*before, *middle, *after]) for middle in ([], [line[: len(line) // 2] + "\n"], [line, line])]
    return found


@pytest.mark.parametrize("name", FILES)
def test_a_file_spoilt_line_by_line_never_breaks_the_check(name: str) -> None:
    """No rule raises on content that is half there, and each finding stands on a line that the file has."""
    files = small_files()
    for text in spoilt(files[name]):
        report = check(sources({**files, name: text}), TODAY)
        for finding in report.findings:
            lines = report.lines(finding.file)
            assert finding.line <= max(len(lines), 1), finding
            assert finding.column <= len(lines[finding.line - 1]) + 1 if finding.line and lines else True, finding
            assert finding.what.endswith("."), finding
        assert list(as_text(report))
        assert len(list(as_annotations(report))) == len(as_data(report)["findings"]) == len(report.findings)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_never_breaks_the_check(name: str) -> None:
    """Without any one file, what builds on it is told of, or nothing was."""
    files = small_files()
    del files[name]
    report = check(sources(files), TODAY)
    assert report.lines(name) == []


def test_a_number_in_a_file_that_is_no_yaml_is_found() -> None:
    """An identity number is found before anything else works."""
    files = {**small_files(), "trees/by/annet.yaml": "format: 1\ntitle: [\nnote: 010190 12345\n"}
    places = [(f.line, f.column) for f in check(sources(files), TODAY).findings if f.code == "fodselsnummer"]
    assert places == [(3, 7)]


def test_the_number_itself_is_not_repeated() -> None:
    """A report goes to logs: no message and no line that is shown holds the number."""
    files = small_files()
    files["trees/by/annet.yaml"] += "# 010190 12345\n"
    files["trees/by/kort.yaml"] = files["trees/by/kort.yaml"].replace("go: tegn", "go: 01019012345")
    report = check(sources(files), TODAY)
    assert [f.code for f in report.findings] == ["fodselsnummer", "fodselsnummer", "ukjent-node"]
    shown = "\n".join([*as_text(report), *as_annotations(report), str(as_data(report))])
    assert "12345" not in shown
    assert "# ••••••••••••" in shown
