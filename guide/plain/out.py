"""Taking something out, line by line: the warning, what, as what, where, and what to do with it afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from guide.plain.talk import BACK, EMERGENCY, QUIT, LeftError, Talk, command_of, emergency_line
from guide.service.out import making, words, writing
from guide.service.out.making import DEADLINES, REPORT, NothingError, NotNowError, Subject
from guide.service.out.report import parts, sending_lines

WHAT: Final = "Hva vil du ta ut? Ingenting blir sendt herfra."
ON: Final = "Jeg forstår. Gå videre"
STOP: Final = "La være"
FORM: Final = "Hvilken fil vil du ha?"
READ: Final = "Les utkastet her, felt for felt"
PART: Final = "{number}. {title}"
FILL_IN: Final = "Fyll ut selv: {labels}"
NAME: Final = "Hvor skal fila ligge? Skriv mappe og navn. Enter uten tekst: {name}. tilbake: lag ingen fil."
REPLACE: Final = "Erstatt den"
OTHER: Final = "Velg et annet navn"
DONE: Final = "Fila ligger her: {name}"
DONE_NEXT: Final = "Legg den inn i kommunens sakssystem. Slett den her etterpå."
NO_LIBRARY: Final = "Et bibliotek mangler på denne maskinen. Velg et annet format."


def take_out(talk: Talk, subject: Subject) -> None:
    """Until a file is made, or one goes back. Raises LeftError and EOFError."""
    kinds = [kind for kind in words.KINDS if subject.matter.case or kind != DEADLINES]
    talk.say("", WHAT)
    chosen = talk.choose([words.KINDS[kind] for kind in kinds])
    if chosen is None:
        return
    kind = kinds[chosen]
    talk.say(*making.warning(kind))
    if talk.choose((ON, STOP)) != 0:
        return
    form = _form(talk, kind)
    if form == READ:
        _read(talk, subject)
    elif form:
        _make(talk, subject, kind, form)


def _form(talk: Talk, kind: str) -> str:
    forms = making.formats_of(kind)
    if len(forms) == 1:
        return forms[0]
    read = [READ] if kind == REPORT else []
    talk.say(FORM)
    chosen = talk.choose([*read, *(words.FORMATS[form] for form in forms)])
    return "" if chosen is None else (*read, *forms)[chosen]


def _read(talk: Talk, subject: Subject) -> None:
    """The draft, said. It stands in the window until that is closed, as all of this mode does."""
    for number, part in enumerate(parts(subject.matter), 1):
        talk.say("", PART.format(number=number, title=part.title), *part.text.splitlines())
        if part.labels:
            talk.say(FILL_IN.format(labels=", ".join(part.labels)))
    talk.say("", words.SENDING, *sending_lines(subject.matter))


def _make(talk: Talk, subject: Subject, kind: str, form: str) -> None:
    try:
        data = making.made(kind, form, subject)
    except (NotNowError, NothingError) as error:
        talk.say(str(error))
        return
    except ImportError:
        talk.say(NO_LIBRARY)
        return
    if _written(talk, data, str(Path.home() / making.file_name(kind, form, subject))) and kind == REPORT:
        talk.say("", words.SENDING, *sending_lines(subject.matter))


def _written(talk: Talk, data: bytes, usual: str) -> bool:
    name, replace = "", False
    while True:
        if not replace:
            name = _name(talk, usual)
            if not name:
                return False
        try:
            note = writing.write(name, data, replace)
        except writing.WriteError as failed:
            talk.say(str(failed))
            replace = failed.there and not replace and talk.choose((OTHER, REPLACE)) == 1
            continue
        talk.say(DONE.format(name=writing.path_of(name)), *([note] if note else []), DONE_NEXT)
        return True


def _name(talk: Talk, usual: str) -> str:
    """A file's name; empty where one goes back. Raises LeftError and EOFError."""
    talk.say(NAME.format(name=usual))
    while True:
        line = talk.hear()
        command = command_of(line)
        if command == BACK:
            return ""
        if command == QUIT:
            raise LeftError
        if command != EMERGENCY:
            return line or usual
        talk.say(emergency_line(), NAME.format(name=usual))
