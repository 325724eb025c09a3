"""The words of what is taken out of a case: whole sentences with named slots; what users wrote is put in as it is."""

from __future__ import annotations

from typing import Final

MARK: Final = "Taushetsbelagt. Hører hjemme i kommunens sakssystem"
MARK_DRAFT: Final = "UTKAST. Taushetsbelagt. Hører hjemme i kommunens sakssystem"
MARK_FORM: Final = "Når skjemaet er fylt ut, er det taushetsbelagt"
FOOT: Final = "Laget {date} med innhold fra {pack}, versjon {version} ({sha})"
MADE: Final = "Laget"
CARD: Final = "Tiltakskort"
QUIET: Final = "Foresatte skal ikke få vite om dette før barnevernet eller politiet har sagt at det er trygt."
MUNICIPALITY: Final = "Kommune"
WORKPLACE: Final = "Arbeidssted"
CASE: Final = "Sak"
PIECE: Final = "{day}: {text}"
LABELLED: Final = "{label}: {text}"
BREAK: Final = "{text} –"
NOTHING: Final = "Ingenting er skrevet om dette i saken."

# --- the draft of a report -------------------------------------------------------------------------------------------
REPORT: Final = "Utkast til bekymringsmelding"
REPORT_ABOUT: Final = (
    "Les gjennom, rett opp og fyll inn det som mangler. Meldingen er ikke sendt. Haster det, ring først."
)
REPORT_ORDER: Final = (
    "Rekkefølgen følger det kommuner har skrevet om det nasjonale skjemaet. "
    "Skjemaet kan se annerledes ut når du åpner det. Bruk da overskriftene der."
)
PLACE: Final = "Stedet du melder fra"
PLACE_BLANKS: Final = ("Navn på stedet", "Organisasjonsnummer", "Adresse og telefon")
SENDER: Final = "Du som melder"
SENDER_BLANKS: Final = ("Navn", "Stilling", "Telefon")
CHILD: Final = "Barnet"
CHILD_BLANKS: Final = ("Navn", "Fødselsnummer", "Adresse")
AGE: Final = "Alder: {years} år"
HOME: Final = "Bor"
PARENTS: Final = "Foresatte"
PARENTS_BLANK: Final = "Navn, adresse og telefon"
SIBLINGS: Final = "Søsken og andre barn"
SIBLINGS_BLANK: Final = "Hvem det gjelder"
SEEN: Final = "Det vi har sett og hørt"
SINCE: Final = "Siden når"
SEEN_ONLY: Final = "Sett"
HEARD_ONLY: Final = "Hørt"
SIGNS: Final = "Tegn vi har krysset av for"
MORE_SEEN: Final = "Mer, med dato"
THOUGHT: Final = "Det vi tror og vurderer"
DONE: Final = "Det vi har gjort, og hvordan det gikk"
DONE_BLANK: Final = "Mer vi har gjort, når, og hva det førte til"
DONE_TASK: Final = "Gjort i tiltakskortet: {text}"
EFFECT: Final = "Slik gikk det. {text}"
INVOLVED: Final = "Andre som er inne i saken"
INVOLVED_BLANK: Final = "Andre tjenester, og siden når"
WHY: Final = "Hvorfor vi melder"
WHY_MUST: Final = "Vi melder fordi vi har grunn til å tro at vilkårene for meldeplikten er oppfylt."
WHY_BLANK: Final = "Samtykke til å melde: fra hvem, og når"
WHY_UNCLEAR: Final = (
    "Tiltakskortet har ikke sagt at du har plikt til å melde. "
    "Har du verken plikt eller samtykke, kan en melding med navn bryte taushetsplikten. "
    "Ring barnevernet og drøft uten navn før du sender."
)
GROUNDS: Final = "Grunnlaget, slik vi har svart"
STATUTES: Final = "Lovene rådet bygger på"
OTHER_DUTIES: Final = "Andre plikter som gjelder samtidig"
KNOWN: Final = "Det foresatte vet"
KNOWN_BLANK: Final = "Hva foresatte vet om meldingen, hvem som har sagt det, og når"
LEFT: Final = "Annet som er skrevet i saken"
LEFT_ABOUT: Final = "Les gjennom. Ta bare med det barnevernet trenger for å forstå bekymringen."
NOTE: Final = "Notat"

