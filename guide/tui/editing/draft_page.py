"""Saving and undoing, and the ways from a step to its text, its preview and a trial of it."""

from __future__ import annotations

import asyncio

from guide.service.editing.folder import (
    ChangedOutsideError,
    EditError,
    SaveError,
    Typed,
    drop,
    offered,
    take,
    take_theirs,
)
from guide.service.editing.preview import try_from
from guide.tui.editing import card_texts as texts
from guide.tui.editing.look_page import LookPage
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.answers import Choice

MINE, THEIRS, SAVE, DROP, STAY = "mitt", "deres", "lagre", "forkast", "bli"


class DraftPage(LookPage):
    """A screen of a card that can be saved from."""

    # --- keys ------------------------------------------------------------------------------------------------------
    def action_save_draft(self) -> None:
        """Saves in the draft."""
        self.settle()
        self.save()
        self.told()

    def save(self) -> bool:
        """Saves every file that is edited; where one is another by now, asks. Returns whether all is saved."""
        if not self.bench.unsaved:
            self.say(texts.NOT_CHANGED)
            return True
        for name in self.bench.editing.unsaved():
            try:
                self.bench.editing.save(name)
            except ChangedOutsideError:
                self._ask_outside(name)
                return False
            except SaveError as error:
                self.say(str(error))
                return False
        self.say(texts.SAVED)
        return True

    def _ask_outside(self, name: str) -> None:
        choices = [Choice(MINE, texts.OUTSIDE_MINE), Choice(THEIRS, texts.OUTSIDE_THEIRS)]
        lines = (GAP, Line(plain(name)), Line(plain(texts.OUTSIDE_ABOUT, "$text-muted")), GAP)
        self.app.push_screen(Dialog(texts.OUTSIDE_HEAD, lines, choices), lambda way: self._outside(name, way or ""))

    def _outside(self, name: str, way: str) -> None:
        if not way:
            return
        try:
            take_theirs(self.bench.editing, name, keep_mine=way == MINE)
        except EditError:
            self.say(texts.GONE)
            return
        self.bench.turn += 1
        self._told_outside = False
        if way == MINE:
            self.action_save_draft()
        else:
            self.fresh()
            self.say(texts.THEIRS_TAKEN)
            self.look()

    def action_undo(self) -> None:
        """Takes the last edit back."""
        self.settle()
        if not self.bench.undo():
            self.say(texts.NOTHING_UNDONE)
            return
        self.fresh()
        self.say(texts.UNDONE)
        self.look()

    def action_try(self) -> None:
        """Walks from the step, with the draft."""
        self.settle()
        self.run_worker(self._try(), group="try", exclusive=True)

    async def _try(self) -> None:
        from guide.tui.editing.trying import TryScreen

        if self.bench.stale:
            self.bench.take(await asyncio.to_thread(self.bench.look()))
        guide = self.bench.guide() if self.bench.current else None
        node = self.node()
        trial = await asyncio.to_thread(try_from, guide, self.bench.card, node) if guide else None
        if guide is None or trial is None:
            self.say(texts.TRY_NO_WAY)
            return
        screen = TryScreen(guide, trial.walk)
        await self.app.push_screen(screen)
        if not trial.by_way:
            screen.say(texts.TRY_PUT)

    def action_view(self) -> None:
        """The step as staff see it."""
        from guide.tui.editing.viewing import ViewScreen

        self.settle()
        if self.node():
            self.app.push_screen(ViewScreen(self.bench, self.node()))
        else:
            self.say(texts.VIEW_NONE)

    def action_text(self) -> None:
        """The file as text, at the step."""
        from guide.tui.editing.text import TextScreen

        self.settle()
        self.app.push_screen(TextScreen(self.bench, self.node()))

    def leave(self) -> None:
        """Closes; asks first where something is not saved."""
        self.settle()
        if not self.bench.unsaved:
            self.dismiss()
            return
        ways = [Choice(SAVE, texts.LEAVE_SAVE), Choice(DROP, texts.LEAVE_DROP), Choice(STAY, texts.LEAVE_STAY)]
        self.app.push_screen(Dialog(texts.LEAVE_HEAD, (GAP,), ways), self._left)

    def _left(self, way: str | None) -> None:
        if way == SAVE and self.save():
            self.dismiss()
        elif way == DROP:
            self.bench.forget()
            self.dismiss()

    def offer_lost(self) -> None:
        """What was typed in the file before a crash is offered."""
        lost = next((typed for typed in offered(self.bench.editing) if typed.name == self.bench.file), None)
        if lost:
            choices = [Choice(SAVE, texts.LOST_TAKE), Choice(DROP, texts.LOST_DROP)]
            lines = (GAP, Line(plain(texts.LOST_ABOUT)), GAP)
            self.app.push_screen(Dialog(texts.LOST_HEAD, lines, choices), lambda way: self.take_lost(lost, way or ""))

    def take_lost(self, lost: Typed, way: str) -> None:
        """What was typed before a crash: taken up, forgotten, or asked for again the next time."""
        if way == DROP:
            drop(self.bench.editing, lost)
        elif way:
            if not take(self.bench.editing, lost):
                self.say(texts.LOST_OTHER)
            self.bench.turn += 1
            self.fresh()
            self.look()
