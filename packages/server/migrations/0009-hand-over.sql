-- Hand-over (引継ぎ): what one person does goes to another on a day. Until that day both work; then the rights of the
-- predecessor end by membership.until, and nothing has to run for it.

create table hand_over (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  -- Of which facility the tasks went over and the paper is printed; none for an association or an insurer.
  facility_id text collate "C",
  predecessor_id uuid not null references person (id),
  predecessor_name text not null check (length(predecessor_name) between 1 and 200),
  successor_id uuid references person (id),
  successor_name text not null check (length(successor_name) between 1 and 200),
  invitation_id uuid unique references invitation (id),
  -- The two as the contact chart of the facility knows them.
  from_record text collate "C",
  to_record text collate "C",
  tasks integer not null default 0,
  moves_on date not null,
  ends_at timestamptz not null,
  -- Where keys and envelopes are kept, and whom to call for what. Never the secrets themselves.
  places text not null default '' check (length(places) <= 4000),
  calls text not null default '' check (length(calls) <= 4000),
  -- `waiting`: the successor has not accepted the invitation yet. `moved`: closed by a later hand-over of the same person.
  state text collate "C" not null check (state in ('waiting', 'begun', 'moved', 'withdrawn')),
  begun_at timestamptz not null,
  begun_by uuid references person (id),
  begun_by_name text not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (organisation_id, facility_id) references facility_state on delete cascade,
  check (successor_id is distinct from predecessor_id),
  check ((state in ('begun', 'moved')) <= (successor_id is not null))
);
create index hand_over_of_organisation on hand_over (organisation_id, begun_at desc, id);
create unique index hand_over_open on hand_over (organisation_id, predecessor_id) where state in ('waiting', 'begun');

alter table hand_over enable row level security;
alter table hand_over force row level security;
create policy maintenance on hand_over to mimamori_owner using (app_maintenance()) with check (app_maintenance());
create policy tenant on hand_over to mimamori_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update (places, calls, state, withdrawn_at) on hand_over to mimamori_app;

-- The successor gets what the predecessor may do at once; the predecessor keeps it until the day. The order matters: the last
-- owner has no end before there is another.
create function hand_over_begins() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  at timestamptz := coalesce(new.accepted_at, new.begun_at);
begin
  if new.state <> 'begun' or (tg_op = 'UPDATE' and old.state = 'begun') then
    return new;
  end if;
  insert into public.membership (organisation_id, person_id, role, since)
    select m.organisation_id, new.successor_id, m.role, at from public.membership m
      where m.organisation_id = new.organisation_id and m.person_id = new.predecessor_id and (m.until is null or m.until > at)
    on conflict on constraint membership_pkey do update set until = null;
  update public.membership m set until = greatest(new.ends_at, at)
    where m.organisation_id = new.organisation_id and m.person_id = new.predecessor_id and (m.until is null or m.until > at);
  return new;
end $$;
create trigger hand_over_begun after insert or update of state on hand_over for each row execute function hand_over_begins();

-- Somebody who was invited as a successor has accepted.
create function hand_over_accepted() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from public.hand_over h where h.invitation_id = new.id and h.state = 'waiting' and h.predecessor_id = new.used_by) then
    raise exception 'nobody hands over to oneself' using errcode = 'MI001';
  end if;
  update public.hand_over h set state = 'begun', accepted_at = new.used_at, successor_id = new.used_by, successor_name = p.name
    from public.person p where p.id = new.used_by and h.invitation_id = new.id and h.state = 'waiting';
  return new;
end $$;
create trigger invitation_used after update of used_by on invitation for each row when (new.used_by is not null)
  execute function hand_over_accepted();
