import type { ImportColumn } from '@mimamori/contract'
import { applyChanges, type Change, type Picture, type Source, type SourceId } from '@mimamori/domain'
import { type ListProposal, mappingOf, proposeList, type Remembered, readList } from '@mimamori/formats'
import { newId } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { fillText } from '../words.ts'
import { expecting } from './expecting.ts'
import type { Brought, Reading, ReadProblem } from './reading.ts'
import { importTexts } from './texts.ts'

interface Gathered {
  readonly picture: Picture
  readonly changes: readonly Change[]
  readonly problems: readonly ReadProblem[]
  readonly read: number
}

/** A list of vendors or contracts as offices keep it: companies that are not here yet are added, none is merged unasked. */
export async function readVendors(now: Kept, file: Brought, said: Remembered): Promise<Reading> {
  const { encoding } = file
  const remembered = ofVendors(said)
  const { lists, problems } = await proposeList({ name: file.name, bytes: file.bytes }, { remembered, ...(encoding && { encoding }) })
  const empty: Gathered = { picture: now.picture, changes: [], problems, read: 0 }
  const gathered = lists.reduce(addList, empty)
  const source: Source = { id: newId<SourceId>('src'), kind: 'file', name: file.name, seenOn: now.asOf, sha256: file.sha256 }
  const named = gathered.changes.map((change) => withSource(change, source.id))
  const changes: readonly Change[] = named.length === 0 ? [] : [{ kind: 'add', slice: 'sources', record: source }, ...named]
  return {
    kind: 'vendor-list',
    says: fillText(importTexts['vendor-list'], { read: gathered.read }),
    read: gathered.read,
    changes: expecting(now, changes),
    problems: gathered.problems,
    encoding: lists[0]?.table.encoding,
    columns: lists.flatMap(columnsOf),
  }
}

/** What was said of columns of registers of devices says nothing here. */
function ofVendors(said: Remembered): Remembered {
  return Object.fromEntries(Object.entries(said).filter(([, field]) => !field.startsWith('devices.')))
}

function columnsOf({ table, columns }: ListProposal): readonly ImportColumn[] {
  return columns.map(({ heading, field, confidence, samples }) => ({
    ...(table.sheet !== undefined && { sheet: table.sheet }),
    heading,
    ...(field !== undefined && { field }),
    isSure: confidence === 1,
    samples: [...samples],
  }))
}

/** NOTE: a company of the first table is known to the second, which is often the same list by department. */
function addList(so: Gathered, proposal: ListProposal): Gathered {
  const read = readList(proposal, mappingOf(proposal), so.picture)
  const applied = applyChanges(so.picture, read.changes)
  return {
    picture: applied.kind === 'applied' ? applied.picture : so.picture,
    changes: applied.kind === 'applied' ? [...so.changes, ...read.changes] : so.changes,
    problems: [...so.problems, ...read.problems],
    read: so.read + read.readRows,
  }
}

function withSource(change: Change, source: SourceId): Change {
  return change.kind === 'add' ? ({ ...change, record: { ...change.record, source } } as Change) : change // the same record with its source
}
