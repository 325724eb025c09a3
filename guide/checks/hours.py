"""The opening hours of all contact points, with their places."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.rule import Subject
from guide.core.hours import Hours, HoursError
from guide.core.places import Place, contacts_file


def readable_hours(subject: Subject) -> Iterator[tuple[str, Place, Hours]]:
    """(file, place, hours) of every point whose hours can be read; the loader tells of the others."""
    for pack, points in subject.content.contacts.items():
        for index, point in enumerate(points):
            try:
                hours = Hours(point.hours)
            except HoursError:
                continue
            if hours.text:
                yield contacts_file(pack), subject.spots.at(contacts_file(pack), "contacts", index, "hours"), hours
