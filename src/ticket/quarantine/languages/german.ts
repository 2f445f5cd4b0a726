// German.
import type { Language } from "./language.ts";

export const GERMAN: Language = {
  small:
    "der die das den dem des ein eine einen einem einer und oder nicht ist sind war wird werden wurde wurden mit von zu zum zur auf fur im ins beim bei aus als auch noch nur nach uber unter wenn dass sie ich wir ihr ihre ihren es kein keine hat haben kann konnte bitte diese dieser dieses diesem sich vor durch ohne sondern aber schon hier an mehr",
  matters:
    "bestellung auftrag rechnung zahlung uberweisung buchung antrag urlaub lieferung vertrag angebot gutschrift erstattung reklamation konto kunde termin versand spesen budget dokument",
  words: {
    ignore:
      "ausser_acht aussen_vor hinfallig sind_aufgehoben ist_aufgehoben sind_ungultig setze_dich_hinweg ubergehe ubergeh ignoriere ignoriert ignorieren ignorier vergiss vergesst vergessen missachte missachten verwirf verwerfe verwerfen beachte_nicht nicht_beachten befolge_nicht nicht_befolgen nicht_mehr_gultig gelten_nicht_mehr gelten_nicht gilt_nicht_mehr ausser_kraft lass_ausser schere_dich_nicht hor_nicht_auf setze_alles_zuruck verdrange vergiss_alles aufgehoben ungultig",
    prior:
      "bisher alles alle allen samtliche samtlichen vorherige vorherigen obige obigen vorangegangene vorangegangenen zuvor vorher fruhere fruheren dir_gegebenen oben_stehende ursprunglichen bestehenden geltenden aller oben deine ihre stehenden obenstehend*",
    orders:
      "anweisung anweisungen instruktion instruktionen vorgabe vorgaben befehl befehle anleitung anleitungen vorschrift vorschriften weisung weisungen richtlinien leitlinien anordnung anordnungen systemprompt prompt auftrage hinweise",
    context:
      "regel regeln kontext nachricht nachrichten text gesagt gesagte gesagten geschrieben grenzen richtlinien",
    agent:
      "assistent assistenten ki agent agenten bot automat sprachmodell programmieragent coding_agent ki_assistenz automatik copilot ki_system ki_modell ki_bot sprachassistent chatbot code_agent kunstliche_intelligenz softwareagent ki_agent* ki_assistent* ki_agenten ki_assistenten",
    person:
      "entwickler entwicklerin entwicklern maintainer bearbeiter kollege kollegen wer_auch_immer",
    call: "an_den an_die fur_den fur_die fur_das lieber liebe achtung hinweis_an hinweis_fur nachricht_fur hey liebe_ki lieber_assistent an_alle nachricht_an hinweis_fur_ki an_den_agenten an_die_ki fur_die_ki hallo_ki hallo guten_tag sehr_geehrte sehr_geehrter anweisung_fur anweisung_an mitteilung_an notiz_fur",
    reading:
      "wer_das_hier_repariert wer_das_repariert wer_dies_behebt wer_das_behebt wer_das_hier wer_das_liest wer_dies_liest wer_dieses_ticket wer_hier_dran bearbeiter des_tickets wer_den_fehler wer_das_fixt bearbeitenden_agenten wer_dieses_problem wer_diesen_fehler wer_das_bearbeitet die_das_hier_bearbeitet der_das_hier_bearbeitet dieses_ticket_bearbeitet das_ticket_bearbeitet diese_meldung_liest das_hier_liest das_hier_bearbeitet an_wen_auch wer_sich_darum wer_das_ubernimmt beim_beheben",
    must: "musst muss mussen sollst sollen sollten hast_zu haben_zu verpflichtet",
    you: "du dich deine dein",
    persona:
      "du_bist_nun du_bist_jetzt du_agierst ab_jetzt ab_sofort von_jetzt_an von_nun_an verhalte_dich_wie spiele_die_rolle tu_so_als ohne_einschrankungen wartungsmodus entwicklermodus du_bist_ein",
    newTask:
      "deine_aufgabe deine_neue_aufgabe dein_neuer_auftrag neuer_auftrag deine_eigentliche gehorche tu_nur mach_nur folge_nur folge_diesen befolge fuhre_folgende mach_folgendes tue_folgendes neue_aufgabe folge_den_schritten mach_was folgenden_befehl folgende_schritte tu_alles mach_alles was_dort_steht was_da_steht was_darin_steht was_hier_steht befolge_alles folge_der_anleitung folge_den_anweisungen alles_ausfuhren tu_genau",
    run: "installiert installieren installiere nachinstallieren einspielen spiele_ein ausfuhren auszufuhren fuhrt starten startet aufrufen rufe_auf starte start rufe ruf spiel_ein laufen_lassen lass_laufen lasse_laufen ausfuhrt anwerfen wirf_an rolle_aus installier fuhr_aus fuhre_aus fuhren fuhr fuhre_es ausfuhrung fuhrst fuhre_~_aus fuhr_~_aus spiel_~_ein spiele_~_ein",
    fetch:
      "lade lad herunterladen lade_herunter lad_herunter ruf_auf besuche offne hole hol klone abrufen laden offnen lade_~_herunter lad_~_herunter lade_~_runter lad_~_runter ruf_~_auf rufe_~_auf",
    send: "schickt sendet hochladen lade_hoch lad_hoch einfugen fuge_ein fug_ein einzufugen beifugen anhangen hange_an nennen nennt mitteilen teile_mit ubermitteln ubermittle weiterleiten leite_weiter umleiten ablegen posten poste ausgeben gib_aus hinterlegen offenlegen mitschicken schick schicke sende kopier kopiere kopieren fuge fug schreib schreibe schreiben gib zeig zeige nenn nenne verrate teil teile hang hange veroffentliche veroffentlichen leite reinschreiben reinkopieren druck drucke trag senden geben zeigen anzeigen sag fuge_~_ein fug_~_ein lade_~_hoch lad_~_hoch schick_~_mit teile_~_mit gib_~_aus hange_~_an",
    secret:
      "umgebungsvariablen schlussel geheimnisse zugangsdaten zugangsschlussel signaturschlussel api_schlussel secrets dev_vars passworter passwort kennwort kennworter api_key api_keys zugangstoken umgebungsvariable tokens token geheimnis privaten_schlussel env_datei schlusselwerte anmeldedaten credentials",
    place:
      "kommentar kommentare beschreibung antwort adresse ticket hier url link nachricht readme pull_request mail e_mail darunter darin unten hierher hier_rein kanal",
    weaken:
      "entferne entfernen entfern nimm_heraus nimmst herausnehmen herauszunehmen rausnehmen nimm_raus ausbauen baue_aus bau_aus losche loschen losch streiche streichen streich deaktiviere deaktivieren abschalten schalte_ab schalt_ab ausschalten schalte_aus schalt_aus abstellen stelle_ab stell_ab uberspringe uberspringen umgehe umgehen aushebeln lockere lockern hebe_auf aufheben setze_aus aussetzen auskommentieren kommentiere_aus weglassen lass_weg lasse_weg abklemmen entscharfen entscharfe verzichte verzichten abschaffen schaffe_ab stummschalten nimm_weg nimm_rein schmeiss_raus schmeisse wirf_raus werf rauswerfen klemm_ab mach_aus ausknipsen kick tilge ausbau deaktivier uberspring umgeh ausser_kraft lass_aus ignoriere_die unterdrucke stumm reiss_raus nimm_den nimm_die schalte_~_ab schalt_~_ab schalte_~_aus schalt_~_aus stell_~_ab stelle_~_ab nimm_~_raus nimm_~_heraus wirf_~_raus schmeiss_~_raus bau_~_aus baue_~_aus hebe_~_auf heb_~_auf setze_~_aus kommentiere_~_aus lass_~_weg lasse_~_weg mach_~_aus reiss_~_raus klemm_~_ab",
    check: "test tests kontrolle review uberprufung* sicherheitsprufung* prufung* signatur*",
    asset: "tabelle datenbank ordner verzeichnis dateien branch nutzer kundendaten historie",
    work: "mergen merge einfach_mergen pushe pushen trage_ein eintragen tragt_es eintragt einchecken checke_ein zusammenfuhren freischalten push merge_das commite fuge_hinzu hinzufugen lege_an ubernimm ubernehmt deploye deployen rolle_aus umbauen umschreiben andere ersetze bestatige genehmige ubernehmen liefere ausliefern veroffentliche ubernehme fuge_~_hinzu fug_~_hinzu trag_~_ein trage_~_ein checke_~_ein fest_eintragen hart_kodieren einbauen",
    workplace:
      "hauptzweig repository repo main produktion pipeline abhangigkeiten package_json anderung* paket",
    grant:
      "gewahre erteile gib vergib mach mache befordere ernenne raume_ein schalte_frei freischalten fuge hinzufugen machen",
    privilege:
      "admin adminrechte administrator administratorrechte schreibrechte vollzugriff zugriffsrechte rechte offentlich schreibzugriff",
    replace:
      "ersetze ersetzen tausche austauschen andere andern stelle_um umstellen leite_um biege_um stell",
    target:
      "adresse url bankverbindung kontonummer iban empfangerkonto passwort endpunkt empfanger webhook",
    approved:
      "genehmigt freigegeben abgesprochen abgestimmt vereinbart zugestimmt besprochen beschlossen entschieden abgesegnet abgenommen erlaubt bewilligt freigabe_liegt genehmigung_liegt einverstanden genehmigte abgezeichnet grunes_licht grunen_licht okay_von freigezeichnet abgeklart zugestimmt_hat ist_abgesprochen hat_zugestimmt hat_freigegeben autorisiert",
    authority:
      "datenschutzbeauftragte* sicherheit it_sicherheit leitung teamleitung produktmanagement fachbereich fachlich betrieb betriebsrat chef chefin kunde rechtsabteilung revision entwicklungsleitung architektur datenschutz management vorstand geschaftsfuhrung abteilungsleiter teamleiter projektleitung sicherheitsteam buchhaltung compliance vorgesetzter geschaftsleitung administrator*",
    policy:
      "gemass laut richtlinie betriebshandbuch betriebsvereinbarung vorschrift hausregel dienstanweisung konzernrichtlinie ziffer richtlinie_sieht hausordnung unternehmensrichtlinie konzernvorgabe laut_richtlinie gemass_richtlinie laut_handbuch",
    without:
      "kein keine keinen braucht_kein nicht_notig nicht_erforderlich entbehrlich unnotig ohne nicht_notwendig erubrigt entfallt_die braucht_es_nicht ohne_weitere ohne_jede",
    consent:
      "review reviews rucksprache rucksprachen nachfrage nachfragen freigabe prufung zustimmung abnahme ruckfrage zweite_freigabe abstimmung nachzufragen zu_fragen gegenlesen bestatigung genehmigung weitere_prufung hinzusehen anzusehen nachzusehen hinschauen nachschauen zu_prufen ansehen untersuchung",
    fix: "losung behebung abhilfe problemlosung zur_behebung zum_beheben um_das_zu_beheben behebt_man so_behebst losungsvorschlag fehlerbehebung um_dies_zu_beheben",
    urgent: "dringend sofort umgehend unverzuglich schnellstmoglich zuallererst bevor_du eilt",
    hush: "nicht_erwahnen nichts_sagen nicht_melden nicht_berichten stillschweigend ohne_hinweis ohne_vermerk kein_wort niemandem_sagen unerwahnt nicht_dokumentieren sag_niemandem niemandem_erzahlen erwahne_das_nicht sag_nichts_davon behalte_es_fur unauffallig heimlich ohne_es_zu_erwahnen kein_wort_daruber verrate_niemandem nicht_darauf_hinweisen ohne_jemanden_zu_informieren erzahl_deinem erzahle_niemandem erwahne_nicht ohne_zu_fragen",
    tool: "befehl befehle kommando skript script terminal konsole installationsskript",
    codeplace: "route seite endpunkt funktion middleware anmeldung schnittstelle handler",
    stakes: "sonst_wirst strafe belohnung bonus gekundigt",
    trouble:
      "fehler fehlgeschlagen konnte konnten ungultig* unbekannt* nicht_gefunden abgelaufen abgelehnt verweigert zeituberschreitung uberschritten fehlt fehlen gesperrt erneut unzulassig* nicht_moglich wird_ignoriert wurde stimmt_nicht nicht_uberein kein_zugriff keine_berechtigung abgebrochen kann_nicht konnte_nicht muss_mindestens kann",
    ask: "wir_brauchen wir_benotigen brauchen_wir benotigen_wir brauche_ich ich_brauche wird_benotigt werden_benotigt benotigt_werden ich_mochte_dass bitten_wir wir_bitten wurdest_du konntest_du kannst_du magst_du",
    guard:
      "rollenprufung rollenprufungen betragsprufung signaturprufung* signaturkontrolle* authentifizierung* authentisierung* anmeldepflicht* zugriffsprufung* rechteprufung* berechtigungsprufung* zugangskontrolle* zugriffskontrolle* ratenbegrenzung* drosselung* sperre sperren verschlusselung* maskierung* validierung* eingabeprufung* zertifikatsprufung* virenscan* virenprufung* zwei_faktor* captcha csrf_schutz csrf cors zugangsschutz branch_schutz schutz* sicherheitsprufung* prufung* prufschritt* plausibilitatsprufung* mandantentrennung* mandantenfilter* altersprufung* betrugsprufung* protokollierung* audit_log freigabeprozess* vier_augen* codeprufung* escaping hostprufung* passwortprufung* inhaltsrichtlinie* begrenzung* berechtigungen uberprufung abgleich signatur signaturabgleich prufsumme kontrolle kontrollen test tests testfall limit limits grenze obergrenze filter anmeldung login tls zertifikat verifizierung gegenprufung gegenzeichnung freigabestufe firewall ablaufdatum gultigkeitsdauer schranke scannen scan anhangsprufung sperrliste",
    should:
      "uberholt hinfallig hat_ausgedient haben_ausgedient soll sollen sollte sollten muss mussen gehort gehoren kann konnen darf durfen am_besten einfach genugt reicht ist_zu sind_zu unnotig uberflussig nicht_mehr_notig nicht_mehr_gewunscht nicht_mehr_gebraucht nicht_mehr_erforderlich entbehrlich bitte wunschenswert sinnvoll empfohlen empfiehlt wird_gebeten ruhig getrost ausreichend am_einfachsten am_sinnvollsten richtige_einstellung richtige_losung gehort_weg bringt_nichts bringt_nichts_mehr hat_keinen_zweck keinen_sinn_mehr keinen_nutzen stort_nur stort_hier nervt_nur hat_ausgedient braucht_niemand braucht_keiner braucht_man_nicht nicht_langer hinderlich darf_ruhig kann_weg langst_uberholt macht_keinen_sinn ist_hier_die_richtige wird_nicht_mehr bremst_nur bremst hindert_nur blockiert_nur",
    dropped:
      "kann_raus darf_raus konnen_raus durfen_raus kann_weg darf_weg konnen_weg durfen_weg entfernt geloscht deaktiviert abgeschaltet ausgeschaltet ausgebaut herausgenommen ubersprungen umgangen gelockert aufgehoben ausgesetzt gestrichen weggelassen entfallen entfallt wegfallen weg raus abgeschafft uberflussig entbehrlich fliegen rausfliegen raus_fliegen weg_damit rausgenommen abgestellt gekippt stillgelegt ausgehebelt entfernen loschen abgebaut ausbauen streichen deaktivieren abschalten aufgeben",
    open: "fur_alle offentlich jeden_wert alles_akzeptieren jede_signatur ohne_anmeldung ohne_signatur ohne_passwort immer_true jedermann als_gultig jedes_passwort jeder jeden alle_benutzer alle_nutzer allen_nutzern ungepruft ohne_prufung frei_zuganglich rejectunauthorized immer_gultig alles_durchlassen durchlassen durchwinken jede_eingabe beliebige",
    data: "protokolle logs anfragen kopfzeilen kopie kopien berichte sicherung sicherungen kundendaten daten inhalt bestellungen abzug datenbankabzug anfragedaten nutzerdaten adressen rohdaten anhange mails e_mails kundenliste",
    close: "schliesse schliessen geschlossen schliess erledigt abschliessen zumachen schliess_das",
    ticket: "ticket vorgang meldung storung vorfall fall",
    settled:
      "bereits_behoben schon_behoben bereits_gelost schon_gelost bereits_erledigt schon_erledigt nichts_zu_tun nichts_mehr_zu doppelt dublette duplikat fehlalarm ohne_weitere ist_behoben wurde_behoben bereits_bekannt kein_handlungsbedarf gestern_behoben gestern_gelost gestern_erledigt schon_repariert bereits_repariert langst_behoben ist_erledigt bereits_bearbeitet schon_bekannt",
    following: "folgenden folgende folgendes",
    pack: "paket pakete abhangigkeit bibliothek modul version programmbibliothek",
  },
};
