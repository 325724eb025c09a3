"""What the tests look at: the screen as text."""

from __future__ import annotations

from textual.pilot import Pilot

from guide.tui.app import GuideApp


def screen_text(app: GuideApp) -> str:
    """The screen as plain rows, as a reviewer can read it."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, each when the one before has had its effect."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
