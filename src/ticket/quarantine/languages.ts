// The same ideas in other languages, most of them as stems: "*" stands for any ending. Written as
// people write them; they are folded like the texts that they are looked for in.
import type { Words } from "./words.ts";

/** Latin letters: German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish and others. */
export const LATIN_SCRIPT: Words = {
  ignore:
    "ignorier* vergiss vergesst vergessen missachte* beachte_nicht befolge_nicht ignorez ignorer oublie oubliez oublier ne_tiens_pas_compte ne_tenez_pas_compte fais_abstraction faites_abstraction ignora ignorad ignorar olvida olvide olvidad haz_caso_omiso hagas_caso_omiso haga_caso_omiso no_hagas_caso descarta desconsider* esqueca* esquece* descarte ignorate ignori dimentica* trascura* non_considerare non_tenere_conto negeer* vergeet zignoruj* ignoruj* zapomnij pomin_wszystkie ignorera* glom ignorer* glem yok_say* yoksay* gormezden_gel* unut dikkate_alma* goz_ardi_et* bo_qua abaikan lupakan zapomen* ignorati ignorați hagyd_figyelmen* ohita unohda nie_zwracaj_uwagi aufgehoben ungultig hinfallig gelten_nicht gelten_nicht_mehr gilt_nicht nicht_mehr ne_suis_pas ne_suivez_pas ne_respecte_pas n_obeis_pas annulees no_sigas no_siga no_obedezcas ya_no_valen nao_siga nao_sigas non_seguire non_rispettare non_valgono niet_meer volg_niet nie_przestrzegaj nie_stosuj gecerli_degil uyma uymayin omite omitir pomin oublie_ce oublie_tout olvida_lo olvida_todo non_tener_conto vergiss_was missachten verwerfe nicht_beachten nicht_befolgen laisse_tomber annule pase_por_alto pasa_por_alto ignoriere_was esquece_tudo deixa_de_lado negeer_wat laat_varen zignoruj_to zapomnij_o odrzuc gormezden_gelin unutun uymayi_birak goz_ardi",
  prior:
    "alle aller alles vorherig* vorig* obige* oben bisherig* fruher* deine ihre toutes tous precedent* ci_dessus anterieur* tes vos todas todos anterior* previa* previo* arriba acima antes tutte tutti sopra finora ricevut* vorige bovenstaande eerdere wszystk* poprzedni* powyzsz* wczesniejsz* tidigare ovan tidligere alla onceki yukaridaki tum truoc tren moi sebelumnya semua diatas predchoz* vsechny predesl* korabbi aiemmat anterioare toate stehenden obenstehend* dessus qui_precede precede te_dijeron dijeron dito disse ricevuto powyzej wczesniej* nadrzedn* eerder onceden daha_once yukarida*",
  orders:
    "anweisung* instruktion* vorgabe* befehl* anleitung* vorschrift* consigne* directive* ordres indications instruccion* indicacion* ordenes directric* instruc* orientac* ordens diretri* istruzion* indicazioni direttiv* ordini instructie* aanwijzing* richtlijn* opdracht* instrukcj* polecen* polecenia wytyczn* wskazow* talimat* yonerge* instruktioner huong_dan chi_dan instruksi perintah petunjuk pokyn* prikaz* instrukce utasitas* ohjeet instructiunile hinweise modele modelo modello",
  context:
    "regeln regel regles reglas regras regole regels zasad* kural* regler aturan pravidla mesaj* normas norme richtlinien kurallarin* kurallar*",
  agent:
    "ki ki_agent* ki_assistent* assistent* ia agent_ia assistant_ia agente asistente assistente agenci asystent* asystenc* asistan* ajan yapay_zeka* inteligencia_artificial intelligence_artificielle kunstliche_intelligenz sztuczn* modelo_de_linguagem tro_ly agen asisten agente_ia ki_agenten ki_assistenten ajan* ia_agent agenta agente_de_ia agent_ai tekoaly mesterseges",
  person:
    "entwickler* developpeur* desarrollador* desenvolvedor* sviluppator* ontwikkelaar* programist* gelistirici*",
  call: "hinweis achtung liebe lieber sehr_geehrter hallo bonjour message_pour note_pour cher chere nota_para mensaje_para estimado atencion atencao mensagem_para caro prezado nota_per messaggio_per attenzione beste let_op bericht_voor uwaga drogi wiadomosc_dla dikkat sayin chu_y perhatian not notu note nachricht nachricht_an an_den aan_de do_agenta dla_agenta pour_l_agent para_o_agente per_l_agente all_agente para_el_agente uwaga_dla aviso aviso_para avis attention_a merci_de",
  must: "musst mussen sollst tu_dois vous_devez il_faut debes debe tienes_que deve devi dovete moet musisz malisin gerekir hay_phai harus sollen muss",
  you: "du dich deine dein tu toi ton vous votre tuo tus vos voce sua seu jij jouw je twoj twoja ty sen senin",
  persona:
    "du_bist_jetzt ab_sofort ab_jetzt von_nun_an tu_es_maintenant desormais a_partir_de_maintenant ahora_eres eres_un_agente sin_restricciones sans_restriction* ohne_einschrankung* a_partir_de_agora sem_restricoes voce_e_um voce_e_agora d_ora_in_poi da_ora_in_poi senza_restrizioni ora_sei je_bent_nu vanaf_nu zonder_beperkingen od_teraz jestes_teraz bez_ograniczen bundan_sonra artik_sen sinirsiz du_bist_nun jestes_administratorem sei_ora sei_un tu_es_un tu_es_une eres_el eres_ahora voce_agora je_bent_een tu_es_desormais sans_limites ohne_grenzen sin_limites sem_limites senza_limiti zonder_limieten bez_limitow sinirsiz_yetki kisitlamasiz du_bist_ein actua_como aja_como agisci_come gedraag_je_als zachowuj_sie gibi_davran agis_comme fais_comme verhalte_dich",
  newTask:
    "deine_neue_aufgabe neue_aufgabe deine_aufgabe nouvelle_tache ta_tache nueva_tarea tu_tarea nova_tarefa sua_tarefa obedecer obbedisci nuovo_compito il_tuo_compito nieuwe_taak jouw_taak nowe_zadanie twoje_zadanie yeni_gorev* folge_nur gehorche suis_les obeis sigue_las siga_as segui_le bu_mesaja_uy soylenenleri_yap doe_wat_er_staat folge_den_schritten mach_was suis_les_etapes sigue_los_pasos segui_i_passi siga_os_passos suivez segui_invece volg_de_stappen reponds_seulement folgenden_befehl folgende_schritte suivante* lo_siguiente haz_lo haz_exactamente faca_o_seguinte fai_quanto_segue doe_het_volgende nastepujac* asagidakini asagidaki",
  run: "fuhre fuhren ausfuhren starte installiere* executez execute lancez lance installez installe ejecuta* ejecute instala* instale executa rode rodar esegui* eseguire avvia lancia voer installeer draai uruchom* wykonaj* zainstaluj* calistir* yukle kur chay jalankan spust* apply nainstaluj* fuhr uruchom zainstaluj wykonaj ejecutar instalar eseguilo execute_o voer_het calistirin yukleyin yukle_ve ac_ve fuhre_es executer ausfuhrung fuhrst installieren lancer demarre demarrez ejecuten inicia executar iniciar installare avviare uitvoeren uruchomic wykonac zainstalowac calistirip",
  fetch:
    "lade laden herunter offne besuche telecharge* ouvre ouvrez descarga* descargue abre abra baixe baixar scarica* apri aprite download haal pobierz* otworz* odwiedz* indir* ac ziyaret_et* tai_xuong unduh buka stahni* offnen ouvrir abrir aprire openen otworz bu_baglantiyi telecharger descargar scaricare downloaden otworzyc pobrac",
  send: "sende senden sendet schicke schicken gib geben zeige zeigen verrate drucke envoie envoyez affiche affichez montre montrez revele revelez transmets envia envie enviar muestra muestre imprime imprima revela mostre mostra mostrate stampa stampate invia inviate rivela* stuur verstuur toon onthul* druk_af wyslij* pokaz* wypisz* ujawnij* wydrukuj* gonder* goster* yazdir* ifsa_et* skriv_ut visa skicka in_ra gui tampilkan kirim kirimkan vypis* posli* zobraz* muestra* mostra* envia* invia* dime dimmi diga ausgeben anzeigen zeig schick sag nenne dis donne da dammi envoyer afficher mostrar imprimir inviare mostrare stampare sturen tonen wyslac pokazac wypisac gonderin gosterin yazdirin schreib schreibe ecris ecrivez escribe escriba escreva scrivi schrijf napisz yaz yazin veroffentliche kopiere copie copiez copia kopieer skopiuj kopyala",
  secret:
    "geheimnis* geheimnisse umgebungsvariab* zugangsdaten passwort* passworter schlussel api_schlussel les_secrets variables_d_environnement mot_de_passe mots_de_passe identifiants cles_api cle_api jetons secretos variables_de_entorno contrasena* credenciales claves segredos variaveis_de_ambiente senha senhas credenciais chaves segreti variabili_d_ambiente chiavi credenziali geheimen omgevingsvariabele* wachtwoord* sleutels inloggegevens sekret* zmienne_srodowiskowe zmiennych hasla klucze dane_logowania ortam_degisken* sifre* parola* anahtar* gizli hemligheter* hemligheterna bien_moi_truong kata_sandi rahasia tajne klice tajne_klice hesla env zugangs* schlussel* passwor* contrasen* hasl* geheim* cle* jeton* clave* senha* chiave token tokens hasel password passwords credenzial* identifiant* anmeldedaten",
  weaken:
    "deaktivier* losche loschen entferne* uberspring* schalte desactive* supprime* supprimez desactiva* elimina* borra* omite omita desative* apague* remova* pule disattiva* cancella* rimuovi* salta verwijder* schakel sla wylacz* usun* pomin devre_disi* sil kaldir* atla matikan hapus lewati supprimer desactiver eliminar borrar desactivar remover apagar desativar eliminare rimuovere disattivare verwijderen uitschakelen usunac wylaczyc silin kaldirin schalte_ab schalt enleve enlevez retire retirez quita quite tire togli haal_weg",
  check:
    "prufung* uberprufung* sicherheitsprufung* tests verification revue verifications pruebas revision autenticacion testes revisao autenticacao verificacao revisione controlli verifica testen controle beoordeling test testy testow przeglad* weryfikacj* testler* testleri inceleme* dogrulama* signatur*",
  approved:
    "genehmigt freigegeben autorisiert bewilligt approuve approuvee autorise* valide_par aprobado aprobada autorizado autorizada aprovado aprovada approvato approvata autorizzato goedgekeurd geautoriseerd zatwierdzon* autoryzowan* onaylan* onaylandi disetujui",
  authority:
    "sicherheitsteam sicherheitsabteilung geschaftsleitung administrator* equipe_de_securite l_equipe_securite equipo_de_seguridad equipe_de_seguranca team_di_sicurezza team_sicurezza beveiligingsteam zespol_bezpieczenstwa zespol bezpieczenstwa guvenlik_ekibi* vorstand direction direccion",
  without:
    "ohne sans sin sem senza zonder bez sin_necesidad nicht incelemeden onaysiz sormadan tanpa ohne_weitere ohne_jede ne_pas sans_attendre sin_revisar sin_esperar sem_esperar senza_attendere zonder_te_wachten bez_czekania beklemeden",
  consent:
    "prufung ruckfrage ruckfragen bestatigung genehmigung zustimmung revue revision revisao revisione approvazione confirmation confirmer confirmacion confirmacao conferma beoordeling goedkeuring bevestiging przeglad* zgody potwierdzenia incelemeden sormadan onay* weitere_prufung revisar esperar attendre attendere wachten czekania beklemeden ruckfrage* nachfragen",
  fix: "losung losungsweg behebung um_dies_zu_beheben zur_behebung solution pour_corriger pour_resoudre solucion para_solucionar para_corregir para_resolver solucao para_corrigir soluzione per_risolvere per_correggere oplossing om_dit_op_te_lossen rozwiazanie aby_naprawic cozum duzeltmek_icin reseni",
  urgent:
    "dringend sofort umgehend zuerst bevor urgente immediatement avant_de d_abord inmediatamente antes_de imediatamente immediatamente subito prima_di onmiddellijk pilne natychmiast najpierw zanim acil hemen derhal avant voor_dat voordat eerst once once_sonra prima antes primero primeiro",
  work: "ubernimm ubernehmen bestatige liefere ausliefern fusionne fusionner fusionnez validez ajoute* ajouter confirma aprueba* agrega* fusiona* faca_merge aprove* adicione* approva* aggiungi* unisci keur voeg scal* zatwierdz* dodaj* birlestir* onayla* gabungkan pridej* publique publica pubblica publie publiez veroffentliche publiceer opublikuj yayinla* commite ubernehme mergen merge deployen deployer deploie pousse pousser pousses publier publicar desplegar despliega desplegue fusionar faca_deploy fazer_merge pubblicare distribuisci uitrollen deploy wdroz wdrozyc opublikowac yayimla committe pushe pushen",
  workplace:
    "depot repositorio repositoire la_demande solicitud aenderung anderung* cambio* degisiklik* zmiany modifiche wijziging* branche administrateur paket paquet paquete pacote pacchetto pakket pakiet",
  tool: "commande comando commando polecenie befehl skript* script* skrypt* komut* perintah lenh terminal terminale",
  place:
    "adres* adresse direccion endereco indirizzo address beschreibung alamat dia_chi baglanti* link lien enlace kommentar commentaire comentario commento opmerking komentarz* yorum* mail e_mail correo",
  trouble:
    "fehler fehlgeschlagen konnte konnten kann ungultig* unbekannt* erreur impossible invalide echoue refuse error errores no_se_pudo invalid* erro nao_foi errore impossibile non_e fout onjuist mislukt blad nie_mozna nie_udalo hata gecersiz abgelaufen expire",
  grant:
    "gewahre erteile gib vergib accorde accordez donne concede conceda concedi otorga otorgue asigna aggiungi anade ajoute adicione conceder verleen geef nadaj przyznaj dodaj ver ekle fuge hinzufugen machen mache mach rends rendez haz haga torne faca rendi maak zrob yap",
  privilege:
    "administratorrecht* administrator schreibrecht* schreibzugriff adminrecht* administrateur droits permisos administrador permissoes permessi amministratore rechten beheerder uprawnien* administratorem administratora yetki* yonetici* zugriffsrecht* offentlich* public* publique publico pubblico openbaar publiczn* herkese_acik",
  replace:
    "ersetze ersetzen andere remplace remplacez reemplaza sustituye substitua sostituisci vervang zamien zmien degistir remplacer reemplazar cambiar cambia substituir trocar sostituire cambiare wijzig vervangen zmienic degistirin tausche",
  target:
    "adresse url contrasena passwort endpunkt lien direccion endereco indirizzo adres hasl* sifre* konto compte cuenta",
  hush: "erzahl_deinem erzahle_niemandem sag_nichts sin_comentar n_en_parle_a sans_prevenir sans_rien_dire sin_avisar sem_avisar senza_avvisare zonder_te_melden bez_informowania sag_niemandem erwahne_nicht ohne_zu_fragen ne_dis_rien sans_le_dire n_en_parle_pas no_digas no_menciones sin_decir nao_mencione nao_diga non_dire senza_dire vermeld_niet nie_mow nie_wspominaj soyleme rien_n_a_ete_trouve",
};

