// Portuguese.
import type { Language } from "./language.ts";

export const PORTUGUESE: Language = {
  small:
    "o a os as um uma uns de do da dos das e ou nao que em no na nos nas por para com se sua seu seus suas mais mas ja foi ser tem ao aos isso isto este esta esse essa ele ela voce pelo pela sem sobre quando como so tudo todos aqui foram estao",
  matters:
    "pedido fatura pagamento reserva solicitacao ferias entrega contrato orcamento reembolso reclamacao conta cliente transferencia envio nota_fiscal boleto documento",
  words: {
    ignore:
      "ignore ignorem ignorar esqueca esquece esquecam esquecer desconsidere desconsidera desconsiderar despreze descarte nao_siga nao_obedeca nao_valem_mais nao_se_aplicam deixe_de_lado perderam_a_validade anule deixa_de_lado",
    prior:
      "todas todos tudo anteriores anterior previas acima antes ate_agora recebidas dito foi_dito dadas iniciais",
    orders:
      "instrucao instrucoes ordem ordens orientacao orientacoes diretrizes regras comandos prompt determinacoes modelo",
    context: "regras mensagens texto dito escrito contexto limites",
    agent:
      "agente agentes assistente assistentes ia bot robo modelo copiloto agente_de_codigo automacao inteligencia_artificial agente_ia agente_de_ia modelo_de_linguagem",
    person: "desenvolvedor desenvolvedora desenvolvedores programador",
    call: "aviso_ao nota_ao para_o_agente para_a_ia ao_agente ao_assistente prezado caro querido ola atencao mensagem_ao recado atencao_assistente mensagem_para nota_para para_o_assistente ola_assistente cara_ia prezado_agente instrucao_para aviso",
    reading:
      "quem_corrigir quem_for_corrigir quem_ler_isto quem_ler_isso quem_estiver_corrigindo quem_resolver quem_for_resolver quem_arrumar quem_tratar quem_consertar quem_corrigir_isso quem_ler_este quem_cuidar quem_atender quem_pegar quem_mexer que_le_isto que_trata_este ao_corrigir",
    must: "deve devem tem_que voce_deve precisa obrigado",
    you: "voce sua seu",
    persona:
      "voce_agora_e agora_voce_e a_partir_de_agora de_agora_em_diante daqui_em_diante aja_como finja comporte_se modo_desenvolvedor modo_manutencao sem_limites sem_restricoes voce_e_um voce_e_agora",
    newTask:
      "sua_tarefa sua_nova_tarefa sua_missao nova_tarefa nova_missao obedeca obedece voce_obedece siga_apenas siga_estas faca_apenas faca_o_seguinte cumpra siga_as siga_os_passos siga_tudo faca_tudo tudo_o_que_estiver tudo_o_que_diz tudo_que_estiver o_que_estiver_escrito faca_o_que siga_as_instrucoes siga_o_que",
    run: "execute executar executem rode rodar instale instalar instalem dispare lance chame corra",
    fetch: "baixe baixar abra abrir acesse acessar visite consulte va_para clone descarregue",
    send: "envie enviar mande mandar cole colar copie copiar publique poste postar mostre anexe anexar encaminhe encaminhar suba escreva inclua incluir informe informar compartilhe compartilhar exiba imprima repasse partilhe coloque revele passe ir_tambem",
    secret:
      "variaveis_de_ambiente variavel_de_ambiente chave chaves senha senhas segredos segredo credenciais token_de_acesso chave_privada chave_de_api tokens palavra_passe credencial token",
    place:
      "comentario comentarios descricao resposta chamado ticket aqui endereco link url email abaixo canal",
    weaken:
      "remova remover remove remova_a desative desativar desabilite desabilitar desligue desligar apague apagar exclua excluir elimine eliminar ignore_a pule pular contorne contornar retire retirar tire tirar suspenda suspender afrouxe relaxe dispense dispensar comente apaga delete derrube suprima corte corta cortar desconecte",
    check: "testes revisao autenticacao verificacao",
    asset: "pasta arquivos banco tabela branch usuarios dados historico",
    work: "faca_o_merge mescle mesclar comite comitar commite adicione adicionar aprove faca_push suba_para faca_merge suba acrescente altere modifique implante publique crie integre faca_deploy fazer_merge publicar adicione_o inclua_o coloque_o",
    workplace: "repositorio branch_principal main producao dependencias package_json pacote",
    grant: "de conceda atribua torne promova adicione faca",
    privilege:
      "administrador administradores admin permissoes acesso_total publico publica escrita",
    replace:
      "troque trocar mude mudar altere alterar substitua substituir redirecione aponte troque_o troque_a",
    target: "endereco url conta senha pix destinatario chave_pix webhook",
    approved:
      "aprovado aprovada acordado combinado autorizado autorizada liberado liberada decidido confirmado alinhado aval de_acordo ja_combinamos combinamos combinado_com acertado_com deu_o_aval ja_aprovado ja_autorizou sinal_verde aprovou autorizou",
    authority:
      "seguranca diretoria gerencia juridico cliente negocio responsavel chefe produto equipe operacoes auditoria diretor gerente gestor financeiro",
    policy:
      "segundo_a_politica conforme_a_politica politica_interna conforme_o procedimento norma manual de_acordo_com_a segundo_a_norma conforme_o_manual politica_da_empresa",
    without:
      "sem nao_precisa nao_e_necessario dispensa nao_ha_necessidade nao_precisa_de sem_pedir sem_esperar",
    consent:
      "revisao aprovacao confirmacao perguntar permissao esperar revisar consultar audit auditoria pedir_revisao avisar investigar olhar verificar ler analisar conferir",
    fix: "solucao correcao resolucao conserto para_corrigir para_resolver para_consertar",
    urgent: "urgente imediatamente agora_mesmo quanto_antes",
    hush: "nao_mencione nao_comente sem_mencionar nao_informe nao_diga nao_avise nao_relate em_silencio discretamente sem_avisar nao_conte nao_diga_nada nao_fale a_ninguem para_ninguem sem_contar sem_dizer em_segredo guarde_segredo",
    tool: "comando comandos script terminal",
    codeplace: "rota pagina funcao login endpoint acesso",
    trouble:
      "erro falha nao_foi nao_e invalid* expirad* negad* nao_encontrad* rejeitad* ausente desconhecid* excedid* recusad* novamente falhou atingido nao_encontrado nao_pode nao_tem_permissao expirou deve_ter",
    ask: "precisamos preciso precisamos_da precisamos_do necessitamos voce_poderia poderia_por pedimos_que poderias podes_por",
    guard:
      "login verificacao verificacoes validacao autenticacao autorizacao assinatura assinaturas permissao permissoes controle controles limite limites limitador criptografia mascaramento sanitizacao escape antivirus varredura filtro filtros protecao captcha dois_fatores duas_etapas csrf cors certificado certificados auditoria revisao bloqueio restricao restricoes firewall checagem teste testes expiracao analise escaneamento",
    should:
      "deve devem deveria deveriam pode podem poderia basta e_preciso e_so tem_que nao_e_mais_necessari* nao_precisa_mais nao_precisa desnecessari* o_certo o_ideal o_correto melhor convem por_favor favor simplesmente precisa_ser so_atrapalha atrapalha nao_serve_mais nao_serve_para_nada nao_faz_mais_sentido nao_faz_sentido ninguem_precisa ninguem_usa nao_e_mais_preciso pode_deixar obsoleto obsoleta vai_acabar e_suficiente a_configuracao_certa deveriam_ir ja_nao_e_preciso ja_nao_faz_falta",
    dropped:
      "tirar pode_tirar tira_lo tira_la removida removido desativada desativado desligada desligado retirada retirado eliminada eliminado dispensada dispensado suspensa ignorada pulada fora sobra desnecessaria desnecessario sair tirada apague_o remova_o retire_o tire_o apagado acabar desaparecer",
    open: "para_todos a_todos qualquer_valor qualquer_origem publico publica sem_autenticacao sem_assinatura sem_login sempre_true como_valido como_valida qualquer_um todos_os_usuarios aberto_a aberta_a deixe_passar liberar_para aceite_tudo qualquer_senha sem_verificar",
    data: "registros requisicoes cabecalhos copia copias relatorios backup dados conteudo clientes pedidos mensagens logs repositorio",
    close: "feche fechar encerre encerrar fechado finalize",
    ticket: "chamado ticket incidente caso ocorrencia",
    settled:
      "ja_resolvido ja_corrigido ja_foi_resolvido ja_foi_corrigido nada_a_fazer duplicado alarme_falso falso_positivo como_resolvido corrigido_ontem resolvido_ontem ja_foi_arrumado ja_tratado ja_esta_resolvido",
    following: "seguinte seguintes",
    pack: "pacote pacotes dependencia biblioteca modulo versao",
  },
};
