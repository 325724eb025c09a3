"""What is said about an admin's folder. Whole sentences with named slots."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from guide.core.text import clean
from guide.store.locate import shipped

NO_NAME: Final = "Skriv hvor mappa skal ligge."
NO_HOME: Final = "Jeg finner ikke «{name}». Skriv hele stien."
NOT_THERE: Final = "Mappa «{name}» finnes ikke. Se etter om du har skrevet riktig."
NO_CONTENT: Final = "Mappa «{name}» har ikke kort og kontakter. Velg mappa som har «trees» og «contacts» i seg."
APPS_OWN: Final = "Dette er innholdet som følger med appen. Lag din egen mappe."
SHIPPED: Final = "Det som følger med appen"


def shown(root: Path) -> str:
    """Whose content a folder is, in words: its path, or that it comes with the app."""
    return SHIPPED if root.resolve() == shipped().resolve() else clean(str(root))
