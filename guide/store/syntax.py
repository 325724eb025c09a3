"""libyaml's complaints → findings in plain Norwegian."""

from __future__ import annotations

from typing import Final

import yaml

from guide.core.findings import Finding
from guide.store.wording import NOWHERE, Place, say

# The first text found in libyaml's problem decides. True: the place is where the thing began (the context).
_PROBLEMS: Final[tuple[tuple[str, str, bool], ...]] = (
    ("found a tab", "yaml-tabulator", False),
    ("mapping values are not allowed", "yaml-kolon", False),
    ("could not find expected ':'", "yaml-mangler-kolon", True),
    ("did not find expected ',' or ']'", "yaml-firkantklamme", True),
    ("did not find expected ',' or '}'", "yaml-krollklamme", True),
    ("found unexpected end of stream", "yaml-anforsel", True),
    ("found unexpected document indicator", "yaml-anforsel", True),
    ("cannot start any token", "yaml-tegn", False),
    ("escape", "yaml-escape", False),
    ("did not find expected hexdecimal", "yaml-escape", False),
    ("invalid Unicode character code", "yaml-escape", False),
    ("did not find expected '-' indicator", "yaml-strek", False),
    ("block sequence entries are not allowed", "yaml-liste-her", False),
    ("did not find expected key", "yaml-nokkel", False),
    ("did not find expected <document start>", "yaml-nokkel", False),
    ("did not find expected node content", "yaml-innhold", False),
    ("directive", "direktiv", False),
    ("undefined tag handle", "tagg", False),
    ("anchor", "anker", False),
    ("alias", "alias", False),
    ("tag", "tagg", True),
)


def syntax_fault(error: yaml.YAMLError, name: str, text: str) -> Finding:
    """The finding for what the parser could not read, at the line where the writer should look."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return say("yaml", name, NOWHERE)
    problem = f"{error.problem or ''} {error.context or ''}"
    code, began = next(((code, began) for part, code, began in _PROBLEMS if part in problem), ("yaml", False))
    mark = (error.context_mark if began else error.problem_mark) or error.problem_mark or error.context_mark
    if mark is None:
        return say(code, name, NOWHERE)
    lines = max(1, text.count("\n") + (not text.endswith("\n")))
    return say(code, name, Place(min(mark.line + 1, lines), mark.column + 1))
