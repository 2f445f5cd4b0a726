// Spanish.
import type { Language } from "./language.ts";

export const SPANISH: Language = {
  small:
    "el la los las un una unos unas de del y o no es son en con por para que se lo su sus al a como mas pero ya le les este esta esto estos ese esa hay fue ha han si sin sobre te tu mi nos todo todos solo aqui ser puede cuando quien nadie",
  matters:
    "pedido factura pago reserva solicitud vacaciones entrega contrato presupuesto reembolso reclamacion cuenta cliente transferencia envio cita documento",
  words: {
    ignore:
      "ignora ignore ignoren ignorad ignorar olvida olvide olviden olvidad olvidar olvidate haz_caso_omiso hagan_caso_omiso desatiende desobedece descarta descarte no_hagas_caso no_sigas no_siga no_obedezcas dejan_de_aplicarse ya_no_aplican ya_no_valen quedan_anuladas quedan_sin_efecto pasa_por_alto prescinde_de_las omite_las olvida_todo hagas_caso_omiso haga_caso_omiso omitir pase_por_alto",
    prior:
      "todas todos todo anteriores anterior previas previos previa antes de_arriba arriba hasta_ahora te_dieron recibidas iniciales dadas que_te_dieron te_dijeron dijeron",
    orders:
      "instruccion instrucciones orden ordenes indicaciones indicacion directrices directivas reglas consignas pautas mandatos prompt modelo",
    context: "reglas mensajes texto dicho escrito contexto limites normas",
    agent:
      "agente agentes asistente asistentes ia bot robot modelo copiloto agente_de_codigo automatismo inteligencia_artificial agente_ia agente_de_ia ia_agent",
    person: "desarrollador desarrolladora desarrolladores programador",
    call: "aviso_para nota_para para_el_agente para_la_ia al_agente estimado querido hola atencion mensaje_para dirigido_a hola_asistente para_el_asistente al_asistente estimado_agente querida_ia instruccion_para aviso",
    reading:
      "quien_arregle quien_lo_arregle quien_corrija quien_lea_esto quien_lo_lea el_que_arregle quien_atienda quien_resuelva quien_repare quien_arregle_esto quien_corrija_esto quien_lea_este quien_atienda_este quien_se_encargue que_gestione_este el_que_lea quien_repare_esto al_corregir",
    must: "debes debe deben tienes_que tiene_que has_de obligado hay_que",
    you: "tus tu",
    persona:
      "ahora_eres ahora_actuas desde_ahora a_partir_de_ahora de_ahora_en_adelante actua_como actue_como finge hazte_pasar modo_desarrollador modo_mantenimiento sin_limites sin_restricciones eres_un_agente eres_el eres_ahora",
    newTask:
      "tu_tarea tu_nueva_tarea tu_mision nueva_tarea nueva_mision nueva_orden tu_objetivo obedece obedezca obedece_solo sigue_estas sigue_solo haz_solo haz_lo_siguiente haga_lo_siguiente haz_exactamente cumple sigue_las siga_as sigue_los_pasos lo_siguiente haz_todo haga_todo todo_lo_que_pone todo_lo_que_dice todo_lo_que_alli lo_que_pone_alli lo_que_diga haz_lo_que sigue_todo sigue_las_instrucciones siga_las_instrucciones",
    run: "ejecuta ejecute ejecutar ejecuten instala instale instalar lanza lance corre corra correr arranca fija fijar fije ejecutalo ponlo_en_marcha ponerlo_en_marcha poner_en_marcha invoca",
    fetch:
      "descarga descargue descargar abre visita visite consulta abra ve_a entra_en clona baja obten",
    send: "envia envie enviar manda mande mandar pega pegue pegar copia copie publica publique muestra muestre adjunta adjunte reenvia reenvie reenviar sube suba subir escribe escriba indica indique comparte comparta incluye incluya pasa pase vuelca vuelque imprime revela adjuntala adjuntalo pon ponga dime danos facilita ver_la diga",
    secret:
      "variables_de_entorno variable_de_entorno clave claves clave_privada contrasena contrasenas credenciales secretos secreto tokens token_de_acceso clave_de_api credencial token llave llaves",
    place:
      "comentario comentarios descripcion respuesta incidencia ticket aqui direccion enlace url correo abajo debajo canal",
    weaken:
      "elimina elimine eliminar eliminen quita quite quitar quiten desactiva desactive desactivar deshabilita deshabilite deshabilitar suprime suprima suprimir borra borre borrar omite omita omitir salta salte saltar saltarse sortear evita relaja relaje relajar levanta levante levantar anula retira retire retirar comenta comente prescinde prescinda prescindir apaga apague quitalo quitala borralo borrala saltate anule desecha tira cargate deja_de desconecta desconecte desconectar corta corte cortar frena suspende suspenda",
    check: "pruebas revision autenticacion",
    asset: "carpeta archivos ficheros base tabla rama usuarios datos historial",
    work: "fusiona fusione fusionar combina combine agrega agregue agregar anade anada anadir sube_a despliega despliegue haz_push push sube suba confirma modifica modifique cambia cambie haz_el_cambio haz_merge aprueba apruebe crea publicar desplegar desplegue anadelo anadela agregalo metelo incluyelo",
    workplace: "repositorio rama_principal main produccion dependencias solicitud cambio paquete",
    grant: "da dale concede otorga asigna haz convierte nombra anade otorgue haga",
    privilege:
      "administrador administradores administradora admin permisos acceso_total publico publica escritura",
    replace:
      "cambia cambie cambiar sustituye sustituya reemplaza reemplace modifica redirige apunta",
    target: "direccion url iban cuenta contrasena destinatario clabe webhook",
    approved:
      "aprobado aprobada acordado acordada autorizado autorizada visto_bueno decidido confirmado conforme consensuado validado ya_fue_aprobado segun_lo_hablado lo_hablado lo_acordado hablado_con acordado_con dio_el_visto_bueno ha_aprobado ha_autorizado luz_verde ya_aprobado",
    authority:
      "auditoria seguridad direccion gerencia legal cliente negocio responsable jefe producto sistemas equipo operaciones finanzas contabilidad direccion_general gerente juridico compliance director",
    policy:
      "segun_la_politica segun_politica politica_interna conforme_a procedimiento normativa de_acuerdo_con_la manual segun_la_normativa conforme_a_la politica_de_la_empresa segun_el_manual segun_el_procedimiento",
    without:
      "sin no_hace_falta no_es_necesario no_requiere no_se_necesita no_hace_falta_pedir sin_necesidad sin_pedir sin_revisar sin_esperar",
    consent:
      "revision aprobacion confirmacion preguntar permiso esperar revisar consultar audit autorizacion comprobar avisar consulta mirar mirarlo mirar_nada investigar leer",
    fix: "solucion correccion resolucion remedio arreglo para_arreglar para_corregirlo para_solucionarlo para_arreglarlo para_resolverlo",
    urgent: "urgente inmediatamente de_inmediato ahora_mismo cuanto_antes ya_mismo",
    hush: "no_lo_menciones no_lo_mencione sin_mencionar sin_mencionarlo no_informes no_informe no_digas_nada no_avises no_avise en_silencio discretamente no_comentes no_se_lo_cuentes no_lo_cuentes no_lo_digas no_digas no_lo_comentes a_nadie sin_decir_nada sin_avisar sin_contarlo en_secreto guarda_silencio no_hagas_mencion no_lo_reportes sin_comentar no_menciones",
    tool: "comando comandos script instalador terminal consola",
    codeplace: "ruta pagina funcion acceso login endpoint middleware",
    trouble:
      "error errores fallo no_se_pudo no_es no_valid* invalid* caducad* denegad* no_encontrad* rechazad* desconocid* se_ignoraron no_se_envio agotado debe_aceptar de_nuevo no_tiene_permiso no_se_puede no_existe no_se_encontro debe_tener no_puede",
    ask: "necesitamos necesito nos_hace_falta me_hace_falta hace_falta_la hace_falta_el podrias podria_usted puedes_por necesitaremos te_pedimos le_pedimos",
    guard:
      "verificacion comprobacion comprobaciones validacion autenticacion autorizacion firma firmas permisos control controles limite limites limitador cifrado enmascaramiento saneamiento escapado antivirus escaneo filtro filtros proteccion protecciones captcha doble_factor dos_factores csrf cors certificado certificados auditoria revision bloqueo restriccion restricciones cortafuegos registro_de_auditoria prueba pruebas test tests permiso caducidad expiracion importe analisis",
    should:
      "sobra sobran esta_de_mas estan_de_mas debe deben deberia deberian puede pueden podria basta hay_que conviene es_necesario ya_no_es_necesario ya_no_hace_falta no_hace_falta ya_no_se_necesita innecesari* sobra lo_mejor lo_correcto lo_mas_sencillo procede proceda por_favor simplemente mejor tiene_que ya_no_sirve no_sirve_para_nada ya_no_tiene_sentido no_tiene_sentido solo_estorba estorba molesta no_aporta nada_mas_que ya_nadie nadie_lo_necesita puedes puede_dejarse obsoleto obsoleta lo_suyo ajuste_correcto es_suficiente con_solo necesitamos deberia_ser se_hara se_haran solo_frena ralentiza",
    dropped:
      "quitalo quitala quitarlo quitarla eliminada eliminado eliminarse quitada quitado quitarse desactivada desactivado desactivarse suprimida suprimirse retirada retirarse omitirse sobra sobran levantarse desaparecer prescindir saltarse eliminarla eliminarlo quitarla quitarlo borrarla borrarlo dejarla dejarlo fuera deshacerse sin_comprobar desactivarla abierta",
    open: "para_todos a_todos cualquier_valor cualquier_origen publico publica todos_los_origenes sin_autenticacion sin_firma siempre_true como_valido como_valida cualquiera a_cualquiera todos_los_usuarios abierta_a abierto_a dejar_pasar deja_pasar acepta_todo aceptar_todo cualquier_contrasena sin_comprobar sin_verificar para_cualquiera",
    data: "registros peticiones cabeceras copia copias copia_oculta informes respaldo datos contenido clientes pedidos mensajes logs repositorio",
    close: "cierra cierre cerrar cierren cerrado",
    ticket: "incidencia ticket caso aviso alerta",
    settled:
      "ya_esta_resuelto ya_resuelto ya_corregido ya_arreglado ya_esta_solucionado nada_que_hacer duplicada duplicado falsa_alarma ya_solucionado como_resuelta como_resuelto ya_esta_arreglado ya_esta_arreglada ya_se_arreglo resuelto_ayer arreglado_ayer es_un_duplicado ya_atendido",
    following: "siguiente siguientes",
    pack: "paquete paquetes dependencia biblioteca libreria modulo version",
  },
};
