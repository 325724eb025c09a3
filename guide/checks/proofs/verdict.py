"""What a proof hands back: whether the property holds, and if not, the shortest way to see it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """One way in which a property fails."""

    code: str  # stable, e.g. "tjeneste-svarer-ikke"
    card: str  # card id, or "" when it isn't about one card
    node: str  # laid-in node id, or ""
    what: str  # one whole Norwegian sentence
    way: tuple[str, ...] = ()  # the shortest walk to it, one Norwegian line a step; () when it needs none
    severity: str = "error"  # or "warning"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one proof found over one card or pack."""

    proof: str  # "P3"
    about: str  # card or pack id
    states: int  # how many states/intervals were looked at
    seconds: float
    broken: tuple[Broken, ...] = ()
