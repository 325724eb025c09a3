"""A telephone number as a QR code that a phone can read and ring."""

from __future__ import annotations

import re
from typing import Final

NORWAY: Final = "+47"
NORWEGIAN: Final = 8
"""Digits of an ordinary number. Shorter ones (112, 116 111, 02800) are the same whatever the country code says."""
QUIET: Final = 4
"""Modules of white around it, as the standard wants."""
HALVES: Final = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def tel(number: str) -> str:
    """«tel:+4762112233»: the address of a number."""
    digits = re.sub(r"[^0-9+]", "", number)
    return f"tel:{NORWAY}{digits}" if len(digits) == NORWEGIAN and digits.isdigit() else f"tel:{digits}"


def qr_text(number: str) -> str:
    """The code in half blocks, two modules a sign, to be drawn in black on white whatever the theme is."""
    import segno  # only who asks for the code pays for it

    code = segno.make(tel(number), micro=False, error="l")
    rows = [[bool(dark) for dark in row] for row in code.matrix_iter(border=QUIET)]
    rows += [[False] * len(rows[0])] if len(rows) % 2 else []
    return "\n".join(
        "".join(HALVES[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )
