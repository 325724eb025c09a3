"""A step of a card or a contact as a form: what can be edited, with what choices; and a filled-in field as an edit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal

from guide.core.content import KINDS
from guide.core.places import Way
from guide.core.record import record
from guide.core.text import clean
from guide.service.editing import words as say
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.options import Choices, Option
from guide.store.edits.edits import Remove
from guide.store.edits.write import Plain
from guide.store.schema import nodes as schema_nodes
from guide.store.schema import schema
from guide.store.schema.told import told
from guide.store.shapes import fields_of, required_of

FieldKind = Literal[
    "text", "lines", "one", "many", "ways", "whom", "reasons", "deadlines", "fields", "yesno", "date", "id"
]
"""How a field is filled in. `ways`: for each of `rows` one of `options`; `whom`: some of `options`, each with a text;
`reasons`: some of `rows`, each with a text; `one`, `many`: of `options`; `id`: shown, and not edited here."""

ORDER: Final = (
    *("point", *KINDS, "fact", "list", "urgency", "report", "duties", "guardians", "fields", "help", "contact", "do"),
    *("dont", "say", "share", "next", "deadlines", "overdue", "note", "does", "answers", "not_offered", "exits", "go"),
    *("then", "alone", "anew", "loop", "was", "source"),
)
"""The keys of a node in the order that the content has them."""
KIND_OF: Final[dict[str, FieldKind]] = {
    **dict.fromkeys(("dont", "do", "next", "note", "share", "phone", "child"), "lines"),
    **dict.fromkeys(("fact", "by", "list", "include", "point", "urgency", "report", "guardians", "go", "then"), "one"),
    **dict.fromkeys(("alone", "exit", "service", "confidence"), "one"),
    **dict.fromkeys(("duties", "does", "source"), "many"),
    **dict.fromkeys(("answers", "exits"), "ways"),
    **dict.fromkeys(("anew", "loop"), "yesno"),
    **{"contact": "whom", "not_offered": "reasons", "deadlines": "deadlines", "fields": "fields"},
    **{"was": "id", "id": "id", "checked": "date"},
}
SHAPES: Final[dict[str, Any]] = {
    "ask": schema_nodes.Ask,
    "by": schema_nodes.By,
    "signs": schema_nodes.Signs,
    "task": schema_nodes.Task,
    "record": schema_nodes.Record,
    "include": schema_nodes.Include,
    "exit": schema_nodes.Exit,
    "outcome": schema_nodes.Outcome,
}
_SPACE: Final = re.compile(r"\s+")


@record
class Field:
    """One field. `value` is what stands in the file, None where nothing does; `way` is where."""

    key: str
    label: str
    about: str
    kind: FieldKind
    way: Way
    value: Any = None
    options: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()
    required: bool = False
    order: tuple[str, ...] = ()


@record
class Form:
    """A thing to edit: the file that it stands in, what it is, its fields."""

    file: str
    name: str
    kind: str
    title: str
    fields: tuple[Field, ...]

    def field(self, *keys: str) -> Field:
        """The field at the end of these keys. Raises KeyError."""
        for field in self.fields:
            if field.way[-len(keys) :] == keys:
                return field
        raise KeyError(keys)


def node_form(editing: Editing, file: str, node: str) -> Form:
    """The form of a step. Raises EditError."""
    shape = editing.document(file).value(("nodes", node))
    kind = next((key for key in KINDS if isinstance(shape, dict) and key in shape), "")
    if not kind:
        raise EditError(say.NO_NODE.format(name=node))
    choices, own = Choices(editing), SHAPES[kind]
    keys = [key for key in ORDER if key in fields_of(own)]
    fields = [
        field
        for key in keys
        for field in _node_fields(choices, file, node, shape, key, own.__name__, key in required_of(own))
    ]
    return Form(file, node, kind, choices.node_title(file, node), tuple(fields))


def _node_fields(
    choices: Choices, file: str, node: str, shape: Mapping[str, Any], key: str, own: str, required: bool
) -> Iterator[Field]:
    way: Way = ("nodes", node, key)
    if key == "say":
        said = shape.get("say")
        for part in ("phone", "child"):
            words = told("Say", part)
            value = said.get(part) if isinstance(said, dict) else None
            yield Field(part, words.label, words.about, "lines", (*way, part), value, order=("phone", "child"))
        return
    words = told(own, key)
    rows, options = _choices(choices, file, node, shape, key)
    kind = KIND_OF.get(key, "text")
    yield Field(key, words.label, words.about, kind, way, shape.get(key), options, rows, required, ORDER)


def _choices(
    choices: Choices, file: str, node: str, shape: Mapping[str, Any], key: str
) -> tuple[tuple[Option, ...], tuple[Option, ...]]:
    """The rows and the options of a field of a node."""
    if key in ("answers", "not_offered"):
        answers = choices.answers(file, str(shape.get("fact", shape.get("by", ""))))
        ranges = tuple(Option(each, each) for each in shape.get("answers", {}))  # of a fact in years
        return answers or ranges, choices.nodes(file)
    if key == "exits":
        return choices.exits(str(shape.get("include", ""))), choices.nodes(file)
    if key in ("go", "then", "alone"):
        return (), tuple(each for each in choices.nodes(file) if each.value != node)
    if key == "exit":
        found = choices.tree(file).get("exits")
        return (), tuple(Option(str(name), str(name)) for name in (found if isinstance(found, list) else ()))
    lists: dict[str, Callable[[], tuple[Option, ...]]] = {
        "fact": lambda: choices.facts(file),
        "by": lambda: choices.facts(file),
        "list": choices.lists,
        "include": lambda: choices.cards(shared=True),
        "point": lambda: choices.points(file),
        "contact": choices.services,
        "source": choices.sources,
        "deadlines": lambda: choices.dates(file),
    }
    return (), lists[key]() if key in lists else closed(key)


def closed(key: str) -> tuple[Option, ...]:
    """The options of a key with a closed list, none for others."""
    return tuple(Option(value, words) for value, words in say.CLOSED.get(key, {}).items())


def contact_form(editing: Editing, file: str, index: int) -> Form:
    """The form of a contact. Raises EditError."""
    shape = editing.document(file).value(("contacts", index))
    if not isinstance(shape, dict):
        raise EditError(say.NO_CONTACT)
    choices, own = Choices(editing), schema.ContactShape
    order = tuple(fields_of(own))
    pack = file.removeprefix("contacts/").removesuffix(".yaml")  # its own plan is what a contact is mostly from
    options: dict[str, Callable[[], tuple[Option, ...]]] = {
        "service": choices.services,
        "source": lambda: tuple(sorted(choices.sources(), key=lambda each: not each.value.startswith(f"{pack}:"))),
        "confidence": lambda: closed("confidence"),
    }
    fields = []
    for key in order:
        words = told("ContactShape", key)
        kind: FieldKind = "text" if key == "phone" else KIND_OF.get(key, "text")
        chosen = options[key]() if key in options else ()
        required = key in required_of(own)
        way: Way = ("contacts", index, key)
        fields.append(Field(key, words.label, words.about, kind, way, shape.get(key), chosen, (), required, order))
    return Form(file, str(shape.get("id", "")), "contact", str(shape.get("name", "")), tuple(fields))


def fill(editing: Editing, file: str, field: Field, value: Plain | None) -> None:
    """Writes what a field is filled in with; None or nothing takes it away, where it need not be there.

    Raises EditError: for a choice that is not offered, and where the file is another now.
    """
    made = _cleaned(value)
    _offered(field, made)
    document = editing.document(file)
    if not made and not field.required:
        if document.value(field.way) is not None:
            editing.apply(file, [Remove(_alone(document.value(field.way[:-1]), field.way))])
        return
    holder = field.way[:-1]
    if document.value(holder) is None:
        editing.put(file, holder, {str(field.way[-1]): made}, ORDER)
        return
    editing.put(file, field.way, made, field.order)


def _alone(holder: object, way: Way) -> Way:
    """What goes when the entry at `way` goes: `say` with its last words."""
    return way[:-1] if len(way) > 3 and isinstance(holder, dict) and len(holder) == 1 else way


def _cleaned(value: Plain | None) -> Any:
    """Texts on one line, without what is hidden; nothing empty in lists."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _SPACE.sub(" ", clean(value)).strip()
    if isinstance(value, Mapping):
        return {key: _cleaned(each) for key, each in value.items()}
    return [made for made in (_cleaned(each) for each in value) if made]


def _offered(field: Field, value: Any) -> None:
    """Raises EditError for a choice that is not among the options, and did not stand there before."""
    if field.kind == "one":
        chosen, before = [value] if value else [], [field.value]
    elif field.kind == "many":
        chosen, before = list(value), list(field.value or ())
    elif field.kind == "ways":
        chosen, before = list(value.values()), list((field.value or {}).values())
    elif field.kind == "whom":
        chosen, before = list(value), list(field.value or {})
    else:
        return
    known = {option.value for option in field.options}
    for each in chosen:
        if each not in known and each not in before:
            raise EditError(say.NOT_OFFERED.format(value=each, label=field.label))
