"""What an exercise is: a made-up case with a clock, what a good walker does and why. Frozen, and pure.

Moments are text, as `2026-11-27T16:10`, in Oslo time; minutes are whole. Ids of nodes are those of the graph.
"""

from __future__ import annotations

from typing import Final

from guide.core.content import Pairs
from guide.core.record import record

RIGHT, POSSIBLE, WRONG, GRAVE = "right", "possible", "wrong", "grave"
VERDICTS: Final = (RIGHT, POSSIBLE, WRONG, GRAVE)
"""Best first. Empty is no verdict: the exercise has nothing to say on that answer."""
AREAS: Final = ("oppdage", "meldeplikt", "foresatte", "kontakt", "frister", "taushetsplikt")
LEVELS: Final = ("lett", "middels", "krevende")
MISTAKES: Final = (
    "foresatte_for_tidlig",
    "spurte_ut_barnet",
    "utsatte_meldingen",
    "lovet_taushet",
    "lot_barnet_vaere_alene",
    "konfronterte",
    "delte_for_mye",
)
"""What a grave mistake is, so that trainers can see which are made."""
COST: Final = {RIGHT: 0, POSSIBLE: 0, WRONG: 5, GRAVE: 15}
"""Minutes that an answer takes beside its own, where the exercise does not say: made up, as its clock is."""
POINTS: Final = {RIGHT: 2, POSSIBLE: 1}
MOST_POINTS: Final = 2


@record
class Verdict:
    """What is said of one answer. `minutes` is what it takes beside the move; `mistake` is one of MISTAKES."""

    answer: str
    kind: str
    why: str
    minutes: int = 0
    mistake: str = ""


@record
class Expect:
    """What a stop must show at its hour. What is empty is not looked at.

    `service` is the first contact line's, `number` what is rung now (digits, or `missing` where nobody answers),
    `deadlines` are (id, ISO date).
    """

    node: str = ""
    report: str = ""
    urgency: str = ""
    guardians: str = ""
    duties: tuple[str, ...] = ()
    service: str = ""
    number: str = ""
    deadlines: Pairs = ()


@record
class Judged:
    """Something to decide. `rest` is the verdict on every answer that is not among `verdicts`."""

    area: str = ""
    verdicts: tuple[Verdict, ...] = ()
    rest: Verdict | None = None
    hint: str = ""
    source: tuple[str, ...] = ()

    def right(self) -> str:
        """The answer that the exercise itself gives, empty where it has none."""
        return next((verdict.answer for verdict in self.verdicts if verdict.kind == RIGHT), "")

    def verdict(self, answer: str) -> Verdict | None:
        """What is said of `answer`; a number of years may fall under a range."""
        exact = next((verdict for verdict in self.verdicts if verdict.answer == answer), None)
        if exact is None and answer.isascii() and answer.isdigit():
            exact = next((v for v in self.verdicts if _within(v.answer, int(answer))), None)
        return exact or self.rest


@record
class Step(Judged):
    """One stop of the right way: a node (`at`), or any question on a `fact`.

    `alarm` is opened there; `note` are dates of a record by field; `tick` must be ticked and `may` can be. `why` is
    said when these are done. `minutes` is what the stop takes (-1: what its kind takes), `until` when it is left at
    the earliest.
    """

    at: str = ""
    fact: str = ""
    alarm: str = ""
    note: Pairs = ()
    tick: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    why: str = ""
    minutes: int = -1
    until: str = ""
    expect: Expect | None = None

    @property
    def judged(self) -> bool:
        """Whether what one does here is judged."""
        return bool(self.verdicts or (self.why and self.rest))


@record
class Scene(Judged):
    """A piece of the story, told at the start or when its node, point or time comes.

    With `ask` it waits for one of the `options` (id, text), which are judged. `event` is something that comes in.
    """

    id: str = ""
    text: str = ""
    node: str = ""
    point: str = ""
    time: str = ""
    ask: str = ""
    options: Pairs = ()
    event: bool = False

    @property
    def judged(self) -> bool:
        """Whether something is to be chosen here."""
        return bool(self.options)


@record
class Exercise:
    """One exercise. `setting` is a value of `virksomhet`, or empty; `facts` are what the profile would say."""

    id: str
    title: str
    about: str
    card: str
    setting: str
    level: str
    areas: tuple[str, ...]
    at: str
    way: tuple[Step, ...]
    end: Expect
    pack: str = ""
    people: Pairs = ()
    facts: Pairs = ()
    scenes: tuple[Scene, ...] = ()
    elsewhere: tuple[Step, ...] = ()
    discuss: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    note: tuple[str, ...] = ()

    @property
    def profile(self) -> Pairs:
        """What is known before the walk begins."""
        return (*((("virksomhet", self.setting),) if self.setting else ()), *self.facts)

    def scene(self, name: str) -> Scene:
        """The scene `name`. Raises KeyError."""
        for scene in self.scenes:
            if scene.id == name:
                return scene
        raise KeyError(name)


def _within(key: str, age: int) -> bool:
    """Whether a range of ages (`0-11`, `18-`) holds `age`."""
    low, dash, high = key.partition("-")
    return bool(dash) and low.isdigit() and int(low) <= age <= (int(high) if high else age)
