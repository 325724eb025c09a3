"""A step as a form, field by field: what is filled in, chosen, ticked or done, and what that makes of the file.

A slot is the smallest thing that is filled in by itself. Its id is made of keys of the file, so that it stays the same
while the rest of the form changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

from guide.core.places import Way
from guide.core.record import record
from guide.service.editing import card_words as say
from guide.service.editing.contacts import free_id
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.forms import Field, Form, closed, fill, node_form
from guide.service.editing.options import Choices, Option
from guide.store.edits.edits import Change, Put, Remove
from guide.store.schema.told import told

SlotKind = Literal["text", "lines", "pick", "ticks", "flag", "act"]
"""`text` one line, `lines` one text a line, `pick` one of the options, `ticks` some of them in order, `flag` yes or no,
`act` something to do with what one writes (a new answer, a new deadline)."""

BETWEEN: Final = ":"
ADD, DROP, SHOW = "+", "-", "vis"
YES: Final = "ja"
_MANY: Final[dict[str, str]] = {"deadlines": "Within", "fields": "RecordField"}
"""Keys with a list of small forms, and the shape of each."""
OPTIONAL: Final = ("help", "default", "tells")
"""Keys of a small form that may be left out."""
_NEW_DEADLINE: Final = {"id": "frist", "within": "3", "unit": "working_days"}


@record
class Slot:
    """One thing to fill in. `way`: where it stands in the file; `head`: the heading above it, where it is a new group;
    `steps`: the options are steps of the card, so that a new one can be made; `asks`: an act that wants a text."""

    id: str
    kind: SlotKind
    label: str
    about: str
    way: Way
    value: Any = ""
    options: tuple[Option, ...] = ()
    required: bool = False
    head: str = ""
    steps: bool = False
    asks: str = ""


@record
class Sheet:
    """A step to edit: its name, its kind, its title, its slots from the top."""

    file: str
    name: str
    kind: str
    title: str
    slots: tuple[Slot, ...]

    def slot(self, id: str) -> Slot:
        """A slot by its id. Raises KeyError."""
        for slot in self.slots:
            if slot.id == id:
                return slot
        raise KeyError(id)


def sheet(editing: Editing, file: str, node: str) -> Sheet:
    """The form of a step. Raises EditError."""
    form = node_form(editing, file, node)
    shape = editing.document(file).value(("nodes", node))
    slots = [slot for field in form.fields for slot in _slots(editing, form, field, shape)]
    return Sheet(file, node, form.kind, form.title, tuple(slots))


def fill_slot(editing: Editing, file: str, node: str, id: str, value: Any) -> None:
    """Fills in one slot: a text, texts, the value of an option, values of options; `act` does what it says.

    Raises EditError: nothing is changed then.
    """
    form = node_form(editing, file, node)
    key, *rest = id.split(BETWEEN)
    field = next((field for field in form.fields if field.key == key), None)
    if field is None:
        raise EditError(say.NO_FIELD.format(name=id))
    if key in _MANY:
        _fill_many(editing, file, field, rest, value)
    elif rest:
        _fill_part(editing, form, field, rest[0], value)
    elif field.kind == "whom":
        before = field.value or {}
        fill(editing, file, field, {service: before.get(service, "") for service in value})
    elif key in ("fact", "by", "include"):
        _fill_turn(editing, form, field, str(value))
    elif field.kind == "yesno":
        fill(editing, file, field, YES if value else None)
    else:
        fill(editing, file, field, list(value) if isinstance(value, tuple) else value)


def _slots(editing: Editing, form: Form, field: Field, shape: Mapping[str, Any]) -> Iterator[Slot]:
    value = field.value
    if field.kind in ("text", "lines", "one", "many", "yesno"):
        yield _plain(field)
    elif field.kind == "ways":
        yield from _ways(form, field, shape)
    elif field.kind == "reasons":
        given = value if isinstance(value, dict) else {}
        titles = {row.value: row.title for row in field.rows}
        for name, reason in given.items():
            label = say.NOT_SHOWN.format(answer=titles.get(name, name))
            yield Slot(_id(field.key, name), "text", label, say.NOT_SHOWN_ABOUT, (*field.way, name), str(reason))
    elif field.kind == "whom":
        yield from _whom(field)
    elif field.key in _MANY:
        yield from _many(field, Choices(editing), form.file)


def _plain(field: Field) -> Slot:
    kinds: dict[str, SlotKind] = {"text": "text", "lines": "lines", "one": "pick", "many": "ticks", "yesno": "flag"}
    kind = kinds[field.kind]
    value: Any = field.value
    if kind in ("lines", "ticks"):
        value = tuple(str(each) for each in value) if isinstance(value, list) else ()
    elif kind == "flag":
        value = value == YES
    else:
        value = value if isinstance(value, str) else ""
    about = say.FLAGS.get(field.key, field.about)
    steps = field.key in ("go", "then", "alone")
    label = say.LABELS.get(field.key, field.label)
    return Slot(field.key, kind, label, about, field.way, value, field.options, field.required, steps=steps)


def _ways(form: Form, field: Field, shape: Mapping[str, Any]) -> Iterator[Slot]:
    """A slot an answer or an exit, with the step that it leads to; and a new answer."""
    value = field.value if isinstance(field.value, dict) else {}
    hidden = shape.get("not_offered")
    away = hidden if isinstance(hidden, dict) else {}
    titles = {row.value: row.title for row in field.rows}
    names = [*titles, *(name for name in value if name not in titles)]
    about = say.ANSWER_ABOUT if field.key == "answers" else say.EXIT_ABOUT
    head = field.label
    for name in names:
        if name in away:
            continue
        title = titles.get(name, name)
        to = value.get(name, "")
        way = (*field.way, name) if name in value else field.way
        yield Slot(_id(field.key, name), "pick", title, about, way, str(to), field.options, True, head=head, steps=True)
        head = ""
    if field.key == "answers":
        for name in away:
            label = say.SHOW.format(answer=titles.get(name, name))
            yield Slot(_id(field.key, SHOW, name), "act", label, say.SHOW_ABOUT, field.way)
        asks = say.ASK_AGE if _is_years(value) else say.ASK_ANSWER
        yield Slot(_id(field.key, ADD), "act", say.ADD_ANSWER, say.ADD_ANSWER_ABOUT, field.way, asks=asks)


def _whom(field: Field) -> Iterator[Slot]:
    value = field.value if isinstance(field.value, dict) else {}
    titles = {option.value: option.title for option in field.options}
    yield Slot(field.key, "ticks", field.label, say.WHOM_ABOUT, field.way, tuple(value), field.options, field.required)
    for service, why in value.items():
        label = say.WHY_LABEL.format(service=titles.get(service, service))
        yield Slot(_id(field.key, service), "text", label, say.WHY_ABOUT, (*field.way, service), str(why))


def _many(field: Field, choices: Choices, file: str) -> Iterator[Slot]:
    """Small forms in a list: deadlines, fields of a record."""
    value = field.value if isinstance(field.value, list) else []
    for number, each in enumerate(value):
        if not isinstance(each, dict):
            continue
        head = say.HEADS[field.key].format(number=number + 1)
        yield from _inner(field, number, each, choices, file)
        last = _id(field.key, number, DROP)
        yield Slot(last, "act", say.DROPS[field.key].format(name=head), say.DROP_ABOUT, (*field.way, number))
    yield Slot(
        _id(field.key, ADD), "act", say.ADDS[field.key], field.about, field.way, asks=say.ADD_ASKS.get(field.key, "")
    )


def _inner(field: Field, number: int, each: Mapping[str, Any], choices: Choices, file: str) -> Iterator[Slot]:
    head = say.HEADS[field.key].format(number=number + 1)
    for key in _keys_of(field.key, each):
        words = told(_MANY[field.key], key)
        way = (*field.way, number, key) if key in each else (*field.way, number)
        options = choices.dates(file) if key in ("from", "on") else closed(key)
        kind: SlotKind = "flag" if key == "default" else "pick" if options else "text"
        held: Any = str(each.get(key, ""))
        if kind == "flag":
            held = held == "today"
        about = say.FLAGS.get(key, words.about)
        label = say.LABELS.get(key, words.label)
        needed = key not in OPTIONAL
        yield Slot(_id(field.key, number, key), kind, label, about, way, held, options, needed, head=head)
        head = ""


def _keys_of(key: str, each: Mapping[str, Any]) -> tuple[str, ...]:
    if key == "deadlines":
        return ("on",) if "on" in each else ("within", "unit", "from")
    dated = ("default",) if each.get("kind") == "date" else ()
    return ("label", "kind", "help", *(("tells",) if each.get("kind") != "role" else ()), *dated)


def _fill_many(editing: Editing, file: str, field: Field, rest: Sequence[str], value: Any) -> None:
    """Writes one value of one small form, takes a form away, or puts a new one last."""
    held = [dict(each) for each in field.value] if isinstance(field.value, list) else []
    if rest == [ADD]:
        held.append(_fresh(field, held, str(value or "")))
        fill(editing, file, field, held)
        return
    number = int(rest[0]) if rest and rest[0].isdigit() else len(held)
    if number >= len(held) or len(rest) < 2:
        raise EditError(say.NO_FIELD.format(name=field.label))
    if rest[1] == DROP:
        del held[number]
        fill(editing, file, field, held)
        return
    made = {"default": "today" if value else ""}.get(rest[1], value)
    if made or rest[1] not in OPTIONAL:
        held[number][rest[1]] = str(made or "")
    else:
        held[number].pop(rest[1], None)
    if rest[1] == "kind" and made != "date":
        held[number].pop("default", None)
    if rest[1] == "kind" and made == "role":
        held[number].pop("tells", None)
    fill(editing, file, field, held)


def _fresh(field: Field, held: Sequence[Mapping[str, Any]], text: str) -> dict[str, str]:
    taken = [str(each.get("id", "")) for each in held]
    if field.key == "fields":
        label = text.strip() or say.NEW_FIELD
        return {"id": free_id(label, taken), "kind": "text", "label": label}
    start = field.options[0].value if field.options else ""
    return {**_NEW_DEADLINE, "id": free_id(_NEW_DEADLINE["id"], taken), "from": start}


def _fill_part(editing: Editing, form: Form, field: Field, part: str, value: Any) -> None:
    """Writes one entry of a mapping: where an answer leads, why somebody is contacted, why an answer is not shown."""
    held = dict(field.value) if isinstance(field.value, dict) else {}
    if field.kind == "whom" and part not in held:
        raise EditError(say.NO_FIELD.format(name=field.label))
    made = {**held, part: str(value or "")}
    if field.kind == "ways":  # in the order that the answers have
        rows = [row.value for row in field.rows]
        made = {**{row: made[row] for row in rows if row in made}, **made}
    fill(editing, form.file, field, made)


def _fill_turn(editing: Editing, form: Form, field: Field, value: str) -> None:
    """Another fact or another card: its answers or exits take the place of the old ones, leading where those led."""
    if value == field.value:
        return
    if value not in {option.value for option in field.options}:
        raise EditError(say.NOT_OFFERED.format(value=value, label=field.label))
    document, way = editing.document(form.file), field.way[:-1]
    key = "exits" if field.key == "include" else "answers"
    old = document.value((*way, key))
    before: dict[str, Any] = dict(old) if isinstance(old, dict) else {}
    choices = Choices(editing)
    rows = choices.exits(value) if key == "exits" else choices.answers(form.file, value)
    first = str(next(iter(before.values()), ""))
    made = {row.value: str(before.get(row.value, first)) for row in rows} or before
    changes: list[Change] = [Put(field.way, value)]
    if isinstance(document.value((*way, "not_offered")), dict):
        changes.append(Remove((*way, "not_offered")))
    editing.adopt(form.file, document.edited(changes).with_value((*way, key), made))


def _is_years(value: Mapping[str, Any]) -> bool:
    return any(key[:1].isdigit() for key in value)


def _id(*parts: str | int) -> str:
    return BETWEEN.join(str(part) for part in parts)
