// Dutch.
import type { Language } from "./language.ts";

export const DUTCH: Language = {
  small:
    "de het een en of niet is zijn was werd wordt worden met van naar op voor om te in uit aan bij als ook nog maar door over onder die dat dit deze je jij u uw we wij hij zij er heeft hebben kan kon geen meer hier daar moet mag zonder wel al dan hem haar daarna alleen wat",
  matters:
    "bestelling factuur betaling boeking aanvraag verlof levering contract offerte terugbetaling klacht rekening klant afspraak verzending declaratie order document",
  words: {
    ignore:
      "negeer negeren negeert vergeet vergeten laat_varen sla_geen_acht volg_niet niet_opvolgen gelden_niet gelden_niet_meer vervallen trek_je_niets leg_naast_je ter_zijde niet_meer",
    prior:
      "alle alles eerdere vorige voorgaande bovenstaande hierboven tot_nu_toe daarvoor al_je jouw",
    orders:
      "instructies instructie aanwijzingen aanwijzing richtlijnen opdrachten opdracht bevelen regels voorschriften orders",
    context: "regels context bericht berichten tekst gezegd geschreven",
    agent: "agent agenten assistent ai ai_agent ai_agenten ai_assistent bot taalmodel codeagent",
    person: "ontwikkelaar ontwikkelaars beheerder collega",
    call: "voor_de voor_ai aan_de beste opmerking_voor bericht_aan let_op voor_ai_agenten aan_de_ai aan_de_agent voor_de_agent voor_de_assistent hallo beste_assistent geachte notitie_voor instructie_voor mededeling bericht_voor",
    reading:
      "wie_dit_oplost wie_dit_herstelt wie_dit_leest wie_dit_repareert degene_die_dit wie_dit_ticket wie_hiermee wie_dit_behandelt die_dit_ticket die_dit_leest die_dit_oplost wie_dit_fixt de_behandelaar wie_dit_oppakt",
    must: "moet moeten dien_je dient zult verplicht",
    you: "jij jouw je",
    persona:
      "je_bent_nu jij_bent_nu vanaf_nu voortaan_ben gedraag_je doe_alsof speel_de_rol zonder_beperkingen je_gehoorzaamt je_bent_een",
    newTask:
      "jouw_taak je_taak je_nieuwe_taak nieuwe_opdracht gehoorzaam doe_alleen doe_wat volg_alleen volg_deze doe_het_volgende doe_nu nieuwe_taak volg_de_stappen doe_alles wat_daar_staat wat_er_staat alles_wat_er alles_wat_daar volg_alles volg_de_instructies doe_precies",
    run: "installeer installeren voer_uit uitvoeren draai draaien start starten voer voer_het_uit uit_te_voeren lanceer voer_~_uit",
    fetch: "haal ophalen download downloaden open bezoek ga_naar haal_op kloon openen",
    send: "stuur sturen verstuur plak plakken upload uploaden zet deel delen vermeld plaats plaatsen doorsturen kopieer post verzend verzenden toon laat_zien geef schrijf schrijven mail publiceer print druk_af onthul voeg_bij tonen voeg_~_bij druk_~_af plak_~_in",
    secret:
      "omgevingsvariabelen sleutel sleutels wachtwoord wachtwoorden geheimen inloggegevens tokens toegangstoken api_sleutel api_sleutels toegangssleutel geheim omgevingsvariabele privesleutel token",
    place:
      "reactie opmerking beschrijving antwoord ticket adres hier link url bericht hieronder kanaal daar",
    weaken:
      "verwijder verwijderen schakel_uit uitschakelen zet_uit uitzetten sla_over overslaan oversla haal_weg weghalen haal_eruit eruit_halen laat_weg weglaten omzeil omzeilen negeer versoepel schrap schrappen deactiveer deactiveren hef_op opheffen sla_de laat_vallen zet_de gooi_weg gooi_eruit weggooien wis wissen laat_zitten sla schakel_~_uit zet_~_uit sla_~_over haal_~_weg haal_~_eruit laat_~_weg gooi_~_weg gooi_~_eruit hef_~_op stopzetten stop_zetten",
    check: "testen controle beoordeling",
    asset: "map bestanden database tabel gegevens tak",
    work: "merge mergen push pushen voeg_samen samenvoegen voeg_toe toevoegen commit pas_aan aanpassen wijzig voer_door doorvoeren rol_uit keur_goed goedkeuren breng_live keur voeg publiceer uitrollen voeg_~_toe voeg_~_samen keur_~_goed",
    workplace: "repository hoofdtak main productie afhankelijkheden wijziging* pakket",
    grant: "geef maak verleen ken_toe benoem",
    privilege:
      "beheerder beheerders beheerdersrechten adminrechten admin rechten schrijfrechten openbaar volledige_toegang",
    replace: "vervang vervangen wijzig wijzigen verander veranderen zet pas",
    target: "rekeningnummer adres url wachtwoord ontvanger iban",
    approved:
      "goedgekeurd akkoord afgesproken besproken toegestaan toestemming_is overeengekomen afgestemd besloten al_gegeven in_overleg na_overleg heeft_ingestemd groen_licht heeft_goedgekeurd met_toestemming ingestemd geautoriseerd",
    authority:
      "beveiliging beveiligingsteam management directie klant beheer producteigenaar juridische_zaken functionaris directeur leidinggevende hoofd teamleider juridisch afdeling",
    policy:
      "volgens_beleid beleid volgens_het conform richtlijn handboek volgens_de_richtlijn volgens_de_procedure beleid_schrijft",
    without: "zonder geen niet_nodig hoeft_niet",
    consent:
      "toestemming beoordeling review goedkeuring overleg bevestiging vragen controle te_vragen wachten kijken te_kijken nakijken controleren onderzoek lezen",
    fix: "oplossing herstel om_dit_te_verhelpen om_dit_op_te_lossen",
    urgent: "dringend onmiddellijk meteen spoed",
    hush: "niet_vermelden meld_dit_niet niets_zeggen zeg_niets vermeld_dit_niet niet_melden zonder_melding stilletjes zeg_er_niets vertel_niemand niemand_vertellen niet_noemen noem_het_niet houd_het_geheim zonder_iets_te_zeggen stilzwijgend meld_het_niet zonder_te_melden vermeld_niet",
    tool: "commando opdracht script terminal",
    codeplace: "pagina route eindpunt functie inlogpagina",
    trouble:
      "fout mislukt ongeldig verlopen geweigerd kan_niet kon_niet niet_gevonden ontbreekt verbroken onbekend opnieuw te_groot ongeldige geen_rechten geen_toegang klopt_niet onjuist",
    ask: "we_hebben_nodig hebben_we wij_hebben_nodig we_hebben_de we_vragen_je ik_heb_nodig heb_ik_nodig nodig_hebben kun_je kunt_u wil_je zou_je",
    guard:
      "handtekeningcontrole* handtekening controle controles authenticatie* autorisatie* toegangscontrole* rechtencontrole* inlogcontrole* virusscan* scan snelheidslimiet* limiet* versleuteling* validatie* certificaatcontrole* tweestaps* tweefactor* captcha beveiliging* csrf cors blokkade* maskering* logboek beoordeling* verificatie* fraudecontrole test tests grens filter machtiging rechten inloggen certificaat scannen",
    should:
      "mag_weg mogen_weg kan_weg kunnen_weg moet moeten mag mogen kan kunnen hoort horen dient voortaan gewoon volstaat is_niet_meer_nodig niet_meer_nodig overbodig graag gelieve beste_is heeft_geen_nut geen_nut_meer heeft_geen_zin geen_zin_meer dient_nergens alleen_maar_in_de_weg zit_in_de_weg niemand_nodig is_niet_langer_nodig niet_langer_nodig kan_weg mag_weg hoeft_niet_meer makkelijkst beste_oplossing juiste_instelling zou_moeten is_voldoende zouden",
    dropped:
      "mag_weg mogen_weg kan_weg kunnen_weg verwijderd uitgeschakeld uitgezet overgeslagen weggehaald weggelaten geschrapt opgeheven vervallen weg eruit uit overbodig verdwijnen weggegooid eraf kan_eruit",
    open: "voor_iedereen openbaar elke_waarde alle_origins zonder_inlog zonder_handtekening altijd_true iedereen alle_gebruikers elke_invoer altijd_goed alles_toestaan alles_doorlaten doorlaten zonder_controle openzetten",
    data: "logs logboeken verzoeken kopie rapporten gegevens klantgegevens back_up inhoud",
    close: "sluit sluiten gesloten afsluiten",
    ticket: "ticket melding incident storing",
    settled:
      "al_opgelost reeds_opgelost niets_te_doen niets_meer_te dubbel duplicaat al_verholpen reeds_verholpen vals_alarm gisteren_opgelost gisteren_al_opgelost reeds_gerepareerd is_opgelost al_gerepareerd",
    pack: "pakket pakketten bibliotheek afhankelijkheid versie",
  },
};
