"""`tiltakskort print CARD`: the card as the action card on paper, as PDF, HTML or Markdown."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from guide.cli.common import Parser, UseError, guarded, hour, open_from, profile_from
from guide.cli.main import FINE
from guide.cli.opening import card_named
from guide.cli.written import to_file
from guide.core.together import town_of
from guide.exports.paper.document import Document
from guide.service.guide import Guide
from guide.service.paper.card import card_document

ABOUT: Final = "Skriv ut kortet på papir: to sider til veggen på personalrommet."
NOON: Final = "{day}T12:00"
"""A sheet has a date and no hour."""
FORMATS: Final = ("pdf", "html", "md")
TO_TERMINAL: Final = "PDF kan ikke vises i terminalen. Skriv den til en fil: --out FIL.pdf."
NO_TYPESETTER: Final = (
    "Biblioteket «typst» mangler, så PDF kan ikke lages. Bruk --format html, eller installer på nytt."
)


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    args = _parser().parse_args(argv)
    args.at = NOON.format(day=args.at) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", args.at) else args.at
    content, settings = open_from(args)
    card = card_named(content, args.card)
    guide = Guide(content, profile_from(settings, content, args.pack or town_of(content, card)), hour(args))
    kind = args.format or _by_name(args.out)
    if kind == "pdf" and not args.out and sys.stdout.isatty():
        raise UseError(TO_TERMINAL)
    _write(_made(card_document(guide, card), kind, guide), args.out)
    return FINE


def _parser() -> Parser:
    parser = Parser(prog="tiltakskort print", description=ABOUT)
    parser.add_argument("card", metavar="KORT", help="f.eks. stange/barnehage")
    parser.add_argument(
        "--format", choices=FORMATS, default="", help="pdf, html eller md (ellers etter navnet på fila)"
    )
    parser.add_argument("--out", metavar="FIL", default="", help="fila som skrives (ellers rett ut)")
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    parser.add_argument("--pack", metavar="KOMMUNE", default="", help="kommunen, f.eks. stange")
    parser.add_argument(
        "--at", metavar="TID", default="", help="datoen på utskriften, f.eks. 2026-11-23 (ellers i dag)"
    )
    return parser


def _by_name(out: str) -> str:
    suffix = Path(out).suffix[1:].lower()
    return suffix if suffix in FORMATS else "pdf"


def _made(document: Document, kind: str, guide: Guide) -> bytes:
    if kind == "html":
        from guide.exports.paper.as_html import as_html

        return as_html(document).encode("utf-8")
    if kind == "md":
        from guide.exports.paper.as_markdown import as_markdown

        return as_markdown(document).encode("utf-8")
    from guide.exports.paper.as_pdf import SignError, as_pdf

    try:
        return as_pdf(document, guide.now())
    except ImportError:
        raise UseError(NO_TYPESETTER) from None
    except SignError as error:
        raise UseError(str(error)) from None


def _write(made: bytes, out: str) -> None:
    if not out:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        return
    to_file(made, out)
