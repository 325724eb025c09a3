"""`tiltakskort case …`: the user's cases without the app: list, show, export, delete, verify, backup, restore.

The passphrase is asked for at the terminal without an echo. It is never an argument (others see those) and never in the
environment (children inherit that).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from guide.cli.common import Parser, UseError, content_arguments, guarded, hour, open_from
from guide.cli.main import FINE, HAS_ERRORS
from guide.cli.written import to_file
from guide.core.text import clean
from guide.store.cases_errors import CaseError, DamagedError

if TYPE_CHECKING:
    import argparse

    from guide.service.cases import Cases
    from guide.service.cases_lines import CaseView

ABOUT = "Sakene dine, uten appen. Passordsetningen skriver du i terminalen når du blir spurt."
WHAT: Final = {
    "list": "vis sakene, det som haster mest først",
    "show": "vis en sak",
    "export": "skriv en sak til en fil som ikke er kryptert",
    "delete": "slett en sak, også i sikkerhetskopiene",
    "verify": "les alt tilbake og se at det er helt",
    "backup": "ta en sikkerhetskopi (de tre nyeste blir tatt vare på)",
    "restore": "hent det som er skadet, fra sikkerhetskopien",
    "create": "lag et kryptert lager for saker",
    "passphrase": "bytt passordsetning",
    "code": "lag en ny kode til å skrive ut; den gamle slutter å virke",
}
ASK: Final = "Passordsetning: "
ASK_CODE: Final = "Koden på arket: "
ASK_NEW: Final = "Ny passordsetning (minst 12 tegn): "
ASK_AGAIN: Final = "Skriv den en gang til: "
ASK_DELETE: Final = "Er saken ført i kommunens sakssystem, og skal den slettes her? Skriv «slett {case}»: "
NOT_SAME: Final = "De to er ikke like. Ingenting er endret."
NO_TERMINAL: Final = "Passordsetningen må skrives i en terminal. Den kan ikke gis på annen måte."
NEED_CASE: Final = "Skriv hvilken sak, slik den står i «tiltakskort case list»."
UNKNOWN_CASE: Final = "Det er ingen sak «{case}». Se «tiltakskort case list»."
NEED_OUT: Final = "Skriv hvor: --out FIL."
EXPORTED: Final = (
    "Fila er ikke kryptert. Den hører hjemme i kommunens sakssystem. Slett den her når den er lagt inn der."
)
NOT_DELETED: Final = "Ingenting er slettet."
DELETED: Final = "Saken {case} er slettet, her og i sikkerhetskopiene."
NONE: Final = "Ingen saker."
CODE: Final = (
    "Skriv ned denne koden, og legg den et trygt sted. Den åpner sakene når passordsetningen er glemt:\n\n  {code}\n"
)
CREATED: Final = "Lageret er laget i {folder}."
CHANGED: Final = "Passordsetningen er byttet."
COPIED: Final = "Sikkerhetskopien er tatt og lest tilbake."
WHOLE: Final = "{cases} saker og {events} hendelser er lest tilbake. Alt er helt."
BROKEN: Final = "Noe er skadet. Kjør «tiltakskort case restore»."
RESTORED: Final = "Hentet fra sikkerhetskopien: {cases}."
LOST: Final = "Ingen sikkerhetskopi har disse hele: {cases}. Det som kan leses av dem, er her fortsatt."
NOTHING_TO_DO: Final = "Alt er helt. Ingenting ble hentet."


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    args = _arguments(argv)
    try:
        return _run(args)
    except CaseError as error:
        print(clean(str(error)), file=sys.stderr)
        return HAS_ERRORS


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = Parser(prog="tiltakskort case", description=ABOUT)
    parser.add_argument("what", metavar="HVA", choices=list(WHAT), help=", ".join(WHAT))
    parser.add_argument("case", metavar="SAK", nargs="?", default="", help="f.eks. K7QM-4XPD")
    parser.add_argument("--code", action="store_true", help="lås opp med koden på arket i stedet for passordsetningen")
    parser.add_argument("--out", metavar="FIL", default="", help="fila som saken skrives til")
    content_arguments(parser)
    args = parser.parse_args(argv)
    if args.what in ("show", "export", "delete") and not args.case:
        raise UseError(NEED_CASE)
    if args.what == "export" and not args.out:
        raise UseError(NEED_OUT)
    return args


def _run(args: argparse.Namespace) -> int:
    # imported here, when it is clear that somebody wants their cases
    from guide.cli.app import profile_of
    from guide.service.cases import Cases
    from guide.service.guide import Guide

    content, settings = open_from(args)
    cases = Cases(Guide(content, profile_of(settings, content, args.pack), hour(args)))
    try:
        if args.what == "create":
            return _create(cases)
        if args.what == "restore":
            return _restore(cases, args.code)
        _unlock(cases, args.code)
        run: dict[str, Callable[[Cases, argparse.Namespace], int]] = {
            "list": _list,
            "show": _show,
            "export": _export,
            "delete": _delete,
            "verify": _verify,
            "backup": _backup,
            "passphrase": _passphrase,
            "code": _code,
        }
        return run[args.what](cases, args)
    finally:
        cases.lock()


def _hidden(ask: str) -> str:
    """A line typed at the terminal without an echo. Raises UseError where there is no terminal."""
    import getpass
    import warnings

    if not sys.stdin.isatty():
        raise UseError(NO_TERMINAL)
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would be seen
        try:
            return getpass.getpass(ask)
        except (getpass.GetPassWarning, EOFError):
            raise UseError(NO_TERMINAL) from None


def _unlock(cases: Cases, by_code: bool) -> None:
    if by_code:
        cases.unlock(code=_hidden(ASK_CODE))
    else:
        cases.unlock(_hidden(ASK))


def _new_passphrase() -> str:
    first = _hidden(ASK_NEW)
    if first != _hidden(ASK_AGAIN):
        raise UseError(NOT_SAME)
    return first


def _create(cases: Cases) -> int:
    code = cases.create(_new_passphrase())
    print(CREATED.format(folder=clean(str(cases.folder))))
    print(CODE.format(code=code))
    return FINE


def _list(cases: Cases, args: argparse.Namespace) -> int:
    from guide.core.record import as_dict
    from guide.service.cases_list import DAMAGED, overview

    found = overview(cases)
    if args.json:
        data = {"today": found.today, "clock": found.clock, "cases": [as_dict(row) for row in found.rows]}
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for line in (*(text for text in (found.clock, found.note) if text), *(found.today if found.rows else (NONE,))):
            print(clean(line))
        for row in found.rows:
            parts = (row.due, row.what, row.quiet, row.ends)
            print(clean(f"{row.id}  {row.reference}" if row.state != DAMAGED else row.id))
            print(*(clean(f"  {part}") for part in parts if part), sep="\n")
    return HAS_ERRORS if any(row.state == DAMAGED for row in found.rows) or found.note else FINE


def _show(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases_paper import as_data, as_lines

    view = _view(cases, args.case)
    print(json.dumps(as_data(view), ensure_ascii=False, indent=2) if args.json else "\n".join(as_lines(view)))
    return FINE


def _export(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases_paper import as_data, as_markdown

    view = _view(cases, args.case)
    text = json.dumps(as_data(view), ensure_ascii=False, indent=2) + "\n" if args.json else as_markdown(view)
    to_file(text.encode("utf-8", "replace"), args.out)
    print(EXPORTED, file=sys.stderr)
    return FINE


def _delete(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases_end import delete

    _known(cases, args.case)
    if not sys.stdin.isatty():
        raise UseError(NO_TERMINAL)
    if input(ASK_DELETE.format(case=args.case)).strip() != f"slett {args.case}":
        print(NOT_DELETED)
        return FINE
    delete(cases, args.case)
    print(DELETED.format(case=args.case))
    return FINE


def _verify(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases_end import verify

    found = verify(cases)
    for said in found.damaged.values():
        print(clean(said))
    print(WHOLE.format(cases=found.cases, events=found.events) if found.whole else BROKEN)
    return FINE if found.whole else HAS_ERRORS


def _backup(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases_end import backup

    backup(cases)
    print(COPIED)
    return FINE


def _restore(cases: Cases, by_code: bool) -> int:
    from guide.service.cases_end import restore

    secret = _hidden(ASK_CODE if by_code else ASK)
    try:
        cases.unlock("" if by_code else secret, code=secret if by_code else "")
    except DamagedError:
        cases.unlock_from_copy("" if by_code else secret, code=secret if by_code else "")
    found = restore(cases)
    if found.events:
        print(RESTORED.format(cases=", ".join(found.events)))
    if found.lost:
        print(LOST.format(cases=", ".join(found.lost)))
    if not (found.events or found.lost):
        print(NOTHING_TO_DO)
    return HAS_ERRORS if found.lost else FINE


def _passphrase(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases_end import change_passphrase

    change_passphrase(cases, _new_passphrase())
    print(CHANGED)
    return FINE


def _code(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases_end import new_code

    print(CODE.format(code=new_code(cases)))
    return FINE


def _known(cases: Cases, case: str) -> None:
    """Raises UseError where there is no such case, whole or damaged."""
    listed = cases.listed()
    if case not in {name for name, _ in (*listed.summaries, *listed.damaged)}:
        raise UseError(UNKNOWN_CASE.format(case=clean(case)))


def _view(cases: Cases, case: str) -> CaseView:
    from guide.service.cases_lines import case_view

    _known(cases, case)
    return case_view(cases, cases.resume(case))
