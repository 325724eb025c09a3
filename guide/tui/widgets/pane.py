"""The middle of a screen: it scrolls, has the focus, and passes keys on to what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.widgets.answers import AnswerList

if TYPE_CHECKING:
    from guide.service.views import ContactView, Shown
    from guide.tui.memo import Draft

ON, SUMMARY, AGAIN, HOME, MEASURES = "videre", "oppsummering", "igjen", "hjem", "tiltak"
"""The ways on from advice."""


class Stop:
    """What a pane says of itself. Most say nothing; those of a walk do."""

    stop_id = ""
    """The stop of a walk that it shows, by its id in the graph; empty where it shows none."""

    @property
    def contact(self) -> ContactView | None:
        """Whose number is shown largest, None where none is."""
        return None

    @property
    def typing(self) -> bool:
        """Whether letters are text here, so that they are no keys."""
        return False

    def draft(self) -> Draft | None:
        """What stands typed or ticked here and would be lost, None where there is nothing of that kind."""
        return None

    def labels(self) -> dict[str, str]:
        """What the fields that take free text are called, by their id; nothing where there are none."""
        return {}

    def refuse(self, why: str) -> None:
        """Says why what was given can't be taken, where one types it."""

    def takes(self, shown: Shown) -> bool:
        """Shows this stop instead, where it is of the kind that the pane shows; False where it isn't."""
        return False

    def hints(self) -> Sequence[Key]:
        """The keys that matter here, the most important first."""
        return (keys.ANSWER,)


class Pane(Stop, Widget, can_focus=True, inherit_bindings=False):
    """Arrows move the mark among the answers and scroll where there is nothing to move to."""

    GIVES: ClassVar = False
    """Whether it is the stop of a walk."""
    KEPT: ClassVar = False
    """Whether it is kept for the next stop of its kind."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "up", show=False),
        Binding("down", "down", show=False),
        Binding("enter", "enter", show=False),
        Binding("space,pagedown", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]

    class Given(Message):
        """What was given at the stop: an answer or a way on, ticked signs, or fields by id (dates as ISO text)."""

        def __init__(self, value: str | tuple[str, ...] | dict[str, str], stop_id: str) -> None:
            super().__init__()
            self.value, self.stop_id = value, stop_id

    class Back(Message):
        """The key for back was pressed where no letter is text."""

    class Changed(Message):
        """Other keys matter now: the page has moved, or a field was entered or left."""

    @property
    def answers(self) -> AnswerList | None:
        """The answers in it, where there are any."""
        return next((child for child in self.children if isinstance(child, AnswerList)), None)

    def start(self) -> None:
        """Takes the focus, from the top."""
        if self.scroll_y:
            self.scroll_home(animate=False)
        if not self.has_focus:
            self.focus(scroll_visible=False)

    def on_key(self, event: events.Key) -> None:
        """A key that stands before an answer chooses it."""
        answers = self.answers
        choice = answers.keyed(event.character) if event.character and answers else None
        if choice:
            event.stop()
            event.prevent_default()
            self.choose(choice.value)
        elif self.stop_id and event.key == keys.BACK.keys:
            # told to the screen as answers are: in their order, and not by way of the app
            event.stop()
            event.prevent_default()
            self.screen.post_message(self.Back())

    def choose(self, value: str) -> None:
        """An answer was chosen: what the pane gives, unless the screen around it takes answers by itself.

        It is posted to the screen itself: on its way up through each widget it would lose time.
        """
        if self.GIVES:
            self.give(value)
        else:
            self.screen.post_message(AnswerList.Chosen(value))

    def give(self, value: str | tuple[str, ...] | dict[str, str]) -> None:
        """Gives this at the stop that is shown."""
        self.screen.post_message(self.Given(value, self.stop_id))

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Chosen by mouse."""
        event.stop()
        self.choose(event.value)

    def action_up(self) -> None:
        """The mark up, else the page."""
        if not (self.answers and self.answers.move(-1)):
            self.scroll_relative(y=-2, animate=False)

    def action_down(self) -> None:
        """The mark down, else the page."""
        if not (self.answers and self.answers.move(1)):
            self.scroll_relative(y=2, animate=False)

    def action_enter(self) -> None:
        """Chooses the answer that is marked."""
        if self.answers and self.answers.chosen:
            self.choose(self.answers.chosen.value)

    def action_page_down(self) -> None:
        """A page on, with two rows kept for the eye."""
        self.scroll_relative(y=max(self.size.height - 2, 1), animate=False)

    def action_page_up(self) -> None:
        """A page back."""
        self.scroll_relative(y=-max(self.size.height - 2, 1), animate=False)


class ReadingPane(Pane):
    """Something to read with ways on below it: Enter turns the page until all has been seen, then chooses."""

    @property
    def at_end(self) -> bool:
        """Whether all has been on the screen."""
        return self.scroll_offset.y >= self.max_scroll_y

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tells that the page has moved."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Changed())

    def action_enter(self) -> None:
        """A page further while there is more to read; then on. So a second Enter never skips advice."""
        if self.at_end:
            super().action_enter()
        else:
            self.action_page_down()

    def action_down(self) -> None:
        """The page first, then the mark."""
        if self.at_end:
            super().action_down()
        else:
            self.scroll_relative(y=2, animate=False)
