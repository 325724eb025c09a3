"""The sheet that says that one has trained: no name in it, no score, and no certificate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from guide.service.desk import Desk
from guide.service.training.paper import done_document, written
from guide.service.training.training import Training
from guide.tui.training import texts
from guide.tui.training.file import FileModal


class DoneModal(FileModal):
    """Asks for the file, and writes the sheet there: as Markdown where its name ends so, else as PDF."""

    def __init__(self, training: Training, desk: Desk, together: bool, now: Callable[[], datetime]) -> None:
        super().__init__(texts.DONE_TITLE, texts.DONE_ABOUT, desk, texts.DONE_NAME)
        self.training, self.together, self.now = training, together, now

    def made(self, path: Path) -> str | bytes:
        """The sheet. Raises ValueError where the library for PDF is not there."""
        now = self.now()
        kind = "md" if path.suffix.casefold() == ".md" else "pdf"
        try:
            return written(done_document(self.training, self.together, now), kind, now)
        except ImportError:
            raise ValueError(texts.NO_TYPESETTER) from None
