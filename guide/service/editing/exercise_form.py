"""An exercise as a form: its story, the feedback on each answer, its end. Edits touch only what they change.

What is written in the file and what the cards call it come from two places: ids of nodes and answers are shown in the
words of the content that is given, and as they are where it does not know them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from guide.core.content import Content
from guide.core.exercise import GRAVE, LEVELS, MISTAKES, RIGHT, VERDICTS, Exercise
from guide.core.findings import Finding
from guide.core.lay import Laid, LayError, lay
from guide.core.places import Way
from guide.core.record import record
from guide.core.text import clean
from guide.service.editing import exercise_words as say
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.forms import Field, FieldKind, closed, fill
from guide.service.editing.options import Option
from guide.service.training import words as exercise_words
from guide.store.edits.edits import Change, Put, Remove
from guide.store.load import load_exercises
from guide.store.sources import Sources

LEVEL_OPTIONS: Final = tuple(Option(level, exercise_words.LEVEL[level]) for level in LEVELS)
VERDICT_OPTIONS: Final = tuple(Option(kind, exercise_words.VERDICT[kind]) for kind in VERDICTS)
MISTAKE_OPTIONS: Final = tuple(Option(name, exercise_words.MISTAKE[name]) for name in MISTAKES)
ENDS: Final = (("report", say.REPORT), ("urgency", say.URGENCY), ("guardians", say.GUARDIANS))
USUAL_MISTAKE: Final = "utsatte_meldingen"
"""What a grave mistake is called till somebody says which it is."""


@record
class Part:
    """Some fields that belong together."""

    head: str
    fields: tuple[Field, ...]


@record
class ExerciseForm:
    """The whole of an exercise."""

    file: str
    title: str
    parts: tuple[Part, ...]


def exercise_form(editing: Editing, file: str, content: Content) -> ExerciseForm:
    """The form of the exercise in `file`. Raises EditError where it is none that can be read."""
    tree = editing.document(file).tree
    if not isinstance(tree, dict) or "exercise" not in tree:
        raise EditError(say.NO_EXERCISE.format(name=file))
    words = _Words(content, str(tree.get("card", "")))
    parts = [Part(say.ABOUT, tuple(_about(tree)))]
    for key, head in (("scenes", ""), ("events", say.EVENT)):
        for at, scene in enumerate(_items(tree, key)):
            text = str(scene.get("text", ""))
            title = head.format(text=text) if head else say.SCENE.format(number=at + 1)
            parts.append(Part(title, tuple(_scene((key, at), scene))))
    for key in ("way", "elsewhere"):
        for at, step in enumerate(_items(tree, key)):
            fields = tuple(_step((key, at), step, words))
            text = words.node(str(step.get("at", "")), str(step.get("fact", "")))
            head = say.STEP.format(number=at + 1, text=text) if key == "way" else say.ELSEWHERE.format(text=text)
            if fields:
                parts.append(Part(head, fields))
    end = tree.get("end")
    parts.append(Part(say.END, tuple(_end(end if isinstance(end, dict) else {}))))
    parts.append(Part(say.AFTER, tuple(_after(tree))))
    return ExerciseForm(file, clean(str(tree.get("title", ""))), tuple(parts))


def put_field(editing: Editing, file: str, field: Field, value: Any) -> None:
    """Fills a field. Raises EditError, and nothing has changed then."""
    if field.key == "verdict":
        _judge(editing, file, field.way, str(field.value), str(value))
        return
    if field.required and not (any(value) if isinstance(value, list) else clean(str(value or "")).strip()):
        raise EditError(say.EMPTY)
    fill(editing, file, field, value)


def read_exercise(editing: Editing, file: str) -> tuple[Exercise | None, tuple[Finding, ...]]:
    """The exercise as it is edited now, None where it can't be read, and what is wrong with its shape."""
    found, findings = load_exercises(Sources({file: editing.document(file).data}, (), ""))
    return next(iter(found.values()), None), findings


def exercise_files(editing: Editing) -> tuple[tuple[str, str], ...]:
    """(file, title) of every exercise of the folder, by municipality and title."""
    found = []
    for name in editing.names():
        if "/exercises/" in name:
            tree = editing.document(name).tree
            title = tree.get("title") if isinstance(tree, dict) else None
            found.append((name, clean(str(title or name))))
    return tuple(sorted(found, key=lambda one: (one[0].split("/")[1], one[1].casefold())))


def _judge(editing: Editing, file: str, way: Way, old: str, new: str) -> None:
    """Moves an answer to another verdict, its reason with it. `way` is that of the answer. Raises EditError."""
    *holder, _, answer = way
    document = editing.document(file)
    here, why = document.value(holder), document.value(way)
    if not isinstance(here, dict) or why is None:
        raise EditError(say.NO_VERDICT)
    if new == old:
        return
    if old == RIGHT and len(here.get(RIGHT, {})) == 1:
        raise EditError(say.FIRST_RIGHT)
    changes: list[Change] = [Remove(way if len(here[old]) > 1 else (*holder, old))]
    both = {**here.get(new, {}), str(answer): why}
    changes.append(Put((*holder, new), both, VERDICTS))
    mistakes = here.get("mistake", {})
    if new == GRAVE:
        changes.append(Put((*holder, "mistake"), {**mistakes, str(answer): USUAL_MISTAKE}, (*VERDICTS, "mistake")))
    elif answer in mistakes:
        changes.append(Remove((*holder, "mistake", answer) if len(mistakes) > 1 else (*holder, "mistake")))
    editing.apply(file, changes)


