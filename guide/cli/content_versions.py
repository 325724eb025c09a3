"""`tiltakskort content export|publish|undo|versions`: versions of a folder of one's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from guide.cli.common import UseError
from guide.cli.content import parser_of
from guide.cli.main import FINE, HAS_ERRORS
from guide.core.clock import clock_time, local, parse, weekday_date
from guide.core.findings import ERROR
from guide.core.record import as_dict
from guide.core.text import clean
from guide.service.checking.check_view import as_text as findings_text
from guide.service.diffing.texts import as_text as changes_text
from guide.service.editing import publish as publishing
from guide.service.editing import publish_words as say
from guide.service.editing import versions as making
from guide.service.editing.folder_words import NO_HOME
from guide.store.locate import locate, shipped
from guide.store.published import Manifest, in_use, is_published
from guide.store.publishing import PublishError
from guide.store.settings import load_settings

EXPORTED: Final = """\
Mappa er laget: {folder}
Kort ligger i trees, kontakter i contacts. Der kan du endre. Ansatte ser utgaven i published til du publiserer.
Se hva som er galt:  tiltakskort check {folder}
Publiser:            tiltakskort content publish --content {folder} --by ROLLE --note "HVA"\
"""
PUBLISHED: Final = "Utgave {number} er publisert. Ansatte ser den neste gang de åpner appen."
NOT_PUBLISHED: Final = "Ikke publisert."
REASON: Final = "- {text}"
READY: Final = "Klart til å publiseres. Filer som er endret: {files}."
CHANGED: Final = "Filer som er endret: {files}."
CHANGES: Final = "Dette endrer seg for ansatte:"
UNDONE: Final = "Utgave {number} er publisert. Den er lik utgave {of}. Utkastene dine er ikke rørt."
NOT_OWN: Final = "Dette er innholdet som følger med appen. Lag din egen mappe: tiltakskort content export MAPPE."
NO_FOLDER: Final = "Mappa «{name}» finnes ikke."
NONE: Final = "Mappa har ingen utgaver."
IN_USE: Final = "i bruk"
LINE: Final = "{number:>4}  {when}  {kind}  {by}{approved}  {note}{used}"
APPROVED: Final = ", godkjent av {name}"
USED: Final = "  [{text}]"
DAMAGED: Final = "      Skadet: {files}"
UNREADABLE: Final = "{number:>4}  Utgaven er skadet og kan ikke brukes."
KINDS: Final = {"export": "laget", "publish": "publisert", "undo": "tilbake", "withdraw": "nummer trukket"}


def own_folder(named: str) -> Path:
    """The folder that is edited. Raises UseError for one that is not there, or is the shipped one."""
    root = locate(named, load_settings().content)
    if root == shipped():
        raise UseError(NOT_OWN)
    if not root.is_dir():
        raise UseError(NO_FOLDER.format(name=clean(str(root))))
    return root


def now(text: str = "") -> datetime:
    """The hour in Oslo, or the one given. Raises UseError."""
    try:
        return local(parse(text)) if text else local(datetime.now(UTC))
    except ValueError as error:
        raise UseError(str(error)) from None


def export(argv: list[str]) -> int:
    """Makes a folder of one's own."""
    parser = parser_of("export", "Lag en egen mappe med kort og kontakter. Ansatte får se det du publiserer fra den.")
    parser.add_argument("folder", metavar="MAPPE", help="den nye mappa")
    parser.add_argument("--by", metavar="ROLLE", default="", help="rollen eller initialene dine")
    parser.add_argument("--at", metavar="TID", default="", help="tidspunkt (ellers nå)")
    args = parser.parse_args(argv)
    source = locate(args.content, load_settings().content if args.content else "")
    used = in_use(source) if is_published(source) else None
    try:
        target = Path(args.folder).expanduser()
        making.export(used.folder if used else source, target, args.by, now(args.at))
    except RuntimeError:
        raise UseError(NO_HOME.format(name=clean(args.folder))) from None
    except PublishError as error:
        raise UseError(clean(str(error))) from None
    from guide.service.editing.schemas import into_folder

    with suppress(OSError):  # the folder is whole without them, and `content schema` writes them again
        into_folder(target)
    print(EXPORTED.format(folder=clean(str(target))))
    return FINE


