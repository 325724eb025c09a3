"""What is wrong with the content, told so that an admin can mend it."""

from __future__ import annotations

from guide.core.record import record


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