class _Words:
    """What the card calls its nodes and answers."""

    def __init__(self, content: Content, card: str) -> None:
        try:
            self._laid: Laid | None = lay(content, card)
        except (LayError, LookupError):
            self._laid = None

    def node(self, name: str, fact: str = "") -> str:
        """The text of a node; its name where the card has no such node."""
        place = self._laid.nodes.get(name) if self._laid else None
        if place is None and fact and self._laid and fact in self._laid.facts:
            return clean(self._laid.facts[fact].about)
        return clean(place.node.text) if place else clean(name or fact)

    def answer(self, node: str, fact: str, value: str) -> str:
        """An answer in the words of its fact."""
        place = self._laid.nodes.get(node) if self._laid else None
        name = fact or (place.fact if place else "")
        if self._laid and name in self._laid.facts:
            return clean(self._laid.facts[name].words(value)).rstrip(".")
        return clean(value)


def _items(tree: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = tree.get(key)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _field(way: Way, label: str, about: str, value: Any, **more: Any) -> Field:
    kind: FieldKind = more.pop("kind", "text")
    return Field(str(way[-1]), label, about, kind, way, value, **{"required": True, **more})


def _about(tree: Mapping[str, Any]) -> Iterator[Field]:
    yield _field(("title",), say.TITLE, say.TITLE_ABOUT, tree.get("title"))
    yield _field(("about",), say.ONE_LINE, say.ONE_LINE_ABOUT, tree.get("about"))
    yield _field(("level",), say.LEVEL, say.LEVEL_ABOUT, tree.get("level"), kind="one", options=LEVEL_OPTIONS)
    people = tree.get("people")
    for role, about in people.items() if isinstance(people, dict) else ():
        yield _field(("people", role), say.PERSON.format(role=clean(role)), say.PERSON_ABOUT, about)


def _scene(way: Way, scene: Mapping[str, Any]) -> Iterator[Field]:
    yield _field((*way, "text"), say.TEXT, say.TEXT_ABOUT, scene.get("text"))
    options = scene.get("options")
    if not isinstance(options, dict):
        return
    yield _field((*way, "ask"), say.ASK, say.ASK_ABOUT, scene.get("ask"))
    for number, (name, text) in enumerate(options.items(), 1):
        yield _field((*way, "options", name), say.OPTION.format(number=number), say.OPTION_ABOUT, text)
    yield from _judged(way, scene, {name: clean(str(text)) for name, text in options.items()})


def _step(way: Way, step: Mapping[str, Any], words: _Words) -> Iterator[Field]:
    node, fact = str(step.get("at", "")), str(step.get("fact", ""))
    given = [answer for kind in VERDICTS for answer in _verdicts(step, kind)]
    yield from _judged(way, step, {answer: words.answer(node, fact, answer) for answer in given})
    if "why" in step:
        yield _field((*way, "why"), say.DONE_WHY, say.WHY_ABOUT, step["why"])


def _verdicts(item: Mapping[str, Any], kind: str) -> Mapping[str, Any]:
    found = item.get(kind)
    return found if isinstance(found, dict) else {}


def _judged(way: Way, item: Mapping[str, Any], said: Mapping[str, str]) -> Iterator[Field]:
    """The verdict on each answer with its reason, then what is said of all others, and the hint."""
    for kind in VERDICTS:
        for answer, why in _verdicts(item, kind).items():
            text, own = said.get(answer, answer), (*way, kind, answer)
            yield Field(
                "verdict", say.VERDICT.format(answer=text), say.VERDICT_ABOUT, "one", own, kind, VERDICT_OPTIONS
            )
            yield _field(own, say.WHY.format(answer=text), say.WHY_ABOUT, why)
            if kind == GRAVE:
                named = (*way, "mistake", answer)
                label, value = say.MISTAKE.format(answer=text), _verdicts(item, "mistake").get(answer)
                yield _field(named, label, say.MISTAKE_ABOUT, value, kind="one", options=MISTAKE_OPTIONS)
    for kind, why in _verdicts(item, "rest").items():
        yield _field((*way, "rest", kind), say.WHY.format(answer=say.REST), say.WHY_ABOUT, why)
    if item.get("hint") or said:
        yield _field((*way, "hint"), say.HINT, say.HINT_ABOUT, item.get("hint"), required=False)


def _end(end: Mapping[str, Any]) -> Iterator[Field]:
    for key, label in ENDS:
        options = closed(key)
        yield _field(("end", key), label, say.SHOULD, end.get(key), kind="one", options=options, required=False)


def _after(tree: Mapping[str, Any]) -> Iterator[Field]:
    yield _field(("discuss",), say.DISCUSS, say.DISCUSS_ABOUT, tree.get("discuss"), kind="lines")
    yield _field(("note",), say.NOTE, say.NOTE_ABOUT, tree.get("note"), kind="lines", required=False)
