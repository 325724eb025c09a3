"""Sealing and opening: ChaCha20-Poly1305 with padding, Argon2id, HKDF and X25519 of the `cryptography` package.

It is imported when it is used: staff who save nothing never load it. Every sealed text is bound to its place by the
associated data, so that a row put elsewhere does not open.
"""

from __future__ import annotations

import hmac
import os
import unicodedata
from typing import Final

from guide.core.record import record
from guide.store.cases.errors import CaseError

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
BLOCK: Final = 256
"""Sealed texts are a whole number of these, so that the length of an answer does not show which one it is."""
_LENGTH: Final = 4
VERSION: Final = "tiltakskort|1"
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: none that looks like another."""
_LOOKS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
CODE_BYTES: Final = 20
NO_MEMORY: Final = "Maskinen har for lite ledig minne til å åpne sakene. Lukk andre programmer, og prøv igjen."
_CHECK: Final = 4


class SealError(Exception):
    """The bytes do not open with this key at this place. Says nothing of what they hold."""


def random_key() -> bytes:
    """A new key."""
    return os.urandom(KEY_BYTES)


def place(*parts: str | int) -> bytes:
    """Associated data: where a sealed text stands. Parts hold no `|`."""
    return "|".join((VERSION, *map(str, parts))).encode()


def seal(key: bytes, at: bytes, text: bytes) -> bytes:
    """`text`, padded, encrypted under `key` and bound to `at`; a random nonce stands first."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    whole = len(text).to_bytes(_LENGTH, "big") + text
    padded = whole + bytes(-len(whole) % BLOCK)
    nonce = os.urandom(NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, padded, at)


def unseal(key: bytes, at: bytes, sealed: object) -> bytes:
    """What `seal` was given. Raises SealError for another key, another place or changed bytes."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    if not isinstance(sealed, bytes) or len(sealed) <= NONCE_BYTES:
        raise SealError
    try:
        padded = ChaCha20Poly1305(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], at)
    except (InvalidTag, ValueError, OverflowError):
        raise SealError from None
    length = int.from_bytes(padded[:_LENGTH], "big")
    if length > len(padded) - _LENGTH:
        raise SealError
    return padded[_LENGTH : _LENGTH + length]


@record
class Cost:
    """What Argon2id may cost: `memory` in KiB, `passes`, `lanes`. Stored beside what it made."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def allowed(self) -> bool:
        """Between the floor (OWASP's least) and a ceiling that no honest file passes: neither weak nor a trap."""
        return 19 * 1024 <= self.memory <= 1024 * 1024 and 2 <= self.passes <= 16 and 1 <= self.lanes <= 16


LEAST: Final = Cost(19 * 1024, 2, 1)
"""The floor. For tests; what is made for users has the defaults of Cost."""


def key_of_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Argon2id of a passphrase in one normal form, however the keyboard composed its letters.

    Raises SealError, and CaseError where the machine has no memory for it.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    if not cost.allowed:
        raise SealError
    kdf = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    try:
        return kdf.derive(unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass"))
    except MemoryError:
        raise CaseError(NO_MEMORY) from None


def key_of_secret(secret: bytes, salt: bytes, use: str) -> bytes:
    """HKDF-SHA256 of a secret that is random already."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt, place(use)).derive(secret)


# --- the printed code ------------------------------------------------------------------------------------------------
def write_code(secret: bytes) -> str:
    """A secret of CODE_BYTES as nine groups of four letters; the last group tells a slip of the pen."""
    text = _base32(secret) + _check(secret)
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def read_code(text: str) -> bytes:
    """The secret of a written code; case, spaces and letters that look alike do not matter. Raises ValueError."""
    letters = "".join(letter for letter in text.upper().translate(_LOOKS) if letter in _LETTERS)
    if len(letters) != CODE_BYTES * 8 // 5 + _CHECK:
        raise ValueError(len(letters))
    number = 0
    for letter in letters[:-_CHECK]:
        number = number * 32 + _LETTERS.index(letter)
    secret = number.to_bytes(CODE_BYTES, "big")
    if not hmac.compare_digest(_check(secret), letters[-_CHECK:]):
        raise ValueError
    return secret


def random_reference() -> str:
    """«K7QM-4XPD»: a case's name outside the encryption. It says nothing."""
    letters = "".join(_LETTERS[byte % 32] for byte in os.urandom(8))
    return f"{letters[:4]}-{letters[4:]}"


def _base32(secret: bytes) -> str:
    number, letters = int.from_bytes(secret, "big"), ""
    for _ in range(len(secret) * 8 // 5):
        number, digit = divmod(number, 32)
        letters = _LETTERS[digit] + letters
    return letters


def _check(secret: bytes) -> str:
    from hashlib import sha256

    return "".join(_LETTERS[byte % 32] for byte in sha256(b"kode" + secret).digest()[:_CHECK])


# --- the municipality's key ------------------------------------------------------------------------------------------
def new_pair() -> tuple[bytes, bytes]:
    """A municipality's (private, public) key, 32 bytes each."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def key_for(public: bytes) -> tuple[bytes, bytes]:
    """(the one-time public key to keep, the key that only the holder of the private key makes of it)."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    kept = once.public_key().public_bytes_raw()
    return kept, key_of_secret(shared, kept + public, "kommune")


def key_by(private: bytes, kept: bytes) -> bytes:
    """The key that `key_for` made, by the private key. Raises ValueError for bytes that are no keys."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    own = X25519PrivateKey.from_private_bytes(private)
    shared = own.exchange(X25519PublicKey.from_public_bytes(kept))
    return key_of_secret(shared, kept + own.public_key().public_bytes_raw(), "kommune")
