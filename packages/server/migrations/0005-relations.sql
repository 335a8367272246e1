-- Relations between organisations: what a facility lets another organisation see, since when, by whom, until when.
-- No relation, no sight: another organisation reaches a facility's rows through relation_enter alone.

create table relation (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  facility_id text collate "C" not null,
  kind text collate "C" not null check (kind in ('vendor', 'association', 'soc', 'insurer', 'authority')),
  viewer_id uuid references organisation (id),
  -- The viewer as the facility names it, before and after somebody has answered the invitation.
  viewer_name text not null check (length(viewer_name) between 1 and 200),
  vendor text collate "C",
  terms jsonb not null,
  state text collate "C" not null check (state in ('offered', 'granted', 'declined', 'withdrawn')),
  offered_at timestamptz not null,
  offered_by uuid,
  granted_at timestamptz,
  ended_at timestamptz,
  valid_until timestamptz,
  version bigint not null default 1,
  foreign key (organisation_id, facility_id) references facility_state,
  check ((kind = 'vendor') = (vendor is not null)),
  check (state <> 'granted' or viewer_id is not null)
);
create index relation_of_facility on relation (organisation_id, facility_id, state, id);
create index relation_of_viewer on relation (viewer_id, state, id);
create unique index relation_of_vendor on relation (organisation_id, facility_id, vendor) where state in ('offered', 'granted');

-- What was agreed and changed; both sides read the same.
create table relation_event (
  organisation_id uuid not null,
  relation_id uuid not null references relation (id) on delete cascade,
  seq bigint not null generated always as identity,
  at timestamptz not null,
  person_id uuid,
  person_name text not null,
  what text collate "C" not null check (what in ('offered', 'granted', 'changed', 'declined', 'withdrawn', 'left')),
  terms jsonb not null,
  valid_until timestamptz,
  primary key (relation_id, seq)
);

-- The coarse values that the facility's own analysis leaves for one viewer: lists over many facilities read these and open no picture.
create table relation_summary (
  relation_id uuid primary key references relation (id) on delete cascade,
  organisation_id uuid not null,
  facility_id text collate "C" not null,
  viewer_id uuid not null,
  revision bigint not null,
  made_on date not null,
  body jsonb not null
);
create index relation_summary_of_viewer on relation_summary (viewer_id, relation_id);
create index relation_summary_of_facility on relation_summary (organisation_id, facility_id);

-- People of other organisations who came in through a relation: the facility reads their names beside what they did.
create table outside_person (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  name text not null,
  organisation_name text not null,
  last_seen_at timestamptz not null,
  primary key (organisation_id, person_id)
);

create function relation_is_live(state text, valid_until timestamptz, at timestamptz) returns boolean
  language sql immutable parallel safe
  as $$ select state = 'granted' and (valid_until is null or valid_until > at) $$;

