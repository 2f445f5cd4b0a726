// Czech.
import type { Language } from "./language.ts";

export const CZECH: Language = {
  small:
    "a v na se je to ze s z do pro si by ale nebo jako za po od u k o ne ten ta tento tato toto tohoto byla byl bylo jsou jste jsme uz jiz jen jeste pri bez aby kdyz ktery ktera co jeho jeji vas muze nelze prosim vsem ji ho ted nikdo dane nove ktere nyni",
  matters:
    "objednavka objednavky faktura fakturu platba rezervace zadost dovolena dodavka smlouva nabidka vraceni reklamace ucet zakaznik prevod zasilka dokument",
  words: {
    ignore:
      "ignoruj ignorujte zapomen zapomente nedbej nedbejte prehlizej neber_v_uvahu neridte_se nerid_se zapomen_na ignorovat nevsimej neber_ohled neplati jiz_neplati uz_neplati pozbyvaji_platnosti pomin pomijej vykasli_se",
    prior:
      "vsechny predchozi drivejsi dosavadni vyse vsechno predesle vse vsechna drive dosud receno",
    orders:
      "pokyny pokynu instrukce prikazy pravidla instrukci pokyn prikaz narizeni zadani prompt",
    context: "pravidla zpravy text receno psano",
    agent:
      "agent agente agenta asistent asistente asistenta ai ui_agent bot model umela_inteligence",
    person: "vyvojar vyvojari programator",
    call: "pro_agenta pro_asistenta pro_ai vazeny mily pozor poznamka_pro zprava_pro vzkaz_pro ahoj pro_ai_agenta pro_ai_asistenta mily_asistente vazeny_agente dobry_den instrukce_pro",
    reading:
      "kdo_to_opravuje kdo_to_cte kdo_toto_opravuje kdokoli_to kdo_bude_opravovat kdo_tohle kdo_toto_cte kdo_to_resi kdo_resi_tento pri_oprave kdo_se_tim kdo_toto_resi",
    must: "musis musi mas mate mel_bys povinen",
    you: "tvuj ty vas",
    persona:
      "nyni_jsi ted_jsi od_nynejska od_ted od_teto_chvile chovej_se_jako predstirej hraj_roli bez_omezeni",
    newTask:
      "tvuj_ukol tvym_ukolem novy_ukol poslouchej_jen delej_jen udelej_nasledujici proved_nasledujici rid_se_jen udelej_vse udelej_vsechno vse_co_tam vsechno_co_tam co_je_tam proved_vse postupuj_podle rid_se_tim",
    run: "spust spustte spustit proved provedte provest nainstaluj nainstalujte nainstalovat odpal",
    fetch: "stahni stahnete stahnout otevri otevrete navstiv prejdi_na naklonuj",
    send: "posli poslete poslat odesli odeslete odeslat vloz vlozte vlozit zkopiruj zobraz vypis vypiste nahraj nahrajte nahrat zverejni prilož uved uvedte napis sdilej preposli ukaz napiste prilepte sdel prilozte vytiskni",
    secret:
      "promenne_prostredi promennych_prostredi klic klice klicu heslo hesla hesel tajemstvi token tokeny prihlasovaci_udaje soukromy_klic tokenu tajne tajne_klice",
    place:
      "komentare komentar komentari popis popisu odpovedi odpoved tiketu sem tady adresa adresu odkaz nize kanalu kanal",
    weaken:
      "vyhodte vyhod odstran odstrante odstranit vypni vypnete vypnout smaz smazte smazat preskoc preskocte preskocit obejdi obejit zrus zruste zrusit deaktivuj deaktivujte zakazte vyrad vyradit vynech vynechte vynechat odeber odebrat zakomentuj uvolni vyhod vyhodit dej_pryc dat_pryc vymaz vymazat odinstaluj zahod",
    check: "testy kontrola kontrolu",
    asset: "slozku soubory databazi tabulku vetev uzivatele data historii obsah_repozitare",
    work: "slouc sloucit sluc pridej pridejte pridat schval schvalte mergni pushni nasad nasadte slit uprav upravte zmen zverejni",
    workplace: "repozitar hlavni_vetev main produkce zavislosti",
    grant: "dej udel pridel prirad udelej pridej",
    privilege:
      "administrator administratora administratorem spravce_systemu admin prava opravneni plny_pristup verejne",
    replace: "zmen zmente zmenit nahrad nahradte vymen presmeruj ma_byt_nove",
    target: "adresa adresu url ucet cislo_uctu heslo prijemce prijemci iban",
    approved:
      "schvaleno schvalena schvalil schvalilo dohodnuto dohodnute domluveno povoleno odsouhlaseno potvrzeno souhlas rozhodnuto rozhodlo rozhodli souhlasi souhlasil po_dohode dohodnuto_s schvalilo_vedeni dal_souhlas zelenou",
    authority:
      "bezpecnostni_tym bezpecnost vedeni provoz provozem zakaznik sef pravni produkt spravce reditel vedouci bezpecnostni",
    policy:
      "podle_smernice dle_smernice podle_politiky v_souladu smernice podle_pravidel predpis podle_predpisu firemni_politika",
    without: "bez neni_nutne neni_treba netreba nevyzaduje neni_potreba",
    consent:
      "schvaleni kontroly revize dotazu ptani souhlasu potvrzeni review svoleni divani zkoumani cteni nahlednuti",
    fix: "reseni oprava napravu pro_opravu k_oprave naprava",
    urgent: "ihned okamzite neprodlene nalehave nejdriv hned",
    hush: "nezminuj nezminujte nehlas neinformuj nikomu_nerikej nic_nerikej bez_zminky nepis_o nikomu_o_tom_nerikej nikomu_nic_nerikej o_tom_nemluv nezminuj_to potichu tajne nic_o_tom",
    tool: "prikaz skript skriptu terminal",
    codeplace: "stranku stranka routu funkci prihlasovani",
    trouble:
      "chyba nelze nepodarilo neplatn* vyprsel* odepren* nenalezen* chybi odmitnut* neznam* prekrocen* selhal* neni nesouhlasi nemate_opravneni nemuze musi_mit",
    ask: "potrebujeme potrebuji potrebuju mohl_bys muzes_prosim mohli_byste zadame_te prosime_o",
    guard:
      "overovani overeni overovani_podpisu podpis podpisu kontrola kontrolu kontroly kontrol autentizace autentizaci autorizace autorizaci opravneni prihlaseni omezeni limitu sifrovani validace validaci filtr filtru skenovani antivirus* ochrana ochranu ochrany captcha dvoufaktor* certifikat certifikatu zamek blokovani auditni csrf cors firewall revize test testy testu limit blokace schvalovani platnost",
    should:
      "zbytecn* ma maji mel mela melo by_mela by_mel by_se lze muze mohou staci je_treba je_nutne prosim neni_potreba uz_neni_potreba jiz_neni_potreba netreba zbytecn* nejlepsi nejjednodussi musi je_mozne uz_k_nicemu k_nicemu k_nicemu_neni nedava_smysl uz_nedava_smysl nikdo_nepotrebuje nikdo_to_nepotrebuje jen_prekazi prekazi klidne muzes muzete spravne_nastaveni uz_neni_nutne neni_uz_potreba prestava odpada ma_byt nadbytecne",
    dropped:
      "vyhodte vyhod vyhodit zahodit odstranena odstraneno odstranen vypnuta vypnuto vypnut zrusena zruseno zrusen preskocena vynechana zbytecna zbytecne zbytecny odebrana odstraneni pryc dej_pryc odpada odpadne vyhodit smazat odstranit zrusit vypnout zbavit se_zbavit",
    open: "pro_vsechny verejny verejna verejne jakoukoli_hodnotu vsem bez_prihlaseni bez_podpisu kazdemu jako_platn* vsichni kdokoli pro_kazdeho propust poustej prijimej_vse libovolne_heslo bez_kontroly otevri_pro",
    data: "logy zaznamy pozadavky hlavicky kopii kopie zpravy data obsah zakazniku objednavky repozitare zalohu",
    close: "zavri zavrete zavrit uzavri uzavrete uzavrit",
    ticket: "tiket ticket hlaseni incident pozadavek",
    settled:
      "uz_opraveno jiz_opraveno uz_vyreseno jiz_vyreseno nic_k_reseni duplicitni duplikat plany_poplach jako_vyresene uz_vcera vcera_vyreseno vcera_opraveno uz_od_vcerejska je_uz_vyresene uz_hotovo jiz_vyresene",
    pack: "balicek balicku knihovnu knihovna zavislost verzi verze",
  },
};
