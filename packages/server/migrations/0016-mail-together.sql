-- 「まとめて知らせる」: mail to somebody who wants one a day waits until the morning and leaves with all that waits for the same address.
-- sent_with names the message under whose Message-ID the others left, so that a report of its coming back is one of all of them.
alter table mail_message add column together boolean not null default false;
alter table mail_message add column sent_with uuid;
create index mail_message_sent_with on mail_message (organisation_id, sent_with) where sent_with is not null;
grant update (sent_with) on mail_message to mimamori_app;
