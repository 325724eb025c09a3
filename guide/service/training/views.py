"""What training shows, ready in words. All of it is plain text: each front end escapes it for its own form."""

from __future__ import annotations

from guide.core.record import record
from guide.service.views import AnswerView, PointView, Shown


@record
class StoryView:
    """A piece of the story. `new`: it came with the last act; `event`: something that comes in."""

    id: str
    text: str
    when: str
    new: bool = False
    event: bool = False


@record
class AskView:
    """A question of the exercise's own; it is answered before the walk goes on."""

    id: str
    text: str
    options: tuple[AnswerView, ...]


@record
class FeedbackView:
    """The verdict on one decision. `kind`: right, possible, wrong, grave, or empty (the exercise says nothing).

    `asked` is the question; `yours` and `model` are what was done and what the exercise does, a line for each sign or
    date; `cost` and `leads_to` are sentences, or empty.
    """

    kind: str
    words: str
    asked: str
    yours: tuple[str, ...]
    model: tuple[str, ...]
    why: str
    when: str = ""
    area: str = ""
    mistake: str = ""
    cost: str = ""
    leads_to: str = ""
    hinted: bool = False
    mended: bool = False
    sources: tuple[str, ...] = ()
    points: int = 0


@record
class VerdictView:
    """A choice with what the exercise says of it. `answer` is a line for each sign or date; `model`: it does this."""

    value: str
    answer: tuple[str, ...]
    kind: str
    words: str
    why: str
    mistake: str = ""
    area: str = ""
    model: bool = False


@record
class PlayView:
    """An exercise under way. Either `ask` or `stop` is to be answered; neither where it is over or stands still.

    `stop` is what the real walk would show at the exercise's hour (service.present). `halted`: the feedback is on a
    grave mistake, and the clock stands until it has been read. `step` of `steps` is how far one is on the right way.
    """

    title: str
    banner: str
    clock: str
    card: str
    people: tuple[tuple[str, str], ...]
    story: tuple[StoryView, ...]
    stop: Shown | None
    ask: AskView | None
    rail: tuple[PointView, ...]
    feedback: tuple[FeedbackView, ...]
    halted: bool
    finished: str
    can_hint: bool
    can_mend: bool
    step: int
    steps: int


@record
class ScoreView:
    """The points of one area."""

    area: str
    words: str
    points: int
    most: int
    grave: int


@record
class DebriefView:
    """What one did beside what the exercise would have done. `rows` in the order of the way, then of the events.

    `parted` is the first decision that was not right; `grave` are the grave mistakes; `next` says what to practise.
    """

    title: str
    banner: str
    finished: str
    points: str
    scores: tuple[ScoreView, ...]
    rows: tuple[FeedbackView, ...]
    parted: FeedbackView | None
    grave: tuple[FeedbackView, ...]
    lost: str
    told: str
    next: tuple[str, ...]
    discuss: tuple[str, ...]
    sources: tuple[str, ...]


@record
class ListedView:
    """An exercise in a list."""

    id: str
    title: str
    about: str
    card: str
    level: str
    areas: tuple[str, ...]
    clock: str
    fits: bool
