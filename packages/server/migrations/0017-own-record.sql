-- Which record of the facility's people an account is: said by its person, since two people may have one name.
create table own_record (
  organisation_id uuid not null references organisation (id),
  facility_id text collate "C" not null,
  person_id uuid not null references person (id),
  record_id text collate "C" not null,
  said_at timestamptz not null,
  primary key (organisation_id, facility_id, person_id),
  unique (organisation_id, facility_id, record_id),
  foreign key (organisation_id, facility_id) references facility_state on delete cascade
);

alter table own_record enable row level security;
alter table own_record force row level security;
create policy maintenance on own_record to mimamori_owner using (app_maintenance()) with check (app_maintenance());
-- Colleagues see which records are taken; what is said of an account is said by its own person.
create policy tenant on own_record for select to mimamori_app using (organisation_id = app_organisation());
create policy own_insert on own_record for insert to mimamori_app
  with check (organisation_id = app_organisation() and person_id = app_person());
-- A record is free again once the account that had it has no rights here any more.
create policy own_delete on own_record for delete to mimamori_app
  using (organisation_id = app_organisation() and (person_id = app_person() or not exists (select from membership m
    where m.organisation_id = own_record.organisation_id and m.person_id = own_record.person_id and (m.until is null or m.until > now()))));
grant select, insert, delete on own_record to mimamori_app;
