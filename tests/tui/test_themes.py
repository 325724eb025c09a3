"""Colours: every pair can be read, in the three themes, with NO_COLOR, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.color import Color
from textual.filter import Monochrome
from textual.theme import Theme

import guide.tui
from guide.service import words
from guide.tui import strings
from guide.tui.themes import CONTRAST, DARK, LIGHT, STATES, THEMES, URGENCY

from .conftest import AppMaker, MemoryStore
from .helpers import press, screen_text

AA, AAA = 4.5, 7.0


def contrast(one: Color, other: Color) -> float:
    """WCAG 2 contrast of two colours."""

    def light(color: Color) -> float:
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs(theme: Theme) -> Iterator[tuple[Color, Color]]:
    """Every colour of text with every ground that it can stand on."""
    own = theme.variables
    texts = [theme.foreground, theme.primary, theme.secondary, theme.error, theme.warning, theme.success]
    grounds = [theme.background, theme.surface, theme.panel, own["row-at"], own["plate"], own["alarm-background"]]
    found = [(text, ground) for text in (*texts, own["text-muted"]) for ground in grounds]
    found += [(own["alarm-foreground"], own["alarm-background"]), (theme.background, theme.primary)]
    found += [(own[f"{part}-foreground"], own[f"{part}-background"]) for part in ("input-cursor", "screen-selection")]
    return ((Color.parse(str(text)), Color.parse(str(ground))) for text, ground in found)


@pytest.mark.parametrize(("theme", "least"), [(DARK, AA), (LIGHT, AA), (CONTRAST, AAA)], ids=lambda x: str(x)[:12])
@pytest.mark.parametrize("grey", [False, True], ids=["colour", "NO_COLOR"])
def test_every_text_is_readable_on_every_ground(theme: Theme, least: float, grey: bool) -> None:
    """WCAG AA in dark and light, AAA in high contrast; the same in grey."""
    measured = {
        (text.hex, ground.hex): contrast(text.monochrome, ground.monochrome) if grey else contrast(text, ground)
        for text, ground in pairs(theme)
    }
    assert {pair: value for pair, value in measured.items() if value < least} == {}


def test_no_style_names_a_colour_of_its_own() -> None:
    """What is measured above is all there is: styles speak of the theme, but for the code that a phone reads."""
    folder = Path(guide.tui.__file__).parent
    own = {}
    for path in [*folder.rglob("*.tcss"), *folder.rglob("*.py")]:
        if path.name != "themes.py":
            found = re.findall(r"(?:background|color): *(#[0-9a-f]{3,8})|[\" ]on (#[0-9a-f]{3,8})", path.read_text())
            own[path.name] = {one or other for one, other in found}
    assert {name: colours for name, colours in own.items() if colours} == {"modals.tcss": {"#ffffff", "#000000"}}


def test_high_contrast_is_on_black() -> None:
    """Black ground, white text."""
    assert (CONTRAST.background, CONTRAST.foreground) == ("#000000", "#ffffff")


async def test_the_key_goes_round_the_three_and_remembers(make_app: AppMaker, store: MemoryStore) -> None:
    """Dark, light, high contrast, dark; each says its name and is painted."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for theme in (*THEMES[1:], THEMES[0]):
            await press(pilot, "t")
            assert store.chosen.theme == app.theme == theme.name
            assert strings.THEMES[theme.name] in screen_text(app)
            assert app.screen.styles.background == Color.parse(str(theme.background))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_no_color_is_grey_and_never_black_on_black(
    make_app: AppMaker, store: MemoryStore, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    """Each painted letter stands out from its ground, and no colour is left."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    app.theme = theme.name
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        grey = next(one for one in app._filters if isinstance(one, Monochrome))
        ground = Color.parse(str(theme.background))
        for strip in app.screen._compositor.render_strips():
            for text, style, _ in grey.apply(list(strip), ground):
                if text.strip() and style and style.color and style.bgcolor:
                    fore, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
                    assert fore.r == fore.g == fore.b
                    assert contrast(fore, back) >= AA, text


def test_states_and_urgencies_have_a_symbol_of_their_own() -> None:
    """Nothing is told by colour alone."""
    assert len({symbol for symbol, _ in URGENCY.values()}) == len(words.URGENCY)
    assert STATES["open"][0] != STATES["closed"][0] != STATES["unknown"][0]
