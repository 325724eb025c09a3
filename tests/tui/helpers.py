"""What the tests look at, the screen as text, and the keys that walk a shipped card."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping

from textual.pilot import Pilot

from guide.core.content import OUTCOME
from guide.core.lay import Laid, targets
from guide.core.walk import Walk
from guide.service.views import QuestionView
from guide.tui.app import GuideApp

DOUBTS = 12
"""So many questions are answered «vet ikke»; in doubt for ever, one goes round for ever."""


def screen_text(app: GuideApp) -> str:
    """The screen as plain rows, as a reviewer can read it."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, each when the one before has had its effect."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def distances(laid: Laid) -> dict[str, int]:
    """How many nodes lie between each node and the nearest end, whatever is known."""
    before: dict[str, list[str]] = {}
    for place in laid.nodes.values():
        for target in targets(place):
            before.setdefault(target, []).append(place.id)
    found = {place.id: 0 for place in laid.nodes.values() if place.kind == OUTCOME and not place.go}
    queue = deque(found)
    while queue:
        node = queue.popleft()
        for other in before.get(node, ()):
            if other not in found:
                found[other] = found[node] + 1
                queue.append(other)
    return found


def key_of(walk: Walk, shown: QuestionView, wanted: Mapping[str, str], tried: Counter[tuple[str, str]]) -> list[str]:
    """The keys that answer: what is wanted the first time, else the shortest way on that has not been tried."""
    if shown.years:
        return ["1", "2", "enter"]
    far = distances(walk.laid)
    offered = [answer.value for answer in shown.answers]
    want = wanted.get(shown.fact, wanted.get("*", "") if tried.total() < DOUBTS else "")
    if want not in offered or tried[shown.node, want]:
        want = min(offered, key=lambda v: 20 * tried[shown.node, v] + far.get(walk.place.target(v) or "", 500))
    tried[shown.node, want] += 1
    assert offered.index(want) < 9, shown.node
    return [str(offered.index(want) + 1)]
