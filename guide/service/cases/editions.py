"""Which edition of the cards a case walks: the one that it began with, kept in the store, or today's."""

from __future__ import annotations

from collections.abc import Mapping

from guide.core.case import KEEP_DAYS, ReplayError
from guide.core.content import SignList
from guide.core.lay import Laid, LayError
from guide.service.cases import words
from guide.service.guide import Guide
from guide.store.cases import contents as cases_contents
from guide.store.cases.cases import CaseStore
from guide.store.cases.errors import CaseError, DamagedError


class LockedError(CaseError):
    """The cases are locked."""


class Editions:
    """Guides over the editions that cases walk, and today's. `guide` is of today's content."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._store: CaseStore | None = None
        self._guides: dict[str, Guide] = {}
        self._today: dict[str, cases_contents.Kept] = {}

    @property
    def store(self) -> CaseStore:
        """The open store. Raises LockedError."""
        if self._store is None:
            raise LockedError(words.LOCKED)
        return self._store

    def over(self, guide: Guide) -> None:
        """`guide` is of today's content, and of who the user is, from now on."""
        self.guide = guide
        self._guides.clear()
        self._today.clear()

    @property
    def unlocked(self) -> bool:
        """Whether the store is open."""
        return self._store is not None

    def today(self, card: str) -> cases_contents.Kept:
        """What today's content has of `card`. Raises CaseError where the card is out of use."""
        if card not in self._today:
            try:
                self._today[card] = cases_contents.keep(self.guide.content, card)
            except KeyError:
                raise CaseError(words.UNREADABLE.format(case=card)) from None
        return self._today[card]

    def guide_of(self, sha256: str) -> Guide:
        """A guide over the version of the cards with this hash, and today's contacts. Raises CaseError."""
        if sha256 not in self._guides:
            if any(kept.id == sha256 for kept in self._today.values()):
                return self.guide
            data = self.store.content(sha256)
            try:
                kept = cases_contents.Kept(sha256, data or b"")
                content = cases_contents.content_of(kept, self.guide.content)
            except cases_contents.ContentError:
                raise DamagedError(words.UNREADABLE.format(case=""), "") from None
            self._guides[sha256] = Guide(content, self.guide.profile, self.guide.now)
        return self._guides[sha256]

    def resolve(self, sha256: str, card: str) -> tuple[Laid, Mapping[str, SignList]]:
        """The graph and lists that a version of a card is. Raises ReplayError."""
        try:
            guide = self.guide_of(sha256)
            return guide.laid(card), guide.content.lists
        except (LayError, DamagedError):
            raise ReplayError from None

    def municipality(self) -> tuple[str, str]:
        """(name, public key) of the municipality that can open the user's cases; empty where it has set none."""
        pack = self.guide.content.packs.get(self.guide.profile.pack)
        return (pack.name, pack.case_key) if pack and pack.case_key else ("", "")

    def keep_days(self) -> int:
        """How long the municipality lets a case be kept."""
        pack = self.guide.content.packs.get(self.guide.profile.pack)
        return (pack.keep_days if pack else 0) or KEEP_DAYS

    def number(self, pack: str) -> str:
        """The municipality's own number for this edition of a pack."""
        found = self.guide.content.packs.get(pack)
        return found.version if found else ""
