"""Staff say that a number doesn't work: which contact, which number, and nothing about anybody."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from guide.core.clock import local
from guide.core.contacts import ContactLine, ContactPoint
from guide.service.guide import Guide

WHY: Final = "ingen_svar"
"""What one key says; the admin rings and finds out what it is."""


def point_of(guide: Guide, line: ContactLine) -> ContactPoint | None:
    """The contact of the content that a line shows.

    None for numbers that the user has typed in, and for those in the code: no admin can mend them.
    """
    own = (guide.profile.pack, "nasjonalt")
    points = (point for pack in own for point in guide.content.contacts.get(pack, ()))
    wanted = (line.service, line.name, line.phone)
    return next((each for each in points if each.phone and (each.service, each.name, each.phone) == wanted), None)


def flag_number(root: Path, guide: Guide, point: ContactPoint) -> bool:
    """Marks the number; whether the admin sees it. Raises OSError where it can be written nowhere."""
    from guide.store.flags import raise_flag  # only those who flag a number pay for it

    return raise_flag(root, f"{point.pack}/{point.id}", point.phone, WHY, local(guide.now())).shared
