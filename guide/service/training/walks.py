"""Quick practice from the cards themselves: some answers are drawn, the real walk says what they lead to.

Answers that the exercises often give are drawn more often, so that what comes out is mostly what happens. What is
right is what the card's advice says, never what somebody has written down beside it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from guide.core.content import ASK, OUTCOME, RECORD, SIGNS
from guide.core.lay import LayError
from guide.core.step import StuckError
from guide.core.text import clean
from guide.core.walk import ANSWER, Walk, WalkError
from guide.service import words
from guide.service.guide import Guide
from guide.service.present import answers_so_far
from guide.service.said import report_words, source_titles
from guide.service.training.training import Training
from guide.service.training.view import Quick, options_of

Usual = Mapping[tuple[str, str], int]
"""How often (fact, answer) is given on the right way of an exercise."""

DUTY: Final = "Har du plikt til å melde til barnevernet?"
GUARDIANS: Final = "Hva kan foresatte få vite nå?"
NAME: Final = "Hva gjør du?"
ANSWERED: Final = "{about}: {said}"
ADVICE: Final = "Kortet gir rådet «{title}»."
CARDS: Final = {
    "meldeplikt": ("felles/meldeplikt",),
    "foresatte": ("felles/vold", "felles/meldeplikt"),
    "taushetsplikt": ("felles/samtykke",),
}
"""The shared cards that decide on an area."""
SELDOM: Final = 0.25
"""The weight of an answer that no exercise gives, beside one that one exercise does."""
LONGEST, SHORTEST, MOST = 60, 2, 6
"""Moves after which a walk is given up; answers that a situation has at least and at most."""
TRIES: Final = 30
"""Walks that are tried for each answer that is wanted."""
RIGHTS: Final = 3
"""So many different answers are right at the least, where the cards have so many."""
OPTIONS: Final = 4


def usual_answers(found: Iterable[Training]) -> Usual:
    """What the exercises answer."""
    usual: Counter[tuple[str, str]] = Counter()
    for training in found:
        for play, given in training.course:
            if given and given.kind == ANSWER and play.place.kind == ASK:
                usual[play.place.fact, given.answer] += 1
    return usual


def of_walks(guide: Guide, area: str, usual: Usual, drawn: random.Random, how_many: int) -> tuple[Quick, ...]:
    """Situations of an area in CARDS; fewer where the cards have few."""
    found: dict[tuple[str, ...], Quick] = {}
    cards = [card for card in CARDS.get(area, ()) if card in guide.content.cards]
    for _ in range(how_many * TRIES if cards else 0):
        card = drawn.choice(cards)
        walk = _walked(guide, card, usual, drawn)
        made = _quick(guide, area, walk) if walk else None
        rights = Counter(quick.right.text for quick in found.values())
        # no answer is right in more than a third: whoever says «melde» to everything learns nothing
        if made and made.story not in found and RIGHTS * rights[made.right.text] < how_many:
            found[made.story] = made
            if len(found) == how_many:
                break
    return tuple(found.values())


def _walked(guide: Guide, card: str, usual: Usual, drawn: random.Random) -> Walk | None:
    """A walk to the card's first advice, None where it comes to none."""
    try:
        walk = guide.begin(card)
        for _ in range(LONGEST):
            place = walk.place
            if place.kind == OUTCOME or walk.state.ended:
                return walk if place.kind == OUTCOME else None
            if place.kind == ASK:
                values = [_age(key) if key[0].isdigit() else key for key, _ in place.node.answers]
                weights = [usual.get((place.fact, value), 0) + SELDOM for value in values]
                walk = guide.answer(walk, drawn.choices(values, weights)[0])
            elif place.kind == SIGNS:
                walk = guide.tick(walk, ())
            else:
                walk = guide.note(walk, {}) if place.kind == RECORD else guide.done(walk)
    except (LayError, StuckError, WalkError, LookupError):
        return None
    return None


def _age(years: str) -> str:
    """An age within a range of years, never below one: `0-11` is asked about as 1."""
    return f"{max(int(years.partition('-')[0]), 1)}"


def _quick(guide: Guide, area: str, walk: Walk) -> Quick | None:
    node, answers = walk.place.node, answers_so_far(walk)
    if not SHORTEST <= len(answers) <= MOST:
        return None
    if area == "meldeplikt":
        ask, right, all_words = DUTY, report_words(node, ())[0], tuple(words.REPORT.values())
    elif area == "foresatte":
        ask, right, all_words = GUARDIANS, words.GUARDIANS[node.guardians], tuple(words.GUARDIANS.values())
    else:
        ask, right, all_words = NAME, clean(node.text), _titles(walk)
    if right not in all_words:  # where the answer waits for an emergency number, or for what was said before
        return None
    story = tuple(ANSWERED.format(about=clean(about), said=clean(said)) for about, said in answers)
    because = () if area == "taushetsplikt" else (ADVICE.format(title=clean(node.text)),)
    return Quick(
        "", ask, options_of(all_words, right), story, because=because, sources=source_titles(guide.content, node.source)
    )


def _titles(walk: Walk) -> tuple[str, ...]:
    """The advice that a card can end in: the one that is shown, and the next ones of the card, in the card's order."""
    own = clean(walk.place.node.text)
    titles = list(dict.fromkeys(clean(place.node.text) for place in walk.laid.nodes.values() if place.kind == OUTCOME))
    at = titles.index(own) if own in titles else 0
    near = {titles[(at + step) % len(titles)] for step in range(min(OPTIONS, len(titles)))}
    return tuple(title for title in titles if title in near)
