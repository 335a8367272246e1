-- A clock that ran ahead and was set right leaves dates that are still to come. A session then has as long left as it had when it
-- was last seen, instead of living until those dates.

create function auth_follow_clock(at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  select pg_advisory_xact_lock(hashtextextended('mimamori/clock', 0));
  update public.session s
    set created_at = s.created_at - (s.last_seen_at - at), proved_at = s.proved_at - (s.last_seen_at - at), last_seen_at = at,
      idle_expires_at = s.idle_expires_at - (s.last_seen_at - at), expires_at = s.expires_at - (s.last_seen_at - at)
    where s.last_seen_at > at + interval '5 minutes';
  update public.answer_session s set opened_at = at, expires_at = s.expires_at - (s.opened_at - at)
    where s.opened_at > at + interval '5 minutes'
$$;

create or replace function auth_forget_expired(at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  select public.auth_follow_clock(at);
  delete from public.session s where s.expires_at <= at or s.idle_expires_at <= at;
  delete from public.sign_in_failure f where f.last_at <= at - interval '1 day';
  delete from public.factor_challenge c where c.expires_at <= at;
  delete from public.outside_round r where r.expires_at <= at;
  delete from public.reset_number n where n.expires_at <= at - interval '30 days';
  delete from public.known_device d where d.last_at <= at - interval '400 days'
$$;

create or replace function auth_find_session(wanted bytea, at timestamptz, idle interval)
  returns table (session_id uuid, person_id uuid, person_name text, language text, organisation_id uuid, organisation_kind text,
    roles text[], expires_at timestamptz, proved_at timestamptz, must_set_up boolean)
  language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  if exists (select from public.session s where s.token_hash = wanted and s.last_seen_at > at + interval '5 minutes') then
    perform public.auth_follow_clock(at);
  end if;
  update public.session s set last_seen_at = at, idle_expires_at = least(at + idle, s.expires_at)
    where s.token_hash = wanted and s.idle_expires_at > at and s.expires_at > at and s.last_seen_at < at - interval '1 minute';
  return query
    select s.id, s.person_id, p.name, p.language, case when not need.must then held.organisation end,
        case when not need.must then held.kind end, case when not need.must then held.roles end, s.expires_at, s.proved_at, need.must
      from public.session s join public.person p on p.id = s.person_id
        left join lateral (select m.organisation_id as organisation, min(o.kind) as kind, bool_or(o.factor_demanded) as demanded,
            array_agg(m.role::text order by m.role) as roles
          from public.membership m join public.organisation o on o.id = m.organisation_id
          where m.person_id = s.person_id and m.organisation_id = s.organisation_id and (m.until is null or m.until > at)
          group by m.organisation_id) held on true
        cross join lateral (select coalesce(held.demanded, false) and not public.auth_has_factor(s.person_id) as must) need
      where s.token_hash = wanted and s.idle_expires_at > at and s.expires_at > at and p.disabled_at is null;
end $$;

revoke execute on function auth_follow_clock(timestamptz) from public;
