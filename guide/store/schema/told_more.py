"""The keys of lists of measures, arenas, factors and terms, of topics, and of exercises, in plain Norwegian."""

from __future__ import annotations

from typing import Final

from guide.store.told import Told

SHAPES: Final[dict[str, str]] = {
    "MeasuresFile": "En liste over tiltak: det kommunen har for barn, familier og ansatte.",
    "MeasureShape": "Et tiltak.",
    "ArenasFile": "En liste over møter der saker og samarbeid blir tatt opp.",
    "ArenaShape": "Et møte.",
    "FactorsFile": "En liste over det som gjør livet vanskeligere eller lettere for barn.",
    "FactorShape": "Noe som gjør livet vanskeligere eller lettere.",
    "TermsFile": "En liste over ord og hva de betyr.",
    "TermShape": "Et ord.",
    "TopicsFile": "Temaer som knytter tiltak til det et barn trenger.",
    "TopicShape": "Et tema.",
    "ExerciseFile": "En øvelse: en oppdiktet sak med klokke, som går gjennom et ekte kort.",
    "ExpectShape": "Det som skal stå på skjermen her.",
    "EndShape": "Der øvelsen slutter, og det som skal stå der.",
    "StepShape": "Et steg på den riktige veien.",
    "SceneShape": "Et stykke av historien.",
    "EventShape": "Noe som kommer inn underveis.",
}
"""What each shape is."""

KEYS: Final[dict[str, Told]] = {
    # --- lists
    "measures": Told("Tiltak", "Tiltakene i lista."),
    "arenas": Told("Møter", "Møtene i lista."),
    "factors": Told("Faktorer", "Faktorene i lista."),
    "terms": Told("Ord", "Ordene i lista."),
    "topics": Told("Temaer", "Temaene, det viktigste først."),
    "given_by": Told("Gis av", "Hvem som gir det, med ord. Ikke navn på personer."),
    "levels": Told("Nivåer", "universal (for alle), selective (for noen) eller indicated (for ett barn)."),
    "MeasuresFile.levels": Told("Planens ord", "Det planen kaller nivåene, når den har egne navn."),
    "whom": Told("For hvem", "child (barnet), family (familien) eller staff (ansatte)."),
    "places": Told("Bare på", "Steder der det finnes: barnehage, skole, sfo. Utelatt betyr alle."),
    "access": Told("Tilgang", "none (ingen krav), referral (henvisning), application (søknad), decision (vedtak)."),
    "how": Told("Hvordan", "Hvordan en får det, i én setning."),
    "consent": Told("Samtykke", "Skriv «ja» når foresatte må ha sagt ja."),
    "status": Told(
        "Status", "in_use (i bruk), partly (delvis), planned (planlagt), foreslått (proposed), not_offered."
    ),
    "evidence": Told("Kunnskap", "Nivå 0–5, bare når planen oppgir det."),
    "level": Told("Nivå", "Hvilket nivå."),
    "ArenaShape.level": Told("Nivå", "municipality (kommunen), service (tjenesten) eller individual (ett barn)."),
    "ExerciseFile.level": Told("Nivå", "lett, middels eller krevende."),
    "purpose": Told("Formål", "Hva møtet er til."),
    "leader": Told("Ledes av", "Rollen som leder møtet."),
    "who": Told("Hvem", "Rollene som er med."),
    "often": Told("Hvor ofte", "Hvor ofte møtet er."),
    "new": Told("Nytt", "Skriv «ja» når planen oppretter møtet."),
    "FactorShape.kind": Told("Slag", "risk (vanskeligere) eller protective (lettere)."),
    "FactorShape.at": Told("Hos hvem", "child (barnet), family (familien) eller surroundings (det rundt)."),
    "differences": Told("Ulikheter", "Det planene er uenige om."),
    "FactorsFile.say": Told("Ord å si", "Setninger som setter ord på uroen."),
    "term": Told("Ord", "Ordet som blir forklart."),
    "forms": Told("Også skrevet", "Andre former av ordet."),
    # --- exercises
    "exercise": Told("Øvelsens navn", "Kommune/øvelse, slik fila ligger."),
    "setting": Told("Arbeidssted", "barnehage, skole eller sfo."),
    "areas": Told("Områder", "Det øvelsen trener."),
    "at": Told("Steg", "Steget i kortet."),
    "ExerciseFile.at": Told("Begynner", "Når øvelsen begynner, skrevet 2026-11-27T16:10."),
    "people": Told("Personer", "De som er med, etter rolle. Aldri navn."),
    "scenes": Told("Historien", "Historien, stykke for stykke."),
    "events": Told("Hendelser", "Det som kommer inn underveis."),
    "way": Told("Riktig vei", "Stegene på den riktige veien, i rekkefølge."),
    "elsewhere": Told("Andre steg", "Det som sies på steg som bare ligger på gale veier."),
    "discuss": Told("Å snakke om", "Spørsmål å snakke om etterpå."),
    "ExerciseFile.end": Told("Slutt", "Steget øvelsen slutter ved, og det som skal stå der."),
    "node": Told("Steg", "Steget i kortet der dette skjer."),
    "time": Told("Klokkeslett", "Når det skjer, skrevet 15:40."),
    "options": Told("Valg", "Det som kan velges, to til ni."),
    "area": Told("Område", "Området poengene hører til."),
    "right": Told("Riktig", "Riktige svar, hvert med en grunn. Minst ett."),
    "possible": Told("Mulig", "Svar som også går an, hvert med en grunn."),
    "wrong": Told("Feil", "Gale svar, hvert med en grunn."),
    "grave": Told("Alvorlig feil", "Svar som kan skade barnet. Klokka stopper, og grunnen vises."),
    "rest": Told("Resten", "Det som sies om alle svar som ikke er nevnt."),
    "costs": Told("Koster", "Minuttene et svar koster."),
    "mistake": Told("Slags feil", "Hva slags alvorlig feil hvert svar er."),
    "hint": Told("Hint", "Et spørsmål som hjelper, uten å gi svaret."),
    "alarm": Told("Alarm", "Alarmen som skal åpnes her."),
    "StepShape.note": Told("Datoer", "Datoene som skal noteres, etter felt."),
    "tick": Told("Kryss", "Tegnene som skal krysses av."),
    "may": Told("Kan krysses", "Tegn som også kan krysses av."),
    "why": Told("Hvorfor", "Det som sies når det er riktig."),
    "minutes": Told("Minutter", "Hvor lang tid steget tar."),
    "until": Told("Fram til", "Klokka når steget er ferdig, skrevet 15:40 eller med dato."),
    "expect": Told("Skal vise", "Det som skal stå på skjermen her."),
    "number": Told("Nummer", "Nummeret som ringes nå, bare sifre, eller «missing»."),
    "ExpectShape.deadlines": Told("Frister", "Fristene som skal stå der, med dato."),
    "EndShape.deadlines": Told("Frister", "Fristene som skal stå der, med dato."),
    # --- packs
    "keep_days": Told("Beholdes i dager", "Hvor lenge en lagret sak beholdes etter siste hendelse. Utelatt betyr 90."),
    "case_key": Told("Kommunens nøkkel", "Nøkkelen som kan åpne saker når ansatte har glemt sin. Lages av «case key»."),
}
"""What each key is; `Shape.key` where it is something else in one shape."""
