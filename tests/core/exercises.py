"""A small card and an exercise over it, for tests of the engine.

The card: fare → (ja: ring, an end; vet_ikke: tvil) · noter → hvem → (ja: meld; nei, vet_ikke: vent) · vent → igjen on
the same fact as `hvem` in a new round → meld. Alarm `p/a`: one question, then back.
"""

from __future__ import annotations

from guide.core.content import Content, Field, Node
from guide.core.exercise import COST, GRAVE, POSSIBLE, RIGHT, WRONG, Exercise, Expect, Scene, Step, Verdict
from guide.core.exercise_fit import walk_of
from guide.core.exercise_play import begin
from guide.core.exercise_state import Play
from tests.core.cards import ask, card, content, fact, include, outcome, task


def made_content() -> Content:
    """The card `p/k` with what it includes."""
    doubt = card("felles/tvil", ask("sporsmal", "tvil", "ut", "ut", "ut"), Node("ut", "exit", "ut", go="slutt"),
                 outcome("slutt"), exits=("ut",))  # fmt: skip
    alarm = card("p/a", ask("brann", "brann", "ut", "ut", "ut"), Node("ut", "exit", "ut", go="slutt"),
                 outcome("slutt"), exits=("ut",))  # fmt: skip
    main = card(
        "p/k",
        ask("fare", "fare", "ring", "noter", "tvil"),
        include("tvil", "felles/tvil", ut="noter"),
        Node("noter", "record", "Når?", fields=(Field("dato", "date", "Dato"), Field("ord", "text", "Ord")), go="hvem"),
        ask("hvem", "hjemme", "meld", "vent", "vent", was=("gammel",)),
        task("vent", "igjen", anew=True),
        ask("igjen", "hjemme", "meld", "fortell", "fortell"),
        task("fortell", "igjen", anew=True, loop=True),
        outcome("meld", "sendt", urgency="today", report="must", duties=("police",)),
        task("sendt", "slutt"),
        outcome("slutt"),
        outcome("ring", urgency="now", report="must"),
        alarms=(("p/a", (("ut", "back"),)),),
    )
    facts = tuple(fact(name) for name in ("fare", "tvil", "hjemme", "brann"))
    return content(doubt, alarm, main, facts=facts)


def verdict(answer: str, kind: str, minutes: int | None = None) -> Verdict:
    """What is said of an answer; its reason names it."""
    mistake = "utsatte_meldingen" if kind == GRAVE else ""
    return Verdict(answer, kind, f"{answer} er {kind}", COST[kind] if minutes is None else minutes, mistake)


DANGER = Step(
    at="fare",
    area="oppdage",
    verdicts=(verdict("nei", RIGHT), verdict("vet_ikke", POSSIBLE), verdict("ja", WRONG)),
    hint="Se deg rundt.",
)
WHO = Step(
    at="hvem",
    area="meldeplikt",
    verdicts=(verdict("ja", RIGHT), verdict("vet_ikke", WRONG, 7), verdict("nei", GRAVE)),
)
CALL = Scene(
    id="ringer",
    text="Noen ringer.",
    node="noter",
    ask="Hva sier du?",
    options=(("a", "Vent"), ("b", "Alt"), ("c", "Noe")),
    area="foresatte",
    verdicts=(verdict("a", RIGHT), verdict("b", GRAVE)),
    rest=Verdict("", POSSIBLE, "det går", 2),
    hint="Hvem kan få vite det?",
    event=True,
)
DAY = Step(
    at="noter",
    area="frister",
    note=(("dato", "2026-11-24"),),
    why="i dag",
    rest=Verdict("", WRONG, "feil dag", 5),
)
SENT = Step(at="meld", minutes=20, until="2026-11-25T08:00", expect=Expect(report="must", duties=("police",)))


def made_exercise(**more: object) -> Exercise:
    """The exercise: 10:00 on a Tuesday, four things to decide, 8 points."""
    parts = {
        "id": "p/ovelse",
        "title": "En øvelse",
        "about": "Om noe.",
        "card": "p/k",
        "setting": "barnehage",
        "level": "lett",
        "areas": ("oppdage", "meldeplikt", "foresatte", "frister"),
        "at": "2026-11-24T10:00",
        "way": (DANGER, DAY, WHO, SENT),
        "end": Expect("sendt"),
        "pack": "p",
        "people": (("Barnet", "Fire år"),),
        "scenes": (Scene(id="start", text="Barnet gråter."), CALL),
        "discuss": ("Hva nå?",),
        "source": ("p:1",),
    }
    return Exercise(**{**parts, **more})  # type: ignore[arg-type]


def started(**more: object) -> Play:
    """The exercise begun."""
    exercise = made_exercise(**more)
    return begin(exercise, walk_of(made_content(), exercise))
