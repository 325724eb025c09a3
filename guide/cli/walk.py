"""`tiltakskort walk CARD`: the app opened at a card, or the same walk line by line."""

from __future__ import annotations

from guide.cli.app import opened, quiet, run_app
from guide.cli.opening import Options, UseError, guarded, hour, profile_from, quick, unknown
from guide.cli.terminal import wants_lines
from guide.core.content import Content
from guide.core.together import town_of
from guide.service.guide import Guide

NO_CARDS = "Kortene kunne ikke leses. Er barnet i fare nå, ring 112. Brann 110, ambulanse 113."


@guarded
def main(argv: list[str]) -> int:
    """Runs the verb."""
    args = arguments(argv)
    now = hour(args)
    content, settings = opened(args)
    card = _card(content, args.card)
    pack = args.pack or town_of(content, card)
    quiet()
    if wants_lines(args.plain):
        from guide.cli.lines import card_in_lines  # the app does without it

        return card_in_lines(Guide(content, profile_from(settings, content, pack), now), card, settings)
    return run_app(content, settings, pack, now, card, args.content)


def arguments(argv: list[str]) -> Options:
    """The arguments. Raises UseError."""
    plainly = quick(argv, words=1)
    if plainly:
        options, words = plainly
        options.card = words[0]
        return options
    # imported here: most starts have few arguments, and argparse is slow to import
    from guide.cli.common import Parser, content_arguments

    parser = Parser(prog="tiltakskort walk", description="Gå et kort, i appen eller linje for linje.")
    parser.add_argument("card", metavar="KORT", help="f.eks. stange/barnehage")
    parser.add_argument("--plain", action="store_true", help="linje for linje, for skjermleser og enkle terminaler")
    content_arguments(parser)
    return parser.parse_args(argv, Options())


def _card(content: Content, name: str) -> str:
    """The id of a card that is in use. Raises UseError."""
    if name in content.cards:
        return name
    if not content.cards:
        raise UseError(NO_CARDS)
    broken = next((f for f in content.findings if f.file.endswith(f"{name}.yaml")), None)
    if broken:
        raise UseError(f"Kortet «{name}» er ute av bruk på grunn av en feil. {broken}")
    raise UseError(unknown("Kortet", name, content.cards))
