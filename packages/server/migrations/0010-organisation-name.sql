-- The organisation of a facility carries the facility's name: invitations and views say who invites. The first facility names it,
-- and it follows a correction of that name; further facilities leave it as it is.

create function facility_names_organisation() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    update public.organisation o set name = new.name where o.id = new.organisation_id and o.kind = 'facility' and o.name = old.name;
  elsif not exists (select from public.facility_state s where s.organisation_id = new.organisation_id and s.facility_id <> new.facility_id) then
    update public.organisation o set name = new.name where o.id = new.organisation_id and o.kind = 'facility';
  end if;
  return new;
end $$;
create trigger facility_named after insert on facility_state for each row execute function facility_names_organisation();
create trigger facility_renamed after update of name on facility_state for each row when (old.name <> new.name)
  execute function facility_names_organisation();

update organisation o set name = s.name
  from (select distinct on (organisation_id) organisation_id, name from facility_state order by organisation_id, created_at, facility_id) s
  where s.organisation_id = o.id and o.kind = 'facility';
