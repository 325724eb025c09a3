"""The order in which the choices of an exercise's own question are offered: always the same, and nobody's habit.

Whoever writes an exercise tends to write what is right first. A card's own answers stay in the card's order.
"""

from __future__ import annotations

from hashlib import sha256

from guide.core.content import Pairs
from guide.core.exercise import Scene


def offered(exercise: str, scene: Scene) -> Pairs:
    """The options of a scene of `exercise` (its id) by what their names hash to: alike alone and in a room."""
    return tuple(
        sorted(scene.options, key=lambda option: sha256(f"{exercise}/{scene.id}/{option[0]}".encode()).digest())
    )
