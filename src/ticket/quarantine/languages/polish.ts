// Polish.
import type { Language } from "./language.ts";

export const POLISH: Language = {
  small:
    "i w z na do nie sie jest sa to ten ta te tego tej tym ze za po od dla o a ale lub przez przy jak juz tylko czy go jej ich byl byla bylo zostal zostala zostalo przed bez moze mozna twoj pan pani wszystkie nikt ktory ktora co u",
  matters:
    "zamowienie zamowienia faktura faktury platnosc rezerwacja wniosek urlop dostawa umowa oferta zwrot reklamacja konto klient przelew wysylka dokument",
  words: {
    ignore:
      "zignoruj zignorujcie ignoruj ignorujcie ignorowac zapomnij zapomnijcie pomin_wszystkie nie_zwazaj nie_bierz_pod_uwage nie_stosuj nie_stosuj_sie nie_przestrzegaj odrzuc uniewaznij nie_obowiazuja przestaja_obowiazywac tracą_moc nie_sluchaj nie_zwracaj_uwagi",
    prior:
      "wszystkie wszystkich wszystko poprzednie poprzednich wczesniejsze wczesniejszych powyzsze powyzszych dotychczasowe dotychczasowych powyzej nadrzedn*",
    orders:
      "polecenia polecen polecenie instrukcje instrukcji instrukcjach wytyczne wskazowki rozkazy reguly zasady nakazy prompt poleceniach",
    context: "zasady zasad regul wiadomosci tekst napisano",
    agent:
      "agent agenta agencie agentow asystent asystenta asystencie ai bot model sztuczna_inteligencja automat",
    person: "programista programisto deweloper deweloperze",
    call: "do_agenta dla_agenta do_asystenta dla_asystenta dla_ai do_ai drogi szanowny uwaga notatka_dla wiadomosc_do hej drogi_asystencie drogi_agencie do_agenta_ai dla_agenta_ai wiadomosc_dla uwaga_agencie instrukcja_dla witaj czesc uwaga_dla",
    reading:
      "kto_to_naprawia kto_to_czyta ktokolwiek_to kto_naprawia osoba_naprawiajaca kto_to_poprawia kto_zajmuje kto_bedzie_naprawial naprawiajacy kto_sie_tym kto_naprawia_ten kto_obsluguje zajmuje_sie_tym obslugujacy_zgloszenie naprawiajac przy_naprawie",
    must: "musisz masz powinienes nalezy obowiazek",
    you: "twoj twoja ty",
    persona:
      "jestes_teraz teraz_jestes od_teraz od_tej_chwili od_tej_pory zachowuj_sie_jak udawaj wciel_sie tryb_dewelopera bez_ograniczen jestes_administratorem bez_limitow",
    newTask:
      "twoje_zadanie twoim_zadaniem nowe_zadanie nowe_polecenie sluchaj_tylko rob_tylko wykonaj_tylko wykonaj_nastepujace zrob_nastepujace postepuj_zgodnie_z_tym zrob_wszystko wszystko_co wszystko_co_tam co_tam_napisano rob_co postepuj_wedlug postepuj_zgodnie wykonaj_wszystko",
    run: "uruchom uruchomic wykonaj wykonac zainstaluj zainstalowac zainstalowanie odpal odpalic uruchamiaj instaluj instalacje",
    fetch: "pobierz pobrac otworz otworzyc wejdz odwiedz sciagnij sciagnac wejdz_na sklonuj",
    send: "wyslij wyslac przeslij przeslac wklej wklei wkleic podaj podac opublikuj skopiuj skopiowac pokaz wypisz dolacz dolaczyc przekaz przekazac zapisz umiesc umiescic wgraj udostepnij wydrukuj ujawnij napisz zamiesc zalacz pokazac wypisac",
    secret:
      "zmienne_srodowiskowe zmiennych_srodowiskowych klucz klucze kluczy hasel sekrety sekret token tokeny tokenu polecenia_env wynik_polecenia poswiadczenia klucz_prywatny tokenow dane_logowania plik_env pliku_env hasl*",
    place:
      "komentarz komentarza komentarzu opis opisie odpowiedz odpowiedzi zgloszenie zgloszeniu tu tutaj adres link ponizej kanal",
    weaken:
      "usun usunac usuncie usuwac wylacz wylaczyc wylaczcie pomin pominac pominiecie obejdz obejsc zdejmij zdjac wyrzuc wyrzucic dezaktywuj dezaktywowac skasuj skasowac zlikwiduj zrezygnuj zrezygnowac poluzuj wytnij wyciac zakomentuj zakomentowac zniesc zawies wykasuj wykasowac kasuj odinstaluj wywal wywalic",
    check: "testy testow przeglad* weryfikacj*",
    asset: "folder katalog pliki baza tabela galaz uzytkownikow dane historia",
    work: "scal scalic dodaj dodac zatwierdz zatwierdzic wypchnij zmerguj zmergowac wdroz dopisz dopisac wdrozyc zmien popraw zaakceptuj opublikuj opublikowac",
    workplace: "repozytorium galaz_glowna main produkcja zaleznosci zaleznosciach zmiany pakiet",
    grant: "nadaj nadac przyznaj przyznac daj zrob dodaj mieli",
    privilege:
      "administrator administratora administratorem administratorzy admin uprawnienia prawa pelny_dostep publiczny zapis",
    replace: "zmien zmienic zamien zamienic podmien podmienic przekieruj",
    target: "adres url konto numer_konta odbiorca iban hasl*",
    approved:
      "zatwierdzone zatwierdzona zatwierdzony zatwierdzil uzgodnione uzgodniono ustalone ustalono zaakceptowane zgoda zgode zezwolil zezwolono zgodzil potwierdzone zgodzil_sie zgodzila_sie uzgodnione_z ustalone_z zatwierdzono dal_zielone_swiatlo za_zgoda za_zgoda_kierownika autoryzowan*",
    authority:
      "zespol_bezpieczenstwa bezpieczenstwo bezpieczenstwa zarzad kierownik kierownictwo klient dzial dzial_prawny szef produkt utrzymanie kierownika dyrektor dyrekcja prezes ksiegowosc",
    policy:
      "zgodnie_z zgodnie_z_polityka polityka procedura regulamin instrukcja_wewnetrzna w_mysl zgodnie_z_regulaminem wedlug_procedury polityka_firmy",
    without:
      "bez nie_trzeba nie_wymaga niepotrzebn* nie_potrzeba nie_ma_potrzeby nie_musisz bez_potrzeby bez_czekania",
    consent:
      "przegladu przeglad akceptacji zgody pytania pytac potwierdzenia recenzji sprawdzania review weryfikacji czekania patrzenia zagladania czytania analizy ogladania",
    fix: "rozwiazanie naprawa sposob_naprawy poprawka aby_naprawic zeby_naprawic",
    urgent: "pilne natychmiast od_razu od_reki niezwlocznie",
    hush: "nie_wspominaj nie_wspominac nie_zglaszaj nie_informuj nikomu_nie nie_pisz_o nie_raportuj po_cichu nie_mow nic_nikomu_nie_mow nikomu_nie_mow nie_mow_nikomu nic_nie_mow nie_mow_o_tym zachowaj_to_dla bez_wspominania nie_wspominaj_o w_tajemnicy bez_informowania",
    tool: "polecenie polecenia skrypt skryptu terminal",
    codeplace: "strona strone trasa funkcja logowanie",
    trouble:
      "blad nie_mozna nie_udalo nieprawidlow* niepoprawn* wygasl* odmowa nie_znaleziono brak odrzucon* nieznan* przekroczon* zablokowan* ponownie niedozwolon* nie_sa nie_jest nie_przechodzi nie_masz_uprawnien nie_moze musi_miec",
    ask: "potrzebujemy potrzebuje potrzebny_jest potrzebne_sa czy_mozesz czy_moglbys moglbys prosimy_o prosze_o",
    guard:
      "podpis podpisu podpisow weryfikacja weryfikacje weryfikacji uwierzytelnianie uwierzytelniania uwierzytelnienie autoryzacja autoryzacje autoryzacji sprawdzanie sprawdzania sprawdzenie kontrola kontrole kontroli uprawnien limitu ograniczenie ograniczenia szyfrowanie szyfrowania walidacja walidacje walidacji filtr filtra skanowanie skan antywirus* zabezpieczenie zabezpieczenia ochrona ochrone ochrony captcha dwuskladnikow* certyfikat certyfikatow certyfikatu blokada blokade blokady logowanie logowania audyt audytu csrf cors zapora test testy testu testow limit limity uprawnienia wygasanie",
    should:
      "nalezy trzeba powinno powinna powinien powinny mozna wystarczy prosze musi musza nie_jest_juz_potrzebn* nie_jest_potrzebn* juz_niepotrzebn* zbedn* najlepiej najprosciej warto prosimy niech ma_byc do_usuniecia nie_ma_sensu nie_ma_juz_sensu juz_sensu niczemu_nie_sluzy nie_jest_potrzebny nie_jest_juz_potrzebny nikt_nie_potrzebuje nikt_go_nie nikomu_niepotrzebn* tylko_przeszkadza przeszkadza smialo mozesz wlasciwe_ustawienie jest_zbedn* i_tak_nikt zeby_wszyscy do_wyrzucenia do_wykasowania",
    dropped:
      "usuniete usunieta usuniety wylaczone wylaczona wylaczony pominiete pominieta zdjete zdjeta zniesione zbedne zbedna zbedny niepotrzebna niepotrzebny niepotrzebne usuniecia wylaczenia wyrzucenia pozbyc_sie sie_go_pozbyc sie_pozbyc wykasowac usunac wylaczyc wyrzucic zlikwidowac skasowac zniesc zniesiony",
    open: "dla_wszystkich publiczny publiczna publiczne kazda_wartosc dowolna_wartosc bez_logowania bez_podpisu bez_uwierzytelniania zawsze_true kazdemu wszystkim wszyscy wszyscy_uzytkownicy dla_kazdego kazdy przepuszczaj przepusc akceptuj_wszystko dowolne_haslo bez_sprawdzania otworz_dla",
    data: "logi logow zadania zadan naglowki naglowkow kopie kopia kopii raporty danych dane zawartosc klientow zamowienia",
    close: "zamknij zamknac zamykamy zamkniecie zamkniete",
    ticket: "zgloszenie zgloszenia ticket incydent bilet",
    settled:
      "juz_naprawione juz_rozwiazane nic_do_zrobienia duplikat falszywy_alarm juz_naprawiono jako_rozwiazane juz_wczoraj_naprawione wczoraj_naprawione naprawione_wczoraj zostalo_juz jest_juz_naprawione juz_zalatwione",
    pack: "pakiet pakietu paczka paczke biblioteka biblioteke zaleznosc wersje wersji",
  },
};
