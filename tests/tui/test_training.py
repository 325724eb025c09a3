"""Training in the app: alone, quick, in a room; and the deep line between it and what is real."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from guide.core.content import Content
from guide.core.exercise_fit import fit
from guide.core.exercise_model import following
from guide.core.exercise_play import act
from guide.service.desk import Desk
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.training.quick import situations
from guide.service.training.room import slides
from guide.service.training.training import Training
from guide.store.load import load_exercises
from guide.store.sources import read_exercises
from guide.tui.app import GuideApp
from guide.tui.screens.walk import WalkScreen
from guide.tui.settings import Chosen
from guide.tui.training.debrief import DebriefScreen
from guide.tui.training.lessons import LessonsScreen
from guide.tui.training.play import OPTION, PlayScreen
from guide.tui.training.quick import QuickScreen
from guide.tui.training.room import RoomScreen
from guide.tui.training.wall import asked_lines, reveal_lines
from guide.tui.widgets.answers import AnswerList
from tests.conftest import ROOT

from .conftest import MONDAY, MemoryStore
from .helpers import press, screen_text

STANGE = Profile("stange", (("virksomhet", "barnehage"), ("rolle", "ansatt")))
NUMBER = re.compile(r"\d\d \d\d \d\d|\b11[0-9] ?\d{3}\b|\b11[023]\b")
EMERGENCY_SOURCE = "Nødnumrene 110, 112 og 113"
"""The title of a source: a rule to read, no line to ring."""
ARM = "stange/merker-paa-armen"


@pytest.fixture
def app(shipped: Content, tmp_path: Path) -> GuideApp:
    """The app over the shipped content, with a desk of its own."""
    made = GuideApp(Guide(shipped, STANGE, lambda: MONDAY), MemoryStore(Chosen(STANGE)))
    made.open_desk = lambda: Desk(lambda: ROOT, tmp_path)
    return made


async def open_list(pilot: Pilot[None]) -> None:
    """Opens the exercises from the first screen."""
    at = next(line for line in screen_text(pilot.app).splitlines() if "Øvelser" in line)  # type: ignore[arg-type]
    await press(pilot, at.split()[0].lstrip("›") or at.split()[1])


def to_exercise(screen: LessonsScreen, name: str) -> None:
    """Puts the mark on an exercise in the list."""
    answers = screen.query_one(AnswerList)
    answers.at = [choice.value for choice in answers.choices].index(name)


async def open_exercise(pilot: Pilot[None], app: GuideApp, name: str, way: str) -> None:
    """Opens an exercise as it is chosen in the list."""
    await open_list(pilot)
    assert isinstance(app.screen, LessonsScreen)
    to_exercise(app.screen, name)
    await press(pilot, "enter", way)


async def on_right_way(pilot: Pilot[None], app: GuideApp) -> None:
    """Plays the exercise as it would be done itself, by what the screen takes."""
    for _ in range(200):
        screen = app.screen
        if not isinstance(screen, PlayScreen):
            return
        await one_step(pilot, screen)
    raise AssertionError


async def one_step(pilot: Pilot[None], screen: PlayScreen) -> None:
    """Reads what is to be read, or does what the exercise does."""
    choices = screen.first.query_one(AnswerList).choices
    if screen.first.display and not choices[0].value.startswith(OPTION):
        await press(pilot, "1")
        return
    given = following(screen.play)
    if screen.first.display:
        options = [answer.value for answer in screen.shown.ask.options] if screen.shown.ask else []
        await press(pilot, str(options.index(given.answer) + 1))  # type: ignore[union-attr]
        return
    await screen.act(lambda play: act(play, given))  # type: ignore[arg-type]
    await pilot.pause()


async def test_alone_along_the_right_way_to_a_full_score(app: GuideApp) -> None:
    """From the first screen through story, stops and events to the debrief, with all points."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_exercise(pilot, app, ARM, "1")
        assert isinstance(app.screen, PlayScreen)
        assert "tirsdag 24. november 2026 kl. 14:40" in screen_text(app)
        await on_right_way(pilot, app)
        assert isinstance(app.screen, DebriefScreen)
        assert "28 av 28 poeng" in screen_text(app)


async def test_a_grave_mistake_stops_the_clock_until_it_is_read(app: GuideApp) -> None:
    """The promise of secrecy: nothing but its reasons is on the screen, then one is on the right way again."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_exercise(pilot, app, ARM, "1")
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        for _ in range(20):
            if screen.first.query_one(AnswerList).choices[0].value.startswith(OPTION):
                break
            await one_step(pilot, screen)
        assert screen.shown.ask is not None
        options = [answer.words.startswith("Jeg lover") for answer in screen.shown.ask.options]
        await press(pilot, "end", f"{options.index(True) + 1}")
        clock = screen.play.clock
        assert screen.play.halted
        assert "Klokka står." in screen_text(app)
        assert "Barnet fikk et løfte om at ingen får vite det" in screen_text(app)
        await press(pilot, "2", "b")
        assert (screen.play.halted, screen.play.clock) == (True, clock)
        await press(pilot, "end", "1")
        assert not screen.play.halted


async def test_feedback_at_the_end_says_nothing_on_the_way(app: GuideApp) -> None:
    """A wrong answer leads on in silence; the debrief has it."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_exercise(pilot, app, ARM, "2")
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        await one_step(pilot, screen)
        await press(pilot, "3")
        assert screen.play.decisions[-1].kind == "possible"
        assert not screen.first.display
        assert "Kan gå" not in screen_text(app)
        await press(pilot, "q", "2", "end")
        assert isinstance(app.screen, DebriefScreen)
        said = "\n".join(line.text.plain for line in app.screen.lines)
        assert "Her gikk du en annen vei" in said


