"""Signs to tick, in groups. Ticking puts words on a worry; nothing is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from guide.service.views import SignsView, SignView
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.memo import Draft
from guide.tui.text import GAP, Line, heading, joined, plain
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

MARK_WIDTH = 8


class SignRow(Prose):
    """One sign: `[ ]` or `[x]`, with its number where its group has the keys."""

    class Clicked(Message):
        """The row was clicked."""

        def __init__(self, row: SignRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, sign: SignView, group: int, number: int) -> None:
        super().__init__()
        self.sign, self.group, self.number = sign, group, number
        self.ticked = sign.ticked

    def draw(self, at: bool, active: bool) -> None:
        """`at` marks the one that the space bar ticks, `active` the group whose numbers count."""
        self.set_class(at, "-at")
        number = str(self.number) if active and self.number <= 9 else " "
        lead = [
            plain("› " if at else "  ", "bold $primary"),
            plain(number, "bold $primary"),
            plain(" [x]" if self.ticked else " [ ]", "bold $primary" if self.ticked else "$text-muted"),
        ]
        self.show([Line(plain(self.sign.text, "bold" if self.ticked else ""), joined(lead), MARK_WIDTH)])

    def on_click(self, event: events.Click) -> None:
        """Ticked by mouse."""
        event.stop()
        self.post_message(self.Clicked(self))


def ticked_in(rows: Iterable[SignRow]) -> tuple[str, ...]:
    """The ids of the signs that are ticked."""
    return tuple(row.sign.id for row in rows if row.ticked)


class SignsPane(Pane):
    """Shows a SignsView; posts Given with what is ticked when one goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", show=False),
        Binding("left", "group(-1)", show=False),
        Binding("right", "group(1)", show=False),
    ]

    def __init__(self, shown: SignsView, ticked: Draft | None = None) -> None:
        super().__init__(id="signs")
        self.shown = shown
        self.stop_id = shown.node
        self.at = 0
        self.ticked = ticked if isinstance(ticked, tuple) else None
        self.begun: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The question and the groups."""
        yield Prose(id="ask")
        yield Vertical(id="groups")

    async def on_mount(self) -> None:
        """Fills it."""
        shown = self.shown
        lines = [Line(plain(shown.text, "bold"))]
        for text in filter(None, (shown.help, shown.about)):
            lines += [GAP, Line(plain(text, "$text-muted"))]
        self.query_one("#ask", Prose).show(lines)
        groups = self.query_one("#groups", Vertical)
        with self.app.batch_update():
            for number, (title, signs) in enumerate(shown.columns):
                await groups.mount(Prose(heading(title)))
                await groups.mount_all(SignRow(sign, number, i) for i, sign in enumerate(signs, 1))
        if self.ticked is not None:
            for row in self.rows:
                row.ticked = row.sign.id in self.ticked
        self.begun = ticked_in(self.rows)
        self._draw()

    def draft(self) -> Draft | None:
        """What is ticked, where something was changed."""
        ticked = ticked_in(self.rows)
        return ticked if ticked != self.begun else None

    def hints(self) -> Sequence[Key]:
        """Tick, go on, next group."""
        return (keys.TICK, keys.ENTER, keys.GROUP)

    @property
    def rows(self) -> list[SignRow]:
        """All signs, in their order."""
        return list(self.query(SignRow))

    def on_sign_row_clicked(self, event: SignRow.Clicked) -> None:
        """Ticked by mouse."""
        event.stop()
        self.at = self.rows.index(event.row)
        self.action_tick()

    def on_key(self, event: events.Key) -> None:
        """A number ticks in the group where the mark is."""
        rows = self.rows
        if not rows or not (event.character and event.character in "123456789"):
            return
        event.stop()
        group = rows[self.at].group
        for index, row in enumerate(rows):
            if row.group == group and row.number == int(event.character):
                self.at = index
                self.action_tick()

    def action_tick(self) -> None:
        """Ticks the sign that is marked, or takes the tick away."""
        if self.rows:
            row = self.rows[self.at]
            row.ticked = not row.ticked
            self._draw()

    def action_up(self) -> None:
        """The mark up."""
        self._go(self.at - 1)

    def action_down(self) -> None:
        """The mark down."""
        self._go(self.at + 1)

    def action_group(self, by: int) -> None:
        """The mark to the first sign of the next group, or of the one before."""
        rows = self.rows
        wanted = rows[self.at].group + by if rows else 0
        first = next((i for i, row in enumerate(rows) if row.group == wanted), None)
        if first is not None:
            self._go(first)

    def action_enter(self) -> None:
        """Goes on."""
        self.give(ticked_in(self.rows))

    def _go(self, to: int) -> None:
        rows = self.rows
        if not 0 <= to < len(rows):
            self.scroll_relative(y=-4 if to < 0 else 4, animate=False)
            return
        self.at = to
        self._draw()
        rows[to].scroll_visible(animate=False)

    def _draw(self) -> None:
        rows = self.rows
        group = rows[self.at].group if rows else 0
        for index, row in enumerate(rows):
            row.draw(index == self.at, row.group == group)
