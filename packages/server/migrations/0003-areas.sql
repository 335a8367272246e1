-- What the areas need beside the picture: how far findings were looked through, tasks put off, and the way to forget a facility.

-- The revision, day and catalogue of the last look for findings: a list page is current when these are.
alter table facility_state
  add column looked_revision bigint,
  add column looked_on date,
  add column looked_with text collate "C";

-- 「今日はしない」: per person and day, never counted against anyone.
create table put_off (
  organisation_id uuid not null,
  facility_id text collate "C" not null,
  person_id uuid not null,
  task text collate "C" not null,
  put_off_on date not null,
  primary key (organisation_id, facility_id, person_id, task),
  foreign key (organisation_id, facility_id) references facility_state
);

alter table put_off enable row level security;
alter table put_off force row level security;
create policy tenant on put_off to mimamori_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy maintenance on put_off to mimamori_owner using (app_maintenance()) with check (app_maintenance());
grant select, insert, update, delete on put_off to mimamori_app;

alter table import_draft add column facility_id text collate "C";
create index import_draft_of_facility on import_draft (organisation_id, facility_id);

-- Requests may not delete the log of changes or papers one by one; a facility is forgotten as a whole, within one's own
-- organisation alone. The audit trail stays.
create function forget_facility(wanted text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  mine uuid := public.app_organisation();
begin
  delete from public.put_off t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.import_draft t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.frozen_paper t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.finding t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.change_log t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.record t where t.organisation_id = mine and t.facility_id = wanted;
  delete from public.facility_state t where t.organisation_id = mine and t.facility_id = wanted;
end $$;
revoke execute on function forget_facility(text) from public;
grant execute on function forget_facility(text) to mimamori_app;
