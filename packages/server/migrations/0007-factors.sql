-- Second factors, known devices, and the ways back in. Codes lie here as keyed hashes: without the secret file, which is
-- outside the database, six digits cannot be tried out against them.

alter table organisation add column factor_demanded boolean not null default false;

-- Words for the list of one's own sessions, and when the person last proved who they are.
alter table session
  add column device text,
  add column shared_pc boolean not null default false,
  add column proved_at timestamptz;
update session set proved_at = created_at;
alter table session alter column proved_at set not null;

create table authenticator (
  person_id uuid primary key references person (id),
  sealed_secret bytea not null,
  created_at timestamptz not null,
  -- Null until the first right number: a secret that was never read off the screen asks for nothing.
  confirmed_at timestamptz,
  -- Each number counts once.
  last_step bigint not null default 0
);

create table passkey (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  credential_id text collate "C" not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_of_person on passkey (person_id);

create table one_time_code (
  person_id uuid not null references person (id),
  kind text collate "C" not null check (kind in ('recovery', 'sheet')),
  number smallint not null check (number between 1 and 100),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, kind, number)
);

-- What stands between the password and the session (token_hash), or between a session and a changed factor (session_id).
create table factor_challenge (
  id uuid primary key default gen_random_uuid(),
  purpose text collate "C" not null check (purpose in ('sign-in', 'prove', 'register')),
  token_hash bytea unique check (octet_length(token_hash) = 32),
  session_id uuid references session (id) on delete cascade,
  person_id uuid not null references person (id),
  passkey_challenge text,
  tries smallint not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique (session_id, purpose),
  check ((purpose = 'sign-in') = (token_hash is not null)),
  check ((purpose = 'sign-in') = (session_id is null))
);
create index factor_challenge_by_expiry on factor_challenge (expires_at);

-- A browser in which the person has signed in before: guesses from elsewhere do not hinder it.
create table known_device (
  token_hash bytea not null check (octet_length(token_hash) = 32),
  person_id uuid not null references person (id),
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (token_hash, person_id)
);
create index known_device_of_person on known_device (person_id);

-- 「一時番号」, issued by a colleague and read out.
create table reset_number (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null references person (id),
  number_hash bytea not null unique check (octet_length(number_hash) = 32),
  drops_factors boolean not null,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organisation_id, id)
);
create index reset_number_of_person on reset_number (person_id);

-- 「復旧封筒」: one per organisation; a new one makes the old worthless.
create table recovery_envelope (
  organisation_id uuid primary key references organisation (id),
  code_hash bytea not null unique check (octet_length(code_hash) = 32),
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  used_at timestamptz
);

-- What a person must be told at the next sign-in.
create table sign_in_notice (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null references person (id),
  kind text collate "C" not null check (kind in ('password-reset', 'envelope-opened', 'outside-linked')),
  name text not null,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (organisation_id, id)
);
create index sign_in_notice_of_person on sign_in_notice (person_id) where seen_at is null;

-- An account at the hospital's own sign-in service, known by issuer and subject alone, never by a mail address.
create table outside_account (
  issuer text collate "C" not null,
  subject text collate "C" not null check (length(subject) between 1 and 255),
  person_id uuid not null references person (id),
  linked_at timestamptz not null,
  linked_by uuid references person (id),
  primary key (issuer, subject)
);
create index outside_account_of_person on outside_account (person_id);

-- One round to the sign-in service. What comes back without a round of this browser is not looked at.
create table outside_round (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  session_id uuid references session (id) on delete cascade,
  sealed_checks bytea not null,
  -- Set once the service has answered for an account that is linked to nobody.
  issuer text collate "C",
  subject text collate "C",
  shown_name text,
  expires_at timestamptz not null
);

-- Somebody with an account that is linked to nobody says whose it is; an owner decides.
create table outside_request (
  organisation_id uuid not null references organisation (id),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null references person (id),
  issuer text collate "C" not null,
  subject text collate "C" not null,
  shown_name text not null,
  at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, issuer, subject, person_id)
);

