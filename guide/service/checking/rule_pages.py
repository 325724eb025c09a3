"""The pages on the rules, docs/regler/*.md, made from the docstrings that stand with the code.

`python -m guide.service.checking.rule_pages FOLDER` writes them, and deletes pages of rules that are gone.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Final

from guide.checks.registry import FAMILIES, RULES
from guide.core.findings import ERROR

INDEX: Final = "README"
SEVERITY = {ERROR: "feil. Innholdet kan ikke tas i bruk slik", "warning": "varsel. Noen bør se på det"}
PAGE = "# {title}\n\nKode: {codes}. Alvor: {severity}.\n\n{body}\n"
PAGE_WAITING = """\
# {title}

Kode: {codes}. Alvor: {severity}.

Regelen venter til ingenting annet har feil. Før det kan den ikke vite hva som er i bruk.

{body}
"""
LOADED = "feil. Fila, kortet eller kontakten er ute av bruk til det er rettet"
HEAD = """\
# Regler for innholdet

`tiltakskort check` leser alle kort, lister og kontakter og sier fra om det som er galt. Hver regel har en kode og en
side. Sidene er laget av `python -m guide.service.checking.rule_pages docs/regler`. Rett dem i koden, ikke her.

## Regler om det kortene sier
"""
SECOND = """
## Regler om hvordan filene er skrevet
Disse finner programmet når det leser filene. Kodene står på siden.
"""
LINE = "- [{code}]({code}.md): {title}"


def pages() -> dict[str, str]:
    """File name → text of every page, the index among them."""
    found, rules, families = {}, [], []
    for rule in RULES:
        title, body = split(rule.page)
        head = PAGE_WAITING if rule.whole else PAGE
        found[f"{rule.code}.md"] = head.format(
            title=title, codes=f"`{rule.code}`", severity=SEVERITY[rule.severity], body=body
        )
        rules.append(LINE.format(code=rule.code, title=title))
    for family in FAMILIES:
        title, body = split(family.page)
        codes = ", ".join(f"`{code}`" for code in family.codes)
        found[f"{family.name}.md"] = PAGE.format(title=title, codes=codes, severity=LOADED, body=body)
        families.append(LINE.format(code=family.name, title=title))
    found[f"{INDEX}.md"] = HEAD + "\n".join(rules) + "\n" + SECOND + "\n".join(families) + "\n"
    return found


def split(page: str) -> tuple[str, str]:
    """The title of a page and what stands under it."""
    title, _, body = page.partition("\n")
    return title.strip(), body.strip()


@cache
def _names() -> dict[str, str]:
    return {
        **{rule.code: rule.code for rule in RULES},
        **{code: family.name for family in FAMILIES for code in family.codes},
    }


def page_name(code: str) -> str:
    """The page that a code stands on. Raises KeyError for a code that nobody has written of."""
    return _names()[code]


def main(arguments: list[str]) -> int:
    """Write all pages into a folder."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for old in folder.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
