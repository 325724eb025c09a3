"""`tiltakskort contacts`: everybody who can be rung, those who answer now first."""

from __future__ import annotations

import json
from typing import Any

from guide.cli.common import Parser, content_arguments, guarded, hour, open_from, profile_from
from guide.cli.main import FINE
from guide.core.clock import local
from guide.service.contact_view import ContactView
from guide.service.contact_words import book
from guide.service.guide import Guide


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    parser = Parser(prog="tiltakskort contacts", description="Hvem svarer nå?")
    content_arguments(parser)
    args = parser.parse_args(argv)
    content, settings = open_from(args)
    guide = Guide(content, profile_from(settings, content, args.pack), hour(args))
    found = book(guide, local(guide.now()))
    if args.json:
        print(json.dumps([contact_json(view) for view in found], ensure_ascii=False, indent=2))
    else:
        print("\n".join(f"{view.line.name}: {view.number or '–'}. {view.state_words}" for view in found))
    return FINE


def contact_json(view: ContactView) -> dict[str, Any]:
    """One contact line, as `contacts` and `route` print it."""
    line = view.line
    return {
        "service": line.service,
        "name": line.name,
        "phone": view.number or None,
        "web": line.web or None,
        "state": line.state,
        "until": line.until.isoformat() if line.until else None,
        "opens_at": line.opens_at.isoformat() if line.opens_at else None,
        "reason": view.why,
        "fallback": line.fallback,
        "missing": line.missing,
        "sure": line.sure,
        "checked": line.checked or None,
        "source": list(line.source),
        "before": view.before or None,
        "notes": [*view.notes, *view.remarks],
    }
