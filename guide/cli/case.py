"""`tiltakskort case …`: the user's cases without the app: list, show, export, delete, verify, backup, restore.

The passphrase is asked for at the terminal without an echo. It is never an argument (others see those) and never in the
environment (children inherit that).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from guide.cli import case_words as words
from guide.cli.case_export import add_arguments, export
from guide.cli.common import Parser, UseError, content_arguments, guarded, hour, open_from
from guide.cli.main import FINE, HAS_ERRORS
from guide.cli.secret import hidden
from guide.cli.written import to_file
from guide.core.text import clean
from guide.store.cases.errors import CaseError, DamagedError
from guide.store.files import read_bytes

if TYPE_CHECKING:
    import argparse

    from guide.service.cases.cases import Cases
    from guide.service.cases.lines import CaseView


class Secret(TypedDict, total=False):
    """One of the ways in."""

    passphrase: str
    code: str
    private: bytes


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
    parser = Parser(prog="tiltakskort case", description=words.ABOUT)
    parser.add_argument("what", metavar="HVA", choices=list(words.WHAT), help=", ".join(words.WHAT))
    parser.add_argument("case", metavar="SAK", nargs="?", default="", help="f.eks. K7QM-4XPD")
    parser.add_argument("--code", action="store_true", help="lås opp med koden på arket i stedet for passordsetningen")
    parser.add_argument("--key", metavar="FIL", default="", help="lås opp med kommunens nøkkel")
    parser.add_argument("--out", metavar="FIL", default="", help="fila som skal skrives")
    add_arguments(parser)
    content_arguments(parser)
    args = parser.parse_args(argv)
    if args.what in ("show", "export", "delete") and not args.case:
        raise UseError(words.NEED_CASE)
    if args.what in ("export", "key") and not args.out:
        raise UseError(words.NEED_OUT)
    return args


def _run(args: argparse.Namespace) -> int:
    if args.what == "key":
        return _key(args)
    # imported here, when it is clear that somebody wants their cases
    from guide.cli.app import profile_of
    from guide.service.cases.cases import Cases
    from guide.service.guide import Guide

    content, settings = open_from(args)
    cases = Cases(Guide(content, profile_of(settings, content, args.pack), hour(args)))
    try:
        cases.expect(there=args.what != "create")
        if args.what == "create":
            return _create(cases)
        if args.what == "restore":
            return _restore(cases, args)
        cases.unlock(**_secret(args))
        run: dict[str, Callable[[Cases, argparse.Namespace], int]] = {
            "list": _list,
            "show": _show,
            "export": _export,
            "delete": _delete,
            "verify": _verify,
            "backup": _backup,
            "passphrase": _passphrase,
            "code": _code,
            "municipality": _municipality,
        }
        return run[args.what](cases, args)
    finally:
        cases.lock()


def _hidden(ask: str) -> str:
    """A line typed at the terminal without an echo. Raises UseError where there is no terminal."""
    if not sys.stdin.isatty():
        raise UseError(words.NO_TERMINAL)
    try:
        return hidden(ask)
    except EOFError:
        raise UseError(words.NO_TERMINAL) from None


def _said(ask: str) -> str:
    """A line typed at the terminal; empty where no line comes any more, which is no yes to anything."""
    try:
        return input(ask).strip()
    except EOFError:
        print()
        return ""


def _secret(args: argparse.Namespace) -> Secret:
    """What opens the store, as it was asked for."""
    if args.key:
        return {"private": _private(args.key)}
    return {"code": _hidden(words.ASK_CODE)} if args.code else {"passphrase": _hidden(words.ASK)}


def _private(name: str) -> bytes:
    """The key of a file. Raises UseError."""
    data = read_bytes(Path(os.path.expanduser(name)), name, 200)
    try:
        key = bytes.fromhex(data.decode()) if isinstance(data, bytes) else b""
    except ValueError:
        key = b""
    if len(key) != 32:
        raise UseError(words.BAD_KEY.format(name=clean(name)))
    return key


def _key(args: argparse.Namespace) -> int:
    """A new key: the secret half in a file, the open half in the admin's folder where one is named, else shown."""
    from guide.cli.case_key import put_in_pack
    from guide.store.cases.crypto import new_pair

    if Path(os.path.expanduser(args.out)).exists():
        raise UseError(words.KEY_THERE.format(name=clean(args.out)))
    private, public = new_pair()
    if args.content and args.pack:
        return put_in_pack(args, private, public)
    to_file(f"{private.hex()}\n".encode(), args.out)
    print(words.KEY.format(public=public.hex()))
    return FINE


