"""pydantic's errors → findings in plain Norwegian, at the line and column where the fault stands."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Sequence
from typing import Any, Final

from pydantic import ValidationError

from guide.core.content import KINDS
from guide.core.findings import Finding
from guide.store.places import place_of, value_at
from guide.store.schema import exercise as schema_exercise
from guide.store.schema import words as schema_words
from guide.store.shapes import walk
from guide.store.wording import Place, say

HINTS: Final[dict[str, str]] = {
    schema_words.NODE_ID: "Bruk små bokstaver a–z, tall og bindestrek.",
    schema_words.ID: "Bruk små bokstaver a–z, tall, bindestrek, understrek og punktum.",
    schema_words.FACT_ID: "Bruk små bokstaver a–z, tall og understrek.",
    schema_words.ANSWER: "Bruk små bokstaver a–z, tall og understrek, eller et aldersspenn som «12-17».",
    schema_words.PLACE: "Skriv det som «stange/barnehage».",
    schema_words.SOURCE: "Skriv det som «stange:bh-1», «lov:navn» eller «kilde:navn».",
    schema_words.ANCHOR: "Skriv det som STEG.FELT, for eksempel «oppsto.dato».",
    schema_words.DATE: "Skriv datoen som 2026-11-22.",
    schema_words.NUMBER: "Skriv et helt tall fra 1 til 999.",
    schema_words.CASE_KEY: "Skriv de 64 tegnene som «tiltakskort case key» viste.",
    schema_words.PHONE: "Skriv åtte siffer, et kort nummer, eller «missing» når planen ikke har noe nummer.",
    schema_words.AGES: "Skriv det som «12-23», «18-» eller «-16».",
    schema_words.WEB: "Skriv hele adressen, med «https://».",
    schema_words.TRUE_ANSWER: "Skriv det som «faktum=svar».",
    schema_exercise.PLACE_ID: "Skriv stegets navn, med stegene det ligger under, som «vold/mistanke».",
    schema_exercise.MOMENT: "Skriv det som 2026-11-27T16:10.",
    schema_exercise.HOUR: "Skriv klokkeslettet som «15:40», eller med dato som 2026-11-27T15:40.",
    schema_exercise.MINUTES: "Skriv minuttene som et helt tall.",
    schema_exercise.NUMBER: "Skriv sifrene uten mellomrom, eller «missing» når ingen har et nummer.",
}
"""What to write, for each pattern of the schema."""
MOST: Final = 100
"""Findings of one file: more help nobody, and a hostile file has a fault a byte."""


def faults(error: ValidationError, kind: str, tree: object, file: str) -> list[Finding]:
    """The faults of one file, at most `MOST`."""
    # include_input would copy the whole file into each error
    errors = error.errors(include_url=False, include_input=False)[:MOST]
    return list(dict.fromkeys(_fault(item, kind, tree, file) for item in errors))


def nearest(name: str, options: Iterable[str]) -> str:
    """The option that looks most like `name`, empty where none does."""
    return next(iter(difflib.get_close_matches(name, list(options), 1)), "")


def suggest(code: str, file: str, place: Any, name: str, options: Sequence[str], **slots: object) -> Finding:
    """The finding `code`, with the nearest option where there is one (its sentence ends in `-naer`)."""
    near = nearest(name, options)
    if near:
        return say(f"{code}-naer", file, place, name=name, nearest=near, **slots)
    return say(code, file, place, name=name, options=", ".join(options), **slots)


def _fault(item: Any, kind: str, tree: object, file: str) -> Finding:
    """One error of pydantic as a finding."""
    location, what, context = item["loc"], item["type"], item.get("ctx", {})
    is_key = bool(location) and location[-1] == "[key]"
    way, _ = walk(kind, location[:-1] if is_key else location)
    if what == "missing":
        return say("nokkel-mangler", file, place_of(tree, way[:-1], key=True), key=way[-1])
    value = way[-1] if is_key and way else value_at(tree, way)
    place = place_of(tree, way, key=is_key or what == "extra_forbidden")
    if what == "extra_forbidden":
        return _extra(str(way[-1]), walk(kind, location[:-1])[1], place, file)
    if what == "literal_error":
        if way == ("format",):
            return say("feil-format", file, place)
        return _not_among(str(value), _options(context), place, file)
    if what == "union_tag_not_found":
        return _no_kind(way, value, place, file)
    if what == "string_pattern_mismatch" and value != "":
        return say("feil-form", file, place, value=value, hint=HINTS.get(context["pattern"], ""))
    return _plain(what, context, place, file, value)


def _plain(what: str, context: Any, place: Place, file: str, value: object) -> Finding:
    """The errors that need no more than their own sentence."""
    if what in ("string_type",):
        return say("skal-vare-tekst", file, place)
    if what == "list_type":
        return say("skal-vare-liste", file, place)
    if what in ("dict_type", "mapping_type"):
        return say("skal-vare-gruppe", file, place)
    if what == "too_short":
        return say("for-fa", file, place, least=context["min_length"])
    if what == "too_long":
        return say("for-mange", file, place, most=context["max_length"])
    if what == "string_too_long":
        return say("tekst-for-lang", file, place, most=context["max_length"])
    if value == "":
        return say("tekst-mangler", file, place)
    return say("ugyldig", file, place)


def _extra(key: str, options: Sequence[str], place: Place, file: str) -> Finding:
    """A key that does not belong where it stands."""
    near = nearest(key, options)
    if near:
        return say("ukjent-nokkel-naer", file, place, key=key, nearest=near)
    return say("ukjent-nokkel", file, place, key=key, options=", ".join(options))


def _not_among(value: str, options: Sequence[str], place: Place, file: str) -> Finding:
    """A value that is none of a closed list."""
    near = nearest(value, options)
    if near:
        return say("ukjent-verdi-naer", file, place, value=value, nearest=near)
    return say("ukjent-verdi", file, place, value=value, options=", ".join(options))


def _options(context: Any) -> list[str]:
    """pydantic gives the values as `'a', 'b' or 'c'`."""
    return [str(ast.literal_eval(part)) for part in str(context["expected"]).replace(" or ", ", ").split(", ")]


def _no_kind(way: Sequence[Any], value: object, place: Place, file: str) -> Finding:
    """A node without a kind, or with several."""
    if not isinstance(value, dict):
        return say("skal-vare-gruppe", file, place)
    kinds = [key for key in value if key in KINDS]
    code, options = ("node-to-slag", kinds) if kinds else ("node-uten-slag", KINDS)
    return say(code, file, place, key=way[-1], options=", ".join(options))
