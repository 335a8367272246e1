import type { AssetConflict, AssetConflictsView } from '@mimamori/contract'
import {
  type Asset,
  byId,
  type Claim,
  hostName,
  ipKey,
  type Lang,
  macKey,
  modelKey,
  type Question,
  serialKey,
  type Text,
  tagKey,
} from '@mimamori/domain'
import { tables } from '@mimamori/formats'
import { versionedList } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import { inBoth } from '../words.ts'
import { claimOf } from './asset.ts'
import { kindName, seenView } from './names.ts'
import { openQuestions } from './questions.ts'

const usualLimit = 50

/** What nobody but a person can tell: records that no device is named for, the oldest first. */
export function conflictsOf(
  now: Kept,
  asked: { asset?: string | undefined; offset?: number | undefined; limit?: number | undefined },
): AssetConflictsView {
  const open = openQuestions(now, asked.asset)
  const offset = asked.offset ?? 0
  return {
    revision: now.state.revision,
    total: open.length,
    conflicts: open.slice(offset, offset + (asked.limit ?? usualLimit)).map((question) => conflictOf(now, question)),
  }
}

function conflictOf(now: Kept, { candidates, claims: [claim, ...earlier] }: Question): AssetConflict {
  const { slices } = now.picture
  const assets = candidates.flatMap((id) => byId(slices.assets, id) ?? [])
  return {
    ...claimOf(now, claim),
    earlier: earlier.map((one) => claimOf(now, one)),
    candidates: versionedList(now, 'assets', assets).map(({ record, version }) => {
      const seen = byId(now.analysis.world.lastSeen, record.id)
      return { asset: { record, version }, ...(seen && { lastSeen: seenView(now, seen) }) }
    }),
    facts: compared.flatMap((one) => lineOf(now, one, claim, assets)),
  }
}

interface Compared {
  readonly field: keyof typeof tables.assets
  readonly told: (claim: Claim) => readonly string[]
  readonly held: (asset: Asset) => readonly string[]
  /** What of a text counts when two are held against each other. */
  readonly key: (text: string) => string | undefined
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim()
const one = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text])

/** From the strongest key to the weakest. */
const compared: readonly Compared[] = [
  { field: 'serial', told: (claim) => claim.serials ?? [], held: (asset) => one(asset.serial), key: serialKey },
  { field: 'tag', told: (claim) => claim.tags ?? [], held: (asset) => one(asset.tag), key: tagKey },
  { field: 'macs', told: (claim) => claim.macs ?? [], held: (asset) => asset.macs ?? [], key: (text) => macKey(text)?.key },
  { field: 'hostNames', told: (claim) => claim.names ?? [], held: (asset) => asset.hostNames ?? [], key: (text) => hostName(text)?.label },
  { field: 'ips', told: (claim) => claim.ips ?? [], held: (asset) => asset.ips ?? [], key: ipKey },
  { field: 'kind', told: (claim) => one(claim.kind), held: (asset) => one(asset.kind), key: plain },
  { field: 'maker', told: (claim) => one(claim.maker), held: (asset) => one(asset.maker), key: plain },
  { field: 'model', told: (claim) => one(claim.model), held: (asset) => one(asset.model), key: (text) => modelKey(undefined, text) },
  { field: 'os', told: (claim) => one(claim.os), held: (asset) => one(asset.os), key: (text) => plain(text).replace(/^microsoft /, '') },
  { field: 'room', told: (claim) => one(claim.room), held: (asset) => one(asset.room), key: plain },
]

function lineOf(now: Kept, { field, told, held, key }: Compared, claim: Claim, assets: readonly Asset[]): AssetConflict['facts'] {
  const said = told(claim)
  const all = assets.map(held)
  if (said.length === 0 && all.every((texts) => texts.length === 0)) return []
  const keys = new Set(said.map(key))
  const named = (text: string, lang: Lang) => (field === 'kind' ? (kindName(now, text as Asset['kind'])?.[lang] ?? text) : text) // the kinds of this very column
  const words = (texts: readonly string[]) => inBoth((lang) => texts.map((text) => named(text, lang)).join(lang === 'ja' ? '、' : ', '))
  return [
    {
      field,
      name: headingOf(field),
      ...(said.length > 0 && { told: words(said) }),
      assets: all.map((texts) => ({
        ...(texts.length > 0 && { value: words(texts) }),
        ...(texts.length > 0 && said.length > 0 && { same: texts.some((text) => keys.has(key(text))) }),
      })),
    },
  ]
}

function headingOf(field: Compared['field']): Text {
  const column = tables.assets[field]
  return { ja: column?.ja ?? field, en: column?.about.en ?? field }
}
