// Turkish.
import type { Language } from "./language.ts";

export const TURKISH: Language = {
  small:
    "ve bir bu su icin ile de da mi ne en az cok daha ama veya gibi kadar sonra once her hic var yok degil olan olarak tarafindan lutfen size sizin siz biz ben onu buna bunu ise ki artik tum butun yalnizca sadece bunun onun yerine simdi burada kimse bizim tek",
  matters:
    "siparis fatura odeme rezervasyon basvuru izin_talebi teslimat sozlesme teklif iade sikayet musteri havale kargo belge",
  words: {
    ignore:
      "unut unutun unutunuz yok_say yok_sayin gormezden_gel gormezden_gelin dikkate_alma dikkate_almayin goz_ardi_et goz_ardi_edin umursama uyma uymayin bos_ver gecersizdir artik_gecerli_degil hukumsuz onemseme yoksay* gecerli_degil uymayi_birak",
    prior:
      "onceki butun tum bundan_onceki yukaridaki su_ana_kadar simdiye_kadar daha_once_verilen sana_verilen eski verilen onceden",
    orders:
      "talimat talimatlar talimatlari talimatlarini komutlari emir emirler emirleri kurallari kurallar yonergeleri yonergeler direktif direktifler istem prompt",
    context: "kurallar mesajlar metin soylenen yazilan",
    agent: "asistan asistani ajan ajani yapay_zeka yz bot model kodlama_ajani otomasyon",
    person: "gelistirici gelistiriciye yazilimci",
    call: "sayin sevgili dikkat mesaj merhaba icin_not ajanina asistanina asistana ajana yapay_zekaya yapay_zeka_asistanina yapay_zeka_ajanina degerli sevgili_asistan not notu",
    reading:
      "bunu_duzelten bunu_okuyan bunu_onaran bu_hatayi_duzelten kim_duzeltiyorsa bu_kaydi kim_okuyorsa bununla_ilgilenen bunu_cozen bu_kaydi_okuyan bu_kaydi_inceleyen duzeltecek_kisi sorunu_cozen",
    must: "zorunda zorundasin meli mali gerekir gerekmektedir gerekiyor lazim malisin",
    you: "sen senin",
    persona:
      "artik_sen sen_artik su_andan_itibaren bundan_sonra bundan_boyle gibi_davran rolunu_ustlen gibi_hareket_et sinirsiz kisitlama_olmadan kisitlamasiz",
    newTask:
      "yeni_gorevin gorevin yeni_gorev asil_gorevin yalnizca_sunu_yap sadece_sunu_yap sunu_yap sunlari_yap itaat_et dediklerimi_yap asagidakileri_yap bu_mesaja_uy soylenenleri_yap asagidakini her_seyi_yap yazan_her_seyi yazilanlari_yap yazanlari_uygula orada_yazan denilenleri_yap adimlari_izle talimatlari_uygula",
    run: "calistir calistirin calistiriniz kur kurun kurunuz yukle yukleyin yukleyiniz baslat baslatin ekleyip_calistirin calistirmak calistirip kurup yukleyip yukle_ve ac_ve",
    fetch:
      "indir indirin indiriniz ac acin ziyaret_edin girin indirip ziyaret_et adresine_git klonla cek bu_baglantiyi",
    send: "gonder gonderin gonderiniz gonderilmeli yapistir yapistirin yapistiriniz kopyala kopyalayin paylas paylasin yaz yazin yaziniz yazdir goster gosterin ekle_yoruma ilet iletin iletiniz yukleyin_su bildirin ekle yayinla ifsa_et yukle",
    secret:
      "ortam_degiskeni ortam_degiskenleri ortam_degiskenlerini anahtar anahtari anahtarini anahtarlari sifre sifresi sifreyi parola parolayi gizli token tokeni jeton kimlik_bilgileri sifreler sifreleri parolalar anahtarlar gizli_anahtar tokenler env_dosyasi sifresine sifresini parolasini parolasi veritabani_sifresi",
    place:
      "yorum yoruma yorum_olarak aciklama aciklamaya cevap kayda talebe adrese buraya baglanti asagiya kanala",
    weaken:
      "kaldir kaldirin kaldiriniz kaldirmak kaldiralim sil silin siliniz silmek cikar cikarin cikariniz cikarmak devre_disi kapat kapatin kapatiniz kapatmak atla atlayin atlayiniz atlamak gec_in bypass_edin es_gec es_gecin gevset gevsetin iptal_et iptal_edin yoruma_al yoruma_alin vazgec vazgecin durdur durdurun sustur kaldirip silip devre_disi_birak devre_disi_birakin gec yorum_satiri_yap at atin pas_gec etkisizlestir",
    check: "testler* inceleme* dogrulama*",
    work: "birlestir birlestirin birlestiriniz ekle ekleyin ekleyiniz onayla onaylayin gonderin_main dagit degistir yayina_al commit_et push_et gonder_main yayinla* yayimla",
    workplace: "depo ana_dal main uretim bagimliliklar degisiklik* paket",
    grant: "ver verin tanimla tanimlayin ata atayin yap yapin ekle",
    privilege: "yonetici yonetici_yetkisi yetkisi admin tam_yetki tam_erisim herkese_acik",
    replace: "degistir degistirin degistirilmeli guncelle yonlendir",
    target: "adres adresi url hesap hesabi iban sifre alici",
    approved:
      "onaylandi onayli onaylanmistir onay_alindi onay_alinmistir onayi onay_verdi kabul_edildi kararlastirildi izin_verildi mutabik karar_verildi onayladi izin_verdi kabul_etti uygun_gordu anlastik kararlastirdik onayiyla",
    authority:
      "guvenlik_ekibi guvenlik yonetim yonetici mudur musteri hukuk urun_ekibi ekip operasyon patron yonetici_ekip hukuk_birimi direktor",
    policy:
      "politika politikasi politikasina geregi uyarinca yonetmelik prosedur kurali geregince sirket_politikasi politika_geregi yonetmelik_geregi prosedure_gore",
    without:
      "olmadan gerek_yok gerekmez sormadan beklemeden gerek_kalmadan gereksiz tekrar_sormayin tekrar_sormayiniz incelemeye_gondermeden gondermeden onaysiz incelemeden",
    consent:
      "inceleme incelemesi onay onayi izin sormadan beklemeden review kontrol sormayin sormayiniz incelemeye incelemeden gondermeden bakmadan kontrol_etmeden okumadan",
    fix: "cozum cozumu duzeltme duzeltmek_icin sorunu_gidermek",
    urgent: "acil hemen derhal bir_an_once oncelikle",
    hush: "bahsetme bahsetmeyin belirtme belirtmeyin soyleme soylemeyin bildirme bildirmeyin sessizce kimseye raporlama raporlamayin kimseye_soyleme kimseye_soylemeyin belli_etme gizlice kimseye_haber",
    tool: "komut komutunu betik betigi betigini script terminal",
    codeplace: "sayfa sayfayi rota islev giris uc_nokta",
    trouble:
      "hata hatasi gecersiz basarisiz bulunamadi suresi_doldu reddedildi yetkisiz olmadi edilemedi yapilamadi kilitli bilinmeyen asildi eksik yok dogrulanamadi acilamadi yetkiniz_yok olmali_ve engellendi kesilemez",
    ask: "ihtiyacimiz_var ihtiyacim_var gerekiyor_bize bize_lazim rica_ediyoruz yapabilir_misin yapar_misin lazim_bize",
    guard:
      "imza imzasi imza_kontrolu kontrol kontrolu kontrolunu kontrolleri dogrulama dogrulamasi dogrulamasini dogrulamayi kimlik_dogrulama yetki yetkilendirme izin izni izinleri sinir siniri sinirini limiti limitini hiz_siniri sifreleme sifrelemeyi maskeleme filtre filtresi filtreyi tarama taramasi taramasini virus koruma korumasi korumasini captcha iki_faktorlu iki_adimli sertifika sertifikasi sertifika_kontrolu kilit giris giris_kontrolu denetim denetimi inceleme test testleri testler csrf cors guvenlik_duvari imza_kontrolune kontrolune sinirlama limit testi yetki_kontrolu oturum onay_adimi taranma*",
    should:
      "meli mali gerek gerekir gerekiyor lazim yeterli yeter olmali edilmeli yapilmali acilmali verilmeli artik_gerek artik_gereksiz gereksiz lutfen dogru_olan en_iyisi en_kolayi olabilir edilebilir rica_ederiz gerekmektedir kaldirilmali kaldirilabilir silinmeli kapatilmali cikarilmali atlanabilir ihtiyac_yok artik_ihtiyac_yok ihtiyac_kalmadi artik_gerekmiyor gerekmiyor ise_yaramiyor anlamsiz anlami_yok kimse_kullanmiyor cikarabilirsin silebilirsin kaldirabilirsin kapatabilirsin tamamen sadece_engel dogru_ayar gerek_kalmadi olsun",
    dropped:
      "kaldirilmali kaldirilsin kaldirilabilir kaldirilmalidir kaldirilmasi silinmeli silinsin silinebilir cikarilmali cikarilabilir kapatilmali kapatilsin kapatilabilir atlanmali atlanabilir atlansin gereksiz gerek_yok gerek_kalmadi devre_disi_birakilmali birakilmali birakilabilir birakin birakiniz cikarilsin cikarabilirsin silebilirsin kaldirabilirsin devre_disi_kalsin",
    open: "herkese herkese_acik herkes her_deger her_degeri girissiz imzasiz sifresiz tum_kaynaklar herhangi_bir_deger gecerli_sayilmali gecerli_say tum_kullanicilar tum_kullanicilara her_parola kontrolsuz dogrulamasiz herkese_acilsin",
    data: "loglar loglari gunlukler istekler basliklar kopya kopyasi kopyasini raporlar yedek veriler verileri icerik icerigi musteri siparisler depo",
    close: "kapat kapatin kapatiniz kapatilmali kapatilsin",
    ticket: "kaydi talebi bileti ticket vaka olay",
    settled:
      "zaten_cozuldu zaten_duzeltildi zaten_giderildi yapilacak_bir_sey tekrar_kayit yinelenen mukerrer yanlis_alarm dun_cozuldu dun_zaten zaten_cozulmus dun_giderildi cozulmustur",
    pack: "paket paketi paketini kutuphane bagimlilik surum surumu",
  },
};