# --- how it is sent --------------------------------------------------------------------------------------------------
SENDING: Final = "Slik sender du. Dette skal ikke med i meldingen"
RING: Final = "Ring først når det haster. {title}: {number}. {state}."
RING_NO_NUMBER: Final = "Ring først når det haster. {title}: nummeret mangler her. Se Kontakter i appen."
RING_URGENT: Final = "Er barnet i fare nå: ring 112."
WHERE: Final = "Send til kommunen der barnet bor."
WHERE_FORM: Final = "Skjemaet: {web}"
WHERE_NO_FORM: Final = "Send til kommunen der barnet bor. Spør barneverntjenesten hvordan."
WHERE_OTHER: Final = "Barnet bor kanskje i en annen kommune. Spør barneverntjenesten hvor meldingen skal."
SAVED_NOT: Final = "Skjemaet kan ikke lagres underveis. Ha utkastet klart, og lim inn felt for felt."
NO_MAIL: Final = "Ikke send meldingen på e-post."
RECEIPT: Final = "Ta vare på kvitteringen, og legg den i kommunens sakssystem."
ARRIVED: Final = "Kryss av i kortet når du vet at meldingen er kommet fram."
GUARDIANS: Final = "Om foresatte: {text}"

# --- minutes ---------------------------------------------------------------------------------------------------------
MINUTES: Final = "Referat fra samarbeidsmøte"
MINUTES_ABOUT: Final = "Skriv roller, ikke navn, der det er nok."
MEETING: Final = "Møtet"
MEETING_BLANKS: Final = ("Dato og sted", "Til stede", "Møteleder", "Referent")
TALKED: Final = "Det vi snakket om"
TALKED_BLANK: Final = "Stikkord"
CHILDS_VIEW: Final = "Barnets og foresattes syn"
AGREED: Final = "Det vi ble enige om"
GOALS: Final = "Mål"
RESPONSIBLE: Final = "Hvem har ansvaret"
TABLE: Final = "Tiltak"
TABLE_HEADER: Final = ("Tiltak", "Hvem gjør det", "Når")
NEXT: Final = "Neste møte"
NEXT_BLANK: Final = "Dato, og hvem som kaller inn"

# --- summary ---------------------------------------------------------------------------------------------------------
SUMMARY: Final = "Oppsummering av saken"
STANDS: Final = "Nå i kortet"
CLOSED: Final = "Saken er avsluttet i tiltakskortet."
COMES: Final = "Det som kommer"
WHO: Final = "Hvem har hva"
TIMELINE: Final = "Det som er gjort"
LINE: Final = "Kl. {clock}: {words}"
LINE_MORE: Final = "{words} – {more}"
EARLIER: Final = "Slik sto det {day}"
NOT_SAVED: Final = "Ikke lagret som sak"

# --- consent ---------------------------------------------------------------------------------------------------------
CONSENT: Final = "Samtykke til å dele opplysninger"
CONSENT_ABOUT: Final = (
    "Skjemaet er ditt valg. Du kan si ja til noe og nei til annet. Spør hvis noe er uklart, før du skriver under."
)
CONSENT_WHO: Final = "Hvem det gjelder"
CONSENT_WHO_BLANKS: Final = ("Barnets navn", "Fødselsdato", "Den som samtykker", "Forhold til barnet")
CONSENT_WHAT: Final = "Hva opplysningene skal brukes til"
CONSENT_WHAT_BLANK: Final = "Formål"
CONSENT_SHARED: Final = "Hvilke opplysninger som kan deles"
CONSENT_SHARED_BLANK: Final = "Opplysninger"
CONSENT_WITH: Final = "Hvem som kan dele med hverandre"
CONSENT_WITH_ABOUT: Final = "Kryss av. Tjenester som ikke er krysset av, får ikke vite noe."
CONSENT_PLACES: Final = {"barnehage": "Barnehagen", "skole": "Skolen", "sfo": "SFO", "videregaende": "Skolen"}
CONSENT_WITH_BLANK: Final = "Andre"
CONSENT_LENGTH: Final = "Hvor lenge"
CONSENT_LENGTH_BLANK: Final = "Gjelder til og med dato"
CONSENT_RIGHTS: Final = "Dette har du rett til"
CONSENT_RIGHTS_LINES: Final = (
    "Det er frivillig å si ja.",
    "Du kan trekke samtykket når som helst, helt eller delvis. Si fra til den som ga deg skjemaet.",
    "Når du trekker det, deler vi ikke mer. Det som er delt før, blir ikke borte av det.",
    "Du kan be om å få vite hva som er delt, og med hvem.",
)
CONSENT_LIMIT: Final = (
    "Noen ganger må vi si fra uten samtykke: når loven gir oss plikt til å melde til barnevernet, "
    "eller for å hindre noe alvorlig."
)
CONSENT_CHILD: Final = "Barnets egen mening"
CONSENT_CHILD_BLANK: Final = "Hva barnet selv har sagt om dette"
CONSENT_SIGN: Final = "Underskrift"
CONSENT_SIGN_BLANKS: Final = (
    "Dato og underskrift", "Dato og underskrift, den andre med foreldreansvar", "Trukket tilbake, dato og underskrift"
)  # fmt: skip
CONSENT_NOT_NOW: Final = (
    "Ikke be om samtykke nå. Rådet i saken er at foresatte ikke skal få vite noe før barnevernet "
    "eller politiet har sagt at det er trygt. Skriv svaret inn i kortet når du har fått råd."
)
CONSENT_TOO_EARLY: Final = (
    "Ikke be om samtykke nå. Det du har svart, kan bety at foresatte ikke skal få vite noe ennå. "
    "Gå videre i kortet til du har fått råd."
)

