"""The main screens as plain text, which a reviewer can read. TILTAKSKORT_GOLDEN=write writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .conftest import AppMaker
from .helpers import press, screen_text

FOLDER = Path(__file__).parent / "golden"
TO_SIGNS = ("1", "2", "enter", "enter")
TO_REPORT = (*TO_SIGNS, "right", "space", "enter", "4", "enter")
SCREENS = {
    "home": (),
    "question": ("1",),
    "record": ("1", "2"),
    "signs": TO_SIGNS,
    "task": (*TO_SIGNS, "enter", "4", "enter"),
    "outcome": TO_REPORT,
    "summary": (*TO_REPORT, "1", "1"),
    "overview": (*TO_REPORT, "p"),
    "contacts": ("k",),
    "search": ("slash", "b", "a", "r", "n"),
    "emergency": ("exclamation_mark",),
}
SIZES = ((80, 24), (60, 20))
CASES = [*((name, size) for name in SCREENS for size in SIZES), ("outcome", (120, 40))]


@pytest.mark.parametrize(("name", "size"), CASES, ids=[f"{name}-{size[0]}x{size[1]}" for name, size in CASES])
async def test_the_screen_is_as_it_was(make_app: AppMaker, name: str, size: tuple[int, int]) -> None:
    """The same rows as in the file."""
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, *SCREENS[name])
        await pilot.pause()
        text = screen_text(app) + "\n"
    path = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("TILTAKSKORT_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_no_file_is_left_over() -> None:
    """Each file is compared with a screen."""
    assert {path.stem for path in FOLDER.iterdir()} == {f"{name}-{width}x{height}" for name, (width, height) in CASES}
