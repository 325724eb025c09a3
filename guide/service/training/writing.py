"""An exercise as its file in YAML: what is read from it is the same exercise. All text is in quotes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from guide.core.content import Pairs
from guide.core.exercise import COST, VERDICTS, Exercise, Expect, Judged, Scene, Step

WIDE: Final = 120
"""Groups of ids are written on one line up to here."""


def as_yaml(exercise: Exercise) -> str:
    """The file of `exercise`. Texts are written as they are; hidden characters in them are refused when it is read."""
    data: dict[str, Any] = {
        "format": "1",
        "exercise": exercise.id,
        "title": _Text(exercise.title),
        "about": _Text(exercise.about),
        "card": exercise.card,
        "setting": exercise.setting,
        "level": exercise.level,
        "areas": exercise.areas,
        "at": exercise.at,
        "facts": dict(exercise.facts),
        "people": {_Text(role): _Text(about) for role, about in exercise.people},
        "scenes": [_scene(scene) for scene in exercise.scenes if not scene.event],
        "events": [_scene(scene) for scene in exercise.scenes if scene.event],
        "way": [_step(step) for step in exercise.way],
        "elsewhere": [_step(step) for step in exercise.elsewhere],
        "end": _expect(exercise.end),
        "discuss": _texts(exercise.discuss),
        "note": _texts(exercise.note),
        "source": [_Text(source) for source in exercise.source],
    }
    return "\n".join(_lines(_filled(data), "")) + "\n"


class _Text(str):
    """A text that is written in quotes."""

    __slots__ = ()


def _step(step: Step) -> dict[str, Any]:
    minutes = f"{step.minutes}" if step.minutes >= 0 else ""
    return {
        "at": step.at,
        "fact": step.fact,
        "alarm": step.alarm,
        "note": dict(step.note),
        "tick": step.tick,
        "may": step.may,
        "why": _Text(step.why),
        **_judged(step),
        "minutes": minutes,
        "until": step.until,
        "expect": _expect(step.expect) if step.expect else {},
    }


def _scene(scene: Scene) -> dict[str, Any]:
    return {
        "id": scene.id,
        "node": scene.node,
        "point": _Text(scene.point),
        "time": _Text(scene.time),
        "text": _Text(scene.text),
        "ask": _Text(scene.ask),
        "options": _said(scene.options),
        **_judged(scene),
    }


def _judged(item: Judged) -> dict[str, Any]:
    verdicts = item.verdicts
    kinds = {kind: _said((v.answer, v.why) for v in verdicts if v.kind == kind) for kind in VERDICTS}
    costs = {v.answer: f"{v.minutes}" for v in verdicts if v.minutes != COST[v.kind]}
    if item.rest and item.rest.minutes != COST[item.rest.kind]:
        costs["rest"] = f"{item.rest.minutes}"
    mistakes = {v.answer: v.mistake for v in verdicts if v.mistake}
    if item.rest and item.rest.mistake:
        mistakes["rest"] = item.rest.mistake
    rest = {item.rest.kind: _Text(item.rest.why)} if item.rest else {}
    own = {"costs": costs, "mistake": mistakes, "hint": _Text(item.hint)}
    return {"area": item.area, **kinds, "rest": rest, **own, "source": [_Text(source) for source in item.source]}


def _expect(expect: Expect) -> dict[str, Any]:
    names = ("node", "report", "urgency", "guardians", "duties", "service", "number")
    return {**{name: getattr(expect, name) for name in names}, "deadlines": dict(expect.deadlines)}


def _said(pairs: Pairs | Iterable[tuple[str, str]]) -> dict[str, _Text]:
    return {answer: _Text(text) for answer, text in pairs}


def _texts(texts: Iterable[str]) -> list[_Text]:
    return [_Text(text) for text in texts]


def _filled(value: Any) -> Any:
    """What is left of a mapping without its empty values; a `tick` of nothing stays, it is an answer."""
    if isinstance(value, Mapping):
        kept = {key: _filled(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in ("", (), [], {})}
    return [_filled(item) for item in value] if isinstance(value, list | tuple) else value


def _lines(data: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        name = _plain(key)
        flat = _flat(value)
        if flat is not None and len(indent) + len(name) + len(flat) + 2 <= WIDE:
            yield f"{indent}{name}: {flat}"
        elif isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list):
            yield f"{indent}{name}:"
            yield from _items(value, indent + "  ")
        else:
            yield f"{indent}{name}: {_plain(value)}"


def _items(values: list[Any], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            first, *rest = _lines(value, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {_plain(value)}"


def _flat(value: Any) -> str | None:
    """Ids, or a list or group of them, on one line; None where there is text in it."""
    if isinstance(value, Mapping):
        pairs = [(key, item) for key, item in value.items()]
        if any(isinstance(part, _Text | list | Mapping) for pair in pairs for part in pair):
            return None
        return "{" + ", ".join(f"{_plain(key)}: {_plain(item)}" for key, item in pairs) + "}"
    if isinstance(value, list):
        sources = all(isinstance(part, str) and len(part) <= 60 and " " not in part for part in value)
        return "[" + ", ".join(map(_plain, value)) + "]" if sources else None
    return None


def _plain(value: str) -> str:
    """A scalar: texts, and the ids of an alarm's nodes (YAML has its own use for `!`), are in quotes."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, _Text) or value.startswith("!") else value
