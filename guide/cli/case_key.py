"""The municipality's key: its open half written into pack.yaml of the admin's folder, its secret half into a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from guide.cli import case_words as words
from guide.cli.common import UseError, hour
from guide.cli.main import FINE, HAS_ERRORS
from guide.cli.written import to_file
from guide.core.text import clean
from guide.service.editing.folder import Editing
from guide.store.drafts import SaveError
from guide.store.edits.kinds import EditError

if TYPE_CHECKING:
    import argparse


def put_in_pack(args: argparse.Namespace, private: bytes, public: bytes) -> int:
    """Writes both halves. Returns the exit code; raises UseError where the folder has no such pack."""
    editing = Editing(Path(os.path.expanduser(args.content)), hour(args))
    name = f"trees/{args.pack}/pack.yaml"
    if name not in editing.names():
        raise UseError(words.NO_PACK.format(pack=clean(args.pack)))
    to_file(f"{private.hex()}\n".encode(), args.out)  # first: an open half without the secret one opens nothing
    try:
        tree = editing.document(name).tree
        before = isinstance(tree, dict) and bool(tree.get("case_key"))
        editing.put(name, ("case_key",), public.hex())
        editing.save(name)
    except (EditError, SaveError) as failed:
        print(words.KEY_NOT_PUT.format(file=name, why=clean(str(failed)), public=public.hex()), file=sys.stderr)
        return HAS_ERRORS
    print(words.KEY_PUT.format(file=name))
    if before:
        print(words.KEY_BEFORE)
    return FINE
