"""A small content of every kind of node, a clock that stands still, settings kept in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

import pytest

from guide.core.clock import OSLO
from guide.core.contacts import ContactPoint, Service
from guide.core.content import (
    Card,
    Content,
    Deadline,
    Fact,
    Field,
    Law,
    Node,
    Pack,
    PlanPoint,
    Point,
    Sign,
    SignList,
)
from guide.service.guide import Guide
from guide.service.profile import Profile
from guide.tui.app import GuideApp
from guide.tui.settings import Chosen

MONDAY = datetime(2026, 11, 23, 15, 10, tzinfo=OSLO)
YES_NO = (("ja", "Ja"), ("nei", "Nei"), ("vet_ikke", "Vet ikke"))
PROFILE = Profile("bygda", (("virksomhet", "barnehage"), ("rolle", "ansatt")))


@dataclass
class MemoryStore:
    """Settings in memory; `broken` refuses to save."""

    chosen: Chosen = field(default_factory=lambda: Chosen(PROFILE))
    broken: bool = False
    saved: list[Chosen] = field(default_factory=list)

    def load(self) -> Chosen:
        """What was chosen last."""
        return self.chosen

    def save(self, chosen: Chosen) -> None:
        """Remembers."""
        if self.broken:
            raise OSError
        self.chosen = chosen
        self.saved.append(chosen)


def acute_card() -> Card:
    """The alarm: a question, then an outcome that leads back."""
    nodes = (
        Node(
            "hva",
            "ask",
            "Hva skjer?",
            fact="hva_skjer",
            help="Ring først.",
            answers=(("skade", "ring"), ("annet", "ring")),
        ),
        Node(
            "ring",
            "outcome",
            "Ring 113 nå",
            contact=(("amk", "Liv eller helse"),),
            do=("Bli hos barnet",),
            next=("De sender hjelp",),
            urgency="now",
            report="discuss",
            guardians="inform_unless",
            source=("lov:en",),
            go="ut",
        ),
        Node("ut", "exit", "trygt", go="alene"),
        Node("alene", "outcome", "Bli hos barnet", urgency="now", report="discuss", guardians="inform_unless"),
    )
    facts = {
        "hva_skjer": Fact("hva_skjer", "Hva som skjer", values=(("skade", "Barnet er skadet"), ("annet", "Noe annet")))
    }
    return Card("felles/akutt", "Fare nå", "", "hva", {n.id: n for n in nodes}, exits=("trygt",), facts=facts)


def main_card() -> Card:
    """Every kind of node: question, record, signs, years, turn, task, waiting point, end."""
    nodes = (
        Node(
            "fare",
            "ask",
            "Er barnet i fare nå?",
            point="1",
            fact="akutt_fare",
            help="Liv eller helse står på spill.",
            answers=(("ja", "akutt"), ("nei", "oppsto"), ("vet_ikke", "oppsto")),
            source=("bygda:p1",),
        ),
        Node("akutt", "include", "felles/akutt", point="1", exits=(("trygt", "oppsto"),)),
        Node(
            "oppsto",
            "record",
            "Når ble du bekymret?",
            point="1",
            fields=(
                Field("dato", "date", "Dato", "today", tells="since"),
                Field("sett", "text", "Det du har sett", tells="seen"),
            ),
            source=("bygda:p1",),
            go="tegn",
        ),
        Node(
            "tegn",
            "signs",
            "Hva har du lagt merke til?",
            point="1",
            list="bygda/tegn",
            source=("bygda:p1",),
            go="alder",
        ),
        Node(
            "alder",
            "ask",
            "Hvor gammelt er barnet?",
            point="2",
            fact="alder",
            help="Hele år.",
            answers=(("0-17", "etter"), ("18-99", "voksen"), ("vet_ikke", "etter")),
        ),
        Node("etter", "by", "", point="2", fact="tegn_vold", answers=(("ja", "meld"), ("nei", "del"))),
        Node(
            "del",
            "task",
            "Del bekymringen med styrer",
            point="2",
            contact=(("styrer", "Dere vurderer sammen"), ("barnevern", "Drøft uten navn")),
            do=("Fortell hva du har sett",),
            next=("Dere avgjør sammen",),
            deadlines=(Deadline("deling", 3, "working_days", "oppsto.dato"),),
            source=("bygda:p2",),
            go="slutt",
        ),
        Node(
            "meld",
            "outcome",
            "Meld til barnevernet i dag",
            point="3",
            urgency="today",
            report="must",
            guardians="not_before_advice",
            duties=("avert",),
            contact=(("barnevern", "De tar imot meldingen"), ("politi_nod", "Når det haster")),
            do=("Ring først",),
            dont=("Ikke spør ut barnet",),
            say_phone=("Jeg ringer for å melde.",),
            say_child=("Takk for at du fortalte det.",),
            share=("Det barnet har sagt",),
            next=("Du får svar innen tre uker",),
            note=("Planen sier det [red]annerledes[/red].",),
            source=("bygda:p2", "lov:en"),
            go="slutt",
        ),
        Node("voksen", "by", "", fact="akutt_fare", answers=()),
        Node(
            "slutt",
            "outcome",
            "Følg med videre",
            point="3",
            urgency="routine",
            report="not_now",
            guardians="consent_needed",
            contact=(("styrer", "Hun følger opp"),),
            do=("Se an",),
            next=("Ta det opp igjen",),
            source=("bygda:p2",),
        ),
    )
    return Card(
        "bygda/barnehage",
        "Bekymret i barnehagen",
        "",
        "fare",
        {n.id: n for n in nodes},
        serves=("barnehage",),
        sets=(("virksomhet", "barnehage"),),
        alarms=(("felles/akutt", (("trygt", "back"),)),),
        points=(Point("1", "Sett ord på"), Point("2", "Del"), Point("3", "Meld")),
    )


def topic_card() -> Card:
    """A card on one topic, of one question and one advice."""
    main = main_card()
    nodes = (
        replace(main.nodes["fare"], answers=(("ja", "slutt"), ("nei", "slutt"), ("vet_ikke", "slutt"))),
        main.nodes["slutt"],
    )
    return replace(
        main,
        id="bygda/tema",
        title="Kan jeg dele dette?",
        about="Før du forteller noen om et barn.",
        nodes={node.id: node for node in nodes},
    )


def with_topic(content: Content) -> Content:
    """The content with a card on one topic beside the kindergarten's own."""
    return replace(content, cards={**content.cards, "bygda/tema": topic_card()})


