"""Every system in the plans and where it runs, as a page: `python -m tests.plans.page` writes docs/planene.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from guide.core.content import Content
from guide.core.lists import all_lists
from guide.exports.markdown import escaped
from guide.store.load import load
from tests.plans.systems import (
    CARD,
    COMMAND,
    CONTACTS,
    LIST,
    Plan,
    Step,
    System,
    listed,
    numbered,
    plans,
    steps,
    walked,
)

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "planene.md"
HEAD: Final = """\
# Planene, og hvor de kjører
Her står hvert system i de fem planene: kapitlene det bygger på, hvor du finner det, og hva som prøver det. Kapitler som
ikke er med, står under hver tabell med grunnen.

«Situasjoner» er de oppdiktede sakene i [situasjoner.md](situasjoner.md) som går gjennom et av stegene i raden. Søket
finner hvert kort, hver oppføring og hver kontakt på navnet, blant de fem første treffene.
`tests/plans/test_systems.py` holder alt dette mot kortene og listene. Tabellene er laget av
`tests/plans/planer.yaml` og innholdet. Siden lages av `python -m tests.plans.page`.

Slik ser noen av dem ut (`python -m tests.tui.system_pictures`):
[hvem du ringer i Ringsaker](bilder/plan-ringsaker-hvem-lys.svg),
[barnet bor i en annen kommune](bilder/plan-ringsaker-annen-kommune-lys.svg),
[BTI i Ringerike](bilder/plan-ringerike-bti-lys.svg),
[nummeret står ikke i planen](bilder/plan-ringerike-ikke-i-planen-lys.svg),
[gult nivå i Midtdalen](bilder/plan-midtdalen-gult-lys.svg),
[hvem som kan hjelpe i Stor-Elvdal](bilder/plan-stor-elvdal-hjelp-lys.svg),
[møter i Stange](bilder/plan-stange-moter-lys.svg),
[tiltak for flyktninger i Stange](bilder/plan-stange-flyktning-lys.svg) og
[søket i Ringsaker](bilder/plan-ringsaker-rus-lys.svg).
"""
SYSTEMS: Final = """
| System | Fra planen | Punkter | Hvor det kjører | Finn det med | Prøvd av |
| --- | --- | --: | --- | --- | --- |"""
COMMONS: Final = """
| System | Hvor det kjører | Finn det med | Prøvd av |
| --- | --- | --- | --- |"""
LEFT: Final = """
Ikke med fra planen:

| Kapitler | Hvorfor |
| --- | --- |"""
AT_CARD: Final = "kortet «{title}» (`{id}`), {count}"
AT_LIST: Final = "lista «{title}» (`{id}`), {count}"
AT_CONTACTS: Final = "kontaktene til {name}"
AT_COMMAND: Final = "`tiltakskort {verb}`"
SITUATIONS: Final = ("{count} situasjon", "{count} situasjoner")
STEPS: Final = ("{count} steg", "{count} steg")
ENTRIES: Final = ("{count} oppføring", "{count} oppføringer")
CHAPTER: Final = "{id} {title}"
SEARCH, FINDER = "søk", "tiltaksfinneren"
FINDS: Final = "tests/plans/test_systems.py"
MEASURES: Final = "tests/service/test_measures.py"


def page(content: Content, found: Sequence[Plan], passed: Mapping[Step, frozenset[str]]) -> str:
    """The whole page; `passed` are the situations that pass each step."""
    parts = [HEAD.rstrip()]
    for plan in found:
        parts += [f"\n## {escaped(plan.name)}", SYSTEMS if plan.chapters else COMMONS]
        parts += [_row(*_cells(content, plan, system, passed)) for system in plan.systems]
        if plan.left:
            parts += [LEFT, *(_row(_chapters(plan, chapters), escaped(why)) for chapters, why in plan.left)]
    return "\n".join(parts) + "\n"


def _cells(content: Content, plan: Plan, system: System, passed: Mapping[Step, frozenset[str]]) -> Iterator[str]:
    yield escaped(system.name)
    if plan.chapters:
        yield _chapters(plan, system.chapters)
        yield str(len(system.points) or "–")
    yield "<br>".join(_places(content, system))
    yield ", ".join(_ways(content, system)) or "–"
    yield "<br>".join(_proofs(content, system, passed)) or "–"


def _places(content: Content, system: System) -> Iterator[str]:
    """Each card with how many steps of it, each list with how many entries, then contacts and commands."""
    for card in system.named(CARD):
        count = sum(card == at for at, _ in steps(content, system))
        yield AT_CARD.format(title=escaped(content.cards[card].title), id=card, count=_count(STEPS, count))
    titles = {found.id: found.title for _, found in all_lists(content)} | {
        found.id: found.title for found in content.lists.values()
    }
    for name in system.named(LIST):
        count = sum(entry.list == name for entry in listed(content, system))
        yield AT_LIST.format(title=escaped(titles[name]), id=name, count=_count(ENTRIES, count))
    for pack in system.named(CONTACTS):
        yield AT_CONTACTS.format(name=escaped(content.packs[pack].name))
    for verb in system.named(COMMAND):
        yield AT_COMMAND.format(verb=verb)


def _ways(content: Content, system: System) -> Iterator[str]:
    if system.named(CARD) or system.named(LIST) or system.named(CONTACTS):
        yield SEARCH
    if any(name in content.measures for name in system.named(LIST)):
        yield FINDER


def _proofs(content: Content, system: System, passed: Mapping[Step, frozenset[str]]) -> Iterator[str]:
    """The situations first, then the tests of the file."""
    if system.named(CARD):
        yield _count(SITUATIONS, len(situations(content, system, passed)))
    tests = list(system.tests)
    if any(name in content.measures for name in system.named(LIST)):
        tests.append(MEASURES)
    if system.named(LIST) or system.named(CONTACTS):
        tests.append(FINDS)
    yield from (f"`{test}`" for test in dict.fromkeys(tests))


def situations(content: Content, system: System, passed: Mapping[Step, frozenset[str]]) -> set[str]:
    """The situations that pass a step of the system."""
    return {row for step in steps(content, system) for row in passed.get(step, ())}


def _chapters(plan: Plan, chapters: Sequence[str]) -> str:
    """Titles, after the number where the plan gives one."""
    titles = {chapter: escaped(plan.chapters[chapter]) for chapter in chapters}
    return ", ".join(
        CHAPTER.format(id=chapter, title=title) if numbered(chapter) else title for chapter, title in titles.items()
    )


def _count(words: tuple[str, str], count: int) -> str:
    return words[count != 1].format(count=count)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    shipped = load(ROOT)
    PAGE.write_text(page(shipped, plans(shipped), walked(shipped)), encoding="utf-8")
    print(PAGE.relative_to(ROOT))
