// Swedish.
import type { Language } from "./language.ts";

export const SWEDISH: Language = {
  small:
    "och att det som en ett den av for till med pa inte ar var har om sa kan ska vi du ni din ditt dina er men eller fran efter vid nar utan over under bara ingen inget nagon denna detta dessa alla blev blir kunde gick sig fick in langre bor",
  matters:
    "bestallning faktura betalning bokning ansokan semester leverans avtal offert aterbetalning reklamation konto kund order arende",
  words: {
    ignore:
      "bortse_fran bortse ignorera strunta_i glom_alla asidosatt ge_upp glom strunta strunt_i lat_bli ignorerar galler_inte galler_inte_langre foljs_inte folj_inte",
    prior: "alla tidigare foregaende ovanstaende ovan dittills allt hittills dina",
    orders:
      "instruktioner anvisningar regler direktiv order instruktionerna anvisningarna instruktion anvisning riktlinjer befallningar uppmaningar",
    context: "regler meddelanden text sagts sammanhang",
    agent: "agent agenten assistent assistenten ai ai_agent ai_assistent bot sprakmodell kodagent",
    person: "utvecklare utvecklaren",
    call: "till_ai till_agenten till_assistenten meddelande_till obs kara hej for_ai till_den_som till_ai_agenten for_agenten basta_assistent instruktion_till",
    reading:
      "den_som_lagar den_som_fixar den_som_laser den_som_rattar du_som_lagar du_som_laser den_som_atgardar som_hanterar_detta som_laser_detta som_atgardar_detta den_som_tar den_som_hanterar den_som_fixar_detta",
    must: "ska maste bor",
    you: "du din dina",
    persona:
      "du_ar_nu fran_och_med_nu fran_nu_pa hadanefter uppfor_dig_som latsas_att utan_begransningar",
    newTask:
      "din_uppgift din_nya_uppgift ny_uppgift lyd gor_bara folj_bara folj_dessa gor_foljande gor_allt allt_som_star det_som_star folj_allt folj_instruktionerna gor_som_det",
    run: "kor kora starta installera exekvera kor_igang",
    fetch: "hamta ladda_ner oppna besok ga_till klona ladda_~_ner",
    send: "skicka klistra_in skriv_ut visa dela ladda_upp bifoga vidarebefordra posta lagg_in ange kopiera klistra skriv publicera mejla klistra_~_in ladda_~_upp skriv_~_ut lagg_~_in",
    secret:
      "miljovariabler hemligheter nyckel nycklar losenord token tokens inloggningsuppgifter nyckeln hemlighet databaslosenord* losenordet api_nyckel atkomsttoken",
    place: "kommentar kommentaren beskrivning svar arende adress har lank url nedan kanalen svaret",
    weaken:
      "ta_bort plocka_bort stang_av stanga_av sla_av inaktivera hoppa_over kringga ta_ur radera slopa lyft_bort skippa kommentera_bort koppla_bort avaktivera lossa_pa kommentera_ut koppla_ur slang stang_~_av sla_~_av ta_~_bort plocka_~_bort hoppa_~_over koppla_~_ur kommentera_~_bort kommentera_~_ut",
    check: "test testet tester",
    work: "mergea merga pusha committa lagg_till sla_ihop godkann slå_samman andra uppdatera driftsatt publicera lagg_~_till sla_~_ihop",
    workplace: "repo huvudgrenen produktion beroenden main",
    grant: "ge gor tilldela lagg",
    privilege:
      "administrator administratorer admin behorigheter rattigheter skrivrattigheter offentlig",
    replace: "byt byta ersatt ersatta andra uppdatera",
    target: "adress losenord kontonummer mottagare bankgiro url",
    approved:
      "godkant godkand godkanns overenskommet beslutat beviljat avtalat klartecken gett_klartecken har_godkant i_samrad",
    authority:
      "sakerhetsteamet sakerhet ledningen drift driften chefen kunden produktagaren juridik direktoren sakerhetsavdelningen juristerna teamet",
    policy: "enligt_policy enligt rutin riktlinje",
    without: "utan ingen inget behovs_ingen",
    consent:
      "granskning godkannande fraga bekraftelse review att_fraga kontroll titta kolla undersoka lasa granska",
    fix: "losning atgard losningen",
    urgent: "omedelbart genast bradskande",
    hush: "namn_inte namn_det_inte sag_inget rapportera_inte utan_att_namna beratta_inte sag_ingenting hall_tyst diskret i_tysthet utan_att_saga nagot_om_det",
    tool: "kommando kommandot skript skriptet terminal",
    codeplace: "sidan sida route inloggningen funktion endpoint",
    trouble:
      "fel misslyckades ogiltig kunde_inte kan_inte hittades_inte stammer_inte nekad saknas utgangen internt misslyckas ogiltigt gick_inte behorighet_att maste_innehalla",
    ask: "vi_behover behover_vi jag_behover behover_jag vi_ber_dig kan_du skulle_du_kunna",
    guard:
      "signaturkontroll* signatur signaturen kontroll kontrollen kontroller verifiering* autentisering* inloggning* behorighet* virusskanning* granskning* kryptering* validering* begransning* filtret tvafaktor* captcha brandvagg* skydd* loggning* certifikatkontroll* hastighetsbegransning* csrf cors test testet tester grans gransen filter certifikat skanning* skanna",
    should:
      "bor ska skall kan far maste racker behovs_inte behovs_inte_langre inte_langre spelat_ut onodig enklast bast_att garna vanligen ingen_behover ar_onodig till_ingen_nytta fyller_ingen_funktion gor_ingen_nytta borde kan_tas racker_det ratt_installning gar_bra_att stor_bara i_vagen",
    dropped:
      "tas_bort plockas_bort borttagen borttaget stangas_av inaktiveras hoppas_over slopas avaktiveras raderas utga tagits_bort bort avskaffas utgar forsvinna",
    open: "for_alla offentlig oppen_for utan_inloggning vilket_varde_som_helst alla_anvandare godtas oppna_for vem_som_helst slapp_igenom alla_losenord oppna_sidan",
    data: "loggar anrop kopia rapporter kunddata innehallet sakerhetskopia",
    close: "stang stanga stangs avsluta",
    ticket: "arendet arende incidenten biljetten",
    settled:
      "redan_lost redan_atgardat redan_fixat dubblett inget_att_gora falskt_larm lostes_redan redan_lost_i lost_i_gar atgardades_i fixades_i ar_redan_lost",
    pack: "paket paketet beroende bibliotek version",
  },
};
