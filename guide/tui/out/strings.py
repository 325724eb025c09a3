"""The words of the screens that take something out. Read when one does, never by the first screen."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Ta ut"
LINES: Final = (
    "Det du tar ut, er ikke kryptert. Det hører hjemme i kommunens sak- og arkivsystem.",
    "Ingenting blir sendt herfra.",
)
NOTES: Final = {
    "report": "Felt for felt til å lime inn, eller som fil",
    "minutes": "Med det dere ble enige om",
    "summary": "Alt som er gjort, i rekkefølge",
    "consent": "Tomt skjema til å fylle ut for hånd",
    "reasons": "Rådene du fikk, og hva de bygger på",
    "deadlines": "Uten noe som forteller om barnet",
}
DRAFT_TITLE: Final = "Utkast til bekymringsmelding"
DRAFT_LINES: Final = (
    "Haster det, ring først. Velg et felt for å kopiere det.",
    "Det ligger på utklippstavla til du kopierer noe annet.",
)
FILL_IN: Final = "Fyll ut selv: {labels}"
COPIED: Final = "Kopiert: {title}"
NOT_TO_COPY: Final = "Fyll ut dette selv i skjemaet"
TO_FILE: Final = "Lagre som fil"
SENDING: Final = "Slik sender du"
K_FILE: Final = "fil"
KL_FILE: Final = "lagre som fil"
K_SENDING: Final = "send"
KL_SENDING: Final = "slik sender du"
WARNING_TITLE: Final = "Før du lager fila"
WARNING_YES: Final = "Jeg forstår. Gå videre"
WARNING_NO: Final = "La være"
FORMAT_TITLE: Final = "Hvilken fil vil du ha?"
NAME_TITLE: Final = "Hvor skal fila ligge?"
NAME_LINES: Final = ("Skriv mappe og navn. Ikke bruk navnet til noen i filnavnet.",)
NAME: Final = "Mappe og filnavn"
THERE_TITLE: Final = "Fila finnes fra før"
THERE_OTHER: Final = "Velg et annet navn"
THERE_REPLACE: Final = "Erstatt den"
DONE_TITLE: Final = "Fila er laget"
DONE: Final = "Den ligger her: {name}"
DONE_NEXT: Final = "Legg den inn i kommunens sakssystem. Slett den her etterpå."
NOT_MADE_TITLE: Final = "Fila er ikke laget"
NO_LIBRARY: Final = "Et bibliotek mangler på denne maskinen. Velg et annet format."
