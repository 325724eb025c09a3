"""`tiltakskort route` and `contacts` as whole processes, beside the start of Python and `import yaml`, in one run.

`python tests/bench/bench_process.py`. The content is compiled before the first round, as it is for everybody after
the first start; home and cache are folders of the measurement's own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.measure import Row, interleaved, of_children, table

ROOT = Path(__file__).resolve().parents[2]

BARE, YAML = "`python -c pass`", '`python -c "import yaml"`'
AT = "2026-11-23T18:00"
FACTS = (
    "akutt_fare=nei mistanke_vold=konkret mistenkt=foresatt voldstype=fysisk ferske_spor=nei avverging=nei alder=4 "
    "utreise_unndragelse=nei henting=ikke_i_dag selvmordsfare=nei tegn_selvskade=nei andre_barn=nei meldt_for=nei "
    "barnets_kommune=samme eier=kommune rolle=ansatt"
)
ROUTE = ["route", "stange/barnehage", "--at", AT, *(part for fact in FACTS.split() for part in ("--fact", fact))]
VERBS = {
    "`tiltakskort route …`": ROUTE,
    "`tiltakskort route … --json`": [*ROUTE, "--json"],
    "`tiltakskort contacts --pack stange`": ["contacts", "--pack", "stange", "--at", AT],
    "`tiltakskort contacts --pack ringsaker`": ["contacts", "--pack", "ringsaker", "--at", AT],
}
GOAL = 3
RUN = "from guide.cli.main import run; run()"
STILL_OPEN = 3


def rows(rounds: int = 15) -> tuple[list[Row], list[str]]:
    """What was measured as ratios, and notes for the reader."""
    with tempfile.TemporaryDirectory() as home:
        environment = _environment(home)
        commands = {
            BARE: [sys.executable, "-c", "pass"],
            YAML: [sys.executable, "-c", "import yaml"],
            **{name: [sys.executable, "-c", RUN, *arguments] for name, arguments in VERBS.items()},
        }
        starts = {name: partial(_start, command, environment) for name, command in commands.items()}
        times = interleaved(starts, rounds, of_children)
    found = [Row(name, YAML, times[name] / times[YAML], most=GOAL) for name in VERBS]
    found += [Row(name, BARE, times[name] / times[BARE]) for name in (YAML, *VERBS)]
    return found, ["Hele prosessen er målt, fra start til slutt, med kompilert innhold."]


def _environment(home: str) -> dict[str, str]:
    """The environment without the developer's own settings and folders, with bytecode kept as after an installation."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "TILTAKSKORT_", "PYTHON"))
    }
    own = dict.fromkeys(("HOME", "APPDATA", "LOCALAPPDATA", "PYTHONPYCACHEPREFIX"), home)
    return {**kept, **own, "PYTHONPATH": str(ROOT)}


def _start(command: list[str], environment: dict[str, str]) -> None:
    """One process, to its end. Raises RuntimeError where it fails."""
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    if done.returncode not in (0, STILL_OPEN):
        raise RuntimeError(f"{command}: {done.stderr.decode(errors='replace')}")


if __name__ == "__main__":
    measured, said = rows()
    print(table(measured), *said, sep="\n")
