"""The middle of the walk: the stop in the pane that fits it. Panes are kept: the next question costs no new widgets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.containers import Vertical
from textual.widget import Widget

from guide.service.views import QuestionView, RecordView, Shown, SignsView, TaskView
from guide.tui.memo import Draft
from guide.tui.text import Line
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose


class Stage(Vertical):
    """Shows one stop at a time, below where one is in the card."""

    def __init__(self, shown: Shown, where: Iterable[Line], today: date, draft: Draft | None = None) -> None:
        super().__init__(id="middle")
        self.pane: Pane = _fresh(shown, today, draft)
        self._where = Prose(where, id="where")

    def compose(self) -> Iterable[Widget]:
        """Where one is, and the first stop."""
        yield self._where
        yield self.pane

    async def show(self, shown: Shown, where: Iterable[Line], today: date, draft: Draft | None = None) -> None:
        """Shows this stop instead; `draft` is what stood typed there before."""
        self._where.show(where)
        pane = self._kept(shown)
        if pane is None:
            with self.app.batch_update():
                pane = _fresh(shown, today, draft)
                await self.query("SignsPane, RecordPane").remove()
                await self.mount(pane)
        if pane is not self.pane:
            for other in self.query_children(Pane):
                other.display = other is pane
            self.pane = pane
        pane.start()

    def _kept(self, shown: Shown) -> Pane | None:
        return next((pane for pane in self.children if isinstance(pane, Pane) and pane.takes(shown)), None)


def _fresh(shown: Shown, today: date, draft: Draft | None) -> Pane:
    # imported when used: the first question is there sooner
    if isinstance(shown, QuestionView):
        from guide.tui.widgets.question import QuestionPane

        return QuestionPane(shown)
    if isinstance(shown, TaskView):
        from guide.tui.widgets.advice import AdvicePane

        return AdvicePane(shown)
    if isinstance(shown, SignsView):
        from guide.tui.widgets.signs import SignsPane

        return SignsPane(shown, draft)
    if isinstance(shown, RecordView):
        from guide.tui.widgets.record import RecordPane

        return RecordPane(shown, today, draft)
    raise TypeError(type(shown).__name__)
