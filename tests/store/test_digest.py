"""The digest of files is SHA-256."""

from __future__ import annotations

import hashlib

import pytest

from guide.store.digest import sha256


@pytest.mark.parametrize("size", [0, 55, 56, 64, 400_000])
def test_it_is_what_hashlib_says(size: int) -> None:
    """In one piece and in several."""
    data = bytes(number % 251 for number in range(size))
    again = sha256(data[:9])
    again.update(data[9:])
    assert sha256(data).hexdigest() == again.hexdigest() == hashlib.sha256(data).hexdigest()
