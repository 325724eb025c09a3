"""`tiltakskort route CARD`: a card walked with the facts given, to its first outcome or open question."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from guide.cli.common import Parser, UseError, content_arguments, guarded, hour, open_from, profile_from, unknown
from guide.cli.contacts import contact_json
from guide.cli.main import FINE, HAS_ERRORS, STILL_OPEN
from guide.cli.opening import card_named
from guide.core.clock import local
from guide.core.content import ASK, Deadline
from guide.core.progress import owed
from guide.core.step import StuckError
from guide.core.together import town_of
from guide.service import words
from guide.service.contact_words import contact_views, first_view
from guide.service.guide import Guide
from guide.service.route import FactError, Given, Route, route
from guide.service.said import report_words, source_title


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    args = _parser().parse_args(argv)
    content, settings = open_from(args)
    card = card_named(content, args.card)
    pack = args.pack or town_of(content, card)
    guide = Guide(content, profile_from(settings, content, pack), hour(args))
    given = Given(pairs(args.fact), pairs(args.date), tuple(args.sign), tuple(args.past))
    try:
        found = route(guide, card, given)
    except FactError as error:
        raise UseError(_unknown_fact(guide, card, error)) from None
    except StuckError:
        print(words.STUCK)
        return HAS_ERRORS
    print(json.dumps(as_json(guide, found), ensure_ascii=False, indent=2) if args.json else as_text(guide, found))
    return FINE if found.status == "outcome" else STILL_OPEN


def _parser() -> Parser:
    parser = Parser(prog="tiltakskort route", description="Gå et kort med svar du oppgir, til første råd.")
    parser.add_argument("card", metavar="KORT", help="f.eks. stange/barnehage")
    parser.add_argument("--fact", metavar="FAKTA=SVAR", action="append", default=[], help="et svar; kan gjentas")
    parser.add_argument("--sign", metavar="TEGN", action="append", default=[], help="et tegn som er krysset av")
    parser.add_argument("--past", metavar="NODE", action="append", default=[], help="gå videre etter dette rådet")
    parser.add_argument("--date", metavar="FELT=DATO", action="append", default=[], help="en dato som er notert")
    content_arguments(parser)
    return parser


def pairs(given: Sequence[str]) -> dict[str, str]:
    """`navn=verdi` each, as a mapping. Raises UseError."""
    pairs = {}
    for text in given:
        key, equals, value = text.partition("=")
        if not (key and equals and value):
            raise UseError(f"Skriv «navn=verdi», ikke «{text}».")
        pairs[key] = value
    return pairs


def _unknown_fact(guide: Guide, card: str, error: FactError) -> str:
    facts = guide.laid(card).facts
    if error.fact not in facts:
        return unknown("Faktaet", error.fact, facts)
    fact = facts[error.fact]
    if fact.kind == "years":
        return f"Skriv alderen i hele år, eller {fact.unknown}: «{error.fact}={error.value}» går ikke."
    return unknown(f"Svaret på {error.fact}", error.value, [value for value, _ in fact.values])


def as_json(guide: Guide, found: Route) -> dict[str, Any]:
    """The route as design.md has it."""
    place, pack = found.place, guide.content.packs.get(guide.profile.pack)
    answer: dict[str, Any] = {
        "card": found.walk.laid.card.id,
        "status": found.status,
        "node": place.id,
        "path": list(found.path),
    }
    if place.kind == ASK:
        fact = found.walk.laid.facts[place.fact]
        offered = [value for value, _ in place.node.answers]
        answer["ask"] = {"fact": place.fact, "text": place.node.text, "answers": offered, "kind": fact.kind}
    elif found.status == "open":
        answer["stop"] = {"kind": place.kind, "text": place.node.text}
    if found.status == "outcome":
        answer["advice"] = {**_advice(found), "measures": _measures(guide, found)}
    answer["contacts"] = [contact_json(view) for view in contact_views(found.contacts, local(guide.now()))]
    answer["deadlines"] = [
        {"id": due.id, "due": due.due.isoformat() if due.due else None, "rule": _rule(due.rule)}
        for due in found.deadlines
    ]
    answer["sources"] = list(place.node.source)
    answer["content"] = {
        "pack": guide.profile.pack or found.walk.laid.card.pack,
        "version": pack.version if pack else guide.content.packs[found.walk.laid.card.pack].version,
        "sha256": guide.content.sha256,
    }
    return answer


def _measures(guide: Guide, found: Route) -> list[str]:
    """The ids of the measures that the outcome offers, in the finder's order."""
    from guide.service.measures.offer import offered  # where nobody asks for a card's end, nothing of it is needed

    return [measure.id for group in offered(guide, found.walk, found.place) for measure in group.measures]


