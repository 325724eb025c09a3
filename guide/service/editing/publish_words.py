"""What publishing says. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

ERRORS: Final = "Innholdet har feil. Antall: {count}. Rett dem først."
NOT_PROVED: Final = "Beviset {proof} holder ikke for {about}: {what}"
UNPROVED: Final = "Bevisene er ikke ferdige."
NOTHING: Final = "Ingenting er endret siden utgaven som er i bruk."
NO_BY: Final = "Skriv hvem som publiserer. Bruk rolle eller initialer."
NO_NOTE: Final = "Skriv kort hva som er endret, og hvorfor."
NO_APPROVER: Final = (
    "Dette må godkjennes av en person til: {why} Skriv rollen eller initialene til den som har godkjent det."
)
SAME_PERSON: Final = "Den som godkjenner, kan ikke være den samme som publiserer."
SHARED: Final = "Endringen gjelder felles innhold ({files})."
SAFETY: Final = "Endringen gjelder råd som handler om sikkerhet."
CAME_BACK: Final = (
    "Nummeret {phone} til {name} er trukket tilbake. "
    "Ring det først. Svarer de, bekreft kontakten. Da settes dagen for siste kontroll."
)
MOVED: Final = "Mappa ble endret mens du gjorde klart til å publisere. Se på det en gang til."
NO_VERSIONS: Final = "Mappa har ingen publiserte utgaver. Lag en egen mappe med «tiltakskort content export MAPPE»."
NOT_WHOLE: Final = "Utgave {number} er ikke hel og kan ikke brukes. Disse filene er skadet: {files}."
NO_SUCH: Final = "Utgave {number} finnes ikke."
NONE_BEFORE: Final = "Det er ingen utgave før denne."
NOT_EMPTY: Final = "Mappa «{name}» finnes fra før og har noe i seg. Velg en ny mappe."
NO_PLACE: Final = "Mappa «{name}» kan ikke lages. Sjekk at stedet finnes, og at du har lov til å skrive der."
NO_CONTACT: Final = "Kontakten «{name}» finnes ikke i utgaven som er i bruk. Disse finnes: {known}."
NO_NUMBER: Final = "Kontakten «{name}» har ikke noe nummer i utgaven som er i bruk."
UNDONE: Final = "Tilbake til utgave {number}."
WITHDRAWN: Final = "Nummeret {phone} til {name} er trukket tilbake."
DRAFT_KEPT: Final = "Utkastet kunne ikke rettes. Ta bort nummeret der også."
LOOKS_LIKE_NAME: Final = "«{text}» ligner et navn. Bruk rolle eller initialer. Det du skriver, blir stående i mappa."
EXPORTED: Final = "Første utgave: slik innholdet var da mappa ble laget."
