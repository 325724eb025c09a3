"""The keys of a card's editing, and the dialog that tells them."""

from __future__ import annotations

from collections.abc import Sequence

from guide.tui import keys
from guide.tui.editing import card_texts as texts
from guide.tui.keys import Key
from guide.tui.modals.dialog import Dialog
from guide.tui.text import GAP, Line, plain

MARK_WIDTH = 8

SAVE = Key("l", "save_draft", "l", texts.K_SAVE, texts.KL_SAVE)
UNDO = Key("z", "undo", "z", texts.K_UNDO, texts.KL_UNDO)
TEXT = Key("y", "text", "y", texts.K_TEXT, texts.KL_TEXT)
VIEW = Key("v", "view", "v", texts.K_VIEW, texts.KL_VIEW)
TRY = Key("p", "try", "p", texts.K_TRY, texts.KL_TRY)
USES = Key("u", "uses", "u", texts.K_USES, texts.KL_USES)
RENAME = Key("e", "rename", "e", texts.K_RENAME, texts.KL_RENAME)
FAULTS = Key("f", "faults", "f", texts.K_FAULTS, texts.KL_FAULTS)
FIND = Key("slash", "find_here", "/", texts.K_FIND, texts.KL_FIND)
NEW = Key("n", "new", "n", texts.K_NEW, texts.KL_NEW)
DROP = Key("d,delete", "drop", "d", texts.K_DROP, texts.KL_DROP)
WHOLE = Key("w", "whole", "w", texts.K_WHOLE, texts.KL_WHOLE)
EDIT = Key("enter", "", "Enter", texts.K_EDIT, texts.KL_EDIT)
NEXT = Key("down", "", "↑↓", texts.K_NEXT, texts.KL_NEXT)
OUT = Key("escape", "", "Esc", texts.K_OUT, texts.KL_OUT)
WRITE = Key("enter", "write", "Enter", texts.K_WRITE, texts.KL_WRITE)
BACK = Key("b", "back", "b", keys.BACK.short, texts.KL_BACK)
KEYS = Key("f1", "help", "F1", texts.K_KEYS, keys.HELP.long)

DRAFT = (SAVE, UNDO, VIEW, TRY, TEXT, USES, RENAME, FAULTS, FIND, NEW, DROP)
"""Bound on every screen of a card; what a screen has no use for, it says."""


def keys_dialog(own: Sequence[Key]) -> Dialog:
    """The keys of a screen, and those that are at hand everywhere."""
    shown = (*own, BACK, keys.EMERGENCY, keys.THEME, keys.HIDE)
    lines = [Line(plain(key.long), plain(key.shown, "bold $primary"), MARK_WIDTH) for key in shown]
    return Dialog(texts.K_KEYS, [GAP, *lines])
