"""From a kind of paper to a file: the warning, the format, the name, and what to do with it afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guide.service.out import making, writing
from guide.service.out import words as out_words
from guide.service.out.making import NothingError, NotNowError, Subject
from guide.service.out.report import sending_lines
from guide.tui.modals.dialog import Dialog
from guide.tui.modals.field import FieldModal
from guide.tui.out import strings
from guide.tui.text import GAP, Line, bullets, plain
from guide.tui.widgets.answers import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guide.tui.app import GuideApp

YES, NO, REPLACE, OTHER = "ja", "nei", "erstatt", "annet"


async def take_out(app: GuideApp, subject: Subject, kind: str) -> None:
    """Makes the file, where the user wants it; tells what happened. In a worker."""
    if not await warned(app, kind):
        return
    forms = making.formats_of(kind)
    form = forms[0] if len(forms) == 1 else await _form(app, forms)
    if not form:
        return
    try:
        data = making.made(kind, form, subject)
    except (NotNowError, NothingError) as error:
        await tell(app, strings.NOT_MADE_TITLE, (str(error),))
        return
    except ImportError:
        await tell(app, strings.NOT_MADE_TITLE, (strings.NO_LIBRARY,))
        return
    await _written(app, data, str(Path.home() / making.file_name(kind, form, subject)))


async def warned(app: GuideApp, kind: str) -> bool:
    """Whether the user has seen where such a file belongs, and goes on. Once a sitting for each kind."""
    if kind in app.ways.warned:
        return True
    lines = [part for text in making.warning(kind) for part in (GAP, Line(plain(text)))]
    choices = [Choice(YES, strings.WARNING_YES), Choice(NO, strings.WARNING_NO)]
    if await app.push_screen_wait(Dialog(strings.WARNING_TITLE, (*lines, GAP), choices)) != YES:
        return False
    app.ways.warned.add(kind)
    return True


async def tell(app: GuideApp, title: str, lines: Iterable[str]) -> None:
    """Until it is read."""
    told = [part for text in lines for part in (GAP, Line(plain(text)))]
    await app.push_screen_wait(Dialog(title, (*told, GAP)))


async def tell_sending(app: GuideApp, subject: Subject) -> None:
    """Before and after a report is sent."""
    lines = bullets(sending_lines(subject.matter), "–")
    await app.push_screen_wait(Dialog(out_words.SENDING, (GAP, *lines, GAP)))


async def _form(app: GuideApp, forms: tuple[str, ...]) -> str:
    choices = [Choice(form, out_words.FORMATS[form]) for form in forms]
    return await app.push_screen_wait(Dialog(strings.FORMAT_TITLE, (GAP,), choices))


async def _written(app: GuideApp, data: bytes, name: str) -> None:
    error, replace = "", False
    while True:
        if not replace:
            given = await app.push_screen_wait(
                FieldModal(strings.NAME_TITLE, strings.NAME_LINES, strings.NAME, value=name, error=error)
            )
            if not given:
                return
            name = given
        try:
            note = writing.write(name, data, replace)
        except writing.WriteError as failed:
            replace = failed.there and not replace and await _replace(app, str(failed))
            error = "" if failed.there else str(failed)
            continue
        shown = strings.DONE.format(name=writing.path_of(name))
        await tell(app, strings.DONE_TITLE, (shown, *([note] if note else []), strings.DONE_NEXT))
        return


async def _replace(app: GuideApp, said: str) -> bool:
    choices = [Choice(OTHER, strings.THERE_OTHER), Choice(REPLACE, strings.THERE_REPLACE)]
    told = (GAP, Line(plain(said)), GAP)
    return await app.push_screen_wait(Dialog(strings.THERE_TITLE, told, choices)) == REPLACE
