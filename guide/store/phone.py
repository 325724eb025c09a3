"""What a telephone number looks like in a file. No pydantic here: the settings are read at every start."""

from __future__ import annotations

from typing import Final

NUMBER: Final = r"(\+47 ?)?[2-9]( ?[0-9]){7}|1[0-9]{2,3}|116 ?[0-9]{3}|0[0-9]( ?[0-9]){3}"
"""Eight digits however grouped, with or without +47; three or four that begin with 1 (112, 1881); 116 and three more;
five that begin with 0 (02800). Other lengths are a number that lost a digit."""
