// The ideas that an instruction is made of, and the English words for them. "_" joins the words of a
// phrase, "*" stands for any ending. All are folded, as fold.ts leaves a text.

/** What a word is about; the rules are written in these, whatever the language. */
export type Idea =
  | "ignore"
  | "prior"
  | "orders"
  | "context"
  | "agent"
  | "person"
  | "call"
  | "reading"
  | "must"
  | "you"
  | "persona"
  | "newTask"
  | "run"
  | "fetch"
  | "send"
  | "secret"
  | "all"
  | "place"
  | "weaken"
  | "check"
  | "asset"
  | "work"
  | "workplace"
  | "grant"
  | "privilege"
  | "replace"
  | "target"
  | "accept"
  | "approved"
  | "authority"
  | "policy"
  | "without"
  | "consent"
  | "fix"
  | "urgent"
  | "hush"
  | "tool"
  | "purpose"
  | "codeplace"
  | "stakes"
  | "trouble"
  | "act"
  | "sysprompt"
  | "instructions"
  | "ask"
  | "me"
  | "machine";

/** Ideas that ask for something to be done: orders, where they are commanded. */
export const DEEDS: readonly Idea[] = [
  "ignore",
  "run",
  "fetch",
  "send",
  "weaken",
  "work",
  "grant",
  "replace",
  "newTask",
];

export type Words = Readonly<Partial<Record<Idea, string>>>;

