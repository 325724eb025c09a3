"""Text in a Markdown file stays text, also where a reader makes links by itself."""

from __future__ import annotations

import pytest

from guide.exports.markdown import escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("www.eksempel.no", "www\\.eksempel.no"),
        ("se https://eksempel.no", "se https\\://eksempel.no"),
        ("post@eksempel.no", "post\\@eksempel.no"),
        ("12. punkt", "12\\. punkt"),
        ("22.11.2027", "22.11.2027"),
        ("- punkt\n# tittel", "\\- punkt \\# tittel"),
        ("<b>fet</b> | celle", "\\<b\\>fet\\</b\\> \\| celle"),
        ("Ring 47 47 27 87, kl. 08:00–15:30", "Ring 47 47 27 87, kl. 08:00–15:30"),
    ],
)
def test_markup_is_escaped_and_the_rest_is_as_it_was(text: str, shown: str) -> None:
    """Links, lists, headings, HTML and table borders lose their meaning; ordinary text is not touched."""
    assert escaped(text) == shown
