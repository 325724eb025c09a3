"""What the rules on exercises share: where everything stands in the file, and what an exercise speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from guide.core.content import ASK, RECORD, SIGNS, Content, Fact
from guide.core.exercise import Exercise, Expect, Judged, Scene, Step
from guide.core.lay import Laid, Place, parse_range
from guide.core.renamed import current

Way = tuple[str | int, ...]
FILL: Final = "Fyll inn:"
"""What a recorded exercise begins the texts with that still are to be written."""


def decisions(exercise: Exercise) -> Iterator[tuple[Way, Judged]]:
    """Everything that is or may be judged, with its place in the file."""
    for number, step in enumerate(exercise.way):
        yield ("way", number), step
    for number, step in enumerate(exercise.elsewhere):
        yield ("elsewhere", number), step
    yield from scenes(exercise)


def scenes(exercise: Exercise) -> Iterator[tuple[Way, Scene]]:
    """Scenes and events, with their place in the file."""
    told = [scene for scene in exercise.scenes if not scene.event]
    come = [scene for scene in exercise.scenes if scene.event]
    yield from ((("scenes", number), scene) for number, scene in enumerate(told))
    yield from ((("events", number), scene) for number, scene in enumerate(come))


class Spoken:
    """An exercise over its card: which place each step is, and which of the names that it uses are not there."""

    def __init__(self, content: Content, exercise: Exercise, laid: Laid | None) -> None:
        """`laid` is the graph of its card, None where that is not in use."""
        self.content, self.exercise, self._laid = content, exercise, laid

    def place(self, item: Judged) -> Place | None:
        """The node that a step stands at, None for a scene, a fact, or what is not there."""
        return self._place(item.at) if isinstance(item, Step) else None

    def asks(self, item: Judged) -> bool:
        """Whether something is a question: one of the card, or one of the exercise's own."""
        if not isinstance(item, Step):
            return isinstance(item, Scene) and bool(item.options)
        place = self.place(item)
        return not item.alarm and (bool(item.fact) or (place is not None and place.kind == ASK))

    def offered(self, item: Judged) -> Mapping[str, str]:
        """The answers that can be given, each with a value to try: itself, or a year of its range."""
        if isinstance(item, Scene):
            return {option: option for option, _ in item.options}
        place = self.place(item)
        if place is not None and place.kind == ASK:
            return {key: f"{parse_range(key)[0]}" if key[0].isdigit() else key for key, _ in place.node.answers}
        fact = self._facts.get(item.fact) if isinstance(item, Step) else None
        return {value: value for value, _ in fact.values} if fact else {}

    def unknown(self) -> Iterator[tuple[Way, str]]:
        """Names that are not there, with their places."""
        exercise, laid = self.exercise, self._laid
        if laid is None:
            yield ("card",), exercise.card
            return
        setting = self.content.facts.get("virksomhet")
        if setting and exercise.setting and not setting.allows(exercise.setting):
            yield ("setting",), exercise.setting
        for name, value in exercise.facts:
            fact = self._facts.get(name)
            if fact is None or not fact.allows(value):
                yield ("facts", name), name if fact is None else value
        yield from self._sources(("source",), exercise.source)
        for way, item in decisions(exercise):
            yield from self._item(way, item)
        yield from self._expected(("end",), exercise.end)

    # --- inside ----------------------------------------------------------------------------------------------
    @property
    def _facts(self) -> Mapping[str, Fact]:
        return self._laid.facts if self._laid else {}

    def _place(self, name: str) -> Place | None:
        if self._laid is None or not name:
            return None
        found: Place | None = self._laid.nodes.get(current(self._laid, name))
        return found

    def _item(self, way: Way, item: Judged) -> Iterator[tuple[Way, str]]:
        yield from self._sources((*way, "source"), item.source)
        if isinstance(item, Scene):
            if item.node and self._place(item.node) is None:
                yield (*way, "node"), item.node
            if item.point and self._laid and item.point not in {point.id for point in self._laid.card.points}:
                yield (*way, "point"), item.point
        elif isinstance(item, Step):
            yield from self._step(way, item)
        offered = self.offered(item)
        years = any(key[0].isdigit() for key in offered) and not isinstance(item, Scene)
        for verdict in item.verdicts if offered else ():
            if verdict.answer not in offered and not (years and verdict.answer[0].isdigit()):
                yield (*way, verdict.kind, verdict.answer), verdict.answer

    def _step(self, way: Way, step: Step) -> Iterator[tuple[Way, str]]:
        place = self.place(step)
        if not step.at and not step.fact:
            yield way, ""
        if step.at and place is None:
            yield (*way, "at"), step.at
        if step.fact and step.fact not in self._facts:
            yield (*way, "fact"), step.fact
        if step.alarm and self._laid and step.alarm not in self._laid.alarms:
            yield (*way, "alarm"), step.alarm
        known = {entry.id for entry in place.node.fields} if place is not None and place.kind == RECORD else set()
        yield from (((*way, "note", name), name) for name, _ in step.note if name not in known)
        if place is not None and place.kind == SIGNS:
            known = {sign.id for sign in self.content.lists[place.node.list].signs}
        for key in ("tick", "may"):
            yield from (((*way, key, n), sign) for n, sign in enumerate(getattr(step, key)) if sign not in known)
        if step.expect:
            yield from self._expected((*way, "expect"), step.expect)

    def _expected(self, way: Way, expect: Expect) -> Iterator[tuple[Way, str]]:
        if expect.node and self._place(expect.node) is None:
            yield (*way, "node"), expect.node
        if expect.service and expect.service not in self.content.services:
            yield (*way, "service"), expect.service

    def _sources(self, way: Way, sources: tuple[str, ...]) -> Iterator[tuple[Way, str]]:
        packs = self.content.packs
        for number, source in enumerate(sources):
            pack, _, point = source.partition(":")
            if source not in self.content.laws and (pack not in packs or point not in packs[pack].points):
                yield (*way, number), source
