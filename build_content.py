"""Build hook: the content is compiled when the wheel is made, so that staff never pay for YAML and validation."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledContent(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `compiled.json` beside the trees and contacts in the wheel. Content with errors makes no wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles before the files are gathered. `version` is `editable` for a checkout, which compiles as it runs."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from guide.store.compiled import write_compiled
        from guide.store.load import load

        content = load(root)
        errors = [str(finding) for finding in content.findings if finding.severity == "error"]
        if errors:
            raise SystemExit("\n".join(errors))
        folder = Path(self.directory) / "_content"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        target = folder / "compiled.json"
        write_compiled(content, target)
        build_data["force_include"][str(target)] = "guide/_content/compiled.json"
