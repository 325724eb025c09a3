"""Every key of the content files in plain Norwegian: a short label for a form, and what it means and how it is written.

Used by the forms and by the JSON Schema. A key means the same wherever it stands, unless `Shape.key` is listed, too.
"""

from __future__ import annotations

from typing import Final

from guide.store.schema import told_more as more
from guide.store.told import Told

SHAPES: Final[dict[str, str]] = {
    "CardFile": "Et kort: spørsmålene, oppgavene og rådene som en ansatt går gjennom.",
    "ListFile": "En liste over tegn som kan krysses av i et kort.",
    "FactsFile": "Fakta som flere kort snakker om. Ordene for hvert svar står her, én gang.",
    "ServicesFile": "Tjenestene som rådene viser til, og hvem som svarer når de er stengt.",
    "LawsFile": "Lover og offentlige veiledere som kortene viser til.",
    "PackFile": "Det som gjelder hele kommunen: navn, plan, kalender og punktene i planen.",
    "SafetyFile": "Reglene som aldri kan brytes, på noen vei gjennom noe kort.",
    "DutiesFile": "Hvilke svar som gir hvilken plikt, uansett hva rådet sier.",
    "SearchFile": "Ord folk bruker, og ordene som kortene har for det samme.",
    "ContactsFile": "Kontaktene: hvordan hver tjeneste nås i denne kommunen.",
    "Ask": "Et spørsmål med svar.",
    "By": "Et skille som går videre av seg selv, etter et svar som er gitt før.",
    "Signs": "En liste over tegn å krysse av.",
    "Task": "En oppgave som skal gjøres.",
    "Record": "Noe som skal noteres, for eksempel en dato.",
    "Include": "Et annet kort som er lagt inn her.",
    "Exit": "En utgang fra et felles kort.",
    "Outcome": "Et råd: det ene som skal gjøres nå.",
    "FactShape": "Et faktum: noe et svar slår fast.",
    "TypeShape": "Svar som flere fakta har felles.",
    "PointShape": "Et punkt i kolonnen ved siden av kortet.",
    "SignShape": "Et tegn.",
    "RecordField": "Et felt å fylle ut.",
    "Say": "Ord å si, i telefonen og til barnet.",
    "Within": "En frist regnet fra en dato som er notert.",
    "On": "En frist på en dato som er notert.",
    "ServiceShape": "En tjeneste.",
    "LawShape": "En lov eller en veileder.",
    "SupersededShape": "En gammel henvisning, og det som gjelder i stedet.",
    "PlanShape": "Planen som kommunen følger.",
    "CalendarShape": "Det planen sier om dagene.",
    "PlanPointShape": "Et punkt i planen.",
    "MendedShape": "Noe planen skriver om loven, og det som gjelder i stedet.",
    "ContactShape": "En kontakt.",
    "InvariantShape": "En regel: når dette er svart, skal noe aldri skje før noe annet.",
    "MatchShape": "Det regelen ser etter.",
    "DutyShape": "En plikt som følger av svar.",
    "SynonymShape": "Ord som betyr det samme.",
    **more.SHAPES,
}
"""What each shape is."""

