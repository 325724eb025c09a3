"""`tiltakskort search WORDS`: where it stands, and what to write next."""

from __future__ import annotations

import json

from guide.cli.common import Parser, content_arguments, guarded, hour, open_from, profile_from
from guide.cli.main import FINE
from guide.core.text import clean
from guide.service.guide import Guide
from guide.service.search.search import (
    ARENA,
    CARD,
    CONTACT,
    FACTOR,
    LAW,
    MEASURE,
    NODE,
    SERVICE,
    SIGN,
    TERM,
    Hit,
    search,
)

KINDS = {
    CARD: "Kort",
    NODE: "I et kort",
    SIGN: "Tegn",
    CONTACT: "Kontakt",
    LAW: "Lov eller veileder",
    MEASURE: "Tiltak",
    ARENA: "Møte",
    TERM: "Ord",
    FACTOR: "Risiko og beskyttelse",
    SERVICE: "Tjeneste",
}
NONE = "Ingen treff på «{words}». Prøv et annet ord, eller bare begynnelsen av ordet."
CALL = "Ring {number}"
WALK = "Skriv: tiltakskort walk {card}"
WALK_JSON = "tiltakskort walk {card}"
TITLE = "{kind}: {title}"


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    parser = Parser(prog="tiltakskort search", description="Søk i kort, tegn, tiltak, møter, ord, kontakter og lover.")
    parser.add_argument("words", metavar="ORD", nargs="+", help="ett eller flere ord, eller begynnelsen av dem")
    content_arguments(parser)
    args = parser.parse_args(argv)
    content, settings = open_from(args)
    guide = Guide(content, profile_from(settings, content, args.pack), hour(args))
    words = " ".join(args.words)
    hits = search(guide, words)
    if args.json:
        print(json.dumps([as_json(hit) for hit in hits], ensure_ascii=False, indent=2))
    elif hits:
        print("\n\n".join("\n".join(as_lines(hit)) for hit in hits))
    else:
        print(NONE.format(words=" ".join(clean(words, 60).split())))
    return FINE


def as_json(hit: Hit) -> dict[str, str | None]:
    """One hit; what it doesn't have is null."""
    return {
        "kind": hit.kind,
        "title": hit.title,
        "where": hit.where,
        "card": hit.card or None,
        "node": hit.node or None,
        "number": hit.number or None,
        "ref": hit.ref or None,
        "next": WALK_JSON.format(card=hit.card) if hit.card else None,
    }


def as_lines(hit: Hit) -> list[str]:
    """One hit for a person: what it is, where it is, what to do next."""
    onward = CALL.format(number=hit.number) if hit.number else WALK.format(card=hit.card) if hit.card else ""
    return [line for line in (TITLE.format(kind=KINDS[hit.kind], title=hit.title), hit.where, onward) if line]
