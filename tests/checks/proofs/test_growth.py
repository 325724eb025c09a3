"""What a proof looks at grows with the card and not with its routes; the cards of the measurement hold."""

from __future__ import annotations

import pytest

from guide.checks.proofs.parts import parts_of
from guide.checks.proofs.registry import PROOFS, Proof
from guide.checks.proofs.verdict import Verdict
from guide.core.lay import lay
from tests.bench.bench_proofs import DAY, search
from tests.bench.made import plain
from tests.bench.made_proofs import CARD, PACK, provable


def proved(proof: Proof, nodes: int) -> Verdict:
    """One proof over a made card, or its pack."""
    content = provable(nodes, 3)
    about = next(name for name in (CARD, PACK) if name in proof.over(content))
    return proof.run(parts_of(content, about, proof.rests_on), about, DAY)


@pytest.mark.parametrize("number", range(len(PROOFS)), ids=lambda number: f"{number}-{PROOFS[number].id}")
def test_states_grow_no_faster_than_nodes(number: int) -> None:
    """Ten times the nodes, with routes beyond counting: about ten times the states at most, and it holds."""
    few, many = (proved(PROOFS[number], nodes) for nodes in (100, 1_000))
    assert few.holds, few.broken[:3]
    assert many.holds, many.broken[:3]
    assert 0 < few.states <= many.states <= 2 * 10 * few.states


def test_the_floor_sees_every_node() -> None:
    """The graph search that the proofs are measured against looks at the whole card."""
    laid = lay(provable(100, 3), CARD)
    own = [name for name in laid.nodes if not name.startswith("!")]
    assert search(plain(laid), laid.start) == len(own)
