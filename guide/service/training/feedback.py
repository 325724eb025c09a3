"""A verdict in words: what was asked, what one did, what the exercise does, and why."""

from __future__ import annotations

from guide.core.clock import clock_time
from guide.core.content import ASK, RECORD, SIGNS
from guide.core.exercise import Exercise, Judged, Scene, Step
from guide.core.exercise_score import points_of
from guide.core.exercise_state import Decision
from guide.core.lay import Place
from guide.core.text import clean
from guide.core.walk import Walk
from guide.service.dates import write_date
from guide.service.guide import Guide
from guide.service.said import source_titles
from guide.service.training import words
from guide.service.training.views import FeedbackView


class Told:
    """The words of one exercise's decisions. Its text comes out clean; each front end escapes it for its own form."""

    def __init__(self, guide: Guide, exercise: Exercise) -> None:
        self._guide, self._exercise = guide, exercise

    def feedback(self, decision: Decision, walk: Walk, leads_to: str = "") -> FeedbackView:
        """The verdict on a decision. `leads_to` is the title of the advice that the answer ends in."""
        item = self._item(decision)
        place = walk.laid.nodes[decision.node]
        return FeedbackView(
            kind=decision.kind,
            words=words.VERDICT[decision.kind],
            asked=clean(item.ask if isinstance(item, Scene) else place.node.text),
            yours=self.said(decision.answer, item, place, walk),
            model=self.said(decision.model, item, place, walk) if decision.model else (),
            why=clean(decision.why),
            when=clock_time(decision.when),
            area=words.AREA.get(decision.area, ""),
            mistake=words.MISTAKE.get(decision.mistake, ""),
            cost=words.COST.format(minutes=decision.minutes) if decision.minutes else "",
            leads_to=words.LEADS_TO.format(title=clean(leads_to)) if leads_to else "",
            hinted=decision.hinted,
            mended=decision.mended,
            sources=source_titles(self._guide.content, decision.source),
            points=points_of(decision),
        )

    def missed(self, item: Judged, place: Place | None, walk: Walk, model: str) -> FeedbackView:
        """The row of something that one never came to decide."""
        asked = item.ask if isinstance(item, Scene) else place.node.text if place else ""
        told = self.said(model, item, place, walk) if place or isinstance(item, Scene) else ()
        area = words.AREA.get(item.area, "")
        return FeedbackView("", words.NOT_REACHED, clean(asked), (), told, "", area=area)

    def _item(self, decision: Decision) -> Judged | None:
        if decision.scene:
            return self._exercise.scene(decision.scene)
        if decision.step >= 0:
            return self._exercise.way[decision.step]
        return self._exercise.elsewhere[decision.other] if decision.other >= 0 else None

    def said(self, answer: str, item: Judged | None, place: Place | None, walk: Walk) -> tuple[str, ...]:
        """An answer in the words of the option, the fact, the signs or the fields."""
        if isinstance(item, Scene):
            return (clean(dict(item.options).get(answer, answer)),)
        if isinstance(item, Step) and item.alarm and answer == item.alarm:
            card = self._guide.content.cards.get(answer)
            return (words.OPENED.format(title=clean(card.title if card else answer)),)
        if place and place.kind == ASK:
            return (clean(walk.laid.fact(place.fact).words(answer)),)
        if place and place.kind == SIGNS:
            signs = self._guide.content.lists[place.node.list].signs
            return tuple(clean(sign.text) for sign in signs if sign.id in answer.split()) or (words.DONE["tick"],)
        if place and place.kind == RECORD:
            return tuple(self._fields(answer, place)) or (words.DONE["note"],)
        return (words.DONE.get(answer, answer),)

    def _fields(self, answer: str, place: Place) -> list[str]:
        """What was noted, a line each."""
        given = dict(part.partition("=")[::2] for part in answer.split())
        fields = ((field.label, given.get(field.id, "")) for field in place.node.fields)
        dates = ((clean(label), write_date(clean(value))) for label, value in fields if value)
        return [words.DATE.format(label=label, value=value) for label, value in dates]
