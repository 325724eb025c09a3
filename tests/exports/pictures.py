"""A picture of the printed card: `python -m tests.exports.pictures` writes docs/bilder/utskrift-side-1.png."""

from __future__ import annotations

from pathlib import Path

from guide.core.clock import local, parse
from guide.exports.paper.as_pdf import as_pictures
from guide.service.guide import Guide
from guide.service.paper.card import card_document
from guide.service.profile import Profile
from guide.store.load import load

ROOT = Path(__file__).resolve().parents[2]
CARD, PACK, AT = "stange/barnehage", "stange", "2026-11-25T12:00"


def main() -> None:
    """Writes the first page, the same bytes each time for the same content."""
    guide = Guide(load(ROOT), Profile(PACK), lambda: local(parse(AT)))
    (ROOT / "docs" / "bilder" / "utskrift-side-1.png").write_bytes(as_pictures(card_document(guide, CARD))[0])


if __name__ == "__main__":
    main()
