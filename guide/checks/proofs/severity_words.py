"""What P5 says, in Norwegian."""

from __future__ import annotations

from typing import Final

LESS_URGENT: Final = (
    "«{high}» på «{question}» er mer alvorlig enn «{low}», men rådet haster mindre "
    "({high_gives} i stedet for {low_gives})."
)
LESS_URGENT_ALIKE: Final = (
    "«{high}» på «{question}» er like alvorlig som «{low}», men rådet haster mindre "
    "({high_gives} i stedet for {low_gives})."
)
WEAKER: Final = (
    "«{high}» på «{question}» er mer alvorlig enn «{low}», men gir svakere plikt til å melde "
    "({high_gives} i stedet for {low_gives})."
)
WEAKER_ALIKE: Final = (
    "«{high}» på «{question}» er like alvorlig som «{low}», men gir svakere plikt til å melde "
    "({high_gives} i stedet for {low_gives})."
)
NOT_PROVED: Final = (
    "Det kan ikke bevises at mer alvorlige svar på «{question}» aldri gir svakere råd. "
    "Ingen tur som viser det motsatte, er funnet."
)
CIRCLE: Final = (
    "Kortet kan gå i ring forbi «{question}» uten at en ny runde begynner. "
    "Da kan det ikke bevises at mer alvorlige svar aldri gir svakere råd."
)
ASKED_TWICE: Final = (
    "«{question}» kan gi et nytt svar på noe som alt er besvart i samme runde. "
    "Da kan det ikke bevises at mer alvorlige svar aldri gir svakere råd."
)

INSTEAD: Final = "Gå tilbake til «{question}», og svar «{answer}» i stedet"
TICK_INSTEAD: Final = "Gå tilbake til «{question}», og la dette gjelde i stedet: {facts}"
TICK_NOTHING_INSTEAD: Final = "Gå tilbake til «{question}», og gå videre uten å krysse av noe"
ADVICE: Final = "Da får du rådet «{advice}» ({urgency}, {report})"
NO_ADVICE: Final = "Da er runden slutt uten noe råd"

NOTHING: Final = "ikke noe råd"
URGENCY: Final = {
    "now": "gjør dette nå",
    "today": "gjør dette i dag",
    "deadline": "innen fristen",
    "routine": "følg rutinen",
}
REPORT: Final = {
    "must": "plikt til å melde",
    "with_consent": "meld når foresatte sier ja",
    "discuss": "drøft uten navn",
    "not_now": "ingen melding nå",
}
