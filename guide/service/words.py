"""The words that staff read, apart from those of the content. Whole sentences with named slots, never glued."""

from __future__ import annotations

from typing import Final

URGENCY: Final = {
    "now": "Gjør dette nå",
    "today": "Gjør dette i dag",
    "deadline": "Gjør dette innen fristen",
    "routine": "Følg rutinen videre",
}

REPORT: Final = {
    "must": "Ja, du har plikt til å melde til barnevernet.",
    "with_consent": "Du kan melde når foresatte sier ja.",
    "discuss": "Det er uklart. Ring barnevernet og drøft uten navn.",
    "not_now": "Nei, ikke slik det ser ut nå.",
}
REPORT_MORE: Final = {
    "must": "Plikten er din egen. Lederen kan ikke stoppe deg.",
    "with_consent": "Uten ja kan du drøfte med barnevernet uten navn.",
    "discuss": "Også en samtale uten navn kan bli til en melding. Spør barnevernet om det når du ringer.",
    "not_now": "Du kan alltid drøfte med barnevernet uten navn. Spør på nytt når noe endrer seg.",
}
REPORT_STILL: Final = "Ja. Du har fått svar om at du må melde. Det gjelder til du har meldt."
REPORT_AFTER: Final = "Ring nødnummeret først."
REPORT_AFTER_MORE: Final = "Kortet tar opp meldeplikten når barnet er trygt."
REPORT_ALONE_NOT: Final = "Du har ikke meldeplikt til barnevernet slik det ser ut nå, men andre plikter gjelder."

DUTIES: Final = {
    "avert": "Du skal prøve å hindre det som kan skje (straffeloven § 196).",
    "police": "Si fra til politiet.",
    "tell_leader_now": "Si fra til lederen din nå.",
    "tell_leader_at_once": "Si fra til lederen din straks: mistanken gjelder en ansatt.",
    "tell_owner": "Gå forbi lederen. Si fra til den som står over.",
}

GUARDIANS: Final = {
    "not_before_advice": "Si ikke noe til foresatte før barnevernet eller politiet har gitt råd.",
    "leader_informs_after_advice": "Lederen informerer foresatte, etter råd fra barnevernet eller politiet. Ikke du.",
    "inform_unless": "Informer foresatte før du sender, om det er trygt. Det skal ikke forsinke meldingen.",
    "consent_needed": "Bruk navn bare når de som bestemmer for barnet, har sagt ja.",
}

STATE_OPEN_UNTIL: Final = "Åpent nå, til kl. {until}"
STATE_OPEN_UNTIL_DAY: Final = "Åpent nå, til {day} kl. {until}"
STATE_ALWAYS: Final = "Svarer hele døgnet"
STATE_CLOSED: Final = "Stengt nå"
STATE_CLOSED_UNTIL: Final = "Stengt nå. Åpner {day} kl. {opens}"
STATE_UNKNOWN: Final = "Åpningstiden er ikke oppgitt"
STATE_WEB: Final = "På nett: {web}"
STATE_MISSING: Final = "Nummer mangler"
STATE_INSIDE: Final = "På arbeidsplassen din"
MAY_CLOSE_EARLY: Final = "Kontoret kan stenge tidlig i dag."
ENTERED: Final = "Lagt inn her, {date}"
SURE_NOT: Final = "Meldingen skal til kommunen der barnet bor."

DUE: Final = "Senest {date}."
DUE_UNKNOWN: Final = "Fristen kan ikke regnes ut: datoen mangler."
DUE_ON: Final = "Avtalt til {date}."
OVERDUE: Final = "Fristen var {date}. Gjør det nå."
OVERDUE_SAID: Final = "{text} Fristen var {date}."
DUE_TODAY: Final = "Fristen er i dag."
ASSUME_WEEKDAYS: Final = (
    "Lørdag, søndag, helligdager og dagen du ble bekymret, teller ikke. Planen sier ikke hva en virkedag er."
)
ASSUME_SATURDAY: Final = (
    "Søndag, helligdager og dagen du ble bekymret, teller ikke. Kommunen har bestemt at lørdag teller."
)
CLOSING: Final = "Dere har stengt når fristen går ut. Del før dere stenger: {date}."

SIGNS_VIOLENCE: Final = "Du krysset av for tegn som kan peke mot vold. Ha dem i tankene når du svarer."
CHECKED: Final = "kontrollert {date}"
UNSURE: Final = "må avklares"
LATER: Final = {
    "exercises": "Øvelser kommer i en senere versjon.",
    "editing": "Redigering kommer i en senere versjon. Kortene er vanlige filer i mappa trees.",
}
STUCK: Final = (
    "Kortet stopper her på grunn av en feil i kortet. Ring barnevernet, eller 112 når det haster. "
    "Si fra til den som eier kortet."
)
