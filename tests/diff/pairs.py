"""Pairs of versions with the differences that are known beforehand: edits of a small folder and of the shipped cards.

Each is an edit by text, `(file, old, new)`, and what must be found: `(node, what, before, after)`; nothing else may be.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from guide.core.content import Content
from guide.store.load import load_sources
from guide.store.sources import read_sources
from tests.checks.base import sources
from tests.store import small

ROOT = Path(__file__).resolve().parents[2]
CARD, SHARED = "trees/by/kort.yaml", "trees/felles/akutt.yaml"
CONTACTS, NATIONAL, SERVICES = "contacts/by.yaml", "contacts/nasjonalt.yaml", "trees/felles/services.yaml"
FACTS = "trees/felles/facts.yaml"
Found = tuple[str, str, tuple[str, ...], tuple[str, ...]]
Edit = tuple[str, str, str]


@dataclass(frozen=True)
class Pair:
    """One pair. `also`: how many of (contacts, questions, cards, rewordings, alarms) there must be."""

    name: str
    edits: tuple[Edit, ...]
    found: frozenset[Found] = frozenset()
    also: dict[str, int] = field(default_factory=dict)
    real: bool = False
    noted: bool = False
    """Whether its note stands in docs/endringer."""


def base_files(real: bool) -> dict[str, str]:
    """The old version, file by file."""
    if real:
        return {name: data.decode("utf-8") for name, data in read_sources(ROOT).data.items()}
    files = dict(small.FILES)
    files[CARD] = files[CARD].replace(
        "alder: {by: alder,", "alder: {ask: Hvor gammelt er barnet?, fact: alder, help: I år.,"
    )
    files["trees/by/annet.yaml"] = files["trees/by/annet.yaml"].replace(
        "rom: {by: fare,", "rom: {ask: Er det fare her?, fact: fare, help: Se deg om.,"
    )
    return files


def both(pair: Pair) -> tuple[Content, Content]:
    """The two versions."""
    old = base_files(pair.real)
    new = dict(old)
    for name, before, after in pair.edits:
        text = new.get(name, "")
        assert before in text, (pair.name, before)
        new[name] = text.replace(before, after, 1) if before else after
    return load_sources(sources(old)), load_sources(sources(new))


def _one(name: str, before: str, after: str, *found: Found, noted: bool = False, **also: int) -> Pair:
    return Pair(name, ((CARD, before, after),), frozenset(found), also, noted=noted)


def _file(file: str, name: str, before: str, after: str, *found: Found, noted: bool = False, **also: int) -> Pair:
    return Pair(name, ((file, before, after),), frozenset(found), also, noted=noted)


DEL = "3 working_days from noter.dato"
DAY = "0 working_days on noter.dato"
ASK = "  mote:\n    ask: Trengs det et møte?"
NEW_ASK = """\
  nytt: {ask: Er noe nytt?, fact: rom, help: Tenk etter., answers: {stort: mote, lite: mote}, not_offered: {}}
"""
OUTCOME = """\
  rolig:
    outcome: Følg med
    urgency: routine
    report: not_now
    guardians: inform_unless
    contact: {leder: Lederen vet}
    do: [Følg med]
    next: [Dere snakkes]
    source: ["by:p-1"]
