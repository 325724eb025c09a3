"""A checked exercise file → the dataclasses of core. Hours without a date are those of the exercise's own day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guide.core.exercise import COST, VERDICTS, Exercise, Expect, Scene, Step, Verdict
from guide.store.build import pairs

_PLAIN: Final = ("area", "hint", "at", "fact", "alarm", "why", "id", "text", "node", "point", "ask")


def exercise(data: Mapping[str, Any]) -> Exercise:
    """An exercise."""
    day = data["at"][:10]
    scenes = [scene(shape, day) for shape in data["scenes"]]
    return Exercise(
        id=data["exercise"],
        title=data["title"],
        about=data["about"],
        card=data["card"],
        setting=data.get("setting", ""),
        level=data["level"],
        areas=tuple(data["areas"]),
        at=data["at"],
        way=tuple(step(shape, day) for shape in data["way"]),
        end=expect(data["end"]),
        pack=data["exercise"].partition("/")[0],
        people=pairs(data["people"]),
        facts=pairs(data.get("facts")),
        scenes=(*scenes, *(scene(shape, day, event=True) for shape in data.get("events", ()))),
        elsewhere=tuple(step(shape, day) for shape in data.get("elsewhere", ())),
        discuss=tuple(data["discuss"]),
        source=tuple(data["source"]),
        note=tuple(data.get("note", ())),
    )


def step(data: Mapping[str, Any], day: str) -> Step:
    """A stop of the way."""
    return Step(
        **_judged(data),
        note=pairs(data.get("note")),
        tick=tuple(data.get("tick", ())),
        may=tuple(data.get("may", ())),
        minutes=int(data.get("minutes", "-1")),
        until=_moment(data.get("until", ""), day),
        expect=expect(data["expect"]) if "expect" in data else None,
    )


def scene(data: Mapping[str, Any], day: str, event: bool = False) -> Scene:
    """A piece of the story."""
    time = _moment(data.get("time", ""), day)
    return Scene(**_judged(data), time=time, options=pairs(data.get("options")), event=event)


def expect(data: Mapping[str, Any]) -> Expect:
    """What a stop must show."""
    plain = {key: data[key] for key in ("node", "report", "urgency", "guardians", "service", "number") if key in data}
    return Expect(**plain, duties=tuple(data.get("duties", ())), deadlines=pairs(data.get("deadlines")))


def _judged(data: Mapping[str, Any]) -> dict[str, Any]:
    """What steps and scenes share, and the keys that are text."""
    costs, mistakes = data.get("costs", {}), data.get("mistake", {})
    parts: dict[str, Any] = {key: data[key] for key in _PLAIN if key in data}
    parts["verdicts"] = tuple(
        Verdict(answer, kind, why, int(costs.get(answer, COST[kind])), mistakes.get(answer, ""))
        for kind in VERDICTS
        for answer, why in data.get(kind, {}).items()
    )
    for kind, why in data.get("rest", {}).items():
        parts["rest"] = Verdict("", kind, why, int(costs.get("rest", COST[kind])), mistakes.get("rest", ""))
    return {**parts, "source": tuple(data.get("source", ()))}


def _moment(text: str, day: str) -> str:
    return text if "T" in text or not text else f"{day}T{text}"
