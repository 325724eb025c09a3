"""`tiltakskort exercise record`: a walk with the facts given, written as an exercise to fill in."""

from __future__ import annotations

import re
from typing import Final

from guide.cli.common import Parser, UseError, content_arguments, hour, open_from, unknown
from guide.cli.main import FINE, HAS_ERRORS
from guide.cli.opening import card_named
from guide.cli.route import pairs
from guide.core.step import StuckError
from guide.service import words
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.route import FactError, Given, route
from guide.service.training.recording import recorded
from guide.service.training.writing import as_yaml

ABOUT = "Skriv en øvelse du kan fylle ut, av en vei gjennom kortet."
NO_ID = "Skriv hva øvelsen skal hete etter --id, som «stange/merker-paa-armen»."
NO_STEPS = "Veien har ingen steg. Gi minst ett svar med --fact."
ID: Final = r"[a-z0-9-]+/[a-z0-9-]+"


def main(argv: list[str]) -> int:
    """Runs it. Raises UseError."""
    args = _parser().parse_args(argv)
    if not re.fullmatch(ID, args.id):
        raise UseError(NO_ID)
    content, _ = open_from(args)
    card = card_named(content, args.card)
    facts, now = pairs(args.fact), hour(args)
    setting = dict(content.cards[card].sets).get("virksomhet", "")
    pack = args.pack or args.id.partition("/")[0]
    guide = Guide(content, Profile(pack, (("virksomhet", setting),) if setting else ()), now)
    given = Given(facts, pairs(args.date), tuple(args.sign), tuple(args.past))
    try:
        found = route(guide, card, given)
        print(as_yaml(recorded(content, found.walk, args.id, now())), end="")
    except FactError as error:
        known = guide.laid(card).facts
        options = [value for value, _ in known[error.fact].values] if error.fact in known else list(known)
        what = error.value if error.fact in known else error.fact
        raise UseError(unknown("Svaret" if error.fact in known else "Faktaet", what, options)) from None
    except StuckError:
        print(words.STUCK)
        return HAS_ERRORS
    except ValueError:
        raise UseError(NO_STEPS) from None
    return FINE


def _parser() -> Parser:
    parser = Parser(prog="tiltakskort exercise record", description=ABOUT)
    parser.add_argument("card", metavar="KORT", help="f.eks. stange/barnehage")
    parser.add_argument("--id", metavar="ØVELSE", default="", help="det øvelsen skal hete, f.eks. stange/min-ovelse")
    parser.add_argument("--fact", metavar="FAKTA=SVAR", action="append", default=[], help="et svar; kan gjentas")
    parser.add_argument("--sign", metavar="TEGN", action="append", default=[], help="et tegn som er krysset av")
    parser.add_argument("--past", metavar="NODE", action="append", default=[], help="gå videre etter dette rådet")
    parser.add_argument("--date", metavar="FELT=DATO", action="append", default=[], help="en dato som er notert")
    content_arguments(parser)
    return parser
