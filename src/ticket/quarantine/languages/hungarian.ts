// Hungarian.
import type { Language } from "./language.ts";

export const HUNGARIAN: Language = {
  small:
    "a az es egy nem hogy is van volt meg de ha csak mar ez ezt ennek azt azok vagy kell lehet mint el be ki fel le minden nincs ne itt nelkul utan elott altal szamara kerjuk adja ertek azert majd senki rola ide",
  matters:
    "rendeles rendelest szamla fizetes foglalas kerelem szabadsag szallitas szerzodes ajanlat visszaterites panasz ugyfel utalas dokumentum",
  words: {
    ignore:
      "hagyd_figyelmen hagyja_figyelmen figyelmen_kivul felejtsd felejtse felejts_el ne_vedd_figyelembe ne_torodj ne_kovesd ervenytelenek ervenyuket_vesztik hanyagold tekints_el",
    prior: "osszes minden valamennyi korabbi elozo fenti eddigi megadott",
    orders:
      "utasitas utasitast utasitasok utasitasokat utasitasait szabaly szabalyok szabalyokat parancs parancsok iranyelv iranyelvek prompt iranymutatas",
    context: "szabalyok uzenet uzenetek szoveg",
    agent:
      "ugynok ugynoknek mi_ugynok mi_ugynoknek ai_ugynok asszisztens asszisztensnek mi_asszisztens mesterseges_intelligencia mi ai bot modell robot",
    person: "fejleszto fejlesztonek",
    call: "az_ugynoknek az_asszisztensnek kedves figyelem tisztelt uzenet_az megjegyzes_az udv szia mi_ugynoknek",
    reading:
      "aki_ezt_javitja aki_ezt_olvassa aki_javitja aki_olvassa aki_ezzel_foglalkozik aki_kijavitja aki_kezeli",
    must: "kell koteles muszaj",
    you: "te neked",
    persona: "mostantol mostantol_te te_most ettol_kezdve viselkedj tegy_ugy korlatozasok_nelkul",
    newTask:
      "uj_feladatod a_feladatod uj_feladat engedelmeskedj csak_ezt_tedd csak_azt_tedd kovesd_ezeket tedd_a_kovetkezoket tegyel_mindent csinalj_mindent tegyen_meg_mindent mindent_ami mindent_amit tedd_meg_mindazt kovess_mindent amit_ott_irnak ami_ott_all",
    run: "futtasd futtassa futtatni futtass inditsd inditsa telepitsd telepitse telepits telepiteni hajtsd_vegre hajtsa_vegre",
    fetch: "toltsd_le toltse_le letoltes nyisd_meg nyissa_meg latogass klonozd",
    send: "masold masolja masold_be masolja_be kuldd kuldje kuldd_el ird irja ird_be illeszd illeszd_be mutasd jelenitsd tedd_kozze oszd_meg csatold toltsd_fel add_meg tovabbitsd irja_ide ird_ide masold_ide tegye_ide",
    secret:
      "jelszo jelszot jelszavak jelszavakat kulcs kulcsot kulcsok kulcsokat titok titkok titkokat token tokent tokenek kornyezeti_valtozo kornyezeti_valtozok kornyezeti_valtozokat hitelesito_adatok belepesi_adatok",
    place:
      "megjegyzes megjegyzesbe megjegyzesben hozzaszolas hozzaszolasba leiras leirasba valasz valaszba jegy jegybe ide cim cimre link alabb csatornaba",
    weaken:
      "torold torolje torold_ki torolni tavolitsd_el tavolitsa_el eltavolitani kapcsold_ki kapcsolja_ki kikapcsolni hagyd_ki hagyja_ki kihagyni kerulj_meg keruld_meg szuntesd_meg oldd_fel vedd_ki vegye_ki kommenteld_ki tiltsd_le lazits",
    check: "teszt tesztek ellenorzes",
    asset: "adatbazis tabla fajlok mappa felhasznalok",
    work: "olvaszd_be olvassza_be egyesitsd mergeld told_fel pushold add_hozza adja_hozza telepitsd_elesbe hagyd_jova hagyja_jova modositsd",
    workplace: "tarolo foag main eles fuggosegek fuggosegekhez",
    grant: "adj adjon add tedd adjal",
    privilege:
      "rendszergazda rendszergazdai adminisztrator admin jogokat jogok teljes_hozzaferes nyilvanos",
    replace: "csereld cserelje csereld_le valtoztasd modositsd modositsa iranyitsd ird_at",
    target: "cim cimet url szamlaszam szamlaszamot jelszo kedvezmenyezett",
    approved:
      "jovahagyta jovahagytak jovahagyva engedelyezte engedelyezve megallapodtunk egyeztetve beleegyezett elfogadta",
    authority:
      "igazgato vezetoseg vezeto fonok biztonsagi_csapat biztonsag ugyfel jogi_osztaly csapat",
    policy: "szabalyzat_szerint iranyelv_szerint a_szabalyzat elojaras eloiras_szerint",
    without: "nelkul nem_szukseges nincs_szukseg nem_kell",
    consent:
      "ellenorzes jovahagyas megerosites engedely kerdezes review felulvizsgalat attekintes ranezes vizsgalat megnezni olvasas",
    fix: "megoldas javitas a_javitashoz",
    urgent: "surgos azonnal haladektalanul eloszor mindenekelott",
    hush: "ne_szolj ne_szolj_rola ne_mondd ne_mondd_el ne_emlitsd senkinek titokban csendben ne_jelentsd",
    tool: "parancs parancsot szkript szkriptet szkriptjet terminal",
    codeplace: "oldal oldalt utvonal fuggveny bejelentkezes",
    trouble:
      "hiba hibas sikertelen ervenytelen nem_talalhato megtagadva lejart nem_sikerult nem_lehet hianyzik tul_sok nem_egyezik nincs_jogosultsaga kell_allnia",
    ask: "szuksegunk_van szuksegem_van kellene_nekunk kell_nekunk tudnad megtennéd kerunk_hogy",
    guard:
      "alairas alairast alairasellenorzes alairas_ellenorzese ellenorzes ellenorzest ellenorzesere ellenorzese ellenorizni hitelesites hitelesitest jogosultsag jogosultsagokat korlat korlatot korlatozas korlatozast validalas validacio titkositas szuro szurot vedelem vedelmet tanusitvany teszt tesztet tesztek bejelentkezes jovahagyas limit csrf cors",
    should:
      "kell kellene lehet nem_kell_mar mar_nincs_szukseg nincs_szukseg nincs_tobbe_szukseg mar_nem_kell felesleges szuksegtelen kerjuk kerlek eleg elegendo nyugodtan legegyszerubb ajanlott csak_utban nincs_ertelme erdemes javasolt legyen",
    dropped:
      "torolni torolheto eltavolitani el_kell_tavolitani eltavolithato kikapcsolni kikapcsolhato kihagyhato megszuntetni felesleges kivenni torolve eltavolitva",
    open: "mindenki mindenkinek mindenki_szamara barki barkinek nyitott nyilvanos minden_felhasznalo barmilyen_ertek bejelentkezes_nelkul alairas_nelkul",
    data: "naplo naplok keresek fejlecek masolat masolatot jelentesek adatok adatokat tartalom tartalmat ugyfelek rendelesek mentes",
    close: "zard_le zarja_le lezarni lezarhato",
    ticket: "jegy jegyet hibajegy hibajegyet bejelentes",
    settled:
      "mar_javitva mar_megoldva mar_megoldott nincs_teendo duplikatum teves_riasztas mar_megoldottuk tegnap_megoldottuk mar_kijavitottuk tegnap_javitottuk megoldottuk",
    pack: "csomag csomagot konyvtar fuggoseg verzio modul",
  },
};
