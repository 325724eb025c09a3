"""A small content folder without faults, to put faults in."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "trees/felles/facts.yaml": """\
format: 1
types:
  ja_nei: {values: {ja: Ja, nei: Nei, vet_ikke: Vet ikke}}
facts:
  fare:
    about: Fare nå
    values: {ja: Ja, nei: Nei, vet_ikke: Vet ikke}
    order: [[nei], [vet_ikke], [ja]]
  alder: {kind: years, about: Alder, lasting: ja}
  virksomhet: {about: Sted, values: {barnehage: Barnehage, skole: Skole}, set_by: profile}
""",
    "trees/felles/services.yaml": """\
format: 1
services:
  barnevern: {title: Barnevernet, fallback: [alarm]}
  alarm: {title: Alarmtelefonen}
  leder: {title: Lederen, inside: ja}
""",
    "trees/felles/laws.yaml": """\
format: 1
statutes:
  loven-1: {title: Loven § 1, says: Si fra., confidence: law, checked: 2026-11-22}
guidance:
  siden: {title: Siden, url: "https://www.eksempel.no/", confidence: official, checked: 2026-11-22}
superseded: [{old: gamle loven § 2, now: "lov:loven-1"}]
""",
    "trees/felles/pack.yaml": """\
format: 1
pack: felles
name: Felles
kind: shared
version: "1"
""",
    "trees/felles/safety.yaml": """\
format: 1
rules:
  fare-forst:
    text: Ved fare kommer ingen frist først.
    given: {fare: [ja, ikke_spurt]}
    never: {deadline: any, contact: [leder]}
    before: {report: [must], answer: [fare=nei]}
""",
    "trees/felles/duties.yaml": """\
format: 1
rules:
  avverge: {given: {fare: [ja]}, duty: avert, text: Prøv å hindre det., source: ["lov:loven-1"]}
""",
    "trees/felles/search.yaml": """\
format: 1
synonyms: [{say: [brann, røyk], means: [fare]}]
""",
    "trees/felles/akutt.yaml": """\
format: 1
card: felles/akutt
title: Fare nå
about: Når det haster.
exits: [trygt]
start: ring
nodes:
  ring:
    outcome: Ring nå
    urgency: now
    report: must
    guardians: not_before_advice
    contact: {barnevern: De hjelper}
    do: [Ring]
    next: [De kommer]
    then: ut
    source: ["lov:loven-1"]
  ut: {exit: trygt, alone: ring}
""",
    "trees/by/pack.yaml": """\
format: 1
pack: by
name: By kommune
kind: municipality
version: "1"
plan: {title: Planen, period: 2026–2028}
reviewed: 2026-11-22
review_by: 2027-11-22
calendar: {saturday: counts, closing_days: [2026-12-23]}
cards: {barnehage: by/kort}
points: {p-1: {title: Del, place: side 1}}
notes: [Planen har ingen nummer.]
""",
    "trees/by/kort.yaml": """\
format: 1
card: by/kort
title: Bekymret
about: Når du er bekymret.
serves: [barnehage]
sets: {virksomhet: barnehage}
alarms: {felles/akutt: {trygt: back}}
facts: {mote: ja_nei, rom: {about: Rom, values: {stort: Stort, lite: Lite}}}
start: fare
points: {"1": {title: Del, source: "by:p-1"}}
nodes:
  fare:
    point: "1"
    ask: Er barnet i fare?
    fact: fare
    help: Noe er farlig nå.
    answers: {ja: akutt, nei: noter, vet_ikke: akutt}
    source: ["by:p-1"]
  akutt: {include: felles/akutt, exits: {trygt: noter}}
  noter:
    record: Når ble du bekymret?
    fields: [{id: dato, kind: date, label: Dato, default: today}, {id: ord, kind: text, label: Ord}]
    go: tegn
    source: ["by:p-1"]
  tegn: {signs: Hva ser du?, list: by/tegn, go: alder, source: ["kilde:siden"]}
  alder: {by: alder, answers: {"0-11": del, "12-17": del, "18-": mote, vet_ikke: del}}
  del:
    point: "1"
    task: Del det
    does: [contacts_leader]
    contact: {leder: Dere vurderer sammen}
    do: [Fortell]
    next: [Dere avgjør]
    say: {phone: [Jeg ringer], child: [Takk]}
    deadlines: [{id: deling, within: 3, unit: working_days, from: noter.dato}, {id: dagen, on: noter.dato}]
    overdue: Fristen er ute.
    go: mote
    source: ["by:p-1"]
  mote:
    ask: Trengs det et møte?
    fact: mote
    help: Et møte med flere.
    answers: {ja: meld, nei: meld}
    not_offered: {vet_ikke: Det vet du når du har delt}
    loop: ja
  meld:
    outcome: Meld
    urgency: today
    report: must
    duties: [avert]
    guardians: not_before_advice
    contact: {barnevern: De tar imot}
    do: [Ring]
    next: [Du får svar]
    was: [gammel]
    source: ["lov:loven-1"]
""",
    "trees/by/annet.yaml": """\
