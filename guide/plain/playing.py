"""An exercise for one, line by line: text in, text out, «ØVELSE» at every stop. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from guide.core.clock import local
from guide.core.exercise_state import Play, PlayError
from guide.core.lay import LayError
from guide.core.step import StuckError
from guide.core.walk import WalkError
from guide.plain import read, strings
from guide.plain import training_words as said
from guide.plain.lines import why_lines
from guide.plain.talk import (
    AGAIN,
    ALARM,
    BACK,
    CONTACTS,
    EMERGENCY,
    HELP,
    QUIT,
    WHY,
    Talk,
    command_of,
    emergency_line,
    numbered,
)
from guide.plain.training_lines import (
    banner_lines,
    contacts_without_numbers,
    debrief_lines,
    feedback_lines,
    people_lines,
    stop_without_numbers,
    story_lines,
)
from guide.service import words
from guide.service.training import playing
from guide.service.training.debrief import debrief
from guide.service.training.training import Training
from guide.service.views import OutcomeView, QuestionView, RecordView, SignsView, TaskView

HINT, STORY = "hint", "story"
OWN: Final = {"i": HINT, "hint": HINT, "s": STORY, "historien": STORY}
"""What can be written in an exercise and nowhere else."""
FAULTS: Final = (StuckError, LayError, LookupError)

Step = Callable[[Play], Play]


class AgainError(Exception):
    """Where one stands is to be said again: what was being asked is asked no more."""


class OverError(Exception):
    """The player has left the exercise."""


class LinePlay:
    """One play of one exercise. `at_once`: feedback after each decision. Raises FAULTS where it can't be begun."""

    def __init__(self, training: Training, talk: Talk, at_once: bool) -> None:
        self.training, self.talk, self.at_once = training, talk, at_once
        self.play = training.begin()
        self.shown = training.view(self.play)
        self._told: set[str] = set()
        self._unread = False  # whether the feedback on the last act still is to be said

    def run(self) -> None:
        """To the debrief, or till the player leaves. Raises EOFError."""
        self.talk.say("", *people_lines(self.shown.people))
        while True:
            try:
                if self._unread and (self.shown.halted or (self.at_once and self.shown.feedback)):
                    self._feedback()
                self._say_story()
                if self.shown.finished:
                    break
                self._move(self._given())
            except AgainError:
                continue
            except OverError:
                return
        self.talk.say(*debrief_lines(debrief(self.training, self.play)))

    # --- what is said --------------------------------------------------------------------------------------------
    def _say_story(self) -> None:
        new = [scene for scene in self.shown.story if scene.id not in self._told]
        self._told |= {scene.id for scene in new}
        self.talk.say(*banner_lines(self.shown), *story_lines(new))

    def _feedback(self) -> None:
        """The verdict on the last act, read before the walk goes on."""
        lines = [*banner_lines(self.shown), *([said.HALTED] if self.shown.halted else [])]
        for told in self.shown.feedback:
            lines += [*feedback_lines(told), ""]
        self.talk.say(*lines)
        if self.shown.halted:
            self._choice((said.READ,))
            self._move(playing.understood, judged=False)
        elif self.shown.can_mend and self._choice((said.GO_ON, said.MEND)) == 1:
            self._move(playing.mend, judged=False)
        self._unread = False

    def _choice(self, options: Sequence[str]) -> int:
        prompt = strings.WRITE_NUMBER.format(most=len(options)) if len(options) > 1 else strings.WRITE_ONE
        again = [*numbered(options), prompt]
        self.talk.say(*again)
        return read.choice(self.talk, options, prompt, lambda: self.hear(again))

    # --- what is given -------------------------------------------------------------------------------------------
    def _given(self) -> Step:
        """What the player does where the play stands."""
        ask, stop = self.shown.ask, self.shown.stop
        if ask:
            self.talk.say(ask.text)
            option = ask.options[self._choice([option.words for option in ask.options])].value
            return lambda play: playing.answer(play, option)
        if stop is None:
            raise OverError
        self.talk.say(*([said.DO_NOT_RING] if isinstance(stop, TaskView) else ()), *stop_without_numbers(stop))
        if isinstance(stop, QuestionView):
            value = read.answer(self.talk, stop, self.hear)
            return lambda play: playing.answer(play, value)
        if isinstance(stop, SignsView):
            ticked = read.signs(self.talk, stop, self.hear)
            return lambda play: playing.tick(play, ticked)
        if isinstance(stop, RecordView):
            fields = read.fields(self.talk, stop, {}, local(self.play.clock).date(), self.hear)
            return lambda play: playing.note(play, fields)
        on = isinstance(stop, OutcomeView)
        self._choice((strings.GO_ON if on else strings.DONE,))
        return playing.go_on if on else playing.done

    def _move(self, step: Step, judged: bool = True) -> None:
        """Takes a step. Without `judged` what it was about has been told already."""
        try:
            self.play = step(self.play)
        except (WalkError, PlayError):
            self.talk.say(strings.YEARS_BAD)
        except FAULTS:
            self.talk.say(words.STUCK)
            raise OverError from None
        self.shown = self.training.view(self.play)
        self._unread = judged

    # --- commands ------------------------------------------------------------------------------------------------
    def hear(self, again: Sequence[str]) -> str:
        """A line that is no command. `again` is said anew after a command that only tells something."""
        while True:
            line = self.talk.hear()
            command = OWN.get(line.strip().casefold(), "") or command_of(line)
            if not command:
                return line
            self.talk.say(*self._command(command))
            ask, stop = self.shown.ask, self.shown.stop
            at = ask.text if ask else stop.text if stop else self.shown.title
            self.talk.say(said.STILL.format(text=at), *again)

    def _command(self, command: str) -> Sequence[str]:
        """Does what a command says, and returns what there is to tell. Raises AgainError and OverError."""
        if command == AGAIN:
            raise AgainError
        if command == QUIT:
            self._leave()
        if command == ALARM:
            self._alarms()
        if command == HINT:
            self.play, text = playing.hint(self.play)
            return (said.HINT.format(text=text) if text else said.NO_HINT,)
        told: dict[str, Callable[[], Sequence[str]]] = {
            STORY: lambda: [*people_lines(self.shown.people), *story_lines(self.shown.story)],
            HELP: lambda: said.HELP,
            EMERGENCY: lambda: (said.REAL.format(numbers=emergency_line()),),
            BACK: lambda: (said.NO_BACK,),
            CONTACTS: lambda: [said.DO_NOT_RING, *contacts_without_numbers(self.training.guide)],
            WHY: lambda: why_lines(self.shown.stop) if self.shown.stop else (said.NOT_HERE,),
        }
        return told.get(command, lambda: (said.NOT_HERE,))()

    def _alarms(self) -> None:
        cards = [card for card in strings.ALARM_NAMES if card in self.play.walk.laid.alarms]
        if not cards or self.shown.ask or self.shown.halted:
            self.talk.say(said.NO_ALARMS if not cards else said.NOT_HERE)
            raise AgainError
        self.talk.say("", said.ALARMS)
        chosen = self.talk.choose([strings.ALARM_NAMES[card] for card in cards])
        if chosen is not None:
            self._move(lambda play: playing.alarm(play, cards[chosen]))
        raise AgainError

    def _leave(self) -> None:
        """Asks first. Raises AgainError and OverError."""
        self.talk.say(said.LEAVE_TITLE)
        chosen = self.talk.choose(said.LEAVE, none=False)
        if chosen == 1:
            self.play = playing.leave(self.play)
            self.talk.say(*debrief_lines(debrief(self.training, self.play)))
        if chosen:
            raise OverError
        raise AgainError
