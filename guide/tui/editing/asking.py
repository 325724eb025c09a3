"""A field of a contact asked for: typed, chosen among what is offered, or several of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from textual.app import App

from guide.service.editing.contacts import ContactRow
from guide.service.editing.forms import Field
from guide.service.editing.overview import number_of
from guide.tui.editing import contact_texts as words
from guide.tui.editing import texts
from guide.tui.editing.blanks import DONE, Blank, FormModal
from guide.tui.editing.picking import PickModal
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP
from guide.tui.widgets.answers import Choice

ADD: Final = "#ny"
ONE: Final = "felt"


async def asked(app: App[None], field: Field, row: ContactRow, value: Sequence[str], error: str) -> list[str] | None:
    """What the user gives for a field, None for nothing given. `error`: what was wrong with `value`. In a worker."""
    if field.kind == "one":
        chosen = await app.push_screen_wait(PickModal(field.label, field.options))
        return [chosen] if chosen else None
    if field.kind == "many":
        return await _asked_many(app, field)
    if field.key == "phone":
        phone = number_of(row) or texts.NO_NUMBER
        lines = [texts.NUMBER_FOR.format(name=row.name, phone=phone), texts.NUMBER_SAVE]
    else:
        lines = [field.about, *([] if field.required else [words.EMPTY_TAKES_AWAY])]
    blanks = [Blank(f"{ONE}{number}", field.label, words.WHAT, text) for number, text in enumerate(value or [""])]
    if field.kind == "lines" and any(value):
        blanks.append(Blank(f"{ONE}{len(blanks)}", field.label, words.ONE_MORE))
    modal = FormModal(field.label, lines, blanks, lambda _: "", error)
    if await app.push_screen_wait(modal) != DONE:
        return None
    return [text for text in modal.given.values() if text]


async def _asked_many(app: App[None], field: Field) -> list[str] | None:
    """The sources with one more, or one less."""
    now = [str(value) for value in field.value or ()]
    titles = {option.value: option.title for option in field.options}
    choices = [Choice(value, words.SOURCE_TAKE.format(title=titles.get(value, value))) for value in now]
    dialog = Dialog(words.SOURCES_HEAD, (GAP,), [Choice(ADD, words.SOURCE_ADD), *choices])
    chosen = await app.push_screen_wait(dialog)
    if chosen != ADD:
        return [value for value in now if value != chosen] if chosen else None
    options = [option for option in field.options if option.value not in now]
    added = await app.push_screen_wait(PickModal(words.SOURCE_ADD, options))
    return [*now, added] if added else None


def typed_of(field: Field) -> list[str]:
    """What stands in a field, as it is typed."""
    values = field.value if isinstance(field.value, list) else [field.value] if field.value else []
    return [str(value) for value in values if value != "missing"]


def meant_of(field: Field, given: Sequence[str]) -> Any:
    """What was given, as the field holds it; None where nothing was."""
    if field.kind in ("lines", "many"):
        return list(given) or None
    return given[0] if given else None
