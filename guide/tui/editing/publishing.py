"""Publishing: what stands in the way, what changes for staff, the proofs, and the new version."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widget import Widget

from guide.core.findings import ERROR, Finding
from guide.core.text import clean
from guide.service.diffing.diffing import sections
from guide.service.diffing.words import NOTHING, SO
from guide.service.editing.publish import Plan, missing, plan, proofs, publish, with_proofs
from guide.store.publishing import PublishError
from guide.tui import keys
from guide.tui.editing import publish_texts as texts
from guide.tui.editing.blanks import DONE, Blank, Check, FormModal
from guide.tui.editing.opened import file_screen
from guide.tui.editing.roles import BY, no_names
from guide.tui.editing.texts import TITLE
from guide.tui.keys import Key
from guide.tui.screens.page import Page
from guide.tui.text import GAP, Line, bullets, heading, plain, title_of
from guide.tui.widgets.answers import NEVER, AnswerList, Choice
from guide.tui.widgets.pane import Pane, ReadingPane

GO, AGAIN, VERSIONS, HOME = "#go", "#igjen", "#utgaver", "#hjem"
NOTE, APPROVED = "note", "approved_by"
LOOKS: Final = 0.25
"""Seconds between two looks at how far the proofs are."""
MOST_FAULTS: Final = 50


class StoppedError(Exception):
    """Nobody waits for the proofs any more."""


class PublishScreen(Page):
    """First what is wrong, quickly; then what changes, to read while the proofs run beside; then one key."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    heading = TITLE

    def __init__(self, root: Path, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.root, self.now = root, now
        self.ready: Plan | None = None
        self.faults: tuple[Finding, ...] = ()
        self.typed: dict[str, str] = {}
        self.changed: tuple[Line, ...] = ()
        self.state: tuple[Line, ...] = (Line(plain(texts.CHECKING, "$text-muted")),)
        self._gone = threading.Event()
        self._writing = False
        self._far = (0, 0)
        self._proving = False

    def body(self) -> Iterable[Widget]:
        """What there is to know, and what can be done below it."""
        return (ReadingPane(AnswerList(above=above(self.state, self.changed), airy=NEVER)),)

    def hints(self) -> Sequence[Key]:
        """Read, choose, out."""
        return (keys.ARROWS, keys.OPEN, keys.BACK, keys.HELP)

    def on_mount(self) -> None:
        """Begins to look."""
        self.set_interval(LOOKS, self._tell)
        self.begin()

    def on_unmount(self) -> None:
        """The proofs stop: nobody waits for them."""
        self._gone.set()

    def begin(self) -> None:
        """Looks at the folder as it is on the disk now."""
        self.ready, self.faults, self.changed, self._far = None, (), (), (0, 0)
        self._show((), Line(plain(texts.CHECKING, "$text-muted")))
        self.run_worker(self._work(), exclusive=True, group="publish")

    def on_answer_list_chosen(self, event: AnswerList.Chosen) -> None:
        """Publishes, looks again, or opens where a fault is."""
        event.stop()
        if event.value == GO:
            self.run_worker(self._publish(), exclusive=True, group="publish")
        elif event.value == AGAIN:
            self.begin()
        elif event.value == VERSIONS:
            from guide.tui.editing.versions import VersionsScreen

            self.app.switch_screen(VersionsScreen(self.root, self.now))
        elif event.value == HOME:
            self.dismiss()
        elif self.ready:
            fault = self.faults[int(event.value)]
            self.app.push_screen(file_screen(self.root, fault.file, self.now, fault.line))

    async def _work(self) -> None:
        """What is wrong and what changes, then the proofs."""
        at = self.now()
        try:
            self.ready = await asyncio.to_thread(plan, self.root, at, None)
        except PublishError as error:
            self._stopped([str(error)])
            return
        if self.ready.reasons:
            self._stopped(self.ready.reasons)
            return
        self._proving = True
        self.changed = (*changed_lines(self.ready), GAP)
        self._show((), Line(plain(texts.PROVING_FIRST, "$text-muted")))
        try:
            found = await asyncio.to_thread(proofs, self.ready.report.content, at.date(), self._listen)
        except StoppedError:
            return
        finally:
            self._proving = False
        self.ready = with_proofs(self.ready, found)
        if found:
            self._stopped(found)
        else:
            self._show([Choice(GO, texts.GO)], Line(plain(texts.HOLDS, "$success")))

    async def _publish(self) -> None:
        """Asks who and why, and publishes. What was typed stands there again where it did not go."""
        error = ""
        while self.ready is not None:
            ready = self.ready
            blanks = blanks_for(ready, {BY: self.guide_app.ways.editor, **self.typed})
            modal = FormModal(texts.FORM_HEAD, form_lines(ready), blanks, checked(ready), error)
            if await self.app.push_screen_wait(modal) != DONE:
                self.typed |= modal.given
                return
            self.typed = modal.given
            self._show((), Line(plain(texts.WRITING, "$text-muted")))
            by, other, note = (self.typed.get(key, "") for key in (BY, APPROVED, NOTE))
            self.guide_app.ways.editor = by
            self._writing = True
            try:
                made = await asyncio.to_thread(publish, self.root, ready, by, other, note, self.now())
            except PublishError as wrong:
                error = str(wrong)
                self._show([Choice(GO, texts.GO), Choice(AGAIN, texts.AGAIN)], Line(plain(error, "$error")))
                continue
            finally:
                self._writing = False
            self._done(made.version)
            await self.guide_app.ways.renew()
            return

    def action_back(self) -> None:
        """Back, but for the moment in which it is written: whoever publishes is told how it went."""
        if not self._writing:
            super().action_back()

    def _listen(self, done: int, total: int) -> None:
        """Called by the thread that proves. Raises StoppedError once the screen is gone."""
        self._far = (done, total)
        if self._gone.is_set():
            raise StoppedError

    def _tell(self) -> None:
        """How far the proofs are. Looked at by the screen: the thread never waits for it."""
        done, total = self._far
        if self._proving and total:
            self._show((), Line(plain(texts.PROVING.format(done=done, total=total), "$text-muted")))

    def _stopped(self, reasons: Iterable[str]) -> None:
        report = self.ready.report.findings if self.ready else ()
        self.faults = tuple(finding for finding in report if finding.severity == ERROR)[:MOST_FAULTS]
        choices = [
            Choice(str(number), _place(finding), f"{finding.what} {finding.mend}".rstrip())
            for number, finding in enumerate(self.faults)
        ]
        state = [Line(plain(texts.STOPPED, "bold")), *bullets(reasons, style="$error")]
        if choices:
            state += [GAP, Line(plain(texts.FAULTS))]
        self._show([*choices, Choice(AGAIN, texts.AGAIN)], *state)
        self.query_one(Pane).scroll_home(animate=False)

    def _done(self, version: int) -> None:
        """Nothing of the plan is left to be published."""
        self.ready, self.typed, self.changed = None, {}, ()
        lines = [
            Line(plain(texts.PUBLISHED.format(number=version), "bold $success")),
            Line(plain(texts.PUBLISHED_WHEN)),
        ]
        choices = [Choice(HOME, texts.HOME), Choice(VERSIONS, texts.TO_VERSIONS)]
        self.query_one(Pane).scroll_home(animate=False)
        self._show(choices, *lines, GAP, Line(plain(texts.PUBLISHED_UNDO, "$text-muted")))

    def _show(self, choices: Sequence[Choice], *state: Line) -> None:
        if self._gone.is_set() or not self.is_mounted:
            return
        self.state = state
        answers = self.query_one(AnswerList)
        answers.show(choices, min(answers.at, max(len(choices) - 1, 0)), above(self.state, self.changed))


def above(state: Sequence[Line], changed: Sequence[Line]) -> Sequence[Line]:
    """How it goes, then what changes for staff."""
    return (Line(title_of(texts.PUBLISH)), GAP, *state, GAP, *changed)


def form_lines(ready: Plan) -> Sequence[str]:
    """What to know before one fills in who and why."""
    second = [texts.SECOND.format(why=" ".join(ready.second))] if ready.second else []
    return (*texts.FORM_LINES, *second)


def blanks_for(ready: Plan, typed: Mapping[str, str]) -> Sequence[Blank]:
    """Why, who, and where it takes two, who else."""
    found = [
        Blank(NOTE, texts.NOTE, texts.NOTE_HOW, typed.get(NOTE, "")),
        Blank(BY, texts.BY, texts.ROLE_HOW, typed.get(BY, "")),
    ]
    if ready.second:
        found.append(Blank(APPROVED, texts.APPROVED, texts.ROLE_HOW, typed.get(APPROVED, "")))
    return found


def checked(ready: Plan) -> Check:
    """What is missing of what was typed, as publishing itself would say, and what looks like a name."""

    def check(given: Mapping[str, str]) -> str:
        return "\n".join(missing(ready, given[BY], given.get(APPROVED, ""), given[NOTE]))

    return no_names((BY, APPROVED), check)


def changed_lines(ready: Plan) -> Iterator[Line]:
    """What a plan changes for staff, under headings, each with the way to it."""
    if ready.changes is None:
        return
    yield Line(plain(texts.FILES.format(files=clean(", ".join(ready.changed))), "$text-muted"))
    yield from heading(texts.DIFFERENT)
    if ready.changes.nothing:
        yield Line(plain(NOTHING))
    for section in sections(ready.changes):
        yield from heading(section.title)
        for entry in section.entries:
            yield Line(plain(entry.title, "bold"))
            yield from bullets(entry.lines)
            if entry.walk:
                yield Line(plain(SO, "$text-muted"))
            yield from (
                Line(plain(step, "$text-muted"), plain(f"{number}.", "$text-muted"), 4)
                for number, step in enumerate(entry.walk, 1)
            )
            yield GAP


def _place(finding: Finding) -> str:
    words = texts.FAULT if finding.line else texts.FAULT_FILE
    return words.format(file=clean(finding.file), line=finding.line)
