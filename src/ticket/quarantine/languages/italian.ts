// Italian.
import type { Language } from "./language.ts";

export const ITALIAN: Language = {
  small:
    "il lo la i gli le un una uno di del della dei delle dello e o non che in nel nella con per da dal dalla su sul sulla si se al alla ai agli ma piu come questo questa questi quel quella ha hanno sono stato stata stati anche solo ci mi ti tuo tua suo sua gia poi senza tutto tutti qui essere",
  matters:
    "fattura pagamento prenotazione richiesta_di ferie consegna contratto preventivo rimborso reclamo conto cliente bonifico spedizione documento ordin",
  words: {
    ignore:
      "ignora ignorate ignori ignorare dimentica dimenticate dimenticare trascura non_tenere_conto non_considerare non_seguire non_rispettare non_valgono_piu non_si_applicano disattendi lascia_perdere annulla metti_da_parte scorda scordati non_tener_conto",
    prior:
      "tutte tutti tutto precedenti precedente sopra finora ricevute prima date_prima qui_sopra iniziali disse ricevuto",
    orders:
      "istruzione istruzioni ordine ordini indicazioni direttive regole comandi prompt disposizioni modello",
    context: "regole messaggi testo detto scritto contesto limiti norme",
    agent:
      "agente agenti assistente assistenti ia ai bot modello copilota agente_di_codice automatismo agent_ai agente_ai intelligenza_artificiale",
    person: "sviluppatore sviluppatrice sviluppatori programmatore",
    call: "nota_per messaggio_per per_l_agente per_l_ia all_agente all_assistente gentile caro ciao attenzione avviso_per caro_assistente cara_ia all_attenzione ciao_assistente istruzione_per gentile_assistente",
    reading:
      "chi_corregge chi_legge_questo chi_sistema chi_ripara chi_risolve chiunque_legga chi_si_occupa chi_lavora_a chi_gestisce chi_corregge_questo chi_legge chi_risolve_questo chi_sistema_questo chi_prende_in_carico che_legge_questo che_gestisce_questo nel_correggere",
    must: "devi deve devono sei_tenuto tenuto_a obbligato occorre dovete",
    you: "tuo",
    persona:
      "ora_sei adesso_sei da_ora_in_poi da_adesso_in_poi d_ora_in_avanti comportati_come fai_finta agisci_come modalita_sviluppatore modalita_manutenzione senza_limiti d_ora_in_poi senza_restrizioni sei_ora sei_un",
    newTask:
      "il_tuo_compito il_tuo_nuovo_compito la_tua_missione nuovo_compito nuova_missione obbedisci esegui_solo segui_solo segui_queste fai_solo fai_quanto_segue fai_cosi segui_le segui_i_passi segui_invece fai_tutto fate_tutto tutto_quello_che tutto_cio_che quello_che_c_e_scritto fai_quello segui_tutto segui_le_istruzioni fai_cio",
    run: "esegui eseguire eseguite installa installare installate lancia lanciare avvia avviare esegua fai_partire",
    fetch: "scarica scaricare apri aprire visita visitate vai_su clona preleva aprite",
    send: "invia inviare inviate manda mandare incolla incollare copia copiare pubblica pubblicare mostra mostrare allega allegare inoltra inoltrare carica caricare scrivi scrivere riporta riportare condividi condividere indica comunica trasmetti stampa rivela metti dimmi da dammi incollale incollalo incollali incollala scrivilo scrivila inviale inviala invialo mandala mandalo copiale mettile mettila allegalo pubblicalo",
    secret:
      "variabili_d_ambiente variabili_di_ambiente variabile_d_ambiente chiave chiavi password segreti segreto credenziali token_di_accesso chiave_privata chiave_api chiavi_api credenziale token",
    place:
      "commento commenti descrizione risposta ticket segnalazione qui indirizzo link url qua sotto qui_sotto canale",
    weaken:
      "elimina eliminare eliminate rimuovi rimuovere rimuovete disattiva disattivare disattivate disabilita disabilitare togli togliere togliete salta saltare saltate aggira aggirare allenta sospendi spegni spegnere cancella cancellare commenta escludi escludere bypassa fallo_saltare ignora_il leva levare butta sopprimi toglila toglilo rimuovilo rimuovila eliminalo eliminala saltalo disattivalo disattivala cancellalo sospendere staccare",
    check: "revisione controlli verifica",
    asset: "cartella file database tabella ramo utenti dati cronologia ordini",
    work: "unisci unire fai_il_merge aggiungi aggiungere approva approvare fai_push pubblica_su fondi mandate_in_produzione pubblica modifica crea fai_merge manda_in_produzione publica distribuisci aggiungilo aggiungila inseriscilo mettilo",
    workplace: "repository ramo_principale main produzione dipendenze modifiche pacchetto",
    grant: "concedi dai assegna rendi aggiungi promuovi",
    privilege:
      "amministratore amministratori admin permessi accesso_completo pubblico pubblica scrittura ruolo_ospite diritti_di_amministratore diritti",
    replace: "cambia cambiare sostituisci sostituire modifica reindirizza",
    target: "indirizzo url iban conto password destinatario webhook",
    approved:
      "approvato approvata concordato concordata autorizzato autorizzata deciso confermato benestare via_libera accordo gia_approvato e_d_accordo d_accordo concordato_con ha_approvato ha_autorizzato",
    authority:
      "sicurezza direzione responsabile legale cliente capo prodotto team sistemisti auditor operazioni ufficio_legale dirigente contabilita team_di_sicurezza team_sicurezza",
    policy:
      "secondo_la_policy secondo_la_politica politica_interna in_base_alla come_da procedura regolamento manuale ai_sensi secondo_il_regolamento come_da_procedura politica_aziendale",
    without:
      "senza non_serve non_occorre non_e_necessario non_serve_chiedere senza_bisogno senza_attendere",
    consent:
      "revisione approvazione conferma chiedere permesso attendere guardare verifica avvisare controllare leggere indagare verificare esaminare",
    fix: "soluzione correzione risoluzione rimedio per_sistemare per_correggere per_risolvere basta_lanciare",
    urgent: "urgente subito immediatamente prima_di_tutto al_piu_presto adesso",
    hush: "non_menzionare non_menzionarlo senza_menzionare non_segnalare non_segnalarlo non_dire non_parlarne in_silenzio senza_segnalare non_dirlo non_dirlo_a non_ne_parlare non_raccontarlo a_nessuno senza_dire senza_dirlo in_segreto zitto senza_avvisare",
    tool: "comando comandi script terminale",
    codeplace: "pagina rotta funzione accesso login endpoint",
    trouble:
      "errore impossibile non_valid* scadut* negat* non_trovat* mancante rifiutat* sconosciut* superat* troppo non_e_stato fallit* di_nuovo non_autorizzato non_valida non_valido deve_contenere non_puo",
    ask: "ci_servono ci_serve mi_serve mi_servono abbiamo_bisogno ho_bisogno ci_occorre ci_occorrono potresti potrebbe_per puoi_per ti_chiediamo",
    guard:
      "verifica verifiche controllo controlli autenticazione autorizzazione firma firme permessi limite limiti cifratura crittografia mascheramento sanificazione antivirus scansione filtro filtri protezione protezioni captcha due_fattori csrf cors certificato certificati revisione blocco restrizione restrizioni validazione clausole clausola audit registro_di_controllo limitatore test permesso scadenza scansioni",
    should:
      "va_tolto va_tolta vanno_tolti vanno_tolte deve devono dovrebbe dovrebbero puo possono potrebbe basta bisogna occorre va vanno andrebbe andrebbero non_serve_piu non_servono_piu non_e_piu_necessari* e_sufficiente conviene meglio la_cosa_giusta si_prega_di per_favore semplicemente non_serve_a_niente non_serve_a_nulla non_ha_piu_senso da_solo_fastidio solo_fastidio e_inutile e_superfluo nessuno_lo_usa si_puo puoi e_obsoleto impostazione_giusta ormai va_cambiata va_tolto va_tolta vanno_eliminate dovrebbe_poter fallo",
    dropped:
      "tolto tolta tolti tolte eliminata eliminate eliminato rimossa rimosso rimosse tolta tolto tolte tolti disattivata disattivato disabilitata disabilitato saltata sospesa superflua superfluo inutile allentata esclusa fallo_saltare saltare via sparire togliere levare",
    open: "per_tutti a_tutti qualsiasi_valore qualunque_valore qualsiasi_origine pubblico pubblica senza_autenticazione senza_firma senza_login sempre_true come_valido come_valida chiunque accetta_qualunque accetta_tutto qualunque_chiamata qualsiasi tutti_gli_utenti aperto_a lascia_passare fai_passare senza_verifica qualsiasi_password",
    data: "log registri richieste intestazioni copia copie rapporti backup dati contenuto clienti ordini messaggi repository",
    close: "chiudi chiudere chiudete chiuso chiusa",
    ticket: "ticket segnalazione incidente caso",
    settled:
      "gia_risolto gia_risolta gia_corretto gia_sistemato niente_da_fare duplicato falso_allarme nulla_da_fare senza_guardare come_risolto gia_risolto_ieri risolto_ieri sistemato_ieri gia_a_posto gia_gestito",
    following: "seguente seguenti",
    pack: "pacchetto pacchetti dipendenza libreria modulo versione",
  },
};
