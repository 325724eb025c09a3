"""`tiltakskort map`: a card drawn, with every node and every way on from it."""

from __future__ import annotations

from guide.cli.common import Parser, guarded
from guide.cli.main import FINE
from guide.cli.opening import card_named
from guide.cli.written import written
from guide.service.map.card_map import FORMATS, drawn
from guide.store.compiled import open_current
from guide.store.locate import cache_dir, locate
from guide.store.settings import load_settings

ABOUT = "Tegn et kort med alle spørsmål, oppgaver og råd, og alle veier mellom dem."


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    parser = Parser(prog="tiltakskort map", description=ABOUT)
    parser.add_argument("card", metavar="KORT", help="f.eks. stange/barnehage")
    parser.add_argument(
        "--format",
        "--to",
        dest="form",
        metavar="FORMAT",
        choices=list(FORMATS),
        default="svg",
        help="svg (ellers), html eller mermaid",
    )
    parser.add_argument("--out", metavar="FIL", default="", help="skriv til denne fila (ellers til skjermen)")
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    args = parser.parse_args(argv)
    content = open_current(locate(args.content, load_settings().content), cache_dir())
    written(drawn(content, card_named(content, args.card), args.form), args.out)
    return FINE
