"""En sikkerhetsregel som ingenting kan treffe

## Hva
En regel i safety.yaml sier: når dette er svart (`given`), aldri det (`never`) før noe annet (`before`). Regelen her
ser etter to ting. Det som står i `given`, må kunne bli svart i et kort. Det som står i `before`, må finnes i et kort.
`never` kan gjerne være noe som ingen kort gjør: da er regelen et forbud som er holdt.

## Hvorfor
En regel som aldri slår til, verner ingen. Den ser likevel ut som om den gjør det.

## Feil
```yaml
rules:
  fare-forst:
    given: {fare: [ja]}
    never: {deadline: any}
    before: {does: [confronts]}   # ingen steg gjør det
```

## Slik retter du
Rett svaret, handlingen eller tjenesten i regelen, eller lag steget den snakker om.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.checks.rule import Subject, Words
from guide.core.content import NOT_ASKED, OUTCOME, Invariant, Node
from guide.core.findings import ERROR, Finding
from guide.core.lay import parse_range
from guide.core.places import shared_file

WHOLE = True
WORDS = Words(
    "regel-uten-treff",
    ERROR,
    "Regelen «{rule}» venter på «{wanted}», som ingen kort kan gi.",
    "Enten retter du regelen, eller så lager du steget den snakker om.",
)


def find(subject: Subject) -> Iterator[Finding]:
    """What invariants speak of and no card in use has."""
    there = _there(subject)
    answers = there["answer"]
    file = shared_file("safety")
    for rule in subject.content.invariants:
        for fact, values in rule.given:
            if NOT_ASKED not in values and not any(f"{fact}={value}" in answers for value in values):
                place = subject.spots.key(file, "rules", rule.id, "given", fact)
                yield WORDS.say(file, place, rule=rule.id, wanted=fact)
        yield from _before(subject, rule, there, file)


def _before(subject: Subject, rule: Invariant, there: Mapping[str, set[str]], file: str) -> Iterator[Finding]:
    """Parts of `before` that no card has."""
    for key, values in rule.before:
        for index, value in enumerate(values):
            if key in there and value not in there[key]:
                place = subject.spots.at(file, "rules", rule.id, "before", key, index)
                yield WORDS.say(file, place, rule=rule.id, wanted=value)


def _there(subject: Subject) -> dict[str, set[str]]:
    """What the nodes of all cards have, by the keys of an invariant."""
    content = subject.content
    found: dict[str, set[str]] = {key: set() for key in ("does", "contact", "urgency", "report", "guardians", "duties")}
    answers = {f"{fact}={value}" for card in content.cards.values() for fact, value in card.sets}
    for fact in content.facts.values():
        if fact.set_by:
            answers |= {f"{fact.id}={value}" for value, _ in fact.values}
    for _, node in subject.nodes:
        answers |= {f"{node.fact}={value}" for value in _said(subject, node)}
        found["does"].update(node.does)
        found["contact"].update(service for service, _ in node.contact)
        if node.kind == OUTCOME:
            found["duties"].update(node.duties)
            for key in ("urgency", "report", "guardians"):
                found[key].add(getattr(node, key))
    found["duties"] |= {rule.duty for rule in content.duties}
    return {**found, "answer": answers}


def _said(subject: Subject, node: Node) -> Iterator[str]:
    """What may be answered at a node; of a range of ages each year."""
    fact = subject.content.facts.get(node.fact)
    for value, _ in node.answers:
        if fact and fact.kind == "years" and value != fact.unknown:
            first, last = parse_range(value)
            yield from (str(year) for year in range(first, last + 1))
        else:
            yield value
