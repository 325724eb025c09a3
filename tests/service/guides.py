"""A guide at an hour, for tests of the service layer."""

from __future__ import annotations

from guide.core.clock import local, parse
from guide.core.contacts import ContactPoint
from guide.core.content import Content
from guide.service.guide import Guide
from guide.service.profile import Profile


def guide_at(content: Content, at: str, pack: str = "stange", place: str = "barnehage", *own: ContactPoint) -> Guide:
    """A guide of `pack` at the local hour `at`, with the user's own numbers `own`."""
    hour = local(parse(at))
    return Guide(content, Profile(pack, (("virksomhet", place), ("rolle", "ansatt")), own), lambda: hour)
