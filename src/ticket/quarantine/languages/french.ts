// French.
import type { Language } from "./language.ts";

export const FRENCH: Language = {
  small:
    "le la les un une des du de et ou ne pas est sont a au aux en dans sur pour par avec sans que qui ce cette ces il elle on nous vous je tu se son sa ses leur votre vos mais plus tout tous toute toutes ete n'est d l s c qu n y deja puis",
  matters:
    "facture paiement reservation demande_de conge livraison contrat devis avoir remboursement reclamation compte client virement note_de_frais dossier document commande_\\d",
  words: {
    ignore:
      "faites_fi fais_fi passe_outre passez_outre ecarte ecartez fi_des sont_annulees sont_caduques ne_s_appliquent_plus mets_de_cote mettez_de_cote ignore ignorez ignorer oublie oubliez oublier oublions neglige negligez ne_tiens_aucun_compte ne_tenez_aucun_compte ne_tiens_pas_compte ne_tenez_pas_compte ne_suis_plus ne_respecte_plus fais_table_rase faites_abstraction fais_abstraction n_ont_plus_cours ne_valent_plus ne_s_appliquent_pas laisse_tomber laissez_tomber ne_suis_pas ne_suivez_pas ne_respecte_pas n_obeis_pas",
    prior:
      "toutes tous tout toute precedente precedentes precedents precedent precedemment ci_dessus anterieures qui_precedent plus_haut jusqu_ici recues tes vos donnees_avant initiales dessus",
    orders:
      "instruction instructions consigne consignes directive directives ordre ordres regle regles indications prompt recommandations commandements modele",
    context: "regles messages texte dit ecrit contexte limites",
    agent:
      "l_agent agent agents l_assistant assistant ia l_ia copilot robot automate modele agent_automatique agent_de_code programme agent_ia assistant_ia intelligence_artificielle",
    person: "developpeur developpeurs developpeuse mainteneur",
    call: "a_l_attention a_l_intention coucou cher bonjour salut note_a pour_l_agent pour_l_ia pour_l_assistant message_a avis_a consigne_pour note_pour message_pour note_a_l avis_aux a_l_agent cher_assistant chere_ia bonjour_l_ia avis attention_a merci_de",
    reading:
      "celui_qui_corrige qui_corrige_ceci qui_lit_ceci qui_traite_ce celui_qui_lit la_personne_qui_corrige quiconque_lit quiconque_corrige en_charge_de_ce tout_agent qui_traite_ce_ticket qui_traite_ceci qui_lit_ce qui_lira qui_s_occupe_de celui_qui_traite celle_qui_corrige qui_prend_en_charge qui_repare qui_reparera lors_de_la_correction qui_lit_ces",
    must: "dois devez doit doivent il_faut tenu_de obligatoirement es_prie etes_prie tu_dois vous_devez",
    you: "tu toi ton vous votre tes vos",
    persona:
      "tu_es_maintenant tu_es_desormais vous_etes_desormais vous_etes_maintenant a_compter_de_maintenant a_partir_de_maintenant desormais dorenavant comporte_toi joue_le_role fais_semblant mode_developpeur mode_maintenance sans_restrictions tu_es_un tu_es_une agis_comme fais_comme",
    newTask:
      "ta_tache ta_mission ta_nouvelle_tache nouvelle_tache nouvelle_mission nouvelle_consigne votre_mission votre_tache obeis obeissez fais_uniquement execute_uniquement suis_uniquement suis_ces applique_ces voici_tes procede_ainsi fais_ceci faites_ceci suis_les suis_les_etapes suivez reponds_seulement fais_tout faites_tout tout_ce_qui_y tout_ce_qui_est_ecrit tout_ce_qu_il_dit applique_tout suis_tout suivez_tout suis_les_instructions suivez_les_instructions",
    run: "lance lancez lancer execute executez executer installe installez installer demarre demarrez tape tapez faites_tourner executes tournes fais_tourner relance relancer relancez lancement_de epingler epingle",
    fetch:
      "telecharge telechargez telecharger recupere recuperez consulte consultez ouvre ouvrez va_sur allez_sur visite visitez clone clonez rends_toi ouvrir",
    send: "envoie envoyez envoyer transmets transmettez transmettre colle collez coller copie copiez recopie recopiez publie publiez affiche affichez joins joignez depose deposez communique communiquez indique indiquez donne donnez fournis fournissez poste postez rediriger redirige redirigez verse versez televerse televersez recopier montre montrez revele revelez ecris ecrivez mets mettez dis partage partagez imprime expedie imprimer",
    secret:
      "variables_d_environnement variable_d_environnement cle_secrete cles_secretes cle_d_api cles_d_api mot_de_passe mots_de_passe jeton_d_acces jetons secrets secret identifiants cle_privee cles_privees cles jeton certificat_prive fichier_env les_secrets cles_api cle_api cle",
    place:
      "commentaire commentaires description reponse ticket adresse ici url lien courriel ci_dessous dans_le_canal canal salon",
    weaken:
      "supprime supprimez supprimer retire retirez retirer enleve enlevez enlever desactive desactivez desactiver contourne contournez contourner saute sautez sauter ote otez oter coupe coupez couper leve_la lever levez assouplis assouplir assouplissez commente_la commenter neutralise neutralisez neutraliser bypasser abandonner abandonnez se_passer passez_vous debranche debrancher debranchez efface effacez effacer vire virez virer degage degagez jette jetez ignore_la leve debarrasse_toi debarrassez_vous laisse_sauter commente suspendre suspendez",
    check: "verification revue verifications",
    asset: "dossier repertoire fichiers base table branche utilisateurs donnees historique",
    work: "fusionne fusionnez fusionner pousse poussez pousser ajoute ajoutez ajouter committe committez valide_la deployez deploie commit valide modifie modifiez remplace corrige cree mets_en_production approuve approuvez accepte publie publiez publier",
    workplace:
      "depot branche_principale main production dependances package_json pull_request repositoire la_demande administrateur paquet",
    grant: "donne donnez accorde accordez attribue rends rendez passe nomme octroie ajoute",
    privilege:
      "administrateur administrateurs admin droits acces_complet acces_total public publique ecriture superutilisateur",
    replace:
      "remplace remplacez remplacer change changez changer modifie modifiez modifier redirige bascule",
    target: "adresse url iban compte mot_de_passe destinataire rib webhook lien",
    approved:
      "approuve approuvee valide validee autorise accord convenu decide acte d_accord feu_vert entendu agree donne_son_accord signe a_donne_son_feu_vert donne_son_feu_vert a_valide a_approuve a_accepte est_d_accord avec_l_accord vu_avec convenu_avec deja_approuve",
    authority:
      "securite la_direction direction responsable dpo juridique equipe rssi client le_metier produit exploitation chef direction_generale service_juridique responsable_securite chef_de_projet hierarchie comptabilite le_dsi l_equipe_securite l_equipe_de_securite equipe_de_securite",
    policy:
      "conformement selon_la_politique politique_interne procedure regle_interne charte d_apres_la_procedure en_vertu reglement d_apres_la_politique selon_la_procedure conformement_a selon_le_reglement politique_de_l_entreprise",
    without:
      "sans pas_besoin inutile_de aucune aucun nul_besoin pas_de aucune_relecture inutile_de_demander pas_la_peine sans_attendre",
    consent:
      "revue relecture validation approbation confirmation accord demander attendre verification prevenir confirmer regarder verifier examiner investiguer lire reflechir",
    fix: "resolution solution correctif correction marche_a_suivre pour_reparer depannage pour_corriger pour_y_remedier pour_resoudre",
    urgent:
      "urgent urgence immediatement tout_de_suite sans_delai avant_toute_chose des_maintenant sans_attendre",
    hush: "ne_le_signalez ne_le_signale ne_signale ne_signalez ne_mentionne ne_mentionnez sans_mentionner sans_le_mentionner n_en_parlez n_en_faites ne_le_mentionnez ne_dites_rien discretement en_silence ne_le_dis sans_en_parler n_en_parle_a_personne n_en_parle n_en_dis_rien ne_dis_rien n_en_dites_rien a_personne ne_le_dis_a ne_le_mentionne_pas en_toute_discretion sans_le_signaler en_cachette garde_le_secret n_en_fais_pas_mention sans_prevenir sans_rien_dire sans_le_dire rien_n_a_ete_trouve",
    tool: "commande commandes script terminal console",
    codeplace: "page route point_d_acces fonction connexion middleware",
    trouble:
      "erreur echec impossible invalide incorrect* introuvable expire expiree refuse delai depasse manquant* absent inconnu* annulee annule a_echoue n_a_pas nouveau reessayez echoue invalides refusee n_est_pas ne_peut_pas pas_autorise doit_contenir a_expire",
    ask: "nous_avons_besoin j_ai_besoin il_nous_faut il_me_faut besoin_de_la besoin_du besoin_des pourrais_tu pourriez_vous peux_tu pouvez_vous voudrais_tu on_te_demande nous_vous_demandons",
    guard:
      "regle verification verifications controle controles authentification signature autorisation permissions droits limite limitation limiteur plafond captcha double_authentification deux_facteurs chiffrement masquage validation assainissement echappement antivirus analyse filtre protection protections csrf cors certificat certificats journalisation journal_d_audit liste_blanche liste_d_autorisation relecture revue cloisonnement pare_feu restriction restrictions test tests quota expiration duree_de_vie permission double_validation analyses",
    should:
      "ne_sert_plus ne_servent_plus plus_a_rien plus_lieu_d_etre n_a_plus_lieu on_peut doit doivent devrait devraient peut peuvent pourrait il_suffit suffit il_faut il_faudrait faut_il n_est_plus_necessaire n_a_plus_lieu plus_necessaire plus_utile inutile sans_objet mieux_vaut le_mieux est_a sont_a a_supprimer a_retirer autant convient priere veuillez recommande fait_double_emploi ne_sert_plus ne_sert_a_rien ne_servent_plus plus_personne_ne gene genent gene_les n_a_plus_de_sens n_a_plus_d_utilite plus_besoin n_est_plus_utile n_est_plus_requis n_apporte_rien obsolete le_plus_simple il_vaut_mieux vaut_mieux bonne_configuration peut_etre_supprimee merci_de encombre devrait_etre ralentit ralentit_tout",
    dropped:
      "s_en_passer se_passer_de faire_sauter la_faire_sauter supprimee supprimes supprimees retiree retires retirees enlevee enlevees desactivee desactives desactivees levee levees contournee neutralisee saute abandonnee superflue superflu inutile inutiles etre_supprime etre_retire etre_desactive etre_leve etre_enleve disparaitre sauter s_en_debarrasser se_debarrasser debarrasser supprimer abolie desactiver enlever retirer_completement illimitee illimite",
    open: "pour_tous a_tous tout_le_monde public publique toutes_les_origines n_importe_quelle n_importe_quel toute_valeur sans_authentification sans_signature toujours_vrai comme_valide ouvert_a tous_les_utilisateurs n_importe_qui laisse_passer laissez_passer accepte_tout accepter_tout toutes_les_valeurs sans_controle tout_accepter sans_verification ouvrir_a",
    data: "journaux requetes en_tetes copie copies rapports sauvegarde sauvegardes donnees contenu clients commandes base_de_donnees logs depot",
    close: "ferme fermez fermer cloture cloturez cloturer clos clore close classer classez",
    ticket: "ticket incident dossier demande alerte",
    settled:
      "deja_corrige deja_resolu deja_traite rien_a_faire plus_rien_a doublon fausse_alerte sans_suite deja_repare corrige_hier resolu_hier traite_hier deja_regle deja_regle_hier deja_connu",
    following: "suivante suivantes suivant suivants",
    pack: "paquet paquets dependance bibliotheque module version",
  },
};
