"""Steps that come and go in a card."""

from __future__ import annotations

from guide.service.editing.answers import removal, take_away, what_uses
from guide.service.editing.options import Choices
from guide.service.editing.outline import nodes_of
from guide.service.editing.steps import add_step
from guide.tui.editing import card_texts as texts
from guide.tui.editing.card_uses import DO, DO_NOT, MOST_SHOWN, CardUses
from guide.tui.editing.picking import PickModal
from guide.tui.modals.dialog import Dialog
from guide.tui.modals.field import FieldModal
from guide.tui.text import GAP, Line, bullets, plain
from guide.tui.widgets.answers import Choice


class CardActs(CardUses):
    """The acts of a card, from its tree and from the form of a step."""

    def action_new(self) -> None:
        """A new step after this one."""
        self.settle()
        if not nodes_of(Choices(self.bench.editing).tree(self.bench.file)):
            self.say(texts.BROKEN)
            return
        choices = [Choice(kind, words) for kind, words in texts.NEW_KINDS.items()]
        self.app.push_screen(
            Dialog(texts.NEW_KIND, (GAP,), choices), lambda kind: self._new_text(kind) if kind else None
        )

    def _new_text(self, kind: str) -> None:
        modal = FieldModal(texts.NEW_KINDS[kind], (texts.NEW_TEXT,), texts.NEW_HOW)
        self.app.push_screen(modal, lambda text: self._make(kind, text) if text else None)

    def _make(self, kind: str, text: str) -> None:
        editing, file, after = self.bench.editing, self.bench.file, self.node()
        point = editing.document(file).value(("nodes", after, "point"))
        made = ""

        def work(_: object) -> None:
            nonlocal made
            made = add_step(editing, file, kind, text, after, str(point or ""))

        wrong = self.bench.edit(work)
        self.fresh()
        if made:
            self.go_to(made)
        self.say(wrong or texts.NEW_DONE)
        self.look()

    def action_drop(self) -> None:
        """Takes the step away, once what that touches has been shown."""
        self.settle()
        editing, file, node = self.bench.editing, self.bench.file, self.node()
        if node not in nodes_of(Choices(editing).tree(file)):
            return
        found = removal(editing, file, node)
        title = texts.DROP_HEAD.format(title=Choices(editing).node_title(file, node))
        told = [words for _, words in what_uses(editing, found.leads)][:MOST_SHOWN]
        lines = [GAP, *([Line(plain(texts.DROP_LEADS)), *bullets(told)] if told else [Line(plain(texts.DROP_NOTHING))])]
        if found.left:
            lines += [GAP, Line(plain(texts.DROP_LEFT)), *bullets(each.title for each in found.left[:MOST_SHOWN])]
        choices = [Choice(DO, texts.DROP_TO if found.leads else texts.DROP_DO), Choice(DO_NOT, texts.DO_NOT)]
        self.app.push_screen(
            Dialog(title, (*lines, GAP), choices),
            lambda way: self._drop(node, bool(found.leads)) if way == DO else None,
        )

    def _drop(self, node: str, leads: bool) -> None:
        if not leads:
            self._take_away(node, "")
            return
        options = [each for each in Choices(self.bench.editing).nodes(self.bench.file) if each.value != node]
        self.app.push_screen(PickModal(texts.DROP_TO, options), lambda to: self._take_away(node, to) if to else None)

    def _take_away(self, node: str, to: str) -> None:
        wrong = self.bench.edit(lambda editing: take_away(editing, self.bench.file, node, to))
        if not wrong:
            self.dropped(node)
        self.say(wrong or texts.DROPPED)
        self.look()

    def dropped(self, node: str) -> None:
        """A step is gone."""
        self.fresh()
