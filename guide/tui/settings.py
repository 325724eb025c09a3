"""What the app remembers of its user, and the store that remembers it. The command line gives the real one."""

from __future__ import annotations

from typing import Protocol

from guide.core.record import record
from guide.service.profile import Profile


@record
class Chosen:
    """Who walks here (with their own numbers), and the theme's name, empty where none was chosen."""

    profile: Profile
    theme: str = ""


class Store(Protocol):
    """Where choices live between two starts."""

    def load(self) -> Chosen:
        """What was chosen last."""
        ...

    def save(self, chosen: Chosen) -> None:
        """Remembers. Raises OSError where that can't be done."""
        ...


class Guard(Protocol):
    """Who is told of faults beside the app, and closes the process off once it runs. The command line gives it."""

    def note(self, error: BaseException | None) -> None:
        """Keeps the code of a fault, to be told at the end."""
        ...

    def seal(self) -> None:
        """Keeps other processes from reading this one's memory."""
        ...
