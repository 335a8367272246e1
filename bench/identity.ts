import {
  type Asset,
  type AssetId,
  emptySlices,
  entityId,
  type FacilityId,
  identify,
  type Observation,
  pictureOf,
  withObservations,
} from '@mimamori/domain'
import { madeId } from '@mimamori/formats'
import { identityPairs, judgePairs, scoreOf } from '@mimamori/testing/rules'
import { measure } from './measure.ts'
import { figureRow, heading, type Row, step, timeRow } from './rows.ts'

const listed = 5000
const scanned = 1000

function macOf(number: number): string {
  return `00:80:92:${[16, 8, 0].map((bits) => ((number >> bits) & 255).toString(16).padStart(2, '0')).join(':')}`
}

function assetOf(number: number): Asset {
  const name = `PC-${String(number).padStart(5, '0')}`
  return {
    id: entityId<AssetId>(`d:${number}`),
    name,
    kind: 'pc',
    serial: `JPA${1_000_000 + number}`,
    macs: [macOf(number)],
    hostNames: [name],
  }
}

/** Nine in ten hosts of the scan are in the register, by one key or another. */
function hostOf(number: number): Observation {
  const at = number * 5
  const source = { source: 'nmap', file: 'scan.xml', row: number + 1, ips: [`10.1.${at >> 8}.${at & 255}`] } as const
  if (number % 10 === 0) return { ...source, macs: [macOf(900_000 + number)] }
  return number % 2 === 0 ? { ...source, macs: [macOf(at)] } : { ...source, names: [`pc-${String(at).padStart(5, '0')}.example.local`] }
}

/** How fast hosts of a scan are held against the register and taken into it, and how right the rules are on the labelled pairs. */
export function* benchIdentity(): Generator<Row> {
  step(`${scanned} hosts are merged into ${listed} devices`)
  const assets = Array.from({ length: listed }, (_, number) => assetOf(number))
  const hosts = Array.from({ length: scanned }, (_, number) => hostOf(number))
  const facility = entityId<FacilityId>('f:bench')
  const picture = pictureOf({ facility, revision: 0, slices: { ...emptySlices(), assets } })
  const per = { count: scanned, unit: 'host' }
  yield heading(`identity: ${scanned} hosts of a scan into ${listed} devices`)
  const identified = measure(
    15,
    () => hosts,
    (now) => identify(now, { assets }),
  )
  yield timeRow('which device each host is', identified, { per })
  const merged = measure(
    15,
    () => hosts,
    (now) => withObservations(picture, now, (slice, key) => madeId(slice, facility, key)),
  )
  yield timeRow('the same with claims, new devices and what is learnt', merged, { per })
  yield figureRow('merged', (scanned * 1000) / merged.median, { unit: 'hosts per second' })
  yield* pairs()
}

/** NOTE: a pair that the rules leave to a person counts as not found, never as wrong. */
function* pairs(): Generator<Row> {
  const judged = judgePairs(identityPairs())
  const { precision, recall } = scoreOf(judged)
  const wrong = judged.filter(({ label, verdict }) => label !== verdict)
  yield heading(`identity: ${judged.length} labelled pairs`)
  yield figureRow('precision', precision, { unit: 'of 1', digits: 3, bar: { least: 0.95 } })
  yield figureRow('recall', recall, { unit: 'of 1', digits: 3, bar: { least: 0.9 } })
  for (const { line, label, verdict } of wrong) yield heading(`    line ${line}: ${label}, judged ${verdict}`)
}