"""
MELD = "  meld:\n    outcome: Meld\n"
STOP = ("stop", ("Meld",), ("Følg med",))

SMALL = (
    _one(
        "svar i annen rekkefølge",
        "{ja: akutt, nei: noter, vet_ikke: akutt}",
        "{vet_ikke: akutt, ja: akutt, nei: noter}",
    ),
    Pair(
        "node flyttet i fila",
        (
            (
                CARD,
                NOTER := small.FILES[CARD][small.FILES[CARD].index("  noter:") : small.FILES[CARD].index("  tegn:")],
                "",
            ),
            (CARD, MELD, NOTER + MELD),
        ),
    ),
    Pair(
        "omdøpt med was",
        (
            (CARD, "nei: noter,", "nei: skriv,"),
            (CARD, "trygt: noter", "trygt: skriv"),
            (CARD, "  noter:\n", "  skriv:\n    was: [noter]\n"),
            (CARD, "from: noter.dato", "from: skriv.dato"),
            (CARD, "on: noter.dato", "on: skriv.dato"),
        ),
    ),
    Pair(
        "utfall omdøpt med was",
        (
            (CARD, "{ja: meld, nei: meld}", "{ja: send, nei: send}"),
            (CARD, MELD, "  send:\n    outcome: Meld\n"),
            (CARD, "was: [gammel]", "was: [meld]"),
        ),
    ),
    _one("spørsmål omskrevet", "ask: Er barnet i fare?", "ask: Er barnet i fare nå?", rewordings=1, noted=True),
    _one("hjelp omskrevet", "help: Noe er farlig nå.", "help: Noe er farlig akkurat nå.", rewordings=1),
    _one("råd omskrevet", "outcome: Meld\n", "outcome: Send en melding\n", rewordings=1),
    _one("punkt omskrevet", "do: [Fortell]", "do: [Fortell det du så]", rewordings=1),
    _one("tittel omskrevet", "title: Bekymret\n", "title: Bekymret for et barn\n", rewordings=1),
    _file(
        FACTS,
        "svar omskrevet",
        "about: Fare nå\n    values: {ja: Ja,",
        "about: Fare nå\n    values: {ja: Ja visst,",
        rewordings=1,
    ),
    _one(
        "kortere frist",
        "within: 3,",
        "within: 2,",
        ("del", "deadlines", (DAY, DEL), (DAY, DEL.replace("3", "2"))),
    ),
    _one(
        "frist i uker",
        "within: 3, unit: working_days",
        "within: 3, unit: weeks",
        ("del", "deadlines", (DAY, DEL), (DAY, "3 weeks from noter.dato")),
    ),
    _one("frist borte", ", {id: dagen, on: noter.dato}", "", ("del", "deadlines", (DAY, DEL), (DEL,))),
    _one(
        "svakere plikt til å melde",
        "urgency: today\n    report: must",
        "urgency: today\n    report: discuss",
        ("meld", "report", ("must",), ("discuss",)),
        noted=True,
    ),
    _one("haster mindre", "urgency: today", "urgency: routine", ("meld", "urgency", ("today",), ("routine",))),
    _one(
        "foresatte kan få vite",
        "guardians: not_before_advice",
        "guardians: inform_unless",
        ("meld", "guardians", ("not_before_advice",), ("inform_unless",)),
        noted=True,
    ),
    _one("plikt borte", "duties: [avert]", "duties: []", ("meld", "duties", ("avert",), ())),
    _one("ny plikt", "duties: [avert]", "duties: [avert, police]", ("meld", "duties", ("avert",), ("avert", "police"))),
    _one(
        "annen tjeneste først",
        "contact: {barnevern: De tar imot}",
        "contact: {leder: De tar imot}",
        ("meld", "first", ("barnevern",), ("leder",)),
    ),
    _one(
        "ny tjeneste i tillegg",
        "contact: {barnevern: De tar imot}",
        "contact: {barnevern: De tar imot, leder: Vet}",
        ("meld", "contacts", (), ("leder",)),
        noted=True,
        rewordings=1,
    ),
    _one(
        "tjeneste byttet i oppgaven",
        "contact: {leder: Dere",
        "contact: {barnevern: Dere",
        ("del", "first", ("leder",), ("barnevern",)),
    ),
    Pair(
        "svar leder til et nytt råd",
        ((CARD, "{ja: meld, nei: meld}", "{ja: meld, nei: rolig}"), (CARD, MELD, OUTCOME + MELD)),
        frozenset({("rolig", "stop", ("Meld",), ("Følg med",))}),
        noted=True,
    ),
    _one("svar hopper over oppgaven", '"0-11": del', '"0-11": meld', ("meld", "stop", ("Del det",), ("Meld",))),
    Pair(
        "nytt spørsmål",
        ((CARD, '"18-": mote', '"18-": nytt'), (CARD, ASK, NEW_ASK.replace(", not_offered: {}", "") + ASK)),
        frozenset(),
        {"asked": 1},
        noted=True,
    ),
    _one("spørsmål borte", "go: mote\n    source", "go: meld\n    source"),
    Pair(
        "spørsmål fjernet",
        (
            (CARD, '"18-": mote', '"18-": meld'),
            (CARD, "go: mote\n", "go: meld\n"),
            (CARD, small.FILES[CARD][small.FILES[CARD].index("  mote:") : small.FILES[CARD].index("  meld:")], ""),
        ),
        frozenset(),
        {"asked": 1},
    ),
    Pair(
        "ny oppgave",
        (
            (CARD, "go: tegn\n", "go: ring\n"),
            (
                CARD,
                ASK,
                "  ring: {task: Ring noen, does: [], contact: {leder: Leder}, do: [Ring], next: [Svar], go: tegn,"
                f' source: ["by:p-1"]}}\n{ASK}',
            ),
        ),
        frozenset({("ring", "added", (), ("",))}),
    ),
    Pair(
        "alarmen leder et annet sted",
        ((CARD, "alarms: {felles/akutt: {trygt: back}}", "alarms: {felles/akutt: {trygt: meld}}"),),
        frozenset({("ut", "exit", (), ("Meld",))}),
    ),
    _one("alarm borte", "alarms: {felles/akutt: {trygt: back}}\n", "", alarms=1),
    _one(
        "delt kort leder et annet sted",
        "exits: {trygt: noter}",
        "exits: {trygt: meld}",
        ("meld", "stop", ("Del det",), ("Meld",)),
    ),
    _file(
        SHARED,
        "felles kort haster mindre",
        "urgency: now",
        "urgency: today",
        ("ring", "urgency", ("now",), ("today",)),
        noted=True,
    ),
    _file(
        SHARED,
        "felles kort med annen tjeneste",
        "contact: {barnevern:",
        "contact: {leder:",
        ("ring", "first", ("barnevern",), ("leder",)),
    ),
    _file(CONTACTS, "nytt nummer", "phone: 22 33 44 55", "phone: 22 33 44 66", contacts=1, noted=True),
    _file(CONTACTS, "samme nummer skrevet annerledes", "phone: 22 33 44 55", "phone: 22334455"),
    _file(CONTACTS, "annen åpningstid", "Mo-Fr 08:00-15:30", "Mo-Fr 08:00-15:00", contacts=1),
    _file(NATIONAL, "annet nasjonalt nummer", "phone: 116 111", "phone: 116 117", contacts=1),
    _file(
        SERVICES,
        "ny vikar",
        "{title: Barnevernet, fallback",
        "{title: Barnevernet, stand_in: [leder], fallback",
        contacts=1,
    ),
    _file(CONTACTS, "kontakt omskrevet", "name: Barnevernet i By", "name: Barneverntjenesten i By", rewordings=1),
    Pair(
        "nytt kort",
        (
            (
                "trees/by/tredje.yaml",
                "",
                small.FILES["trees/by/annet.yaml"]
                .replace("by/annet", "by/tredje")
                .replace("rom: {by:", "rom: {ask: Er det fare?, help: Se., fact:"),
            ),
        ),
        frozenset(),
        {"cards_added": 1},
    ),
    _file(
        "trees/felles/duties.yaml",
        "pliktregel gjelder andre svar",
        "{fare: [ja]}",
        "{fare: [vet_ikke]}",
        ("ring", "duties", ("avert",), ()),
        ("slutt", "duties", ("avert",), ()),
    ),
)

REAL = (
    Pair(
        "ekte: tegn haster mindre",
        (
            (
                "trees/stange/barnehage.yaml",
                "outcome: Spør barnevernet om tegnene, uten navn\n    urgency: today",
                "outcome: Spør barnevernet om tegnene, uten navn\n    urgency: deadline",
            ),
        ),
        frozenset({("tegn-droft", "urgency", ("today",), ("deadline",))}),
        real=True,
        noted=True,
    ),
)
MORE = (
    Pair(
        "et annet kort er tatt inn",
        (
            (
                "trees/felles/akutt2.yaml",
                "",
                small.FILES[SHARED].replace("felles/akutt", "felles/akutt2").replace("Ring nå", "Ring straks"),
            ),
            (CARD, "include: felles/akutt,", "include: felles/akutt2,"),
        ),
        frozenset({("ring", "stop", ("Ring nå",), ("Ring straks",))}),
        {"cards_added": 1},
    ),
    Pair(
        "nytt svar på et spørsmål",
        (
            (FACTS, "about: Fare nå\n    values: {ja: Ja,", "about: Fare nå\n    values: {kanskje: Kanskje, ja: Ja,"),
            (FACTS, "order: [[nei], [vet_ikke], [ja]]", "order: [[nei], [vet_ikke, kanskje], [ja]]"),
            (CARD, "{ja: akutt, nei: noter,", "{kanskje: akutt, ja: akutt, nei: noter,"),
            ("trees/by/annet.yaml", "answers: {ja: slutt,", "answers: {kanskje: slutt, ja: slutt,"),
        ),
        frozenset({("fare", "answer", (), ("Ring nå",)), ("rom", "answer", (), ("Følg med",))}),
    ),
    Pair(
        "ekte: kortere frist for å dele",
        (("trees/stange/barnehage.yaml", "id: deling, within: 3", "id: deling, within: 2"),),
        frozenset({("del", "deadlines", ("3 working_days from oppsto.dato",), ("2 working_days from oppsto.dato",))}),
        real=True,
        noted=True,
    ),
    Pair(
        "ekte: et annet nummer",
        (("contacts/ringsaker.yaml", "phone: 47 47 27 87", "phone: 47 47 27 88"),),
        also={"contacts": 1},
        real=True,
    ),
    Pair(
        "ekte: felles kort om vold haster mindre",
        (
            (
                "trees/felles/vold.yaml",
                'og ta vare på spor"\n    urgency: now',
                'og ta vare på spor"\n    urgency: today',
            ),
        ),
        frozenset({("ring-112", "urgency", ("now",), ("today",))}),
        real=True,
    ),
)
PAIRS = (*SMALL, *MORE, *REAL)
