import type { Answerer, DraftAnswer, DraftState } from '@mimamori/contract'
import type { PoolClient } from 'pg'
import type { Scope } from '../../platform/index.ts'

/** An answer with the version of the draft at which it was written. */
export type StoredAnswer = DraftAnswer & { readonly rev: number }

/** The version of the draft at which a part was written, when and by whom. */
export interface Written {
  readonly rev: number
  readonly at: string
  readonly by?: string | undefined
}

export interface DraftBody {
  readonly answers: Readonly<Record<string, StoredAnswer>>
  /** Version of each of the facility's rows when somebody began to write on it. */
  readonly base: Readonly<Record<string, number>>
  readonly answeredBy?: Answerer | undefined
  readonly approvedBy?: string | undefined
  /** Of each item, of `answeredBy` and of `approvedBy`. */
  readonly written?: Readonly<Record<string, Written>> | undefined
  readonly why?: string | undefined
  readonly product?: string | undefined
  /** Was handed in at least once. */
  readonly handedIn?: true | undefined
}

export interface StoredDraft {
  readonly version: number
  readonly state: DraftState
  readonly body: DraftBody
  readonly receipt: string | null
}

/** A draft by its owner's name for it. */
export interface DraftKey {
  readonly place: string
  readonly sheet: string
}

export async function readDraft(
  scope: Scope,
  client: PoolClient,
  { place, sheet }: DraftKey,
  options: { lock?: boolean } = {},
): Promise<StoredDraft | undefined> {
  const { rows } = await client.query<StoredDraft>(
    `select version, state, body, receipt from sheet_draft where organisation_id = $1 and place = $2 and sheet_id = $3
       ${options.lock ? 'for update' : ''}`,
    [scope.organisation, place, sheet],
  )
  return rows[0]
}

/** Stores the next version; false where somebody else has begun the draft at the same instant. */
export async function writeDraft(
  scope: Scope,
  client: PoolClient,
  { place, sheet }: DraftKey,
  draft: Omit<StoredDraft, 'version'> & { readonly before: number; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into sheet_draft as d (organisation_id, place, sheet_id, state, body, receipt, version, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (organisation_id, place, sheet_id) do update
       set state = excluded.state, body = excluded.body, receipt = excluded.receipt, version = excluded.version, updated_at = excluded.updated_at
       where d.version = $9`,
    [scope.organisation, place, sheet, draft.state, JSON.stringify(draft.body), draft.receipt, draft.before + 1, draft.at, draft.before],
  )
  return rowCount === 1
}

export interface StoredReceipt {
  readonly number: string
  readonly at: string
  readonly body: unknown
}

export async function listReceipts(scope: Scope, client: PoolClient, { place, sheet }: DraftKey): Promise<readonly StoredReceipt[]> {
  const { rows } = await client.query<StoredReceipt>(
    `select number, at, body from sheet_receipt where organisation_id = $1 and place = $2 and sheet_id = $3 order by at desc, number`,
    [scope.organisation, place, sheet],
  )
  return rows
}

export async function addReceipt(
  scope: Scope,
  client: PoolClient,
  { place, sheet }: DraftKey,
  receipt: { number: string; at: Date; body: unknown },
): Promise<void> {
  await client.query(
    `insert into sheet_receipt (organisation_id, number, place, sheet_id, at, body) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [scope.organisation, receipt.number, place, sheet, receipt.at, JSON.stringify(receipt.body)],
  )
}

export interface StoredVendorClient {
  readonly relation: string
  readonly name: string
  readonly body: unknown
  readonly drafts: readonly DraftMark[]
}

/** How far a draft is: items with a confirmed answer, and all that something stands for. */
export interface DraftMark {
  readonly sheet: string
  readonly state: DraftState
  readonly confirmed: readonly string[]
}

/** Every client with what its own analysis left and how far each draft is, in one statement however many there are. */
export async function listVendorClients(scope: Scope, client: PoolClient, at: Date): Promise<readonly StoredVendorClient[]> {
  const { rows } = await client.query<StoredVendorClient>(
    `select r.id as relation, c.name, c.body, coalesce(d.drafts, '[]') as drafts
       from relation_clients($2) c join relation r on r.id = c.relation_id
         left join lateral (select json_agg(json_build_object('sheet', t.sheet_id, 'state', t.state, 'confirmed',
             (select coalesce(json_agg(a.key), '[]') from jsonb_each(t.body -> 'answers') a where a.value ? 'answer' and not a.value ? 'proposed'))) as drafts
           from sheet_draft t where t.organisation_id = $1 and t.place = r.id) d on true
      where r.viewer_id = $1 and r.kind = 'vendor' order by c.name, r.id`,
    [scope.organisation, at],
  )
  return rows
}

export interface StoredStandard {
  readonly id: string
  readonly version: number
  readonly product: string
  readonly edition: string
  readonly body: Readonly<Record<string, DraftAnswer>>
  readonly updatedAt: string
}

export async function listStandards(scope: Scope, client: PoolClient): Promise<readonly StoredStandard[]> {
  const { rows } = await client.query<StoredStandard>(
    `select id, version, product, edition, body, updated_at as "updatedAt" from standard_answers
      where organisation_id = $1 order by product, edition, id`,
    [scope.organisation],
  )
  return rows
}

/** Undefined where the product has some already, or where another version stands. */
export async function writeStandard(
  scope: Scope,
  client: PoolClient,
  made: { id?: string | undefined; version: number; product: string; edition: string; body: unknown; at: Date },
): Promise<{ id: string; version: number } | undefined> {
  const values = [scope.organisation, made.product, JSON.stringify(made.body), made.at]
  const { rows } =
    made.id === undefined
      ? await client.query<{ id: string; version: number }>(
          `insert into standard_answers (organisation_id, product, body, updated_at, edition) values ($1, $2, $3, $4, $5)
             on conflict do nothing returning id, version`,
          [...values, made.edition],
        )
      : await client.query<{ id: string; version: number }>(
          `update standard_answers t set product = $2, body = $3, updated_at = $4, version = version + 1
             where t.organisation_id = $1 and t.id = $5 and t.version = $6 and not exists (select from standard_answers o
               where o.organisation_id = $1 and o.product = $2 and o.edition = t.edition and o.id <> t.id) returning id, version`,
          [...values, made.id, made.version],
        )
  return rows[0]
}

export async function deleteStandard(scope: Scope, client: PoolClient, standard: string): Promise<boolean> {
  const { rowCount } = await client.query('delete from standard_answers where organisation_id = $1 and id = $2', [
    scope.organisation,
    standard,
  ])
  return rowCount === 1
}
