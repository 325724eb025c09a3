"""Frozen classes with slots that cost a start almost nothing (docs/adr/0008-frozen-classes-without-generated-code.md).

`@record` makes what `@dataclass(frozen=True, slots=True)` makes. That one writes, compiles and runs the source of six
methods a class, a tenth of the app's start; here methods are closures over the names of the fields. `fields`,
`replace`, `asdict` and inheritance of the standard library work: what they read is made by it when they read it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, ClassVar, Final, TypeVar, dataclass_transform

T = TypeVar("T")
Method = Callable[..., Any]
_NAMES: Final = "__match_args__"
_DEFAULTS: Final = "__record_defaults__"
_STANDARD: Final = ("__dataclass_fields__", "__dataclass_params__")
_COPIER: Final = "__record_copier__"
_NONE: Final = object()


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def record(kind: type[T]) -> type[T]:
    """`kind` as a frozen class with slots; its annotations are the fields, those of its bases come first.

    A default stands in the class; what must be made anew for each is `field(default_factory=…)`. Raises TypeError
    where a field without a default comes after one that has one.
    """
    own = [name for name, hint in kind.__annotations__.items() if not hint.startswith("ClassVar")]
    known: dict[str, Any] = {}
    for base in reversed(kind.__mro__[1:]):
        if _DEFAULTS in base.__dict__:
            known |= {name: base.__dict__[_DEFAULTS].get(name, _NONE) for name in base.__dict__[_NAMES]}
    inherited = tuple(known)
    known |= {name: kind.__dict__.get(name, _NONE) for name in own}
    names = tuple(known)
    defaults = {name: value for name, value in known.items() if value is not _NONE}
    if tuple(defaults) != names[len(names) - len(defaults) :]:
        raise TypeError(kind.__qualname__)
    body = {name: value for name, value in kind.__dict__.items() if name not in (*own, "__dict__", "__weakref__")}
    body |= {_NAMES: names, _DEFAULTS: defaults, "__slots__": tuple(name for name in own if name not in inherited)}
    body |= {name: _Standard(name) for name in _STANDARD}
    body |= {method.__name__: method for method in _methods(names) if method.__name__ not in body}
    made: Any = type(kind)(kind.__name__, kind.__bases__, body)  # type: ignore[misc]
    made.__qualname__ = kind.__qualname__
    made.__init__ = _init(made, known)
    setattr(made, _COPIER, _copier(made, names))
    remade: type[T] = made
    return remade


def replace(thing: T, /, **changes: Any) -> T:
    """`thing` with these fields changed. Raises TypeError for a field that it doesn't have."""
    kind = type(thing)
    values, places, puts, after = getattr(kind, _COPIER)
    held = list(values(thing))
    for name, value in changes.items():
        if name not in places:
            raise TypeError(f"{kind.__qualname__}: {name}")
        held[places[name]] = value
    copied = object.__new__(kind)
    for put, value in zip(puts, held, strict=True):
        put(copied, value)
    if after:
        after(copied)
    return copied


def defaults_of(kind: type) -> Mapping[str, Any]:
    """The default of each field of a record that has one."""
    return {name: _default(value) for name, value in getattr(kind, _DEFAULTS).items()}


def as_dict(thing: Any) -> dict[str, Any]:
    """The fields of a record by name, what they hold as it is."""
    return {name: getattr(thing, name) for name in names_of(type(thing))}


def names_of(kind: type) -> tuple[str, ...]:
    """The names of a record's fields, in their order."""
    return tuple(getattr(kind, _NAMES))


class _Standard:
    """What the standard library reads of a dataclass, made by itself from the same fields when it is first read."""

    twins: ClassVar[dict[type, type]] = {}

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, thing: object, owner: type) -> Any:
        twin = self.twins.get(owner)
        if twin is None:
            defaults = getattr(owner, _DEFAULTS)
            fields = [(n, object, defaults[n]) if n in defaults else (n, object) for n in getattr(owner, _NAMES)]
            twin = self.twins[owner] = dataclasses.make_dataclass(owner.__name__, fields, frozen=True)
        return getattr(twin, self.name)


def _default(value: Any) -> Any:
    """A default; where it is to be made anew, a new one."""
    factory: Any = value.default_factory if isinstance(value, dataclasses.Field) else None
    return factory() if factory else value


def _init(kind: Any, known: Mapping[str, Any]) -> Method:
    """`__init__`: by place and by name, with the defaults of what is not given."""
    fields = tuple((name, getattr(kind, name).__set__, default) for name, default in known.items())
    puts = tuple(put for _, put, _ in fields)
    needed = tuple(name for name, default in known.items() if default is _NONE)
    anew = tuple((name, put, default) for name, put, default in fields if isinstance(default, dataclasses.Field))
    after = getattr(kind, "__post_init__", None)

    def __init__(self: Any, /, *given: Any, **named: Any) -> None:
        if len(given) > len(puts):
            raise TypeError(f"{kind.__qualname__}: {len(given)}")
        for put, value in zip(puts, given, strict=False):
            put(self, value)
        for name in needed[len(given) :]:
            if name not in named:
                raise TypeError(f"{kind.__qualname__}: {name}")
        if named:
            for name, put, default in fields[len(given) :]:
                put(self, named.pop(name, default))
        else:
            for _, put, default in fields[len(given) :]:
                put(self, default)
        for name, put, default in anew:
            if getattr(self, name) is default:
                put(self, _default(default))
        if named:
            raise TypeError(f"{kind.__qualname__}: {', '.join(named)}")
        if after:
            after(self)

    return __init__


def _copier(kind: Any, names: tuple[str, ...]) -> tuple[Method, Mapping[str, int], tuple[Method, ...], Method | None]:
    """What `replace` needs, made once: it is what a walk spends most of its time on."""
    if len(names) > 1:
        values: Method = attrgetter(*names)
    else:  # of one name, attrgetter gives no tuple

        def values(thing: Any) -> tuple[Any, ...]:
            return tuple([getattr(thing, name) for name in names])

    puts = tuple(getattr(kind, name).__set__ for name in names)
    return values, {name: at for at, name in enumerate(names)}, puts, getattr(kind, "__post_init__", None)


def _methods(names: tuple[str, ...]) -> tuple[Method, ...]:
    """The other methods of a frozen class."""

    def values(self: Any) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in names])

    def __eq__(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(values(self))

    def __repr__(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def __setattr__(self: Any, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(name)

    def __delattr__(self: Any, name: str) -> None:
        raise dataclasses.FrozenInstanceError(name)

    def __reduce__(self: Any) -> tuple[Any, ...]:
        return type(self), values(self)

    return __eq__, __hash__, __repr__, __setattr__, __delattr__, __reduce__
