-- Vendors answer their sheets on the screen: by an account, or by a link with a one-time number. What they have not handed in
-- is theirs alone; the facility has no way to these rows.

-- organisation_id is the vendor's organisation, or the holder of a link, who has none. `place` is the relation, or the holder.
create table sheet_draft (
  organisation_id uuid not null,
  place uuid not null,
  sheet_id text collate "C" not null,
  state text collate "C" not null check (state in ('writing', 'checking', 'sent-back', 'submitted')),
  body jsonb not null,
  -- Number of the receipt that is being written or was written last: a repetition hands in nothing twice.
  receipt text collate "C",
  version bigint not null default 1,
  updated_at timestamptz not null,
  primary key (organisation_id, place, sheet_id)
);

create table sheet_receipt (
  organisation_id uuid not null,
  number text collate "C" not null,
  place uuid not null,
  sheet_id text collate "C" not null,
  at timestamptz not null,
  body jsonb not null,
  primary key (organisation_id, number)
);
create index sheet_receipt_of_sheet on sheet_receipt (organisation_id, place, sheet_id, at);

-- 製品ごとの標準回答: answers that hold for every client of one product.
create table standard_answers (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  product text not null check (length(product) between 1 and 200),
  edition text collate "C" not null,
  body jsonb not null,
  version bigint not null default 1,
  updated_at timestamptz not null,
  primary key (organisation_id, id)
);
create unique index standard_answers_of_product on standard_answers (organisation_id, product, edition);

-- A link to one sheet. Its number travels by another way and opens one session; both are kept as hashes alone.
create table answer_link (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  facility_id text collate "C" not null,
  sheet_id text collate "C" not null,
  vendor text collate "C" not null,
  -- Stays the same when a new link takes the place of this one, so that what was begun is not lost.
  holder uuid not null default gen_random_uuid(),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  tries_left int not null default 5 check (tries_left between 0 and 5),
  created_at timestamptz not null,
  created_by uuid references person (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (organisation_id, facility_id) references facility_state
);
create unique index answer_link_of_sheet on answer_link (organisation_id, facility_id, sheet_id) where withdrawn_at is null;

create table answer_session (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  id uuid not null unique default gen_random_uuid(),
  link_id uuid not null references answer_link (id) on delete cascade,
  opened_at timestamptz not null,
  expires_at timestamptz not null
);
create index answer_session_of_link on answer_session (link_id);

-- A new number or the end of a link ends what was opened with the old one.
create function answer_link_closes() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.withdrawn_at is not null or new.code_hash <> old.code_hash then
    delete from public.answer_session s where s.link_id = new.id;
  end if;
  return new;
end $$;
create trigger answer_link_closed after update on answer_link for each row execute function answer_link_closes();

create function answer_link_look(hashed bytea)
  returns table (link_id uuid, organisation_id uuid, facility_id text, sheet_id text, vendor text, tries_left int, expires_at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select l.id, l.organisation_id, l.facility_id, l.sheet_id, l.vendor, l.tries_left, l.expires_at, l.used_at
    from public.answer_link l where l.token_hash = hashed and l.withdrawn_at is null
$$;

-- Tries a number. A wrong one costs a try before anything is compared, so that many at once are no help.
create function answer_link_try(hashed bytea, code bytea, at timestamptz, session_hash bytea, until timestamptz)
  returns table (outcome text, tries_left int, session_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  held record;
  opened uuid;
begin
  select l.* into held from public.answer_link l where l.token_hash = hashed and l.withdrawn_at is null for update;
  if not found then
    return;
  elsif held.tries_left = 0 then
    return query select 'locked', 0, null::uuid;
  elsif held.expires_at <= at then
    return query select 'expired', held.tries_left, null::uuid;
  elsif held.code_hash <> code then
    update public.answer_link l set tries_left = l.tries_left - 1 where l.id = held.id;
    return query select case when held.tries_left = 1 then 'locked' else 'wrong' end, held.tries_left - 1, null::uuid;
  elsif held.used_at is not null then
    return query select 'used', held.tries_left, null::uuid;
  else
    update public.answer_link l set used_at = at, tries_left = 5 where l.id = held.id;
    insert into public.answer_session (token_hash, link_id, opened_at, expires_at) values (session_hash, held.id, at, until)
      returning id into opened;
    return query select 'opened', 5, opened;
  end if;
end $$;

create function answer_session_find(hashed bytea, at timestamptz)
  returns table (session_id uuid, holder uuid, organisation_id uuid, facility_id text, sheet_id text, vendor text, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select s.id, l.holder, l.organisation_id, l.facility_id, l.sheet_id, l.vendor, s.expires_at
    from public.answer_session s join public.answer_link l on l.id = s.link_id
    where s.token_hash = hashed and s.expires_at > at and l.withdrawn_at is null
$$;

create function answer_session_end(hashed bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$ delete from public.answer_session s where s.token_hash = hashed $$;

-- Enters the facility's organisation by a session that was opened with a number, for the rest of the transaction.
create function answer_session_enter(wanted uuid, at timestamptz) returns table (organisation_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  held record;
begin
  select l.organisation_id as organisation into held
    from public.answer_session s join public.answer_link l on l.id = s.link_id
    where s.id = wanted and l.holder = public.app_organisation() and s.expires_at > at and l.withdrawn_at is null;
  if not found then
    return;
  end if;
  perform set_config('app.organisation', held.organisation::text, true);
  return query select held.organisation;
end $$;

do $$
declare
  name text;
  called regprocedure;
begin
  foreach name in array array['sheet_draft', 'sheet_receipt', 'standard_answers', 'answer_link', 'answer_session']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy maintenance on %I to mimamori_owner using (app_maintenance()) with check (app_maintenance())', name);
    continue when name = 'answer_session';
    execute format('create policy tenant on %I to mimamori_app using (organisation_id = app_organisation())
      with check (organisation_id = app_organisation())', name);
  end loop;
  for called in select p.oid::regprocedure from pg_proc p
    where (p.proname like 'answer\_link\_%' or p.proname like 'answer\_session\_%') and p.pronamespace = 'public'::regnamespace
  loop
    execute format('revoke execute on function %s from public', called);
    execute format('grant execute on function %s to mimamori_app', called);
  end loop;
end $$;

grant select, insert, update, delete on sheet_draft, standard_answers to mimamori_app;
grant select, insert on sheet_receipt to mimamori_app;
grant select (id, organisation_id, facility_id, sheet_id, vendor, holder, tries_left, created_at, created_by, expires_at, used_at, withdrawn_at),
  insert, update (code_hash, tries_left, expires_at, used_at, withdrawn_at) on answer_link to mimamori_app;

create or replace function forget_facility(wanted text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  mine uuid := public.app_organisation();
begin
  delete from public.answer_link t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.relation t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.put_off t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.import_draft t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.frozen_paper t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.finding t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.change_log t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.record t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.facility_state t where t.organisation_id = mine and t.facility_id = wanted;
end $$;
