-- Who has which page of a facility open just now. Nothing that must outlast a crash, and no row of it is older than a minute for long.
-- NOTE: no foreign key to facility_state: its row lock would make every beat wait for whoever is writing, and them for the beats.

create unlogged table presence (
  organisation_id uuid not null,
  facility_id text collate "C" not null,
  person_id uuid not null,
  -- One window of a browser; a person may have many.
  tab text collate "C" not null check (length(tab) between 1 and 40),
  place text collate "C" not null check (length(place) <= 200),
  seen_at timestamptz not null,
  primary key (organisation_id, facility_id, person_id, tab)
);
create index presence_by_age on presence (organisation_id, seen_at);

alter table presence enable row level security;
alter table presence force row level security;
create policy tenant on presence to mimamori_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy maintenance on presence to mimamori_owner using (app_maintenance()) with check (app_maintenance());
-- Nobody is said to be here by another.
create policy own_name on presence as restrictive for insert to mimamori_app with check (person_id = app_person());
-- Rows of others may be locked, to forget those who are gone; their content is their own.
create policy own_row on presence as restrictive for update to mimamori_app using (true) with check (person_id = app_person());
grant select, insert, update (place, seen_at), delete on presence to mimamori_app;
