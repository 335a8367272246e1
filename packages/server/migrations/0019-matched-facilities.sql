-- Up to which reading of the feeds each facility was held against them.
create table facility_matched (
  organisation_id uuid not null references organisation (id),
  facility_id text collate "C" not null,
  run bigint not null,
  primary key (organisation_id, facility_id),
  foreign key (organisation_id, facility_id) references facility_state on delete cascade
);

alter table facility_matched enable row level security;
alter table facility_matched force row level security;
create policy maintenance on facility_matched to mimamori_owner using (app_maintenance()) with check (app_maintenance());
create policy tenant on facility_matched to mimamori_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
grant select, insert, update, delete on facility_matched to mimamori_app;

-- Facilities that some reading of the feeds has not reached yet: for the installation alone, and no more of them than their ids.
create function facilities_behind_feeds() returns table (organisation_id uuid, facility_id text)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select s.organisation_id, s.facility_id from public.facility_state s
    left join public.facility_matched m on m.organisation_id = s.organisation_id and m.facility_id = s.facility_id
    where public.app_organisation() = '00000000-0000-0000-0000-000000000000' and s.removed_at is null
      and coalesce(m.run, 0) < (select coalesce(max(t.run), 0) from public.feed_touched t)
$$;
revoke execute on function facilities_behind_feeds() from public;
grant execute on function facilities_behind_feeds() to mimamori_app;
