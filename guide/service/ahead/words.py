"""The words of a look ahead. Whole sentences with named slots."""

from __future__ import annotations

from typing import Final

TITLE: Final = "{pack}: fra {first} til {last}"
WEEK: Final = "uke {first}"
WEEKS: Final = "uke {first}–{last}"
CHRISTMAS: Final = "jul og nyttår"
EASTER: Final = "påske"
NEW_YEAR: Final = "nyttår"
SUMMER: Final = "sommeren"
AND: Final = " og "
FIRST_OF_JANUARY: Final = "første nyttårsdag"
WHIT_SUNDAY: Final = "første pinsedag"
WHIT_MONDAY: Final = "andre pinsedag"

THIN: Final = "Når det er vanskelig å få tak i noen"
CLOSED: Final = (
    "{service} er stengt fra {first} kl. {first_time} til {last} kl. {last_time} ({weeks}{occasion}). "
    "Det er {length}. Vanlig er høyst {usual}."
)
OCCASION: Final = ", {occasion}"
STANDS_IN: Final = "{names} svarer hele tiden."
STANDS_IN_PARTLY: Final = "{names} svarer bare deler av tiden."
NATIONAL: Final = "Ingen i kommunen svarer hele tiden i stedet. Disse gjelder for hele landet: {names}."
NOBODY: Final = "Ingen er satt opp til å svare i stedet. Avtal hvem som gjør det."
HOURS_DAY: Final = "{days} døgn og {hours} timer"
HOURS_DAYS: Final = "{days} døgn"
HOURS_ONLY: Final = "{hours} timer"
SHORTER: Final = "{service} har åpent {open} timer i {weeks}{occasion}. Vanlig er {usual} timer i uka."
EARLY: Final = "{day} kan {names} stenge tidlig. Ring før lunsj."
CLOSING: Final = "Dere har stengt {day} ({weeks})."
NO_HOURS: Final = "Åpningstiden er ikke oppgitt for {names}. Spør dem før jul, påske og sommer, og skriv den inn."
NO_NUMBER: Final = "Nummeret mangler for {names}. Skaff det før neste ferie."
NOT_READ: Final = "Åpningstiden til {names} kan ikke leses. Kjør «tiltakskort check»."
NOTHING_KNOWN: Final = (
    "Ingen av kommunens tjenester har både nummer og åpningstid her. Da kan vi ikke si når de er vanskelige å nå."
)
ALL_WELL: Final = "Ingen tjeneste med kjent åpningstid er stengt lenger enn vanlig."

CHECKS: Final = "Det som må kontrolleres"
OVERDUE: Final = "Forfalt {date}: {what}."
DUE: Final = "Innen {date}: {what}."
CALL: Final = "ring og sjekk {names}"
CALL_ONE: Final = "{name} ({phone})"
LOOK: Final = "slå opp {names}"
LOOK_NUMBER: Final = "slå opp, uten å ringe: {names}"
LOOK_MANY: Final = "slå opp {count} lover og veiledere"
ASK: Final = "spør etter nummeret til {names}"
REVIEW: Final = "gå gjennom kortene for {names}"
NEVER: Final = "Aldri kontrollert: {names}."
NOTHING_DUE: Final = "Ingenting må kontrolleres i denne tiden."

DEADLINES: Final = "Frister som flytter seg"
RULE: Final = {
    "working_days": "{count} virkedager",
    "weeks": "{count} uker",
    "months": "{count} måneder",
}
RULE_ONE: Final = {"working_days": "1 virkedag", "weeks": "1 uke", "months": "1 måned"}
WHERE: Final = "{rule}: {cards}."
WHERE_ONE: Final = "«{title}» ({card})"
MOVED: Final = (
    "{occasion}: Begynner fristen på {rule} {start}, er den ute {due}, ikke {ordinary}. "
    "Slik er det for frister som begynner fra {first} til {last}."
)
MOVED_ONE: Final = "{occasion}: Begynner fristen på {rule} {start}, er den ute {due}, ikke {ordinary}."
BEFORE: Final = (
    "Stengt: Begynner fristen på {rule} {start}, er den ute {due}, men da har dere stengt. Del senest {before}. "
    "Slik er det for frister som begynner fra {first} til {last}."
)
BEFORE_ONE: Final = (
    "Stengt: Begynner fristen på {rule} {start}, er den ute {due}, men da har dere stengt. Del senest {before}."
)
FALLS: Final = "Fristen på {rule} er ute på en helligdag når den begynner {starts}."
FALLS_CLOSED: Final = "Fristen på {rule} er ute en dag dere har stengt, når den begynner {starts}."
FALLS_EACH: Final = "{start} ({occasion})"
NOT_MOVED: Final = "Frister i uker og måneder flytter seg ikke. De er ute på datoen, også når den er en fridag."
NO_DEADLINES: Final = "Kortene har ingen frister som helligdager flytter."
