"""The proofs over a content: which there are to run, those known from before, the rest in several processes.

A verdict is kept by the hash of the content that its proof can see, of the code and, where it counts, of the day.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from guide.checks.proofs.parts import parts_of
from guide.checks.proofs.registry import DAY, PROOFS, Proof
from guide.checks.proofs.verdict import Broken, Verdict
from guide.core.content import Content
from guide.store.codec import plain
from guide.store.kept import Kept, code_stamp, key_of

FOLDER: Final = "proofs"
"""In the user's cache folder."""
CODE: Final = ("checks", "core")
LIBRARIES: Final = ("opening-hours-py", "tzdata")
LISTENS: Final = 0.2
"""Seconds between two times that `told` is called, however long a proof takes: somebody may want to stop it."""
Told = Callable[[int, int], None]
"""How many verdicts there are, and of how many. What it raises stops the proving, and the other processes."""


@dataclass(frozen=True, slots=True)
class Task:
    """One proof over one card or pack. `proof` is its place in the registry."""

    proof: int
    about: str


@dataclass(frozen=True, slots=True)
class Proved:
    """What a proof said. `kept`: it said so before, over the same content and code."""

    proof: Proof
    verdict: Verdict
    kept: bool = False


def tasks(content: Content, cards: Collection[str] = (), proofs: Collection[str] = ()) -> tuple[Task, ...]:
    """All that can be proved, or what these cards and proofs leave of it."""
    return tuple(
        Task(number, about)
        for number, proof in enumerate(PROOFS)
        if not proofs or proof.id in proofs
        for about in proof.over(content)
        if not cards or about in cards
    )


def prove(
    content: Content,
    day: date,
    wanted: Iterable[Task],
    cache: Path | None = None,
    jobs: int = 1,
    fresh: bool = False,
    told: Told | None = None,
) -> tuple[Proved, ...]:
    """The verdicts in the order of `wanted`, each once. `day` is the day in Oslo; verdicts are kept under `cache`.

    `fresh` proves everything again. With `jobs` above 1 other processes prove as well. `told` hears how far it is.
    Raises what a proof raises, and what `told` raises.
    """
    kept = Kept(cache / FOLDER) if cache else None
    ordered = tuple(dict.fromkeys(wanted))
    stamp = code_stamp(*CODE, libraries=LIBRARIES) if kept else ""
    keys = {task: _key(content, day, task, stamp) for task in ordered} if kept else {}
    found: dict[Task, Proved] = {}
    if kept and not fresh:
        known = {task: _verdict(kept.read(keys[task]), task) for task in ordered}
        found = {task: Proved(PROOFS[task.proof], verdict, True) for task, verdict in known.items() if verdict}
    left = [task for task in ordered if task not in found]

    def tell() -> None:
        if told:
            told(len(found), len(ordered))

    for task, verdict in _run(content, day, left, jobs, tell):
        found[task] = Proved(PROOFS[task.proof], verdict)
        if kept:
            kept.write(keys[task], asdict(verdict))
    if kept and left:
        kept.prune()
    return tuple(found[task] for task in ordered)


def _run(
    content: Content, day: date, left: list[Task], jobs: int, tell: Callable[[], None]
) -> Iterator[tuple[Task, Verdict]]:
    """Each task with its verdict, as they come. `tell` is called all the while, and may raise."""
    if jobs < 2 or len(left) < 2:
        for task in left:
            tell()
            yield task, _prove_one(content, day, task)
        return
    size = {name: len(card.nodes) for name, card in content.cards.items()}
    left.sort(key=lambda task: -size.get(task.about, 0))  # the largest first, so that none is left alone at the end
    # spawned, not forked: the same on every system, and nothing of the parent's threads or locks comes along
    context = multiprocessing.get_context("spawn")
    sent = _decoded(content), day
    _ready_to_spawn()
    others = set(multiprocessing.active_children())
    with ProcessPoolExecutor(min(jobs, len(left)), context, initializer=_begin, initargs=sent) as pool:
        try:
            futures = {pool.submit(_prove_here, task): task for task in left}
            waiting = set(futures)
            while waiting:
                tell()
                done, waiting = wait(waiting, LISTENS, FIRST_COMPLETED)
                yield from ((futures[future], future.result()) for future in done)
        except BaseException:
            # what nobody waits for any more is not proved to its end
            for child in set(multiprocessing.active_children()) - others:
                child.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _ready_to_spawn() -> None:
    """Starts what Python starts once beside spawned processes, with a real stderr: in the app it has no number."""
    if os.name == "posix":
        from multiprocessing import resource_tracker

        with contextlib.redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()


def _decoded(content: Content) -> Content:
    """The content as another process can be given it: compiled content decodes its cards one by one when asked."""
    return replace(
        content,
        cards=dict(content.cards),
        lists=dict(content.lists),
        laws=dict(content.laws),
        measures=dict(content.measures),
        arenas=dict(content.arenas),
        factors=dict(content.factors),
        terms=dict(content.terms),
        topics=dict(content.topics),
    )


_here: tuple[Content, date] | None = None
"""In a process of the pool: what is proved."""


def _begin(content: Content, day: date) -> None:
    global _here
    _here = content, day
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Nobody waits for a proof whose asker was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _prove_here(task: Task) -> Verdict:
    assert _here is not None  # noqa: S101  (the pool's own initializer has run)
    return _prove_one(*_here, task)


def _prove_one(content: Content, day: date, task: Task) -> Verdict:
    proof = PROOFS[task.proof]
    return proof.run(parts_of(content, task.about, proof.rests_on), task.about, day)


def _key(content: Content, day: date, task: Task, stamp: str) -> str:
    """The hash of everything that the verdict can depend on."""
    proof = PROOFS[task.proof]
    seen = plain(parts_of(content, task.about, proof.rests_on))
    return key_of((stamp, task.proof, proof.id, task.about, day.isoformat() if DAY in proof.rests_on else "", seen))


def _verdict(data: Any, task: Task) -> Verdict | None:
    """A kept verdict, None where what was kept is none, or another's."""
    try:
        broken = tuple(Broken(**{**item, "way": tuple(item["way"])}) for item in data["broken"])
        verdict = Verdict(**{**data, "broken": broken})
        texts = [text for item in broken for text in (item.code, item.card, item.node, item.what, item.severity)]
        right = all(isinstance(text, str) for text in (*texts, *(line for item in broken for line in item.way)))
        numbers = isinstance(verdict.states, int) and isinstance(verdict.seconds, float)
    except (TypeError, KeyError, AttributeError):
        return None
    mine = (verdict.proof, verdict.about) == (PROOFS[task.proof].id, task.about)
    return verdict if right and numbers and mine else None
