"""Which keys and which values a place in a file may have, read from schema.py. Only used once something is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, NotRequired, Union, get_args, get_origin, get_type_hints

from pydantic import Tag
from pydantic.fields import FieldInfo
from typing_extensions import is_typeddict

from guide.store.schema.schema import FILES


def walk(kind: str, location: Sequence[str | int]) -> tuple[tuple[str | int, ...], tuple[str, ...]]:
    """pydantic's location in a file of `kind` → (the way in the file, the keys that a mapping there may have).

    pydantic names the member of a union that it chose as a step of its own; no file has such a step.
    """
    shape: Any = FILES[kind]
    way: list[str | int] = []
    for step in location:
        bare = _bare(shape)
        member = _member(bare, step)
        if member is None:
            way.append(step)
            shape = _inside(bare, step)
        else:
            shape = member
    bare = _bare(shape)
    return tuple(way), tuple(fields_of(bare)) if is_typeddict(bare) else ()


def _member(shape: Any, step: str | int) -> Any:
    """The member of the union `shape` that is tagged `step`, None where `shape` is none."""
    for member in get_args(shape) if get_origin(shape) in (Union, UnionType) else ():
        if any(isinstance(part, Tag) and part.tag == step for part in get_args(member)[1:]):
            return member
    return None


def _inside(shape: Any, step: str | int) -> Any:
    """The shape of what stands at `step` in `shape`, None where nothing may."""
    if is_typeddict(shape):
        return fields_of(shape).get(str(step))
    origin, args = get_origin(shape), get_args(shape)
    return args[-1] if origin in (dict, list) else None


@cache
def fields_of(shape: Any) -> dict[str, Any]:
    """Key in the file → shape of its value."""
    found: dict[str, Any] = {}
    for name, hint in get_type_hints(shape, include_extras=True).items():
        own = get_args(hint)[0] if get_origin(hint) is NotRequired else hint
        aliases = [part.alias for part in get_args(own)[1:] if isinstance(part, FieldInfo) and part.alias]
        found[aliases[0] if aliases else name] = own
    return found


@cache
def required_of(shape: Any) -> frozenset[str]:
    """The keys that must be there. What the class says of it itself is wrong where annotations are texts."""
    hints = get_type_hints(shape, include_extras=True)
    optional = {name for name, hint in hints.items() if get_origin(hint) is NotRequired}
    aliases = dict(zip(hints, fields_of(shape), strict=True))
    return frozenset(aliases[name] for name in hints if name not in optional)


def _bare(shape: Any) -> Any:
    """A shape without its annotations."""
    while get_origin(shape) is Annotated:
        shape = get_args(shape)[0]
    return shape
