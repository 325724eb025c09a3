"""What a proof has to say: over what, how large the search was, and each way in which the property fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NOT_PROVED: Final = "ikke-bevist"
"""Codes of warnings on what a proof leaves open end so."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One way in which a property fails."""

    code: str
    """Stable, for tools: `tjeneste-svarer-ikke`."""
    card: str
    """The card's id, empty when it is not about one card."""
    node: str
    """Id in the card's graph, or empty."""
    what: str
    """One whole Norwegian sentence."""
    way: tuple[str, ...] = ()
    """The shortest walk to it, one Norwegian line a step; empty when it needs none."""
    severity: str = "error"
    """`error` or `warning`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one proof found over one card or pack."""

    proof: str
    """P1 to P9."""
    about: str
    """Id of the card or pack."""
    states: int
    """How many states or intervals were looked at."""
    seconds: float
    broken: tuple[Broken, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the property holds; warnings do not break it."""
        return all(found.severity != "error" for found in self.broken)

    @property
    def decided(self) -> bool:
        """Whether all of it is proved: no part is left open because a search became too large."""
        return not any(found.code.endswith(NOT_PROVED) for found in self.broken)
