"""En hendelse som aldri kommer

## Hva
Hver del av historien, og hver hendelse, skal komme på den riktige veien: på steget, punktet eller klokkeslettet som
står der. En hendelse med spørsmål trenger svar å velge mellom, og svar trenger et spørsmål.

## Hvorfor
Det som aldri kommer, lærer ingen av. En alvorlig feil som ingen kan gjøre, er heller ikke prøvd.

## Feil
```yaml
at: 2026-11-24T14:40
events:
  - {id: senere, time: "23:00", text: Noen ringer}      # øvelsen er ferdig lenge før
```

## Slik retter du
Flytt hendelsen til et steg eller et klokkeslett som den riktige veien kommer til, eller slett den.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.exercises import scenes
from guide.checks.rule import Subject, Words
from guide.core.findings import ERROR, Finding
from guide.core.places import exercise_file

WORDS = Words(
    "ovelse-hendelse-uten-sted",
    ERROR,
    "«{name}» kommer aldri på den riktige veien, eller mangler spørsmål eller svar.",
    "Enten flytter du den til et steg eller et klokkeslett på veien, eller så sletter du den.",
)
WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """Scenes and events that the right way never tells, and those that ask without options or the other way round."""
    for fit in subject.fits.values():
        told = {scene.id for scene in fit.play.story} if fit.play and fit.whole else None
        file = exercise_file(fit.exercise.id)
        for way, scene in scenes(fit.exercise):
            if bool(scene.ask) != bool(scene.options) or (told is not None and scene.id not in told):
                yield WORDS.say(file, subject.spots.at(file, *way, "id"), name=scene.id)
