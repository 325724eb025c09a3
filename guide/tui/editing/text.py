"""The file as text, or the lines of one step, and the ways from there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from guide.service.editing.options import option
from guide.service.editing.outline import line_of, way_at
from guide.tui.editing import card_keys
from guide.tui.editing import card_texts as texts
from guide.tui.editing.code import CodeBox, CodePage
from guide.tui.editing.picking import PickModal
from guide.tui.keys import Key


class TextScreen(CodePage):
    """A file as text. Nothing typed is lost, right or wrong."""

    own_keys: ClassVar[Sequence[Key]] = (
        *(card_keys.WRITE, card_keys.OUT, card_keys.SAVE, card_keys.UNDO, card_keys.FAULTS, card_keys.WHOLE),
        *(card_keys.VIEW, card_keys.TRY),
    )
    BINDINGS: ClassVar[list[BindingType]] = [card_keys.WHOLE.binding()]

    def on_descendant_focus(self) -> None:
        """The text was entered or left: other keys matter."""
        self.bar.show(self.hints())

    def node(self) -> str:
        """The step that the cursor is in."""
        if self.step:
            return self.step
        document = self.bench.editing.documents.get(self.bench.file)
        way = way_at(document, self.row()) if document else ()
        return str(way[1]) if len(way) > 1 and way[0] == "nodes" else ""

    def to_line(self, line: int) -> None:
        """The cursor to a line of the file; the file as a whole where the line is not shown."""
        box, first = self.query_one(CodeBox), self.before.count("\n") + 1
        if not first <= line < first + box.document.line_count:
            self.settle()
            self.step = ""
            self.call_next(self._refill, line)
            return
        box.move_cursor((line - first, 0), center=True)
        box.focus()

    def go_to(self, node: str) -> None:
        """The cursor to a step."""
        self.to_line(line_of(self.bench.editing.document(self.bench.file), node))

    def text_at(self, line: int) -> None:
        """The cursor to a line."""
        self.to_line(line)

    def action_faults(self) -> None:
        """All that is wrong; the cursor goes to the line of what is chosen."""
        self.settle()
        found = [finding for _, finding in self.bench.found]
        options = [
            option(str(number), texts.FAULT.format(line=each.line, what=f"{each.what} {each.mend}".strip()))
            for number, each in enumerate(found)
        ]
        if not options:
            self.say(texts.NO_FAULTS if self.bench.looked else texts.LOOKING)
            return
        self.app.push_screen(
            PickModal(texts.FAULTS_HEAD, options),
            lambda chosen: self.to_line(max(found[int(chosen)].line, 1)) if chosen else None,
        )

    def action_whole(self) -> None:
        """The whole file instead of one step, the cursor where it was."""
        self.settle()
        line, self.step = self.row(), ""
        self.call_next(self._refill, line)

    def action_text(self) -> None:
        """One is here already."""

    def action_back(self) -> None:
        """Back to the form or the tree, with what was typed."""
        if self.alone:
            self.leave()
            return
        self.settle()
        self.look()
        self.dismiss()
