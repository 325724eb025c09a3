"""Every key, declared once: the binding, the line at the foot and the help follow from it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from guide.core.record import record
from guide.tui import strings


@record
class Key:
    """`keys` as Textual names them, `shown` as it stands on the keyboard, `short` at the foot, `long` in the help."""

    keys: str
    action: str
    shown: str
    short: str
    long: str

    def binding(self) -> BindingType:
        """The binding; the foot is drawn by ourselves."""
        return Binding(self.keys, self.action, self.short, show=False)


def bindings(keys: Iterable[Key]) -> list[BindingType]:
    """The bindings of keys."""
    return [key.binding() for key in keys]


EMERGENCY = Key("exclamation_mark", "app.emergency", "!", strings.K_EMERGENCY, strings.KL_EMERGENCY)
ALARMS = Key("plus,a", "alarms", "+", strings.K_ALARMS, strings.KL_ALARMS)
BACK = Key("b", "back", "b", strings.K_BACK, strings.KL_BACK)
CONTACTS = Key("k", "contacts", "k", strings.K_CONTACTS, strings.KL_CONTACTS)
WHY = Key("question_mark", "why", "?", strings.K_WHY, strings.KL_WHY)
OVERVIEW = Key("p", "overview", "p", strings.K_OVERVIEW, strings.KL_OVERVIEW)
RECORD = Key("r", "record", "r", strings.K_RECORD, strings.KL_RECORD)
NOTE = Key("n", "note", "n", strings.K_NOTE, strings.KL_NOTE)
SAVE = Key("l", "save", "l", strings.K_SAVE, strings.KL_SAVE)
TAKE_OUT = Key("u", "take_out", "u", strings.K_TAKE_OUT, strings.KL_TAKE_OUT)
SEARCH = Key("slash", "search", "/", strings.K_SEARCH, strings.KL_SEARCH)
QR = Key("x", "qr", "x", strings.K_QR, strings.KL_QR)
PALETTE = Key("f2,ctrl+p", "palette", "F2", strings.K_PALETTE, strings.KL_PALETTE)
COPY = Key("c", "copy", "c", strings.K_COPY, strings.KL_COPY)
FLAG = Key("f", "flag", "f", strings.K_FLAG, strings.KL_FLAG)
HIDE = Key("h,f12", "app.hide", "h", strings.K_HIDE, strings.KL_HIDE)
THEME = Key("t", "app.theme", "t", strings.K_THEME, strings.KL_THEME)
HELP = Key("f1", "help", "F1", strings.K_HELP, strings.KL_HELP)
LEAVE = Key("q", "leave", "q", strings.K_LEAVE, strings.KL_LEAVE)
SIGNS = Key("", "signs", "", strings.K_SIGNS, strings.KL_SIGNS)
MEASURES = Key("m", "measures", "m", strings.K_MEASURES, strings.KL_MEASURES)
SETTINGS = Key("", "settings", "", strings.K_SETTINGS, strings.KL_SETTINGS)

TOPIC = Key("1", "topic", "1", strings.K_TOPIC, strings.KL_TOPIC)
AGE = Key("2", "age", "2", strings.K_AGE, strings.KL_AGE)
LEVEL = Key("3", "level", "3", strings.K_LEVEL, strings.KL_LEVEL)
WHOM = Key("4", "whom", "4", strings.K_WHOM, strings.KL_WHOM)
ANSWER = Key("", "", "1–9", strings.K_ANSWER, strings.KL_ANSWER)
ARROWS = Key("up", "", "↑↓", strings.K_ARROWS, strings.KL_ARROWS)
ENTER = Key("enter", "", "Enter", strings.K_ENTER, strings.KL_ENTER)
READ_ON = Key("enter", "", "Enter", strings.K_READ_ON, strings.KL_ENTER)
TICK = Key("space", "", strings.SPACE_KEY, strings.K_TICK, strings.KL_TICK)
GROUP = Key("right", "", "← →", strings.K_GROUP, strings.KL_GROUP)
NEXT_FIELD = Key("tab", "", "Tab", strings.K_FIELD, strings.KL_FIELD)
LEAVE_FIELD = Key("escape", "", "Esc", strings.K_LEAVE_FIELD, strings.KL_LEAVE_FIELD)
YEARS = Key("", "", "0–9", strings.K_YEARS, strings.KL_YEARS)
ESCAPE = Key("escape", "close", "Esc", strings.K_CLOSE, strings.KL_CLOSE)
KEEP = Key("enter", "", "Enter", strings.K_KEEP, strings.KL_ENTER)
TO_LIST = Key("down", "", "↓", strings.K_TO_LIST, strings.KL_ARROWS)
ALL_AGAIN = Key("escape", "", "Esc", strings.K_ALL_AGAIN, strings.KL_CLOSE)
OPEN = Key("enter", "", "Enter", strings.K_CHOOSE, strings.KL_ENTER)

PAGE = (ALARMS, BACK, CONTACTS, SEARCH, MEASURES, WHY, COPY, QR, HIDE, THEME, HELP, PALETTE, LEAVE)
"""Bound on every page."""
IN_HELP = (
    *(EMERGENCY, ALARMS, ANSWER, ARROWS, ENTER, BACK, WHY, CONTACTS, SEARCH, MEASURES, OVERVIEW, NOTE, SAVE),
    *(TAKE_OUT, COPY, QR, HIDE, THEME, PALETTE, LEAVE, ESCAPE),
)
"""What the help lists, in its order."""
ACTIONS = (
    *(EMERGENCY, ALARMS, CONTACTS, SEARCH, MEASURES, COPY, QR, FLAG, NOTE, SAVE, TAKE_OUT, OVERVIEW, WHY, BACK, SIGNS),
    SETTINGS,
    *(TOPIC, AGE, LEVEL, WHOM, RECORD, HIDE, THEME, HELP, LEAVE),
)
"""What the list of all actions has, where the screen can do it."""
