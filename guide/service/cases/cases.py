"""The user's cases: unlock them, list them, save a walk as one, take one up again.

What a front end holds is an OpenCase: immutable, with the walk to show and when it was last saved. Every call that
writes returns when the bytes are on the disk. Raises CaseError (store/cases_errors.py), whose text is to be shown; the
walk and what is typed are then still as they were, in the front end's hands.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from guide.core.case import Case, Event, ReplayError, after, begun, replay, versions
from guide.core.case import Version as CaseVersion
from guide.core.case_codec import FormatError, dump, load
from guide.core.case_due import Summary, summary_of
from guide.core.clock import local
from guide.core.record import record, replace
from guide.core.text import clean
from guide.core.walk import Walk
from guide.service.cases import words
from guide.service.cases.access import Access
from guide.service.cases.draft import Draft, dump_draft, load_draft
from guide.service.guide import Guide
from guide.store.cases import backup as cases_backup
from guide.store.cases.errors import CaseError, DamagedError

MOST_REFERENCE: Final = 80
COPY_AFTER: Final = timedelta(hours=20)


@record
class OpenCase:
    """A case to go on with. `guide` walks the card that it began with; `mark` is the draft's, for the next one."""

    case: Case
    guide: Guide
    saved: datetime
    draft: Draft = Draft()
    mark: str = ""

    @property
    def walk(self) -> Walk:
        """Where it stands."""
        return self.case.walk


@record
class Listed:
    """All cases as the store has them; `damaged` in words."""

    summaries: tuple[tuple[str, Summary], ...]
    damaged: tuple[tuple[str, str], ...]
    whole: bool


class Cases(Access):
    """One user's cases. `guide` is of today's content; `folder` is where the store lies, the user's own by default."""

    # --- cases -----------------------------------------------------------------------------------------------
    def listed(self) -> Listed:
        """All cases, unsorted."""
        listing = self.store.listing()
        damaged = dict(listing.damaged)
        found = list[tuple[str, Summary]]()
        for case, head in listing.heads.items():
            try:
                found.append((case, Summary.load(head.summary)))
            except ValueError:
                damaged[case] = words.UNREADABLE.format(case=case)
        return Listed(tuple(found), tuple(damaged.items()), listing.whole)

    def save(self, walk: Walk, reference: str, draft: Draft | None = None) -> OpenCase:
        """Makes a case of a walk that stands in memory."""
        now = local(self.guide.now())
        card = walk.laid.card
        kept = self.today(card.id)
        pack, days = self.guide.profile.pack, self.keep_days()
        version = CaseVersion(kept.id, self.number(card.pack), card.id)
        log = begun(walk, version, good_reference(reference), now, pack, days)
        case = self._replayed("", log)
        if (case.walk.moves, case.walk.state) != (walk.moves, walk.state):  # what one has gone back from is the lesser
            log = begun(replace(walk, kept=()), version, good_reference(reference), now, pack, days)
            case = self._replayed("", log)
        self.store.keep_content(kept.id, kept.data)
        name = self.store.start([dump(event) for event in log], self._summary(case), versions(case), now)
        opened = self.resume(name)
        return self.write(opened, (), draft) if draft else opened

    def resume(self, case: str) -> OpenCase:
        """Takes up a case where it was left, with what was typed and not given. Raises DamagedError."""
        rows = self.store.read(case)[1]
        text, mark = self.store.draft(case)
        try:
            found = self._replayed(case, [load(row) for row in rows])
        except FormatError:
            raise DamagedError(words.UNREADABLE.format(case=case), case) from None
        return OpenCase(found, self.guide_of(found.version.sha256), found.last, load_draft(text), mark)

    def write(self, opened: OpenCase, events: tuple[Event, ...], draft: Draft | None = None) -> OpenCase:
        """Writes events (and what is typed meanwhile) after what is there; nothing where another window has written.

        Raises ConflictError for that, ReplayError for events that do not fit. After a DeviceError nobody knows whether
        it was written: take the case up anew (`resume`) and look.
        """
        case = opened.case
        for event in events:
            case = after(case, event, self.resolve)
        now = local(self.guide.now())
        typed = opened.draft if draft is None else draft
        head = self.store.append(
            case.id, len(opened.case.log), [dump(event) for event in events], self._summary(case), versions(case), now,
            dump_draft(typed), opened.mark,
        )  # fmt: skip
        return OpenCase(case, self.guide_of(case.version.sha256), now, typed, head.draft)

    # --- copies --------------------------------------------------------------------------------------
    def copy_if_due(self) -> bool:
        """Takes a copy where the newest is older than 20 hours and there is something to copy."""
        newest = cases_backup.newest(self.folder)
        if not self.store.ledger().tags or (newest and abs(self.guide.now() - newest) < COPY_AFTER):
            return False
        cases_backup.backup(self.store)
        return True

    # --- inside ------------------------------------------------------------------------------------------------
    def _replayed(self, name: str, log: tuple[Event, ...] | list[Event]) -> Case:
        try:
            return replay(name, log, self.resolve)
        except ReplayError:
            raise DamagedError(words.UNREADABLE.format(case=name), name) from None

    def _summary(self, case: Case) -> str:
        return summary_of(case, self.guide.calendar()).dump()


def good_reference(text: str) -> str:
    """A reference as it is stored. Raises CaseError for none and for one that is too long."""
    reference = " ".join(clean(text).split())
    if not reference:
        raise CaseError(words.NO_REFERENCE)
    if len(reference) > MOST_REFERENCE:
        raise CaseError(words.TOO_LONG.format(most=MOST_REFERENCE))
    return reference
