"""A line typed at the terminal without an echo: never an argument, never in the environment."""

from __future__ import annotations


def hidden(ask: str) -> str:
    """What is typed. Raises EOFError at the end of input, and where the terminal can't hide it."""
    import getpass
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would be seen
        try:
            return getpass.getpass(ask)
        except getpass.GetPassWarning:
            raise EOFError from None
