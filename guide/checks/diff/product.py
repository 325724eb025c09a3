"""Two laid cards walked in step with the same answers.

A state is a node of each and what may be known of every fact in both. Where both ask for the same fact, one answer is
given to both; where only one asks, it goes on alone, over every answer, until both stand at a task or an advice.
These two are compared; the walk goes on behind them where they are the same stop, or where the same comes after.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.diff.arriving import Arrivals
from guide.checks.diff.joint import NOTHING, Held, May
from guide.checks.diff.shown import OVER, Pair, Shown, State, Step
from guide.checks.diff.ticks import every_way, ticks, told
from guide.checks.diff.versions import NEW, OLD, Versions
from guide.core.content import ASK, BACK, BY, RECORD, SIGNS
from guide.core.lay import Laid, Place


class Product(Shown):
    """The two cards, with what leads where."""

    def __init__(self, versions: Versions, laid: tuple[Laid, Laid], alarm: str = "") -> None:
        """`alarm`: not the card itself is walked, but this alarm, opened from the first stop, until it is left."""
        super().__init__(versions, laid, alarm)
        self._arrivals = Arrivals(self)
        self.profiles, self.start = self._arrivals.profiles, self._arrivals.start

    def follow(self, state: State) -> Iterator[tuple[Step, State]]:
        """All that may come next. First the cards go on by themselves: both at once where they turn on the same, so
        that what the two have in common is never lost; else the old one before the new one."""
        if OVER not in state.pair:
            yield from (together := self._together(state))
            rest = self._apart(state) if together else state
            if rest is None:
                return
            state = rest
        for side in (OLD, NEW):
            at = state.pair[side]
            if at == OVER:
                continue
            place = self.place(side, at)
            if self.laid_between(place):
                yield self._moved(state, side, OVER if place.go == BACK else place.go, state.held, "", False)
                return
            if place.kind in (ASK, BY):
                may = self.joint.may(state.held, place.fact)
                yield from self._passing(state, side, place, may)
                rest_may = may - self.joint.where(may, side, self.offered(side, at), place.kind == BY)
                if not rest_may or place.kind == BY:
                    return
                state = state._replace(held=self.joint.put(state.held, place.fact, rest_may))
        if OVER not in state.pair:
            yield from self._standing(state)

    def _together(self, state: State) -> list[tuple[Step, State]]:
        """Both cards passing on at once, by the same fact or between two cards."""
        old, new = self.places(state.pair)
        step = Step("", "", False)
        if self.laid_between(old) and self.laid_between(new):
            to = tuple(OVER if place.go == BACK else place.go for place in (old, new))
            return [(step, self._arrivals.arrive((to[OLD], to[NEW]), state.held, (True, True)))]
        if old.kind != new.kind or old.kind not in (ASK, BY) or old.fact != new.fact:
            return []
        may, found = self.joint.may(state.held, old.fact), []
        for to_old, values in self.ways_of(OLD, old).items():
            here = self.joint.where(may, OLD, values, old.kind == BY)
            for to_new, more in self.ways_of(NEW, new).items() if here else ():
                both = self.joint.where(here, NEW, more, new.kind == BY)
                if both:
                    held = self.joint.put(state.held, old.fact, both)
                    found.append((step, self._arrivals.arrive((to_old, to_new), held, (True, True))))
        return found

    def _apart(self, state: State) -> State | None:
        """What is left once both have passed on together; None where nothing is."""
        old, new = self.places(state.pair)
        if self.laid_between(old):
            return None
        may = self.joint.may(state.held, old.fact)
        one = self.joint.where(may, OLD, self.offered(OLD, old.id), old.kind == BY)
        rest = may - self.joint.where(one, NEW, self.offered(NEW, new.id), new.kind == BY)
        return state._replace(held=self.joint.put(state.held, old.fact, rest)) if rest else None

    def _passing(self, state: State, side: int, place: Place, may: May) -> Iterator[tuple[Step, State]]:
        for to, values in self.ways_of(side, place).items():
            here = self.joint.where(may, side, values, place.kind == BY)
            if here:
                yield self._moved(state, side, to, self.joint.put(state.held, place.fact, here), "", False)

    def _standing(self, state: State) -> Iterator[tuple[Step, State]]:
        old, new = self.places(state.pair)
        if self.both_say(state.pair):
            yield from self._behind(state, old, new)
        elif old.kind == new.kind == RECORD:
            yield Step("", ""), self._arrivals.arrive((old.go or OVER, new.go or OVER), state.held, (True, True))
        elif RECORD in (old.kind, new.kind):
            side = OLD if old.kind == RECORD else NEW
            yield self._moved(state, side, self.place(side, state.pair[side]).go, state.held, "")
        elif self.both_ask(state.pair):
            yield from self._answer(state, old, new)
        elif old.kind == new.kind == SIGNS and old.node.list == new.node.list:
            yield from self._tick(state, old, new)
        else:
            side = NEW if self.says(OLD, old.id) else OLD
            yield from self._alone(state, side, (old, new)[side])

    def _behind(self, state: State, old: Place, new: Place) -> Iterator[tuple[Step, State]]:
        """On from two stops that have been compared."""
        moves = self.goes_on(old, new)
        if moves == (True, True):
            yield Step("", ""), self._arrivals.arrive((old.go or OVER, new.go or OVER), state.held, moves)
        elif True in moves:
            side = moves.index(True)
            yield self._moved(state, side, (old, new)[side].go, state.held, "")

    def _answer(self, state: State, old: Place, new: Place) -> Iterator[tuple[Step, State]]:
        """One answer to both."""
        for value in self.values[old.fact]:
            one, other = old.target(value), new.target(value)
            if one is not None and other is not None:
                held = self.joint.put(state.held, old.fact, frozenset({(f"+{value}",) * 2}))
                yield Step(value, value), self._arrivals.arrive((one, other), held, (True, True))

    def _tick(self, state: State, old: Place, new: Place) -> Iterator[tuple[Step, State]]:
        """The same signs ticked in both, whatever each version takes them for."""
        lists = tuple(self.versions.content(side).lists[old.node.list] for side in (OLD, NEW))
        for chosen in ticks(lists[OLD], lists[NEW]):
            given = tuple(told(each, chosen) for each in lists)
            held = state.held
            for fact in {**given[OLD], **given[NEW]}:
                may = self.joint.may(held, fact)
                for side in (OLD, NEW):
                    if fact in given[side]:
                        may = frozenset(
                            (f"+{given[OLD][fact]}", n) if side == OLD else (o, f"+{given[NEW][fact]}") for o, n in may
                        )
                held = self.joint.put(held, fact, may)
            said = " ".join(sorted(chosen))
            yield Step(said, said), self._arrivals.arrive((old.go, new.go), held, (True, True))

    def _alone(self, state: State, side: int, place: Place) -> Iterator[tuple[Step, State]]:
        """One version asks what the other does not, or not yet."""
        if place.kind == ASK:
            may, offered = self.joint.may(state.held, place.fact), self.offered(side, place.id)
            for value in self.values[place.fact]:
                then = self.joint.answered(may, side, value, offered) if value in offered else NOTHING
                if value in offered and then:
                    held = self.joint.put(state.held, place.fact, then)
                    yield self._moved(state, side, place.target(value) or OVER, held, value)
            return
        signs = self.versions.content(side).lists[place.node.list]
        free = every_way(signs)
        for chosen in ticks(signs, signs):
            held, fits = state.held, True
            for fact, value in told(signs, chosen).items():
                values = frozenset({"ja", "nei"}) if free else frozenset()
                may = self.joint.answered(self.joint.may(held, fact), side, value, values)
                fits = fits and bool(may)
                held = self.joint.put(held, fact, may)
            if fits:
                yield self._moved(state, side, place.go, held, " ".join(sorted(chosen)))

    def _moved(
        self, state: State, side: int, to: str, held: Held, said: str, person: bool = True
    ) -> tuple[Step, State]:
        pair = (state.pair[OLD], to) if side else (to, state.pair[NEW])
        step = Step(None, said, person) if side else Step(said, None, person)
        return step, self._arrivals.arrive(pair, held, (side == OLD, side == NEW))


__all__ = ["OVER", "Pair", "Product", "State", "Step"]
