"""The decision report: each piece of advice with what it rests on, and why the duty to report is triggered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.core.content import ASK
from guide.core.progress import gravest
from guide.exports.paper.document import Document, Heading, Items, Paragraph, Simple, Table, plain
from guide.service.cases.words import field
from guide.service.dates import write_date
from guide.service.out import words
from guide.service.out.matter import Matter, blanks, items, paper, under
from guide.service.out.told import told
from guide.service.present import outcome_view
from guide.service.views import OutcomeView, SourceView

DUTY_CARD: str = "felles/meldeplikt"
LAW: str = "lov:"
UNKNOWN = "vet_ikke"
_SCHOOLS = ("virksomhet", ("skole", "sfo", "videregaende"))
ELSEWHERE = {
    "barnehageloven": (("virksomhet", ("barnehage",)),),
    "opplaeringslova": (_SCHOOLS,),
    "privatskolelova": (_SCHOOLS, ("eier", ("privat",))),
    "helsepersonelloven": (("rolle", ("helsepersonell",)),),
}
"""Statutes that bind some workplaces alone: facts, and the values that they bind."""


def reasons(matter: Matter) -> Document:
    """The whole report."""
    places = gravest(matter.walk.outcomes())
    blocks: list[Simple] = []
    for place in places:
        blocks += _advice(outcome_view(matter.guide, matter.walk, place))
    if not places:
        blocks.append(Paragraph(plain(words.REASONS_NONE)))
    answers = told(matter.guide, matter.walk).answers
    if answers:
        rows = tuple((plain(piece.label), plain(piece.text), plain(piece.day, whole=True)) for piece in answers)
        blocks += [Heading(words.ANSWERS), Table("", words.ANSWER_HEADER, rows, (6, 7, 3))]
    blocks += [Heading(words.ASSESSED), *blanks((words.ASSESSED_BLANK,), 4)]
    return paper(matter, words.REASONS, blocks, words.REASONS_ABOUT)


def duty_blocks(matter: Matter) -> tuple[Simple, ...]:
    """Why one reports, as the outcome has it; where no outcome says that one must, that is what is said."""
    musts = [place for place in gravest(matter.walk.outcomes()) if place.node.report == "must"]
    if not musts:
        return (Paragraph(plain(words.WHY_UNCLEAR, strong=True), quiet=True), *blanks((words.WHY_BLANK,)))
    views = [outcome_view(matter.guide, matter.walk, place) for place in musts]
    laws = {source.id: source for view in views for source in view.sources if source.id.startswith(LAW)}
    bind = [source for source in laws.values() if _binds(matter, source.id)]
    duties = dict(duty for view in views for duty in view.duties)
    return (
        Paragraph(plain(words.WHY_MUST)),
        *under(words.GROUNDS, items(plain(text) for text in _grounds(matter))),
        *under(words.STATUTES, items(plain(text) for text in _sources(bind))),
        *under(words.OTHER_DUTIES, items(plain(text) for text in duties.values())),
    )


def _advice(view: OutcomeView) -> Iterator[Simple]:
    yield Heading(view.text)
    said = [
        (words.URGENCY, view.urgency_words),
        (words.DUTY, f"{view.report_words} {view.report_more}".strip()),
        (words.GUARDIANS_LABEL, view.guardians_words),
    ]
    lines = [words.LABELLED.format(label=label, text=text) for label, text in said if text]
    yield Items(tuple(plain(line) for line in (*lines, *(text for _, text in view.duties))))
    yield from under(words.BUILDS_ON, items(plain(text) for text in _sources(view.sources)))


def _sources(sources: Iterable[SourceView]) -> Iterator[str]:
    for source in sources:
        shape = words.SOURCE_UNSURE if not source.sure else words.SOURCE if source.says else words.SOURCE_SHORT
        says = source.says if source.says[-1:] in "." else f"{source.says}."
        yield " ".join(shape.format(title=source.title, says=says, checked=write_date(source.checked)).split())


def _grounds(matter: Matter) -> Iterator[str]:
    """The answers that the duty turns on and that weigh more than «vet ikke»."""
    walk = matter.walk
    card = matter.guide.content.cards.get(DUTY_CARD)
    questions = {piece.fact: piece.label for piece in told(matter.guide, walk).answers}
    asked = {node.fact for node in card.nodes.values() if node.kind == ASK} if card else set[str]()
    for name in sorted(asked & walk.state.known.keys(), key=list(walk.state.known).index):
        fact, value = walk.laid.facts.get(name), walk.state.known[name]
        if fact and fact.order and fact.level(value) > fact.level(fact.unknown):
            yield field(questions.get(name, fact.about), fact.words(value))


def _binds(matter: Matter, law: str) -> bool:
    """Whether a statute binds where the user works; where that is not known, it is shown."""
    known = matter.walk.state.known
    for fact, values in ELSEWHERE.get(law.removeprefix(LAW).partition("-")[0], ()):
        if known.get(fact, UNKNOWN) not in (*values, UNKNOWN):
            return False
    return True
