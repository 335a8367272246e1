-- Feeds of weaknesses. They belong to the installation: nothing of a tenant stands in these tables, every tenant reads them, and they
-- are written in the name of the installation alone, which no request has.

-- One number for each reading that was begun.
create sequence feed_run as bigint;
grant usage on sequence feed_run to mimamori_app;

create table feed_state (
  feed text collate "C" primary key check (feed in ('kev', 'epss', 'cve5', 'nvd', 'jvn', 'csaf', 'jvn-products', 'end-of-life')),
  -- The reading whose rows count; 0 while nothing was taken over.
  run bigint not null default 0,
  records bigint not null default 0,
  -- Records of which some part could not be read.
  unread bigint not null default 0,
  -- Day or instant of which the feed says that it was made.
  as_of text collate "C",
  taken_at timestamptz,
  source text,
  -- Why the last reading was not taken over; null once one was.
  problem jsonb,
  problem_at timestamptz,
  -- Records of the last reading that could not be read at all, the first of them.
  passed_over jsonb not null default '[]'
);

-- What is known of an address that a feed is fetched from.
create table feed_source (
  feed text collate "C" not null,
  address text collate "C" not null,
  etag text,
  last_modified text,
  sha256 text collate "C",
  checked_at timestamptz,
  fetched_at timestamptz,
  -- As the other side asked for.
  not_before timestamptz,
  problem jsonb,
  primary key (feed, address)
);

-- Advisories, products of JVN and ends of life, each as it was read.
create table feed_record (
  feed text collate "C" not null check (feed in ('cve5', 'nvd', 'jvn', 'csaf', 'jvn-products', 'end-of-life')),
  id text collate "C" not null check (length(id) between 1 and 300),
  -- How it was written: a list of changes tells less of a record than the record.
  form text collate "C" not null,
  hash bytea not null check (octet_length(hash) = 32),
  cves text[] collate "C" not null,
  -- Keys of its weak products.
  keys text[] collate "C" not null,
  modified_on text collate "C",
  unread integer not null,
  -- JSON, packed with deflate.
  body bytea not null,
  primary key (feed, id)
);
create index feed_record_by_key on feed_record using gin (keys);
create index feed_record_by_cve on feed_record using gin (cves);
create index feed_record_unread on feed_record (feed, id) where unread > 0;
alter table feed_record alter column body set storage external;

-- Records of a reading that goes on: taken over when all of it was good, else thrown away.
create table feed_staged (
  run bigint not null,
  part integer not null,
  feed text collate "C" not null,
  id text collate "C" not null,
  form text collate "C" not null,
  hash bytea not null,
  cves text[] collate "C" not null,
  keys text[] collate "C" not null,
  modified_on text collate "C",
  unread integer not null,
  body bytea not null,
  primary key (run, part, feed, id)
);

-- Two feeds that are whole each time: rows of the run that feed_state names count.
create table feed_known_exploited (
  run bigint not null,
  cve text collate "C" not null,
  added_on date not null,
  due_on date,
  ransomware boolean not null,
  name text not null,
  primary key (run, cve)
);
create table feed_prediction (
  run bigint not null,
  cve text collate "C" not null,
  probability double precision not null,
  percentile double precision not null,
  primary key (run, cve)
);

-- In which reading something that concerns a product changed last.
create table feed_touched (
  product_key text collate "C" primary key,
  run bigint not null
);
create index feed_touched_by_run on feed_touched (run);

-- By which names of products the keys were found; others make them stale.
create table feed_keying (
  one boolean primary key check (one),
  names text collate "C" not null
);

do $$
declare
  name text;
  ours constant text := 'app_organisation() = ''00000000-0000-0000-0000-000000000000''';
begin
  foreach name in array array['feed_state', 'feed_source', 'feed_record', 'feed_staged', 'feed_known_exploited', 'feed_prediction',
    'feed_touched', 'feed_keying']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy maintenance on %I to mimamori_owner using (app_maintenance()) with check (app_maintenance())', name);
    -- Plain "true": behind a condition of a policy no index of lists would be used.
    execute format('create policy everybody on %I for select to mimamori_app using (true)', name);
    execute format('create policy installation_insert on %I for insert to mimamori_app with check (%s)', name, ours);
    execute format('create policy installation_update on %I for update to mimamori_app using (%s) with check (%s)', name, ours, ours);
    execute format('create policy installation_delete on %I for delete to mimamori_app using (%s)', name, ours);
    execute format('grant select, insert, update, delete on %I to mimamori_app', name);
  end loop;
end $$;
