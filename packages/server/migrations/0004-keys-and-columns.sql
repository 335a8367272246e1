-- Whether any private key lies sealed here, of whatever organisation: then the secret file must not be made anew.
create function keys_are_sealed() returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (select from public.signing_key)
$$;
revoke execute on function keys_are_sealed() from public;
grant execute on function keys_are_sealed() to mimamori_app;

-- What a person said a column of an office's own list means, by its folded heading; empty = not read. Used again next year.
create table column_choice (
  organisation_id uuid not null,
  heading text collate "C" not null check (length(heading) between 1 and 200),
  field text collate "C" not null check (length(field) <= 80),
  chosen_at timestamptz not null,
  chosen_by uuid,
  primary key (organisation_id, heading)
);

alter table column_choice enable row level security;
alter table column_choice force row level security;
create policy tenant on column_choice to mimamori_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
create policy maintenance on column_choice to mimamori_owner using (app_maintenance()) with check (app_maintenance());
grant select, insert, update, delete on column_choice to mimamori_app;
