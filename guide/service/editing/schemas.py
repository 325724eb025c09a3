"""JSON Schema beside the content, and settings for VS Code: an editor completes and explains while one types."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final

from guide.store.drafts import names
from guide.store.files import write_atomically
from guide.store.schema.json_schema import GLOBS, LISTS, card_globs, list_globs, schema_of
from guide.store.schema.schema import FILES

FOLDER: Final = "skjema"
SETTINGS: Final = ".vscode/settings.json"


def into_folder(root: Path) -> bool:
    """Writes all schemas, and settings for VS Code where there are none; False where there are. Raises OSError."""
    for kind in FILES:
        write_atomically(root / FOLDER / f"{kind}.json", as_text(schema_of(kind)).encode())
    if (root / SETTINGS).exists():
        return False
    write_atomically(root / SETTINGS, as_text(settings_of(root)).encode())
    return True


def settings_of(root: Path) -> dict[str, Any]:
    """Which files have which schema, as the YAML extension of VS Code reads it."""
    here = list(names(root))
    texts = {
        name: (root / name).read_text(encoding="utf-8", errors="replace") for name in here if fnmatchcase(name, LISTS)
    }
    globs = {"card": card_globs(here), **list_globs(texts), **{kind: list(found) for kind, found in GLOBS.items()}}
    return {"yaml.schemas": {f"./{FOLDER}/{kind}.json": found for kind, found in globs.items()}}


def as_text(value: object) -> str:
    """A schema or the settings as the text of their file."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
