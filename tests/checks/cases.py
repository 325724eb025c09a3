"""Cases in YAML: a small change to content that is right, and where exactly it must be found, or that it must not be.

A case names the `file`, what stood there (`old`) and what stands there now (`new`); `more` holds further changes as
[file, old, new]. The mark ▸ in a new text (or in `at: [file, text]`, where the fault shows elsewhere) stands before the
very letter that the finding must point at. `also` are codes that follow from the same fault. `passes: true`: nothing is
found at all but `also`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from guide.core.places import Place, place_in
from guide.service.checking.checking import Report, check
from tests.checks.base import small_files, sources

MARK = "▸"
TODAY = date(2026, 11, 25)
FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One change, and what must come of it."""

    name: str
    code: str
    edits: tuple[tuple[str, str, str], ...]
    passes: bool = False
    at: tuple[str, str] = ("", "")
    also: frozenset[str] = frozenset()
    today: date = TODAY
    nowhere: str = ""
    """The file of a finding without line and column."""
    places: list[tuple[str, Place]] = field(default_factory=list)

    def files(self, base: dict[str, str]) -> dict[str, str]:
        """The base with the change made; `places` are where the marks stood."""
        files = dict(base)
        for name, old, new in self.edits:
            if old:
                assert files[name].count(old) >= 1, f"{self.name}: «{old}» is not in {name}"
                files[name] = files[name].replace(old, new, 1)
            else:
                files[name] = new
        if self.at[0]:
            name, text = self.at
            plain = text.replace(MARK, "")
            assert plain in files[name], f"{self.name}: «{plain}» is not in {name}"
            files[name] = files[name].replace(plain, text, 1)
        self.places.clear()
        for name in [name for name, text in files.items() if MARK in text]:
            while MARK in files[name]:
                self.places.append((name, place_in(files[name], files[name].index(MARK))))
                files[name] = files[name].replace(MARK, "", 1)
        if self.nowhere:
            self.places.append((self.nowhere, Place()))
        return files


def read_cases(path: Path) -> list[Case]:
    """The cases of one file; the code is the file's name where a case does not say another."""
    return [_case(path.stem, data) for data in yaml.safe_load(path.read_text("utf-8"))]


def _case(code: str, data: dict[str, Any]) -> Case:
    edits = [(data["file"], data.get("old", ""), data["new"])] if "file" in data else []
    edits += [tuple(edit) for edit in data.get("more", ())]
    return Case(
        name=data["case"],
        code=data.get("code", code),
        edits=tuple(edits),
        passes=data.get("passes", False),
        at=tuple(data.get("at", ("", ""))),
        also=frozenset(data.get("also", ())),
        today=data.get("today", TODAY),
        nowhere=data.get("nowhere", ""),
    )


def all_cases() -> list[tuple[str, Case]]:
    """(file, case) of every case."""
    return [(path.stem, case) for path in sorted(FOLDER.glob("*.yaml")) for case in read_cases(path)]


def run(case: Case, base: dict[str, str] | None = None) -> Report:
    """The report on the base with the change made."""
    return check(sources(case.files(small_files() if base is None else base)), case.today)


def fault(case: Case, report: Report, known: frozenset[tuple[str, str, str]] = frozenset()) -> str:
    """What is not as the case says, empty where all is. `known` are (code, file, what) that are there without it."""
    found = [finding for finding in report.findings if (finding.code, finding.file, finding.what) not in known]
    others = sorted({f"{f.code} {f.file}:{f.line}:{f.column}" for f in found if f.code not in {case.code, *case.also}})
    if others:
        return f"cries wolf: {others}"
    places = sorted((f.file, Place(f.line, f.column)) for f in found if f.code == case.code)
    if case.passes:
        return f"found: {places}" if places and case.code not in case.also else ""
    return "" if places == sorted(case.places) else f"found at {places}, not at {sorted(case.places)}"
