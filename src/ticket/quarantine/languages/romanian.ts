// Romanian.
import type { Language } from "./language.ts";

export const ROMANIAN: Language = {
  small:
    "si sau nu este sunt era a au fost de la in pe cu pentru din prin ca sa se un o unei unui al ale cel cea mai dar nici aceasta acest acesta acestei acestui lui sale tau dvs dumneavoastra va vom fara daca cand care ce toate toti trebuie poate",
  matters:
    "comanda factura plata rezervare cerere_de concediu livrare contract oferta rambursare reclamatie cont client transfer document",
  words: {
    ignore:
      "ignora ignorati uita uitati nu_tine_cont nu_tineti_cont nu_respecta nu_urma nu_mai_sunt_valabile nu_se_mai_aplica lasa_deoparte treci_peste",
    prior:
      "toate toti tot anterioare anterior precedente de_mai_sus mai_sus pana_acum primite date_anterior",
    orders:
      "instructiune instructiuni instructiunile indicatii ordine ordinele directive reguli comenzi regulile prompt",
    context: "reguli mesaje text spus scris context",
    agent:
      "agent agentul agentului agentule asistent asistentul asistentului asistentule ia ai agentul_ai bot model robot inteligenta_artificiala",
    person: "dezvoltator dezvoltatorul programator",
    call: "pentru_agentul pentru_asistentul catre_agent catre_asistent draga stimate atentie nota_pentru mesaj_pentru salut buna",
    reading:
      "cine_repara cine_citeste cine_rezolva cel_care_repara cel_care_citeste oricine_citeste cine_se_ocupa",
    must: "trebuie trebui obligat",
    you: "tu ta tau dvs",
    persona:
      "acum_esti de_acum_inainte de_acum_incolo comporta_te prefa_te fara_restrictii esti_de_acum",
    newTask:
      "sarcina_ta noua_ta_sarcina noua_sarcina supune_te asculta_doar urmeaza_doar fa_doar fa_urmatoarele urmeaza_acesti fa_tot faceti_tot tot_ce_scrie tot_ce_este_scris fa_ce_scrie urmeaza_tot urmeaza_instructiunile urmati_instructiunile",
    run: "executa executati ruleaza rulati rula porneste porniti instaleaza instalati instala lanseaza lansati",
    fetch: "descarca descarcati deschide deschideti acceseaza accesati viziteaza cloneaza",
    send: "lipeste lipiti trimite trimiteti afiseaza afisati arata copiaza copiati publica publicati posteaza scrie scrieti ataseaza atasati distribuie dezvaluie incarca redirectioneaza scrieti_o scrie_o trimite_o lipeste_o scrieti_l",
    secret:
      "variabile_de_mediu variabilele_de_mediu parola parole parolele cheie chei cheile cheia secret secrete secretele token tokenul credentiale credentialele",
    place:
      "comentariu comentariul descriere raspuns tichet tichetul aici adresa link url mai_jos canal",
    weaken:
      "sterge stergeti sterge_o sterge_l elimina eliminati scoate scoateti dezactiveaza dezactivati opreste opriti sari ocoleste ocoliti renunta renuntati anuleaza anulati comenteaza relaxeaza",
    check: "test teste verificare revizuire",
    asset: "baza tabel fisiere dosar utilizatori",
    work: "imbina imbinati uneste fuzioneaza adauga adaugati impinge comite implementeaza aproba aprobati modifica creeaza",
    workplace: "depozit ramura_principala main productie dependinte pull_request",
    grant: "acorda acordati da ofera fa atribuie adauga",
    privilege: "administrator administratori admin drepturi permisiuni acces_complet public",
    replace: "inlocuieste inlocuiti schimba schimbati modifica modificati redirectioneaza",
    target: "adresa url cont parola iban destinatar",
    approved:
      "aprobat aprobata aprobate convenit stabilit autorizat acord acordul confirmat a_aprobat unda_verde",
    authority:
      "directorul director conducerea managerul seful securitate echipa_de_securitate juridic client clientul echipa",
    policy: "conform_politicii conform potrivit_politicii politica procedura regulament",
    without: "fara nu_este_nevoie nu_e_nevoie nu_necesita",
    consent:
      "revizuire aprobare confirmare permisiune intreba verificare review acord uita uitati cercetare analiza citi",
    fix: "solutie solutia rezolvare remediere pentru_a_repara pentru_a_rezolva",
    urgent: "urgent imediat acum_imediat de_indata mai_intai",
    hush: "nu_spune nu_spune_nimanui nimanui nu_mentiona nu_raporta in_secret fara_sa_spui fara_a_mentiona",
    tool: "comanda comenzile script scriptul terminal",
    codeplace: "pagina paginii ruta functie autentificarea",
    trouble:
      "eroare esuat invalid invalida refuzat expirat nu_a_fost nu_poate negasit lipseste depasita respins nu_aveti nu_corespunde trebuie_sa_contina",
    ask: "avem_nevoie am_nevoie ne_trebuie imi_trebuie ai_putea puteti_va te_rugam poti_sa",
    guard:
      "verificare verificarea verificarii semnatura semnaturii semnaturi autentificare autentificarea autorizare validare validarea limita limitei limite permisiuni permisiunile control controlul criptare filtru filtrul scanare protectie protectia certificat certificatul test testul teste revizuire restrictie csrf cors",
    should:
      "trebuie ar_trebui poate pot se_poate nu_mai_este_necesar nu_mai_este_necesara nu_mai_e_nevoie nu_este_necesar inutil inutila de_prisos va_rugam te_rog este_suficient e_de_ajuns cel_mai_simplu recomandat nu_mai_are_sens incurca",
    dropped:
      "eliminata eliminat eliminate stearsa sters scoasa scos dezactivata dezactivat anulata oprita ridicata renuntat inutila",
    open: "pentru_toti pentru_toata_lumea oricui oricine toti_utilizatorii public publica orice_valoare fara_autentificare fara_semnatura accepta_orice deschisa deschiderea",
    data: "jurnale cereri antete copie copii rapoarte date datele continut clienti comenzi copie_de_rezerva",
    close: "inchide inchideti inchis inchide_l inchide_o inchideti_l",
    ticket: "tichet tichetul incident sesizare",
    settled:
      "deja_rezolvat deja_reparat nimic_de_facut duplicat alarma_falsa rezolvat_ieri reparat_ieri deja_rezolvat_ieri a_fost_deja este_deja_rezolvat",
    pack: "pachet pachetul biblioteca dependenta versiune versiunea modul",
  },
};
