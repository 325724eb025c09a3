"""The middle of the walk: the stop in the pane that fits it. Panes are kept: the next question costs no new widgets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical

from guide.service.views import QuestionView, RecordView, Shown, SignsView, TaskView
from guide.tui.memo import Draft
from guide.tui.text import Line
from guide.tui.widgets.advice import AdvicePane
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose
from guide.tui.widgets.question import QuestionPane


class Stage(Vertical):
    """Shows one stop at a time."""

    def compose(self) -> ComposeResult:
        """Where one is in the card; the pane comes with the first stop."""
        yield Prose(id="where")

    @property
    def pane(self) -> Pane | None:
        """What is shown."""
        return next((pane for pane in self.children if isinstance(pane, Pane) and pane.display), None)

    async def show(self, shown: Shown, where: Iterable[Line], today: date, draft: Draft | None = None) -> None:
        """Shows this stop instead; `draft` is what stood typed there before."""
        self.query_one("#where", Prose).show(where)
        pane = self._kept(shown)
        if pane is None:
            pane = _fresh(shown, today, draft)
            await self.query("SignsPane, RecordPane").remove()
        for other in self.query_children(Pane):
            other.display = other is pane
        if not pane.is_attached:
            await self.mount(pane)
        pane.start()

    def _kept(self, shown: Shown) -> Pane | None:
        for pane in self.query_children(Pane):
            if isinstance(pane, QuestionPane) and isinstance(shown, QuestionView):
                pane.show(shown)
                return pane
            if isinstance(pane, AdvicePane) and isinstance(shown, TaskView):
                pane.show(shown)
                return pane
        return None


def _fresh(shown: Shown, today: date, draft: Draft | None) -> Pane:
    if isinstance(shown, QuestionView):
        return QuestionPane(shown)
    if isinstance(shown, TaskView):
        return AdvicePane(shown)
    if isinstance(shown, SignsView):
        from guide.tui.widgets.signs import SignsPane  # imported when used: the first question is there sooner

        return SignsPane(shown, draft)
    if isinstance(shown, RecordView):
        from guide.tui.widgets.record import RecordPane

        return RecordPane(shown, today, draft)
    raise TypeError(type(shown).__name__)
