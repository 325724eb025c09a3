"""A card as a tree: its steps in walking order under their points, with what is wrong at each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.widget import Widget

from guide.service.editing.folder import EditError
from guide.service.editing.options import option
from guide.service.editing.outline import Part, Step, outline, way_at
from guide.tui.editing import card_keys
from guide.tui.editing import card_texts as texts
from guide.tui.editing.bench import Bench, counts
from guide.tui.editing.card_acts import CardActs
from guide.tui.editing.picking import PickModal
from guide.tui.editing.tree import TreeList, heads_of, marks_of, rows_of_steps
from guide.tui.keys import Key
from guide.tui.text import GAP, Line, plain, title_of
from guide.tui.widgets.answers import AnswerList
from guide.tui.widgets.pane import Pane


class CardScreen(CardActs):
    """One card. Nothing is saved before one says so; what is edited is kept meanwhile."""

    own_keys: ClassVar[Sequence[Key]] = (card_keys.EDIT, *card_keys.DRAFT)

    def __init__(self, root: Path, file: str, now: Callable[[], datetime], line: int = 0) -> None:
        super().__init__(Bench(root, file, now))
        self.line = line
        self.parts: tuple[Part, ...] = ()
        self.steps: tuple[Step, ...] = ()

    # --- drawing ---------------------------------------------------------------------------------------------------
    def body(self) -> Iterable[Widget]:
        """The tree."""
        return (Pane(TreeList()),)

    def hints(self) -> Sequence[Key]:
        """Open, find, save where there is something to save."""
        rest = (card_keys.TRY, card_keys.VIEW) if self.steps else (card_keys.TEXT,)
        save = (card_keys.SAVE,) if self.bench.unsaved else (card_keys.FIND,)
        return (card_keys.EDIT, *save, *rest, card_keys.KEYS)

    def on_mount(self) -> None:
        """The tree; and what was not saved the last time."""
        self.fresh()
        if self.line and self.steps:
            way = way_at(self.bench.editing.document(self.bench.file), self.line)
            self.call_after_refresh(self.go_to, str(way[1]) if len(way) > 1 and way[0] == "nodes" else "")
        self.offer_lost()

    def told(self) -> None:
        """The tree as the file is now, the mark at the step where it was."""
        chosen = self.node()
        self.read()
        names = [step.name for step in self.steps]
        tree = self.query_one(TreeList)
        at = names.index(chosen) if chosen in names else tree.at
        rows, marks = rows_of_steps(self.bench, self.steps), marks_of(self.bench, self.steps)
        tree.fill(rows, heads_of(self.parts), marks, at, self._above())
        self.bar.show(self.hints())

    def read(self) -> None:
        """Reads the steps."""
        try:
            self.parts = outline(self.bench.editing, self.bench.file)
        except EditError:
            self.parts = ()
        self.steps = tuple(step for part in self.parts for step in part.steps)

    def node(self) -> str:
        """The step that is marked."""
        chosen = self.query_one(TreeList).chosen
        return chosen.value if chosen and self.steps else ""

    def go_to(self, node: str) -> None:
        """Marks a step, and has it seen."""
        tree = self.query_one(TreeList)
        names = [step.name for step in self.steps]
        if node in names:
            tree.move(names.index(node) - tree.at)

    def _above(self) -> Sequence[Line]:
        title = self.bench.editing.document(self.bench.file).value(("title",)) if self.steps else None
        errors, warnings = counts(self.bench)
        state = texts.STATE_UNSAVED if self.bench.unsaved else texts.STATE_SAVED
        if not self.bench.looked:
            found = Line(plain(texts.LOOKING, "$text-muted"))
        elif not errors + warnings:
            found = Line(plain(texts.FINE, "$text-muted"))
        else:
            style = "$error" if errors else "$warning"
            found = Line(plain(texts.FAULTS.format(errors=errors, warnings=warnings), style))
        head = Line(title_of(texts.HEAD.format(title=title or self.bench.file)))
        broken = () if self.steps else (GAP, Line(plain(texts.BROKEN, "$error")))
        return (head, Line(plain(state, "$text-muted")), found, *broken)

    # --- keys ------------------------------------------------------------------------------------------------------
    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Opens the step."""
        from guide.tui.editing.step import StepScreen

        event.stop()
        self.go_to(event.value)
        self.app.push_screen(StepScreen(self.bench, event.value))

    def action_find_here(self) -> None:
        """Finds a step by its text."""
        options = [option(step.name, step.title) for step in self.steps]
        modal = PickModal(texts.FIND_HEAD, options, self.node(), how=texts.FIND_HOW)
        self.app.push_screen(modal, lambda node: self.go_to(node or ""))

    def action_back(self) -> None:
        """To the list of files; asks first where something is not saved."""
        self.leave()
