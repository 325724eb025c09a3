"""`tiltakskort content …`: a folder of one's own, publishing, withdrawing a number, what staff say of numbers."""

from __future__ import annotations

import argparse
import importlib
from typing import Final

from guide.cli.common import Parser, UseError, guarded

ABOUT: Final = "Lag en egen mappe med kort og kontakter, og publiser det du endrer."
PARTS: Final = {
    "export": ("guide.cli.content_versions", "lag en egen mappe"),
    "publish": ("guide.cli.content_versions", "la ansatte få det som er endret"),
    "undo": ("guide.cli.content_versions", "gå tilbake til utgaven før"),
    "versions": ("guide.cli.content_versions", "se utgavene, og om de er hele"),
    "withdraw": ("guide.cli.content_numbers", "ta bort ett nummer med en gang"),
    "flag": ("guide.cli.content_numbers", "si fra at et nummer ikke virker"),
    "flagged": ("guide.cli.content_numbers", "se numrene det er sagt fra om"),
    "rung": ("guide.cli.content_numbers", "bekreft at du har ringt et nummer i dag"),
    "schema": ("guide.cli.content_schema", "få hjelp i et skriveprogram mens du skriver"),
}
HELP: Final = "Bruk: tiltakskort content ORD [valg]\n\n{parts}\n\nHjelp om ett av dem: tiltakskort content ORD --help"
UNKNOWN: Final = "Ukjent ord etter «content»: «{word}». Velg ett av disse: {known}."
NO_WORD: Final = "Skriv hva du vil etter «content»: {known}."


@guarded
def main(argv: list[str]) -> int:
    """Runs one part of the verb."""
    word = argv[0] if argv else ""
    if word in ("--help", "-h"):
        print(HELP.format(parts="\n".join(f"  {name:<9} {about}" for name, (_, about) in PARTS.items())))
        return 0
    if word not in PARTS:
        template = UNKNOWN if word else NO_WORD
        raise UseError(template.format(word=word, known=", ".join(PARTS)))
    code: int = getattr(importlib.import_module(PARTS[word][0]), word)(argv[1:])
    return code


def parser_of(word: str, about: str) -> argparse.ArgumentParser:
    """The arguments that every part has."""
    parser = Parser(prog=f"tiltakskort content {word}", description=about)
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa du redigerer")
    return parser
