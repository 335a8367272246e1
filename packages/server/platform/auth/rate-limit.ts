import type pg from 'pg'
import { withoutScope } from '../db/scope.ts'
import { TooManyTries } from './messages.ts'
import { countTry, takeBackTry } from './store.ts'
import { subjectOf } from './token.ts'

/** One try to get in. `device`: the token of a browser in which this login has signed in before; undefined for any other. */
export interface Guess {
  readonly login: string
  readonly address: string | undefined
  readonly device: string | undefined
}

export interface Tries {
  /** Throws TooManyTries when one of the counts has to wait; counts the try otherwise. */
  count(guess: Guess, at: Date): Promise<void>
  /** After a right answer. */
  forgive(guess: Guess): Promise<void>
}

type Kind = 'device' | 'pair' | 'address' | 'login'

/** NOTE: why these counts and numbers, and what each cannot be used for: docs/decisions, "Guessing slows down". */
const limits: Readonly<Record<Kind, { readonly freeTries: number; readonly longestSeconds: number }>> = {
  device: { freeTries: 5, longestSeconds: 900 },
  pair: { freeTries: 5, longestSeconds: 900 },
  address: { freeTries: 30, longestSeconds: 900 },
  login: { freeTries: 20, longestSeconds: 120 },
}
const rememberedAtMost = 10_000

interface Subject {
  readonly kind: Kind
  readonly name: string
}

/** A known device is counted by itself; everybody else by login and address together, by address, and by login. */
function subjectsOf(pepper: Buffer, { login, address, device }: Guess): readonly Subject[] {
  const subject = (kind: Kind, value: string): Subject => ({ kind, name: subjectOf(pepper, kind, value) })
  if (device !== undefined) return [subject('device', `${device}\n${login}`)]
  return [
    subject('pair', `${address ?? ''}\n${login}`),
    ...(address === undefined ? [] : [subject('address', address)]),
    subject('login', login),
  ]
}

/** Counts in the database, so that a restart or a second process forgets nothing; remembers closed ones here, so that a flood costs no query. */
export function makeTries(pool: pg.Pool, pepper: Buffer): Tries {
  const closedUntil = new Map<string, number>()

  function close(name: string, at: Date, seconds: number): void {
    if (closedUntil.size >= rememberedAtMost) closedUntil.clear()
    closedUntil.set(name, at.getTime() + seconds * 1_000)
  }

  async function waitFor({ kind, name }: Subject, at: Date): Promise<number> {
    const remaining = ((closedUntil.get(name) ?? 0) - at.getTime()) / 1_000
    // Closed for longer than anything is closed: the clock was set back meanwhile.
    if (remaining > 0 && remaining <= limits[kind].longestSeconds) return Math.ceil(remaining)
    const seconds = await withoutScope(pool, (client) => countTry(client, { subject: name, at, ...limits[kind] }))
    if (seconds > 0) close(name, at, seconds)
    return seconds
  }

  async function takeBack(subjects: readonly Subject[], how: 'one' | 'all'): Promise<void> {
    if (subjects.length === 0) return
    await withoutScope(pool, (client) =>
      takeBackTry(
        client,
        subjects.map((subject) => subject.name),
        how,
      ),
    )
  }

  return {
    async count(guess, at) {
      const subjects = subjectsOf(pepper, guess)
      for (const [index, subject] of subjects.entries()) {
        const seconds = await waitFor(subject, at)
        if (seconds === 0) continue
        // A try that was not let through is not held against the others that it passed.
        await takeBack(subjects.slice(0, index), 'one')
        throw new TooManyTries(seconds)
      }
    },
    /** The own count is wiped; the shared ones lose this try alone, or one good account would free all guesses. */
    async forgive(guess) {
      const subjects = subjectsOf(pepper, guess)
      const isOwn = ({ kind }: Subject) => kind === 'device' || kind === 'pair'
      for (const { name } of subjects) closedUntil.delete(name)
      await takeBack(subjects.filter(isOwn), 'all')
      await takeBack(
        subjects.filter((subject) => !isOwn(subject)),
        'one',
      )
    },
  }
}
