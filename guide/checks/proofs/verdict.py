"""What a proof hands back: whether the property holds, and if not, the shortest way to see it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """One way in which a property fails."""

    code: str
    """Stable, e.g. «tjeneste-svarer-ikke»."""
    card: str
    """Card id, or empty when it isn't about one card."""
    node: str
    """Laid-in node id, or empty."""
    what: str
    """One whole Norwegian sentence."""
    way: tuple[str, ...] = ()
    """The shortest walk to it, one Norwegian line a step; empty when it needs none."""
    severity: str = "error"
    """Or «warning»."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one proof found over one card or pack."""

    proof: str
    """«P3»."""
    about: str
    """Card or pack id."""
    states: int
    """How many states or intervals were looked at."""
    seconds: float
    broken: tuple[Broken, ...] = ()
