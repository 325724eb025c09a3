"""P5 agrees with brute force over every pair of walks on small random cards."""

from __future__ import annotations
