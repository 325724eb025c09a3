"""The words of training in the line mode. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

HEAD: Final = "ØVELSE: Dette kan du øve på. Ingen ekte saker, og ingenting blir lagret."
NONE: Final = "Det er ingen øvelser her ennå."
LESSON: Final = "{title} ({line}). {about}"
QUICK: Final = "Hurtigøving: tjue korte situasjoner om ett område"
OUT: Final = "Tilbake til der du var"
HOW_TITLE: Final = "ØVELSE: Når vil du ha svar?"
HOW: Final = ("Med en gang", "Til slutt")
STALE: Final = "Øvelsen passer ikke lenger til kortet. Si fra til den som eier kortet."

BANNER: Final = "ØVELSE: {title}. {clock}. Steg {step} av {steps}."
PEOPLE: Final = "Hvem det handler om:"
PERSON: Final = "{role}: {about}"
SCENE: Final = "Kl. {when}: {text}"
EVENT: Final = "Kl. {when}, noe nytt skjer: {text}"
DO_NOT_RING: Final = "Dette er en øvelse. Ikke ring noen."
NO_NUMBER: Final = "nummeret vises ikke i en øvelse"
STILL: Final = "ØVELSE. Du står fortsatt ved: {text}"
NOT_HERE: Final = "Det kan du ikke gjøre i en øvelse."
NO_BACK: Final = "I øvelsen går du bare framover. q avslutter."
NO_HINT: Final = "Her er det ikke noe hint."
HINT: Final = "Hint: {text} Det koster ett poeng på dette spørsmålet."
ALARMS: Final = "ØVELSE: Hva gjelder det?"
NO_ALARMS: Final = "Kortet har ingen alarmer."
REAL: Final = "Er et barn i fare på ordentlig? {numbers}"
HELP: Final = (
    "ØVELSE. Dette kan du skrive:",
    "Et tall fra lista, eller begynnelsen av svaret.",
    "i eller hint: et hint. Det koster ett poeng.",
    "s eller historien: alt som har skjedd til nå.",
    "+ eller alarm: åpne en alarm i øvelsen.",
    "k eller kontakter: hvem som svarer på klokka i øvelsen.",
    "? eller hvorfor: hvorfor spørsmålet kommer, og hvor det står.",
    "igjen: les opp det du står ved, en gang til.",
    "! eller akutt: de ekte nødnumrene.",
    "q eller slutt: avslutt øvelsen.",
)

VERDICT: Final = "{verdict}: {asked}"
YOURS: Final = "Du valgte: {said}"
MODEL: Final = "Øvelsen velger: {said}"
MISTAKE: Final = "Feilen: {mistake}."
SOURCE: Final = "Kilde: {title}"
BETWEEN: Final = "; "
HALTED: Final = "Klokka står. Les dette før du går videre."
READ: Final = "Jeg har lest det. Gå videre på riktig vei"
GO_ON: Final = "Gå videre"
MEND: Final = "Gå tilbake og gjør det riktige"

LEAVE_TITLE: Final = "ØVELSE: Vil du avslutte?"
LEAVE: Final = ("Fortsett øvelsen", "Avslutt og få gjennomgangen", "Avslutt uten gjennomgang")
DEBRIEF: Final = "ØVELSE: Gjennomgang av «{title}»"
SCORES: Final = "Poeng etter område"
SCORE: Final = "{area}: {points} av {most}"
SCORE_GRAVE: Final = "{area}: {points} av {most}, alvorlige feil: {grave}"
PARTED: Final = "Her gikk du en annen vei"
GRAVE: Final = "Alvorlige feil"
TIME: Final = "Tiden"
TRY: Final = "Øv på dette videre"
ROWS: Final = "Det du gjorde, og det øvelsen ville gjort"
DISCUSS: Final = "Snakk om dette"

AREAS_TITLE: Final = "ØVELSE: Hvilket område?"
QUICK_AT: Final = "ØVELSE: Situasjon {number} av {all}."
QUICK_RIGHT: Final = "Riktig svar: {text}"
QUICK_DONE: Final = "ØVELSE: Du fikk {right} av {all} riktige."
QUICK_NONE: Final = "Det er for lite innhold her til å øve på dette."
ENDED: Final = "Det kom ikke flere linjer. Øvelsen er ikke lagret."