-- Row-level security ---------------------------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['authenticator', 'passkey', 'one_time_code', 'factor_challenge', 'known_device', 'outside_account']
  loop
    execute format('create policy self on %I for all to mimamori_app using (person_id = app_person()) with check (person_id = app_person())', name);
    execute format('grant select, insert, update, delete on %I to mimamori_app', name);
  end loop;
  foreach name in array array['reset_number', 'recovery_envelope', 'outside_request']
  loop
    execute format('create policy tenant on %I to mimamori_app using (organisation_id = app_organisation())
      with check (organisation_id = app_organisation())', name);
  end loop;
  foreach name in array array['authenticator', 'passkey', 'one_time_code', 'factor_challenge', 'known_device', 'outside_account',
    'reset_number', 'recovery_envelope', 'sign_in_notice', 'outside_round', 'outside_request']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy maintenance on %I to mimamori_owner using (app_maintenance()) with check (app_maintenance())', name);
  end loop;
end $$;

create policy own on sign_in_notice to mimamori_app using (person_id = app_person()) with check (person_id = app_person());

grant select (organisation_id, id, person_id, drops_factors, created_by, created_at, expires_at, used_at), insert, delete
  on reset_number to mimamori_app;
grant select (organisation_id, made_by, made_at, used_at), insert, delete on recovery_envelope to mimamori_app;
grant select, delete on outside_request to mimamori_app;
grant select, update (seen_at) on sign_in_notice to mimamori_app;
grant update (factor_demanded) on organisation to mimamori_app;
grant select (device, shared_pc, proved_at), update (token_hash, proved_at) on session to mimamori_app;

-- What happens before anybody's name is known, or to another person: one narrow question or act each ---------------------------

create function auth_has_factor(wanted uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (select from public.authenticator a where a.person_id = wanted and a.confirmed_at is not null)
    or exists (select from public.passkey k where k.person_id = wanted)
    or exists (select from public.one_time_code c where c.person_id = wanted and c.kind = 'sheet')
$$;

drop function auth_find_session(bytea, timestamptz, interval);

-- As before. Where the organisation demands a second factor that the person has not set up, the session belongs to none.
create function auth_find_session(wanted bytea, at timestamptz, idle interval)
  returns table (session_id uuid, person_id uuid, person_name text, language text, organisation_id uuid, organisation_kind text,
    roles text[], expires_at timestamptz, proved_at timestamptz, must_set_up boolean)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  update public.session s set last_seen_at = at, idle_expires_at = least(at + idle, s.expires_at)
    where s.token_hash = wanted and s.idle_expires_at > at and s.expires_at > at and s.last_seen_at < at - interval '1 minute';
  return query
    select s.id, s.person_id, p.name, p.language, case when not need.must then held.organisation end,
        case when not need.must then held.kind end, case when not need.must then held.roles end, s.expires_at, s.proved_at, need.must
      from public.session s join public.person p on p.id = s.person_id
        left join lateral (select m.organisation_id as organisation, min(o.kind) as kind, bool_or(o.factor_demanded) as demanded,
            array_agg(m.role::text order by m.role) as roles
          from public.membership m join public.organisation o on o.id = m.organisation_id
          where m.person_id = s.person_id and m.organisation_id = s.organisation_id and (m.until is null or m.until > at)
          group by m.organisation_id) held on true
        cross join lateral (select coalesce(held.demanded, false) and not public.auth_has_factor(s.person_id) as must) need
      where s.token_hash = wanted and s.idle_expires_at > at and s.expires_at > at and p.disabled_at is null;
end $$;

create or replace function auth_forget_expired(at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  delete from public.session s where s.expires_at <= at or s.idle_expires_at <= at;
  delete from public.sign_in_failure f where f.last_at <= at - interval '1 day';
  delete from public.factor_challenge c where c.expires_at <= at;
  delete from public.outside_round r where r.expires_at <= at;
  delete from public.reset_number n where n.expires_at <= at - interval '30 days';
  delete from public.known_device d where d.last_at <= at - interval '400 days'
$$;

create function auth_is_known_device(hashed bytea, wanted text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (select from public.known_device d join public.person p on p.id = d.person_id
    where d.token_hash = hashed and p.login = wanted)
$$;

create function auth_find_half_open(hashed bytea, at timestamptz) returns table (challenge_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select c.id, c.person_id from public.factor_challenge c join public.person p on p.id = c.person_id
    where c.token_hash = hashed and c.expires_at > at and c.tries < 5 and p.disabled_at is null
$$;

-- Null when the login is taken.
create function auth_create_person(new_login text, new_name text, new_password_hash text, at timestamptz) returns uuid
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  insert into public.person (login, name, password_hash, password_changed_at)
    values (new_login, new_name, new_password_hash, at) on conflict (login) do nothing returning id
$$;

-- Everything that lets the person in is void: sessions, half-open doors, known devices, numbers; on wish the factors as well.
create function auth_shut_out(wanted uuid, drops_factors boolean) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  delete from public.session s where s.person_id = wanted;
  delete from public.factor_challenge c where c.person_id = wanted;
  delete from public.known_device d where d.person_id = wanted;
  delete from public.reset_number n where n.person_id = wanted and n.used_at is null;
  delete from public.authenticator a where drops_factors and a.person_id = wanted;
  delete from public.passkey k where drops_factors and k.person_id = wanted;
  delete from public.one_time_code c where drops_factors and c.person_id = wanted;
  delete from public.outside_account o where drops_factors and o.person_id = wanted
$$;

-- Whether a colleague in this organisation may let the person in again: nobody gains a right elsewhere by it, and none
-- above their own. A person of several organisations can be reset by one who leads in all of them.
create function auth_may_reset(issuer uuid, wanted uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select issuer <> wanted and exists (select from public.membership m where m.person_id = wanted)
    and not exists (select from public.membership m where m.person_id = wanted and not exists (
      select from public.membership own where own.person_id = issuer and own.organisation_id = m.organisation_id and own.until is null
        and (own.role = 'owner' or (own.role = 'manager' and m.role <> 'owner'))))
$$;

create function auth_is_reset_number_open(wanted_login text, hashed bytea, at timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (select from public.reset_number n join public.person p on p.id = n.person_id
    where p.login = wanted_login and p.disabled_at is null and n.number_hash = hashed and n.used_at is null and n.expires_at > at)
$$;

create function auth_use_reset_number(wanted_login text, hashed bytea, at timestamptz, new_password_hash text)
  returns table (person_id uuid, organisation_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  used record;
begin
  update public.reset_number n set used_at = at from public.person p
    where p.id = n.person_id and p.login = wanted_login and p.disabled_at is null
      and n.number_hash = hashed and n.used_at is null and n.expires_at > at
      and public.auth_may_reset(n.created_by, n.person_id)
    returning n.person_id, n.organisation_id, n.drops_factors, n.created_by into used;
  if not found then
    return;
  end if;
  update public.person p set password_hash = new_password_hash, password_changed_at = at where p.id = used.person_id;
  perform public.auth_shut_out(used.person_id, used.drops_factors);
  insert into public.sign_in_notice (organisation_id, person_id, kind, name, at)
    select used.organisation_id, used.person_id, 'password-reset', p.name, at from public.person p where p.id = used.created_by;
  return query select used.person_id, used.organisation_id;
end $$;

create function auth_is_envelope_sealed(hashed bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (select from public.recovery_envelope e where e.code_hash = hashed and e.used_at is null)
$$;

-- Lets somebody in as owner: a new person, or one who belongs to this organisation alone. Everybody else is told. A null
-- person: the login belongs to somebody whom this envelope has no say over.
create function auth_open_envelope(hashed bytea, at timestamptz, new_login text, new_name text, new_password_hash text)
  returns table (person_id uuid, organisation_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  opened uuid;
  who uuid;
begin
  update public.recovery_envelope e set used_at = at where e.code_hash = hashed and e.used_at is null
    returning e.organisation_id into opened;
  if not found then
    return;
  end if;
  who := public.auth_create_person(new_login, new_name, new_password_hash, at);
  if who is null then
    select p.id into who from public.person p where p.login = new_login
      and exists (select from public.membership m where m.person_id = p.id and m.organisation_id = opened)
      and not exists (select from public.membership m where m.person_id = p.id and m.organisation_id <> opened);
    if who is null then
      update public.recovery_envelope e set used_at = null where e.organisation_id = opened;
      return query select null::uuid, opened;
      return;
    end if;
    update public.person p set password_hash = new_password_hash, password_changed_at = at, disabled_at = null where p.id = who;
    perform public.auth_shut_out(who, true);
  end if;
  insert into public.membership (organisation_id, person_id, role) values (opened, who, 'owner')
    on conflict on constraint membership_pkey do update set until = null;
  insert into public.sign_in_notice (organisation_id, person_id, kind, name, at)
    select distinct opened, m.person_id, 'envelope-opened', p.name, at
      from public.membership m, public.person p where m.organisation_id = opened and m.person_id <> who and p.id = who;
  return query select who, opened;
end $$;

create function auth_begin_outside(hashed bytea, of_session uuid, checks bytea, until timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  insert into public.outside_round (token_hash, session_id, sealed_checks, expires_at) values (hashed, of_session, checks, until)
$$;

create function auth_find_outside(hashed bytea, now_at timestamptz)
  returns table (session_id uuid, sealed_checks bytea, issuer text, subject text, shown_name text)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select r.session_id, r.sealed_checks, r.issuer, r.subject, r.shown_name from public.outside_round r
    where r.token_hash = hashed and r.expires_at > now_at
$$;

create function auth_end_outside(hashed bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  delete from public.outside_round r where r.token_hash = hashed
$$;

create function auth_answer_outside(hashed bytea, by_issuer text, of_subject text, with_name text) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  update public.outside_round r set issuer = by_issuer, subject = of_subject, shown_name = with_name where r.token_hash = hashed
$$;

create function auth_find_outside_account(by_issuer text, of_subject text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select a.person_id from public.outside_account a join public.person p on p.id = a.person_id
    where a.issuer = by_issuer and a.subject = of_subject and p.disabled_at is null
$$;

-- Says nothing about whether the login exists.
create function auth_request_outside(hashed bytea, wanted_login text, now_at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  insert into public.outside_request (organisation_id, person_id, issuer, subject, shown_name, at)
    select distinct m.organisation_id, p.id, r.issuer, r.subject, coalesce(r.shown_name, ''), now_at
      from public.outside_round r, public.person p join public.membership m on m.person_id = p.id
      where r.token_hash = hashed and r.expires_at > now_at and r.subject is not null and p.login = wanted_login
    on conflict do nothing;
  delete from public.outside_round r where r.token_hash = hashed
$$;

-- False when the request is gone, or the one who says yes does not lead everywhere the person belongs.
create function auth_link_outside(request uuid, approver uuid, now_at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  asked record;
begin
  select q.* into asked from public.outside_request q
    where q.id = request and q.organisation_id = public.app_organisation() and public.auth_may_reset(approver, q.person_id);
  if not found then
    return false;
  end if;
  insert into public.outside_account (issuer, subject, person_id, linked_at, linked_by)
    values (asked.issuer, asked.subject, asked.person_id, now_at, approver) on conflict do nothing;
  if not found then
    return false;
  end if;
  delete from public.outside_request q where q.issuer = asked.issuer and q.subject = asked.subject;
  insert into public.sign_in_notice (organisation_id, person_id, kind, name, at)
    select asked.organisation_id, asked.person_id, 'outside-linked', p.name, now_at from public.person p where p.id = approver;
  return true;
end $$;

do $$
declare
  name regprocedure;
begin
  for name in select p.oid::regprocedure from pg_proc p where p.proname like 'auth\_%' and p.pronamespace = 'public'::regnamespace
  loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to mimamori_app', name);
  end loop;
  -- These act on whomever they are given and are called by the functions above alone.
  revoke execute on function auth_shut_out(uuid, boolean) from mimamori_app;
end $$;
