"""All measurements in one go, written as a page: `python tests/bench/run.py`.

The peers come with `pip install .[bench]`; one that is missing is named on the page as not measured.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench import bench_app, bench_process, bench_proofs, bench_routes, load_rows
from tests.bench.measure import table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "maalinger.md"
TEXT = """\
# Målinger

Målt {date} på to delte kjerner i en virtuell maskin, Python {python}. Kjør dem selv:

```
pip install .[bench]
python tests/bench/run.py
```

Tidene svinger med maskinen, forholdene gjør det ikke. Derfor står det bare forhold her: medianer av runder der alt som
sammenlignes, kjøres om hverandre (A B C, A B C …) i samme måling. Det som måles, er prosessortid: på en delt maskin
teller klokka på veggen de andres arbeid også. Der det er klokka, står det. Et høyt tall er dårlig der målet er
«høyst», og bra der målet er «minst».

{parts}
"""
PARTS = (
    ("En hel rute gjennom et kort", bench_routes.rows),
    ("Hele prosesser", bench_process.rows),
    ("Appen i en ekte terminal", bench_app.rows),
    ("Lasting av innhold fra YAML", load_rows.rows),
    ("Bevis over alle veier", bench_proofs.rows),
)


def main() -> None:
    """Measures, prints and writes the page."""
    parts = []
    for title, measure in PARTS:
        found, notes = measure()
        parts.append("\n\n".join([f"## {title}", table(found), *notes]))
        print(parts[-1], "\n", flush=True)
    python = ".".join(map(str, sys.version_info[:2]))
    PAGE.write_text(
        TEXT.format(date=date.today().isoformat(), python=python, parts="\n\n".join(parts)), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
