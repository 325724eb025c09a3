"""A few screens as plain text, which a reviewer can read. TILTAKSKORT_GOLDEN=write writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .conftest import AppMaker
from .helpers import press, screen_text

FOLDER = Path(__file__).parent / "golden"
TO_REPORT = ("1", "2", "enter", "enter", "right", "space", "enter", "4", "enter")


@pytest.mark.parametrize(
    ("name", "keys", "size"),
    [
        ("home", (), (80, 24)),
        ("question", ("1",), (80, 24)),
        ("outcome", TO_REPORT, (80, 24)),
        ("outcome", TO_REPORT, (60, 20)),
        ("outcome", TO_REPORT, (120, 40)),
        ("emergency", ("exclamation_mark",), (60, 20)),
    ],
)
async def test_the_screen_is_as_it_was(
    make_app: AppMaker, name: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    """The same rows as in the file."""
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, *keys)
        await pilot.pause()
        text = screen_text(app) + "\n"
    path = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("TILTAKSKORT_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
