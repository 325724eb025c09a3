"""A walk as an exercise to fill in: one key, one file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from guide.core.walk import Walk
from guide.service.desk import Desk
from guide.service.guide import Guide
from guide.service.training.recording import recorded
from guide.service.training.writing import as_yaml
from guide.tui.training import texts
from guide.tui.training.file import FileModal

NAME: Final = r"[a-z0-9-]+"


class RecordModal(FileModal):
    """Asks for the file, and writes the walk's skeleton there. The name of the file is that of the exercise."""

    def __init__(self, guide: Guide, walk: Walk, desk: Desk) -> None:
        super().__init__(texts.RECORD_TITLE, texts.RECORD_HELP, desk)
        self.guide, self.walk = guide, walk

    def made(self, path: Path) -> str | bytes:
        """The exercise's file. Raises ValueError for a walk without moves, and for a name that it can't have."""
        if not self.walk.moves:
            raise ValueError(texts.RECORD_NONE)
        if not re.fullmatch(NAME, path.stem) or path.suffix != ".yaml":
            raise ValueError(texts.RECORD_BAD)
        pack = self.guide.profile.pack
        return as_yaml(recorded(self.guide.content, self.walk, f"{pack}/{path.stem}", self.walk.moves[0].when))
