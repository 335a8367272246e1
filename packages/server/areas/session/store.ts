import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

/** The login of the person who asks. */
export async function readLogin(_scope: Scope, client: PoolClient, person: string): Promise<string | undefined> {
  const { rows } = await client.query<{ login: string }>('select login from person where id = $1', [person])
  return rows[0]?.login
}

/** Of the person who asks; `isDemanded`: one of their organisations wants a second factor. */
export async function readOwn(client: PoolClient, person: string): Promise<{ login: string; name: string; isDemanded: boolean }> {
  const { rows } = await client.query<{ login: string; name: string; isDemanded: boolean }>(
    `select p.login, p.name, exists (select from organisation o where o.factor_demanded
         and o.id in (select m.organisation_id from membership m where m.person_id = p.id)) as "isDemanded"
       from person p where p.id = $1`,
    [person],
  )
  return rows[0] ?? { login: '', name: '', isDemanded: false }
}
