"""A finished walk as an exercise to fill with story and feedback: its right way is the walk, and fits as it is.

What was noted in words stays out, whatever it was: an exercise is no place for a real case. Dates and ticks are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from guide.core.clock import local
from guide.core.content import Content, Pairs
from guide.core.exercise import COST, RIGHT, WRONG, Exercise, Expect, Scene, Step, Verdict
from guide.core.exercise_fit import differences, seen
from guide.core.exercise_model import model
from guide.core.lay import Place, key_of
from guide.core.record import replace
from guide.core.walk import ALARM, ANSWER, NOTE, TICK, Move, Walk, begin

FILL: Final = "Fyll inn: "
"""A text that still is to be written begins with it; `check` says so."""
TITLE: Final = "Fyll inn: navnet på øvelsen"
ABOUT: Final = "Fyll inn: hva øvelsen handler om, i én setning som ikke røper svaret"
ROLE: Final = "Barnet"
PERSON: Final = "Fyll inn: alder og det som er viktig, uten navn"
STORY: Final = "Fyll inn: hva du ser og hører"
WHY: Final = "Fyll inn: hvorfor dette er riktig"
WHY_NOT: Final = "Fyll inn: hvorfor dette er feil, eller flytt svaret til possible eller grave"
AREA: Final = "oppdage"
FEW: Final = 5
"""With more wrong answers than these, one verdict stands for all."""
DISCUSS: Final = "Fyll inn: et spørsmål å snakke om etterpå"
LONG: Final = timedelta(hours=4)
"""A pause on the way that is longer than this is one that the exercise makes, too."""


def recorded(content: Content, walk: Walk, name: str, at: datetime) -> Exercise:
    """The exercise `name` (`pack/own-name`) of a walk that began `at`. Raises ValueError for a walk of no moves."""
    moves = walk.moves[:-1] if walk.state.ended else walk.moves  # the key after the last advice leads nowhere
    if not moves:
        raise ValueError(name)
    card, profile = walk.laid.card, dict(walk.profile)
    known = begin(walk.laid, walk.lists, walk.profile).state.known  # at the start: the walk may have asked since
    setting = profile.pop("virksomhet", "") or known.get("virksomhet", "")
    exercise = Exercise(
        id=name,
        title=TITLE,
        about=ABOUT,
        card=card.id,
        setting=setting,
        level="lett",
        areas=(AREA,),
        at=f"{local(at):%Y-%m-%dT%H:%M}",
        way=_steps(walk, moves),
        end=Expect(walk.place.id),
        pack=name.partition("/")[0],
        people=((ROLE, PERSON),),
        facts=tuple(profile.items()),
        scenes=(Scene(id="start", text=STORY),),
        discuss=(DISCUSS,),
        source=_sources(walk),
    )
    return _with_end(content, exercise, walk)


def _steps(walk: Walk, moves: Sequence[Move]) -> tuple[Step, ...]:
    """A step for each move, and the time that was waited after it."""
    later = [move.when for move in moves[1:]]
    steps = [_step(move, walk.laid.nodes[move.node]) for move in moves]
    for number, (move, after) in enumerate(zip(moves[:-1], later, strict=True)):
        if after - move.when > LONG:
            steps[number] = replace(steps[number], until=f"{local(after):%Y-%m-%dT%H:%M}")
    return tuple(steps)


def _step(move: Move, place: Place) -> Step:
    rest = Verdict("", WRONG, WHY_NOT, COST[WRONG])
    if move.kind == ANSWER:
        others = tuple(value for value, _ in place.node.answers if value != key_of(place, move.answer))
        few = place.fact and len(others) <= FEW and not place.ages
        wrong = tuple(Verdict(value, WRONG, WHY_NOT, COST[WRONG]) for value in others) if few else ()
        verdicts = (Verdict(move.answer, RIGHT, WHY), *wrong)
        return Step(at=move.node, area=AREA, verdicts=verdicts, rest=None if few else rest)
    if move.kind == ALARM:
        return Step(at=move.node, area=AREA, alarm=move.answer, why=WHY, rest=rest)
    if move.kind == TICK:
        return Step(at=move.node, area=AREA, tick=move.ticked, why=WHY, rest=rest)
    return Step(at=move.node, note=_dates(move.fields)) if move.kind == NOTE else Step(at=move.node)


def _dates(fields: Pairs) -> Pairs:
    """The fields that hold a date; what was written in words is left out."""
    return tuple((name, value) for name, value in fields if _is_date(value))


def _is_date(text: str) -> bool:
    try:
        datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        return False
    return True


def _sources(walk: Walk) -> tuple[str, ...]:
    """What the last advice on the way rests on, or whatever the way does."""
    nodes = [walk.laid.nodes[passed.node].node for passed in reversed(walk.state.path)]
    return next((node.source for node in nodes if node.source), ())


def _with_end(content: Content, exercise: Exercise, walk: Walk) -> Exercise:
    """The exercise with what its end shows, so that a change of the card is noticed."""
    play, _ = model(exercise, begin(walk.laid, walk.lists, exercise.profile))
    shown = seen(content, play)
    end = Expect(walk.place.id, shown["report"], shown["urgency"], shown["guardians"], service=shown["service"])
    end = replace(end, duties=tuple(shown["duties"].split()), number=shown["number"])
    assert not list(differences(content, play, end))  # noqa: S101  (it is what was just seen)
    return replace(exercise, end=end)
