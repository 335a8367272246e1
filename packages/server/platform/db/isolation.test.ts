import { addOrganisation, throwAwayDatabase } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'
import { installation, withoutScope, withPerson, withScope } from './scope.ts'

const database = await throwAwayDatabase()
const ours = await addOrganisation(database)
const theirs = await addOrganisation(database)
const { pool, admin } = database

async function addFacility(scope: { organisation: string }, id: string) {
  await withScope(pool, scope, (client) =>
    client.query('insert into facility_state (organisation_id, facility_id, name) values ($1, $2, $3)', [scope.organisation, id, id]),
  )
}

const listed = await admin.query<{ name: string }>(
  `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id'
     order by 1`,
)
const tenantTables = listed.rows.map((row) => row.name)

describe('row-level security', () => {
  test('every table is under forced row-level security but the list of migrations', async () => {
    const { rows } = await admin.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         and not (relrowsecurity and relforcerowsecurity) order by 1`,
    )
    expect(rows.map((row) => row.relname)).toEqual(['schema_migration'])
  })

  test.each(tenantTables)('every policy of %s for requests names the organisation or the person', async (table) => {
    const { rows } = await admin.query(
      `select policyname from pg_policies where tablename = $1 and 'mimamori_app' = any (roles) and permissive = 'PERMISSIVE'
         and coalesce(qual, '') || coalesce(with_check, '') !~ 'app_(organisation|person)()'`,
      [table],
    )
    expect(rows).toEqual([])
  })

  test('the rows of another organisation are not seen', async () => {
    await addFacility(ours, 'our-hospital')
    await addFacility(theirs, 'their-hospital')
    const { rows } = await withScope(pool, ours, (client) => client.query('select facility_id from facility_state'))
    expect(rows.map((row) => row.facility_id)).toEqual(['our-hospital'])
  })

  test('a row for another organisation is not taken', async () => {
    const insert = withScope(pool, ours, (client) =>
      client.query(`insert into facility_state (organisation_id, facility_id, name) values ($1, 'planted', 'planted')`, [
        theirs.organisation,
      ]),
    )
    await expect(insert).rejects.toThrow(/row-level security/)
  })

  test('a row cannot be moved to another organisation', async () => {
    await addFacility(ours, 'to-be-moved')
    const move = withScope(pool, ours, (client) =>
      client.query(`update facility_state set organisation_id = $1 where facility_id = 'to-be-moved'`, [theirs.organisation]),
    )
    await expect(move).rejects.toThrow(/row-level security/)
  })

  test.each(tenantTables)('without a scope nothing of %s is seen', async (table) => {
    const { rows } = await withoutScope(pool, (client) =>
      client.query(`select count(*) filter (where organisation_id is not null) as n from ${table}`),
    )
    expect(rows[0].n).toBe(0)
  })

  test('a pooled connection carries no scope over to its next user', async () => {
    await withScope(pool, ours, (client) => client.query('select 1'))
    const { rows } = await pool.query('select count(*) as n from facility_state')
    expect(rows[0].n).toBe(0)
  })

  test('the owner of the tables sees no rows outside a migration', async () => {
    const { openPool } = await import('./pool.ts')
    const owner = openPool(database.address.owner, { onError: () => undefined, max: 1 })
    const outside = await owner.query('select count(*) as n from organisation')
    await owner.query(`begin; set local app.maintenance = 'on'`)
    const inside = await owner.query('select count(*) as n from organisation')
    await owner.query('rollback')
    await owner.end()
    expect([outside.rows[0].n, inside.rows[0].n > 0]).toEqual([0, true])
  })

  test('the requests role does not become powerful by the maintenance setting', async () => {
    const { rows } = await withoutScope(pool, async (client) => {
      await client.query(`set local app.maintenance = 'on'`)
      return client.query('select count(*) as n from organisation')
    })
    expect(rows[0].n).toBe(0)
  })

  test('password and token hashes cannot be read, not even of one’s own organisation', async () => {
    const passwords = withScope(pool, ours, (client) => client.query('select password_hash from person'))
    await expect(passwords).rejects.toThrow(/permission denied/)
    const tokens = withScope(pool, ours, (client) => client.query('select token_hash from session'))
    await expect(tokens).rejects.toThrow(/permission denied/)
  })

  test('a person sees the own organisations, colleagues see each other, strangers do not', async () => {
    const own = await withPerson(pool, ours.person, (client) => client.query('select id from organisation'))
    expect(own.rows).toEqual([{ id: ours.organisation }])
    const people = await withScope(pool, ours, (client) => client.query('select id from person'))
    expect(people.rows).toEqual([{ id: ours.person }])
  })
})

describe('the audit table', () => {
  const entry = `insert into audit (organisation_id, seq, at, person_id, action, subject, detail, prev_hash, hash)
    values ($1, $2, now(), $3, 'test', 'test', '{}', repeat('0', 64), repeat('a', 64))`

  test('lines are neither changed nor deleted, even by the superuser', async () => {
    await withScope(pool, ours, (client) => client.query(entry, [ours.organisation, 1, null]))
    const change = withScope(pool, ours, (client) => client.query(`update audit set action = 'other'`))
    await expect(change).rejects.toThrow(/permission denied/)
    const removal = withScope(pool, ours, (client) => client.query('delete from audit'))
    await expect(removal).rejects.toThrow(/permission denied/)
    await expect(admin.query(`update audit set action = 'other'`)).rejects.toThrow(/append-only/)
    await expect(admin.query('delete from audit')).rejects.toThrow(/append-only/)
    await expect(admin.query('truncate audit')).rejects.toThrow(/append-only/)
  })

  test('a line that does not follow the last one is refused', async () => {
    const gap = withScope(pool, theirs, (client) => client.query(entry, [theirs.organisation, 2, null]))
    await expect(gap).rejects.toThrow(/does not follow/)
  })

  test('nobody writes in the name of another person', async () => {
    const scope = { organisation: theirs.organisation, person: theirs.person }
    const other = withScope(pool, scope, (client) => client.query(entry, [theirs.organisation, 1, ours.person]))
    await expect(other).rejects.toThrow(/row-level security/)
  })
})

describe('withScope', () => {
  test('an error undoes what was written', async () => {
    const work = withScope(pool, ours, async (client) => {
      await client.query(`insert into facility_state (organisation_id, facility_id, name) values ($1, 'undone', 'x')`, [ours.organisation])
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    const { rows } = await withScope(pool, ours, (client) => client.query(`select from facility_state where facility_id = 'undone'`))
    expect(rows).toEqual([])
  })

  test('a failed statement that was swallowed does not pass for success', async () => {
    const work = withScope(pool, ours, async (client) => {
      await client.query('select 1 / 0').catch(() => undefined)
    })
    await expect(work).rejects.toThrow(/rolled back/)
  })

  test('an organisation that is no id never reaches the database', async () => {
    await expect(withScope(pool, { organisation: `x'; drop table audit` }, async () => 1)).rejects.toThrow(/organisation/)
  })

  test('the installation has a scope of its own and no rows of others', async () => {
    const { rows } = await withScope(pool, { organisation: installation }, (client) =>
      client.query('select count(*) as n from facility_state'),
    )
    expect(rows[0].n).toBe(0)
  })

  test('a connection that dies in the middle is not handed out again', async () => {
    const work = withScope(pool, ours, async (client) => {
      const { rows } = await client.query('select pg_backend_pid() as pid')
      await admin.query('select pg_terminate_backend($1)', [rows[0].pid])
      await client.query('select 1')
    })
    await expect(work).rejects.toMatchObject({ code: '08006' })
    for (let i = 0; i < 8; i += 1) await withScope(pool, ours, (client) => client.query('select 1'))
    expect(pool.totalCount).toBeGreaterThan(0)
  })
})
