"""Content and profile with other words in every field of text, each word marked with the field that it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from guide.core.contacts import ContactPoint, Service
from guide.core.content import Card, Content, Fact, Law, Node, Pack, Pairs, Sign, SignList
from guide.service.profile import Profile

Say = Callable[[str], str]
"""Gives the text for a field, by the field's mark, e.g. `Node.help.fare`."""


def dressed(content: Content, say: Say) -> Content:
    """`content` with the text of `say` in every field that a reader sees; ids and what the code reads stay."""
    return replace(
        content,
        packs={key: _pack(pack, say) for key, pack in content.packs.items()},
        cards={key: _card(card, say) for key, card in content.cards.items()},
        facts={key: _fact(fact, say) for key, fact in content.facts.items()},
        services={key: _service(service, say) for key, service in content.services.items()},
        laws={key: _law(law, say) for key, law in content.laws.items()},
        lists={key: _signs(signs, say) for key, signs in content.lists.items()},
        contacts={key: tuple(_point(p, say) for p in points) for key, points in content.contacts.items()},
    )


def dressed_profile(profile: Profile, say: Say) -> Profile:
    """The profile with a local number of each kind, named and numbered by `say`."""
    local = (
        ContactPoint(
            f"lokal-{service}",
            service,
            say(f"Local.name.{service}"),
            profile.pack,
            phone=say(f"Local.phone.{service}"),
            entered="2026-11-23",
        )
        for service in ("pedagogisk_leder", "helsesykepleier")
    )
    return replace(profile, local=tuple(local))


def _texts(texts: tuple[str, ...], mark: str, say: Say) -> tuple[str, ...]:
    return tuple(say(f"{mark}.{number}") for number, _ in enumerate(texts))


def _seconds(pairs: Pairs, mark: str, say: Say) -> Pairs:
    return tuple((key, say(f"{mark}.{key}")) for key, _ in pairs)


def _node(node: Node, say: Say) -> Node:
    at = f"{{}}.{node.id}".format
    lists = {
        name: _texts(getattr(node, name) or ("",), at(name), say)
        for name in ("do", "dont", "say_phone", "say_child", "share", "next", "note")
        if node.kind in ("task", "outcome")
    }
    return replace(
        node,
        text=node.text if node.kind in ("include", "exit", "by") else say(at("text")),
        help=say(at("help")),
        contact=_seconds(node.contact, at("contact"), say),
        fields=tuple(
            replace(field, label=say(at(f"label-{field.id}")), help=say(at(f"help-{field.id}")))
            for field in node.fields
        ),
        overdue=say(at("overdue")) if node.deadlines else "",
        **lists,
    )


def _card(card: Card, say: Say) -> Card:
    return replace(
        card,
        title=say(f"Card.title.{card.id}"),
        about=say(f"Card.about.{card.id}"),
        nodes={key: _node(node, say) for key, node in card.nodes.items()},
        facts={key: _fact(fact, say) for key, fact in card.facts.items()},
        points=tuple(replace(p, title=say(f"Point.title.{p.id}"), source=p.source) for p in card.points),
    )


def _fact(fact: Fact, say: Say) -> Fact:
    mark = f"Fact.{{}}.{fact.id}".format
    values = _seconds(fact.values, mark("values"), say)
    return replace(fact, about=say(mark("about")), definition=say(mark("definition")), values=values)


def _service(service: Service, say: Say) -> Service:
    mark = f"Service.{{}}.{service.id}".format
    return replace(service, title=say(mark("title")), about=say(mark("about")))


def _point(point: ContactPoint, say: Say) -> ContactPoint:
    mark = f"ContactPoint.{{}}.{point.id}".format
    return replace(
        point,
        name=say(mark("name")),
        phone="" if point.missing else say(mark("phone")),
        web=say(mark("web")),
        note=(say(mark("note")),),
        hours="24/7" if point.id == "bvv" else say(mark("hours")),
    )


def _sign(sign: Sign, say: Say) -> Sign:
    return replace(sign, text=say(f"Sign.text.{sign.id}"))


def _signs(signs: SignList, say: Say) -> SignList:
    mark = f"SignList.{{}}.{signs.id}".format
    return replace(
        signs,
        title=say(mark("title")),
        about=say(mark("about")),
        columns=_seconds(signs.columns, mark("column"), say),
        signs=tuple(_sign(sign, say) for sign in signs.signs),
    )


def _law(law: Law, say: Say) -> Law:
    mark = f"Law.{{}}.{law.id}".format
    return replace(
        law,
        title=say(mark("title")),
        says=say(mark("says")),
        confidence="unsure",
        checked=say(mark("checked")),
        basis=say(mark("basis")),
        url=say(mark("url")),
    )


def _pack(pack: Pack, say: Say) -> Pack:
    mark = f"Pack.{{}}.{pack.id}".format
    points = {
        key: replace(point, title=say(f"PlanPoint.title.{key}"), place=say(f"PlanPoint.place.{key}"))
        for key, point in pack.points.items()
    }
    return replace(
        pack,
        name=say(mark("name")),
        version=say(mark("version")),
        plan=say(mark("plan")),
        period=say(mark("period")),
        reviewed=say(mark("reviewed")),
        notes=(say(mark("notes")),),
        points=points,
    )
