"""`tiltakskort content withdraw|flag|flagged|rung`: numbers that are wrong, and what staff say of them."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Final

from guide.cli.common import UseError
from guide.cli.content import parser_of
from guide.cli.content_versions import now, own_folder
from guide.cli.main import FINE, HAS_ERRORS
from guide.core.clock import clock_time, local, weekday_date
from guide.core.text import clean
from guide.service.editing.contacts import confirm, contact_rows
from guide.service.editing.folder import EditError, Editing, SaveError
from guide.service.editing.versions import known_contacts
from guide.service.editing.versions import withdraw as take_out
from guide.store.flags import WHYS, Flag, flags, raise_flag
from guide.store.locate import locate
from guide.store.published import in_use
from guide.store.publishing import PublishError, read_files
from guide.store.settings import load_settings

CONTACT: Final = "kontakten, f.eks. stange/barnevern"
WITHDRAWN: Final = (
    "Nummeret er tatt bort. Utgave {number} er i bruk. Ansatte ser «nummer mangler» til du publiserer et nytt."
)
NO_BY: Final = "Skriv hvem som gjør det: --by ROLLE. Bruk rolle eller initialer."
FLAGGED: Final = "Takk. Den som redigerer, ser dette til noen har ringt nummeret."
FLAGGED_HERE: Final = "Takk. Det kunne ikke lagres i mappa, bare her hos deg. Si fra til den som redigerer."
NOT_FLAGGED: Final = "Det kunne ikke lagres. Si fra til den som redigerer."
NO_CONTACT: Final = "Kontakten «{name}» finnes ikke, eller har ikke noe nummer. Disse finnes: {known}."
NO_FLAGS: Final = "Ingen har sagt fra om noe nummer."
LINE: Final = "{contact}  {phone}  {why}  {when}"
RUNG: Final = "Bekreftet i dag: {name}. Merker som er tatt bort: {count}."
WHY: Final = {"ingen_svar": "Ingen svarer", "feil_nummer": "Feil nummer", "feil_tid": "Feil åpningstid"}


def withdraw(argv: list[str]) -> int:
    """Takes one number out of what staff read, at once."""
    parser = parser_of("withdraw", "Ta bort ett nummer med en gang. Ansatte får se at nummeret mangler.")
    parser.add_argument("contact", metavar="KONTAKT", help=CONTACT)
    parser.add_argument("--by", metavar="ROLLE", default="", help="hvem som gjør det: rolle eller initialer")
    parser.add_argument("--note", metavar="TEKST", default="", help="hvorfor")
    parser.add_argument("--at", metavar="TID", default="", help="tidspunkt (ellers nå)")
    args = parser.parse_args(argv)
    if not args.by.strip():
        raise UseError(NO_BY)
    root = own_folder(args.content)
    try:
        made, message = take_out(root, args.contact, args.by.strip(), args.note, now(args.at))
    except PublishError as error:
        print(clean(str(error)))
        return HAS_ERRORS
    print(WITHDRAWN.format(number=made.version))
    if message:
        print(message)
    return FINE


def flag(argv: list[str]) -> int:
    """Says that a number doesn't work. For staff: any content folder will do."""
    parser = parser_of("flag", "Si fra at et nummer ikke virker. Skriv ingenting om saken.")
    parser.add_argument("contact", metavar="KONTAKT", help=CONTACT)
    parser.add_argument("--why", choices=WHYS, default=WHYS[0], help="hva som er galt (ellers ingen_svar)")
    parser.add_argument("--at", metavar="TID", default="", help="tidspunkt (ellers nå)")
    args = parser.parse_args(argv)
    root = locate(args.content, load_settings().content)
    used = in_use(root)
    try:
        content = read_files(used.folder if used else root)
    except PublishError as error:
        raise UseError(clean(str(error))) from None
    phone = _phone(content, args.contact)
    if not phone:
        raise UseError(NO_CONTACT.format(name=clean(args.contact), known=", ".join(sorted(known_contacts(content)))))
    try:
        made = raise_flag(root, args.contact, phone, args.why, now(args.at))
    except OSError:
        print(NOT_FLAGGED)
        return HAS_ERRORS
    print(FLAGGED if made.shared else FLAGGED_HERE)
    return FINE


def flagged(argv: list[str]) -> int:
    """Lists what staff have said of numbers."""
    parser = parser_of("flagged", "Se numrene som noen har sagt fra om. De står her til noen har ringt.")
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    args = parser.parse_args(argv)
    found = flags(locate(args.content, load_settings().content))
    if args.json:
        data = [{"contact": f.contact, "phone": f.phone, "why": f.why, "at": f.at} for f in found]
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return FINE
    for each in found:
        print(_line(each))
    if not found:
        print(NO_FLAGS)
    return FINE


def rung(argv: list[str]) -> int:
    """Sets the day of the check in the draft, and puts the marks away."""
    parser = parser_of("rung", "Bekreft at du har ringt nummeret i dag, og at det er riktig.")
    parser.add_argument("contact", metavar="KONTAKT", help=CONTACT)
    parser.add_argument("--at", metavar="TID", default="", help="tidspunkt (ellers nå)")
    args = parser.parse_args(argv)
    root, at = own_folder(args.content), now(args.at)
    editing = Editing(root, lambda: at)
    file, name = _file_of(root, args.contact)
    try:
        row = next(row for row in contact_rows(editing, file) if row.id == name)
        count = confirm(editing, file, row.index)
        editing.save(file)
    except (StopIteration, EditError):
        known = ", ".join(sorted(known_contacts(read_files(root))))
        raise UseError(NO_CONTACT.format(name=clean(args.contact), known=known)) from None
    except SaveError as error:
        print(str(error))
        return HAS_ERRORS
    print(RUNG.format(name=clean(row.name), count=count))
    return FINE


def _file_of(root: Path, contact: str) -> tuple[str, str]:
    """The file and the id of pack/id."""
    pack, _, name = contact.partition("/")
    return f"contacts/{Path(pack).name}.yaml", name


def _phone(content: dict[str, bytes], contact: str) -> str:
    from guide.service.editing.versions import MISSING, contact_in

    file, name = _file_of(Path(), contact)
    phone = str((contact_in(content, file, name) or {}).get("phone", MISSING))
    return "" if phone == MISSING else phone


def _line(each: Flag) -> str:
    at = local(datetime.fromisoformat(each.at))
    when = f"{weekday_date(at.date())} kl. {clock_time(at)}"
    return clean(LINE.format(contact=each.contact, phone=each.phone, why=WHY[each.why], when=when))
