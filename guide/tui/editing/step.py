"""A step as a form, and the ways from it to other steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from guide.service.editing.find import Thing
from guide.service.editing.options import option
from guide.service.editing.slots import BETWEEN, Slot, fill_slot
from guide.tui.editing import card_keys
from guide.tui.editing import card_texts as texts
from guide.tui.editing.boxes import PickBox, TextBox
from guide.tui.editing.form import FormPage
from guide.tui.editing.picking import PickModal
from guide.tui.editing.viewing import Beside
from guide.tui.keys import Key
from guide.tui.text import Line, plain
from guide.tui.widgets.prose import Prose


class StepScreen(FormPage):
    """The form of one step."""

    own_keys: ClassVar[Sequence[Key]] = (card_keys.EDIT, card_keys.NEXT, card_keys.OUT, *card_keys.DRAFT)

    def on_descendant_focus(self) -> None:
        """What the field is for, at the foot."""
        box = self.focused
        if isinstance(box, TextBox | PickBox):
            self.at = box.slot.id
        about = box.slot.about if isinstance(box, TextBox | PickBox) else ""
        self.query_one("#about", Prose).show([Line(plain(about, "$text-muted"))])
        self.bar.show(self.hints())

    def on_pick_box_opened(self, event: PickBox.Opened) -> None:
        """Opens what the slot is chosen with."""
        event.stop()
        self.open_slot(event.slot)

    def put(self, slot: Slot, value: Any) -> None:
        """Fills a slot that is not typed in, and shows what came of it."""
        self.settle()
        wrong = self.bench.edit(lambda editing: fill_slot(editing, self.bench.file, self.name_of_step, slot.id, value))
        self.done(slot.id, wrong)

    def done(self, id: str, wrong: str) -> None:
        """An edit was made, or could not be."""
        self.say(wrong or texts.CHANGED)
        self.call_next(self._after, id, wrong)

    async def _after(self, id: str, wrong: str) -> None:
        await self.refill(id)
        self.say(wrong or texts.CHANGED)
        self.look()

    def go_to(self, node: str) -> None:
        """The form of another step, in place of this one."""
        self.settle()
        if node and node != self.name_of_step:
            self.name_of_step, self.at = node, ""
            for beside in self.query(Beside):
                beside.name_of_step = node
            self.call_next(self.refill)

    def renamed(self, kind: Thing, old: str, new: str) -> None:
        """The step has another name now, or its fact."""
        if kind == "node":
            self.go_to(new)
        else:
            self.fresh()

    def dropped(self, node: str) -> None:
        """The step is gone: back to the tree."""
        self.dismiss()

    def action_find_here(self) -> None:
        """To a field, found by what it is called."""
        self.settle()
        head, options = "", []
        for slot in self.sheet.slots if self.sheet else ():
            head = slot.head or (head if BETWEEN in slot.id else "")
            words = texts.FIELD_IN.format(head=head, label=slot.label) if head and slot.kind != "act" else slot.label
            options.append(option(slot.id, words))
        self.app.push_screen(PickModal(texts.FIND_FIELD, options, self.at, how=texts.FIND_FIELD_HOW), self._to_field)

    def _to_field(self, id: str | None) -> None:
        boxes = [box for box in self.query("TextBox, PickBox") if isinstance(box, TextBox | PickBox)]
        for box in boxes:
            if box.slot.id == id:
                box.focus()

    def node(self) -> str:
        """The step."""
        return self.name_of_step

    def action_back(self) -> None:
        """To the tree. What is typed is in the draft; the tree saves it or asks."""
        self.settle()
        self.look()
        self.dismiss()
