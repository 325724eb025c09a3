"""The proofs as lines for a person, as data, and as annotations for GitHub."""

from __future__ import annotations

import posixpath
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from guide.checks.proofs.verdict import Broken, Verdict
from guide.core.clock import weekday_date
from guide.core.content import Content
from guide.core.identity import masked
from guide.core.lay import LayError, lay
from guide.core.text import clean
from guide.service.checking.check_view import one_line
from guide.service.checking.proving import Proved

WIDTH: Final = 78
ERROR: Final = "error"

HEAD: Final = "{id}  {says}"
ROW: Final = "    {about:<23} {states:>9} tilstander  {time:<19}{verdict}"
HOLDS: Final = "holder"
IN_PART: Final = "delvis bevist"
BROKEN: Final = "HOLDER IKKE"
SECONDS: Final = "{seconds} s"
INSTANT: Final = "under 0,1 s"
KEPT: Final = "{time}, fra før"
WHAT: Final = "Feil: {what} [{code}]"
NOTE: Final = "Merk: {what} [{code}]"
WHERE: Final = "Hvor: {place} ({node})"
WHERE_FILE: Final = "Hvor: {place}"
WAY: Final = "Slik går du dit:"
STEP: Final = "{number:>2}. {line}"
ALL_HOLD: Final = "Alle bevis holder: {all}, regnet fra {day}. Merknader: {notes}."
SOME_BROKEN: Final = "{broken} av {all} bevis holder ikke, regnet fra {day}. Merknader: {notes}."

Whereabouts = Callable[[str, str], tuple[str, int]]
"""A card and the id of a node in that card's own file → the file and the line; line 0 where it isn't known."""


def word(verdict: Verdict) -> str:
    """Whether it holds, in a word; where a part could not be proved, it does not just hold."""
    return BROKEN if not verdict.holds else HOLDS if verdict.decided else IN_PART


def as_text(content: Content, proved: Sequence[Proved], day: date, whereabouts: Whereabouts) -> Iterator[str]:
    """The table for a person, with what is wrong under its row."""
    before = None
    for one in proved:
        if one.proof is not before:
            yield from _wrapped(HEAD.format(id=one.proof.id, says=one.proof.says), "", "    ")
            before = one.proof
        verdict = one.verdict
        yield ROW.format(
            about=verdict.about,
            states=thousands(verdict.states),
            time=KEPT.format(time=duration(verdict.seconds)) if one.kept else duration(verdict.seconds),
            verdict=word(verdict),
        )
        for broken in verdict.broken:
            yield from _broken(content, one, broken, whereabouts)
    failed = sum(not one.verdict.holds for one in proved)
    notes = sum(broken.severity != ERROR for one in proved for broken in one.verdict.broken)
    total = SOME_BROKEN if failed else ALL_HOLD
    yield ""
    yield from _wrapped(total.format(broken=failed, all=len(proved), day=weekday_date(day), notes=notes), "", "")


def as_data(content: Content, proved: Sequence[Proved], day: date, whereabouts: Whereabouts) -> dict[str, Any]:
    """The same as data for JSON."""
    return {
        "holds": all(one.verdict.holds for one in proved),
        "day": day.isoformat(),
        "sha256": content.sha256,
        "findings": [],
        "proofs": [
            {
                "proof": one.proof.id,
                "says": one.proof.says,
                "about": one.verdict.about,
                "states": one.verdict.states,
                "seconds": round(one.verdict.seconds, 3),
                "kept": one.kept,
                "holds": one.verdict.holds,
                "broken": [_broken_data(content, one, broken, whereabouts) for broken in one.verdict.broken],
            }
            for one in proved
        ],
    }


def as_annotations(
    content: Content, proved: Iterable[Proved], whereabouts: Whereabouts, folder: str = ""
) -> Iterator[str]:
    """What is wrong, as GitHub's workflow commands; files are named from where `folder` is."""
    for one in proved:
        for broken in one.verdict.broken:
            file, line, _ = place_of(content, one, broken, whereabouts)
            kind = "error" if broken.severity == ERROR else "warning"
            said = "\n".join((broken.what, *(WAY,) * bool(broken.way), *_steps(broken)))
            yield annotation(
                kind, posixpath.normpath(posixpath.join(folder, file)), line, f"{one.proof.id} {broken.code}", said
            )


def place_of(content: Content, one: Proved, broken: Broken, whereabouts: Whereabouts) -> tuple[str, int, str]:
    """The file, the line (0: not known) and the node in that file's own words (or empty) that a finding is about."""
    if broken.card and broken.node:
        try:
            place = lay(content, broken.card).nodes.get(broken.node)
        except (LayError, KeyError):
            place = None
        card, node = (place.card, place.node.id) if place else (broken.card, broken.node)
        file, line = whereabouts(card, node)
        return file, line, node
    return (f"trees/{broken.card}.yaml" if broken.card else one.proof.file.format(about=one.verdict.about)), 0, ""


def thousands(number: int) -> str:
    """A whole number in groups of three, as Norwegian writes it."""
    return f"{number:,}".replace(",", "\u00a0")


def duration(seconds: float) -> str:
    """Seconds with one decimal and a comma."""
    return SECONDS.format(seconds=f"{seconds:.1f}".replace(".", ",")) if seconds >= 0.05 else INSTANT


def annotation(kind: str, file: str, line: int, title: str, said: str) -> str:
    """One workflow command of GitHub's."""
    places = [("file", one_line(file)), *([("line", str(line))] if line else []), ("title", one_line(title))]
    properties = ",".join(f"{name}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for name, value in places)
    return f"::{kind} {properties}::{_escaped(masked(clean(said)))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _broken(content: Content, one: Proved, broken: Broken, whereabouts: Whereabouts) -> Iterator[str]:
    template = WHAT if broken.severity == ERROR else NOTE
    yield from _wrapped(template.format(what=one_line(broken.what), code=broken.code), "      ", "      ")
    file, line, node = place_of(content, one, broken, whereabouts)
    place = f"{file}:{line}" if line else file
    if broken.node or broken.severity == ERROR:
        yield from _wrapped(
            (WHERE if node else WHERE_FILE).format(place=one_line(place), node=node), "      ", "      "
        )
    if broken.way:
        yield f"      {WAY}"
        for step in _steps(broken):
            yield from _wrapped(step, "      ", "          ")


def _steps(broken: Broken) -> Iterator[str]:
    yield from (STEP.format(number=n, line=one_line(line)) for n, line in enumerate(broken.way, 1))


def _broken_data(content: Content, one: Proved, broken: Broken, whereabouts: Whereabouts) -> dict[str, Any]:
    file, line, _ = place_of(content, one, broken, whereabouts)
    return {
        "code": broken.code,
        "severity": broken.severity,
        "card": broken.card or None,
        "node": broken.node or None,
        "file": one_line(file),
        "line": line or None,
        "what": one_line(broken.what),
        "way": [one_line(line) for line in broken.way],
    }


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
