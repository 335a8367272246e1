import type { LastChangesView } from '@mimamori/contract'
import { byId, type Change, type Entry, type Text } from '@mimamori/domain'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import { namesOfPeople, openFacility, subjectOf } from '../facilities/index.ts'
import { describeChange, sliceTexts } from '../imports/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { fillText } from '../words.ts'
import { footprintOf, sharedRecords } from './footprint.ts'
import { whyKept } from './may-undo.ts'
import { pictureBefore } from './picture-before.ts'
import { standing } from './standing.ts'
import { readLastChanges, type StoredChange } from './store.ts'
import { historyTexts } from './texts.ts'

const shown = 50
const linesOfEach = 12

type ChangeLine = LastChangesView['changes'][number]
type Line = ChangeLine['lines'][number]

interface Asked {
  readonly mayAll: boolean
}

/** The last changes of a facility, newest first, in words, each with whether and how it can be undone. */
export async function listLastChanges(services: Services, asking: Asking, facility: string, asked: Asked): Promise<LastChangesView> {
  const now = await openFacility(services, asking, facility)
  const { all, names } = await withScope(
    services.pool,
    asking,
    async (client) => {
      const all = await readLastChanges(asking, client, { facility, most: shown, mostOfEach: linesOfEach })
      const people = [...new Set(all.flatMap(({ person }) => person ?? []))]
      return { all, names: await namesOfPeople(asking, client, people) }
    },
    { readOnly: true },
  )
  // NOTE: a picture that came as a whole has no line here; it is undone by removing the facility.
  const changes = all.filter(({ count }) => count > 0).map((one) => lineOf(now, one, { ...asked, all, names, person: asking.person }))
  return { changes }
}

interface Around extends Asked {
  readonly all: readonly StoredChange[]
  readonly names: ReadonlyMap<string, string>
  readonly person: string | undefined
}

function lineOf(now: Kept, logged: StoredChange, around: Around): ChangeLine {
  const { all, names, person, mayAll } = around
  const by = logged.person === null ? undefined : names.get(logged.person)
  const kept = whyKept(now.picture, logged, { person, mayAll })
  const mine = footprintOf(logged, logged.undo)
  const onMine = (later: StoredChange) =>
    later.revision > logged.revision && sharedRecords(mine, footprintOf(later, later.changes)).length > 0
  const under = standing(all.filter(onMine))[0]
  const underBy = under?.person === undefined || under.person === null ? undefined : names.get(under.person)
  const state = logged.undoneBy !== undefined ? 'undone' : kept ? 'kept' : under ? 'built-on' : 'can-undo'
  const lines = wordsOf(now, logged, { isBuiltOn: state === 'built-on' })
  return {
    revision: logged.revision,
    at: logged.at,
    ...(by !== undefined && { by }),
    isMine: logged.person !== null && logged.person === person,
    author: logged.by,
    state,
    ...(state === 'kept' && kept && { kept }),
    ...(state === 'built-on' &&
      under && { under: { revision: under.revision, at: under.at, ...(underBy !== undefined && { by: underBy }) } }),
    lines: lines.slice(0, linesOfEach),
    more: Math.max(0, logged.count - logged.changes.length) + Math.max(0, lines.length - linesOfEach),
  }
}

/** One line per field: what was there, what it became, and what stands there now where somebody has changed it since. */
function wordsOf(now: Kept, logged: StoredChange, { isBuiltOn }: { isBuiltOn: boolean }): readonly Line[] {
  const before = { picture: pictureBefore(now.picture, logged.undo), catalogue: now.catalogue }
  const lines = logged.changes.flatMap((change): readonly Line[] => {
    const told = describeChange(before, change)
    return isBuiltOn ? told.map((line, at) => ({ ...line, ...standsNow(now, change, at) })) : told
  })
  if (lines.length > 0) return lines
  const slices = [...new Set(logged.changes.map(({ slice }) => slice))]
  return slices.map((slice) => ({
    text: fillText(historyTexts.records, { slice: sliceTexts[slice], count: logged.changes.filter((one) => one.slice === slice).length }),
  }))
}

/** The same field as it stands: told as if it were set once more. */
function standsNow(now: Kept, change: Change, at: number): { now?: Text } {
  if (change.kind !== 'set') return {}
  const list: readonly Entry[] = now.picture.slices[change.slice]
  if (!byId(list, subjectOf(change))) return {}
  const value = describeChange(now, change)[at]?.before
  return value === undefined ? {} : { now: value }
}
