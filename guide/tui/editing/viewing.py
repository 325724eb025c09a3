"""A step as staff see it: beside the form in wide windows, by itself in narrow ones. It is looked at, not walked."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget

from guide.core.clock import local
from guide.service.editing.preview import Preview
from guide.tui import keys
from guide.tui.editing import card_keys
from guide.tui.editing import card_texts as texts
from guide.tui.editing.bench import Bench
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import Line, plain, title_of
from guide.tui.widgets.answers import AnswerList
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose
from guide.tui.widgets.stage import fresh_pane


def said_lines(bench: Bench, found: Preview | None, head: bool = True) -> list[Line]:
    """What is said above the preview; without `head`, where the top line says it already."""
    lines = [Line(title_of(texts.VIEW_HEAD))] if head else []
    if found is None:
        lines.append(Line(plain(texts.VIEW_NOT if bench.good else texts.VIEW_NONE, "$text-muted")))
    elif not bench.current:
        lines.append(Line(plain(texts.VIEW_OLD, "$warning")))
    elif found.passed:
        lines.append(Line(plain(texts.VIEW_PASSED, "$text-muted")))
    return lines


class Beside(Vertical):
    """The preview beside the form. It takes no keys and no clicks."""

    def __init__(self, bench: Bench, node: str) -> None:
        super().__init__(id="beside", disabled=True)
        self.bench, self.name_of_step = bench, node
        self._turn = -1

    def compose(self) -> Iterable[Widget]:
        """What is said; the step comes below it."""
        yield Prose(id="beside-said")

    def on_mount(self) -> None:
        """What is known already."""
        self.draw()

    def draw(self) -> None:
        """Shows the step as it is now, made in a thread."""
        if self.display:
            self.run_worker(self._draw(), exclusive=True)

    async def _draw(self) -> None:
        found = await asyncio.to_thread(self.bench.preview, self.name_of_step)
        self.query_one("#beside-said", Prose).show(said_lines(self.bench, found))
        old = next((child for child in self.children if isinstance(child, Pane)), None)
        if found and old and old.takes(found.shown):
            return
        with self.app.batch_update():
            await self.remove_children(Pane)
            if found:
                today = local(self.bench.now()).date()
                await self.mount(fresh_pane(found.shown, today))


class ViewScreen(Page):
    """The preview as a screen of its own."""

    CSS_PATH: ClassVar = ["../styles/walk.tcss", "../styles/editing.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        card_keys.VIEW.binding(),
    ]
    heading = texts.VIEW_HEAD

    def __init__(self, bench: Bench, node: str) -> None:
        super().__init__()
        self.bench, self.name_of_step = bench, node

    def body(self) -> Iterable[Widget]:
        """What is said; the step comes below it."""
        yield Prose(id="view-said")

    def hints(self) -> Sequence[Key]:
        """Read, or back."""
        return (keys.ARROWS, keys.BACK, keys.HELP)

    def start(self) -> None:
        """The step as it is now."""
        super().start()
        self.run_worker(self._draw())

    async def _draw(self) -> None:
        if self.bench.stale:
            self.bench.take(await asyncio.to_thread(self.bench.look()))
        found = await asyncio.to_thread(self.bench.preview, self.name_of_step)
        self.query_one("#view-said", Prose).show(said_lines(self.bench, found, head=False))
        if found:
            pane = fresh_pane(found.shown, local(self.bench.now()).date())
            await self.mount(pane, after="#view-said")
            pane.focus()

    def on_pane_given(self, event: Pane.Given) -> None:
        """Nothing is walked here."""
        event.stop()

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Nothing is walked here."""
        event.stop()

    def on_pane_back(self, event: Pane.Back) -> None:
        """Back to what is edited."""
        event.stop()
        self.action_back()

    def action_view(self) -> None:
        """The same key closes it."""
        self.action_back()
