-- Sign-in happens before anybody's name is known, so it cannot pass row-level security. These functions run as the owner
-- and answer one narrow question each; a stolen connection of the requests role cannot list people or sessions.

create function auth_find_login(wanted text)
  returns table (person_id uuid, password_hash text, is_disabled boolean)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select p.id, p.password_hash, p.disabled_at is not null from public.person p where p.login = wanted
$$;

-- The session of a token, moved on by one idle period at most once a minute: a write per request would be a sync per request.
create function auth_find_session(wanted bytea, at timestamptz, idle interval)
  returns table (session_id uuid, person_id uuid, person_name text, language text, organisation_id uuid, roles text[], expires_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  update public.session s set last_seen_at = at, idle_expires_at = least(at + idle, s.expires_at)
    where s.token_hash = wanted and s.idle_expires_at > at and s.expires_at > at and s.last_seen_at < at - interval '1 minute';
  -- An organisation that the person does not (or no longer) belong to is as good as none.
  return query
    select s.id, s.person_id, p.name, p.language, case when cardinality(held.roles) > 0 then s.organisation_id end, held.roles, s.expires_at
      from public.session s join public.person p on p.id = s.person_id
        cross join lateral (select array(select m.role::text from public.membership m
          where m.person_id = s.person_id and m.organisation_id = s.organisation_id order by m.role) as roles) held
      where s.token_hash = wanted and s.idle_expires_at > at and s.expires_at > at and p.disabled_at is null;
end $$;

create function auth_end_session(wanted bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  delete from public.session s where s.token_hash = wanted
$$;

create function auth_forget_expired(at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  delete from public.session s where s.expires_at <= at or s.idle_expires_at <= at;
  delete from public.sign_in_failure f where f.last_at <= at - interval '1 day'
$$;

create function auth_has_owner() returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (select from public.membership m where m.role = 'owner')
$$;

-- A new link makes every earlier one worthless, and none is made once there is an owner.
create function auth_offer_setup_link(hashed bytea, at timestamptz, until timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('mimamori/setup-link', 0));
  if exists (select from public.membership m where m.role = 'owner') then
    return false;
  end if;
  delete from public.setup_link l where l.purpose = 'first-owner' and l.used_at is null;
  insert into public.setup_link (token_hash, purpose, created_at, expires_at) values (hashed, 'first-owner', at, until);
  return true;
end $$;

create function auth_is_setup_link_open(hashed bytea, at timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (select from public.setup_link l
    where l.token_hash = hashed and l.purpose = 'first-owner' and l.used_at is null and l.expires_at > at)
$$;

-- Uses the link and makes the first organisation and its owner, all or nothing. No row: the link is used, expired or wrong.
create function auth_claim_setup_link(hashed bytea, at timestamptz, new_login text, new_name text, new_password_hash text,
    organisation_kind text, organisation_name text)
  returns table (person_id uuid, organisation_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  made_person uuid;
  made_organisation uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('mimamori/setup-link', 0));
  update public.setup_link l set used_at = at
    where l.token_hash = hashed and l.purpose = 'first-owner' and l.used_at is null and l.expires_at > at;
  if not found or exists (select from public.membership m where m.role = 'owner') then
    return;
  end if;
  insert into public.organisation (kind, name) values (organisation_kind, organisation_name) returning id into made_organisation;
  insert into public.person (login, name, password_hash, password_changed_at)
    values (new_login, new_name, new_password_hash, at) returning id into made_person;
  insert into public.membership (organisation_id, person_id, role) values (made_organisation, made_person, 'owner');
  return query select made_person, made_organisation;
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
end $$;