-- Enters the facility's organisation by a live relation of one's own organisation, for the rest of the transaction. No row: no entry.
create function relation_enter(wanted uuid, at timestamptz)
  returns table (organisation_id uuid, facility_id text, kind text, viewer_id uuid, vendor text, terms jsonb, valid_until timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  held record;
begin
  select r.* into held from public.relation r
    where r.id = wanted and r.viewer_id = public.app_organisation() and public.relation_is_live(r.state, r.valid_until, at);
  if not found then
    return;
  end if;
  perform set_config('app.organisation', held.organisation_id::text, true);
  return query select held.organisation_id, held.facility_id, held.kind, held.viewer_id, held.vendor, held.terms, held.valid_until;
end $$;

-- The viewer's side may end what it was given, and nothing else.
create function relation_leave(wanted uuid, at timestamptz, by_name text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  held record;
begin
  update public.relation r set state = 'withdrawn', ended_at = at, version = r.version + 1
    where r.id = wanted and r.viewer_id = public.app_organisation() and r.state = 'granted'
    returning r.* into held;
  if not found then
    return false;
  end if;
  insert into public.relation_event (organisation_id, relation_id, at, person_id, person_name, what, terms, valid_until)
    values (held.organisation_id, held.id, at, public.app_person(), by_name, 'left', held.terms, held.valid_until);
  return true;
end $$;

-- Withdrawal removes at once what a list would still show.
create function relation_forget_summary() returns trigger language plpgsql as $$
begin
  if new.state <> 'granted' or new.terms is distinct from old.terms or new.valid_until is distinct from old.valid_until then
    delete from public.relation_summary s where s.relation_id = new.id;
  end if;
  return new;
end $$;
create trigger relation_changed after update on relation for each row execute function relation_forget_summary();

-- Row-level security ---------------------------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['relation', 'relation_event', 'relation_summary', 'outside_person']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy maintenance on %I to mimamori_owner using (app_maintenance()) with check (app_maintenance())', name);
    execute format('create policy tenant on %I to mimamori_app using (organisation_id = app_organisation())
      with check (organisation_id = app_organisation())', name);
  end loop;
end $$;

create policy viewer on relation for select to mimamori_app using (viewer_id = app_organisation());
create policy viewer on relation_event for select to mimamori_app
  using (relation_id in (select r.id from relation r where r.viewer_id = app_organisation()));
create policy viewer on relation_summary for select to mimamori_app
  using (viewer_id = app_organisation() and relation_id in (select r.id from relation r where r.viewer_id = app_organisation() and r.state = 'granted'));

-- The two sides of a relation know each other's name.
create policy related on organisation for select to mimamori_app
  using (id in (select r.viewer_id from relation r where r.organisation_id = app_organisation() and r.viewer_id is not null)
    or id in (select r.organisation_id from relation r where r.viewer_id = app_organisation()));

grant select, insert, update (viewer_id, viewer_name, terms, state, granted_at, ended_at, valid_until, version) on relation to mimamori_app;
grant select, insert on relation_event to mimamori_app;
grant select, insert, update, delete on relation_summary, outside_person to mimamori_app;
revoke execute on function relation_enter(uuid, timestamptz), relation_leave(uuid, timestamptz, text) from public;
grant execute on function relation_enter(uuid, timestamptz), relation_leave(uuid, timestamptz, text) to mimamori_app;

-- Rights end on a day (引継ぎ); sessions tell the kind of organisation that they act for --------------------------------------------

alter table membership add column until timestamptz;
grant update (until) on membership to mimamori_app;

drop function auth_find_session(bytea, timestamptz, interval);
create function auth_find_session(wanted bytea, at timestamptz, idle interval)
  returns table (session_id uuid, person_id uuid, person_name text, language text, organisation_id uuid, organisation_kind text,
    roles text[], expires_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  update public.session s set last_seen_at = at, idle_expires_at = least(at + idle, s.expires_at)
    where s.token_hash = wanted and s.idle_expires_at > at and s.expires_at > at and s.last_seen_at < at - interval '1 minute';
  -- An organisation that the person does not (or no longer) belong to is as good as none.
  return query
    select s.id, s.person_id, p.name, p.language, held.organisation, held.kind, held.roles, s.expires_at
      from public.session s join public.person p on p.id = s.person_id
        left join lateral (select m.organisation_id as organisation, min(o.kind) as kind, array_agg(m.role::text order by m.role) as roles
          from public.membership m join public.organisation o on o.id = m.organisation_id
          where m.person_id = s.person_id and m.organisation_id = s.organisation_id and (m.until is null or m.until > at)
          group by m.organisation_id) held on true
      where s.token_hash = wanted and s.idle_expires_at > at and s.expires_at > at and p.disabled_at is null;
end $$;
revoke execute on function auth_find_session(bytea, timestamptz, interval) from public;
grant execute on function auth_find_session(bytea, timestamptz, interval) to mimamori_app;

create or replace function forget_facility(wanted text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  mine uuid := public.app_organisation();
begin
  delete from public.relation t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.put_off t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.import_draft t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.frozen_paper t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.finding t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.change_log t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.record t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.facility_state t where t.organisation_id = mine and t.facility_id = wanted;
end $$;
