"""The measures finder: four choices at the top, what fits below, by who gives it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from guide.core.lists import LEVELS, WHOM
from guide.core.record import replace
from guide.service.guide import Guide
from guide.service.measures import words
from guide.service.measures.measures import Wanted
from guide.service.measures.view import (
    MeasureView,
    contacts_for,
    count_words,
    entry_rows,
    found,
    measure_named,
    measure_view,
    wanted_words,
    why_none,
)
from guide.service.search.entries import MEASURE
from guide.tui import keys, strings
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, heading, plain, section
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.entry import AGE, Entry
from guide.tui.widgets.lines import contacts_section
from guide.tui.widgets.pane import Pane
from guide.tui.widgets.prose import Prose

ALL: Final = "alle"
OLDEST: Final = 130


class AgeEntry(Entry):
    """Digits; Enter and Escape close."""

    def action_leave(self) -> None:
        """Closes as it was."""
        if isinstance(self.screen, AgeModal):
            self.screen.action_close()


class AgeModal(Dialog):
    """The child's age. Dismissed with the digits, `alle` for an empty field, nothing for Escape."""

    def __init__(self, age: int | None) -> None:
        super().__init__(strings.MEASURE_AGE_TITLE, (GAP, Line(plain(strings.MEASURE_AGE_HELP, "$text-muted")), GAP))
        self.age = "" if age is None else str(age)

    def more(self) -> Iterable[Widget]:
        """The field."""
        yield AgeEntry(AGE, self.age, strings.MEASURE_AGE)
        yield Prose(id="below")

    def hints(self) -> Sequence[Key]:
        """Done, out."""
        return (keys.KEEP, keys.ESCAPE)

    def take_keys(self) -> None:
        """The field has the keys."""
        self.query_one(AgeEntry).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes an age, or says that it can't be one."""
        event.stop()
        text = event.value.strip()
        if not text:
            self.dismiss(ALL)
        elif text.isascii() and text.isdigit() and int(text[:4]) <= OLDEST:
            self.dismiss(str(int(text)))
        else:
            self.query_one("#below", Prose).show([GAP, Line(plain(strings.YEARS_BAD, "$error"))])


class MeasuresScreen(Page):
    """What the municipality has. `wanted` is what a walk knows; nothing of it is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings((keys.TOPIC, keys.AGE, keys.LEVEL, keys.WHOM)),
        Binding("escape", "back", show=False),
    ]

    def __init__(self, guide: Guide, wanted: Wanted | None = None) -> None:
        super().__init__()
        self.heading = words.FITTING if wanted else words.TITLE
        self.guide = guide
        self.wanted = wanted or Wanted()
        self.shown: tuple[MeasureView, ...] = ()

    def body(self) -> Iterable[Widget]:
        """The choices and the list."""
        return (Pane(AnswerList(numbered=False, airy=NEVER), id="measures"),)

    def on_mount(self) -> None:
        """Fills it."""
        self.fill()

    def hints(self) -> Sequence[Key]:
        """The four choices, and open."""
        return (keys.TOPIC, keys.AGE, keys.LEVEL, keys.WHOM, keys.OPEN)

    # --- what is shown -------------------------------------------------------------------------------------------
    def fill(self) -> None:
        """What fits, by who gives it; the mark on the first."""
        groups = found(self.guide, self.wanted)
        self.shown = tuple(view for group in groups for view in group.measures)
        choices = [
            Choice(str(at), view.name, strings.MEASURE_NOTE.format(giver=view.given_by, short=view.short))
            for at, view in enumerate(self.shown)
        ]
        answers = self.query_one(AnswerList)
        answers.show(choices, 0, self._above(count_words(groups)))
        answers.tell([GAP, Line(plain(words.NO_NAME, "$text-muted")), Line(plain(words.NOT_A_REPORT, "$text-muted"))])
        self.query_one(Pane).scroll_home(animate=False)

    def _above(self, count: str) -> list[Line]:
        lines = [Line(plain(words.ABOUT, "$text-muted"))]
        for key, (label, value) in enumerate(wanted_words(self.guide.content, self.wanted), 1):
            chosen = value != words.ALL
            text = strings.MEASURE_CHOICE.format(key=key, label=label, value=value)
            lines.append(Line(plain(text, "bold $primary" if chosen else "")))
        return [*lines, GAP, Line(plain(count if self.shown else why_none(self.guide), "bold"))]

    # --- choosing ------------------------------------------------------------------------------------------------
    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """All that is known of one."""
        event.stop()
        view = self.shown[int(event.value)]
        self.app.push_screen(Dialog(view.name, measure_lines(self.guide, view)))

    def action_topic(self) -> None:
        """What it is about."""
        topics = self.guide.content.topics.values()
        choices = [Choice(ALL, strings.ALL_TOPICS), *(Choice(topic.id, topic.title) for topic in topics)]
        self.app.push_screen(Dialog(words.LABEL_TOPIC, (GAP,), choices), self._topic)

    def action_age(self) -> None:
        """How old the child is."""
        self.app.push_screen(AgeModal(self.wanted.age), self._age)

    def action_level(self) -> None:
        """All, then each level, and round again."""
        self._want(level=_next(("", *LEVELS), self.wanted.level))

    def action_whom(self) -> None:
        """All, then child, family, staff, and round again."""
        self._want(whom=_next(("", *WHOM), self.wanted.whom))

    def action_measures(self) -> None:
        """One is here already."""

    def _topic(self, chosen: str | None) -> None:
        if chosen:
            self._want(topics=() if chosen == ALL else (chosen,))

    def _age(self, chosen: str | None) -> None:
        if chosen:
            self._want(age=None if chosen == ALL else int(chosen))

    def _want(self, **changes: object) -> None:
        self.wanted = replace(self.wanted, **changes)
        self.fill()


def measure_lines(guide: Guide, view: MeasureView) -> list[Line]:
    """All of one measure: what it is, how one gets it, whom to ring, where it stands."""
    lines = [GAP, Line(plain(view.about)), GAP]
    for title, text in view.rows:
        lines.append(Line(plain(words.ROW.format(title=title, text=text))))
    lines += [Line(plain(text)) for text in (view.consent, view.evidence) if text]
    lines += section(strings.NOTES, view.notes)
    lines += contacts_section(words.HEAD_CONTACT, contacts_for(guide, view.own.service))
    lines += [*heading(strings.SOURCES), *(Line(plain(source), plain("–"), 2) for source in view.sources)]
    return [*lines, GAP, Line(plain(words.NO_NAME, "$text-muted"))]


def entry_lines(guide: Guide, kind: str, ref: str) -> list[Line]:
    """All of what the search found in a list, or of a service without a number."""
    content = guide.content
    if kind == MEASURE:
        measure = measure_named(content, ref)
        return measure_lines(guide, measure_view(content, measure)) if measure else []
    return [GAP, *(Line(plain(text)) for text in entry_rows(content, kind, ref))]


def _next(values: Sequence[str], value: str) -> str:
    return values[(values.index(value) + 1) % len(values)]
