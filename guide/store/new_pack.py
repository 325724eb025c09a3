"""The files of a new municipality, from the templates in `template/`: pack, card and contacts. Writes nothing.

What only the municipality knows stands as «Fyll inn: …», which `check` finds until somebody has written it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from guide.store.edits.write import Form, scalar

TEMPLATES: Final = Path(__file__).parent / "template"
WORKPLACES: Final = ("barnehage", "skole", "sfo")
SERVICES: Final[Mapping[str, str]] = {
    "barnevern": "Barneverntjenesten i {name}",
    "barnevernvakt": "Barnevernvakta for {name}",
    "helsesykepleier": "Helsestasjonen og skolehelsetjenesten i {name}",
    "ppt": "PPT for {name}",
}
"""The services that the template's card names, and what their contact is called until somebody writes better."""
ID: Final = r"[a-z][a-z0-9-]{1,30}"
_DEADLINE: Final = re.compile(r"^( *)#FRIST (.*\n)", re.MULTILINE)
_CONTACT: Final = """\
  - id: {service}
    service: {service}
    name: {name}
    phone: {phone}
{hours}    source: ["{pack}:5-hjelp"]
    checked: {today}
    confidence: {confidence}
"""


@dataclass(frozen=True)
class NewPack:
    """What is asked. `days` is the working days within which a worry is shared, 0 where the plan names none."""

    pack: str
    name: str
    plan: str
    period: str
    days: int = 0
    workplaces: tuple[str, ...] = WORKPLACES
    phones: tuple[tuple[str, str], ...] = ()
    """Service and number; those that are not here are missing."""
    hours: tuple[tuple[str, str], ...] = ()
    """Service and opening hours, as OpenStreetMap writes them."""


def pack_files(new: NewPack, today: date) -> dict[str, str]:
    """The files by their name in the folder. `today` is when it was looked through; a year later it is due again."""
    later = today.replace(year=today.year + 1, day=28) if (today.month, today.day) == (2, 29) else None
    words = {
        "PAKKE": new.pack,
        "NAVN": _text(f"{new.name} kommune"),
        "PLAN": _text(new.plan, "flow"),
        "PERIODE": _text(new.period, "flow"),
        "IDAG": today.isoformat(),
        "OMETAAR": (later or today.replace(year=today.year + 1)).isoformat(),
        "KORT": "{" + ", ".join(f"{place}: {new.pack}/bekymret" for place in new.workplaces) + "}",
        "DAGER": str(new.days),
        "FORST": "naar" if new.days else "del",
        "STEDER": "[" + ", ".join(new.workplaces) + "]",
    }
    deadline = r"\1\2" if new.days else ""
    return {
        f"trees/{new.pack}/pack.yaml": _filled(_template("pack"), words),
        f"trees/{new.pack}/bekymret.yaml": _filled(_DEADLINE.sub(deadline, _template("bekymret")), words),
        f"contacts/{new.pack}.yaml": _filled(_template("contacts"), words) + "".join(_contacts(new, today)),
    }


def _contacts(new: NewPack, today: date) -> list[str]:
    phones, hours = dict(new.phones), dict(new.hours)
    return [
        _CONTACT.format(
            service=service,
            name=_text(name.format(name=new.name)),
            phone=_text(phones[service]) if service in phones else "missing",
            hours=f"    hours: {_text(hours[service])}\n" if service in hours else "",
            pack=new.pack,
            today=today.isoformat(),
            confidence="official" if service in phones else "plan",
        )
        for service, name in SERVICES.items()
    ]


def _text(value: str, where: str = "block") -> str:
    """A text as YAML, so that it is read back as it was typed."""
    return scalar(value, Form("flow" if where == "flow" else "block"))


def _template(name: str) -> str:
    return (TEMPLATES / f"{name}.yaml").read_text(encoding="utf-8")


def _filled(template: str, words: Mapping[str, str]) -> str:
    """The words in place of their marks, all at once: what somebody typed is never looked at for marks."""
    return re.sub("|".join(words), lambda found: words[found[0]], template)
