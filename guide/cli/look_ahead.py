"""`tiltakskort look-ahead`: what the next twelve months bring for those who keep cards and numbers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from guide.cli.common import Parser, UseError, guarded, hour, open_from, unknown
from guide.cli.main import FINE
from guide.cli.opening import Options
from guide.cli.written import written
from guide.core.content import Content
from guide.core.days import CalendarError
from guide.exports.markdown_lists import as_lines, as_markdown
from guide.service.ahead.look_ahead import Ahead, as_data, look_ahead
from guide.service.ahead.text import sections
from guide.service.dates import read_date

ABOUT = (
    "Se de neste 12 månedene: når det er vanskelig å nå noen, hva som må kontrolleres, hvilke frister som flytter seg."
)
NO_DATE = "«{text}» er ikke en dato. Skriv den slik: 2026-11-23."
NO_PACK = "Ingen kommune er lagt inn. Lag trees/KOMMUNE/pack.yaml først."


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    parser = Parser(prog="tiltakskort look-ahead", description=ABOUT)
    parser.add_argument(
        "--pack", metavar="KOMMUNE", default="", help="kommunen, f.eks. stange (ellers din, eller alle)"
    )
    parser.add_argument("--at", metavar="DATO", default="", help="første dag, f.eks. 2026-11-23 (ellers i dag)")
    parser.add_argument(
        "--closing", metavar="DATO", action="append", default=[], help="en stengt dag dere tenker på; kan gjentas"
    )
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    parser.add_argument("--out", metavar="FIL", default="", help="skriv til denne fila, som Markdown")
    args = parser.parse_args(argv)
    content, settings = open_from(args)
    first = _first(args.at)
    closing = [_date(text, first) for text in args.closing]
    packs = _packs(content, args.pack or (settings.pack if settings.pack in content.packs else ""))
    try:
        found = [look_ahead(content, pack, first, closing) for pack in packs]
    except CalendarError as error:
        raise UseError(str(error)) from None
    written(_said(found, args.json, bool(args.out)), args.out)
    return FINE


def _first(text: str) -> date:
    """The first day: today, or the one that is given."""
    today = hour(Options())().date()
    return _date(text, today) if text else today


def _date(text: str, today: date) -> date:
    try:
        return date.fromisoformat(read_date(text.partition("T")[0], today))
    except ValueError:
        raise UseError(NO_DATE.format(text=text)) from None


def _packs(content: Content, chosen: str) -> Sequence[str]:
    """The municipality chosen, or all. Raises UseError."""
    known = [pack.id for pack in content.packs.values() if pack.kind == "municipality"]
    if chosen and chosen not in known:
        raise UseError(unknown("Kommunen", chosen, known) if known else NO_PACK)
    if not known:
        raise UseError(NO_PACK)
    return [chosen] if chosen else known


def _said(found: Sequence[Ahead], data: bool, markdown: bool) -> str:
    if data:
        return json.dumps({"packs": [as_data(ahead) for ahead in found]}, ensure_ascii=False, indent=2) + "\n"
    form = as_markdown if markdown else as_lines
    return "\n".join(form(*sections(ahead)) for ahead in found)