def make_content() -> Content:
    """The fixture content."""
    facts = (
        Fact("akutt_fare", "Fare nå", "Liv eller helse står på spill akkurat nå.", values=YES_NO),
        Fact("alder", "Alder", "Alder i hele år.", kind="years", lasting=True),
        Fact("tegn_vold", "Tegn på vold", values=YES_NO[:2], set_by="signs"),
        Fact("virksomhet", "Virksomhet", values=(("barnehage", "Barnehage"), ("skole", "Skole")), set_by="card"),
        Fact("rolle", "Rolle", values=(("ansatt", "Ansatt"),), set_by="profile", default="ansatt"),
    )
    services = (
        Service("barnevern", "Barneverntjenesten", "Tar imot meldinger", stand_in=("barnevernvakt",)),
        Service("barnevernvakt", "Barnevernvakta", "Svarer når kontoret er stengt"),
        Service("styrer", "Styrer", "Leder barnehagen", inside=True),
    )
    contacts = (
        ContactPoint(
            "bv",
            "barnevern",
            "Barneverntjenesten i Bygda",
            "bygda",
            phone="62 11 22 33",
            hours="Mo-Fr 08:00-15:30; PH off",
        ),
        ContactPoint("bvv", "barnevernvakt", "Barnevernvakta", "bygda", phone="62 44 55 66", hours="24/7"),
        ContactPoint("hs", "helsesykepleier", "Helsesykepleier", "bygda", missing=True),
    )
    signs = (
        Sign("trist", "sosialt", "Er trist"),
        Sign("alene", "sosialt", "Er mye alene"),
        Sign("merker", "fysisk", "Har merker", ("vold",)),
    )
    points = {"p1": PlanPoint("p1", "Sett ord på", "Side 1"), "p2": PlanPoint("p2", "Del", "Side 2")}
    cards = (main_card(), acute_card())
    return Content(
        packs={
            "bygda": Pack(
                "bygda",
                "Bygda kommune",
                "municipality",
                "1",
                reviewed="2026-11-22",
                cards=(("barnehage", "bygda/barnehage"), ("skole", "bygda/skole")),
                points=points,
            ),
            "nabo": Pack("nabo", "Nabo kommune", "municipality", "1"),
        },
        cards={card.id: card for card in cards},
        facts={fact.id: fact for fact in facts},
        services={service.id: service for service in services},
        laws={"lov:en": Law("lov:en", "Loven § 1", "Den sier hva du skal.", "law", "2026-11-22")},
        lists={
            "bygda/tegn": SignList(
                "bygda/tegn",
                "Tegn",
                "Et tegn er ikke et bevis.",
                (("sosialt", "Sammen med andre"), ("fysisk", "Kropp")),
                signs,
                (("tegn_vold", "vold"),),
            )
        },
        contacts={"bygda": contacts},
    )


AppMaker = Callable[..., GuideApp]


@pytest.fixture
def content() -> Content:
    """The fixture content."""
    return make_content()


@pytest.fixture
def store() -> MemoryStore:
    """Settings in memory."""
    return MemoryStore()


@pytest.fixture
def make_app(content: Content, store: MemoryStore) -> AppMaker:
    """Makes an app on the fixture content; content, profile, hour and first start can be others."""

    def make(
        *,
        content: Content = content,
        profile: Profile = PROFILE,
        at: datetime = MONDAY,
        first_run: bool = False,
        card: str = "",
    ) -> GuideApp:
        store.chosen = replace(store.chosen, profile=profile)
        return GuideApp(Guide(content, profile, lambda: at), store, first_run, card)

    return make
