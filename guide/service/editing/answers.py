"""Answers that come and go, and steps that go: what it touches is told before, and all of it is one edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guide.core.record import record
from guide.core.text import clean
from guide.service.editing import card_words as say
from guide.service.editing.contacts import free_id
from guide.service.editing.drafting import at_once
from guide.service.editing.find import Use, uses
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.forms import fill, node_form
from guide.service.editing.options import Choices, Option
from guide.service.editing.outline import nodes_of, walking_order
from guide.store.edits.edits import Change, Put, Remove

TURNS: Final = ("ask", "by")
UNKNOWN: Final = "vet_ikke"
OLDEST: Final = 129


@record
class Removal:
    """What it takes to take a step away: what leads to it, and what no way leads to afterwards."""

    leads: tuple[Use, ...]
    left: tuple[Option, ...]


# --- answers --------------------------------------------------------------------------------------------------------
def add_answer(editing: Editing, file: str, node: str, words: str) -> str:
    """A new answer to a step's question, in all steps of the card that ask or turn on the same; returns its value.

    For ages: a new range from that age. It leads where the first answer leads. Raises EditError.
    """
    shape = editing.document(file).value(("nodes", node))
    fact = _fact(shape)
    answers = shape.get("answers") if isinstance(shape, dict) else None
    if isinstance(answers, dict) and any(key[:1].isdigit() for key in answers):
        return _split(editing, file, node, answers, words)
    values = _own_values(editing, file, fact)
    text = " ".join(clean(words).split())
    value = free_id(text, values).replace("-", "_")
    value = value if value not in values and not value[:1].isdigit() else f"svar_{len(values) + 1}"
    known = list(values)
    order = [*[key for key in known if key != UNKNOWN], value, *([UNKNOWN] if UNKNOWN in known else [])]
    changes: list[Change] = [Put(("facts", fact, "values", value), text, tuple(order))]
    for name, each in nodes_of(_tree(editing, file)).items():
        held = each.get("answers")
        if _fact(each) == fact and isinstance(held, dict):
            to = str(next(iter(held.values()), ""))
            changes.append(Put(("nodes", name, "answers", value), to, tuple(order)))
    editing.apply(file, changes)
    return value


def drop_answer(editing: Editing, file: str, node: str, value: str) -> int:
    """Takes an answer away from its fact and from every step of the card; returns how many steps lose it.

    A range of ages is joined to the one before. Raises EditError: for answers that other cards have, too.
    """
    shape = editing.document(file).value(("nodes", node))
    fact, answers = _fact(shape), shape.get("answers") if isinstance(shape, dict) else None
    if isinstance(answers, dict) and value[:1].isdigit():
        return _join(editing, file, node, answers, value)
    values = _own_values(editing, file, fact)
    if len(values) < 2 or value not in values:
        raise EditError(say.LAST_ANSWER)
    changes: list[Change] = [Remove(("facts", fact, "values", value))]
    order = editing.document(file).value(("facts", fact, "order"))
    for number, level in reversed(list(enumerate(order if isinstance(order, list) else ()))):
        if isinstance(level, list) and value in level:
            inner = ("facts", fact, "order", number)
            changes.append(Remove(inner if len(level) == 1 else (*inner, level.index(value))))
    count = 0
    for name, each in nodes_of(_tree(editing, file)).items():
        for key in ("answers", "not_offered"):
            held = each.get(key)
            if _fact(each) == fact and isinstance(held, dict) and value in held:
                way = ("nodes", name, key)
                changes.append(Remove(way if len(held) == 1 and key == "not_offered" else (*way, value)))
                count += 1
    editing.apply(file, changes)
    return count


def hide_answer(editing: Editing, file: str, node: str, value: str, reason: str) -> None:
    """An answer can't be chosen here any more, for a reason that is shown to nobody but those who edit.

    Raises EditError.
    """
    held = editing.document(file).value(("nodes", node, "answers"))
    if not isinstance(held, dict) or len(held) < 2 or value not in held:
        raise EditError(say.LAST_ANSWER)
    field = node_form(editing, file, node).field("not_offered")
    before = field.value if isinstance(field.value, dict) else {}

    def work(made: Editing) -> None:
        made.apply(file, [Remove(("nodes", node, "answers", value))])
        fill(made, file, field, {**before, value: reason})

    at_once(editing, file, work)


def show_answer(editing: Editing, file: str, node: str, value: str, to: str) -> None:
    """An answer that was not shown can be chosen again, and leads to a step. Raises EditError."""
    form = node_form(editing, file, node)
    hidden, answers = form.field("not_offered"), form.field("answers")
    kept = {key: each for key, each in (hidden.value or {}).items() if key != value}
    rows = [row.value for row in answers.rows]
    made = {**(answers.value or {}), value: to}
    ordered = {**{row: made[row] for row in rows if row in made}, **made}

    def work(copy: Editing) -> None:
        fill(copy, file, answers, ordered)
        fill(copy, file, hidden, kept or None)

    at_once(editing, file, work)


# --- steps ----------------------------------------------------------------------------------------------------------
def removal(editing: Editing, file: str, node: str, to: str = "") -> Removal:
    """What taking a step away would touch; `to` is where what leads to it would lead instead."""
    leads = tuple(
        use for use in uses(editing, "node", node, file) if not use.declares and use.way[:2] != ("nodes", node)
    )
    choices, tree = Choices(editing), _tree(editing, file)
    before = set(walking_order(tree))
    after = set(walking_order(_without(tree, node, to)))
    left = [name for name in nodes_of(tree) if name in before - after - {node}]
    return Removal(leads, tuple(Option(name, choices.node_title(file, name)) for name in left))


def take_away(editing: Editing, file: str, node: str, to: str = "") -> None:
    """Takes a step away; what leads to it leads to `to` instead. Raises EditError: nothing is changed then."""
    found = removal(editing, file, node, to)
    if any(use.shape == "before_dot" for use in found.leads):
        raise EditError(say.ONLY_FROM.format(name=Choices(editing).node_title(file, node)))
    known = nodes_of(_tree(editing, file))
    if found.leads and (to == node or to not in known):
        raise EditError(say.NOWHERE)
    editing.apply(file, [*(Put(use.way, to) for use in found.leads), Remove(("nodes", node))])


def what_uses(editing: Editing, found: tuple[Use, ...]) -> tuple[tuple[Use, str], ...]:
    """Uses with words: the step that each stands in, where it stands in one, else the file and the line."""
    choices, made = Choices(editing), []
    for use in found:
        if use.way[:1] == ("nodes",) and len(use.way) > 1:
            title = choices.node_title(use.file, str(use.way[1]))
            made.append((use, say.USE_AT.format(title=title, file=use.file, line=use.line)))
        else:
            made.append((use, say.USE.format(file=use.file, line=use.line)))
    return tuple(made)


# --- inside ---------------------------------------------------------------------------------------------------------
def _tree(editing: Editing, file: str) -> Mapping[str, Any]:
    found = editing.document(file).tree
    return found if isinstance(found, dict) else {}


def _fact(shape: object) -> str:
    """The fact that a raw step asks or turns on, empty for other steps."""
    return str(next((shape[key] for key in ("fact", "by") if key in shape), "")) if isinstance(shape, dict) else ""


def _own_values(editing: Editing, file: str, fact: str) -> dict[str, Any]:
    """The answers that the card itself gives a fact. Raises EditError where they stand elsewhere."""
    values = editing.document(file).value(("facts", fact, "values"))
    if not isinstance(values, dict):
        raise EditError(say.SHARED.format(fact=Choices(editing).fact_title(file, fact)))
    return values


def _split(editing: Editing, file: str, node: str, answers: Mapping[str, Any], words: str) -> str:
    """Divides the range that an age lies in."""
    text = words.strip()
    age = int(text) if text.isascii() and text.isdigit() else 0
    for key, to in answers.items():
        low, dash, high = key.partition("-")
        if not low.isdigit() or (high and not high.isdigit()):
            continue
        last = int(high) if high else OLDEST if dash else int(low)
        if int(low) < age <= last <= OLDEST:
            first = low if int(low) == age - 1 else f"{low}-{age - 1}"
            new = f"{age}-{high}" if dash and high != str(age) else f"{age}"
            parts = {first: to, new: to}
            made = [pair for name, each in answers.items() for pair in (parts if name == key else {name: each}).items()]
            editing.put(file, ("nodes", node, "answers"), dict(made))
            return new
    raise EditError(say.NO_AGE)


def _join(editing: Editing, file: str, node: str, answers: Mapping[str, Any], value: str) -> int:
    """Gives a range to the one before it, the first to the one after."""
    ranges = [key for key in answers if key[:1].isdigit()]
    if value not in ranges or len(ranges) < 2:
        raise EditError(say.LAST_ANSWER)
    at = ranges.index(value)
    kept, one, other = (ranges[at - 1], ranges[at - 1], value) if at else (ranges[1], value, ranges[1])
    tail = other.partition("-")[2] if "-" in other else other
    whole = f"{one.partition('-')[0]}-{tail}"
    made = {whole if key == kept else key: each for key, each in answers.items() if key != value}
    editing.put(file, ("nodes", node, "answers"), made)
    return 1


def _without(tree: Mapping[str, Any], node: str, to: str) -> dict[str, Any]:
    """A raw card as it would be without a step, what leads to it leading to `to`."""

    def led(here: Any) -> Any:
        if isinstance(here, dict):
            return {key: led(each) for key, each in here.items()}
        return to if here == node else here

    nodes = {name: led(each) for name, each in nodes_of(tree).items() if name != node}
    return {**tree, "start": led(tree.get("start")), "alarms": led(tree.get("alarms")), "nodes": nodes}
