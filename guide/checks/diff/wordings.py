"""What is said in other words and changes nothing: texts of the same node, answer, service, contact, sign or point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from guide.checks.diff.versions import Versions, texts
from guide.core.content import Card, Content

FACTS, SERVICES, LISTS, CONTACTS, DUTY_RULES = "facts", "services", "lists", "contacts", "duties"


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text and what it was, empty where there was or is none. `where`: a card, or what else it belongs to."""

    where: str
    before: str
    after: str


def rewordings(versions: Versions) -> Iterator[Rewording]:
    """Every text that is another, by card; texts that only change places among themselves are not."""
    for name, new in versions.new.cards.items():
        if name in versions.old.cards:
            yield from _pairs(name, _card(versions, 0, versions.old.cards[name]), _card(versions, 1, new))
    before, after = _rest(versions.old), _rest(versions.new)
    for where in before:
        yield from _pairs(where, before[where], after[where])


def _pairs(
    where: str, old: Mapping[tuple[str, ...], tuple[str, ...]], new: Mapping[tuple[str, ...], tuple[str, ...]]
) -> Iterator[Rewording]:
    for key in new:
        if key not in old or old[key] == new[key]:
            continue
        gone = [text for text in old[key] if text not in new[key]]
        come = [text for text in new[key] if text not in old[key]]
        yield from (Rewording(where, one, other) for one, other in zip_longest(gone, come, fillvalue=""))


def _card(versions: Versions, side: int, card: Card) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {("card",): (card.title, card.about)}
    found |= {("point", point.id): (point.title,) for point in card.points}
    for fact in card.facts.values():
        found |= {("fact", fact.id, key): (text,) for key, text in (("about", fact.about), ("is", fact.definition))}
        found |= {("fact", fact.id, "=", value): (words,) for value, words in fact.values}
    for node in card.nodes.values():
        ident = versions.ident(side, card.id, node.id)
        found |= {("node", node.kind, *ident, key): each for key, each in texts(node).items()}
    return found


def _rest(content: Content) -> dict[str, dict[tuple[str, ...], tuple[str, ...]]]:
    facts: dict[tuple[str, ...], tuple[str, ...]] = {}
    for fact in content.facts.values():
        facts |= {(fact.id, "about"): (fact.about,), (fact.id, "is"): (fact.definition,)}
        facts |= {(fact.id, "=", value): (words,) for value, words in fact.values}
    signs: dict[tuple[str, ...], tuple[str, ...]] = {
        (each.id, sign.id): (sign.text,) for each in content.lists.values() for sign in each.signs
    }
    titles: dict[tuple[str, ...], tuple[str, ...]] = {
        (each.id,): (each.title, each.about, *(t for _, t in each.columns)) for each in content.lists.values()
    }
    return {
        FACTS: facts,
        SERVICES: {(each.id,): (each.title, each.about) for each in content.services.values()},
        LISTS: {**titles, **signs},
        CONTACTS: {(pack, p.id): (p.name, *p.note) for pack, points in content.contacts.items() for p in points},
        DUTY_RULES: {(rule.id,): (rule.text,) for rule in content.duties},
    }
