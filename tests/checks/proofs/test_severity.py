"""P5 agrees with brute force over every pair of walks on small random cards."""

from __future__ import annotations

import pytest

from guide.checks.proofs.severity import prove_severity
from tests.checks.proofs.pairs_of_walks import Brute
from tests.checks.proofs.random_cards import CARD, Shape, random_content
from random import Random
from guide.core.lay import lay
