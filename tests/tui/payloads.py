"""What a hostile text could hold: sequences for the terminal, and markup for Textual and Rich."""

from __future__ import annotations

from typing import Final

CSI: Final = (
    "\x1b[2J",
    "\x1b[H",
    "\x1b[31m",
    "\x1b[5m",
    "\x1b[8m",
    "\x1b[?1049h",
    "\x1b[?1049l",
    "\x1b[?25l",
    "\x1b[?5h",
    "\x1b[6n",
    "\x1b[c",
    "\x1b[>c",
    "\x1b[3J",
    "\x1b[1;1r",
    "\x1b[?1000h",
    "\x1b[?2004l",
    "\x1b[21t",
    "\x1b[8;1;1t",
    "\x1b[!p",
    "\x1b[9A",
)
OSC: Final = (
    "\x1b]0;tittel\x07",
    "\x1b]2;tittel\x1b\\",
    "\x1b]52;c;b25k\x07",
    "\x1b]52;c;b25k\x1b\\",
    "\x1b]8;;file:///etc/x\x1b\\lenke\x1b]8;;\x1b\\",
    "\x1b]4;0;?\x07",
    "\x1b]11;#ff0000\x07",
    "\x1b]9;varsel\x07",
    "\x1b]777;notify;a;b\x07",
    "\x1b]1337;File=:QQ==\x07",
)
OTHER_ESCAPES: Final = (
    "\x1bc",
    "\x1b7\x1b8",
    "\x1bM",
    "\x1b(0",
    "\x1b#8",
    "\x1bP+q544e\x1b\\",
    "\x1b_Gf=100;QQ==\x1b\\",
    "\x1b^pm\x1b\\",
    "\x1b",
)
C1: Final = ("\x9b2J", "\x9b?1049h", "\x9d52;c;b25k\x9c", "\x90q\x9c", "\x85", "\x8d")
BIDI: Final = ("\u202eabc\u202c", "\u202dx", "\u2066x\u2069", "\u2067x\u2069", "\u200f", "\u061c")
HIDDEN: Final = ("0\u200b1", "\u200d", "\u2060", "\ufeff", "\xad", "\U000e0041\U000e007f", "\ufe0f", "\u2028", "\ud800")
CONTROLS: Final = ("\x07", "\x08\x08\x08", "\x00", "\x7f", "\x0e", "\x0b\x0c", "for\retter")

SEQUENCES: Final = (*CSI, *OSC, *OTHER_ESCAPES, *C1, *BIDI, *HIDDEN, *CONTROLS)

MARKUP: Final = (
    "[navn]",
    "[/]",
    "[/navn]",
    "[/some/path]",
    "[red]",
    "[red]x[/red]",
    "[red]x[/blue]",
    "[bold]",
    "[b]x",
    "[blink]x[/blink]",
    "[reverse]x",
    "[not bold]x",
    "[$primary]",
    "[$error 50%]x",
    "[$finnesikke]x",
    "[on red]x[/]",
    "[#ff0000]x",
    "[rgb(255,0,0)]x",
    "[@click=app.quit]x",
    "[@click=app.quit]x[/]",
    "[@click=app.bell()]x[/]",
    "[@click=app.push_screen('x')]x",
    "[link=file:///etc/x]y[/link]",
    "[link=https://evil.example]x[/]",
    "[link='javascript:1']x",
    "[[red]]",
    "[[[navn]",
    "[red[bold]]x",
    r"\[red]x",
    r"\\[red]x",
    "[",
    "]",
    "[]",
    "[/][/][/]",
    "[b][i]x[/b][/i]",
    ":smile:",
    "[red on]",
    "[=]x",
    "{0}{x}%s",
    "`x`**y**_z_",
)
