"""The notes in docs/endringer: made by `python -m tests.diff.test_notes`, and held current."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.checks.diff.whole import compare_all
from guide.core.content import Content
from guide.core.record import replace
from guide.exports.markdown import escaped
from guide.service.diffing.diffing import as_data
from guide.service.diffing.texts import as_markdown, as_text
from tests.diff.pairs import PAIRS, ROOT, Pair, both

NOTED = tuple(pair for pair in PAIRS if pair.noted)
FOLDER = ROOT / "docs" / "endringer"
HOSTILE = "<script>x</script> [a](https://ond.no) `c` **f** https://ond.no x@ond.no"


def file_of(pair: Pair) -> Path:
    """Where the note of a pair stands."""
    letters = pair.name.removeprefix("ekte: ").translate(
        str.maketrans({"å": "a", "ø": "o", "æ": "e", " ": "-", ":": ""})
    )
    return FOLDER / f"{letters}.md"


def note(pair: Pair) -> str:
    """The note of a pair."""
    return "\n".join(as_markdown(compare_all(*both(pair)))) + "\n"


@pytest.mark.parametrize("pair", NOTED, ids=lambda pair: pair.name)
def test_the_note_is_current(pair: Pair) -> None:
    """What stands in docs/endringer is what the command makes now."""
    assert file_of(pair).read_text("utf-8") == note(pair)


def test_reordering_gives_a_note_of_nothing() -> None:
    """Reordering and renaming change nothing for staff, and the note says so in one line."""
    for pair in PAIRS[:4]:
        assert note(pair) == "# Dette endrer seg\n\nIngenting endrer seg for ansatte.\n"


def hostile(content: Content) -> Content:
    """The content with a card whose title and texts would be markup."""
    card = content.cards["by/kort"]
    nodes = {
        name: node if node.kind == "include" else replace(node, text=f"{HOSTILE} {name}", help=HOSTILE)
        for name, node in card.nodes.items()
    }
    return replace(content, cards={**content.cards, "by/kort": replace(card, title=HOSTILE, nodes=nodes)})


def test_hostile_text_becomes_no_markup() -> None:
    """Tags, links, code and emphasis in the content are shown as they stand in the Markdown, and no line is added."""
    pair = next(pair for pair in PAIRS if pair.name == "haster mindre")
    old, new = both(pair)
    found = compare_all(hostile(old), hostile(new))
    text = "\n".join(as_markdown(found))
    assert "script" in text
    assert not re.search(r"(?<!\\)<|(?<!\\)\]\(|(?<!\\)`|(?<!\\)\*|https:|(?<!\\)@", text)
    assert escaped("1. punkt\n# tittel") == "1\\. punkt \\# tittel"
    assert "\x1b" not in "".join(as_text(found))


def test_data_names_nodes_and_values() -> None:
    """JSON holds ids, before and after, the walk, and whether nothing changes."""
    data = as_data(compare_all(*both(next(pair for pair in PAIRS if pair.name == "kortere frist"))))
    assert data["nothing"] is False
    only = data["differences"][0]
    assert only["idents"] == (("by/kort", "del"), ("by/kort", "del"))
    assert only["what"] == ("deadlines",)
    assert len(only["walk"]) == 4


def main() -> None:
    """Writes all notes."""
    for pair in NOTED:
        file_of(pair).write_text(note(pair), "utf-8")


if __name__ == "__main__":
    main()
