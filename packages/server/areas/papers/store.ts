import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

/** A paper that left the house: frozen with everything it was made from, and never made again. */
export interface FrozenPaper {
  readonly id: string
  readonly kind: string
  readonly facility: string
  readonly revision: number
  readonly sha256: string
  readonly madeAt: string
  readonly meta: FrozenMeta
}

export interface FrozenMeta {
  readonly fileName: string
  readonly mediaType: string
  readonly checkNumber: string
  readonly findingsSha256: string
  readonly catalogue: string
  readonly ruleSet: string
  readonly auditHead: string
  readonly fingerprint: string
  readonly copy: string
  readonly lang: string
  readonly format: string
  /** The sheet or card that it is of. */
  readonly of?: string
  readonly way?: string
  /** Which letter of a request. */
  readonly step?: string
}

interface Row extends Omit<FrozenPaper, 'facility'> {
  readonly facility: string | null
}

const columns = 'id, kind, facility_id as facility, revision, sha256, made_at as "madeAt", meta'

export async function insertPaper(scope: Scope, client: PoolClient, paper: Omit<FrozenPaper, 'madeAt'> & { at: Date }): Promise<void> {
  await client.query(
    `insert into frozen_paper (organisation_id, id, kind, facility_id, revision, sha256, made_at, made_by, meta)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      scope.organisation,
      paper.id,
      paper.kind,
      paper.facility,
      paper.revision,
      paper.sha256,
      paper.at,
      scope.person ?? null,
      JSON.stringify(paper.meta),
    ],
  )
}

export async function findPaper(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; id: string },
): Promise<FrozenPaper | undefined> {
  const { rows } = await client.query<Row>(
    `select ${columns} from frozen_paper where organisation_id = $1 and facility_id = $2 and id = $3`,
    [scope.organisation, asked.facility, asked.id],
  )
  const [row] = rows
  return row && { ...row, facility: row.facility ?? '' }
}

/** A paper made of the same revision in the same form, if there is one. */
export async function findSame(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; kind: string; revision: number; meta: Pick<FrozenMeta, 'copy' | 'lang' | 'format' | 'of' | 'way' | 'step'> },
): Promise<FrozenPaper | undefined> {
  const { copy, lang, format, of, way, step } = asked.meta
  const { rows } = await client.query<Row>(
    `select ${columns} from frozen_paper
      where organisation_id = $1 and facility_id = $2 and kind = $3 and revision = $4 and meta @> $5
        and coalesce(meta->>'of', '') = $6 and coalesce(meta->>'way', '') = $7
        and coalesce(meta->>'step', '') = $8
      order by made_at desc, id collate "C" limit 1`,
    [
      scope.organisation,
      asked.facility,
      asked.kind,
      asked.revision,
      JSON.stringify({ copy, lang, format }),
      of ?? '',
      way ?? '',
      step ?? '',
    ],
  )
  const [row] = rows
  return row && { ...row, facility: row.facility ?? '' }
}

/** A paper that carries a check number, as it was kept or, without an id, as the audit trail tells of it. */
export interface NumberedPaper {
  readonly id?: string
  readonly kind: string
  readonly format: string
  readonly copy: string
  readonly sha256?: string
  readonly at: string
  /** Name of the person who made it, where that person is still of the organisation. */
  readonly by?: string
}

/** Every paper of the facility with this check number, the newest first. */
export async function findNumbered(
  scope: Scope,
  client: PoolClient,
  asked: { facility: string; number: string },
): Promise<readonly NumberedPaper[]> {
  const { rows } = await client.query<{ paper: NumberedPaper }>(
    `select json_strip_nulls(json_build_object('id', one.id, 'kind', one.kind, 'format', one.format, 'copy', one.copy,
         'sha256', one.sha256, 'at', one.at, 'by', p.name)) as paper
       from (select f.id, f.kind, f.meta->>'format' as format, f.meta->>'copy' as copy, f.sha256, f.made_at as at, f.made_by as person
               from frozen_paper f
              where f.organisation_id = $1 and f.facility_id = $2 and f.meta->>'checkNumber' = $3
             union all
             select null, a.detail->>'kind', a.detail->>'format', a.detail->>'copy', null, a.at, a.person_id
               from audit a
              where a.organisation_id = $1 and a.subject = $2 and a.action = 'paper/made'
                and a.detail->>'checkNumber' = $3 and a.detail->>'paper' is null) one
       left join person p on p.id = one.person
      order by one.at desc, one.id collate "C" limit 20`,
    [scope.organisation, asked.facility, asked.number],
  )
  return rows.map((row) => row.paper)
}

/** The newest first. */
export async function listPapers(scope: Scope, client: PoolClient, facility: string): Promise<readonly FrozenPaper[]> {
  const { rows } = await client.query<Row>(
    `select ${columns} from frozen_paper where organisation_id = $1 and facility_id = $2 order by made_at desc, id collate "C" limit 200`,
    [scope.organisation, facility],
  )
  return rows.map((row) => ({ ...row, facility: row.facility ?? '' }))
}
