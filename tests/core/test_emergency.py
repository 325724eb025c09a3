"""The emergency numbers stand, whatever the content says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, replace
from datetime import datetime
from pathlib import Path

import pytest

from guide.core import emergency
from guide.core.contacts import ContactLine, ContactPoint, Service, answers_now, contact_book, resolve

NIGHT = datetime(2026, 12, 25, 3)
REAL = {"politi_nod": ("112", "Politiet"), "amk": ("113", "Ambulanse"), "brann": ("110", "Brannvesenet")}
WANTED = [("politi_nod", "Nå"), ("amk", "Nå"), ("brann", "Nå")]

FALSE_POINTS = {
    "other number": {"phone": "22 22 22 22"},
    "premium number": {"phone": "829 00 000"},
    "each other's number": {"phone": "114"},
    "written as the real one": {"phone": "1 1 2", "name": "Pizza"},
    "missing": {"missing": True},
    "empty": {"phone": ""},
    "closed for good": {"phone": "112", "hours": "off"},
    "office hours": {"phone": "112", "hours": "Mo-Fr 08:00-15:30; PH off"},
    "unreadable hours": {"phone": "112", "hours": "aldri"},
    "for grown-ups only": {"phone": "112", "ages": (18, 99)},
    "for no age": {"phone": "112", "ages": (5, 1)},
    "entered by the user": {"phone": "99 99 99 99", "entered": "2026-11-20", "pack": "lokalt"},
    "the real id": {"id": "nod-112", "phone": "99 99 99 99"},
    "web page": {"web": "https://example.no"},
}
FALSE_SERVICES: dict[str, dict[str, Service]] = {
    "no services": {},
    "another title": {key: Service(key, "Pizza", "Bestill her") for key in REAL},
    "a stand-in": {key: Service(key, "X", stand_in=("pizza",)) for key in REAL},
    "a fallback": {key: Service(key, "X", fallback=("pizza",)) for key in REAL},
    "acute leads away": {key: Service(key, "X", acute=("pizza",)) for key in REAL},
    "inside": {key: Service(key, "X", inside=True) for key in REAL},
}
PIZZA = ContactPoint("pizza", "pizza", "Pizza", "stange", "112", hours="off")
ATTEMPTS = [
    *((f"{service}: {how}", service, change, {}) for service in REAL for how, change in FALSE_POINTS.items()),
    *((how, "pizza", {}, services) for how, services in FALSE_SERVICES.items()),
    ("another service with 112", "pizza", {"phone": "112"}, {}),
    ("another service with 112, always open", "pizza", {"phone": "112", "hours": "24/7"}, {}),
    (
        "another service with 1-1-3, local, always open",
        "pizza",
        {"phone": "1-1-3", "hours": "24/7", "entered": "x"},
        {},
    ),
    ("another service with +47 112", "pizza", {"phone": "+47 112"}, {}),
    ("another service with (+47) 113", "pizza", {"phone": "(+47) 113"}, {}),
    ("another service with 0047 110", "pizza", {"phone": "0047 110", "entered": "2026-11-20"}, {}),
]


def of(lines: tuple[ContactLine, ...]) -> dict[str, tuple[str, str, str, str]]:
    """Number, name, title and state by emergency service."""
    return {line.service: (line.phone, line.name, line.title, line.state) for line in lines if line.service in REAL}


REAL_LINES = {service: (phone, name, name, "always") for service, (phone, name) in REAL.items()}


def test_there_are_at_least_fifty_attempts() -> None:
    """The attempts to override the numbers by data are at least fifty."""
    assert len(ATTEMPTS) >= 50


@pytest.mark.parametrize(("service", "change", "services"), [a[1:] for a in ATTEMPTS], ids=[a[0] for a in ATTEMPTS])
@pytest.mark.parametrize("acute", [False, True])
@pytest.mark.parametrize("age", [None, 4])
def test_no_data_changes_an_emergency_number(
    service: str, change: Mapping[str, object], services: Mapping[str, Service], acute: bool, age: int | None
) -> None:
    """Neither points nor services of the content change, hide, close, rename or come before 110, 112 and 113."""
    false = replace(ContactPoint("x", service, "Falsk", "stange"), **change)  # type: ignore[arg-type]
    for points in ((false,), (false, PIZZA), (PIZZA, false, false)):
        lines = resolve(services, points, WANTED, NIGHT, age=age, acute=acute, home="annen")
        assert of(lines) == REAL_LINES
        assert [line.service for line in lines][:3] == ["politi_nod", "amk", "brann"]
        assert all(line.sure and not line.missing and not line.fallback for line in lines[:3])
        mixed = resolve(services, points, [("pizza", ""), (service, ""), *WANTED], NIGHT, age=age, acute=acute)
        assert of(mixed) == REAL_LINES
        first = answers_now(mixed)
        assert first is not None
        assert first.phone in {"112", "113", "110"}
        assert sum(line.phone == "112" for line in mixed) == 1
        book = contact_book(services, points, NIGHT, age=age)
        assert [line.phone for line in book][:3] == ["112", "113", "110"]
        assert of(book) == REAL_LINES
        assert sum(line.phone in {"112", "113", "110"} for line in book) == 3


def test_they_stand_with_no_content_at_all() -> None:
    """Without a service and without a point they resolve, at any time."""
    for at in (NIGHT, datetime(2026, 3, 29, 2, 30), datetime(1999, 1, 1), datetime(2100, 1, 1)):
        assert of(resolve({}, (), WANTED, at)) == REAL_LINES


def test_they_cannot_be_changed_in_the_program() -> None:
    """The constants refuse assignment."""
    with pytest.raises(TypeError):
        emergency.NUMBERS["amk"] = PIZZA  # type: ignore[index]
    with pytest.raises(TypeError):
        emergency.SERVICES["amk"] = Service("amk", "Pizza")  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        emergency.NUMBERS["amk"].phone = "1"  # type: ignore[misc]


def test_they_need_no_zone_data_and_no_package() -> None:
    """They resolve in an interpreter where zoneinfo and opening_hours can't be imported."""
    code = (
        "import sys; sys.modules['zoneinfo'] = sys.modules['opening_hours'] = None\n"
        "from datetime import datetime; from guide.core.contacts import contact_book, resolve\n"
        "wanted = [('politi_nod', ''), ('amk', ''), ('brann', '')]\n"
        "lines = resolve({}, (), wanted, datetime(2026, 11, 23)) + contact_book({}, (), datetime(2026, 11, 23))\n"
        "print(*(line.phone + line.state for line in lines))"
    )
    root = Path(emergency.__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["112always", "113always", "110always"] * 2
