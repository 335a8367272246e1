import type { FullCatalogue } from '@mimamori/catalog'
import {
  type Analysis,
  byId,
  type CalendarDate,
  type Confidence,
  canonicalJson,
  type Facility,
  type FeedName,
  type Lang,
  type Person,
  type PersonRole,
  type Picture,
  type Slices,
  type Tracked,
  type World,
} from '@mimamori/domain'
import { type PaperText, textOf } from '../text/index.ts'
import { sha256 } from './check-number.ts'
import { handOverPicture } from './hand-over.ts'
import type { Copy, Frozen } from './paper.ts'

/** What every paper is made from. The caller has analysed the whole picture; papers hold no rules. */
export interface PaperInput {
  readonly picture: Picture
  readonly analysis: Analysis
  readonly tracked: readonly Tracked[]
  readonly catalogue: FullCatalogue
  readonly asOf: CalendarDate
  /** UTC instant of making, printed in the time of Japan. */
  readonly madeAt: string
  readonly lang: Lang
  /** `on-site` where absent. */
  readonly copy?: Copy
  /** Department and name of the person who made it: 総務課 見本 花子. */
  readonly madeBy?: string
  /** 文書番号 as the facility writes it. */
  readonly documentNumber?: string
  /** Version of the rules that made the findings. */
  readonly ruleSet: string
  /** Head of the audit chain, printed because a chain alone does not show a cut tail. */
  readonly auditHead?: string
  /** For papers that show the network; a copy to hand over never does. */
  readonly map?: MapDrawing
  /** How old what the installation knows of weaknesses is; absent where there is none, as beside a plain folder. */
  readonly feeds?: readonly FeedAge[]
}

/** What is held of one feed. */
export interface FeedAge {
  readonly feed: FeedName
  readonly records: number
  /** Day up to which it tells, by its own words. */
  readonly asOf?: CalendarDate
  /** The last reading was not taken over; what is held is older. */
  readonly hasFailed: boolean
}

/** The map of the network as it is drawn for a paper. */
export interface MapDrawing {
  /** The drawing with its legend, in black; its `viewBox` is its size. */
  readonly svg: string
  readonly alt: string
  /** Latest day on which anything of the network was confirmed. */
  readonly confirmedOn?: CalendarDate
  /** How many questions about the network are open. */
  readonly unknowns: number
}

/** The input as the models read it: for a hand-over copy the picture holds only what may leave the house. */
export interface Context extends PaperInput {
  readonly copy: Copy
  readonly slices: Slices
  readonly world: World
  readonly t: PaperText
  readonly facility: Facility | undefined
  readonly facilityName: string
  /** How the facility calls itself and its head: 当院・院長. */
  readonly us: string
  readonly head: string
  readonly frozen: Frozen
}

export function contextOf(input: PaperInput): Context {
  const copy = input.copy ?? 'on-site'
  const t = textOf(input.lang)
  const handOver = copy === 'hand-over'
  const picture = handOver ? handOverPicture(input.picture, t.hidden) : input.picture
  const facility = picture.slices.facility[0]
  const words = byId(input.analysis.world.facilityWords, facility?.kind ?? 'other')
  const { map, ...known } = input
  return {
    ...known,
    ...(map && !handOver && { map }),
    copy,
    picture,
    slices: picture.slices,
    tracked: handOver ? [] : input.tracked,
    world: input.analysis.world,
    t,
    facility,
    facilityName: facility?.name ?? '',
    us: words?.us[input.lang] ?? t.us,
    head: words?.head[input.lang] ?? t.head,
    frozen: frozenOf(input),
  }
}

function frozenOf(input: PaperInput): Frozen {
  return {
    madeAt: input.madeAt,
    asOf: input.asOf,
    facility: input.picture.facility,
    revision: input.picture.revision,
    catalogue: input.catalogue.version,
    ruleSet: input.ruleSet,
    ...(input.auditHead !== undefined && { auditHead: input.auditHead }),
    findingsSha256: sha256(canonicalJson(input.analysis.findings)),
  }
}

/** 〔要確認〕 and its kin behind a statement that was not read in the original, with nothing for one that was. */
export function markOf(confidence: Confidence, t: PaperText): string {
  return confidence === 'original-read' ? '' : t.marks[confidence]
}

/** People who hold this role on the day, first in the order of the contact chart. */
export function peopleWith(at: Context, role: PersonRole): readonly Person[] {
  return at.slices.people.filter((person) => person.roles?.includes(role) && isThere(person, at.asOf)).toSorted(byCallOrder)
}

export function isThere(person: Person, asOf: CalendarDate): boolean {
  return (person.from === undefined || person.from <= asOf) && (person.until === undefined || person.until >= asOf)
}

export function byCallOrder(
  a: { readonly callOrder?: number; readonly id: string },
  b: { readonly callOrder?: number; readonly id: string },
): number {
  return (a.callOrder ?? Number.POSITIVE_INFINITY) - (b.callOrder ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : 1)
}

/** 手本 一郎(てほん いちろう). */
export function nameWithKana(of: { readonly name: string; readonly kana?: string }): string {
  return of.kana === undefined || of.kana === '' ? of.name : `${of.name}(${of.kana})`
}
