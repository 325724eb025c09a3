"""SHA-256 as `hashlib` has it, without what it costs to load OpenSSL: 2 of the 190 ms that a start takes.

It is the interpreter's own, taken as the standard library's `random` takes its SHA-512; where it is missing, `hashlib`.
"""

from __future__ import annotations

import contextlib
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hashlib import sha256 as sha256

_HOMES: Final = ("_sha2", "_sha256", "hashlib")


def __getattr__(name: str) -> object:
    """`sha256`, from the first module that has it."""
    if name == "sha256":
        for home in _HOMES:
            with contextlib.suppress(ImportError):
                return import_module(home).sha256
    raise AttributeError(name)