async def test_a_hint_costs_a_point_and_back_does_not_undo(app: GuideApp) -> None:
    """The hint is said in a panel of training; the key for back leaves the play as it is."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_exercise(pilot, app, ARM, "1")
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        await one_step(pilot, screen)
        await press(pilot, "i")
        assert "ØVELSE: Hint" in screen_text(app)
        await press(pilot, "escape")
        assert len(screen.play.hinted) == 1
        play = screen.play
        await press(pilot, "b")
        assert (app.screen, screen.play) == (screen, play)
        assert "går du bare framover" in screen_text(app)


async def test_mending_goes_back_to_the_right_way(app: GuideApp) -> None:
    """After a mistake one may do what the exercise does; the verdict stands."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_exercise(pilot, app, ARM, "1")
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        await one_step(pilot, screen)
        await press(pilot, "3", "end", "2")
        assert [(d.kind, d.mended) for d in screen.play.decisions] == [("possible", True)]
        assert screen.play.next == 1


async def test_twenty_quick_situations_and_the_same_for_a_seed(app: GuideApp) -> None:
    """All right when answered right, no number on the screen, why when not, and twenty others afterwards."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(pilot)
        await press(pilot, "1", "1")
        screen = app.screen
        assert isinstance(screen, QuickScreen)
        first = screen.situations
        assert len(first) == 20
        assert first == situations(screen.guide, "kontakt", screen.seed, screen.desk.exercises.values())
        for now in first:
            await press(pilot, str(now.options.index(now.right) + 1))
            said = screen_text(app).partition("!  Er")[0].replace(EMERGENCY_SOURCE, "")
            assert not NUMBER.search(said)
            await press(pilot, "1")
        assert "Du fikk 20 av 20 riktige." in screen_text(app)
        await press(pilot, "2")
        assert screen.situations != first


async def test_a_wrong_quick_answer_is_told_what_is_right_and_where_it_stands(app: GuideApp) -> None:
    """The duty to report: the verdict, the right answer, what the card advises, and the paragraph."""
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(pilot)
        await press(pilot, "1", "2")
        screen = app.screen
        assert isinstance(screen, QuickScreen)
        screen.at = next(at for at, now in enumerate(screen.situations) if now.because)
        screen.draw()
        now = screen.situations[screen.at]
        wrong = next(at for at, option in enumerate(now.options) if option.kind == "wrong")
        await press(pilot, str(wrong + 1))
        text = " ".join(screen_text(app).split())
        assert all(said in text for said in ("× Feil", "√ Riktig svar", now.right.text, "§"))
        assert screen.right == 0


async def test_a_walk_is_recorded_and_its_replay_fits(
    app: GuideApp, shipped: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One key, one file; read again it is an exercise that fits the card as it is. A file is never written over."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ny.yaml"
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "r", *path.name, "enter")
        assert "Svar på minst ett" in screen_text(app)
        await press(pilot, "escape", "2", "escape", "r", *"Ny.yaml", "enter")
        assert "små bokstaver" in screen_text(app)
        await press(pilot, "escape", "r", *path.name, "enter")
        assert isinstance(app.screen, WalkScreen)
        assert "Lagret" in screen_text(app)
        await press(pilot, "r", *path.name, "enter")
        assert "finnes alt" in screen_text(app)
    folder = tmp_path / "trees" / "stange" / "exercises"
    folder.mkdir(parents=True)
    path.rename(folder / path.name)
    exercises, _ = load_exercises(read_exercises(tmp_path))
    assert fit(shipped, exercises["stange/ny"]).whole


async def test_a_room_counts_hands_and_keeps_no_small_group(
    app: GuideApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Story, question, hands, reasons; the majority alone; the sheet; and what a group of five and more decided."""
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_exercise(pilot, app, ARM, "3")
        await press(pilot, "8", "enter", "enter")
        room = app.screen
        assert isinstance(room, RoomScreen)
        assert "Riktig" not in screen_text(app)
        await press(pilot, "enter", *"1 2", "enter")
        assert "Skriv 3 tall" in screen_text(app)
        await press(pilot, *" 5", "enter")
        assert room.hands[0].counts == (1, 2, 5)
        assert "5 hender" in "\n".join(line.text.plain for line in reveal_lines(room.slides[0], room.hands[0]))
        await press(pilot, *["right"] * 3, "enter", "enter", "2", "enter")
        assert room.hands[3].majority
        assert "Flertallet valgte dette" in screen_text(app)
        await press(pilot, "left", "left", "u")
        room.left = 1
        room.tick()
        assert room.clock.endswith("Tida er ute")
        await press(pilot, *["right"] * 12, "end", "2")
        assert "Gruppa er med i oversikten" in screen_text(app)
        await press(pilot, "end", "1", "enter")
    (group,) = Desk(lambda: ROOT, tmp_path).groups()
    assert (group.size, group.month, [vote.hands for vote in group.votes]) == (8, "2026-11", [8, 8])
    sheet = (tmp_path / "ovelse-ark.md").read_text(encoding="utf-8")
    assert sheet.startswith("# ØVELSE: Merker på armen")
    assert "(5 hender)" in sheet


async def test_no_question_of_a_room_gives_its_answer_away(app: GuideApp) -> None:
    """Before the reveal: no verdict, no reason, and no choices where they would say what is right."""
    for exercise in Desk(lambda: ROOT).exercises.values():
        for slide in slides(Training(app.guide.content, exercise)):
            said = "\n".join(line.text.plain for line in asked_lines(slide))
            assert not [choice for choice in slide.choices if choice.why and choice.why in said]
            assert not any(text in said for choice in slide.choices if not choice.value for text in choice.answer)
