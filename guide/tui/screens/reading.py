"""Something to read, with choices below it where there are any: signs, the summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.together import packs_for
from guide.service.guide import Guide
from guide.service.measures import words
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, heading, plain, section, title_of
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose


class ReadingScreen(Page):
    """A title and lines."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "back", show=False)]

    def __init__(self, title: str, lines: Iterable[Line]) -> None:
        super().__init__()
        self.heading, self.lines = title, tuple(lines)

    def body(self) -> Iterable[Widget]:
        """The lines."""
        return (Pane(Prose(self.lines), classes="reading"),)

    def hints(self) -> Sequence[Key]:
        """Move and back."""
        return (keys.ARROWS, keys.BACK, keys.CONTACTS, keys.HELP)


def signs_screen(guide: Guide) -> ReadingScreen:
    """The municipality's signs to read, those for all where it has none."""
    near = packs_for(guide.content, guide.profile.pack)
    own = [signs for name, signs in guide.content.lists.items() if name.partition("/")[0] in near]
    shared = [signs for name, signs in guide.content.lists.items() if name.startswith("felles/")]
    lines: list[Line] = []
    for signs in own or shared:
        lines += [Line(title_of(signs.title)), Line(plain(signs.about, "$text-muted"))]
        for column, title in signs.columns:
            lines += section(title, [sign.text for sign in signs.signs if sign.column == column])
        lines.append(GAP)
    lines += factor_lines(guide)
    return ReadingScreen(strings.SIGNS_TITLE, lines or [*heading(strings.HOME_NO_LIST)])


def factor_lines(guide: Guide) -> list[Line]:
    """What makes it harder or easier for a child, with words to put a worry in. Nothing to tick, nothing to count."""
    lines: list[Line] = []
    for found in guide.content.factors.values():
        lines += [Line(title_of(found.title)), Line(plain(found.about, "$text-muted"))]
        lines += section(words.SAY, found.say, "»", "$primary")
        for kind, title in words.FACTOR_KIND.items():
            lines += section(title, [factor.text for factor in found.factors if factor.kind == kind])
        lines += section(words.DIFFERENCES, found.differences)
        lines.append(GAP)
    return lines
