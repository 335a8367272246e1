import { areQuestionsDone, type Picture, questionNumbers, questionState } from '@mimamori/domain'

/** How far the ten questions have come: the first that is open, and whether all were gone through. */
export interface SetupState {
  readonly done: boolean
  readonly begun: boolean
  readonly next: number
  readonly minutesLeft: number
}

export function setupOf({ slices }: Picture): SetupState {
  const states = questionNumbers.map((number) => ({ number, state: questionState(number, slices) }))
  const open = states.filter(({ state }) => state === 'open').map(({ number }) => number)
  const asked = states.filter(({ state }) => state !== 'skipped')
  return { done: areQuestionsDone(slices), begun: open.length < asked.length, next: open[0] ?? 10, minutesLeft: Math.max(1, open.length) }
}
