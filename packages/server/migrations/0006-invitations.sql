-- Invitations: into one's own organisation, or to accept what a facility offers. Known by a long token (mail, QR) or by a code
-- that can be printed on a card or read out; both are kept as keyed hashes alone.

create table invitation (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  purpose text collate "C" not null check (purpose in ('member', 'relation')),
  relation_id uuid references relation (id) on delete cascade,
  role text collate "C" check (role in ('owner', 'manager', 'editor', 'reader', 'responder', 'auditor')),
  name text not null check (length(name) between 1 and 200),
  way text collate "C" not null check (way in ('mail', 'card', 'phone')),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  code_hash bytea not null unique check (octet_length(code_hash) = 32),
  created_at timestamptz not null,
  created_by uuid references person (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid references person (id),
  withdrawn_at timestamptz,
  check ((purpose = 'relation') = (relation_id is not null)),
  check ((purpose = 'member') = (role is not null))
);
create index invitation_of_organisation on invitation (organisation_id, created_at desc, id);

alter table invitation enable row level security;
alter table invitation force row level security;
create policy maintenance on invitation to mimamori_owner using (app_maintenance()) with check (app_maintenance());
create policy tenant on invitation to mimamori_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select (id, organisation_id, purpose, relation_id, role, name, way, created_at, created_by, expires_at, used_at, used_by, withdrawn_at),
  insert, update (withdrawn_at) on invitation to mimamori_app;

-- What the one who holds the code or link is shown before saying yes.
create function invitation_look(hashed bytea, at timestamptz)
  returns table (organisation_name text, organisation_kind text, purpose text, role text, name text, expires_at timestamptz,
    relation_kind text, terms jsonb, valid_until timestamptz, inviter text)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select o.name, o.kind, i.purpose, i.role, i.name, i.expires_at, r.kind, r.terms, r.valid_until, p.name
    from public.invitation i join public.organisation o on o.id = i.organisation_id
      left join public.relation r on r.id = i.relation_id left join public.person p on p.id = i.created_by
    where (i.token_hash = hashed or i.code_hash = hashed) and i.used_at is null and i.withdrawn_at is null and i.expires_at > at
      and (r.id is null or r.state = 'offered')
$$;

-- Uses the invitation up, all or nothing. `acting` is the person who is signed in; without one, an account is made. For a relation
-- the person's own organisation `into_organisation` becomes the viewer, or one that is made. No row: used, ended or wrong.
create function invitation_accept(hashed bytea, at timestamptz, acting uuid, new_login text, new_name text, new_password_hash text,
    into_organisation uuid, new_organisation text)
  returns table (invitation_id uuid, person_id uuid, organisation_id uuid, inviter_id uuid, relation_id uuid, facility_id text)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  held record;
  offered record;
  who uuid := acting;
  target uuid;
  offered_facility text;
begin
  update public.invitation i set used_at = at
    where (i.token_hash = hashed or i.code_hash = hashed) and i.used_at is null and i.withdrawn_at is null and i.expires_at > at
    returning i.* into held;
  if not found then
    return;
  end if;
  if held.purpose = 'relation' then
    select r.* into offered from public.relation r where r.id = held.relation_id and r.state = 'offered' for update;
    if not found then
      raise exception 'the offer has ended' using errcode = 'MI001';
    end if;
    offered_facility := offered.facility_id;
  end if;
  if who is null then
    insert into public.person (login, name, password_hash, password_changed_at)
      values (new_login, new_name, new_password_hash, at) returning id into who;
  end if;
  update public.invitation i set used_by = who where i.id = held.id;
  if held.purpose = 'member' then
    target := held.organisation_id;
    insert into public.membership (organisation_id, person_id, role, since) values (target, who, held.role, at)
      on conflict on constraint membership_pkey do update set until = null;
  elsif into_organisation is not null then
    -- One's own organisation, of the kind that was meant, in which one may decide.
    select o.id into target from public.organisation o join public.membership m on m.organisation_id = o.id
      where o.id = into_organisation and o.kind = offered.kind and o.closed_at is null and m.person_id = who
        and m.role in ('owner', 'manager') and (m.until is null or m.until > at) limit 1;
    if not found then
      raise exception 'not an organisation of this person' using errcode = 'MI002';
    end if;
  else
    insert into public.organisation (kind, name, created_at) values (offered.kind, new_organisation, at) returning id into target;
    insert into public.membership (organisation_id, person_id, role, since) values (target, who, 'owner', at);
  end if;
  if held.purpose = 'relation' then
    update public.relation r set state = 'granted', viewer_id = target, granted_at = at, version = r.version + 1 where r.id = offered.id;
    insert into public.relation_event (organisation_id, relation_id, at, person_id, person_name, what, terms, valid_until)
      select offered.organisation_id, offered.id, at, who, p.name, 'granted', offered.terms, offered.valid_until
        from public.person p where p.id = who;
  end if;
  return query select held.id, who, target, held.organisation_id, held.relation_id, offered_facility;
end $$;

do $$
declare
  name regprocedure;
begin
  for name in select p.oid::regprocedure from pg_proc p where p.proname like 'invitation\_%' and p.pronamespace = 'public'::regnamespace
  loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to mimamori_app', name);
  end loop;
end $$;

-- People of one's own organisation: roles change row by row, and the last owner stays ---------------------------------------------

create function membership_keeps_owner() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if session_user = 'mimamori_app' and old.role = 'owner' and (tg_op = 'DELETE' or new.until is not null) then
    -- Two who take each other out at once wait here for each other; the second sees what the first has done.
    perform from public.organisation o where o.id = old.organisation_id for update;
    if not exists (select from public.membership m where m.organisation_id = old.organisation_id and m.role = 'owner' and m.until is null
        and m.person_id <> old.person_id) then
      raise exception 'the last owner stays' using errcode = 'MI003';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger membership_owner before update or delete on membership for each row execute function membership_keeps_owner();
grant insert on membership to mimamori_app;
