-- What a facility shows in the lists of another organisation (its name, the coarse values of its analysis) is told while the
-- relation lives, and by this function alone. Policies on the rows cannot know the day: they kept the name readable after a
-- withdrawal and the values after the last day.

drop policy related on organisation;
drop policy viewer on relation_summary;

create function relation_clients(at timestamptz) returns table (relation_id uuid, name text, made_on date, body jsonb)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select r.id, o.name, s.made_on, s.body
    from public.relation r join public.organisation o on o.id = r.organisation_id
      left join public.relation_summary s on s.relation_id = r.id
    where r.viewer_id = public.app_organisation() and public.relation_is_live(r.state, r.valid_until, at)
$$;
revoke execute on function relation_clients(timestamptz) from public;
grant execute on function relation_clients(timestamptz) to mimamori_app;
