"""The exercises of a content folder, read apart from the rest and only by those who train.

Checked exercises are kept as JSON in the user's cache, by the hash of their files and of the code that made them, so
that YAML and validation are paid for once. Cards are not looked at: whether an exercise fits them is for the checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from guide.core.exercise import COST, Exercise, Expect, Scene, Step, Verdict
from guide.core.findings import Finding
from guide.core.record import names_of, record
from guide.store.codec import each, plain, thing
from guide.store.compiled import stamp
from guide.store.kept import Kept, key_of
from guide.store.sources import Sources, read_exercises

KINDS: Final = (Exercise, Expect, Scene, Step, Verdict)
_verdict: Final = thing(Verdict, {})
_expect: Final = thing(Expect, {})
_judged: Final = {"verdicts": each(_verdict), "rest": _verdict}
_step: Final = thing(Step, {**_judged, "expect": _expect})
_exercise: Final = thing(
    Exercise,
    {"way": each(_step), "elsewhere": each(_step), "scenes": each(thing(Scene, _judged)), "end": _expect},
)


@record
class Opened:
    """Exercises by id, in the order of their ids, and what is wrong with those that are left out."""

    exercises: Mapping[str, Exercise]
    findings: tuple[Finding, ...] = ()


def open_exercises(root: Path, cache_dir: Path) -> Opened:
    """The exercises of `root`. Never raises for what stands in files; not being able to keep them is no error."""
    sources = read_exercises(root)
    kept = Kept(cache_dir / "exercises")
    key = key_of((sources.sha256, stamp(), f"{COST}", *(f"{kind.__name__}:{names_of(kind)}" for kind in KINDS)))
    found = _decoded(kept.read(key))
    if found is None:
        found = _loaded(sources)
        if not found.findings:
            kept.write(key, encoded(found.exercises))
            kept.prune()
    return found


def encoded(exercises: Mapping[str, Exercise]) -> list[Any]:
    """Exercises as plain lists and dicts."""
    return [plain(exercise) for exercise in exercises.values()]


def _decoded(data: Any) -> Opened | None:
    """Exercises of plain lists and dicts, None where they are no such thing."""
    if not isinstance(data, list):
        return None
    try:
        made = [_exercise(one) for one in data]
    except (TypeError, KeyError, ValueError, AttributeError):
        return None
    return Opened({one.id: one for one in made})


def _loaded(sources: Sources) -> Opened:
    # imported here: pydantic and yaml cost more than the whole start of the app
    from guide.store.load import load_exercises

    exercises, findings = load_exercises(sources)
    return Opened(dict(sorted(exercises.items())), findings)
