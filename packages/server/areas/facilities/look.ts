import type { FullCatalogue } from '@mimamori/catalog'
import {
  analyse,
  applyChanges,
  byId,
  type CalendarDate,
  deltaOf,
  isEqual,
  type Picture,
  type RegisterRow,
  registerAfter,
  reopenings,
  type Tracked,
  trackFindings,
} from '@mimamori/domain'
import type { Kept, StoredLine } from '../kept.ts'
import type { Services } from '../services.ts'
import { linesOf } from './finding-line.ts'

/** What a look at a picture gives, and the rows that it makes the store write. */
export interface Look extends Pick<Kept, 'picture' | 'analysis' | 'tracked' | 'lines'> {
  readonly madeWith: string
  /** Rows of the register that came, changed or moved on to another id. */
  readonly register: { readonly write: readonly RegisterRow[]; readonly drop: readonly string[] }
}

interface Input {
  readonly picture: Picture
  readonly catalogue: FullCatalogue
  readonly asOf: CalendarDate
  /** Lines of the last look, where there is no `before`. */
  readonly older?: readonly StoredLine[]
}

/** Analyses a picture, tracks its findings and puts them into words; with `before`, only what a change can touch runs again. */
export function lookAt(services: Pick<Services, 'rules' | 'ruleSet'>, input: Input, before?: Kept): Look {
  const { picture, catalogue, asOf } = input
  const analysis = analyse(services.rules, { picture, catalogue, asOf }, before?.analysis)
  const old = picture.slices.register
  const tracked = trackFindings({ picture, analysis, catalogue, asOf }, old, before)
  const register = registerAfter(tracked, old)
  const slices =
    register.write.length + register.drop.length > 0 ? { ...picture.slices, register: tracked.map((one) => one.row) } : picture.slices
  const lines = linesOf({ picture, catalogue, asOf, tracked }, before, before?.lines ?? input.older)
  return {
    picture: withTasksOpened({ ...picture, slices }, tracked, asOf),
    analysis,
    tracked,
    lines,
    register,
    madeWith: lookedWith(services, catalogue),
  }
}

/** Done tasks open again in the same look that sees one of their findings again: stored together, so once for each return. */
function withTasksOpened(picture: Picture, tracked: readonly Tracked[], asOf: CalendarDate): Picture {
  const returned = tracked.filter((one) => one.returned).map((one) => one.row)
  const opened = applyChanges(picture, reopenings(picture.slices, returned, asOf))
  if (opened.kind === 'refused') throw new Error(`a task could not be opened again: ${opened.why}`)
  return opened.picture
}

/** Lines that differ from those in the store. */
export function changedLines(
  before: readonly StoredLine[],
  now: readonly StoredLine[],
): { write: readonly StoredLine[]; remove: readonly string[] } {
  const { changed, gone } = deltaOf(before, now)
  const lines = changed as readonly StoredLine[] // records of `now`
  return { write: lines.filter((line) => !isEqual(byId(before, line.id), line)), remove: gone }
}

/** What the findings in the store were made with: another catalogue or other rules ask for a new look. */
export function lookedWith(services: Pick<Services, 'ruleSet'>, catalogue: FullCatalogue): string {
  return `${catalogue.version}/${services.ruleSet}`
}
