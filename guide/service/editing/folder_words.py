"""What is said about an admin's folder. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

NO_NAME: Final = "Skriv hvor mappa skal ligge."
NO_HOME: Final = "Jeg finner ikke «{name}». Skriv hele stien."
NOT_THERE: Final = "Mappa «{name}» finnes ikke. Se etter om du har skrevet riktig."
NO_CONTENT: Final = "Mappa «{name}» har ikke kort og kontakter. Velg mappa som har «trees» og «contacts» i seg."
APPS_OWN: Final = "Dette er innholdet som følger med appen. Lag din egen mappe."
