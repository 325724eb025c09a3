"""Search by words."""

from __future__ import annotations

import pytest

from guide.core.content import Content
from guide.core.lists import KINDS
from guide.service.guide import Guide
from guide.service.search.search import CARD, CONTACT, LAW, NODE, SIGN, search
from tests.service.guides import guide_at


@pytest.fixture
def guide(shipped: Content) -> Guide:
    """Stange's kindergarten on a Monday morning."""
    return guide_at(shipped, "2026-11-23T10:00")


@pytest.mark.parametrize(
    ("words", "kind", "part"),
    [
        ("mistanke vold", CARD, "vold"),
        ("taushetsplikt", CARD, "Taushetsplikt"),
        ("blåmerker", SIGN, "blåmerker"),
        ("§ 196", LAW, "§ 196"),
        ("112", CONTACT, "Politiet"),
        ("alarmtelefonen", CONTACT, "Alarmtelefonen"),
    ],
)
def test_the_best_hit_comes_first(guide: Guide, words: str, kind: str, part: str) -> None:
    """What one looks for by its name is the first thing found."""
    best = search(guide, words)[0]
    assert best.kind == kind
    assert part in best.title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("teieplikt", "taushetsplikt"),
        ("vald", "vold"),
        ("verkedag", "virkedag"),
        ("barnevernstenesta", "barneverntjenesta"),
        ("BLÅMERKER", "blåmerker"),
        ("bla\u030amerker", "blåmerker"),
    ],
)
def test_both_forms_of_a_word_find_the_same(guide: Guide, one: str, other: str) -> None:
    """Nynorsk and bokmål, capitals and small letters, composed and decomposed."""
    found = search(guide, one)
    assert found
    assert found == search(guide, other)


def test_letters_are_kept(guide: Guide) -> None:
    """«å» is not «a»: a word without its ring is another word."""
    assert "blåmerker" in search(guide, "blåm")[0].title
    assert not any("blåmerker" in hit.title for hit in search(guide, "blam"))


def test_the_beginning_of_a_word_is_enough(guide: Guide) -> None:
    """As one types, and with another ending than the text has."""
    assert search(guide, "blåm")[0].kind == SIGN
    assert search(guide, "blåmerket")[0].kind == SIGN


def test_a_hit_says_where_it_can_be_walked_to(guide: Guide) -> None:
    """Cards and nodes are there in the content; a contact has its number and whether it answers."""
    hits = search(guide, "vold barnevern politiet", 50)
    assert {CARD, NODE, CONTACT} <= {hit.kind for hit in hits}
    for hit in hits:
        if hit.kind in (CARD, NODE, SIGN):
            assert hit.card in guide.content.cards
        if hit.kind in (NODE, SIGN):
            assert hit.node in guide.content.cards[hit.card].nodes
            assert hit.where
        if hit.kind == CONTACT:
            assert hit.where


def test_other_municipalities_are_left_out(guide: Guide) -> None:
    """Cards and contacts of the user's own municipality and of the country."""
    hits = search(guide, "barn skole vold barnevern melding", 500)
    assert {hit.card.partition("/")[0] for hit in hits if hit.card} <= {"stange", "felles"}
    assert not any("Ringsaker" in hit.title for hit in hits if hit.kind == CONTACT)


def test_who_is_open_is_that_of_the_hour(shipped: Content) -> None:
    """The same guide, asked again at night."""
    day, night = (
        next(h for h in search(guide_at(shipped, at, "ringsaker"), "barneverntjenesten") if h.number)
        for at in ("2026-11-23T10:00", "2026-11-23T20:00")
    )
    assert (day.number, day.title) == (night.number, night.title)
    assert day.where != night.where


@pytest.mark.parametrize("words", ["", "   ", "jeg er på", "xyzzyq", "§", "\x1b[2J", "!!!", "å"])
def test_nothing_fits_nothing(guide: Guide, words: str) -> None:
    """Everyday words alone, signs and nonsense find nothing and break nothing."""
    assert search(guide, words) == () or words == "\x1b[2J"


def test_the_limit_holds_and_long_questions_end(guide: Guide) -> None:
    """At most so many hits, however much is asked."""
    assert len(search(guide, "barn", 3)) == 3
    assert len(search(guide, "barn vold " * 5000)) <= 20


def test_no_hit_comes_twice(guide: Guide) -> None:
    """A question that a card asks in several rounds is found once."""
    hits = search(guide, "vold", 100)
    assert len({(hit.kind, hit.title, hit.card, hit.number) for hit in hits}) == len(hits)


EVERYDAY = {
    "mobbing": {"felles/barnehagemiljo", "felles/skolemiljo"},
    "erting": {"felles/barnehagemiljo", "felles/skolemiljo"},
    "slår": {"felles/vold"},
    "juling": {"felles/vold"},
    "blåmerker": {"felles/vold", "Har blåmerker, hevelser eller andre merker som kan komme av vold"},
    "full": {"felles/henting"},
    "rus": {"felles/henting", "Stangehjelpa: psykisk helse og rus", "Psykisk helse og rustjenester"},
    "sulten": {"felles/meldeplikt"},
    "skolevegring": {"Er ofte borte eller kommer for sent", "Følg opp fraværet uten å ta det andre opp hjemme"},
    "selvskading": {"felles/selvmord", "Skader seg selv"},
    "grooming": {"felles/vold"},
    "nakenbilder": {"felles/vold"},
}
"""An everyday word, and the cards or titles of which one must be among the first five hits."""


@pytest.mark.parametrize("pack", ["stange", "ringsaker"])
@pytest.mark.parametrize("word", EVERYDAY)
def test_everyday_words_find_what_the_cards_call_otherwise(shipped: Content, pack: str, word: str) -> None:
    """Whoever writes as people talk finds the entry among the first five, as typed and in capitals."""
    guide = guide_at(shipped, "2026-11-23T10:00", pack)
    hits = search(guide, word, 5)
    assert EVERYDAY[word] & ({hit.card for hit in hits} | {hit.title for hit in hits}), hits
    assert search(guide, word.upper(), 5) == hits


def test_a_form_and_a_beginning_of_an_everyday_word_are_known(guide: Guide) -> None:
    """«mobb» as one types, and «mobbinga»."""
    assert {hit.card for hit in search(guide, "mobb", 2)} == EVERYDAY["mobbing"]
    assert {hit.card for hit in search(guide, "mobbinga", 2)} == EVERYDAY["mobbing"]


def test_what_is_asked_for_is_found_by_its_meaning(guide: Guide) -> None:
    """A question is found by what its fact means and by its answers, not by its own words alone."""
    assert any(hit.node == "omsorg" for hit in search(guide, "tilsyn"))
    assert any(hit.node == "type" for hit in search(guide, "lugging"))


def test_every_word_that_something_means_stands_in_the_content(shipped: Content) -> None:
    """A word of `means` that nothing has would find nothing: it is a mistake in search.yaml."""
    parts = (
        shipped.cards,
        shipped.lists,
        shipped.facts,
        shipped.services,
        shipped.laws,
        *(getattr(shipped, kind) for kind in KINDS),
    )
    texts = [str(thing).casefold() for part in parts for thing in part.values()]
    meant = {word for synonym in shipped.synonyms for word in synonym.means}
    assert len(meant) > 15
    assert {word for word in meant if not any(word in text for text in texts)} == set()


def test_no_everyday_word_stands_twice(shipped: Content) -> None:
    """Each word is explained once, so that whoever edits it finds it."""
    said = [word.casefold() for synonym in shipped.synonyms for word in synonym.say]
    assert sorted(said) == sorted(set(said))
