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
from guide.store import cases_crypto as crypto
from guide.store.cases_errors import DamagedError, NewerError, NoStoreError, SecretError
from guide.store.cases_folder import COPIES, KEYS, make_folder, own_file
from guide.store.files import write_atomically

FORMAT: Final = 1
SHORTEST: Final = 12
PASSPHRASE, CODE, MUNICIPALITY = "passphrase", "code", "municipality"
"""The ways in."""
_MOST_BYTES: Final = 64 * 1024

NOT_THIS: Final = "Passordsetningen er ikke riktig. Prøv igjen, eller bruk den utskrevne koden."
WRONG_CODE: Final = "Koden er ikke riktig. Skriv alle de ni gruppene på fire tegn, slik de står på arket."
WRONG_KEY: Final = "Nøkkelen passer ikke til disse sakene."
NO_SUCH_WAY: Final = "Disse sakene er ikke satt opp til å åpnes slik."
TOO_SHORT: Final = "Passordsetningen er for kort. Bruk minst {most} tegn, gjerne fire ord som ikke hører sammen."
KEYS_BROKEN: Final = (
    "Nøkkelfila i mappa {folder} er skadet, og kopien av den også. Sakene kan ikke åpnes uten den. "
    "Ikke slett noe. Be den som drifter maskinen, hente mappa fra sin sikkerhetskopi."
)
KEYS_NEWER: Final = "Sakene er laget med en nyere versjon av programmet. Oppdater programmet. Ingenting er rørt."
NO_STORE: Final = "Det er ingen lagrede saker i mappa {folder}."


class KeyFile:
    """What the file holds, and the way to the user's key. Nothing secret is in it in the clear."""

    def __init__(self, folder: Path, data: dict[str, Any]) -> None:
        self.folder, self.data = folder, data

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
        return cls(folder, found)

    @property
    def store(self) -> str:
        """The store's own random name, which every sealed text is bound to."""
        return str(self.data["store"])

    @property
    def ways(self) -> tuple[str, ...]:
        """How the store can be opened."""
        return tuple(self.data["wraps"])

    def write(self) -> None:
        """Writes the file and its copy. Raises OSError."""
        body = json.dumps(self.data, sort_keys=True)
        text = json.dumps({"sum": sha256(body.encode()).hexdigest(), "keys": self.data}, sort_keys=True, indent=1)
        make_folder(self.folder / COPIES)
        for path in (self.folder / KEYS, self.folder / COPIES / KEYS):
            write_atomically(path, text.encode())

    # --- ways in ---------------------------------------------------------------------------------------------
    def wrap_passphrase(self, user_key: bytes, passphrase: str, cost: crypto.Cost) -> None:
        """Lets `passphrase` open the store, in place of an earlier one. Raises SecretError."""
        if len(passphrase.strip()) < SHORTEST:
            raise SecretError(TOO_SHORT.format(most=SHORTEST))
        salt = crypto.random_key()[:16]
        wrap = {"memory": cost.memory, "passes": cost.passes, "lanes": cost.lanes, "salt": salt.hex()}
        self._wrap(PASSPHRASE, wrap, crypto.key_of_passphrase(passphrase, salt, cost), user_key)

    def wrap_code(self, user_key: bytes) -> str:
        """A new printed code that opens the store; the earlier one no longer does."""
        secret, salt = crypto.random_key()[: crypto.CODE_BYTES], crypto.random_key()[:16]
        self._wrap(CODE, {"salt": salt.hex()}, crypto.key_of_secret(secret, salt, CODE), user_key)
        return crypto.write_code(secret)

    def wrap_municipality(self, user_key: bytes, public: bytes) -> None:
        """Lets the holder of the municipality's private key open the store. Raises ValueError for no public key."""
        kept, key = crypto.key_for(public)
        self._wrap(MUNICIPALITY, {"public": public.hex(), "once": kept.hex()}, key, user_key)

    def by_passphrase(self, passphrase: str) -> bytes:
        """The user's key. Raises SecretError."""
        wrap = self._way(PASSPHRASE)
        try:
            cost = crypto.Cost(wrap["memory"], wrap["passes"], wrap["lanes"])
            key = crypto.key_of_passphrase(passphrase, bytes.fromhex(wrap["salt"]), cost)
            return self._unwrap(PASSPHRASE, wrap, key)
        except (crypto.SealError, KeyError, TypeError, ValueError):
            raise SecretError(NOT_THIS) from None

    def by_code(self, code: str) -> bytes:
        """The user's key by the printed code. Raises SecretError."""
        wrap = self._way(CODE)
        try:
            key = crypto.key_of_secret(crypto.read_code(code), bytes.fromhex(wrap["salt"]), CODE)
            return self._unwrap(CODE, wrap, key)
        except (crypto.SealError, KeyError, TypeError, ValueError):
            raise SecretError(WRONG_CODE) from None

    def by_municipality(self, private: bytes) -> bytes:
        """The user's key by the municipality's private key (32 bytes). Raises SecretError."""
        wrap = self._way(MUNICIPALITY)
        try:
            return self._unwrap(MUNICIPALITY, wrap, crypto.key_by(private, bytes.fromhex(wrap["once"])))
        except (crypto.SealError, KeyError, TypeError, ValueError):
            raise SecretError(WRONG_KEY) from None

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

    # --- inside ----------------------------------------------------------------------------------------------
    def _way(self, kind: str) -> dict[str, Any]:
        if kind not in self.data["wraps"]:
            raise SecretError(NO_SUCH_WAY)
        wrap: dict[str, Any] = self.data["wraps"][kind]
        return wrap

    def _wrap(self, kind: str, wrap: dict[str, Any], key: bytes, user_key: bytes) -> None:
        sealed = crypto.seal(key, self._place(kind, wrap), user_key)
        self.data["wraps"][kind] = {**wrap, "sealed": sealed.hex()}

    def _unwrap(self, kind: str, wrap: dict[str, Any], key: bytes) -> bytes:
        plain = {name: value for name, value in wrap.items() if name != "sealed"}
        return crypto.unseal(key, self._place(kind, plain), bytes.fromhex(wrap["sealed"]))

    def _place(self, kind: str, wrap: dict[str, Any]) -> bytes:
        """The parameters are bound to what they made, so that nobody weakens them unseen."""
        return crypto.place(self.store, "wrap", kind, json.dumps(wrap, sort_keys=True))


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
