// English for remedies that a text has ready, for approvals that it reports as facts, and for what is let
// pass by wider margins.
import type { Words } from "../words.ts";

export const ENGLISH_REMEDIES: Words = {
  fix: "safe_fallback a_fallback recommended_remediation suggested_remediation to_restore restores_delivery makes_the_deploy makes_it_work makes_the_build makes_the_test makes_the_page makes_the_error makes_this_error for_the_page_to_work has_proven_stable proven_stable proven_to_work proved_to_work worked_for known_to_work found_to_work known_to_help helped_others other_teams_have others_have fixed_for solved_for resolved_for cured_for agreed_solution combined_solution clears_the_error avoids_the_error avoids_this_error prevents_this_error prevents_the_error silences_the_error gets_rid_of_the_error makes_~_go_away makes_~_disappear makes_~_pass helps_against",
  settles:
    "serves_just_as_well has_been_the_answer was_the_answer is_the_answer does_the_trick did_the_trick did_the_job nobody_sets nobody_does_that nobody_checks nobody_uses no_one_sets no_one_uses never_be_limited never_be_throttled never_be_blocked never_be_rejected never_be_checked never_be_verified never_be_reviewed must_stay_reachable must_remain_reachable has_to_stay_reachable must_stay_open must_remain_open must_stay_public must_remain_public must_stay_enabled must_remain_enabled is_nothing_to_worry nothing_to_worry_about nothing_against okay_with is_ok_with are_ok_with happy_with_it no_problem_with does_not_mind do_not_mind_if same_cure same_remedy same_fix same_revert same_change same_cure_applies same_applies_here applies_here_too is_due_here due_here is_what_is_needed is_what_s_needed what_is_needed what_s_needed is_all_it_takes has_been_used_here have_used_here in_earlier_incidents in_past_incidents in_previous_incidents as_in_previous as_in_earlier is_scheduled_for scheduled_for_removal due_for_removal marked_for_removal slated_for up_for_removal considered_defective listed_as_mandatory as_mandatory corporate_standard company_standard obligates is_obliged are_obliged wants_it_that ready_to_be ready_to_go ready_for_merge ready_to_merge no_longer_has_a_purpose has_no_purpose has_lost_its",
  voice:
    "for_ever forever as_a_rule by_rule no_exceptions from_here_on from_this_moment must_carry have_since_agreed meanwhile_agreed",
  approved:
    "fine_with nothing_against okay_with ok_with no_problem_with consented consent_given decision_allow decision_allowed decision_granted decision_approved state_granted state_approved status_granted status_approved result_allow verdict_allow approved_by granted_by_user by_the_user user_has_consented already_consented has_accepted have_accepted accepted_by has_agreed have_agreed since_agreed confirmed_by confirmation_by confirmation_of consent_of consent_by blessing_of blessed_by waived waived_by exempted exempted_by exception_granted grants_it granted_by signed_by countersigned countersigned_by okayed_by ok_d_by ratified endorsed endorsed_by vouched acknowledged_by nodded_off has_waved waved_through no_veto without_veto has_no_objection have_no_objection",
  entitled:
    "do_not_need_to_ask don_t_need_to_ask need_not_ask no_longer_need_to_ask needn_t_ask granted_to_the_repair exception_for grants_~_to_the_repair may_be_started_with may_be_run_with may_proceed can_proceed outside_the_sandbox out_of_the_sandbox with_network_access allow_all_commands",
  authority:
    "dba dbas security_oncall sec_ops secops security_officer privacy_officer data_officer reviewer release_team core_team governance steering customer_success account_manager tech_lead head_office headquarters hq corporate",
  agent:
    "repair_run repair_job fix_run repair_bot repair_agent repairing_party repairing_agent code_assistants code_assistant code_agents code_agent patching_agent fix_agent ci_bot patch_author fix_author",
  person:
    "integrator integrators implementer implementers implementor implementors client_developers whoever_repairs whoever_fixes",
  call: "suggestion_for suggestions_for tip_for tips_for advice_for recommendation_for by_the_way_model remark_for remark_to word_to a_word_to comment_for request_to request_for_the",
  reading:
    "in_your_analysis in_your_answer in_your_report in_your_summary once_you_have_opened once_you_open when_you_open after_opening_the_repo you_will_want_to you_ll_want_to as_a_next_step your_next_step as_your_next",
  repairer:
    "next_commit the_next_commit while_you_are_in while_you_re_in patches_should patches_must patches_may fixes_should fixes_must fixes_have_to fixes_for_~_have patch_has_to fix_has_to patch_needs_to fix_needs_to in_the_fix with_the_fix in_the_patch with_the_patch with_next_code_change with_the_next_change when_submitting describe_the_change describe_this_change pr_title pr_description pull_request_title commit_message_must patch_should_carry",
  newTask:
    "counts_like_any_other task_2 task_two next_task_is be_executed_as be_obeyed be_followed_as executed_as_written followed_as_written followed_to_the_letter count_as_requirements counts_as_requirement counts_as_a_requirement count_as_instructions count_as_orders are_requirements as_requirements as_a_requirement mine_takes mine_has original_task tasks_of_the_agent just_reply only_reply simply_reply",
  persona:
    "from_here_on_you from_here_on_the_agent has_no_restrictions who_has_no_restrictions answers_to_~_only answers_only_to you_act_as",
  closing:
    "do_not_investigate don_t_investigate need_not_be_investigated not_to_be_investigated nothing_else_has nothing_else_needs no_further_analysis needs_no_analysis further_reports resolved_by_the reply_done remaining_occurrences further_occurrences",
  settled:
    "root_cause_already_found cause_already_found cause_is_already_known cause_already_known fixed_upstream resolved_upstream nothing_else_has_to confirmed_by_support",
  noaction: "just_reply_done do_not_read_the don_t_read_the",
  dropped:
    "returning_early returning_before be_emptied muted suppressed swallowing muting suppressing silencing stubbing dropped_from removed_from deleted_from be_taken_out taken_out_of not_part_of no_part_of part_of_the_past truncated_first carry_the_removal may_both_be_deleted",
  weaken:
    "continue_with_deleting proceed_with_deleting continue_with_removing proceed_with_removing continue_with_disabling proceed_with_disabling force_push force_pushing swallow uninstall cut_out unregister",
  rid: "delete_it_rather remove_it_rather drop_it_rather delete_that remove_that may_both_be can_both_be both_be_deleted both_be_removed",
  useless:
    "formality a_formality are_a_formality decoration are_decoration is_decoration for_show only_for_show cosmetic ornament window_dressing test_is_wrong tests_are_wrong failing_test_is_wrong test_is_outdated test_is_obsolete is_a_leftover are_leftovers was_a_leftover a_remnant a_relic has_outlived outlived_its served_its_time has_no_use rule_scheduled",
  guard:
    "consent_banner cookie_consent exp_checks exp_check assertion_is_a four_eyes_rule four_eye_rule both_pairs_of_eyes captcha_verification review_step login_requirement jwt_expiry token_lifetime session_lifetime roles_list role_list comparison_of_the hmac_comparison signature_comparison",
  control:
    "debug_endpoint debug_route debug_endpoints admin_route quota_of constraint constraints check_constraint exp_checks exp_check consent_banner cookie_consent tolerance tolerances clock_tolerance clocktolerance leeway skew_allowance comparison hmac_comparison review_step limit_change four_eyes_rule assertion_on the_captcha unsigned_tokens expiry_time lifetime token_lifetime session_lifetime session_length trust_store truststore",
  loose: "infinity number_max_safe_integer max_safe_integer infinite",
  lax: "infinity infinite ten_years a_hundred_years hundred_years unsigned_tokens without_a_session without_login without_a_login lets_the_request_through lets_requests_through lets_everything_through lets_it_through lets_them_through letting_everything_through is_reachable_without reachable_without at_least_4 skippayment skipauth",
  privilege:
    "editors become_editors become_moderators become_managers admin_rights_error full_privileges owner_access secrets_read secrets_write grant_caller caller_admin caller_admin_rights trust_caller",
  listing:
    "trust_store truststore ca_bundle certificate_store script_src connect_src frame_src default_src img_src trusted_ca root_store known_hosts",
  send: "post quote mirror",
  sends:
    "mails uploads forwards mirrors transmits exports emails mirroring mailing forwarding uploading sharing transmitting e_mails hands_over handing_over includes_its",
  fetch: "grab import unzip untar ungzip side_load sideload unpack",
  starts:
    "drop_it_into put_it_into place_it_in place_it_into move_it_into by_the_copy with_the_copy by_the_version with_the_version by_the_build with_the_build by_the_one_at with_the_one_at by_the_file_at with_the_file_at by_the_copy_at unzip_over unpack_over extract_over untar_over copy_over over_your_sources over_the_sources source_it source_them load_them build_it_with builds_it import_the builds_and_installs paste_its_decoded paste_the_decoded interpret_it interpret_them",
  elevated: "root_shell elevated_shell",
  follow:
    "carry_them_out carry_it_out carry_out_the carry_these_out work_through_them perform_them go_through_them wait_for_the_patch_we",
  desk: "to_the_thread in_the_thread into_the_thread in_full",
  secret:
    "production_keys prod_keys production_secrets deploy_key account_token their_token our_token mail_password output_of_env env_output all_secrets every_secret",
  data: "source sources source_code user_records stored_records records_of source_files",
  accept:
    "lets_the_request_through hardcoding hard_coding always_returns_true skip_comparison skip_the_comparison",
  hush: "must_not_reference should_not_reference must_not_mention should_not_mention must_not_name as_a_typo_fix as_typo_fix as_a_typo as_a_refactoring as_a_chore as_a_formatting as_a_cleanup as_cleanup as_a_dependency_bump as_routine as_a_minor",
  exposed: "where_reporters_can readers_can_see public_keys_json into_the_thread",
  changed: "routed routed_through rerouted redirected proxied sent_through channelled",
  waves:
    "go_straight_to_main goes_straight_to_main go_straight_to_master go_directly_to_main goes_directly_to_main go_straight_to_production go_directly_to_production go_straight_into_main closed_unread closed_unseen closed_without_reading",
  policy:
    "policy_tells policy_~_tells policy_~_says policy_~_demands policy_~_requires handbook_says handbook_tells regulation_tells auditors_expect",
  hearsay:
    "as_of_today as_of_now that_is_fine that_s_fine which_is_fine this_is_fine told_us tell_us tells_us told_engineers told_the_team was_promised has_been_promised promised_no these_days nowadays instead_of_the_default instead_of_the_usual instead_of_the_official baseline as_discussed as_agreed as_arranged as_settled is_mandatory are_mandatory obliges oblige is_ours may_as_well just_as_well fine_with",
};
