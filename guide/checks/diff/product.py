"""Two laid cards walked in step with the same answers.

A state is a node of each and what may be known of every fact in both. Where both ask for the same fact, one answer is
given to both; where only one asks, it goes on alone, over every answer, until both stand at a task or an advice.
These two are compared; the walk goes on behind them where they are the same stop, or where the same comes after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.checks.diff.alike import ticking
from guide.checks.diff.joint import NOTHING, Held, Joint, May
from guide.checks.diff.versions import NEW, OLD, SAYS, Versions, exit_stop
from guide.checks.proofs.graph import Graph, graph_of
from guide.checks.proofs.later import needed_later
from guide.core.content import ALARM_MARK, ASK, BACK, BY, EXIT, INCLUDE, RECORD, SIGNS, SignList
from guide.core.lay import Laid, Place

OVER = ""
"""In place of a node: this walk is over, or leads nowhere."""
Pair = tuple[str, str]


class State(NamedTuple):
    """A node of each card, and what may be known."""

    pair: Pair
    held: Held


class Step(NamedTuple):
    """What a person gives at a pair: in which version (or both), and what. Empty values: nothing to say."""

    old: str | None
    new: str | None
    """None: this version stays where it is."""
    person: bool = True
    """False: the card goes on by itself."""


class Product:
    """The two cards, with what leads where."""

    def __init__(self, versions: Versions, laid: tuple[Laid, Laid], alarm: str = "") -> None:
        """`alarm`: not the card itself is walked, but this alarm, opened from the first stop, until it is left."""
        self.versions, self.laid, self.alarm = versions, laid, alarm
        self.values = _values(laid)
        facts = tuple(self.values)
        self.joint = Joint(facts, (laid[OLD].lasting, laid[NEW].lasting))
        self._graphs = tuple(_graph(versions, side, laid[side]) for side in (OLD, NEW))
        self._need = tuple(_needed(graph) for graph in self._graphs)
        ruled = {fact for side in (OLD, NEW) for rule in versions.content(side).duties for fact, _ in rule.given}
        self._ruled = [fact in ruled for fact in facts]
        self._live: dict[Pair, tuple[int, ...]] = {}
        self._ways: list[dict[str, dict[str, frozenset[str]]]] = [{}, {}]
        self._offered: list[dict[str, frozenset[str]]] = [{}, {}]

    # --- the beginning -------------------------------------------------------------------------------------------
    def profiles(self) -> Iterator[tuple[tuple[str, str], ...]]:
        """What a walk may begin with in both versions; one that only one of them has begins in neither."""
        new = set(self._graphs[NEW].profile)
        yield from (profile for profile in self._graphs[OLD].profile if profile in new)

    def start(self, profile: tuple[tuple[str, str], ...]) -> State:
        """Where a walk begins with a profile."""
        held = self.joint.begun(dict(profile))
        if not self.alarm:
            return self._arrive((self.laid[OLD].start, self.laid[NEW].start), held, (True, True))
        alarms = self.laid[OLD].alarms[self.alarm], self.laid[NEW].alarms[self.alarm]
        for side in (OLD, NEW):
            asked = [self.joint.slot[f] for f in alarms[side].asks - self.laid[side].lasting if f in self.joint.slot]
            held = self.joint.renewed(held, side, asked)
        return self._arrive((alarms[OLD].start, alarms[NEW].start), held, (True, True))

    # --- what is at a pair ---------------------------------------------------------------------------------------
    def place(self, side: int, at: str) -> Place:
        """A node of one of the cards."""
        return self.laid[side].nodes[at]

    def places(self, pair: Pair) -> tuple[Place, Place]:
        """Both nodes; neither walk may be over."""
        return self.place(OLD, pair[OLD]), self.place(NEW, pair[NEW])

    def says(self, side: int, at: str) -> bool:
        """Whether one stands at a task, an advice, or the exit of the alarm."""
        place = self.place(side, at)
        return place.kind in SAYS or exit_stop(place, self.alarm)

    def both_say(self, pair: Pair) -> bool:
        """Whether the two are compared here."""
        return OVER not in pair and self.says(OLD, pair[OLD]) and self.says(NEW, pair[NEW])

    def both_ask(self, pair: Pair) -> str:
        """The fact that both ask for at this pair, empty where they do not."""
        if OVER in pair:
            return ""
        old, new = self.places(pair)
        return old.fact if old.kind == new.kind == ASK and old.fact == new.fact else ""

    def offered(self, side: int, at: str) -> frozenset[str]:
        """The values that lead somewhere at an ask or a by."""
        found = self._offered[side].get(at)
        if found is None:
            place = self.place(side, at)
            found = frozenset(v for v in self.values[place.fact] if place.target(v) is not None)
            self._offered[side][at] = found
        return found

    # --- one step on ---------------------------------------------------------------------------------------------
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
            if self._laid_between(place):
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

    def _laid_between(self, place: Place) -> bool:
        return place.kind in (INCLUDE, EXIT) and not exit_stop(place, self.alarm)

    def _together(self, state: State) -> list[tuple[Step, State]]:
        """Both cards passing on at once, by the same fact or between two cards."""
        old, new = self.places(state.pair)
        step = Step("", "", False)
        if self._laid_between(old) and self._laid_between(new):
            to = tuple(OVER if place.go == BACK else place.go for place in (old, new))
            return [(step, self._arrive((to[OLD], to[NEW]), state.held, (True, True)))]
        if old.kind != new.kind or old.kind not in (ASK, BY) or old.fact != new.fact:
            return []
        may, found = self.joint.may(state.held, old.fact), []
        for to_old, values in self._ways_of(OLD, old).items():
            here = self.joint.where(may, OLD, values, old.kind == BY)
            for to_new, more in self._ways_of(NEW, new).items() if here else ():
                both = self.joint.where(here, NEW, more, new.kind == BY)
                if both:
                    held = self.joint.put(state.held, old.fact, both)
                    found.append((step, self._arrive((to_old, to_new), held, (True, True))))
        return found

    def _apart(self, state: State) -> State | None:
        """What is left once both have passed on together; None where nothing is."""
        old, new = self.places(state.pair)
        if self._laid_between(old):
            return None
        may = self.joint.may(state.held, old.fact)
        one = self.joint.where(may, OLD, self.offered(OLD, old.id), old.kind == BY)
        rest = may - self.joint.where(one, NEW, self.offered(NEW, new.id), new.kind == BY)
        return state._replace(held=self.joint.put(state.held, old.fact, rest)) if rest else None

    def _ways_of(self, side: int, place: Place) -> dict[str, frozenset[str]]:
        """By target of an ask or a by: the values that lead there."""
        ways = self._ways[side].get(place.id)
        if ways is None:
            found: dict[str, set[str]] = {}
            for value in self.offered(side, place.id):
                found.setdefault(place.target(value) or "", set()).add(value)
            ways = self._ways[side][place.id] = {to: frozenset(values) for to, values in sorted(found.items())}
        return ways

    def _passing(self, state: State, side: int, place: Place, may: May) -> Iterator[tuple[Step, State]]:
        for to, values in self._ways_of(side, place).items():
            here = self.joint.where(may, side, values, place.kind == BY)
            if here:
                yield self._moved(state, side, to, self.joint.put(state.held, place.fact, here), "", False)

    def _standing(self, state: State) -> Iterator[tuple[Step, State]]:
        old, new = self.places(state.pair)
        if self.both_say(state.pair):
            yield from self._behind(state, old, new)
        elif old.kind == new.kind == RECORD:
            yield Step("", ""), self._arrive((old.go or OVER, new.go or OVER), state.held, (True, True))
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
            yield Step("", ""), self._arrive((old.go or OVER, new.go or OVER), state.held, moves)
        elif True in moves:
            side = moves.index(True)
            yield self._moved(state, side, (old, new)[side].go, state.held, "")

    def goes_on(self, old: Place, new: Place) -> tuple[bool, bool]:
        """Which of two stops is gone on from, once they have been compared.

        Both, where they are the same, or the same comes after them; one alone, where it is a task that the other
        version does not have at all; none otherwise: from there the two are walks of different cases.
        """
        if EXIT in (old.kind, new.kind):
            return False, False
        if self.versions.same(old, new):
            return True, True
        gone = not self.versions.in_both(self.versions.of(OLD, old))
        come = not self.versions.in_both(self.versions.of(NEW, new))
        if gone != come and (old if gone else new).kind == "task" and (old if gone else new).go:
            return gone, come
        both = bool(old.go and new.go) and ((gone and come) or self._after(OLD, old) == self._after(NEW, new))
        return both, both

    def _after(self, side: int, place: Place) -> object:
        to = place.go
        return BACK if to == BACK else self.versions.of(side, self.place(side, to))

    def _answer(self, state: State, old: Place, new: Place) -> Iterator[tuple[Step, State]]:
        """One answer to both."""
        for value in self.values[old.fact]:
            one, other = old.target(value), new.target(value)
            if one is not None and other is not None:
                held = self.joint.put(state.held, old.fact, frozenset({(f"+{value}",) * 2}))
                yield Step(value, value), self._arrive((one, other), held, (True, True))

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
            yield Step(said, said), self._arrive((old.go, new.go), held, (True, True))

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
        return step, self._arrive(pair, held, (side == OLD, side == NEW))

    def _arrive(self, pair: Pair, held: Held, come: tuple[bool, bool]) -> State:
        for side in (OLD, NEW):
            if come[side] and pair[side] != OVER and self.place(side, pair[side]).anew:
                held = self.joint.renewed(held, side)
        live = self._live.get(pair)
        if live is None:
            live = self._live[pair] = tuple(self._matters(pair))
        return State(
            pair,
            tuple(
                may if mark == 2 else NOTHING if not mark else self.joint.without_age(may)
                for may, mark in zip(held, live, strict=True)
            ),
        )

    def _matters(self, pair: Pair) -> Iterator[int]:
        """By fact: 0 nothing reads it from here on, 1 only the rules on duties do, 2 the cards do."""
        need = [self._need[side].get(pair[side], frozenset()) for side in (OLD, NEW)]
        for fact, ruled in zip(self.joint.facts, self._ruled, strict=True):
            yield 2 if fact in need[OLD] or fact in need[NEW] else int(ruled)


def ticks(old: SignList, new: SignList) -> list[frozenset[str]]:
    """Signs to tick, one set for each way in which the two lists can be told something; fewest signs first.

    Where a sign is in both lists, it is ticked in both.
    """
    points: dict[tuple[frozenset[str], frozenset[str]], str] = {}
    marks = tuple({mark for _, mark in signs.sets} for signs in (old, new))
    by_id = tuple({sign.id: frozenset(sign.points_at) for sign in signs.signs} for signs in (old, new))
    for name in sorted({*by_id[OLD], *by_id[NEW]}):
        points.setdefault(
            (by_id[OLD].get(name, frozenset()) & marks[OLD], by_id[NEW].get(name, frozenset()) & marks[NEW]), name
        )
    found: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {(frozenset(), frozenset()): frozenset()}
    for (one, other), name in points.items():
        for (a, b), chosen in list(found.items()):
            found.setdefault((a | one, b | other), chosen | {name})
    return sorted(found.values(), key=lambda chosen: (len(chosen), sorted(chosen)))


def told(signs: SignList, chosen: frozenset[str]) -> dict[str, str]:
    """The facts that ticking these signs sets."""
    pointed = {mark for sign in signs.signs if sign.id in chosen for mark in sign.points_at}
    return {fact: "ja" if mark in pointed else "nei" for fact, mark in signs.sets}


def every_way(signs: SignList) -> bool:
    """Whether a list can be ticked so that its facts are anything."""
    every: int = 2 ** len(signs.sets)
    return len(ticks(signs, signs)) == every


def _values(laid: tuple[Laid, Laid]) -> dict[str, tuple[str, ...]]:
    """The values of each fact in either version; of years, the first of each range that either tells apart."""
    found: dict[str, tuple[str, ...]] = {}
    facts = {**laid[OLD].facts, **laid[NEW].facts}
    for name, fact in facts.items():
        if fact.kind == "years":
            places = [place for side in laid for place in side.nodes.values() if place.fact == name]
            borders = {0} | {low for place in places for low, _, _ in place.ages}
            borders |= {high + 1 for place in places for _, high, _ in place.ages if high < 130}
            found[name] = (*(str(year) for year in sorted(borders)), fact.unknown)
        else:
            both = [value for side in laid if name in side.facts for value, _ in side.facts[name].values]
            found[name] = tuple(dict.fromkeys(both))
    return found


def _graph(versions: Versions, side: int, laid: Laid) -> Graph:
    """The graph of one card without its alarms: they are walked by themselves."""
    graph = graph_of(laid, versions.content(side).lists)
    graph.alarms.clear()
    for vertex in graph.vertices:
        vertex.alarm = ""
    return graph


def _needed(graph: Graph) -> Mapping[str, frozenset[str]]:
    need = needed_later(graph)
    return {name: need[index] for name, index in graph.number.items()}


__all__ = ["ALARM_MARK", "OVER", "Pair", "Product", "State", "Step", "every_way", "ticking", "ticks", "told"]
