"""A walk becomes an exercise: its file is read as the same exercise, fits as it is, and holds no words of the walk."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.core.clock import parse
from guide.core.content import ASK, OUTCOME, RECORD, SIGNS, Content
from guide.core.exercise import Exercise
from guide.core.exercise_fit import fit
from guide.core.record import replace
from guide.core.text import hidden
from guide.core.walk import Walk
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.service.training.recording import recorded
from guide.service.training.writing import as_yaml
from guide.store.load import load_exercises
from guide.store.sources import Sources
from tests.core.exercises import made_exercise

AT = parse("2026-11-24T10:00")
SECRET = "Noe om et barn som ikke skal lagres"


def read(text: str, name: str = "stange/tatt-opp") -> Exercise:
    """The exercise of a file."""
    pack, _, own = name.partition("/")
    data = {f"trees/{pack}/exercises/{own}.yaml": text.encode()}
    exercises, findings = load_exercises(Sources(data, (), ""))
    assert findings == ()
    return exercises[name]


def stroll(content: Content, card: str, dice: random.Random, moves: int) -> Walk:
    """A walk of a card that answers anything, now and then days later, now and then through an alarm."""
    pack = card.partition("/")[0].replace("felles", "stange")
    now = [AT]
    guide = Guide(content, Profile(pack), lambda: now[0])
    walk = guide.begin(card)
    for _ in range(moves):
        if walk.state.ended:
            break
        now[0] = later(now[0], dice)
        place = walk.place
        if place.kind == ASK:
            alarms = sorted(walk.laid.alarms)
            if alarms and dice.random() < 0.05:
                walk = guide.alarm(walk, dice.choice(alarms))
                continue
            key, _ = dice.choice(place.node.answers)
            walk = guide.answer(walk, key.partition("-")[0] if key[0].isdigit() else key)
        elif place.kind == SIGNS:
            walk = guide.tick(walk, [sign.id for sign in content.lists[place.node.list].signs if dice.random() < 0.1])
        elif place.kind == RECORD:
            today = now[0].date().isoformat()
            fields = {f.id: today if f.kind == "date" else SECRET for f in place.node.fields}
            walk = guide.note(walk, fields)
        else:
            walk = guide.go_on(walk) if place.kind == OUTCOME else guide.done(walk)
    return walk


def later(now: datetime, dice: random.Random) -> datetime:
    """Mostly minutes, sometimes days."""
    return now + (timedelta(days=2) if dice.random() < 0.1 else timedelta(minutes=5))


@pytest.mark.parametrize(
    "card", ["stange/barnehage", "stange/skole", "ringsaker/hvem", "felles/vold", "felles/henting"]
)
def test_a_recorded_walk_fits_as_it_is(card: str, shipped: Content) -> None:
    """Whatever was answered, with alarms, pauses and rounds: the file is read as it was made, and the replay passes."""
    dice = random.Random(card)
    for number in range(12):
        walk = stroll(shipped, card, dice, 4 + 3 * number)
        made = recorded(shipped, walk, "stange/tatt-opp", AT)
        text = as_yaml(made)
        assert SECRET not in text
        again = read(text)
        assert again == made
        found = fit(shipped, again)
        assert found.partings == (), (card, number)
        assert found.play is not None
        assert found.play.place.id == walk.place.id


def test_a_walk_without_moves_is_nothing_to_record(shipped: Content) -> None:
    """There is no way in it."""
    guide = Guide(shipped, Profile("stange"), lambda: AT)
    with pytest.raises(ValueError, match="stange/tom"):
        recorded(shipped, guide.begin("stange/barnehage"), "stange/tom", AT)


TEXTS = st.text(min_size=1, max_size=60).filter(lambda text: text.strip() and not hidden(text) and "\r" not in text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=TEXTS, about=TEXTS, role=TEXTS.filter(lambda text: text != "<<"))  # a merge: never a key
def test_any_text_comes_back_from_the_file_as_it_was(title: str, about: str, role: str) -> None:
    """Quotes, colons, hashes, brackets, YAML's own words, other scripts: the file says the same text again."""
    exercise = replace(made_exercise(), id="p/ovelse", title=title, about=about, people=((role, "Fire år"),))
    assert read(as_yaml(exercise), "p/ovelse") == exercise


def test_every_field_comes_back_from_the_file() -> None:
    """The made exercise has each kind of step and event."""
    assert read(as_yaml(made_exercise()), "p/ovelse") == made_exercise()


def test_the_walk_of_a_made_card_can_be_recorded_after_its_last_key(shipped: Content) -> None:
    """The key after the last advice is no step of the way."""
    guide = Guide(shipped, Profile("stange"), lambda: AT)
    walk = guide.answer(guide.begin("felles/tvil"), "ja")
    walk = walk if walk.place.kind == OUTCOME else guide.done(walk)
    made = recorded(shipped, guide.go_on(walk), "stange/tatt-opp", AT)
    assert fit(shipped, made).partings == ()