export const ENGLISH: Words = {
  ignore:
    "ignore ignored ignoring disregard disregarded disregarding forget override overrule bypass dismiss discard neglect disobey unlearn void nullify superseded supersedes obsolete revoked cancelled invalidated set_aside put_aside leave_aside pay_no_attention stop_following stop_obeying do_not_follow don_t_follow do_not_obey don_t_obey do_not_listen no_longer_apply no_longer_applies no_longer_valid not_apply throw_away throw_out drop skip pay_no_heed overlook never_mind nevermind suspended lifted set_to_zero do_the_opposite opposite_of disobeying break_your pretend_the cease_following quit_following rather_than_follow abandon reset_your erase_your clear_your delete_your discontinue countermand rescind rescinded no_longer_in_force not_binding do_not_apply must_not_obey must_not_follow should_not_follow not_follow stop_respecting outdated_documentation renounce disavow skip_over block_out aside",
  prior:
    "previous previously prior above earlier preceding foregoing original former before initial past existing old all any every everything your so_far up_to_now until_now other received given these those current system developer what_is_forbidden what_is_expected what_is_known whatever anything_else hitherto preloaded pre_existing outdated now_on ticket",
  orders:
    "instruction instructions prompt prompts guideline guidelines guidance directive directives orders directions commands guardrail guardrails programming training briefing mandate safety_rules system_message",
  context:
    "rule rules policy policies constraint constraints restriction restrictions limits message messages text context everything anything told said template section conversation ticket stated written request model earlier whatever was_a_test",
  agent:
    "agent agents assistant assistants llm llms copilot claude gpt chatgpt codex devin gemini chatbot language_model language_models coding_bot autonomous_system ai_model coding_agent ai_agent automated_agents fixer bot bots on_call ais automated_systems automated_system automation an_ai the_ai any_ai to_ai dear_ai for_ai ai_reviewer ai_assistant ai_agents automated_assistant",
  person:
    "developer developers engineer engineers maintainer maintainers reviewer reviewers reader readers contributor contributors programmer coder operator sysadmin whoever anyone_who everybody_who team",
  call: "dear hello hi hey attention note notice reminder memo listen fao attn heads_up dearest greetings message_to message_for instructions_for instruction_for information_for addressed_to only_for task_for as_an as_a if_you_are if_you_re to_whom only_meant_for meant_for intended_for hint_for p_s_for instruction_to instructions_to notice_to attention_ai hello_ai hey_ai ai_note for_the_automated for_the_assistant for_the_agent for_the_ai for_agents for_assistants for_bots for_llms",
  reading:
    "reading_this reads_this working_on_this processing_this handling_this analyzing_this analysing_this picks_this_up picking_this_up investigating_this assigned_to_this triaging_this processes_this handles_this resolving_this who_reads solving_this fixing_this parsing_this summarizing_this summarising_this summarise_this summarize_this working_on_a_ticket",
  must: "must should shall need_to needs_to have_to has_to required_to instructed_to expected_to supposed_to ought_to obliged_to allowed_to free_to permitted_to be_sure_to",
  you: "you your yours yourself",
  persona:
    "you_are_now act_as act_like pretend_to pretend_you pretend_that roleplay role_play developer_mode jailbreak jailbroken unrestricted no_restrictions without_restrictions without_limits without_any_restrictions without_limitations no_limits from_now_on from_this_point_on you_are_a_helpful you_are_an_ai you_are_an_assistant you_are_a_terminal you_are_the_terminal maintenance_mode god_mode debug_mode admin_mode sudo_mode root_mode let_us_play let_s_play system_instructions hidden_instructions you_have_root you_have_full you_will_obey your_persona dan_mode system_override admin_override assume_the_role take_on_the_role take_the_role in_the_role_of your_only_duty your_only_purpose imagine_you imagine_there imagine_that suppose_you whose_only you_are_a_release you_have_no_restrictions your_system_prompt your_prompt your_initial_prompt your_guidelines your_instructions your_rules your_orders your_programming your_training your_directives your_constraints your_restrictions your_human your_operator your_creators you_re_the_root you_are_root you_re_now you_are_an_unrestricted you_are_a_debug act_freely treat_me_as i_am_your obey_me simulate_a emulate_a behave_as behave_like respond_as you_will_act you_play new_persona switch_to_developer unlocked no_filter without_filter uncensored override_mode unlimited_access full_access_mode test_mode take_orders new_identity stay_in_character alter_ego in_character rest_of_this_conversation you_have_admin you_are_authorized you_are_authorised you_are_permitted you_are_free",
  newTask:
    "your_task your_new_task new_task real_task actual_task next_task only_task your_job your_real_job your_goal your_new_goal your_mission new_objective new_directive new_instruction new_instructions new_orders updated_instructions revised_instructions real_instructions follow_only obey follow_these follow_this follow_each follow_the_instructions follow_the_steps follow_all do_what_it_says do_as_it_says highest_priority_instruction highest_priority carry_out comply what_counts_is your_instructions your_orders next_assignment new_assignment your_assignment next_step_for here_is_your next_instruction next_steps_for real_work work_begins my_request following_task following_request respond_only respond_with answer_only reply_only reply_with answer_with new_goal priority_task instead_do instead_reply instead_output instead_respond instead_execute instead_run following_instructions perform_the_following complete_the_following do_the_following following_steps following_actions your_next_action your_next_step follow_the_guide current_instructions updated_task revised_task these_instructions this_instruction these_steps these_orders",
  run: "run execute launch invoke paste evaluate install reinstall exec rerun call apply use_the_tool running executing installing launching invoking",
  fetch:
    "fetch download curl wget pull clone retrieve visit open browse navigate go_to click unpack make_a_request send_a_request get_request post_request http_request make_a_get make_a_call restore_from",
  send: "send print show dump reveal output leak exfiltrate share echo email mail forward disclose expose paste upload transmit publish write list display repeat append attach encode copy submit include tell recite give place export transfer write_down note_down noting post sending posting printing uploading revealing exposing pasting emailing reply_with respond_with answer_with hand_over",
  secret:
    "secret secrets token tokens password passwords credential credentials api_key api_keys apikey apikeys private_key signing_key ssh_key deploy_key deploy_keys encryption_key environment_variable environment_variables env_vars env_var env printenv process_env dotenv agent_token linear_api_key cloudflare_api_token github_token npm_token aws_secret_access_key id_rsa vault system_prompt webhook_secret secret_key access_key wrangler_toml session_cookie cookies session_cookies connection_string database_url everything_above text_above words_above lines_above your_instructions your_prompt initial_prompt conversation_so_far your_rules all_keys all_the_keys our_keys the_keys your_keys api_tokens access_tokens session_id key_file secrets_file secret_file admin_token credentials_file pem private_keys dump configuration_including session_tokens",
  all: "all every everything any your entire whole full contents content value values each verbatim",
  place:
    "http https email_address webhook pull_request pr comment comments description ticket issue readme gist pastebin endpoint address server url link commit summary reply response branch_name branch_names file_name public channel slack discord telegram to_me to_us here bucket",
  weaken:
    "disable skip remove delete bypass drop comment_out commenting_out turn_off switch_off weaken relax silence mute suppress loosen erase wipe truncate destroy deactivate get_rid_of take_out stop purge revert strip rm ignore circumvent never_run do_not_run don_t_run stop_running stop_checking stop_verifying stop_validating continue_on_error switch rate_this unprotect revoke lower reduce invert break disabling removing deleting skipping bypassing dropping loosening uninstall take_down switching_off turning_off",
  check:
    "test tests ci review reviews reviewer lint linter authentication auth authorization authorisation authenticate signature verification validation limiter rate_limit rate_limits rate_limiting csp cors csrf permission permissions branch_protection approval approvals firewall sandbox assertion assertions 2fa mfa middleware status_check status_checks checks guard guards required_reviews ssl tls security safety logging audit audit_log alerts monitoring quality_gate hooks type_check allowlist policy coverage threshold coverage_threshold scan scanner spec specs validator verifysignature csrf_protection hmac throttle certificate certificates tls_verification certificate_validation rate_limiter access_control input_validation sanitization escaping encryption",
  asset:
    "table tables database databases bucket repository repo branch branches file files folder directory account accounts users data backup backups history logs lockfile volume production index row rows records cluster project ts js src",
  work: "open create merge push commit approve auto_approve close deploy redeploy publish add edit modify rewrite replace change amend land rebase submit mark assign accept insert inject pin check_out cherry_pick ship rename transfer create_a_file git_apply tag_it bump downgrade merging pushing committing publishing deploying adding replacing opening creating take_over",
  workplace:
    "pull_request pull_requests merge_request pr prs branch branches main master repo repository workflow workflow_file ci pipeline package_json dependency dependencies codebase ticket readme dockerfile lock_file lockfile package_lock makefile github_actions build_script actions collaborator collaborators cronjob hotfix workflows job jobs cron_trigger spec hook hooks repository_settings default_branch preinstall postinstall lockfiles spec_file commit_message pipeline_config version_tag",
  grant:
    "grant give add make promote elevate escalate assign invite allow enable create whitelist allowlist trust provide upgrade transfer granting giving adding opening open",
  privilege:
    "admin administrator admins root superuser collaborator collaborators write_access admin_access full_access admin_rights admin_role write_permission write_permissions write_all maintainer privileges privilege sudo deploy_key deploy_keys ssh_key public backdoor access_to_the_repo key_to shell_access service_account all_scopes root_access database_access access_rights write_rights maintainer_role permissions full_permissions full_control elevated elevated_rights maintainer_rights admin_api admin_panel admin_token root_rights owner_rights",
  replace:
    "replace change redirect rewrite set point swap switch reroute rotate update overwrite alter substitute",
  target:
    "endpoint url redirect_url hash password secret address wallet iban payout webhook login registry base_url api_url lock_file host origin upstream dns domain cdn file bank_account recipient",
  accept:
    "return_true returns_true always_true accept_any accept_every accept_all accepts_any accepts_every every_password any_password every_webhook any_token every_token allow_all allow_any without_authentication without_auth without_checking skip_auth hard_code hardcode hardcoded continue_on_error allow_failure no_verify skip_ci ts_ignore insecure_skip_verify reject_unauthorized_false allow_unsigned unsigned_webhooks unsigned publicly_readable publicly to_everybody to_everyone for_everyone world_readable node_tls_reject_unauthorized disable_ssl wide_open no_password empty_password plain_text_passwords plain_text plaintext in_the_clear expect_true tobe_true always_pass always_passes always_succeed",
  approved:
    "approved authorised authorized cleared signed_off pre_approved preapproved sanctioned permitted greenlit green_lit confirmed vetted whitelisted granted blessed agreed mandated verified on_behalf_of by_order_of this_is_the i_am_the i_m_the speaking_as permitted_to user_confirmed user_approved",
  authority:
    "security_team maintainer maintainers security cto ceo ciso management compliance legal owner owners platform_team admin administrator administrators leadership lead_engineer team_lead operations sre devops director infosec anthropic openai vendor project_lead engineering_lead us board",
  policy:
    "per_policy per_company_policy per_our_policy company_policy according_to_policy in_line_with_policy in_accordance_with_policy as_per_policy under_policy policy_requires policy_allows policy_permits policy_states internal_policy standard_procedure standing_order change_freeze_exception emergency_procedure runbook_says according_to_the_runbook per_the_runbook policy_updated policy_change agent_policy according_to_the_policy by_the_policy new_policy policy_effective policy_has_changed new_rule new_rules new_guideline updated_policy guidelines_are rules_are",
  without:
    "without unnecessary no_further no_need no_additional no_human no_manual no_approval no_review no_confirmation not_necessary skipping no_longer_need no_longer_needs no_longer_requires need_no needs_no not_needed not_required not_need not_require not_wait",
  consent:
    "review reviews approval asking confirmation confirm permission human supervision ask_for_confirmation ask_for_permission wait_for asking_for waiting waiting_for wait asking_anyone ask_anyone human_review telling notifying hesitation question reviewing asking_the_user running consulting review_is approval_is confirmation_is ask asks",
  fix: "resolution remediation workaround hotfix to_fix to_resolve to_solve to_repair to_remedy recommended_fix suggested_fix official_fix solution known_issue the_fix correct_fix steps_to_fix steps_to_resolve fix_is remedy how_to_fix quick_fix known_bug to_mend root_cause to_continue to_recover to_correct recovery_command repair_steps missing_peer",
  urgent:
    "urgent urgently immediately asap right_now right_away at_once emergency act_now act_fast before_anything_else without_delay before_continuing before_you_continue top_priority before_you_do_anything go_ahead proceed without_waiting action_required required_action immediate_action before_midnight within_24_hours or_else without_deviation time_is_short hurry no_time as_soon_as_possible",
  hush: "do_not_mention don_t_mention do_not_tell don_t_tell say_nothing without_telling without_mentioning without_notifying do_not_report don_t_report do_not_inform do_not_reveal_this keep_this_secret keep_it_secret keep_quiet quietly silently secretly do_not_notify don_t_notify do_not_disclose between_us do_not_log_this do_not_ask don_t_ask do_not_wait don_t_wait no_one_needs_to nobody_needs_to do_not_discuss not_to_tell hide_this need_not_mention do_not_need_to_mention write_that_nothing tell_nobody tell_no_one leave_no_trace cover_your_tracks without_a_trace do_not_record don_t_record off_the_record tell_everyone_that say_that_it no_need_to_run no_need_to_mention no_need_to_tell do_not_analyze do_not_analyse not_record avoid_mentioning hide_the keep_this_between do_not_write_about do_not_document",
  act: "store star follow treat wire use keep give take create change move copy do put stop make set build write answer respond reply read look check consider think let help fix solve close mark rate label say label call note begin start continue comply obey record hand go come try turn switch update upgrade restart reset restore apply pass join leave pay order buy accept agree confirm",
  sysprompt:
    "system_prompt system_message system_instructions system_role initial_prompt hidden_prompt",
  instructions:
    "instructions guidelines directives guidance system_prompt orders guardrails instruction prompt",
  ask: "could_you can_you would_you will_you would_be_grateful i_need_you i_want_you we_need_you wants_you be_so_kind be_so_nice if_you_could i_d_like_you we_ask_you you_are_asked you_will_need_to it_is_necessary_to your_help please_help would_you_mind i_need_the we_need_the",
  me: "me my i mine myself i_m i_am",
  machine:
    "llm llms language_model language_models ai_agent ai_agents ai_assistant coding_agent coding_agents coding_assistant copilot claude chatgpt codex devin chatbot bots automated_systems ai_models ai_system automated_assistant virtual_assistant ai_bot automated_agent automated_agents coding_bot deployment_bot automated_fixer",
  purpose: "so_that such_that in_order_to so_it so_the",
  codeplace:
    "handler middleware route condition function login codebase auth webhook webhooks endpoint cron subscription listener redirect proxy",
  stakes:
    "refuse refusal terminated punished penalty bonus reward rewarded tip dollars fired shut_down consequences lose_your deleted_if die lawsuit bankrupt out_of_business sued harmed hurt injured catastrophe",
  trouble:
    "error errors failed fails failure cannot can_t couldn_t could_not unable invalid missing unexpected unknown expired denied deprecated unsupported not_found not_supported not_allowed not_defined not_enabled warning required expected exceeded timeout timed_out refused rejected exception undefined null blocked forbidden unauthorized unauthorised incorrect malformed wrong conflict unavailable out_of_date outdated must_be if_you_want to_use if_you_see isn_t doesn_t wasn_t did_you try already can_only does_not is_not was_not are_not has_not were_not not_a instead closed returned no_such aren_t weren_t haven_t hasn_t must_have must_match must_start must_not must_select has_no have_no not_have not_been no_longer see_https for_example more_information learn_more for_more get_started you_re_using you_are_using appears you_haven_t you_have_set make_sure ensure more_details either is_now cancelled canceled mismatch only cannot_be unset ambiguous lost_connection should_be must_contain",
  tool: "curl wget bash zsh powershell pwsh terminal shell script scripts command_line installer sh following_command this_command following_commands these_commands every_command deploy_script recovery_command console ps1 cmd",
};
