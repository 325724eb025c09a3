"""Values as YAML: a text written so that the strict reader reads that very text back, and so that it looks at home."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

import yaml

from guide.store.spans import BLOCK_STYLES, _Loader

Plain = str | list[Any] | dict[str, Any]
"""A value as edits speak of it: text, lists and mappings."""
Where = Literal["block", "flow", "key"]
LONGEST: Final = 160
"""The most characters of a line in the content (docs/format.md); what is longer is folded where it can be."""
FOLDED: Final = 118
STEP: Final = 2
_PROBE: Final = {"block": "k: {}\n", "flow": "[{}]\n", "key": "{}: v\n"}
_LONG_LIST: Final = 100
_RESOLVER: Final[Any] = yaml.resolver.Resolver()
_STRING: Final = "tag:yaml.org,2002:str"
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


class Form(NamedTuple):
    """How a text is to stand: in a `block`, in brackets (`flow`) or as a `key`; `style` is the sign that it had."""

    where: Where
    style: str = ""
    indent: int = 0
    column: int = 0
    line_end: str = "\n"
    before: str = ""
    """The text that is replaced, as it is written; its own layout is kept where it is a block."""
    was: str = ""
    """The value that is replaced: a number that stood without quotes is followed by one without."""


def scalar(value: str, form: Form) -> str:
    """A text as YAML. The first way of writing that reads back as `value`; quotes where nothing else does."""
    wanted = unicodedata.normalize("NFC", value)
    for written in _ways(value, form):
        if _reads_as(written, wanted, form):
            return written
    return _double(value)


def collection(value: Plain, indent: int, flow: bool, line_end: str = "\n", column: int = 0) -> str:
    """What follows `key:` or `-`: a blank and the value, or a line end and its lines, `indent` blanks in."""
    if isinstance(value, str):
        form = Form("flow" if flow else "block", "", indent, column + 1, line_end)
        return " " + scalar(value, form)
    short = in_brackets(value)
    if flow or not value or (_fits(value) and column + len(short) < LONGEST):
        return " " + short
    return line_end + line_end.join(lines(value, indent, line_end))


def lines(value: Plain, indent: int, line_end: str = "\n") -> Iterator[str]:
    """A list or a mapping as lines of their own, without the last line end."""
    blanks = " " * indent
    if isinstance(value, Mapping):
        for key, each in value.items():
            name = scalar(key, Form("key"))
            yield f"{blanks}{name}:{collection(each, indent + STEP, False, line_end, indent + len(name) + 1)}"
    else:
        for each in value:
            yield f"{blanks}-{item(each, indent, line_end)}"


def item(value: Plain, indent: int, line_end: str = "\n", flow: bool = False) -> str:
    """What follows the `-` of a list whose dashes stand `indent` blanks in."""
    if isinstance(value, Mapping) and value and not flow:
        first, *rest = lines(value, indent + STEP, line_end)
        return line_end.join([" " + first.lstrip(" "), *rest])
    return collection(value, indent + STEP, flow, line_end, indent + 1)


def in_brackets(value: Plain) -> str:
    """A value on one line, in brackets where it is a list or a mapping."""
    if isinstance(value, str):
        return scalar(value, Form("flow"))
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(k, Form('flow'))}: {in_brackets(each)}" for k, each in value.items()) + "}"
    return "[" + ", ".join(in_brackets(each) for each in value) + "]"


def _fits(value: Plain) -> bool:
    """Whether a list or a mapping is one that is written on one line: short ids and words, no sentences."""
    parts = value.values() if isinstance(value, Mapping) else value
    short = all(isinstance(part, str) and len(part) <= 40 and " " not in part for part in parts)
    return short and sum(len(str(part)) + 4 for part in parts) <= _LONG_LIST


def _ways(value: str, form: Form) -> Iterator[str]:
    """The ways to write a text, the one most like what stood there first."""
    on_one_line = "\n" not in value
    if form.style in BLOCK_STYLES and form.where == "block":
        yield from _as_block(value, form)
    too_long = form.where == "block" and form.column + len(value) > LONGEST
    if too_long and form.style not in BLOCK_STYLES:
        yield from _folded(value, form, ">-")
    if form.style == '"':
        yield _double(value)
    elif form.style == "'" and on_one_line:
        yield "'" + value.replace("'", "''") + "'"
    elif on_one_line and (_is_text(value) or _same_kind(value, form)):
        yield value
    yield _double(value)


def _is_text(value: str) -> bool:
    """Whether others who read YAML, too, take it for a text; a date stands without quotes in all content."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))
    return (tag == _STRING and ":" not in value) or _DATE.fullmatch(value) is not None


def _same_kind(value: str, form: Form) -> bool:
    """Whether it follows a value of the same kind that stood without quotes (`within: 3`, `phone: 116117`)."""
    if not form.was or form.style:
        return False
    one, other = (_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) for text in (form.was, value))
    return bool(one == other) and (":" in form.was or ":" not in value)


def _double(value: str) -> str:
    inner = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{inner}"'


def _as_block(value: str, form: Form) -> Iterator[str]:
    """A text in the block form that stood there, with its own header and indentation."""
    head, _, body = form.before.partition("\n")
    first = next((line for line in body.splitlines() if line.strip()), "")
    indent = len(first) - len(first.lstrip(" ")) or form.indent
    kept = form._replace(indent=indent)
    header = head.strip()
    if form.style == ">":
        yield from _folded(value, kept, header)
        yield from _folded(value, kept, ">-")
    for sign in dict.fromkeys((header if form.style == "|" else "|-", "|-", "|")):
        text = value.removesuffix("\n") if sign == "|" else value
        rows = [f"{' ' * indent}{row}" if row else "" for row in text.split("\n")]
        yield form.line_end.join([sign, *rows])


def _folded(value: str, form: Form, header: str) -> Iterator[str]:
    """A text folded over lines; nothing where folding would not bring it back."""
    if re.search(r"\s\s|[\t\n]|^\s|\s\Z", value) or not value:
        return
    rows = textwrap.wrap(
        value, max(40, FOLDED - form.indent), break_long_words=False, break_on_hyphens=False, expand_tabs=False
    )
    yield form.line_end.join([header, *(" " * form.indent + row for row in rows)])


def _reads_as(written: str, wanted: str, form: Form) -> bool:
    """Whether a text written so is read back as it is, where it is going to stand."""
    if form.where == "block" and written[:1] in BLOCK_STYLES and form.line_end in written:
        probe = f"{' ' * max(0, form.indent - STEP)}k: {written}{form.line_end}"
        probe = probe if form.indent <= STEP else f"r:\n{probe}"
    else:
        probe = _PROBE[form.where].format(written)
    try:
        loader = _Loader(probe)
        try:
            found = loader.get_single_node()
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError):
        return False
    return _only(found, form.where) == wanted


def _only(node: Any, where: Where) -> str | None:
    """The text of the one value of a probe, None where it is none or not alone."""
    while isinstance(node, yaml.MappingNode | yaml.SequenceNode):
        if len(node.value) != 1:
            return None
        node = node.value[0]
        if isinstance(node, tuple):
            node = node[0] if where == "key" else node[1]
    return unicodedata.normalize("NFC", node.value) if isinstance(node, yaml.ScalarNode) else None


def plain(value: object) -> Any:
    """A tree of the reader, or what a form holds, as plain lists and mappings of their own, in NFC."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(each) for each in value]
    return unicodedata.normalize("NFC", str(value))
