"""What stands beside the question: why, the overview, the note, the summary, and the ways out of a walk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from guide.core.clock import local
from guide.service.guide import Guide
from guide.service.views import ContactView
from guide.tui import strings
from guide.tui.memo import Held, Memo
from guide.tui.scene import Scene
from guide.tui.screens.keeping import Keeping
from guide.tui.text import GAP
from guide.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from guide.tui.widgets.side import Side

WIDE = 100
"""Columns from which the sides stand beside the middle."""


class Asides(Keeping):
    """The part of the walk's screen that moves nothing."""

    def __init__(self, guide: Guide, scene: Scene, memo: Memo, apart: str = "") -> None:
        super().__init__(guide, scene, memo, apart)
        self.sides: tuple[Side, ...] = ()

    def contact(self) -> ContactView | None:
        """Whose number the advice that is shown has largest."""
        return self.stage.pane.contact

    def on_pane_changed(self, event: Pane.Changed) -> None:
        """Other keys matter now."""
        event.stop()
        self.show_keys()

    def show_keys(self) -> None:
        """The keys that matter now."""
        self.bar.show(self.hints())

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

    def hold(self) -> None:
        """Keeps the card open for later, where anything was given or typed."""
        self.keep_typed()
        if self.kept:
            from guide.tui.kept import draft_of

            self.kept.keep(draft_of(self.memo))
        elif self.walk.moves or self.memo:
            self.guide_app.ways.held = Held(self.walk, self.memo)

    def show_summary(self) -> None:
        """What came of the walk."""
        self.guide_app.ways.summary(self.guide, self.walk, self.memo.note, self.kept.saved if self.kept else "")

    def show_measures(self) -> None:
        """What the municipality has that fits what is known."""
        from guide.service.measures.offer import wanted_for

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

    def action_take_out(self) -> None:
        """What can be taken out of the walk, or of the case that it is."""
        from guide.service.out.making import matter_of, subject_of

        kept = self.kept
        subject = matter_of(kept.cases, kept.opened) if kept else subject_of(self.guide, self.walk, self.memo.note)
        self.guide_app.ways.take_out(subject)

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
            elif chosen and self.apart:
                self.guide_app.ways.close()
            elif chosen:
                self.guide_app.ways.home()

        self.keep_typed()
        if self.kept:
            self.guide_app.ways.home()
        elif self.walk.moves or self.memo:
            self.app.push_screen(LeaveModal(home=True, apart=bool(self.apart)), left)
        else:
            self.guide_app.ways.close()
