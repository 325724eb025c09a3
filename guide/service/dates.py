"""Dates as people write them, for every front end that asks for one."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"([0-9]{1,2})[. /-]+([0-9]{1,2})(?:[. /-]+([0-9]{4}|[0-9]{2}))?\.?")
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def read_date(text: str, today: date) -> str:
    """«23.11.2026», «23.11» (this year), «23/11-26» or ISO as ISO text; empty stays empty. Raises ValueError."""
    text = text.strip()
    if not text:
        return ""
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DATE.fullmatch(text):
        day, month = int(found[1]), int(found[2])
        year = int(found[3]) if found[3] else today.year
        year += 2000 if year < 100 else 0
    else:
        raise ValueError(text)
    return date(year, month, day).isoformat()


def write_date(iso: str) -> str:
    """ISO text as «23.11.2026», as it stands where it is none."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day:%d.%m.%Y}"
