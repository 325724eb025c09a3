"""What a faulty card raises. The walk stays where it was, and the app says so."""

from __future__ import annotations

from typing import Final

from guide.core.days import CalendarError
from guide.core.lay import LayError
from guide.core.step import StuckError

FAULTS: Final = (StuckError, LayError, LookupError, CalendarError)
