"""A contact line as it is shown, apart from the other views: `contacts` and `route --json` need no more than this."""

from __future__ import annotations

from guide.core.contacts import ContactLine
from guide.core.record import record


@record
class ContactView:
    """A contact line in words. `number` is empty where none is known; `state` is open, closed, always or unknown."""

    line: ContactLine
    title: str
    number: str
    state: str
    state_words: str
    why: str
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def before(self) -> str:
        """What is read before the number: that the report goes to another municipality, or may; often empty."""
        return self.line.lives
