"""What the papers say, and what they never say."""

from __future__ import annotations

import io
import re

import docx
import pytest
from pypdf import PdfReader

from guide.core.content import OUTCOME, TELLS, Content
from guide.core.record import replace
from guide.service.out import words
from guide.service.out.making import NothingError, NotNowError, Subject, document, formats_of, made, warning
from guide.service.out.matter import Matter, quiet_at_home
from guide.service.out.report import parts, report, sending_lines
from tests.out.made import CARD, TEXTS, guide_of, long_walk, step, unsafe_walk, walked, written

TITLES = {**words.KINDS, "consent": words.CONSENT}


@pytest.fixture(scope="module")
def long(shipped: Content) -> Matter:
    """A case that has been tried and is now to be reported."""
    guide = guide_of(shipped)
    return Matter(guide, long_walk(guide), notes=("Husk å ringe igjen.",))


@pytest.fixture(scope="module")
def fields(long: Matter) -> dict[str, str]:
    """The draft, field by field."""
    return {part.id: part.text for part in parts(long)}


def test_what_was_seen_is_kept_from_what_was_thought(fields: dict[str, str]) -> None:
    """Each text stands in its own field and in no other."""
    where = {"seen": ("sett", "hort"), "thought": ("utloser", "pavirker", "holder", "maal"), "done": ("tiltak", "hvem")}
    for field, names in where.items():
        for name in names:
            first = TEXTS[name].splitlines()[0]
            assert [part for part, text in fields.items() if first in text] == [field], name


def test_what_was_done_has_its_effect(fields: dict[str, str]) -> None:
    """The meeting, what was tried, and that it did not help enough, in their order."""
    done = fields["done"]
    places = [done.index(text) for text in ("Hold samarbeidsmøtet", TEXTS["tiltak"], "Nei, eller bare litt")]
    assert places == sorted(places)


def test_why_has_the_ground_and_the_statutes_of_the_workplace(fields: dict[str, str]) -> None:
    """The answer that triggers the duty, and the law that binds in a kindergarten; not that of schools."""
    assert "Ja. Jeg har noe konkret" in fields["why"]
    assert "Barnevernsloven § 13-2" in fields["why"]
    assert "Barnehageloven § 46" in fields["why"]
    assert not re.search("Opplæringslova|Privatskolelova|Helsepersonelloven", fields["why"])


def test_what_the_app_never_knows_is_blank(long: Matter, fields: dict[str, str]) -> None:
    """Name, number and address are lines to write on in the file, and are not among what is copied."""
    text = made("report", "txt", Subject(long)).decode()
    for label in (*words.CHILD_BLANKS, *words.PLACE_BLANKS, *words.SENDER_BLANKS):
        assert f"{label}: ____" in text
    assert "__" not in "".join(fields.values())
    assert fields["sender"] == ""


def test_a_field_that_the_content_says_nothing_of_is_not_lost(shipped: Content) -> None:
    """It comes under «annet», with its label."""
    node = shipped.cards["stange/barnehage"].nodes["oppsto"]
    bare = replace(node, fields=tuple(replace(field, tells="") for field in node.fields))
    card = shipped.cards["stange/barnehage"]
    content = replace(shipped, cards={**shipped.cards, card.id: replace(card, nodes={**card.nodes, "oppsto": bare})})
    guide = guide_of(content)
    found = {part.id: part.text for part in parts(Matter(guide, long_walk(guide)))}
    assert "Kom uten votter" in found["left"]
    assert "Kom uten votter" not in found["seen"]


def test_every_mark_of_the_content_is_known(shipped: Content) -> None:
    """No card tells something that no paper asks for, and each city's own card tells what was seen."""
    told = {field.tells for card in shipped.cards.values() for node in card.nodes.values() for field in node.fields}
    assert told - {""} <= set(TELLS)
    assert {"since", "seen", "heard", "thought", "done", "goal", "next"} <= told


def test_every_text_of_the_municipalities_cards_tells_something(shipped: Content) -> None:
    """Nothing that a card asks somebody to write comes under «annet»."""
    names = {card for pack in shipped.packs.values() for _, card in pack.cards}
    cards = [shipped.cards[name] for name in sorted(names)]
    fields = ((card.id, node.id, field) for card in cards for node in card.nodes.values() for field in node.fields)
    assert not [(card, node, field.id) for card, node, field in fields if field.kind == "text" and not field.tells]


