"""What is wrong with the content, told so that an admin can mend it."""

from __future__ import annotations

from typing import Final

from guide.core.record import record

ERROR: Final = "error"
WARNING: Final = "warning"
SHOWN: Final = 60
"""The most characters of somebody's text that a message repeats."""


@record
class Finding:
    """One fault: where (`file`, `line` and `column` from 1, 0 where there is none), what, and how to mend it.

    `severity` is `error` (the file or card is out of use) or `warning`. `code` is stable; texts are Norwegian.
    """

    code: str
    file: str
    line: int
    column: int
    what: str
    mend: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        """`file:line:column: code what mend` on one line, as a person or a tool reads it."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.code} {self.what} {self.mend}".rstrip()


def short(value: object) -> str:
    """`value` on one line, at most `SHOWN` characters."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
