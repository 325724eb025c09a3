"""What is taken out of: a case, or a walk that stands in memory; and the parts that every paper is put together of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from guide.core.case import Case
from guide.core.clock import local
from guide.core.content import OUTCOME, Invariant, Matcher, Pack
from guide.core.invariants import holds_given, matches
from guide.core.lay import Place
from guide.core.record import record
from guide.core.walk import ALARM, ANSWER, Walk
from guide.exports.paper.document import Blank, Document, Heading, Items, Paragraph, Simple, Text, plain
from guide.service.cases.words import field
from guide.service.dates import write_date
from guide.service.guide import Guide
from guide.service.out import words
from guide.service.out.told import Piece

QUIET: Final = "not_before_advice"
CONSENT: Final = "asks_consent"
TO_GUARDIANS: Final = frozenset(("contacts_guardians", "invites_guardians", CONSENT))
"""What a card sends one to do when guardians may know."""
TELLS_GUARDIANS: Final = "contacts_guardians"
MAY_KNOW: Final = ("answer", "raad_foresatte=ja")
"""What a rule of the content waits for before anybody at home is told."""
OPENS: Final = {"raad_foresatte": ("ja",), "samtykke": ("gitt",)}
"""Answers after which guardians know, or may."""
CLOSES: Final = ("utrygt",)
"""Answers after which they may not, whatever was said before."""


@record
class Matter:
    """A walk with its guide; `case` is None for one in memory only. `notes` are the user's own, as they stand."""

    guide: Guide
    walk: Walk
    case: Case | None = None
    notes: tuple[str, ...] = ()

    @property
    def pack(self) -> Pack:
        """The municipality's pack; the card's where the user has none."""
        packs = self.guide.content.packs
        return packs.get(self.guide.profile.pack) or packs[self.walk.laid.card.pack]

    @property
    def today(self) -> str:
        """«25.11.2026», in Oslo."""
        return write_date(local(self.guide.now()).date().isoformat())

    def answer(self, fact: str) -> str:
        """The words of a fact that is known, empty where it is not, or is «vet ikke»."""
        value = self.walk.state.known.get(fact, "")
        found = self.walk.laid.facts.get(fact) or self.guide.content.facts.get(fact)
        return found.words(value) if found and value and value != found.unknown else ""


def quiet_at_home(matter: Matter) -> bool:
    """Whether nobody at home may know before child welfare or the police has said yes: by the advice, or by a rule.

    Between a suspicion and its first advice no advice is in force yet. There the rules that every card is proved by
    (trees/felles/safety.yaml) say it.
    """
    return advised_quiet(matter) or any(_binds(rule, matter.walk) for rule in _first_advice(matter))


def advised_quiet(matter: Matter) -> bool:
    """Whether the advice in force is that nobody at home may know yet.

    It holds until the answer is in that they may, or until the card itself sends one to the guardians (that it never
    does so too early is proved).
    """
    walk, quiet = matter.walk, False
    for move in walk.moves:
        place = walk.laid.nodes[move.node]
        if move.kind == ANSWER and place.fact in OPENS:
            quiet = move.answer not in OPENS[place.fact] and (quiet or move.answer in CLOSES)
        elif move.kind != ALARM:
            quiet = _quiet_after(place, quiet)
    return _quiet_after(walk.place, quiet)


def _first_advice(matter: Matter) -> Iterator[Invariant]:
    """The rules that keep guardians out until somebody has said that they may know."""
    for rule in matter.guide.content.invariants:
        if MAY_KNOW in _pairs(rule.before) and ("does", TELLS_GUARDIANS) in _pairs(rule.never):
            yield rule


def consent_too_early(matter: Matter) -> bool:
    """Whether a rule of the content forbids to ask for consent where the walk stands: no advice may be there yet.

    The same rules (trees/felles/safety.yaml) are proved of every card; here they hold for a paper, which can be made
    anywhere.
    """
    rules = (rule for rule in matter.guide.content.invariants if ("does", CONSENT) in _pairs(rule.never))
    return any(_binds(rule, matter.walk) for rule in rules)


def _pairs(matcher: Matcher) -> set[tuple[str, str]]:
    return {(key, value) for key, values in matcher for value in values}


def _binds(rule: Invariant, walk: Walk) -> bool:
    """Whether what is given is so, and what has to come before has not come since it was answered last."""
    if not holds_given(rule.given, walk.state.known):
        return False
    asked, answers, come = {fact for fact, _ in rule.given}, _pairs(rule.before), False
    for move in walk.moves:
        place = walk.laid.nodes[move.node]
        if move.kind == ANSWER and ("answer", f"{place.fact}={move.answer}") in answers:
            come = True
        elif move.kind == ANSWER and place.fact in asked:
            come = False
        elif move.kind != ALARM and matches(rule.before, place, place.node.duties):
            come = True
    return not come and not matches(rule.before, walk.place, walk.place.node.duties)


def _quiet_after(place: Place, quiet: bool) -> bool:
    if place.kind == OUTCOME:
        return quiet or place.node.guardians == QUIET
    return quiet and not set(place.node.does) & TO_GUARDIANS


def paper(matter: Matter, title: str, blocks: Iterable[Simple], about: str = "", mark: str = words.MARK) -> Document:
    """A letter with what every one has: whose it is, when it was made, and of which content."""
    pack = matter.pack
    place = matter.answer("virksomhet")
    if quiet_at_home(matter) and mark != words.MARK_FORM:
        about = " ".join(part for part in (words.QUIET, about) if part)
    facts = [(words.MUNICIPALITY, pack.name), *([(words.WORKPLACE, place)] if place else [])]
    facts += [(words.CARD, matter.walk.laid.card.title), (words.MADE, matter.today)]
    sha = matter.guide.content.sha256[:8]
    foot = words.FOOT.format(date=matter.today, pack=pack.name, version=pack.version, sha=sha)
    return Document(title, about, pack.name, (), tuple(facts), foot, tuple(blocks), mark=mark)


def on_a_line(text: str) -> str:
    """What somebody wrote on several lines, on one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    ended = (line if line[-1] in ".!?:;,»" else words.BREAK.format(text=line) for line in lines[:-1])
    return " ".join((*ended, *lines[-1:]))


def piece_texts(pieces: Iterable[Piece], label: bool = True) -> Iterator[Text]:
    """The day, what was asked for, what was written."""
    for piece in pieces:
        text = on_a_line(piece.text)
        yield plain(words.PIECE.format(day=piece.day, text=field(piece.label, text) if label and piece.label else text))


def items(texts: Iterable[Text]) -> tuple[Simple, ...]:
    """A list, nothing where there is nothing to list."""
    found = tuple(texts)
    return (Items(found),) if found else ()


def blanks(labels: Iterable[str], lines: int = 1) -> tuple[Simple, ...]:
    """Lines to write on."""
    return tuple(Blank(label, lines) for label in labels)


def under(title: str, blocks: Iterable[Simple], level: int = 2) -> tuple[Simple, ...]:
    """Blocks with a heading, nothing where there are none."""
    found = tuple(blocks)
    return (Heading(title, level), *found) if found else ()


def nothing() -> tuple[Simple, ...]:
    """Says that nothing was written."""
    return (Paragraph(plain(words.NOTHING), quiet=True),)
