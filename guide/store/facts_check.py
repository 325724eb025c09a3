"""A fact must fit itself: its type is there, its order holds its values, its default is one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.core.content import Fact, Pairs
from guide.core.findings import Finding
from guide.store.messages import suggest
from guide.store.places import value_at
from guide.store.sight import Sight
from guide.store.wording import say


def check_fact(sight: Sight, fact: Fact, types: Mapping[str, Pairs], silent: bool = False) -> Iterator[Finding]:
    """What is wrong with one fact. `silent`: the types are in a file that is broken itself."""
    written = value_at(sight.tree, sight.way)
    if isinstance(written, str):
        if written not in types and not silent:
            yield say("ukjent-type", sight.file, sight.at(), name=written, options=", ".join(types))
        return
    if fact.kind == "years":
        return
    if not fact.values:
        yield say("nokkel-mangler", sight.file, sight.key(), key="values")
        return
    options = [value for value, _ in fact.values]
    named = [value for level in fact.order for value in level]
    for i, level in enumerate(fact.order):
        for j, value in enumerate(level):
            if value not in options:
                yield suggest("ukjent-svar", sight.file, sight.at("order", i, j), value, options, fact=fact.id)
            elif named.count(value) > 1:
                yield say("dobbel-id", sight.file, sight.at("order", i, j), name=value)
    for value in options if fact.order else ():
        if value not in named:
            yield say("rekkefolge-mangler", sight.file, sight.key("order"), name=value)
    for key, value in (("default", fact.default), ("unknown", fact.unknown)):
        # the default of `unknown` need not be a value: what signs set is never unknown
        if value and value not in options and not (key == "unknown" and value == "vet_ikke"):
            yield suggest("ukjent-svar", sight.file, sight.at(key), value, options, fact=fact.id)
