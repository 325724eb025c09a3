"""How deep a text could go, seen before libyaml sees it: nested brackets cost it time without end, or the process.

A guard and not the limit itself, which is kept event by event (yaml_reader.py) and holds whatever is hidden from here.
"""

from __future__ import annotations

import re
from typing import Final

from guide.store.wording import Place, place_in

_REGION: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<![^\s,\[{:])'(?:[^']|'')*'|(?<!\S)#[^\n]*|[\[\]{}]", re.DOTALL)
_BLOCK: Final = "[ ?:\\-\t]"
_NO_SIGNS: Final = bytes(set(range(256)) - set(b"[]{}\"'#"))
_ROUNDS: Final = 30


def too_deep(text: str, most: int) -> Place | None:
    """Where more than `most` levels could be open, None where so many can't be.

    A block level needs a column of its own, filled with spaces and signs: a long run of those is one way down, open
    brackets the other. What looks like a quoted text or a comment can raise the count by brackets left open in it and
    never lower it, so that closing brackets hidden there don't count.
    """
    run = re.search(rf"(?m)^{_BLOCK}{{{most}}}", text)
    if run is not None:
        return place_in(text, run.start())
    if _balanced(text, most):
        return None
    depth = 0
    for match in _REGION.finditer(text):
        part = match[0]
        if len(part) > 1:
            depth += max(0, part.count("[") + part.count("{") - part.count("]") - part.count("}"))
        elif part in "[{":
            depth += 1
        elif depth:
            depth -= 1
        if depth > most:
            return place_in(text, match.start())
    return None


def _balanced(text: str, most: int) -> bool:
    """Whether few brackets are left once pairs with nothing odd between them are taken away: most files, and fast."""
    signs = text.encode().translate(None, _NO_SIGNS)
    for _ in range(_ROUNDS):
        if signs.count(b"[") + signs.count(b"{") <= most:
            return True
        before = len(signs)
        signs = signs.replace(b'""', b"").replace(b"''", b"").replace(b"[]", b"").replace(b"{}", b"")
        if len(signs) == before:
            break
    return False
