"""The fields of a step. What is typed is taken up beside the typing; each finding stands at its field."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any, Final

from textual.widget import Widget
from textual.widgets import TextArea

from guide.core.findings import Finding
from guide.service.editing.drafting import copy_of
from guide.service.editing.folder import EditError, Editing
from guide.service.editing.slots import Sheet, fill_slot, sheet
from guide.store.edits.edits import Document
from guide.tui.editing import card_keys
from guide.tui.editing import card_texts as texts
from guide.tui.editing.bench import Bench
from guide.tui.editing.boxes import PickBox, TextBox, Told, fault_lines
from guide.tui.editing.choosing import Choosing
from guide.tui.editing.viewing import Beside
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

TEXTS: Final = ("text", "lines")
WIDE: Final = 100


class FormPane(Pane):
    """Has the keys while no field has. Enter and the arrows lead back into the field that was left."""

    def action_enter(self) -> None:
        """Into the field."""
        at = self.screen.at if isinstance(self.screen, FormPage) else ""
        fields = [box for box in self.children if isinstance(box, TextBox | PickBox)]
        wanted = next((box for box in fields if box.slot.id == at), fields[0] if fields else None)
        if wanted:
            wanted.focus()

    def action_down(self) -> None:
        """Into the field."""
        self.action_enter()

    def action_up(self) -> None:
        """Into the field."""
        self.action_enter()


class FormPage(Choosing):
    """The form of one step, without the ways out of it."""

    def __init__(self, bench: Bench, node: str) -> None:
        super().__init__(bench)
        self.name_of_step = node
        self.sheet: Sheet | None = None
        self.pending: dict[str, Any] = {}
        """What is typed and not taken up yet, by slot."""
        self.refused: dict[str, str] = {}
        self._taking = False
        self.step_head, self.at = "", ""
        self.drawn: Document | None = None
        """The file as the fields show it."""

    # --- drawing ---------------------------------------------------------------------------------------------------
    def body(self) -> Iterable[Widget]:
        """The form, what its field is for, and beside it in wide windows what staff see."""
        yield FormPane(id="form")
        yield Prose(id="about")
        if self.app.size.width >= WIDE:
            yield Beside(self.bench, self.name_of_step)

    def hints(self) -> Sequence[Key]:
        """In a text the way out of it, else what can be done."""
        if isinstance(self.focused, TextArea):
            return (card_keys.NEXT, card_keys.OUT)
        save = (card_keys.SAVE,) if self.bench.unsaved else ()
        first = card_keys.EDIT if isinstance(self.focused, PickBox) else card_keys.NEXT
        return (first, *(save or (card_keys.FIND,)), card_keys.TRY, card_keys.VIEW, card_keys.KEYS)

    def start(self) -> None:
        """The fields; the first has the keys once it is there."""
        self.frame()
        self.call_next(self.refill)

    async def refill(self, at: str = "") -> None:
        """Makes the form anew, the keys at the slot where they were."""
        pane = self.query_one(FormPane)
        try:
            made = sheet(self.bench.editing, self.bench.file, self.name_of_step)
        except EditError as error:
            self.sheet = None
            await pane.remove_children()
            await pane.mount(Prose([GAP, Line(plain(str(error), "$error"))]))
            pane.focus()
            return
        self.sheet, self.drawn = made, self.bench.editing.document(self.bench.file)
        head = texts.STEP_HEAD.format(kind=texts.KINDS.get(made.kind, texts.KINDS[""]), title=made.title)
        self.step_head = head
        boxes: list[Widget] = [Prose([Line(title_of(head))], id="step-head")]
        for slot in made.slots:
            if slot.head:
                boxes.append(Prose([GAP, Line(title_of(slot.head))]))
            if slot.kind in TEXTS:
                boxes += [Told(slot), TextBox(slot)]
            else:
                boxes.append(PickBox(slot))
        with self.app.batch_update():
            await pane.remove_children()
            await pane.mount_all(boxes)
        self.told()
        fields = [box for box in pane.children if isinstance(box, TextBox | PickBox)]
        wanted = next((box for box in fields if box.slot.id == at), fields[0] if fields else None)
        if isinstance(wanted, PickBox):
            wanted.focus(scroll_visible=bool(at))
        else:  # never into a text by itself: the next key may be meant as a key
            pane.focus(scroll_visible=False)
            if wanted and at:
                wanted.scroll_visible(animate=False)

    def told(self) -> None:
        """Each finding to its field; those of the step as a whole above all."""
        if self.sheet is None or not self.query("#step-head"):
            return
        if not self.pending and self.bench.editing.document(self.bench.file) is not self.drawn:
            self.fresh()  # edited elsewhere, as text or from the tree
            return
        found = self._by_slot()
        for box in self.query_one("#form").children:
            if isinstance(box, Told | PickBox):
                refused = self.refused.get(box.slot.id)
                own = [Finding("", "", 0, 0, refused)] if refused else []
                box.tell((*own, *found.get(box.slot.id, ())))
        rest = fault_lines(found.get("", ()))
        self.query_one("#step-head", Prose).show([Line(title_of(self.step_head)), *rest])
        for beside in self.query(Beside):
            beside.draw()
        self.bar.show(self.hints())

    def _by_slot(self) -> dict[str, tuple[Finding, ...]]:
        """The findings of the step by the slot that they stand in."""
        made: dict[str, tuple[Finding, ...]] = {}
        slots = self.sheet.slots if self.sheet else ()
        for way, finding in self.bench.found:
            if way[:2] == ("nodes", self.name_of_step):
                fits = [slot for slot in slots if way[: len(slot.way)] == slot.way and slot.kind != "act"]
                best = max(fits, key=lambda slot: len(slot.way), default=None)
                name = best.id if best else ""
                made[name] = (*made.get(name, ()), finding)
        return made

    # --- typing ----------------------------------------------------------------------------------------------------
    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Something was typed."""
        event.stop()
        box = event.text_area
        if isinstance(box, TextBox) and box.text != box.begun:
            box.begun = box.text
            self.pending[box.slot.id] = box.value
            self.touched()

    def take_up(self) -> None:
        """What was typed is made an edit of the file, in a thread."""
        if self.pending and not self._taking:
            self.run_worker(self._take_up(), group="take")

    async def take_all(self) -> None:
        """What is typed is in the file, without the typing waiting for it."""
        while self._taking:
            await asyncio.sleep(0.05)
        if self.pending:
            await self._take_up()

    async def _take_up(self) -> None:
        self._taking = True
        try:
            while self.pending:
                taken, editing = dict(self.pending), self.bench.editing
                copy, before = copy_of(editing), editing.document(self.bench.file)
                refused = await asyncio.to_thread(_fill_all, copy, self.bench.file, self.name_of_step, taken)
                if editing.document(self.bench.file) is before:
                    self._took(copy, taken, refused)
        finally:
            self._taking = False
        self.look()

    def _took(self, copy: Editing, taken: dict[str, Any], refused: dict[str, str]) -> None:
        for id, value in taken.items():
            if self.pending.get(id) == value:
                del self.pending[id]
        self.refused = {**{id: why for id, why in self.refused.items() if id not in taken}, **refused}
        self.bench.editing.adopt(self.bench.file, copy.document(self.bench.file))
        self.drawn = self.bench.editing.document(self.bench.file)
        self.bench.turn += 1
        self.bar.show(self.hints())

    def settle(self) -> None:
        """What is typed is in the file before anything else is done with it."""
        if self.pending:
            taken, self.pending = self.pending, {}
            copy = copy_of(self.bench.editing)
            refused = _fill_all(copy, self.bench.file, self.name_of_step, taken)
            self._took(copy, taken, refused)

    def fresh(self) -> None:
        """The file says something else now."""
        self.pending.clear()
        self.call_next(self.refill, self.at)


def _fill_all(copy: Editing, file: str, node: str, taken: dict[str, Any]) -> dict[str, str]:
    """Fills in what was typed; returns why what was refused was refused."""
    refused = {}
    for id, value in taken.items():
        try:
            fill_slot(copy, file, node, id, value)
        except EditError as error:
            refused[id] = str(error)
    return refused
