"""The names of public holidays, held against the `holidays` package in every year that guide knows."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from guide.core.days import FIRST_YEAR, LAST_YEAR, public_holidays
from guide.core.holiday_names import holiday_names

OWN = {"1. mai": "arbeidernes dag", "17. mai": "grunnlovsdag"}
"""What the package calls what people name by its date."""


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1, 4))
def test_each_public_holiday_has_its_name_and_no_other_day_has_one(year: int) -> None:
    """The same days and the same names, also where two holidays fall on one day."""
    known = holidays.country_holidays("NO", years=year, language="no", observed=False)
    day = date(year, 1, 1)
    while day.year == year:
        names = {OWN.get(name, name).lower() for name in holiday_names(day)}
        theirs = {part.strip().lower() for part in str(known.get(day, "")).split(";") if part.strip()}
        assert names == theirs, day
        assert bool(names) == (day in public_holidays(year)), day
        day += timedelta(days=1)
