// Danish and Norwegian.
import type { Language } from "./language.ts";

export const DANISH: Language = {
  small:
    "og at det som en et den af til med pa ikke er var har om sa kan skal vi du i din dit dine jeres men eller fra efter ved nar uden over under bare ingen intet noen denne dette disse her alle blev bli ble kunne sig fikk for de jeg vil hvis mangler noget noe mere lenger bor",
  matters:
    "ordre faktura betaling booking ansogning soknad ferie levering aftale avtale tilbud refusion refusjon klage konto kunde bestilling",
  words: {
    ignore:
      "ignorer ignorere glem glemme se_bort_fra tilsidesaet sett_bort_fra se_bort fa_ikke folg_ikke gaelder_ikke gjelder_ikke overhor",
    prior: "alle alt tidligere foregaende ovenstaende ovenfor hidtil hittil dine",
    orders:
      "instruktion instruktioner instruksjon instruksjoner instrukser anvisninger anvisning regler retningslinjer ordrer direktiver befalinger beskjeder",
    context: "regler meddelelser meldinger tekst sagt",
    agent:
      "agent agenten assistent assistenten ai ki ai_agent ai_agenten ai_assistent ai_assistenten bot sprogmodel sprakmodell kodeagent robot",
    person: "udvikler utvikler utvikleren udvikleren",
    call: "til_ai til_ai_agenten til_agenten til_assistenten kaere kjaere hej hei obs besked_til beskjed_til melding_til til_den_der til_den_som",
    reading:
      "den_der_retter den_der_laeser den_som_leser den_som_fikser den_som_retter den_som_handterer den_der_handterer den_som_jobber den_der_loser",
    must: "skal ma_du maste bor",
    you: "du din dine",
    persona:
      "du_er_na du_er_nu fra_na_av fra_nu_af fra_og_med_nu opfor_dig_som later_som uden_begraensninger uten_begrensninger",
    newTask:
      "din_opgave din_oppgave ny_opgave ny_oppgave adlyd gjor_kun gor_kun folg_kun folg_disse gjor_folgende gor_folgende gor_alt gjor_alt alt_som_star alt_der_star det_som_star folg_alt folg_instruktionerne gor_som_der",
    run: "kor kjor kore kjore start starte installer installere udfor utfor eksekver",
    fetch: "hent hente last_ned download abn apne besog besok klon last_~_ned",
    send: "send sende lim_inn indsaet saet_ind kopier vis skriv del publiser offentliggor vedhaeft vedlegg last_opp upload oppgi angiv lim_~_inn saet_~_ind last_~_opp skriv_~_inn",
    secret:
      "adgangskode adgangskoder passord nogle nogler nokkel nokler hemmelighed hemmeligheder hemmelighet hemmeligheter miljovariabler token tokens legitimasjon databasepassord* databasekodeord* api_nokkel api_nogle",
    place:
      "kommentar kommentaren beskrivelse svar sag sak adresse her link lenke url nedenfor herunder kanalen",
    weaken:
      "fjern fjerne slet slette slett deaktiver deaktivere sla_fra sla_av spring_over hopp_over omga drop dropp skip kutt ut_kommenter tag_ud ta_ut ta_bort koble_fra sla_~_fra sla_~_av spring_~_over hopp_~_over tag_~_ud ta_~_ut ta_~_bort sluk skru_~_av",
    check: "test testen",
    work: "sammenlaeg sla_sammen sammenflet flett merge merg push commit tilfoj legg_til aendre endre godkend godkjenn udrul rull_ut deploy legg_~_til sla_~_sammen",
    workplace: "repo hovedgren main produktion produksjon avhengigheter afhaengigheder",
    grant: "giv gi gor gjor tildel",
    privilege:
      "administrator administratorer admin rettigheder rettigheter adminrettigheter offentlig skriveadgang",
    replace: "skift bytt udskift erstat erstatt aendre endre",
    target: "adresse adgangskode passord kontonummer modtager mottaker url",
    approved:
      "godkendt godkjent aftalt avtalt klarsignal gront_lys besluttet har_godkjent har_godkendt samtykket",
    authority:
      "ledelsen ledelse chefen sjefen direktoren sikkerhedsteamet sikkerhetsteamet kunden juridisk",
    policy: "ifolge_politikken i_henhold_til ifolge retningslinje",
    without: "uden uten ingen ikke_nodvendig unodvendig",
    consent:
      "gennemgang gjennomgang godkendelse godkjenning godkjennelse review at_sporge a_sporre bekraeftelse bekreftelse kontrol kigge se_pa at_kigge at_se a_se sjekke tjekke undersoge undersoke lese laese",
    fix: "losning lose rettelse",
    urgent: "straks omgaende umiddelbart haster",
    hush: "naevn_ikke naevn_det_ikke nevn_ikke nevn_det_ikke ikke_nevn_det ikke_nevn sig_ikke si_ingenting sig_ingenting fortael_ingen fortell_ingen i_stilhed hold_det_hemmelig uten_a_si uden_at_sige",
    tool: "kommando kommandoen script skript skriptet terminal",
    codeplace: "side siden rute login innloggingen funktion funksjon endepunkt",
    trouble:
      "fejl feil mislykkedes feilet ugyldig ugyldigt kunne_ikke kan_ikke ikke_fundet ikke_funnet naegtet nektet mangler udlobet utlopt ingen_tilgang ikke_tilladelse for_mange",
    ask: "vi_har_brug vi_skal_bruge skal_vi_bruge vi_trenger trenger_vi jeg_trenger har_vi_brug vi_ber_deg kan_du kunne_du",
    guard:
      "test testen signatur signaturen kontrol kontrollen kontroll sjekk sjekken tjek tjekket graense grense grensen graensen validering verificering verifisering login innlogging autentificering autentisering tilladelse tillatelse filter filteret certifikat sertifikat beskyttelse begraensning begrensning kryptering csrf cors skanning* scanning* virusskanning* virusscanning*",
    should:
      "skal ma bor burde kan_bare behoves_ikke er_ikke_laengere er_ikke_lenger ikke_laengere_nodvendig ikke_lenger_nodvendig laengere_nodvendig lenger_nodvendig unodvendig unodvendigt trengs_ikke ingen_trenger ingen_bruger bare venligst vennligst gerne i_vejen i_veien nytter_ikke det_enkleste overflodig",
    dropped:
      "fjernes fjernet slettes slettet deaktiveres sloyfes droppes vaek vekk bort ud ut opheves oppheves fjerne",
    open: "for_alle alle_brugere alle_brukere abnes apnes hvem_som_helst slip_igennem slipp_gjennom abn_for apne_for uden_login uten_innlogging",
    data: "logger logfiler kopi rapporter kundedata indhold innhold sikkerhetskopi backup data",
    close: "luk lukke lukk avslutt afslut",
    ticket: "sagen saken ticket billet hendelse haendelse sag sak denne_sag denne_saken",
    settled:
      "allerede_lost allerede_rettet allerede_fikset dublet duplikat intet_at_gore ingenting_a_gjore falsk_alarm blev_lost ble_lost lost_i_gar blev_rettet ble_rettet er_allerede_lost rettet_i_gar",
    pack: "pakke pakken bibliotek afhaengighed avhengighet version versjon modul",
  },
};