def test_without_a_duty_the_draft_says_so(shipped: Content) -> None:
    """A report by name without duty or consent may break secrecy: ring without a name first."""
    guide = guide_of(shipped)
    found = {part.id: part.text for part in parts(Matter(guide, walked(guide, {}, most=8)))}
    text = made("report", "txt", Subject(Matter(guide, walked(guide, {}, most=8)))).decode()
    assert words.WHY_UNCLEAR in text
    assert found["why"] == ""  # what is said to the user is not pasted into the form


def test_sending_begins_with_ringing_and_no_number_is_made_up(shipped: Content, long: Matter) -> None:
    """112 first; then a number of the content; where the child may live elsewhere, that is said."""
    lines = sending_lines(long)
    assert lines[0] == words.RING_URGENT
    numbers = {"".join(filter(str.isdigit, point.phone)) for points in shipped.contacts.values() for point in points}
    found = re.search(r": ([\d ]+)\.", lines[1])
    assert found
    assert found[1].replace(" ", "") in numbers
    guide = guide_of(shipped)
    away = sending_lines(Matter(guide, unsafe_walk(guide)))
    assert words.WHERE_OTHER in away
    assert not any("Informer foresatte" in line for line in away)


def test_consent_is_not_asked_for_while_nobody_at_home_may_know(shipped: Content, long: Matter) -> None:
    """With suspicion against somebody at home no form is made, and the message says what to do first."""
    guide = guide_of(shipped)
    with pytest.raises(NotNowError, match="Ikke be om samtykke nå"):
        made("consent", "pdf", Subject(Matter(guide, unsafe_walk(guide))))
    form = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made("consent", "pdf", Subject(long)))).pages)
    assert "trekke samtykket" in form
    assert not any(text.splitlines()[0] in form for text in TEXTS.values())


def test_consent_is_not_asked_for_before_there_is_advice(shipped: Content) -> None:
    """Half way: violence suspected, and nobody has said against whom, or no advice is there yet. What the rules of the
    content forbid a card, no paper does; at every stop at which a card asks for consent the form can be made."""
    guide = guide_of(shipped)
    walk = guide.begin(CARD)
    seen = []
    answers = {"mistanke_vold": "konkret", "mistenkt": "foresatt", "voldstype": "fysisk", "barnets_kommune": "vet_ikke"}
    while walk.place.kind != OUTCOME:
        if "mistanke_vold" in walk.state.known:
            seen.append(walk.state.stop)
            with pytest.raises(NotNowError, match="Gå videre i kortet"):
                made("consent", "pdf", Subject(Matter(guide, walk)))
        walk = step(guide, walk, answers, written)
    assert len(seen) > 1
    asking = walked(guide, {"gaar_videre": "ja", "trenger_mote": "ja"}, "be-samtykke")
    assert "asks_consent" in asking.place.node.does
    assert document("consent", Subject(Matter(guide, asking))).title == words.CONSENT


def test_quiet_at_home_begins_with_the_suspicion(shipped: Content) -> None:
    """Between the answer and the first advice no advice says it yet: every paper says it all the same."""
    guide = guide_of(shipped)
    walk, seen = guide.begin(CARD), 0
    answers = {"mistanke_vold": "konkret", "mistenkt": "foresatt", "voldstype": "fysisk", "barnets_kommune": "vet_ikke"}
    while walk.place.kind != OUTCOME:
        suspected = walk.state.known.get("mistanke_vold") == "konkret"
        assert quiet_at_home(Matter(guide, walk)) == suspected, walk.state.stop
        seen += suspected
        walk = step(guide, walk, answers, written)
    assert seen >= 2


def test_quiet_at_home_ends_when_the_card_sends_one_to_the_guardians(shipped: Content) -> None:
    """At the task that asks for consent the form can be made; after new suspicion it can not."""
    guide = guide_of(shipped)
    asking = walked(guide, {"gaar_videre": "ja", "trenger_mote": "ja"}, "be-samtykke")
    assert not quiet_at_home(Matter(guide, asking))
    tried = walked(guide, {"gaar_videre": "ja", "trenger_mote": "ja", "samtykke": "gitt"}, "oppfolging")
    assert not quiet_at_home(Matter(guide, tried))
    worse = walked(guide, {"mistanke_vold": "konkret", "mistenkt": "foresatt"}, "stille-vold/meld-idag", walk=tried)
    assert quiet_at_home(Matter(guide, worse))
    assert words.QUIET in made("summary", "txt", Subject(Matter(guide, worse))).decode()


