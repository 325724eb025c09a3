"""The list of cases and the page of one, line by line: on, a note, another answer, a newer card, to its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from guide.core.clock import local
from guide.core.step import StuckError
from guide.core.walk import Move, WalkError, stood_at
from guide.plain import case_strings as strings
from guide.plain import read
from guide.plain import strings as plain_strings
from guide.plain.case_in import checked_fields, note, referred, unlocked
from guide.plain.lines import stop_lines
from guide.plain.talk import BACK, EMERGENCY, QUIT, LeftError, Talk, command_of, emergency_line
from guide.service import words
from guide.service.cases import end as cases_end
from guide.service.cases import steps as cases_steps
from guide.service.cases import words as cases_words
from guide.service.cases.cases import Cases, OpenCase
from guide.service.cases.kept import Kept
from guide.service.cases.lines import case_view
from guide.service.cases.list import DAMAGED, CaseRow, overview
from guide.service.cases.paper import as_lines
from guide.service.present import view
from guide.service.views import QuestionView, RecordView, SignsView
from guide.store.cases.errors import CaseError

if TYPE_CHECKING:
    from guide.service.guide import Guide

Walked = Callable[[Kept], None]
"""Goes on with a case; returns when one is back."""


def cases_in_lines(talk: Talk, guide: Guide, walked: Walked) -> None:
    """The cases, until one goes back. Raises LeftError and EOFError."""
    try:
        cases = unlocked(talk, guide, make=False)
        if cases is None:
            return
        _clock(talk, cases)
        _key(talk, cases)
        _ends(talk, cases)
        cases.copy_if_due()
    except CaseError as failed:
        talk.say(str(failed))
        return
    while True:
        try:
            row = _chosen(talk, cases)
            if row is None:
                return
            if row.state == DAMAGED:
                talk.say(row.due)
                continue
            Page(talk, cases, row.id, walked).run()
        except CaseError as failed:
            talk.say(str(failed))
            return


def _clock(talk: Talk, cases: Cases) -> None:
    asked = overview(cases).clock
    if asked:
        talk.say(asked)
        if talk.choose((strings.CLOCK_YES, strings.CLOCK_NO)) == 0:
            cases_end.confirm_clock(cases)


def _key(talk: Talk, cases: Cases) -> None:
    """Asks once whether the municipality may open the cases; says so where it can."""
    if name := cases_end.municipality_wants_in(cases):
        talk.say(*(line.format(name=name) for line in strings.KEY))
        chosen = talk.choose((strings.KEY_NO, strings.KEY_YES.format(name=name)))
        if chosen == 1:
            cases_end.let_municipality_in(cases)
        elif chosen == 0:
            cases_end.keep_municipality_out(cases)
    if cases_end.municipality_opens(cases):
        talk.say(strings.ALSO_OPENS)


def _ends(talk: Talk, cases: Cases) -> None:
    """Tells of the cases that may be deleted soon; what is done about it is done on the page of each."""
    for end in cases_end.about_to_end(cases):
        talk.say(end.reference, end.words)


def _chosen(talk: Talk, cases: Cases) -> CaseRow | None:
    found = overview(cases)
    talk.say("", *found.today, *([found.note] if found.note else []))
    if not found.rows:
        talk.say(strings.NONE)
        return None
    talk.say(strings.LIST)
    said = [
        strings.ROW_BROKEN.format(id=row.id, due=row.due)
        if row.state == DAMAGED
        else " ".join((strings.ROW.format(reference=row.reference, due=row.due, title=row.title), row.quiet)).strip()
        for row in found.rows
    ]
    chosen = talk.choose(said)
    return None if chosen is None else found.rows[chosen]


class _GoneError(Exception):
    """The case is deleted."""


class _BackError(Exception):
    """One lets it stand."""


class Page:
    """One case. Raises CaseError where it can't be read."""

    def __init__(self, talk: Talk, cases: Cases, case: str, walked: Walked) -> None:
        self.talk, self.cases, self.case, self.walked = talk, cases, case, walked

    def run(self) -> None:
        """Until one goes back to the list. Raises LeftError and EOFError."""
        told = True
        while True:
            kept = Kept(self.cases, self.cases.resume(self.case))
            self.talk.saved = True
            if told:
                self.talk.say("", *as_lines(case_view(self.cases, kept.opened)))
            ways = self._ways(kept)
            self.talk.say("")
            chosen = self.talk.choose([*ways, strings.OUT])
            if chosen is None or chosen == len(ways):
                return
            try:
                told = list(ways.values())[chosen](kept)
            except _GoneError:
                return

    def _ways(self, kept: Kept) -> dict[str, Callable[[Kept], bool]]:
        """What can be done, by its words. Each says whether the page is to be read again."""
        newer, ending = cases_steps.newer(self.cases, kept.opened), cases_end.ending(self.cases, kept.opened)
        ways: dict[str, Callable[[Kept], bool]] = {}
        if kept.opened.case.closed:
            ways[strings.REOPEN] = lambda kept: self._write(kept, lambda: cases_steps.reopen(self.cases, kept.opened))
        else:
            ways |= {strings.GO_ON: self._go_on, strings.NOTE_IN: self._note, strings.CHANGE: self._change}
            if newer:
                self.talk.say(newer.words, *newer.differences, *newer.asked_again)
                ways[strings.NEWER] = lambda kept: self._write(
                    kept, lambda: cases_steps.move_on(self.cases, kept.opened)
                )
            ways[strings.CLOSE] = self._close
        if ending:
            self.talk.say(ending.words)
            ways[strings.LONGER.format(days=ending.days)] = self._longer
        return {**ways, strings.TAKE_OUT: self._take_out, strings.RENAME: self._rename, strings.DELETE: self._delete}

    def _write(self, kept: Kept, write: Callable[[], OpenCase]) -> bool:
        if said := kept.write(write):
            self.talk.say(said)
        return True

    def _close(self, kept: Kept) -> bool:
        if asked := cases_steps.asks_before_close(kept.opened):
            self.talk.say(cases_words.CLOSE_TITLE, asked)
            if self.talk.choose((cases_words.CLOSE_NO, cases_words.CLOSE_YES)) != 1:
                return False
        return self._write(kept, lambda: cases_steps.close(self.cases, kept.opened))

    def _go_on(self, kept: Kept) -> bool:
        self.talk.say(strings.OPENED)
        self.walked(kept)
        return True

    def _note(self, kept: Kept) -> bool:
        note(self.talk, kept.opened.guide, kept)
        return False

    def _rename(self, kept: Kept) -> bool:
        reference = referred(self.talk, kept.opened.guide)
        return bool(reference) and self._write(kept, lambda: cases_steps.rename(self.cases, kept.opened, reference))

    def _take_out(self, kept: Kept) -> bool:
        from guide.plain.out import take_out
        from guide.service.out.making import matter_of

        take_out(self.talk, matter_of(self.cases, kept.opened))
        return False

    def _longer(self, kept: Kept) -> bool:
        cases_end.keep_longer(self.cases, self.case)
        return True

    def _delete(self, kept: Kept) -> bool:
        self.talk.say(*strings.DELETE_ASK)
        if self.talk.choose((strings.DELETE_NO, strings.DELETE_YES)) != 1:
            return False
        cases_end.delete(self.cases, self.case)
        self.talk.say(strings.DELETED)
        raise _GoneError

    def _change(self, kept: Kept) -> bool:
        """An earlier answer given otherwise; what it takes away is said first."""
        given = cases_steps.given(kept.opened)
        self.talk.say(strings.WHICH_ANSWER)
        chosen = self.talk.choose([one.words for one in given])
        if chosen is None:
            return False
        index = given[chosen].index
        move = self._otherwise(kept, index)
        if move is None:
            return False
        if cases_steps.same_given(kept.opened, index, move):
            self.talk.say(strings.SAME)
            return False
        try:
            kept.opened.walk.change(index, move)
        except WalkError:
            self.talk.say(plain_strings.YEARS_BAD)
            return False
        except StuckError:
            self.talk.say(words.STUCK, emergency_line())
            return False
        gone = cases_steps.would_take_away(kept.opened, index, move)
        if gone:
            self.talk.say(strings.TAKES_AWAY, *gone)
            if self.talk.choose((strings.TAKES_NO, strings.TAKES_YES)) != 1:
                return False
        said = kept.write(lambda: cases_steps.change(self.cases, kept.opened, index, move))
        self.talk.say(said or strings.CHANGED.format(stop=kept.opened.walk.place.node.text))
        return False

    def _otherwise(self, kept: Kept, index: int) -> Move | None:
        """What is given at that stop now; None where one lets it stand."""
        guide, talk = kept.opened.guide, self.talk
        shown = view(guide, stood_at(kept.opened.walk, index))
        talk.say("", *stop_lines(shown))
        try:
            if isinstance(shown, QuestionView):
                value = read.answer(talk, shown, self._hear)
                return cases_steps.given_otherwise(self.cases, kept.opened, index, answer=value)
            if isinstance(shown, SignsView):
                ticked = read.signs(talk, shown, self._hear)
                return cases_steps.given_otherwise(self.cases, kept.opened, index, ticked=ticked)
            if isinstance(shown, RecordView):
                fields = read.fields(talk, shown, {}, local(guide.now()).date(), self._hear)
                labels = {field.id: field.label for field in shown.fields if field.kind != "date"}
                fine = checked_fields(talk, guide, labels, fields)
                pairs = tuple(fine.items()) if fine else ()
                return cases_steps.given_otherwise(self.cases, kept.opened, index, fields=pairs) if fine else None
        except _BackError:
            pass
        return None

    def _hear(self, again: Sequence[str]) -> str:
        """A line for the stop. Raises _BackError, LeftError and EOFError."""
        while True:
            line = self.talk.hear()
            command = command_of(line)
            if command == BACK:
                raise _BackError
            if command == QUIT:
                raise LeftError
            if command != EMERGENCY:
                return line
            self.talk.say(emergency_line(), *again)
