"""A card's faults, where what a step speaks of is used, and other names for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from guide.core.places import Way
from guide.service.editing.answers import what_uses
from guide.service.editing.contacts import free_id
from guide.service.editing.find import Thing, Use, rename, uses
from guide.service.editing.folder import EditError
from guide.service.editing.options import Choices, option
from guide.service.editing.outline import nodes_of
from guide.tui.editing import card_texts as texts
from guide.tui.editing.draft_page import DraftPage
from guide.tui.editing.picking import PickModal
from guide.tui.modals.dialog import Dialog
from guide.tui.modals.field import FieldModal
from guide.tui.text import GAP, Line, bullets, plain
from guide.tui.widgets.answers import Choice

DO, DO_NOT = "gjor", "la"
MOST_SHOWN = 12
"""So many places are listed one by one."""


_NAMED: Final[tuple[tuple[str, Thing, str], ...]] = (
    ("list", "list", texts.USES_LIST),
    ("include", "card", texts.USES_CARD),
)
"""Keys of a step that name something else, and how that is told."""


class CardUses(DraftPage):
    """From the tree and from the form of a step."""

    def go_to(self, node: str) -> None:
        """Shows a step."""
        raise NotImplementedError

    # --- faults ----------------------------------------------------------------------------------------------------
    def action_faults(self) -> None:
        """All that is wrong with the card; what is chosen is gone to."""
        self.settle()
        options, ways = [], dict[str, Way]()
        for number, (way, finding) in enumerate(self.bench.found):
            words = texts.FAULT if finding.line else texts.FAULT_FILE
            options.append(option(str(number), words.format(line=finding.line, what=finding.what)))
            ways[str(number)] = way
        if not options:
            self.say(texts.NO_FAULTS if self.bench.looked else texts.LOOKING)
            return
        self.app.push_screen(
            PickModal(texts.FAULTS_HEAD, options), lambda chosen: self._to_fault(ways.get(chosen or ""))
        )

    def _to_fault(self, way: Way | None) -> None:
        if way is None:
            return
        if len(way) > 1 and way[0] == "nodes":
            self.go_to(str(way[1]))
        else:
            self.action_text()

    # --- where things are used -------------------------------------------------------------------------------------
    def things(self) -> list[tuple[Thing, str, str]]:
        """What the step speaks of: itself, its fact, its services, each with its words."""
        editing, file, node = self.bench.editing, self.bench.file, self.node()
        shape = nodes_of(Choices(editing).tree(file)).get(node)
        if not isinstance(shape, dict):
            return []
        choices = Choices(editing)
        found: list[tuple[Thing, str, str]] = [
            ("node", node, texts.USES_STEP.format(title=choices.node_title(file, node)))
        ]
        for key in ("fact", "by"):
            if isinstance(shape.get(key), str):
                title = choices.fact_title(file, shape[key])
                found.append(("fact", shape[key], texts.USES_FACT.format(title=title)))
        titles = {option.value: option.title for option in choices.services()}
        contact = shape.get("contact")
        for service in contact if isinstance(contact, dict) else ():
            words = texts.USES_SERVICE.format(title=titles.get(service, service))
            found.append(("service", service, words))
        for key, kind, told in _NAMED:
            if isinstance(shape.get(key), str):
                found.append((kind, shape[key], told.format(title=shape[key])))
        return found

    def action_uses(self) -> None:
        """Where the step, its fact or one of its services is used."""
        self.settle()
        things = self.things()
        options = [option(str(number), words) for number, (_, _, words) in enumerate(things)]
        if not options:
            self.say(texts.USES_NONE)
            return
        self.app.push_screen(PickModal(texts.USES_WHAT, options), lambda chosen: self._uses(things, chosen or ""))

    def _uses(self, things: Sequence[tuple[Thing, str, str]], chosen: str) -> None:
        if not chosen:
            return
        thing, name, words = things[int(chosen)]
        found = uses(self.bench.editing, thing, name, self.bench.file)
        told = what_uses(self.bench.editing, found)
        options = [option(str(number), each) for number, (_, each) in enumerate(told)]
        self.app.push_screen(
            PickModal(words, options, how=texts.USES_HEAD.format(count=len(options))),
            lambda at: self._to_use(found[int(at)]) if at else None,
        )

    def _to_use(self, use: Use) -> None:
        """Jumps to a use; to another file only when nothing is unsaved, so that no file is edited twice at once."""
        if use.file == self.bench.file and use.way[:1] == ("nodes",):
            self.go_to(str(use.way[1]))
        elif use.file == self.bench.file:
            self.text_at(use.line)
        elif self.bench.unsaved:
            self.say(texts.ELSEWHERE.format(file=use.file, line=use.line))
        else:
            from guide.tui.editing.opened import file_screen

            self.app.push_screen(file_screen(self.bench.editing.root, use.file, self.bench.now, use.line))

    def text_at(self, line: int) -> None:
        """The file as text, at a line."""
        from guide.tui.editing.text import TextScreen

        self.app.push_screen(TextScreen(self.bench, "", line))

    # --- other names -----------------------------------------------------------------------------------------------
    def action_rename(self) -> None:
        """Another name for the step or its fact, everywhere."""
        self.settle()
        things = [each for each in self.things() if each[0] in ("node", "fact", "service")]
        options = [option(str(number), words) for number, (_, _, words) in enumerate(things)]
        if len(options) == 1:
            self._ask_name(things[0])
        elif options:
            self.app.push_screen(
                PickModal(texts.RENAME_WHAT, options),
                lambda chosen: self._ask_name(things[int(chosen)]) if chosen else None,
            )

    def _ask_name(self, thing: tuple[Thing, str, str], typed: str = "", error: str = "") -> None:
        _, old, words = thing
        modal = FieldModal(
            texts.RENAME_HEAD,
            (words, texts.RENAME_ABOUT),
            texts.RENAME_HOW.format(name=old),
            value=typed or old,
            error=error,
        )
        self.app.push_screen(modal, lambda new: self._see_name(thing, new or ""))

    def _see_name(self, thing: tuple[Thing, str, str], typed: str) -> None:
        """What it touches, before it is done."""
        kind, old, _ = thing
        new = free_id(typed, ())
        new = new.replace("-", "_") if kind != "node" else new
        if not typed.strip() or new == old:
            return
        found = uses(self.bench.editing, kind, old, self.bench.file)
        counts = {file: sum(use.file == file for use in found) for file in dict.fromkeys(use.file for use in found)}
        lines = bullets(texts.RENAME_FILE.format(file=file, count=count) for file, count in counts.items())
        head = Line(plain(texts.RENAME_SEE.format(old=old, new=new)))
        choices = [Choice(DO, texts.RENAME_DO), Choice(DO_NOT, texts.DO_NOT)]
        self.app.push_screen(
            Dialog(texts.RENAME_HEAD, (GAP, head, *lines, GAP), choices),
            lambda way: self._rename(thing, new) if way == DO else None,
        )

    def _rename(self, thing: tuple[Thing, str, str], new: str) -> None:
        kind, old, _ = thing
        try:
            found = rename(self.bench.editing, kind, old, new, self.bench.file)
        except EditError as error:
            self._ask_name(thing, new, str(error))
            return
        self.bench.together({use.file for use in found} - {self.bench.file})
        count = len(found)
        self.bench.turn += 1
        self.renamed(kind, old, new)
        self.say(texts.RENAMED.format(old=old, new=new, count=count))
        self.look()

    def renamed(self, kind: Thing, old: str, new: str) -> None:
        """Something has another name now."""
        self.fresh()
        if kind == "node":
            self.go_to(new)
