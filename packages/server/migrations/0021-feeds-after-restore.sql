-- Whether any facility of this installation was ever held against feeds. A backup brings that back and the feeds not, so that one can
-- tell an installation whose feeds are to be read again from one that never had any. It tells no more than this one thing.
create function feeds_were_read() returns boolean
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (select from public.facility_matched where run > 0)
$$;
revoke execute on function feeds_were_read() from public;
grant execute on function feeds_were_read() to mimamori_app;
