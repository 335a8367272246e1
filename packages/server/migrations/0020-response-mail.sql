-- Mail about responses to weaknesses: a reminder to the vendor that was told, and word to the facility that a next step is due.
alter table mail_message add column response text collate "C";
alter table mail_message drop constraint mail_message_kind_check;
alter table mail_message add constraint mail_message_kind_check check (kind in
  ('request', 'chase-up', 'second-contact', 'head-letter', 'notice', 'test', 'acceptance-ending', 'response-reminder', 'responses-due'));
alter table mail_message drop constraint mail_message_check;
alter table mail_message add constraint mail_message_check
  check ((kind in ('test', 'acceptance-ending', 'response-reminder', 'responses-due')) = (sheet is null));
alter table mail_message add constraint mail_message_of_response check ((kind = 'response-reminder') = (response is not null));
