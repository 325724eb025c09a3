"""In to the cases and out again: the store made, unlocked and locked.

What takes long (Argon2id) is apart from what changes anything: `prepare` and `secret` may run in a thread and be given
up, `make` and `open_with` are quick. All raise CaseError.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from guide.core.text import clean
from guide.service.cases.editions import Editions
from guide.service.guide import Guide
from guide.store.cases import backup as cases_backup
from guide.store.cases import open as cases_open
from guide.store.cases.crypto import Cost
from guide.store.cases.errors import NoStoreError, SecretError, StoreExistsError
from guide.store.cases.folder import data_folder
from guide.store.cases.keys import NO_STORE, KeyFile

Secret = tuple[KeyFile, bytes]
"""The key file, and the user's key that a way in has opened."""


class Access(Editions):
    """The way to one user's store. `folder` is where it lies, the user's own by default."""

    def __init__(self, guide: Guide, folder: Path | None = None, cost: Cost | None = None) -> None:
        super().__init__(guide)
        self.folder = folder or data_folder()
        self.cost = cost

    @property
    def there(self) -> bool:
        """Whether there is a store."""
        return cases_open.exists(self.folder)

    def expect(self, there: bool) -> None:
        """Before a passphrase is asked for: raises NoStoreError or StoreExistsError where it is the other way."""
        folder = clean(str(self.folder))
        if there and not self.there:
            raise NoStoreError(NO_STORE.format(folder=folder))
        if self.there and not there:
            raise StoreExistsError(cases_open.EXISTS.format(folder=folder))

    def prepare(self, passphrase: str) -> cases_open.Prepared:
        """The keys of a new store. Slow, and writes nothing.

        The municipality can open it too where its pack has a key: say so to the user first (`municipality`).
        """
        return cases_open.prepare(self.folder, passphrase, self.cost, bytes.fromhex(self.municipality()[1]))

    def make(self, prepared: cases_open.Prepared) -> str:
        """The new store, open. Returns the code that the user prints; it is shown once."""
        self.lock()
        self._store = cases_open.make(prepared, self.guide.now())
        return prepared.code

    def create(self, passphrase: str) -> str:
        """`prepare` and `make` at once."""
        return self.make(self.prepare(passphrase))

    def secret(self, passphrase: str = "", code: str = "", private: bytes = b"") -> Secret:
        """What one of the three ways in opens. Slow by passphrase, and changes nothing."""
        keys = cases_open.read_keys(self.folder)
        if code:
            return keys, keys.by_code(code)
        return keys, keys.by_municipality(private) if private else keys.by_passphrase(passphrase)

    def secret_of(self, given: str) -> Secret:
        """What one field opens: the passphrase stands in it, else the code on the sheet."""
        try:
            return self.secret(given)
        except SecretError as wrong:
            try:
                return self.secret(code=given)
            except SecretError:
                raise wrong from None

    def open_with(self, secret: Secret) -> None:
        """Opens the store."""
        self.lock()
        self._store = cases_open.by_user_key(self.folder, *secret)

    def unlock(self, passphrase: str = "", code: str = "", private: bytes = b"") -> None:
        """Opens the store by one of the three ways in: `secret` and `open_with` at once."""
        self.lock()
        self.open_with(self.secret(passphrase, code, private))

    def unlock_from_copy(self, passphrase: str = "", code: str = "", private: bytes = b"") -> datetime:
        """Opens the newest whole copy in the place of a store that can't be read. Returns when it was taken (UTC)."""
        self.lock()
        self._store, taken = cases_backup.restore_file(self.folder, *self.secret(passphrase, code, private))
        return taken

    def lock(self) -> None:
        """Closes the store and forgets its key."""
        if self._store is not None:
            self._store.db.close()
        self._store = None
        self._guides.clear()
