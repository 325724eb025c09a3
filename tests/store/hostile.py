"""Files that would harm a careless reader, each with the code of the finding that it must give («» = harmless).

Made from tables, so that every kind of trick comes in several sizes and disguises. `hostile()` gives those by hand,
`mutated()` the shipped files with seeded damage.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

Case = tuple[str, bytes, str]

HIDDEN = (
    *(i for i in range(32) if i not in (9, 10, 13)), 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x17B4,
    0x180E, 0x200B, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x3164, 0xFE0F,
    0xFEFF, 0xFFA0, 0xFFFC, 0xE0001, 0xE007F,
)  # fmt: skip
TAGS = (
    "!!python/object/apply:os.system ['echo x']", "!!python/name:os.system", "!!python/object/new:type {}", "!!int 3",
    "!!str tekst", "!!binary aGVp", "!!timestamp 2026-01-01", "!!set {a, b}", "!!omap []", "!lokal x",
    "!<tag:yaml.org,2002:str> x", "! tekst",
)  # fmt: skip
DEPTHS = (25, 60, 201, 1_000, 3_200, 30_000, 100_000)
NESTED = (
    ("[", "]"),
    ("{a: ", "}"),
    ("[a, ", "]"),
    ('{"a": ', "}"),
    ("[\n", "]"),
    ('["]]]]", ', "]"),
    ("[ # ]]]\n", "]"),
)
SYNTAX = (
    ("a: [b", "yaml-firkantklamme"), ("a: {b: c", "yaml-krollklamme"), ("a: [b}", "yaml-firkantklamme"),
    ("a: {b]", "yaml-krollklamme"), ('a: "b', "yaml-anforsel"), ("a: 'b", "yaml-anforsel"),
    ('a: "b\nc: d\n', "yaml-anforsel"), ('a: "b\n---\n', "yaml-anforsel"), ("a: b: c", "yaml-kolon"),
    ("a: b\n  c: d", "yaml-kolon"), ("a: Klokka: ti", "yaml-kolon"), ("a: 'b' c", "yaml-nokkel"),
    ("a:\n  - b\n c: d", "yaml-nokkel"), ("a: b\n- c", "yaml-nokkel"), ("- a\nb: c", "yaml-strek"),
    ("a: - b", "yaml-liste-her"), ("a\nb: c", "yaml-kolon"), ("a: b\nc\n", "yaml-mangler-kolon"),
    ("\ta: b", "yaml-tegn"), ("a:\n\tb: c", "yaml-tegn"),
    ("a: @b", "yaml-tegn"), ("a: `b`", "yaml-tegn"), ("a: %b", "yaml-tegn"), ('a: "\\q"', "yaml-escape"),
    ('a: "\\xzz"', "yaml-escape"), ('a: "\\ud800"', "yaml-escape"), ('a: "\\UFFFFFFFF"', "yaml-escape"),
    ("a: |99\n b", "yaml"), ("a: >x\n b", "yaml"), ("]", "yaml-innhold"), ("}", "yaml-innhold"),
    (", a", "yaml-innhold"), ("a: [,]", "yaml-innhold"),
    ("a: *", "alias"), ("a: &", "anker"), ("a: *b", "alias"), ("a: &b c", "anker"), ("&a b: c", "anker"),
    ("a: &b {c: d}", "anker"), ("a: &b [c]", "anker"), ("a: &a [*a]", "anker"), ("%YAML 1.1\n---\na: b", "direktiv"),
    ("%TAG ! tag:x,2000:\n---\na: b", "direktiv"), ("%x\na: b", "direktiv"), ("a: b\n---\nc: d", "flere-dokumenter"),
    ("---\na: b\n---\n", "flere-dokumenter"), ("a: b\n...\n---\nc: d", "flere-dokumenter"), ("", "tom-fil"),
    ("\n\n\n", "tom-fil"), ("# bare en merknad", "tom-fil"), ("---\n", "tom-fil"), ("   ", "tom-fil"),
    ("[a]: b", "nokkel-ikke-tekst"), ("{a: b}: c", "nokkel-ikke-tekst"), ("? [a, b]\n: c", "nokkel-ikke-tekst"),
    ("? - a\n: b", "nokkel-ikke-tekst"), ("{? {a: b} : c}", "nokkel-ikke-tekst"), ("? \n: a", "tom-nokkel"),
    ("'': a", "tom-nokkel"), ('"": a', "tom-nokkel"), ("{: a}", "yaml-innhold"), ("a: [", "yaml-innhold"),
    ("<<: {a: b}", "fletting"),
    ("<<: [{a: b}]", "fletting"), ("a: {<<: {b: c}}", "fletting"), ("'<<': {a: b}", "fletting"),
    ("a: 1\na: 2", "dobbel-nokkel"), ("a: 1\n'a': 2", "dobbel-nokkel"), ('a: 1\n"\\x61": 2', "dobbel-nokkel"),
    ("{a: 1, a: 2}", "dobbel-nokkel"), ("b:\n  - a: 1\n    a: 2", "dobbel-nokkel"), ("å: 1\nå: 2", "dobbel-nokkel"),
    ("å: 1\na\u030a: 2", "dobbel-nokkel"), ("no: 1\nno: 2", "dobbel-nokkel"), ("a: x\rb: y", "skjult-tegn"),
)  # fmt: skip
SHAPES = (
    ("tekst", "skal-vare-gruppe"), ("[a, b]", "skal-vare-gruppe"), ("- a\n- b", "skal-vare-gruppe"),
    ("{}", "nokkel-mangler"),
    ("a: b", "nokkel-mangler"), ("format: 2", "feil-format"), ("format: en", "feil-format"),
    ("format: [1]", "feil-format"),
    ("nodes: []", "skal-vare-gruppe"), ("nodes: {}", "for-fa"), ("nodes: {a: b}", "skal-vare-gruppe"),
    ("nodes: {a: {}}", "node-uten-slag"), ("nodes: {a: {ask: b, task: c}}", "node-to-slag"),
    ("nodes: {Å: {exit: a, alone: b}}", "feil-form"), ("nodes: {a: {ask: []}}", "skal-vare-tekst"),
    ("nodes: {a: {ask: {b: c}}}", "skal-vare-tekst"), ("nodes: {a: {ask:  , fact: b}}", "tekst-mangler"),
    ("nodes: {a: {task: b, does: contacts_leader}}", "skal-vare-liste"), ("title: [a]", "skal-vare-tekst"),
    ("nodes: {a: {task: b, does: [ringer]}}", "ukjent-verdi"), ("card: a b", "feil-form"),
    ("card: ../../x", "feil-form"),
    ("nodes: {a: {outcome: b, urgency: Now}}", "ukjent-verdi-naer"), ("__class__: a", "ukjent-nokkel"),
    ("nodes: {a: {ask: b, answer: {}}}", "ukjent-nokkel-naer"),
    ("nodes: {a: {record: b, fields: [c]}}", "skal-vare-gruppe"),
    ("title: " + "a" * 2_001, "tekst-for-lang"), ("nodes: {" + "a" * 81 + ": {exit: a, alone: b}}", "tekst-for-lang"),
)  # fmt: skip
NO_LINE = frozenset({"tom-fil", "for-stor-fil", "for-mye", "mangler-fil", "ukjent-fil"})
"""Faults that stand nowhere in particular."""


def hostile() -> Iterator[Case]:
    """The files made by hand."""
    yield from _encodings()
    for sign in HIDDEN:
        yield f"raw {sign:04X}", f"a: b{chr(sign)}c\n".encode(), "skjult-tegn"
        yield f"escaped {sign:04X}", f'x: y\na: "b\\U{sign:08X}c"\n'.encode(), "skjult-escape"
    for code in ("\\e]52;c;aGVp\\e\\\\", "\\e[2J", "\\N", "\\L", "\\P", "\\0", "\\a", "\\b", "\\v", "\\f", "\\r"):
        yield f"short {code}", f'a: "{code}"\n'.encode(), "skjult-escape"
    for tag in TAGS:
        yield f"tag {tag}", f"a: {tag}\n".encode(), "tagg"
    for depth in DEPTHS:
        yield from _deep(depth)
    for text, code in (*SYNTAX, *SHAPES):
        yield f"text {text[:30]!r}", text.encode(), code
    yield from _bombs()
    yield from _sizes()


def _encodings() -> Iterator[Case]:
    text = "a: blåbær\n"
    for name in ("latin-1", "cp1252", "iso8859-15", "cp865"):
        yield name, text.encode(name), "ikke-utf8"
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"):
        code = "utf16" if name in ("utf-16", "utf-32") else "ikke-utf8"
        yield name, text.encode(name), code
    yield "bom", text.encode("utf-8-sig"), "bom"
    for name, data in {
        "cut": b"a: bl\xc3", "overlong": b"a: \xc0\xaf", "surrogate": b"a: \xed\xa0\x80", "ff": b"a: b\n\xff",
        "f5": b"\xf5",
        "lone": b"a: \x80b", "past": b"a: \xf4\x90\x80\x80",
    }.items():  # fmt: skip
        yield name, data, "ikke-utf8"
    yield "crlf", b"a: b\r\nc: d\r\n", "nokkel-mangler"
    yield "nul", b"\0" * 1_000, "skjult-tegn"


def _deep(depth: int) -> Iterator[Case]:
    for opening, closing in NESTED:
        if len(opening) * depth < 500_000:
            yield f"open {opening!r} {depth}", (opening * depth).encode(), "for-dypt"
            if len(opening + closing) * depth < 500_000 and "#" not in opening:
                whole = opening * depth + "b" + closing * depth
                yield f"closed {opening!r} {depth}", whole.encode(), "for-dypt"
    yield f"dashes {depth}", ("- " * depth + "a").encode(), "for-dypt"
    if depth <= 1_000:
        yield f"indents {depth}", "\n".join(" " * i + "a:" for i in range(depth)).encode(), "for-dypt"
        yield f"lists {depth}", "\n".join(" " * i + "-" for i in range(depth)).encode(), "for-dypt"


def _bombs() -> Iterator[Case]:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10)]
    yield "alias bomb", "\n".join(lines).encode(), "anker"
    merges = ["a0: &a0 {x: y}", *(f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}]}}" for i in range(1, 23))]
    yield "merge bomb", "\n".join(merges).encode(), "anker"
    yield "digits", b"a: " + b"9" * 200_000, "for-lang-tekst"
    yield "base 60", b"a: 1" + b":59" * 100_000, "for-lang-tekst"
    yield "anchors", b"".join(b"a%d: &b%d c\n" % (i, i) for i in range(20_000)), "anker"
    yield "tags", b"".join(b"a%d: !b c\n" % i for i in range(20_000)), "tagg"
    yield "duplicates", b"a: b\n" * 80_000, "dobbel-nokkel"
    yield "documents", b"---\na\n" * 80_000, "flere-dokumenter"
    yield "colons", b"a" + b": a" * 100_000, "yaml-kolon"


def _sizes() -> Iterator[Case]:
    yield "512 kB and one", b"a" * (512 * 1024 + 1), "for-stor-fil"
    yield "a long plain text", b"a: " + b"b" * 8_001, "for-lang-tekst"
    yield "a long quoted text", b'a: "' + b"b" * 400_000 + b'"', "for-lang-tekst"
    yield "a long block", b"a: |\n" + b"  b\n" * 100_000, "for-lang-tekst"
    yield "a long key", b"b" * 8_001 + b": a", "for-lang-tekst"
    yield "many keys", b"".join(b"k%d: v\n" % i for i in range(45_000)), "ukjent-nokkel"
    yield "many nodes", b"nodes:\n" + b"".join(b" n%d: {}\n" % i for i in range(35_000)), "node-uten-slag"
    yield "many empty lists", b"a: [" + b"[]," * 170_000 + b"]", "ukjent-nokkel"
    yield "many lines", b"\n" * 500_000 + b"a: b: c", "yaml-kolon"
    yield "many comments", b"# [[[{{{\n" * 50_000 + b"a: b", "for-dypt"
    yield "many quotes", b"a: '" + b"''" * 200_000 + b"'", "for-lang-tekst"


def mutated(files: Sequence[tuple[str, bytes]], many: int, seed: int = 20261122) -> Iterator[tuple[str, bytes]]:
    """`many` damaged copies of `files`, always the same ones."""
    chance = random.Random(seed)
    signs = [b"[", b"]", b"{", b"}", b":", b": ", b"\n", b"\t", b"'", b'"', b"#", b" #", b"&a ", b"*a", b"!x ",
    b"- ", b"|",
             b">", b"%", b"@", b"\x00", b"\x1b", b"\xff", b"\xc3", b"\xe2\x80\xae", b"\r", b"<<: ", b"---\n",
             b"~", b"\\", b",",
             b"  ", b"?", b"\xef\xbb\xbf", b"\xcc\x8a"]  # fmt: skip
    for _ in range(many):
        name, data = chance.choice(files)
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            data = _damage(data, chance, signs)
        yield name, data


def _damage(data: bytes, chance: random.Random, signs: Sequence[bytes]) -> bytes:
    """One random change."""
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.randrange(1, 60))
    lines = data.split(b"\n")
    line = chance.randrange(len(lines))
    match chance.randrange(9):
        case 0:
            return data[:at] + chance.choice(signs) + data[at:]
        case 1:
            return data[:at] + data[end:]
        case 2:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case 3:
            return data[:at]
        case 4:
            return b"\n".join([*lines[:line], lines[line], *lines[line:]])
        case 5:
            return b"\n".join([*lines[:line], b" " * chance.randrange(9) + lines[line].strip(), *lines[line + 1 :]])
        case 6:
            return data[:at] + data[at:end] * chance.randrange(2, 200) + data[end:]
        case 7:
            return b"\n".join(lines[:line] + lines[line + 1 :])
        case _:
            other = chance.randrange(len(lines))
            return b"\n".join([*lines[:line], lines[other], *lines[line + 1 :]])
