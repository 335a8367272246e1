import { type Entry, emptySlices, type SliceDef, type SliceName, type Slices, sliceDefs } from '@mimamori/domain'
import type { Opened } from './rights.ts'
import { changedRows, type RowHashes } from './rows.ts'
import type { Secret, World } from './world.ts'

/** Every record of every facility, to see whose one is that was changed from outside. */
export type Records = ReadonlyMap<
  string,
  { readonly organisation: string; readonly slice: SliceName; readonly body: Entry; readonly text: string }
>

export interface Seen {
  readonly rows: RowHashes
  readonly records: Records
}

/** What was done between two looks, and by whom. */
export interface Batch {
  /** Organisations for which somebody acted. */
  readonly organisations: ReadonlySet<string>
  readonly persons: ReadonlySet<string>
  /** What others have opened to these. */
  readonly opened: readonly Opened[]
  readonly doors: ReadonlySet<Secret>
}

const installation = '00000000-0000-0000-0000-000000000000'
/** A visit, and what a look leaves: the trail, who was here, findings of the day, the end of the relation by the viewer. */
const byVisit = new Set(['audit', 'outside_person', 'finding', 'facility_state', 'relation', 'relation_event', 'relation_summary'])
/** What a vendor's answers leave. */
const byVendor = new Set(['change_log', 'evidence_file', 'answer_link', 'answer_session'])
const byDoor = new Set([
  ...['audit', 'invitation', 'membership', 'relation', 'relation_event', 'relation_summary', 'hand_over', 'outside_person'],
  ...['answer_link', 'answer_session'],
])

export async function readRecords({ server }: World): Promise<Records> {
  const { rows } = await server.database.admin.query<{ key: string; organisation: string; slice: SliceName; body: Entry }>(
    `select concat_ws(' ', organisation_id, facility_id, slice, id) as key, organisation_id::text as organisation, slice, body from record`,
  )
  return new Map(rows.map(({ key, ...row }) => [key, { ...row, text: JSON.stringify(row.body) }]))
}

/** Rows of others that nobody here had a right to change. */
export function wronglyChanged(before: Seen, after: Seen, batch: Batch): readonly string[] {
  // NOTE: whether a record may change is asked of each one below.
  const tables = changedRows(before.rows, after.rows).filter(({ table }) => table !== 'record')
  const rows = tables.filter(({ table, owner }) => !mayChange(batch, table, owner))
  return [...rows.map(({ table, owner }) => `${table} of ${owner}`), ...wrongRecords(before.records, after.records, batch)]
}

function mayChange({ organisations, persons, opened, doors }: Batch, table: string, owner: string): boolean {
  if (organisations.has(owner) || persons.has(owner)) return true
  if (owner === installation) return table === 'audit' || table === 'signing_key'
  if ([...doors].some(({ tenant }) => tenant.id === owner) && byDoor.has(table)) return true
  const held = opened.filter(({ organisation }) => organisation === owner)
  return (held.length > 0 && byVisit.has(table)) || (held.some(({ kind }) => kind === 'vendor') && byVendor.has(table))
}

/** A vendor writes what is about itself; a look brings the register of findings to the day; others write no record at all. */
function wrongRecords(before: Records, after: Records, batch: Batch): readonly string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key)?.text !== after.get(key)?.text)
  return keys.flatMap((key) => {
    const one = after.get(key) ?? before.get(key)
    if (!one || batch.organisations.has(one.organisation)) return []
    if (one.slice === 'register' && batch.opened.some(({ organisation }) => organisation === one.organisation)) return []
    const parties = batch.opened.flatMap(({ organisation, vendor }) =>
      organisation === one.organisation && vendor !== null ? [`vendor:${vendor}`] : [],
    )
    const def = sliceDefs[one.slice] as SliceDef<'sources'> // every slice's `seenBy` takes the records of that slice
    const party = def.seenBy(one.body as never, slicesOf(after, key.split(' ').slice(0, 2).join(' '))) // as above
    return party !== undefined && parties.includes(party) ? [] : [`record ${key}`]
  })
}

function slicesOf(records: Records, facility: string): Slices {
  const lists = new Map<SliceName, Entry[]>()
  for (const [key, { slice, body }] of records) if (key.startsWith(`${facility} `)) lists.set(slice, [...(lists.get(slice) ?? []), body])
  const sorted = [...lists].map(([slice, list]) => [slice, list.toSorted((a, b) => (a.id < b.id ? -1 : 1))] as const)
  return { ...emptySlices(), ...Object.fromEntries(sorted) } // each list holds the records of its slice
}
