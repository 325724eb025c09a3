"""`tiltakskort case export SAK`: a paper of a case, or its deadlines, to a file. What it holds leaves the store."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guide.cli.common import UseError
from guide.cli.main import FINE
from guide.core.text import clean

if TYPE_CHECKING:
    import argparse

    from guide.service.cases.cases import Cases
    from guide.service.out.making import Subject

KINDS: Final = ("report", "minutes", "summary", "consent", "reasons", "deadlines")
FORMATS: Final = ("docx", "pdf", "txt", "md", "ics", "json")
KIND_HELP: Final = (
    "det du vil ta ut: report (utkast til bekymringsmelding), minutes (referat), summary (oppsummering, det vanlige), "
    "consent (samtykkeskjema), reasons (begrunnelse for rådene) eller deadlines (frister til kalenderen)"
)
FORMAT_HELP: Final = "docx, pdf, txt, md, ics eller json (ellers etter navnet på fila)"
WRITTEN: Final = "Skrevet til {name}."
NO_SUCH: Final = "{kind} finnes ikke som {form}. Velg en av disse: {forms}."
REPLACE: Final = "Med --replace erstatter du den."
NO_LIBRARY: Final = "Et bibliotek mangler, så {form} kan ikke lages. Velg et annet format, eller installer på nytt."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the verb takes beside the case and the file."""
    parser.add_argument("--kind", choices=KINDS, default="", help=KIND_HELP)
    parser.add_argument("--format", choices=FORMATS, default="", help=FORMAT_HELP)
    parser.add_argument("--replace", action="store_true", help="erstatt fila hvis den finnes fra før")


def export(cases: Cases, args: argparse.Namespace) -> int:
    """Makes the file and writes it; says on stderr where it belongs. Raises UseError and CaseError."""
    from guide.service.out import making, writing

    kind = args.kind or (making.DEADLINES if args.out.endswith(".ics") else making.SUMMARY)
    forms = (*making.formats_of(kind), *(("json",) if kind == making.SUMMARY else ()))
    form = _format(args, forms)
    if form not in forms:
        raise UseError(NO_SUCH.format(kind=kind, form=form, forms=", ".join(forms)))
    subject = making.matter_of(cases, cases.resume(args.case))
    try:
        data = _data(subject) if form == "json" else making.made(kind, form, subject)
        note = writing.write(args.out, data, args.replace)
    except (making.NotNowError, making.NothingError) as error:
        raise UseError(str(error)) from None
    except writing.WriteError as error:
        raise UseError(f"{error} {REPLACE}" if error.there else str(error)) from None
    except ImportError:
        raise UseError(NO_LIBRARY.format(form=form)) from None
    print(WRITTEN.format(name=clean(args.out)))
    for line in (*making.warning(kind), *([note] if note else []), *_after(kind, subject)):
        print(clean(line), file=sys.stderr)
    return FINE


def _format(args: argparse.Namespace, forms: tuple[str, ...]) -> str:
    if args.format or args.json:
        return str(args.format or "json")
    suffix = Path(args.out).suffix[1:].lower()
    return suffix if suffix in FORMATS else forms[0]


def _after(kind: str, subject: Subject) -> tuple[str, ...]:
    """What comes before and after a report is sent."""
    from guide.service.out.report import sending_lines

    return sending_lines(subject.matter) if kind == "report" else ()


def _data(subject: Subject) -> bytes:
    from guide.service.cases.paper import as_data

    data = as_data(subject.view) if subject.view else {}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
