"""A walk, line by line. The walk itself is the service's: the same steps as in the app and in `route`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from guide.core.clock import local
from guide.core.lay import LayError
from guide.core.step import StuckError
from guide.core.walk import Walk, WalkError
from guide.plain import measures, read, strings
from guide.plain.lines import (
    all_contacts,
    choice_lines,
    overview_lines,
    stop_lines,
    summary_lines,
    where_lines,
    why_lines,
)
from guide.plain.talk import (
    AGAIN,
    ALARM,
    BACK,
    CASES,
    CHANGE,
    CONTACTS,
    EMERGENCY,
    EXERCISES,
    MEASURES,
    NOTE,
    OVERVIEW,
    QUIT,
    SAVE,
    SEARCH,
    WHY,
    ChangeError,
    LeftError,
    Talk,
    command_of,
    emergency_line,
)
from guide.service import words
from guide.service.guide import Guide
from guide.service.present import view
from guide.service.views import OutcomeView, QuestionView, RecordView, Shown, SignsView

if TYPE_CHECKING:  # only those who save a case, or take one up, pay for it
    from guide.service.cases.kept import Kept

FAULTS: Final = (StuckError, LayError, LookupError)
"""What a faulty card raises. The walk stays where it was, and a line says so."""
ACUTE: Final = "felles/akutt"

Step = Callable[[], Walk]


class TurnedError(Exception):
    """The walk stands elsewhere now, or is to be read again: what was being asked is asked no more."""


class EndedError(Exception):
    """No more lines came. `at_advice`: the walk had come to an outcome."""

    def __init__(self, at_advice: bool) -> None:
        super().__init__()
        self.at_advice = at_advice


class OutError(Exception):
    """Back, out of the first stop."""


class LineWalk:
    """One walk of one card with one user. Raises FAULTS where the card can't be shown at all."""

    def __init__(self, guide: Guide, walk: Walk, talk: Talk, inner: bool = False, change: bool = False) -> None:
        self.guide, self.walk, self.talk = guide, walk, talk
        self.kept: Kept | None = None
        """The case that the walk is, None where it is in memory only."""
        self.inner, self.change = inner, change
        self.shown = view(guide, walk)
        self.typed: dict[str, dict[str, str]] = {}
        """What has been typed in a record that is not left yet, by node: an alarm in the middle loses nothing."""

    def run(self) -> None:
        """Until the user leaves. Raises LeftError, ChangeError and EOFError; returns out of an inner walk."""
        while True:
            try:
                self._say_stop()
                self._move(self._given(self.shown))
            except TurnedError:
                continue
            except OutError:
                return

    def hear(self, again: Sequence[str]) -> str:
        """A line that is no command. `again` is said anew after a command that only tells something."""
        while True:
            line = self.talk.hear()
            command = command_of(line)
            if self.kept and command != EMERGENCY:
                from guide.plain.case_walk import watched

                if watched(self.talk, self.kept, self.typed, self.walk):
                    self.talk.say(strings.STILL.format(text=self.shown.text), *again)
                    continue
            if not command:
                return line
            self._command(command, line)
            self.talk.say(strings.STILL.format(text=self.shown.text), *again)

    # --- the stop ---------------------------------------------------------------------------------------------------
    def _say_stop(self) -> None:
        dropped = [strings.DROPPED] if self.walk.dropped else []
        self.talk.say("", *where_lines(self.guide, self.walk, self.shown), *dropped, *stop_lines(self.shown))

    def _given(self, shown: Shown) -> Step:
        """The step that the user takes at the stop."""
        guide, walk = self.guide, self.walk
        if isinstance(shown, QuestionView):
            value = read.answer(self.talk, shown, self.hear)
            return lambda: guide.answer(walk, value)
        if isinstance(shown, SignsView):
            ticked = read.signs(self.talk, shown, self.hear)
            return lambda: guide.tick(walk, ticked)
        if isinstance(shown, RecordView):
            typed = self.typed.setdefault(shown.node, {})
            fields = read.fields(self.talk, shown, typed, local(guide.now()).date(), self.hear)
            if self.kept:
                from guide.plain.case_walk import seen

                fields = seen(self.talk, guide, shown, fields)
            return lambda: guide.note(walk, fields)
        return self._on(shown)

    def _on(self, shown: Shown) -> Step:
        guide, walk = self.guide, self.walk
        if not isinstance(shown, OutcomeView):
            self._choice((strings.DONE,))
            return lambda: guide.done(walk)
        offer = (strings.MEASURES_FIT.format(count=shown.measures),) if shown.measures else ()
        if shown.goes_on:
            if self._choice((strings.GO_ON, *offer)) == 0:
                return lambda: guide.go_on(walk)
            self.talk.say("", *measures.offered(guide, walk))
            raise TurnedError
        ways = (strings.SUMMARY, strings.OUT if self.inner else strings.AGAIN, strings.LEAVE_QUIT)
        chosen = self._choice((*ways, *offer))
        if chosen == 1 and self.inner:
            raise OutError
        if chosen == 1 and self.kept:  # the case stays as it is: another walk of the card, out of which one comes back
            walk_card(guide, walk.laid.card.id, self.talk, inner=True)
            raise TurnedError
        if chosen == 1:
            return lambda: guide.begin(walk.laid.card.id)
        if chosen == 2:
            raise LeftError
        saved = self.kept.saved if self.kept else ""
        self.talk.say(*(measures.offered(guide, walk) if chosen == len(ways) else summary_lines(guide, walk, saved)))
        raise TurnedError

    def _choice(self, options: Sequence[str]) -> int:
        prompt = strings.WRITE_NUMBER.format(most=len(options)) if len(options) > 1 else strings.WRITE_ONE
        again = choice_lines(options, prompt)
        self.talk.say(*again)
        return read.choice(self.talk, options, prompt, lambda: self.hear(again))

    # --- moving -----------------------------------------------------------------------------------------------------
    def _move(self, step: Step) -> None:
        """Takes a step, where the card can go there."""
        try:
            walk = step()
            if self.kept:
                from guide.plain.case_walk import stored

                walk = stored(self.talk, self.kept, walk, self.typed)
            if walk.state.ended:
                self.talk.say(*summary_lines(self.guide, self.walk, self.kept.saved if self.kept else ""))
                return
            if given_at(self.walk, walk):
                self.typed.pop(self.walk.state.stop, None)
            self.shown, self.walk = view(self.guide, walk), walk
        except WalkError:
            self.talk.say(strings.YEARS_BAD)
        except FAULTS:
            self.talk.say(words.STUCK, emergency_line())

    def _command(self, command: str, line: str) -> None:
        """Does what a command says. Raises TurnedError where the stop is to be read again."""
        if command == QUIT:
            self._leave()
        elif command == BACK:
            self._back()
        elif command == EMERGENCY:
            self._emergency()
        elif command == ALARM:
            self._alarms()
        elif command == CHANGE and self.change:
            raise ChangeError
        elif command == MEASURES:
            self.talk.say("", *measures.asked(self.guide, self.talk))
            raise TurnedError
        elif command in (SAVE, CASES, NOTE) and self.talk.open_cases:
            from guide.plain import case_walk

            case_walk.commanded(self, command)
            raise TurnedError
        elif command == EXERCISES and self.talk.train:
            self.talk.train(self.guide, self.talk)
            raise TurnedError
        elif command == AGAIN:
            raise TurnedError
        else:
            self.talk.say("", *self._told(command, line))

    def _told(self, command: str, line: str) -> list[str]:
        if command == WHY:
            return why_lines(self.shown)
        if command == CONTACTS:
            return all_contacts(self.guide)
        if command == OVERVIEW:
            return overview_lines(self.guide, self.walk)
        if command == SEARCH:
            return read.found(self.guide, line)
        more = [strings.HELP_EXERCISES] if self.talk.train else []
        more += strings.HELP_CASES if self.talk.hidden else ()
        more += [strings.HELP_CHANGE] if self.change else []
        return [strings.HELP_TITLE, *strings.HELP, *more, ""]

    def _back(self) -> None:
        if self.walk.moves:
            self._move(lambda: self.guide.back(self.walk))
        elif self.inner:
            raise OutError
        else:
            self.talk.say(strings.FIRST)
        raise TurnedError

    def _leave(self) -> None:
        if not (self.walk.moves or self.inner):
            raise LeftError
        self.talk.say(strings.LEAVE_SAVED.format(saved=self.kept.saved) if self.kept else strings.LEAVE_TITLE)
        if self.talk.choose((strings.LEAVE_STAY, strings.LEAVE_QUIT)) == 1:
            raise LeftError

    def _emergency(self) -> None:
        there = ACUTE in self.guide.content.cards
        self.talk.say("", emergency_line(), strings.EMERGENCY_STAY if there else strings.EMERGENCY_NO_CARD)
        if there and self.talk.choose((strings.EMERGENCY_GO, strings.OUT)) == 0:
            self._open(ACUTE)

    def _alarms(self) -> None:
        cards = [card for card in strings.ALARM_NAMES if card in self.guide.content.cards]
        if not cards:
            self.talk.say(strings.NO_ALARMS)
            return
        self.talk.say("", strings.ALARMS_TITLE)
        chosen = self.talk.choose([strings.ALARM_NAMES[card] for card in cards])
        if chosen is not None:
            self._open(cards[chosen])

    def _open(self, card: str) -> None:
        if card in self.walk.laid.alarms:
            self._move(lambda: self.guide.alarm(self.walk, card))
        elif card != self.walk.laid.card.id:
            if self.kept:
                self.talk.say("", strings.APART)
            walk_card(self.guide, card, self.talk, inner=True)
        raise TurnedError


def given_at(before: Walk, after: Walk) -> bool:
    """Whether something was given at the stop of `before`: an alarm leaves it without that."""
    stop = before.state.stop
    return after.state.visits.get(stop, 0) > before.state.visits.get(stop, 0)


def walk_card(guide: Guide, card: str, talk: Talk, inner: bool = False, change: bool = False) -> None:
    """Walks `card`; one that can't be shown is told of.

    Raises LeftError, ChangeError and EndedError; an inner walk raises EOFError, so that the outer one tells its place.
    """
    try:
        line_walk = LineWalk(guide, guide.begin(card), talk, inner, change)
    except FAULTS:
        talk.say(words.STUCK, emergency_line())
        return
    try:
        line_walk.run()
    except EOFError:
        if inner:
            raise
        how = strings.ENDED_SAVED if talk.saved else strings.ENDED_HOW.format(card=card)
        talk.say("", strings.ENDED.format(text=line_walk.shown.text), how)
        raise EndedError(isinstance(line_walk.shown, OutcomeView)) from None
