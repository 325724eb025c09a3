"""`tiltakskort diff OLD NEW`: what a change of the content changes for staff."""

from __future__ import annotations

import json
from typing import Final

from guide.cli.common import Parser, UseError, guarded
from guide.cli.main import FINE, HAS_ERRORS
from guide.cli.written import written
from guide.core.text import clean
from guide.service.diffing.diffing import as_data, changes_of
from guide.service.diffing.texts import as_markdown, as_text
from guide.store.compiled import has_errors
from guide.store.locate import locate
from guide.store.revisions import RevisionError, open_version
from guide.store.settings import load_settings

ABOUT: Final = "Se hva en endring endrer for ansatte: råd, plikter, frister og numre, med veien dit."
UNFIT: Final = "«{name}» har feil. Kjør «tiltakskort check» på den først."
NO_CARD: Final = "Kortet «{card}» finnes ikke i begge utgavene. Skriv for eksempel --card stange/barnehage."


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    parser = Parser(prog="tiltakskort diff", description=ABOUT)
    parser.add_argument("old", metavar="FØR", help="mappe, fil eller utgave i git, slik det var")
    parser.add_argument("new", metavar="NÅ", help="mappe, fil eller utgave i git, slik det er nå")
    parser.add_argument("--card", metavar="KORT", default="", help="bare dette kortet, f.eks. stange/barnehage")
    parser.add_argument("--format", choices=("text", "md", "json"), default="text", help="text, md eller json")
    parser.add_argument("--out", metavar="FIL", default="", help="skriv til denne fila")
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa som utgavene i git gjelder")
    args = parser.parse_args(argv)
    root = locate(args.content, load_settings().content)
    try:
        old, new = open_version(args.old, root), open_version(args.new, root)
    except RevisionError as error:
        raise UseError(str(error)) from None
    for name, version in ((args.old, old), (args.new, new)):
        if has_errors(version.content):
            print(UNFIT.format(name=clean(name)))
            return HAS_ERRORS
    card = args.card or new.card or old.card
    if card and not (card in old.content.cards and card in new.content.cards):
        raise UseError(NO_CARD.format(card=clean(card)))
    found = changes_of(old.content, new.content, card, (old.exercises, new.exercises))
    if args.format == "json":
        text = json.dumps(as_data(found), ensure_ascii=False, indent=2)
    else:
        text = "\n".join((as_markdown if args.format == "md" else as_text)(found)).strip("\n")
    written(f"{text}\n", args.out)
    return FINE
