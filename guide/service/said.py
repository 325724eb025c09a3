"""Words that depend on more than one value, without the views: `route` in plain lines needs no more than these."""

from __future__ import annotations

from collections.abc import Collection

from guide.core.content import Content
from guide.service import words


def report_words(report: str, duties: Collection[str]) -> str:
    """The answer on the duty to report; where other duties bind, «nei» is not said alone."""
    return words.REPORT_ALONE_NOT if report == "not_now" and duties else words.REPORT[report]


def source_title(content: Content, source: str) -> str:
    """The title of a statute or an official guidance, or the plan's point with the municipality's name."""
    kind, _, name = source.partition(":")
    if kind in ("lov", "kilde"):
        return content.laws[source].title
    pack = content.packs[kind]
    return f"{pack.name}: {pack.points[name].title}"
