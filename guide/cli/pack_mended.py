"""`tiltakskort pack mended`: what the plans wrote of the law, where, what holds instead, and the plans' other notes."""

from __future__ import annotations

import json

from guide.cli.common import Parser, UseError, guarded, unknown
from guide.cli.main import FINE
from guide.core.together import packs_for
from guide.service.mended import as_data, lines, plans
from guide.store.compiled import open_content
from guide.store.locate import cache_dir, locate
from guide.store.settings import load_settings

ABOUT = "Se hva planene skriver om loven som ikke gjelder lenger, hva som gjelder nå, og annet du bør vite om planene."


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    parser = Parser(prog="tiltakskort pack mended", description=ABOUT)
    parser.add_argument("packs", metavar="KOMMUNE", nargs="*", help="bare disse, f.eks. stange (ellers alle)")
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    args = parser.parse_args(argv)
    content = open_content(locate(args.content, load_settings().content), cache_dir())
    for name in args.packs:
        if name not in content.packs:
            raise UseError(unknown("Kommunen", name, content.packs))
    # a municipality whose card is another pack's has that plan
    own = {other for name in args.packs for other in packs_for(content, name)}
    found = plans(content, tuple({*args.packs, *own}))
    print(json.dumps(as_data(found), ensure_ascii=False, indent=2) if args.json else "\n".join(lines(found)))
    return FINE
