"""Two versions of all content: every difference once, however many cards meet it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from guide.checks.diff.cards import Compared, Difference, compare
from guide.checks.diff.contacts import ContactChange, contact_changes
from guide.checks.diff.listed import Exercises, Listed, listed_changes
from guide.checks.diff.packs import PackChange, pack_changes
from guide.checks.diff.search import EXIT_TO
from guide.checks.diff.versions import OLD, Versions, side_by_side
from guide.checks.diff.wordings import Rewording, rewordings
from guide.core.content import ASK, RECORD, SIGNS, Content

SHARED = "felles"
NO_EXERCISES: tuple[Exercises, Exercises] = ({}, {})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, list of signs or record that only one version has."""

    card: str
    node: str
    text: str
    new: bool


@dataclass(slots=True)
class Changes:
    """Everything that is another."""

    versions: Versions
    differences: list[Difference] = field(default_factory=list)
    contacts: list[ContactChange] = field(default_factory=list)
    packs: list[PackChange] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    rewordings: list[Rewording] = field(default_factory=list)
    cards_added: list[str] = field(default_factory=list)
    cards_removed: list[str] = field(default_factory=list)
    alarms: list[tuple[str, str, bool]] = field(default_factory=list)
    """(card, alarm, whether it has come or gone)."""
    unproved: list[tuple[str, str, str]] = field(default_factory=list)
    """(card, title before, title now) of stops for which a search gave up."""

    @property
    def nothing(self) -> bool:
        """Whether nothing changes for staff."""
        listed = [each for each in self.listed if not each.only_words]
        found = self.differences, self.contacts, self.packs, listed, self.asked, self.alarms
        return not any((*found, self.cards_added, self.cards_removed, self.unproved))


def compare_all(
    old: Content, new: Content, cards: Iterable[str] = (), exercises: tuple[Exercises, Exercises] = NO_EXERCISES
) -> Changes:
    """What changes from `old` to `new`; with `cards`, on these cards alone. Raises LayError.

    `exercises` are the old ones and the new ones: they are no part of the content.
    """
    versions = side_by_side(old, new)
    only = set(cards)
    found = Changes(versions)
    both = [name for name in new.cards if name in old.cards and (not only or name in only)]
    # the municipalities' cards first: what they show is told with a walk of theirs
    for name in sorted(both, key=lambda name: name.startswith(f"{SHARED}/")):
        _add(found, compare(versions, name))
        found.alarms += _alarms(versions, name)
    found.asked = [each for each in _asked(versions) if not only or each.card in only]
    found.rewordings = [each for each in rewordings(versions) if not only or each.where in only]
    if not only:
        found.contacts = list(contact_changes(versions))
        found.packs = list(pack_changes(versions))
        found.listed = list(listed_changes(old, new, *exercises))
        found.cards_added = [name for name in new.cards if name not in old.cards]
        found.cards_removed = [name for name in old.cards if name not in new.cards]
    return found


def _add(found: Changes, compared: Compared) -> None:
    """Takes in one card: what another has shown is told once, with the shortest walk that opens no alarm."""
    at = {each.key: index for index, each in enumerate(found.differences)}
    for each in compared.differences:
        index = at.get(each.key)
        if index is None:
            at[each.key] = len(found.differences)
            found.differences.append(each)
            continue
        known = found.differences[index]
        cards = tuple(dict.fromkeys((*known.cards, *each.cards)))
        better = min(known, each, key=lambda d: (bool(d.alarm), d.cards[0].startswith(f"{SHARED}/"), len(d.walk)))
        found.differences[index] = replace(better, cards=cards if EXIT_TO not in known.what else known.cards)
    found.unproved += compared.unproved


def _alarms(versions: Versions, card: str) -> Iterator[tuple[str, str, bool]]:
    old, new = (dict(versions.content(side).cards[card].alarms) for side in (0, 1))
    yield from ((card, name, True) for name in new if name not in old)
    yield from ((card, name, False) for name in old if name not in new)


def _asked(versions: Versions) -> Iterator[Asked]:
    for side in (1, OLD):
        for card in versions.content(side).cards.values():
            if card.id not in versions.content(1 - side).cards:
                continue
            for node in card.nodes.values():
                ident = versions.ident(side, card.id, node.id)
                if node.kind in (ASK, SIGNS, RECORD) and not versions.in_both(ident):
                    yield Asked(*ident, node.text, bool(side))
