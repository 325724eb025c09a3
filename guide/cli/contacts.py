"""`tiltakskort contacts`: everybody who can be rung, those who answer now first."""

from __future__ import annotations

import json
from typing import Any, Final

from guide.cli.common import Parser, content_arguments, guarded, hour, open_from, profile_from
from guide.cli.main import FINE
from guide.core.clock import local
from guide.service.contact_view import ContactView
from guide.service.contact_words import book
from guide.service.guide import Guide

WITH_NUMBER: Final = "{name}: {number}. {state}"
WITHOUT: Final = "{name}: {state}"


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
        print("\n".join(_line(view) for view in found))
    return FINE


def _line(view: ContactView) -> str:
    form = WITH_NUMBER if view.number else WITHOUT
    return form.format(name=view.line.name, number=view.number, state=view.state_words)


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
