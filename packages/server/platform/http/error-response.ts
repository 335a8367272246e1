import { RelationEnded } from '../db/scope.ts'
import { problemOf, type UserProblem } from '../errors/user-error.ts'
import type { Log } from '../log/log.ts'
import { changedMeanwhile, databaseAway, fullDisk, HttpProblem, notThere, ourFault } from './problems.ts'

/** Statuses of problems that say none themselves, by what their code begins or ends with. */
const statuses: readonly (readonly [RegExp, number])[] = [
  [/^auth\/wrong-login/, 401],
  [/^auth\/too-many-tries$/, 429],
  [/^auth\/too-busy$/, 503],
  [/^auth\/not-a-member$/, 403],
  // NOTE: not 401 or 403, which mean that nobody is signed in, or that the role is not enough.
  [/^auth\/prove-again$/, 428],
  [/^auth\/(half-open-gone|reset-number-not-open|envelope-not-sealed)$/, 410],
  [/^auth\/outside-away$/, 503],
  [/^auth\/setup-link-not-open$/, 410],
  [/^answer\/code-/, 410],
  [/^database\//, 503],
  [/\/not-found$|\/no-such-/, 404],
  [/\/conflict$|-taken$/, 409],
  [/\/too-large$/, 413],
]

function statusOf(error: unknown, problem: UserProblem): number {
  if (error instanceof HttpProblem) return error.status
  return statuses.find(([pattern]) => pattern.test(problem.code))?.[1] ?? 400
}

/** Faults of the world around us that PostgreSQL or the system names by a code. */
function knownFault(error: unknown): HttpProblem | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof RelationEnded) return notThere()
  if (code === '53100' || code === 'ENOSPC') return fullDisk()
  if (code === '40001' || code === '40P01') return changedMeanwhile()
  return isAway(error, code) ? databaseAway() : undefined
}

/** NOTE: for a lost connection the driver has an error without a code, only with one of these sentences. */
function isAway(error: unknown, code: string): boolean {
  if (/^(08|57P0|53300)/.test(code) || ['ECONNREFUSED', 'ECONNRESET'].includes(code)) return true
  if (code === 'ENOENT') return error instanceof Error && 'syscall' in error && error.syscall === 'connect'
  return (
    error instanceof Error &&
    /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(error.message)
  )
}

export interface ErrorAnswer {
  readonly status: number
  readonly body: { readonly error: UserProblem & { readonly reference?: string } }
  readonly headers: Readonly<Record<string, string>>
}

function plain(problem: UserProblem): UserProblem {
  const { code, message, action, file, sheet, row, column } = problem
  const place = Object.entries({ file, sheet, row, column }).filter(([, value]) => value !== undefined)
  return { code, message, action, ...Object.fromEntries(place) }
}

function waitHeader(error: unknown): Record<string, string> {
  const seconds = error instanceof Error && 'waitSeconds' in error ? error.waitSeconds : undefined
  return typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {}
}

/**
 * The one place where an error becomes an answer. A foreseen one is told in its own words; any other is logged with its
 * cause and told as a reference number alone: no stack, no query, no value.
 */
export function answerError(error: unknown, given: { reference: string; log: Log }): ErrorAnswer {
  const foreseen = problemOf(error)
  if (foreseen) {
    const status = statusOf(error, foreseen)
    given.log.info({ reference: given.reference, code: foreseen.code, status }, 'request refused')
    return { status, body: { error: plain(foreseen) }, headers: waitHeader(error) }
  }
  const known = knownFault(error)
  const answer = known ?? ourFault(given.reference)
  given.log.error({ reference: given.reference, err: error, status: answer.status }, 'request failed')
  return { status: answer.status, body: { error: { ...plain(answer.problem), reference: given.reference } }, headers: {} }
}
