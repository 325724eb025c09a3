"""What stands at the other end. By itself, so that the app asks without loading the line mode."""

from __future__ import annotations

import os
import sys


def wants_lines(plain: bool) -> bool:
    """Whether the line mode is the one to open: asked for, a dumb terminal, or none at all."""
    return plain or os.environ.get("TERM") == "dumb" or not at_terminal()


def at_terminal() -> bool:
    """Whether somebody sits at both ends."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())
