"""A walk of both versions through `core.walk`, so that nothing is shown that cannot be walked; and its lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from guide.checks.diff.nearest import Found
from guide.checks.diff.product import Pair, Product, Step
from guide.checks.diff.versions import NEW, OLD, exit_stop
from guide.checks.proofs.real import OPENED_AT
from guide.checks.proofs.shortest import ANSWERED, DONE, NOT_TICKED, NOTED, WENT_ON
from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, TASK, Sign
from guide.core.lay import Place
from guide.core.step import StuckError
from guide.core.walk import Walk, WalkError, begin

NOON: Final = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
"""The walks of a comparison are at no time; this one stands in every move."""
TICKED: Final = "Kryss av for {signs} på «{question}»"
SIGN: Final = "«{sign}»"
ONLY_BEFORE: Final = "{line} (spørres bare før endringen)"
ONLY_NOW: Final = "{line} (spørres bare etter endringen)"
TASK_BEFORE: Final = "{line} (står bare i kortet før endringen)"
TASK_NOW: Final = "{line} (står bare i kortet etter endringen)"
SETTING: Final = "Innstilling: {about} er «{answer}»"


def replayed(product: Product, found: Found) -> tuple[Walk, Walk] | None:
    """Both walks, each by itself, where they end; None where they cannot be walked so (a mistake of ours)."""
    walks = []
    for side in (OLD, NEW):
        try:
            walk = _begun(product, side, found)
            for pair, step in found.steps:
                said = (step.old, step.new)[side]
                if said is not None and step.person:
                    if walk.state.stop != pair[side]:
                        return None
                    walk = _given(walk, walk.place, said)
        except (WalkError, StuckError, KeyError):
            return None
        end = product.place(side, found.end.pair[side])
        reached = end.id in [passed.node for passed in walk.state.path]
        if walk.state.stop != end.id and not (exit_stop(end, product.alarm) and reached):
            return None
        walks.append(walk)
    return walks[OLD], walks[NEW]


def _begun(product: Product, side: int, found: Found) -> Walk:
    lists = product.versions.content(side).lists
    walk = begin(product.laid[side], lists, found.profile)
    return walk.alarm(product.alarm, NOON) if product.alarm else walk


def _given(walk: Walk, place: Place, said: str) -> Walk:
    if place.kind == ASK:
        return walk.answer(said, NOON)
    if place.kind == SIGNS:
        known = {sign.id for sign in walk.lists[place.node.list].signs}
        return walk.tick([sign for sign in said.split() if sign in known], NOON)
    if place.kind == RECORD:
        return walk.note({f.id: NOON.date().isoformat() for f in place.node.fields if f.kind == "date"}, NOON)
    return walk.done(NOON) if place.kind == TASK else walk.go_on(NOON)


def lines(product: Product, found: Found) -> tuple[str, ...]:
    """The walk as a person walks it, a Norwegian line a step; where only one version asks, the line says which.

    Where it leads is not among them: that is what the versions do not agree on.
    """
    return (*_opening(product, found), *_lines(product, found))


def _opening(product: Product, found: Found) -> Iterator[str]:
    laid = product.laid[NEW]
    usual = {fact.id: fact.default for fact in laid.facts.values() if fact.default}
    for fact, value in found.profile:
        if value not in (usual.get(fact), laid.init.get(fact)):
            known = laid.facts[fact]
            yield SETTING.format(about=known.about, answer=known.words(value))
    if product.alarm:
        first = begin(laid, product.versions.new.lists, found.profile).place
        title = product.versions.new.cards[product.alarm].title
        yield OPENED_AT.format(title=title, question=first.node.text)


def _lines(product: Product, found: Found) -> Iterator[str]:
    steps = [(pair, step) for pair, step in found.steps if step.person]
    alone = {side: {_asked(product, side, pair, step) for pair, step in steps} - {None} for side in (OLD, NEW)}
    shown = set()
    for pair, step in steps:
        side = NEW if step.new is not None else OLD
        place, asked = product.place(side, pair[side]), _asked(product, side, pair, step)
        line = _line(product, side, place, (step.old, step.new)[side] or "")
        if asked is None:
            yield line
        elif asked in alone[OLD] and asked in alone[NEW]:
            # both ask it, at different points of the walk: it is answered once
            if asked not in shown:
                yield line
            shown.add(asked)
        elif place.kind == TASK:
            yield (TASK_NOW if side else TASK_BEFORE).format(line=line)
        else:
            yield (ONLY_NOW if side else ONLY_BEFORE).format(line=line)


def _asked(product: Product, side: int, pair: Pair, step: Step) -> tuple[object, ...] | None:
    """What is asked in one version alone at a step, and the answer; None where it is given to both, or to the other."""
    if (step.old is None) == (step.new is None) or (step.new is not None) != bool(side):
        return None
    place = product.place(side, pair[side])
    about: object = place.fact or place.node.list or product.versions.of(side, place)
    return place.kind, about, (step.old, step.new)[side]


def _line(product: Product, side: int, place: Place, said: str) -> str:
    question = place.node.text
    if place.kind == ASK:
        return ANSWERED.format(answer=product.laid[side].facts[place.fact].words(said), question=question)
    if place.kind == SIGNS:
        signs = {s.id: s.text for each in (OLD, NEW) for s in _signs(product, each, place)}
        ticked = ", ".join(SIGN.format(sign=signs[sign]) for sign in said.split())
        return TICKED.format(signs=ticked, question=question) if ticked else NOT_TICKED.format(question=question)
    return {TASK: DONE, RECORD: NOTED, OUTCOME: WENT_ON}[place.kind].format(question=question)


def _signs(product: Product, side: int, place: Place) -> tuple[Sign, ...]:
    found = product.versions.content(side).lists.get(place.node.list)
    return found.signs if found else ()
