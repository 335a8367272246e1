import { hash, verify } from '@node-rs/argon2'
import { tooBusy } from './messages.ts'
import { normalisePassword } from './password-rules.ts'

/** Argon2id with OWASP's first choice: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const atOnce = 2
const waitingAtMost = 40

let running = 0
const waiting: (() => void)[] = []

/** Each hashing takes 19 MiB and a core; a flood of sign-ins waits here, or is sent away, instead of filling the memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) running += 1
  else if (waiting.length >= waitingAtMost) throw tooBusy()
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    // The one who waits takes over this place; only if nobody waits it becomes free.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalisePassword(password), cost))
}

let nobody: Promise<string> | undefined

/** Takes as long for a login that does not exist: the time must not tell which logins do. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const against = stored ?? (await nobody)
  const isRight = await inTurn(() => verify(against, normalisePassword(password)).catch(() => false))
  return stored !== undefined && isRight
}
