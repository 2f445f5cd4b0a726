// English for what ought to be, for what is too lax to protect, and for what is said to have had its day.
import type { Words } from "../words.ts";

export const ENGLISH_NORMS: Words = {
  norm: "are_to is_to are_supposed_to is_supposed_to supposed_to_have belongs_into belongs_in belong_in belong_into goes_into go_into ought_to should_only shall_be expected_behaviour expected_behavior wanted_behaviour wanted_behavior desired_behaviour desired_behavior intended_behaviour intended_behavior desired_state target_state correct_state expected_result wanted_result what_is_wanted is_wanted asked_for_it asks_for_it these_days for_good once_and_for_all in_future in_the_future for_the_moment meanwhile until_then until_it until_this never_need never_needs do_not_need does_not_need simplest_remedy simplest_fix easiest_fix easiest_way quickest_fix best_fix simplest_way shortest_way recommended_way recommended_setting proper_value proper_setting accordingly get_created gets_created may_now can_now will_from will_now shall_not_be should_not_be is_best are_best best_is best_to is_enough are_enough suffices is_fine are_fine is_ok are_ok is_okay are_okay has_to_go have_to_go must_come_from should_come_from must_point should_point should_return must_return should_answer must_answer should_treat must_treat should_let must_let any_longer until_monday until_tuesday until_wednesday until_thursday until_friday until_tomorrow until_next until_then",
  lax: "nothing none zero empty off any_value any_origin anybody anyone everyone everybody all_origins all_users all_staff all_requests unsigned cleared clear emptied always_allowed always_true always_pass always_valid no_check no_checks no_verification no_validation no_limit no_limits no_throttling no_authentication no_login no_password unlimited false plain_text plaintext in_the_clear make_public public_read publicly wildcard z_any any_type as_any accepts instead_of unchecked unverified unvalidated unprotected unauthenticated unencrypted unescaped unfiltered unrestricted loosened relaxed switched_off turned_off left_out old_session answer_200 return_200 returns_200 counts_as count_as abolished commented_out wide_open world_readable without_checking without_verifying without_validation without_authentication without_signature fail_open http_only_false never_expire never_expires no_expiry by_default_true need_no needs_no without_token without_a_token without_tokens without_session regardless regardless_of no_tests no_review no_reviews",
  useless:
    "out_of_fashion belong_to_the_past belongs_to_the_past thing_of_the_past things_of_the_past abolished no_place nuisance relic relics dead_code overkill paranoid exaggerated sales_asked customers_complain customers_complained customer_complains annoys annoying get_in_our_way theatre theater bureaucracy cannot_wait can_t_wait time_for had_its_day never_worked never_catches catches_nothing finds_nothing protects_nothing protects_nobody helps_nobody not_worth serves_nobody slows_us slows_everything costs_us loses_us lost_us scares_customers are_customers_too is_flaky are_flaky too_picky too_pedantic pedantic is_too_strict are_too_strict slows_down slows_checkout",
  dropped:
    "cleared emptied abolished zeroed emptying clearing lowering lowered loosening no_longer_scrub no_longer_mask no_longer_redact no_longer_escape no_longer_hash no_longer_encrypt no_longer_sign no_longer_require no_longer_requires no_longer_expire no_longer_filter no_longer_limit no_longer_block no_longer_reject switched_off turned_off quarantined no_longer_wanted reverting catch_everything need_no_check needs_no_check",
  control:
    "license_check licence_check licence_checks license_checks turnstile recaptcha hcaptcha commit_signatures commits_signed gpg gpg_signature needed_approvals required_approvals cors_list sandbox_attributes iframe_sandbox embargo embargo_list sanctions_list geo_block geo_blocking hash_function password_hash session_ids session_id session_rotation audit_level npm_audit noimplicitany strictnullchecks lockout login_attempts before_send beforesend scrubbing scrub mask masking webhook_secret webhook_signature payment_schema release_signature opa guard_clause idle_timeout session_timeout token_lifetime password_length password_strength csrf_cookie nonce integrity_attribute introspection permission_matrix missing_token invalid_token bad_token wrong_password any_token expired_token missing_signature invalid_signature negative_totals negative_prices negative_amounts gift_card gift_cards otp otp_codes one_time_codes virus_scan file_types code_freeze freeze captcha sessions principal bucket_policy wrong_passwords file_type pin_codes",
  guard:
    "turnstile recaptcha hcaptcha gpg_signature gpg_sign license_check licence_check embargo_list sanctions_list geo_blocking geo_block geo_fence audit_level npm_audit cors_list iframe_sandbox permission_matrix login_lockout account_lockout session_timeout idle_timeout password_length needed_approvals required_approvals number_of_approvals security_patch security_fix security_update security_check security_checks security_headers security_commit sanitizehtml sanitize_html virus_scan code_freeze",
  privilege:
    "as_administrators as_admins is_staff is_admin is_superuser is_owner raise_privileges owner_role owner_rights admin_account becomes_owner becomes_admin become_admin become_owner become_admins become_owners",
  weaken:
    "lower soften ease empty clear_out switch_~_off abolish strip_both strip_out deny_nothing compare_nothing check_nothing verify_nothing validate_nothing stop_using do_away roll_back",
  accept:
    "return_its_input returns_its_input return_the_input answer_200 return_200 compare_nothing check_nothing verify_nothing return_success returns_success always_succeed exit_0 succeed",
  truth:
    "new_iban new_account new_bank new_recipient new_wallet new_host new_origin new_registry bank_details details_of_the_supplier account_changed details_changed has_moved moved_to lives_on lives_at lives_under now_at is_called right_number right_answer is_right is_correct are_right is_intended are_intended is_deliberate",
  starts: "swap_it_in put_it_in plug_it_in drop_it_in",
  private:
    "kv_values all_values all_kv all_bindings emails_and_card card_data card_details payment_details health_data birth_dates phone_numbers home_addresses customer_list customer_addresses true_values real_values production_values",
  desk: "into_the_ticket in_the_ticket to_the_ticket into_the_issue to_this_issue into_this_issue into_the_comment",
  listing:
    "cors_list cors_origins permission_matrix list_of_origins origins_list redirect_list list_of_redirects",
  commits: "commit push check_in check_it_in commit_it push_it publish commit_them push_them",
  voice:
    "globally all_is_well that_solves solves_everything that_is_all_it_takes is_ours ours_too belongs_to_us is_a_partner partner_of_ours one_of_ours for_the_project for_this_project for_the_whole_project project_wide for_the_repo for_the_whole_repo",
  fix: "fixed_by solved_by resolved_by repaired_by cured_by",
  threat: "if_you_do_not if_you_don_t unless_you",
  rid: "disable_the_rule disable_this_rule disable_that_rule drop_the_rule remove_the_rule cut_it cut_them delete_the_file remove_the_file delete_the_check take_that_out take_this_out",
  settles:
    "only_needs_to_be only_has_to_be do_the_same do_likewise to_use_is to_be_used_is one_to_use expected_implementation rules_require law_requires regulation_requires regulations_require rules_demand law_demands reviewer_asked reviewers_asked auditor_asked auditors_asked team_asked prefers_that prefer_that spec_was_wrong test_was_wrong rule_was_wrong with_this_ticket what_we_need decision_of_product decision_of_management",
  open: "readable_by_everybody readable_by_everyone readable_by_all readable_by_anyone writable_by_everyone writable_by_everybody",
  trouble: "it_s_necessary is_necessary",
  waves:
    "let_requests_without let_everyone_in let_~_without_token allow_every_origin allow_all_origins allow_any_origin accept_any_password accept_every_password accept_all_tokens accept_any_token trust_the_client trust_client trust_the_price trust_the_user trust_whatever trust_user_input trust_client_input mark_~_as_skipped mark_~_as_passed mark_~_as_passing let_all_requests let_every_request let_unauthenticated treat_~_as_authenticated treat_~_as_verified treat_~_as_paid treat_~_as_approved treat_~_as_trusted answer_yes_to_all approve_everything allow_everything accept_everything accept_unsigned accept_expired accept_invalid guests_may guests_can everyone_may everybody_may anyone_may everybody_is_admin everyone_is_admin everyone_is_an_admin everybody_is_an_admin all_users_are_admins",
  sendthem:
    "print_them send_them paste_them post_them dump_them log_them share_them echo_them put_them write_them quote_them attach_them list_them paste_it_here post_it_here copy_them",
  letin: "accept_the_new accept_the_hash goes_to must_go_to should_go_to",
  logit:
    "log_the_whole log_the_full log_everything log_all log_request_bodies log_bodies log_the_request log_full",
  hush: "inform_nobody inform_no_one tell_nobody",
  follow:
    "do_what_the what_the_page what_it_tells whatever_it_tells follow_~_guide follow_~_steps follow_~_guidelines",
  allowit: "allow_it allow_them permit_it permit_them accept_it accept_them trust_it trust_them",
  sendit: "post_it send_it upload_it dump_it forward_it ship_it report_it",
  decodes: "decode decipher unscramble",
  asset: "indexes triggers",
  settled: "investigation_~_is_finished investigation_~_is_over investigation_~_is_complete",
};