# --- reasons ---------------------------------------------------------------------------------------------------------
REASONS: Final = "Begrunnelse for rådene"
REASONS_ABOUT: Final = (
    "Dette er rådene tiltakskortet ga, og det de bygger på. Vurderingen er deres. Meldeplikten er din egen."
)
REASONS_NONE: Final = "Kortet har ikke gitt noe råd ennå."
URGENCY: Final = "Hvor raskt"
DUTY: Final = "Plikt til å melde"
GUARDIANS_LABEL: Final = "Foresatte"
BUILDS_ON: Final = "Rådet bygger på"
ANSWERS: Final = "Slik ble det svart"
SOURCE: Final = "{title}. {says} Kontrollert {checked}."
SOURCE_SHORT: Final = "{title}. Kontrollert {checked}."
SOURCE_UNSURE: Final = "{title}. {says} Må avklares. Kontrollert {checked}."
ANSWER_HEADER: Final = ("Spørsmål", "Svar", "Dato")
ASSESSED: Final = "Egen vurdering"
ASSESSED_BLANK: Final = "Hva dere bestemte, hvem som bestemte det, og hvorfor"

# --- deadlines -------------------------------------------------------------------------------------------------------
EVENT: Final = "Frist i tiltakskort"
EVENT_MORE: Final = "Åpne Tiltakskort og se sakene dine."
NO_DUES: Final = "Saken har ingen frister med dato. Det er ikke laget noen fil."

# --- kinds and formats -----------------------------------------------------------------------------------------------
KINDS: Final = {
    "report": "Utkast til bekymringsmelding",
    "minutes": "Referat fra samarbeidsmøte",
    "summary": "Oppsummering av saken",
    "consent": "Samtykkeskjema",
    "reasons": "Begrunnelse for rådene",
    "deadlines": "Frister til kalenderen",
}
FORMATS: Final = {
    "docx": "Word, til å skrive videre i",
    "pdf": "PDF, til å skrive ut eller arkivere",
    "txt": "Ren tekst, til å lime inn",
    "md": "Markdown",
    "ics": "Kalenderfil",
}
FILE_WORDS: Final = {
    "report": "utkast",
    "minutes": "referat",
    "summary": "oppsummering",
    "consent": "samtykke",
    "reasons": "begrunnelse",
    "deadlines": "frister",
}
FILE_NAME: Final = "tiltakskort-{case}-{word}.{format}"
WARNING: Final = (
    "Fila blir ikke kryptert. Alle som får tak i den, kan lese den.",
    "Den hører hjemme i kommunens sak- og arkivsystem. Legg den inn der, og slett den her etterpå.",
)
WARNING_ICS: Final = (
    "Kalenderen får bare «Frist i tiltakskort» og datoen. Den sier ikke hvem det gjelder.",
    "Del likevel ikke kalenderen med andre. Fila er ikke kryptert.",
)
WARNING_FORM: Final = (
    "Skjemaet er tomt når det lages. Når det er fylt ut, er det taushetsbelagt.",
    "Utfylt skjema hører hjemme i kommunens sak- og arkivsystem. Fila er ikke kryptert.",
)
