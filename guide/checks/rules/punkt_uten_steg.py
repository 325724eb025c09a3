"""Et punkt i planen som ingen steg bygger på

## Hva
Hvert punkt under `points` i pack.yaml skal være kilde for minst ett steg, ett tegn, ett tiltak, en annen liste eller én
kontakt. Regelen finner dem som ingen viser til.

## Hvorfor
Et punkt som ikke er med, er noe planen ber om og kortet har glemt.

## Feil
```yaml
points:
  bh-9: {title: Etterarbeid, place: side 14}   # ingen steg har source: ["stange:bh-9"]
```

## Slik retter du
Skriv punktet som `source` der det følges, eller slett det hvis det ikke er noe å gjøre.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject, Words
from guide.core.findings import WARNING, Finding
from guide.core.lists import all_lists
from guide.core.lists import cited as sources_of
from guide.core.places import pack_file

WHOLE = True
WORDS = Words(
    "punkt-uten-steg",
    WARNING,
    "Ingen steg, tegn eller kontakter bygger på punktet «{point}» i planen.",
    "Enten skriver du «{pack}:{point}» som kilde der det følges, eller så sletter du punktet.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Points of a plan that nothing cites."""
    content = subject.content
    cited = {source for _, node in subject.nodes for source in node.source}
    cited |= {point.source for card in content.cards.values() for point in card.points}
    cited |= {source for points in content.contacts.values() for point in points for source in point.source}
    for found in content.lists.values():
        cited |= {*found.source, *(sign.source for sign in found.signs)}
    cited |= {source for _, found in all_lists(content) for source in sources_of(found)}
    for pack in content.packs.values():
        file = pack_file(pack.id)
        for point in pack.points:
            if f"{pack.id}:{point}" not in cited:
                yield WORDS.say(file, subject.spots.key(file, "points", point), point=point, pack=pack.id)
