"""En åpningstid som aldri er åpen

## Hva
Åpningstiden kan leses, men det neste året er det ikke ett minutt da noen svarer.

## Hvorfor
Tjenesten står som stengt for alltid, og ingen får vite at det er tiden som er skrevet feil.

## Feil
```yaml
    hours: "We 08:00-15:30; We off"
```

## Slik retter du
Skriv tiden slik: `Mo-Fr 08:00-15:30; PH off`. Er tjenesten lagt ned, slett kontakten.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from guide.checks.hours import readable_hours
from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding

WORDS = Words(
    "aldri-apent",
    ERROR,
    "Med denne åpningstiden svarer ingen det neste året: {hours}.",
    "Enten retter du tiden, eller så sletter du kontakten.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Hours that open at no minute of the next year."""
    start = datetime(subject.today.year, subject.today.month, subject.today.day)
    for file, place, hours in readable_hours(subject):
        state = hours.state(start)
        if state.state in ("closed", "unknown") and state.opens_at is None and hours.text:
            yield WORDS.say(file, place, hours=hours.text)
