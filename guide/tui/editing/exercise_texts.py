"""The words of exercises under «Redigering»."""

from __future__ import annotations

from typing import Final

EXERCISES: Final = "Øvelser"
COUNT: Final = "Historie, begrunnelser og slutt. Antall: {count}."
HEAD: Final = "Hvilken øvelse vil du endre?"
ABOUT: Final = "Du endrer utkast. Nye øvelser lager du med r i et kort."
NONE: Final = "Det er ingen øvelser i mappa ennå."
PART_ABOUT: Final = "Velg det du vil endre. Det blir lagret i utkastet med en gang."
TRY: Final = "Prøv øvelsen"
TRY_NOTE: Final = "Slik den er nå, med svar med en gang."
LOOKING: Final = "Ser etter om øvelsen passer til kortet …"
FITS: Final = "Øvelsen passer til kortet."
NOT_READ: Final = "Øvelsen kan ikke leses slik den er nå."
FIELDS: Final = "Felt: {count}"
NOTHING: Final = "Ikke skrevet"
WHAT: Final = "Skriv her"
ONE_MORE: Final = "Enda en, eller la det stå tomt"
EMPTY_TAKES_AWAY: Final = "Tomt felt tar det bort."
SAVED: Final = "Lagret i utkastet."
FAILED: Final = "Øvelsen kunne ikke leses fra mappa."
NO_TRY: Final = "Øvelsen kan ikke prøves slik den er nå."
