"""A walk that can be saved as a case; from then on every step and all that is typed is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from guide.core.clock import local
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.tui.memo import Memo
from guide.tui.scene import Scene, scene_of
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.stage import Stage

if TYPE_CHECKING:
    from guide.tui.kept import Kept

KEEP_EVERY: Final = 2.0
"""Seconds between two times that what is typed in a case is stored."""


class Keeping(Page):
    """The part of the walk's screen that stores. `kept` is the case, None where the walk is in memory only.

    `apart` says, until it is saved, that the card is no part of the walk that stands open below it.
    """

    def __init__(self, guide: Guide, scene: Scene, memo: Memo, apart: str = "") -> None:
        super().__init__()
        self.guide, self.scene, self.memo, self.apart = guide, scene, memo, apart
        self.kept: Kept | None = None
        self.failed = False
        """Whether the last step could not be stored: what was typed for it is kept."""
        self.stage = Stage(scene.shown, self.where(), local(guide.now()).date(), memo.draft(scene.walk))

    def where(self) -> tuple[Line, ...]:
        """Where one is in the card, and whether that is kept."""
        apart = (Line(plain(self.apart, "$warning")), GAP) if self.apart and not self.kept else ()
        return (*apart, *self.scene.where)

    @property
    def walk(self) -> Walk:
        """The walk as it stands."""
        return self.scene.walk

    def draw_sides(self) -> None:
        """The sides as they are now."""
        raise NotImplementedError

    def keep_typed(self) -> None:
        """Keeps what stands typed at the stop, so that it is there when one comes back."""
        if self.is_mounted:
            self.memo.keep(self.walk, self.stage.pane.draft())

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
            self.scene = scene_of(self.guide, kept.opened.walk)  # what was blanked on the way is blanked here, too
            self.draw_sides()
            self.stage.tell(self.where())
            self.frame()
            self.keep_often()

    def keep_often(self) -> None:
        """Stores what is typed every two seconds from now on."""
        self.set_interval(KEEP_EVERY, self.keep_now)

    def keep_now(self) -> None:
        """Stores what is typed, where it has changed."""
        if self.kept and self.kept.cases.unlocked:
            self.keep_typed()
            from guide.tui.kept import draft_of

            if said := self.kept.keep(draft_of(self.memo)):
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
        if said := kept.take_note(self.memo.note):
            await tell(self.guide_app, case_strings.FAILED_TITLE, said)
        self.draw_sides()
        self.frame()

    def stored(self, kept: Kept, walk: Walk) -> Walk:
        """The walk as it is on the disk, once the step is there; where it is not, says why."""
        from guide.tui.kept import draft_of

        said = kept.follow(walk, draft_of(self.memo))
        self.failed = bool(said)
        if said:
            from guide.tui import case_strings
            from guide.tui.modals.dialog import Dialog

            self.app.push_screen(Dialog(case_strings.FAILED_TITLE, (GAP, Line(plain(said)))))
        return kept.opened.walk
