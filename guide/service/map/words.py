"""The words of a map. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

KINDS: Final = {
    "ask": "Spørsmål",
    "by": "Veivalg etter tidligere svar",
    "signs": "Tegn å krysse av",
    "task": "Oppgave",
    "record": "Notat",
    "include": "Eget kort",
    "exit": "Utgang av dette kortet",
    "outcome": "Råd",
    "alarm": "Inngang fra alle steder",
}
BY_TITLE: Final = "Etter svaret om: {about}"
EXIT_TITLE: Final = "Ut av kortet: {name}"
ALARM_LINE: Final = "Kan åpnes når som helst. Svarene sier hvor du kommer tilbake."
CARD_LINE: Final = "Se kartet over {card}"
START_FACT: Final = "{about}: {value}"
ANEW: Final = "Ny runde: spørsmålene stilles på nytt"
AGE: Final = "{low} år"
AGES: Final = "{low}–{high} år"
AGES_OPEN: Final = "{low} år eller eldre"
DONE: Final = "ferdig"
THEN: Final = "når det er gjort"
ALONE: Final = "når kortet brukes alene"
EXIT_GO: Final = "det er gått gjennom"
BACK: Final = "tilbake dit du var"
END: Final = "Her slutter kortet."
END_EXIT: Final = "Kortet som førte hit, sier hva som er neste."
NO_POINT: Final = "Kortet"
ALARMS: Final = "Åpent fra alle steder"
BAND: Final = "Punkt {id}: {title}"
VERSION: Final = "{card} · {pack} · versjon {version} · gjennomgått {reviewed}"
FOOTER: Final = "Er barnet i fare nå: ring 112. Brann 110. Ambulanse 113."
DEADLINE: Final = {
    "working_days": "Frist: {within} virkedager fra «{start}»",
    "weeks": "Frist: {within} uker fra «{start}»",
    "months": "Frist: {within} måneder fra «{start}»",
}
DEADLINE_ONE: Final = {
    "working_days": "Frist: 1 virkedag fra «{start}»",
    "weeks": "Frist: 1 uke fra «{start}»",
    "months": "Frist: 1 måned fra «{start}»",
}
DEADLINE_ON: Final = "Frist: datoen i «{start}»"
ALARM_PREFIX: Final = "A"

EXITS: Final = {
    "avverge": "må avverge",
    "naa": "nå",
    "na": "nå",
    "tvang": "tvang",
    "i_dag": "i dag",
    "trygt": "barnet er trygt",
    "plikt": "plikt til å melde",
    "samtykke": "kan melde med samtykke",
    "droft": "drøft først",
    "ingen": "ingen plikt",
    "voksen": "18 år eller eldre",
    "videre": "gå videre",
    "meld": "meld",
    "uten_raad": "fikk ikke råd",
    "navn": "med navn",
    "uten_navn": "uten navn",
    "sendt": "meldingen er sendt",
    "fare": "fare",
    "ikke_fare": "ikke fare",
    "ikke_vold": "ikke vold",
    "meldt": "meldt",
    "apent": "kan ta det opp hjemme",
    "stille": "ikke noe hjemme ennå",
    "droftet": "drøftet",
    "snakket": "har snakket",
    "ikke_naa": "ikke nå",
}
"""The names of the exits of shared cards as one reads them; another name stands as it is written."""

HELP: Final = "Hjelp"
CONTACTS: Final = "Hvem"
CONTACT: Final = "{service}: {why}"
SIGNS: Final = "Tegnene"
SIGN: Final = "{column}: {text}"
FIELDS: Final = "Det du noterer"
FIELD: Final = "{label}. {help}"
NOT_OFFERED: Final = "Svar som ikke finnes her"
NOT_OFFERED_LINE: Final = "{value}: {reason}"
OVERDUE: Final = "Når fristen er ute"
DEFINITION: Final = "Hva vi mener"
