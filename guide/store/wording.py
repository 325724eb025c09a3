"""What the store says when something is wrong: one whole Norwegian sentence a code, with named slots.

`say` makes the finding. A code is stable; the sentences may be mended. `what` says what is wrong, `mend` what to do.
"""

from __future__ import annotations

from typing import Final

from guide.core.findings import Finding, short
from guide.core.places import NOWHERE, Place, place_in

__all__ = ["NOWHERE", "WORDS", "Place", "place_in", "say"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    # --- the file --------------------------------------------------------------------------------------------------
    "mangler-mappe": ("Mappa {name} finnes ikke.", "Velg en mappe som har «trees» og «contacts» i seg."),
    "mangler-fil": ("Fila {name} mangler.", "Legg den tilbake fra en eldre utgave."),
    "uleselig-fil": ("Fila kan ikke leses.", "Sjekk at du har lov til å lese den, og at den ikke er en snarvei."),
    "utenfor-mappa": ("Fila er en lenke ut av mappa.", "Legg selve fila i mappa."),
    "ikke-fil": ("Dette er ikke en vanlig fil.", "Slett den eller flytt den."),
    "for-mange-filer": ("Mappa har flere enn {most} filer.", "Flytt bort det som ikke er innhold."),
    "feil-endelse": ("Fila blir ikke lest, for den slutter på «{ending}».", "Gi den et navn som slutter på «.yaml»."),
    "ukjent-fil": (
        "Fila ligger på et sted der den ikke blir brukt.",
        "Kort ligger i «trees/kommune», lister i «lists».",
    ),
    "for-stor-fil": ("Fila er større enn {most} kB.", "Del den i flere filer."),
    "ikke-utf8": ("Fila er ikke lagret som UTF-8.", "Lagre den på nytt med koding UTF-8."),
    "utf16": ("Fila er lagret som UTF-16.", "Lagre den på nytt med koding UTF-8."),
    "bom": ("Fila begynner med et usynlig merke (BOM).", "Lagre den på nytt som «UTF-8 uten BOM»."),
    "tom-fil": ("Fila er tom.", "Skriv innholdet, eller slett fila."),
    # --- the text --------------------------------------------------------------------------------------------------
    "skjult-tegn": ("Her står et usynlig tegn, {sign}.", "Slett tegnet, og skriv teksten på nytt hvis det trengs."),
    "skjult-escape": ("Teksten her gjemmer et usynlig tegn, {sign}.", "Skriv den uten «\\» foran bokstaver og tall."),
    "for-dypt": ("Det er mer enn {most} nivåer inni hverandre her.", "Gjør det flatere. Er en klamme ikke lukket?"),
    "for-mye": ("Fila har for mange deler.", "Del den i flere filer."),
    "for-lang-tekst": ("Teksten er lengre enn {most} tegn.", "Kort den ned. Er et anførselstegn ikke lukket?"),
    "anker": ("«&» gir et anker her, og det er ikke lov.", "Sett teksten i anførselstegn, eller skriv den ut."),
    "alias": ("«*» viser til et anker her, og det er ikke lov.", "Sett teksten i anførselstegn, eller skriv den ut."),
    "tagg": ("«!» gir en tagg her, og det er ikke lov.", "Sett teksten i anførselstegn, eller slett taggen."),
    "fletting": ("Nøkkelen «<<» fletter inn noe annet, og det er ikke lov.", "Skriv nøklene ut."),
    "direktiv": ("Linjer som begynner med «%», er ikke lov.", "Slett linja."),
    "dobbel-nokkel": ("Nøkkelen «{key}» står to ganger. Den første står på linje {first}.", "Slett den ene."),
    "tom-nokkel": ("Her mangler navnet på en nøkkel.", "Skriv navnet foran kolonet."),
    "nokkel-ikke-tekst": ("En nøkkel kan ikke være en liste eller en gruppe.", "Bruk tekst foran kolonet."),
    "flere-dokumenter": ("Fila har flere dokumenter, skilt med «---».", "Del dem i hver sin fil."),
    "yaml": ("Skrivemåten er feil her.", "Se etter kolon, anførselstegn, klammer eller innrykk som er feil."),
    "yaml-kolon": (
        "Her står et kolon som ikke hører hjemme, eller innrykket er feil.",
        "Sett teksten i anførselstegn når den har kolon i seg, eller rett innrykket.",
    ),
    "yaml-nokkel": (
        "Her skulle det stått en ny nøkkel.",
        "Rett innrykket, eller se etter tekst etter et anførselstegn som er lukket.",
    ),
    "yaml-mangler-kolon": ("Her mangler det et kolon etter en nøkkel.", "Skriv «nøkkel: verdi»."),
    "yaml-firkantklamme": (
        "En liste som begynner med «[», er ikke lukket riktig.",
        "Sett komma mellom delene og «]» til slutt.",
    ),
    "yaml-krollklamme": (
        "En gruppe som begynner med «{{», er ikke lukket riktig.",
        "Sett komma mellom delene og «}}» til slutt.",
    ),
    "yaml-anforsel": ("Et anførselstegn blir aldri lukket.", "Sett et anførselstegn til slutt i teksten."),
    "yaml-tegn": (
        "En tekst kan ikke begynne med dette tegnet.",
        "Sett teksten i anførselstegn. Er det en tabulator, så bruk mellomrom.",
    ),
    "yaml-tabulator": ("Her står en tabulator der det skal være mellomrom.", "Bytt den ut med mellomrom."),
    "yaml-escape": (
        "Tegnet etter «\\» er ikke gyldig her.",
        "Skriv «\\\\» for en omvendt skråstrek, eller bruk enkle anførselstegn.",
    ),
    "yaml-strek": ("Her skulle det stått en strek, «-».", "Rett innrykket, eller sett «- » foran."),
    "yaml-innhold": ("Her skulle det stått en verdi.", "Skriv verdien, eller rett klammen eller kommaet her."),
    "yaml-liste-her": (
        "En liste kan ikke begynne her.",
        "Sett den på en ny linje, eller sett teksten i anførselstegn.",
    ),
    # --- the shape -------------------------------------------------------------------------------------------------
    "nokkel-mangler": ("Nøkkelen «{key}» mangler.", "Legg den til."),
    "ukjent-nokkel": ("Nøkkelen «{key}» hører ikke hjemme her.", "Bruk en av disse: {options}."),
    "ukjent-nokkel-naer": ("Nøkkelen «{key}» hører ikke hjemme her.", "Mente du «{nearest}»?"),
    "ukjent-verdi": ("«{value}» er ikke gyldig her.", "Bruk en av disse: {options}."),
    "ukjent-verdi-naer": ("«{value}» er ikke gyldig her.", "Mente du «{nearest}»?"),
    "tekst-mangler": ("Her mangler det tekst.", "Skriv den, eller slett nøkkelen."),
    "tekst-for-lang": ("Teksten er lengre enn {most} tegn.", "Kort den ned."),
    "skal-vare-tekst": (
        "Her skal det stå tekst.",
        "Har teksten kolon eller klammer i seg, så sett den i anførselstegn.",
    ),
    "skal-vare-liste": ("Her skal det stå en liste.", "Skriv [en, to] eller en linje for hver del med «- » foran."),
    "skal-vare-gruppe": (
        "Her skal det stå nøkler med verdier.",
        "Skriv {{nøkkel: verdi}} eller en linje for hver nøkkel.",
    ),
    "for-fa": ("Her må det stå minst {least}.", "Legg til det som mangler."),
    "for-mange": ("Her kan det stå høyst {most}.", "Slett det som er for mye."),
    "node-uten-slag": ("Det går ikke fram hva slags steg «{key}» er.", "Bruk en av disse nøklene: {options}."),
    "node-to-slag": ("Steget «{key}» er flere slag på én gang: {options}.", "Del det i flere steg."),
    "feil-form": ("«{value}» har ikke rett form her.", "{hint}"),
    "ugyldig": ("Dette er ikke gyldig her.", "Se hvordan det er skrevet i et annet kort."),
    "feil-format": ("Fila må begynne med «format: 1».", "Skriv det øverst."),
    "feil-sted": (
        "Fila sier at den er «{value}», men ligger der «{place}» skal ligge.",
        "Enten skriver du «{place}», eller så flytter du fila.",
    ),
    "feil-dato": ("«{value}» er ikke en dato.", "Skriv den som 2026-11-22."),
    "feil-tid": ("Åpningstiden «{value}» kan ikke leses.", "Skriv den som «Mo-Fr 08:00-15:30; PH off»."),
    "feil-alder": ("Aldersgrensa «{value}» går feil vei.", "Skriv den laveste alderen først, som «12-23»."),
    "uten-nummer": (
        "Kontakten har verken telefon eller nettside.",
        "Skriv «phone: missing» når planen ikke har nummer.",
    ),
    # --- what is spoken of -----------------------------------------------------------------------------------------
    "ukjent-node": (
        "Steget «{name}» finnes ikke i kortet.",
        "Enten lager du steget, eller så viser du til et som finnes.",
    ),
    "ukjent-node-naer": ("Steget «{name}» finnes ikke i kortet.", "Mente du «{nearest}»?"),
    "ukjent-faktum": (
        "Faktumet «{name}» finnes ikke.",
        "Enten legger du det til under «facts» i kortet, eller så bruker du et som finnes.",
    ),
    "ukjent-faktum-naer": ("Faktumet «{name}» finnes ikke.", "Mente du «{nearest}»?"),
    "ukjent-svar": ("«{name}» er ikke et svar på «{fact}».", "Bruk en av disse: {options}."),
    "ukjent-svar-naer": ("«{name}» er ikke et svar på «{fact}».", "Mente du «{nearest}»?"),
    "ukjent-type": ("Svartypen «{name}» finnes ikke.", "Bruk en av disse: {options}."),
    "ukjent-tjeneste": (
        "Tjenesten «{name}» finnes ikke.",
        "Enten legger du den til i services.yaml, eller så bruker du en som finnes.",
    ),
    "ukjent-tjeneste-naer": ("Tjenesten «{name}» finnes ikke.", "Mente du «{nearest}»?"),
    "ukjent-kilde": (
        "Kilden «{name}» finnes ikke.",
        "Enten legger du den til i pack.yaml eller laws.yaml, eller så bruker du en som finnes.",
    ),
    "ukjent-kilde-naer": ("Kilden «{name}» finnes ikke.", "Mente du «{nearest}»?"),
    "ukjent-liste": (
        "Lista «{name}» finnes ikke.",
        "Enten lager du lista, eller så viser du til en som finnes.",
    ),
    "ukjent-liste-naer": ("Lista «{name}» finnes ikke.", "Mente du «{nearest}»?"),
    "ukjent-kort": (
        "Kortet «{name}» finnes ikke.",
        "Enten lager du kortet, eller så viser du til et som finnes.",
    ),
    "ukjent-kort-naer": ("Kortet «{name}» finnes ikke.", "Mente du «{nearest}»?"),
    "ukjent-utgang": ("Utgangen «{name}» finnes ikke i kortet {card}.", "Bruk en av disse: {options}."),
    "utgang-mangler": ("Utgangen «{name}» fra kortet {card} er ikke med.", "Legg den til med steget den leder til."),
    "utgang-uten-node": (
        "Utgangen «{name}» er nevnt øverst i kortet, men ikke brukt.",
        "Enten sletter du den, eller så lager du steget.",
    ),
    "utgang-ikke-nevnt": ("Utgangen «{name}» er ikke nevnt under «exits» øverst i kortet.", "Legg den til der."),
    "ukjent-punkt": ("Punktet «{name}» finnes ikke under «points» i kortet.", "Bruk en av disse: {options}."),
    "ukjent-kolonne": ("Kolonnen «{name}» finnes ikke i lista.", "Bruk en av disse: {options}."),
    "ukjent-tema": (
        "Temaet «{name}» finnes ikke.",
        "Enten legger du det til i topics.yaml, eller så bruker du et som finnes.",
    ),
    "ukjent-tema-naer": ("Temaet «{name}» finnes ikke.", "Mente du «{nearest}»?"),
    "ukjent-pakke": (
        "Det finnes ingen pack.yaml for «{name}».",
        "Enten lager du den, eller så retter du navnet.",
    ),
    "svar-mangler": (
        "Svaret «{name}» på «{fact}» leder ingen steder.",
        "Enten legger du det til under «answers», eller under «not_offered» med en grunn.",
    ),
    "svar-dobbelt": ("Svaret «{name}» står både under «answers» og «not_offered».", "Slett det ene."),
    "alder-hull": ("Alderen {low} til {high} år leder ingen steder.", "Utvid et av aldersspennene."),
    "alder-hull-en": ("Alderen {low} år leder ingen steder.", "Utvid et av aldersspennene."),
    "alder-to": ("Alderen {low} år hører til både «{one}» og «{other}».", "Gjør det ene spennet mindre."),
    "feil-spenn": ("«{name}» er ikke et aldersspenn.", "Skriv det som «0-11», «12-17» eller «18-»."),
    "rekkefolge-mangler": ("Svaret «{name}» er ikke med i «order».", "Legg det til der det hører hjemme i alvor."),
    "frist-uten-start": (
        "Fristen viser til «{name}», som ikke er et datofelt i kortet.",
        "Vis til STEG.FELT der en dato noteres.",
    ),
    "faktum-finnes": (
        "Faktumet «{name}» finnes allerede i felles.",
        "Enten sletter du det her, eller så gir du det et annet navn.",
    ),
    "profil-i-kort": (
        "Faktumet «{name}» kommer fra brukerens innstillinger, og da hører det ikke hjemme i ett kort.",
        "Flytt det til facts.yaml.",
    ),
    "dobbel-id": ("«{name}» er brukt to ganger.", "Gi den ene et annet navn."),
    "legger-inn-seg-selv": ("Kortet legger inn seg selv: {way}.", "Ta bort en av innleggingene."),
    "kort-ute": ("Kortet er ute av bruk, for {name}, som det bygger på, har feil.", "Rett feilene i {name} først."),
    "liste-ute": ("Lista «{name}» har feil, og da er kortet ute av bruk.", "Rett feilene i lista først."),
    "fil-ute": ("Det som står her, bygger på {name}, som mangler eller har feil.", "Rett feilene i {name} først."),
    "faktum-ulikt": (
        "Faktumet «{name}» er ikke det samme her som i {other}, som kortet bygger på.",
        "Enten gir du det ene et annet navn, eller så legger du det i facts.yaml.",
    ),
    "kort-uten-sted": (
        "{pack} har ikke kortet «{name}», som skal brukes i {place}.",
        "Enten lager du kortet, eller så retter du navnet.",
    ),
    "utgave-skadet": (
        "Utgaven som skulle vært i bruk, er skadet. Derfor brukes utgave {used}.",
        "Si fra til den som publiserer. «tiltakskort content versions» viser hvilke filer det gjelder.",
    ),
    "utgave-mangler": (
        "Ingen hel utgave er publisert.",
        "Si fra til den som publiserer. «tiltakskort content versions» viser hvilke filer det gjelder.",
    ),
    "sist-gode": (
        "Innholdet har feil. Derfor brukes den siste utgaven som var uten feil.",
        "Rett feilene under. Da tas det nye innholdet i bruk.",
    ),
}


def say(code: str, file: str, place: Place = NOWHERE, severity: str = "error", /, **slots: object) -> Finding:
    """The finding `code` at `place`, its slots filled in; somebody's own text is shortened to what a line holds."""
    what, mend = WORDS[code]
    shown = {name: short(value) if name != "options" else value for name, value in slots.items()}
    return Finding(code, file, place.line, place.column, what.format(**shown), mend.format(**shown), severity)
