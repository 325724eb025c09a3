"""Whether the answers of an ask or a by cover their fact: every value once, every year of age once."""

from __future__ import annotations

from collections.abc import Iterator

from guide.core.content import Fact, Node
from guide.core.findings import Finding
from guide.core.lay import OLDEST, parse_range
from guide.store.messages import suggest
from guide.store.sight import Sight
from guide.store.wording import say


def uncovered(sight: Sight, node: Node, fact: Fact) -> Iterator[Finding]:
    """What is wrong with the answers of `node`."""
    for value, _ in node.not_offered:
        if any(value == other for other, _ in node.answers):
            yield say("svar-dobbelt", sight.file, sight.key("not_offered", value), name=value)
    yield from _years(sight, node, fact) if fact.kind == "years" else _choice(sight, node, fact)


def _choice(sight: Sight, node: Node, fact: Fact) -> Iterator[Finding]:
    """Values of a closed list."""
    options = [value for value, _ in fact.values]
    given = set()
    for key, ways in (("answers", node.answers), ("not_offered", node.not_offered)):
        for value, _ in ways:
            given.add(value)
            if value not in options:
                yield suggest("ukjent-svar", sight.file, sight.key(key, value), value, options, fact=fact.id)
    for value in options:
        if value not in given:
            yield say("svar-mangler", sight.file, sight.key("answers"), name=value, fact=fact.id)


def _years(sight: Sight, node: Node, fact: Fact) -> Iterator[Finding]:
    """Ranges of age, without gap or overlap, and «vet ikke»."""
    ranges = []
    given = set()
    for key, ways in (("answers", node.answers), ("not_offered", node.not_offered)):
        for value, _ in ways:
            given.add(value)
            if value == fact.unknown:
                continue
            low, high = _range(value)
            if low > high:
                yield say("feil-spenn", sight.file, sight.key(key, value), name=value)
            else:
                ranges.append((low, high, key, value))
    if fact.unknown not in given:
        yield say("svar-mangler", sight.file, sight.key("answers"), name=fact.unknown, fact=fact.id)
    if ranges:
        yield from _gaps(sight, sorted(ranges))


def _gaps(sight: Sight, ranges: list[tuple[int, int, str, str]]) -> Iterator[Finding]:
    """Years that no range holds, or two; `ranges` are (from, to, key, text) in order."""
    next_, last = 0, ""
    for low, high, key, value in [*ranges, (OLDEST + 1, OLDEST + 1, "", "")]:
        if low < next_ and value != last:
            yield say("alder-to", sight.file, sight.key(key, value), low=low, one=last, other=value)
        elif low > next_:
            code = "alder-hull" if low - next_ > 1 else "alder-hull-en"
            yield say(code, sight.file, sight.key("answers"), low=next_, high=low - 1)
        if high >= next_:
            next_, last = high + 1, value


def _range(value: str) -> tuple[int, int]:
    """From and to of `0-11`, `18-` or `7`; the wrong way round where it is no range."""
    try:
        low, high = parse_range(value)
    except ValueError:
        return 1, 0
    return low, min(high, OLDEST)
