"""Every fault is told with file, line, what and how to mend, and a broken card takes nobody else with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from guide.core.findings import Finding
from guide.core.lay import lay
from guide.store.load import load
from guide.store.wording import WORDS
from tests.store.small import FILES, line_of, with_fault, write

CARD, FACTS, PACK, LIST = (
    "trees/by/kort.yaml",
    "trees/felles/facts.yaml",
    "trees/by/pack.yaml",
    "trees/by/lists/tegn.yaml",
)
CONTACTS, SAFETY, LAWS, SERVICES = (
    "contacts/by.yaml", "trees/felles/safety.yaml", "trees/felles/laws.yaml", "trees/felles/services.yaml",
)  # fmt: skip
PROFILE_FACT = "facts: {eget: {about: Eget, values: {ja: Ja, vet_ikke: Vet ikke}, set_by: profile}, mote: ja_nei"

# file, what stood there, what stands there now, the code, a word of the message
FAULTS = (
    (CARD, "help: Noe er", "xyz: Noe er", "ukjent-nokkel", "«xyz»"),
    (CARD, "help: Noe er", "helpe: Noe er", "ukjent-nokkel-naer", "Mente du «help»?"),
    (CARD, "urgency: today", "urgency: todai", "ukjent-verdi-naer", "Mente du «today»?"),
    (CARD, "report: must", "report: kanskje", "ukjent-verdi", "must, with_consent"),
    (CARD, "title: Bekymret", "title:", "tekst-mangler", "tekst"),
    (CARD, "do: [Ring]", "do: Ring", "skal-vare-liste", "liste"),
    (CARD, "do: [Ring]", "do: []", "for-fa", "minst 1"),
    ("trees/felles/search.yaml", "say: [brann, røyk]", "say: []", "for-fa", "minst 1"),
    (CARD, "go: tegn", "go: tegnn", "ukjent-node-naer", "Mente du «tegn»?"),
    (CARD, "start: fare", "start: xyz", "ukjent-node", "«xyz»"),
    (CARD, "fact: fare", "fact: farer", "ukjent-faktum-naer", "Mente du «fare»?"),
    (CARD, "sets: {virksomhet: barnehage}", "sets: {virksomhet: hage}", "ukjent-svar-naer", "barnehage"),
    (CARD, "serves: [barnehage]", "serves: [hytte]", "ukjent-svar", "«hytte»"),
    (CARD, "answers: {ja: akutt, nei: noter,", "answers: {ja: akutt, neii: noter,", "svar-mangler", "«nei»"),
    (CARD, "not_offered: {vet_ikke:", "not_offered: {ja: Nei, vet_ikke:", "svar-dobbelt", "«ja»"),
    (CARD, '"12-17": del', '"13-17": del', "alder-hull-en", "12 år"),
    (CARD, '"12-17": del', '"15-17": del', "alder-hull", "12 til 14 år"),
    (CARD, '"12-17": del', '"10-17": del', "alder-to", "10 år"),
    (CARD, '"18-": mote', '"18-40": mote', "alder-hull", "41 til 130"),
    (CARD, '"18-": mote', '"17-9": mote', "feil-spenn", "17-9"),
    (CARD, "contact: {leder: Dere", "contact: {ledar: Dere", "ukjent-tjeneste-naer", "Mente du «leder»?"),
    (CARD, 'source: ["kilde:siden"]', 'source: ["kilde:sida"]', "ukjent-kilde-naer", "kilde:siden"),
    (CARD, 'source: "by:p-1"', 'source: "by:q-9"', "ukjent-kilde-naer", "by:p-1"),
    (CARD, "list: by/tegn", "list: by/sinn", "ukjent-liste", "«by/sinn»"),
    (CARD, "include: felles/akutt", "include: felles/akut", "ukjent-kort-naer", "felles/akutt"),
    (CARD, "exits: {trygt: noter}", "exits: {utrygt: noter}", "ukjent-utgang", "trygt"),
    (CARD, "exits: {trygt: noter}", "exits: {utrygt: noter}", "utgang-mangler", "«trygt»"),
    (CARD, "{trygt: back}", "{trygt: bak}", "ukjent-node", "«bak»"),
    (CARD, 'point: "1"', 'point: "2"', "ukjent-punkt", "«2»"),
    (CARD, "facts: {mote: ja_nei", "facts: {mote: ja_neii", "ukjent-type", "ja_nei"),
    (CARD, "facts: {mote: ja_nei", PROFILE_FACT, "profil-i-kort", "«eget»"),
    (CARD, "facts: {mote: ja_nei", "facts: {fare: ja_nei, mote: ja_nei", "faktum-finnes", "«fare»"),
    (CARD, "from: noter.dato", "from: noter.ord", "frist-uten-start", "noter.ord"),
    (CARD, "on: noter.dato", "on: del.dato", "frist-uten-start", "del.dato"),
    (CARD, "card: by/kort", "card: by/kart", "feil-sted", "by/kort"),
    (CARD, "format: 1", "format: 2", "feil-format", "format: 1"),
    (CARD, "record: Når", "task: Gjør\n    record: Når", "node-to-slag", "task, record"),
    (CARD, "signs: Hva", "sign: Hva", "node-uten-slag", "signs"),
    (CARD, "within: 3", "within: tre", "feil-form", "helt tall"),
    (FACTS, "order: [[nei], [vet_ikke], [ja]]", "order: [[nei], [ja]]", "rekkefolge-mangler", "vet_ikke"),
    (FACTS, "order: [[nei], [vet_ikke]", "order: [[nei, ja], [vet_ikke]", "dobbel-id", "«ja»"),
    (FACTS, "set_by: profile", "set_by: profile, default: hage", "ukjent-svar-naer", "barnehage"),
    (SERVICES, "fallback: [alarm]", "fallback: [alarmen]", "ukjent-tjeneste-naer", "alarm"),
    (LAWS, "checked: 2026-11-22}", "checked: 2026-02-30}", "feil-dato", "2026-02-30"),
    (LAWS, 'now: "lov:loven-1"', 'now: "lov:loven-9"', "ukjent-kilde-naer", "lov:loven-1"),
    (PACK, "cards: {barnehage: by/kort}", "cards: {barnehage: by/kart}", "kort-uten-sted", "by/kart"),
    (PACK, "closing_days: [2026-12-23]", "closing_days: [2026-13-23]", "feil-dato", "2026-13-23"),
    (PACK, "calendar:", "keep_days: 0\ncalendar:", "feil-form", "1 til 999"),
    (PACK, "calendar:", "case_key: abc\ncalendar:", "feil-form", "64 tegnene"),
    (PACK, "points:", "punkter: {}\npoints:", "ukjent-nokkel", "«punkter»"),
    (LIST, "column: fysisk", "column: psykisk", "ukjent-kolonne", "fysisk"),
    (SAFETY, "given: {fare: [ja,", "given: {fare: [jaa,", "ukjent-svar-naer", "«ja»"),
    (SAFETY, "fare=nei", "fare=nein", "ukjent-svar-naer", "«nei»"),
    (SAFETY, "contact: [leder]", "contact: [sjef]", "ukjent-tjeneste", "«sjef»"),
    (CONTACTS, "phone: 22 33 44 55", "phone: 22 33 44", "feil-form", "åtte siffer"),
    (CONTACTS, "phone: 22 33 44 55", "phone: ring oss", "feil-form", "åtte siffer"),
    (CONTACTS, "phone: missing, ", "", "uten-nummer", "missing"),
    (CONTACTS, '"Mo-Fr 08:00-15:30; PH off"', "man-fre 8-15", "feil-tid", "man-fre 8-15"),
    (CONTACTS, 'ages: "0-22"', 'ages: "22-0"', "feil-alder", "22-0"),
    (CONTACTS, "service: barnevern", "service: barneverne", "ukjent-tjeneste-naer", "barnevern"),
    (CONTACTS, "id: leder,", "id: barnevern,", "dobbel-id", "barnevern"),
    (CONTACTS, "pack: by", "pack: bygd", "feil-sted", "«by»"),
)  # fmt: skip


def errors(root: Path) -> list[Finding]:
    """The errors of a folder."""
    return [finding for finding in load(root).findings if finding.severity == "error"]


def test_the_small_folder_has_no_faults(tmp_path: Path) -> None:
    """What the faults are put into is right, and all of it is in use."""
    content = load(write(tmp_path))
    assert content.findings == ()
    assert set(content.cards) == {"felles/akutt", "by/kort", "by/annet"}
    assert content.contacts["by"][0].ages == (0, 22)
    assert content.contacts["by"][1].missing
    assert content.packs["by"].saturday_counts
    assert content.cards["by/kort"].nodes["mote"].loop
    assert content.cards["felles/akutt"].nodes["ut"].go == "ring"


@pytest.mark.parametrize(("name", "old", "new", "code", "word"), FAULTS)
def test_a_fault_is_found_at_its_line(tmp_path: Path, name: str, old: str, new: str, code: str, word: str) -> None:
    """The finding stands in the file and on the line of the fault, and says what helps."""
    found = [finding for finding in errors(write(tmp_path, with_fault(name, old, new))) if finding.code == code]
    assert found, errors(tmp_path)
    assert {finding.file for finding in found} == {name}
    assert any(word in f"{finding.what} {finding.mend}" for finding in found), found
    assert any(abs(finding.line - line_of(name, old)) <= 1 + new.count("\n") for finding in found), found


def test_place_is_exact(tmp_path: Path) -> None:
    """Line and column point at the very word."""
    write(tmp_path, with_fault(CARD, "exits: {trygt: noter}", "exits: {trygt: nota}"))
    (found,) = errors(tmp_path)
    line = FILES[CARD].splitlines()[found.line - 1]
    assert line[found.column - 1 :].startswith("noter}")
    assert str(found).startswith(f"{CARD}:{found.line}:{found.column}: ukjent-node")


def test_all_faults_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    """Nothing hides behind the first fault."""
    changed: dict[str, str] = {}
    for name, old, new, _, _ in FAULTS:
        if name not in changed:
            changed |= with_fault(name, old, new)
    write(tmp_path, changed)
    assert {finding.file for finding in errors(tmp_path)} == set(changed)


def test_a_broken_card_takes_only_those_that_build_on_it(tmp_path: Path) -> None:
    """The shared card is out, so is the card that includes it, and the third one is in use."""
    content = load(write(tmp_path, with_fault("trees/felles/akutt.yaml", "then: ut", "then: utt")))
    assert set(content.cards) == {"by/annet"}
    (out,) = [finding for finding in content.findings if finding.code == "kort-ute"]
    assert out.file == CARD
    assert "felles/akutt" in out.what


def test_a_file_that_cannot_be_read_takes_only_those_that_build_on_it(tmp_path: Path) -> None:
    """Broken YAML in one card leaves the others in use."""
    content = load(write(tmp_path, {"trees/felles/akutt.yaml": "a: ["}))
    assert set(content.cards) == {"by/annet"}
    assert {finding.code for finding in content.findings} == {"yaml-innhold", "kort-ute"}


@pytest.mark.parametrize(
    ("name", "out"),
    [
        (SERVICES, {"felles/akutt", "by/kort", "by/annet"}),
        (LAWS, {"felles/akutt", "by/kort"}),
        (PACK, {"by/kort", "by/annet"}),
    ],
)
def test_cards_that_build_on_a_broken_shared_file_are_out(tmp_path: Path, name: str, out: set[str]) -> None:
    """Cards that speak of what nobody can look up are out of use, each with one finding that names the file."""
    content = load(write(tmp_path, {name: "format: 1\nx: y\n"}))
    assert {"felles/akutt", "by/kort", "by/annet"} - content.cards.keys() == out
    assert all(
        finding.file == name or finding.code in ("fil-ute", "kort-ute", "liste-ute") for finding in content.findings
    )


def test_a_list_with_faults_takes_the_card_that_shows_it(tmp_path: Path) -> None:
    """A card whose list is out of use is out of use."""
    content = load(write(tmp_path, with_fault(LIST, "column: fysisk", "column: x")))
    assert set(content.cards) == {"felles/akutt", "by/annet"}
    assert content.lists == {}


def test_a_number_stays_when_only_its_source_is_wrong(tmp_path: Path) -> None:
    """A contact point whose source nobody knows is told of, and still there."""
    content = load(write(tmp_path, with_fault(CONTACTS, 'source: ["by:p-1"]', 'source: ["by:p-7"]')))
    assert [finding.code for finding in content.findings] == ["ukjent-kilde-naer"]
    assert len(content.contacts["by"]) == 2


def test_cards_that_lay_each_other_in_are_out(tmp_path: Path) -> None:
    """A circle of includes is told with its way, and what is outside of it is in use."""
    text = FILES["trees/by/annet.yaml"].replace("rom: {by", "x: {include: by/ring, exits: {ut: slutt}}\n  rom: {by")
    ring = FILES["trees/felles/akutt.yaml"].replace("felles/akutt", "by/ring").replace("trygt", "ut")
    ring = ring.replace("  ut: {", "  x: {include: by/annet, exits: {a: ut}}\n  ut: {")
    content = load(write(tmp_path, {"trees/by/annet.yaml": text, "trees/by/ring.yaml": ring}))
    ways = [finding.what for finding in content.findings if finding.code == "legger-inn-seg-selv"]
    assert any("by/annet → by/ring → by/annet" in way for way in ways)
    assert set(content.cards) == {"felles/akutt", "by/kort"}


def test_a_local_fact_must_be_the_same_in_all_cards_laid_in(tmp_path: Path) -> None:
    """Two cards that ask the same fact with other answers cannot be one walk."""
    akutt = FILES["trees/felles/akutt.yaml"].replace("start:", "facts: {rom: ja_nei}\nstart:")
    content = load(write(tmp_path, {"trees/felles/akutt.yaml": akutt}))
    assert [finding.code for finding in content.findings] == ["faktum-ulikt"]
    assert set(content.cards) == {"felles/akutt", "by/annet"}


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    """No folder, no files, a file with the wrong ending, a link out of the folder: findings, never an exception."""
    assert "mangler-mappe" in {finding.code for finding in errors(tmp_path / "borte")}
    assert {finding.code for finding in errors(tmp_path)} == {"mangler-fil"}
    write(tmp_path)
    (tmp_path / "trees/by/b.yml").write_text("a: b")
    (tmp_path / "trees/by/dypt/her").mkdir(parents=True)
    (tmp_path / "trees/by/dypt/her/c.yaml").write_text("a: b")
    (tmp_path / "trees/by/ut.yaml").symlink_to("/etc/hostname")
    found = {(finding.code, finding.severity) for finding in load(tmp_path).findings}
    assert found == {("feil-endelse", "warning"), ("ukjent-fil", "warning"), ("utenfor-mappa", "error")}


def test_cards_in_use_can_be_laid_out(tmp_path: Path) -> None:
    """What the loader lets through is what the engine can walk."""
    content = load(write(tmp_path))
    assert all(lay(content, card).nodes for card in content.cards)


def test_every_sentence_is_whole_and_used(root: Path) -> None:
    """Each code is given somewhere, its sentences end as sentences do, and its slots are the named ones."""
    code = "".join(path.read_text("utf-8") for path in (root / "guide" / "store").glob("*.py"))
    for name, (what, mend) in WORDS.items():
        assert code.count(f'"{name.removesuffix("-naer")}"') >= (1 if name.endswith("-naer") else 2), name
        assert what.endswith("."), name
        assert mend.endswith((".", "?", "{hint}")), name


def test_the_command_prints_findings_and_counts(tmp_path: Path, root: Path) -> None:
    """`python -m guide.store.load` ends with 1 where there are errors, 0 where there are none."""
    command = [sys.executable, "-m", "guide.store.load", str(write(tmp_path))]
    good = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    write(tmp_path, with_fault(CARD, "go: tegn", "go: x"))
    bad = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (good.returncode, good.stdout) == (0, "3 kort i bruk, 0 feil, 0 varsler\n")
    assert bad.returncode == 1
    assert bad.stdout.startswith(f"{CARD}:{line_of(CARD, 'go: tegn')}:9: ukjent-node")


@pytest.mark.parametrize(
    ("phone", "right"),
    [
        ("112", True), ("1881", True), ("116 117", True), ("116117", True), ("02800", True), ("22 40 00 40", True),
        ("22400040", True), ("800 12 345", True), ("+47 22 40 00 40", True), ("+4722400040", True), ("missing", True),
        ("22 40 00 4", False), ("22 33 44", False), ("12 34 56 78", False), ("+46 22 40 00 40", False), ("0800", False),
        ("22-40-00-40", False), ("ring", False), ("1", False), ("22 40 00 40 9", False),
    ],
)  # fmt: skip
def test_a_number_that_lost_a_digit_is_refused(tmp_path: Path, phone: str, right: bool) -> None:
    """Eight digits, +47, and the short numbers that there are; nothing else."""
    write(tmp_path, with_fault(CONTACTS, "22 33 44 55", phone))
    assert {finding.code for finding in errors(tmp_path)} == (set() if right else {"feil-form"})
    if right and phone != "missing":
        assert load(tmp_path).contacts["by"][0].phone == phone


def test_a_broken_list_of_search_words_takes_no_card_out_of_use(tmp_path: Path) -> None:
    """The search knows fewer words; everything else stays."""
    whole = load(write(tmp_path / "whole"))
    broken = load(write(tmp_path / "broken", with_fault("trees/felles/search.yaml", "say: [brann, røyk]", "say: []")))
    assert whole.synonyms
    assert broken.synonyms == ()
    assert broken.cards == whole.cards
    assert broken.contacts == whole.contacts
