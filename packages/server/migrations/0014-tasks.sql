-- A secret address by which the calendar program of one person asks for the dates of a facility, without signing in. The address
-- is kept as a hash alone; a new one takes the place of the old.
create table calendar_feed (
  organisation_id uuid not null references organisation (id),
  facility_id text collate "C" not null,
  person_id uuid not null references person (id),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  -- `neutral`: numbers instead of words, since calendars leave the house.
  shows text collate "C" not null check (shows in ('neutral', 'titles')),
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (organisation_id, facility_id, person_id),
  foreign key (organisation_id, facility_id) references facility_state on delete cascade
);

alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy maintenance on calendar_feed to mimamori_owner using (app_maintenance()) with check (app_maintenance());
-- Nobody reads or ends the address of somebody else, colleagues neither.
create policy tenant on calendar_feed to mimamori_app
  using (organisation_id = app_organisation() and person_id = app_person())
  with check (organisation_id = app_organisation() and person_id = app_person());
grant select (organisation_id, facility_id, person_id, shows, made_at, read_at), insert, update, delete on calendar_feed to mimamori_app;

-- The address is worth nothing once its person has left or may not come in any more.
create function calendar_feed_find(hashed bytea, at timestamptz)
  returns table (organisation_id uuid, facility_id text, person_id uuid, person_name text, language text, shows text)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  update public.calendar_feed f set read_at = at
    where f.token_hash = hashed and (f.read_at is null or f.read_at < at - interval '1 hour');
  return query
    select f.organisation_id, f.facility_id, f.person_id, p.name, p.language, f.shows
      from public.calendar_feed f join public.person p on p.id = f.person_id
      where f.token_hash = hashed and p.disabled_at is null and exists (select from public.membership m
        where m.organisation_id = f.organisation_id and m.person_id = f.person_id and (m.until is null or m.until > at));
end $$;
revoke execute on function calendar_feed_find(bytea, timestamptz) from public;
grant execute on function calendar_feed_find(bytea, timestamptz) to mimamori_app;

-- A reminder to the facility itself: about no sheet, like a test.
alter table mail_message drop constraint mail_message_kind_check;
alter table mail_message add constraint mail_message_kind_check
  check (kind in ('request', 'chase-up', 'second-contact', 'head-letter', 'notice', 'test', 'acceptance-ending'));
alter table mail_message drop constraint mail_message_check;
alter table mail_message add constraint mail_message_check check ((kind in ('test', 'acceptance-ending')) = (sheet is null));
