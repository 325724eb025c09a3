"""What is to be shown at a stop, ready in words, so that the app, the line mode and exports say the same."""

from __future__ import annotations

from guide.core.record import record
from guide.service.contact_view import ContactView as ContactView


@record
class SourceView:
    """A place that advice rests on: its title, where or what it says, when checked, and whether that is sure."""

    id: str
    title: str
    says: str = ""
    checked: str = ""
    sure: bool = True


@record
class DeadlineView:
    """A deadline in words. `late` when it has passed; `assumption` says how it was counted."""

    id: str
    words: str
    late: bool
    assumption: str = ""
    closing: str = ""


@record
class AnswerView:
    """An answer: its value, its words, and whether it was given here before one went back."""

    value: str
    words: str
    chosen: bool = False


@record
class Shown:
    """What every stop has: its id in the graph, the point it belongs to, its text, notes and sources."""

    node: str
    point: str
    text: str
    help: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[SourceView, ...] = ()


@record
class QuestionView(Shown):
    """A question. `years` asks for a number of whole years instead of one of `answers`; `unknown` is «vet ikke»."""

    fact: str = ""
    definition: str = ""
    answers: tuple[AnswerView, ...] = ()
    years: bool = False
    unknown: str = ""
    hint: str = ""


@record
class SignView:
    """A sign to tick."""

    id: str
    text: str
    ticked: bool = False


@record
class SignsView(Shown):
    """Signs to tick, in columns of (title, signs)."""

    about: str = ""
    columns: tuple[tuple[str, tuple[SignView, ...]], ...] = ()


@record
class FieldView:
    """A field of a record. `kind` is text, date or role; dates are ISO text."""

    id: str
    kind: str
    label: str
    value: str = ""
    help: str = ""


@record
class RecordView(Shown):
    """Something to note."""

    fields: tuple[FieldView, ...] = ()
    deadlines: tuple[DeadlineView, ...] = ()


@record
class TaskView(Shown):
    """Something to do, with whom, by when, and what comes of it."""

    contacts: tuple[ContactView, ...] = ()
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    say_phone: tuple[str, ...] = ()
    say_child: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    deadlines: tuple[DeadlineView, ...] = ()
    overdue: str = ""


@record
class OutcomeView(TaskView):
    """An end or a waiting point, with its advice. `first` is who answers now; `why` are (about, answer) so far."""

    first: ContactView | None = None
    urgency: str = ""
    urgency_words: str = ""
    report: str = ""
    report_words: str = ""
    report_more: str = ""
    duties: tuple[tuple[str, str], ...] = ()
    guardians: str = ""
    guardians_words: str = ""
    why: tuple[tuple[str, str], ...] = ()
    goes_on: bool = False
    earlier: tuple[str, ...] = ()
    measures: int = 0
    """How many measures may fit, 0 where none are offered (measure_offer)."""


@record
class PointView:
    """A point of the rail: `state` is done, now or to_come; `date` is ISO text of its deadline, or empty."""

    id: str
    title: str
    state: str
    date: str = ""


@record
class SoFarView:
    """What is known so far: answers as (about, words), the gravest outcome passed, open deadlines, who answers now."""

    answers: tuple[tuple[str, str], ...] = ()
    outcome: str = ""
    report_words: str = ""
    deadlines: tuple[DeadlineView, ...] = ()
    contact: ContactView | None = None
