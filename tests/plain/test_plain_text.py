"""Text stays text, whoever wrote it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guide.core.content import Content, Node
from guide.plain.home import run_card
from guide.plain.talk import Talk, plain
from guide.service.route import Given
from tests.plain.talking import CONTROL, driven, talk_of
from tests.service.guides import guide_at

PAYLOADS = (
    "\x1b[31mRØD\x1b[0m",
    "\x1b]0;tittel\x07RØD",
    "\x1b]8;;http://x\x1b\\RØD\x1b]8;;\x1b\\",
    "\x1b]52;c;eA==\x07RØD",
    "\x9b2JRØD\x9d0;x\x9c",
    "\x08\x08\x7fRØD\rRØD",
    "RØD\n1. Ja\tRØD",
    "\u202eRØD\u2066\u200b\ufeff",
    "[bold red]RØD[/] {0} %s {text}",
    "\x0e\x0fRØD\x1bP0;0|x\x1b\\",
    "\U000e0041RØD\ud800",
)
CARD = "stange/barnehage"


def hostile(content: Content, payload: str) -> Content:
    """The content with `payload` in every text of every node, card, fact, sign and contact."""

    def node(old: Node) -> Node:
        lists = {name: tuple(payload + text for text in getattr(old, name)) for name in LISTS}
        text = old.text if old.kind in ("include", "exit") else payload + old.text
        return replace(old, text=text, help=payload + old.help, **lists)

    cards = {
        name: replace(
            card,
            title=payload + card.title,
            about=payload + card.about,
            nodes={i: node(old) for i, old in card.nodes.items()},
            points=tuple(replace(point, title=payload + point.title) for point in card.points),
        )
        for name, card in content.cards.items()
    }
    facts = {
        name: replace(
            fact,
            about=payload + fact.about,
            definition=payload + fact.definition,
            values=tuple((value, words + payload) for value, words in fact.values),
        )
        for name, fact in content.facts.items()
    }
    signs = {
        name: replace(found, signs=tuple(replace(sign, text=payload + sign.text) for sign in found.signs))
        for name, found in content.lists.items()
    }
    contacts = {
        pack: tuple(replace(point, name=payload + point.name, note=(payload,), web=payload) for point in points)
        for pack, points in content.contacts.items()
    }
    return replace(content, cards=cards, facts=facts, lists=signs, contacts=contacts)


LISTS = ("do", "dont", "say_phone", "say_child", "share", "next", "note")


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_hostile_content_is_shown_as_text(shipped: Content, payload: str) -> None:
    """No control byte and no hidden mark in anything that is said on the way to advice; the letters are there."""
    guide = guide_at(hostile(shipped, payload), "2026-11-23T10:00")
    known = {"akutt_fare": "ja", "hva_skjer": "vold_naa"}
    _, heard = driven(guide, CARD, Given(known))
    for line in ("k", "?", "o", "/ barn", "hjelp", "+", "1", "!"):
        talk, more = talk_of(["1", line])
        run_card(guide, CARD, talk)
        heard.parts += more.parts
    assert not CONTROL.search(heard.text)
    assert "RØD" in heard.text
    if "{0}" in payload:
        assert payload in heard.text


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_hostile_lines_are_answered_as_text(shipped: Content, payload: str) -> None:
    """What a user pastes comes back without what a terminal would act on."""
    guide = guide_at(shipped, "2026-11-23T10:00")
    talk, heard = talk_of([payload, "/" + payload, "nei", payload, payload])
    run_card(guide, CARD, talk)
    assert not CONTROL.search(heard.text)


def test_a_text_is_one_line() -> None:
    """A line break in a text can't pretend to be a line of ours."""
    said: list[str] = []
    Talk(lambda: "", said.append).say("en\nto\tre\r\nfire")
    assert said == ["en to re fire\n"]
    assert plain("  en   to ") == "en to"
