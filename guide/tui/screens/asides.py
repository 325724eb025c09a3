"""What stands beside the question: why, the overview, the note, the summary, and the ways out of a walk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from guide.core.clock import local
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.views import ContactView
from guide.tui import strings
from guide.tui.memo import Held, Memo
from guide.tui.scene import Scene
from guide.tui.screens.page import Page
from guide.tui.text import GAP
from guide.tui.widgets.stage import Stage

if TYPE_CHECKING:
    from guide.tui.kept import Kept
    from guide.tui.widgets.side import Side

KEEP_EVERY = 2.0
"""Seconds between two times that what is typed in a case is stored."""
WIDE = 100
"""Columns from which the sides stand beside the middle."""


class Asides(Page):
    """The part of the walk's screen that moves nothing."""

    def __init__(self, guide: Guide, scene: Scene, memo: Memo) -> None:
        super().__init__()
        self.guide, self.scene, self.memo = guide, scene, memo
        self.stage = Stage(scene.shown, scene.where, local(guide.now()).date(), memo.draft(scene.walk))
        self.kept: Kept | None = None
        self.sides: tuple[Side, ...] = ()

    @property
    def walk(self) -> Walk:
        """The walk as it stands."""
        return self.scene.walk

    def contact(self) -> ContactView | None:
        """Whose number the advice that is shown has largest."""
        return self.stage.pane.contact

    def draw_sides(self) -> None:
        """The sides as they are now, where they stand beside the middle."""
        for side in self.sides:
            side.show(self.scene, self.memo.note, local(self.guide.now()).date())

    def new_sides(self) -> Sequence[Side]:
        """Widgets for the sides: the card's points, where it has any, and what is known."""
        # imported when used: most windows are narrower, and the first question is there sooner
        from guide.tui.widgets.side import KnownSide, PointsSide

        self.sides = (*((PointsSide(),) if self.scene.points else ()), KnownSide())
        self.draw_sides()
        return self.sides

    def keep_typed(self) -> None:
        """Keeps what stands typed at the stop, so that it is there when one comes back."""
        if self.is_mounted:
            self.memo.keep(self.walk, self.stage.pane.draft())

    def hold(self) -> None:
        """Keeps the card open for later, where anything was given or typed."""
        self.keep_typed()
        if self.kept:
            self.kept.keep(self.memo)
        elif self.walk.moves or self.memo:
            self.guide_app.ways.held = Held(self.walk, self.memo)

    def show_summary(self) -> None:
        """What came of the walk."""
        self.guide_app.ways.summary(self.guide, self.walk, self.memo.note, self.kept.saved if self.kept else "")

    def show_measures(self) -> None:
        """What the municipality has that fits what is known."""
        from guide.service.measure_offer import wanted_for

        self.guide_app.ways.measures(wanted_for(self.guide.content, self.walk, self.walk.place))

    def action_why(self) -> None:
        """Why this is asked, and where it stands."""
        from guide.tui.modals.dialog import Dialog
        from guide.tui.widgets.lines import why_lines

        self.app.push_screen(Dialog(strings.WHY, [GAP, *why_lines(self.scene.shown)]))

    def action_overview(self) -> None:
        """The sides: beside the middle where there is room, else over it."""
        from guide.tui.modals.dialog import Dialog
        from guide.tui.widgets.lines import known_lines, note_lines, point_lines, titled

        if self.size.width >= WIDE:
            self.toggle_class("-no-sides")
            return
        points = point_lines(self.scene.points, local(self.guide.now()).date(), close=True)
        known = [*note_lines(self.memo.note), *known_lines(self.scene.known, close=True)]
        self.app.push_screen(Dialog(strings.POINTS, [GAP, *points, GAP, *titled(strings.KNOWN, known)]))

    def action_note(self) -> None:
        """A note for oneself."""
        from guide.tui.modals.note import NoteModal

        self.app.push_screen(NoteModal(self.memo, in_case=self.kept is not None), self._noted)

    def action_save(self) -> None:
        """Makes a case of the walk."""
        from guide.tui import case_strings

        if self.kept:
            self.say(case_strings.ALREADY)
        elif not self.walk.moves:
            self.say(case_strings.NOTHING_YET)
        else:
            self.keep_typed()
            self.run_worker(self._save(), group="cases", exclusive=True)

    async def _save(self) -> None:
        from guide.tui.case_doors import save

        kept = await save(self.guide_app, self.walk, self.memo)
        if kept:
            self.kept = kept
            self.guide = kept.opened.guide
            self.frame()
            self.keep_often()

    def keep_often(self) -> None:
        """Stores what is typed every two seconds from now on."""
        self.set_interval(KEEP_EVERY, self.keep_now)

    def keep_now(self) -> None:
        """Stores what is typed, where it has changed."""
        if self.kept and self.kept.cases.unlocked:
            self.keep_typed()
            if said := self.kept.keep(self.memo):
                self.say(said)
            elif self.app.screen is self:
                self.frame()

    def _noted(self, _: object) -> None:
        self.draw_sides()
        if self.kept:
            self.run_worker(self._keep_note(self.kept), group="cases")

    async def _keep_note(self, kept: Kept) -> None:
        from guide.tui import case_strings
        from guide.tui.case_doors import checked, tell

        fine = await checked(self.guide_app, self.memo.note)
        if fine is None:
            self.action_note()
            return
        self.memo.note = fine
        if said := kept.take_note(self.memo):
            await tell(self.guide_app, case_strings.FAILED_TITLE, said)
        self.draw_sides()
        self.frame()

    def action_record(self) -> None:
        """The walk as an exercise to fill in, in a file that the user names."""
        desk = self.guide_app.ways.desk
        if desk:
            from guide.tui.training.record import RecordModal

            self.app.push_screen(
                RecordModal(self.guide, self.walk, desk), lambda said: self.say(said) if said else None
            )

    def action_leave(self) -> None:
        """Asks first: nothing is saved."""
        from guide.tui.modals.ask import QUIT, LeaveModal

        def left(chosen: str | None) -> None:
            if chosen == QUIT:
                self.app.exit()
            elif chosen:
                self.guide_app.ways.home()

        self.keep_typed()
        if self.kept:
            self.guide_app.ways.home()
        elif self.walk.moves or self.memo:
            self.app.push_screen(LeaveModal(home=True), left)
        else:
            self.guide_app.ways.close()
