-- PostgreSQL 18
-- account.0001_initial 6f27ff6bdf57521a
-- account.0002_email_max_length c956ab7a3c3660a1
-- account.0003_alter_emailaddress_create_unique_verified_email 66b6f1939621bcfa
-- account.0004_alter_emailaddress_drop_unique_email ebc6317e90c47d7a
-- account.0005_emailaddress_idx_upper_email e7569f1662da1754
-- account.0006_emailaddress_lower 54adb08cb3fba66b
-- account.0007_emailaddress_idx_email 87fad70bfde8ae29
-- account.0008_emailaddress_unique_primary_email_fixup 794bf875bdbef9c4
-- account.0009_emailaddress_unique_primary_email 79762cfa7b1e1d7c
-- accounts.0001_initial b5e78294d2759afa
-- auth.0001_initial 845cff319606332f
-- auth.0002_alter_permission_name_max_length feaf97e0e8f7d148
-- auth.0003_alter_user_email_max_length 9d5657b4db9872dc
-- auth.0004_alter_user_username_opts 9538db342c9a9bec
-- auth.0005_alter_user_last_login_null 79f60a35dc000fdd
-- auth.0006_require_contenttypes_0002 00cb16e3405f14b6
-- auth.0007_alter_validators_add_error_messages 115db87dc327530f
-- auth.0008_alter_user_username_max_length 02857f65f7d64814
-- auth.0009_alter_user_last_name_max_length 19a89500e7f108a7
-- auth.0010_alter_group_name_max_length 0963ed6498ac0b3a
-- auth.0011_update_proxy_permissions 85a5dde708dc4b61
-- auth.0012_alter_user_first_name_max_length 6cefbc9f80903763
-- contenttypes.0001_initial 35ed8489a147e0b4
-- contenttypes.0002_remove_content_type_name 7d36494075750f0e
-- contributions.0001_initial 8e2fa714f7f94e07
-- contributions.0002_reasons_not_to_publish 17fd2ee8580701c7
-- contributions.0003_heard_safe_answered e81b1c94b257dd44
-- contributions.0004_seal_texts cc69ccc8d108251e
-- contributions.0005_how_long_words_are_kept 401eb8b1487b66cb
-- contributions.0006_requests_and_records 16dd109f891debef
-- contributions.0007_what_shows_a_deed 4499b198491c3f1f
-- contributions.0008_reasons_in_versions c8b4c920a06ca9c0
-- contributions.0009_whom_we_hear_and_measures c874aefa248a41e8
-- contributions.0010_counts_of_a_quarter 2c0d957efda19c8d
-- contributions.0011_addresses_kept_for_the_leads da102df13612ac9e
-- contributions.0012_answers_name_whom_they_answer d9b86645e750015c
-- figures.0001_initial 86e49fba6ff5392d
-- figures.0002_bring_figures_in_a_file 09cbb8f00ed92944
-- figures.0003_chart_marks_and_process_control 046968d33e3d4a89
-- figures.0004_reminders_and_what_is_said_of_exceptions 7500bf43a1fb366f
-- home.0001_editions_of_what_the_board_reads 94c6f3801c392233
-- local_offer.0001_initial 5855f65ef7996a19
-- local_offer.0002_tree_and_editors 1d84ad73e3a1f66f
-- local_offer.0003_complete_true_findable_open 13f4dde33f5c41b7
-- local_offer.0004_words_and_duties cf8cc1a2d7ec23b9
-- local_offer.0005_imports_are_looked_through c92a5103dfdedbc4
-- local_offer.0006_review_wording_and_measures 9f18c02d25d35c6d
-- local_offer.0007_two_people_publish 17324063b8c4b445
-- local_offer.0008_editors_keep_synonyms e846c08c92198209
-- local_offer.0009_providers_described_anew c7dc0ea65d735767
-- mfa.0001_initial a42b6353f2ed5dd7
-- mfa.0002_authenticator_timestamps b6566eb07301e2e4
-- mfa.0003_authenticator_type_uniq 88550a456154080c
-- modelsearch.0001_initial 76080e132ce4ea1d
-- modelsearch.0002_customise_indexentry fc457502992d4572
-- modelsearch.0003_add_text_fields 4b2a4a5737326d12
-- modelsearch.0004_rename_modelsear_autocom_476c89_gin_modelsearch_autocom_ea8581_gin_and_more ffe1842ad95abf8d
-- position.0001_initial 2378a34370965da9
-- position.0002_corrections_keep_their_year dba5aabfa94274b6
-- position.0003_dsg_plan 159bb35f7cb42f9a
-- published.0001_initial afcad53557bd733d
-- published.0002_topics_beside_the_board 05f3389c6834e3b3
-- published.0003_place_in_the_file 40bf617290d63737
-- runtime.0001_initial 99cfa5e6bc059f8f
-- savings.0001_initial 92ba7ecec7239737
-- savings.0002_rules_across_rows eb1a05c2e52adbf6
-- savings.0003_gates_and_sign_off 8a33933d39deaae0
-- savings.0004_double_count_groups 5c6fbe18c5c2c2ba
-- sessions.0001_initial 2aa438e2393ee513
-- taggit.0001_initial 99ca62a055c530c7
-- taggit.0002_auto_20150616_2121 9db9f38747553183
-- taggit.0003_taggeditem_add_unique_index 8d474ef8ec122e51
-- taggit.0004_alter_taggeditem_content_type_alter_taggeditem_tag f9d1464ef1c663da
-- taggit.0005_auto_20220424_2025 0ff3cb6796cf52fb
-- taggit.0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx 7e6afc35e33e1db0
-- topups.0001_initial 1cecb9ca52daf536
-- topups.0002_rules_across_rows 9c97f673523d5e05
-- wagtailadmin.0001_create_admin_access_permissions fcbe05ca0d60a8ea
-- wagtailadmin.0002_admin 1e2a4c541e9ab35b
-- wagtailadmin.0003_admin_managed 620fc672b343ac4e
-- wagtailadmin.0004_editingsession 7b870aaf0095ce75
-- wagtailadmin.0005_editingsession_is_editing 2366578b652bd350
-- wagtailadmin.0006_formstate 1188fcdbffa104cf
-- wagtailcore.0001_initial cea81d4e905b0011
-- wagtailcore.0001_squashed_0016_change_page_url_path_to_text_field 63431ae853404f87
-- wagtailcore.0002_initial_data 90ec67924f31d701
-- wagtailcore.0003_add_uniqueness_constraint_on_group_page_permission f3c13d4234999a7f
-- wagtailcore.0004_page_locked 054dd5f11e963145
-- wagtailcore.0005_add_page_lock_permission_to_moderators 4dd8ce173a82bdff
-- wagtailcore.0006_add_lock_page_permission fdd0c9f51908a077
-- wagtailcore.0007_page_latest_revision_created_at 44a498d1402ed033
-- wagtailcore.0008_populate_latest_revision_created_at c5e6b73689628c97
-- wagtailcore.0009_remove_auto_now_add_from_pagerevision_created_at ce9ebb7f16009609
-- wagtailcore.0010_change_page_owner_to_null_on_delete 3b440fa8c7436a0a
-- wagtailcore.0011_page_first_published_at 2a344a1bc91d4b55
-- wagtailcore.0012_extend_page_slug_field c8ce5732aad1b2b6
-- wagtailcore.0013_update_golive_expire_help_text 058c8ebeb60a5806
-- wagtailcore.0014_add_verbose_name ed202e3c161cee8b
-- wagtailcore.0015_add_more_verbose_names c7f01bc90668964c
-- wagtailcore.0016_change_page_url_path_to_text_field fc00e2e248e357af
-- wagtailcore.0017_change_edit_page_permission_description ccd71ad6211dc9ea
-- wagtailcore.0018_pagerevision_submitted_for_moderation_index 9c84c8a317432983
-- wagtailcore.0019_verbose_names_cleanup dd647daad29c8ff0
-- wagtailcore.0020_add_index_on_page_first_published_at a6bee4fe81de1087
-- wagtailcore.0021_capitalizeverbose 8a3d847c8e0eb8ca
-- wagtailcore.0022_add_site_name 24b2b9b04106c8ff
-- wagtailcore.0023_alter_page_revision_on_delete_behaviour 757de219a5895b45
-- wagtailcore.0024_alter_page_content_type_on_delete_behaviour 81599e333a45b26c
-- wagtailcore.0024_collection fcdfe156ab59adbb
-- wagtailcore.0025_collection_initial_data 299d294b4dcf5997
-- wagtailcore.0026_group_collection_permission c164f30fd7bbd892
-- wagtailcore.0027_fix_collection_path_collation f6c14ff3972d5c7d
-- wagtailcore.0028_merge c3a7c3972fd9a85c
-- wagtailcore.0029_unicode_slugfield_dj19 002cf4f07e5119fb
-- wagtailcore.0030_index_on_pagerevision_created_at d2a6d2c2cf713373
-- wagtailcore.0031_add_page_view_restriction_types 9a49c448c2d89307
-- wagtailcore.0032_add_bulk_delete_page_permission 549175d715c672b6
-- wagtailcore.0033_remove_golive_expiry_help_text aa4d91586ada762c
-- wagtailcore.0034_page_live_revision d650388923d2e80e
-- wagtailcore.0035_page_last_published_at 54d0d7e199f39d02
-- wagtailcore.0036_populate_page_last_published_at b4f6cd06b9dba976
-- wagtailcore.0037_set_page_owner_editable 4d500a6059471851
-- wagtailcore.0038_make_first_published_at_editable 5a987c60fe3a1ee9
-- wagtailcore.0039_collectionviewrestriction df7d95a80ca958ce
-- wagtailcore.0040_page_draft_title a975ce119729482a
-- wagtailcore.0041_group_collection_permissions_verbose_name_plural 71b468024ec4733b
-- wagtailcore.0042_index_on_pagerevision_approved_go_live_at 2cbafdbb2ea429b4
-- wagtailcore.0043_lock_fields ed3b4350910be05f
-- wagtailcore.0044_add_unlock_grouppagepermission afe9599444e9fade
-- wagtailcore.0045_assign_unlock_grouppagepermission cf179eed03b8e6d2
-- wagtailcore.0046_site_name_remove_null 9888cafb23286c1d
-- wagtailcore.0047_add_workflow_models edcaa33d2f89950c
-- wagtailcore.0048_add_default_workflows 98f05bb3286e25b6
-- wagtailcore.0049_taskstate_finished_by f5f2bca3716c52d8
-- wagtailcore.0050_workflow_rejected_to_needs_changes 5c0cdb9025c34923
-- wagtailcore.0051_taskstate_comment 0e10a5d370d68cf0
-- wagtailcore.0052_pagelogentry ab4de3c62a89dc97
-- wagtailcore.0053_locale_model bfd6fba56a11a9f0
-- wagtailcore.0054_initial_locale 94122ab10b32b608
-- wagtailcore.0055_page_locale_fields 0bfa4f4932b7ff3e
-- wagtailcore.0056_page_locale_fields_populate b782b53081ab2589
-- wagtailcore.0057_page_locale_fields_notnull 8cb584fc83fac322
-- wagtailcore.0058_page_alias_of 432e80e40b1cae22
-- wagtailcore.0059_apply_collection_ordering 36d535fa96a194a5
-- wagtailcore.0060_fix_workflow_unique_constraint 883117a3b45cf863
-- wagtailcore.0061_change_promote_tab_helpt_text_and_verbose_names f303f2415229c5ad
-- wagtailcore.0062_comment_models_and_pagesubscription 72a1209bff5bf235
-- wagtailcore.0063_modellogentry 7f67fc0f5c40fecf
-- wagtailcore.0064_log_timestamp_indexes ee7bad344df803c8
-- wagtailcore.0065_log_entry_uuid a5b71e830e641059
-- wagtailcore.0066_collection_management_permissions dfc28f96014d8412
-- wagtailcore.0067_alter_pagerevision_content_json 2ab4c77f237f7afd
-- wagtailcore.0068_log_entry_empty_object c5e51c974fdcb28a
-- wagtailcore.0069_log_entry_jsonfield 70b22160eb859fe4
-- wagtailcore.0070_rename_pagerevision_revision 2f27c5b8f8cf9bc6
-- wagtailcore.0071_populate_revision_content_type c719e379a036b7c7
-- wagtailcore.0072_alter_revision_content_type_notnull 89429dea4c3c5e04
-- wagtailcore.0073_page_latest_revision e6c6f3c351387866
-- wagtailcore.0074_revision_object_str 3e57999ac0b3d7a3
-- wagtailcore.0075_populate_latest_revision_and_revision_object_str 578b1c14a22c0b55
-- wagtailcore.0076_modellogentry_revision f94bb2161f570155
-- wagtailcore.0077_alter_revision_user 6b2de9b98a82f11d
-- wagtailcore.0078_referenceindex 501b9d4ff7aa3aad
-- wagtailcore.0079_rename_taskstate_page_revision 033f1da052468765
-- wagtailcore.0080_generic_workflowstate 9c1c523444a78dc6
-- wagtailcore.0081_populate_workflowstate_content_type 2ca66106944ecf67
-- wagtailcore.0082_alter_workflowstate_content_type_notnull 017c8b764cca1872
-- wagtailcore.0083_workflowcontenttype e480780558060769
-- wagtailcore.0084_add_default_page_permissions 6533eff609740444
-- wagtailcore.0085_add_grouppagepermission_permission 14255d76b2debbc9
-- wagtailcore.0086_populate_grouppagepermission_permission 05bdc90316467e24
-- wagtailcore.0087_alter_grouppagepermission_unique_together_and_more 9f5bcc927b35ce33
-- wagtailcore.0088_fix_log_entry_json_timestamps e5afc01f4a8cd17f
-- wagtailcore.0089_log_entry_data_json_null_to_object 06c80b0a050ecdcb
-- wagtailcore.0090_remove_grouppagepermission_permission_type 281e571eb78905c2
-- wagtailcore.0091_remove_revision_submitted_for_moderation 66f520f7ab7205fc
-- wagtailcore.0092_alter_collectionviewrestriction_password_and_more 44955a20f45f77e0
-- wagtailcore.0093_uploadedfile c02885138ca13372
-- wagtailcore.0094_alter_page_locale 14d6c54cae836d6d
-- wagtailcore.0095_groupsitepermission 578cbf14db2f7eb4
-- wagtailcore.0096_referenceindex_referenceindex_source_object_and_more 94d1cc9527502c49
-- wagtailcore.0097_baselogentry_uuid_action_timestamp_indexes 038c7d89861a592d
-- wagtaildocs.0001_initial a6847d3092006d3a
-- wagtaildocs.0002_initial_data 9cc33694f10ce040
-- wagtaildocs.0003_add_verbose_names 2ee10fdad320f232
-- wagtaildocs.0004_capitalizeverbose 4651d6a0b6ce05dc
-- wagtaildocs.0005_alter_uploaded_by_user_on_delete_action 95ba0c8e03bd5cf6
-- wagtaildocs.0005_document_collection 81f9c182c531bff3
-- wagtaildocs.0006_copy_document_permissions_to_collections 48117f735ebe3b6e
-- wagtaildocs.0007_merge d479b02a6ffa0af1
-- wagtaildocs.0008_document_file_size cc62bdd440414b23
-- wagtaildocs.0009_document_verbose_name_plural 4d3a685a9446d3b7
-- wagtaildocs.0010_document_file_hash 80687d1b5b7ba780
-- wagtaildocs.0011_add_choose_permissions e5a96a131812b02f
-- wagtaildocs.0012_uploadeddocument 8c60f611a5d5d4da
-- wagtaildocs.0013_delete_uploadeddocument da2f6d9b8afee4f9
-- wagtaildocs.0014_alter_document_file_size 4ea1c485f5c6157d
-- wagtailimages.0001_initial fe18cd6be8eb40ea
-- wagtailimages.0001_squashed_0021 daed4ad0904d5f2f
-- wagtailimages.0002_initial_data 205c11cfbd2f7030
-- wagtailimages.0003_fix_focal_point_fields 91d854b1dbc7f81e
-- wagtailimages.0004_make_focal_point_key_not_nullable d8ba85af96195a21
-- wagtailimages.0005_make_filter_spec_unique 20fa306ad9d56060
-- wagtailimages.0006_add_verbose_names 22bd284a06331caf
-- wagtailimages.0007_image_file_size 2dd6a2ecbed86d89
-- wagtailimages.0008_image_created_at_index fabcd0f908be61a1
-- wagtailimages.0009_capitalizeverbose 5aa100d9244322da
-- wagtailimages.0010_change_on_delete_behaviour 7102fb52fe3e2261
-- wagtailimages.0011_image_collection 1cee56cfcdc0a9eb
-- wagtailimages.0012_copy_image_permissions_to_collections 5569501759e9a7b0
-- wagtailimages.0013_make_rendition_upload_callable 9c882b1d3e320f81
-- wagtailimages.0014_add_filter_spec_field cfb5cd34b7fa1350
-- wagtailimages.0015_fill_filter_spec_field 4c77803737013108
-- wagtailimages.0016_deprecate_rendition_filter_relation 2e201ffab6d54bee
-- wagtailimages.0017_reduce_focal_point_key_max_length 10eee49449046b33
-- wagtailimages.0018_remove_rendition_filter 05b4722063b74868
-- wagtailimages.0019_delete_filter 5ea2dddeb669e5ce
-- wagtailimages.0020_add-verbose-name 19985bc6729de25f
-- wagtailimages.0021_image_file_hash 9b4297dd851d089f
-- wagtailimages.0022_uploadedimage 9793ee6186278181
-- wagtailimages.0023_add_choose_permissions 37f2b23c43135be6
-- wagtailimages.0024_index_image_file_hash c204e1dbef4c5549
-- wagtailimages.0025_alter_image_file_alter_rendition_file bba3a6ba48a00247
-- wagtailimages.0026_delete_uploadedimage 7035d27dab2f3775
-- wagtailimages.0027_image_description 621fef7dd6855f02
-- wagtailredirects.0001_initial 66694614f3f1751c
-- wagtailredirects.0002_add_verbose_names 6ad4f6047285e382
-- wagtailredirects.0003_make_site_field_editable 8140fdb4e944cc0e
-- wagtailredirects.0004_set_unique_on_path_and_site c38947febcf2153d
-- wagtailredirects.0005_capitalizeverbose 71c832c4f74d3843
-- wagtailredirects.0006_redirect_increase_max_length 8bd866d61544c871
-- wagtailredirects.0007_add_autocreate_fields f2f08cd09dba22de
-- wagtailredirects.0008_add_verbose_name_plural 2597a885595295dd
-- wagtailusers.0001_initial 45a8c1ec67422390
-- wagtailusers.0002_add_verbose_name_on_userprofile 2a4c434837ee5c9c
-- wagtailusers.0003_add_verbose_names 9590c0e99d195868
-- wagtailusers.0004_capitalizeverbose 327e5a4b51ff493d
-- wagtailusers.0005_make_related_name_wagtail_specific 45dfa0294cdd846e
-- wagtailusers.0006_userprofile_prefered_language 636c4e036df13cd0
-- wagtailusers.0007_userprofile_current_time_zone 435fd383a877469f
-- wagtailusers.0008_userprofile_avatar 2ee737254928fc2a
-- wagtailusers.0009_userprofile_verbose_name_plural ca8286fe2e29e576
-- wagtailusers.0010_userprofile_updated_comments_notifications 97033bd05c0811a3
-- wagtailusers.0011_userprofile_dismissibles b6381984386e17fb
-- wagtailusers.0012_userprofile_theme fb079398fa7eddf6
-- wagtailusers.0013_userprofile_density 934baa45fe42a41a
-- wagtailusers.0014_userprofile_contrast 3f44752ffd8d5c2f
-- wagtailusers.0015_userprofile_keyboard_shortcuts b861c0bc6f5a7a98
-- workstreams.0001_initial 330f84710399d064
-- workstreams.0002_mail_to_a_row 09f9cb95ad81fed4

CREATE FUNCTION public.board_edition_begins() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(1112490322, 0);
    PERFORM nextval('public.board_edition');
    RETURN NULL;
END $$;
CREATE FUNCTION public.board_edition_now() RETURNS text
    LANGUAGE plpgsql
    AS $$
DECLARE
    edition text;
BEGIN
    SELECT tableoid || '.' || last_value INTO edition FROM public.board_edition;
    IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
        RETURN NULL; -- whoever asks has written in this transaction
    END IF;
    IF pg_try_advisory_lock(1112490322, 0) THEN
        PERFORM pg_advisory_unlock(1112490322, 0);
        RETURN edition;
    END IF;
    -- Somebody holds it: a writer, or for an instant another who asks. To look at all locks takes ten times as long.
    IF EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND mode = 'ShareLock' AND classid = 1112490322 AND objid = 0 AND objsubid = 2
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) THEN
        RETURN NULL;
    END IF;
    RETURN edition;
END $$;
CREATE FUNCTION public.local_offer_described_anew() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.described_at := statement_timestamp();
    RETURN NEW;
END $$;
CREATE FUNCTION public.savings_cost_avoidance_is_measured() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (SELECT FROM savings_initiative
               WHERE id = NEW.initiative_id AND saving_type = 'cost_avoidance') THEN
        RAISE EXCEPTION 'a cost avoidance is approved with the counterfactual it is measured against'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'monthly_plan_cost_avoidance_is_measured';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.savings_counterfactual_is_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM FROM savings_initiative WHERE id = NEW.initiative_id FOR SHARE;
    IF EXISTS (SELECT FROM savings_monthlyplan
               WHERE initiative_id = NEW.initiative_id AND approved_at IS NOT NULL) THEN
        RAISE EXCEPTION 'the plan is approved, so what it is measured against is frozen'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'counterfactual_frozen_when_plan_approved';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.savings_owner_does_not_sign() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    owner bigint;
BEGIN
    -- The row lock keeps the owner from changing to the one who signs at the same moment.
    SELECT owner_id INTO owner FROM savings_initiative WHERE id = NEW.initiative_id FOR SHARE;
    IF owner = NEW.signed_by_id THEN
        RAISE EXCEPTION 'the owner of an initiative does not sign for it'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.savings_shares_within_target() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    allowed numeric;
    shared numeric;
BEGIN
    -- The row lock makes two writers of one target take turns, so that each sees the other's shares.
    SELECT amount_gbp INTO allowed FROM savings_savingstarget WHERE id = NEW.target_id FOR UPDATE;
    SELECT sum(amount_gbp) INTO shared FROM savings_savingstargetshare WHERE target_id = NEW.target_id;
    IF shared > allowed THEN
        RAISE EXCEPTION 'shares of % exceed the savings target of %', shared, allowed
            USING ERRCODE = 'check_violation', CONSTRAINT = 'savings_shares_within_target';
    END IF;
    RETURN NULL;
END $$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_rolegrant (
    id bigint NOT NULL,
    role character varying(30) NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id bigint,
    granted_by_id bigint,
    user_id bigint NOT NULL,
    CONSTRAINT role_grant_ended_by_and_at_together CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT role_grant_ends_after_start CHECK (((ended_at IS NULL) OR (ended_at >= granted_at))),
    CONSTRAINT role_grant_role_is_known CHECK (((role)::text = ANY ((ARRAY['parent_carer'::character varying, 'partner_officer'::character varying, 'workstream_lead'::character varying, 'data_officer'::character varying, 'finance'::character varying, 'board_member'::character varying, 'forum'::character varying, 'moderator'::character varying, 'safeguarding_lead'::character varying, 'editor'::character varying, 'provider'::character varying, 'administrator'::character varying])::text[])))
);
ALTER TABLE public.accounts_rolegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_rolegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_secondfactorreset (
    id bigint NOT NULL,
    reset_at timestamp with time zone NOT NULL,
    reset_by_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT second_factor_reset_by_another CHECK ((NOT (user_id = reset_by_id)))
);
ALTER TABLE public.accounts_secondfactorreset ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_secondfactorreset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    first_name character varying(150) NOT NULL,
    last_name character varying(150) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    email character varying(254) NOT NULL,
    roles_changed_at timestamp with time zone NOT NULL,
    CONSTRAINT user_may_do_what_roles_say CHECK ((NOT is_superuser))
);
CREATE TABLE public.accounts_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE SEQUENCE public.board_edition
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.contributions_aboutme (
    contribution_id bigint NOT NULL,
    age_band character varying(20) NOT NULL,
    need character varying(20) NOT NULL,
    neighbourhood_id bigint,
    CONSTRAINT about_me_age_band_is_known CHECK (((age_band)::text = ANY ((ARRAY[''::character varying, 'Under 5'::character varying, '5 to 10'::character varying, '11 to 15'::character varying, '16 to 19'::character varying, '20 to 25'::character varying])::text[]))),
    CONSTRAINT about_me_need_is_known CHECK (((need)::text = ANY ((ARRAY[''::character varying, 'ASD'::character varying, 'HI'::character varying, 'MLD'::character varying, 'MSI'::character varying, 'PD'::character varying, 'PMLD'::character varying, 'SEMH'::character varying, 'SLCN'::character varying, 'SLD'::character varying, 'SPLD'::character varying, 'VI'::character varying, 'OTH'::character varying, 'none recorded'::character varying])::text[]))),
    CONSTRAINT about_me_says_something CHECK ((NOT (((age_band)::text = ''::text) AND ((need)::text = ''::text) AND (neighbourhood_id IS NULL))))
);
CREATE TABLE public.contributions_addition (
    id bigint NOT NULL,
    text bytea NOT NULL,
    added_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    contribution_id bigint NOT NULL,
    read_by_id bigint,
    CONSTRAINT addition_read_by_and_at_together CHECK ((((read_at IS NULL) AND (read_by_id IS NULL)) OR ((read_at IS NOT NULL) AND (read_by_id IS NOT NULL))))
);
ALTER TABLE public.contributions_addition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_addition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_addresstally (
    id bigint NOT NULL,
    day date NOT NULL,
    purpose character varying(10) NOT NULL,
    address_hmac character varying(64) NOT NULL,
    count integer NOT NULL,
    CONSTRAINT contributions_addresstally_count_check CHECK ((count >= 0))
);
ALTER TABLE public.contributions_addresstally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_addresstally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_contact (
    contribution_id bigint NOT NULL,
    address bytea NOT NULL,
    address_hmac character varying(64) NOT NULL
);
CREATE TABLE public.contributions_contribution (
    id bigint NOT NULL,
    receipt_hmac character varying(64) NOT NULL,
    kind character varying(20) NOT NULL,
    partner_type character varying(20) NOT NULL,
    publish_consent character varying(20) NOT NULL,
    channel character varying(20) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    about_id character varying(40) NOT NULL,
    about_title character varying(255) NOT NULL,
    about_url character varying(500) NOT NULL,
    state character varying(20) NOT NULL,
    resumes_as character varying(20) NOT NULL,
    state_since timestamp with time zone NOT NULL,
    set_aside character varying(10) NOT NULL,
    needs_second_person boolean NOT NULL,
    about_type_id integer,
    entered_by_id bigint,
    workstream_id bigint,
    not_published_because_id bigint,
    approved_version_id bigint,
    consent_given_on date,
    CONSTRAINT contribution_about_is_whole CHECK (((((about_id)::text = ''::text) AND ((about_title)::text = ''::text) AND (about_type_id IS NULL) AND ((about_url)::text = ''::text)) OR ((about_type_id IS NOT NULL) AND (NOT ((about_id)::text = ''::text)) AND (NOT ((about_title)::text = ''::text))))),
    CONSTRAINT contribution_answered_is_approved_or_counted_only CHECK (((NOT (((state)::text = ANY ((ARRAY['answered'::character varying, 'outcome asked'::character varying])::text[])) OR ((resumes_as)::text = ANY ((ARRAY['answered'::character varying, 'outcome asked'::character varying])::text[])))) OR (approved_version_id IS NOT NULL) OR ((publish_consent)::text = 'counts_only'::text))),
    CONSTRAINT contribution_consent_is_known CHECK (((publish_consent)::text = ANY ((ARRAY['edited'::character varying, 'counts_only'::character varying])::text[]))),
    CONSTRAINT contribution_counted_only_has_no_public_text CHECK ((((publish_consent)::text = 'edited'::text) OR (approved_version_id IS NULL))),
    CONSTRAINT contribution_hold_knows_what_it_resumes_as CHECK (((((resumes_as)::text = ANY ((ARRAY['received'::character varying, 'screening'::character varying, 'ready'::character varying, 'needs agreement'::character varying, 'published'::character varying, 'answered'::character varying, 'outcome asked'::character varying, 'private'::character varying, 'not published'::character varying, 'withdrawn'::character varying, 'expired'::character varying])::text[])) AND ((state)::text = 'safeguarding hold'::text)) OR ((NOT ((state)::text = 'safeguarding hold'::text)) AND ((resumes_as)::text = ''::text)))),
    CONSTRAINT contribution_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['provision'::character varying, 'information'::character varying, 'making'::character varying, 'idea'::character varying, 'compliment'::character varying])::text[]))),
    CONSTRAINT contribution_not_published_has_reason CHECK (((NOT (((state)::text = 'not published'::text) OR ((resumes_as)::text = 'not published'::text))) OR (not_published_because_id IS NOT NULL))),
    CONSTRAINT contribution_on_behalf_names_who_and_consent CHECK (((((channel)::text = 'web'::text) AND (consent_given_on IS NULL) AND (entered_by_id IS NULL)) OR ((NOT ((channel)::text = 'web'::text)) AND (consent_given_on IS NOT NULL) AND (entered_by_id IS NOT NULL)))),
    CONSTRAINT contribution_partner_type_is_known CHECK (((partner_type)::text = ANY ((ARRAY['parent_carer'::character varying, 'young_person'::character varying, 'school'::character varying, 'health'::character varying, 'social_care'::character varying, 'finance'::character varying, 'voluntary'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT contribution_published_has_approved_version CHECK (((NOT (((state)::text = ANY ((ARRAY['needs agreement'::character varying, 'published'::character varying, 'ready'::character varying])::text[])) OR ((resumes_as)::text = ANY ((ARRAY['needs agreement'::character varying, 'published'::character varying, 'ready'::character varying])::text[])))) OR (approved_version_id IS NOT NULL))),
    CONSTRAINT contribution_state_is_known CHECK (((state)::text = ANY ((ARRAY['received'::character varying, 'screening'::character varying, 'ready'::character varying, 'needs agreement'::character varying, 'published'::character varying, 'answered'::character varying, 'outcome asked'::character varying, 'private'::character varying, 'not published'::character varying, 'safeguarding hold'::character varying, 'withdrawn'::character varying, 'expired'::character varying])::text[])))
);
ALTER TABLE public.contributions_contribution ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_contribution_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_contributionevent (
    id bigint NOT NULL,
    step character varying(20) NOT NULL,
    from_state character varying(20) NOT NULL,
    to_state character varying(20) NOT NULL,
    shows_as character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    why character varying(500) NOT NULL,
    by_id bigint,
    contribution_id bigint NOT NULL,
    CONSTRAINT contribution_event_shows_no_hold CHECK ((NOT ((shows_as)::text = 'safeguarding hold'::text))),
    CONSTRAINT contribution_event_starts_somewhere CHECK (((((from_state)::text = ''::text) AND ((step)::text = 'receive'::text)) OR ((NOT ((step)::text = 'receive'::text)) AND (NOT ((from_state)::text = ''::text))))),
    CONSTRAINT contribution_event_step_is_known CHECK (((step)::text = ANY ((ARRAY['receive'::character varying, 'let through'::character varying, 'add'::character varying, 'read addition'::character varying, 'alert'::character varying, 'no risk'::character varying, 'tell outcome'::character varying, 'forget contact'::character varying, 'forget bands'::character varying, 'forget original'::character varying, 'erase'::character varying, 'start screening'::character varying, 'approve'::character varying, 'ask author'::character varying, 'agree'::character varying, 'disagree'::character varying, 'publish'::character varying, 'keep private'::character varying, 'withhold'::character varying, 'take back'::character varying, 'answer'::character varying, 'ask outcome'::character varying, 'withdraw'::character varying, 'expire'::character varying, 'hold'::character varying, 'release'::character varying])::text[])))
);
ALTER TABLE public.contributions_contributionevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_contributionevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_datarequest (
    id bigint NOT NULL,
    what character varying(10) NOT NULL,
    ground character varying(10) NOT NULL,
    handled_at timestamp with time zone NOT NULL,
    carried_out_at timestamp with time zone,
    contribution_id bigint NOT NULL,
    handled_by_id bigint NOT NULL,
    CONSTRAINT data_request_erasure_has_ground CHECK ((((carried_out_at IS NOT NULL) AND ((ground)::text = ''::text) AND ((what)::text = 'export'::text)) OR (((ground)::text = ANY ((ARRAY['author'::character varying, 'named'::character varying, 'law'::character varying, 'mistake'::character varying])::text[])) AND ((what)::text = 'erase'::text))))
);
ALTER TABLE public.contributions_datarequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_datarequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_earlieraddress (
    id bigint NOT NULL,
    address bytea NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    contribution_id bigint NOT NULL
);
ALTER TABLE public.contributions_earlieraddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_earlieraddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_edition (
    id bigint NOT NULL,
    number smallint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    released_counts jsonb NOT NULL,
    published_by_id bigint,
    year_id bigint NOT NULL,
    held_back jsonb NOT NULL,
    CONSTRAINT contributions_edition_number_check CHECK ((number >= 0))
);
ALTER TABLE public.contributions_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_editionline (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    shows_as character varying(20) NOT NULL,
    waiting_since date,
    due_on date,
    contribution_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    owed_by_id bigint,
    response_version_id bigint,
    version_id bigint,
    CONSTRAINT contributions_editionline_position_check CHECK (("position" >= 0)),
    CONSTRAINT edition_line_is_answered_or_waits CHECK ((((response_version_id IS NOT NULL) AND (waiting_since IS NULL)) OR ((response_version_id IS NULL) AND (waiting_since IS NOT NULL))))
);
ALTER TABLE public.contributions_editionline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_editionline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_forumview (
    id bigint NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by_id bigint NOT NULL,
    response_id bigint NOT NULL
);
ALTER TABLE public.contributions_forumview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_forumview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_measurekpi (
    id bigint NOT NULL,
    measure character varying(20) NOT NULL,
    switched_on_at timestamp with time zone NOT NULL,
    switched_off_at timestamp with time zone,
    kpi_id bigint NOT NULL,
    switched_off_by_id bigint,
    switched_on_by_id bigint NOT NULL,
    CONSTRAINT measure_kpi_measure_is_known CHECK (((measure)::text = ANY ((ARRAY['received'::character varying, 'in_time'::character varying, 'days_to_answer'::character varying, 'changed'::character varying, 'days_since_yearly'::character varying, 'bands_heard'::character varying])::text[]))),
    CONSTRAINT measure_kpi_switched_off_by_and_at_together CHECK ((((switched_off_at IS NULL) AND (switched_off_by_id IS NULL)) OR ((switched_off_at IS NOT NULL) AND (switched_off_by_id IS NOT NULL))))
);
ALTER TABLE public.contributions_measurekpi ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_measurekpi_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_neighbourhood (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    "position" smallint NOT NULL,
    CONSTRAINT contributions_neighbourhood_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.contributions_neighbourhood ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_neighbourhood_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_notpublishingreason (
    id bigint NOT NULL,
    slug character varying(50) NOT NULL,
    label character varying(120) NOT NULL,
    public_wording text NOT NULL,
    needs_second_person boolean NOT NULL,
    "position" smallint NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id bigint,
    replaces_id bigint,
    written_at timestamp with time zone,
    written_by_id bigint,
    CONSTRAINT contributions_notpublishingreason_position_check CHECK (("position" >= 0)),
    CONSTRAINT not_publishing_reason_ended_by_and_at_together CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT not_publishing_reason_has_public_wording CHECK ((NOT (public_wording = ''::text))),
    CONSTRAINT not_publishing_reason_replaces_another CHECK ((NOT ((replaces_id = id) AND (replaces_id IS NOT NULL)))),
    CONSTRAINT not_publishing_reason_written_by_and_at_together CHECK ((((written_at IS NULL) AND (written_by_id IS NULL)) OR ((written_at IS NOT NULL) AND (written_by_id IS NOT NULL))))
);
ALTER TABLE public.contributions_notpublishingreason ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_notpublishingreason_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_original (
    contribution_id bigint NOT NULL,
    sealed_at timestamp with time zone,
    sealed_by_id bigint,
    text bytea NOT NULL,
    CONSTRAINT original_sealed_by_and_at_together CHECK ((((sealed_at IS NULL) AND (sealed_by_id IS NULL)) OR ((sealed_at IS NOT NULL) AND (sealed_by_id IS NOT NULL))))
);
CREATE TABLE public.contributions_originalopening (
    id bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    reason character varying(300) NOT NULL,
    while_held boolean NOT NULL,
    contribution_id bigint NOT NULL,
    opened_by_id bigint NOT NULL,
    CONSTRAINT original_opening_has_reason CHECK ((NOT ((reason)::text = ''::text)))
);
ALTER TABLE public.contributions_originalopening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_originalopening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_outcomeanswer (
    id bigint NOT NULL,
    difference character varying(10) NOT NULL,
    text bytea,
    told_at timestamp with time zone NOT NULL,
    contribution_id bigint NOT NULL,
    CONSTRAINT outcome_answer_is_known CHECK (((difference)::text = ANY ((ARRAY['yes'::character varying, 'partly'::character varying, 'no'::character varying, 'too_early'::character varying])::text[])))
);
ALTER TABLE public.contributions_outcomeanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_outcomeanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_processingrecord (
    id bigint NOT NULL,
    activity character varying(20) NOT NULL,
    number smallint NOT NULL,
    purpose text NOT NULL,
    whose_data text NOT NULL,
    lawful_basis text NOT NULL,
    special_condition text NOT NULL,
    who_sees text NOT NULL,
    how_long text NOT NULL,
    safeguards text NOT NULL,
    assessed_on date,
    assessed_by character varying(120) NOT NULL,
    next_review_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT contributions_processingrecord_number_check CHECK ((number >= 0)),
    CONSTRAINT processing_record_activity_is_known CHECK (((activity)::text = ANY ((ARRAY['contributions'::character varying, 'contact'::character varying, 'bands'::character varying, 'safeguarding'::character varying, 'publishing'::character varying, 'abuse'::character varying, 'accounts'::character varying, 'top-ups'::character varying, 'services'::character varying])::text[]))),
    CONSTRAINT processing_record_assessed_on_and_by_together CHECK (((((assessed_by)::text = ''::text) AND (assessed_on IS NULL)) OR ((assessed_on IS NOT NULL) AND (NOT ((assessed_by)::text = ''::text))))),
    CONSTRAINT processing_record_is_whole CHECK (((NOT (purpose = ''::text)) AND (NOT (whose_data = ''::text)) AND (NOT (lawful_basis = ''::text)) AND (NOT (who_sees = ''::text)) AND (NOT (how_long = ''::text)) AND (NOT (safeguards = ''::text))))
);
ALTER TABLE public.contributions_processingrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_processingrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_publicationyear (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    due_on date NOT NULL,
    changed_at timestamp with time zone,
    changed_by_id bigint,
    CONSTRAINT publication_year_changed_by_and_at_together CHECK ((((changed_at IS NULL) AND (changed_by_id IS NULL)) OR ((changed_at IS NOT NULL) AND (changed_by_id IS NOT NULL)))),
    CONSTRAINT publication_year_ends_before_it_is_due CHECK (((ends_on <= due_on) AND (starts_on < ends_on)))
);
ALTER TABLE public.contributions_publicationyear ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_publicationyear_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_publicversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    needs_second_person boolean NOT NULL,
    edited_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id bigint,
    contribution_id bigint NOT NULL,
    edited_by_id bigint NOT NULL,
    text bytea NOT NULL,
    CONSTRAINT contributions_publicversion_number_check CHECK ((number >= 0)),
    CONSTRAINT public_version_approved_by_and_at_together CHECK ((((approved_at IS NULL) AND (approved_by_id IS NULL)) OR ((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL)))),
    CONSTRAINT public_version_second_person_approves CHECK (((NOT needs_second_person) OR (approved_by_id IS NULL) OR (NOT ((approved_by_id = edited_by_id) AND (approved_by_id IS NOT NULL)))))
);
ALTER TABLE public.contributions_publicversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_publicversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_reachcount (
    id bigint NOT NULL,
    quarter_from date NOT NULL,
    dimension character varying(20) NOT NULL,
    band character varying(80) NOT NULL,
    count integer NOT NULL,
    CONSTRAINT contributions_reachcount_count_check CHECK ((count >= 0)),
    CONSTRAINT reach_count_dimension_is_known CHECK (((dimension)::text = ANY ((ARRAY['partner_type'::character varying, 'neighbourhood'::character varying, 'age_band'::character varying, 'need'::character varying])::text[])))
);
ALTER TABLE public.contributions_reachcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_reachcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_reachedition (
    id bigint NOT NULL,
    audience character varying(10) NOT NULL,
    until date NOT NULL,
    published_at timestamp with time zone NOT NULL,
    released jsonb,
    held_back_because character varying(500) NOT NULL,
    CONSTRAINT reach_edition_audience_is_known CHECK (((audience)::text = ANY ((ARRAY['partners'::character varying, 'public'::character varying])::text[]))),
    CONSTRAINT reach_edition_releases_or_says_why_not CHECK (((((held_back_because)::text = ''::text) AND (released IS NOT NULL)) OR ((released IS NULL) AND (NOT ((held_back_because)::text = ''::text)))))
);
ALTER TABLE public.contributions_reachedition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_reachedition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_reachplan (
    id bigint NOT NULL,
    dimension character varying(20) NOT NULL,
    band character varying(80) NOT NULL,
    who character varying(120) NOT NULL,
    by_on date NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    noted_by_id bigint NOT NULL,
    CONSTRAINT reach_plan_dimension_is_known CHECK (((dimension)::text = ANY ((ARRAY['partner_type'::character varying, 'neighbourhood'::character varying, 'age_band'::character varying, 'need'::character varying])::text[]))),
    CONSTRAINT reach_plan_names_who CHECK ((NOT ((who)::text = ''::text)))
);
ALTER TABLE public.contributions_reachplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_reachplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_reachtally (
    id bigint NOT NULL,
    quarter_from date NOT NULL,
    dimension character varying(20) NOT NULL,
    band character varying(80) NOT NULL,
    count integer NOT NULL,
    CONSTRAINT contributions_reachtally_count_check CHECK ((count >= 0)),
    CONSTRAINT reach_tally_dimension_is_known CHECK (((dimension)::text = ANY ((ARRAY['partner_type'::character varying, 'neighbourhood'::character varying, 'age_band'::character varying, 'need'::character varying])::text[])))
);
ALTER TABLE public.contributions_reachtally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_reachtally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_response (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    started_by_id bigint NOT NULL,
    workstream_id bigint,
    published_version_id bigint
);
CREATE TABLE public.contributions_response_contributions (
    id bigint NOT NULL,
    response_id bigint NOT NULL,
    contribution_id bigint NOT NULL
);
ALTER TABLE public.contributions_response_contributions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_response_contributions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.contributions_response ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_response_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_responseversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    you_said text NOT NULL,
    outcome character varying(10) NOT NULL,
    what text NOT NULL,
    reason text NOT NULL,
    owner character varying(120) NOT NULL,
    due_on date,
    evidence character varying(300) NOT NULL,
    evidence_url character varying(500) NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    drafted_by_id bigint NOT NULL,
    published_by_id bigint,
    response_id bigint NOT NULL,
    evidence_id character varying(40) NOT NULL,
    evidence_type_id integer,
    workstream_id bigint,
    CONSTRAINT contributions_responseversion_number_check CHECK ((number >= 0)),
    CONSTRAINT response_version_evidence_is_an_address CHECK ((((evidence_url)::text = ''::text) OR ((evidence_url)::text ~ '^(https://|/[^/\\])'::text))),
    CONSTRAINT response_version_evidence_is_whole CHECK (((((evidence_id)::text = ''::text) AND (evidence_type_id IS NULL)) OR ((evidence_type_id IS NOT NULL) AND (NOT ((evidence_id)::text = ''::text)) AND (NOT ((evidence)::text = ''::text))))),
    CONSTRAINT response_version_has_deed_or_reason CHECK ((((NOT ((outcome)::text = 'will_not'::text)) AND (NOT (what = ''::text))) OR (((outcome)::text = 'will_not'::text) AND (what = ''::text) AND (NOT (reason = ''::text))))),
    CONSTRAINT response_version_outcome_is_known CHECK (((outcome)::text = ANY ((ARRAY['did'::character varying, 'will'::character varying, 'will_not'::character varying])::text[]))),
    CONSTRAINT response_version_promise_has_owner_and_due CHECK (((NOT ((outcome)::text = 'will'::text)) OR ((NOT ((owner)::text = ''::text)) AND (due_on IS NOT NULL)))),
    CONSTRAINT response_version_published_by_and_at_together CHECK ((((published_at IS NULL) AND (published_by_id IS NULL)) OR ((published_at IS NOT NULL) AND (published_by_id IS NOT NULL)))),
    CONSTRAINT response_version_says_what_was_said CHECK ((NOT (you_said = ''::text)))
);
CREATE TABLE public.contributions_responseversion_contributions (
    id bigint NOT NULL,
    responseversion_id bigint CONSTRAINT contributions_responseversion_contr_responseversion_id_not_null NOT NULL,
    contribution_id bigint CONSTRAINT contributions_responseversion_contribu_contribution_id_not_null NOT NULL
);
ALTER TABLE public.contributions_responseversion_contributions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_responseversion_contributions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.contributions_responseversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_responseversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_retentionrule (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    bands_days integer NOT NULL,
    contact_days integer NOT NULL,
    original_days integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by_id bigint,
    CONSTRAINT contributions_retentionrule_bands_days_check CHECK ((bands_days >= 0)),
    CONSTRAINT contributions_retentionrule_contact_days_check CHECK ((contact_days >= 0)),
    CONSTRAINT contributions_retentionrule_original_days_check CHECK ((original_days >= 0)),
    CONSTRAINT retention_rule_changed_by_and_at_together CHECK ((((changed_at IS NULL) AND (changed_by_id IS NULL)) OR ((changed_at IS NOT NULL) AND (changed_by_id IS NOT NULL)))),
    CONSTRAINT retention_rule_keeps_for_a_while CHECK (((bands_days > 0) AND (contact_days > 0))),
    CONSTRAINT retention_rule_original_goes_last CHECK (((bands_days <= original_days) AND (contact_days <= original_days)))
);
ALTER TABLE public.contributions_retentionrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_retentionrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_safeguardingalert (
    id bigint NOT NULL,
    raised_by character varying(10) NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    verdict character varying(10) NOT NULL,
    settled_at timestamp with time zone,
    contribution_id bigint NOT NULL,
    settled_by_id bigint,
    CONSTRAINT safeguarding_alert_raised_by_is_known CHECK (((raised_by)::text = ANY ((ARRAY['box'::character varying, 'words'::character varying])::text[]))),
    CONSTRAINT safeguarding_alert_settled_with_who_and_when CHECK ((((settled_at IS NULL) AND (settled_by_id IS NULL) AND ((verdict)::text = ''::text)) OR ((settled_at IS NOT NULL) AND (settled_by_id IS NOT NULL) AND ((verdict)::text = ANY ((ARRAY['held'::character varying, 'no_risk'::character varying])::text[])))))
);
ALTER TABLE public.contributions_safeguardingalert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_safeguardingalert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_safeguardingreferral (
    id bigint NOT NULL,
    handed_to character varying(200) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    contribution_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    note bytea,
    CONSTRAINT safeguarding_referral_names_to_whom CHECK ((NOT ((handed_to)::text = ''::text)))
);
ALTER TABLE public.contributions_safeguardingreferral ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_safeguardingreferral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.contributions_withholding (
    id bigint NOT NULL,
    needs_second_person boolean NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    is_agreed boolean,
    decided_at timestamp with time zone,
    contribution_id bigint NOT NULL,
    decided_by_id bigint,
    proposed_by_id bigint NOT NULL,
    reason_id bigint NOT NULL,
    CONSTRAINT withholding_decided_by_and_at_together CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL) AND (is_agreed IS NULL)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND (is_agreed IS NOT NULL)))),
    CONSTRAINT withholding_second_person_agrees CHECK (((NOT needs_second_person) OR (is_agreed IS NULL) OR (NOT is_agreed) OR (NOT ((decided_by_id = proposed_by_id) AND (decided_by_id IS NOT NULL)))))
);
ALTER TABLE public.contributions_withholding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contributions_withholding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.figures_baseline (
    id bigint NOT NULL,
    version smallint NOT NULL,
    reason character varying(400) NOT NULL,
    value numeric(18,6) NOT NULL,
    numerator numeric(18,6),
    denominator numeric(18,6),
    period_kind character varying(20) NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    is_forecast boolean NOT NULL,
    method character varying(300) NOT NULL,
    source character varying(200) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    agreed_at timestamp with time zone,
    counts_from timestamp with time zone NOT NULL,
    agreed_by_id bigint,
    set_by_id bigint NOT NULL,
    kpi_id bigint NOT NULL,
    CONSTRAINT baseline_agreed_by_and_at_together CHECK ((((agreed_at IS NULL) AND (agreed_by_id IS NULL)) OR ((agreed_at IS NOT NULL) AND (agreed_by_id IS NOT NULL)))),
    CONSTRAINT baseline_agreed_by_another CHECK (((agreed_by_id IS NULL) OR (NOT ((agreed_by_id = set_by_id) AND (agreed_by_id IS NOT NULL))))),
    CONSTRAINT baseline_change_has_reason CHECK (((((reason)::text = ''::text) AND (version = 1)) OR ((version > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT baseline_parts_together CHECK ((((denominator IS NULL) AND (numerator IS NULL)) OR ((denominator IS NOT NULL) AND (numerator IS NOT NULL)))),
    CONSTRAINT baseline_period_not_empty CHECK ((period_start < period_end)),
    CONSTRAINT figures_baseline_version_check CHECK ((version >= 0))
);
ALTER TABLE public.figures_baseline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_baseline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_chartmark (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    period_kind character varying(20) NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    why character varying(400) NOT NULL,
    state character varying(10) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    declined_because character varying(400) NOT NULL,
    ended_at timestamp with time zone,
    ended_because character varying(400) NOT NULL,
    decided_by_id bigint,
    ended_by_id bigint,
    kpi_id bigint NOT NULL,
    proposed_by_id bigint NOT NULL,
    CONSTRAINT chart_mark_agreed_by_another CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = proposed_by_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT chart_mark_decided_by_and_at_together CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT chart_mark_declined_with_words CHECK (((((state)::text = 'declined'::text) AND (NOT ((declined_because)::text = ''::text))) OR ((NOT ((state)::text = 'declined'::text)) AND ((declined_because)::text = ''::text)))),
    CONSTRAINT chart_mark_ended_by_and_at_together CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT chart_mark_ended_with_words CHECK (((((state)::text = 'ended'::text) AND (NOT ((ended_because)::text = ''::text))) OR ((NOT ((state)::text = 'ended'::text)) AND ((ended_because)::text = ''::text)))),
    CONSTRAINT chart_mark_period_not_empty CHECK ((period_start < period_end)),
    CONSTRAINT chart_mark_says_why CHECK ((NOT ((why)::text = ''::text))),
    CONSTRAINT chart_mark_state_has_its_people CHECK ((((decided_at IS NULL) AND (ended_at IS NULL) AND ((state)::text = 'proposed'::text)) OR ((decided_at IS NOT NULL) AND (ended_at IS NULL) AND ((state)::text = 'agreed'::text)) OR ((decided_at IS NOT NULL) AND (ended_at IS NULL) AND ((state)::text = 'declined'::text)) OR ((ended_at IS NOT NULL) AND ((state)::text = 'ended'::text))))
);
ALTER TABLE public.figures_chartmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_chartmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_commentary (
    id bigint NOT NULL,
    words text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by_id bigint NOT NULL,
    figure_id bigint NOT NULL
);
ALTER TABLE public.figures_commentary ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_commentary_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_exceptionupdate (
    id bigint NOT NULL,
    words text NOT NULL,
    action text NOT NULL,
    owner character varying(120) NOT NULL,
    due_on date NOT NULL,
    written_at timestamp with time zone NOT NULL,
    exception_id bigint NOT NULL,
    reminds_id bigint,
    written_by_id bigint NOT NULL,
    CONSTRAINT exception_update_says_how_it_goes CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.figures_exceptionupdate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_exceptionupdate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_figure (
    id bigint NOT NULL,
    period_kind character varying(20) NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    value numeric(18,6),
    symbol character varying(4) NOT NULL,
    numerator numeric(18,6),
    denominator numeric(18,6),
    remark character varying(400) NOT NULL,
    source character varying(200) NOT NULL,
    basis character varying(60) NOT NULL,
    state character varying(10) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    decided_at timestamp with time zone,
    returned_because character varying(400) NOT NULL,
    known_from timestamp with time zone,
    counts_from timestamp with time zone,
    correction_reason character varying(400) NOT NULL,
    corrects_id bigint,
    decided_by_id bigint,
    recorded_by_id bigint NOT NULL,
    submitted_by_id bigint,
    kpi_id bigint NOT NULL,
    definition_id bigint NOT NULL,
    file_id bigint,
    CONSTRAINT figure_correction_has_reason CHECK (((((correction_reason)::text = ''::text) AND (corrects_id IS NULL)) OR ((corrects_id IS NOT NULL) AND (NOT ((correction_reason)::text = ''::text))))),
    CONSTRAINT figure_counts_when_approved CHECK ((((counts_from IS NOT NULL) AND ((state)::text = 'approved'::text)) OR ((NOT ((state)::text = 'approved'::text)) AND (counts_from IS NULL) AND (known_from IS NULL)))),
    CONSTRAINT figure_decided_by_and_at_together CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT figure_denominator_not_zero CHECK (((denominator IS NULL) OR (NOT ((denominator = (0)::numeric) AND (denominator IS NOT NULL))))),
    CONSTRAINT figure_never_approved_by_its_submitter CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = submitted_by_id) AND (decided_by_id IS NOT NULL) AND (submitted_by_id IS NOT NULL))))),
    CONSTRAINT figure_period_not_empty CHECK ((period_start < period_end)),
    CONSTRAINT figure_state_has_its_people CHECK ((((decided_at IS NULL) AND ((state)::text = 'draft'::text) AND (submitted_at IS NULL)) OR ((decided_at IS NULL) AND ((state)::text = 'submitted'::text) AND (submitted_at IS NOT NULL)) OR ((decided_at IS NOT NULL) AND ((state)::text = 'returned'::text) AND (NOT ((returned_because)::text = ''::text))) OR ((decided_at IS NOT NULL) AND ((state)::text = 'approved'::text) AND (submitted_at IS NOT NULL)) OR ((known_from IS NOT NULL) AND ((state)::text = 'approved'::text)) OR ((decided_at IS NULL) AND (file_id IS NOT NULL) AND ((state)::text = 'withdrawn'::text)))),
    CONSTRAINT figure_submitted_by_and_at_together CHECK ((((submitted_at IS NULL) AND (submitted_by_id IS NULL)) OR ((submitted_at IS NOT NULL) AND (submitted_by_id IS NOT NULL)))),
    CONSTRAINT figure_value_and_symbol_belong_together CHECK ((((state)::text = 'draft'::text) OR (((symbol)::text = ''::text) AND (value IS NOT NULL)) OR (((symbol)::text = ANY ((ARRAY['c'::character varying, 'low'::character varying, 'x'::character varying, 'z'::character varying])::text[])) AND (value IS NULL)) OR (((symbol)::text = ANY ((ARRAY['b'::character varying, 'e'::character varying, 'f'::character varying, 'p'::character varying, 'r'::character varying, 'u'::character varying])::text[])) AND (value IS NOT NULL))))
);
ALTER TABLE public.figures_figure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_figureimport (
    id bigint NOT NULL,
    file_name character varying(200) NOT NULL,
    content bytea NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    attempts smallint NOT NULL,
    claimed_at timestamp with time zone,
    refused_because character varying(400) NOT NULL,
    sheets jsonb NOT NULL,
    chunk_count integer NOT NULL,
    entry_count integer NOT NULL,
    new_count integer NOT NULL,
    changed_count integer NOT NULL,
    correction_count integer NOT NULL,
    unchanged_count integer NOT NULL,
    problem_count integer NOT NULL,
    newer_count integer NOT NULL,
    read_at timestamp with time zone,
    reason character varying(400) NOT NULL,
    confirmed_at timestamp with time zone,
    applied_at timestamp with time zone,
    withdrawn_because character varying(400) NOT NULL,
    withdrawn_at timestamp with time zone,
    taken_back_count integer NOT NULL,
    restored_count integer NOT NULL,
    reversed_count integer NOT NULL,
    left_count integer NOT NULL,
    confirmed_by_id bigint,
    sent_by_id bigint NOT NULL,
    withdrawn_by_id bigint,
    CONSTRAINT figures_figureimport_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT figures_figureimport_changed_count_check CHECK ((changed_count >= 0)),
    CONSTRAINT figures_figureimport_chunk_count_check CHECK ((chunk_count >= 0)),
    CONSTRAINT figures_figureimport_correction_count_check CHECK ((correction_count >= 0)),
    CONSTRAINT figures_figureimport_entry_count_check CHECK ((entry_count >= 0)),
    CONSTRAINT figures_figureimport_left_count_check CHECK ((left_count >= 0)),
    CONSTRAINT figures_figureimport_new_count_check CHECK ((new_count >= 0)),
    CONSTRAINT figures_figureimport_newer_count_check CHECK ((newer_count >= 0)),
    CONSTRAINT figures_figureimport_problem_count_check CHECK ((problem_count >= 0)),
    CONSTRAINT figures_figureimport_restored_count_check CHECK ((restored_count >= 0)),
    CONSTRAINT figures_figureimport_reversed_count_check CHECK ((reversed_count >= 0)),
    CONSTRAINT figures_figureimport_taken_back_count_check CHECK ((taken_back_count >= 0)),
    CONSTRAINT figures_figureimport_unchanged_count_check CHECK ((unchanged_count >= 0)),
    CONSTRAINT import_applied_after_confirmed CHECK ((((applied_at IS NULL) AND ((state)::text = ANY ((ARRAY['stored'::character varying, 'reading'::character varying, 'refused'::character varying, 'read'::character varying, 'discarded'::character varying])::text[]))) OR ((applied_at IS NULL) AND (confirmed_at IS NOT NULL) AND ((state)::text = 'confirmed'::text)) OR ((applied_at IS NOT NULL) AND (confirmed_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['applied'::character varying, 'withdrawing'::character varying, 'withdrawn'::character varying])::text[]))))),
    CONSTRAINT import_confirmed_by_and_at_together CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL)))),
    CONSTRAINT import_refused_with_reason CHECK (((((state)::text = 'refused'::text) AND (NOT ((refused_because)::text = ''::text))) OR ((NOT ((state)::text = 'refused'::text)) AND ((refused_because)::text = ''::text)))),
    CONSTRAINT import_withdrawn_by_at_and_why CHECK (((((state)::text = ANY ((ARRAY['withdrawing'::character varying, 'withdrawn'::character varying])::text[])) AND (withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL) AND (NOT ((withdrawn_because)::text = ''::text))) OR ((NOT ((state)::text = ANY ((ARRAY['withdrawing'::character varying, 'withdrawn'::character varying])::text[]))) AND (withdrawn_at IS NULL) AND ((withdrawn_because)::text = ''::text) AND (withdrawn_by_id IS NULL))))
);
ALTER TABLE public.figures_figureimport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_figureimport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_figurereminder (
    id bigint NOT NULL,
    period_kind character varying(20) NOT NULL,
    period_start date NOT NULL,
    stage character varying(12) NOT NULL,
    reminded_at timestamp with time zone NOT NULL,
    kpi_id bigint NOT NULL,
    recipient_id bigint NOT NULL
);
ALTER TABLE public.figures_figurereminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_figurereminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_importchunk (
    id bigint NOT NULL,
    number integer NOT NULL,
    first_position integer NOT NULL,
    entries text NOT NULL,
    attempts smallint NOT NULL,
    claimed_at timestamp with time zone,
    done_at timestamp with time zone,
    figure_import_id bigint NOT NULL,
    CONSTRAINT figures_importchunk_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT figures_importchunk_first_position_check CHECK ((first_position >= 0)),
    CONSTRAINT figures_importchunk_number_check CHECK ((number >= 0))
);
ALTER TABLE public.figures_importchunk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_importchunk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_importedfigure (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    sheet character varying(100) NOT NULL,
    "row" integer NOT NULL,
    cell character varying(12) NOT NULL,
    kpi_id bigint NOT NULL,
    definition_id bigint NOT NULL,
    period_kind character varying(20) NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    period_label character varying(40) NOT NULL,
    value numeric(18,6),
    symbol character varying(4) NOT NULL,
    numerator numeric(18,6),
    denominator numeric(18,6),
    remark character varying(400) NOT NULL,
    is_formula boolean NOT NULL,
    finding character varying(10) DEFAULT 'new'::character varying NOT NULL,
    is_newer boolean DEFAULT false NOT NULL,
    before_id bigint,
    before_state character varying(10) DEFAULT ''::character varying NOT NULL,
    before_value numeric(18,6),
    before_symbol character varying(4) DEFAULT ''::character varying NOT NULL,
    before_numerator numeric(18,6),
    before_denominator numeric(18,6),
    before_remark character varying(400) DEFAULT ''::character varying NOT NULL,
    before_recorded_by_id bigint,
    before_recorded_at timestamp with time zone,
    figure_import_id bigint NOT NULL,
    CONSTRAINT figures_importedfigure_position_check CHECK (("position" >= 0)),
    CONSTRAINT figures_importedfigure_row_check CHECK (("row" >= 0))
);
ALTER TABLE public.figures_importedfigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_importedfigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_importproblem (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    sheet character varying(100) NOT NULL,
    "row" integer NOT NULL,
    cell character varying(12) NOT NULL,
    text character varying(200) NOT NULL,
    message character varying(400) NOT NULL,
    figure_import_id bigint NOT NULL,
    CONSTRAINT figures_importproblem_position_check CHECK (("position" >= 0)),
    CONSTRAINT figures_importproblem_row_check CHECK (("row" >= 0))
);
ALTER TABLE public.figures_importproblem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_importproblem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_kpi (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    retired_on date,
    workstream_id bigint NOT NULL,
    CONSTRAINT figures_kpi_position_check CHECK (("position" >= 0)),
    CONSTRAINT kpi_code_is_letters_digits CHECK (((code)::text ~ '^[A-Z]{1,6}[0-9]{1,4}$'::text))
);
ALTER TABLE public.figures_kpi ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_kpi_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_kpidefinition (
    id bigint NOT NULL,
    version smallint NOT NULL,
    reason character varying(400) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    counts_from timestamp with time zone NOT NULL,
    name character varying(200) NOT NULL,
    meaning text NOT NULL,
    why_it_matters text NOT NULL,
    nature character varying(20) NOT NULL,
    numerator character varying(200) NOT NULL,
    denominator character varying(200) NOT NULL,
    unit character varying(20) NOT NULL,
    decimals smallint NOT NULL,
    polarity character varying(10) NOT NULL,
    range_low numeric(18,6),
    range_high numeric(18,6),
    frequency character varying(20) NOT NULL,
    is_share boolean NOT NULL,
    accumulation character varying(12) NOT NULL,
    collected_from date,
    due_days smallint NOT NULL,
    source character varying(200) NOT NULL,
    collection_note text NOT NULL,
    tolerance numeric(12,4) NOT NULL,
    tolerance_is_per_cent boolean NOT NULL,
    trajectory_is_stepped boolean NOT NULL,
    data_quality character varying(15) NOT NULL,
    data_quality_reason character varying(300) NOT NULL,
    counter_measures character varying(20)[] NOT NULL,
    shown_to_board boolean NOT NULL,
    is_public boolean NOT NULL,
    checked_on date,
    next_review_on date,
    owner character varying(120) NOT NULL,
    checked_by_id bigint,
    kpi_id bigint NOT NULL,
    set_by_id bigint NOT NULL,
    spc_baseline_points smallint,
    spc_conflict character varying(12) NOT NULL,
    spc_screens boolean NOT NULL,
    spc_shift smallint NOT NULL,
    spc_trend smallint NOT NULL,
    CONSTRAINT definition_change_has_reason CHECK (((((reason)::text = ''::text) AND (version = 1)) OR ((version > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT definition_checked_by_and_on_together CHECK ((((checked_by_id IS NULL) AND (checked_on IS NULL)) OR ((checked_by_id IS NOT NULL) AND (checked_on IS NOT NULL)))),
    CONSTRAINT definition_decimals_at_most_six CHECK ((decimals <= 6)),
    CONSTRAINT definition_demand_has_no_good_direction CHECK (((NOT ((nature)::text = 'demand'::text)) OR ((polarity)::text = 'none'::text))),
    CONSTRAINT definition_guarded_before_the_board_sees_it CHECK (((NOT ((nature)::text = ANY ((ARRAY['demand'::character varying, 'provision_mix'::character varying, 'cost'::character varying])::text[]))) OR (NOT shown_to_board) OR (
CASE
    WHEN (counter_measures IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(counter_measures, 1), 0)
END > 0))),
    CONSTRAINT definition_limits_from_twelve_points CHECK (((spc_baseline_points IS NULL) OR (spc_baseline_points >= 12))),
    CONSTRAINT definition_range_has_both_bounds CHECK (((((polarity)::text = 'range'::text) AND (range_high IS NOT NULL) AND (range_low IS NOT NULL) AND (range_low < range_high)) OR ((NOT ((polarity)::text = 'range'::text)) AND (range_high IS NULL) AND (range_low IS NULL)))),
    CONSTRAINT definition_runs_of_six_to_eight CHECK ((((spc_shift >= 6) AND (spc_shift <= 8)) AND ((spc_trend >= 6) AND (spc_trend <= 8)))),
    CONSTRAINT definition_tolerance_not_negative CHECK ((tolerance >= (0)::numeric)),
    CONSTRAINT figures_kpidefinition_decimals_check CHECK ((decimals >= 0)),
    CONSTRAINT figures_kpidefinition_due_days_check CHECK ((due_days >= 0)),
    CONSTRAINT figures_kpidefinition_spc_baseline_points_check CHECK ((spc_baseline_points >= 0)),
    CONSTRAINT figures_kpidefinition_spc_shift_check CHECK ((spc_shift >= 0)),
    CONSTRAINT figures_kpidefinition_spc_trend_check CHECK ((spc_trend >= 0)),
    CONSTRAINT figures_kpidefinition_version_check CHECK ((version >= 0))
);
ALTER TABLE public.figures_kpidefinition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_kpidefinition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_kpiexception (
    id bigint NOT NULL,
    cause text NOT NULL,
    action text NOT NULL,
    owner character varying(120) NOT NULL,
    due_on date NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    outcome text NOT NULL,
    closed_by_id bigint,
    figure_id bigint NOT NULL,
    raised_by_id bigint NOT NULL,
    reminds_id bigint,
    CONSTRAINT exception_closed_by_and_at_together CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL)) OR ((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL)))),
    CONSTRAINT exception_closed_with_outcome CHECK (((closed_at IS NULL) OR (NOT (outcome = ''::text))))
);
ALTER TABLE public.figures_kpiexception ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_kpiexception_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_recomputerun (
    id bigint NOT NULL,
    subject character varying(10) NOT NULL,
    why character varying(200) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    item_count integer NOT NULL,
    chunk_count integer NOT NULL,
    requested_by_id bigint,
    CONSTRAINT figures_recomputerun_chunk_count_check CHECK ((chunk_count >= 0)),
    CONSTRAINT figures_recomputerun_item_count_check CHECK ((item_count >= 0))
);
ALTER TABLE public.figures_recomputerun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_recomputerun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_runchunk (
    id bigint NOT NULL,
    number integer NOT NULL,
    item_ids bigint[] NOT NULL,
    attempts smallint NOT NULL,
    claimed_at timestamp with time zone,
    done_at timestamp with time zone,
    run_id bigint NOT NULL,
    CONSTRAINT figures_runchunk_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT figures_runchunk_number_check CHECK ((number >= 0)),
    CONSTRAINT run_chunk_claimed_before_done CHECK (((done_at IS NULL) OR (claimed_at IS NOT NULL)))
);
ALTER TABLE public.figures_runchunk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_runchunk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_runfailure (
    id bigint NOT NULL,
    item_id bigint NOT NULL,
    item_name character varying(120) NOT NULL,
    reason character varying(400) NOT NULL,
    run_id bigint NOT NULL
);
ALTER TABLE public.figures_runfailure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_runfailure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_schoolterm (
    id bigint NOT NULL,
    name character varying(10) NOT NULL,
    academic_year_start smallint NOT NULL,
    start_on date NOT NULL,
    end_on date NOT NULL,
    CONSTRAINT figures_schoolterm_academic_year_start_check CHECK ((academic_year_start >= 0)),
    CONSTRAINT school_term_not_empty CHECK ((start_on < end_on))
);
ALTER TABLE public.figures_schoolterm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_schoolterm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_status (
    kpi_id bigint NOT NULL,
    rating character varying(10) NOT NULL,
    reason character varying(300) NOT NULL,
    figure_id bigint,
    actual numeric(18,6),
    expected numeric(24,6),
    progress numeric(24,6),
    progress_words character varying(200) NOT NULL,
    direction character varying(20) NOT NULL,
    next_due_on date,
    next_period character varying(40) NOT NULL,
    computed_at timestamp with time zone NOT NULL,
    assurance character varying(20) DEFAULT ''::character varying NOT NULL,
    variation character varying(20) DEFAULT ''::character varying NOT NULL
);
CREATE TABLE public.figures_target (
    id bigint NOT NULL,
    version smallint NOT NULL,
    reason character varying(400) NOT NULL,
    note character varying(200) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    counts_from timestamp with time zone NOT NULL,
    kpi_id bigint NOT NULL,
    set_by_id bigint NOT NULL,
    CONSTRAINT figures_target_version_check CHECK ((version >= 0)),
    CONSTRAINT target_change_has_reason CHECK (((((reason)::text = ''::text) AND (version = 1)) OR ((version > 1) AND (NOT ((reason)::text = ''::text)))))
);
ALTER TABLE public.figures_target ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_targetpoint (
    id bigint NOT NULL,
    "on" date NOT NULL,
    value numeric(18,6) NOT NULL,
    target_id bigint NOT NULL
);
ALTER TABLE public.figures_targetpoint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.figures_targetpoint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.figures_workstreamstatus (
    workstream_id bigint NOT NULL,
    on_track smallint NOT NULL,
    at_risk smallint NOT NULL,
    off_track smallint NOT NULL,
    not_rated smallint NOT NULL,
    rating character varying(10) NOT NULL,
    computed_at timestamp with time zone NOT NULL,
    CONSTRAINT figures_workstreamstatus_at_risk_check CHECK ((at_risk >= 0)),
    CONSTRAINT figures_workstreamstatus_not_rated_check CHECK ((not_rated >= 0)),
    CONSTRAINT figures_workstreamstatus_off_track_check CHECK ((off_track >= 0)),
    CONSTRAINT figures_workstreamstatus_on_track_check CHECK ((on_track >= 0))
);
CREATE TABLE public.local_offer_alternativeformat (
    id bigint NOT NULL,
    sort_order integer,
    kind character varying(12) NOT NULL,
    language character varying(10) NOT NULL,
    title character varying(200) NOT NULL,
    address character varying(200) NOT NULL,
    made_from date NOT NULL,
    document_id integer,
    page_id integer NOT NULL,
    CONSTRAINT alternative_format_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['easyread'::character varying, 'translation'::character varying, 'bsl'::character varying, 'audio'::character varying, 'print'::character varying])::text[]))),
    CONSTRAINT alternative_format_translation_names_language CHECK (((((kind)::text = 'translation'::text) AND (NOT ((language)::text = ''::text))) OR (NOT ((kind)::text = 'translation'::text))))
);
ALTER TABLE public.local_offer_alternativeformat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_alternativeformat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_catalogueentry (
    page_id integer NOT NULL,
    kind character varying(10) NOT NULL,
    title character varying(255) NOT NULL,
    summary character varying(300) NOT NULL,
    provider character varying(200) NOT NULL,
    category character varying(20) NOT NULL,
    area character varying(10) NOT NULL,
    age_from smallint NOT NULL,
    age_to smallint NOT NULL,
    needs character varying(4)[] NOT NULL,
    next_check_on date,
    vector tsvector NOT NULL,
    access character varying(14)[] NOT NULL,
    completeness smallint,
    cost_kind character varying(5) NOT NULL,
    days character varying(3)[] NOT NULL,
    has_easyread boolean NOT NULL,
    headings character varying(40)[] NOT NULL,
    last_checked_on date,
    latitude double precision,
    longitude double precision,
    owner_partner_id bigint,
    reading_grade numeric(4,1),
    CONSTRAINT local_offer_catalogueentry_age_from_check CHECK ((age_from >= 0)),
    CONSTRAINT local_offer_catalogueentry_age_to_check CHECK ((age_to >= 0)),
    CONSTRAINT local_offer_catalogueentry_completeness_check CHECK ((completeness >= 0))
);
CREATE TABLE public.local_offer_check (
    id bigint NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    by_link boolean NOT NULL,
    checked_by_id bigint,
    page_id integer NOT NULL,
    CONSTRAINT check_names_who_or_link CHECK ((by_link OR (checked_by_id IS NOT NULL)))
);
ALTER TABLE public.local_offer_check ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_check_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_checkreminder (
    id bigint NOT NULL,
    stage character varying(10) NOT NULL,
    for_check_on date NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.local_offer_checkreminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_checkreminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_featuredpage (
    id bigint NOT NULL,
    sort_order integer,
    page_id integer NOT NULL,
    home_id integer NOT NULL
);
ALTER TABLE public.local_offer_featuredpage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_featuredpage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_gap (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    subject character varying(200) NOT NULL,
    need character varying(4) NOT NULL,
    age_band character varying(20) NOT NULL,
    times integer NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_on date,
    plan text NOT NULL,
    closed_at timestamp with time zone,
    closed_because character varying(300) NOT NULL,
    closed_by_id bigint,
    owner_id bigint,
    area character varying(10) NOT NULL,
    opened_by_id bigint,
    proposal_title character varying(200) NOT NULL,
    proposal_url character varying(500) NOT NULL,
    CONSTRAINT gap_closed_by_and_at_together CHECK ((((closed_at IS NULL) AND (closed_by_id IS NULL)) OR ((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL)))),
    CONSTRAINT gap_closed_says_why CHECK (((closed_at IS NULL) OR (NOT ((closed_because)::text = ''::text)))),
    CONSTRAINT gap_owner_has_a_day CHECK ((((due_on IS NULL) AND (owner_id IS NULL)) OR ((due_on IS NOT NULL) AND (owner_id IS NOT NULL)))),
    CONSTRAINT gap_proposal_has_title_and_address CHECK (((((proposal_title)::text = ''::text) AND ((proposal_url)::text = ''::text)) OR ((NOT ((proposal_title)::text = ''::text)) AND ((proposal_url)::text ~ '^/[^/\\]'::text)))),
    CONSTRAINT local_offer_gap_times_check CHECK ((times >= 0))
);
ALTER TABLE public.local_offer_gap ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_gap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_guidancepage (
    page_ptr_id integer NOT NULL,
    summary character varying(300) NOT NULL,
    age_from smallint NOT NULL,
    age_to smallint NOT NULL,
    needs character varying(4)[] NOT NULL,
    last_checked_on date,
    checked_by character varying(120) NOT NULL,
    next_check_on date,
    audience character varying(200) NOT NULL,
    body jsonb NOT NULL,
    who_decides text NOT NULL,
    if_you_disagree text NOT NULL,
    owner_partner_id bigint,
    headings character varying(40)[] NOT NULL,
    CONSTRAINT guidancepage_ages_in_order CHECK (((age_from <= age_to) AND (age_to <= 25))),
    CONSTRAINT guidancepage_needs_are_known CHECK ((needs <@ ARRAY['ASD'::character varying(4), 'SLCN'::character varying(4), 'SEMH'::character varying(4), 'MLD'::character varying(4), 'SLD'::character varying(4), 'PMLD'::character varying(4), 'SPLD'::character varying(4), 'HI'::character varying(4), 'VI'::character varying(4), 'MSI'::character varying(4), 'PD'::character varying(4), 'OTH'::character varying(4)])),
    CONSTRAINT guidancepage_next_check_after_last CHECK (((next_check_on IS NULL) OR ((last_checked_on IS NOT NULL) AND (next_check_on > last_checked_on)))),
    CONSTRAINT local_offer_guidancepage_age_from_check CHECK ((age_from >= 0)),
    CONSTRAINT local_offer_guidancepage_age_to_check CHECK ((age_to >= 0))
);
CREATE TABLE public.local_offer_heading (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    "group" character varying(80) NOT NULL,
    title character varying(200) NOT NULL,
    source character varying(200) NOT NULL,
    duty character varying(6) NOT NULL,
    "position" smallint NOT NULL,
    heading_list_id bigint NOT NULL,
    CONSTRAINT heading_duty_is_known CHECK (((duty)::text = ANY ((ARRAY['must'::character varying, 'should'::character varying])::text[]))),
    CONSTRAINT local_offer_heading_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.local_offer_heading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_heading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_headinglist (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    as_of date NOT NULL,
    sources text NOT NULL,
    checked_at timestamp with time zone,
    checked_by_id bigint,
    CONSTRAINT heading_list_checked_by_and_at_together CHECK ((((checked_at IS NULL) AND (checked_by_id IS NULL)) OR ((checked_at IS NOT NULL) AND (checked_by_id IS NOT NULL))))
);
ALTER TABLE public.local_offer_headinglist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_headinglist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_importedfile (
    id bigint NOT NULL,
    name character varying(300) NOT NULL,
    content bytea NOT NULL,
    listing_import_id bigint NOT NULL
);
ALTER TABLE public.local_offer_importedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_importedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_importedrow (
    id bigint NOT NULL,
    number integer NOT NULL,
    source_id character varying(100) NOT NULL,
    fields jsonb NOT NULL,
    problems jsonb NOT NULL,
    quality smallint NOT NULL,
    outcome character varying(10) NOT NULL,
    may_be_id integer,
    page_id integer,
    listing_import_id bigint NOT NULL,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    decision character varying(5) NOT NULL,
    done character varying(9) NOT NULL,
    lacking jsonb NOT NULL,
    CONSTRAINT imported_row_decided_by_and_at CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL) AND ((decision)::text = ''::text)) OR ((NOT ((decision)::text = ''::text)) AND (decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT imported_row_quality_is_a_score CHECK ((quality <= 100)),
    CONSTRAINT local_offer_importedrow_number_check CHECK ((number >= 0)),
    CONSTRAINT local_offer_importedrow_quality_check CHECK ((quality >= 0))
);
ALTER TABLE public.local_offer_importedrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_importedrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_listingimport (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    source character varying(300) NOT NULL,
    read_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone,
    applied_by_id bigint,
    read_by_id bigint NOT NULL,
    checked_on date,
    confirmed_at timestamp with time zone,
    confirmed_by_id bigint,
    looked_through_at timestamp with time zone,
    publishes boolean,
    refused character varying(300) NOT NULL,
    remarks jsonb NOT NULL,
    section_id integer,
    CONSTRAINT listing_import_applied_after_confirmed CHECK (((applied_at IS NULL) OR (confirmed_at IS NOT NULL))),
    CONSTRAINT listing_import_applied_by_and_at_together CHECK ((((applied_at IS NULL) AND (applied_by_id IS NULL)) OR ((applied_at IS NOT NULL) AND (applied_by_id IS NOT NULL)))),
    CONSTRAINT listing_import_confirmed_by_and_at_together CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL) AND (publishes IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL) AND (publishes IS NOT NULL))))
);
ALTER TABLE public.local_offer_listingimport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_listingimport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_listingsource (
    id bigint NOT NULL,
    source character varying(300) NOT NULL,
    source_id character varying(100) NOT NULL,
    fields jsonb NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.local_offer_listingsource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_listingsource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_localofferhome (
    page_ptr_id integer NOT NULL,
    introduction character varying(300) NOT NULL,
    local_areas character varying(200) NOT NULL,
    disagree_page_id integer
);
CREATE TABLE public.local_offer_offermeasurekpi (
    id bigint NOT NULL,
    measure character varying(20) NOT NULL,
    switched_on_at timestamp with time zone NOT NULL,
    switched_off_at timestamp with time zone,
    kpi_id bigint NOT NULL,
    switched_off_by_id bigint,
    switched_on_by_id bigint NOT NULL,
    CONSTRAINT offer_measure_is_known CHECK (((measure)::text = ANY ((ARRAY['coverage_must'::character varying, 'coverage_should'::character varying, 'in_date'::character varying, 'completeness'::character varying, 'reading_grade'::character varying, 'easyread'::character varying, 'zero_results'::character varying])::text[]))),
    CONSTRAINT offer_measure_switched_off_by_and_at_together CHECK ((((switched_off_at IS NULL) AND (switched_off_by_id IS NULL)) OR ((switched_off_at IS NOT NULL) AND (switched_off_by_id IS NOT NULL))))
);
ALTER TABLE public.local_offer_offermeasurekpi ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_offermeasurekpi_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_outofareapage (
    page_ptr_id integer NOT NULL,
    summary character varying(300) NOT NULL,
    age_from smallint NOT NULL,
    age_to smallint NOT NULL,
    needs character varying(4)[] NOT NULL,
    last_checked_on date,
    checked_by character varying(120) NOT NULL,
    next_check_on date,
    audience character varying(200) NOT NULL,
    body jsonb NOT NULL,
    who_decides text NOT NULL,
    if_you_disagree text NOT NULL,
    what_local_offers text NOT NULL,
    owner_partner_id bigint,
    headings character varying(40)[] NOT NULL,
    CONSTRAINT local_offer_outofareapage_age_from_check CHECK ((age_from >= 0)),
    CONSTRAINT local_offer_outofareapage_age_to_check CHECK ((age_to >= 0)),
    CONSTRAINT outofareapage_ages_in_order CHECK (((age_from <= age_to) AND (age_to <= 25))),
    CONSTRAINT outofareapage_needs_are_known CHECK ((needs <@ ARRAY['ASD'::character varying(4), 'SLCN'::character varying(4), 'SEMH'::character varying(4), 'MLD'::character varying(4), 'SLD'::character varying(4), 'PMLD'::character varying(4), 'SPLD'::character varying(4), 'HI'::character varying(4), 'VI'::character varying(4), 'MSI'::character varying(4), 'PD'::character varying(4), 'OTH'::character varying(4)])),
    CONSTRAINT outofareapage_next_check_after_last CHECK (((next_check_on IS NULL) OR ((last_checked_on IS NOT NULL) AND (next_check_on > last_checked_on))))
);
CREATE TABLE public.local_offer_postcode (
    code character varying(8) NOT NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL
);
CREATE TABLE public.local_offer_provider (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    website character varying(200) NOT NULL,
    check_email character varying(254) NOT NULL,
    reference uuid DEFAULT gen_random_uuid() NOT NULL,
    described_at timestamp with time zone
);
ALTER TABLE public.local_offer_provider ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_provider_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_provideranswer (
    id bigint NOT NULL,
    sort_order integer,
    question character varying(10) NOT NULL,
    answer text NOT NULL,
    service_id integer NOT NULL
);
ALTER TABLE public.local_offer_provideranswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_provideranswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_providermember (
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.local_offer_providermember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_providermember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_searchterm (
    id bigint NOT NULL,
    day date NOT NULL,
    term character varying(80) NOT NULL,
    searches integer NOT NULL,
    found_nothing integer NOT NULL,
    CONSTRAINT local_offer_searchterm_found_nothing_check CHECK ((found_nothing >= 0)),
    CONSTRAINT local_offer_searchterm_searches_check CHECK ((searches >= 0)),
    CONSTRAINT search_term_counts_fit CHECK ((found_nothing <= searches))
);
ALTER TABLE public.local_offer_searchterm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_searchterm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_secondpairofeyes (
    task_ptr_id integer NOT NULL
);
CREATE TABLE public.local_offer_sectionpage (
    page_ptr_id integer NOT NULL,
    introduction character varying(300) NOT NULL
);
CREATE TABLE public.local_offer_servicepage (
    page_ptr_id integer NOT NULL,
    summary character varying(300) NOT NULL,
    age_from smallint NOT NULL,
    age_to smallint NOT NULL,
    needs character varying(4)[] NOT NULL,
    last_checked_on date,
    checked_by character varying(120) NOT NULL,
    next_check_on date,
    description text NOT NULL,
    category character varying(20) NOT NULL,
    area character varying(10) NOT NULL,
    where_and_when text NOT NULL,
    postcode character varying(8) NOT NULL,
    eligibility text NOT NULL,
    how_to_get_it text NOT NULL,
    who_decides text NOT NULL,
    waiting_time character varying(200) NOT NULL,
    waiting_time_on date,
    cost character varying(200) NOT NULL,
    accessibility text NOT NULL,
    languages character varying(200) NOT NULL,
    places character varying(200) NOT NULL,
    places_on date,
    quality character varying(300) NOT NULL,
    quality_on date,
    contact_name character varying(120) NOT NULL,
    phone character varying(40) NOT NULL,
    email character varying(254) NOT NULL,
    website character varying(200) NOT NULL,
    provider_id bigint,
    access character varying(14)[] NOT NULL,
    cost_kind character varying(5) NOT NULL,
    days character varying(3)[] NOT NULL,
    headings character varying(40)[] NOT NULL,
    outcomes character varying(300) NOT NULL,
    outcomes_on date,
    owner_partner_id bigint,
    reference uuid DEFAULT gen_random_uuid() NOT NULL,
    CONSTRAINT local_offer_servicepage_age_from_check CHECK ((age_from >= 0)),
    CONSTRAINT local_offer_servicepage_age_to_check CHECK ((age_to >= 0)),
    CONSTRAINT servicepage_access_is_known CHECK ((access <@ ARRAY['step_free'::character varying(14), 'toilet'::character varying(14), 'changing_place'::character varying(14), 'parking'::character varying(14), 'quiet'::character varying(14), 'hearing_loop'::character varying(14), 'signing'::character varying(14), 'home_visits'::character varying(14), 'online'::character varying(14)])),
    CONSTRAINT servicepage_ages_in_order CHECK (((age_from <= age_to) AND (age_to <= 25))),
    CONSTRAINT servicepage_area_is_known CHECK (((area)::text = ANY ((ARRAY['local'::character varying, 'outside'::character varying])::text[]))),
    CONSTRAINT servicepage_category_is_known CHECK (((category)::text = ANY ((ARRAY[''::character varying, 'school_place'::character varying, 'school_support'::character varying, 'early_years'::character varying, 'health'::character varying, 'short_breaks'::character varying, 'activities'::character varying, 'travel'::character varying, 'advice'::character varying, 'adulthood'::character varying])::text[]))),
    CONSTRAINT servicepage_cost_kind_is_known CHECK (((cost_kind)::text = ANY ((ARRAY[''::character varying, 'free'::character varying, 'paid'::character varying, 'mixed'::character varying])::text[]))),
    CONSTRAINT servicepage_days_are_known CHECK ((days <@ ARRAY['mon'::character varying(3), 'tue'::character varying(3), 'wed'::character varying(3), 'thu'::character varying(3), 'fri'::character varying(3), 'sat'::character varying(3), 'sun'::character varying(3)])),
    CONSTRAINT servicepage_needs_are_known CHECK ((needs <@ ARRAY['ASD'::character varying(4), 'SLCN'::character varying(4), 'SEMH'::character varying(4), 'MLD'::character varying(4), 'SLD'::character varying(4), 'PMLD'::character varying(4), 'SPLD'::character varying(4), 'HI'::character varying(4), 'VI'::character varying(4), 'MSI'::character varying(4), 'PD'::character varying(4), 'OTH'::character varying(4)])),
    CONSTRAINT servicepage_next_check_after_last CHECK (((next_check_on IS NULL) OR ((last_checked_on IS NOT NULL) AND (next_check_on > last_checked_on)))),
    CONSTRAINT servicepage_outcomes_with_their_date CHECK (((((outcomes)::text = ''::text) AND (outcomes_on IS NULL)) OR ((NOT ((outcomes)::text = ''::text)) AND (outcomes_on IS NOT NULL)))),
    CONSTRAINT servicepage_places_with_their_date CHECK (((((places)::text = ''::text) AND (places_on IS NULL)) OR ((NOT ((places)::text = ''::text)) AND (places_on IS NOT NULL)))),
    CONSTRAINT servicepage_quality_with_its_date CHECK (((((quality)::text = ''::text) AND (quality_on IS NULL)) OR ((NOT ((quality)::text = ''::text)) AND (quality_on IS NOT NULL)))),
    CONSTRAINT servicepage_wait_with_its_date CHECK (((((waiting_time)::text = ''::text) AND (waiting_time_on IS NULL)) OR ((NOT ((waiting_time)::text = ''::text)) AND (waiting_time_on IS NOT NULL))))
);
CREATE TABLE public.local_offer_suggestion (
    id bigint NOT NULL,
    changes jsonb NOT NULL,
    note character varying(500) NOT NULL,
    suggested_at timestamp with time zone NOT NULL,
    is_accepted boolean,
    decided_at timestamp with time zone,
    why character varying(300) NOT NULL,
    decided_by_id bigint,
    page_id integer NOT NULL,
    suggested_by_id bigint,
    CONSTRAINT suggestion_decided_by_and_at_together CHECK ((((decided_at IS NULL) AND (decided_by_id IS NULL) AND (is_accepted IS NULL)) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND (is_accepted IS NOT NULL)))),
    CONSTRAINT suggestion_declined_says_why CHECK (((NOT ((NOT is_accepted) AND (is_accepted IS NOT NULL))) OR (NOT ((why)::text = ''::text))))
);
ALTER TABLE public.local_offer_suggestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_suggestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_synonymgroup (
    id bigint NOT NULL,
    words character varying(60)[] NOT NULL,
    CONSTRAINT synonym_group_has_two_words CHECK ((
CASE
    WHEN (words IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(words, 1), 0)
END >= 2))
);
ALTER TABLE public.local_offer_synonymgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_synonymgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.local_offer_wordingapproval (
    id bigint NOT NULL,
    fingerprint character varying(64) NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    approved_by_id bigint NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.local_offer_wordingapproval ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.local_offer_wordingapproval_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.modelsearch_indexentry (
    id integer NOT NULL,
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);
ALTER TABLE public.modelsearch_indexentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.modelsearch_indexentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_amount (
    id bigint NOT NULL,
    line character varying(24) NOT NULL,
    category character varying(60) NOT NULL,
    sector character varying(20) NOT NULL,
    label character varying(120) NOT NULL,
    amount_gbp numeric(14,2) NOT NULL,
    actual_to_date_gbp numeric(14,2),
    commitments_gbp numeric(14,2),
    volume numeric(12,3),
    volume_words character varying(200) NOT NULL,
    note character varying(300) NOT NULL,
    statement_id bigint NOT NULL,
    CONSTRAINT amount_category_is_known CHECK (((category)::text = ANY ((ARRAY[''::character varying, 'Mainstream schools or academies'::character varying, 'Resourced provision or SEN Units'::character varying, 'Maintained special schools or special academies'::character varying, 'Non-maintained special schools or independent'::character varying, 'Hospital schools or alternative provision'::character varying, 'Post 16 and further education'::character varying, 'Other placements or direct payments'::character varying])::text[]))),
    CONSTRAINT amount_in_bounds CHECK ((((amount_gbp IS NULL) OR ((amount_gbp >= ('-100000000000'::bigint)::numeric) AND (amount_gbp <= ('100000000000'::bigint)::numeric))) AND ((actual_to_date_gbp IS NULL) OR ((actual_to_date_gbp >= ('-100000000000'::bigint)::numeric) AND (actual_to_date_gbp <= ('100000000000'::bigint)::numeric))) AND ((commitments_gbp IS NULL) OR ((commitments_gbp >= ('-100000000000'::bigint)::numeric) AND (commitments_gbp <= ('100000000000'::bigint)::numeric))))),
    CONSTRAINT amount_income_has_no_placement CHECK (((((category)::text = ''::text) AND ((sector)::text = ''::text)) OR (NOT ((line)::text = ANY ((ARRAY['income'::character varying, 'block_movements'::character varying])::text[]))))),
    CONSTRAINT amount_line_is_known CHECK (((line)::text = ANY ((ARRAY['placements'::character varying, 'top_ups'::character varying, 'place_funding'::character varying, 'sen_support'::character varying, 'therapies'::character varying, 'alternative_provision'::character varying, 'other'::character varying, 'income'::character varying, 'block_movements'::character varying])::text[]))),
    CONSTRAINT amount_sector_is_known CHECK (((sector)::text = ANY ((ARRAY[''::character varying, 'maintained'::character varying, 'academy'::character varying, 'non_maintained'::character varying, 'independent'::character varying, 'further_education'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT amount_volume_says_what_is_counted CHECK ((((volume IS NULL) AND ((volume_words)::text = ''::text)) OR ((volume >= (0)::numeric) AND (volume IS NOT NULL) AND (NOT ((volume_words)::text = ''::text)))))
);
ALTER TABLE public.position_amount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_amount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_balance (
    id bigint NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(400) NOT NULL,
    known_from timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason character varying(400) NOT NULL,
    financial_year smallint NOT NULL,
    fund character varying(12) NOT NULL,
    basis character varying(12) NOT NULL,
    opening_gbp numeric(14,2),
    in_year_gbp numeric(14,2),
    closing_gbp numeric(14,2),
    dsg_gbp numeric(14,2),
    in_year_share numeric(6,2),
    closing_share numeric(6,2),
    share_of character varying(80) NOT NULL,
    area_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    supersedes_id bigint,
    CONSTRAINT balance_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT balance_correction_has_reason CHECK (((((reason)::text = ''::text) AND (supersedes_id IS NULL)) OR ((supersedes_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT balance_fund_is_known CHECK (((fund)::text = ANY ((ARRAY['high_needs'::character varying, 'dsg'::character varying])::text[]))),
    CONSTRAINT balance_grant_is_positive CHECK (((dsg_gbp IS NULL) OR (dsg_gbp > (0)::numeric))),
    CONSTRAINT balance_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT balance_in_bounds CHECK ((((opening_gbp IS NULL) OR ((opening_gbp >= ('-100000000000'::bigint)::numeric) AND (opening_gbp <= ('100000000000'::bigint)::numeric))) AND ((in_year_gbp IS NULL) OR ((in_year_gbp >= ('-100000000000'::bigint)::numeric) AND (in_year_gbp <= ('100000000000'::bigint)::numeric))) AND ((closing_gbp IS NULL) OR ((closing_gbp >= ('-100000000000'::bigint)::numeric) AND (closing_gbp <= ('100000000000'::bigint)::numeric))))),
    CONSTRAINT balance_known_when_recorded CHECK ((known_from <= recorded_at)),
    CONSTRAINT balance_never_corrects_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))),
    CONSTRAINT balance_opening_and_in_year_make_closing CHECK (((opening_gbp IS NULL) OR (in_year_gbp IS NULL) OR ((closing_gbp = (opening_gbp + in_year_gbp)) AND (closing_gbp IS NOT NULL)))),
    CONSTRAINT balance_says_something CHECK (((closing_gbp IS NOT NULL) OR (in_year_gbp IS NOT NULL) OR (closing_share IS NOT NULL) OR (in_year_share IS NOT NULL))),
    CONSTRAINT balance_share_says_of_what CHECK ((((closing_share IS NULL) AND (in_year_share IS NULL)) OR (NOT ((share_of)::text = ''::text)))),
    CONSTRAINT balance_shares_in_bounds CHECK ((((in_year_share IS NULL) OR ((in_year_share >= ('-100'::integer)::numeric) AND (in_year_share <= (100)::numeric))) AND ((closing_share IS NULL) OR ((closing_share >= ('-100'::integer)::numeric) AND (closing_share <= (100)::numeric))))),
    CONSTRAINT balance_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT position_balance_financial_year_check CHECK ((financial_year >= 0))
);
ALTER TABLE public.position_balance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_balance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_blocktransfer (
    id bigint NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(400) NOT NULL,
    known_from timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason character varying(400) NOT NULL,
    financial_year smallint NOT NULL,
    name character varying(200) NOT NULL,
    amount_gbp numeric(14,2) NOT NULL,
    schools_block_gbp numeric(14,2) NOT NULL,
    who_bears text NOT NULL,
    decision character varying(10) NOT NULL,
    decided_on date,
    recorded_by_id bigint NOT NULL,
    supersedes_id bigint,
    CONSTRAINT blocktransfer_correction_has_reason CHECK (((((reason)::text = ''::text) AND (supersedes_id IS NULL)) OR ((supersedes_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT blocktransfer_decision_has_its_date CHECK ((((decided_on IS NOT NULL) AND ((decision)::text = ANY ((ARRAY['agreed'::character varying, 'refused'::character varying])::text[]))) OR (((decision)::text = ANY ((ARRAY['not_asked'::character varying, 'asked'::character varying])::text[])) AND (decided_on IS NULL)))),
    CONSTRAINT blocktransfer_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT blocktransfer_is_part_of_the_schools_block CHECK (((amount_gbp > (0)::numeric) AND (amount_gbp <= schools_block_gbp) AND (schools_block_gbp <= ('100000000000'::bigint)::numeric))),
    CONSTRAINT blocktransfer_known_when_recorded CHECK ((known_from <= recorded_at)),
    CONSTRAINT blocktransfer_never_corrects_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))),
    CONSTRAINT blocktransfer_says_who_bears_the_cost CHECK ((NOT (who_bears = ''::text))),
    CONSTRAINT blocktransfer_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT position_blocktransfer_financial_year_check CHECK ((financial_year >= 0))
);
ALTER TABLE public.position_blocktransfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_blocktransfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_explaineddifference (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    words character varying(300) NOT NULL,
    amount_gbp numeric(14,2) NOT NULL,
    reconciliation_id bigint NOT NULL,
    CONSTRAINT explained_difference_in_bounds CHECK ((((amount_gbp IS NULL) OR ((amount_gbp >= ('-100000000000'::bigint)::numeric) AND (amount_gbp <= ('100000000000'::bigint)::numeric))) AND (NOT (amount_gbp = (0)::numeric)))),
    CONSTRAINT explained_difference_is_explained CHECK ((NOT ((words)::text = ''::text))),
    CONSTRAINT position_explaineddifference_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.position_explaineddifference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_explaineddifference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_fundingscope (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    words text NOT NULL,
    academy_places character varying(10) NOT NULL,
    colleges character varying(10) NOT NULL,
    independent_mainstream character varying(10) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT funding_scope_inclusions_are_known CHECK ((((academy_places)::text = ANY ((ARRAY['included'::character varying, 'left_out'::character varying, 'not_stated'::character varying])::text[])) AND ((colleges)::text = ANY ((ARRAY['included'::character varying, 'left_out'::character varying, 'not_stated'::character varying])::text[])) AND ((independent_mainstream)::text = ANY ((ARRAY['included'::character varying, 'left_out'::character varying, 'not_stated'::character varying])::text[])))),
    CONSTRAINT funding_scope_says_what_is_in_it CHECK ((NOT (words = ''::text)))
);
ALTER TABLE public.position_fundingscope ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_fundingscope_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_jointfunding (
    id bigint NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(400) NOT NULL,
    known_from timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason character varying(400) NOT NULL,
    financial_year smallint NOT NULL,
    as_on date NOT NULL,
    education_gbp numeric(14,2) NOT NULL,
    health_gbp numeric(14,2) NOT NULL,
    social_care_gbp numeric(14,2) NOT NULL,
    without_split integer NOT NULL,
    open_disputes integer NOT NULL,
    oldest_dispute_on date,
    owner_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    supersedes_id bigint,
    CONSTRAINT jointfunding_correction_has_reason CHECK (((((reason)::text = ''::text) AND (supersedes_id IS NULL)) OR ((supersedes_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT jointfunding_dispute_has_its_beginning CHECK ((((oldest_dispute_on IS NULL) AND (open_disputes = 0)) OR ((oldest_dispute_on IS NOT NULL) AND (oldest_dispute_on <= as_on) AND (open_disputes > 0)))),
    CONSTRAINT jointfunding_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT jointfunding_in_bounds CHECK (((education_gbp >= (0)::numeric) AND (education_gbp <= ('100000000000'::bigint)::numeric) AND (health_gbp >= (0)::numeric) AND (health_gbp <= ('100000000000'::bigint)::numeric) AND (social_care_gbp >= (0)::numeric) AND (social_care_gbp <= ('100000000000'::bigint)::numeric))),
    CONSTRAINT jointfunding_known_when_recorded CHECK ((known_from <= recorded_at)),
    CONSTRAINT jointfunding_never_corrects_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))),
    CONSTRAINT jointfunding_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT position_jointfunding_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT position_jointfunding_open_disputes_check CHECK ((open_disputes >= 0)),
    CONSTRAINT position_jointfunding_without_split_check CHECK ((without_split >= 0))
);
ALTER TABLE public.position_jointfunding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_jointfunding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_knownpart (
    id bigint NOT NULL,
    part character varying(24) NOT NULL,
    amount_gbp numeric(14,2) NOT NULL,
    statement_id bigint NOT NULL,
    CONSTRAINT known_part_in_bounds CHECK (((amount_gbp IS NULL) OR ((amount_gbp >= ('-100000000000'::bigint)::numeric) AND (amount_gbp <= ('100000000000'::bigint)::numeric)))),
    CONSTRAINT known_part_is_known CHECK (((part)::text = ANY ((ARRAY['academy_places'::character varying, 'colleges'::character varying, 'independent_mainstream'::character varying])::text[])))
);
ALTER TABLE public.position_knownpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_knownpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_plancell (
    id bigint NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(400) NOT NULL,
    known_from timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason character varying(400) NOT NULL,
    "table" character varying(10) NOT NULL,
    census_year smallint NOT NULL,
    "row" character varying(40) NOT NULL,
    "column" character varying(60) NOT NULL,
    value numeric(10,3) NOT NULL,
    is_forecast boolean NOT NULL,
    recorded_by_id bigint NOT NULL,
    supersedes_id bigint,
    CONSTRAINT plancell_column_is_a_category CHECK ((("column")::text = ANY ((ARRAY['Mainstream schools or academies'::character varying, 'Resourced provision or SEN Units'::character varying, 'Maintained special schools or special academies'::character varying, 'Non-maintained special schools or independent'::character varying, 'Hospital schools or alternative provision'::character varying, 'Post 16 and further education'::character varying, 'Other placements or direct payments'::character varying])::text[]))),
    CONSTRAINT plancell_correction_has_reason CHECK (((((reason)::text = ''::text) AND (supersedes_id IS NULL)) OR ((supersedes_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT plancell_count_is_whole CHECK ((is_forecast OR (value = floor(value)))),
    CONSTRAINT plancell_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT plancell_known_when_recorded CHECK ((known_from <= recorded_at)),
    CONSTRAINT plancell_never_corrects_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))),
    CONSTRAINT plancell_row_is_of_its_table CHECK ((((("row")::text = 'All EHC plans'::text) AND (("table")::text = 'totals'::text)) OR ((("row")::text = ANY ((ARRAY['Under 5'::character varying, '5 to 10'::character varying, '11 to 15'::character varying, '16 to 19'::character varying, '20 to 25'::character varying])::text[])) AND (("table")::text = 'ages'::text)) OR ((("row")::text = ANY ((ARRAY['ASD'::character varying, 'HI'::character varying, 'MLD'::character varying, 'MSI'::character varying, 'PD'::character varying, 'PMLD'::character varying, 'SEMH'::character varying, 'SLCN'::character varying, 'SLD'::character varying, 'SPLD'::character varying, 'VI'::character varying, 'OTH'::character varying, 'none recorded'::character varying])::text[])) AND (("table")::text = 'needs'::text)))),
    CONSTRAINT plancell_value_in_bounds CHECK (((value >= (0)::numeric) AND (value <= (1000000)::numeric))),
    CONSTRAINT plancell_year_is_a_year CHECK (((census_year >= 2000) AND (census_year <= 2100))),
    CONSTRAINT position_plancell_census_year_check CHECK ((census_year >= 0))
);
ALTER TABLE public.position_plancell ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_plancell_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_plannarrative (
    id bigint NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(400) NOT NULL,
    known_from timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason character varying(400) NOT NULL,
    text text NOT NULL,
    recorded_by_id bigint NOT NULL,
    supersedes_id bigint,
    workstream_id bigint NOT NULL,
    CONSTRAINT plannarrative_correction_has_reason CHECK (((((reason)::text = ''::text) AND (supersedes_id IS NULL)) OR ((supersedes_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT plannarrative_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT plannarrative_known_when_recorded CHECK ((known_from <= recorded_at)),
    CONSTRAINT plannarrative_never_corrects_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))),
    CONSTRAINT plannarrative_says_something CHECK ((NOT (text = ''::text)))
);
ALTER TABLE public.position_plannarrative ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_plannarrative_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_reconciliation (
    id bigint NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(400) NOT NULL,
    known_from timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason character varying(400) NOT NULL,
    other_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    reference_id bigint NOT NULL,
    supersedes_id bigint,
    CONSTRAINT reconciliation_correction_has_reason CHECK (((((reason)::text = ''::text) AND (supersedes_id IS NULL)) OR ((supersedes_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT reconciliation_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT reconciliation_is_of_two_balances CHECK ((NOT (reference_id = other_id))),
    CONSTRAINT reconciliation_known_when_recorded CHECK ((known_from <= recorded_at)),
    CONSTRAINT reconciliation_never_corrects_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL)))))
);
ALTER TABLE public.position_reconciliation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_reconciliation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_statement (
    id bigint NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(400) NOT NULL,
    known_from timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason character varying(400) NOT NULL,
    financial_year smallint NOT NULL,
    basis character varying(12) NOT NULL,
    period smallint,
    extent character varying(8) NOT NULL,
    coverage character varying(200) NOT NULL,
    unit character varying(10) NOT NULL,
    per_whom character varying(120) NOT NULL,
    price_base character varying(4) NOT NULL,
    price_year smallint,
    area_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    scope_id bigint NOT NULL,
    supersedes_id bigint,
    CONSTRAINT position_statement_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT position_statement_period_check CHECK ((period >= 0)),
    CONSTRAINT position_statement_price_year_check CHECK ((price_year >= 0)),
    CONSTRAINT statement_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT statement_constant_prices_say_of_which_year CHECK (((((price_base)::text = 'cash'::text) AND (price_year IS NULL)) OR (((price_base)::text = 'real'::text) AND (price_year >= 2000) AND (price_year IS NOT NULL) AND (price_year <= 2100)))),
    CONSTRAINT statement_correction_has_reason CHECK (((((reason)::text = ''::text) AND (supersedes_id IS NULL)) OR ((supersedes_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT statement_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT statement_known_when_recorded CHECK ((known_from <= recorded_at)),
    CONSTRAINT statement_never_corrects_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))),
    CONSTRAINT statement_part_says_which CHECK (((((coverage)::text = ''::text) AND ((extent)::text = 'whole'::text)) OR (((extent)::text = 'part'::text) AND (NOT ((coverage)::text = ''::text))))),
    CONSTRAINT statement_per_head_says_of_whom CHECK (((((per_whom)::text = ''::text) AND ((unit)::text = 'pounds'::text)) OR (((unit)::text = 'per_head'::text) AND (NOT ((per_whom)::text = ''::text))))),
    CONSTRAINT statement_period_only_of_a_forecast CHECK (((period IS NULL) OR (((basis)::text = 'forecast'::text) AND (period >= 1) AND (period <= 12)))),
    CONSTRAINT statement_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100)))
);
ALTER TABLE public.position_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_transfereffect (
    id bigint NOT NULL,
    school character varying(200) NOT NULL,
    effect_gbp numeric(14,2) NOT NULL,
    transfer_id bigint NOT NULL,
    CONSTRAINT transfer_effect_in_bounds CHECK (((effect_gbp IS NULL) OR ((effect_gbp >= ('-100000000000'::bigint)::numeric) AND (effect_gbp <= ('100000000000'::bigint)::numeric)))),
    CONSTRAINT transfer_effect_names_a_school CHECK ((NOT ((school)::text = ''::text)))
);
ALTER TABLE public.position_transfereffect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_transfereffect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_transferlimit (
    id bigint NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(400) NOT NULL,
    known_from timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason character varying(400) NOT NULL,
    financial_year smallint NOT NULL,
    per_cent numeric(5,2) NOT NULL,
    agreement character varying(200) NOT NULL,
    recorded_by_id bigint NOT NULL,
    supersedes_id bigint,
    CONSTRAINT position_transferlimit_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT transferlimit_correction_has_reason CHECK (((((reason)::text = ''::text) AND (supersedes_id IS NULL)) OR ((supersedes_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT transferlimit_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT transferlimit_in_bounds CHECK (((per_cent >= (0)::numeric) AND (per_cent <= (100)::numeric))),
    CONSTRAINT transferlimit_known_when_recorded CHECK ((known_from <= recorded_at)),
    CONSTRAINT transferlimit_never_corrects_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))),
    CONSTRAINT transferlimit_says_on_whose_agreement CHECK ((NOT ((agreement)::text = ''::text))),
    CONSTRAINT transferlimit_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100)))
);
ALTER TABLE public.position_transferlimit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_transferlimit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_unmitigatedline (
    id bigint NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(400) NOT NULL,
    known_from timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason character varying(400) NOT NULL,
    opening_gbp numeric(14,2) NOT NULL,
    pressure_gbp numeric(14,2),
    pressure_source character varying(300) NOT NULL,
    recorded_by_id bigint NOT NULL,
    supersedes_id bigint,
    CONSTRAINT unmitigatedline_correction_has_reason CHECK (((((reason)::text = ''::text) AND (supersedes_id IS NULL)) OR ((supersedes_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT unmitigatedline_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT unmitigatedline_in_bounds CHECK ((((opening_gbp IS NULL) OR ((opening_gbp >= ('-100000000000'::bigint)::numeric) AND (opening_gbp <= ('100000000000'::bigint)::numeric))) AND ((pressure_gbp IS NULL) OR ((pressure_gbp >= ('-100000000000'::bigint)::numeric) AND (pressure_gbp <= ('100000000000'::bigint)::numeric))))),
    CONSTRAINT unmitigatedline_known_when_recorded CHECK ((known_from <= recorded_at)),
    CONSTRAINT unmitigatedline_never_corrects_itself CHECK (((supersedes_id IS NULL) OR (NOT ((supersedes_id = id) AND (supersedes_id IS NOT NULL))))),
    CONSTRAINT unmitigatedline_pressure_has_its_source CHECK ((((pressure_gbp IS NULL) AND ((pressure_source)::text = ''::text)) OR ((pressure_gbp > (0)::numeric) AND (pressure_gbp IS NOT NULL) AND (NOT ((pressure_source)::text = ''::text)))))
);
ALTER TABLE public.position_unmitigatedline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_unmitigatedline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.position_unmitigatedyear (
    id bigint NOT NULL,
    financial_year smallint NOT NULL,
    in_year_gbp numeric(14,2) NOT NULL,
    source character varying(300) NOT NULL,
    of_line_id bigint NOT NULL,
    CONSTRAINT position_unmitigatedyear_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT unmitigated_year_has_a_source CHECK ((NOT ((source)::text = ''::text))),
    CONSTRAINT unmitigated_year_in_bounds CHECK (((in_year_gbp IS NULL) OR ((in_year_gbp >= ('-100000000000'::bigint)::numeric) AND (in_year_gbp <= ('100000000000'::bigint)::numeric)))),
    CONSTRAINT unmitigated_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100)))
);
ALTER TABLE public.position_unmitigatedyear ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.position_unmitigatedyear_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.published_area (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    code character varying(9) NOT NULL,
    "position" smallint NOT NULL,
    is_ours boolean NOT NULL,
    CONSTRAINT published_area_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.published_area ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.published_area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.published_publishedvalue (
    id bigint NOT NULL,
    measure character varying(200) NOT NULL,
    period_words character varying(60) NOT NULL,
    sort_key character varying(20) NOT NULL,
    value numeric(20,6),
    symbol character varying(4) NOT NULL,
    as_printed character varying(60) NOT NULL,
    unit character varying(20) NOT NULL,
    decimals smallint NOT NULL,
    basis character varying(60) NOT NULL,
    coverage character varying(200) NOT NULL,
    source character varying(200) NOT NULL,
    known_from timestamp with time zone NOT NULL,
    headline character varying(200) NOT NULL,
    headline_position smallint,
    loaded_at timestamp with time zone NOT NULL,
    doubt character varying(200) NOT NULL,
    confirmed_at timestamp with time zone,
    confirmation_note character varying(400) NOT NULL,
    area_id bigint NOT NULL,
    confirmed_by_id bigint,
    loaded_by_id bigint NOT NULL,
    topic_id bigint NOT NULL,
    place character varying(120) NOT NULL,
    CONSTRAINT published_confirmed_by_and_at_together CHECK ((((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)) OR ((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL)))),
    CONSTRAINT published_confirmed_has_value CHECK (((confirmed_at IS NULL) OR (value IS NOT NULL))),
    CONSTRAINT published_confirmed_with_note CHECK (((confirmed_at IS NULL) OR ((NOT ((confirmation_note)::text = ''::text)) AND (NOT ((doubt)::text = ''::text))))),
    CONSTRAINT published_publishedvalue_decimals_check CHECK ((decimals >= 0)),
    CONSTRAINT published_publishedvalue_headline_position_check CHECK ((headline_position >= 0)),
    CONSTRAINT published_read_or_doubted CHECK (((NOT ((doubt)::text = ''::text)) OR (value IS NOT NULL) OR (NOT ((symbol)::text = ''::text))))
);
ALTER TABLE public.published_publishedvalue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.published_publishedvalue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.published_topic (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    "position" smallint NOT NULL,
    words text NOT NULL,
    is_for_board boolean NOT NULL,
    CONSTRAINT published_topic_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.published_topic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.published_topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.runtime_heartbeat (
    queue character varying(30) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    CONSTRAINT heartbeat_answered_after_asked CHECK ((answered_at >= asked_at))
);
CREATE TABLE public.savings_costbaseline (
    id bigint NOT NULL,
    version smallint NOT NULL,
    covers text NOT NULL,
    financial_year smallint NOT NULL,
    amount_gbp numeric(14,2) NOT NULL,
    basis character varying(20) NOT NULL,
    funding_scope character varying(200) NOT NULL,
    price_base character varying(10) NOT NULL,
    source character varying(300) NOT NULL,
    reason character varying(400) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    line character varying(30) NOT NULL,
    agreed_at timestamp with time zone,
    agreed_by_id bigint,
    initiative_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT costbaseline_agreed_by_and_at_together CHECK ((((agreed_at IS NULL) AND (agreed_by_id IS NULL)) OR ((agreed_at IS NOT NULL) AND (agreed_by_id IS NOT NULL)))),
    CONSTRAINT costbaseline_agreed_by_another CHECK (((agreed_by_id IS NULL) OR (NOT ((agreed_by_id = recorded_by_id) AND (agreed_by_id IS NOT NULL))))),
    CONSTRAINT costbaseline_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT costbaseline_change_has_reason CHECK (((((reason)::text = ''::text) AND (version = 1)) OR ((version > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT costbaseline_in_bounds CHECK (((amount_gbp > (0)::numeric) AND (amount_gbp <= (1000000000)::numeric))),
    CONSTRAINT costbaseline_line_is_known CHECK (((line)::text = ANY ((ARRAY['placements'::character varying, 'top_ups'::character varying, 'place_funding'::character varying, 'sen_support'::character varying, 'therapies'::character varying, 'alternative_provision'::character varying, 'other'::character varying, 'income'::character varying, 'block_movements'::character varying])::text[]))),
    CONSTRAINT costbaseline_prices_are_known CHECK (((price_base)::text = ANY ((ARRAY['cash'::character varying, 'real'::character varying])::text[]))),
    CONSTRAINT costbaseline_says_what_and_whence CHECK (((NOT (covers = ''::text)) AND (NOT ((funding_scope)::text = ''::text)) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT costbaseline_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT savings_costbaseline_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT savings_costbaseline_version_check CHECK ((version >= 0))
);
ALTER TABLE public.savings_costbaseline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_costbaseline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_counterfactual (
    id bigint NOT NULL,
    version smallint NOT NULL,
    covers text NOT NULL,
    financial_year smallint NOT NULL,
    amount_gbp numeric(14,2) NOT NULL,
    basis character varying(20) NOT NULL,
    funding_scope character varying(200) NOT NULL,
    price_base character varying(10) NOT NULL,
    source character varying(300) NOT NULL,
    reason character varying(400) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    initiative_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT counterfactual_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT counterfactual_change_has_reason CHECK (((((reason)::text = ''::text) AND (version = 1)) OR ((version > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT counterfactual_in_bounds CHECK (((amount_gbp > (0)::numeric) AND (amount_gbp <= (1000000000)::numeric))),
    CONSTRAINT counterfactual_prices_are_known CHECK (((price_base)::text = ANY ((ARRAY['cash'::character varying, 'real'::character varying])::text[]))),
    CONSTRAINT counterfactual_says_what_and_whence CHECK (((NOT (covers = ''::text)) AND (NOT ((funding_scope)::text = ''::text)) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT counterfactual_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT savings_counterfactual_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT savings_counterfactual_version_check CHECK ((version >= 0))
);
ALTER TABLE public.savings_counterfactual ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_counterfactual_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_deliveredamount (
    id bigint NOT NULL,
    month date NOT NULL,
    amount_gbp numeric(14,2) NOT NULL,
    evidence text NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    correction_reason character varying(400) NOT NULL,
    corrects_id bigint,
    reported_by_id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    returned_at timestamp with time zone,
    returned_because character varying(400) NOT NULL,
    returned_by_id bigint,
    signed_at timestamp with time zone,
    signed_by_id bigint,
    CONSTRAINT delivered_correction_has_reason CHECK (((((correction_reason)::text = ''::text) AND (corrects_id IS NULL)) OR ((corrects_id IS NOT NULL) AND (NOT ((correction_reason)::text = ''::text))))),
    CONSTRAINT delivered_decided_after_it_was_reported CHECK ((((signed_at IS NULL) OR (signed_at >= reported_at)) AND ((returned_at IS NULL) OR (returned_at >= reported_at)))),
    CONSTRAINT delivered_has_evidence CHECK ((NOT (evidence = ''::text))),
    CONSTRAINT delivered_in_bounds CHECK (((amount_gbp >= (0)::numeric) AND (amount_gbp <= (1000000000)::numeric))),
    CONSTRAINT delivered_month_had_begun CHECK ((((reported_at AT TIME ZONE 'Europe/London'::text))::date >= month)),
    CONSTRAINT delivered_never_corrects_itself CHECK (((corrects_id IS NULL) OR (NOT ((corrects_id = id) AND (corrects_id IS NOT NULL))))),
    CONSTRAINT delivered_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT delivered_returned_by_at_and_why_together CHECK ((((returned_at IS NULL) AND ((returned_because)::text = ''::text) AND (returned_by_id IS NULL)) OR ((returned_at IS NOT NULL) AND (returned_by_id IS NOT NULL) AND (NOT ((returned_because)::text = ''::text))))),
    CONSTRAINT delivered_signed_by_and_at_together CHECK ((((signed_at IS NULL) AND (signed_by_id IS NULL)) OR ((signed_at IS NOT NULL) AND (signed_by_id IS NOT NULL)))),
    CONSTRAINT delivered_signed_by_another CHECK (((signed_by_id IS NULL) OR (NOT ((signed_by_id = reported_by_id) AND (signed_by_id IS NOT NULL))))),
    CONSTRAINT delivered_signed_or_returned CHECK (((signed_at IS NULL) OR (returned_at IS NULL)))
);
ALTER TABLE public.savings_deliveredamount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_deliveredamount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_doublecountbase (
    id bigint NOT NULL,
    version smallint NOT NULL,
    what_is_shared text NOT NULL,
    basis character varying(12) NOT NULL,
    price_base character varying(4) NOT NULL,
    funding_scope character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    reason character varying(400) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint NOT NULL,
    group_id bigint NOT NULL,
    CONSTRAINT double_count_base_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT double_count_base_change_has_reason CHECK (((((reason)::text = ''::text) AND (version = 1)) OR ((version > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT double_count_base_prices_are_known CHECK (((price_base)::text = ANY ((ARRAY['cash'::character varying, 'real'::character varying])::text[]))),
    CONSTRAINT double_count_base_says_what_and_where_from CHECK (((NOT (what_is_shared = ''::text)) AND (NOT ((source)::text = ''::text)) AND (NOT ((funding_scope)::text = ''::text)))),
    CONSTRAINT savings_doublecountbase_version_check CHECK ((version >= 0))
);
ALTER TABLE public.savings_doublecountbase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_doublecountbase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_doublecountbaseamount (
    id bigint NOT NULL,
    month date NOT NULL,
    amount_gbp numeric(14,2) NOT NULL,
    base_id bigint NOT NULL,
    CONSTRAINT double_count_amount_in_bounds CHECK (((amount_gbp >= (0)::numeric) AND (amount_gbp <= (1000000000)::numeric))),
    CONSTRAINT double_count_amount_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
ALTER TABLE public.savings_doublecountbaseamount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_doublecountbaseamount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_doublecountgroup (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    CONSTRAINT double_count_group_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);
ALTER TABLE public.savings_doublecountgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_doublecountgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_doublecountmember (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    reason character varying(400) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    end_reason character varying(400) NOT NULL,
    added_by_id bigint NOT NULL,
    ended_by_id bigint,
    group_id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    CONSTRAINT double_count_member_ended_by_and_at_together CHECK ((((ended_at IS NULL) AND (ended_by_id IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)))),
    CONSTRAINT double_count_member_ends_after_it_began_with_reason CHECK (((((end_reason)::text = ''::text) AND (ended_at IS NULL)) OR ((ended_at >= added_at) AND (NOT ((end_reason)::text = ''::text))))),
    CONSTRAINT double_count_member_has_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT double_count_position_in_bounds CHECK ((("position" >= 1) AND ("position" <= 999))),
    CONSTRAINT savings_doublecountmember_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.savings_doublecountmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_doublecountmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_gaterecord (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    reference character varying(300) NOT NULL,
    address character varying(300) NOT NULL,
    dated_on date NOT NULL,
    evidence text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_reason character varying(400) NOT NULL,
    initiative_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    withdrawn_by_id bigint,
    CONSTRAINT gate_record_address_can_be_followed CHECK ((((address)::text = ''::text) OR ((address)::text ~ '^(/[^/]|https://)'::text))),
    CONSTRAINT gate_record_has_reference_and_evidence CHECK (((NOT ((reference)::text = ''::text)) AND (NOT (evidence = ''::text)))),
    CONSTRAINT gate_record_is_not_of_the_future CHECK ((dated_on <= ((recorded_at AT TIME ZONE 'Europe/London'::text))::date)),
    CONSTRAINT gate_record_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['proposal'::character varying, 'decision'::character varying, 'consultation'::character varying, 'equality_impact'::character varying, 'partner_agreement'::character varying])::text[]))),
    CONSTRAINT gate_record_withdrawn_by_at_and_reason_together CHECK ((((withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL) AND ((withdrawn_reason)::text = ''::text)) OR ((withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL) AND (NOT ((withdrawn_reason)::text = ''::text)))))
);
ALTER TABLE public.savings_gaterecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_gaterecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_initiative (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    mechanism text NOT NULL,
    population character varying(300) NOT NULL,
    saving_type character varying(20) NOT NULL,
    who_loses text NOT NULL,
    recurrence character varying(10) NOT NULL,
    one_off_cost_gbp numeric(14,2) NOT NULL,
    starts_on date NOT NULL,
    note character varying(300) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    workstream_id bigint NOT NULL,
    partner_dependencies text NOT NULL,
    risks text NOT NULL,
    CONSTRAINT initiative_code_is_capitals CHECK (((code)::text ~ '^[A-Z][A-Z0-9-]+$'::text)),
    CONSTRAINT initiative_one_off_cost_in_bounds CHECK (((one_off_cost_gbp >= (0)::numeric) AND (one_off_cost_gbp <= (1000000000)::numeric))),
    CONSTRAINT initiative_recurrence_is_known CHECK (((recurrence)::text = ANY ((ARRAY['recurrent'::character varying, 'one_off'::character varying])::text[]))),
    CONSTRAINT initiative_scope_reduction_says_who_loses CHECK (((NOT ((saving_type)::text = 'scope_reduction'::text)) OR (NOT (who_loses = ''::text)))),
    CONSTRAINT initiative_starts_with_a_month CHECK ((EXTRACT(day FROM starts_on) = (1)::numeric)),
    CONSTRAINT initiative_type_is_known CHECK (((saving_type)::text = ANY ((ARRAY['cashable'::character varying, 'income'::character varying, 'non_cashable'::character varying, 'cost_avoidance'::character varying, 'scope_reduction'::character varying])::text[])))
);
ALTER TABLE public.savings_initiative ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_initiative_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_initiative_kpis (
    id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    kpi_id bigint NOT NULL
);
ALTER TABLE public.savings_initiative_kpis ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_initiative_kpis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_monthlyamount (
    id bigint NOT NULL,
    month date NOT NULL,
    amount_gbp numeric(14,2),
    plan_id bigint NOT NULL,
    per_cent numeric(5,2),
    CONSTRAINT monthly_amount_in_bounds CHECK (((amount_gbp >= (0)::numeric) AND (amount_gbp <= (1000000000)::numeric))),
    CONSTRAINT monthly_amount_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT monthly_amount_per_cent_in_bounds CHECK (((per_cent > (0)::numeric) AND (per_cent <= (100)::numeric))),
    CONSTRAINT monthly_amount_pounds_or_per_cent CHECK ((((amount_gbp IS NOT NULL) AND (per_cent IS NULL)) OR ((amount_gbp IS NULL) AND (per_cent IS NOT NULL))))
);
ALTER TABLE public.savings_monthlyamount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_monthlyamount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_monthlyplan (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    version smallint NOT NULL,
    reason character varying(400) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id bigint,
    initiative_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    measured_against_id bigint,
    CONSTRAINT monthly_plan_approved_by_and_at_together CHECK ((((approved_at IS NULL) AND (approved_by_id IS NULL)) OR ((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL)))),
    CONSTRAINT monthly_plan_approved_by_another CHECK (((approved_by_id IS NULL) OR (((kind)::text = 'planned'::text) AND (NOT ((approved_by_id = recorded_by_id) AND (approved_by_id IS NOT NULL)))))),
    CONSTRAINT monthly_plan_change_has_reason CHECK (((((reason)::text = ''::text) AND (version = 1)) OR ((version > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT monthly_plan_counterfactual_frozen_when_approved CHECK (((measured_against_id IS NULL) OR (approved_at IS NOT NULL))),
    CONSTRAINT monthly_plan_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['planned'::character varying, 'forecast'::character varying])::text[]))),
    CONSTRAINT savings_monthlyplan_version_check CHECK ((version >= 0))
);
ALTER TABLE public.savings_monthlyplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_monthlyplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_savingsprogress (
    id bigint NOT NULL,
    financial_year smallint NOT NULL,
    type_group character varying(20) NOT NULL,
    target numeric(14,2),
    tolerance numeric(5,2) NOT NULL,
    planned numeric(20,4) NOT NULL,
    forecast numeric(20,4) NOT NULL,
    risk_adjusted numeric(20,4) NOT NULL,
    delivered numeric(20,4) NOT NULL,
    expected numeric(20,4) NOT NULL,
    first_plan numeric(20,4) NOT NULL,
    unreported numeric(20,4) NOT NULL,
    full_year_effect numeric(20,4) NOT NULL,
    computed_at timestamp with time zone NOT NULL,
    workstream_id bigint,
    delivered_overlap numeric(20,4) NOT NULL,
    forecast_overlap numeric(20,4) NOT NULL,
    planned_overlap numeric(20,4) NOT NULL,
    CONSTRAINT savings_progress_group_is_known CHECK (((type_group)::text = ANY ((ARRAY['towards_target'::character varying, 'non_cashable'::character varying, 'cost_avoidance'::character varying, 'scope_reduction'::character varying])::text[]))),
    CONSTRAINT savings_progress_only_cash_has_a_target CHECK (((target IS NULL) OR ((type_group)::text = 'towards_target'::text))),
    CONSTRAINT savings_savingsprogress_financial_year_check CHECK ((financial_year >= 0))
);
ALTER TABLE public.savings_savingsprogress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_savingsprogress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_savingsrules (
    id bigint NOT NULL,
    version smallint NOT NULL,
    identified smallint NOT NULL,
    planned smallint NOT NULL,
    in_delivery smallint NOT NULL,
    delivered smallint NOT NULL,
    tolerance numeric(5,2) NOT NULL,
    reason character varying(400) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by_id bigint NOT NULL,
    CONSTRAINT savings_rules_have_a_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT savings_rules_tolerance_in_bounds CHECK (((tolerance >= (0)::numeric) AND (tolerance <= (100)::numeric))),
    CONSTRAINT savings_rules_weights_grow_to_at_most_100 CHECK (((identified <= planned) AND (planned <= in_delivery) AND (delivered <= 100) AND (in_delivery <= delivered))),
    CONSTRAINT savings_savingsrules_delivered_check CHECK ((delivered >= 0)),
    CONSTRAINT savings_savingsrules_identified_check CHECK ((identified >= 0)),
    CONSTRAINT savings_savingsrules_in_delivery_check CHECK ((in_delivery >= 0)),
    CONSTRAINT savings_savingsrules_planned_check CHECK ((planned >= 0)),
    CONSTRAINT savings_savingsrules_version_check CHECK ((version >= 0))
);
ALTER TABLE public.savings_savingsrules ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_savingsrules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_savingstarget (
    id bigint NOT NULL,
    financial_year smallint NOT NULL,
    version smallint NOT NULL,
    amount_gbp numeric(14,2) NOT NULL,
    funding_scope character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(300) NOT NULL,
    agreed_by character varying(200) NOT NULL,
    agreed_on date,
    reason character varying(400) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    counts_from timestamp with time zone NOT NULL,
    set_by_id bigint NOT NULL,
    CONSTRAINT savings_savingstarget_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT savings_savingstarget_version_check CHECK ((version >= 0)),
    CONSTRAINT savings_target_agreed_by_and_on_together CHECK (((((agreed_by)::text = ''::text) AND (agreed_on IS NULL)) OR ((NOT ((agreed_by)::text = ''::text)) AND (agreed_on IS NOT NULL)))),
    CONSTRAINT savings_target_amount_in_bounds CHECK (((amount_gbp > (0)::numeric) AND (amount_gbp <= (1000000000)::numeric))),
    CONSTRAINT savings_target_change_has_reason CHECK (((((reason)::text = ''::text) AND (version = 1)) OR ((version > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT savings_target_counts_at_the_latest_when_set CHECK ((counts_from <= set_at)),
    CONSTRAINT savings_target_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100)))
);
ALTER TABLE public.savings_savingstarget ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_savingstarget_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_savingstargetshare (
    id bigint NOT NULL,
    amount_gbp numeric(14,2) NOT NULL,
    target_id bigint NOT NULL,
    workstream_id bigint NOT NULL,
    CONSTRAINT savings_share_amount_in_bounds CHECK (((amount_gbp >= (0)::numeric) AND (amount_gbp <= (1000000000)::numeric)))
);
ALTER TABLE public.savings_savingstargetshare ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_savingstargetshare_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_screening (
    id bigint NOT NULL,
    version smallint NOT NULL,
    consultation character varying(20) NOT NULL,
    consultation_because text NOT NULL,
    equality_impact character varying(20) NOT NULL,
    equality_impact_because text NOT NULL,
    reason character varying(400) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    initiative_id bigint NOT NULL,
    signed_by_id bigint NOT NULL,
    CONSTRAINT savings_screening_version_check CHECK ((version >= 0)),
    CONSTRAINT screening_change_has_reason CHECK (((((reason)::text = ''::text) AND (version = 1)) OR ((version > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT screening_extents_are_known CHECK ((((consultation)::text = ANY ((ARRAY['full'::character varying, 'proportionate'::character varying, 'not_required'::character varying])::text[])) AND ((equality_impact)::text = ANY ((ARRAY['full'::character varying, 'proportionate'::character varying, 'not_required'::character varying])::text[])))),
    CONSTRAINT screening_says_why_something_is_not_required CHECK (((NOT (((consultation)::text = 'not_required'::text) AND (consultation_because = ''::text))) AND (NOT (((equality_impact)::text = 'not_required'::text) AND (equality_impact_because = ''::text)))))
);
ALTER TABLE public.savings_screening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_screening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_stagemove (
    id bigint NOT NULL,
    stage character varying(20) NOT NULL,
    reason character varying(400) NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    initiative_id bigint NOT NULL,
    moved_by_id bigint NOT NULL,
    CONSTRAINT stage_move_stage_is_known CHECK (((stage)::text = ANY ((ARRAY['identified'::character varying, 'planned'::character varying, 'in_delivery'::character varying, 'delivered'::character varying, 'stopped'::character varying])::text[]))),
    CONSTRAINT stage_move_stopped_has_reason CHECK (((NOT ((stage)::text = 'stopped'::text)) OR (NOT ((reason)::text = ''::text))))
);
ALTER TABLE public.savings_stagemove ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_stagemove_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.savings_wordschange (
    id bigint NOT NULL,
    field character varying(60) NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    reason character varying(400) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    CONSTRAINT words_change_changes_something CHECK ((NOT (before = after))),
    CONSTRAINT words_change_has_reason CHECK (((NOT ((reason)::text = ''::text)) AND (NOT ((field)::text = ''::text))))
);
ALTER TABLE public.savings_wordschange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.savings_wordschange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_tag (
    id integer NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);
ALTER TABLE public.taggit_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_taggeditem (
    id integer NOT NULL,
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);
ALTER TABLE public.taggit_taggeditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_taggeditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.topups_band (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    code character varying(20) NOT NULL,
    words character varying(200) NOT NULL,
    annual_gbp numeric(12,2) NOT NULL,
    table_id bigint NOT NULL,
    CONSTRAINT band_amount_in_bounds CHECK (((annual_gbp >= (0)::numeric) AND (annual_gbp <= (100000000)::numeric))),
    CONSTRAINT band_has_a_code CHECK ((NOT ((code)::text = ''::text))),
    CONSTRAINT topups_band_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.topups_band ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.topups_band_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.topups_bandtable (
    id bigint NOT NULL,
    basis character varying(12) NOT NULL,
    price_base character varying(4) NOT NULL,
    funding_scope character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    name character varying(120) NOT NULL,
    starts_on date,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT bandtable_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT bandtable_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT bandtable_prices_are_known CHECK (((price_base)::text = ANY ((ARRAY['cash'::character varying, 'real'::character varying])::text[]))),
    CONSTRAINT bandtable_says_what_and_where_from CHECK (((NOT ((funding_scope)::text = ''::text)) AND (NOT ((source)::text = ''::text))))
);
ALTER TABLE public.topups_bandtable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.topups_bandtable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.topups_costsplit (
    id bigint NOT NULL,
    basis character varying(12) NOT NULL,
    price_base character varying(4) NOT NULL,
    funding_scope character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    financial_year smallint NOT NULL,
    reason character varying(400) NOT NULL,
    fixed_gbp numeric(12,2) NOT NULL,
    per_pupil_gbp numeric(12,2) NOT NULL,
    pupils smallint NOT NULL,
    corrects_id bigint,
    recorded_by_id bigint NOT NULL,
    setting_id bigint NOT NULL,
    CONSTRAINT costsplit_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT costsplit_correction_has_reason CHECK ((((corrects_id IS NULL) AND ((reason)::text = ''::text)) OR ((corrects_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT costsplit_has_a_pupil CHECK ((pupils >= 1)),
    CONSTRAINT costsplit_in_bounds CHECK (((fixed_gbp >= (0)::numeric) AND (fixed_gbp <= (100000000)::numeric) AND (per_pupil_gbp >= (0)::numeric) AND (per_pupil_gbp <= (100000000)::numeric))),
    CONSTRAINT costsplit_never_corrects_itself CHECK (((corrects_id IS NULL) OR (NOT ((corrects_id = id) AND (corrects_id IS NOT NULL))))),
    CONSTRAINT costsplit_prices_are_known CHECK (((price_base)::text = ANY ((ARRAY['cash'::character varying, 'real'::character varying])::text[]))),
    CONSTRAINT costsplit_says_what_and_where_from CHECK (((NOT ((funding_scope)::text = ''::text)) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT costsplit_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT topups_costsplit_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT topups_costsplit_pupils_check CHECK ((pupils >= 0))
);
ALTER TABLE public.topups_costsplit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.topups_costsplit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.topups_firstsliceshown (
    id bigint NOT NULL,
    basis character varying(12) NOT NULL,
    price_base character varying(4) NOT NULL,
    funding_scope character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    financial_year smallint NOT NULL,
    reason character varying(400) NOT NULL,
    reference character varying(20) NOT NULL,
    shown_gbp numeric(12,2) NOT NULL,
    shown_on date NOT NULL,
    evidence character varying(400) NOT NULL,
    corrects_id bigint,
    recorded_by_id bigint NOT NULL,
    setting_id bigint NOT NULL,
    CONSTRAINT firstsliceshown_amount_in_bounds CHECK (((shown_gbp >= (0)::numeric) AND (shown_gbp <= (100000000)::numeric))),
    CONSTRAINT firstsliceshown_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT firstsliceshown_correction_has_reason CHECK ((((corrects_id IS NULL) AND ((reason)::text = ''::text)) OR ((corrects_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT firstsliceshown_has_evidence CHECK ((NOT ((evidence)::text = ''::text))),
    CONSTRAINT firstsliceshown_never_corrects_itself CHECK (((corrects_id IS NULL) OR (NOT ((corrects_id = id) AND (corrects_id IS NOT NULL))))),
    CONSTRAINT firstsliceshown_prices_are_known CHECK (((price_base)::text = ANY ((ARRAY['cash'::character varying, 'real'::character varying])::text[]))),
    CONSTRAINT firstsliceshown_reference_is_a_code CHECK (((reference)::text ~ '^(?=.*[0-9])[A-Z0-9][A-Z0-9/-]{1,19}$'::text)),
    CONSTRAINT firstsliceshown_says_what_and_where_from CHECK (((NOT ((funding_scope)::text = ''::text)) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT firstsliceshown_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT topups_firstsliceshown_financial_year_check CHECK ((financial_year >= 0))
);
ALTER TABLE public.topups_firstsliceshown ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.topups_firstsliceshown_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.topups_incentive (
    id bigint NOT NULL,
    basis character varying(12) NOT NULL,
    price_base character varying(4) NOT NULL,
    funding_scope character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    financial_year smallint NOT NULL,
    reason character varying(400) NOT NULL,
    kind character varying(12) NOT NULL,
    what_for character varying(300) NOT NULL,
    pupils smallint,
    amount_gbp numeric(12,2) NOT NULL,
    corrects_id bigint,
    recorded_by_id bigint NOT NULL,
    setting_id bigint NOT NULL,
    CONSTRAINT incentive_amount_in_bounds CHECK (((amount_gbp >= (0)::numeric) AND (amount_gbp <= (100000000)::numeric))),
    CONSTRAINT incentive_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT incentive_correction_has_reason CHECK ((((corrects_id IS NULL) AND ((reason)::text = ''::text)) OR ((corrects_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT incentive_kind_is_known CHECK (((kind)::text = ANY ((ARRAY['targeted'::character varying, 'individual'::character varying, 'service'::character varying])::text[]))),
    CONSTRAINT incentive_never_corrects_itself CHECK (((corrects_id IS NULL) OR (NOT ((corrects_id = id) AND (corrects_id IS NOT NULL))))),
    CONSTRAINT incentive_prices_are_known CHECK (((price_base)::text = ANY ((ARRAY['cash'::character varying, 'real'::character varying])::text[]))),
    CONSTRAINT incentive_says_what_and_where_from CHECK (((NOT ((funding_scope)::text = ''::text)) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT incentive_says_what_for CHECK ((NOT ((what_for)::text = ''::text))),
    CONSTRAINT incentive_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT topups_incentive_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT topups_incentive_pupils_check CHECK ((pupils >= 0))
);
ALTER TABLE public.topups_incentive ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.topups_incentive_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.topups_paidplaces (
    id bigint NOT NULL,
    basis character varying(12) NOT NULL,
    price_base character varying(4) NOT NULL,
    funding_scope character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    financial_year smallint NOT NULL,
    reason character varying(400) NOT NULL,
    places smallint NOT NULL,
    annual_gbp numeric(12,2) NOT NULL,
    starts_on date,
    ends_before date,
    corrects_id bigint,
    recorded_by_id bigint NOT NULL,
    setting_id bigint NOT NULL,
    CONSTRAINT paidplaces_amount_in_bounds CHECK (((annual_gbp >= (0)::numeric) AND (annual_gbp <= (100000000)::numeric))),
    CONSTRAINT paidplaces_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT paidplaces_correction_has_reason CHECK ((((corrects_id IS NULL) AND ((reason)::text = ''::text)) OR ((corrects_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT paidplaces_end_after_they_start CHECK (((starts_on IS NULL) OR (ends_before IS NULL) OR (ends_before > starts_on))),
    CONSTRAINT paidplaces_never_corrects_itself CHECK (((corrects_id IS NULL) OR (NOT ((corrects_id = id) AND (corrects_id IS NOT NULL))))),
    CONSTRAINT paidplaces_prices_are_known CHECK (((price_base)::text = ANY ((ARRAY['cash'::character varying, 'real'::character varying])::text[]))),
    CONSTRAINT paidplaces_says_what_and_where_from CHECK (((NOT ((funding_scope)::text = ''::text)) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT paidplaces_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT topups_paidplaces_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT topups_paidplaces_places_check CHECK ((places >= 0))
);
ALTER TABLE public.topups_paidplaces ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.topups_paidplaces_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.topups_setting (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    category character varying(60) NOT NULL,
    note character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    CONSTRAINT setting_category_is_known CHECK (((category)::text = ANY ((ARRAY['Mainstream schools or academies'::character varying, 'Resourced provision or SEN Units'::character varying, 'Maintained special schools or special academies'::character varying, 'Non-maintained special schools or independent'::character varying, 'Hospital schools or alternative provision'::character varying, 'Post 16 and further education'::character varying, 'Other placements or direct payments'::character varying])::text[]))),
    CONSTRAINT setting_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);
ALTER TABLE public.topups_setting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.topups_setting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.topups_topup (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    sector character varying(20) NOT NULL,
    band character varying(20) NOT NULL,
    annual_gbp numeric(12,2) NOT NULL,
    starts_on date NOT NULL,
    ends_before date,
    setting_id bigint NOT NULL,
    of_list_id bigint NOT NULL,
    CONSTRAINT top_up_amount_in_bounds CHECK (((annual_gbp >= (0)::numeric) AND (annual_gbp <= (100000000)::numeric))),
    CONSTRAINT top_up_ends_after_it_starts CHECK (((ends_before IS NULL) OR (ends_before > starts_on))),
    CONSTRAINT top_up_reference_is_a_code CHECK (((reference)::text ~ '^(?=.*[0-9])[A-Z0-9][A-Z0-9/-]{1,19}$'::text)),
    CONSTRAINT top_up_sector_is_known CHECK (((sector)::text = ANY ((ARRAY['maintained'::character varying, 'academy'::character varying, 'non_maintained'::character varying, 'independent'::character varying, 'further_education'::character varying, 'other'::character varying])::text[])))
);
ALTER TABLE public.topups_topup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.topups_topup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.topups_topuplist (
    id bigint NOT NULL,
    basis character varying(12) NOT NULL,
    price_base character varying(4) NOT NULL,
    funding_scope character varying(200) NOT NULL,
    source character varying(300) NOT NULL,
    note character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    financial_year smallint NOT NULL,
    version smallint NOT NULL,
    reason character varying(400) NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT topuplist_basis_is_known CHECK (((basis)::text = ANY ((ARRAY['budget'::character varying, 'planned'::character varying, 'forecast'::character varying, 'provisional'::character varying, 'outturn'::character varying])::text[]))),
    CONSTRAINT topuplist_change_has_reason CHECK (((((reason)::text = ''::text) AND (version = 1)) OR ((version > 1) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT topuplist_prices_are_known CHECK (((price_base)::text = ANY ((ARRAY['cash'::character varying, 'real'::character varying])::text[]))),
    CONSTRAINT topuplist_says_what_and_where_from CHECK (((NOT ((funding_scope)::text = ''::text)) AND (NOT ((source)::text = ''::text)))),
    CONSTRAINT topuplist_year_is_a_year CHECK (((financial_year >= 2000) AND (financial_year <= 2100))),
    CONSTRAINT topups_topuplist_financial_year_check CHECK ((financial_year >= 0)),
    CONSTRAINT topups_topuplist_version_check CHECK ((version >= 0))
);
ALTER TABLE public.topups_topuplist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.topups_topuplist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_admin (
    id integer NOT NULL
);
ALTER TABLE public.wagtailadmin_admin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_admin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_editingsession (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);
ALTER TABLE public.wagtailadmin_editingsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_editingsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_formstate (
    id integer NOT NULL,
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailadmin_formstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_formstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collection (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    CONSTRAINT wagtailcore_collection_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_collection_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collectionviewrestriction (
    id integer NOT NULL,
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_collectionviewrestriction_groups (
    id bigint NOT NULL,
    collectionviewrestriction_id integer CONSTRAINT wagtailcore_collectionviewr_collectionviewrestriction__not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_collectionviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_collectionviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_comment (
    id integer NOT NULL,
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_commentreply (
    id integer NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_commentreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_commentreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupapprovaltask (
    task_ptr_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_groupapprovaltask_groups (
    id bigint NOT NULL,
    groupapprovaltask_id integer CONSTRAINT wagtailcore_groupapprovaltask_gro_groupapprovaltask_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupapprovaltask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupapprovaltask_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupcollectionpermission (
    id integer NOT NULL,
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupcollectionpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupcollectionpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_grouppagepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_grouppagepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_grouppagepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupsitepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupsitepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupsitepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_locale (
    id integer NOT NULL,
    language_code character varying(100) NOT NULL
);
ALTER TABLE public.wagtailcore_locale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_locale_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_modellogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_modellogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);
ALTER TABLE public.wagtailcore_modellogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_modellogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_page (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer,
    CONSTRAINT wagtailcore_page_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_page_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagelogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_pagelogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);
ALTER TABLE public.wagtailcore_pagelogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagelogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_revision (
    id integer CONSTRAINT wagtailcore_pagerevision_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT wagtailcore_pagerevision_created_at_not_null NOT NULL,
    content jsonb CONSTRAINT wagtailcore_pagerevision_content_json_not_null NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) CONSTRAINT wagtailcore_pagerevision_page_id_not_null NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);
ALTER TABLE public.wagtailcore_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagerevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagesubscription (
    id integer NOT NULL,
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_pagesubscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagesubscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pageviewrestriction (
    id integer NOT NULL,
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);
CREATE TABLE public.wagtailcore_pageviewrestriction_groups (
    id bigint NOT NULL,
    pageviewrestriction_id integer CONSTRAINT wagtailcore_pageviewrestriction_pageviewrestriction_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_pageviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_pageviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_referenceindex (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_referenceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_referenceindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_site (
    id integer NOT NULL,
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);
ALTER TABLE public.wagtailcore_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_task (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_taskstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer CONSTRAINT wagtailcore_taskstate_page_revision_id_not_null NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);
ALTER TABLE public.wagtailcore_taskstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_taskstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_uploadedfile (
    id integer NOT NULL,
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);
ALTER TABLE public.wagtailcore_uploadedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_uploadedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflow (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);
ALTER TABLE public.wagtailcore_workflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowcontenttype (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowpage (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) CONSTRAINT wagtailcore_workflowstate_page_id_not_null NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowtask (
    id integer NOT NULL,
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtaildocs_document (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    collection_id integer NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    CONSTRAINT wagtaildocs_document_file_size_check CHECK ((file_size >= 0))
);
ALTER TABLE public.wagtaildocs_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtaildocs_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_image (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    uploaded_by_user_id bigint,
    file_size integer,
    collection_id integer NOT NULL,
    file_hash character varying(40) NOT NULL,
    description character varying(255) NOT NULL,
    CONSTRAINT wagtailimages_image_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_y_check CHECK ((focal_point_y >= 0))
);
ALTER TABLE public.wagtailimages_image ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_image_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_rendition (
    id integer NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    filter_spec character varying(255) NOT NULL,
    image_id integer NOT NULL
);
ALTER TABLE public.wagtailimages_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailredirects_redirect (
    id integer NOT NULL,
    old_path character varying(255) NOT NULL,
    is_permanent boolean NOT NULL,
    redirect_link character varying(255) NOT NULL,
    redirect_page_id integer,
    site_id integer,
    automatically_created boolean NOT NULL,
    created_at timestamp with time zone,
    redirect_page_route_path character varying(255) NOT NULL
);
ALTER TABLE public.wagtailredirects_redirect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailredirects_redirect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailusers_userprofile (
    id integer NOT NULL,
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean CONSTRAINT wagtailusers_userprofile_updated_comments_notification_not_null NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);
ALTER TABLE public.wagtailusers_userprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailusers_userprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workstreams_meeting (
    id bigint NOT NULL,
    held_on date NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    title character varying(200) NOT NULL,
    note character varying(300) NOT NULL
);
ALTER TABLE public.workstreams_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workstreams_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workstreams_membership (
    id bigint NOT NULL,
    "position" character varying(120) NOT NULL,
    since_on date NOT NULL,
    until_on date,
    user_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    CONSTRAINT membership_ends_after_start CHECK (((until_on IS NULL) OR (until_on > since_on)))
);
ALTER TABLE public.workstreams_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workstreams_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workstreams_milestone (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    due_on date NOT NULL,
    note character varying(200) NOT NULL,
    owner_id bigint,
    workstream_id bigint NOT NULL
);
ALTER TABLE public.workstreams_milestone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workstreams_milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workstreams_milestonereport (
    id bigint NOT NULL,
    status character varying(20) NOT NULL,
    evidence text NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    milestone_id bigint NOT NULL,
    reported_by_id bigint NOT NULL,
    CONSTRAINT milestone_report_done_has_evidence CHECK (((NOT ((status)::text = 'done'::text)) OR (NOT (evidence = ''::text))))
);
ALTER TABLE public.workstreams_milestonereport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workstreams_milestonereport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workstreams_outboxmail (
    id bigint NOT NULL,
    key character varying(200) NOT NULL,
    template character varying(80) NOT NULL,
    context jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    attempts smallint NOT NULL,
    recipient_id bigint,
    addressee_id character varying(40) NOT NULL,
    addressee_type_id integer,
    CONSTRAINT outbox_mail_has_one_receiver CHECK (((((addressee_id)::text = ''::text) AND (addressee_type_id IS NULL) AND (recipient_id IS NOT NULL)) OR ((addressee_type_id IS NOT NULL) AND (recipient_id IS NULL) AND (NOT ((addressee_id)::text = ''::text))))),
    CONSTRAINT workstreams_outboxmail_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.workstreams_outboxmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workstreams_outboxmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workstreams_partner (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    slug character varying(50) NOT NULL,
    kind character varying(20) NOT NULL
);
ALTER TABLE public.workstreams_partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workstreams_partner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workstreams_plan (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(20) NOT NULL
);
ALTER TABLE public.workstreams_plan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workstreams_plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workstreams_workstream (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    slug character varying(50) NOT NULL,
    purpose text NOT NULL,
    "position" smallint NOT NULL,
    deputy_id bigint,
    lead_id bigint,
    plan_id bigint NOT NULL,
    sponsor_id bigint,
    CONSTRAINT workstream_lead_is_not_sponsor CHECK (((lead_id IS NULL) OR (sponsor_id IS NULL) OR (NOT ((lead_id = sponsor_id) AND (lead_id IS NOT NULL) AND (sponsor_id IS NOT NULL))))),
    CONSTRAINT workstreams_workstream_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.workstreams_workstream ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workstreams_workstream_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workstreams_workstream_partners (
    id bigint NOT NULL,
    workstream_id bigint NOT NULL,
    partner_id bigint NOT NULL
);
ALTER TABLE public.workstreams_workstream_partners ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workstreams_workstream_partners_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
INSERT INTO public.auth_group VALUES
	(1, 'Moderators'),
	(2, 'Editors'),
	(3, 'Local Offer editors');
INSERT INTO public.auth_group_permissions VALUES
	(1, 1, 105),
	(2, 1, 106),
	(3, 1, 107),
	(4, 2, 105),
	(5, 2, 106),
	(6, 2, 107),
	(7, 1, 108),
	(8, 2, 108),
	(9, 1, 109),
	(10, 2, 109),
	(11, 1, 112),
	(12, 1, 110),
	(13, 1, 111),
	(14, 2, 112),
	(15, 2, 110),
	(16, 2, 111),
	(17, 1, 113),
	(18, 2, 113),
	(19, 3, 114),
	(20, 3, 115),
	(21, 3, 116),
	(22, 3, 120),
	(23, 3, 117),
	(24, 3, 118),
	(25, 3, 119),
	(26, 3, 121),
	(27, 3, 122),
	(28, 3, 123),
	(29, 3, 124);
INSERT INTO public.auth_permission VALUES
	(1, 'Can add locale', 3, 'add_locale'),
	(2, 'Can change locale', 3, 'change_locale'),
	(3, 'Can delete locale', 3, 'delete_locale'),
	(4, 'Can view locale', 3, 'view_locale'),
	(5, 'Can add site', 4, 'add_site'),
	(6, 'Can change site', 4, 'change_site'),
	(7, 'Can delete site', 4, 'delete_site'),
	(8, 'Can view site', 4, 'view_site'),
	(9, 'Can add group site permission', 5, 'add_groupsitepermission'),
	(10, 'Can change group site permission', 5, 'change_groupsitepermission'),
	(11, 'Can delete group site permission', 5, 'delete_groupsitepermission'),
	(12, 'Can view group site permission', 5, 'view_groupsitepermission'),
	(13, 'Can add model log entry', 6, 'add_modellogentry'),
	(14, 'Can change model log entry', 6, 'change_modellogentry'),
	(15, 'Can delete model log entry', 6, 'delete_modellogentry'),
	(16, 'Can view model log entry', 6, 'view_modellogentry'),
	(17, 'Can add revision', 7, 'add_revision'),
	(18, 'Can change revision', 7, 'change_revision'),
	(19, 'Can delete revision', 7, 'delete_revision'),
	(20, 'Can view revision', 7, 'view_revision'),
	(21, 'Can add collection view restriction', 8, 'add_collectionviewrestriction'),
	(22, 'Can change collection view restriction', 8, 'change_collectionviewrestriction'),
	(23, 'Can delete collection view restriction', 8, 'delete_collectionviewrestriction'),
	(24, 'Can view collection view restriction', 8, 'view_collectionviewrestriction'),
	(25, 'Can add collection', 9, 'add_collection'),
	(26, 'Can change collection', 9, 'change_collection'),
	(27, 'Can delete collection', 9, 'delete_collection'),
	(28, 'Can view collection', 9, 'view_collection'),
	(29, 'Can add group collection permission', 10, 'add_groupcollectionpermission'),
	(30, 'Can change group collection permission', 10, 'change_groupcollectionpermission'),
	(31, 'Can delete group collection permission', 10, 'delete_groupcollectionpermission'),
	(32, 'Can view group collection permission', 10, 'view_groupcollectionpermission'),
	(33, 'Can add uploaded file', 11, 'add_uploadedfile'),
	(34, 'Can change uploaded file', 11, 'change_uploadedfile'),
	(35, 'Can delete uploaded file', 11, 'delete_uploadedfile'),
	(36, 'Can view uploaded file', 11, 'view_uploadedfile'),
	(37, 'Can add workflow content type', 12, 'add_workflowcontenttype'),
	(38, 'Can change workflow content type', 12, 'change_workflowcontenttype'),
	(39, 'Can delete workflow content type', 12, 'delete_workflowcontenttype'),
	(40, 'Can view workflow content type', 12, 'view_workflowcontenttype'),
	(41, 'Can add Workflow state', 13, 'add_workflowstate'),
	(42, 'Can change Workflow state', 13, 'change_workflowstate'),
	(43, 'Can delete Workflow state', 13, 'delete_workflowstate'),
	(44, 'Can view Workflow state', 13, 'view_workflowstate'),
	(45, 'Can add workflow', 14, 'add_workflow'),
	(46, 'Can change workflow', 14, 'change_workflow'),
	(47, 'Can delete workflow', 14, 'delete_workflow'),
	(48, 'Can view workflow', 14, 'view_workflow'),
	(49, 'Can add workflow task order', 15, 'add_workflowtask'),
	(50, 'Can change workflow task order', 15, 'change_workflowtask'),
	(51, 'Can delete workflow task order', 15, 'delete_workflowtask'),
	(52, 'Can view workflow task order', 15, 'view_workflowtask'),
	(53, 'Can add task', 16, 'add_task'),
	(54, 'Can change task', 16, 'change_task'),
	(55, 'Can delete task', 16, 'delete_task'),
	(56, 'Can view task', 16, 'view_task'),
	(57, 'Can add Group approval task', 2, 'add_groupapprovaltask'),
	(58, 'Can change Group approval task', 2, 'change_groupapprovaltask'),
	(59, 'Can delete Group approval task', 2, 'delete_groupapprovaltask'),
	(60, 'Can view Group approval task', 2, 'view_groupapprovaltask'),
	(61, 'Can add Task state', 17, 'add_taskstate'),
	(62, 'Can change Task state', 17, 'change_taskstate'),
	(63, 'Can delete Task state', 17, 'delete_taskstate'),
	(64, 'Can view Task state', 17, 'view_taskstate'),
	(65, 'Can add page', 1, 'add_page'),
	(66, 'Can change page', 1, 'change_page'),
	(67, 'Can delete page', 1, 'delete_page'),
	(68, 'Can view page', 1, 'view_page'),
	(69, 'Delete pages with children', 1, 'bulk_delete_page'),
	(70, 'Lock/unlock pages you''ve locked', 1, 'lock_page'),
	(71, 'Publish any page', 1, 'publish_page'),
	(72, 'Unlock any page', 1, 'unlock_page'),
	(73, 'Can add group page permission', 18, 'add_grouppagepermission'),
	(74, 'Can change group page permission', 18, 'change_grouppagepermission'),
	(75, 'Can delete group page permission', 18, 'delete_grouppagepermission'),
	(76, 'Can view group page permission', 18, 'view_grouppagepermission'),
	(77, 'Can add page view restriction', 19, 'add_pageviewrestriction'),
	(78, 'Can change page view restriction', 19, 'change_pageviewrestriction'),
	(79, 'Can delete page view restriction', 19, 'delete_pageviewrestriction'),
	(80, 'Can view page view restriction', 19, 'view_pageviewrestriction'),
	(81, 'Can add workflow page', 20, 'add_workflowpage'),
	(82, 'Can change workflow page', 20, 'change_workflowpage'),
	(83, 'Can delete workflow page', 20, 'delete_workflowpage'),
	(84, 'Can view workflow page', 20, 'view_workflowpage'),
	(85, 'Can add page log entry', 21, 'add_pagelogentry'),
	(86, 'Can change page log entry', 21, 'change_pagelogentry'),
	(87, 'Can delete page log entry', 21, 'delete_pagelogentry'),
	(88, 'Can view page log entry', 21, 'view_pagelogentry'),
	(89, 'Can add comment', 22, 'add_comment'),
	(90, 'Can change comment', 22, 'change_comment'),
	(91, 'Can delete comment', 22, 'delete_comment'),
	(92, 'Can view comment', 22, 'view_comment'),
	(93, 'Can add comment reply', 23, 'add_commentreply'),
	(94, 'Can change comment reply', 23, 'change_commentreply'),
	(95, 'Can delete comment reply', 23, 'delete_commentreply'),
	(96, 'Can view comment reply', 23, 'view_commentreply'),
	(97, 'Can add page subscription', 24, 'add_pagesubscription'),
	(98, 'Can change page subscription', 24, 'change_pagesubscription'),
	(99, 'Can delete page subscription', 24, 'delete_pagesubscription'),
	(100, 'Can view page subscription', 24, 'view_pagesubscription');
INSERT INTO public.auth_permission VALUES
	(101, 'Can add reference index', 25, 'add_referenceindex'),
	(102, 'Can change reference index', 25, 'change_referenceindex'),
	(103, 'Can delete reference index', 25, 'delete_referenceindex'),
	(104, 'Can view reference index', 25, 'view_referenceindex'),
	(105, 'Can add document', 26, 'add_document'),
	(106, 'Can change document', 26, 'change_document'),
	(107, 'Can delete document', 26, 'delete_document'),
	(108, 'Can access Wagtail admin', 27, 'access_admin'),
	(109, 'Can choose document', 26, 'choose_document'),
	(110, 'Can add image', 28, 'add_image'),
	(111, 'Can change image', 28, 'change_image'),
	(112, 'Can delete image', 28, 'delete_image'),
	(113, 'Can choose image', 28, 'choose_image'),
	(114, 'Can add provider', 30, 'add_provider'),
	(115, 'Can change provider', 30, 'change_provider'),
	(116, 'Can view provider', 30, 'view_provider'),
	(117, 'Can add provider member', 32, 'add_providermember'),
	(118, 'Can change provider member', 32, 'change_providermember'),
	(119, 'Can delete provider member', 32, 'delete_providermember'),
	(120, 'Can view provider member', 32, 'view_providermember'),
	(121, 'Can add synonymgroup', 33, 'add_synonymgroup'),
	(122, 'Can change synonymgroup', 33, 'change_synonymgroup'),
	(123, 'Can delete synonymgroup', 33, 'delete_synonymgroup'),
	(124, 'Can view synonymgroup', 33, 'view_synonymgroup'),
	(125, 'Can add heartbeat', 34, 'add_heartbeat'),
	(126, 'Can change heartbeat', 34, 'change_heartbeat'),
	(127, 'Can delete heartbeat', 34, 'delete_heartbeat'),
	(128, 'Can view heartbeat', 34, 'view_heartbeat'),
	(129, 'Can add user', 35, 'add_user'),
	(130, 'Can change user', 35, 'change_user'),
	(131, 'Can delete user', 35, 'delete_user'),
	(132, 'Can view user', 35, 'view_user'),
	(133, 'Can add role grant', 36, 'add_rolegrant'),
	(134, 'Can change role grant', 36, 'change_rolegrant'),
	(135, 'Can delete role grant', 36, 'delete_rolegrant'),
	(136, 'Can view role grant', 36, 'view_rolegrant'),
	(137, 'Can add second factor reset', 37, 'add_secondfactorreset'),
	(138, 'Can change second factor reset', 37, 'change_secondfactorreset'),
	(139, 'Can delete second factor reset', 37, 'delete_secondfactorreset'),
	(140, 'Can view second factor reset', 37, 'view_secondfactorreset'),
	(141, 'Can delete provider', 30, 'delete_provider'),
	(142, 'Can add section', 38, 'add_sectionpage'),
	(143, 'Can change section', 38, 'change_sectionpage'),
	(144, 'Can delete section', 38, 'delete_sectionpage'),
	(145, 'Can view section', 38, 'view_sectionpage'),
	(146, 'Can add catalogue entry', 39, 'add_catalogueentry'),
	(147, 'Can change catalogue entry', 39, 'change_catalogueentry'),
	(148, 'Can delete catalogue entry', 39, 'delete_catalogueentry'),
	(149, 'Can view catalogue entry', 39, 'view_catalogueentry'),
	(150, 'Can add front door', 29, 'add_localofferhome'),
	(151, 'Can change front door', 29, 'change_localofferhome'),
	(152, 'Can delete front door', 29, 'delete_localofferhome'),
	(153, 'Can view front door', 29, 'view_localofferhome'),
	(154, 'Can add guidance page', 40, 'add_guidancepage'),
	(155, 'Can change guidance page', 40, 'change_guidancepage'),
	(156, 'Can delete guidance page', 40, 'delete_guidancepage'),
	(157, 'Can view guidance page', 40, 'view_guidancepage'),
	(158, 'Can add featured page', 41, 'add_featuredpage'),
	(159, 'Can change featured page', 41, 'change_featuredpage'),
	(160, 'Can delete featured page', 41, 'delete_featuredpage'),
	(161, 'Can view featured page', 41, 'view_featuredpage'),
	(162, 'Can add page on places outside the area', 42, 'add_outofareapage'),
	(163, 'Can change page on places outside the area', 42, 'change_outofareapage'),
	(164, 'Can delete page on places outside the area', 42, 'delete_outofareapage'),
	(165, 'Can view page on places outside the area', 42, 'view_outofareapage'),
	(166, 'Can add service', 43, 'add_servicepage'),
	(167, 'Can change service', 43, 'change_servicepage'),
	(168, 'Can delete service', 43, 'delete_servicepage'),
	(169, 'Can view service', 43, 'view_servicepage'),
	(170, 'Can add alternative format', 44, 'add_alternativeformat'),
	(171, 'Can change alternative format', 44, 'change_alternativeformat'),
	(172, 'Can delete alternative format', 44, 'delete_alternativeformat'),
	(173, 'Can view alternative format', 44, 'view_alternativeformat'),
	(174, 'Can add check', 45, 'add_check'),
	(175, 'Can change check', 45, 'change_check'),
	(176, 'Can delete check', 45, 'delete_check'),
	(177, 'Can view check', 45, 'view_check'),
	(178, 'Can add check reminder', 46, 'add_checkreminder'),
	(179, 'Can change check reminder', 46, 'change_checkreminder'),
	(180, 'Can delete check reminder', 46, 'delete_checkreminder'),
	(181, 'Can view check reminder', 46, 'view_checkreminder'),
	(182, 'Can add gap', 47, 'add_gap'),
	(183, 'Can change gap', 47, 'change_gap'),
	(184, 'Can delete gap', 47, 'delete_gap'),
	(185, 'Can view gap', 47, 'view_gap'),
	(186, 'Can add heading', 48, 'add_heading'),
	(187, 'Can change heading', 48, 'change_heading'),
	(188, 'Can delete heading', 48, 'delete_heading'),
	(189, 'Can view heading', 48, 'view_heading'),
	(190, 'Can add heading list', 49, 'add_headinglist'),
	(191, 'Can change heading list', 49, 'change_headinglist'),
	(192, 'Can delete heading list', 49, 'delete_headinglist'),
	(193, 'Can view heading list', 49, 'view_headinglist'),
	(194, 'Can add imported row', 50, 'add_importedrow'),
	(195, 'Can change imported row', 50, 'change_importedrow'),
	(196, 'Can delete imported row', 50, 'delete_importedrow'),
	(197, 'Can view imported row', 50, 'view_importedrow'),
	(198, 'Can add listing import', 51, 'add_listingimport'),
	(199, 'Can change listing import', 51, 'change_listingimport'),
	(200, 'Can delete listing import', 51, 'delete_listingimport');
INSERT INTO public.auth_permission VALUES
	(201, 'Can view listing import', 51, 'view_listingimport'),
	(202, 'Can add listing source', 52, 'add_listingsource'),
	(203, 'Can change listing source', 52, 'change_listingsource'),
	(204, 'Can delete listing source', 52, 'delete_listingsource'),
	(205, 'Can view listing source', 52, 'view_listingsource'),
	(206, 'Can add postcode', 53, 'add_postcode'),
	(207, 'Can change postcode', 53, 'change_postcode'),
	(208, 'Can delete postcode', 53, 'delete_postcode'),
	(209, 'Can view postcode', 53, 'view_postcode'),
	(210, 'Can add provider answer', 54, 'add_provideranswer'),
	(211, 'Can change provider answer', 54, 'change_provideranswer'),
	(212, 'Can delete provider answer', 54, 'delete_provideranswer'),
	(213, 'Can view provider answer', 54, 'view_provideranswer'),
	(214, 'Can add search term', 55, 'add_searchterm'),
	(215, 'Can change search term', 55, 'change_searchterm'),
	(216, 'Can delete search term', 55, 'delete_searchterm'),
	(217, 'Can view search term', 55, 'view_searchterm'),
	(218, 'Can add suggestion', 56, 'add_suggestion'),
	(219, 'Can change suggestion', 56, 'change_suggestion'),
	(220, 'Can delete suggestion', 56, 'delete_suggestion'),
	(221, 'Can view suggestion', 56, 'view_suggestion'),
	(222, 'Can add imported file', 57, 'add_importedfile'),
	(223, 'Can change imported file', 57, 'change_importedfile'),
	(224, 'Can delete imported file', 57, 'delete_importedfile'),
	(225, 'Can view imported file', 57, 'view_importedfile'),
	(226, 'Can add offer measure kpi', 58, 'add_offermeasurekpi'),
	(227, 'Can change offer measure kpi', 58, 'change_offermeasurekpi'),
	(228, 'Can delete offer measure kpi', 58, 'delete_offermeasurekpi'),
	(229, 'Can view offer measure kpi', 58, 'view_offermeasurekpi'),
	(230, 'Can add a second pair of eyes', 31, 'add_secondpairofeyes'),
	(231, 'Can change a second pair of eyes', 31, 'change_secondpairofeyes'),
	(232, 'Can delete a second pair of eyes', 31, 'delete_secondpairofeyes'),
	(233, 'Can view a second pair of eyes', 31, 'view_secondpairofeyes'),
	(234, 'Can add wording approval', 59, 'add_wordingapproval'),
	(235, 'Can change wording approval', 59, 'change_wordingapproval'),
	(236, 'Can delete wording approval', 59, 'delete_wordingapproval'),
	(237, 'Can view wording approval', 59, 'view_wordingapproval'),
	(238, 'Can add address tally', 60, 'add_addresstally'),
	(239, 'Can change address tally', 60, 'change_addresstally'),
	(240, 'Can delete address tally', 60, 'delete_addresstally'),
	(241, 'Can view address tally', 60, 'view_addresstally'),
	(242, 'Can add not publishing reason', 61, 'add_notpublishingreason'),
	(243, 'Can change not publishing reason', 61, 'change_notpublishingreason'),
	(244, 'Can delete not publishing reason', 61, 'delete_notpublishingreason'),
	(245, 'Can view not publishing reason', 61, 'view_notpublishingreason'),
	(246, 'Can add contribution', 62, 'add_contribution'),
	(247, 'Can change contribution', 62, 'change_contribution'),
	(248, 'Can delete contribution', 62, 'delete_contribution'),
	(249, 'Can view contribution', 62, 'view_contribution'),
	(250, 'Can add public version', 63, 'add_publicversion'),
	(251, 'Can change public version', 63, 'change_publicversion'),
	(252, 'Can delete public version', 63, 'delete_publicversion'),
	(253, 'Can view public version', 63, 'view_publicversion'),
	(254, 'Can add response', 64, 'add_response'),
	(255, 'Can change response', 64, 'change_response'),
	(256, 'Can delete response', 64, 'delete_response'),
	(257, 'Can view response', 64, 'view_response'),
	(258, 'Can add forum view', 65, 'add_forumview'),
	(259, 'Can change forum view', 65, 'change_forumview'),
	(260, 'Can delete forum view', 65, 'delete_forumview'),
	(261, 'Can view forum view', 65, 'view_forumview'),
	(262, 'Can add response version', 66, 'add_responseversion'),
	(263, 'Can change response version', 66, 'change_responseversion'),
	(264, 'Can delete response version', 66, 'delete_responseversion'),
	(265, 'Can view response version', 66, 'view_responseversion'),
	(266, 'Can add safeguarding referral', 67, 'add_safeguardingreferral'),
	(267, 'Can change safeguarding referral', 67, 'change_safeguardingreferral'),
	(268, 'Can delete safeguarding referral', 67, 'delete_safeguardingreferral'),
	(269, 'Can view safeguarding referral', 67, 'view_safeguardingreferral'),
	(270, 'Can add withholding', 68, 'add_withholding'),
	(271, 'Can change withholding', 68, 'change_withholding'),
	(272, 'Can delete withholding', 68, 'delete_withholding'),
	(273, 'Can view withholding', 68, 'view_withholding'),
	(274, 'Can add original', 69, 'add_original'),
	(275, 'Can change original', 69, 'change_original'),
	(276, 'Can delete original', 69, 'delete_original'),
	(277, 'Can view original', 69, 'view_original'),
	(278, 'Can add contribution event', 70, 'add_contributionevent'),
	(279, 'Can change contribution event', 70, 'change_contributionevent'),
	(280, 'Can delete contribution event', 70, 'delete_contributionevent'),
	(281, 'Can view contribution event', 70, 'view_contributionevent'),
	(282, 'Can add original opening', 71, 'add_originalopening'),
	(283, 'Can change original opening', 71, 'change_originalopening'),
	(284, 'Can delete original opening', 71, 'delete_originalopening'),
	(285, 'Can view original opening', 71, 'view_originalopening'),
	(286, 'Can add about me', 72, 'add_aboutme'),
	(287, 'Can change about me', 72, 'change_aboutme'),
	(288, 'Can delete about me', 72, 'delete_aboutme'),
	(289, 'Can view about me', 72, 'view_aboutme'),
	(290, 'Can add addition', 73, 'add_addition'),
	(291, 'Can change addition', 73, 'change_addition'),
	(292, 'Can delete addition', 73, 'delete_addition'),
	(293, 'Can view addition', 73, 'view_addition'),
	(294, 'Can add contact', 74, 'add_contact'),
	(295, 'Can change contact', 74, 'change_contact'),
	(296, 'Can delete contact', 74, 'delete_contact'),
	(297, 'Can view contact', 74, 'view_contact'),
	(298, 'Can add edition', 75, 'add_edition'),
	(299, 'Can change edition', 75, 'change_edition'),
	(300, 'Can delete edition', 75, 'delete_edition');
INSERT INTO public.auth_permission VALUES
	(301, 'Can view edition', 75, 'view_edition'),
	(302, 'Can add edition line', 76, 'add_editionline'),
	(303, 'Can change edition line', 76, 'change_editionline'),
	(304, 'Can delete edition line', 76, 'delete_editionline'),
	(305, 'Can view edition line', 76, 'view_editionline'),
	(306, 'Can add neighbourhood', 77, 'add_neighbourhood'),
	(307, 'Can change neighbourhood', 77, 'change_neighbourhood'),
	(308, 'Can delete neighbourhood', 77, 'delete_neighbourhood'),
	(309, 'Can view neighbourhood', 77, 'view_neighbourhood'),
	(310, 'Can add outcome answer', 78, 'add_outcomeanswer'),
	(311, 'Can change outcome answer', 78, 'change_outcomeanswer'),
	(312, 'Can delete outcome answer', 78, 'delete_outcomeanswer'),
	(313, 'Can view outcome answer', 78, 'view_outcomeanswer'),
	(314, 'Can add publication year', 79, 'add_publicationyear'),
	(315, 'Can change publication year', 79, 'change_publicationyear'),
	(316, 'Can delete publication year', 79, 'delete_publicationyear'),
	(317, 'Can view publication year', 79, 'view_publicationyear'),
	(318, 'Can add reach plan', 80, 'add_reachplan'),
	(319, 'Can change reach plan', 80, 'change_reachplan'),
	(320, 'Can delete reach plan', 80, 'delete_reachplan'),
	(321, 'Can view reach plan', 80, 'view_reachplan'),
	(322, 'Can add reach tally', 81, 'add_reachtally'),
	(323, 'Can change reach tally', 81, 'change_reachtally'),
	(324, 'Can delete reach tally', 81, 'delete_reachtally'),
	(325, 'Can view reach tally', 81, 'view_reachtally'),
	(326, 'Can add retention rule', 82, 'add_retentionrule'),
	(327, 'Can change retention rule', 82, 'change_retentionrule'),
	(328, 'Can delete retention rule', 82, 'delete_retentionrule'),
	(329, 'Can view retention rule', 82, 'view_retentionrule'),
	(330, 'Can add safeguarding alert', 83, 'add_safeguardingalert'),
	(331, 'Can change safeguarding alert', 83, 'change_safeguardingalert'),
	(332, 'Can delete safeguarding alert', 83, 'delete_safeguardingalert'),
	(333, 'Can view safeguarding alert', 83, 'view_safeguardingalert'),
	(334, 'Can add data request', 84, 'add_datarequest'),
	(335, 'Can change data request', 84, 'change_datarequest'),
	(336, 'Can delete data request', 84, 'delete_datarequest'),
	(337, 'Can view data request', 84, 'view_datarequest'),
	(338, 'Can add processing record', 85, 'add_processingrecord'),
	(339, 'Can change processing record', 85, 'change_processingrecord'),
	(340, 'Can delete processing record', 85, 'delete_processingrecord'),
	(341, 'Can view processing record', 85, 'view_processingrecord'),
	(342, 'Can add reach edition', 86, 'add_reachedition'),
	(343, 'Can change reach edition', 86, 'change_reachedition'),
	(344, 'Can delete reach edition', 86, 'delete_reachedition'),
	(345, 'Can view reach edition', 86, 'view_reachedition'),
	(346, 'Can add measure kpi', 87, 'add_measurekpi'),
	(347, 'Can change measure kpi', 87, 'change_measurekpi'),
	(348, 'Can delete measure kpi', 87, 'delete_measurekpi'),
	(349, 'Can view measure kpi', 87, 'view_measurekpi'),
	(350, 'Can add reach count', 88, 'add_reachcount'),
	(351, 'Can change reach count', 88, 'change_reachcount'),
	(352, 'Can delete reach count', 88, 'delete_reachcount'),
	(353, 'Can view reach count', 88, 'view_reachcount'),
	(354, 'Can add earlier address', 89, 'add_earlieraddress'),
	(355, 'Can change earlier address', 89, 'change_earlieraddress'),
	(356, 'Can delete earlier address', 89, 'delete_earlieraddress'),
	(357, 'Can view earlier address', 89, 'view_earlieraddress'),
	(358, 'Can add balance', 90, 'add_balance'),
	(359, 'Can change balance', 90, 'change_balance'),
	(360, 'Can delete balance', 90, 'delete_balance'),
	(361, 'Can view balance', 90, 'view_balance'),
	(362, 'Can add block transfer', 91, 'add_blocktransfer'),
	(363, 'Can change block transfer', 91, 'change_blocktransfer'),
	(364, 'Can delete block transfer', 91, 'delete_blocktransfer'),
	(365, 'Can view block transfer', 91, 'view_blocktransfer'),
	(366, 'Can add funding scope', 92, 'add_fundingscope'),
	(367, 'Can change funding scope', 92, 'change_fundingscope'),
	(368, 'Can delete funding scope', 92, 'delete_fundingscope'),
	(369, 'Can view funding scope', 92, 'view_fundingscope'),
	(370, 'Can add joint funding', 93, 'add_jointfunding'),
	(371, 'Can change joint funding', 93, 'change_jointfunding'),
	(372, 'Can delete joint funding', 93, 'delete_jointfunding'),
	(373, 'Can view joint funding', 93, 'view_jointfunding'),
	(374, 'Can add reconciliation', 94, 'add_reconciliation'),
	(375, 'Can change reconciliation', 94, 'change_reconciliation'),
	(376, 'Can delete reconciliation', 94, 'delete_reconciliation'),
	(377, 'Can view reconciliation', 94, 'view_reconciliation'),
	(378, 'Can add explained difference', 95, 'add_explaineddifference'),
	(379, 'Can change explained difference', 95, 'change_explaineddifference'),
	(380, 'Can delete explained difference', 95, 'delete_explaineddifference'),
	(381, 'Can view explained difference', 95, 'view_explaineddifference'),
	(382, 'Can add statement', 96, 'add_statement'),
	(383, 'Can change statement', 96, 'change_statement'),
	(384, 'Can delete statement', 96, 'delete_statement'),
	(385, 'Can view statement', 96, 'view_statement'),
	(386, 'Can add known part', 97, 'add_knownpart'),
	(387, 'Can change known part', 97, 'change_knownpart'),
	(388, 'Can delete known part', 97, 'delete_knownpart'),
	(389, 'Can view known part', 97, 'view_knownpart'),
	(390, 'Can add amount', 98, 'add_amount'),
	(391, 'Can change amount', 98, 'change_amount'),
	(392, 'Can delete amount', 98, 'delete_amount'),
	(393, 'Can view amount', 98, 'view_amount'),
	(394, 'Can add transfer effect', 99, 'add_transfereffect'),
	(395, 'Can change transfer effect', 99, 'change_transfereffect'),
	(396, 'Can delete transfer effect', 99, 'delete_transfereffect'),
	(397, 'Can view transfer effect', 99, 'view_transfereffect'),
	(398, 'Can add transfer limit', 100, 'add_transferlimit'),
	(399, 'Can change transfer limit', 100, 'change_transferlimit'),
	(400, 'Can delete transfer limit', 100, 'delete_transferlimit');
INSERT INTO public.auth_permission VALUES
	(401, 'Can view transfer limit', 100, 'view_transferlimit'),
	(402, 'Can add unmitigated line', 101, 'add_unmitigatedline'),
	(403, 'Can change unmitigated line', 101, 'change_unmitigatedline'),
	(404, 'Can delete unmitigated line', 101, 'delete_unmitigatedline'),
	(405, 'Can view unmitigated line', 101, 'view_unmitigatedline'),
	(406, 'Can add unmitigated year', 102, 'add_unmitigatedyear'),
	(407, 'Can change unmitigated year', 102, 'change_unmitigatedyear'),
	(408, 'Can delete unmitigated year', 102, 'delete_unmitigatedyear'),
	(409, 'Can view unmitigated year', 102, 'view_unmitigatedyear'),
	(410, 'Can add plan cell', 103, 'add_plancell'),
	(411, 'Can change plan cell', 103, 'change_plancell'),
	(412, 'Can delete plan cell', 103, 'delete_plancell'),
	(413, 'Can view plan cell', 103, 'view_plancell'),
	(414, 'Can add plan narrative', 104, 'add_plannarrative'),
	(415, 'Can change plan narrative', 104, 'change_plannarrative'),
	(416, 'Can delete plan narrative', 104, 'delete_plannarrative'),
	(417, 'Can view plan narrative', 104, 'view_plannarrative'),
	(418, 'Can add band table', 105, 'add_bandtable'),
	(419, 'Can change band table', 105, 'change_bandtable'),
	(420, 'Can delete band table', 105, 'delete_bandtable'),
	(421, 'Can view band table', 105, 'view_bandtable'),
	(422, 'Can add band', 106, 'add_band'),
	(423, 'Can change band', 106, 'change_band'),
	(424, 'Can delete band', 106, 'delete_band'),
	(425, 'Can view band', 106, 'view_band'),
	(426, 'Can add setting', 107, 'add_setting'),
	(427, 'Can change setting', 107, 'change_setting'),
	(428, 'Can delete setting', 107, 'delete_setting'),
	(429, 'Can view setting', 107, 'view_setting'),
	(430, 'Can add paid places', 108, 'add_paidplaces'),
	(431, 'Can change paid places', 108, 'change_paidplaces'),
	(432, 'Can delete paid places', 108, 'delete_paidplaces'),
	(433, 'Can view paid places', 108, 'view_paidplaces'),
	(434, 'Can add incentive', 109, 'add_incentive'),
	(435, 'Can change incentive', 109, 'change_incentive'),
	(436, 'Can delete incentive', 109, 'delete_incentive'),
	(437, 'Can view incentive', 109, 'view_incentive'),
	(438, 'Can add first slice shown', 110, 'add_firstsliceshown'),
	(439, 'Can change first slice shown', 110, 'change_firstsliceshown'),
	(440, 'Can delete first slice shown', 110, 'delete_firstsliceshown'),
	(441, 'Can view first slice shown', 110, 'view_firstsliceshown'),
	(442, 'Can add cost split', 111, 'add_costsplit'),
	(443, 'Can change cost split', 111, 'change_costsplit'),
	(444, 'Can delete cost split', 111, 'delete_costsplit'),
	(445, 'Can view cost split', 111, 'view_costsplit'),
	(446, 'Can add top up list', 112, 'add_topuplist'),
	(447, 'Can change top up list', 112, 'change_topuplist'),
	(448, 'Can delete top up list', 112, 'delete_topuplist'),
	(449, 'Can view top up list', 112, 'view_topuplist'),
	(450, 'Can add top up', 113, 'add_topup'),
	(451, 'Can change top up', 113, 'change_topup'),
	(452, 'Can delete top up', 113, 'delete_topup'),
	(453, 'Can view top up', 113, 'view_topup'),
	(454, 'Can add initiative', 114, 'add_initiative'),
	(455, 'Can change initiative', 114, 'change_initiative'),
	(456, 'Can delete initiative', 114, 'delete_initiative'),
	(457, 'Can view initiative', 114, 'view_initiative'),
	(458, 'Can add delivered amount', 115, 'add_deliveredamount'),
	(459, 'Can change delivered amount', 115, 'change_deliveredamount'),
	(460, 'Can delete delivered amount', 115, 'delete_deliveredamount'),
	(461, 'Can view delivered amount', 115, 'view_deliveredamount'),
	(462, 'Can add monthly plan', 116, 'add_monthlyplan'),
	(463, 'Can change monthly plan', 116, 'change_monthlyplan'),
	(464, 'Can delete monthly plan', 116, 'delete_monthlyplan'),
	(465, 'Can view monthly plan', 116, 'view_monthlyplan'),
	(466, 'Can add monthly amount', 117, 'add_monthlyamount'),
	(467, 'Can change monthly amount', 117, 'change_monthlyamount'),
	(468, 'Can delete monthly amount', 117, 'delete_monthlyamount'),
	(469, 'Can view monthly amount', 117, 'view_monthlyamount'),
	(470, 'Can add savings progress', 118, 'add_savingsprogress'),
	(471, 'Can change savings progress', 118, 'change_savingsprogress'),
	(472, 'Can delete savings progress', 118, 'delete_savingsprogress'),
	(473, 'Can view savings progress', 118, 'view_savingsprogress'),
	(474, 'Can add savings rules', 119, 'add_savingsrules'),
	(475, 'Can change savings rules', 119, 'change_savingsrules'),
	(476, 'Can delete savings rules', 119, 'delete_savingsrules'),
	(477, 'Can view savings rules', 119, 'view_savingsrules'),
	(478, 'Can add savings target', 120, 'add_savingstarget'),
	(479, 'Can change savings target', 120, 'change_savingstarget'),
	(480, 'Can delete savings target', 120, 'delete_savingstarget'),
	(481, 'Can view savings target', 120, 'view_savingstarget'),
	(482, 'Can add savings target share', 121, 'add_savingstargetshare'),
	(483, 'Can change savings target share', 121, 'change_savingstargetshare'),
	(484, 'Can delete savings target share', 121, 'delete_savingstargetshare'),
	(485, 'Can view savings target share', 121, 'view_savingstargetshare'),
	(486, 'Can add stage move', 122, 'add_stagemove'),
	(487, 'Can change stage move', 122, 'change_stagemove'),
	(488, 'Can delete stage move', 122, 'delete_stagemove'),
	(489, 'Can view stage move', 122, 'view_stagemove'),
	(490, 'Can add cost baseline', 123, 'add_costbaseline'),
	(491, 'Can change cost baseline', 123, 'change_costbaseline'),
	(492, 'Can delete cost baseline', 123, 'delete_costbaseline'),
	(493, 'Can view cost baseline', 123, 'view_costbaseline'),
	(494, 'Can add counterfactual', 124, 'add_counterfactual'),
	(495, 'Can change counterfactual', 124, 'change_counterfactual'),
	(496, 'Can delete counterfactual', 124, 'delete_counterfactual'),
	(497, 'Can view counterfactual', 124, 'view_counterfactual'),
	(498, 'Can add gate record', 125, 'add_gaterecord'),
	(499, 'Can change gate record', 125, 'change_gaterecord'),
	(500, 'Can delete gate record', 125, 'delete_gaterecord');
INSERT INTO public.auth_permission VALUES
	(501, 'Can view gate record', 125, 'view_gaterecord'),
	(502, 'Can add screening', 126, 'add_screening'),
	(503, 'Can change screening', 126, 'change_screening'),
	(504, 'Can delete screening', 126, 'delete_screening'),
	(505, 'Can view screening', 126, 'view_screening'),
	(506, 'Can add words change', 127, 'add_wordschange'),
	(507, 'Can change words change', 127, 'change_wordschange'),
	(508, 'Can delete words change', 127, 'delete_wordschange'),
	(509, 'Can view words change', 127, 'view_wordschange'),
	(510, 'Can add double count base', 128, 'add_doublecountbase'),
	(511, 'Can change double count base', 128, 'change_doublecountbase'),
	(512, 'Can delete double count base', 128, 'delete_doublecountbase'),
	(513, 'Can view double count base', 128, 'view_doublecountbase'),
	(514, 'Can add double count base amount', 129, 'add_doublecountbaseamount'),
	(515, 'Can change double count base amount', 129, 'change_doublecountbaseamount'),
	(516, 'Can delete double count base amount', 129, 'delete_doublecountbaseamount'),
	(517, 'Can view double count base amount', 129, 'view_doublecountbaseamount'),
	(518, 'Can add double count group', 130, 'add_doublecountgroup'),
	(519, 'Can change double count group', 130, 'change_doublecountgroup'),
	(520, 'Can delete double count group', 130, 'delete_doublecountgroup'),
	(521, 'Can view double count group', 130, 'view_doublecountgroup'),
	(522, 'Can add double count member', 131, 'add_doublecountmember'),
	(523, 'Can change double count member', 131, 'change_doublecountmember'),
	(524, 'Can delete double count member', 131, 'delete_doublecountmember'),
	(525, 'Can view double count member', 131, 'view_doublecountmember'),
	(526, 'Can add KPI', 132, 'add_kpi'),
	(527, 'Can change KPI', 132, 'change_kpi'),
	(528, 'Can delete KPI', 132, 'delete_kpi'),
	(529, 'Can view KPI', 132, 'view_kpi'),
	(530, 'Can add workstream status', 133, 'add_workstreamstatus'),
	(531, 'Can change workstream status', 133, 'change_workstreamstatus'),
	(532, 'Can delete workstream status', 133, 'delete_workstreamstatus'),
	(533, 'Can view workstream status', 133, 'view_workstreamstatus'),
	(534, 'Can add figure', 134, 'add_figure'),
	(535, 'Can change figure', 134, 'change_figure'),
	(536, 'Can delete figure', 134, 'delete_figure'),
	(537, 'Can view figure', 134, 'view_figure'),
	(538, 'Can add commentary', 135, 'add_commentary'),
	(539, 'Can change commentary', 135, 'change_commentary'),
	(540, 'Can delete commentary', 135, 'delete_commentary'),
	(541, 'Can view commentary', 135, 'view_commentary'),
	(542, 'Can add status', 136, 'add_status'),
	(543, 'Can change status', 136, 'change_status'),
	(544, 'Can delete status', 136, 'delete_status'),
	(545, 'Can view status', 136, 'view_status'),
	(546, 'Can add baseline', 137, 'add_baseline'),
	(547, 'Can change baseline', 137, 'change_baseline'),
	(548, 'Can delete baseline', 137, 'delete_baseline'),
	(549, 'Can view baseline', 137, 'view_baseline'),
	(550, 'Can add KPI definition', 138, 'add_kpidefinition'),
	(551, 'Can change KPI definition', 138, 'change_kpidefinition'),
	(552, 'Can delete KPI definition', 138, 'delete_kpidefinition'),
	(553, 'Can view KPI definition', 138, 'view_kpidefinition'),
	(554, 'Can add kpi exception', 139, 'add_kpiexception'),
	(555, 'Can change kpi exception', 139, 'change_kpiexception'),
	(556, 'Can delete kpi exception', 139, 'delete_kpiexception'),
	(557, 'Can view kpi exception', 139, 'view_kpiexception'),
	(558, 'Can add recompute run', 140, 'add_recomputerun'),
	(559, 'Can change recompute run', 140, 'change_recomputerun'),
	(560, 'Can delete recompute run', 140, 'delete_recomputerun'),
	(561, 'Can view recompute run', 140, 'view_recomputerun'),
	(562, 'Can add run chunk', 141, 'add_runchunk'),
	(563, 'Can change run chunk', 141, 'change_runchunk'),
	(564, 'Can delete run chunk', 141, 'delete_runchunk'),
	(565, 'Can view run chunk', 141, 'view_runchunk'),
	(566, 'Can add run failure', 142, 'add_runfailure'),
	(567, 'Can change run failure', 142, 'change_runfailure'),
	(568, 'Can delete run failure', 142, 'delete_runfailure'),
	(569, 'Can view run failure', 142, 'view_runfailure'),
	(570, 'Can add school term', 143, 'add_schoolterm'),
	(571, 'Can change school term', 143, 'change_schoolterm'),
	(572, 'Can delete school term', 143, 'delete_schoolterm'),
	(573, 'Can view school term', 143, 'view_schoolterm'),
	(574, 'Can add target', 144, 'add_target'),
	(575, 'Can change target', 144, 'change_target'),
	(576, 'Can delete target', 144, 'delete_target'),
	(577, 'Can view target', 144, 'view_target'),
	(578, 'Can add target point', 145, 'add_targetpoint'),
	(579, 'Can change target point', 145, 'change_targetpoint'),
	(580, 'Can delete target point', 145, 'delete_targetpoint'),
	(581, 'Can view target point', 145, 'view_targetpoint'),
	(582, 'Can add figure import', 146, 'add_figureimport'),
	(583, 'Can change figure import', 146, 'change_figureimport'),
	(584, 'Can delete figure import', 146, 'delete_figureimport'),
	(585, 'Can view figure import', 146, 'view_figureimport'),
	(586, 'Can add import chunk', 147, 'add_importchunk'),
	(587, 'Can change import chunk', 147, 'change_importchunk'),
	(588, 'Can delete import chunk', 147, 'delete_importchunk'),
	(589, 'Can view import chunk', 147, 'view_importchunk'),
	(590, 'Can add imported figure', 148, 'add_importedfigure'),
	(591, 'Can change imported figure', 148, 'change_importedfigure'),
	(592, 'Can delete imported figure', 148, 'delete_importedfigure'),
	(593, 'Can view imported figure', 148, 'view_importedfigure'),
	(594, 'Can add import problem', 149, 'add_importproblem'),
	(595, 'Can change import problem', 149, 'change_importproblem'),
	(596, 'Can delete import problem', 149, 'delete_importproblem'),
	(597, 'Can view import problem', 149, 'view_importproblem'),
	(598, 'Can add chart mark', 150, 'add_chartmark'),
	(599, 'Can change chart mark', 150, 'change_chartmark'),
	(600, 'Can delete chart mark', 150, 'delete_chartmark');
INSERT INTO public.auth_permission VALUES
	(601, 'Can view chart mark', 150, 'view_chartmark'),
	(602, 'Can add exception update', 151, 'add_exceptionupdate'),
	(603, 'Can change exception update', 151, 'change_exceptionupdate'),
	(604, 'Can delete exception update', 151, 'delete_exceptionupdate'),
	(605, 'Can view exception update', 151, 'view_exceptionupdate'),
	(606, 'Can add figure reminder', 152, 'add_figurereminder'),
	(607, 'Can change figure reminder', 152, 'change_figurereminder'),
	(608, 'Can delete figure reminder', 152, 'delete_figurereminder'),
	(609, 'Can view figure reminder', 152, 'view_figurereminder'),
	(610, 'Can add topic', 153, 'add_topic'),
	(611, 'Can change topic', 153, 'change_topic'),
	(612, 'Can delete topic', 153, 'delete_topic'),
	(613, 'Can view topic', 153, 'view_topic'),
	(614, 'Can add area', 154, 'add_area'),
	(615, 'Can change area', 154, 'change_area'),
	(616, 'Can delete area', 154, 'delete_area'),
	(617, 'Can view area', 154, 'view_area'),
	(618, 'Can add published value', 155, 'add_publishedvalue'),
	(619, 'Can change published value', 155, 'change_publishedvalue'),
	(620, 'Can delete published value', 155, 'delete_publishedvalue'),
	(621, 'Can view published value', 155, 'view_publishedvalue'),
	(622, 'Can add meeting', 156, 'add_meeting'),
	(623, 'Can change meeting', 156, 'change_meeting'),
	(624, 'Can delete meeting', 156, 'delete_meeting'),
	(625, 'Can view meeting', 156, 'view_meeting'),
	(626, 'Can add partner', 157, 'add_partner'),
	(627, 'Can change partner', 157, 'change_partner'),
	(628, 'Can delete partner', 157, 'delete_partner'),
	(629, 'Can view partner', 157, 'view_partner'),
	(630, 'Can add plan', 158, 'add_plan'),
	(631, 'Can change plan', 158, 'change_plan'),
	(632, 'Can delete plan', 158, 'delete_plan'),
	(633, 'Can view plan', 158, 'view_plan'),
	(634, 'Can add outbox mail', 159, 'add_outboxmail'),
	(635, 'Can change outbox mail', 159, 'change_outboxmail'),
	(636, 'Can delete outbox mail', 159, 'delete_outboxmail'),
	(637, 'Can view outbox mail', 159, 'view_outboxmail'),
	(638, 'Can add workstream', 160, 'add_workstream'),
	(639, 'Can change workstream', 160, 'change_workstream'),
	(640, 'Can delete workstream', 160, 'delete_workstream'),
	(641, 'Can view workstream', 160, 'view_workstream'),
	(642, 'Can add milestone', 161, 'add_milestone'),
	(643, 'Can change milestone', 161, 'change_milestone'),
	(644, 'Can delete milestone', 161, 'delete_milestone'),
	(645, 'Can view milestone', 161, 'view_milestone'),
	(646, 'Can add milestone report', 162, 'add_milestonereport'),
	(647, 'Can change milestone report', 162, 'change_milestonereport'),
	(648, 'Can delete milestone report', 162, 'delete_milestonereport'),
	(649, 'Can view milestone report', 162, 'view_milestonereport'),
	(650, 'Can add membership', 163, 'add_membership'),
	(651, 'Can change membership', 163, 'change_membership'),
	(652, 'Can delete membership', 163, 'delete_membership'),
	(653, 'Can view membership', 163, 'view_membership'),
	(654, 'Can add email address', 164, 'add_emailaddress'),
	(655, 'Can change email address', 164, 'change_emailaddress'),
	(656, 'Can delete email address', 164, 'delete_emailaddress'),
	(657, 'Can view email address', 164, 'view_emailaddress'),
	(658, 'Can add email confirmation', 165, 'add_emailconfirmation'),
	(659, 'Can change email confirmation', 165, 'change_emailconfirmation'),
	(660, 'Can delete email confirmation', 165, 'delete_emailconfirmation'),
	(661, 'Can view email confirmation', 165, 'view_emailconfirmation'),
	(662, 'Can add authenticator', 166, 'add_authenticator'),
	(663, 'Can change authenticator', 166, 'change_authenticator'),
	(664, 'Can delete authenticator', 166, 'delete_authenticator'),
	(665, 'Can view authenticator', 166, 'view_authenticator'),
	(666, 'Can add redirect', 167, 'add_redirect'),
	(667, 'Can change redirect', 167, 'change_redirect'),
	(668, 'Can delete redirect', 167, 'delete_redirect'),
	(669, 'Can view redirect', 167, 'view_redirect'),
	(670, 'Can add user profile', 168, 'add_userprofile'),
	(671, 'Can change user profile', 168, 'change_userprofile'),
	(672, 'Can delete user profile', 168, 'delete_userprofile'),
	(673, 'Can view user profile', 168, 'view_userprofile'),
	(674, 'Can view document', 26, 'view_document'),
	(675, 'Can view image', 28, 'view_image'),
	(676, 'Can add rendition', 169, 'add_rendition'),
	(677, 'Can change rendition', 169, 'change_rendition'),
	(678, 'Can delete rendition', 169, 'delete_rendition'),
	(679, 'Can view rendition', 169, 'view_rendition'),
	(680, 'Can add editing session', 170, 'add_editingsession'),
	(681, 'Can change editing session', 170, 'change_editingsession'),
	(682, 'Can delete editing session', 170, 'delete_editingsession'),
	(683, 'Can view editing session', 170, 'view_editingsession'),
	(684, 'Can add form state', 171, 'add_formstate'),
	(685, 'Can change form state', 171, 'change_formstate'),
	(686, 'Can delete form state', 171, 'delete_formstate'),
	(687, 'Can view form state', 171, 'view_formstate'),
	(688, 'Can add index entry', 172, 'add_indexentry'),
	(689, 'Can change index entry', 172, 'change_indexentry'),
	(690, 'Can delete index entry', 172, 'delete_indexentry'),
	(691, 'Can view index entry', 172, 'view_indexentry'),
	(692, 'Can add tag', 173, 'add_tag'),
	(693, 'Can change tag', 173, 'change_tag'),
	(694, 'Can delete tag', 173, 'delete_tag'),
	(695, 'Can view tag', 173, 'view_tag'),
	(696, 'Can add tagged item', 174, 'add_taggeditem'),
	(697, 'Can change tagged item', 174, 'change_taggeditem'),
	(698, 'Can delete tagged item', 174, 'delete_taggeditem'),
	(699, 'Can view tagged item', 174, 'view_taggeditem'),
	(700, 'Can add permission', 175, 'add_permission');
INSERT INTO public.auth_permission VALUES
	(701, 'Can change permission', 175, 'change_permission'),
	(702, 'Can delete permission', 175, 'delete_permission'),
	(703, 'Can view permission', 175, 'view_permission'),
	(704, 'Can add group', 176, 'add_group'),
	(705, 'Can change group', 176, 'change_group'),
	(706, 'Can delete group', 176, 'delete_group'),
	(707, 'Can view group', 176, 'view_group'),
	(708, 'Can add content type', 177, 'add_contenttype'),
	(709, 'Can change content type', 177, 'change_contenttype'),
	(710, 'Can delete content type', 177, 'delete_contenttype'),
	(711, 'Can view content type', 177, 'view_contenttype'),
	(712, 'Can add session', 178, 'add_session'),
	(713, 'Can change session', 178, 'change_session'),
	(714, 'Can delete session', 178, 'delete_session'),
	(715, 'Can view session', 178, 'view_session');
INSERT INTO public.contributions_notpublishingreason VALUES
	(1, 'vexatious', 'Vexatious', 'It was written to attack or to wear somebody down, not to comment. The law does not ask us to publish such comments. It is counted.', true, 1, NULL, NULL, NULL, NULL, NULL),
	(2, 'one-person', 'About services to one particular person', 'It is about the services that one particular person receives. The law does not ask us to publish such comments, and publishing it could show who the person is. For help with a child''s own case, ask SENDIASS. It is counted.', true, 2, NULL, NULL, NULL, NULL, NULL),
	(3, 'off-subject', 'Not about the Local Offer or the plan', 'It is not about help for children and young people with special educational needs and disabilities, or the information about it. Two people have agreed on that. It is counted.', true, 3, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.contributions_retentionrule VALUES
	(1, 'provision', 365, 365, 730, NULL, NULL),
	(2, 'information', 365, 365, 730, NULL, NULL),
	(3, 'making', 365, 365, 730, NULL, NULL),
	(4, 'idea', 365, 365, 730, NULL, NULL),
	(5, 'compliment', 365, 365, 730, NULL, NULL);
INSERT INTO public.django_content_type VALUES
	(1, 'wagtailcore', 'page'),
	(2, 'wagtailcore', 'groupapprovaltask'),
	(3, 'wagtailcore', 'locale'),
	(4, 'wagtailcore', 'site'),
	(5, 'wagtailcore', 'groupsitepermission'),
	(6, 'wagtailcore', 'modellogentry'),
	(7, 'wagtailcore', 'revision'),
	(8, 'wagtailcore', 'collectionviewrestriction'),
	(9, 'wagtailcore', 'collection'),
	(10, 'wagtailcore', 'groupcollectionpermission'),
	(11, 'wagtailcore', 'uploadedfile'),
	(12, 'wagtailcore', 'workflowcontenttype'),
	(13, 'wagtailcore', 'workflowstate'),
	(14, 'wagtailcore', 'workflow'),
	(15, 'wagtailcore', 'workflowtask'),
	(16, 'wagtailcore', 'task'),
	(17, 'wagtailcore', 'taskstate'),
	(18, 'wagtailcore', 'grouppagepermission'),
	(19, 'wagtailcore', 'pageviewrestriction'),
	(20, 'wagtailcore', 'workflowpage'),
	(21, 'wagtailcore', 'pagelogentry'),
	(22, 'wagtailcore', 'comment'),
	(23, 'wagtailcore', 'commentreply'),
	(24, 'wagtailcore', 'pagesubscription'),
	(25, 'wagtailcore', 'referenceindex'),
	(26, 'wagtaildocs', 'document'),
	(27, 'wagtailadmin', 'admin'),
	(28, 'wagtailimages', 'image'),
	(29, 'local_offer', 'localofferhome'),
	(30, 'local_offer', 'provider'),
	(31, 'local_offer', 'secondpairofeyes'),
	(32, 'local_offer', 'providermember'),
	(33, 'local_offer', 'synonymgroup'),
	(34, 'runtime', 'heartbeat'),
	(35, 'accounts', 'user'),
	(36, 'accounts', 'rolegrant'),
	(37, 'accounts', 'secondfactorreset'),
	(38, 'local_offer', 'sectionpage'),
	(39, 'local_offer', 'catalogueentry'),
	(40, 'local_offer', 'guidancepage'),
	(41, 'local_offer', 'featuredpage'),
	(42, 'local_offer', 'outofareapage'),
	(43, 'local_offer', 'servicepage'),
	(44, 'local_offer', 'alternativeformat'),
	(45, 'local_offer', 'check'),
	(46, 'local_offer', 'checkreminder'),
	(47, 'local_offer', 'gap'),
	(48, 'local_offer', 'heading'),
	(49, 'local_offer', 'headinglist'),
	(50, 'local_offer', 'importedrow'),
	(51, 'local_offer', 'listingimport'),
	(52, 'local_offer', 'listingsource'),
	(53, 'local_offer', 'postcode'),
	(54, 'local_offer', 'provideranswer'),
	(55, 'local_offer', 'searchterm'),
	(56, 'local_offer', 'suggestion'),
	(57, 'local_offer', 'importedfile'),
	(58, 'local_offer', 'offermeasurekpi'),
	(59, 'local_offer', 'wordingapproval'),
	(60, 'contributions', 'addresstally'),
	(61, 'contributions', 'notpublishingreason'),
	(62, 'contributions', 'contribution'),
	(63, 'contributions', 'publicversion'),
	(64, 'contributions', 'response'),
	(65, 'contributions', 'forumview'),
	(66, 'contributions', 'responseversion'),
	(67, 'contributions', 'safeguardingreferral'),
	(68, 'contributions', 'withholding'),
	(69, 'contributions', 'original'),
	(70, 'contributions', 'contributionevent'),
	(71, 'contributions', 'originalopening'),
	(72, 'contributions', 'aboutme'),
	(73, 'contributions', 'addition'),
	(74, 'contributions', 'contact'),
	(75, 'contributions', 'edition'),
	(76, 'contributions', 'editionline'),
	(77, 'contributions', 'neighbourhood'),
	(78, 'contributions', 'outcomeanswer'),
	(79, 'contributions', 'publicationyear'),
	(80, 'contributions', 'reachplan'),
	(81, 'contributions', 'reachtally'),
	(82, 'contributions', 'retentionrule'),
	(83, 'contributions', 'safeguardingalert'),
	(84, 'contributions', 'datarequest'),
	(85, 'contributions', 'processingrecord'),
	(86, 'contributions', 'reachedition'),
	(87, 'contributions', 'measurekpi'),
	(88, 'contributions', 'reachcount'),
	(89, 'contributions', 'earlieraddress'),
	(90, 'position', 'balance'),
	(91, 'position', 'blocktransfer'),
	(92, 'position', 'fundingscope'),
	(93, 'position', 'jointfunding'),
	(94, 'position', 'reconciliation'),
	(95, 'position', 'explaineddifference'),
	(96, 'position', 'statement'),
	(97, 'position', 'knownpart'),
	(98, 'position', 'amount'),
	(99, 'position', 'transfereffect'),
	(100, 'position', 'transferlimit');
INSERT INTO public.django_content_type VALUES
	(101, 'position', 'unmitigatedline'),
	(102, 'position', 'unmitigatedyear'),
	(103, 'position', 'plancell'),
	(104, 'position', 'plannarrative'),
	(105, 'topups', 'bandtable'),
	(106, 'topups', 'band'),
	(107, 'topups', 'setting'),
	(108, 'topups', 'paidplaces'),
	(109, 'topups', 'incentive'),
	(110, 'topups', 'firstsliceshown'),
	(111, 'topups', 'costsplit'),
	(112, 'topups', 'topuplist'),
	(113, 'topups', 'topup'),
	(114, 'savings', 'initiative'),
	(115, 'savings', 'deliveredamount'),
	(116, 'savings', 'monthlyplan'),
	(117, 'savings', 'monthlyamount'),
	(118, 'savings', 'savingsprogress'),
	(119, 'savings', 'savingsrules'),
	(120, 'savings', 'savingstarget'),
	(121, 'savings', 'savingstargetshare'),
	(122, 'savings', 'stagemove'),
	(123, 'savings', 'costbaseline'),
	(124, 'savings', 'counterfactual'),
	(125, 'savings', 'gaterecord'),
	(126, 'savings', 'screening'),
	(127, 'savings', 'wordschange'),
	(128, 'savings', 'doublecountbase'),
	(129, 'savings', 'doublecountbaseamount'),
	(130, 'savings', 'doublecountgroup'),
	(131, 'savings', 'doublecountmember'),
	(132, 'figures', 'kpi'),
	(133, 'figures', 'workstreamstatus'),
	(134, 'figures', 'figure'),
	(135, 'figures', 'commentary'),
	(136, 'figures', 'status'),
	(137, 'figures', 'baseline'),
	(138, 'figures', 'kpidefinition'),
	(139, 'figures', 'kpiexception'),
	(140, 'figures', 'recomputerun'),
	(141, 'figures', 'runchunk'),
	(142, 'figures', 'runfailure'),
	(143, 'figures', 'schoolterm'),
	(144, 'figures', 'target'),
	(145, 'figures', 'targetpoint'),
	(146, 'figures', 'figureimport'),
	(147, 'figures', 'importchunk'),
	(148, 'figures', 'importedfigure'),
	(149, 'figures', 'importproblem'),
	(150, 'figures', 'chartmark'),
	(151, 'figures', 'exceptionupdate'),
	(152, 'figures', 'figurereminder'),
	(153, 'published', 'topic'),
	(154, 'published', 'area'),
	(155, 'published', 'publishedvalue'),
	(156, 'workstreams', 'meeting'),
	(157, 'workstreams', 'partner'),
	(158, 'workstreams', 'plan'),
	(159, 'workstreams', 'outboxmail'),
	(160, 'workstreams', 'workstream'),
	(161, 'workstreams', 'milestone'),
	(162, 'workstreams', 'milestonereport'),
	(163, 'workstreams', 'membership'),
	(164, 'account', 'emailaddress'),
	(165, 'account', 'emailconfirmation'),
	(166, 'mfa', 'authenticator'),
	(167, 'wagtailredirects', 'redirect'),
	(168, 'wagtailusers', 'userprofile'),
	(169, 'wagtailimages', 'rendition'),
	(170, 'wagtailadmin', 'editingsession'),
	(171, 'wagtailadmin', 'formstate'),
	(172, 'modelsearch', 'indexentry'),
	(173, 'taggit', 'tag'),
	(174, 'taggit', 'taggeditem'),
	(175, 'auth', 'permission'),
	(176, 'auth', 'group'),
	(177, 'contenttypes', 'contenttype'),
	(178, 'sessions', 'session');
INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '2026-11-29 17:21:37.868868+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '2026-11-29 17:21:37.873536+00'),
	(3, 'auth', '0001_initial', '2026-11-29 17:21:37.889324+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '2026-11-29 17:21:37.892997+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '2026-11-29 17:21:37.89697+00'),
	(6, 'auth', '0004_alter_user_username_opts', '2026-11-29 17:21:37.900932+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '2026-11-29 17:21:37.904867+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '2026-11-29 17:21:37.905824+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-29 17:21:37.909517+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '2026-11-29 17:21:37.913357+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-29 17:21:37.917314+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '2026-11-29 17:21:37.92169+00'),
	(13, 'auth', '0011_update_proxy_permissions', '2026-11-29 17:21:37.925848+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-29 17:21:37.929815+00'),
	(15, 'accounts', '0001_initial', '2026-11-29 17:21:37.997184+00'),
	(16, 'account', '0001_initial', '2026-11-29 17:21:38.015069+00'),
	(17, 'account', '0002_email_max_length', '2026-11-29 17:21:38.022603+00'),
	(18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-29 17:21:38.044526+00'),
	(19, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-29 17:21:38.055281+00'),
	(20, 'account', '0005_emailaddress_idx_upper_email', '2026-11-29 17:21:38.062655+00'),
	(21, 'account', '0006_emailaddress_lower', '2026-11-29 17:21:38.07156+00'),
	(22, 'account', '0007_emailaddress_idx_email', '2026-11-29 17:21:38.084276+00'),
	(23, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-29 17:21:38.093698+00'),
	(24, 'account', '0009_emailaddress_unique_primary_email', '2026-11-29 17:21:38.100635+00'),
	(25, 'wagtailcore', '0001_initial', '2026-11-29 17:21:38.217199+00'),
	(26, 'wagtailcore', '0002_initial_data', '2026-11-29 17:21:38.218066+00'),
	(27, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', '2026-11-29 17:21:38.218496+00'),
	(28, 'wagtailcore', '0004_page_locked', '2026-11-29 17:21:38.218886+00'),
	(29, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', '2026-11-29 17:21:38.219291+00'),
	(30, 'wagtailcore', '0006_add_lock_page_permission', '2026-11-29 17:21:38.219733+00'),
	(31, 'wagtailcore', '0007_page_latest_revision_created_at', '2026-11-29 17:21:38.220092+00'),
	(32, 'wagtailcore', '0008_populate_latest_revision_created_at', '2026-11-29 17:21:38.220464+00'),
	(33, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', '2026-11-29 17:21:38.220835+00'),
	(34, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', '2026-11-29 17:21:38.221187+00'),
	(35, 'wagtailcore', '0011_page_first_published_at', '2026-11-29 17:21:38.221541+00'),
	(36, 'wagtailcore', '0012_extend_page_slug_field', '2026-11-29 17:21:38.221882+00'),
	(37, 'wagtailcore', '0013_update_golive_expire_help_text', '2026-11-29 17:21:38.22223+00'),
	(38, 'wagtailcore', '0014_add_verbose_name', '2026-11-29 17:21:38.22255+00'),
	(39, 'wagtailcore', '0015_add_more_verbose_names', '2026-11-29 17:21:38.222885+00'),
	(40, 'wagtailcore', '0016_change_page_url_path_to_text_field', '2026-11-29 17:21:38.223291+00'),
	(41, 'wagtailcore', '0017_change_edit_page_permission_description', '2026-11-29 17:21:38.230895+00'),
	(42, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', '2026-11-29 17:21:38.241204+00'),
	(43, 'wagtailcore', '0019_verbose_names_cleanup', '2026-11-29 17:21:38.275317+00'),
	(44, 'wagtailcore', '0020_add_index_on_page_first_published_at', '2026-11-29 17:21:38.286262+00'),
	(45, 'wagtailcore', '0021_capitalizeverbose', '2026-11-29 17:21:38.528597+00'),
	(46, 'wagtailcore', '0022_add_site_name', '2026-11-29 17:21:38.559134+00'),
	(47, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', '2026-11-29 17:21:38.569328+00'),
	(48, 'wagtailcore', '0024_collection', '2026-11-29 17:21:38.574037+00'),
	(49, 'wagtailcore', '0025_collection_initial_data', '2026-11-29 17:21:38.585259+00'),
	(50, 'wagtailcore', '0026_group_collection_permission', '2026-11-29 17:21:38.605974+00'),
	(51, 'wagtailcore', '0027_fix_collection_path_collation', '2026-11-29 17:21:38.617616+00'),
	(52, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', '2026-11-29 17:21:38.628683+00'),
	(53, 'wagtailcore', '0028_merge', '2026-11-29 17:21:38.629688+00'),
	(54, 'wagtailcore', '0029_unicode_slugfield_dj19', '2026-11-29 17:21:38.63843+00'),
	(55, 'wagtailcore', '0030_index_on_pagerevision_created_at', '2026-11-29 17:21:38.6484+00'),
	(56, 'wagtailcore', '0031_add_page_view_restriction_types', '2026-11-29 17:21:38.679761+00'),
	(57, 'wagtailcore', '0032_add_bulk_delete_page_permission', '2026-11-29 17:21:38.687937+00'),
	(58, 'wagtailcore', '0033_remove_golive_expiry_help_text', '2026-11-29 17:21:38.705681+00'),
	(59, 'wagtailcore', '0034_page_live_revision', '2026-11-29 17:21:38.719025+00'),
	(60, 'wagtailcore', '0035_page_last_published_at', '2026-11-29 17:21:38.729002+00'),
	(61, 'wagtailcore', '0036_populate_page_last_published_at', '2026-11-29 17:21:38.741307+00'),
	(62, 'wagtailcore', '0037_set_page_owner_editable', '2026-11-29 17:21:38.752543+00'),
	(63, 'wagtailcore', '0038_make_first_published_at_editable', '2026-11-29 17:21:38.76221+00'),
	(64, 'wagtailcore', '0039_collectionviewrestriction', '2026-11-29 17:21:38.795033+00'),
	(65, 'wagtailcore', '0040_page_draft_title', '2026-11-29 17:21:38.841299+00'),
	(66, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', '2026-11-29 17:21:38.849368+00'),
	(67, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', '2026-11-29 17:21:38.860469+00'),
	(68, 'wagtailcore', '0043_lock_fields', '2026-11-29 17:21:38.883626+00'),
	(69, 'wagtailcore', '0044_add_unlock_grouppagepermission', '2026-11-29 17:21:38.892991+00'),
	(70, 'wagtailcore', '0045_assign_unlock_grouppagepermission', '2026-11-29 17:21:38.909475+00'),
	(71, 'wagtailcore', '0046_site_name_remove_null', '2026-11-29 17:21:38.9184+00'),
	(72, 'wagtailcore', '0047_add_workflow_models', '2026-11-29 17:21:39.06542+00'),
	(73, 'wagtailcore', '0048_add_default_workflows', '2026-11-29 17:21:39.124209+00'),
	(74, 'wagtailcore', '0049_taskstate_finished_by', '2026-11-29 17:21:39.143907+00'),
	(75, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', '2026-11-29 17:21:39.183024+00'),
	(76, 'wagtailcore', '0051_taskstate_comment', '2026-11-29 17:21:39.196754+00'),
	(77, 'wagtailcore', '0052_pagelogentry', '2026-11-29 17:21:39.219695+00'),
	(78, 'wagtailcore', '0053_locale_model', '2026-11-29 17:21:39.223117+00'),
	(79, 'wagtailcore', '0054_initial_locale', '2026-11-29 17:21:39.241531+00'),
	(80, 'wagtailcore', '0055_page_locale_fields', '2026-11-29 17:21:39.287346+00'),
	(81, 'wagtailcore', '0056_page_locale_fields_populate', '2026-11-29 17:21:39.309578+00'),
	(82, 'wagtailcore', '0057_page_locale_fields_notnull', '2026-11-29 17:21:39.34713+00'),
	(83, 'wagtailcore', '0058_page_alias_of', '2026-11-29 17:21:39.370642+00'),
	(84, 'wagtailcore', '0059_apply_collection_ordering', '2026-11-29 17:21:39.417586+00'),
	(85, 'wagtailcore', '0060_fix_workflow_unique_constraint', '2026-11-29 17:21:39.447295+00'),
	(86, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', '2026-11-29 17:21:39.473657+00'),
	(87, 'wagtailcore', '0062_comment_models_and_pagesubscription', '2026-11-29 17:21:39.542609+00'),
	(88, 'wagtailcore', '0063_modellogentry', '2026-11-29 17:21:39.56804+00'),
	(89, 'wagtailcore', '0064_log_timestamp_indexes', '2026-11-29 17:21:39.598337+00'),
	(90, 'wagtailcore', '0065_log_entry_uuid', '2026-11-29 17:21:39.628652+00'),
	(180, 'wagtailadmin', '0002_admin', '2026-11-29 17:21:42.684448+00'),
	(91, 'wagtailcore', '0066_collection_management_permissions', '2026-11-29 17:21:39.677782+00'),
	(92, 'wagtailcore', '0067_alter_pagerevision_content_json', '2026-11-29 17:21:39.71333+00'),
	(93, 'wagtailcore', '0068_log_entry_empty_object', '2026-11-29 17:21:39.737007+00'),
	(94, 'wagtailcore', '0069_log_entry_jsonfield', '2026-11-29 17:21:39.802101+00'),
	(95, 'wagtailcore', '0070_rename_pagerevision_revision', '2026-11-29 17:21:40.104763+00'),
	(96, 'wagtailcore', '0071_populate_revision_content_type', '2026-11-29 17:21:40.127849+00'),
	(97, 'wagtailcore', '0072_alter_revision_content_type_notnull', '2026-11-29 17:21:40.178649+00'),
	(98, 'wagtailcore', '0073_page_latest_revision', '2026-11-29 17:21:40.202935+00'),
	(99, 'wagtailcore', '0074_revision_object_str', '2026-11-29 17:21:40.21864+00');
INSERT INTO public.django_migrations VALUES
	(100, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', '2026-11-29 17:21:40.262244+00'),
	(101, 'wagtailcore', '0076_modellogentry_revision', '2026-11-29 17:21:40.285819+00'),
	(102, 'wagtailcore', '0077_alter_revision_user', '2026-11-29 17:21:40.33352+00'),
	(103, 'wagtailcore', '0078_referenceindex', '2026-11-29 17:21:40.361842+00'),
	(104, 'wagtailcore', '0079_rename_taskstate_page_revision', '2026-11-29 17:21:40.384096+00'),
	(105, 'wagtailcore', '0080_generic_workflowstate', '2026-11-29 17:21:40.536001+00'),
	(106, 'wagtailcore', '0081_populate_workflowstate_content_type', '2026-11-29 17:21:40.560358+00'),
	(107, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', '2026-11-29 17:21:40.642752+00'),
	(108, 'wagtailcore', '0083_workflowcontenttype', '2026-11-29 17:21:40.670451+00'),
	(109, 'wagtailcore', '0084_add_default_page_permissions', '2026-11-29 17:21:40.688379+00'),
	(110, 'wagtailcore', '0085_add_grouppagepermission_permission', '2026-11-29 17:21:40.727902+00'),
	(111, 'wagtailcore', '0086_populate_grouppagepermission_permission', '2026-11-29 17:21:40.783161+00'),
	(112, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', '2026-11-29 17:21:40.844635+00'),
	(113, 'wagtailcore', '0088_fix_log_entry_json_timestamps', '2026-11-29 17:21:40.932294+00'),
	(114, 'wagtailcore', '0089_log_entry_data_json_null_to_object', '2026-11-29 17:21:40.956513+00'),
	(115, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', '2026-11-29 17:21:41.02446+00'),
	(116, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', '2026-11-29 17:21:41.041016+00'),
	(117, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', '2026-11-29 17:21:41.083147+00'),
	(118, 'wagtailcore', '0093_uploadedfile', '2026-11-29 17:21:41.110775+00'),
	(119, 'wagtailcore', '0094_alter_page_locale', '2026-11-29 17:21:41.160333+00'),
	(120, 'wagtailcore', '0095_groupsitepermission', '2026-11-29 17:21:41.189645+00'),
	(121, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', '2026-11-29 17:21:41.210368+00'),
	(122, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', '2026-11-29 17:21:41.245345+00'),
	(123, 'taggit', '0001_initial', '2026-11-29 17:21:41.276747+00'),
	(124, 'wagtaildocs', '0001_initial', '2026-11-29 17:21:41.303904+00'),
	(125, 'wagtaildocs', '0002_initial_data', '2026-11-29 17:21:41.33727+00'),
	(126, 'wagtaildocs', '0003_add_verbose_names', '2026-11-29 17:21:41.392607+00'),
	(127, 'wagtaildocs', '0004_capitalizeverbose', '2026-11-29 17:21:41.526024+00'),
	(128, 'wagtaildocs', '0005_document_collection', '2026-11-29 17:21:41.557722+00'),
	(129, 'wagtaildocs', '0006_copy_document_permissions_to_collections', '2026-11-29 17:21:41.588771+00'),
	(130, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', '2026-11-29 17:21:41.614283+00'),
	(131, 'wagtaildocs', '0007_merge', '2026-11-29 17:21:41.615747+00'),
	(132, 'wagtaildocs', '0008_document_file_size', '2026-11-29 17:21:41.634202+00'),
	(133, 'wagtaildocs', '0009_document_verbose_name_plural', '2026-11-29 17:21:41.651973+00'),
	(134, 'wagtaildocs', '0010_document_file_hash', '2026-11-29 17:21:41.699504+00'),
	(135, 'wagtailadmin', '0001_create_admin_access_permissions', '2026-11-29 17:21:41.730302+00'),
	(136, 'wagtaildocs', '0011_add_choose_permissions', '2026-11-29 17:21:41.808535+00'),
	(137, 'wagtaildocs', '0012_uploadeddocument', '2026-11-29 17:21:41.837309+00'),
	(138, 'wagtaildocs', '0013_delete_uploadeddocument', '2026-11-29 17:21:41.83952+00'),
	(139, 'wagtaildocs', '0014_alter_document_file_size', '2026-11-29 17:21:41.858798+00'),
	(140, 'wagtailimages', '0001_initial', '2026-11-29 17:21:42.016874+00'),
	(141, 'wagtailimages', '0002_initial_data', '2026-11-29 17:21:42.017575+00'),
	(142, 'wagtailimages', '0003_fix_focal_point_fields', '2026-11-29 17:21:42.018048+00'),
	(143, 'wagtailimages', '0004_make_focal_point_key_not_nullable', '2026-11-29 17:21:42.018511+00'),
	(144, 'wagtailimages', '0005_make_filter_spec_unique', '2026-11-29 17:21:42.018946+00'),
	(145, 'wagtailimages', '0006_add_verbose_names', '2026-11-29 17:21:42.019416+00'),
	(146, 'wagtailimages', '0007_image_file_size', '2026-11-29 17:21:42.019904+00'),
	(147, 'wagtailimages', '0008_image_created_at_index', '2026-11-29 17:21:42.020315+00'),
	(148, 'wagtailimages', '0009_capitalizeverbose', '2026-11-29 17:21:42.020732+00'),
	(149, 'wagtailimages', '0010_change_on_delete_behaviour', '2026-11-29 17:21:42.021143+00'),
	(150, 'wagtailimages', '0011_image_collection', '2026-11-29 17:21:42.021562+00'),
	(151, 'wagtailimages', '0012_copy_image_permissions_to_collections', '2026-11-29 17:21:42.021973+00'),
	(152, 'wagtailimages', '0013_make_rendition_upload_callable', '2026-11-29 17:21:42.02238+00'),
	(153, 'wagtailimages', '0014_add_filter_spec_field', '2026-11-29 17:21:42.022783+00'),
	(154, 'wagtailimages', '0015_fill_filter_spec_field', '2026-11-29 17:21:42.023281+00'),
	(155, 'wagtailimages', '0016_deprecate_rendition_filter_relation', '2026-11-29 17:21:42.023751+00'),
	(156, 'wagtailimages', '0017_reduce_focal_point_key_max_length', '2026-11-29 17:21:42.024165+00'),
	(157, 'wagtailimages', '0018_remove_rendition_filter', '2026-11-29 17:21:42.024572+00'),
	(158, 'wagtailimages', '0019_delete_filter', '2026-11-29 17:21:42.024974+00'),
	(159, 'wagtailimages', '0020_add-verbose-name', '2026-11-29 17:21:42.025386+00'),
	(160, 'wagtailimages', '0021_image_file_hash', '2026-11-29 17:21:42.025785+00'),
	(161, 'wagtailimages', '0022_uploadedimage', '2026-11-29 17:21:42.05629+00'),
	(162, 'wagtailimages', '0023_add_choose_permissions', '2026-11-29 17:21:42.136264+00'),
	(163, 'wagtailimages', '0024_index_image_file_hash', '2026-11-29 17:21:42.157729+00'),
	(164, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', '2026-11-29 17:21:42.182313+00'),
	(165, 'wagtailimages', '0026_delete_uploadedimage', '2026-11-29 17:21:42.184875+00'),
	(166, 'wagtailimages', '0027_image_description', '2026-11-29 17:21:42.205446+00'),
	(167, 'mfa', '0001_initial', '2026-11-29 17:21:42.262564+00'),
	(168, 'mfa', '0002_authenticator_timestamps', '2026-11-29 17:21:42.295332+00'),
	(169, 'mfa', '0003_authenticator_type_uniq', '2026-11-29 17:21:42.346544+00'),
	(170, 'modelsearch', '0001_initial', '2026-11-29 17:21:42.388029+00'),
	(171, 'modelsearch', '0002_customise_indexentry', '2026-11-29 17:21:42.453299+00'),
	(172, 'modelsearch', '0003_add_text_fields', '2026-11-29 17:21:42.47917+00'),
	(173, 'modelsearch', '0004_rename_modelsear_autocom_476c89_gin_modelsearch_autocom_ea8581_gin_and_more', '2026-11-29 17:21:42.539255+00'),
	(174, 'sessions', '0001_initial', '2026-11-29 17:21:42.543828+00'),
	(175, 'taggit', '0002_auto_20150616_2121', '2026-11-29 17:21:42.55751+00'),
	(176, 'taggit', '0003_taggeditem_add_unique_index', '2026-11-29 17:21:42.571414+00'),
	(177, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', '2026-11-29 17:21:42.625051+00'),
	(178, 'taggit', '0005_auto_20220424_2025', '2026-11-29 17:21:42.653689+00'),
	(179, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', '2026-11-29 17:21:42.682378+00'),
	(181, 'wagtailadmin', '0003_admin_managed', '2026-11-29 17:21:42.687834+00'),
	(182, 'wagtailadmin', '0004_editingsession', '2026-11-29 17:21:42.720499+00'),
	(183, 'wagtailadmin', '0005_editingsession_is_editing', '2026-11-29 17:21:42.741143+00'),
	(184, 'wagtailadmin', '0006_formstate', '2026-11-29 17:21:42.775303+00'),
	(185, 'wagtailredirects', '0001_initial', '2026-11-29 17:21:42.837303+00'),
	(186, 'wagtailredirects', '0002_add_verbose_names', '2026-11-29 17:21:42.877325+00'),
	(187, 'wagtailredirects', '0003_make_site_field_editable', '2026-11-29 17:21:42.907836+00'),
	(188, 'wagtailredirects', '0004_set_unique_on_path_and_site', '2026-11-29 17:21:42.936145+00'),
	(189, 'wagtailredirects', '0005_capitalizeverbose', '2026-11-29 17:21:43.037203+00'),
	(190, 'wagtailredirects', '0006_redirect_increase_max_length', '2026-11-29 17:21:43.080295+00'),
	(191, 'wagtailredirects', '0007_add_autocreate_fields', '2026-11-29 17:21:43.117405+00'),
	(192, 'wagtailredirects', '0008_add_verbose_name_plural', '2026-11-29 17:21:43.129282+00'),
	(193, 'wagtailusers', '0001_initial', '2026-11-29 17:21:43.162496+00'),
	(194, 'wagtailusers', '0002_add_verbose_name_on_userprofile', '2026-11-29 17:21:43.214513+00'),
	(195, 'wagtailusers', '0003_add_verbose_names', '2026-11-29 17:21:43.233076+00'),
	(196, 'wagtailusers', '0004_capitalizeverbose', '2026-11-29 17:21:43.303364+00'),
	(197, 'wagtailusers', '0005_make_related_name_wagtail_specific', '2026-11-29 17:21:43.431828+00'),
	(198, 'wagtailusers', '0006_userprofile_prefered_language', '2026-11-29 17:21:43.452262+00'),
	(199, 'wagtailusers', '0007_userprofile_current_time_zone', '2026-11-29 17:21:43.471557+00'),
	(200, 'wagtailusers', '0008_userprofile_avatar', '2026-11-29 17:21:43.491173+00');
INSERT INTO public.django_migrations VALUES
	(201, 'wagtailusers', '0009_userprofile_verbose_name_plural', '2026-11-29 17:21:43.509295+00'),
	(202, 'wagtailusers', '0010_userprofile_updated_comments_notifications', '2026-11-29 17:21:43.528556+00'),
	(203, 'wagtailusers', '0011_userprofile_dismissibles', '2026-11-29 17:21:43.548519+00'),
	(204, 'wagtailusers', '0012_userprofile_theme', '2026-11-29 17:21:43.567764+00'),
	(205, 'wagtailusers', '0013_userprofile_density', '2026-11-29 17:21:43.587048+00'),
	(206, 'wagtailusers', '0014_userprofile_contrast', '2026-11-29 17:21:43.606226+00'),
	(207, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', '2026-11-29 17:21:43.625528+00'),
	(208, 'wagtailimages', '0001_squashed_0021', '2026-11-29 17:21:43.628706+00'),
	(209, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', '2026-11-29 17:21:43.629516+00'),
	(210, 'workstreams', '0001_initial', '2026-11-29 17:21:43.961158+00'),
	(211, 'workstreams', '0002_mail_to_a_row', '2026-11-29 17:21:44.109902+00'),
	(212, 'figures', '0001_initial', '2026-11-29 17:21:45.92855+00'),
	(213, 'contributions', '0001_initial', '2026-11-29 17:21:48.109318+00'),
	(214, 'contributions', '0002_reasons_not_to_publish', '2026-11-29 17:21:48.175563+00'),
	(215, 'contributions', '0003_heard_safe_answered', '2026-11-29 17:21:50.78817+00'),
	(216, 'contributions', '0004_seal_texts', '2026-11-29 17:21:51.614198+00'),
	(217, 'contributions', '0005_how_long_words_are_kept', '2026-11-29 17:21:51.677989+00'),
	(218, 'contributions', '0006_requests_and_records', '2026-11-29 17:21:52.213204+00'),
	(219, 'contributions', '0007_what_shows_a_deed', '2026-11-29 17:21:52.695807+00'),
	(220, 'contributions', '0008_reasons_in_versions', '2026-11-29 17:21:53.137226+00'),
	(221, 'contributions', '0009_whom_we_hear_and_measures', '2026-11-29 17:21:53.445451+00'),
	(222, 'contributions', '0010_counts_of_a_quarter', '2026-11-29 17:21:53.450118+00'),
	(223, 'contributions', '0011_addresses_kept_for_the_leads', '2026-11-29 17:21:53.516057+00'),
	(224, 'contributions', '0012_answers_name_whom_they_answer', '2026-11-29 17:21:53.677179+00'),
	(225, 'figures', '0002_bring_figures_in_a_file', '2026-11-29 17:21:54.715844+00'),
	(226, 'figures', '0003_chart_marks_and_process_control', '2026-11-29 17:21:55.9171+00'),
	(227, 'figures', '0004_reminders_and_what_is_said_of_exceptions', '2026-11-29 17:21:56.172549+00'),
	(228, 'savings', '0001_initial', '2026-11-29 17:21:59.471828+00'),
	(229, 'savings', '0002_rules_across_rows', '2026-11-29 17:21:59.47722+00'),
	(230, 'savings', '0003_gates_and_sign_off', '2026-11-29 17:22:04.166054+00'),
	(231, 'savings', '0004_double_count_groups', '2026-11-29 17:22:05.957221+00'),
	(232, 'published', '0001_initial', '2026-11-29 17:22:06.07157+00'),
	(233, 'published', '0002_topics_beside_the_board', '2026-11-29 17:22:06.077999+00'),
	(234, 'published', '0003_place_in_the_file', '2026-11-29 17:22:06.143041+00'),
	(235, 'position', '0001_initial', '2026-11-29 17:22:13.157347+00'),
	(236, 'position', '0002_corrections_keep_their_year', '2026-11-29 17:22:13.170839+00'),
	(237, 'position', '0003_dsg_plan', '2026-11-29 17:22:13.415125+00'),
	(238, 'home', '0001_editions_of_what_the_board_reads', '2026-11-29 17:22:13.459023+00'),
	(239, 'local_offer', '0001_initial', '2026-11-29 17:22:14.541286+00'),
	(240, 'local_offer', '0002_tree_and_editors', '2026-11-29 17:22:14.822943+00'),
	(241, 'local_offer', '0003_complete_true_findable_open', '2026-11-29 17:22:19.78982+00'),
	(242, 'local_offer', '0004_words_and_duties', '2026-11-29 17:22:20.0542+00'),
	(243, 'local_offer', '0005_imports_are_looked_through', '2026-11-29 17:22:22.121878+00'),
	(244, 'local_offer', '0006_review_wording_and_measures', '2026-11-29 17:22:24.395344+00'),
	(245, 'local_offer', '0007_two_people_publish', '2026-11-29 17:22:24.551888+00'),
	(246, 'local_offer', '0008_editors_keep_synonyms', '2026-11-29 17:22:24.703283+00'),
	(247, 'local_offer', '0009_providers_described_anew', '2026-11-29 17:22:24.715276+00'),
	(248, 'runtime', '0001_initial', '2026-11-29 17:22:24.721066+00'),
	(249, 'topups', '0001_initial', '2026-11-29 17:22:31.518222+00'),
	(250, 'topups', '0002_rules_across_rows', '2026-11-29 17:22:31.531179+00');
INSERT INTO public.local_offer_heading VALUES
	(1, 'early-years-education', 'Education and training', 'Special educational help in nurseries and pre-schools', 'Schedule 2, paragraph 1(a)', 'must', 1, 1),
	(2, 'mainstream-schools', 'Education and training', 'Special educational help in mainstream schools and academies', 'Schedule 2, paragraphs 1(b), 1(c) and 3(a)', 'must', 2, 1),
	(3, 'units-and-resourced-provision', 'Education and training', 'Units and resourced provision in mainstream schools', 'Schedule 2, paragraphs 1(b), 1(c) and 3(c)', 'must', 3, 1),
	(4, 'special-schools', 'Education and training', 'Special schools', 'Schedule 2, paragraphs 1(b) to 1(d) and 3(b)', 'must', 4, 1),
	(5, 'colleges-and-post-16', 'Education and training', 'Colleges and other education after 16', 'Schedule 2, paragraphs 1(e) and 3', 'must', 5, 1),
	(6, 'approved-independent', 'Education and training', 'Independent schools and colleges approved under section 41', 'Schedule 2, paragraphs 1(f) and 3(b)', 'must', 6, 1),
	(7, 'alternative-provision', 'Education and training', 'Pupil referral units and alternative provision', 'Schedule 2, paragraphs 1(g) and 3(c)', 'must', 7, 1),
	(8, 'commissioned-support', 'Education and training', 'Specialist teachers, psychologists and others the council pays for', 'Schedule 2, paragraph 1(h)', 'must', 8, 1),
	(9, 'outside-the-area', 'Education and training', 'Education outside the area that local children use', 'Schedule 2, paragraph 2', 'must', 9, 1),
	(10, 'funding', 'Education and training', 'How special educational help is paid for', 'Schedule 2, paragraph 3(d)', 'must', 10, 1),
	(11, 'other-education', 'Education and training', 'Education that is not special help, such as sports, arts and music', 'Schedule 2', 'must', 11, 1),
	(12, 'training-and-apprenticeships', 'Education and training', 'Training, apprenticeships and supported internships', 'Section 30; Schedule 2', 'must', 12, 1),
	(13, 'finding-needs', 'How schools, nurseries and colleges do it', 'How they find out what a child needs', 'Schedule 2, paragraph 4', 'must', 13, 1),
	(14, 'involving-families', 'How schools, nurseries and colleges do it', 'How parents and young people are involved', 'Schedule 2, paragraph 4', 'must', 14, 1),
	(15, 'equipment', 'How schools, nurseries and colleges do it', 'How equipment and services are found', 'Schedule 2, paragraph 4', 'must', 15, 1),
	(16, 'moving-on', 'How schools, nurseries and colleges do it', 'Help to move to the next class, school or college', 'Schedule 2, paragraph 4', 'must', 16, 1),
	(17, 'teaching', 'How schools, nurseries and colleges do it', 'How children with special educational needs are taught', 'Schedule 2, paragraph 5(a)', 'must', 17, 1),
	(18, 'adapting', 'How schools, nurseries and colleges do it', 'How lessons and rooms are changed to suit a child', 'Schedule 2, paragraphs 5(b) and 5(c)', 'must', 18, 1),
	(19, 'progress', 'How schools, nurseries and colleges do it', 'How progress is checked and talked about', 'Schedule 2, paragraph 5(d)', 'must', 19, 1),
	(20, 'effectiveness', 'How schools, nurseries and colleges do it', 'How they know that the help works', 'Schedule 2, paragraph 5(e)', 'must', 20, 1),
	(21, 'taking-part', 'How schools, nurseries and colleges do it', 'Using all facilities and joining in clubs and trips', 'Schedule 2, paragraphs 5(f) and 5(g)', 'must', 21, 1),
	(22, 'expertise', 'How schools, nurseries and colleges do it', 'What staff know and how they are trained', 'Schedule 2, paragraph 5(i)', 'must', 22, 1),
	(23, 'wellbeing', 'How schools, nurseries and colleges do it', 'Feelings, mental health and friendships', 'Schedule 2, paragraph 5(j)', 'must', 23, 1),
	(24, 'asking-for-assessment', 'Assessment and plans', 'How needs are found and how to ask for an EHC needs assessment', 'Schedule 2; Code of Practice chapter 4', 'must', 24, 1),
	(25, 'ehc-plans', 'Assessment and plans', 'What an EHC plan is and how it is made and reviewed', 'Schedule 2; Code of Practice chapter 4', 'must', 25, 1),
	(26, 'personal-budgets', 'Assessment and plans', 'Personal budgets and direct payments', 'Code of Practice chapter 4', 'should', 26, 1),
	(27, 'health-services', 'Health', 'Therapies and other health services', 'Schedule 2; Code of Practice chapter 4', 'must', 27, 1),
	(28, 'mental-health', 'Health', 'Mental health services', 'Schedule 2; Code of Practice chapter 4', 'must', 28, 1),
	(29, 'medicine-at-school', 'Health', 'Help with medical conditions at school', 'Code of Practice chapter 4', 'should', 29, 1),
	(30, 'palliative-care', 'Health', 'Support for children with life-limiting conditions, and for their families', 'Code of Practice chapter 4', 'must', 30, 1),
	(31, 'social-care', 'Care', 'Social care for disabled children and young people', 'Schedule 2; Code of Practice chapter 4', 'must', 31, 1),
	(32, 'short-breaks', 'Care', 'Short breaks', 'Schedule 2; Code of Practice chapter 4', 'must', 32, 1),
	(33, 'childcare', 'Care', 'Childcare', 'Schedule 2; Code of Practice chapter 4', 'must', 33, 1),
	(34, 'work', 'Growing up', 'Finding and keeping a job', 'Section 30; Schedule 2', 'must', 34, 1),
	(35, 'housing', 'Growing up', 'A place to live', 'Section 30; Schedule 2', 'must', 35, 1),
	(36, 'adult-services', 'Growing up', 'Moving to adult health and care services', 'Section 30; Schedule 2', 'must', 36, 1),
	(37, 'joining-in', 'Growing up', 'Friends, leisure and being part of the community', 'Schedule 2; Code of Practice chapter 4', 'must', 37, 1),
	(38, 'travel-to-school', 'Getting around', 'Travel to school and nursery', 'Section 30; Schedule 2', 'must', 38, 1),
	(39, 'travel-after-16', 'Getting around', 'Travel to college and training after 16', 'Section 30; Schedule 2', 'must', 39, 1),
	(40, 'advice', 'Advice and rights', 'Information, advice and support for families and young people', 'Schedule 2, paragraph 15', 'must', 40, 1),
	(41, 'parent-groups', 'Advice and rights', 'Parent carer forums and support groups', 'Schedule 2, paragraph 15', 'must', 41, 1),
	(42, 'mediation', 'Advice and rights', 'Sorting out disagreements, and mediation', 'Schedule 2', 'must', 42, 1),
	(43, 'complaints', 'Advice and rights', 'How to complain', 'Schedule 2, paragraph 17', 'must', 43, 1),
	(44, 'appeals', 'Advice and rights', 'How to appeal to the Tribunal', 'Schedule 2', 'must', 44, 1),
	(45, 'without-internet', 'The Local Offer itself', 'How to get the Local Offer without the internet, or in another form', 'Regulation 57', 'must', 45, 1),
	(46, 'how-it-is-made', 'The Local Offer itself', 'How families help to make and check it', 'Regulations 54 and 55', 'must', 46, 1),
	(47, 'comments', 'The Local Offer itself', 'How to comment, and what was done about comments', 'Regulation 56', 'must', 47, 1),
	(48, 'who-gets-what', 'The Local Offer itself', 'How it is decided who gets a service', 'Code of Practice chapter 4', 'should', 48, 1),
	(49, 'quality', 'The Local Offer itself', 'How good services are, and what young people go on to do', 'Code of Practice chapter 4', 'should', 49, 1),
	(50, 'early-support', 'Education and training', 'Help at home for very young children, such as Portage', 'Code of Practice chapter 4', 'should', 50, 1),
	(51, 'youth-justice', 'Care', 'Young people in trouble with the law', 'Code of Practice chapter 4', 'should', 51, 1),
	(52, 'siblings', 'Care', 'Support for brothers, sisters and young carers', 'Code of Practice chapter 4', 'should', 52, 1);
INSERT INTO public.local_offer_headinglist VALUES
	(1, 'Duties and guidance as of November 2026', '2026-11-01', 'Children and Families Act 2014 section 30; SEND Regulations 2014 (SI 2014/1530) regulations 53 to 57 and Schedule 2; SEND Code of Practice 2015 chapter 4', NULL, NULL);
INSERT INTO public.local_offer_localofferhome VALUES
	(2, 'Help for children and young people from birth to 25 with special educational needs or disabilities, and for their families.', '', NULL);
INSERT INTO public.local_offer_secondpairofeyes VALUES
	(2);
INSERT INTO public.local_offer_synonymgroup VALUES
	(1, '{autism,autistic,ASD,ASC,"autistic spectrum","autism spectrum",asperger,aspergers,asperger''s}'),
	(2, '{ADHD,"attention deficit",hyperactive,hyperactivity}'),
	(3, '{"demand avoidance",PDA,"pathological demand avoidance"}'),
	(4, '{dyslexia,dyslexic,SpLD,"specific learning difficulty","reading difficulties"}'),
	(5, '{dyscalculia,"number difficulties","maths difficulties"}'),
	(6, '{dyspraxia,DCD,"developmental coordination disorder",clumsy,"co-ordination difficulties"}'),
	(7, '{"learning disability",LD,"learning difficulty","learning difficulties","intellectual disability"}'),
	(8, '{"moderate learning difficulty",MLD}'),
	(9, '{"severe learning difficulty",SLD,"severe learning disability"}'),
	(10, '{"profound and multiple learning difficulty",PMLD,"profound learning disability","complex needs"}'),
	(11, '{deaf,"hearing impairment","hearing impaired","hearing loss","hard of hearing",HI}'),
	(12, '{"visual impairment",blind,"partially sighted","sight loss","vision impairment",VI}'),
	(13, '{deafblind,"multi-sensory impairment",MSI,"dual sensory loss"}'),
	(14, '{"physical disability",PD,"mobility difficulties","cerebral palsy"}'),
	(15, '{"Down''s syndrome","Downs syndrome","Down syndrome","trisomy 21"}'),
	(16, '{"sensory processing","sensory needs","sensory overload",SPD}'),
	(17, '{stammer,stammering,stutter,stuttering}'),
	(18, '{"developmental language disorder",DLD,"language disorder"}'),
	(19, '{"speech and language",SALT,SLT,SLCN,"speech therapy","speech therapist",talking,"late talker","speech delay"}'),
	(20, '{"occupational therapy","occupational therapist",OT}'),
	(21, '{physiotherapy,physiotherapist,physio}'),
	(22, '{"mental health",CAMHS,SEMH,"emotional wellbeing",counselling,wellbeing}'),
	(23, '{paediatrician,"community paediatrician","child development centre",CDC,"children''s doctor"}'),
	(24, '{continence,"toilet training","potty training",bedwetting,nappies}'),
	(25, '{wheelchair,wheelchairs,buggy,"mobility chair"}'),
	(26, '{"communication aid",AAC,talker,"talking device","eye gaze"}'),
	(27, '{signing,"sign language",BSL,Makaton,Signalong}'),
	(28, '{"individual healthcare plan",IHP,IHCP,"health care plan","medicine at school","medication at school"}'),
	(29, '{"EHC plan",EHCP,"education health and care plan","education, health and care plan",statement,"statement of SEN"}'),
	(30, '{"EHC needs assessment",EHCNA,"EHC assessment","statutory assessment"}'),
	(31, '{"SEN support","School Action","School Action Plus","SEN register","K code","graduated approach",IEP,"individual education plan"}'),
	(32, '{"special educational needs",SEN,SEND,"additional needs","special needs",ALN}'),
	(33, '{SENCO,SENDCo,"special needs co-ordinator","inclusion lead"}'),
	(34, '{"educational psychologist",EP,"ed psych","school psychologist","child psychologist"}'),
	(35, '{"teaching assistant",TA,LSA,"learning support assistant","one to one",1:1}'),
	(36, '{top-up,"top up funding","element 3","high needs funding","notional SEN",funding}'),
	(37, '{"personal budget","direct payment","direct payments","PA budget"}'),
	(38, '{"resourced provision",SRP,ARP,"specialist resourced provision","SEN unit","autism base","language unit"}'),
	(39, '{"alternative provision",AP,PRU,"pupil referral unit","hospital school","home tuition"}'),
	(40, '{exclusion,excluded,suspension,suspended,expelled,"sent home"}'),
	(41, '{"school refusal",EBSA,EBSNA,"school avoidance","not attending school","will not go to school","school phobia"}'),
	(42, '{"home education",EHE,"home schooling","home school","elective home education",EOTAS}'),
	(43, '{nursery,pre-school,preschool,"early years",EYFS,playgroup,kindergarten}'),
	(44, '{childcare,childminder,"after-school club","breakfast club",wraparound,babysitter}'),
	(45, '{college,"sixth form",post-16,"post 16","further education",FE}'),
	(46, '{transition,"moving on","moving school","starting school","secondary transfer","changing school"}'),
	(47, '{"school transport",transport,"school bus",minibus,taxi,"home to school travel","travel assistance",escort}'),
	(48, '{"travel training","independent travel training","travel trainer","travelling alone",ITT}'),
	(49, '{"short breaks","short break",respite,"respite care","overnight stay","time off for carers"}'),
	(50, '{"holiday club",playscheme,"play scheme","holiday scheme",HAF,"half-term club"}'),
	(51, '{"changing places toilet","changing place",hoist,"changing bench"}'),
	(52, '{"social care","social worker","social services","children''s services","disabled children''s team","CWD team"}'),
	(53, '{"young carer","young carers",siblings,"brothers and sisters",sibling}'),
	(54, '{"parent carer","carer''s assessment","carer assessment"}'),
	(55, '{benefits,DLA,"Disability Living Allowance",PIP,"Personal Independence Payment","Carer''s Allowance"}'),
	(56, '{"preparing for adulthood",PfA,"preparation for adulthood","turning 18","adult services","growing up"}'),
	(57, '{"supported internship",internship,traineeship,apprenticeship,"job coach","supported employment"}'),
	(58, '{"supported living","independent living","own flat","shared lives"}'),
	(59, '{life-limiting,palliative,hospice,"end of life",life-threatening}'),
	(60, '{appeal,tribunal,SENDIST,"SEND tribunal","First-tier Tribunal"}'),
	(61, '{mediation,mediator,"mediation certificate","disagreement resolution"}'),
	(62, '{complaint,complain,ombudsman,LGSCO}'),
	(63, '{SENDIASS,"IAS service","parent partnership",IASS,"free advice"}'),
	(64, '{"parent carer forum",PCF,"parents'' group","support group","parent group"}'),
	(65, '{EasyRead,"easy read","large print",translation,"other languages"}'),
	(66, '{"youth justice","youth offending",YOT,YOS,"in trouble with the police"}');
INSERT INTO public.wagtailcore_collection VALUES
	(1, '0001', 1, 0, 'Root');
INSERT INTO public.wagtailcore_groupapprovaltask VALUES
	(1);
INSERT INTO public.wagtailcore_groupapprovaltask_groups VALUES
	(1, 1, 1);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES
	(1, 1, 1, 105),
	(2, 1, 2, 105),
	(3, 1, 1, 106),
	(4, 1, 2, 106),
	(5, 1, 1, 109),
	(6, 1, 2, 109),
	(7, 1, 1, 110),
	(8, 1, 2, 110),
	(9, 1, 1, 111),
	(10, 1, 2, 111),
	(11, 1, 1, 113),
	(12, 1, 2, 113),
	(13, 1, 3, 110),
	(14, 1, 3, 111),
	(15, 1, 3, 113),
	(16, 1, 3, 105),
	(17, 1, 3, 106),
	(18, 1, 3, 109);
INSERT INTO public.wagtailcore_grouppagepermission VALUES
	(1, 1, 1, 65),
	(2, 1, 1, 66),
	(3, 1, 1, 71),
	(4, 2, 1, 65),
	(5, 2, 1, 66),
	(6, 1, 1, 70),
	(7, 1, 1, 72),
	(8, 3, 2, 65),
	(9, 3, 2, 66),
	(11, 3, 2, 70),
	(12, 3, 2, 72);
INSERT INTO public.wagtailcore_locale VALUES
	(1, 'en-gb');
INSERT INTO public.wagtailcore_page VALUES
	(1, '0001', 1, 1, 'Root', 'root', true, false, '/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, 'f96d3dfb-a8fb-47a7-86e6-d90c0a394b72', 1, NULL, NULL),
	(2, '00010001', 2, 0, 'Local Offer', 'local-offer', true, false, '/local-offer/', '', false, '', NULL, NULL, false, 29, NULL, false, NULL, NULL, NULL, NULL, 'Local Offer', NULL, NULL, 'be7f2792-1e68-4403-a7b3-ca835c255ff1', 1, NULL, NULL);
INSERT INTO public.wagtailcore_site VALUES
	(1, 'localhost', 80, true, 2, 'Local Offer');
INSERT INTO public.wagtailcore_task VALUES
	(1, 'Moderators approval', true, 2),
	(2, 'A second pair of eyes', true, 31);
INSERT INTO public.wagtailcore_workflow VALUES
	(1, 'Moderators approval', true),
	(2, 'Review by another editor', true);
INSERT INTO public.wagtailcore_workflowpage VALUES
	(1, 1),
	(2, 2);
INSERT INTO public.wagtailcore_workflowtask VALUES
	(1, 0, 1, 1),
	(2, 0, 2, 2);
SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_rolegrant_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_secondfactorreset_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_user_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 3, true);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 29, true);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 715, true);
SELECT pg_catalog.setval('public.board_edition', 1, true);
SELECT pg_catalog.setval('public.contributions_addition_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_addresstally_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_contribution_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_contributionevent_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_datarequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_earlieraddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_edition_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_editionline_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_forumview_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_measurekpi_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_neighbourhood_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_notpublishingreason_id_seq', 3, true);
SELECT pg_catalog.setval('public.contributions_originalopening_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_outcomeanswer_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_processingrecord_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_publicationyear_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_publicversion_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_reachcount_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_reachedition_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_reachplan_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_reachtally_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_response_contributions_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_response_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_responseversion_contributions_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_responseversion_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_retentionrule_id_seq', 5, true);
SELECT pg_catalog.setval('public.contributions_safeguardingalert_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_safeguardingreferral_id_seq', 1, false);
SELECT pg_catalog.setval('public.contributions_withholding_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 178, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 250, true);
SELECT pg_catalog.setval('public.figures_baseline_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_chartmark_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_commentary_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_exceptionupdate_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_figure_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_figureimport_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_figurereminder_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_importchunk_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_importedfigure_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_importproblem_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_kpi_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_kpidefinition_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_kpiexception_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_recomputerun_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_runchunk_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_runfailure_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_schoolterm_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_target_id_seq', 1, false);
SELECT pg_catalog.setval('public.figures_targetpoint_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_alternativeformat_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_check_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_checkreminder_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_featuredpage_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_gap_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_heading_id_seq', 52, true);
SELECT pg_catalog.setval('public.local_offer_headinglist_id_seq', 1, true);
SELECT pg_catalog.setval('public.local_offer_importedfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_importedrow_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_listingimport_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_listingsource_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_offermeasurekpi_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_provider_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_provideranswer_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_providermember_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_searchterm_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_suggestion_id_seq', 1, false);
SELECT pg_catalog.setval('public.local_offer_synonymgroup_id_seq', 66, true);
SELECT pg_catalog.setval('public.local_offer_wordingapproval_id_seq', 1, false);
SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);
SELECT pg_catalog.setval('public.modelsearch_indexentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_amount_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_balance_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_blocktransfer_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_explaineddifference_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_fundingscope_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_jointfunding_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_knownpart_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_plancell_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_plannarrative_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_reconciliation_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_statement_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_transfereffect_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_transferlimit_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_unmitigatedline_id_seq', 1, false);
SELECT pg_catalog.setval('public.position_unmitigatedyear_id_seq', 1, false);
SELECT pg_catalog.setval('public.published_area_id_seq', 1, false);
SELECT pg_catalog.setval('public.published_publishedvalue_id_seq', 1, false);
SELECT pg_catalog.setval('public.published_topic_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_costbaseline_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_counterfactual_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_deliveredamount_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_doublecountbase_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_doublecountbaseamount_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_doublecountgroup_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_doublecountmember_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_gaterecord_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_initiative_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_initiative_kpis_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_monthlyamount_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_monthlyplan_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_savingsprogress_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_savingsrules_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_savingstarget_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_savingstargetshare_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_screening_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_stagemove_id_seq', 1, false);
SELECT pg_catalog.setval('public.savings_wordschange_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_tag_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_taggeditem_id_seq', 1, false);
SELECT pg_catalog.setval('public.topups_band_id_seq', 1, false);
SELECT pg_catalog.setval('public.topups_bandtable_id_seq', 1, false);
SELECT pg_catalog.setval('public.topups_costsplit_id_seq', 1, false);
SELECT pg_catalog.setval('public.topups_firstsliceshown_id_seq', 1, false);
SELECT pg_catalog.setval('public.topups_incentive_id_seq', 1, false);
SELECT pg_catalog.setval('public.topups_paidplaces_id_seq', 1, false);
SELECT pg_catalog.setval('public.topups_setting_id_seq', 1, false);
SELECT pg_catalog.setval('public.topups_topup_id_seq', 1, false);
SELECT pg_catalog.setval('public.topups_topuplist_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_admin_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_editingsession_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_formstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collection_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_comment_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_commentreply_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_groupapprovaltask_groups_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_groupcollectionpermission_id_seq', 18, true);
SELECT pg_catalog.setval('public.wagtailcore_grouppagepermission_id_seq', 12, true);
SELECT pg_catalog.setval('public.wagtailcore_groupsitepermission_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_locale_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_modellogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_page_id_seq', 2, true);
SELECT pg_catalog.setval('public.wagtailcore_pagelogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagerevision_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagesubscription_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_referenceindex_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_site_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_task_id_seq', 2, true);
SELECT pg_catalog.setval('public.wagtailcore_taskstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_uploadedfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflow_id_seq', 2, true);
SELECT pg_catalog.setval('public.wagtailcore_workflowstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflowtask_id_seq', 2, true);
SELECT pg_catalog.setval('public.wagtaildocs_document_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_image_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_rendition_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailredirects_redirect_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailusers_userprofile_id_seq', 1, false);
SELECT pg_catalog.setval('public.workstreams_meeting_id_seq', 1, false);
SELECT pg_catalog.setval('public.workstreams_membership_id_seq', 1, false);
SELECT pg_catalog.setval('public.workstreams_milestone_id_seq', 1, false);
SELECT pg_catalog.setval('public.workstreams_milestonereport_id_seq', 1, false);
SELECT pg_catalog.setval('public.workstreams_outboxmail_id_seq', 1, false);
SELECT pg_catalog.setval('public.workstreams_partner_id_seq', 1, false);
SELECT pg_catalog.setval('public.workstreams_plan_id_seq', 1, false);
SELECT pg_catalog.setval('public.workstreams_workstream_id_seq', 1, false);
SELECT pg_catalog.setval('public.workstreams_workstream_partners_id_seq', 1, false);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_rolegrant
    ADD CONSTRAINT accounts_rolegrant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_secondfactorreset
    ADD CONSTRAINT accounts_secondfactorreset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_group_id_59c0b32f_uniq UNIQUE (user_id, group_id);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq UNIQUE (user_id, permission_id);
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_addresstally
    ADD CONSTRAINT address_tally_one_a_day UNIQUE (day, purpose, address_hmac);
ALTER TABLE ONLY public.position_amount
    ADD CONSTRAINT amount_line_once UNIQUE (statement_id, line, category, sector, label);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_balance
    ADD CONSTRAINT balance_row_and_year UNIQUE (id, area_id, financial_year);
ALTER TABLE ONLY public.topups_band
    ADD CONSTRAINT band_code_once UNIQUE (table_id, code);
ALTER TABLE ONLY public.topups_band
    ADD CONSTRAINT band_place_once UNIQUE (table_id, "position");
ALTER TABLE ONLY public.figures_baseline
    ADD CONSTRAINT baseline_version_once UNIQUE (kpi_id, version);
ALTER TABLE ONLY public.position_blocktransfer
    ADD CONSTRAINT blocktransfer_row_and_year UNIQUE (id, financial_year);
ALTER TABLE ONLY public.local_offer_checkreminder
    ADD CONSTRAINT check_reminder_once_a_stage UNIQUE (page_id, stage, for_check_on);
ALTER TABLE ONLY public.contributions_aboutme
    ADD CONSTRAINT contributions_aboutme_pkey PRIMARY KEY (contribution_id);
ALTER TABLE ONLY public.contributions_addition
    ADD CONSTRAINT contributions_addition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_addresstally
    ADD CONSTRAINT contributions_addresstally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_contact
    ADD CONSTRAINT contributions_contact_pkey PRIMARY KEY (contribution_id);
ALTER TABLE ONLY public.contributions_contribution
    ADD CONSTRAINT contributions_contribution_approved_version_id_key UNIQUE (approved_version_id);
ALTER TABLE ONLY public.contributions_contribution
    ADD CONSTRAINT contributions_contribution_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_contribution
    ADD CONSTRAINT contributions_contribution_receipt_hmac_key UNIQUE (receipt_hmac);
ALTER TABLE ONLY public.contributions_contributionevent
    ADD CONSTRAINT contributions_contributionevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_datarequest
    ADD CONSTRAINT contributions_datarequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_earlieraddress
    ADD CONSTRAINT contributions_earlieraddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_edition
    ADD CONSTRAINT contributions_edition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_editionline
    ADD CONSTRAINT contributions_editionline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_forumview
    ADD CONSTRAINT contributions_forumview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_measurekpi
    ADD CONSTRAINT contributions_measurekpi_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_neighbourhood
    ADD CONSTRAINT contributions_neighbourhood_name_key UNIQUE (name);
ALTER TABLE ONLY public.contributions_neighbourhood
    ADD CONSTRAINT contributions_neighbourhood_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_notpublishingreason
    ADD CONSTRAINT contributions_notpublishingreason_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_notpublishingreason
    ADD CONSTRAINT contributions_notpublishingreason_replaces_id_key UNIQUE (replaces_id);
ALTER TABLE ONLY public.contributions_notpublishingreason
    ADD CONSTRAINT contributions_notpublishingreason_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.contributions_original
    ADD CONSTRAINT contributions_original_pkey PRIMARY KEY (contribution_id);
ALTER TABLE ONLY public.contributions_originalopening
    ADD CONSTRAINT contributions_originalopening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_outcomeanswer
    ADD CONSTRAINT contributions_outcomeanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_processingrecord
    ADD CONSTRAINT contributions_processingrecord_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_publicationyear
    ADD CONSTRAINT contributions_publicationyear_due_on_key UNIQUE (due_on);
ALTER TABLE ONLY public.contributions_publicationyear
    ADD CONSTRAINT contributions_publicationyear_ends_on_key UNIQUE (ends_on);
ALTER TABLE ONLY public.contributions_publicationyear
    ADD CONSTRAINT contributions_publicationyear_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_publicationyear
    ADD CONSTRAINT contributions_publicationyear_starts_on_key UNIQUE (starts_on);
ALTER TABLE ONLY public.contributions_publicversion
    ADD CONSTRAINT contributions_publicversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_reachcount
    ADD CONSTRAINT contributions_reachcount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_reachedition
    ADD CONSTRAINT contributions_reachedition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_reachplan
    ADD CONSTRAINT contributions_reachplan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_reachtally
    ADD CONSTRAINT contributions_reachtally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_response_contributions
    ADD CONSTRAINT contributions_response_c_response_id_contribution_f6aa7ce3_uniq UNIQUE (response_id, contribution_id);
ALTER TABLE ONLY public.contributions_response_contributions
    ADD CONSTRAINT contributions_response_contributions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_response
    ADD CONSTRAINT contributions_response_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_response
    ADD CONSTRAINT contributions_response_published_version_id_key UNIQUE (published_version_id);
ALTER TABLE ONLY public.contributions_responseversion_contributions
    ADD CONSTRAINT contributions_responseve_responseversion_id_contr_dcf47507_uniq UNIQUE (responseversion_id, contribution_id);
ALTER TABLE ONLY public.contributions_responseversion_contributions
    ADD CONSTRAINT contributions_responseversion_contributions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_responseversion
    ADD CONSTRAINT contributions_responseversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_retentionrule
    ADD CONSTRAINT contributions_retentionrule_kind_key UNIQUE (kind);
ALTER TABLE ONLY public.contributions_retentionrule
    ADD CONSTRAINT contributions_retentionrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_safeguardingalert
    ADD CONSTRAINT contributions_safeguardingalert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_safeguardingreferral
    ADD CONSTRAINT contributions_safeguardingreferral_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_withholding
    ADD CONSTRAINT contributions_withholding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_costbaseline
    ADD CONSTRAINT costbaseline_version_once UNIQUE (initiative_id, version);
ALTER TABLE ONLY public.topups_costsplit
    ADD CONSTRAINT costsplit_row_and_year UNIQUE (id, financial_year);
ALTER TABLE ONLY public.savings_counterfactual
    ADD CONSTRAINT counterfactual_row_initiative UNIQUE (id, initiative_id);
ALTER TABLE ONLY public.savings_counterfactual
    ADD CONSTRAINT counterfactual_version_once UNIQUE (initiative_id, version);
ALTER TABLE ONLY public.figures_kpidefinition
    ADD CONSTRAINT definition_version_once UNIQUE (kpi_id, version);
ALTER TABLE ONLY public.savings_deliveredamount
    ADD CONSTRAINT delivered_row_initiative_month UNIQUE (id, initiative_id, month);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.savings_doublecountbaseamount
    ADD CONSTRAINT double_count_amount_once_a_month UNIQUE (base_id, month);
ALTER TABLE ONLY public.savings_doublecountbase
    ADD CONSTRAINT double_count_base_version_once UNIQUE (group_id, version);
ALTER TABLE ONLY public.contributions_editionline
    ADD CONSTRAINT edition_line_once UNIQUE (edition_id, contribution_id);
ALTER TABLE ONLY public.contributions_editionline
    ADD CONSTRAINT edition_line_position_once UNIQUE (edition_id, "position");
ALTER TABLE ONLY public.contributions_edition
    ADD CONSTRAINT edition_number_once_a_year UNIQUE (year_id, number);
ALTER TABLE ONLY public.position_explaineddifference
    ADD CONSTRAINT explained_difference_place_once UNIQUE (reconciliation_id, "position");
ALTER TABLE ONLY public.local_offer_featuredpage
    ADD CONSTRAINT featured_page_once UNIQUE (home_id, page_id);
ALTER TABLE ONLY public.figures_figurereminder
    ADD CONSTRAINT figure_reminded_once_a_stage UNIQUE (kpi_id, period_kind, period_start, stage);
ALTER TABLE ONLY public.figures_baseline
    ADD CONSTRAINT figures_baseline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_chartmark
    ADD CONSTRAINT figures_chartmark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_commentary
    ADD CONSTRAINT figures_commentary_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_exceptionupdate
    ADD CONSTRAINT figures_exceptionupdate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_figure
    ADD CONSTRAINT figures_figure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_figureimport
    ADD CONSTRAINT figures_figureimport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_figurereminder
    ADD CONSTRAINT figures_figurereminder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_importchunk
    ADD CONSTRAINT figures_importchunk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_importedfigure
    ADD CONSTRAINT figures_importedfigure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_importproblem
    ADD CONSTRAINT figures_importproblem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_kpi
    ADD CONSTRAINT figures_kpi_code_key UNIQUE (code);
ALTER TABLE ONLY public.figures_kpi
    ADD CONSTRAINT figures_kpi_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_kpidefinition
    ADD CONSTRAINT figures_kpidefinition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_kpiexception
    ADD CONSTRAINT figures_kpiexception_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_recomputerun
    ADD CONSTRAINT figures_recomputerun_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_runchunk
    ADD CONSTRAINT figures_runchunk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_runfailure
    ADD CONSTRAINT figures_runfailure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_schoolterm
    ADD CONSTRAINT figures_schoolterm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_status
    ADD CONSTRAINT figures_status_pkey PRIMARY KEY (kpi_id);
ALTER TABLE ONLY public.figures_target
    ADD CONSTRAINT figures_target_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_targetpoint
    ADD CONSTRAINT figures_targetpoint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_workstreamstatus
    ADD CONSTRAINT figures_workstreamstatus_pkey PRIMARY KEY (workstream_id);
ALTER TABLE ONLY public.topups_firstsliceshown
    ADD CONSTRAINT firstsliceshown_row_and_year UNIQUE (id, financial_year);
ALTER TABLE ONLY public.local_offer_heading
    ADD CONSTRAINT heading_once_a_list UNIQUE (heading_list_id, code);
ALTER TABLE ONLY public.figures_importchunk
    ADD CONSTRAINT import_chunk_number_once UNIQUE (figure_import_id, number);
ALTER TABLE ONLY public.figures_importproblem
    ADD CONSTRAINT import_problem_said_once UNIQUE (figure_import_id, "position", sheet, cell, message);
ALTER TABLE ONLY public.figures_importedfigure
    ADD CONSTRAINT imported_figure_place_once UNIQUE (figure_import_id, "position");
ALTER TABLE ONLY public.local_offer_importedrow
    ADD CONSTRAINT imported_row_number_once UNIQUE (listing_import_id, number);
ALTER TABLE ONLY public.topups_incentive
    ADD CONSTRAINT incentive_row_and_year UNIQUE (id, financial_year);
ALTER TABLE ONLY public.position_jointfunding
    ADD CONSTRAINT jointfunding_row_and_year UNIQUE (id, financial_year);
ALTER TABLE ONLY public.position_knownpart
    ADD CONSTRAINT known_part_once UNIQUE (statement_id, part);
ALTER TABLE ONLY public.local_offer_listingsource
    ADD CONSTRAINT listing_source_once UNIQUE (source, source_id);
ALTER TABLE ONLY public.local_offer_alternativeformat
    ADD CONSTRAINT local_offer_alternativeformat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_catalogueentry
    ADD CONSTRAINT local_offer_catalogueentry_pkey PRIMARY KEY (page_id);
ALTER TABLE ONLY public.local_offer_check
    ADD CONSTRAINT local_offer_check_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_checkreminder
    ADD CONSTRAINT local_offer_checkreminder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_featuredpage
    ADD CONSTRAINT local_offer_featuredpage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_gap
    ADD CONSTRAINT local_offer_gap_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_guidancepage
    ADD CONSTRAINT local_offer_guidancepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.local_offer_heading
    ADD CONSTRAINT local_offer_heading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_headinglist
    ADD CONSTRAINT local_offer_headinglist_name_key UNIQUE (name);
ALTER TABLE ONLY public.local_offer_headinglist
    ADD CONSTRAINT local_offer_headinglist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_importedfile
    ADD CONSTRAINT local_offer_importedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_importedrow
    ADD CONSTRAINT local_offer_importedrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_listingimport
    ADD CONSTRAINT local_offer_listingimport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_listingsource
    ADD CONSTRAINT local_offer_listingsource_page_id_key UNIQUE (page_id);
ALTER TABLE ONLY public.local_offer_listingsource
    ADD CONSTRAINT local_offer_listingsource_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_localofferhome
    ADD CONSTRAINT local_offer_localofferhome_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.local_offer_offermeasurekpi
    ADD CONSTRAINT local_offer_offermeasurekpi_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_outofareapage
    ADD CONSTRAINT local_offer_outofareapage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.local_offer_postcode
    ADD CONSTRAINT local_offer_postcode_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.local_offer_provider
    ADD CONSTRAINT local_offer_provider_name_key UNIQUE (name);
ALTER TABLE ONLY public.local_offer_provider
    ADD CONSTRAINT local_offer_provider_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_provider
    ADD CONSTRAINT local_offer_provider_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.local_offer_provideranswer
    ADD CONSTRAINT local_offer_provideranswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_providermember
    ADD CONSTRAINT local_offer_providermember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_searchterm
    ADD CONSTRAINT local_offer_searchterm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_secondpairofeyes
    ADD CONSTRAINT local_offer_secondpairofeyes_pkey PRIMARY KEY (task_ptr_id);
ALTER TABLE ONLY public.local_offer_sectionpage
    ADD CONSTRAINT local_offer_sectionpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.local_offer_servicepage
    ADD CONSTRAINT local_offer_servicepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.local_offer_servicepage
    ADD CONSTRAINT local_offer_servicepage_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.local_offer_suggestion
    ADD CONSTRAINT local_offer_suggestion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_synonymgroup
    ADD CONSTRAINT local_offer_synonymgroup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.local_offer_wordingapproval
    ADD CONSTRAINT local_offer_wordingapproval_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workstreams_milestone
    ADD CONSTRAINT milestone_named_once UNIQUE (workstream_id, name);
ALTER TABLE ONLY public.modelsearch_indexentry
    ADD CONSTRAINT modelsearch_indexentry_content_type_id_object_id_32bfbdb1_uniq UNIQUE (content_type_id, object_id);
ALTER TABLE ONLY public.modelsearch_indexentry
    ADD CONSTRAINT modelsearch_indexentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_monthlyamount
    ADD CONSTRAINT monthly_amount_once_a_month UNIQUE (plan_id, month);
ALTER TABLE ONLY public.savings_monthlyplan
    ADD CONSTRAINT monthly_plan_version_once UNIQUE (initiative_id, kind, version);
ALTER TABLE ONLY public.topups_paidplaces
    ADD CONSTRAINT paidplaces_row_and_year UNIQUE (id, financial_year);
ALTER TABLE ONLY public.position_amount
    ADD CONSTRAINT position_amount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_balance
    ADD CONSTRAINT position_balance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_balance
    ADD CONSTRAINT position_balance_supersedes_id_key UNIQUE (supersedes_id);
ALTER TABLE ONLY public.position_blocktransfer
    ADD CONSTRAINT position_blocktransfer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_blocktransfer
    ADD CONSTRAINT position_blocktransfer_supersedes_id_key UNIQUE (supersedes_id);
ALTER TABLE ONLY public.position_explaineddifference
    ADD CONSTRAINT position_explaineddifference_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_fundingscope
    ADD CONSTRAINT position_fundingscope_name_key UNIQUE (name);
ALTER TABLE ONLY public.position_fundingscope
    ADD CONSTRAINT position_fundingscope_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_jointfunding
    ADD CONSTRAINT position_jointfunding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_jointfunding
    ADD CONSTRAINT position_jointfunding_supersedes_id_key UNIQUE (supersedes_id);
ALTER TABLE ONLY public.position_knownpart
    ADD CONSTRAINT position_knownpart_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_plancell
    ADD CONSTRAINT position_plancell_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_plancell
    ADD CONSTRAINT position_plancell_supersedes_id_key UNIQUE (supersedes_id);
ALTER TABLE ONLY public.position_plannarrative
    ADD CONSTRAINT position_plannarrative_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_plannarrative
    ADD CONSTRAINT position_plannarrative_supersedes_id_key UNIQUE (supersedes_id);
ALTER TABLE ONLY public.position_reconciliation
    ADD CONSTRAINT position_reconciliation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_reconciliation
    ADD CONSTRAINT position_reconciliation_supersedes_id_key UNIQUE (supersedes_id);
ALTER TABLE ONLY public.position_statement
    ADD CONSTRAINT position_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_statement
    ADD CONSTRAINT position_statement_supersedes_id_key UNIQUE (supersedes_id);
ALTER TABLE ONLY public.position_transfereffect
    ADD CONSTRAINT position_transfereffect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_transferlimit
    ADD CONSTRAINT position_transferlimit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_transferlimit
    ADD CONSTRAINT position_transferlimit_supersedes_id_key UNIQUE (supersedes_id);
ALTER TABLE ONLY public.position_unmitigatedline
    ADD CONSTRAINT position_unmitigatedline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_unmitigatedline
    ADD CONSTRAINT position_unmitigatedline_supersedes_id_key UNIQUE (supersedes_id);
ALTER TABLE ONLY public.position_unmitigatedyear
    ADD CONSTRAINT position_unmitigatedyear_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contributions_processingrecord
    ADD CONSTRAINT processing_record_number_once_an_activity UNIQUE (activity, number);
ALTER TABLE ONLY public.local_offer_provideranswer
    ADD CONSTRAINT provider_answer_once_a_question UNIQUE (service_id, question);
ALTER TABLE ONLY public.local_offer_providermember
    ADD CONSTRAINT provider_member_once UNIQUE (user_id, provider_id);
ALTER TABLE ONLY public.contributions_publicversion
    ADD CONSTRAINT public_version_number_once_a_contribution UNIQUE (contribution_id, number);
ALTER TABLE ONLY public.published_area
    ADD CONSTRAINT published_area_name_key UNIQUE (name);
ALTER TABLE ONLY public.published_area
    ADD CONSTRAINT published_area_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.published_publishedvalue
    ADD CONSTRAINT published_publishedvalue_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.published_topic
    ADD CONSTRAINT published_topic_name_key UNIQUE (name);
ALTER TABLE ONLY public.published_topic
    ADD CONSTRAINT published_topic_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.published_publishedvalue
    ADD CONSTRAINT published_value_one_per_vintage UNIQUE (measure, area_id, period_words, basis, known_from);
ALTER TABLE ONLY public.contributions_reachcount
    ADD CONSTRAINT reach_count_one_a_band_and_quarter UNIQUE (quarter_from, dimension, band);
ALTER TABLE ONLY public.contributions_reachedition
    ADD CONSTRAINT reach_edition_once_an_audience UNIQUE (audience, until);
ALTER TABLE ONLY public.contributions_reachtally
    ADD CONSTRAINT reach_tally_one_a_band_and_quarter UNIQUE (quarter_from, dimension, band);
ALTER TABLE public.contributions_responseversion
    ADD CONSTRAINT response_version_deed_shows_evidence CHECK (((NOT ((outcome)::text = 'did'::text)) OR (evidence_type_id IS NOT NULL))) NOT VALID;
ALTER TABLE ONLY public.contributions_responseversion
    ADD CONSTRAINT response_version_number_once_a_response UNIQUE (response_id, number);
ALTER TABLE ONLY public.figures_runchunk
    ADD CONSTRAINT run_chunk_number_once UNIQUE (run_id, number);
ALTER TABLE ONLY public.figures_runfailure
    ADD CONSTRAINT run_failure_named_once UNIQUE (run_id, item_id);
ALTER TABLE ONLY public.runtime_heartbeat
    ADD CONSTRAINT runtime_heartbeat_pkey PRIMARY KEY (queue);
ALTER TABLE ONLY public.savings_costbaseline
    ADD CONSTRAINT savings_costbaseline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_counterfactual
    ADD CONSTRAINT savings_counterfactual_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_deliveredamount
    ADD CONSTRAINT savings_deliveredamount_corrects_id_key UNIQUE (corrects_id);
ALTER TABLE ONLY public.savings_deliveredamount
    ADD CONSTRAINT savings_deliveredamount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_doublecountbase
    ADD CONSTRAINT savings_doublecountbase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_doublecountbaseamount
    ADD CONSTRAINT savings_doublecountbaseamount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_doublecountgroup
    ADD CONSTRAINT savings_doublecountgroup_name_key UNIQUE (name);
ALTER TABLE ONLY public.savings_doublecountgroup
    ADD CONSTRAINT savings_doublecountgroup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_doublecountmember
    ADD CONSTRAINT savings_doublecountmember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_gaterecord
    ADD CONSTRAINT savings_gaterecord_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_initiative
    ADD CONSTRAINT savings_initiative_code_key UNIQUE (code);
ALTER TABLE ONLY public.savings_initiative_kpis
    ADD CONSTRAINT savings_initiative_kpis_initiative_id_kpi_id_22f01a13_uniq UNIQUE (initiative_id, kpi_id);
ALTER TABLE ONLY public.savings_initiative_kpis
    ADD CONSTRAINT savings_initiative_kpis_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_initiative
    ADD CONSTRAINT savings_initiative_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_monthlyamount
    ADD CONSTRAINT savings_monthlyamount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_monthlyplan
    ADD CONSTRAINT savings_monthlyplan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_savingsprogress
    ADD CONSTRAINT savings_progress_once UNIQUE NULLS NOT DISTINCT (financial_year, workstream_id, type_group);
ALTER TABLE ONLY public.savings_savingsprogress
    ADD CONSTRAINT savings_savingsprogress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_savingsrules
    ADD CONSTRAINT savings_savingsrules_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_savingsrules
    ADD CONSTRAINT savings_savingsrules_version_key UNIQUE (version);
ALTER TABLE ONLY public.savings_savingstarget
    ADD CONSTRAINT savings_savingstarget_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_savingstargetshare
    ADD CONSTRAINT savings_savingstargetshare_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_screening
    ADD CONSTRAINT savings_screening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_savingstargetshare
    ADD CONSTRAINT savings_share_once_a_workstream UNIQUE (target_id, workstream_id);
ALTER TABLE ONLY public.savings_stagemove
    ADD CONSTRAINT savings_stagemove_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.savings_savingstarget
    ADD CONSTRAINT savings_target_version_once UNIQUE (financial_year, version);
ALTER TABLE ONLY public.savings_wordschange
    ADD CONSTRAINT savings_wordschange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_schoolterm
    ADD CONSTRAINT school_term_once_a_year UNIQUE (name, academic_year_start);
ALTER TABLE ONLY public.savings_screening
    ADD CONSTRAINT screening_version_once UNIQUE (initiative_id, version);
ALTER TABLE ONLY public.local_offer_searchterm
    ADD CONSTRAINT search_term_once_a_day UNIQUE (day, term);
ALTER TABLE ONLY public.position_statement
    ADD CONSTRAINT statement_row_and_year UNIQUE (id, area_id, financial_year);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.figures_targetpoint
    ADD CONSTRAINT target_point_once_a_day UNIQUE (target_id, "on");
ALTER TABLE ONLY public.figures_target
    ADD CONSTRAINT target_version_once UNIQUE (kpi_id, version);
ALTER TABLE ONLY public.topups_topup
    ADD CONSTRAINT top_up_one_at_a_time EXCLUDE USING gist (int8range(of_list_id, of_list_id, '[]'::text) WITH &&, int8range((hashtextextended((reference)::text, (0)::bigint) >> 1), (hashtextextended((reference)::text, (0)::bigint) >> 1), '[]'::text) WITH &&, daterange(starts_on, ends_before) WITH &&);
ALTER TABLE ONLY public.topups_topuplist
    ADD CONSTRAINT topuplist_version_once UNIQUE (financial_year, basis, version);
ALTER TABLE ONLY public.topups_band
    ADD CONSTRAINT topups_band_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.topups_bandtable
    ADD CONSTRAINT topups_bandtable_name_key UNIQUE (name);
ALTER TABLE ONLY public.topups_bandtable
    ADD CONSTRAINT topups_bandtable_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.topups_costsplit
    ADD CONSTRAINT topups_costsplit_corrects_id_key UNIQUE (corrects_id);
ALTER TABLE ONLY public.topups_costsplit
    ADD CONSTRAINT topups_costsplit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.topups_firstsliceshown
    ADD CONSTRAINT topups_firstsliceshown_corrects_id_key UNIQUE (corrects_id);
ALTER TABLE ONLY public.topups_firstsliceshown
    ADD CONSTRAINT topups_firstsliceshown_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.topups_incentive
    ADD CONSTRAINT topups_incentive_corrects_id_key UNIQUE (corrects_id);
ALTER TABLE ONLY public.topups_incentive
    ADD CONSTRAINT topups_incentive_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.topups_paidplaces
    ADD CONSTRAINT topups_paidplaces_corrects_id_key UNIQUE (corrects_id);
ALTER TABLE ONLY public.topups_paidplaces
    ADD CONSTRAINT topups_paidplaces_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.topups_setting
    ADD CONSTRAINT topups_setting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.topups_topup
    ADD CONSTRAINT topups_topup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.topups_topuplist
    ADD CONSTRAINT topups_topuplist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.position_transfereffect
    ADD CONSTRAINT transfer_effect_once_a_school UNIQUE (transfer_id, school);
ALTER TABLE ONLY public.position_transferlimit
    ADD CONSTRAINT transferlimit_row_and_year UNIQUE (id, financial_year);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);
ALTER TABLE ONLY public.position_unmitigatedyear
    ADD CONSTRAINT unmitigated_year_once UNIQUE (of_line_id, financial_year);
ALTER TABLE ONLY public.wagtailadmin_admin
    ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflow
    ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_image_id_filter_spec_foc_323c8fe0_uniq UNIQUE (image_id, filter_spec, focal_point_key);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_old_path_site_id_783622d7_uniq UNIQUE (old_path, site_id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.local_offer_wordingapproval
    ADD CONSTRAINT wording_approved_once UNIQUE (page_id, fingerprint);
ALTER TABLE ONLY public.workstreams_meeting
    ADD CONSTRAINT workstreams_meeting_held_on_key UNIQUE (held_on);
ALTER TABLE ONLY public.workstreams_meeting
    ADD CONSTRAINT workstreams_meeting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workstreams_membership
    ADD CONSTRAINT workstreams_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workstreams_milestone
    ADD CONSTRAINT workstreams_milestone_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workstreams_milestonereport
    ADD CONSTRAINT workstreams_milestonereport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workstreams_outboxmail
    ADD CONSTRAINT workstreams_outboxmail_key_key UNIQUE (key);
ALTER TABLE ONLY public.workstreams_outboxmail
    ADD CONSTRAINT workstreams_outboxmail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workstreams_partner
    ADD CONSTRAINT workstreams_partner_name_key UNIQUE (name);
ALTER TABLE ONLY public.workstreams_partner
    ADD CONSTRAINT workstreams_partner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workstreams_partner
    ADD CONSTRAINT workstreams_partner_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.workstreams_plan
    ADD CONSTRAINT workstreams_plan_name_key UNIQUE (name);
ALTER TABLE ONLY public.workstreams_plan
    ADD CONSTRAINT workstreams_plan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workstreams_workstream
    ADD CONSTRAINT workstreams_workstream_name_key UNIQUE (name);
ALTER TABLE ONLY public.workstreams_workstream_partners
    ADD CONSTRAINT workstreams_workstream_p_workstream_id_partner_id_a7d78e2d_uniq UNIQUE (workstream_id, partner_id);
ALTER TABLE ONLY public.workstreams_workstream_partners
    ADD CONSTRAINT workstreams_workstream_partners_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workstreams_workstream
    ADD CONSTRAINT workstreams_workstream_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workstreams_workstream
    ADD CONSTRAINT workstreams_workstream_slug_key UNIQUE (slug);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_rolegrant_ended_by_id_a39ecb02 ON public.accounts_rolegrant USING btree (ended_by_id);
CREATE INDEX accounts_rolegrant_granted_by_id_7c2165d8 ON public.accounts_rolegrant USING btree (granted_by_id);
CREATE INDEX accounts_rolegrant_user_id_0601f056 ON public.accounts_rolegrant USING btree (user_id);
CREATE INDEX accounts_secondfactorreset_reset_by_id_ee883f48 ON public.accounts_secondfactorreset USING btree (reset_by_id);
CREATE INDEX accounts_secondfactorreset_user_id_b26b27b5 ON public.accounts_secondfactorreset USING btree (user_id);
CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);
CREATE INDEX accounts_user_groups_group_id_bd11a704 ON public.accounts_user_groups USING btree (group_id);
CREATE INDEX accounts_user_groups_user_id_52b62117 ON public.accounts_user_groups USING btree (user_id);
CREATE INDEX accounts_user_user_permissions_permission_id_113bb443 ON public.accounts_user_user_permissions USING btree (permission_id);
CREATE INDEX accounts_user_user_permissions_user_id_e4f0a161 ON public.accounts_user_user_permissions USING btree (user_id);
CREATE UNIQUE INDEX area_code_once ON public.published_area USING btree (code) WHERE (NOT ((code)::text = ''::text));
CREATE UNIQUE INDEX area_one_is_ours ON public.published_area USING btree (is_ours) WHERE is_ours;
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE UNIQUE INDEX balance_first_version_once ON public.position_balance USING btree (area_id, financial_year, fund, basis, source) WHERE (supersedes_id IS NULL);
CREATE INDEX base_content_object_idx ON public.wagtailcore_revision USING btree (base_content_type_id, object_id);
CREATE UNIQUE INDEX blocktransfer_first_version_once ON public.position_blocktransfer USING btree (financial_year, name) WHERE (supersedes_id IS NULL);
CREATE INDEX catalogue_headings ON public.local_offer_catalogueentry USING gin (headings);
CREATE INDEX catalogue_needs ON public.local_offer_catalogueentry USING gin (needs);
CREATE INDEX catalogue_next_check ON public.local_offer_catalogueentry USING btree (next_check_on);
CREATE INDEX catalogue_words ON public.local_offer_catalogueentry USING gin (vector);
CREATE UNIQUE INDEX chart_mark_one_open_per_point ON public.figures_chartmark USING btree (kpi_id, kind, period_kind, period_start) WHERE ((state)::text = ANY ((ARRAY['proposed'::character varying, 'agreed'::character varying])::text[]));
CREATE INDEX content_object_idx ON public.wagtailcore_revision USING btree (content_type_id, object_id);
CREATE INDEX contribution_event_as_at ON public.contributions_contributionevent USING btree (contribution_id, at, id);
CREATE UNIQUE INDEX contribution_event_received_once ON public.contributions_contributionevent USING btree (contribution_id) WHERE ((step)::text = 'receive'::text);
CREATE INDEX contribution_state_received ON public.contributions_contribution USING btree (state, received_at);
CREATE INDEX contributions_aboutme_neighbourhood_id_064a3f65 ON public.contributions_aboutme USING btree (neighbourhood_id);
CREATE INDEX contributions_addition_contribution_id_61f59b83 ON public.contributions_addition USING btree (contribution_id);
CREATE INDEX contributions_addition_read_by_id_e6414b32 ON public.contributions_addition USING btree (read_by_id);
CREATE INDEX contributions_contact_address_hmac_9385d06e ON public.contributions_contact USING btree (address_hmac);
CREATE INDEX contributions_contact_address_hmac_9385d06e_like ON public.contributions_contact USING btree (address_hmac varchar_pattern_ops);
CREATE INDEX contributions_contribution_about_type_id_0efb3248 ON public.contributions_contribution USING btree (about_type_id);
CREATE INDEX contributions_contribution_entered_by_id_67c5c707 ON public.contributions_contribution USING btree (entered_by_id);
CREATE INDEX contributions_contribution_not_published_because_id_2e789121 ON public.contributions_contribution USING btree (not_published_because_id);
CREATE INDEX contributions_contribution_receipt_hmac_b3a81722_like ON public.contributions_contribution USING btree (receipt_hmac varchar_pattern_ops);
CREATE INDEX contributions_contribution_received_at_a9f6e244 ON public.contributions_contribution USING btree (received_at);
CREATE INDEX contributions_contribution_workstream_id_496092a5 ON public.contributions_contribution USING btree (workstream_id);
CREATE INDEX contributions_contributionevent_by_id_188d6677 ON public.contributions_contributionevent USING btree (by_id);
CREATE INDEX contributions_contributionevent_contribution_id_1740c528 ON public.contributions_contributionevent USING btree (contribution_id);
CREATE INDEX contributions_datarequest_contribution_id_da87dcdc ON public.contributions_datarequest USING btree (contribution_id);
CREATE INDEX contributions_datarequest_handled_by_id_78ae62bb ON public.contributions_datarequest USING btree (handled_by_id);
CREATE INDEX contributions_earlieraddress_contribution_id_5ded2691 ON public.contributions_earlieraddress USING btree (contribution_id);
CREATE INDEX contributions_edition_published_by_id_00a583c5 ON public.contributions_edition USING btree (published_by_id);
CREATE INDEX contributions_edition_year_id_29cba0c3 ON public.contributions_edition USING btree (year_id);
CREATE INDEX contributions_editionline_contribution_id_c11f2e2f ON public.contributions_editionline USING btree (contribution_id);
CREATE INDEX contributions_editionline_edition_id_03ac8884 ON public.contributions_editionline USING btree (edition_id);
CREATE INDEX contributions_editionline_owed_by_id_ded2fbf4 ON public.contributions_editionline USING btree (owed_by_id);
CREATE INDEX contributions_editionline_response_version_id_a04485ca ON public.contributions_editionline USING btree (response_version_id);
CREATE INDEX contributions_editionline_version_id_6b3b871b ON public.contributions_editionline USING btree (version_id);
CREATE INDEX contributions_forumview_response_id_d484f02f ON public.contributions_forumview USING btree (response_id);
CREATE INDEX contributions_forumview_written_by_id_ee4b71fc ON public.contributions_forumview USING btree (written_by_id);
CREATE INDEX contributions_measurekpi_kpi_id_e33a42e1 ON public.contributions_measurekpi USING btree (kpi_id);
CREATE INDEX contributions_measurekpi_switched_off_by_id_c7e0780e ON public.contributions_measurekpi USING btree (switched_off_by_id);
CREATE INDEX contributions_measurekpi_switched_on_by_id_62ab456c ON public.contributions_measurekpi USING btree (switched_on_by_id);
CREATE INDEX contributions_neighbourhood_name_746d71b2_like ON public.contributions_neighbourhood USING btree (name varchar_pattern_ops);
CREATE INDEX contributions_notpublishingreason_ended_by_id_6a355183 ON public.contributions_notpublishingreason USING btree (ended_by_id);
CREATE INDEX contributions_notpublishingreason_slug_9274725d_like ON public.contributions_notpublishingreason USING btree (slug varchar_pattern_ops);
CREATE INDEX contributions_notpublishingreason_written_by_id_e6394f5e ON public.contributions_notpublishingreason USING btree (written_by_id);
CREATE INDEX contributions_original_sealed_by_id_8921d91b ON public.contributions_original USING btree (sealed_by_id);
CREATE INDEX contributions_originalopening_contribution_id_8da94e39 ON public.contributions_originalopening USING btree (contribution_id);
CREATE INDEX contributions_originalopening_opened_by_id_96656ecc ON public.contributions_originalopening USING btree (opened_by_id);
CREATE INDEX contributions_outcomeanswer_contribution_id_c0ee8375 ON public.contributions_outcomeanswer USING btree (contribution_id);
CREATE INDEX contributions_processingrecord_recorded_by_id_9c897ed2 ON public.contributions_processingrecord USING btree (recorded_by_id);
CREATE INDEX contributions_publicationyear_changed_by_id_885c7bdc ON public.contributions_publicationyear USING btree (changed_by_id);
CREATE INDEX contributions_publicversion_approved_by_id_b5fb1585 ON public.contributions_publicversion USING btree (approved_by_id);
CREATE INDEX contributions_publicversion_contribution_id_b229c3fc ON public.contributions_publicversion USING btree (contribution_id);
CREATE INDEX contributions_publicversion_edited_by_id_773946c1 ON public.contributions_publicversion USING btree (edited_by_id);
CREATE INDEX contributions_reachplan_noted_by_id_efe13745 ON public.contributions_reachplan USING btree (noted_by_id);
CREATE INDEX contributions_response_contributions_contribution_id_bc18a929 ON public.contributions_response_contributions USING btree (contribution_id);
CREATE INDEX contributions_response_contributions_response_id_d5e9abac ON public.contributions_response_contributions USING btree (response_id);
CREATE INDEX contributions_response_started_by_id_a86e13c2 ON public.contributions_response USING btree (started_by_id);
CREATE INDEX contributions_response_workstream_id_8d4750f1 ON public.contributions_response USING btree (workstream_id);
CREATE INDEX contributions_responsevers_contribution_id_25a83b35 ON public.contributions_responseversion_contributions USING btree (contribution_id);
CREATE INDEX contributions_responsevers_responseversion_id_2d552696 ON public.contributions_responseversion_contributions USING btree (responseversion_id);
CREATE INDEX contributions_responseversion_drafted_by_id_87a035ed ON public.contributions_responseversion USING btree (drafted_by_id);
CREATE INDEX contributions_responseversion_evidence_type_id_742b703d ON public.contributions_responseversion USING btree (evidence_type_id);
CREATE INDEX contributions_responseversion_published_by_id_e8d4a8ea ON public.contributions_responseversion USING btree (published_by_id);
CREATE INDEX contributions_responseversion_response_id_71e7d6d2 ON public.contributions_responseversion USING btree (response_id);
CREATE INDEX contributions_responseversion_workstream_id_b55deaf4 ON public.contributions_responseversion USING btree (workstream_id);
CREATE INDEX contributions_retentionrule_changed_by_id_3e4f36b0 ON public.contributions_retentionrule USING btree (changed_by_id);
CREATE INDEX contributions_retentionrule_kind_898c09f0_like ON public.contributions_retentionrule USING btree (kind varchar_pattern_ops);
CREATE INDEX contributions_safeguardingalert_contribution_id_207c4da4 ON public.contributions_safeguardingalert USING btree (contribution_id);
CREATE INDEX contributions_safeguardingalert_settled_by_id_11e57676 ON public.contributions_safeguardingalert USING btree (settled_by_id);
CREATE INDEX contributions_safeguardingreferral_contribution_id_a5945509 ON public.contributions_safeguardingreferral USING btree (contribution_id);
CREATE INDEX contributions_safeguardingreferral_recorded_by_id_948fe2c4 ON public.contributions_safeguardingreferral USING btree (recorded_by_id);
CREATE INDEX contributions_withholding_contribution_id_87bf155f ON public.contributions_withholding USING btree (contribution_id);
CREATE INDEX contributions_withholding_decided_by_id_09578723 ON public.contributions_withholding USING btree (decided_by_id);
CREATE INDEX contributions_withholding_proposed_by_id_4fc1a1e4 ON public.contributions_withholding USING btree (proposed_by_id);
CREATE INDEX contributions_withholding_reason_id_962dbd4e ON public.contributions_withholding USING btree (reason_id);
CREATE UNIQUE INDEX costsplit_once_a_year ON public.topups_costsplit USING btree (setting_id, financial_year, basis) WHERE (corrects_id IS NULL);
CREATE UNIQUE INDEX data_request_erased_once ON public.contributions_datarequest USING btree (contribution_id) WHERE ((what)::text = 'erase'::text);
CREATE UNIQUE INDEX delivered_first_report_once_a_month ON public.savings_deliveredamount USING btree (initiative_id, month) WHERE (corrects_id IS NULL);
CREATE INDEX delivered_of_a_month ON public.savings_deliveredamount USING btree (initiative_id, month, id);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE UNIQUE INDEX double_count_one_group_at_a_time ON public.savings_doublecountmember USING btree (initiative_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX double_count_position_once_in_a_group ON public.savings_doublecountmember USING btree (group_id, "position") WHERE (ended_at IS NULL);
CREATE INDEX figure_by_period ON public.figures_figure USING btree (kpi_id, period_kind, period_start, counts_from DESC);
CREATE UNIQUE INDEX figure_corrected_once_then_the_correction_is ON public.figures_figure USING btree (corrects_id) WHERE ((state)::text = 'approved'::text);
CREATE UNIQUE INDEX figure_one_first_approval_per_period ON public.figures_figure USING btree (kpi_id, period_kind, period_start) WHERE ((corrects_id IS NULL) AND (known_from IS NULL) AND ((state)::text = 'approved'::text));
CREATE UNIQUE INDEX figure_one_open_per_period ON public.figures_figure USING btree (kpi_id, period_kind, period_start) WHERE ((state)::text = ANY ((ARRAY['draft'::character varying, 'submitted'::character varying])::text[]));
CREATE INDEX figure_still_open ON public.figures_figure USING btree (state, kpi_id) WHERE ((state)::text = ANY ((ARRAY['draft'::character varying, 'submitted'::character varying])::text[]));
CREATE INDEX figures_baseline_agreed_by_id_613721e8 ON public.figures_baseline USING btree (agreed_by_id);
CREATE INDEX figures_baseline_kpi_id_d77ebd22 ON public.figures_baseline USING btree (kpi_id);
CREATE INDEX figures_baseline_set_by_id_7f4be66f ON public.figures_baseline USING btree (set_by_id);
CREATE INDEX figures_chartmark_decided_by_id_61412d46 ON public.figures_chartmark USING btree (decided_by_id);
CREATE INDEX figures_chartmark_ended_by_id_aab8961b ON public.figures_chartmark USING btree (ended_by_id);
CREATE INDEX figures_chartmark_kpi_id_845651b4 ON public.figures_chartmark USING btree (kpi_id);
CREATE INDEX figures_chartmark_proposed_by_id_2fa57475 ON public.figures_chartmark USING btree (proposed_by_id);
CREATE INDEX figures_commentary_figure_id_4bcd4738 ON public.figures_commentary USING btree (figure_id);
CREATE INDEX figures_commentary_written_by_id_40a885a3 ON public.figures_commentary USING btree (written_by_id);
CREATE INDEX figures_exceptionupdate_exception_id_63da37aa ON public.figures_exceptionupdate USING btree (exception_id);
CREATE INDEX figures_exceptionupdate_reminds_id_944e9027 ON public.figures_exceptionupdate USING btree (reminds_id);
CREATE INDEX figures_exceptionupdate_written_by_id_9761ea52 ON public.figures_exceptionupdate USING btree (written_by_id);
CREATE INDEX figures_figure_corrects_id_836029d6 ON public.figures_figure USING btree (corrects_id);
CREATE INDEX figures_figure_decided_by_id_cb0cfff3 ON public.figures_figure USING btree (decided_by_id);
CREATE INDEX figures_figure_definition_id_b6e792e6 ON public.figures_figure USING btree (definition_id);
CREATE INDEX figures_figure_kpi_id_751434ff ON public.figures_figure USING btree (kpi_id);
CREATE INDEX figures_figure_recorded_by_id_b8411dc5 ON public.figures_figure USING btree (recorded_by_id);
CREATE INDEX figures_figure_submitted_by_id_fa27ddcb ON public.figures_figure USING btree (submitted_by_id);
CREATE INDEX figures_figureimport_confirmed_by_id_00924d95 ON public.figures_figureimport USING btree (confirmed_by_id);
CREATE INDEX figures_figureimport_sent_by_id_ae2240e5 ON public.figures_figureimport USING btree (sent_by_id);
CREATE INDEX figures_figureimport_withdrawn_by_id_cdb3d467 ON public.figures_figureimport USING btree (withdrawn_by_id);
CREATE INDEX figures_figurereminder_kpi_id_bb543c1e ON public.figures_figurereminder USING btree (kpi_id);
CREATE INDEX figures_figurereminder_recipient_id_1a72bd51 ON public.figures_figurereminder USING btree (recipient_id);
CREATE INDEX figures_importchunk_figure_import_id_fcc53612 ON public.figures_importchunk USING btree (figure_import_id);
CREATE INDEX figures_kpi_code_1aa9c49b_like ON public.figures_kpi USING btree (code varchar_pattern_ops);
CREATE INDEX figures_kpi_workstream_id_3485cf5a ON public.figures_kpi USING btree (workstream_id);
CREATE INDEX figures_kpidefinition_checked_by_id_68d54e5f ON public.figures_kpidefinition USING btree (checked_by_id);
CREATE INDEX figures_kpidefinition_kpi_id_3f832caa ON public.figures_kpidefinition USING btree (kpi_id);
CREATE INDEX figures_kpidefinition_set_by_id_2fcb59a4 ON public.figures_kpidefinition USING btree (set_by_id);
CREATE INDEX figures_kpiexception_closed_by_id_55ee2903 ON public.figures_kpiexception USING btree (closed_by_id);
CREATE INDEX figures_kpiexception_figure_id_d9e6de89 ON public.figures_kpiexception USING btree (figure_id);
CREATE INDEX figures_kpiexception_raised_by_id_45e44fb4 ON public.figures_kpiexception USING btree (raised_by_id);
CREATE INDEX figures_kpiexception_reminds_id_64987efd ON public.figures_kpiexception USING btree (reminds_id);
CREATE INDEX figures_recomputerun_requested_by_id_68b36716 ON public.figures_recomputerun USING btree (requested_by_id);
CREATE INDEX figures_runchunk_run_id_0ac50dbd ON public.figures_runchunk USING btree (run_id);
CREATE INDEX figures_runfailure_run_id_b7ba8e0f ON public.figures_runfailure USING btree (run_id);
CREATE INDEX figures_target_kpi_id_c055e3c7 ON public.figures_target USING btree (kpi_id);
CREATE INDEX figures_target_set_by_id_11b6da83 ON public.figures_target USING btree (set_by_id);
CREATE INDEX figures_targetpoint_target_id_86740b65 ON public.figures_targetpoint USING btree (target_id);
CREATE UNIQUE INDEX firstsliceshown_once_a_year ON public.topups_firstsliceshown USING btree (financial_year, reference) WHERE (corrects_id IS NULL);
CREATE INDEX formstate_user_object ON public.wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);
CREATE UNIQUE INDEX gap_open_once ON public.local_offer_gap USING btree (kind, subject) WHERE (closed_at IS NULL);
CREATE INDEX gate_record_of_a_kind ON public.savings_gaterecord USING btree (initiative_id, kind);
CREATE INDEX import_by_sender ON public.figures_figureimport USING btree (sent_by_id, sent_at DESC);
CREATE INDEX import_still_working ON public.figures_figureimport USING btree (state) WHERE ((state)::text = ANY ((ARRAY['stored'::character varying, 'reading'::character varying, 'confirmed'::character varying, 'withdrawing'::character varying])::text[]));
CREATE UNIQUE INDEX jointfunding_first_version_once ON public.position_jointfunding USING btree (financial_year, as_on) WHERE (supersedes_id IS NULL);
CREATE INDEX local_offer_alternativeformat_document_id_c1cf912d ON public.local_offer_alternativeformat USING btree (document_id);
CREATE INDEX local_offer_alternativeformat_page_id_bf41d794 ON public.local_offer_alternativeformat USING btree (page_id);
CREATE INDEX local_offer_catalogueentry_owner_partner_id_db1b3ea8 ON public.local_offer_catalogueentry USING btree (owner_partner_id);
CREATE INDEX local_offer_check_checked_by_id_389d08d4 ON public.local_offer_check USING btree (checked_by_id);
CREATE INDEX local_offer_check_page_id_9816d296 ON public.local_offer_check USING btree (page_id);
CREATE INDEX local_offer_checkreminder_page_id_25aa8d58 ON public.local_offer_checkreminder USING btree (page_id);
CREATE INDEX local_offer_featuredpage_home_id_3d1f18d8 ON public.local_offer_featuredpage USING btree (home_id);
CREATE INDEX local_offer_featuredpage_page_id_396bffd1 ON public.local_offer_featuredpage USING btree (page_id);
CREATE INDEX local_offer_gap_closed_by_id_4dfa9c6b ON public.local_offer_gap USING btree (closed_by_id);
CREATE INDEX local_offer_gap_opened_by_id_7194b838 ON public.local_offer_gap USING btree (opened_by_id);
CREATE INDEX local_offer_gap_owner_id_515ccf0e ON public.local_offer_gap USING btree (owner_id);
CREATE INDEX local_offer_guidancepage_owner_partner_id_ef6ec43f ON public.local_offer_guidancepage USING btree (owner_partner_id);
CREATE INDEX local_offer_heading_code_dbb63bfd ON public.local_offer_heading USING btree (code);
CREATE INDEX local_offer_heading_code_dbb63bfd_like ON public.local_offer_heading USING btree (code varchar_pattern_ops);
CREATE INDEX local_offer_heading_heading_list_id_83440700 ON public.local_offer_heading USING btree (heading_list_id);
CREATE INDEX local_offer_headinglist_checked_by_id_2b786e87 ON public.local_offer_headinglist USING btree (checked_by_id);
CREATE INDEX local_offer_headinglist_name_3633ca02_like ON public.local_offer_headinglist USING btree (name varchar_pattern_ops);
CREATE INDEX local_offer_importedfile_listing_import_id_3a747ddb ON public.local_offer_importedfile USING btree (listing_import_id);
CREATE INDEX local_offer_importedrow_decided_by_id_3e47ce73 ON public.local_offer_importedrow USING btree (decided_by_id);
CREATE INDEX local_offer_importedrow_listing_import_id_bc818de8 ON public.local_offer_importedrow USING btree (listing_import_id);
CREATE INDEX local_offer_importedrow_may_be_id_9bc10f15 ON public.local_offer_importedrow USING btree (may_be_id);
CREATE INDEX local_offer_importedrow_page_id_452f044a ON public.local_offer_importedrow USING btree (page_id);
CREATE INDEX local_offer_listingimport_applied_by_id_94c5971f ON public.local_offer_listingimport USING btree (applied_by_id);
CREATE INDEX local_offer_listingimport_confirmed_by_id_074c2b2d ON public.local_offer_listingimport USING btree (confirmed_by_id);
CREATE INDEX local_offer_listingimport_read_by_id_5133b53e ON public.local_offer_listingimport USING btree (read_by_id);
CREATE INDEX local_offer_listingimport_section_id_a8b22975 ON public.local_offer_listingimport USING btree (section_id);
CREATE INDEX local_offer_localofferhome_disagree_page_id_a0e8b67c ON public.local_offer_localofferhome USING btree (disagree_page_id);
CREATE INDEX local_offer_offermeasurekpi_kpi_id_240bfaf8 ON public.local_offer_offermeasurekpi USING btree (kpi_id);
CREATE INDEX local_offer_offermeasurekpi_switched_off_by_id_43abb55f ON public.local_offer_offermeasurekpi USING btree (switched_off_by_id);
CREATE INDEX local_offer_offermeasurekpi_switched_on_by_id_a14351d7 ON public.local_offer_offermeasurekpi USING btree (switched_on_by_id);
CREATE INDEX local_offer_outofareapage_owner_partner_id_96915881 ON public.local_offer_outofareapage USING btree (owner_partner_id);
CREATE INDEX local_offer_postcode_code_0d540fea_like ON public.local_offer_postcode USING btree (code varchar_pattern_ops);
CREATE INDEX local_offer_provider_name_444efa6f_like ON public.local_offer_provider USING btree (name varchar_pattern_ops);
CREATE INDEX local_offer_provideranswer_service_id_ea77885c ON public.local_offer_provideranswer USING btree (service_id);
CREATE INDEX local_offer_providermember_provider_id_c6b446d1 ON public.local_offer_providermember USING btree (provider_id);
CREATE INDEX local_offer_providermember_user_id_2b770241 ON public.local_offer_providermember USING btree (user_id);
CREATE INDEX local_offer_servicepage_owner_partner_id_a908e31a ON public.local_offer_servicepage USING btree (owner_partner_id);
CREATE INDEX local_offer_servicepage_provider_id_a7b9774c ON public.local_offer_servicepage USING btree (provider_id);
CREATE INDEX local_offer_suggestion_decided_by_id_2dd4d0da ON public.local_offer_suggestion USING btree (decided_by_id);
CREATE INDEX local_offer_suggestion_page_id_bf3dd717 ON public.local_offer_suggestion USING btree (page_id);
CREATE INDEX local_offer_suggestion_suggested_by_id_7fab3a0b ON public.local_offer_suggestion USING btree (suggested_by_id);
CREATE INDEX local_offer_wordingapproval_approved_by_id_9d07846e ON public.local_offer_wordingapproval USING btree (approved_by_id);
CREATE INDEX local_offer_wordingapproval_page_id_e6015c7b ON public.local_offer_wordingapproval USING btree (page_id);
CREATE UNIQUE INDEX measure_feeds_one_kpi ON public.contributions_measurekpi USING btree (measure) WHERE (switched_off_at IS NULL);
CREATE UNIQUE INDEX measure_kpi_has_one_measure ON public.contributions_measurekpi USING btree (kpi_id) WHERE (switched_off_at IS NULL);
CREATE UNIQUE INDEX membership_held_once ON public.workstreams_membership USING btree (user_id, partner_id) WHERE (until_on IS NULL);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX modelsearch_autocom_ea8581_gin ON public.modelsearch_indexentry USING gin (autocomplete);
CREATE INDEX modelsearch_body_61c094_gin ON public.modelsearch_indexentry USING gin (body);
CREATE INDEX modelsearch_indexentry_content_type_id_0968e500 ON public.modelsearch_indexentry USING btree (content_type_id);
CREATE INDEX modelsearch_title_e31adb_gin ON public.modelsearch_indexentry USING gin (title);
CREATE UNIQUE INDEX monthly_plan_approved_once ON public.savings_monthlyplan USING btree (initiative_id) WHERE (approved_at IS NOT NULL);
CREATE UNIQUE INDEX not_publishing_reason_label_once ON public.contributions_notpublishingreason USING btree (label) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX offer_kpi_has_one_measure ON public.local_offer_offermeasurekpi USING btree (kpi_id) WHERE (switched_off_at IS NULL);
CREATE UNIQUE INDEX offer_measure_feeds_one_kpi ON public.local_offer_offermeasurekpi USING btree (measure) WHERE (switched_off_at IS NULL);
CREATE UNIQUE INDEX plancell_first_version_once ON public.position_plancell USING btree ("table", census_year, "row", "column", is_forecast) WHERE (supersedes_id IS NULL);
CREATE UNIQUE INDEX plannarrative_first_version_once ON public.position_plannarrative USING btree (workstream_id) WHERE (supersedes_id IS NULL);
CREATE INDEX position_amount_statement_id_6143f40e ON public.position_amount USING btree (statement_id);
CREATE INDEX position_balance_area_id_fc011414 ON public.position_balance USING btree (area_id);
CREATE INDEX position_balance_recorded_by_id_f6b15b3a ON public.position_balance USING btree (recorded_by_id);
CREATE INDEX position_blocktransfer_recorded_by_id_42722aca ON public.position_blocktransfer USING btree (recorded_by_id);
CREATE INDEX position_explaineddifference_reconciliation_id_bc15733d ON public.position_explaineddifference USING btree (reconciliation_id);
CREATE INDEX position_fundingscope_name_cd3b75f6_like ON public.position_fundingscope USING btree (name varchar_pattern_ops);
CREATE INDEX position_fundingscope_recorded_by_id_e5ab516d ON public.position_fundingscope USING btree (recorded_by_id);
CREATE INDEX position_jointfunding_owner_id_8ec949ac ON public.position_jointfunding USING btree (owner_id);
CREATE INDEX position_jointfunding_recorded_by_id_f158665e ON public.position_jointfunding USING btree (recorded_by_id);
CREATE INDEX position_knownpart_statement_id_70db02e6 ON public.position_knownpart USING btree (statement_id);
CREATE INDEX position_plancell_recorded_by_id_d4d20543 ON public.position_plancell USING btree (recorded_by_id);
CREATE INDEX position_plannarrative_recorded_by_id_9098b4ae ON public.position_plannarrative USING btree (recorded_by_id);
CREATE INDEX position_plannarrative_workstream_id_a737a1bb ON public.position_plannarrative USING btree (workstream_id);
CREATE INDEX position_reconciliation_other_id_e37a5c14 ON public.position_reconciliation USING btree (other_id);
CREATE INDEX position_reconciliation_recorded_by_id_5758324e ON public.position_reconciliation USING btree (recorded_by_id);
CREATE INDEX position_reconciliation_reference_id_a4826b72 ON public.position_reconciliation USING btree (reference_id);
CREATE INDEX position_statement_area_id_6c75b930 ON public.position_statement USING btree (area_id);
CREATE INDEX position_statement_recorded_by_id_d2c6b50b ON public.position_statement USING btree (recorded_by_id);
CREATE INDEX position_statement_scope_id_dead3afe ON public.position_statement USING btree (scope_id);
CREATE INDEX position_transfereffect_transfer_id_047cc277 ON public.position_transfereffect USING btree (transfer_id);
CREATE INDEX position_transferlimit_recorded_by_id_77b34dd4 ON public.position_transferlimit USING btree (recorded_by_id);
CREATE INDEX position_unmitigatedline_recorded_by_id_1f13bade ON public.position_unmitigatedline USING btree (recorded_by_id);
CREATE INDEX position_unmitigatedyear_of_line_id_37e0e988 ON public.position_unmitigatedyear USING btree (of_line_id);
CREATE INDEX published_area_name_21d1e833_like ON public.published_area USING btree (name varchar_pattern_ops);
CREATE INDEX published_publishedvalue_area_id_58df0373 ON public.published_publishedvalue USING btree (area_id);
CREATE INDEX published_publishedvalue_confirmed_by_id_370baa01 ON public.published_publishedvalue USING btree (confirmed_by_id);
CREATE INDEX published_publishedvalue_loaded_by_id_ddafc285 ON public.published_publishedvalue USING btree (loaded_by_id);
CREATE INDEX published_publishedvalue_topic_id_a372ff67 ON public.published_publishedvalue USING btree (topic_id);
CREATE INDEX published_topic_name_859cd6c5_like ON public.published_topic USING btree (name varchar_pattern_ops);
CREATE INDEX recompute_run_open ON public.figures_recomputerun USING btree (subject) WHERE (finished_at IS NULL);
CREATE UNIQUE INDEX reconciliation_first_version_once ON public.position_reconciliation USING btree (reference_id, other_id) WHERE (supersedes_id IS NULL);
CREATE INDEX referenceindex_source_object ON public.wagtailcore_referenceindex USING btree (base_content_type_id, object_id);
CREATE INDEX referenceindex_target_object ON public.wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);
CREATE UNIQUE INDEX role_grant_held_once ON public.accounts_rolegrant USING btree (user_id, role) WHERE (ended_at IS NULL);
CREATE INDEX run_chunk_to_do ON public.figures_runchunk USING btree (run_id, number) WHERE (done_at IS NULL);
CREATE INDEX runtime_heartbeat_queue_b39e7299_like ON public.runtime_heartbeat USING btree (queue varchar_pattern_ops);
CREATE UNIQUE INDEX safeguarding_alert_open_once ON public.contributions_safeguardingalert USING btree (contribution_id) WHERE (settled_at IS NULL);
CREATE INDEX savings_costbaseline_agreed_by_id_0b852482 ON public.savings_costbaseline USING btree (agreed_by_id);
CREATE INDEX savings_costbaseline_initiative_id_372324dc ON public.savings_costbaseline USING btree (initiative_id);
CREATE INDEX savings_costbaseline_recorded_by_id_136cec85 ON public.savings_costbaseline USING btree (recorded_by_id);
CREATE INDEX savings_counterfactual_initiative_id_a34aa9ab ON public.savings_counterfactual USING btree (initiative_id);
CREATE INDEX savings_counterfactual_recorded_by_id_b8ec8020 ON public.savings_counterfactual USING btree (recorded_by_id);
CREATE INDEX savings_deliveredamount_initiative_id_b398039c ON public.savings_deliveredamount USING btree (initiative_id);
CREATE INDEX savings_deliveredamount_reported_by_id_505f6c1a ON public.savings_deliveredamount USING btree (reported_by_id);
CREATE INDEX savings_deliveredamount_returned_by_id_f3722d3d ON public.savings_deliveredamount USING btree (returned_by_id);
CREATE INDEX savings_deliveredamount_signed_by_id_ccb6a003 ON public.savings_deliveredamount USING btree (signed_by_id);
CREATE INDEX savings_doublecountbase_group_id_35072532 ON public.savings_doublecountbase USING btree (group_id);
CREATE INDEX savings_doublecountbase_recorded_by_id_5b59a841 ON public.savings_doublecountbase USING btree (recorded_by_id);
CREATE INDEX savings_doublecountbaseamount_base_id_280acbfc ON public.savings_doublecountbaseamount USING btree (base_id);
CREATE INDEX savings_doublecountgroup_added_by_id_0ee17cab ON public.savings_doublecountgroup USING btree (added_by_id);
CREATE INDEX savings_doublecountgroup_name_5784bf37_like ON public.savings_doublecountgroup USING btree (name varchar_pattern_ops);
CREATE INDEX savings_doublecountmember_added_by_id_2a1aa539 ON public.savings_doublecountmember USING btree (added_by_id);
CREATE INDEX savings_doublecountmember_ended_by_id_0ee48e4d ON public.savings_doublecountmember USING btree (ended_by_id);
CREATE INDEX savings_doublecountmember_group_id_c86514cf ON public.savings_doublecountmember USING btree (group_id);
CREATE INDEX savings_doublecountmember_initiative_id_529a9660 ON public.savings_doublecountmember USING btree (initiative_id);
CREATE INDEX savings_gaterecord_initiative_id_627f0088 ON public.savings_gaterecord USING btree (initiative_id);
CREATE INDEX savings_gaterecord_recorded_by_id_5df7e49b ON public.savings_gaterecord USING btree (recorded_by_id);
CREATE INDEX savings_gaterecord_withdrawn_by_id_d5446ee5 ON public.savings_gaterecord USING btree (withdrawn_by_id);
CREATE INDEX savings_initiative_added_by_id_60cb8b6d ON public.savings_initiative USING btree (added_by_id);
CREATE INDEX savings_initiative_code_a370b662_like ON public.savings_initiative USING btree (code varchar_pattern_ops);
CREATE INDEX savings_initiative_kpis_initiative_id_c5067e9b ON public.savings_initiative_kpis USING btree (initiative_id);
CREATE INDEX savings_initiative_kpis_kpi_id_b766a0bc ON public.savings_initiative_kpis USING btree (kpi_id);
CREATE INDEX savings_initiative_owner_id_15a6f58e ON public.savings_initiative USING btree (owner_id);
CREATE INDEX savings_initiative_workstream_id_dd3f74a5 ON public.savings_initiative USING btree (workstream_id);
CREATE INDEX savings_monthlyamount_plan_id_8ea801dd ON public.savings_monthlyamount USING btree (plan_id);
CREATE INDEX savings_monthlyplan_approved_by_id_2be66cf3 ON public.savings_monthlyplan USING btree (approved_by_id);
CREATE INDEX savings_monthlyplan_initiative_id_8ee90937 ON public.savings_monthlyplan USING btree (initiative_id);
CREATE INDEX savings_monthlyplan_measured_against_id_d68ab3c0 ON public.savings_monthlyplan USING btree (measured_against_id);
CREATE INDEX savings_monthlyplan_recorded_by_id_76c0de96 ON public.savings_monthlyplan USING btree (recorded_by_id);
CREATE INDEX savings_savingsprogress_workstream_id_5742b022 ON public.savings_savingsprogress USING btree (workstream_id);
CREATE INDEX savings_savingsrules_set_by_id_5aba613d ON public.savings_savingsrules USING btree (set_by_id);
CREATE INDEX savings_savingstarget_set_by_id_9ad94d34 ON public.savings_savingstarget USING btree (set_by_id);
CREATE INDEX savings_savingstargetshare_target_id_e7a52902 ON public.savings_savingstargetshare USING btree (target_id);
CREATE INDEX savings_savingstargetshare_workstream_id_057edf8f ON public.savings_savingstargetshare USING btree (workstream_id);
CREATE INDEX savings_screening_initiative_id_b8d5071b ON public.savings_screening USING btree (initiative_id);
CREATE INDEX savings_screening_signed_by_id_6fa6ba23 ON public.savings_screening USING btree (signed_by_id);
CREATE INDEX savings_stagemove_initiative_id_0ab0398e ON public.savings_stagemove USING btree (initiative_id);
CREATE INDEX savings_stagemove_moved_by_id_adfea01a ON public.savings_stagemove USING btree (moved_by_id);
CREATE INDEX savings_wordschange_changed_by_id_49e048aa ON public.savings_wordschange USING btree (changed_by_id);
CREATE INDEX savings_wordschange_initiative_id_d2b44561 ON public.savings_wordschange USING btree (initiative_id);
CREATE UNIQUE INDEX setting_name_once ON public.topups_setting USING btree (lower((name)::text));
CREATE INDEX stage_move_latest ON public.savings_stagemove USING btree (initiative_id, moved_at DESC, id DESC);
CREATE UNIQUE INDEX statement_first_version_once ON public.position_statement USING btree (area_id, financial_year, basis, period, scope_id, coverage, unit, per_whom, price_base, price_year, source) NULLS NOT DISTINCT WHERE (supersedes_id IS NULL);
CREATE INDEX taggit_tag_name_58eb2ed9_like ON public.taggit_tag USING btree (name varchar_pattern_ops);
CREATE INDEX taggit_tag_slug_6be58b2c_like ON public.taggit_tag USING btree (slug varchar_pattern_ops);
CREATE INDEX taggit_tagg_content_8fc721_idx ON public.taggit_taggeditem USING btree (content_type_id, object_id);
CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON public.taggit_taggeditem USING btree (content_type_id);
CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON public.taggit_taggeditem USING btree (object_id);
CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON public.taggit_taggeditem USING btree (tag_id);
CREATE INDEX topups_band_table_id_6f85e610 ON public.topups_band USING btree (table_id);
CREATE INDEX topups_bandtable_name_0631674a_like ON public.topups_bandtable USING btree (name varchar_pattern_ops);
CREATE INDEX topups_bandtable_recorded_by_id_beb3b7ef ON public.topups_bandtable USING btree (recorded_by_id);
CREATE INDEX topups_costsplit_recorded_by_id_0226ab63 ON public.topups_costsplit USING btree (recorded_by_id);
CREATE INDEX topups_costsplit_setting_id_834be569 ON public.topups_costsplit USING btree (setting_id);
CREATE INDEX topups_firstsliceshown_recorded_by_id_256e0c2b ON public.topups_firstsliceshown USING btree (recorded_by_id);
CREATE INDEX topups_firstsliceshown_setting_id_d17fc154 ON public.topups_firstsliceshown USING btree (setting_id);
CREATE INDEX topups_incentive_recorded_by_id_d248e448 ON public.topups_incentive USING btree (recorded_by_id);
CREATE INDEX topups_incentive_setting_id_c8f78d36 ON public.topups_incentive USING btree (setting_id);
CREATE INDEX topups_paidplaces_recorded_by_id_22c39a1c ON public.topups_paidplaces USING btree (recorded_by_id);
CREATE INDEX topups_paidplaces_setting_id_15442ef3 ON public.topups_paidplaces USING btree (setting_id);
CREATE INDEX topups_setting_added_by_id_d8c61bb1 ON public.topups_setting USING btree (added_by_id);
CREATE INDEX topups_topup_of_list_id_8f9fc640 ON public.topups_topup USING btree (of_list_id);
CREATE INDEX topups_topup_setting_id_40b02067 ON public.topups_topup USING btree (setting_id);
CREATE INDEX topups_topuplist_recorded_by_id_1ae739cd ON public.topups_topuplist USING btree (recorded_by_id);
CREATE UNIQUE INDEX transferlimit_first_version_once ON public.position_transferlimit USING btree (financial_year) WHERE (supersedes_id IS NULL);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_in_progress_workflow ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE ((status)::text = ANY ((ARRAY['in_progress'::character varying, 'needs_changes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE UNIQUE INDEX user_email_unique_without_case ON public.accounts_user USING btree (lower((email)::text));
CREATE INDEX wagtailadmi_content_717955_idx ON public.wagtailadmin_editingsession USING btree (content_type_id, object_id);
CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON public.wagtailadmin_editingsession USING btree (content_type_id);
CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON public.wagtailadmin_editingsession USING btree (user_id);
CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON public.wagtailadmin_formstate USING btree (content_type_id);
CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON public.wagtailadmin_formstate USING btree (user_id);
CREATE INDEX wagtailcore_collection_path_d848dc19_like ON public.wagtailcore_collection USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON public.wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);
CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON public.wagtailcore_collectionviewrestriction USING btree (collection_id);
CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON public.wagtailcore_collectionviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_comment_page_id_108444b5 ON public.wagtailcore_comment USING btree (page_id);
CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON public.wagtailcore_comment USING btree (resolved_by_id);
CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON public.wagtailcore_comment USING btree (revision_created_id);
CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON public.wagtailcore_comment USING btree (user_id);
CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON public.wagtailcore_commentreply USING btree (comment_id);
CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON public.wagtailcore_commentreply USING btree (user_id);
CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON public.wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);
CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON public.wagtailcore_groupapprovaltask_groups USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON public.wagtailcore_groupcollectionpermission USING btree (collection_id);
CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON public.wagtailcore_groupcollectionpermission USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON public.wagtailcore_groupcollectionpermission USING btree (permission_id);
CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON public.wagtailcore_grouppagepermission USING btree (group_id);
CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON public.wagtailcore_grouppagepermission USING btree (page_id);
CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON public.wagtailcore_grouppagepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON public.wagtailcore_groupsitepermission USING btree (group_id);
CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON public.wagtailcore_groupsitepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON public.wagtailcore_groupsitepermission USING btree (site_id);
CREATE INDEX wagtailcore_locale_language_code_03149338_like ON public.wagtailcore_locale USING btree (language_code varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON public.wagtailcore_modellogentry USING btree (action);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON public.wagtailcore_modellogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON public.wagtailcore_modellogentry USING btree (content_changed);
CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON public.wagtailcore_modellogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON public.wagtailcore_modellogentry USING btree (object_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON public.wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON public.wagtailcore_modellogentry USING btree (revision_id);
CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON public.wagtailcore_modellogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON public.wagtailcore_modellogentry USING btree (user_id);
CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON public.wagtailcore_page USING btree (alias_of_id);
CREATE INDEX wagtailcore_page_content_type_id_c28424df ON public.wagtailcore_page USING btree (content_type_id);
CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON public.wagtailcore_page USING btree (first_published_at);
CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON public.wagtailcore_page USING btree (latest_revision_id);
CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON public.wagtailcore_page USING btree (live_revision_id);
CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON public.wagtailcore_page USING btree (locale_id);
CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON public.wagtailcore_page USING btree (locked_by_id);
CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON public.wagtailcore_page USING btree (owner_id);
CREATE INDEX wagtailcore_page_path_98eba2c8_like ON public.wagtailcore_page USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_page_slug_e7c11b8f ON public.wagtailcore_page USING btree (slug);
CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON public.wagtailcore_page USING btree (slug varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON public.wagtailcore_pagelogentry USING btree (action);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON public.wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON public.wagtailcore_pagelogentry USING btree (content_changed);
CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON public.wagtailcore_pagelogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON public.wagtailcore_pagelogentry USING btree (page_id);
CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON public.wagtailcore_pagelogentry USING btree (revision_id);
CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON public.wagtailcore_pagelogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON public.wagtailcore_pagelogentry USING btree (user_id);
CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON public.wagtailcore_revision USING btree (approved_go_live_at);
CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON public.wagtailcore_revision USING btree (created_at);
CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON public.wagtailcore_revision USING btree (user_id);
CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON public.wagtailcore_pagesubscription USING btree (page_id);
CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON public.wagtailcore_pagesubscription USING btree (user_id);
CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON public.wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);
CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON public.wagtailcore_pageviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON public.wagtailcore_pageviewrestriction USING btree (page_id);
CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON public.wagtailcore_referenceindex USING btree (base_content_type_id);
CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON public.wagtailcore_referenceindex USING btree (content_type_id);
CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON public.wagtailcore_referenceindex USING btree (to_content_type_id);
CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON public.wagtailcore_revision USING btree (base_content_type_id);
CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON public.wagtailcore_revision USING btree (content_type_id);
CREATE INDEX wagtailcore_site_hostname_96b20b46 ON public.wagtailcore_site USING btree (hostname);
CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON public.wagtailcore_site USING btree (hostname varchar_pattern_ops);
CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON public.wagtailcore_site USING btree (root_page_id);
CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON public.wagtailcore_task USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON public.wagtailcore_taskstate USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON public.wagtailcore_taskstate USING btree (finished_by_id);
CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON public.wagtailcore_taskstate USING btree (revision_id);
CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON public.wagtailcore_taskstate USING btree (task_id);
CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON public.wagtailcore_taskstate USING btree (workflow_state_id);
CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON public.wagtailcore_uploadedfile USING btree (for_content_type_id);
CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON public.wagtailcore_uploadedfile USING btree (uploaded_by_user_id);
CREATE INDEX wagtailcore_uuid_06a44d_idx ON public.wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_uuid_d6363b_idx ON public.wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON public.wagtailcore_workflowcontenttype USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON public.wagtailcore_workflowpage USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON public.wagtailcore_workflowstate USING btree (base_content_type_id);
CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON public.wagtailcore_workflowstate USING btree (content_type_id);
CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON public.wagtailcore_workflowstate USING btree (requested_by_id);
CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON public.wagtailcore_workflowstate USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON public.wagtailcore_workflowtask USING btree (task_id);
CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON public.wagtailcore_workflowtask USING btree (workflow_id);
CREATE INDEX wagtaildocs_document_collection_id_23881625 ON public.wagtaildocs_document USING btree (collection_id);
CREATE INDEX wagtaildocs_document_uploaded_by_user_id_17258b41 ON public.wagtaildocs_document USING btree (uploaded_by_user_id);
CREATE INDEX wagtailimages_image_collection_id_c2f8af7e ON public.wagtailimages_image USING btree (collection_id);
CREATE INDEX wagtailimages_image_created_at_86fa6cd4 ON public.wagtailimages_image USING btree (created_at);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23 ON public.wagtailimages_image USING btree (file_hash);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23_like ON public.wagtailimages_image USING btree (file_hash varchar_pattern_ops);
CREATE INDEX wagtailimages_image_uploaded_by_user_id_5d73dc75 ON public.wagtailimages_image USING btree (uploaded_by_user_id);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201 ON public.wagtailimages_rendition USING btree (filter_spec);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201_like ON public.wagtailimages_rendition USING btree (filter_spec varchar_pattern_ops);
CREATE INDEX wagtailimages_rendition_image_id_3e1fd774 ON public.wagtailimages_rendition USING btree (image_id);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b ON public.wagtailredirects_redirect USING btree (old_path);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b_like ON public.wagtailredirects_redirect USING btree (old_path varchar_pattern_ops);
CREATE INDEX wagtailredirects_redirect_redirect_page_id_b5728a8f ON public.wagtailredirects_redirect USING btree (redirect_page_id);
CREATE INDEX wagtailredirects_redirect_site_id_780a0e1e ON public.wagtailredirects_redirect USING btree (site_id);
CREATE UNIQUE INDEX withholding_open_once ON public.contributions_withholding USING btree (contribution_id) WHERE (decided_at IS NULL);
CREATE INDEX words_change_latest ON public.savings_wordschange USING btree (initiative_id, changed_at DESC);
CREATE INDEX workflowstate_base_ct_id_idx ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id);
CREATE INDEX workflowstate_ct_id_idx ON public.wagtailcore_workflowstate USING btree (content_type_id, object_id);
CREATE INDEX workstreams_membership_partner_id_b8684910 ON public.workstreams_membership USING btree (partner_id);
CREATE INDEX workstreams_membership_user_id_ca22db12 ON public.workstreams_membership USING btree (user_id);
CREATE INDEX workstreams_milestone_owner_id_3b35d558 ON public.workstreams_milestone USING btree (owner_id);
CREATE INDEX workstreams_milestone_workstream_id_20c23190 ON public.workstreams_milestone USING btree (workstream_id);
CREATE INDEX workstreams_milestonereport_milestone_id_54bb7021 ON public.workstreams_milestonereport USING btree (milestone_id);
CREATE INDEX workstreams_milestonereport_reported_by_id_3fa581b0 ON public.workstreams_milestonereport USING btree (reported_by_id);
CREATE INDEX workstreams_outboxmail_addressee_type_id_cb0df5d8 ON public.workstreams_outboxmail USING btree (addressee_type_id);
CREATE INDEX workstreams_outboxmail_key_3f30e6cb_like ON public.workstreams_outboxmail USING btree (key varchar_pattern_ops);
CREATE INDEX workstreams_outboxmail_recipient_id_602252da ON public.workstreams_outboxmail USING btree (recipient_id);
CREATE INDEX workstreams_partner_name_282d34df_like ON public.workstreams_partner USING btree (name varchar_pattern_ops);
CREATE INDEX workstreams_partner_slug_5a6d7a29_like ON public.workstreams_partner USING btree (slug varchar_pattern_ops);
CREATE INDEX workstreams_plan_name_ff13dafe_like ON public.workstreams_plan USING btree (name varchar_pattern_ops);
CREATE INDEX workstreams_workstream_deputy_id_8af2c4e8 ON public.workstreams_workstream USING btree (deputy_id);
CREATE INDEX workstreams_workstream_lead_id_49567fdc ON public.workstreams_workstream USING btree (lead_id);
CREATE INDEX workstreams_workstream_name_6cad2639_like ON public.workstreams_workstream USING btree (name varchar_pattern_ops);
CREATE INDEX workstreams_workstream_partners_partner_id_b50d3dbf ON public.workstreams_workstream_partners USING btree (partner_id);
CREATE INDEX workstreams_workstream_partners_workstream_id_bd825632 ON public.workstreams_workstream_partners USING btree (workstream_id);
CREATE INDEX workstreams_workstream_plan_id_7e4bd762 ON public.workstreams_workstream USING btree (plan_id);
CREATE INDEX workstreams_workstream_slug_266f329b_like ON public.workstreams_workstream USING btree (slug varchar_pattern_ops);
CREATE INDEX workstreams_workstream_sponsor_id_e82f0ac0 ON public.workstreams_workstream USING btree (sponsor_id);
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OF email, first_name, last_name, is_active OR TRUNCATE ON public.accounts_user FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.contributions_contribution FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.contributions_contributionevent FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.contributions_response FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.contributions_responseversion FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_baseline FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_chartmark FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_exceptionupdate FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_figure FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_kpi FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_kpidefinition FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_kpiexception FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_schoolterm FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_status FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_target FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.figures_targetpoint FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.position_amount FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.position_balance FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.position_fundingscope FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.position_knownpart FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.position_statement FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.published_area FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.published_publishedvalue FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.published_topic FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_costbaseline FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_deliveredamount FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_doublecountbase FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_doublecountbaseamount FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_doublecountgroup FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_doublecountmember FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_gaterecord FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_initiative FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_monthlyamount FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_monthlyplan FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_savingsprogress FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_savingsrules FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_savingstarget FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_savingstargetshare FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_screening FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.savings_stagemove FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.workstreams_meeting FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER board_edition BEFORE INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.workstreams_workstream FOR EACH STATEMENT EXECUTE FUNCTION public.board_edition_begins();
CREATE TRIGGER counterfactual_frozen_when_plan_approved AFTER INSERT OR UPDATE ON public.savings_counterfactual FOR EACH ROW EXECUTE FUNCTION public.savings_counterfactual_is_frozen();
CREATE TRIGGER delivered_signed_by_another_than_the_owner AFTER INSERT OR UPDATE OF signed_by_id ON public.savings_deliveredamount FOR EACH ROW WHEN ((new.signed_by_id IS NOT NULL)) EXECUTE FUNCTION public.savings_owner_does_not_sign();
CREATE TRIGGER described_anew BEFORE UPDATE ON public.local_offer_provider FOR EACH ROW WHEN ((((old.name)::text IS DISTINCT FROM (new.name)::text) OR ((old.website)::text IS DISTINCT FROM (new.website)::text))) EXECUTE FUNCTION public.local_offer_described_anew();
CREATE TRIGGER monthly_plan_cost_avoidance_is_measured AFTER INSERT OR UPDATE OF approved_at, measured_against_id ON public.savings_monthlyplan FOR EACH ROW WHEN (((new.approved_at IS NOT NULL) AND (new.measured_against_id IS NULL))) EXECUTE FUNCTION public.savings_cost_avoidance_is_measured();
CREATE TRIGGER savings_shares_within_target AFTER INSERT OR UPDATE ON public.savings_savingstargetshare FOR EACH ROW EXECUTE FUNCTION public.savings_shares_within_target();
CREATE TRIGGER screening_signed_by_another_than_the_owner AFTER INSERT OR UPDATE OF signed_by_id ON public.savings_screening FOR EACH ROW EXECUTE FUNCTION public.savings_owner_does_not_sign();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_rolegrant
    ADD CONSTRAINT accounts_rolegrant_ended_by_id_a39ecb02_fk_accounts_user_id FOREIGN KEY (ended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_rolegrant
    ADD CONSTRAINT accounts_rolegrant_granted_by_id_7c2165d8_fk_accounts_user_id FOREIGN KEY (granted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_rolegrant
    ADD CONSTRAINT accounts_rolegrant_user_id_0601f056_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_secondfactorreset
    ADD CONSTRAINT accounts_secondfacto_reset_by_id_ee883f48_fk_accounts_ FOREIGN KEY (reset_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_secondfactorreset
    ADD CONSTRAINT accounts_secondfactorreset_user_id_b26b27b5_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_group_id_bd11a704_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_52b62117_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_permission_id_113bb443_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_user_id_e4f0a161_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_balance
    ADD CONSTRAINT balance_correction_keeps_its_year FOREIGN KEY (supersedes_id, area_id, financial_year) REFERENCES public.position_balance(id, area_id, financial_year);
ALTER TABLE ONLY public.position_blocktransfer
    ADD CONSTRAINT blocktransfer_correction_keeps_its_year FOREIGN KEY (supersedes_id, financial_year) REFERENCES public.position_blocktransfer(id, financial_year);
ALTER TABLE ONLY public.contributions_aboutme
    ADD CONSTRAINT contributions_aboutm_contribution_id_ae65445e_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_aboutme
    ADD CONSTRAINT contributions_aboutm_neighbourhood_id_064a3f65_fk_contribut FOREIGN KEY (neighbourhood_id) REFERENCES public.contributions_neighbourhood(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_addition
    ADD CONSTRAINT contributions_additi_contribution_id_61f59b83_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_addition
    ADD CONSTRAINT contributions_addition_read_by_id_e6414b32_fk_accounts_user_id FOREIGN KEY (read_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_contact
    ADD CONSTRAINT contributions_contac_contribution_id_67432dee_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_contribution
    ADD CONSTRAINT contributions_contri_about_type_id_0efb3248_fk_django_co FOREIGN KEY (about_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_contribution
    ADD CONSTRAINT contributions_contri_approved_version_id_b61f77ea_fk_contribut FOREIGN KEY (approved_version_id) REFERENCES public.contributions_publicversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_contributionevent
    ADD CONSTRAINT contributions_contri_by_id_188d6677_fk_accounts_ FOREIGN KEY (by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_contributionevent
    ADD CONSTRAINT contributions_contri_contribution_id_1740c528_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_contribution
    ADD CONSTRAINT contributions_contri_entered_by_id_67c5c707_fk_accounts_ FOREIGN KEY (entered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_contribution
    ADD CONSTRAINT contributions_contri_not_published_becaus_2e789121_fk_contribut FOREIGN KEY (not_published_because_id) REFERENCES public.contributions_notpublishingreason(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_contribution
    ADD CONSTRAINT contributions_contri_workstream_id_496092a5_fk_workstrea FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_datarequest
    ADD CONSTRAINT contributions_datare_contribution_id_da87dcdc_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_datarequest
    ADD CONSTRAINT contributions_datare_handled_by_id_78ae62bb_fk_accounts_ FOREIGN KEY (handled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_earlieraddress
    ADD CONSTRAINT contributions_earlie_contribution_id_5ded2691_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_editionline
    ADD CONSTRAINT contributions_editio_contribution_id_c11f2e2f_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_editionline
    ADD CONSTRAINT contributions_editio_edition_id_03ac8884_fk_contribut FOREIGN KEY (edition_id) REFERENCES public.contributions_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_editionline
    ADD CONSTRAINT contributions_editio_owed_by_id_ded2fbf4_fk_workstrea FOREIGN KEY (owed_by_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_edition
    ADD CONSTRAINT contributions_editio_published_by_id_00a583c5_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_editionline
    ADD CONSTRAINT contributions_editio_response_version_id_a04485ca_fk_contribut FOREIGN KEY (response_version_id) REFERENCES public.contributions_responseversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_editionline
    ADD CONSTRAINT contributions_editio_version_id_6b3b871b_fk_contribut FOREIGN KEY (version_id) REFERENCES public.contributions_publicversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_edition
    ADD CONSTRAINT contributions_editio_year_id_29cba0c3_fk_contribut FOREIGN KEY (year_id) REFERENCES public.contributions_publicationyear(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_forumview
    ADD CONSTRAINT contributions_forumv_response_id_d484f02f_fk_contribut FOREIGN KEY (response_id) REFERENCES public.contributions_response(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_forumview
    ADD CONSTRAINT contributions_forumv_written_by_id_ee4b71fc_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_measurekpi
    ADD CONSTRAINT contributions_measur_switched_off_by_id_c7e0780e_fk_accounts_ FOREIGN KEY (switched_off_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_measurekpi
    ADD CONSTRAINT contributions_measur_switched_on_by_id_62ab456c_fk_accounts_ FOREIGN KEY (switched_on_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_measurekpi
    ADD CONSTRAINT contributions_measurekpi_kpi_id_e33a42e1_fk_figures_kpi_id FOREIGN KEY (kpi_id) REFERENCES public.figures_kpi(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_notpublishingreason
    ADD CONSTRAINT contributions_notpub_ended_by_id_6a355183_fk_accounts_ FOREIGN KEY (ended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_notpublishingreason
    ADD CONSTRAINT contributions_notpub_replaces_id_bb3307ed_fk_contribut FOREIGN KEY (replaces_id) REFERENCES public.contributions_notpublishingreason(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_notpublishingreason
    ADD CONSTRAINT contributions_notpub_written_by_id_e6394f5e_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_originalopening
    ADD CONSTRAINT contributions_origin_contribution_id_8da94e39_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_original
    ADD CONSTRAINT contributions_origin_contribution_id_d360de84_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_originalopening
    ADD CONSTRAINT contributions_origin_opened_by_id_96656ecc_fk_accounts_ FOREIGN KEY (opened_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_original
    ADD CONSTRAINT contributions_origin_sealed_by_id_8921d91b_fk_accounts_ FOREIGN KEY (sealed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_outcomeanswer
    ADD CONSTRAINT contributions_outcom_contribution_id_c0ee8375_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_processingrecord
    ADD CONSTRAINT contributions_proces_recorded_by_id_9c897ed2_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_publicversion
    ADD CONSTRAINT contributions_public_approved_by_id_b5fb1585_fk_accounts_ FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_publicationyear
    ADD CONSTRAINT contributions_public_changed_by_id_885c7bdc_fk_accounts_ FOREIGN KEY (changed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_publicversion
    ADD CONSTRAINT contributions_public_contribution_id_b229c3fc_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_publicversion
    ADD CONSTRAINT contributions_public_edited_by_id_773946c1_fk_accounts_ FOREIGN KEY (edited_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_reachplan
    ADD CONSTRAINT contributions_reachp_noted_by_id_efe13745_fk_accounts_ FOREIGN KEY (noted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_responseversion_contributions
    ADD CONSTRAINT contributions_respon_contribution_id_25a83b35_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_response_contributions
    ADD CONSTRAINT contributions_respon_contribution_id_bc18a929_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_responseversion
    ADD CONSTRAINT contributions_respon_drafted_by_id_87a035ed_fk_accounts_ FOREIGN KEY (drafted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_responseversion
    ADD CONSTRAINT contributions_respon_evidence_type_id_742b703d_fk_django_co FOREIGN KEY (evidence_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_responseversion
    ADD CONSTRAINT contributions_respon_published_by_id_e8d4a8ea_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_response
    ADD CONSTRAINT contributions_respon_published_version_id_a85a2b8a_fk_contribut FOREIGN KEY (published_version_id) REFERENCES public.contributions_responseversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_responseversion
    ADD CONSTRAINT contributions_respon_response_id_71e7d6d2_fk_contribut FOREIGN KEY (response_id) REFERENCES public.contributions_response(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_response_contributions
    ADD CONSTRAINT contributions_respon_response_id_d5e9abac_fk_contribut FOREIGN KEY (response_id) REFERENCES public.contributions_response(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_responseversion_contributions
    ADD CONSTRAINT contributions_respon_responseversion_id_2d552696_fk_contribut FOREIGN KEY (responseversion_id) REFERENCES public.contributions_responseversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_response
    ADD CONSTRAINT contributions_respon_started_by_id_a86e13c2_fk_accounts_ FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_response
    ADD CONSTRAINT contributions_respon_workstream_id_8d4750f1_fk_workstrea FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_responseversion
    ADD CONSTRAINT contributions_respon_workstream_id_b55deaf4_fk_workstrea FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_retentionrule
    ADD CONSTRAINT contributions_retent_changed_by_id_3e4f36b0_fk_accounts_ FOREIGN KEY (changed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_safeguardingalert
    ADD CONSTRAINT contributions_safegu_contribution_id_207c4da4_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_safeguardingreferral
    ADD CONSTRAINT contributions_safegu_contribution_id_a5945509_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_safeguardingreferral
    ADD CONSTRAINT contributions_safegu_recorded_by_id_948fe2c4_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_safeguardingalert
    ADD CONSTRAINT contributions_safegu_settled_by_id_11e57676_fk_accounts_ FOREIGN KEY (settled_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_withholding
    ADD CONSTRAINT contributions_withho_contribution_id_87bf155f_fk_contribut FOREIGN KEY (contribution_id) REFERENCES public.contributions_contribution(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_withholding
    ADD CONSTRAINT contributions_withho_decided_by_id_09578723_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_withholding
    ADD CONSTRAINT contributions_withho_proposed_by_id_4fc1a1e4_fk_accounts_ FOREIGN KEY (proposed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.contributions_withholding
    ADD CONSTRAINT contributions_withho_reason_id_962dbd4e_fk_contribut FOREIGN KEY (reason_id) REFERENCES public.contributions_notpublishingreason(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_costsplit
    ADD CONSTRAINT costsplit_correction_keeps_its_year FOREIGN KEY (corrects_id, financial_year) REFERENCES public.topups_costsplit(id, financial_year);
ALTER TABLE ONLY public.savings_deliveredamount
    ADD CONSTRAINT delivered_correction_keeps_initiative_and_month FOREIGN KEY (corrects_id, initiative_id, month) REFERENCES public.savings_deliveredamount(id, initiative_id, month);
ALTER TABLE ONLY public.figures_baseline
    ADD CONSTRAINT figures_baseline_agreed_by_id_613721e8_fk_accounts_user_id FOREIGN KEY (agreed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_baseline
    ADD CONSTRAINT figures_baseline_kpi_id_d77ebd22_fk_figures_kpi_id FOREIGN KEY (kpi_id) REFERENCES public.figures_kpi(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_baseline
    ADD CONSTRAINT figures_baseline_set_by_id_7f4be66f_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_chartmark
    ADD CONSTRAINT figures_chartmark_decided_by_id_61412d46_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_chartmark
    ADD CONSTRAINT figures_chartmark_ended_by_id_aab8961b_fk_accounts_user_id FOREIGN KEY (ended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_chartmark
    ADD CONSTRAINT figures_chartmark_kpi_id_845651b4_fk_figures_kpi_id FOREIGN KEY (kpi_id) REFERENCES public.figures_kpi(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_chartmark
    ADD CONSTRAINT figures_chartmark_proposed_by_id_2fa57475_fk_accounts_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_commentary
    ADD CONSTRAINT figures_commentary_figure_id_4bcd4738_fk_figures_figure_id FOREIGN KEY (figure_id) REFERENCES public.figures_figure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_commentary
    ADD CONSTRAINT figures_commentary_written_by_id_40a885a3_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_exceptionupdate
    ADD CONSTRAINT figures_exceptionupd_exception_id_63da37aa_fk_figures_k FOREIGN KEY (exception_id) REFERENCES public.figures_kpiexception(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_exceptionupdate
    ADD CONSTRAINT figures_exceptionupd_written_by_id_9761ea52_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_exceptionupdate
    ADD CONSTRAINT figures_exceptionupdate_reminds_id_944e9027_fk_accounts_user_id FOREIGN KEY (reminds_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figure
    ADD CONSTRAINT figures_figure_corrects_id_836029d6_fk_figures_figure_id FOREIGN KEY (corrects_id) REFERENCES public.figures_figure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figure
    ADD CONSTRAINT figures_figure_decided_by_id_cb0cfff3_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figure
    ADD CONSTRAINT figures_figure_definition_id_b6e792e6_fk_figures_k FOREIGN KEY (definition_id) REFERENCES public.figures_kpidefinition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figure
    ADD CONSTRAINT figures_figure_file_id_64ba51ac_fk_figures_figureimport_id FOREIGN KEY (file_id) REFERENCES public.figures_figureimport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figure
    ADD CONSTRAINT figures_figure_kpi_id_751434ff_fk_figures_kpi_id FOREIGN KEY (kpi_id) REFERENCES public.figures_kpi(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figure
    ADD CONSTRAINT figures_figure_recorded_by_id_b8411dc5_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figure
    ADD CONSTRAINT figures_figure_submitted_by_id_fa27ddcb_fk_accounts_user_id FOREIGN KEY (submitted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figureimport
    ADD CONSTRAINT figures_figureimport_confirmed_by_id_00924d95_fk_accounts_ FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figureimport
    ADD CONSTRAINT figures_figureimport_sent_by_id_ae2240e5_fk_accounts_user_id FOREIGN KEY (sent_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figureimport
    ADD CONSTRAINT figures_figureimport_withdrawn_by_id_cdb3d467_fk_accounts_ FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figurereminder
    ADD CONSTRAINT figures_figureremind_recipient_id_1a72bd51_fk_accounts_ FOREIGN KEY (recipient_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_figurereminder
    ADD CONSTRAINT figures_figurereminder_kpi_id_bb543c1e_fk_figures_kpi_id FOREIGN KEY (kpi_id) REFERENCES public.figures_kpi(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_importchunk
    ADD CONSTRAINT figures_importchunk_figure_import_id_fcc53612_fk_figures_f FOREIGN KEY (figure_import_id) REFERENCES public.figures_figureimport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_importedfigure
    ADD CONSTRAINT figures_importedfigu_figure_import_id_b900535a_fk_figures_f FOREIGN KEY (figure_import_id) REFERENCES public.figures_figureimport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_importproblem
    ADD CONSTRAINT figures_importproble_figure_import_id_4d02a2e9_fk_figures_f FOREIGN KEY (figure_import_id) REFERENCES public.figures_figureimport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_kpi
    ADD CONSTRAINT figures_kpi_workstream_id_3485cf5a_fk_workstreams_workstream_id FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_kpidefinition
    ADD CONSTRAINT figures_kpidefinitio_checked_by_id_68d54e5f_fk_accounts_ FOREIGN KEY (checked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_kpidefinition
    ADD CONSTRAINT figures_kpidefinition_kpi_id_3f832caa_fk_figures_kpi_id FOREIGN KEY (kpi_id) REFERENCES public.figures_kpi(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_kpidefinition
    ADD CONSTRAINT figures_kpidefinition_set_by_id_2fcb59a4_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_kpiexception
    ADD CONSTRAINT figures_kpiexception_closed_by_id_55ee2903_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_kpiexception
    ADD CONSTRAINT figures_kpiexception_figure_id_d9e6de89_fk_figures_figure_id FOREIGN KEY (figure_id) REFERENCES public.figures_figure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_kpiexception
    ADD CONSTRAINT figures_kpiexception_raised_by_id_45e44fb4_fk_accounts_user_id FOREIGN KEY (raised_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_kpiexception
    ADD CONSTRAINT figures_kpiexception_reminds_id_64987efd_fk_accounts_user_id FOREIGN KEY (reminds_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_recomputerun
    ADD CONSTRAINT figures_recomputerun_requested_by_id_68b36716_fk_accounts_ FOREIGN KEY (requested_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_runchunk
    ADD CONSTRAINT figures_runchunk_run_id_0ac50dbd_fk_figures_recomputerun_id FOREIGN KEY (run_id) REFERENCES public.figures_recomputerun(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_runfailure
    ADD CONSTRAINT figures_runfailure_run_id_b7ba8e0f_fk_figures_recomputerun_id FOREIGN KEY (run_id) REFERENCES public.figures_recomputerun(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_status
    ADD CONSTRAINT figures_status_kpi_id_9414bdad_fk_figures_kpi_id FOREIGN KEY (kpi_id) REFERENCES public.figures_kpi(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_target
    ADD CONSTRAINT figures_target_kpi_id_c055e3c7_fk_figures_kpi_id FOREIGN KEY (kpi_id) REFERENCES public.figures_kpi(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_target
    ADD CONSTRAINT figures_target_set_by_id_11b6da83_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_targetpoint
    ADD CONSTRAINT figures_targetpoint_target_id_86740b65_fk_figures_target_id FOREIGN KEY (target_id) REFERENCES public.figures_target(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.figures_workstreamstatus
    ADD CONSTRAINT figures_workstreamst_workstream_id_09ae9c1d_fk_workstrea FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_firstsliceshown
    ADD CONSTRAINT firstsliceshown_correction_keeps_its_year FOREIGN KEY (corrects_id, financial_year) REFERENCES public.topups_firstsliceshown(id, financial_year);
ALTER TABLE ONLY public.topups_incentive
    ADD CONSTRAINT incentive_correction_keeps_its_year FOREIGN KEY (corrects_id, financial_year) REFERENCES public.topups_incentive(id, financial_year);
ALTER TABLE ONLY public.position_jointfunding
    ADD CONSTRAINT jointfunding_correction_keeps_its_year FOREIGN KEY (supersedes_id, financial_year) REFERENCES public.position_jointfunding(id, financial_year);
ALTER TABLE ONLY public.local_offer_alternativeformat
    ADD CONSTRAINT local_offer_alternat_document_id_c1cf912d_fk_wagtaildo FOREIGN KEY (document_id) REFERENCES public.wagtaildocs_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_alternativeformat
    ADD CONSTRAINT local_offer_alternat_page_id_bf41d794_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_catalogueentry
    ADD CONSTRAINT local_offer_catalogu_owner_partner_id_db1b3ea8_fk_workstrea FOREIGN KEY (owner_partner_id) REFERENCES public.workstreams_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_catalogueentry
    ADD CONSTRAINT local_offer_catalogu_page_id_fcc8ae32_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_check
    ADD CONSTRAINT local_offer_check_checked_by_id_389d08d4_fk_accounts_user_id FOREIGN KEY (checked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_check
    ADD CONSTRAINT local_offer_check_page_id_9816d296_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_checkreminder
    ADD CONSTRAINT local_offer_checkrem_page_id_25aa8d58_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_featuredpage
    ADD CONSTRAINT local_offer_featured_home_id_3d1f18d8_fk_local_off FOREIGN KEY (home_id) REFERENCES public.local_offer_localofferhome(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_featuredpage
    ADD CONSTRAINT local_offer_featured_page_id_396bffd1_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_gap
    ADD CONSTRAINT local_offer_gap_closed_by_id_4dfa9c6b_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_gap
    ADD CONSTRAINT local_offer_gap_opened_by_id_7194b838_fk_accounts_user_id FOREIGN KEY (opened_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_gap
    ADD CONSTRAINT local_offer_gap_owner_id_515ccf0e_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_guidancepage
    ADD CONSTRAINT local_offer_guidance_owner_partner_id_ef6ec43f_fk_workstrea FOREIGN KEY (owner_partner_id) REFERENCES public.workstreams_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_guidancepage
    ADD CONSTRAINT local_offer_guidance_page_ptr_id_4d2f5ce6_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_heading
    ADD CONSTRAINT local_offer_heading_heading_list_id_83440700_fk_local_off FOREIGN KEY (heading_list_id) REFERENCES public.local_offer_headinglist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_headinglist
    ADD CONSTRAINT local_offer_headingl_checked_by_id_2b786e87_fk_accounts_ FOREIGN KEY (checked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_importedrow
    ADD CONSTRAINT local_offer_imported_decided_by_id_3e47ce73_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_importedfile
    ADD CONSTRAINT local_offer_imported_listing_import_id_3a747ddb_fk_local_off FOREIGN KEY (listing_import_id) REFERENCES public.local_offer_listingimport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_importedrow
    ADD CONSTRAINT local_offer_imported_listing_import_id_bc818de8_fk_local_off FOREIGN KEY (listing_import_id) REFERENCES public.local_offer_listingimport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_importedrow
    ADD CONSTRAINT local_offer_imported_may_be_id_9bc10f15_fk_wagtailco FOREIGN KEY (may_be_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_importedrow
    ADD CONSTRAINT local_offer_importedrow_page_id_452f044a_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_listingimport
    ADD CONSTRAINT local_offer_listingi_applied_by_id_94c5971f_fk_accounts_ FOREIGN KEY (applied_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_listingimport
    ADD CONSTRAINT local_offer_listingi_confirmed_by_id_074c2b2d_fk_accounts_ FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_listingimport
    ADD CONSTRAINT local_offer_listingi_read_by_id_5133b53e_fk_accounts_ FOREIGN KEY (read_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_listingimport
    ADD CONSTRAINT local_offer_listingi_section_id_a8b22975_fk_wagtailco FOREIGN KEY (section_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_listingsource
    ADD CONSTRAINT local_offer_listings_page_id_4664969d_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_localofferhome
    ADD CONSTRAINT local_offer_localoff_disagree_page_id_a0e8b67c_fk_wagtailco FOREIGN KEY (disagree_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_localofferhome
    ADD CONSTRAINT local_offer_localoff_page_ptr_id_45c18060_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_offermeasurekpi
    ADD CONSTRAINT local_offer_offermea_switched_off_by_id_43abb55f_fk_accounts_ FOREIGN KEY (switched_off_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_offermeasurekpi
    ADD CONSTRAINT local_offer_offermea_switched_on_by_id_a14351d7_fk_accounts_ FOREIGN KEY (switched_on_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_offermeasurekpi
    ADD CONSTRAINT local_offer_offermeasurekpi_kpi_id_240bfaf8_fk_figures_kpi_id FOREIGN KEY (kpi_id) REFERENCES public.figures_kpi(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_outofareapage
    ADD CONSTRAINT local_offer_outofare_owner_partner_id_96915881_fk_workstrea FOREIGN KEY (owner_partner_id) REFERENCES public.workstreams_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_outofareapage
    ADD CONSTRAINT local_offer_outofare_page_ptr_id_dd0cf248_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_providermember
    ADD CONSTRAINT local_offer_provider_provider_id_c6b446d1_fk_local_off FOREIGN KEY (provider_id) REFERENCES public.local_offer_provider(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_provideranswer
    ADD CONSTRAINT local_offer_provider_service_id_ea77885c_fk_local_off FOREIGN KEY (service_id) REFERENCES public.local_offer_servicepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_providermember
    ADD CONSTRAINT local_offer_providermember_user_id_2b770241_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_secondpairofeyes
    ADD CONSTRAINT local_offer_secondpa_task_ptr_id_9a510dbf_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_sectionpage
    ADD CONSTRAINT local_offer_sectionp_page_ptr_id_bf2ad24e_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_servicepage
    ADD CONSTRAINT local_offer_servicep_owner_partner_id_a908e31a_fk_workstrea FOREIGN KEY (owner_partner_id) REFERENCES public.workstreams_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_servicepage
    ADD CONSTRAINT local_offer_servicep_page_ptr_id_64309997_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_servicepage
    ADD CONSTRAINT local_offer_servicep_provider_id_a7b9774c_fk_local_off FOREIGN KEY (provider_id) REFERENCES public.local_offer_provider(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_suggestion
    ADD CONSTRAINT local_offer_suggesti_decided_by_id_2dd4d0da_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_suggestion
    ADD CONSTRAINT local_offer_suggesti_suggested_by_id_7fab3a0b_fk_accounts_ FOREIGN KEY (suggested_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_suggestion
    ADD CONSTRAINT local_offer_suggestion_page_id_bf3dd717_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_wordingapproval
    ADD CONSTRAINT local_offer_wordinga_approved_by_id_9d07846e_fk_accounts_ FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.local_offer_wordingapproval
    ADD CONSTRAINT local_offer_wordinga_page_id_e6015c7b_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.modelsearch_indexentry
    ADD CONSTRAINT modelsearch_indexent_content_type_id_0968e500_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_monthlyplan
    ADD CONSTRAINT monthly_plan_counterfactual_of_its_initiative FOREIGN KEY (measured_against_id, initiative_id) REFERENCES public.savings_counterfactual(id, initiative_id);
ALTER TABLE ONLY public.topups_paidplaces
    ADD CONSTRAINT paidplaces_correction_keeps_its_year FOREIGN KEY (corrects_id, financial_year) REFERENCES public.topups_paidplaces(id, financial_year);
ALTER TABLE ONLY public.position_amount
    ADD CONSTRAINT position_amount_statement_id_6143f40e_fk_position_statement_id FOREIGN KEY (statement_id) REFERENCES public.position_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_balance
    ADD CONSTRAINT position_balance_area_id_fc011414_fk_published_area_id FOREIGN KEY (area_id) REFERENCES public.published_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_balance
    ADD CONSTRAINT position_balance_recorded_by_id_f6b15b3a_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_balance
    ADD CONSTRAINT position_balance_supersedes_id_68dcfea6_fk_position_balance_id FOREIGN KEY (supersedes_id) REFERENCES public.position_balance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_blocktransfer
    ADD CONSTRAINT position_blocktransf_recorded_by_id_42722aca_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_blocktransfer
    ADD CONSTRAINT position_blocktransf_supersedes_id_0cb6811f_fk_position_ FOREIGN KEY (supersedes_id) REFERENCES public.position_blocktransfer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_explaineddifference
    ADD CONSTRAINT position_explaineddi_reconciliation_id_bc15733d_fk_position_ FOREIGN KEY (reconciliation_id) REFERENCES public.position_reconciliation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_fundingscope
    ADD CONSTRAINT position_fundingscop_recorded_by_id_e5ab516d_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_jointfunding
    ADD CONSTRAINT position_jointfundin_recorded_by_id_f158665e_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_jointfunding
    ADD CONSTRAINT position_jointfundin_supersedes_id_8b0b5634_fk_position_ FOREIGN KEY (supersedes_id) REFERENCES public.position_jointfunding(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_jointfunding
    ADD CONSTRAINT position_jointfunding_owner_id_8ec949ac_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_knownpart
    ADD CONSTRAINT position_knownpart_statement_id_70db02e6_fk_position_ FOREIGN KEY (statement_id) REFERENCES public.position_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_plancell
    ADD CONSTRAINT position_plancell_recorded_by_id_d4d20543_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_plancell
    ADD CONSTRAINT position_plancell_supersedes_id_78cab598_fk_position_ FOREIGN KEY (supersedes_id) REFERENCES public.position_plancell(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_plannarrative
    ADD CONSTRAINT position_plannarrati_recorded_by_id_9098b4ae_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_plannarrative
    ADD CONSTRAINT position_plannarrati_supersedes_id_9f58056c_fk_position_ FOREIGN KEY (supersedes_id) REFERENCES public.position_plannarrative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_plannarrative
    ADD CONSTRAINT position_plannarrati_workstream_id_a737a1bb_fk_workstrea FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_reconciliation
    ADD CONSTRAINT position_reconciliat_other_id_e37a5c14_fk_position_ FOREIGN KEY (other_id) REFERENCES public.position_balance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_reconciliation
    ADD CONSTRAINT position_reconciliat_recorded_by_id_5758324e_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_reconciliation
    ADD CONSTRAINT position_reconciliat_reference_id_a4826b72_fk_position_ FOREIGN KEY (reference_id) REFERENCES public.position_balance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_reconciliation
    ADD CONSTRAINT position_reconciliat_supersedes_id_a551f487_fk_position_ FOREIGN KEY (supersedes_id) REFERENCES public.position_reconciliation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_statement
    ADD CONSTRAINT position_statement_area_id_6c75b930_fk_published_area_id FOREIGN KEY (area_id) REFERENCES public.published_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_statement
    ADD CONSTRAINT position_statement_recorded_by_id_d2c6b50b_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_statement
    ADD CONSTRAINT position_statement_scope_id_dead3afe_fk_position_ FOREIGN KEY (scope_id) REFERENCES public.position_fundingscope(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_statement
    ADD CONSTRAINT position_statement_supersedes_id_1474c922_fk_position_ FOREIGN KEY (supersedes_id) REFERENCES public.position_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_transfereffect
    ADD CONSTRAINT position_transfereff_transfer_id_047cc277_fk_position_ FOREIGN KEY (transfer_id) REFERENCES public.position_blocktransfer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_transferlimit
    ADD CONSTRAINT position_transferlim_recorded_by_id_77b34dd4_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_transferlimit
    ADD CONSTRAINT position_transferlim_supersedes_id_1fca725b_fk_position_ FOREIGN KEY (supersedes_id) REFERENCES public.position_transferlimit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_unmitigatedyear
    ADD CONSTRAINT position_unmitigated_of_line_id_37e0e988_fk_position_ FOREIGN KEY (of_line_id) REFERENCES public.position_unmitigatedline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_unmitigatedline
    ADD CONSTRAINT position_unmitigated_recorded_by_id_1f13bade_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_unmitigatedline
    ADD CONSTRAINT position_unmitigated_supersedes_id_f4a9372d_fk_position_ FOREIGN KEY (supersedes_id) REFERENCES public.position_unmitigatedline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.published_publishedvalue
    ADD CONSTRAINT published_publishedv_confirmed_by_id_370baa01_fk_accounts_ FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.published_publishedvalue
    ADD CONSTRAINT published_publishedv_loaded_by_id_ddafc285_fk_accounts_ FOREIGN KEY (loaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.published_publishedvalue
    ADD CONSTRAINT published_publishedv_topic_id_a372ff67_fk_published FOREIGN KEY (topic_id) REFERENCES public.published_topic(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.published_publishedvalue
    ADD CONSTRAINT published_publishedvalue_area_id_58df0373_fk_published_area_id FOREIGN KEY (area_id) REFERENCES public.published_area(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_costbaseline
    ADD CONSTRAINT savings_costbaseline_agreed_by_id_0b852482_fk_accounts_user_id FOREIGN KEY (agreed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_costbaseline
    ADD CONSTRAINT savings_costbaseline_initiative_id_372324dc_fk_savings_i FOREIGN KEY (initiative_id) REFERENCES public.savings_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_costbaseline
    ADD CONSTRAINT savings_costbaseline_recorded_by_id_136cec85_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_counterfactual
    ADD CONSTRAINT savings_counterfactu_initiative_id_a34aa9ab_fk_savings_i FOREIGN KEY (initiative_id) REFERENCES public.savings_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_counterfactual
    ADD CONSTRAINT savings_counterfactu_recorded_by_id_b8ec8020_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_deliveredamount
    ADD CONSTRAINT savings_deliveredamo_corrects_id_463616f0_fk_savings_d FOREIGN KEY (corrects_id) REFERENCES public.savings_deliveredamount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_deliveredamount
    ADD CONSTRAINT savings_deliveredamo_initiative_id_b398039c_fk_savings_i FOREIGN KEY (initiative_id) REFERENCES public.savings_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_deliveredamount
    ADD CONSTRAINT savings_deliveredamo_reported_by_id_505f6c1a_fk_accounts_ FOREIGN KEY (reported_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_deliveredamount
    ADD CONSTRAINT savings_deliveredamo_returned_by_id_f3722d3d_fk_accounts_ FOREIGN KEY (returned_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_deliveredamount
    ADD CONSTRAINT savings_deliveredamo_signed_by_id_ccb6a003_fk_accounts_ FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_doublecountbaseamount
    ADD CONSTRAINT savings_doublecountb_base_id_280acbfc_fk_savings_d FOREIGN KEY (base_id) REFERENCES public.savings_doublecountbase(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_doublecountbase
    ADD CONSTRAINT savings_doublecountb_group_id_35072532_fk_savings_d FOREIGN KEY (group_id) REFERENCES public.savings_doublecountgroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_doublecountbase
    ADD CONSTRAINT savings_doublecountb_recorded_by_id_5b59a841_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_doublecountgroup
    ADD CONSTRAINT savings_doublecountg_added_by_id_0ee17cab_fk_accounts_ FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_doublecountmember
    ADD CONSTRAINT savings_doublecountm_added_by_id_2a1aa539_fk_accounts_ FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_doublecountmember
    ADD CONSTRAINT savings_doublecountm_ended_by_id_0ee48e4d_fk_accounts_ FOREIGN KEY (ended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_doublecountmember
    ADD CONSTRAINT savings_doublecountm_group_id_c86514cf_fk_savings_d FOREIGN KEY (group_id) REFERENCES public.savings_doublecountgroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_doublecountmember
    ADD CONSTRAINT savings_doublecountm_initiative_id_529a9660_fk_savings_i FOREIGN KEY (initiative_id) REFERENCES public.savings_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_gaterecord
    ADD CONSTRAINT savings_gaterecord_initiative_id_627f0088_fk_savings_i FOREIGN KEY (initiative_id) REFERENCES public.savings_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_gaterecord
    ADD CONSTRAINT savings_gaterecord_recorded_by_id_5df7e49b_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_gaterecord
    ADD CONSTRAINT savings_gaterecord_withdrawn_by_id_d5446ee5_fk_accounts_user_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_initiative
    ADD CONSTRAINT savings_initiative_added_by_id_60cb8b6d_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_initiative_kpis
    ADD CONSTRAINT savings_initiative_k_initiative_id_c5067e9b_fk_savings_i FOREIGN KEY (initiative_id) REFERENCES public.savings_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_initiative_kpis
    ADD CONSTRAINT savings_initiative_kpis_kpi_id_b766a0bc_fk_figures_kpi_id FOREIGN KEY (kpi_id) REFERENCES public.figures_kpi(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_initiative
    ADD CONSTRAINT savings_initiative_owner_id_15a6f58e_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_initiative
    ADD CONSTRAINT savings_initiative_workstream_id_dd3f74a5_fk_workstrea FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_monthlyamount
    ADD CONSTRAINT savings_monthlyamoun_plan_id_8ea801dd_fk_savings_m FOREIGN KEY (plan_id) REFERENCES public.savings_monthlyplan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_monthlyplan
    ADD CONSTRAINT savings_monthlyplan_approved_by_id_2be66cf3_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_monthlyplan
    ADD CONSTRAINT savings_monthlyplan_initiative_id_8ee90937_fk_savings_i FOREIGN KEY (initiative_id) REFERENCES public.savings_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_monthlyplan
    ADD CONSTRAINT savings_monthlyplan_measured_against_id_d68ab3c0_fk_savings_c FOREIGN KEY (measured_against_id) REFERENCES public.savings_counterfactual(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_monthlyplan
    ADD CONSTRAINT savings_monthlyplan_recorded_by_id_76c0de96_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_savingsprogress
    ADD CONSTRAINT savings_savingsprogr_workstream_id_5742b022_fk_workstrea FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_savingsrules
    ADD CONSTRAINT savings_savingsrules_set_by_id_5aba613d_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_savingstargetshare
    ADD CONSTRAINT savings_savingstarge_target_id_e7a52902_fk_savings_s FOREIGN KEY (target_id) REFERENCES public.savings_savingstarget(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_savingstargetshare
    ADD CONSTRAINT savings_savingstarge_workstream_id_057edf8f_fk_workstrea FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_savingstarget
    ADD CONSTRAINT savings_savingstarget_set_by_id_9ad94d34_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_screening
    ADD CONSTRAINT savings_screening_initiative_id_b8d5071b_fk_savings_i FOREIGN KEY (initiative_id) REFERENCES public.savings_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_screening
    ADD CONSTRAINT savings_screening_signed_by_id_6fa6ba23_fk_accounts_user_id FOREIGN KEY (signed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_stagemove
    ADD CONSTRAINT savings_stagemove_initiative_id_0ab0398e_fk_savings_i FOREIGN KEY (initiative_id) REFERENCES public.savings_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_stagemove
    ADD CONSTRAINT savings_stagemove_moved_by_id_adfea01a_fk_accounts_user_id FOREIGN KEY (moved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_wordschange
    ADD CONSTRAINT savings_wordschange_changed_by_id_49e048aa_fk_accounts_user_id FOREIGN KEY (changed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.savings_wordschange
    ADD CONSTRAINT savings_wordschange_initiative_id_d2b44561_fk_savings_i FOREIGN KEY (initiative_id) REFERENCES public.savings_initiative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_statement
    ADD CONSTRAINT statement_correction_keeps_its_year FOREIGN KEY (supersedes_id, area_id, financial_year) REFERENCES public.position_statement(id, area_id, financial_year);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_band
    ADD CONSTRAINT topups_band_table_id_6f85e610_fk_topups_bandtable_id FOREIGN KEY (table_id) REFERENCES public.topups_bandtable(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_bandtable
    ADD CONSTRAINT topups_bandtable_recorded_by_id_beb3b7ef_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_costsplit
    ADD CONSTRAINT topups_costsplit_corrects_id_bae5be27_fk_topups_costsplit_id FOREIGN KEY (corrects_id) REFERENCES public.topups_costsplit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_costsplit
    ADD CONSTRAINT topups_costsplit_recorded_by_id_0226ab63_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_costsplit
    ADD CONSTRAINT topups_costsplit_setting_id_834be569_fk_topups_setting_id FOREIGN KEY (setting_id) REFERENCES public.topups_setting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_firstsliceshown
    ADD CONSTRAINT topups_firstslicesho_corrects_id_b66281b6_fk_topups_fi FOREIGN KEY (corrects_id) REFERENCES public.topups_firstsliceshown(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_firstsliceshown
    ADD CONSTRAINT topups_firstslicesho_recorded_by_id_256e0c2b_fk_accounts_ FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_firstsliceshown
    ADD CONSTRAINT topups_firstsliceshown_setting_id_d17fc154_fk_topups_setting_id FOREIGN KEY (setting_id) REFERENCES public.topups_setting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_incentive
    ADD CONSTRAINT topups_incentive_corrects_id_dc5d4cdc_fk_topups_incentive_id FOREIGN KEY (corrects_id) REFERENCES public.topups_incentive(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_incentive
    ADD CONSTRAINT topups_incentive_recorded_by_id_d248e448_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_incentive
    ADD CONSTRAINT topups_incentive_setting_id_c8f78d36_fk_topups_setting_id FOREIGN KEY (setting_id) REFERENCES public.topups_setting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_paidplaces
    ADD CONSTRAINT topups_paidplaces_corrects_id_adebb0f0_fk_topups_paidplaces_id FOREIGN KEY (corrects_id) REFERENCES public.topups_paidplaces(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_paidplaces
    ADD CONSTRAINT topups_paidplaces_recorded_by_id_22c39a1c_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_paidplaces
    ADD CONSTRAINT topups_paidplaces_setting_id_15442ef3_fk_topups_setting_id FOREIGN KEY (setting_id) REFERENCES public.topups_setting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_setting
    ADD CONSTRAINT topups_setting_added_by_id_d8c61bb1_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_topup
    ADD CONSTRAINT topups_topup_of_list_id_8f9fc640_fk_topups_topuplist_id FOREIGN KEY (of_list_id) REFERENCES public.topups_topuplist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_topup
    ADD CONSTRAINT topups_topup_setting_id_40b02067_fk_topups_setting_id FOREIGN KEY (setting_id) REFERENCES public.topups_setting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.topups_topuplist
    ADD CONSTRAINT topups_topuplist_recorded_by_id_1ae739cd_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.position_transferlimit
    ADD CONSTRAINT transferlimit_correction_keeps_its_year FOREIGN KEY (supersedes_id, financial_year) REFERENCES public.position_transferlimit(id, financial_year);
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_user_id_6e1a9b70_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_user_id_b910adc2_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES public.wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_accounts_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES public.wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_user_id_d0b3b9c3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES public.wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_accounts_user_id FOREIGN KEY (locked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_user_id_2409d2f4_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_user_id_89d7def9_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES public.wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_finished_by_id_13f98229_fk_accounts_ FOREIGN KEY (finished_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES public.wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_accounts_ FOREIGN KEY (requested_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_collection_id_23881625_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_uploaded_by_user_id_17258b41_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_collection_id_c2f8af7e_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_uploaded_by_user_id_5d73dc75_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendit_image_id_3e1fd774_fk_wagtailim FOREIGN KEY (image_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_redirect_page_id_b5728a8f_fk_wagtailco FOREIGN KEY (redirect_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_site_id_780a0e1e_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_59c92331_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_membership
    ADD CONSTRAINT workstreams_membersh_partner_id_b8684910_fk_workstrea FOREIGN KEY (partner_id) REFERENCES public.workstreams_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_membership
    ADD CONSTRAINT workstreams_membership_user_id_ca22db12_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_milestonereport
    ADD CONSTRAINT workstreams_mileston_milestone_id_54bb7021_fk_workstrea FOREIGN KEY (milestone_id) REFERENCES public.workstreams_milestone(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_milestonereport
    ADD CONSTRAINT workstreams_mileston_reported_by_id_3fa581b0_fk_accounts_ FOREIGN KEY (reported_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_milestone
    ADD CONSTRAINT workstreams_mileston_workstream_id_20c23190_fk_workstrea FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_milestone
    ADD CONSTRAINT workstreams_milestone_owner_id_3b35d558_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_outboxmail
    ADD CONSTRAINT workstreams_outboxma_addressee_type_id_cb0df5d8_fk_django_co FOREIGN KEY (addressee_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_outboxmail
    ADD CONSTRAINT workstreams_outboxma_recipient_id_602252da_fk_accounts_ FOREIGN KEY (recipient_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_workstream_partners
    ADD CONSTRAINT workstreams_workstre_partner_id_b50d3dbf_fk_workstrea FOREIGN KEY (partner_id) REFERENCES public.workstreams_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_workstream_partners
    ADD CONSTRAINT workstreams_workstre_workstream_id_bd825632_fk_workstrea FOREIGN KEY (workstream_id) REFERENCES public.workstreams_workstream(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_workstream
    ADD CONSTRAINT workstreams_workstream_deputy_id_8af2c4e8_fk_accounts_user_id FOREIGN KEY (deputy_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_workstream
    ADD CONSTRAINT workstreams_workstream_lead_id_49567fdc_fk_accounts_user_id FOREIGN KEY (lead_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_workstream
    ADD CONSTRAINT workstreams_workstream_plan_id_7e4bd762_fk_workstreams_plan_id FOREIGN KEY (plan_id) REFERENCES public.workstreams_plan(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workstreams_workstream
    ADD CONSTRAINT workstreams_workstream_sponsor_id_e82f0ac0_fk_accounts_user_id FOREIGN KEY (sponsor_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
