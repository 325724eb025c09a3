"""Nothing depends on a key ring of the system: each of the three ways opens the store by itself (ADR 29)."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

from guide.store.cases.crypto import LEAST, new_pair
from guide.store.cases.open import create
from tests.cases.made import NOON, PHRASE

ROOT = Path(__file__).resolve().parents[2]
RINGS = frozenset({"keyring", "secretstorage", "jeepney", "dbus", "win32cred", "win32ctypes"})
OPENS = """
import sys
from pathlib import Path
from guide.store.cases.open import by_code, by_municipality, by_passphrase
folder, phrase, code, private = Path(sys.argv[1]), *sys.argv[2:]
for store in (by_passphrase(folder, phrase), by_code(folder, code), by_municipality(folder, bytes.fromhex(private))):
    print(len(store.listing().heads))
print(sorted(set(sys.modules) & {RINGS}))
"""


def test_no_module_knows_a_key_ring() -> None:
    """None is imported anywhere in guide/, and none is asked for by the package."""
    found = set()
    for path in (ROOT / "guide").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found |= {name.partition(".")[0].casefold() for name in names}
    assert {"cryptography", "sqlite3"} <= found, "the search sees imports inside functions"
    assert not found & RINGS
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert not [name for name in wanted if name.casefold().startswith(tuple(RINGS))]


def test_each_way_opens_without_a_desktop(tmp_path: Path) -> None:
    """In a process with nothing in its environment: passphrase, code, the municipality's key."""
    private, public = new_pair()
    store, code = create(tmp_path / "saker", PHRASE, NOON, LEAST, municipality=public)
    store.start([b"en"], "", [], NOON)
    store.db.close()
    code_run = OPENS.replace("{RINGS}", repr(set(RINGS)))
    done = subprocess.run(
        [sys.executable, "-c", code_run, str(store.folder), PHRASE, code, private.hex()],
        cwd=ROOT, env={"LANG": "C.UTF-8"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["1", "1", "1", "[]"]