KEYS: Final[dict[str, Told]] = {
    "format": Told("Format", "Alltid 1."),
    "title": Told("Tittel", "Det som vises øverst. Kort, og med de ordene folk bruker."),
    "about": Told("Om", "En eller to setninger om når dette brukes."),
    "point": Told("Punkt", "Punktet i planen som steget hører til. Det må stå under «points» i kortet."),
    "help": Told("Hjelp", "En eller to korte setninger som forklarer."),
    "RecordField.tells": Told(
        "Hva feltet forteller",
        "Brukes når noen skriver om saken: since (siden når), seen (sett), heard (hørt), thought (vurdert), "
        "done (gjort), effect (virkning), goal (mål), next (neste dato).",
    ),
    "FactShape.tells": Told("Hva svaret forteller", "effect: svaret sier hva tiltakene førte til."),
    "note": Told("Merknader", "Det leseren må vite om planen eller loven: uenighet, rettelser, ting som må avklares."),
    "source": Told("Kilder", "Hvor det står: «kommune:punkt» fra planen, «lov:navn» eller «kilde:navn»."),
    "anew": Told("Ny runde", "Skriv «ja» når spørsmålene skal stilles på nytt herfra, for eksempel på et nytt møte."),
    "loop": Told("Kan gå i ring", "Skriv «ja» når man kan komme tilbake hit flere ganger."),
    "was": Told("Het før", "Navn som steget har hatt. Lagrede saker finner fram med dem."),
    # --- the kinds of node
    "ask": Told("Spørsmål", "Spørsmålet, slik den ansatte leser det. Ett spørsmål om gangen."),
    "by": Told("Går etter", "Faktumet som avgjør veien videre. Alle veier hit må ha spurt om det."),
    "signs": Told("Overskrift", "Spørsmålet over lista med tegn."),
    "task": Told("Oppgave", "Det som skal gjøres. Begynn med verbet."),
    "record": Told("Overskrift", "Det som skal noteres, som et spørsmål."),
    "include": Told("Kort", "Kortet som legges inn her, for eksempel «felles/vold»."),
    "exit": Told("Utgang", "Navnet på utgangen. Det må stå under «exits» øverst i kortet."),
    "outcome": Told("Råd", "Det ene som skal gjøres nå. Begynn med verbet."),
    # --- what leads on
    "fact": Told("Faktum", "Det som svaret slår fast. Velg et som finnes, i facts.yaml eller i kortet."),
    "answers": Told("Svar", "Hvert svar på faktumet, og steget det leder til. Alle svar må være med."),
    "not_offered": Told("Svar som ikke vises", "Svar som ikke kan velges her, hvert med en grunn."),
    "go": Told("Videre til", "Steget som kommer etter."),
    "then": Told("Etter rådet", "Steget man går videre fra når rådet er fulgt. Uten det slutter kortet her."),
    "alone": Told("Når kortet gås alene", "Steget som utgangen leder til når ingen andre kort har lagt inn dette."),
    "exits": Told("Utganger", "Hver utgang fra kortet, og steget den leder til."),
    "list": Told("Liste", "Lista med tegn, for eksempel «stange/tegn»."),
    # --- what is said
    "contact": Told("Kontakter", "Tjenestene som skal kontaktes, i rekkefølge, hver med noen få ord om hvorfor."),
    "do": Told("Gjør dette", "Korte setninger som begynner med verbet. Minst én."),
    "dont": Told("Ikke gjør dette", "Det man skal la være, helst med hva man gjør i stedet."),
    "say": Told("Ord å si", "Setninger til telefonen, og til barnet."),
    "phone": Told("I telefonen", "Setninger å si i telefonen."),
    "child": Told("Til barnet", "Setninger å si til barnet."),
    "share": Told("Dette kan deles", "Det som kan deles, og med hvem."),
    "next": Told("Det som skjer så", "Det som skjer etterpå, og når. Minst én setning."),
    "does": Told("Dette innebærer", "Det oppgaven innebærer, fra en fast liste. Sikkerhetsreglene leser den."),
    "deadlines": Told("Frister", "Når det senest skal være gjort, regnet fra en dato som er notert."),
    "overdue": Told("Når fristen er ute", "Det som vises når fristen er ute. Uten bebreidelse."),
    "fields": Told("Felt", "Det som skal fylles ut."),
    "urgency": Told("Hvor mye det haster", "now (nå), today (i dag), deadline (innen fristen) eller routine (vanlig)."),
    "report": Told(
        "Meldeplikt", "must (skal meldes), with_consent (med samtykke), discuss (drøft) eller not_now (ikke nå)."
    ),
    "duties": Told("Andre plikter", "Plikter som gjelder samtidig."),
    "guardians": Told("Foresatte", "Om foresatte skal få vite det nå, og hvem som sier det."),
    # --- deadlines and fields
    "id": Told("Navn", "Et kort navn uten mellomrom. Endres ikke når noe annet viser til det."),
    "within": Told("Innen", "Et helt tall fra 1."),
    "unit": Told("Enhet", "working_days (virkedager), weeks (uker) eller months (måneder)."),
    "from": Told("Regnet fra", "Datoen fristen regnes fra, skrevet STEG.FELT."),
    "on": Told("På datoen", "Datoen som er fristen, skrevet STEG.FELT."),
    "kind": Told("Slag", "Hva slags."),
    "RecordField.kind": Told("Slag", "text (tekst), date (dato) eller role (rolle)."),
    "FactShape.kind": Told("Slag", "choice (svar å velge mellom) eller years (alder i år)."),
    "PackFile.kind": Told("Slag", "municipality (en kommune) eller shared (felles for alle)."),
    "label": Told("Ledetekst", "Teksten ved feltet."),
    "default": Told("Står fra før", "Det som står der før noen har svart."),
    # --- the card
    "card": Told("Kortets navn", "Kommune/kort, slik fila ligger."),
    "serves": Told("Brukes i", "Hvor kortet brukes: barnehage, skole, sfo."),
    "sets": Told("Gitt fra før", "Fakta som er kjent fra start."),
    "alarms": Told("Alarmer", "Kort som kan åpnes fra hvert steg, med hvor hver utgang leder."),
    "facts": Told("Fakta", "Fakta som dette gjelder."),
    "start": Told("Første steg", "Steget kortet begynner med."),
    "points": Told("Punkter", "Punktene i planen."),
    "nodes": Told("Steg", "Stegene i kortet."),
    "CardFile.exits": Told("Utganger", "Utgangene fra et felles kort."),
    # --- facts
    "definition": Told("Forklaring", "Hva ordene betyr, forklart én gang."),
    "values": Told("Svar", "Svarene, med ordene som vises."),
    "order": Told("Alvor", "Svarene fra minst til mest alvorlig. Svar i samme [ ] er like alvorlige."),
    "lasting": Told("Varer", "Skriv «ja» når en ny runde ikke skal spørre om det igjen."),
    "set_by": Told("Settes av", "card (kortet), signs (tegn) eller profile (innstillingene)."),
    "unknown": Told("Vet ikke", "Hvilket svar som betyr «vet ikke», når det ikke heter vet_ikke."),
    "types": Told("Svartyper", "Svar som flere fakta har felles."),
    # --- lists
    "columns": Told("Kolonner", "Kolonnene i lista."),
    "ListFile.signs": Told("Tegn", "Tegnene i lista."),
    "ListFile.list": Told("Listas navn", "Kommune/liste, slik fila ligger."),
    "column": Told("Kolonne", "Kolonnen tegnet står i."),
    "text": Told("Tekst", "Teksten som vises."),
    "points_at": Told("Kan peke mot", "Det tegnet kan peke mot, for eksempel vold."),
    # --- services, laws
    "services": Told("Tjenester", "Tjenestene."),
    "stand_in": Told("Svarer i stedet", "Tjenester som svarer når denne er stengt."),
    "fallback": Told("For hele landet", "Den nasjonale linja."),
    "acute": Told("Når det haster", "Hvem som ringes først når det haster."),
    "inside": Told("På arbeidsplassen", "Skriv «ja» når det er en rolle på egen arbeidsplass."),
    "statutes": Told("Lover", "Lover og paragrafer."),
    "guidance": Told("Veiledere", "Offentlige veiledere."),
    "superseded": Told("Utgåtte henvisninger", "Gamle henvisninger, og det som gjelder nå."),
    "says": Told("Sier", "Det loven sier, med enkle ord."),
    "confidence": Told("Hvor sikkert", "Hvor sikkert det er."),
    "LawShape.confidence": Told(
        "Hvor sikkert", "law (loven selv), official (offisiell side) eller unsure (må kontrolleres)."
    ),
    "ContactShape.confidence": Told(
        "Hvor sikkert", "plan (bare planen sier det), official (offisiell side) eller unsure (må kontrolleres)."
    ),
    "checked": Told("Sist kontrollert", "Dagen noen ringte eller sjekket kilden, skrevet 2026-11-22."),
    "basis": Told("Grunnlag", "Hva det bygger på."),
    "url": Told("Nettadresse", "Hele adressen, med https://."),
    "old": Told("Gammel", "Slik den ble skrevet før."),
    "also": Told("Også skrevet", "Andre måter den er skrevet på."),
    "now": Told("Gjelder nå", "Kilden som gjelder nå, eller ordene som skal brukes."),
    # --- packs
    "pack": Told("Kommune", "Kommunens korte navn, som «stange». Det samme som mappa heter."),
    "name": Told("Navn", "Navnet slik det vises. Ikke navn på personer."),
    "version": Told("Utgave", "Et tall som går opp hver gang det publiseres."),
    "plan": Told("Plan", "Planen som kortene følger."),
    "period": Told("Periode", "Årene planen gjelder."),
    "reviewed": Told("Sist gått gjennom", "Dagen det hele sist ble gått gjennom, skrevet 2026-11-22."),
    "review_by": Told("Gås gjennom innen", "Dagen det senest skal gås gjennom, skrevet 2027-11-22."),
    "calendar": Told("Kalender", "Hvilke dager som teller."),
    "saturday": Told("Lørdag", "rest (teller ikke) eller counts (teller som virkedag)."),
    "closing_days": Told("Stengte dager", "Dager som ikke teller, skrevet 2026-12-23."),
    "cards": Told("Kort", "Hvilket kort som brukes i barnehage, skole og sfo."),
    "PackFile.points": Told("Punkter i planen", "Punktene i planen, som kortene viser til."),
    "place": Told("Sted", "Hvor i planen punktet står."),
    "notes": Told("Merknader", "Det admin bør vite om planen."),
    "mended": Told("Rettet mot loven", "Det planen skriver om loven, og det som gjelder nå."),
    "MendedShape.place": Told("Sted", "Hvor i planen det står."),
    "wrote": Told("Planen skriver", "Den gamle henvisningen, kort. Ikke hele setningen."),
    # --- contacts
    "contacts": Told("Kontakter", "Kontaktene."),
    "service": Told("Tjeneste", "Tjenesten som nås her, fra services.yaml."),
    "ContactShape.phone": Told(
        "Telefon", "Nummeret. Skriv «missing» når ingen kilde oppgir det. Finn aldri på et nummer."
    ),
    "hours": Told("Åpningstid", "Skrevet som «Mo-Fr 08:00-15:30; PH off». Utelatt betyr at kilden ikke sier det."),
    "ages": Told("Alder", "Aldersgrense, som «0-12», «13-» eller «-16». Utelatt betyr ingen grense."),
    "web": Told("Nettside", "Hele adressen til siden eller skjemaet, med https://."),
    # --- rules for all cards
    "rules": Told("Regler", "Reglene."),
    "given": Told("Når dette er svart", "Fakta og svarene som gjør at regelen gjelder."),
    "never": Told("Da aldri", "Det som ikke skal skje."),
    "before": Told("Før dette", "Det som må ha skjedd først. Utelatt betyr aldri."),
    "deadline": Told("Frist", "any: enhver frist."),
    "end": Told("Slutt", "any: at kortet slutter."),
    "answer": Told("Svar", "Svar, skrevet faktum=svar."),
    "duty": Told("Plikt", "Plikten som gjelder."),
    "synonyms": Told("Ord", "Ord folk bruker, og kortenes ord for det samme."),
    "SynonymShape.say": Told("Folk sier", "Ordene folk bruker."),
    "means": Told("Kortene sier", "Ordene som står i kortene."),
    **more.KEYS,
}
"""What each key is; `Shape.key` where it is something else in one shape."""


def told(shape: str, key: str) -> Told:
    """A key of a shape in words. Raises KeyError for one that is not listed: a test holds that there is none."""
    return KEYS.get(f"{shape}.{key}") or KEYS[key]
