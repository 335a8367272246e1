import type { Status, VersionStatement } from '@mimamori/matching'
import { type JsonObject, objectsOf, textOf } from '../fields.ts'
import { rangeStart, readVersions, unescaped, type VersionsRead } from '../versions.ts'

/**
 * The version entries of a product by the algorithm of the format ("Version Status Decision"): the first entry that holds
 * decides, and in it the last change that was reached. Of our statements the last one counts, so entries stand in reverse.
 */
export function statementsOf(versions: readonly JsonObject[], names: readonly (string | undefined)[]): readonly VersionsRead[] {
  return versions.map((entry) => entryOf(entry, names)).reverse()
}

function entryOf(entry: JsonObject, names: readonly (string | undefined)[]): VersionsRead {
  const status = statusOf(entry.status)
  const version = textOf(entry.version, 500) ?? ''
  const [before, through] = [textOf(entry.lessThan, 200), textOf(entry.lessThanOrEqual, 200)]
  const to = before ?? through
  if (to === undefined && version === '*') return { statements: [{ status, range: {} }] }
  if (to === undefined) return readVersions({ text: version, status, names })
  return { statements: rangeOf(entry, { status, from: version, to, isIncluded: before === undefined }) }
}

function statusOf(said: unknown): Status {
  return said === 'affected' || said === 'unaffected' ? said : 'unknown'
}

interface Range {
  readonly status: Status
  readonly from: string
  readonly to: string
  readonly isIncluded: boolean
}

function rangeOf(entry: JsonObject, { status, from, to, isIncluded }: Range): readonly VersionStatement[] {
  const end = to === '*' ? {} : { to: unescaped(to), toIncluded: isIncluded }
  const start = rangeStart(from)
  const whole: VersionStatement = { status, range: { ...(start !== undefined && { from: start, fromIncluded: true }), ...end } }
  const changes = objectsOf(entry.changes).flatMap((change): readonly VersionStatement[] => {
    const at = textOf(change.at, 200)
    return at === undefined ? [] : [{ status: statusOf(change.status), range: { from: unescaped(at), fromIncluded: true, ...end } }]
  })
  return [whole, ...changes]
}
