/** One text in both languages of the product. */
export interface Text {
  readonly ja: string
  readonly en: string
}

/** What a person is told when something expected went wrong: what happened, and what to do now. */
export interface UserProblem {
  readonly code: string
  readonly message: Text
  readonly action: Text
  readonly file?: string
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
}

/** Carries a problem up to the boundary. `message` of Error is the English sentence, for logs and stacks only. */
export class UserError extends Error {
  readonly code: string
  readonly problem: UserProblem

  constructor(problem: UserProblem, options?: { cause?: unknown }) {
    super(`${problem.code}: ${problem.message.en}`, options)
    this.name = 'UserError'
    this.code = problem.code
    this.problem = problem
  }
}

/** The sentences of a problem without its code. */
export type ProblemWords = Pick<UserProblem, 'message' | 'action'>

/** Makes the errors of a table of sentences, each by its code. */
export function problemBy<Code extends string>(words: Readonly<Record<Code, ProblemWords>>): (code: Code) => UserError {
  return (code) => new UserError({ code, ...words[code] })
}

function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false
  return 'ja' in value && typeof value.ja === 'string' && 'en' in value && typeof value.en === 'string'
}

function isProblem(value: unknown): value is UserProblem {
  if (typeof value !== 'object' || value === null || !('code' in value) || typeof value.code !== 'string') return false
  return 'message' in value && isText(value.message) && 'action' in value && isText(value.action)
}

/**
 * The problem that an error carries, or undefined for an error that nobody foresaw. Read by shape, not by class, since
 * `formats` has a class of its own with the same fields.
 */
export function problemOf(error: unknown): UserProblem | undefined {
  if (isProblem(error)) return error
  if (typeof error === 'object' && error !== null && 'problem' in error && isProblem(error.problem)) return error.problem
  return undefined
}

/** Both languages with what to do, for a terminal. */
export function printProblem(problem: UserProblem): string {
  const { message, action } = problem
  return `${message.ja}\n  → ${action.ja}\n${message.en}\n  → ${action.en}`
}
