"""One of many, or some of many, by a field that narrows a list. Nothing is typed that must be an id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from textual.app import ComposeResult

from guide.core.text import clean
from guide.service.editing.options import Option, option
from guide.tui import keys
from guide.tui.editing import card_texts as texts
from guide.tui.modals.dialog import NO_VALUE, Dialog
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.chrome import EmergencyLine, KeyBar, TooSmall
from guide.tui.widgets.entry import Finder, FinderEntry


def matching(options: Iterable[Option], text: str) -> list[Option]:
    """Those that hold every word of a text, in their title or in what is written in the file; first those that begin
    with it."""
    words = text.casefold().split()
    found = [each for each in options if all(word in f"{each.title} {each.value}".casefold() for word in words)]
    return sorted(found, key=lambda each: not each.title.casefold().startswith(text.casefold().strip()))


def told_apart(options: Sequence[Option]) -> tuple[Option, ...]:
    """Those that are called alike with what is written in the file behind their titles."""
    counts = Counter(each.title for each in options)
    return tuple(
        option(each.value, texts.ALIKE.format(title=each.title, name=each.value)) if counts[each.title] > 1 else each
        for each in options
    )


class PickModal(Dialog):
    """Dismissed with the value of an option, or of one of `more`, which stand last; nothing for Escape."""

    def __init__(
        self, title: str, options: Sequence[Option], at: str = "", more: Sequence[Option] = (), how: str = ""
    ) -> None:
        super().__init__(title)
        self.options, self.more_options, self.at_value = told_apart(options), tuple(more), at
        self.how = how or texts.PICK_HOW

    def compose(self) -> ComposeResult:
        """The field and the list."""
        yield Finder(clean(self.heading), self.how, texts.PICK_NONE, self.found, id="dialog")
        yield EmergencyLine()
        yield KeyBar((keys.ARROWS, keys.OPEN, keys.ESCAPE))
        yield TooSmall()

    def on_mount(self) -> None:
        """The mark stands at what is chosen now."""
        values = [option.value for option in self.options]
        if self.at_value in values:  # where the rows stand is known once they are laid out
            answers = self.query_one(AnswerList)
            self.call_after_refresh(answers.move, values.index(self.at_value))

    def found(self, text: str) -> list[Choice]:
        """The options that fit."""
        chosen = [*matching(self.options, text), *matching(self.more_options, text)] or self.more_options
        return [Choice(option.value, option.title) for option in chosen]

    def on_finder_left(self) -> None:
        """Escape in the empty field."""
        self.action_close()


class TicksModal(PickModal):
    """Enter ticks and unticks. Dismissed with NO_VALUE; what is ticked, in the order of ticking, is in `ticked`."""

    def __init__(self, title: str, options: Sequence[Option], ticked: Sequence[str]) -> None:
        super().__init__(title, options, how=texts.TICKS_ABOUT)
        self.ticked = list(ticked)

    def found(self, text: str) -> list[Choice]:
        """Those that are ticked first, while nothing is typed."""
        chosen = matching(self.options, text)
        known = {option.value: option for option in self.options}
        if not text:
            first = [known.get(value, option(value, value)) for value in self.ticked]
            chosen = [*first, *(option for option in chosen if option.value not in self.ticked)]
        return [
            Choice(option.value, option.title, key=texts.TICKED if option.value in self.ticked else texts.UNTICKED)
            for option in chosen
        ]

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Ticks or unticks."""
        event.stop()
        event.prevent_default()
        if event.value in self.ticked:
            self.ticked.remove(event.value)
        else:
            self.ticked.append(event.value)
        # the whole list again, with what is ticked at the top: so one sees what one has done
        field, answers = self.query_one(FinderEntry), self.query_one(AnswerList)
        if field.value:
            field.value = ""
        else:
            answers.show(self.found(""), answers.at)

    def action_close(self) -> None:
        """Done; what is ticked is read from here."""
        self.dismiss(NO_VALUE)
