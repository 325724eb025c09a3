"""A file as text: the box that one types in, and the page around it that marks what is wrong on its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from guide.core.findings import ERROR
from guide.core.text import FORBIDDEN, clean
from guide.service.editing.folder import EditError
from guide.service.editing.options import Choices
from guide.service.editing.outline import line_of, nodes_of
from guide.tui.editing import card_keys
from guide.tui.editing import card_texts as texts
from guide.tui.editing.bench import Bench, counts
from guide.tui.editing.card_uses import CardUses
from guide.tui.keys import Key
from guide.tui.text import Line, plain, title_of
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

SHOWN_FAULTS = 3


class CodeBox(TextArea):
    """The text. Lines with faults are underlined; Escape leaves it, so that the letters are keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, text: str, first: int) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=True, line_number_start=first, compact=True)
        self.faults: frozenset[int] = frozenset()
        """Lines with faults, from 0, in this box."""

    def mark(self, faults: frozenset[int]) -> None:
        """Marks these lines."""
        if faults != self.faults:
            self.faults = faults
            self._line_cache.clear()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        """The line, underlined where something is wrong."""
        line = super().get_line(line_index)
        if line_index in self.faults:
            line.stylize("underline bold")
        return line

    def action_leave(self) -> None:
        """Out of the text."""
        self.screen.set_focus(self.screen.query_one(Pane))

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "exclamation_mark":
            await self.run_action("app.emergency")
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.insert(clean(event.text, len(event.text)))


class Foot(Pane):
    """Has the keys when the text has not."""

    def action_enter(self) -> None:
        """Back into the text."""
        self.screen.query_one(CodeBox).focus()


class CodePage(CardUses):
    """The file, or one step of it, as text. `alone`: no tree stands below it, so that it asks before it closes."""

    def __init__(self, bench: Bench, node: str = "", line: int = 0, alone: bool = False) -> None:
        super().__init__(bench)
        self.alone = alone
        self.step, self.line = node, line
        self.before, self.after = "", ""
        self.hidden = False

    # --- drawing ---------------------------------------------------------------------------------------------------
    def body(self) -> Iterable[Widget]:
        """Where one is, the text, what is wrong."""
        yield Prose(id="code-head")
        yield self._box()
        yield Foot(Prose(id="code-found"), id="code-foot")

    def hints(self) -> Sequence[Key]:
        """In the text the way out of it."""
        if isinstance(self.focused, CodeBox):
            return (card_keys.OUT,)
        save = (card_keys.SAVE,) if self.bench.unsaved else ()
        return (card_keys.WRITE, *save, card_keys.FAULTS, card_keys.WHOLE, card_keys.KEYS)

    def start(self) -> None:
        """The text has the keys."""
        self.frame()
        self.told()
        box = self.query_one(CodeBox)
        box.focus()
        if self.line:
            self.to_line(self.line)
        if self.alone:
            self.offer_lost()

    def told(self) -> None:
        """What is wrong, and on which lines."""
        if not self.query(CodeBox):
            return
        box = self.query_one(CodeBox)
        first = self.before.count("\n") + 1
        last = first + box.document.line_count - 1
        faults = [finding for _, finding in self.bench.found if first <= finding.line <= last]
        box.mark(frozenset(finding.line - first for finding in faults))
        words = texts.TEXT_HEAD if self.step else texts.TEXT_FILE
        head = [Line(title_of(words.format(first=first, last=last, file=self.bench.file)))]
        if self.hidden:
            head.append(Line(plain(texts.TEXT_HIDDEN, "$warning")))
        self.query_one("#code-head", Prose).show(head)
        self.query_one("#code-found", Prose).show(self._found_lines())
        self.bar.show(self.hints())

    def _found_lines(self) -> list[Line]:
        errors, warnings = counts(self.bench)
        if not self.bench.looked:
            return [Line(plain(texts.LOOKING, "$text-muted"))]
        if not errors + warnings:
            return [Line(plain(texts.TEXT_FINE, "$text-muted"))]
        found = [finding for _, finding in self.bench.found]
        found.sort(key=lambda each: (each.severity != ERROR, each.line))
        lines = []
        for each in found[:SHOWN_FAULTS]:
            style = "$error" if each.severity == ERROR else "$warning"
            lines.append(Line(plain(texts.FAULT.format(line=each.line, what=each.what), style)))
        if len(found) > SHOWN_FAULTS:
            lines.append(Line(plain(texts.TEXT_FAULTS.format(errors=errors, warnings=warnings), "$text-muted")))
        return lines

    def _box(self) -> CodeBox:
        """The text of the step, or of the file; what stands before and after it is kept as it is."""
        text = self._whole()
        lines = text.split("\n")
        start, end = 0, len(lines)
        nodes = list(nodes_of(Choices(self.bench.editing).tree(self.bench.file)))
        if self.step in nodes:
            document = self.bench.editing.document(self.bench.file)
            start = line_of(document, self.step) - 1
            rest = nodes[nodes.index(self.step) + 1 :]
            end = line_of(document, rest[0]) - 1 if rest else end
            if end <= start:  # two steps on one line: the file as a whole
                start, end, self.step = 0, len(lines), ""
        else:
            self.step = ""
        self.before = "".join(f"{line}\n" for line in lines[:start])
        self.after = "".join(f"\n{line}" for line in lines[end:])
        return CodeBox("\n".join(lines[start:end]), start + 1)

    def _whole(self) -> str:
        """The file's text with plain line ends; hidden characters as a sign that is seen."""
        try:
            document = self.bench.editing.document(self.bench.file)
        except EditError:
            return ""
        try:
            text = document.text
        except EditError:  # no UTF-8
            text = document.data.decode("utf-8", "replace")
        text = text.replace("\r\n", "\n")
        made = FORBIDDEN.sub("?", text)
        self.hidden = made != text
        return made

    def to_line(self, line: int) -> None:
        """The cursor to a line of the file."""
        raise NotImplementedError

    # --- typing ----------------------------------------------------------------------------------------------------
    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Something was typed."""
        event.stop()
        self.touched()

    def take_up(self) -> None:
        """What was typed is what the file says now, right or wrong."""
        self.settle()
        self.look()

    def settle(self) -> None:
        """What is typed is in the file before anything else is done with it."""
        made = f"{self.before}{self.query_one(CodeBox).text}{self.after}"
        if made == self._whole():
            return
        self.bench.editing.write(self.bench.file, made)
        self.bench.turn += 1
        self.bar.show(self.hints())

    def fresh(self) -> None:
        """The file says something else now. The keys stay keys: the next letter may be meant as one."""
        self.call_next(self._refill, self.row(), False)

    def row(self) -> int:
        """The line of the file that the cursor is in, from 1."""
        return self.query_one(CodeBox).cursor_location[0] + self.before.count("\n") + 1

    async def _refill(self, line: int = 0, typing: bool = True) -> None:
        with self.app.batch_update():
            await self.query_one(CodeBox).remove()
            await self.mount(self._box(), after="#code-head")
        self.told()
        if line:
            self.to_line(line)
        self.query_one(CodeBox if typing else Foot).focus()
