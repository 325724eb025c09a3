"""What a group decided in an exercise. By group, never by person: it holds no name, no place and no hour."""

from __future__ import annotations

from typing import Final

from guide.core.record import record

SMALLEST: Final = 5
"""A smaller group is neither kept nor shown."""


@record
class Vote:
    """One decision: its name in the exercise, what was asked, its area, and how many chose each answer.

    `kinds` are (verdict, hands). With the majority alone it is one verdict with all hands of the group.
    """

    item: str
    asked: str
    area: str
    kinds: tuple[tuple[str, int], ...]
    majority: bool = False

    @property
    def hands(self) -> int:
        """How many answered."""
        return sum(number for _, number in self.kinds)

    @property
    def wrong(self) -> int:
        """How many were wrong, grave mistakes among them."""
        return sum(number for kind, number in self.kinds if kind in ("wrong", "grave"))


@record
class Group:
    """A group's votes in one exercise. `month` is ISO text (2026-11): a day could tell which meeting it was."""

    exercise: str
    month: str
    size: int
    votes: tuple[Vote, ...]
