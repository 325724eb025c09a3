"""A walk's stop with all that is drawn of it, made at once: what can't be shown is found out before it is drawn."""

from __future__ import annotations

from collections.abc import Mapping

from guide.core.content import ALARM_MARK
from guide.core.record import record
from guide.core.walk import Walk, WalkError
from guide.service.guide import Guide
from guide.service.present import rail, so_far, view
from guide.service.views import OutcomeView, PointView, Shown, SoFarView
from guide.tui import strings
from guide.tui.text import GAP, Line, plain


@record
class Scene:
    """A walk, what is shown where it stands, the card's points, what is known."""

    walk: Walk
    shown: Shown
    points: tuple[PointView, ...]
    known: SoFarView

    @property
    def where(self) -> tuple[Line, ...]:
        """The point that one is at, or the alarm that is open."""
        if self.walk.state.stop.startswith(ALARM_MARK):
            card = self.walk.state.stop.removeprefix(ALARM_MARK).rpartition("/")[0]
            titles = (title for name, title in strings.ALARM_NAMES.items() if card.startswith(name))
            title = next(titles, self.shown.text)
            return (Line(plain(strings.ALARM_OPEN.format(title=title), "$error")), GAP)
        point = next((p for p in self.points if p.id == self.shown.point), None)
        if not point:
            return ()
        return (Line(plain(strings.POINT.format(id=point.id, title=point.title), "$text-muted")), GAP)


def scene_of(guide: Guide, walk: Walk) -> Scene:
    """The scene of a walk. Raises what a faulty card raises (FAULTS)."""
    return Scene(walk, view(guide, walk), rail(guide, walk), so_far(guide, walk))


def stepped(guide: Guide, scene: Scene, value: str | tuple[str, ...] | Mapping[str, str]) -> Walk:
    """The walk after `value` is given at its stop: signs, fields, an answer, or on. Raises WalkError and FAULTS."""
    walk = scene.walk
    if isinstance(value, tuple):
        return guide.tick(walk, value)
    if isinstance(value, Mapping):
        return guide.note(walk, value)
    kind = walk.place.kind
    if kind == "ask":
        return guide.answer(walk, value)
    if kind not in ("task", "outcome"):
        raise WalkError(kind)
    return guide.go_on(walk) if isinstance(scene.shown, OutcomeView) else guide.done(walk)
