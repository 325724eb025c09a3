"""Fifty texts that somebody could write or paste, each of which some reader of some format would act on."""

from __future__ import annotations

from typing import Final

FORMULAS: Final = (
    "=1+1",
    '=HYPERLINK("http://evil.example";"x")',
    "@SUM(A1)",
    "+47 123 45 678",
    "-2+3",
    "|calc",
    "=cmd|' /C calc'!A0",
)
MARKDOWN: Final = (
    "# Overskrift",
    "[lenke](javascript:alert(1))",
    "![bilde](file:///etc/passwd)",
    "<https://evil.example>",
    "https://evil.example/a",
    "mailto:a@evil.example",
    "| a | b |",
    "- punkt",
    "1. punkt",
    "> sitat",
    "```kode```",
    "*uthevet* _skraa_",
    "~~borte~~",
    "---",
    "[x]: http://evil.example",
)
HTML: Final = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</w:t></w:r><w:r><w:t>ny",
    '<w:hyperlink r:id="rId1">x</w:hyperlink>',
    "&lt;b&gt; &amp; &#x1b;",
    "<!-- skjult -->",
    "<![CDATA[x]]>",
    '<?xml version="1.0"?>',
)
WORD: Final = (
    '{ HYPERLINK "http://evil.example" }',
    "{ INCLUDETEXT c:\\x }",
    "DDEAUTO c:\\windows\\system32\\cmd.exe",
    "MERGEFIELD navn",
)
TYPST: Final = (
    '#import "x.typ"',
    '#read("/etc/passwd")',
    "$x^2$ @x <y>",
    '"); #panic("x")',
    "// kommentar",
    "= Tittel",
    '#link("http://evil.example")[x]',
)
CALENDAR: Final = (
    "x\r\nATTENDEE:mailto:a@evil.example",
    "x\nEND:VEVENT\nBEGIN:VEVENT",
    "a;b,c\\d",
    "URL:http://evil.example",
    "BEGIN:VALARM",
)
SIGNS: Final = (
    "\x1b[31mrød",
    "\x1b]8;;http://evil.example\x1b\\x",
    "\u202eabc\u202c",
    "nul\x00l",
    "a\u200bb",
    "halv\ud800",
    "\u2028linje",
)

TEXTS: Final = (*FORMULAS, *MARKDOWN, *HTML, *WORD, *TYPST, *CALENDAR, *SIGNS)
