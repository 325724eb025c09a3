"""What a play was worth: points by area, where it left the right way, and what that cost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from guide.core.advice import REPORT, rank
from guide.core.content import OUTCOME
from guide.core.exercise import AREAS, GRAVE, MOST_POINTS, POINTS, RIGHT, Judged
from guide.core.exercise_state import AT_END, Decision, Play
from guide.core.record import record


@record
class Score:
    """The points of one area, of how many; `grave` are grave mistakes made there."""

    area: str
    points: int
    most: int
    grave: int = 0


@record
class Row:
    """One thing that was to be decided: what one did first (None: one never came there), and its points."""

    item: Judged
    decision: Decision | None
    points: int


@record
class Outcome:
    """A whole play. `parted` is the first decision that was not right, `lost` the minutes beyond the right way's.

    `told` and `model_told` are when the strongest advice to report was reached, by the player and by the exercise;
    None where it never was.
    """

    rows: tuple[Row, ...]
    scores: tuple[Score, ...]
    parted: Decision | None
    grave: tuple[Decision, ...]
    lost: int
    told: datetime | None
    model_told: datetime | None
    whole: bool

    @property
    def points(self) -> int:
        """All points."""
        return sum(score.points for score in self.scores)

    @property
    def most(self) -> int:
        """All points that there are."""
        return sum(score.most for score in self.scores)


def outcome(play: Play, model: Play) -> Outcome:
    """What `play` was worth beside `model`, the right way of the same exercise."""
    rows = tuple(_rows(play))
    report = max((rank(REPORT, place.node.report) for place in model.walk.outcomes()), default=-1)
    return Outcome(
        rows=rows,
        scores=tuple(_scores(rows)),
        parted=next((d for d in play.decisions if d.kind not in ("", RIGHT)), None),
        grave=tuple(d for d in play.decisions if d.kind == GRAVE),
        lost=max(play.spent - _spent(play, model), 0),
        told=_told(play, report),
        model_told=_told(model, report),
        whole=play.finished == AT_END,
    )


def points_of(decision: Decision) -> int:
    """Two for right, one for possible, one less after a hint, never below none."""
    return max(POINTS.get(decision.kind, 0) - decision.hinted, 0)


def _rows(play: Play) -> Iterator[Row]:
    """Every decision of the way and of the story; the first that one took counts."""
    exercise = play.exercise
    for number, step in enumerate(exercise.way):
        if step.judged:
            yield _row(step, next((d for d in play.decisions if d.step == number), None))
    for scene in exercise.scenes:
        if scene.judged:
            yield _row(scene, next((d for d in play.decisions if d.scene == scene.id), None))


def _row(item: Judged, decision: Decision | None) -> Row:
    return Row(item, decision, points_of(decision) if decision else 0)


def _scores(rows: tuple[Row, ...]) -> Iterator[Score]:
    for area in AREAS:
        own = [row for row in rows if row.item.area == area]
        if own:
            grave = sum(row.decision is not None and row.decision.kind == GRAVE for row in own)
            yield Score(area, sum(row.points for row in own), MOST_POINTS * len(own), grave)


def _spent(play: Play, model: Play) -> int:
    """The minutes that the right way takes; all of them, for one who has come to the end."""
    return model.spent if play.finished == AT_END else min(model.spent, play.spent)


def _told(play: Play, report: int) -> datetime | None:
    """When one first came to an advice to report that is as strong as `report`."""
    nodes = play.walk.laid.nodes
    for stop in play.stops:
        place = nodes[stop.id]
        if place.kind == OUTCOME and rank(REPORT, place.node.report) >= report >= 0:
            return stop.when
    return None
