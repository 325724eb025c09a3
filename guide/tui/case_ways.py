"""To the cases and from them. What they need is imported when somebody goes there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from guide.tui import strings
from guide.tui.doors import Doors

if TYPE_CHECKING:
    from guide.service.cases.cases import Cases
    from guide.service.out.making import Subject
    from guide.tui.app import GuideApp
    from guide.tui.idle import Idle
    from guide.tui.kept import Kept


class CaseWays(Doors):
    """`idle` looks whether somebody is there, once cases are unlocked. `warned`: the kinds of paper of which the user
    has been told, in this sitting, where such a file belongs."""

    def __init__(self, app: GuideApp) -> None:
        super().__init__(app)
        self.idle: Idle | None = None
        self.warned: set[str] = set()
        self.copied = False
        """Whether something of a draft was copied, and may still be where one pastes from."""
        self._cases: Cases | None = None
        self._stored = False

    def look_for_cases(self) -> None:
        """Whether anything is saved here: the first screen says then how one sees what is due."""
        from guide.store.cases.folder import KEYS, data_folder
        from guide.tui.screens.home import HomeScreen

        folder = self._cases.folder if self._cases else data_folder()
        self._stored = os.path.exists(folder / KEYS)  # False, and no fault, where one may not look
        if self._stored and isinstance(self.app.screen, HomeScreen):
            self.app.screen.refill()

    def due_words(self) -> str:
        """What is due in the saved cases, as far as that can be known; empty where nothing is saved."""
        if not (self._cases and self._cases.unlocked):
            return strings.HOME_LOCKED if self._stored else ""
        from guide.service.cases.list import overview
        from guide.store.cases.errors import CaseError

        try:
            return " ".join(overview(self._cases).today)
        except CaseError:  # the list says what is wrong
            return ""

    def cases(self) -> Cases:
        """The user's cases, locked until somebody unlocks them."""
        from guide.service.cases.cases import Cases

        if self._cases is None:
            self._cases = Cases(self.app.guide)
        return self._cases

    def over_guide(self) -> None:
        """The content or the workplace is another now: what is saved and looked up from now on is of that."""
        if self._cases is not None:
            self._cases.over(self.app.guide)

    def use_cases(self, cases: Cases) -> None:
        """Other cases than those in the user's own folder."""
        self._cases = cases

    def watch(self) -> None:
        """Cases have been unlocked: from now on somebody has to sit there."""
        from guide.tui.idle import Idle

        if self.idle:
            self.idle.last = self.app.guide.now()
        else:
            self.idle = Idle(self.app)

    def open_cases(self) -> None:
        """The list of cases, unlocked first."""
        from guide.tui.screens.cases import open_list

        self.app.run_worker(open_list(self.app), group="cases", exclusive=True)

    def forget_copied(self) -> None:
        """Nothing of a draft can be pasted any more, as far as the terminal lets us."""
        if self.copied:
            self.app.copy_to_clipboard("")
        self.copied = False

    def take_out(self, subject: Subject) -> None:
        """What can be taken out of a case or a walk."""
        from guide.tui.out.screen import OutScreen

        self.app.push_screen(OutScreen(subject))

    def take_up(self, kept: Kept) -> None:
        """On with a case, where one was."""
        from guide.tui.faults import FAULTS
        from guide.tui.kept import memo_of
        from guide.tui.screens.walk import WalkScreen

        try:
            screen = WalkScreen(kept.opened.guide, kept.opened.walk, memo=memo_of(kept))
        except FAULTS:
            self.stuck()
            return
        screen.kept = kept
        self.app.push_screen(screen)
