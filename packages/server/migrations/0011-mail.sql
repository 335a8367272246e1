-- Mail that waits to be sent, was sent, or was refused. A message is written in the transaction of what it tells of and sent by
-- the queue; attachments are kept with it as they were made, so that what was sent can be looked at later.

create table mail_message (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  facility_id text collate "C" not null,
  sheet text collate "C",
  kind text collate "C" not null check (kind in ('request', 'chase-up', 'second-contact', 'head-letter', 'notice', 'test')),
  to_address text not null check (length(to_address) between 3 and 254 and to_address !~ '[[:cntrl:][:space:],;<>]'),
  reply_to text check (reply_to !~ '[[:cntrl:][:space:],;<>]'),
  subject text not null check (subject !~ '[[:cntrl:]]'),
  body text not null,
  attachments jsonb not null,
  message_id text collate "C" not null,
  state text collate "C" not null check (state in ('waiting', 'sent', 'refused', 'given-up', 'cancelled')),
  attempts int not null default 0,
  queued_at timestamptz not null,
  queued_by uuid,
  next_try_at timestamptz,
  settled_at timestamptz,
  -- What the other server said last, in its own words.
  answer text check (length(answer) <= 500),
  primary key (organisation_id, id),
  unique (organisation_id, message_id),
  foreign key (organisation_id, facility_id) references facility_state on delete cascade,
  check ((kind = 'test') = (sheet is null))
);
create index mail_message_of_facility on mail_message (organisation_id, facility_id, queued_at desc, id);

alter table mail_message enable row level security;
alter table mail_message force row level security;
create policy tenant on mail_message to mimamori_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy maintenance on mail_message to mimamori_owner using (app_maintenance()) with check (app_maintenance());
grant select, insert, update (state, attempts, next_try_at, settled_at, answer) on mail_message to mimamori_app;
