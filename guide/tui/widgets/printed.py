"""A widget that shows rows: paints again only what looks otherwise, is laid out again only for another height."""

from __future__ import annotations

from itertools import zip_longest

from textual.geometry import Region, Size
from textual.selection import Selection
from textual.widget import Widget

from guide.tui.rows import Rows, same_row
from guide.tui.text import NOTHING


class Printed(Widget):
    """Shows `made` at the width that it has. Its text can be marked with the mouse."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._made: tuple[object, Rows] = (None, Rows(()))

    def made(self, width: int) -> Rows:
        """The rows at `width`."""
        raise NotImplementedError

    def render(self) -> Rows:
        """The rows at the width that there is."""
        return self._at(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many rows it takes at `width`."""
        return len(self._at(width).rows) if width else 0

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is marked of it."""
        return self.render().selected(selection)

    def again(self) -> None:
        """Something has changed."""
        before = self._made[1].rows
        self._made = (None, Rows(()))
        width, height = self.content_size
        rows = self._at(width).rows if width else ()
        # as high as its styles keep it, however little it shows
        room = self.parent.scrollable_content_region.height if isinstance(self.parent, Widget) else 0
        if not width or height != max(len(rows), room if self.styles.min_height else 0):
            self.refresh(layout=True)
            return
        changed = [y for y, pair in enumerate(zip_longest(before, rows, fillvalue=NOTHING)) if not same_row(*pair)]
        if changed:
            self.refresh(Region(0, changed[0], width, changed[-1] + 1 - changed[0]))

    def stamp(self) -> object:
        """What else than the width the rows depend on."""
        return None

    def _at(self, width: int) -> Rows:
        key = (width, self.stamp())
        if self._made[0] != key:
            self._made = (key, self.made(width))
        return self._made[1]
