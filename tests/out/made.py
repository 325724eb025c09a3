"""A long walk of a card with every field filled in, for what is taken out of it."""

from __future__ import annotations

from collections.abc import Callable

from guide.core.content import ASK, RECORD, SIGNS, Content, Field
from guide.core.walk import Walk
from guide.service.guide import Guide
from tests.service.guides import guide_at

CARD = "stange/barnehage"
AT = "2026-11-25T12:00"
NEVER = "aldri"
"""A stop that no walk comes to: it ends where it ends."""

TEXTS = {
    "sett": "Kom uten votter og lue tre dager på rad.\nSatt alene ved gjerdet det meste av uteleken.",
    "hort": "«Ingen hjemme våkner når jeg roper.»",
    "ord": "«Jeg lager maten selv.»",
    "hensyn": "Vil at vi ikke ringer mens hun hører på.",
    "utloser": "Verst på mandager og etter helg.",
    "pavirker": "Bedre når samme voksen tar imot om morgenen.",
    "holder": "Vi har byttet hvem som tar imot.",
    "tiltak": "Fast voksen tar imot. Ekstra klær og mat i barnehagen.",
    "hvem": "Pedagogisk leder tar imot, assistent følger ute.",
    "maal": "Barnet er mett, varmt og har noen å leke med.",
    "ansvar": "Styrer følger opp klærne, pedagogisk leder maten.",
}
DATES = {"evaluering": "2026-12-09"}
ROLES = {"koordinator": "Pedagogisk leder", "trygg": "Assistent på småbarn"}


def guide_of(content: Content, at: str = AT) -> Guide:
    """The guide that the walks are walked with."""
    return guide_at(content, at)


def written(field: Field) -> str:
    """What stands in a field."""
    kinds = {"date": DATES.get(field.id, "2026-11-23"), "role": ROLES.get(field.id, "Styrer")}
    return kinds.get(field.kind) or TEXTS.get(field.id, "Noe annet som er skrevet.")


def walked(
    guide: Guide,
    answers: dict[str, str],
    until: str = NEVER,
    most: int = 60,
    write: Callable[[Field], str] = written,
    walk: Walk | None = None,
) -> Walk:
    """A walk that gives `answers` by fact, else «nei» or the last offered, until it stands at `until`."""
    walk = walk or guide.begin(CARD)
    for _ in range(most):
        if walk.state.ended or walk.state.stop == until:
            break
        walk = step(guide, walk, answers, write)
    return walk


def step(guide: Guide, walk: Walk, answers: dict[str, str], write: Callable[[Field], str]) -> Walk:
    """One step further."""
    place, node = walk.place, walk.place.node
    if place.kind == ASK:
        offered = [value for value, _ in node.answers]
        if walk.laid.fact(place.fact).kind == "years":
            return guide.answer(walk, answers.get(place.fact, "4"))
        wanted = answers.get(place.fact, "nei")
        return guide.answer(walk, wanted if wanted in offered else offered[-1])
    if place.kind == SIGNS:
        return guide.tick(walk, [sign.id for sign in guide.content.lists[node.list].signs[:3]])
    if place.kind == RECORD:
        return guide.note(walk, {field.id: write(field) for field in node.fields})
    if place.kind == "outcome":
        return guide.go_on(walk)
    return guide.done(walk)


def long_walk(guide: Guide, write: Callable[[Field], str] = written) -> Walk:
    """Shared, met, agreed, tried, not better, and then serious: it stands at the advice to report."""
    first = {"gaar_videre": "ja", "trenger_mote": "ja", "samtykke": "gitt", "tegn_avklart": "ja"}
    tried = walked(guide, first, "juster", write=write)
    serious = {**first, "omsorgssvikt": "alvorlig", "barnets_kommune": "samme", "andre_barn": "ja"}
    return walked(guide, serious, "meld", write=write, walk=tried)


def unsafe_walk(guide: Guide) -> Walk:
    """Concrete suspicion against somebody at home: it stands at the first advice."""
    answers = {"mistanke_vold": "konkret", "mistenkt": "foresatt", "voldstype": "fysisk", "barnets_kommune": "vet_ikke"}
    walk = guide.begin(CARD)
    while walk.place.kind != "outcome":
        walk = step(guide, walk, answers, written)
    return walk
