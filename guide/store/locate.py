"""Where the content is, and whose: what was asked for, the environment, the user's own folder, what is shipped."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, Literal

import guide
from guide.core.record import record

ENVIRONMENT: Final = "TILTAKSKORT_CONTENT"
APP: Final = "tiltakskort"
Whose = Literal["option", "environment", "settings", "shipped"]


@record
class Found:
    """A content folder, and who chose it."""

    root: Path
    whose: Whose


def find(option: str = "", chosen: str = "") -> Found:
    """The content folder: `--content`, TILTAKSKORT_CONTENT, the folder of the settings, the shipped one, in this order.

    A folder that is named and not there is returned all the same: the loader says that it is missing, and nobody gets
    other content than the one they asked for without a word.
    """
    named: tuple[tuple[str, Whose], ...] = (
        (option, "option"),
        (os.environ.get(ENVIRONMENT, ""), "environment"),
        (chosen, "settings"),
    )
    for folder, whose in named:
        if folder:
            return Found(Path(os.path.expanduser(folder)), whose)
    return Found(shipped(), "shipped")


def locate(option: str = "", chosen: str = "") -> Path:
    """The content folder that `find` finds."""
    return find(option, chosen).root


def shipped() -> Path:
    """The content in the package, or in a checkout the folder that holds trees/."""
    package = Path(guide.__file__).parent
    inside = package / "_content"
    return inside if inside.is_dir() else package.parent


def cache_dir() -> Path:
    """The user's folder for what can be made anew."""
    # imported here: only those who need the folder pay for it
    from platformdirs import user_cache_dir

    return Path(user_cache_dir(APP, appauthor=False))


def config_dir() -> Path:
    """The user's folder for settings."""
    from platformdirs import user_config_dir

    return Path(user_config_dir(APP, appauthor=False))
