"""What the plans wrote of the law and what holds instead, with the plans' other notes, for those who keep the cards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from guide.core.content import Content, Law, Mended
from guide.core.record import record
from guide.core.text import clean

TITLE: Final = "Dette står i planene, men ikke slik i loven i dag"
PLAN: Final = "{name}: {plan}"
WROTE: Final = "{place}: planen skriver «{wrote}»."
NOW: Final = "Gjelder nå: {now}."
SAYS: Final = "Den sier: {says}"
CHECKED: Final = "Sist kontrollert: {checked}."
UNSURE: Final = "Må kontrolleres."
RESTS: Final = "Bygger på: {basis}."
NOTES: Final = "Annet du bør vite om planen"
NONE: Final = "Ingen planer her har noe som er rettet mot loven."


@record
class MendedView:
    """One reference: `now` is a statute's title or words, `checked` an ISO date, `sure` whether it has been read."""

    place: str
    wrote: str
    now: str
    source: str = ""
    says: str = ""
    basis: str = ""
    checked: str = ""
    sure: bool = False
    note: str = ""


@record
class PlanView:
    """One plan with what was mended in it, and its other notes."""

    pack: str
    name: str
    plan: str
    mended: tuple[MendedView, ...]
    notes: tuple[str, ...] = ()


def plans(content: Content, packs: Sequence[str] = ()) -> tuple[PlanView, ...]:
    """Every plan with something to tell; with `packs` those alone, and a plan that several share is told for each."""
    found = []
    for pack in content.packs.values():
        if (packs and pack.id not in packs) or not (pack.mended or pack.notes):
            continue
        views = tuple(_view(content.laws.get(each.now), each) for each in pack.mended)
        found.append(PlanView(pack.id, clean(pack.name), clean(pack.plan), views, tuple(map(clean, pack.notes))))
    return tuple(found)


def _view(law: Law | None, each: Mended) -> MendedView:
    return MendedView(
        place=clean(each.place),
        wrote=clean(each.wrote),
        now=clean(law.title if law else each.now),
        source=law.id if law else "",
        says=clean(law.says) if law else "",
        basis=clean(law.basis) if law else "",
        checked=law.checked if law else "",
        sure=law is not None and law.confidence != "unsure",
        note=clean(each.note),
    )


def lines(found: Sequence[PlanView]) -> Iterator[str]:
    """All of it as lines for the terminal."""
    yield TITLE if any(plan.mended for plan in found) else NONE
    for plan in found:
        yield ""
        yield PLAN.format(name=plan.name, plan=plan.plan) if plan.plan else plan.name
        for each in plan.mended:
            yield f"  {WROTE.format(place=each.place, wrote=each.wrote)}"
            yield from (f"    {line}" for line in _now(each))
        if plan.notes:
            yield f"  {NOTES}:"
            yield from (f"    {note}" for note in plan.notes)


def _now(each: MendedView) -> Iterator[str]:
    yield NOW.format(now=each.now)
    if each.says:
        yield SAYS.format(says=each.says)
    if each.note:
        yield each.note
    if each.checked:
        yield CHECKED.format(checked=each.checked)
    if each.basis:
        yield RESTS.format(basis=each.basis.rstrip("."))
    if each.source and not each.sure:
        yield UNSURE


def as_data(found: Sequence[PlanView]) -> list[dict[str, Any]]:
    """All of it as plain data."""
    return [
        {
            "pack": plan.pack,
            "name": plan.name,
            "plan": plan.plan,
            "mended": [
                {
                    "place": each.place,
                    "wrote": each.wrote,
                    "now": each.now,
                    "source": each.source or None,
                    "says": each.says or None,
                    "checked": each.checked or None,
                    "sure": each.sure,
                    "note": each.note or None,
                }
                for each in plan.mended
            ],
            "notes": list(plan.notes),
        }
        for plan in found
    ]
