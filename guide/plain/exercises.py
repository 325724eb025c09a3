"""The exercises there are, line by line. They are played in the app, or read in full with `exercise show`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from guide.core.content import Content
from guide.service.desk import Desk, lessons
from guide.service.exercise_words import BANNER

HEAD: Final = "{banner}: Dette kan du øve på. Ingen ekte saker."
NONE: Final = "Det er ingen øvelser her ennå."
LESSON: Final = "{title} ({areas}). {about} Les den: tiltakskort exercise show {id}"
HOW: Final = "Du øver i appen: skriv tiltakskort, og velg Øvelser."


def lesson_lines(desk: Desk, content: Content, pack: str) -> Sequence[str]:
    """What there is to train on, by level and area, and nothing of what is right."""
    found = lessons(desk.exercises.values(), content, pack)
    lines = [LESSON.format(title=one.title, areas=one.areas, about=one.about, id=one.id) for one in found]
    return [HEAD.format(banner=BANNER), *(lines or [NONE]), *([HOW] if lines else [])]
