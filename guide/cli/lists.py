"""`tiltakskort lists KIND`: the signs, meeting arenas, factors or terms that the municipality has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from guide.cli.common import Parser, UseError, content_arguments, guarded, hour, open_from, profile_from
from guide.cli.main import FINE
from guide.core.lists import Arena, Factor, Term
from guide.core.text import clean
from guide.core.together import packs_for
from guide.service.guide import Guide
from guide.service.measures.view import entry_rows

ABOUT: Final = "Les ei liste: tegn, møter, risiko og beskyttelse, eller ord. Tiltakene finner du med «measures»."
KINDS: Final = {"signs": "lists", "arenas": "arenas", "factors": "factors", "terms": "terms"}
"""What is asked for, and the field of the content that holds it."""
ROW: Final = {"arenas": "arena", "factors": "factor", "terms": "term"}
FOR_ALL: Final = "felles"
NO_PACK: Final = "Hvilken kommune? Skriv --pack KOMMUNE, for eksempel --pack stange."
NONE: Final = "Kommunen har ingen slik liste her."


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    parser = Parser(prog="tiltakskort lists", description=ABOUT)
    parser.add_argument("kind", metavar="LISTE", choices=tuple(KINDS), help="signs, arenas, factors eller terms")
    content_arguments(parser)
    args = parser.parse_args(argv)
    content, settings = open_from(args)
    guide = Guide(content, profile_from(settings, content, args.pack), hour(args))
    if not guide.profile.pack:
        raise UseError(NO_PACK)
    packs = {*packs_for(content, guide.profile.pack), FOR_ALL}
    held = getattr(content, KINDS[args.kind])
    names = [name for name in held if name.partition("/")[0] in packs]
    data = [_list(guide, args.kind, name) for name in names]
    print(json.dumps(data, ensure_ascii=False, indent=2) if args.json else "\n".join(_lines(data)))
    return FINE


def _list(guide: Guide, kind: str, name: str) -> dict[str, Any]:
    """One list with its entries, each with what there is to say of it."""
    found = getattr(guide.content, KINDS[kind])[name]
    if kind == "signs":
        columns = dict(found.columns)
        own = [{"id": s.id, "name": clean(s.text), "says": [clean(columns.get(s.column, ""))]} for s in found.signs]
    else:
        entries: tuple[Arena | Factor | Term, ...] = getattr(found, kind)
        own = []
        for entry in entries:
            rows = entry_rows(guide.content, ROW[kind], f"{name}#{entry.id}")
            said = [clean(row) for row in rows if row and row not in (found.about, *getattr(found, "say", ()))]
            own.append({"id": entry.id, "name": clean(_name(entry)), "says": said})
    shared = [clean(text) for text in (*getattr(found, "say", ()), *getattr(found, "differences", ()))]
    return {"list": name, "title": clean(found.title), "about": clean(found.about), "say": shared, "entries": own}


def _name(entry: Arena | Factor | Term) -> str:
    if isinstance(entry, Arena):
        return entry.name
    return entry.text if isinstance(entry, Factor) else entry.term


def _lines(data: list[dict[str, Any]]) -> Iterator[str]:
    if not data:
        yield NONE
    for number, each in enumerate(data):
        yield from ([""] if number else [])
        yield each["title"]
        yield from (text for text in (each["about"], *each["say"]) if text)
        for entry in each["entries"]:
            yield ""
            yield entry["name"]
            yield from (f"  {text}" for text in entry["says"] if text)
