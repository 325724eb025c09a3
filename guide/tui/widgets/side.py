"""A side of the walk, where the window is wide enough for one: the card's points, or what is known so far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget

from guide.tui import strings
from guide.tui.scene import Scene
from guide.tui.text import GAP, Line
from guide.tui.widgets.lines import known_lines, note_lines, point_lines, titled
from guide.tui.widgets.prose import Prose


class Side(Widget):
    """Lines that scroll by themselves."""

    def __init__(self, id: str) -> None:
        self.prose = Prose()
        super().__init__(self.prose, id=id, classes="side")

    def show(self, scene: Scene, note: str, today: date) -> None:
        """Shows what it shows as it is in `scene`."""
        self.prose.show(self.lines(scene, note, today))

    def lines(self, scene: Scene, note: str, today: date) -> Iterable[Line]:
        """What stands there; `note` is the user's own, `today` a date in Oslo."""
        raise NotImplementedError


class PointsSide(Side):
    """The card's points."""

    def __init__(self) -> None:
        super().__init__("points")

    def lines(self, scene: Scene, note: str, today: date) -> Iterable[Line]:
        """The points with their state."""
        return titled(strings.POINTS, [GAP, *point_lines(scene.points, today)])


class KnownSide(Side):
    """What is known so far, and the note."""

    def __init__(self) -> None:
        super().__init__("known")

    def lines(self, scene: Scene, note: str, today: date) -> Iterable[Line]:
        """What is known, and the note."""
        return titled(strings.KNOWN, [*known_lines(scene.known), *note_lines(note)])
