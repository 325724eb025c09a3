"""What P3 says of the services that don't answer, in Norwegian."""

from __future__ import annotations

from typing import Final

from guide.checks.proofs.answer_hours import Ages
from guide.checks.proofs.spans import moment
from guide.core.clock import clock_time, weekday_date
from guide.core.lay import OLDEST

SILENT: Final = (
    "I {pack} svarer ingen hos {titles} fra {begin} til {end}, og rådet «{advice}» haster "
    "(tidsrom på {days} dager: {times}, utfall i kortet: {ends})."
)
SILENT_AT_AGE: Final = (
    "I {pack} svarer ingen hos {titles} fra {begin} til {end} når barnet er {ages}, og rådet «{advice}» haster "
    "(tidsrom på {days} dager: {times}, utfall i kortet: {ends})."
)
CLOSED_LONG: Final = (
    "I {pack} er det stengt hos {titles} fra {begin} til {end}, og rådet «{advice}» tåler ikke mer enn {most} dager "
    "(utfall i kortet: {ends})."
)
WRONG_AGE: Final = (
    "I {pack} er ingen av numrene til {titles} for barn som er {ages}, men rådet «{advice}» viser dit "
    "(utfall i kortet: {ends})."
)
UNSURE: Final = (
    "I {pack} sier ingen kilde når {titles} svarer, og rådet «{advice}» haster og har ikke andre å vise til "
    "(første tidsrom uten svar: {begin} til {end}, utfall i kortet: {ends})."
)
MISSING: Final = "{pack} har ikke noe eget nummer til {title} (utfall som viser dit: {ends})."
MISSING_STAND_IN: Final = "{pack} har ikke noe eget nummer til {title}, som skal svare når {other} er stengt."

MOMENT: Final = "{date} kl. {clock}"
YEARS: Final = "{low}–{high} år"
YEARS_UP: Final = "{low} år eller mer"
NOT_KNOWN: Final = "av ukjent alder"
OR: Final = " eller "


def moment_words(at: int) -> str:
    """A minute as «torsdag 26. november 2026 kl. 15:30», in Oslo time."""
    there = moment(at)
    return MOMENT.format(date=weekday_date(there.date()), clock=clock_time(there))


def ages_words(ages: Ages) -> str:
    """«12–15 år», «16 år eller mer», «av ukjent alder»."""
    if ages is None:
        return NOT_KNOWN
    low, high = ages
    return YEARS_UP.format(low=low) if high >= OLDEST else YEARS.format(low=low, high=high)
