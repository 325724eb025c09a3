"""The middle of the walk: the stop in the pane that fits it. Panes are kept: the next question costs no new widgets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.screen import Screen
from textual.widget import Widget

from guide.service.views import QuestionView, RecordView, Shown, SignsView, TaskView
from guide.tui.memo import Draft
from guide.tui.text import Line
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose


class Stage:
    """One stop at a time, below where one is in the card. Its widgets are the screen's own: each container around
    them is one more to paint and to pass keys on."""

    def __init__(self, shown: Shown, where: Iterable[Line], today: date, draft: Draft | None = None) -> None:
        self._where = Prose(where, id="where")
        self._panes = [fresh_pane(shown, today, draft)]
        self.pane = self._panes[0]

    def widgets(self) -> Iterable[Widget]:
        """Where one is, and the first stop."""
        return (self._where, self.pane)

    def tell(self, where: Iterable[Line]) -> None:
        """Says another thing of where one is."""
        self._where.show(where)

    async def show(
        self, screen: Screen[None], shown: Shown, where: Iterable[Line], today: date, draft: Draft | None = None
    ) -> None:
        """Shows this stop on the screen instead; `draft` is what stood typed there before."""
        self._where.show(where)
        pane = next((pane for pane in self._panes if pane.takes(shown)), None)
        if pane is None:
            pane = fresh_pane(shown, today, draft)
            with screen.app.batch_update():
                await self._put(screen, pane)
        elif pane is not self.pane:
            self._turn(pane)
        pane.start()

    async def _put(self, screen: Screen[None], pane: Pane) -> None:
        gone = [old for old in self._panes if not old.KEPT]
        self._panes = [*(old for old in self._panes if old.KEPT), pane]
        self._turn(pane)
        await screen.remove_children(gone)
        await screen.mount(pane, after=self._where)

    def _turn(self, pane: Pane) -> None:
        for other in self._panes:
            other.display = other is pane
        self.pane = pane


def fresh_pane(shown: Shown, today: date, draft: Draft | None = None) -> Pane:
    """A pane of its own for a stop. Raises TypeError for what is none."""
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
