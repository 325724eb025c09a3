"""Training on paper: the trainer's overview for the leader, and the sheet that says that one has trained.

Neither holds a name. The sheet has a line to write on by hand; it is no certificate, and says nothing of how it went.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from guide.core.clock import local
from guide.core.exercise import AREAS, Exercise
from guide.core.text import clean
from guide.exports.paper.document import Block, Document, Heading, Items, Paragraph, Table, Text, plain
from guide.service.dates import write_date
from guide.service.training import words
from guide.service.training.report import (
    ABOUT,
    EXERCISES,
    HARD,
    JOINED,
    MONTHS,
    NOTHING,
    TITLE,
    Bar,
    Overview,
    Report,
    overview,
)
from guide.service.training.training import Training

TOP: Final = ((words.BANNER, "Sakene er oppdiktet."),)
"""At the head of every page."""
FOOT: Final = "ØVELSE. Ingen ekte saker, ingen navn."
MADE: Final = "Laget"
GROUPS: Final = "Grupper"
SHARE: Final = "{share} %"
WRONG: Final = "Feil"
BASIS: Final = "Grunnlag"
QUESTION, MONTH, EXERCISE = "Spørsmål", "Måned", "Øvelse"
WIDTHS: Final = (6, 1, 5)

DONE_TITLE: Final = "ØVELSE: gjennomført"
DONE_ABOUT: Final = "Arket viser at du har øvd. Det er ikke et kursbevis, og sier ikke hvordan det gikk."
CARD: Final = "Kort"
DATE: Final = "Dato"
HOW: Final = "Slik øvde du"
ALONE: Final = "Alene"
TOGETHER: Final = "Sammen i et rom"
PRACTISED: Final = "Dette har du øvd på"
TALK: Final = "Snakk om dette etterpå"
BY_HAND: Final = "Skriv for hånd"
NAME: Final = "Navn: ________________________________________"
NAME_ABOUT: Final = "Appen vet ikke hva du heter. Navnet står bare her, på papiret."


def overview_document(found: Report, exercises: Mapping[str, Exercise], now: datetime) -> Document:
    """The overview for the leader. `now` (aware) gives it its date."""
    shown = overview(found, exercises)
    return Document(
        title=TITLE,
        about=ABOUT if found.groups else NOTHING,
        author=words.BANNER,
        top=TOP,
        facts=((MADE, write_date(local(now).date().isoformat())), (GROUPS, f"{len(found.groups)}")),
        foot=FOOT,
        blocks=tuple(_tables(shown)),
    )


def _tables(shown: Overview) -> Sequence[Table]:
    parts = ((HARD, QUESTION, shown.hard), (MONTHS, MONTH, shown.months), (EXERCISES, EXERCISE, shown.exercises))
    return [
        Table(title, (first, WRONG, BASIS), tuple(_row(bar) for bar in bars), WIDTHS)
        for title, first, bars in parts
        if bars
    ]


def _row(bar: Bar) -> tuple[Text, ...]:
    note = JOINED.format(line=bar.note, moved=bar.moved) if bar.moved else bar.note
    return plain(bar.title), plain(SHARE.format(share=bar.share), whole=True), plain(note)


def done_document(training: Training, together: bool, now: datetime) -> Document:
    """The sheet after an exercise, the same for everybody who did it. `now` (aware) gives it its date."""
    exercise, content = training.exercise, training.content
    card, pack = content.cards[exercise.card], content.packs.get(exercise.pack)
    areas = tuple(plain(words.AREA[area]) for area in AREAS if area in exercise.areas)
    blocks: tuple[Block, ...] = (
        Heading(PRACTISED),
        Items(areas),
        Heading(TALK),
        Items(tuple(plain(text) for text in exercise.discuss)),
        Heading(BY_HAND),
        Paragraph(plain(NAME)),
        Paragraph(plain(NAME_ABOUT), quiet=True),
    )
    return Document(
        title=DONE_TITLE,
        about=DONE_ABOUT,
        author=pack.name if pack else words.BANNER,
        top=TOP,
        facts=(
            (EXERCISE, clean(exercise.title)),
            (CARD, clean(card.title)),
            (HOW, TOGETHER if together else ALONE),
            (DATE, write_date(local(now).date().isoformat())),
        ),
        foot=FOOT,
        blocks=blocks,
    )


def written(document: Document, kind: str, now: datetime) -> str | bytes:
    """A document as `md`, `html` or `pdf`. Raises ImportError where the library for PDF is not there, and
    ValueError with a sentence for a sign that its fonts lack.
    """
    if kind == "md":
        from guide.exports.paper.as_markdown import as_markdown

        return as_markdown(document)
    if kind == "html":
        from guide.exports.paper.as_html import as_html

        return as_html(document)
    from guide.exports.paper.as_pdf import as_pdf

    return as_pdf(document, now)
