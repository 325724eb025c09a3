"""Edits of a YAML file that touch only what they change: comments, order, blanks and line ends of the rest stay.

Each edit is a splice of the text, worked out from where the parser says that things stand. After it the whole file is
read again by the strict reader and compared with what the tree should now be; where it differs, the edit is refused.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Final

from guide.core.findings import Finding
from guide.core.places import Way
from guide.store.edits.kinds import Change, EditError, Insert, Put, Remove, Rename
from guide.store.edits.place import index_for, splice_of
from guide.store.edits.write import Plain, plain
from guide.store.spans import Span, spans
from guide.store.yaml_reader import Value, read

__all__ = ["BOM", "Change", "Document", "EditError", "Insert", "Put", "Remove", "Rename", "same", "steps"]

BOM: Final = b"\xef\xbb\xbf"
UNREADABLE: Final = "Fila kan ikke leses som YAML ennå. Rett den som tekst først."
NOT_THERE: Final = "Det du vil endre, står ikke i fila lenger. Les den på nytt."
REFUSED: Final = "Endringen ville gjort mer enn den skulle, og er ikke gjort. Endre dette som tekst i fila."
THERE: Final = "«{key}» står der fra før. Velg et annet navn."
MOST_STEPS: Final = 500


class Document:
    """The bytes of one file, and what they say. Never changes: an edit gives a new one."""

    def __init__(self, data: bytes, name: str) -> None:
        """`name` is the file's name in the findings."""
        self.data, self.name = data, name

    @cached_property
    def _read(self) -> tuple[Value | None, tuple[Finding, ...]]:
        return read(self.data.removeprefix(BOM), self.name)

    @property
    def tree(self) -> Value | None:
        """What the strict reader reads, None where it can't; a mark (BOM) before it is not looked at here."""
        return self._read[0]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the reader says of it."""
        return self._read[1]

    @cached_property
    def text(self) -> str:
        """The text, line ends as they are. Raises EditError where it is no UTF-8."""
        try:
            return self.data.removeprefix(BOM).decode("utf-8")
        except UnicodeDecodeError:
            raise EditError(UNREADABLE) from None

    @cached_property
    def spans(self) -> Span:
        """Where everything stands. Raises EditError where the file can't be read."""
        if self.tree is None:
            raise EditError(UNREADABLE)
        return spans(self.text)

    @property
    def line_end(self) -> str:
        """The line end that most lines have."""
        ends = self.text.count("\r\n")
        return "\r\n" if ends * 2 > self.text.count("\n") else "\n"

    def value(self, way: Sequence[str | int]) -> Any:
        """What stands at `way`, None where nothing does."""
        here: Any = self.tree
        for step in way:
            is_item = isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here)
            if not is_item and not (isinstance(here, dict) and step in here):
                return None
            holder: Any = here
            here = holder[step]
        return here

    def edited(self, changes: Iterable[Change]) -> Document:
        """The file after these changes, one after the other. Raises EditError; nothing is made then."""
        document = self
        for change in changes:
            document = document._after(change)
        return document

    def with_value(self, way: Way, value: Plain, order: tuple[str, ...] = ()) -> Document:
        """The file with `value` at `way`, by the fewest changes: items of a list that stay are not touched."""
        document = self
        for _ in range(MOST_STEPS):
            old = document.value(way)
            change = next(steps(None if old is None else plain(old), plain(value), way, order), None)
            if change is None:
                return document
            document = document._after(change)
        raise EditError(REFUSED)

    def _after(self, change: Change) -> Document:
        if self.tree is None:
            raise EditError(UNREADABLE)
        wanted = _expected(plain(self.tree), change)
        splice = splice_of(self.text, self.spans, change, self.line_end)
        text = self.text[: splice.start] + splice.text + self.text[splice.end :]
        bom = BOM if self.data.startswith(BOM) else b""
        made = Document(bom + text.encode("utf-8", "surrogatepass"), self.name)
        if made.tree is None or not same(made.tree, wanted):
            raise EditError(REFUSED)
        return made


def same(one: object, other: object) -> bool:
    """Whether two trees say the same, in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return isinstance(one, str) and one == other


def steps(old: Any, new: Plain, way: Way, order: tuple[str, ...] = ()) -> Iterator[Change]:
    """Changes that make `new` of `old`, in order; each is right once those before it are made."""
    if old == new and same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and new and old and list(new) != list(old) and _moved(old, new):
        yield Put(way, new, order)  # the order itself is changed
    elif isinstance(old, dict) and isinstance(new, dict) and new and old:
        yield from (Remove((*way, key)) for key in old if key not in new)
        for key, value in new.items():
            yield from steps(old.get(key), value, (*way, key), tuple(new))
    elif isinstance(old, list) and isinstance(new, list) and new and old:
        yield from _list_steps(old, new, way)
    else:
        yield Put(way, new, order)


def _moved(old: dict[str, Any], new: dict[str, Any]) -> bool:
    return [key for key in old if key in new] != [key for key in new if key in old]


def _list_steps(old: list[Any], new: list[Any], way: Way) -> Iterator[Change]:
    """The first change of a list; the rest follows when it is looked at again."""
    matcher = difflib.SequenceMatcher(None, [repr(x) for x in old], [repr(x) for x in new], autojunk=False)
    for sign, i, end, j, _ in matcher.get_opcodes():
        if sign == "replace":
            yield from steps(old[i], new[j], (*way, i))
            return
        if sign == "delete":
            yield Remove((*way, end - 1))
            return
        if sign == "insert":
            yield Insert((*way, i), new[j])
            return


def _expected(tree: Any, change: Change) -> Any:
    """What the tree is to be. Raises EditError where there is no such place."""
    *way, last = change.way
    holder = tree
    for step in way:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            raise EditError(NOT_THERE) from None
    if isinstance(change, Insert):
        if not isinstance(holder, list) or not isinstance(last, int) or not 0 <= last <= len(holder):
            raise EditError(NOT_THERE)
        holder.insert(last, plain(change.value))
        return tree
    if isinstance(change, Put) and isinstance(holder, dict) and last not in holder:
        _put_in(holder, str(last), plain(change.value), change.order)
        return tree
    try:
        holder[last]
    except (KeyError, IndexError, TypeError):
        raise EditError(NOT_THERE) from None
    if isinstance(change, Put):
        holder[last] = plain(change.value)
    elif isinstance(change, Remove):
        del holder[last]
    else:
        if change.key != last and change.key in holder:
            raise EditError(THERE.format(key=change.key))
        entries = [(change.key if key == last else key, value) for key, value in holder.items()]
        holder.clear()
        holder.update(entries)
    return tree


def _put_in(holder: dict[str, Any], key: str, value: Any, order: tuple[str, ...]) -> None:
    entries = list(holder.items())
    entries.insert(index_for(list(holder), key, order), (key, value))
    holder.clear()
    holder.update(entries)