def test_the_minutes_leave_out_what_the_child_said(long: Matter) -> None:
    """Guardians get the minutes; the agreement is in them, the child's words are not."""
    text = made("minutes", "txt", Subject(long)).decode()
    assert TEXTS["ansvar"] in text
    assert not any(TEXTS[name] in text for name in ("hort", "ord", "hensyn"))


def test_the_reasons_have_each_answer_and_when_its_source_was_checked(long: Matter) -> None:
    """Advice, duty, statute with its date, and the questions as they were asked."""
    text = made("reasons", "txt", Subject(long)).decode()
    assert "MELD TIL BARNEVERNET I DAG" in text
    assert re.search(r"Barnevernsloven § 13-2\..*Kontrollert \d\d\.\d\d\.\d{4}\.", text)
    assert "Får barnet dårlig eller farlig omsorg hjemme? | Ja. Jeg har noe konkret" in text


@pytest.mark.parametrize("kind", [kind for kind in words.KINDS if kind != "deadlines"])
def test_word_has_headings_language_and_norwegian_letters(long: Matter, kind: str) -> None:
    """A screen reader finds a title, headings and the language; no word is in the template's English."""
    read = docx.Document(io.BytesIO(made(kind, "docx", Subject(long))))
    styles = [paragraph.style.name for paragraph in read.paragraphs]
    assert styles[0] == "Title"
    assert "Heading 1" in styles
    assert read.core_properties.language == "nb-NO"
    assert read.core_properties.title == TITLES[kind]
    assert read.core_properties.author == "Stange kommune"
    text = "".join(paragraph.text for paragraph in read.paragraphs)
    assert re.search("[æøå]", text)


@pytest.mark.parametrize("kind", [kind for kind in words.KINDS if kind != "deadlines"])
def test_pdf_is_tagged_with_language_and_title(long: Matter, kind: str) -> None:
    """PDF/UA: structure, language, title; Norwegian letters are read back."""
    reader = PdfReader(io.BytesIO(made(kind, "pdf", Subject(long))))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nb"
    assert reader.metadata is not None
    assert reader.metadata.title == TITLES[kind]
    assert re.search("[æøå]", "".join(page.extract_text() for page in reader.pages))


def test_every_page_says_what_it_is(long: Matter) -> None:
    """A page that is left in the printer says that it is a draft, and where it belongs."""
    pages = PdfReader(io.BytesIO(made("report", "pdf", Subject(long)))).pages
    assert len(pages) > 1
    assert all("UTKAST" in page.extract_text() and "sakssystem" in page.extract_text() for page in pages)


def test_nothing_is_due_and_no_file_is_made(long: Matter) -> None:
    """Without a deadline with a date there is no calendar; the message says so."""
    with pytest.raises(NothingError, match="ingen frister"):
        made("deadlines", "ics", Subject(long))


def test_every_kind_has_a_warning_and_a_format() -> None:
    """Where the file belongs, and that it is not encrypted."""
    for kind in words.KINDS:
        assert formats_of(kind)
        assert "kryptert" in " ".join(warning(kind))


def test_the_report_is_never_said_to_be_sent(long: Matter) -> None:
    """It is a draft, at the top and in its own words."""
    draft = report(long)
    assert "UTKAST" in draft.mark
    assert "ikke sendt" in draft.about


@pytest.mark.parametrize("words_of_child", ["Tegnet 😀 på tavla", "«ሰላም»"])
def test_a_sign_that_a_pdf_cannot_show_is_told_and_the_other_formats_have_it(
    shipped: Content, words_of_child: str
) -> None:
    """A smiley or an alphabet that the fonts lack: no fault, no lost word, but what it is and another format."""
    guide = guide_of(shipped)
    subject = Subject(Matter(guide, long_walk(guide), notes=(words_of_child,)))
    with pytest.raises(NothingError, match=r"«[😀ሰ]».*annet format"):
        made("report", "pdf", subject)
    assert words_of_child in made("report", "txt", subject).decode()
    assert words_of_child in "\n".join(
        p.text for p in docx.Document(io.BytesIO(made("report", "docx", subject))).paragraphs
    )
