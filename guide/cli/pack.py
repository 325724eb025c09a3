"""`tiltakskort pack new`: a municipality of one's own, in a folder of one's own. `pack mended`: see pack_mended."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from guide.cli.common import Parser, UseError, guarded, hour
from guide.cli.content_versions import own_folder
from guide.cli.main import FINE
from guide.core.findings import ERROR
from guide.core.hours import ALWAYS
from guide.core.text import clean
from guide.service.checking.check_view import one_line
from guide.service.checking.checking import check
from guide.service.editing.hours import HOLIDAYS, WEEK, as_text, read_times
from guide.store.drafts import SaveError, save
from guide.store.new_pack import ID, SERVICES, WORKPLACES, NewPack, pack_files
from guide.store.phone import NUMBER
from guide.store.sources import Sources, read_sources

Answer = TypeVar("Answer")

ABOUT: Final = "Lag en ny kommune i din egen mappe, med kort, felles kort og nasjonale kontakter."
ASK: Final = {
    "name": "Hva heter kommunen? (uten ordet «kommune») ",
    "id": "Kort navn på kommunen i filene, små bokstaver [{id}]: ",
    "plan": "Hva heter planen deres? ",
    "period": "Hvilke år gjelder den? (for eksempel 2026–2029) ",
    "days": "Innen hvor mange virkedager skal uroen deles med en kollega eller leder? (tom når planen ikke sier det) ",
    "workplaces": "Hvor skal kortet brukes? [barnehage, skole, sfo]: ",
    "phone": "Nummeret til {service} (tomt når du ikke vet det): ",
    "hours": "Når svarer de? (for eksempel 8-15.30, tomt når du ikke vet det): ",
}
NAMES: Final = {
    "barnevernvakt": "barnevernvakta",
    "barnevern": "barneverntjenesten",
    "helsesykepleier": "helsestasjonen",
    "ppt": "PPT",
}
NEED: Final = "Skriv {option}. Uten en terminal å spørre i må alle svar gis slik."
BAD_ID: Final = "«{id}» kan ikke brukes som kort navn. Bruk små bokstaver a–z, tall og bindestrek, som «nord-fron»."
BAD_DAYS: Final = "«{text}» er ikke et antall virkedager. Skriv et tall fra 1 til 30."
BAD_PLACE: Final = "«{text}» er ikke et sted kortet kan brukes. Velg blant barnehage, skole og sfo."
BAD_OPTION: Final = "«{text}» forstås ikke. Skriv TJENESTE=VERDI, og velg tjenesten blant: {known}."
BAD_PHONE: Final = "«{text}» er ikke et telefonnummer. Skriv for eksempel 62 00 00 00, eller trykk Enter."
EMPTY: Final = "Dette må du skrive."
BAD_HOURS: Final = "«{text}» er ikke en åpningstid. Skriv for eksempel 8-15.30, eller Mo-Fr 08:00-15:30; PH off."
NOBODY: Final = (
    "Du har oppgitt når barneverntjenesten er åpen, men ikke hvem som svarer ellers. "
    "Skriv --phone barnevernvakt=NUMMER. "
    "Vet du det ikke ennå, lar du åpningstiden til barneverntjenesten stå tom."
)
NOT_MADE: Final = "Ingenting er laget. Svarene gir feil i filene:\n{findings}"
BROKEN: Final = "Mappa har feil fra før. Rett dem først: tiltakskort check {folder}"
THERE: Final = "«{name}» finnes fra før i mappa. Velg et annet kort navn med --id."
MADE: Final = """\
{name} er laget:
{files}
Slik går du videre:
  tiltakskort check {folder}        det som mangler, er varsler
  tiltakskort prove {folder} --card {pack}/bekymret
  tiltakskort content publish --content {folder} --by ROLLE --note "HVA"
  tiltakskort walk {pack}/bekymret --content {folder}     når utgaven er publisert"""


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    if argv[:1] == ["mended"]:
        from guide.cli.pack_mended import main as mended  # making one needs none of it

        return mended(argv[1:])
    args = _arguments(argv)
    root = own_folder(args.content)
    now = hour(args)()
    new = _asked(args)
    files = pack_files(new, now.date())
    there = [name for name in files if (root / name).exists()] or (
        [f"trees/{new.pack}"] if (root / "trees" / new.pack).exists() else []
    )
    if there:
        raise UseError(THERE.format(name=there[0]))
    _try(root, files, now.date())
    try:
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            save(root, name, None, text.encode(), now)
    except SaveError as error:
        raise UseError(str(error)) from None
    folder = clean(str(root))
    shown = "\n".join(f"  {name}" for name in files)
    print(MADE.format(name=clean(new.name), files=shown, folder=folder, pack=new.pack))
    return FINE


def _try(root: Path, files: Mapping[str, str], today: date) -> None:
    """Checks the folder as it would be. Raises UseError, before anything is written, where an answer makes an error."""
    here = read_sources(root)
    if check(here, today).errors:
        raise UseError(BROKEN.format(folder=clean(str(root))))
    data = {**here.data, **{name: text.encode() for name, text in files.items()}}
    found = check(Sources(data, here.findings, here.sha256), today).findings
    if errors := [one_line(str(finding)) for finding in found if finding.severity == ERROR]:
        raise UseError(NOT_MADE.format(findings="\n".join(errors)))


def _arguments(argv: list[str]) -> Namespace:
    parser = Parser(prog="tiltakskort pack", description=ABOUT)
    parser.add_argument("what", metavar="HVA", choices=("new", "mended"), help="new, eller mended (se mended --help)")
    parser.add_argument("--content", metavar="MAPPE", default="", help="din egen mappe (lag den med «content export»)")
    parser.add_argument("--name", metavar="NAVN", default="", help="kommunens navn")
    parser.add_argument("--id", metavar="KORT-NAVN", default="", help="det korte navnet i filene")
    parser.add_argument("--plan", metavar="TITTEL", default="", help="hva planen heter")
    parser.add_argument("--period", metavar="ÅR", default="", help="årene planen gjelder")
    parser.add_argument("--days", metavar="TALL", default=None, help="virkedager før uroen skal være delt")
    parser.add_argument("--workplaces", metavar="STEDER", default="", help="barnehage,skole,sfo")
    parser.add_argument("--phone", metavar="TJENESTE=NUMMER", action="append", default=[], help="kan gjentas")
    parser.add_argument("--hours", metavar="TJENESTE=TID", action="append", default=[], help="kan gjentas")
    parser.add_argument("--at", metavar="TID", default="", help="regn dette som nå")
    return parser.parse_args(argv)


def _asked(args: Namespace) -> NewPack:
    """The answers: from the options, and where one is missing from the one at the terminal. Raises UseError."""
    asks = sys.stdin.isatty()
    name = args.name or _ask("name", "--name", _given("--name"))
    usual = _id_of(name)
    ask_id = asks and not args.id
    pack = _ask("id", "--id", lambda text: _id(text or usual), id=usual) if ask_id else _id(args.id or usual)
    plan = args.plan or _ask("plan", "--plan", _given("--plan"))
    period = args.period or _ask("period", "--period", _given("--period"))
    days = _ask("days", "--days", _days) if asks and args.days is None else _days(args.days or "")
    ask_places = asks and not args.workplaces
    workplaces = _ask("workplaces", "--workplaces", _workplaces) if ask_places else _workplaces(args.workplaces)
    phones = _pairs(args.phone)
    hours = {service: _hours(text) for service, text in _pairs(args.hours).items()}
    if asks and not args.phone:
        for service, called in NAMES.items():
            if number := _ask("phone", "--phone", _phone, service=called):
                phones[service] = number
                # child welfare with hours and nobody for the rest of the day is what the proofs refuse
                alone = service == "barnevern" and "barnevernvakt" not in phones
                if service not in hours and not alone and (time := _ask("hours", "--hours", _open)):
                    hours[service] = time
    if "barnevern" in hours and "barnevernvakt" not in phones:
        raise UseError(NOBODY)
    return NewPack(pack, name, plan, period, days, workplaces, tuple(phones.items()), tuple(hours.items()))


def _ask(what: str, option: str, read: Callable[[str], Answer], **words: str) -> Answer:
    """What `read` makes of a line from the terminal; what it refuses is asked again, so that no answer is lost.

    Raises UseError where there is no terminal to ask at, or where it ends.
    """
    if not sys.stdin.isatty():
        raise UseError(NEED.format(option=option))
    while True:
        try:
            answer = " ".join(clean(input(ASK[what].format(**words))).split())
        except EOFError:
            raise UseError(NEED.format(option=option)) from None
        try:
            return read(answer)
        except UseError as refused:
            print(refused)


def _given(option: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not text:
            raise UseError(EMPTY)
        return text

    return read


def _id(text: str) -> str:
    if not re.fullmatch(ID, text):
        raise UseError(BAD_ID.format(id=clean(text)))
    return text


def _phone(text: str) -> str:
    if text and not re.fullmatch(NUMBER, text):
        raise UseError(BAD_PHONE.format(text=clean(text)))
    return text


def _open(text: str) -> str:
    return _hours(text) if text else ""


def _id_of(name: str) -> str:
    letters = str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "-"})
    return re.sub(r"[^a-z0-9-]", "", name.lower().translate(letters)).strip("-")


def _hours(text: str) -> str:
    """The hours as the files write them. Times alone: Monday to Friday, closed on holidays. Raises UseError."""
    if text == ALWAYS or any(letter.isalpha() for letter in text):
        return text  # what it says is read when the files are tried
    try:
        found = as_text({**dict.fromkeys(WEEK[:5], read_times(text)), HOLIDAYS: ()})
    except ValueError:
        found = ""
    if not found:
        raise UseError(BAD_HOURS.format(text=clean(text)))
    return found


def _days(text: str) -> int:
    if not text:
        return 0
    if not text.isdecimal() or not 1 <= int(text) <= 30:
        raise UseError(BAD_DAYS.format(text=clean(text)))
    return int(text)


def _workplaces(text: str) -> tuple[str, ...]:
    chosen = [place for place in re.split(r"[,\s]+", text.lower()) if place]
    for place in chosen:
        if place not in WORKPLACES:
            raise UseError(BAD_PLACE.format(text=clean(place)))
    return tuple(dict.fromkeys(chosen)) or WORKPLACES


def _pairs(texts: list[str]) -> dict[str, str]:
    found = {}
    for text in texts:
        service, _, value = text.partition("=")
        if service not in SERVICES or not value.strip():
            raise UseError(BAD_OPTION.format(text=clean(text), known=", ".join(SERVICES)))
        found[service] = value.strip()
    return found