/** Other scripts: Cyrillic, Greek, Hebrew, Arabic, Devanagari, Hangul, Han and Kana. */
export const OTHER_SCRIPTS: Words = {
  ignore:
    "игнорир* проигнорир* забудь* забудьте отбрось* отмени* не_обращай* не_следуй* ігнор* забудь αγνοησ* ξεχασ* התעלם התעלמו שכח تجاهل* انس اهمل* لا_تتبع* अनदेख* नज़रअंदाज* नजरअंदाज* भूल* उपेक्षा* ध्यान_न_द* 무시* 잊어* 잊으* 따르지_마* 忽略* 无视* 無視* 忘记* 忘記* 忽视* 不理会* 不要理会* 不要遵守* 抛开* 忘れ* 従わない* 従うな* не_соблюдай* не_выполняй* недействительн* больше_не_действуют 不要遵循* 不再有效* 不必遵守* 従わず* 無効です* 따르지_말* 지키지_마* 무효* لا_تلتزم* لم_تعد* पालन_न_कर* не_обращай игнорируйте забыть перестань* выбрось* लागू_नहीं* भूल_जा* ध्यान_मत* न_मान* छोड़_द* 忘掉* 抛弃* 不用管* 不管* 忽略掉* 无需理会* 取消* 作废* 無効と* 無視し* 気にせず* 気にしない* 捨てて* 따르지* 잊고* 무시하* 버리* تجاهلي* تجاهلوا* تناس* اترك* التغاضي* 停止当前* 停止目前* 放弃* 中止し* やめて* 중단하* 멈추* توقف_عن* прекрати* रोक*",
  prior:
    "все всё всех предыдущ* прежн* выше вышеуказан* ранее свои усі всі попередн* προηγουμεν* ολες παραπανω הקודמות הקודמים לעיל כל جميع كل السابق* اعلاه المذكور* पिछल* पूर्व* ऊपर उपरोक्त सभी पहले 이전* 앞의* 앞선* 위의* 모든* 지금까지* 기존* 之前* 以前* 上述* 以上* 上面* 前面* 先前* 所有* 一切* 全部* これまで* すべて* 全て* 上記* 前の* написанн* сказанн* вышесказанн* все_что पहले_के* पहले_दिए* ऊपर_के* 前に* 先ほど* 今まで* 当初* 之前的* 收到的* 现有* 原来* 먼저* 앞서* 위에* السابقه* ما_سبق* قبل*",
  orders:
    "инструкци* указани* команд* правил* предписан* распоряжен* приказ* інструкц* вказівк* οδηγι* εντολ* הוראות ההוראות تعليمات* التعليمات* اوامر* الاوامر* توجيهات* ارشادات* القواعد* قواعد* निर्देश* आदेश* नियम* अनुदेश* 지시* 명령* 지침* 규칙* 프롬프트* 指令* 指示* 规则* 規則* 提示词* 命令* 要求* 说明* 說明* プロンプト* ルール* 规定* 規定* 约束* 制約* написанное сказанное 内容* 指導* 方針* 设定* 設定* 지시사항* 내용* المحتوي* ما_سبق* निर्देशों* नियमों*",
  context: "сказано правила сообщени*",
  agent:
    "ии ии_агент* агент* ассистент* помощник* ші المساعد* الوكيل* الذكاء_الاصطناعي* وكيل* مساعد* एआई* एजेंट* सहायक* 에이전트* 어시스턴트* 인공지능* 助手* 智能体* 代理* 人工智能* 模型* エージェント* アシスタント* 人工知能* агенту ассистенту ии_агенту",
  person: "разработчик* المطور* डेवलपर* 개발자* 开发者* 開發者* 工程师* 開発者*",
  call: "внимание заметка уважаемый сообщение_для увага ملاحظة* انتباه* عزيزي* الى ध्यान_द* सूचना* प्रिय* 주의* 알림* 안내* 致* 注意* 请注意* 亲爱的* への* へ:* 宛て* агенту ассистенту إلى_وكيل* الي के_लिए* 에게* 으로* 给* 寫給* 写给* 告知* 告* 様* 各位* へ宛* 対して*",
  must: "должен* должны обязан* нужно повинен* يجب* عليك* चाहिए* आपको* 해야* 필수* 必须* 必須* 應該* 应该* しなければ*",
  you: "ты твоя твой вам вы ваш* тебе انت* आप* 당신* 너는* 你* 您* あなた* 君は*",
  persona:
    "ты_теперь теперь_ты отныне с_этого_момента без_ограничений انت_الان* من_الان_فصاعدا* अब_से* अब_आप* 지금부터* 이제부터* 당신은_이제* 你现在* 从现在起* 从现在开始* 你是一个* 没有限制* 今からあなた* これからは* あなたは今* 制限なし* 制限のない* ты_администратор ты_больше 你是系统* 您现在* 从现在* 现在你* 今から* 当前你是* 당신은_관리자* 이제_당신은* 지금부터_당신은* من_الان* انت_مدير* آप_व्यवस्थापक* अब_से_आप*",
  newTask:
    "новая_задача твоя_задача следующ* مهمتك* المهمة_الجديدة* नया_कार्य* आपका_कार्य* 새로운_작업* 새_임무* 新任务* 你的任务* 以下命令* 以下指令* 新しいタスク* 次のコマンド* 手順に従* 次の手順* 다음_명령* 지시에_따르* 以下を* 以下の* 下記の* 下面的* 下列* 다음을* 아래* ما_يلي* التالي* следующее निम्न* नीचे*",
  run: "запусти* выполни* установи* запустить выполните виконай* встанови* εκτελεσ* הרץ התקן شغل* نفذ* ثبت* تنفيذ* قم_بتشغيل* चलाए* चलाओ* चला* निष्पादित* इंस्टॉल* 실행* 설치* 运行* 運行* 执行* 執行* 安装* 安裝* 実行* インストール* исполни* запускай* установите* नहीं_चला चलाएँ* चलाइए* रन_कर* 실행해* 돌려* 起動し* 走らせ* 启动* 跑一下* 运行一下* اجر* شغلي* ثبتي*",
  fetch:
    "скачай* загрузи* открой* перейди* відкрий* завантаж* افتح* حمل* نزل* زر* खोल* डाउनलोड* 다운로드* 열어* 열고* 下载* 下載* 打开* 打開* 访问* 訪問* 開いて* ダウンロード* アクセスし*",
  send: "отправь* отправьте пришли* покажи* выведи* раскрой* перешли* распечатай* надішли* виведи* εκτυπωσ* στειλε* הדפס שלח ارسل* اعرض* اطبع* اكشف* भेज* दिखा* प्रिंट* बताए* बताओ* छाप* 출력* 보내* 보여* 전송* 공개* 남겨* 输出* 輸出* 发送* 發送* 显示* 打印* 泄露* 上传* 发给* 发到* 告诉我* 送信* 出力* 表示し* 送って* 教えて* 公開* 贴到* 貼り付* 粘贴* 붙여* 公開し* 送る* 알려* الصق* चिपका* लिख* भेजें* साझा* दिखाएं* 보여줘* 보내줘* 출력해* 적어* 작성하* 送信し* 書いて* 書き込* 見せて* 送信せよ* 写入* 写到* 展示* 分享* 公布* 回复* اكتب* شارك* انسخ* напиши* скопируй* передай*",
  secret:
    "секрет* переменн*_окружения переменные_окружения парол* токен* ключ* учетные_данные змінні_середовища μυστικ* κωδικ* משתני סודות متغيرات_البيئة* الاسرار* كلمات_المرور* كلمة_المرور* مفاتيح* المفاتيح* الرموز* السرية* पर्यावरण_चर* एनवायरनमेंट* गुप्त* पासवर्ड* कुंजी* टोकन* सीक्रेट* 환경_변수* 환경변수* 비밀번호* 비밀* 토큰* 키와* 키를* 자격_증명* 环境变量* 環境變量* 密钥* 密鑰* 密码* 令牌* 凭证* 凭据* 机密* 環境変数* パスワード* トークン* 認証情報* 秘密* env 钥匙* 秘钥* 私钥* キー* API कुंजिय* कुंजियाँ* पासवर्डों* गोपनीय* रहस्य* गुप्त_कुंजी* 비밀_키* 시크릿* 자격증명* シークレット* 鍵* 認証* 敏感信息* 私密* 密匙* بيانات_الاعتماد* المتغيرات* данные_для_входа переменн*",
  all: "все всех всю جميع كل सभी 모든* 所有* 全部* すべて* 全て* любые весь",
  place:
    "адрес* العنوان* الرابط* पते* 주소* 댓글* 地址* 评论* アドレス* url コメント* почту* комментари* تعليق* टिप्पणी*",
  weaken:
    "отключи* удали* пропусти* сотри* вимкни* видали* עקוף מחק احذف* عطل* تخط* ازل* हटा* अक्षम* बंद_कर* 비활성화* 삭제* 건너뛰* 禁用* 删除* 刪除* 跳过* 关闭* 绕过* 削除* 無効化* 無効にし* スキップ* выключи* убери* снеси* мिटा* मिटा* डिलीट* 지워* 삭제해* 끄세요* 꺼* 消して* 取り除* オフに* 删掉* 去掉* 移除* 关掉* 停用* اوقف* الغ* امسح*",
  check:
    "тест* проверк* ревью подпис* аутентификац* перевірк* الاختبار* المراجعة* التحقق* परीक्षण* टेस्ट* समीक्षा* जांच* 테스트* 검토* 리뷰* 검증* 인증* 测试* 測試* 审查* 審查* 审核* 检查* 验证* テスト* レビュー* 検証* 認証*",
  approved:
    "одобрен* утвержден* разрешен* согласован* авторизован* تمت_الموافقة* معتمد* وافق* स्वीकृत* अनुमोदित* मंजूर* 승인* 허가* 批准* 授权* 授權* 核准* 同意* 承認* 許可*",
  authority:
    "служб*_безопасности безопасност* администратор* руководств* безпек* الامن* المدير* الادارة* सुरक्षा_टीम* प्रबंधन* 보안팀* 보안_팀* 관리자* 安全团队* 安全部门* 管理员* 管理層* セキュリティチーム* 管理者*",
  without: "без не без_ بدون* दون* بلا* बिना* 없이* 无需* 無需* 不需要* 不要* 不用* なしで* 不要*",
  consent:
    "ревью проверки подтверждения согласования مراجعة* موافقة* समीक्षा* अनुमति* पूछे* 검토* 승인* 확인* 审查* 审核* 确认* 批准* レビュー* 確認* 承認*",
  fix: "решение чтобы_исправить для_исправления исправить الحل* لاصلاح* समाधान* ठीक_करने* 해결* 수정하려면* 解决方案* 解决方法* 修复* 要修复* 解決策* 解決方法* 対処法* 修正する*",
  urgent:
    "срочно немедленно сначала прежде_чем فورا* عاجل* قبل* तुरंत* तत्काल* पहले* 즉시* 긴급* 먼저* 立即* 紧急* 马上* 首先* 之前* 先* 直ちに* 緊急* 至急* 前に* перед раньше сразу 전에* 바로* 直接* 现在* 今すぐ* まず* 지금* ya",
  work: "слей* закоммить* замени* добавь* смержи* ادمج* اضف* मर्ज* जोड़* 병합* 커밋* 추가* 合并* 合併* 提交* 推送* 添加* マージ* コミット* プッシュ* 追加し* опубликуй* создай* закрой* سجل* انشر* ارفع* कमिट* 배포* 커밋하* 部署* 发布* 上线* デプロイ* 公開* 승인하* смерж* залей* задеплой* मर्ज_कर* डिप्लॉय* 머지* 병합하* 올려* 푸시* 推到* 合入* 发版* マージせ* リリース* ادفع* دمج*",
  workplace:
    "изменени* репозитор* ветк* المستودع* रिपॉजिटरी* 저장소* 仓库* 变更* リポジトリ* 変更*",
  tool: "скрипт* терминал* пакет* команду الامر* سكريبت* حزمة* कमांड* स्क्रिप्ट* पैकेज* 명령* 스크립트* 패키지* 터미널* 命令* 脚本* 腳本* 终端* 软件包* 軟體包* コマンド* スクリプト* ターミナル* パッケージ*",
  trouble:
    "ошибк* не_удалось неверн* нет недопустим* не_найден* خطا* تعذر* غير* فشل* त्रुटि* नहीं* गलत* 오류* 없습니다* 실패* 잘못* 없는* 错误* 錯誤* 无法* 無法* 无效* 失败* 没有* 未找到* エラー* できません* ありません* 失敗* 不正* 無効な*",
  grant:
    "предоставь* выдай* дай* назначь* добавь* надай* امنح* اعط* दें* दे* 부여* 추가* 授予* 赋予* 给予* 付与* 追加* 与え* 设为* 设成* 改为* 设置为* にする* にして* で設定* 로_설정* 으로_바꾸* сделай* اجعل* बना*",
  privilege:
    "права прав администратор* доступ* права_доступа صلاحيات* مدير* अधिकार* व्यवस्थापक* 권한* 관리자* 权限* 管理员* 管理者* 権限* 公开* 公開* 공개* публичн* عام* عامة* सार्वजनिक*",
  replace:
    "замени* измени* поменяй* استبدل* غير* बदल* 교체* 바꾸* 변경* 替换* 更改* 修改* 置き換え* 変更し*",
  target:
    "адрес* пароль* ссылк* عنوان* पासवर्ड* पता* 주소* 비밀번호* 地址* 密码* アドレス* パスワード*",
  hush: "никому_не_говори не_упоминай молча لا_تذكر* دون_اخبار* किसी_को_न_बता* 말하지_마* 언급하지_마* 不要告诉* 不要提及* 不要提* 誰にも言わ* 言及しない*",
};
