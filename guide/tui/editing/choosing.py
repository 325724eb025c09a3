"""What a field of a step is chosen with: other steps, services, sources, answers that come and go."""

from __future__ import annotations

from typing import Any

from guide.service.editing.answers import add_answer, drop_answer, hide_answer, show_answer
from guide.service.editing.options import Choices, Option, option
from guide.service.editing.slots import ADD, BETWEEN, SHOW, Slot, fill_slot
from guide.service.editing.steps import add_step
from guide.tui.editing import card_texts as texts
from guide.tui.editing.card_acts import CardActs
from guide.tui.editing.card_uses import DO, DO_NOT
from guide.tui.editing.picking import PickModal, TicksModal
from guide.tui.modals.dialog import Dialog
from guide.tui.modals.field import FieldModal
from guide.tui.text import GAP, Line, plain
from guide.tui.widgets.answers import Choice

NEW, NOTHING, HIDE, REMOVE = "*nytt", "*ingen", "*skjul", "*fjern"


class Choosing(CardActs):
    """The part of the form that asks."""

    def put(self, slot: Slot, value: Any) -> None:
        """Fills a slot."""
        raise NotImplementedError

    def done(self, id: str, wrong: str) -> None:
        """An edit was made, or could not be."""
        raise NotImplementedError

    def open_slot(self, slot: Slot) -> None:
        """Opens what a slot is chosen with."""
        self.settle()
        if slot.kind == "flag":
            self.put(slot, not slot.value)
        elif slot.kind == "ticks":
            ticks = TicksModal(slot.label, slot.options, slot.value)
            self.app.push_screen(ticks, lambda _: self._ticked(slot, ticks))
        elif slot.kind == "act":
            self._act(slot)
        else:
            more = self._more(slot)
            title = texts.PICK_TO.format(label=slot.label) if slot.steps else slot.label
            pick = PickModal(title, slot.options, str(slot.value), more)
            self.app.push_screen(pick, lambda value: self._picked(slot, value or ""))

    def _more(self, slot: Slot) -> list[Option]:
        """What stands below the options: a new step, nothing, the answer away."""
        more = [option(NEW, texts.NEW_STEP)] if slot.steps else []
        if not slot.required and slot.value:
            more.append(option(NOTHING, texts.NOTHING))
        if slot.id.startswith(f"answers{BETWEEN}"):
            more += [option(HIDE, texts.HIDE), option(REMOVE, texts.REMOVE)]
        return more

    def _ticked(self, slot: Slot, ticks: TicksModal) -> None:
        if tuple(ticks.ticked) != tuple(slot.value):
            self.put(slot, tuple(ticks.ticked))

    def _picked(self, slot: Slot, value: str) -> None:
        if value == NEW:
            self._new_here(slot)
        elif value == HIDE:
            modal = FieldModal(texts.HIDE_WHY, (slot.label,), texts.HIDE_HOW)
            self.app.push_screen(modal, lambda why: self._hide(slot, why or ""))
        elif value == REMOVE:
            self._remove(slot)
        elif value:
            self.put(slot, None if value == NOTHING else value)

    def _act(self, slot: Slot) -> None:
        """Does it, once what it wants is given."""
        parts = slot.id.split(BETWEEN)
        if parts[:2] == ["answers", SHOW]:
            nodes = Choices(self.bench.editing).nodes(self.bench.file)
            self.app.push_screen(PickModal(slot.label, nodes), lambda to: self._show(parts[2], to or ""))
        elif slot.asks:
            modal = FieldModal(slot.label, (slot.asks,), texts.ACT_HOW)
            self.app.push_screen(modal, lambda text: self._acted(slot, text or ""))
        else:
            self.put(slot, "")

    def _acted(self, slot: Slot, text: str) -> None:
        if not text.strip():
            return
        if slot.id == f"answers{BETWEEN}{ADD}":
            file, node = self.bench.file, self.node()
            self.done(slot.id, self.bench.edit(lambda editing: add_answer(editing, file, node, text)))
        else:
            self.put(slot, text)

    # --- answers ---------------------------------------------------------------------------------------------------
    def _hide(self, slot: Slot, why: str) -> None:
        if why.strip():
            value, file, node = slot.id.partition(BETWEEN)[2], self.bench.file, self.node()
            self.done(slot.id, self.bench.edit(lambda editing: hide_answer(editing, file, node, value, why)))

    def _show(self, value: str, to: str) -> None:
        if to:
            file, node = self.bench.file, self.node()
            wrong = self.bench.edit(lambda editing: show_answer(editing, file, node, value, to))
            self.done(f"answers{BETWEEN}{value}", wrong)

    def _remove(self, slot: Slot) -> None:
        value, file, node = slot.id.partition(BETWEEN)[2], self.bench.file, self.node()
        lines = (GAP, Line(plain(texts.REMOVE_ABOUT)), GAP)
        choices = [Choice(DO, texts.REMOVE_DO), Choice(DO_NOT, texts.DO_NOT)]

        def removed(way: str | None) -> None:
            if way == DO:
                wrong = self.bench.edit(lambda editing: drop_answer(editing, file, node, value))
                self.done(f"answers{BETWEEN}{ADD}", wrong)

        self.app.push_screen(Dialog(texts.REMOVE_HEAD.format(answer=slot.label), lines, choices), removed)

    # --- a new step that this one leads to -------------------------------------------------------------------------
    def _new_here(self, slot: Slot) -> None:
        choices = [Choice(kind, words) for kind, words in texts.NEW_KINDS.items()]

        def chosen(kind: str | None) -> None:
            if kind:
                modal = FieldModal(texts.NEW_KINDS[kind], (texts.NEW_TEXT,), texts.NEW_HOW)
                self.app.push_screen(modal, lambda text: self._make_here(slot, kind, text) if text else None)

        self.app.push_screen(Dialog(texts.NEW_KIND, (GAP,), choices), chosen)

    def _make_here(self, slot: Slot, kind: str, text: str) -> None:
        """Makes the step, and has the slot lead to it."""
        editing, file, node = self.bench.editing, self.bench.file, self.node()
        point = editing.document(file).value(("nodes", node, "point"))

        def work(_: object) -> None:
            made = add_step(editing, file, kind, text, node, str(point or ""))
            fill_slot(editing, file, node, slot.id, made)

        self.done(slot.id, self.bench.edit(work))
