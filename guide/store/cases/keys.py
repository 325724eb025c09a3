"""The file with the keys: the user's key, wrapped in each way that opens it, and the keys of the epochs.

passphrase, printed code or municipality → the user's key → the epoch's key → a key per case (in the store).
A deleted case is out of reach in every copy of the store once the epoch's key is gone: copies hold no key of their own
(docs/adr/0018-the-encrypted-store.md). The file is small, written whole or not at all, and lies in two places.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from guide.core.text import clean
from guide.store.cases import crypto
from guide.store.cases.errors import DamagedError, NewerError, NoStoreError
from guide.store.cases.folder import COPIES, KEYS, make_folder, own_file
from guide.store.cases.wraps import Wraps
from guide.store.files import write_atomically

FORMAT: Final = 1
_MOST_BYTES: Final = 64 * 1024

KEYS_BROKEN: Final = (
    "Nøkkelfila i mappa {folder} er skadet, og kopien av den også. Sakene kan ikke åpnes uten den. "
    "Ikke slett noe. Be den som drifter maskinen, hente mappa fra sin sikkerhetskopi."
)
KEYS_NEWER: Final = "Sakene er laget med en nyere versjon av programmet. Oppdater programmet. Ingenting er rørt."
NO_STORE: Final = "Det er ingen lagrede saker i mappa {folder}."


class KeyFile(Wraps):
    """The file: the ways in, and the epochs' keys."""

    def __init__(self, folder: Path, data: dict[str, Any]) -> None:
        super().__init__(data)
        self.folder = folder
        self.even = True
        """Whether the file and its copy are the same; the power may have gone between the two."""

    @classmethod
    def made(cls, folder: Path, store: str) -> KeyFile:
        """A new one, with no way in yet; not written."""
        return cls(folder, {"format": FORMAT, "store": store, "epochs": {}, "wraps": {}})

    @classmethod
    def read(cls, folder: Path) -> KeyFile:
        """The file, or its copy where it is damaged or missing. Raises CaseError."""
        texts = [_text(folder / KEYS), _text(folder / COPIES / KEYS)]
        found = next((data for text in texts if text is not None and (data := _checked(text))), None)
        if found is None:
            if texts == [None, None]:
                raise NoStoreError(NO_STORE.format(folder=clean(str(folder))))
            raise DamagedError(KEYS_BROKEN.format(folder=clean(str(folder))))
        if found["format"] > FORMAT:
            raise NewerError(KEYS_NEWER)
        keys = cls(folder, found)
        keys.even = texts[0] == texts[1]
        return keys

    def write(self) -> None:
        """Writes the file and its copy. Raises OSError."""
        body = json.dumps(self.data, sort_keys=True)
        text = json.dumps({"sum": sha256(body.encode()).hexdigest(), "keys": self.data}, sort_keys=True, indent=1)
        make_folder(self.folder / COPIES)
        for path in (self.folder / KEYS, self.folder / COPIES / KEYS):
            write_atomically(path, text.encode())
        self.even = True

    # --- epochs ----------------------------------------------------------------------------------------------
    def put_epoch(self, user_key: bytes, number: int, key: bytes) -> None:
        """Adds the key of an epoch; not written."""
        at = crypto.place(self.store, "epoch", number)
        self.data["epochs"][str(number)] = crypto.seal(user_key, at, key).hex()

    def epoch(self, user_key: bytes, number: int) -> bytes:
        """The key of an epoch. Raises SealError, also where it has been destroyed."""
        try:
            sealed = bytes.fromhex(self.data["epochs"][str(number)])
        except (KeyError, TypeError, ValueError):
            raise crypto.SealError from None
        return crypto.unseal(user_key, crypto.place(self.store, "epoch", number), sealed)

    @property
    def epochs(self) -> tuple[int, ...]:
        """The numbers of the epochs whose keys are still here; more than one in the middle of a deletion only."""
        return tuple(sorted(int(number) for number in self.data["epochs"]))

    def keep_epoch(self, number: int) -> None:
        """Destroys the keys of all other epochs; not written."""
        self.data["epochs"] = {name: key for name, key in self.data["epochs"].items() if int(name) == number}


def _text(path: Path) -> bytes | None:
    try:
        own_file(path)
        with open(path, "rb") as stream:
            return stream.read(_MOST_BYTES)
    except FileNotFoundError:
        return None


def _checked(text: bytes) -> dict[str, Any] | None:
    """The keys of a file whose sum is right, None where it is damaged."""
    try:
        whole = json.loads(text)
        keys, total = whole["keys"], whole["sum"]
        right = sha256(json.dumps(keys, sort_keys=True).encode()).hexdigest() == total
        known = right and isinstance(keys["format"], int) and isinstance(keys["wraps"], dict)
        return dict(keys) if known and isinstance(keys["epochs"], dict) and keys["store"] else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
