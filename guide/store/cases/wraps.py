"""The ways in to a store: the user's key, wrapped by a passphrase, a printed code, and the municipality's key."""

from __future__ import annotations

import json
from typing import Any, Final

from guide.store.cases import crypto
from guide.store.cases.errors import SecretError

SHORTEST: Final = 12
PASSPHRASE, CODE, MUNICIPALITY = "passphrase", "code", "municipality"
"""The ways in."""

NOT_THIS: Final = "Passordsetningen er ikke riktig. Prøv igjen, eller skriv koden på arket ditt."
WRONG_CODE: Final = "Koden er ikke riktig. Skriv alle de ni gruppene på fire tegn, slik de står på arket."
WRONG_KEY: Final = "Nøkkelen passer ikke til disse sakene."
NO_SUCH_WAY: Final = "Disse sakene er ikke satt opp til å åpnes slik."
TOO_SHORT: Final = "Passordsetningen er for kort. Bruk minst {most} tegn, gjerne fire ord som ikke hører sammen."


class Wraps:
    """What the key file holds, and the way to the user's key. Nothing secret is in it in the clear."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    @property
    def store(self) -> str:
        """The store's own random name, which every sealed text is bound to."""
        return str(self.data["store"])

    @property
    def ways(self) -> tuple[str, ...]:
        """How the store can be opened."""
        return tuple(self.data["wraps"])

    def let_in(self, public: bytes) -> bool:
        """Whether the holder of the private key to `public` can open the store."""
        return bool(self.data["wraps"].get(MUNICIPALITY, {}).get("public") == public.hex())

    def refused(self, public: bytes) -> bool:
        """Whether the user has said no to letting the holder of the private key to `public` in."""
        return bool(self.data.get("refused") == public.hex())

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
