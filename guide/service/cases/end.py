"""The end of a case: told 14 days before, confirmed, never by a clock that jumped; and copies of the cases."""

from __future__ import annotations

from contextlib import suppress

from guide.core.case import KEPT, RESTORED, TOLD, Event
from guide.core.case_due import ALIVE, EXPIRED, NOTICE_DUE, end_of, phase_of, summary_of
from guide.core.clock import local, weekday_date
from guide.core.record import record
from guide.service.cases import words
from guide.service.cases.cases import Cases, OpenCase
from guide.service.cases.list import clock_of
from guide.store.cases import backup as cases_backup
from guide.store.cases import delete as cases_delete
from guide.store.cases import open as cases_open
from guide.store.cases.errors import CaseError, DamagedError
from guide.store.cases.read import FINE
from guide.store.cases.wraps import MUNICIPALITY


@record
class EndView:
    """A case on its way out: `expired` where its time is out and it may be deleted, else it has just been told of."""

    id: str
    reference: str
    words: str
    expired: bool
    days: int
    """How long it is kept when somebody wants it longer."""


def about_to_end(cases: Cases) -> tuple[EndView, ...]:
    """The cases to tell of now, and those whose time is out; writes down that they were told of.

    Nothing where the clock has jumped: ask `overview` and `confirm_clock` first. Nothing is deleted here.
    """
    now = local(cases.guide.now())
    if clock_of(cases, now) != FINE:
        return ()
    found = list[EndView]()
    for case, summary in cases.listed().summaries:
        phase = phase_of(summary, now.date())
        if phase == NOTICE_DUE:
            with suppress(DamagedError):  # the list says what is wrong with it
                opened = cases.write(cases.resume(case), (Event(TOLD, now),))
                day = end_of(summary_of(opened.case, cases.guide.calendar()))
                said = words.NOTICE.format(date=weekday_date(day))
                found.append(EndView(case, summary.reference, said, False, summary.keep_days))
        elif phase == EXPIRED:
            found.append(EndView(case, summary.reference, words.EXPIRED, True, summary.keep_days))
    return tuple(found)


def ending(cases: Cases, opened: OpenCase) -> EndView | None:
    """How a case stands that is on its way out; None where it is not, or the clock has jumped."""
    now = local(cases.guide.now())
    summary = summary_of(opened.case, cases.guide.calendar())
    phase = phase_of(summary, now.date())
    if phase == ALIVE or clock_of(cases, now) != FINE:
        return None
    said = words.EXPIRED if phase == EXPIRED else words.ENDS.format(date=weekday_date(end_of(summary), now))
    return EndView(opened.case.id, opened.case.reference, said, phase == EXPIRED, summary.keep_days)


def keep_longer(cases: Cases, case: str) -> None:
    """The case is kept for another period from today."""
    cases.write(cases.resume(case), (Event(KEPT, local(cases.guide.now())),))


def delete_expired(cases: Cases, case: str, in_system: bool) -> None:
    """Deletes a case whose time is out, when somebody confirms it and says that it is in the municipality's system.

    Raises CaseError, and deletes nothing, where that is not so, before its time, and by a clock that jumped.
    """
    now = local(cases.guide.now())
    if clock_of(cases, now) != FINE:
        raise CaseError(words.CLOCK_FIRST)
    summary = next((summary for name, summary in cases.listed().summaries if name == case), None)
    if summary and phase_of(summary, now.date()) != EXPIRED:
        raise CaseError(words.NOT_YET.format(date=weekday_date(end_of(summary), now)))
    if not in_system:
        raise CaseError(words.NOT_IN_SYSTEM)
    delete(cases, case)


def delete(cases: Cases, case: str) -> None:
    """Deletes a case, here and in the copies, because the user asks for it and has confirmed it."""
    cases_delete.delete(cases.store, case, local(cases.guide.now()))


def confirm_clock(cases: Cases) -> None:
    """Somebody has said that today's date is right."""
    cases.store.confirm_clock(local(cases.guide.now()))


def verify(cases: Cases) -> cases_backup.Report:
    """Reads everything back."""
    return cases_backup.verify(cases.store)


def backup(cases: Cases) -> None:
    """Takes a copy; the oldest of three goes."""
    cases_backup.backup(cases.store)


def restore(cases: Cases) -> cases_backup.Restored:
    """Fetches what is damaged or missing from the copies, and writes that down in each case."""
    now = local(cases.guide.now())
    found = cases_backup.restore_cases(cases.store, now)
    for case in found.events:
        with suppress(DamagedError):  # whole again in the store, of a card that this version can't read
            cases.write(cases.resume(case), (Event(RESTORED, now),))
    return found


def change_passphrase(cases: Cases, passphrase: str) -> None:
    """Another passphrase from now on."""
    cases_open.change_passphrase(cases.store, passphrase, cases.cost)


def municipality_wants_in(cases: Cases) -> str:
    """The name of the municipality where it has a key that the user has said neither yes nor no to; else empty."""
    name, public = cases.municipality()
    keys = cases.store.keys
    known = not public or keys.let_in(bytes.fromhex(public)) or keys.refused(bytes.fromhex(public))
    return "" if known else name


def municipality_opens(cases: Cases) -> bool:
    """Whether somebody with a municipality's key can open the cases, be it today's key or an earlier one."""
    return MUNICIPALITY in cases.store.keys.ways


def keep_municipality_out(cases: Cases) -> None:
    """The user has said no. What was let in with an earlier key stays: only new cases in a new store shut it out."""
    cases_open.refuse(cases.store, bytes.fromhex(cases.municipality()[1]))


def let_municipality_in(cases: Cases) -> bool:
    """Lets the municipality open cases that were saved before it had a key, when the user has said yes to that.

    False where there is nothing to do: it has no key, or is let in with this one.
    """
    public = bytes.fromhex(cases.municipality()[1])
    if not public or cases.store.keys.let_in(public):
        return False
    cases_open.let_in(cases.store, public)
    return True


def new_code(cases: Cases) -> str:
    """Another code to print; the old sheet no longer opens the cases."""
    return cases_open.new_code(cases.store)
