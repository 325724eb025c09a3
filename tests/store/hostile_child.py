"""Loads hostile files in a process of its own and reports: `hostile_child.py hostile|mutated FROM TO STACK_KB`.

Prints one JSON line a case: name, codes, findings without a line, CPU seconds, and what was raised. The last line has
the most memory that the process ever had, in MB.
"""

from __future__ import annotations

import json
import resource
import sys
import threading
import time
import traceback
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "store")]

from hostile import hostile, mutated  # noqa: E402

from guide.store.load import load_sources  # noqa: E402
from guide.store.sources import Sources, read_sources  # noqa: E402

AMONG_OTHERS = 5
"""Every so many damaged files are loaded with the shared ones, so that what they speak of is looked up, too."""


def cases(kind: str, start: int, stop: int) -> list[tuple[str, bytes, str]]:
    """The cases from `start` to `stop`."""
    if kind == "hostile":
        return list(islice(hostile(), start, stop))
    files = sorted(read_sources(ROOT).data.items())
    return [(name, data, "") for name, data in islice(mutated(files, stop), start, stop)]


def most_memory() -> float:
    """The most memory of this process, in MB. `ru_maxrss` would count what the process that started it had, too."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(name: str, data: bytes, expected: str, others: dict[str, bytes]) -> dict[str, object]:
    """What one case gives."""
    path = name if name.endswith(".yaml") else "trees/felles/kort.yaml"
    began = time.process_time()
    try:
        content = load_sources(Sources({**others, path: data}, (), ""))
    except BaseException:
        return {"name": name, "raised": traceback.format_exc(limit=4), "expected": expected}
    seconds = time.process_time() - began
    own = [finding for finding in content.findings if finding.file == path]
    return {
        "name": name,
        "expected": expected,
        "codes": [finding.code for finding in own],
        "lineless": [finding.code for finding in own if not finding.line],
        "text": str(own[0]) if own else "",
        "used": len(content.cards),
        "seconds": seconds,
    }


def main() -> None:
    """Run the cases, and say how much memory it took."""
    kind, start, stop = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    files = read_sources(ROOT).data
    shared = ("facts.yaml", "services.yaml", "laws.yaml", "pack.yaml")
    others = {name: data for name, data in files.items() if name.endswith(shared)} if kind == "mutated" else {}
    for index, case in enumerate(cases(kind, start, stop)):
        print(json.dumps(run(*case, others if index % AMONG_OTHERS == 0 else {})), flush=True)
    print(json.dumps({"memory": most_memory()}), flush=True)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    threading.stack_size(int(sys.argv[4]) * 1024)
    thread = threading.Thread(target=main)
    thread.start()
    thread.join()