def publish(argv: list[str]) -> int:
    """Publishes the drafts, or says all that is in the way."""
    parser = parser_of("publish", "Publiser utkastene: sjekk og bevis må holde, og endringen må forklares.")
    parser.add_argument("--by", metavar="ROLLE", default="", help="hvem som publiserer: rolle eller initialer")
    parser.add_argument("--approved-by", metavar="ROLLE", default="", help="hvem som har godkjent, når det trengs")
    parser.add_argument("--note", metavar="TEKST", default="", help="hva som er endret, og hvorfor")
    parser.add_argument("--try", dest="only", action="store_true", help="vis hva som ville skjedd, uten å publisere")
    parser.add_argument("--at", metavar="TID", default="", help="tidspunkt (ellers nå)")
    args = parser.parse_args(argv)
    root, at = own_folder(args.content), now(args.at)
    try:
        ready = publishing.plan(root, at, publishing.proofs)
        reasons = publishing.missing(ready, args.by, args.approved_by, args.note)
        for line in _told(ready, reasons):
            print(line)
        if args.only and not ready.reasons:
            return FINE
        if reasons:
            return HAS_ERRORS
        made = publishing.publish(root, ready, args.by, args.approved_by, args.note, at)
    except PublishError as error:
        print(clean(str(error)))
        return HAS_ERRORS
    for text in (args.by, args.approved_by):
        if publishing.looks_like_a_name(text):
            print(say.LOOKS_LIKE_NAME.format(text=clean(text)))
    print(PUBLISHED.format(number=made.version))
    return FINE


def undo(argv: list[str]) -> int:
    """Publishes an earlier version as a new one."""
    parser = parser_of("undo", "Gå tilbake: publiser utgaven før som en ny utgave.")
    parser.add_argument("--by", metavar="ROLLE", default="", help="hvem som gjør det: rolle eller initialer")
    parser.add_argument("--note", metavar="TEKST", default="", help="hvorfor")
    parser.add_argument("--to", metavar="UTGAVE", default="0", help="nummeret på utgaven (ellers den før)")
    parser.add_argument("--at", metavar="TID", default="", help="tidspunkt (ellers nå)")
    args = parser.parse_args(argv)
    if not (args.to.isascii() and args.to.isdigit() and len(args.to) < 7):
        raise UseError(say.NO_SUCH.format(number=clean(args.to)))
    root = own_folder(args.content)
    try:
        before = in_use(root)
        made = making.undo(root, args.by, args.note, now(args.at), int(args.to))
    except PublishError as error:
        print(clean(str(error)))
        return HAS_ERRORS
    of = int(args.to) or (before.manifest.of if before else 0)
    print(UNDONE.format(number=made.version, of=of))
    return FINE


def versions(argv: list[str]) -> int:
    """Lists the versions, the newest first."""
    parser = parser_of("versions", "Se alle utgavene av mappa: hvem, når, hvorfor, og om de er hele.")
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    args = parser.parse_args(argv)
    found = making.versions_of(own_folder(args.content))
    if args.json:
        data = [
            {**_data(each.manifest), "version": each.number, "in_use": each.used, "damaged": list(each.damaged)}
            for each in found
        ]
        print(json.dumps(data, ensure_ascii=False, indent=2))
    elif not found:
        print(NONE)
    for each in () if args.json else found:
        print(_line(each.manifest, each.used) if each.manifest else UNREADABLE.format(number=each.number))
        if each.manifest and each.damaged:
            print(DAMAGED.format(files=clean(", ".join(each.damaged))))
    return HAS_ERRORS if any(each.damaged for each in found) else FINE


def _told(ready: publishing.Plan, reasons: tuple[str, ...]) -> Iterator[str]:
    """What publishing would do, and what is in the way."""
    if ready.report.errors:
        errors = tuple(finding for finding in ready.report.findings if finding.severity == ERROR)
        yield from findings_text(replace(ready.report, findings=errors))
    if ready.changes is not None:
        yield (CHANGED if reasons else READY).format(files=clean(", ".join(ready.changed)))
        yield CHANGES
        yield from changes_text(ready.changes)
    if reasons:
        yield ""
        yield NOT_PUBLISHED
        yield from (REASON.format(text=clean(reason)) for reason in reasons)


def _line(manifest: Manifest, used: bool) -> str:
    at = datetime.fromisoformat(manifest.at)
    return clean(
        LINE.format(
            number=manifest.version,
            when=f"{weekday_date(local(at).date())} kl. {clock_time(local(at))}",
            kind=KINDS.get(manifest.kind, manifest.kind),
            by=manifest.by,
            approved=APPROVED.format(name=manifest.approved_by) if manifest.approved_by else "",
            note=" ".join(manifest.note.split()),
            used=USED.format(text=IN_USE) if used else "",
        )
    )


def _data(manifest: Manifest | None) -> dict[str, object]:
    if manifest is None:
        return {}
    shown = {key: value for key, value in as_dict(manifest).items() if key not in ("files", "withdrawn")}
    return {**shown, "withdrawn": [as_dict(each) for each in manifest.withdrawn]}
