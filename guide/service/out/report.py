"""The draft of a report to child welfare: what was seen kept from what was thought, field by field. Nothing is sent.

The order is what municipalities have written of the national form's fields: the workplace, who reports, the child, the
guardians, the concern, what has been done, who else is there. What the app never knows is left blank.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.core.clock import local
from guide.core.progress import gravest
from guide.core.record import record
from guide.exports.paper.as_text import of_block
from guide.exports.paper.document import Blank, Document, Heading, Items, Paragraph, Simple, Text, plain
from guide.service.cases.words import field
from guide.service.contact_words import child_welfare, contact_views, first_view
from guide.service.out import words
from guide.service.out.matter import Matter, blanks, items, nothing, on_a_line, paper, piece_texts, under
from guide.service.out.reasons import duty_blocks
from guide.service.out.told import EFFECT, GOAL, HEARD, LEFT, MADE, NEXT, SEEN, SINCE, TASK, THOUGHT, Told, told

FORM: str = "meldeskjema"
HOME: str = "barnets_kommune"
ALSO = ("mistenkt", "voldstype", "meldt_for")
"""Facts without an order that tell of the child all the same."""


@record
class Part:
    """A field of the form: its title and what stands in it."""

    id: str
    title: str
    blocks: tuple[Simple, ...]

    @property
    def text(self) -> str:
        """To paste into the field, a line a paragraph: without headings, lines to write on, and words to the user."""
        own = (block for block in self.blocks if not isinstance(block, Heading | Blank))
        said = (block for block in own if not (isinstance(block, Paragraph) and block.quiet))
        return "\n".join(line for block in said for line in of_block(block))

    @property
    def labels(self) -> tuple[str, ...]:
        """What a person has to fill in."""
        return tuple(block.label for block in self.blocks if isinstance(block, Blank))


def report(matter: Matter) -> Document:
    """The draft as a document."""
    blocks: list[Simple] = []
    for number, part in enumerate(parts(matter), 1):
        blocks += [Heading(part.title, 1, str(number)), *part.blocks]
    blocks.append(Paragraph(plain(words.REPORT_ORDER), quiet=True))
    sending = Items(tuple(plain(line) for line in sending_lines(matter)), "do")
    blocks += [Heading(words.SENDING), sending]
    return paper(matter, words.REPORT, blocks, words.REPORT_ABOUT, words.MARK_DRAFT)


def parts(matter: Matter) -> tuple[Part, ...]:
    """The fields of the form in their order."""
    said = told(matter.guide, matter.walk)
    return tuple(Part(name, title, tuple(blocks)) for name, title, blocks in _parts(matter, said))


def sending_lines(matter: Matter) -> tuple[str, ...]:
    """Before and after it is sent: ring first, where it goes, what to keep. No number is made up."""
    known, at = dict(matter.walk.state.known), local(matter.guide.now())
    lines = child_welfare(matter.guide, known, at)
    first = first_view(lines, at) or next(iter(contact_views(lines, at)), None)
    found = [words.RING_URGENT]
    if first and first.number:
        found.append(words.RING.format(title=first.title, number=first.number, state=first.state_words))
    elif first:
        found.append(words.RING_NO_NUMBER.format(title=first.title))
    web = next((point.web for point in matter.guide.contact_points() if point.service == FORM and point.web), "")
    found += [words.WHERE, words.WHERE_FORM.format(web=web)] if web else [words.WHERE_NO_FORM]
    if known.get(HOME) != "samme":
        found.append(words.WHERE_OTHER)
    guardians = next((p.node.guardians for p in gravest(matter.walk.outcomes())), "")
    if guardians:
        found.append(words.GUARDIANS.format(text=_guardians(guardians)))
    return (*found, words.SAVED_NOT, words.NO_MAIL, words.RECEIPT, words.ARRIVED)


def _guardians(value: str) -> str:
    from guide.service.words import GUARDIANS

    return GUARDIANS[value]


def _parts(matter: Matter, said: Told) -> Iterator[tuple[str, str, tuple[Simple, ...]]]:
    yield "place", words.PLACE, (*_known(matter, words.WORKPLACE, "virksomhet"), *blanks(words.PLACE_BLANKS))
    yield "sender", words.SENDER, blanks(words.SENDER_BLANKS)
    years = matter.answer("alder")
    child = (*([Paragraph(plain(words.AGE.format(years=years)))] if years else ()), *_known(matter, words.HOME, HOME))
    yield "child", words.CHILD, (*child, *blanks(words.CHILD_BLANKS))
    yield "parents", words.PARENTS, blanks((words.PARENTS_BLANK,), 2)
    yield "seen", words.SEEN, _seen(said)
    yield "thought", words.THOUGHT, _thought(matter, said)
    yield "done", words.DONE, _done(said)
    roles = (plain(field(label, text)) for label, text in said.roles)
    yield "involved", words.INVOLVED, (*items(roles), *blanks((words.INVOLVED_BLANK,), 2))
    yield "why", words.WHY, duty_blocks(matter)
    others = _known(matter, words.SIBLINGS, "andre_barn")
    yield "siblings", words.SIBLINGS, (*others, *blanks((words.SIBLINGS_BLANK,)))
    yield "known", words.KNOWN, blanks((words.KNOWN_BLANK,), 2)
    left = (*items(piece_texts(said.of(LEFT))), *items(_notes(matter)))
    if left:
        yield "left", words.LEFT, (Paragraph(plain(words.LEFT_ABOUT), quiet=True), *left)


def _known(matter: Matter, label: str, fact: str) -> tuple[Simple, ...]:
    answer = matter.answer(fact)
    return (Paragraph(plain(words.LABELLED.format(label=label, text=answer))),) if answer else ()


def _seen(said: Told) -> tuple[Simple, ...]:
    since = (plain(field(piece.label, piece.text)) for piece in said.of(SINCE))
    found = (
        *under(words.SINCE, items(since)),
        *under(words.SEEN_ONLY, items(piece_texts(said.of(SEEN)))),
        *under(words.HEARD_ONLY, items(piece_texts(said.of(HEARD)))),
        *under(words.SIGNS, items(piece_texts(said.signs))),
    )
    return (*(found or nothing()), *blanks((words.MORE_SEEN,), 2))


def _thought(matter: Matter, said: Told) -> tuple[Simple, ...]:
    """What was analysed and wanted, and the answers that weigh: not those on how the card is walked."""
    facts = matter.walk.laid.facts
    weigh = (a for a in said.answers if a.fact in ALSO or (a.fact in facts and facts[a.fact].order))
    answered = piece_texts(weigh)
    return (*items(piece_texts(said.of(THOUGHT, GOAL))), *items(answered)) or nothing()


def _done(said: Told) -> tuple[Simple, ...]:
    """In the order of time, with what came of it where the case says."""
    texts = []
    for piece in said.of(TASK, MADE, EFFECT, NEXT):
        if piece.kind == TASK:
            texts.append(plain(words.PIECE.format(day=piece.day, text=words.DONE_TASK.format(text=piece.text))))
        elif piece.kind == EFFECT:
            text = words.EFFECT.format(text=field(piece.label, on_a_line(piece.text)))
            texts.append(plain(words.PIECE.format(day=piece.day, text=text)))
        else:
            texts += piece_texts((piece,))
    return (*(items(texts) or nothing()), *blanks((words.DONE_BLANK,), 3))


def _notes(matter: Matter) -> Iterator[Text]:
    return (plain(words.LABELLED.format(label=words.NOTE, text=on_a_line(note))) for note in matter.notes)
