"""The golden table as a page for people: `python -m tests.golden.table` writes docs/situasjoner.md.

It accepts with it what the situations show today (`godkjent.txt`): read what has changed on the page first.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from guide.core.contact_lines import answers_now
from guide.core.content import Content
from guide.service.checking import accepted
from guide.service.training.expecting import outcomes
from guide.store.load import load
from tests.golden.situations import FOLDER, Situation, read, walk

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "situasjoner.md"

HEAD: Final = """\
# Situasjonene som kortene er prøvd mot
Oppdiktede situasjoner, holdt mot planene og loven. Kolonnene til høyre er det kortet svarer i dag. Radene i den første
tabellen for hvert kort ble skrevet før kortene ble lest.
Radene under «Fulgt helt fram» ble skrevet etterpå, med kortene kjent, så hver side og hvert svar er prøvd. De går over
flere uker. «Så» skiller svar på samme spørsmål fra gang til gang. «/» skiller svar som er prøvd hver for seg. Veien er
rådene etter hverandre for den første av dem. Det som ikke er nevnt, er svart rolig.
Testene holder hver rad mot det planen og loven avgjør. Siden lages av `python -m tests.golden.table`.
"""
URGENCY: Final = {"now": "nå", "today": "i dag", "deadline": "innen fristen", "routine": "i rutinen"}
REPORT: Final = {"must": "meld", "with_consent": "med samtykke", "discuss": "drøft uten navn", "not_now": "nei"}
GUARDIANS: Final = {
    "not_before_advice": "ikke før råd",
    "leader_informs_after_advice": "leder, etter råd",
    "inform_unless": "informer om trygt",
    "consent_needed": "må si ja",
}
DUTIES: Final = {
    "avert": "avverge",
    "police": "politi",
    "tell_leader_now": "leder nå",
    "tell_leader_at_once": "leder straks",
    "tell_owner": "over lederen",
}
NEUTRAL: Final = {"nei", "ikke_i_dag", "samme", "ansatt", "kommune", "ikke_spurt", "ikke_ringt"}


def page(content: Content) -> str:
    """The whole page."""
    parts = [HEAD]
    rows = read()
    for card in dict.fromkeys(row.card for row in rows):
        parts.append(f"\n## {content.cards[card].title} (`{card}`)\n")
        parts.append(
            "| Situasjon | Når | Svar som skiller seg ut | Råd | Haster | Melde? | Plikter | Foresatte "
            "| Ring først | Bygger på |"
        )
        parts.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        parts += [line(content, row) for row in rows if row.card == card and not row.to_end]
        parts += _to_end(content, [row for row in rows if row.card == card and row.to_end])
    return "\n".join(parts) + "\n"


def _to_end(content: Content, rows: list[Situation]) -> list[str]:
    """The rows that are followed to their end, those of one situation on one line."""
    if not rows:
        return []
    groups: dict[str, list[Situation]] = {}
    for row in rows:
        groups.setdefault(row.of, []).append(row)
    head = [
        "\n### Fulgt helt fram\n",
        "| Situasjon | Svar som skiller seg ut | Veien | Bygger på |",
        "| --- | --- | --- | --- |",
    ]
    return head + [_way(content, same) for same in groups.values()]


def _way(content: Content, same: list[Situation]) -> str:
    """One situation: its answers, with those it is tried with, and the advice on the way of the first of them."""
    guide, found = walk(content, same[0])
    tried: dict[str, list[str]] = {}
    for row in same:
        for fact, values in row.times.items():
            words = ", så ".join(values)
            if words not in tried.setdefault(fact, []):
                tried[fact].append(words)
    calm = {fact for fact, words in tried.items() if fact == "alder" or (len(words) == 1 and words[0] in NEUTRAL)}
    answers = "; ".join(f"{fact}: {' / '.join(words)}" for fact, words in tried.items() if fact not in calm)
    texts = [place.place.node.text for place in outcomes(guide, found.walk)]
    cells = (same[0].title, answers, " → ".join(texts), ", ".join(same[0].source))
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def marks(content: Content, rows: Iterable[Situation]) -> dict[str, str]:
    """What each situation shows today, as a mark."""
    walked = ((row, walk(content, row)) for row in rows)
    return {row.id: accepted.mark(guide, found.walk) for row, (guide, found) in walked}


def line(content: Content, row: Situation) -> str:
    """One row of the page."""
    _, found = walk(content, row)
    node = found.place.node
    differ = ", ".join(
        f"{fact}: {value}" for fact, value in row.facts.items() if value not in NEUTRAL and fact != "alder"
    )
    first = answers_now(found.contacts)
    ring = f"{first.name} {first.phone}" if first else "nummer mangler"
    dates = ", ".join(f"{due.id} {due.due}" for due in found.deadlines if due.due)
    cells = (
        row.title,
        f"{row.at:%Y-%m-%d %H:%M}",
        differ,
        f"{node.text} ({dates})" if dates and row.stop else node.text,
        URGENCY.get(node.urgency, "–"),
        REPORT.get(node.report, "–"),
        ", ".join(DUTIES[duty] for duty in found.duties) or "–",
        GUARDIANS.get(node.guardians, "–"),
        ring,
        ", ".join(row.source),
    )
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


if __name__ == "__main__":
    shipped, rows = load(ROOT), read()
    PAGE.write_text(page(shipped), encoding="utf-8")
    (FOLDER / accepted.FILE).write_text(accepted.as_text(marks(shipped, rows)), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(rows)}")
