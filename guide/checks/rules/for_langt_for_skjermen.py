"""En tekst som er for lang for skjermen

## Hva
Alt skal kunne leses på en skjerm med 80 tegn og 24 linjer. Overskrifter (spørsmål, råd, oppgave, notat) skal stå på
én linje, 76 tegn. Et svar får én linje, 70 tegn. Et punkt i en liste får to linjer, 150 tegn. Forklaringer og notater
får tre, 228 tegn. Et spørsmål med forklaring og svar skal til sammen ikke ta mer enn 15 linjer.

## Hvorfor
Det som ikke får plass, må en lete etter. Rådet skal stå på skjermen med en gang.

## Feil
```yaml
    ask: Er det slik at barnet etter det du selv kan se eller har fått høre fra andre kan være i fare akkurat nå?
```

## Slik retter du
Kort ned teksten, del punktet i to, eller flytt forklaringen til `help` eller `note`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from guide.checks.rule import Subject, Words
from guide.checks.texts import kind_of
from guide.core.content import ASK
from guide.core.findings import WARNING, Finding
from guide.core.places import card_file

CODE: Final = "for-langt-for-skjermen"
HEADING, ANSWER, LINE, PARAGRAPH = 76, 70, 150, 228
ROWS: Final = 15
MOST: Final[Mapping[str, int]] = {
    **dict.fromkeys(("ask", "outcome", "record", "signs", "task", "title"), HEADING),
    **dict.fromkeys(("columns", "label", "values"), ANSWER),
    **dict.fromkeys(("child", "contact", "do", "dont", "next", "not_offered", "overdue", "phone", "share"), LINE),
    **dict.fromkeys(("about", "basis", "definition", "help", "note", "notes", "says", "text"), PARAGRAPH),
}
WORDS = Words(
    CODE,
    WARNING,
    "Teksten er på {length} tegn. Her er det plass til {most}.",
    "Kort den ned, eller flytt noe av den til «help» eller «note».",
)
TOGETHER = Words(
    CODE,
    WARNING,
    "Spørsmålet, forklaringen og svarene tar {length} linjer. Det er plass til {most}.",
    "Enten korter du ned forklaringen, eller så deler du spørsmålet i to.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Texts, and questions as a whole, that do not fit 80×24."""
    for value in subject.prose:
        most = MOST.get(kind_of(value))
        if most is not None and len(value.text) > most:
            place = subject.spots.at(value.file, *value.way)
            yield WORDS.say(value.file, place, length=len(value.text), most=most)
    for card, node in subject.nodes:
        if node.kind == ASK:
            fact = card.facts.get(node.fact) or subject.content.facts[node.fact]
            rows = _rows(node.text, HEADING) + _rows(node.help, HEADING)
            rows += sum(_rows(fact.words(value), ANSWER) for value, _ in node.answers)
            if rows > ROWS:
                place = subject.at_node(card.id, node.id, "ask")
                yield TOGETHER.say(card_file(card.id), place, length=rows, most=ROWS)


def _rows(text: str, width: int) -> int:
    """The lines that a text takes, at least."""
    return -(-len(text) // width)
