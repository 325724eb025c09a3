"""Et spørsmål der svaret ikke har noe å si

## Hva
Alle svarene leder til det samme steget, og ingenting annet leser svaret: ingen `by`, ingen regel, ingen plikt, og
intet annet spørsmål om det samme.

## Hvorfor
Et spørsmål koster tid, og svaret ser ut til å bety noe. Som regel er det en pil som skulle gått et annet sted.

## Feil
```yaml
  mote: {ask: Trengs det et møte?, fact: trenger_mote, answers: {ja: slutt, nei: slutt, vet_ikke: slutt}}
```

## Slik retter du
Led minst ett svar et annet sted, eller ta bort spørsmålet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guide.checks.rule import Subject, Words, givens
from guide.core.content import ASK
from guide.core.findings import WARNING, Finding
from guide.core.places import card_file

WHOLE = True
WORDS = Words(
    "svar-uten-virkning",
    WARNING,
    "Alle svarene her leder til «{node}», og ingenting annet leser dem.",
    "Enten leder du et svar et annet sted, eller så tar du bort spørsmålet.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """Questions whose answer is the same for all that follows."""
    content = subject.content
    read = Counter(node.fact for _, node in subject.nodes if node.fact)
    read.update(fact for given in givens(content) for fact, _ in given)
    read.update(value.partition("=")[0] for rule in content.invariants for _, values in rule.before for value in values)
    for card, node in subject.nodes:
        if node.kind == ASK and len({to for _, to in node.answers}) == 1 and read[node.fact] == 1:
            place = subject.at_node(card.id, node.id, "answers")
            yield WORDS.say(card_file(card.id), place, node=node.answers[0][1])
