"""Every paper can be made of every card, wherever somebody stands in it."""

from __future__ import annotations

import pytest

from guide.core.content import Content
from guide.exports.paper.as_pdf import as_pdf
from guide.exports.paper.as_text import as_text
from guide.service.guide import Guide
from guide.service.out import words
from guide.service.out.making import NotNowError, Subject, document
from guide.service.out.matter import Matter
from guide.service.profile import Profile
from tests.cases.made import Clock, steps

STEPS = (0, 6, 40)
PAPERS = [kind for kind in words.KINDS if kind != "deadlines"]


def guide_of(content: Content, card: str) -> Guide:
    """A guide of the card's municipality; of Stange for the shared cards."""
    pack = card.partition("/")[0]
    return Guide(content, Profile("stange" if pack == "felles" else pack, (("virksomhet", "skole"),)), Clock())


def test_every_paper_of_every_card(shipped: Content) -> None:
    """None fails, each has its title, and no word of a paper is left as an id of the content."""
    for number, card in enumerate(sorted(shipped.cards)):
        guide = guide_of(shipped, card)
        for much in STEPS:
            matter = Matter(guide, steps(guide, guide.begin(card), much, seed=number), notes=("notat",))
            for kind in PAPERS:
                try:
                    text = as_text(document(kind, Subject(matter)))
                except NotNowError:
                    continue
                assert "vet_ikke" not in text, (card, kind)
                assert "{" not in text, (card, kind)


@pytest.mark.parametrize("card", ["stange/skole", "ringerike/bti", "felles/vold"])
def test_the_typesetter_takes_them(shipped: Content, card: str) -> None:
    """PDF/UA refuses headings that skip a level: at the beginning, in the middle and far on."""
    guide = guide_of(shipped, card)
    for much in STEPS:
        matter = Matter(guide, steps(guide, guide.begin(card), much))
        for kind in PAPERS:
            try:
                paper = document(kind, Subject(matter))
            except NotNowError:
                continue
            assert as_pdf(paper, guide.now()).startswith(b"%PDF")
