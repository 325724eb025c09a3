"""Words that depend on more than one value, without the views: `route` in plain lines needs no more than these."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from guide.core.content import Content, Node
from guide.core.emergency import NUMBERS
from guide.core.text import clean
from guide.service import words


def report_words(node: Node, duties: Collection[str], owed: bool = False) -> tuple[str, str]:
    """The answer on the duty to report at an outcome, and what goes with it.

    Where other duties bind, «nei» is not said alone; where an emergency number comes first, the answer waits for it;
    where advice before this one was to report (`owed`), this one does not take that back.
    """
    if node.urgency == "now" and node.report != "must" and node.contact[0][0] in NUMBERS:
        return words.REPORT_AFTER, words.REPORT_AFTER_MORE
    if owed and node.report != "must":
        return words.REPORT_STILL, words.REPORT_MORE["must"]
    said = words.REPORT_ALONE_NOT if node.report == "not_now" and duties else words.REPORT[node.report]
    return said, words.REPORT_MORE[node.report]


def source_title(content: Content, source: str) -> str:
    """The title of a statute or an official guidance, or the plan's point with the municipality's name."""
    kind, _, name = source.partition(":")
    if kind in ("lov", "kilde"):
        return content.laws[source].title
    pack = content.packs[kind]
    return f"{pack.name}: {pack.points[name].title}"


def source_titles(content: Content, sources: Sequence[str]) -> tuple[str, ...]:
    """The titles of those that the content knows, clean, in their order."""
    return tuple(clean(source_title(content, source)) for source in sources if _known(content, source))


def _known(content: Content, source: str) -> bool:
    kind, _, name = source.partition(":")
    return source in content.laws or (kind in content.packs and name in content.packs[kind].points)
