import { readFileSync } from 'node:fs'
import { type Asset, type AssetId, type AssetKind, type Claim, entityId, identify, type Observation } from '@mimamori/domain'
import { a, ids } from './builders.ts'

type Label = 'same' | 'different' | 'undecidable'

/** An asset of the register and what a source saw, with the answer of somebody who knows no more than that. */
export interface IdentityPair {
  readonly line: number
  readonly label: Label
  readonly assets: readonly Asset[]
  readonly claims: readonly Claim[]
  readonly observations: readonly Observation[]
}

/** `label | asset [& asset] | sight [& sight] # reason`; the first of each side are the pair. */
export function identityPairs(): readonly IdentityPair[] {
  const text = readFileSync(new URL('./identity-pairs.txt', import.meta.url), 'utf8')
  return text.split('\n').flatMap((whole, at) => {
    const [line = ''] = whole.split('#')
    const [label = '', left = '', right = ''] = line.split('|').map((part) => part.trim())
    if (label === '') return []
    if (label !== 'same' && label !== 'different' && label !== 'undecidable') throw new Error(`line ${at + 1}: no label ${label}`)
    const known = left.split('&').map(fieldsOf)
    return [
      {
        line: at + 1,
        label,
        assets: known.map((fields, number) => assetOf(fields, number)),
        claims: known.map((fields, number) => claimOf(fields, number)),
        observations: right.split('&').map((part, number) => observationOf(fieldsOf(part), number)),
      },
    ]
  })
}

type Fields = ReadonlyMap<string, string>

function fieldsOf(text: string): Fields {
  return new Map(
    text.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=').map((one) => one.trim())
      return [name, value]
    }),
  )
}

function listOf(fields: Fields, name: string): readonly string[] | undefined {
  return fields.get(name)?.split(',')
}

function idOf(number: number): AssetId {
  return entityId<AssetId>(`d:${number + 1}`)
}

function withoutUnknown<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T // an entry less unknown keys
}

function assetOf(fields: Fields, number: number): Asset {
  return withoutUnknown({
    ...a.asset({ id: idOf(number) }),
    kind: fields.get('kind') as AssetKind | undefined, // a kind as the file writes it
    serial: fields.get('serial'),
    tag: fields.get('tag'),
    maker: fields.get('maker'),
    model: fields.get('model'),
    macs: listOf(fields, 'mac'),
    ips: listOf(fields, 'ip'),
    hostNames: listOf(fields, 'host'),
  }) as Asset // less unknown keys
}

/** What an earlier source said of the asset that its record has no field for. */
function claimOf(fields: Fields, number: number): Claim {
  return withoutUnknown({
    ...a.claim({ id: ids.claim(`cl:${number}`), asset: idOf(number), by: 'directory', file: 'before.csv' }),
    directoryIds: listOf(fields, 'sid'),
    uuids: listOf(fields, 'uuid'),
  }) as Claim // less unknown keys
}

function observationOf(fields: Fields, number: number): Observation {
  return withoutUnknown({
    source: 'nmap' as const,
    file: 'now.xml',
    row: number + 1,
    kind: fields.get('kind') as AssetKind | undefined, // a kind as the file writes it
    serials: listOf(fields, 'serial'),
    tags: listOf(fields, 'tag'),
    directoryIds: listOf(fields, 'sid'),
    uuids: listOf(fields, 'uuid'),
    maker: fields.get('maker'),
    model: fields.get('model'),
    macs: listOf(fields, 'mac'),
    ips: listOf(fields, 'ip'),
    names: listOf(fields, 'host'),
  }) as Observation // less unknown keys
}

export interface JudgedPair {
  readonly line: number
  readonly label: Label
  readonly verdict: Label
}

/** What `identify` says of the pair alone. */
export function judgePairs(pairs: readonly IdentityPair[]): readonly JudgedPair[] {
  return pairs.map(({ line, label, assets, claims, observations }) => {
    const decision = identify(observations, { assets, claims }).decisions[0]
    const isFirst = decision?.kind === 'same' && decision.asset === assets[0]?.id
    const verdict = decision?.kind === 'conflict' ? 'undecidable' : isFirst ? 'same' : 'different'
    return { line, label, verdict }
  })
}

/** Of those joined, how many are the same; of those that are the same, how many were joined. */
export function scoreOf(judged: readonly JudgedPair[]): { readonly precision: number; readonly recall: number } {
  const joined = judged.filter(({ verdict }) => verdict === 'same')
  const same = judged.filter(({ label }) => label === 'same')
  const right = joined.filter(({ label }) => label === 'same').length
  return { precision: right / Math.max(1, joined.length), recall: right / Math.max(1, same.length) }
}
