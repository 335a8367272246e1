import { byId, dateInWords, gapsOf, known, stepsOfUpdate } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { sayPlain } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import type { Held } from '../responses/held.ts'
import type { Closed, Found, MonthFacts } from './facts.ts'

export function foundLines(at: Context, { found, warnings }: MonthFacts): readonly string[] {
  const words = at.t.monthly
  return [
    ...found.map((one) => foundLine(at, one)),
    ...warnings.map(({ issuer, title, concerns }) =>
      sayPlain(words.warning, { issuer, title, state: words.concerns.states[concerns ?? 'open'] }),
    ),
  ]
}

function foundLine(at: Context, { name, numbers, devices, isExploited }: Found): string {
  const words = at.t.monthly
  const values = { name, n: numbers.length, devices: devices.size }
  if (devices.size === 0) return sayPlain(words.foundGone, values)
  return sayPlain(isExploited ? words.foundExploited : words.found, values)
}

export function closedLines(at: Context, { closed, notAffected }: MonthFacts): readonly string[] {
  const words = at.t.monthly
  return [
    ...closed.map((one) => closedLine(at, one)),
    ...notAffected.map(({ response, step }) => {
      const reason = step?.notAffected ? at.t.responses.reasons.states[step.notAffected] : ''
      return sayPlain(words.notAffected, { title: response.title, reason })
    }),
  ]
}

function closedLine(at: Context, { held: { response, state }, on, days }: Closed): string {
  const words = at.t.monthly
  const values = { title: response.title, on: shortDay(on, at.lang), days }
  return sayPlain(state.proof === 'statement' ? words.closedStatement : words.closedRead, values)
}

/** 見送りと当面の手当て: until when, by whom; those past their day say so. */
export function leftLines(at: Context, { left }: MonthFacts): readonly string[] {
  return left.map((held) => leftLine(at, held))
}

function leftLine(at: Context, { response, state, step }: Held): string {
  const words = at.t.monthly
  const on = state.until === undefined ? '' : dateInWords(state.until, at.lang)
  const values = { title: response.title, kind: at.t.responses.states[state.state], on, by: step?.by ?? '' }
  if (state.ended) return sayPlain(words.leftEnded, values)
  return sayPlain(step?.by === undefined ? words.left : words.leftBy, values)
}

export function aheadLines(at: Context, { planned, updates }: MonthFacts): readonly string[] {
  const words = at.t.monthly
  const works = planned.map(({ response, state, vendor }) => {
    const on = state.plannedOn === undefined ? '' : dateInWords(state.plannedOn, at.lang)
    return sayPlain(words.work, { on, title: response.title, who: vendor?.name ?? at.us })
  })
  const changes = updates.map((update) => {
    const gaps = gapsOf(update, stepsOfUpdate(at.slices.plannedUpdateSteps, update.id)).length
    const on = update.dueOn === undefined ? words.noDay : dateInWords(update.dueOn, at.lang)
    const values = { on, title: update.title, who: byId(at.slices.vendors, known(update.vendor))?.name ?? at.us, n: gaps }
    return sayPlain(gaps === 0 ? words.update : words.updateGaps, values)
  })
  return [...works, ...changes]
}

/** What the report cannot say, so that silence is not taken for calm. */
export function unknownLines(at: Context, { unclear, month }: MonthFacts): readonly string[] {
  const words = at.t.monthly
  return [
    ...feedLines(at),
    ...(unclear > 0 ? [sayPlain(words.unclear, { n: unclear })] : []),
    ...(month.isRunning ? [] : [sayPlain(words.asOfToday, { on: dateInWords(at.asOf, at.lang) })]),
  ]
}

function feedLines(at: Context): readonly string[] {
  const words = at.t.monthly
  if (!at.feeds) return [words.feedsUnknown]
  const held = at.feeds.filter(({ records }) => records > 0)
  if (held.length === 0) return [words.feedsNone]
  const days = held.flatMap(({ asOf, feed }) => (asOf === undefined ? [] : [{ on: asOf, feed }])).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const [oldest] = days
  return [
    oldest === undefined
      ? words.feedsNoDay
      : sayPlain(words.feedsOldest, { on: dateInWords(oldest.on, at.lang), feed: words.feed.states[oldest.feed] }),
  ]
}
