"""The user's settings: municipality, workplace, role, content folder, theme, and numbers that they typed in themselves.

One JSON file (0600, in a folder 0700), written whole or not at all. Nothing about a child is ever here.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any, Final

from guide.core.record import as_dict, names_of, record, replace
from guide.core.text import clean
from guide.store import files
from guide.store.locate import config_dir
from guide.store.phone import NUMBER

FILE: Final = "settings.json"
MOST_BYTES: Final = 256 * 1024
MOST_TEXT: Final = 400
MOST_LOCAL: Final = 200
BROKEN: Final = "Innstillingene kunne ikke leses. Den gamle fila er lagt til side som {name}. Velg på nytt."
UNREADABLE: Final = "Innstillingene kunne ikke leses. Sjekk at du har lov til å lese fila {name}."
_PHONE = re.compile(NUMBER)


@record
class LocalNumber:
    """A number that the plan doesn't have. `entered`: the day it was typed in, as 2026-11-22 (Oslo)."""

    service: str
    name: str
    phone: str
    entered: str


@record
class Settings:
    """What the user has chosen; empty text: not chosen."""

    pack: str = ""
    virksomhet: str = ""
    eier: str = ""
    rolle: str = ""
    content: str = ""
    theme: str = ""
    local: tuple[LocalNumber, ...] = ()
    message: str = ""
    """What to tell the user about the settings themselves; never written."""


def load_settings(folder: Path | None = None) -> Settings:
    """The settings, or the defaults with a `message` where the file is broken. Never raises."""
    path = (folder or config_dir()) / FILE
    try:
        if not os.path.lexists(path):
            return Settings()
        data = files.read_bytes(path, FILE, MOST_BYTES)
        if not isinstance(data, bytes):
            return Settings(message=UNREADABLE.format(name=path))
        return _settings(json.loads(data.decode("utf-8")))
    except (ValueError, TypeError, KeyError, RecursionError):
        return Settings(message=_put_aside(path))


def save_settings(settings: Settings, folder: Path | None = None) -> None:
    """Write the settings, whole or not at all. Raises OSError."""
    data: dict[str, Any] = as_dict(settings)
    del data["message"]
    data["local"] = [as_dict(number) for number in settings.local]
    text = json.dumps({"format": 1, **data}, ensure_ascii=False, indent=1)
    files.write_atomically((folder or config_dir()) / FILE, text.encode("utf-8", "replace"))


def with_local(settings: Settings, number: LocalNumber) -> Settings:
    """The settings with a number put in, in place of an earlier one for the same service. Raises ValueError."""
    if not _PHONE.fullmatch(number.phone):
        raise ValueError(number.phone)
    kept = tuple(old for old in settings.local if old.service != number.service)
    return replace(settings, local=(*kept, number))


def _settings(data: Any) -> Settings:
    """Settings of what a file holds; unknown keys are passed by. Raises ValueError, TypeError, KeyError."""
    if data.get("format") != 1 if isinstance(data, dict) else True:
        raise ValueError
    texts = {name: _text(data.get(name, "")) for name in names_of(Settings) if name not in ("local", "message")}
    local = tuple(_local(entry) for entry in data.get("local", [])[:MOST_LOCAL])
    return Settings(**texts, local=local)


def _text(value: object) -> str:
    """A text of the file. Raises ValueError where it is none."""
    if not isinstance(value, str):
        raise ValueError
    return clean(value, MOST_TEXT)


def _local(entry: Any) -> LocalNumber:
    """A number that was typed in. Raises ValueError, TypeError, KeyError."""
    number = LocalNumber(*(_text(entry[key]) for key in ("service", "name", "phone", "entered")))
    if not _PHONE.fullmatch(number.phone):
        raise ValueError
    date.fromisoformat(number.entered)
    return number


def _put_aside(path: Path) -> str:
    """Keep a broken file beside, so that nothing typed in is lost, and say so."""
    broken = path.with_name(f"{path.name}.broken")
    with contextlib.suppress(OSError):
        os.replace(path, broken)
        return BROKEN.format(name=broken)
    return UNREADABLE.format(name=path)
