"""One field: the file that something is written to. A file that is there is never written over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from textual.widget import Widget
from textual.widgets import Input

from guide.core.text import clean
from guide.service.desk import Desk
from guide.tui import keys
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain
from guide.tui.training import texts
from guide.tui.widgets.entry import TEXT, Entry
from guide.tui.widgets.prose import Prose


class FileEntry(Entry):
    """Escape closes."""

    def action_leave(self) -> None:
        """Closes without writing."""
        if isinstance(self.screen, FileModal):
            self.screen.action_close()


class FileModal(Dialog):
    """Dismissed with one sentence that says where it was written; nothing for Escape."""

    def __init__(self, title: str, about: str, desk: Desk, name: str = "") -> None:
        super().__init__(title, (GAP, Line(plain(about, "$text-muted")), GAP))
        self.desk, self.name_first = desk, name

    def more(self) -> Iterable[Widget]:
        """The field."""
        yield FileEntry(TEXT, self.name_first, texts.RECORD_HOW)
        yield Prose(id="below")

    def hints(self) -> Sequence[Key]:
        """Done, out."""
        return (keys.KEEP, keys.ESCAPE)

    def take_keys(self) -> None:
        """The field has the keys."""
        self.query_one(FileEntry).focus()

    def made(self, path: Path) -> str | bytes:
        """What is written. Raises ValueError with a sentence where it can't be made."""
        raise NotImplementedError

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Writes it, or says why it can't be written."""
        event.stop()
        typed = clean(event.value).strip()
        if not typed:
            self._refuse(texts.FILE_NONE)
            return
        try:
            path = Path(typed).expanduser()
            self.desk.write(path, self.made(path))
        except FileExistsError:
            self._refuse(texts.FILE_THERE)
        except ValueError as error:
            self._refuse(str(error))
        except (OSError, RuntimeError):  # RuntimeError: the home of a user that is not there
            self._refuse(texts.FILE_FAILED)
        else:
            self.dismiss(texts.SAVED.format(path=path))

    def _refuse(self, why: str) -> None:
        self.query_one("#below", Prose).show([GAP, Line(plain(why, "$error"))])


class MadeModal(FileModal):
    """Writes what `make` gives, made when the file is named."""

    def __init__(self, title: str, about: str, desk: Desk, name: str, make: Callable[[], str | bytes]) -> None:
        super().__init__(title, about, desk, name)
        self.make = make

    def made(self, path: Path) -> str | bytes:
        """What is made. Raises ValueError where the library for PDF is not there."""
        try:
            return self.make()
        except ImportError:
            raise ValueError(texts.NO_TYPESETTER) from None
