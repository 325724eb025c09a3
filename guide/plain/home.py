"""Where the line mode begins: the numbers first, then a card, or the choices of the first start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from guide.plain import strings
from guide.plain.lines import all_contacts
from guide.plain.measures import asked
from guide.plain.talk import ChangeError, LeftError, Talk, emergency_line
from guide.plain.walk import EndedError, walk_card
from guide.service.guide import Guide
from guide.service.profile import Profile

Save = Callable[[Profile], bool]
"""Remembers a profile; whether that could be done."""

LEFT, AT_ADVICE, OPEN = "left", "at_advice", "open"
"""How it ended: the user left, or input ended at advice or before it."""

MUNICIPALITY: Final = "municipality"


def run_card(guide: Guide, card: str, talk: Talk) -> str:
    """One card, as `walk` opens it. Returns how it ended."""
    return _ended(talk, lambda: _card(guide, card, talk))


def run_home(guide: Guide, talk: Talk, save: Save | None, fixed: bool = False) -> str:
    """The card of the user's workplace, which is asked for where it isn't known. Returns how it ended.

    `save` remembers what is chosen, None where it holds for this run only; `fixed`: the municipality is given.
    """
    return _ended(talk, lambda: _home(guide, talk, save, fixed))


def _ended(talk: Talk, run: Callable[[], None]) -> str:
    talk.say(emergency_line(), strings.TOP, strings.NOT_SAVED_YET if talk.hidden else strings.NOT_SAVED)
    try:
        run()
    except (LeftError, KeyboardInterrupt):
        talk.say("", strings.LEFT_SAVED if talk.saved else strings.LEFT)
        return LEFT
    except EndedError as ended:
        return AT_ADVICE if ended.at_advice else OPEN
    except EOFError:
        talk.say("", strings.ENDED_SAVED if talk.saved else strings.ENDED_HOME)
        return OPEN
    finally:
        talk.close_cases()
    return LEFT


def _card(guide: Guide, card: str, talk: Talk) -> None:
    talk.say("", guide.content.cards[card].title, guide.content.cards[card].about)
    walk_card(guide, card, talk)


def _home(guide: Guide, talk: Talk, save: Save | None, fixed: bool) -> None:
    if not any(pack.kind == MUNICIPALITY for pack in guide.content.packs.values()):
        talk.say(strings.NO_CONTENT, *all_contacts(guide))
        return
    ask = not (guide.profile.pack and guide.profile.workplace)
    while True:
        if ask:
            guide = Guide(guide.content, _chosen(guide, talk, fixed), guide.now)
            if save:
                talk.say(strings.REMEMBERED if save(guide.profile) else strings.NOT_REMEMBERED)
        try:
            _begin(guide, talk)
        except ChangeError:
            ask = True


def _begin(guide: Guide, talk: Talk) -> None:
    """The card of the workplace; where there is none, whom to ring, and the cards that are for everybody."""
    pack, workplace = guide.content.packs[guide.profile.pack], guide.profile.workplace
    place = strings.AT_WORKPLACE.get(workplace, workplace)
    talk.say("", strings.PLACE.format(municipality=pack.name, workplace=place))
    card = guide.main_card()
    if card:
        talk.say(guide.content.cards[card].title)
        walk_card(guide, card, talk, change=True)
        raise LeftError  # it returns only where the card can't be shown
    broken = dict(pack.cards).get(workplace)
    talk.say(
        strings.HOME_CARD_BROKEN if broken else strings.HOME_NO_CARD.format(municipality=pack.name),
        *all_contacts(guide),
    )
    cards = [card for card in strings.ALARM_NAMES if card in guide.content.cards]
    options = [
        *(strings.ALARM_NAMES[card] for card in cards),
        strings.CHANGE,
        strings.LEAVE_QUIT,
        strings.MEASURES_OUT,
    ]
    chosen = talk.choose(options, none=False)
    while chosen == len(cards) + 2:
        talk.say("", *asked(guide, talk))
        chosen = talk.choose(options, none=False)
    if chosen == len(cards):
        raise ChangeError
    if chosen is None or chosen > len(cards):
        raise LeftError
    walk_card(guide, cards[chosen], talk, inner=True)


def _chosen(guide: Guide, talk: Talk, fixed: bool) -> Profile:
    """Municipality and workplace as the user chooses them; what belongs to the old place stays only with it."""
    old, pack = guide.profile, guide.profile.pack
    if not (fixed and pack):
        municipalities = [p for p in guide.content.packs.values() if p.kind == MUNICIPALITY]
        talk.say("", strings.SETUP_MUNICIPALITY)
        pack = municipalities[talk.choose([p.name for p in municipalities], none=False) or 0].id
    talk.say("", strings.SETUP_WORKPLACE)
    workplace = tuple(strings.WORKPLACES)[talk.choose(tuple(strings.WORKPLACES.values()), none=False) or 0]
    same = (old.pack, old.workplace) == (pack, workplace)
    facts = {fact: value for fact, value in old.facts if same or fact not in ("virksomhet", "eier")}
    facts["virksomhet"] = workplace
    return Profile(pack, tuple(facts.items()), old.local if old.pack == pack else ())
