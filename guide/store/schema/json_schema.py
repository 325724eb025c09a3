"""JSON Schema of the content files, for editors that complete and explain while one types.

The loader takes every scalar as text. Others read `within: 3` as a number, so the schema takes both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any, Final

from pydantic import TypeAdapter

from guide.store.schema.schema import FILES
from guide.store.schema.told import SHAPES, told

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
SCALAR: Final = ["string", "number", "boolean"]
FELLES: Final = ("facts", "services", "laws", "safety", "duties", "search", "topics")
GLOBS: Final[dict[str, tuple[str, ...]]] = {
    "contacts": ("contacts/*.yaml",),
    "exercise": ("trees/*/exercises/*.yaml",),
    "pack": ("trees/*/pack.yaml",),
    **{kind: (f"trees/felles/{kind}.yaml",) for kind in FELLES},
}
"""Where the files of each kind lie. Lists are told apart by what they hold, and cards are all the others."""


LISTS: Final = "trees/*/lists/*.yaml"
LIST_KINDS: Final = {"signs": "list"}
_HOLDS: Final = re.compile(r"^(signs|measures|arenas|factors|terms):", re.MULTILINE)


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file, described in Norwegian. Raises KeyError for a kind that there is not."""
    made: dict[str, Any] = TypeAdapter(FILES[kind]).json_schema(by_alias=True)
    for name, shape in made.get("$defs", {}).items():
        _describe(shape, name)
    _describe(made, FILES[kind].__name__)
    _loosen(made)
    return {"$schema": DRAFT, **made}


def card_globs(names: list[str]) -> list[str]:
    """What tells an editor which files are cards: all files that are no other kind, by name."""
    others = {f"trees/felles/{kind}.yaml" for kind in FELLES}
    return [
        n for n in names if n.startswith("trees/") and n.count("/") == 2 and n not in others and n[-9:] != "pack.yaml"
    ]


def list_globs(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The lists by kind: `texts` are files by name, and each has the schema of what it holds."""
    found: dict[str, list[str]] = {}
    for name, text in texts.items():
        if fnmatchcase(name, LISTS) and (holds := _HOLDS.search(text)):
            found.setdefault(LIST_KINDS.get(holds[1], holds[1]), []).append(name)
    return found


def _describe(shape: dict[str, Any], name: str) -> None:
    shape["description"] = SHAPES[name]
    shape["title"] = name
    for key, field in shape.get("properties", {}).items():
        words = told(name, key)
        if "$ref" in field:  # beside a reference, older readers see nothing else
            field["allOf"] = [{"$ref": field.pop("$ref")}]
        field["title"], field["description"] = words.label, words.about


def _loosen(here: Any) -> None:
    """Texts may be written without quotes, whatever YAML takes them for."""
    if isinstance(here, list):
        for each in here:
            _loosen(each)
    elif isinstance(here, dict):
        if here.get("const") == "1":
            del here["const"]
            here["enum"] = ["1", 1]
            here["type"] = SCALAR
        elif here.get("type") == "string":
            here["type"] = SCALAR
        for each in list(here.values()):
            _loosen(each)