format: 1
card: by/annet
title: Et annet kort
about: Står for seg selv.
start: rom
nodes:
  rom: {by: fare, answers: {ja: slutt, nei: slutt, vet_ikke: slutt}}
  slutt:
    outcome: Følg med
    urgency: routine
    report: not_now
    guardians: inform_unless
    contact: {leder: Lederen vet}
    do: [Følg med]
    next: [Dere snakkes]
    source: ["by:p-1"]
""",
    "trees/by/lists/tegn.yaml": """\
format: 1
list: by/tegn
title: Tegn
about: Tegn du kan se.
columns: {fysisk: Fysisk}
signs: [{id: merker, column: fysisk, text: Merker, points_at: [vold], source: "by:p-1"}]
source: ["by:p-1"]
""",
    "trees/by/exercises/dagen.yaml": """\
format: 1
exercise: by/dagen
title: En dag
about: Noe skjer ute.
card: by/kort
setting: barnehage
level: lett
areas: [oppdage, foresatte]
at: 2026-11-25T10:00
people: {Barnet: Fire år}
scenes: [{id: start, text: Barnet gråter.}]
events:
  - id: ringer
    node: noter
    text: Telefonen ringer.
    ask: Hva sier du?
    options: {vent: Vent litt, lov: Jeg lover det}
    area: foresatte
    right: {vent: Det er greit}
    grave: {lov: Det kan du ikke holde}
    mistake: {lov: lovet_taushet}
    source: ["lov:loven-1"]
way:
  - at: fare
    area: oppdage
    right: {nei: Ingen fare nå}
    possible: {vet_ikke: Det er greit}
    wrong: {ja: Det er det ikke}
    hint: Se deg rundt.
  - {at: noter, note: {dato: 2026-11-25}}
end: {node: tegn}
discuss: [Hva gjør dere?]
source: ["by:p-1"]
""",
    "trees/felles/topics.yaml": """\
format: 1
topics: {rus: {title: Rus, facts: {fare: [ja], mote: [ja]}}}
""",
    "trees/by/lists/tiltak.yaml": """\
format: 1
list: by/tiltak
title: Tiltak i By
about: Det kommunen har.
levels: {universal: For alle}
measures:
  - id: samtale
    name: Samtale
    about: Noen å snakke med.
    given_by: Barnevernet
    service: barnevern
    levels: [universal, selective]
    whom: [child, family]
    topics: [rus]
    ages: "13-"
    places: [skole]
    access: none
    how: Ring.
    consent: ja
    status: in_use
    evidence: "3"
    note: [Planen sier lite.]
    source: ["by:p-1"]
note: [Planen er fra 2026.]
source: ["by:p-1"]
""",
    "trees/by/lists/moter.yaml": """\
format: 1
list: by/moter
title: Møter i By
about: Der folk møtes.
arenas:
  - id: mote
    name: Møte
    level: service
    purpose: Drøfte.
    leader: Lederen
    who: Alle
    often: Årlig
    service: leder
    places: [barnehage]
    new: ja
    source: ["by:p-1"]
note: [Planen sier lite.]
source: ["by:p-1"]
""",
    "trees/felles/lists/faktorer.yaml": """\
format: 1
list: felles/faktorer
title: Risiko og beskyttelse
about: Hjelp til å sette ord på uroen.
say: [Jeg ser flere ting samtidig.]
differences: [Planene er ikke like.]
factors:
  - id: rus
    kind: risk
    at: family
    text: Rus hjemme
    topics: [rus]
    differences: [Bare en plan sier det.]
    source: ["by:p-1"]
source: ["by:p-1"]
""",
    "trees/felles/lists/ord.yaml": """\
format: 1
list: felles/ord
title: Ord
about: Hva ordene betyr.
terms: [{id: rus, term: Rusmiddel, forms: [dop], says: Et stoff som ruser., source: ["lov:loven-1"]}]
source: ["lov:loven-1"]
""",
    "contacts/by.yaml": """\
format: 1
pack: by
contacts:
  - id: barnevern
    service: barnevern
    name: Barnevernet i By
    phone: 22 33 44 55
    hours: "Mo-Fr 08:00-15:30; PH off"
    ages: "0-22"
    source: ["by:p-1"]
    checked: 2026-11-22
    confidence: plan
  - {id: leder, service: leder, name: Lederen, phone: missing, ages: "18-"}
""",
    "contacts/nasjonalt.yaml": """\
format: 1
pack: nasjonalt
contacts: [{id: alarm, service: alarm, name: Alarm, phone: 116 111, hours: 24/7, web: "https://www.116111.no/"}]
""",
}


def write(root: Path, changed: dict[str, str] | None = None) -> Path:
    """The small folder at `root`, with files changed."""
    for name, text in {**FILES, **(changed or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def with_fault(name: str, old: str, new: str) -> dict[str, str]:
    """One file with `old` replaced by `new`, which must be there."""
    assert old in FILES[name], old
    return {name: FILES[name].replace(old, new, 1)}


def line_of(name: str, text: str) -> int:
    """The line, from 1, where `text` first stands in a file of the small folder."""
    return FILES[name][: FILES[name].index(text)].count("\n") + 1
