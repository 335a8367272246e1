import type { Observation } from '@mimamori/domain'
import { type Problem, problem } from '../errors.ts'
import { withoutSecrets } from './secrets.ts'
import { skipReasons } from './skips.ts'
import { isOddTime } from './times.ts'
import type { Loose, RawItem, Scan, ScanItem, SeenAccount } from './types.ts'

interface Counts {
  secrets: number
  oddTimes: number
  oddRow: number
  found: number
  down: number
}

const mostText = 400
const mostSkippedText = 120

/** The only way out of a reader: drops secrets from every text, times of a wrong clock, and empty fields; at last tells what was noticed. */
export async function* throughGate(items: AsyncIterable<RawItem>, scan: Scan): AsyncIterable<ScanItem> {
  const counts: Counts = { secrets: 0, oddTimes: 0, oddRow: 1, found: 0, down: 0 }
  for await (const item of items) {
    const passed = pass(item, scan, counts)
    if (passed) yield passed
  }
  for (const told of noticed(scan, counts)) yield { kind: 'problem', problem: told }
}

function pass(item: RawItem, scan: Scan, counts: Counts): ScanItem | undefined {
  switch (item.kind) {
    case 'secrets':
      counts.secrets += item.count
      return undefined
    case 'down':
      counts.down += item.count
      return undefined
    case 'problem':
      return item
    case 'observation': {
      counts.found++
      const dated = dateOfSight(item.observation, scan, counts)
      return { kind: 'observation', observation: cleaned<Observation>(dated, counts) }
    }
    case 'account':
      counts.found++
      return { kind: 'account', account: cleaned<SeenAccount>(item.account, counts) }
    case 'skip': {
      const text = cleanText((item.text ?? '').trim(), counts).slice(0, mostSkippedText)
      const { row, reason, lines = 1 } = item
      return { kind: 'skipped', skipped: { file: scan.file, row, reason, why: skipReasons[reason], text, lines } }
    }
  }
}

function dateOfSight(observation: Loose<Observation>, { options }: Scan, counts: Counts): Loose<Observation> {
  const { seenAt } = observation
  if (seenAt === undefined) return { ...observation, seenAt: options.seenAt }
  if (!isOddTime(seenAt, options.now)) return observation
  if (counts.oddTimes === 0) counts.oddRow = observation.row ?? 1
  counts.oddTimes++
  return { ...observation, seenAt: undefined }
}

/** Without secrets and without what is empty, all the way down; the name of the file stays as it is. */
function cleaned<T extends object>(record: Loose<T>, counts: Counts): T {
  const kept = Object.entries(record).flatMap(([key, value]) => {
    const clean = key === 'file' ? value : cleanValue(value, counts)
    return clean === undefined ? [] : [[key, clean] as const]
  })
  return Object.fromEntries(kept) as T // the same fields without the empty ones
}

function cleanValue(value: unknown, counts: Counts): unknown {
  if (typeof value === 'string') return cleanText(value.trim(), counts) || undefined
  if (Array.isArray(value)) {
    const list = value.map((one) => cleanValue(one, counts)).filter((one) => one !== undefined)
    return list.length === 0 ? undefined : list
  }
  if (typeof value !== 'object' || value === null) return value ?? undefined
  const record = cleaned<object>(value, counts)
  return Object.keys(record).length === 0 ? undefined : record
}

function cleanText(text: string, counts: Counts): string {
  const safe = withoutSecrets(text)
  if (safe !== text) counts.secrets++
  return ofItsOwn(safe.replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' ').slice(0, mostText))
}

/** NOTE: V8 keeps a part of a text as a view of the whole, so that one address would hold its whole piece of the file in memory. */
function ofItsOwn(text: string): string {
  return Buffer.from(text).toString()
}

function noticed({ file, source }: Scan, counts: Counts): readonly Problem[] {
  const place = { file }
  const told: Problem[] = []
  if (counts.secrets > 0) told.push(problem('scan/secrets-dropped', place, { count: counts.secrets }))
  if (counts.oddTimes > 0) told.push(problem('scan/odd-clock', { ...place, row: counts.oddRow }, { count: counts.oddTimes }))
  if (counts.found === 0 && counts.down > 0) told.push(problem('scan/nothing-up', place, { count: counts.down }))
  else if (counts.found === 0) told.push(problem('scan/nothing-found', { file: source.name }))
  return told
}
