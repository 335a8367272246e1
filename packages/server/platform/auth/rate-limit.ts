import type pg from 'pg'
import { withoutScope } from '../db/scope.ts'
import { TooManyTries } from './messages.ts'
import { countTry, takeBackTry } from './store.ts'
import { subjectOf } from './token.ts'

const freeTriesPerLogin = 5
/** A hospital's people may all come from one address. */
const freeTriesPerAddress = 30
const rememberedAtMost = 10_000

export interface Tries {
  /** Throws TooManyTries when the login or the address has to wait; counts the try otherwise. */
  count(given: { login: string; address: string | undefined; at: Date }): Promise<void>
  forgive(given: { login: string; address: string | undefined }): Promise<void>
}

/** Counts in the database, so that a restart or a second process forgets nothing; remembers closed ones here, so that a flood costs no query. */
export function makeTries(pool: pg.Pool, pepper: Buffer): Tries {
  const closedUntil = new Map<string, number>()

  function refuse(subject: string, at: Date, seconds: number): never {
    if (closedUntil.size >= rememberedAtMost) closedUntil.clear()
    closedUntil.set(subject, at.getTime() + seconds * 1_000)
    throw new TooManyTries(seconds)
  }

  async function countOne(subject: string, at: Date, freeTries: number): Promise<void> {
    const remaining = ((closedUntil.get(subject) ?? 0) - at.getTime()) / 1_000
    if (remaining > 0) throw new TooManyTries(Math.ceil(remaining))
    const seconds = await withoutScope(pool, (client) => countTry(client, { subject, at, freeTries }))
    if (seconds > 0) refuse(subject, at, seconds)
  }

  return {
    async count({ login, address, at }) {
      if (address) await countOne(subjectOf(pepper, 'address', address), at, freeTriesPerAddress)
      await countOne(subjectOf(pepper, 'login', login), at, freeTriesPerLogin)
    },
    async forgive({ login, address }) {
      const subject = subjectOf(pepper, 'login', login)
      closedUntil.delete(subject)
      const from = address ? subjectOf(pepper, 'address', address) : undefined
      await withoutScope(pool, (client) => takeBackTry(client, { login: subject, address: from }))
    },
  }
}