def _rule(rule: Deadline) -> str:
    return f"on {rule.on}" if rule.on else f"within {rule.within} {rule.unit}"


def _advice(found: Route) -> dict[str, Any]:
    node = found.place.node
    return {
        "title": node.text,
        "urgency": node.urgency,
        "report": node.report,
        "duties": list(found.duties),
        "guardians": node.guardians,
        "do": list(node.do),
        "dont": list(node.dont),
        "say": {"phone": list(node.say_phone), "child": list(node.say_child)},
        "share": list(node.share),
        "next": list(node.next),
        "note": list(node.note),
    }


def as_text(guide: Guide, found: Route) -> str:
    """The route in plain lines, for a person."""
    return "\n".join(_outcome_lines(guide, found) if found.status == "outcome" else _open_lines(found))


def measure_arguments(guide: Guide, found: Route) -> str:
    """What to write after `tiltakskort measures` for what the outcome offers."""
    from guide.service.measures.offer import wanted_for

    wanted = wanted_for(guide.content, found.walk, found.place)
    words = ["--pack", guide.profile.pack]
    words += [part for topic in wanted.topics for part in ("--topic", topic)]
    words += ["--age", str(wanted.age)] if wanted.age is not None else []
    return " ".join([*words, *(["--whom", wanted.whom] if wanted.whom else [])])


def _open_lines(found: Route) -> list[str]:
    """What the card asks for, with the facts that answer it."""
    node = found.place.node
    lines = [f"Kortet spør: {node.text}"]
    if found.place.kind == ASK:
        fact = found.walk.laid.facts[node.fact]
        offered = {value for value, _ in node.answers}
        lines += [f"  --fact {fact.id}={value}  {said}" for value, said in fact.values if value in offered]
        if fact.kind == "years":
            lines.append(f"  --fact {fact.id}=HELE_ÅR, eller {fact.id}={fact.unknown}")
    return lines


def _outcome_lines(guide: Guide, found: Route) -> list[str]:
    node, at = found.place.node, local(guide.now())
    first = first_view(found.contacts, at)
    lines = [f"{words.URGENCY[node.urgency]}: {node.text}", ""]
    if first:
        lines += [first.before] if first.before else []
        lines += [f"Ring {first.line.name}: {first.number} ({first.state_words})", ""]
    said, more = report_words(node, found.duties, owed(found.walk, found.place))
    lines += [f"Meldeplikt: {said} {more}"]
    lines += [f"Plikt: {words.DUTIES[duty]}" for duty in found.duties]
    lines += [f"Foresatte: {words.GUARDIANS[node.guardians]}", ""]
    for title, texts in (("Gjør", node.do), ("Ikke", node.dont), ("Hva skjer videre", node.next)):
        lines += [f"{title}: {text}" for text in texts]
    lines += ["", "Kontakter:"]
    for contact in contact_views(found.contacts, at):
        lines += [f"  {contact.before}"] if contact.before else []
        lines.append(f"  {contact.line.name}: {contact.number or '–'}. {contact.state_words}. {contact.why}".rstrip())
    if count := len(_measures(guide, found)):
        lines += ["", f"Tiltak som kan passe: {count}. Skriv: tiltakskort measures {measure_arguments(guide, found)}"]
    lines += ["", "Bygger på: " + "; ".join(source_title(guide.content, source) for source in node.source)]
    return lines
