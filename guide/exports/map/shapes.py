"""Shapes: the outline of a box for each kind of stop, and the small sign before a mark. SVG path data, in points."""

from __future__ import annotations

from typing import Final

CUT: Final = 7.0
FOLD: Final = 11.0


def outline(kind: str, x: float, y: float, w: float, h: float) -> str:
    """The outline of a box: round for a question, cut corners for a turn, a folded corner for a note, an arrow out …"""
    r, b = x + w, y + h
    if kind == "ask":
        return _round(x, y, w, h, 9.0)
    if kind == "by":
        return (
            f"M{x + CUT:g} {y:g}H{r - CUT:g}L{r:g} {y + CUT:g}V{b - CUT:g}L{r - CUT:g} {b:g}"
            f"H{x + CUT:g}L{x:g} {b - CUT:g}V{y + CUT:g}Z"
        )
    if kind == "record":
        return f"M{x:g} {y:g}H{r - FOLD:g}L{r:g} {y + FOLD:g}V{b:g}H{x:g}ZM{r - FOLD:g} {y:g}V{y + FOLD:g}H{r:g}"
    if kind == "include":
        return f"M{x:g} {y:g}H{r:g}V{b:g}H{x:g}ZM{x + 3:g} {y:g}V{b:g}M{r - 3:g} {y:g}V{b:g}"
    if kind == "exit":
        return f"M{x:g} {y:g}H{r - CUT:g}L{r:g} {(y + b) / 2:g}L{r - CUT:g} {b:g}H{x:g}Z"
    if kind == "alarm":
        return f"M{x:g} {y:g}H{r:g}V{b:g}H{x:g}ZM{x + 2.5:g} {y + 2.5:g}H{r - 2.5:g}V{b - 2.5:g}H{x + 2.5:g}Z"
    return f"M{x:g} {y:g}H{r:g}V{b:g}H{x:g}Z"


def icon(shape: str, x: float, y: float) -> tuple[str, bool]:
    """The sign of a mark on the base line `y`, and whether it is filled."""
    top, s = y - 6.5, 7.0
    if shape == "now":
        c, side = 2.05, s - 4.1
        return (
            f"M{x + c:g} {top:g}h{side:g}l{c:g} {c:g}v{side:g}l{-c:g} {c:g}h{-side:g}l{-c:g} {-c:g}v{-side:g}Z"
        ), True
    if shape == "today":
        return f"M{x + s / 2:g} {top:g}l{s / 2:g} {s:g}h{-s:g}Z", True
    if shape in ("deadline", "routine"):
        hand = f"M{x + s / 2:g} {top + 1.5:g}v2h2" if shape == "deadline" else ""
        return f"{_round(x, top, s, s, s / 2)}{hand}", False
    if shape == "duty":
        return f"M{x + s / 2:g} {top:g}l{s / 2:g} {s / 2:g}l{-s / 2:g} {s / 2:g}l{-s / 2:g} {-s / 2:g}Z", True
    inner = {"with_consent": f"M{x:g} {top + s:g}L{x + s:g} {top:g}", "discuss": f"M{x + 2:g} {top + s / 2:g}h3"}
    return f"M{x:g} {top:g}h{s:g}v{s:g}h{-s:g}Z{inner.get(shape, '')}", shape == "must"


def _round(x: float, y: float, w: float, h: float, r: float) -> str:
    """A rectangle with round corners."""
    a = f"a{r:g} {r:g} 0 0 1"
    return (
        f"M{x + r:g} {y:g}h{w - 2 * r:g}{a} {r:g} {r:g}v{h - 2 * r:g}{a} {-r:g} {r:g}"
        f"h{2 * r - w:g}{a} {-r:g} {-r:g}v{2 * r - h:g}{a} {r:g} {-r:g}Z"
    )
