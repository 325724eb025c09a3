"""Fields to type in. The key for danger works in them too, and nothing that was typed is lost in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from guide.core.text import clean
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import AIRY, NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

LONGEST: Final = 2000
PHONE: Final = "phone"
"""A kind of field that only the app itself asks for: numbers that the plan doesn't have."""
TEXT: Final = "text"
AGE: Final = "age"
"""Whole years."""
TAKES: Final = {AGE: frozenset("0123456789"), "date": frozenset("0123456789.-/ "), PHONE: frozenset("0123456789+ ")}
"""The signs that a kind of field takes; the rest do nothing there. Texts take all."""


class Entry(Input):
    """A field. A `!` in a text is kept, and the numbers come up all the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.focus_next", show=False),
        Binding("up", "screen.focus_previous", show=False),
        Binding("escape", "leave", show=False),
    ]

    class Shortened(Message):
        """What was pasted did not fit."""

    def __init__(self, kind: str, value: str, how: str) -> None:
        super().__init__(
            clean(value), placeholder=plain(how).plain, compact=True, max_length=LONGEST, select_on_focus=False
        )
        self.kind = kind

    def action_leave(self) -> None:
        """Out of the field, so that the letters are keys again."""
        pane = next((node for node in self.ancestors if isinstance(node, Pane)), None)
        self.screen.set_focus(pane)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "exclamation_mark":
            await self.run_action("app.emergency")
        takes = TAKES.get(self.kind)
        if event.is_printable and takes is not None and event.character not in takes:
            event.stop()  # a letter in a date is neither text nor a key: nothing typed is lost by it
            event.prevent_default()
        else:
            await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        # Input's own takes the first line alone, and nothing at all of what is too long
        event.stop()
        event.prevent_default()
        text = " ".join(clean(event.text, LONGEST + 1).split())
        takes = TAKES.get(self.kind)
        text = text if takes is None else "".join(sign for sign in text if sign in takes)
        room = LONGEST - len(self.value) + len(self.selected_text)
        self.replace(text[:room], *sorted(self.selection))
        if len(text) > room:
            self.post_message(self.Shortened())


class FinderEntry(Entry):
    """The field of a Finder: arrows belong to the list; Escape empties it, then leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    def action_move(self, by: int) -> None:
        """The mark of the list."""
        finder = next(node for node in self.ancestors if isinstance(node, Finder))
        finder.query_one(AnswerList).move(by)

    def action_leave(self) -> None:
        """Empties the field, or closes where it is empty."""
        if self.value:
            self.value = ""
        else:
            self.post_message(Finder.Left())


class Finder(Pane):
    """A field that narrows a list while one types. `find` gives the choices for a text; `nothing` says there are none.

    Posts AnswerList.Chosen with the choice's value, and Left when Escape is pressed in the empty field. `airy`: the
    choices have air between them, however many they are, from AIRY rows of the window on.
    """

    class Left(Message):
        """One wants out."""

    def __init__(
        self,
        title: str,
        how: str,
        nothing: str,
        find: Callable[[str], Sequence[Choice]],
        *,
        airy: bool = False,
        id: str = "finder",
    ) -> None:
        super().__init__(id=id)
        self.title_words, self.how, self.nothing, self.find, self.airy = title, how, nothing, find, airy

    def compose(self) -> Iterable[Widget]:
        """Title, field, list."""
        yield Prose([Line(title_of(self.title_words)), GAP] if self.title_words else [])
        yield FinderEntry(TEXT, "", self.how)
        yield AnswerList(numbered=False, airy=AIRY if self.airy else NEVER, few=NEVER)
        yield Prose(id="none")

    def on_mount(self) -> None:
        """The list for nothing typed."""
        self._fill()

    @property
    def typing(self) -> bool:
        """Letters are text here."""
        return True

    def hints(self) -> Sequence[Key]:
        """Move, choose, out."""
        return (keys.ARROWS, keys.OPEN, keys.ESCAPE)

    def start(self) -> None:
        """The field takes the keys."""
        self.query_one(FinderEntry).focus(scroll_visible=False)

    def on_input_changed(self) -> None:
        """Narrows the list."""
        self._fill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Chooses the one that is marked."""
        event.stop()
        super().action_enter()

    def _fill(self) -> None:
        text = clean(self.query_one(FinderEntry).value).strip()
        found = self.find(text)
        self.query_one(AnswerList).show(found)
        nothing = self.nothing if text else strings.SEARCH_BEGIN
        self.query_one("#none", Prose).show([] if found else [Line(plain(nothing, "$text-muted"))])
        self.scroll_home(animate=False)
