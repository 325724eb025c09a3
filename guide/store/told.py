"""A key of the content files in words."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """A short label for a form, and what it means and how it is written."""

    label: str
    about: str
