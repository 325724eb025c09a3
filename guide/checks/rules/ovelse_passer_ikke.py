"""Øvelsen passer ikke lenger til kortet

## Hva
Regelen går den riktige veien gjennom kortet, fra start til slutt. Øvelsen og kortet skal være enige om hvert steg, og
om det øvelsen venter skal stå der: svaret på meldeplikten, hvor mye det haster, foresatte, plikter, hvem du ringer og
datoer. Bare det første stedet der de skiller lag, blir vist.

## Hvorfor
En øvelse som ikke passer, lærer folk noe annet enn kortet sier. Den viser også at kortet har fått en ny vei, kanskje
uten at noen mente det.

## Feil
```yaml
  - at: fare
    right: {nei: Barnet er trygt nå}
  - at: plikt        # kortet spør om tegnene først
```

## Slik retter du
Kjør `tiltakskort exercise run` og se hva øvelsen ventet. Er kortet riktig, retter du øvelsen. Er øvelsen riktig, er det
kortet som har fått en feil.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.exercise import RIGHT
from guide.core.exercise_model import ACT, SCENE, SHOW
from guide.core.findings import ERROR, Finding
from guide.core.places import exercise_file

WORDS = Words(
    "ovelse-passer-ikke",
    ERROR,
    "Øvelsen venter «{expected}» her, men i kortet er det «{got}».",
    "Enten retter du øvelsen, eller så retter du kortet.",
)
WHOLE = True


def find(subject: Subject) -> Iterator[Finding]:
    """The first place where an exercise and its card part."""
    for fit in subject.fits.values():
        parting = next((one for one in fit.partings if one.what != SCENE), None)
        if parting is None or (parting.what == ACT and parting.expected == RIGHT):
            continue  # what has no right answer is told by a rule of its own
        exercise, file = fit.exercise, exercise_file(fit.exercise.id)
        way = ("way", parting.step) if parting.step < len(exercise.way) else ("end",)
        shown = ("expect", parting.key) if way[0] == "way" else (parting.key,)
        inner = shown if parting.what == SHOW else ()
        yield WORDS.say(file, subject.spots.at(file, *way, *inner), expected=parting.expected, got=parting.got or "–")
