"""Rows as CSV that a spreadsheet shows and does not run: no cell begins a formula, hidden signs are gone."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from guide.core.text import clean

STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "|", "%")
"""What a spreadsheet may take for the beginning of a formula."""
MARK: Final = "'"
"""Put before such a cell: spreadsheets show it as text."""
BYTE_ORDER_MARK: Final = codecs.BOM_UTF8.decode()
BETWEEN: Final = ";"
"""What a Norwegian spreadsheet expects between cells."""


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """The rows, every cell quoted, with the byte order mark that spreadsheets need for Norwegian letters."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=BETWEEN, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([cell(text) for text in row] for row in rows)
    return BYTE_ORDER_MARK + stream.getvalue()


def cell(text: str) -> str:
    """One cell on one line, as text."""
    line = " ".join(clean(text).split())
    return f"{MARK}{line}" if line.startswith(STARTS) else line
