"""The one widget that draws a question with all its answers: mouse, marking, what is painted again."""

from __future__ import annotations

from textual.geometry import Offset
from textual.selection import Selection
from textual.widget import Widget

from guide.tui.rows import Rows
from guide.tui.text import plain
from guide.tui.widgets.answers import AT_STYLE, AnswerList, Choice

from .conftest import AppMaker
from .helpers import press, screen_text


def marked(answers: AnswerList) -> list[str]:
    """The rows that are marked, as text."""
    return [row.plain.strip() for row in answers.render().rows if any(span.style == AT_STYLE for span in row.spans)]


def row_of(answers: AnswerList, key: str) -> int:
    """The row of the answer that `key` stands before."""
    return next(y for y, row in enumerate(answers.render().rows) if row.plain.lstrip(" ›").startswith(f"{key} "))


async def test_the_answer_under_the_mouse_is_marked(make_app: AppMaker) -> None:
    """Beside the one that Enter chooses, and no longer when the mouse is gone."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        answers = app.screen.query_one(AnswerList)
        assert marked(answers) == ["› 1  Ja"]
        await pilot.hover(answers, offset=(8, row_of(answers, "3")))
        assert marked(answers) == ["› 1  Ja", "3  Vet ikke"]
        await pilot.hover(answers, offset=(8, 0))
        assert marked(answers) == ["› 1  Ja"]


async def test_a_click_beside_the_answers_chooses_nothing(make_app: AppMaker) -> None:
    """On the question, and on the air between two answers."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        answers = app.screen.query_one(AnswerList)
        before = screen_text(app)
        for row in (0, row_of(answers, "2") - 1):
            await pilot.click(answers, offset=(8, row))
            await pilot.pause()
        assert screen_text(app) == before


async def test_the_text_can_be_marked_with_the_mouse(make_app: AppMaker) -> None:
    """What is marked is the text as it stands, and it is drawn while it is marked."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        answers = app.screen.query_one(AnswerList)
        assert answers.get_selection(Selection.from_offsets(Offset(0, 0), Offset(3, 0))) == (
            answers.render().plain[:3],
            "\n",
        )
        answers.text_select_all()
        await pilot.pause()
        assert answers.render().plain.rstrip() in (app.screen.get_selected_text() or "")
        assert "Vet ikke" in screen_text(app)


async def test_only_what_looks_otherwise_is_painted_again(make_app: AppMaker) -> None:
    """A move of the mark paints from the old row to the new one, and asks for no layout."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        answers = app.screen.query_one(AnswerList)
        asked: list[tuple[int, int, bool]] = []
        whole = Widget.refresh

        def refresh(self: Widget, *regions: object, layout: bool = False, **more: bool) -> Widget:
            if self is answers:
                asked.append((regions[0].y, regions[0].bottom, layout) if regions else (0, 0, layout))  # type: ignore[attr-defined]
            return whole(self, *regions, layout=layout, **more)  # type: ignore[arg-type]

        Widget.refresh = refresh  # type: ignore[method-assign, assignment]
        try:
            await press(pilot, "down")
        finally:
            Widget.refresh = whole  # type: ignore[method-assign]
        assert asked[0] == (row_of(answers, "1"), row_of(answers, "2") + 1, False)
        assert not any(layout for _, _, layout in asked)


def test_rows_that_differ_in_style_alone_are_not_the_same() -> None:
    """`Content` compares its text alone."""
    assert Rows([plain("a", "bold")]).same(Rows([plain("a", "bold")]))
    assert not Rows([plain("a", "bold")]).same(Rows([plain("a")]))
    assert not Rows([plain("a")]).same(Rows([plain("a"), plain("b")]))


def test_a_key_chooses_the_answer_it_stands_before() -> None:
    """Its own key where it has one, else its number."""
    answers = AnswerList([Choice("x", "Ja"), Choice("y", "Vet ikke", key="v")])
    assert [choice and choice.value for choice in map(answers.keyed, ("1", "v", "2", ""))] == ["x", "y", None, None]
