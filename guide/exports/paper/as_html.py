"""A document as one HTML file: no script, nothing fetched, its own style for the screen and for A4 paper."""

from __future__ import annotations

from html import escape as escape_html
from typing import Final

from guide.exports.paper.document import (
    Blank,
    Document,
    Heading,
    Items,
    Pair,
    Paragraph,
    Simple,
    Span,
    Table,
    Text,
    one_line,
)

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
LINE: Final = "____________________________ "
STYLE: Final = """\
@page { size: A4; margin: 22mm 12mm 14mm }
* { box-sizing: border-box }
body { font: 10pt/1.3 "Liberation Sans", Arial, Helvetica, sans-serif; color: #111; margin: 0 auto; padding: 4mm }
body { max-width: 194mm }
.top { background: #9c1c1c; color: #fff; padding: 2mm 4mm; margin: 0; list-style: none; font-size: 11pt }
.top { display: flex; flex-wrap: wrap; gap: 0 6mm }
.top b { font-size: 15pt }
h1 { font-size: 18pt; margin: 4mm 0 1mm }
h2, caption { font-size: 12.5pt; color: #123b53 }
h2 { margin: 4mm 0 1mm; border-bottom: .4mm solid #1d4e6b; break-after: avoid }
h3 { font-size: 10.5pt; margin: 1mm 0; color: #123b53; break-after: avoid }
.facts { display: flex; flex-wrap: wrap; gap: 0 6mm; margin: 1mm 0 }
.facts div { display: flex; gap: 1mm }
dd { margin: 0; font-weight: bold }
p { margin: 1mm 0 }
.quiet { font-size: 9pt; color: #444 }
.pair { display: grid; gap: 5mm }
.whole { white-space: nowrap }
.panel { background: #f2ece0; padding: 2mm 3mm; margin: 2mm 0 }
.panel h2 { border: 0; margin-top: 0 }
ul { margin: 0; padding-left: 5mm }
li { margin: .5mm 0; break-inside: avoid }
ul.do { list-style: "\\2610  " }
ul.dont { list-style: "\\00d7  " }
table { border-collapse: collapse; width: 100%; margin: 2mm 0 }
caption { text-align: left; font-weight: bold }
th, td { text-align: left; vertical-align: top; border-bottom: .2mm solid #999; padding: .6mm 2mm .6mm 0 }
tr { break-inside: avoid }
thead { display: table-header-group }
footer { font-size: 9pt; color: #444; margin-top: 3mm }
@media screen and (max-width: 40em) { .pair { display: block } }
@media print {
  body { padding: 0; font-size: 9pt }
  .top, .panel { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .top { position: fixed; top: -17mm; left: 0; right: 0 }
}
"""


def escape(text: str) -> str:
    """`text` as one line that a browser shows as it stands, between tags and in a quoted attribute."""
    return escape_html(one_line(text), quote=True)


def as_html(document: Document) -> str:
    """The whole page, ending in a newline."""
    top = "".join(f"<li><b>{escape(number)}</b> {escape(who)}</li>" for number, who in document.top)
    facts = "".join(f"<div><dt>{escape(name)}:</dt><dd>{escape(value)}</dd></div>" for name, value in document.facts)
    title, body = escape(document.title), "\n".join(_block(block) for block in document.blocks)
    return f"""<!doctype html>
<html lang="{escape(document.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{escape(document.author)}">
<title>{title}</title>
<style>
{STYLE}</style>
</head>
<body>
<ul class="top">{top or f"<li>{escape(document.mark)}</li>"}</ul>
<main>
<h1>{title}</h1>
<p>{escape(document.about)}</p>
<dl class="facts">{facts}</dl>
{body}
</main>
<footer>{escape(document.foot)}</footer>
</body>
</html>
"""


def _block(block: Simple | Pair) -> str:
    if isinstance(block, Pair):
        sides = "".join(f"<div>{''.join(_block(part) for part in side)}</div>" for side in (block.left, block.right))
        shares = "fr ".join(str(share) for share in block.shares)
        kind = "pair panel" if block.panel else "pair"
        return f'<div class="{kind}" style="grid-template-columns: {shares}fr">{sides}</div>'
    if isinstance(block, Heading):
        number = f"{escape(block.number)} " if block.number else ""
        return f"<h{block.level + 1}>{number}{escape(block.text)}</h{block.level + 1}>"
    if isinstance(block, Items):
        items = "".join(f"<li>{_text(item)}</li>" for item in block.items)
        return f'<ul class="{block.kind}">{items}</ul>'
    if isinstance(block, Paragraph):
        kind = ' class="quiet"' if block.quiet else ""
        return f"<p{kind}>{_text(block.text)}</p>"
    if isinstance(block, Blank):
        return f"<p>{escape(block.label)}: {LINE * block.lines}</p>"
    return _table(block)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.header)
    rows = "".join(
        f'<tr><th scope="row">{_text(row[0])}</th>{"".join(f"<td>{_text(cell)}</td>" for cell in row[1:])}</tr>'
        for row in table.rows
    )
    caption = f"<caption>{escape(table.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _text(text: Text) -> str:
    return " ".join(_span(span) for span in text if one_line(span.text))


def _span(span: Span) -> str:
    said = escape(span.text)
    said = f'<span class="whole">{said}</span>' if span.whole else said
    return f"<strong>{said}</strong>" if span.strong else said