def _municipality(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases.end import let_municipality_in, municipality_opens

    name, public = cases.municipality()
    if public and not cases.store.keys.let_in(bytes.fromhex(public)):
        if not sys.stdin.isatty():
            raise UseError(words.NO_TERMINAL)
        if _said(words.ASK_MUNICIPALITY.format(name=clean(name))).casefold() == "ja":
            let_municipality_in(cases)
    if municipality_opens(cases):
        print(words.LETS_IN.format(name=clean(name or words.THE_MUNICIPALITY)))
    else:
        print(words.STAYS_OUT.format(name=clean(name)) if public else words.NO_KEY)
    return FINE


def _new_passphrase() -> str:
    first = _hidden(words.ASK_NEW)
    if first != _hidden(words.ASK_AGAIN):
        raise UseError(words.NOT_SAME)
    return first


def _create(cases: Cases) -> int:
    code = cases.create(_new_passphrase())
    print(words.CREATED.format(folder=clean(str(cases.folder))))
    if name := cases.municipality()[0]:
        print(words.TOO.format(name=clean(name)))
    print(words.CODE.format(code=code))
    return FINE


def _list(cases: Cases, args: argparse.Namespace) -> int:
    from guide.core.record import as_dict
    from guide.service.cases.list import DAMAGED, overview

    found = overview(cases)
    if args.json:
        data = {"today": found.today, "clock": found.clock, "cases": [as_dict(row) for row in found.rows]}
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for line in (
            *(text for text in (found.clock, found.note) if text),
            *(found.today if found.rows else (words.NONE,)),
        ):
            print(clean(line))
        for row in found.rows:
            parts = (row.due, row.what, row.quiet, row.ends)
            print(clean(f"{row.id}  {row.reference}" if row.state != DAMAGED else row.id))
            print(*(clean(f"  {part}") for part in parts if part), sep="\n")
    return HAS_ERRORS if any(row.state == DAMAGED for row in found.rows) or found.note else FINE


def _show(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases.paper import as_data, as_lines

    view = _view(cases, args.case)
    print(json.dumps(as_data(view), ensure_ascii=False, indent=2) if args.json else "\n".join(as_lines(view)))
    return FINE


def _export(cases: Cases, args: argparse.Namespace) -> int:
    _known(cases, args.case)
    return export(cases, args)


def _delete(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases.end import delete

    _known(cases, args.case)
    if not sys.stdin.isatty():
        raise UseError(words.NO_TERMINAL)
    if _said(words.ASK_DELETE.format(case=args.case)) != f"slett {args.case}":
        print(words.NOT_DELETED)
        return FINE
    delete(cases, args.case)
    print(words.DELETED.format(case=args.case))
    return FINE


def _verify(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases.end import verify

    found = verify(cases)
    for said in found.damaged.values():
        print(clean(said))
    print(words.WHOLE.format(cases=found.cases, events=found.events) if found.whole else words.BROKEN)
    return FINE if found.whole else HAS_ERRORS


def _backup(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases.end import backup

    backup(cases)
    print(words.COPIED)
    return FINE


def _restore(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases.end import restore

    secret = _secret(args)
    try:
        cases.unlock(**secret)
    except DamagedError:
        cases.unlock_from_copy(**secret)
    found = restore(cases)
    if found.events:
        print(words.RESTORED.format(cases=", ".join(found.events)))
    if found.lost:
        print(words.LOST.format(cases=", ".join(found.lost)))
    if not (found.events or found.lost):
        print(words.NOTHING_TO_DO)
    return HAS_ERRORS if found.lost else FINE


def _passphrase(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases.end import change_passphrase

    change_passphrase(cases, _new_passphrase())
    print(words.CHANGED)
    return FINE


def _code(cases: Cases, args: argparse.Namespace) -> int:
    from guide.service.cases.end import new_code

    print(words.CODE.format(code=new_code(cases)))
    return FINE


def _known(cases: Cases, case: str) -> None:
    """Raises UseError where there is no such case, whole or damaged."""
    listed = cases.listed()
    if case not in {name for name, _ in (*listed.summaries, *listed.damaged)}:
        raise UseError(words.UNKNOWN_CASE.format(case=clean(case)))


def _view(cases: Cases, case: str) -> CaseView:
    from guide.service.cases.lines import case_view

    _known(cases, case)
    return case_view(cases, cases.resume(case))
