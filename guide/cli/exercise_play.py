"""`tiltakskort exercise play`: one exercise for one, line by line."""

from __future__ import annotations

from guide.cli.common import Parser, UseError, unknown
from guide.cli.lines import code_of, stdio
from guide.core.content import Content
from guide.core.text import clean
from guide.plain.exercises import play
from guide.plain.home import LEFT, OPEN
from guide.plain.talk import LeftError, Talk
from guide.plain.training_words import ENDED
from guide.service.desk import Desk
from guide.service.training.training import Training
from guide.store.compiled import open_content
from guide.store.locate import cache_dir, locate
from guide.store.settings import load_settings

ABOUT = "Ta en øvelse alene, linje for linje. Ingenting blir lagret."


def main(argv: list[str]) -> int:
    """Runs it. Raises UseError."""
    parser = Parser(prog="tiltakskort exercise play", description=ABOUT)
    parser.add_argument("exercise", metavar="ØVELSE", help="f.eks. stange/merker-paa-armen")
    parser.add_argument("--at-end", action="store_true", help="få svarene til slutt, ikke med en gang")
    parser.add_argument("--content", metavar="MAPPE", default="", help="mappa med trees/ og contacts/")
    args = parser.parse_args(argv)
    root = locate(args.content, load_settings().content)
    desk = Desk(lambda: root)
    there = desk.exercises
    if args.exercise not in there:
        raise UseError(unknown("Øvelsen", clean(args.exercise), there))
    content, talk = open_content(root, cache_dir()), stdio()
    return code_of(lambda: _played(content, talk, args.exercise, desk, not args.at_end))


def _played(content: Content, talk: Talk, name: str, desk: Desk, at_once: bool) -> str:
    """How it ended, as `code_of` reads it."""
    try:
        play(Training(content, desk.exercises[name]), talk, at_once)
    except (LeftError, KeyboardInterrupt):
        return LEFT
    except EOFError:
        talk.say("", ENDED)
        return OPEN
    return LEFT
