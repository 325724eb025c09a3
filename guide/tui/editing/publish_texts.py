"""The words of publishing on the screen. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

PUBLISH: Final = "Publiser"
VERSIONS: Final = "Utgaver"
CHANGED: Final = "Filer som er endret: {count}."
UNCHANGED: Final = "Ingenting er endret siden utgaven som er i bruk."
USED: Final = "Utgave {number} er i bruk."
NO_VERSION: Final = "Mappa har ingen publiserte utgaver."

CHECKING: Final = "Ser etter feil og etter hva som endrer seg for ansatte …"
PROVING: Final = "Beviser at kortene holder det de lover. Ferdig: {done} av {total}. Du kan lese imens."
PROVING_FIRST: Final = "Beviser at kortene holder det de lover. Du kan lese imens."
HOLDS: Final = "Alt holder. Les hva som endrer seg, og publiser nederst."
STOPPED: Final = "Dette må du gjøre først:"
FAULTS: Final = "Velg en feil for å se hvor den er:"
FAULT: Final = "{file}, linje {line}"
FAULT_FILE: Final = "{file}"
DIFFERENT: Final = "Dette endrer seg for ansatte"
FILES: Final = "Filer som er endret: {files}."
SECOND: Final = "En person til må godkjenne: {why}"
GO: Final = "Publiser nå"
AGAIN: Final = "Se på det en gang til"
TO_VERSIONS: Final = "Se utgavene"
HOME: Final = "Tilbake til redigering"
WRITING: Final = "Publiserer …"
PUBLISHED: Final = "Utgave {number} er publisert."
PUBLISHED_WHEN: Final = "Ansatte ser den neste gang de åpner appen."
PUBLISHED_UNDO: Final = "Ble det feil? Velg «Se utgavene», og publiser utgaven før."
NAME: Final = (
    "«{text}» ligner et navn, og det blir stående i mappa. Bruk rolle eller initialer. "
    "Er det en rolle, trykk Enter igjen."
)
FAILED: Final = "Det gikk ikke å se på mappa. Prøv igjen."

FORM_HEAD: Final = "Publiser"
FORM_LINES: Final = ("Det du skriver, blir stående i mappa. Bruk rolle eller initialer, ikke navn.",)
NOTE: Final = "Hva er endret, og hvorfor?"
NOTE_HOW: Final = "Kort. Ansatte kan lese det"
BY: Final = "Hvem publiserer?"
APPROVED: Final = "Hvem har godkjent?"
ROLE_HOW: Final = "Rolle eller initialer"

VERSIONS_HEAD: Final = "Utgavene av mappa"
VERSIONS_ABOUT: Final = "Velg en utgave for å se hva den endret, eller for å publisere den på nytt."
NONE: Final = "Mappa har ingen utgaver."
VERSION: Final = "Utgave {number}"
VERSION_USED: Final = "Utgave {number}, i bruk"
DAMAGED: Final = "Skadet, kan ikke brukes: {files}"
ROW: Final = "{when} · {kind} · {note}"
ROW_BY: Final = "{when} · {kind} av {name} · {note}"
ROW_BY_TWO: Final = "{when} · {kind} av {name}, godkjent av {other} · {note}"
WHEN: Final = "{date} kl. {time}"
KINDS: Final = {"export": "laget", "publish": "publisert", "undo": "tilbake", "withdraw": "nummer trukket"}
BACK_TO: Final = "Publiser utgave {number} på nytt"
BACK_HEAD: Final = "Tilbake til utgave {number}"
BACK_LINES: Final = (
    "Ansatte får utgaven slik den var. Numre som er trukket tilbake, kommer ikke igjen.",
    "Utkastene dine blir ikke rørt.",
)
BACK_WHY: Final = "Hvorfor?"
BACK_NOTE_HOW: Final = "Kort"
BACK_DONE: Final = "Utgave {number} er publisert. Den er lik utgave {of}."
IS_USED: Final = "Denne utgaven er i bruk."
NO_TEXT: Final = "Utgaven har ingen tekst om hva den endret."
NO_BY: Final = "Skriv hvem som gjør det. Bruk rolle eller initialer."
