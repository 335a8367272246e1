import { byId, dateInWords, type ResponseStep } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { sayPlain } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { type Held, isWaiting } from './held.ts'

/** How it stands, with the last day of what holds for a time. */
export function stateWords(at: Context, { state: { state, until } }: Held): string {
  const words = at.t.responses
  const says = words.states[state]
  return until === undefined ? says : sayPlain(words.until, { state: says, on: shortDay(until, at.lang) })
}

/** Why it has not come to an end yet; undefined of what has. */
export function whyOpen(at: Context, held: Held): string | undefined {
  if (!isWaiting(held)) return undefined
  const words = at.t.responses
  const { state, ended, until, notDone, plannedOn } = held.state
  if (ended && until !== undefined) return sayPlain(words.ended, { on: dateInWords(until, at.lang) })
  if (state === 'planned' && plannedOn !== undefined) return sayPlain(words.plannedOn, { on: dateInWords(plannedOn, at.lang) })
  const reason = byId(at.world.notDoneReasons, notDone)?.name[at.lang]
  if (state === 'not-done' && reason !== undefined) return sayPlain(words.notDone, { reason })
  if (state === 'workaround' || state === 'risk-accepted' || state === 'not-affected' || state === 'proven') return words.foundLater
  return words.whyOpen.states[state]
}

/** What a step says beside its kind: way, result, days, reason, version, cost, and what was written. */
export function contentOfStep(at: Context, step: ResponseStep): string {
  const words = at.t.responses
  const { facts } = words
  const effects = { checking: facts.effectChecking, none: facts.effectNone, some: facts.effectSome } as const
  const said = [
    step.way && words.way[step.way],
    step.effect && effects[step.effect],
    step.plannedOn && sayPlain(facts.plannedOn, { on: shortDay(step.plannedOn, at.lang) }),
    step.until && sayPlain(facts.until, { on: shortDay(step.until, at.lang) }),
    byId(at.world.notDoneReasons, step.notDone)?.name[at.lang],
    step.notAffected && words.reasons.states[step.notAffected],
    step.version && sayPlain(facts.version, { version: step.version }),
    step.costYen !== undefined && sayPlain(facts.cost, { yen: yenWords(step.costYen) }),
    step.note,
  ]
  return said.filter((part): part is string => typeof part === 'string' && part !== '').join(at.t.and)
}

const grouped = new Intl.NumberFormat('en')

function yenWords(yen: number): string {
  return grouped.format(yen)
}

/** Who said it: by name where one is known. */
export function whoOf(at: Context, { vendor }: Held, { side, by }: ResponseStep): string {
  const party = side === 'vendor' ? (vendor?.name ?? at.t.responses.side.way.vendor) : at.us
  return by === undefined ? party : `${party}\n${by}`
}

const namesShown = 3

/** The devices by name; of many the first ones, and how many more. */
export function deviceNames(at: Context, assets: readonly string[]): string {
  const words = at.t.responses
  const names = assets.map((id) => byId(at.slices.assets, id)?.name ?? id)
  const shown = names.slice(0, namesShown).join(at.t.comma)
  return names.length > namesShown ? sayPlain(words.devicesMore, { names: shown, n: names.length - namesShown }) : shown
}

const versionsShown = 3

/** Different versions, in the order in which they come; of many the first ones. */
export function versionWords(at: Context, versions: readonly string[]): string {
  const words = at.t.responses
  const different = [...new Set(versions)]
  if (different.length === 0) return words.unknownVersion
  const shown = different.slice(0, versionsShown).join(at.t.comma)
  return different.length > versionsShown ? sayPlain(words.several, { versions: shown, n: different.length - versionsShown }) : shown
}
