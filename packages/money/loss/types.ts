import type { Text } from '@mimamori/domain'
import type { SourcedFigure } from '../sourced.ts'

/** One of the six heads under which JNSA counts damage, so that a model lines up with what policies cover. */
export interface LossHead extends SourcedFigure {
  readonly order: number
  readonly name: Text
  readonly holds: Text
}

export interface LossReference {
  readonly lossHeads: readonly LossHead[]
}

/** What one event costs, whole yen; a loss of 0 is allowed, one below is not. */
export type Distribution =
  /** Lognormal, of which 5 % lie below `low` and 5 % above `high`. Its tail has no end: see the warning `heavy-tail`. */
  | { readonly kind: 'lognormal90'; readonly low: number; readonly high: number }
  /** The standard PERT: Beta with mean (min + 4 mode + max) / 6 on min to max. */
  | { readonly kind: 'pert'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'constant'; readonly value: number }

/** How often. `poisson`: events a year on average, several may fall in one year. `bernoulli`: probability of one event in a year, never two. */
export type Frequency =
  | { readonly kind: 'poisson'; readonly perYear: number }
  | { readonly kind: 'bernoulli'; readonly probability: number }

/** A part of the cost of an event: one of the catalogue's heads of loss, or a name of the model's own. */
export interface HeadLoss {
  readonly head: string
  readonly loss: Distribution
  /** The loss is that of one day of standstill; it is multiplied by the days of the event. */
  readonly perDay?: true
}

/**
 * The heads of one event are drawn independently of one another and added up. `days` is drawn once an event and multiplies every head
 * that counts by the day, so that a long standstill is dear under all of them together. Heads by the day need `days`.
 */
export interface LossScenario {
  readonly id: string
  readonly frequency: Frequency
  readonly days?: Distribution
  readonly losses: readonly [HeadLoss, ...HeadLoss[]]
}

/**
 * How scenarios hang together; always stated, never by accident.
 * `independent`: not at all.
 * `commonCause`: `share` of each scenario's events come from causes that all scenarios have in common. A cause that strikes a rarer scenario
 * strikes every more frequent one too. Each scenario is as frequent as before.
 * `oneFactor`: good and bad years. One factor a year multiplies all frequencies: Gamma with mean 1 and this coefficient of variation.
 * The latter two need Poisson frequencies.
 */
export type Dependence =
  | { readonly kind: 'independent' }
  | { readonly kind: 'commonCause'; readonly share: number }
  | { readonly kind: 'oneFactor'; readonly variation: number }

export interface LossModel {
  readonly dependence: Dependence
  readonly scenarios: readonly LossScenario[]
}

/** What measures leave of a scenario, 0 to 1 (above 1: it has become worse): of its frequency, of the cost of each event, and of its days of standstill. */
export interface Change {
  readonly frequency?: number
  readonly loss?: number
  readonly days?: number
}

/** By the id of the scenario. */
export type Changes = ReadonlyMap<string, Change>

export const noChanges: Changes = new Map()

/** The head of a scenario whose model names none. */
export const allHeads = 'all'

/** Of the whole engine: a result can only be made again by the same version. Raised when any draw or formula changes. */
export const formulaVersion = 'loss-2'
