"""Search: cards, signs, contacts, statutes. What is chosen is opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.clock import local
from guide.core.content import Node
from guide.service.contact_words import book
from guide.service.guide import Guide
from guide.service.search.search import (
    ARENA,
    CARD,
    CONTACT,
    FACTOR,
    LAW,
    MEASURE,
    NODE,
    SERVICE,
    SIGN,
    TERM,
    Hit,
    search,
)
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.modals.dialog import NO_VALUE, Dialog
from guide.tui.modals.number import NumberModal
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, plain, section
from guide.tui.widgets.answers import AnswerList, Choice
from guide.tui.widgets.entry import Finder
from guide.tui.widgets.lines import contact_lines

HITS: Final = {
    CARD: strings.HIT_CARD,
    NODE: strings.HIT_NODE,
    SIGN: strings.HIT_SIGN,
    LAW: strings.HIT_LAW,
    MEASURE: strings.HIT_MEASURE,
    ARENA: strings.HIT_ARENA,
    TERM: strings.HIT_TERM,
    FACTOR: strings.HIT_FACTOR,
    SERVICE: strings.HIT_SERVICE,
}
"""How a hit says what it is and where; a contact's depends on its number."""


class SearchScreen(Page):
    """A field and what it finds."""

    heading = strings.SEARCH_TITLE
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.guide = guide
        self.hits: tuple[Hit, ...] = ()

    def body(self) -> Iterable[Widget]:
        """The field and the list."""
        return (Finder("", strings.SEARCH_HOW, strings.SEARCH_NONE, self.find, airy=True),)

    def hints(self) -> Sequence[Key]:
        """Move, open, out."""
        return (keys.ARROWS, keys.OPEN, keys.ESCAPE)

    def find(self, text: str) -> list[Choice]:
        """What is found, by its place in the list."""
        self.hits = search(self.guide, text)
        return [Choice(str(at), hit.title, note_of(hit)) for at, hit in enumerate(self.hits)]

    def on_finder_left(self) -> None:
        """Escape in the empty field."""
        self.dismiss()

    def action_search(self) -> None:
        """One is here already."""

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Opens it. A contact, a statute and a stop are shown over the list; cards and signs take its place."""
        event.stop()
        hit = self.hits[int(event.value)]
        if hit.kind == CONTACT:
            self._contact(hit)
        elif hit.kind == LAW:
            self.app.push_screen(Dialog(hit.title, [GAP, Line(plain(hit.where))]))
        elif hit.kind == SIGN:
            self.dismiss()
            self.guide_app.ways.signs()
        elif hit.kind == CARD:
            self._walk(hit.card)
        elif hit.kind == NODE:
            self._node(hit)
        else:
            self._listed(hit)

    def _walk(self, card: str | None) -> None:
        if card:
            self.dismiss()
            self.guide_app.ways.open(card)

    def _contact(self, hit: Hit) -> None:
        views = book(self.guide, local(self.guide.now()))
        found = next((v for v in views if v.number == hit.number and hit.title in (v.line.name, v.title)), None)
        if found and found.number:
            self.app.push_screen(NumberModal(found))
        elif found:
            self.app.push_screen(Dialog(hit.title, [GAP, *contact_lines(found)]))

    def _listed(self, hit: Hit) -> None:
        """What stands in a list: all of it."""
        from guide.tui.screens.measures import entry_lines

        self.app.push_screen(Dialog(hit.title, entry_lines(self.guide, hit.kind, hit.ref)))

    def _node(self, hit: Hit) -> None:
        card = self.guide.content.cards[hit.card]
        way = [Choice(card.id, strings.OPEN_CARD), Choice(NO_VALUE, strings.CLOSE)]
        self.app.push_screen(Dialog(card.title, node_lines(card.nodes[hit.node]), way), self._walk)


def note_of(hit: Hit) -> str:
    """What kind of thing it is, and where."""
    if hit.kind == CONTACT:
        words = strings.HIT_CONTACT if hit.number else strings.HIT_CONTACT_NONE
        return words.format(number=hit.number, where=hit.where)
    return HITS[hit.kind].format(where=hit.where)


def node_lines(node: Node) -> list[Line]:
    """A stop, to read: what it says, not where the walk stands."""
    lines = [GAP, Line(plain(node.text, "bold"))]
    lines += [GAP, Line(plain(node.help, "$text-muted"))] if node.help else []
    lines += section(strings.DO, node.do)
    lines += section(strings.DONT, node.dont, "×", "bold $error")
    return [*lines, GAP]
