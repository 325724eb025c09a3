"""Who notices small mistakes in the cards: a table by kind, and the mistakes that nobody notices as cases to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from guide.core.text import clean
from guide.service.checking.mutating import ACCEPTED, CHECK, NOBODY, PROOF, SITUATION, Judged

WHO: Final = (CHECK, SITUATION, PROOF, ACCEPTED, NOBODY)
NAMES: Final = {
    CHECK: "check",
    SITUATION: "situasjon",
    PROOF: "bevis",
    ACCEPTED: "godkjent",
    NOBODY: "ingen",
}
KINDS: Final = {
    "svar-flyttet": "et svar leder et annet sted",
    "vet-ikke-som-nei": "«vet ikke» leder dit «nei» leder",
    "steg-borte": "et steg er tatt ut",
    "frist-flyttet": "en frist er flyttet én dag",
    "kortere-tid": "en kontakt har kortere åpningstid",
    "meldeplikt-svekket": "svaret på meldeplikten er svakere",
    "hast-svekket": "rådet haster mindre",
    "foresatte-for-tidlig": "foresatte får vite det for tidlig",
    "plikt-borte": "en plikt er ikke nevnt",
    "virkning-borte": "det steget gjør, er ikke nevnt",
    "feil-tjeneste": "rådet viser til feil tjeneste",
}
HEAD: Final = f"{'Feilen':<38}{'gjort':>6}" + "".join(f"{NAMES[who]:>11}" for who in WHO)
ROW: Final = "{kind:<38}{made:>6}" + "".join(f"{{n{number}:>11}}" for number in range(len(WHO)))
ALL: Final = "alle"
SURVIVOR: Final = "{file}:{line}: {what}"
SUMMARY: Final = "{percent} % av {all} feil blir oppdaget. Ikke oppdaget: {left}."
CASES: Final = "Ingen oppdager disse. Skriv en situasjon som går forbi stedet, og si hva den skal gi:"
BY_CHANGE: Final = "«Godkjent» betyr at en situasjon viser noe annet enn sist den ble lest, ikke at noe er galt."


def percent(judged: Sequence[Judged]) -> float:
    """The share that somebody notices, 100 where there are none."""
    return 100 * sum(bool(one.by) for one in judged) / len(judged) if judged else 100.0


def as_text(judged: Sequence[Judged]) -> Iterator[str]:
    """The table, and a line for each that nobody notices."""
    yield HEAD
    kinds = list(dict.fromkeys(one.mutant.kind for one in judged))
    for kind in sorted(kinds, key=list(KINDS).index):
        yield _row(KINDS[kind], [one for one in judged if one.mutant.kind == kind])
    yield _row(ALL, judged)
    yield ""
    left = survivors(judged)
    if left:
        yield CASES
        yield from (survivor(one) for one in left)
        yield ""
    yield BY_CHANGE
    yield SUMMARY.format(percent=_shown(judged), all=len(judged), left=len(left))


def as_data(judged: Sequence[Judged]) -> dict[str, Any]:
    """The same as data for JSON."""
    return {
        "made": len(judged),
        "noticed": sum(bool(one.by) for one in judged),
        "by": {NAMES[who]: sum(one.by == who for one in judged) for who in WHO},
        "kinds": [
            {"kind": kind, "made": made, "noticed": sum(one.mutant.kind == kind and bool(one.by) for one in judged)}
            for kind, made in Counter(one.mutant.kind for one in judged).items()
        ],
        "mutants": [
            {
                "kind": one.mutant.kind,
                "file": one.mutant.file,
                "line": one.mutant.line,
                "what": clean(one.mutant.what),
                "by": NAMES[one.by] if one.by else None,
                "told": one.told or None,
            }
            for one in judged
        ],
    }


def survivors(judged: Sequence[Judged]) -> list[Judged]:
    """The mistakes that nobody notices."""
    return [one for one in judged if not one.by]


def survivor(one: Judged) -> str:
    """One of them in a line."""
    mutant = one.mutant
    return clean(SURVIVOR.format(file=mutant.file, line=mutant.line, what=mutant.what))


def counts(judged: Sequence[Judged]) -> list[int]:
    """How many were made, and how many each noticed, in the order of `WHO`."""
    return [len(judged), *(sum(one.by == who for one in judged) for who in WHO)]


def _row(kind: str, judged: Sequence[Judged]) -> str:
    made, *by = counts(judged)
    return ROW.format(kind=kind, made=made, **{f"n{number}": count for number, count in enumerate(by)})


def _shown(judged: Sequence[Judged]) -> str:
    """Rounded down, so that 94.96 is not shown as reached."""
    return f"{int(percent(judged) * 10) / 10:.1f}".replace(".", ",")
