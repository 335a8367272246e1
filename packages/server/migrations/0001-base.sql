-- The first tables. PostgreSQL 15 and later. Run by mimamori_owner; requests come as mimamori_app.
-- Whatever belongs to an organisation carries organisation_id and is under forced row-level security. The owner role
-- sees rows only while app.maintenance is on, which the migration runner sets, and inside functions that run as the owner.

create function app_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;

create function app_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- Within a function that runs as its owner (security definer) the two users differ; on a connection of the owner they do not.
-- NOTE: such a function cannot carry "set app.maintenance = 'on'": PostgreSQL allows that to superusers only.
create function app_maintenance() returns boolean language sql stable
  as $$ select coalesce(current_setting('app.maintenance', true), '') = 'on' or current_user <> session_user $$;

-- Organisations and people ---------------------------------------------------------------------------------------------

create table organisation (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('facility', 'vendor', 'association', 'soc', 'insurer', 'authority')),
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  closed_at timestamptz
);

create table person (
  id uuid primary key default gen_random_uuid(),
  login text collate "C" not null unique check (length(login) between 1 and 100),
  name text not null check (length(name) between 1 and 100),
  language text not null default 'ja' check (language in ('ja', 'en')),
  password_hash text not null,
  password_changed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table membership (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  role text collate "C" not null check (role in ('owner', 'manager', 'editor', 'reader', 'responder', 'auditor')),
  since timestamptz not null default now(),
  primary key (organisation_id, person_id, role)
);
create index membership_of_person on membership (person_id);

create table session (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  person_id uuid not null references person (id),
  organisation_id uuid references organisation (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_expires_at timestamptz not null,
  expires_at timestamptz not null,
  from_address text
);
create index session_of_person on session (person_id);
create index session_by_expiry on session (expires_at);

create table setup_link (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  purpose text not null check (purpose in ('first-owner', 'invitation', 'password')),
  organisation_id uuid references organisation (id),
  person_id uuid references person (id),
  role text check (role in ('owner', 'manager', 'editor', 'reader', 'responder', 'auditor')),
  created_by uuid references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check (purpose = 'first-owner' or organisation_id is not null)
);

-- Failed sign-ins are counted under a hash of the login or address: what somebody typed there may have been a password.
create table sign_in_failure (
  subject text collate "C" primary key,
  failures integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null
);

-- The facility's picture -------------------------------------------------------------------------------------------------

create table facility_state (
  organisation_id uuid not null references organisation (id),
  facility_id text collate "C" not null,
  revision bigint not null default 0 check (revision >= 0),
  name text not null,
  example boolean not null default false,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (organisation_id, facility_id)
);

-- The record of truth: one row per record of a slice, each with its version.
create table record (
  organisation_id uuid not null,
  facility_id text collate "C" not null,
  slice text collate "C" not null,
  id text collate "C" not null,
  version bigint not null default 1 check (version >= 1),
  body jsonb not null,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  primary key (organisation_id, facility_id, slice, id),
  foreign key (organisation_id, facility_id) references facility_state
);

-- Every change of a picture with what undoes it; undone_by is the revision that did.
create table change_log (
  organisation_id uuid not null,
  facility_id text collate "C" not null,
  revision bigint not null check (revision >= 1),
  at timestamptz not null default now(),
  person_id uuid,
  changes jsonb not null,
  undo jsonb not null,
  undone_by bigint,
  primary key (organisation_id, facility_id, revision),
  foreign key (organisation_id, facility_id) references facility_state
);

-- What list pages read: the tracked findings of the last analysis, one row each.
create table finding (
  organisation_id uuid not null,
  facility_id text collate "C" not null,
  id text collate "C" not null,
  rule text collate "C" not null,
  area text collate "C" not null,
  severity text collate "C" not null check (severity in ('critical', 'high', 'medium', 'low')),
  severity_rank smallint not null generated always as
    (case severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end) stored,
  state text collate "C" not null check (state in ('open', 'covered', 'accepted', 'no-longer-seen', 'done')),
  party text collate "C" not null,
  due_on date,
  first_seen_on date not null,
  last_seen_on date not null,
  body jsonb not null,
  primary key (organisation_id, facility_id, id),
  foreign key (organisation_id, facility_id) references facility_state
);
create index finding_by_urgency on finding (organisation_id, facility_id, state, severity_rank, due_on, id);
create index finding_by_due on finding (organisation_id, facility_id, state, due_on, severity_rank, id);
create index finding_by_party on finding (organisation_id, facility_id, party, state, severity_rank, due_on, id);
create index finding_by_area on finding (organisation_id, facility_id, area, state, severity_rank, due_on, id);
create index finding_by_rule on finding (organisation_id, facility_id, rule, id);

-- Files, papers, uploads, drafts -------------------------------------------------------------------------------------------

create table evidence_file (
  organisation_id uuid not null references organisation (id),
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  media_type text collate "C" not null,
  name text not null,
  stored_at timestamptz not null default now(),
  stored_by uuid,
  primary key (organisation_id, sha256)
);

create table frozen_paper (
  organisation_id uuid not null references organisation (id),
  id text collate "C" not null,
  kind text collate "C" not null,
  facility_id text collate "C",
  revision bigint not null,
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default now(),
  made_by uuid,
  meta jsonb not null default '{}',
  primary key (organisation_id, id)
);
create index frozen_paper_by_time on frozen_paper (organisation_id, facility_id, made_at desc, id);

-- Editions that an organisation loaded itself, such as the official Excel.
create table catalogue_upload (
  organisation_id uuid not null references organisation (id),
  id text collate "C" not null,
  edition text collate "C" not null,
  body jsonb not null,
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_at timestamptz not null default now(),
  uploaded_by uuid,
  primary key (organisation_id, id)
);
create index catalogue_upload_by_edition on catalogue_upload (organisation_id, edition);

-- A file read but not yet taken over: shown first, registered by a second step, forgotten after a while.
create table import_draft (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  kind text collate "C" not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  expires_at timestamptz not null,
  body jsonb not null,
  primary key (organisation_id, id)
);
create index import_draft_by_expiry on import_draft (organisation_id, expires_at);

-- Keys and audit trail -------------------------------------------------------------------------------------------------------

-- organisation_id is all zeros for the installation's own key and trail, which belong to no organisation.
create table signing_key (
  organisation_id uuid not null,
  id uuid not null default gen_random_uuid(),
  public_key bytea not null check (octet_length(public_key) = 32),
  sealed_private_key bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (organisation_id, id)
);
create unique index signing_key_in_use on signing_key (organisation_id) where retired_at is null;

create table audit (
  organisation_id uuid not null,
  seq bigint not null check (seq >= 1),
  at timestamptz not null,
  person_id uuid,
  action text collate "C" not null,
  subject text not null,
  detail jsonb not null,
  from_address text,
  prev_hash text collate "C" not null check (prev_hash ~ '^[0-9a-f]{64}$'),
  hash text collate "C" not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (organisation_id, seq)
);

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_unchanged before update or delete on audit for each row execute function audit_refuse();
create trigger audit_not_emptied before truncate on audit for each statement execute function audit_refuse();

-- The hash itself is computed by the program (it needs canonical JSON); the database holds the chain together.
create function audit_follows() returns trigger language plpgsql as $$
declare
  head record;
begin
  select a.seq, a.hash into head from public.audit a where a.organisation_id = new.organisation_id order by a.seq desc limit 1;
  if new.seq <> coalesce(head.seq, 0) + 1 or new.prev_hash <> coalesce(head.hash, repeat('0', 64)) then
    raise exception 'the audit entry does not follow the last one' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger audit_chain before insert on audit for each row execute function audit_follows();

-- Row-level security ---------------------------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['facility_state', 'record', 'change_log', 'finding', 'evidence_file', 'frozen_paper',
    'catalogue_upload', 'import_draft', 'signing_key', 'audit']
  loop
    execute format('create policy tenant on %I to mimamori_app using (organisation_id = app_organisation())
      with check (organisation_id = app_organisation())', name);
  end loop;
  foreach name in array array['organisation', 'person', 'membership', 'session', 'setup_link', 'sign_in_failure',
    'facility_state', 'record', 'change_log', 'finding', 'evidence_file', 'frozen_paper', 'catalogue_upload',
    'import_draft', 'signing_key', 'audit']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy maintenance on %I to mimamori_owner using (app_maintenance()) with check (app_maintenance())', name);
  end loop;
end $$;

-- Nobody writes another person's name into the trail; jobs of the installation write none.
create policy own_name on audit as restrictive for insert to mimamori_app
  with check (person_id is null or person_id = app_person());

create policy own_or_member on membership for select to mimamori_app
  using (organisation_id = app_organisation() or person_id = app_person());
create policy own_organisation on membership for all to mimamori_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());

create policy own_or_member on organisation for select to mimamori_app
  using (id = app_organisation() or id in (select m.organisation_id from membership m where m.person_id = app_person()));
create policy own_organisation on organisation for update to mimamori_app
  using (id = app_organisation()) with check (id = app_organisation());

create policy self_or_colleague on person for select to mimamori_app
  using (id = app_person() or id in (select m.person_id from membership m where m.organisation_id = app_organisation()));
create policy self on person for update to mimamori_app using (id = app_person()) with check (id = app_person());

create policy self on session for all to mimamori_app using (person_id = app_person()) with check (person_id = app_person());

create policy own_organisation on setup_link for all to mimamori_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation() and purpose <> 'first-owner');

create policy counted on sign_in_failure for all to mimamori_app using (true) with check (true);

-- Grants ---------------------------------------------------------------------------------------------------------------------

grant usage on schema public to mimamori_app, mimamori_jobs;
grant select, insert, update, delete on facility_state, record, finding, catalogue_upload, import_draft, sign_in_failure to mimamori_app;
grant select, insert, delete on evidence_file, membership to mimamori_app;
grant select, insert on frozen_paper, audit to mimamori_app;
grant select, insert, update (undone_by) on change_log to mimamori_app;
grant select, insert, update (retired_at) on signing_key to mimamori_app;
grant select, update (name, closed_at) on organisation to mimamori_app;
grant select (id, login, name, language, created_at, disabled_at, password_changed_at),
  update (name, language, password_hash, password_changed_at) on person to mimamori_app;
grant select (id, person_id, organisation_id, created_at, last_seen_at, idle_expires_at, expires_at, from_address),
  insert, update (organisation_id), delete on session to mimamori_app;
grant select (id, purpose, organisation_id, person_id, role, created_by, created_at, expires_at, used_at), insert, delete on setup_link to mimamori_app;
