import type pg from 'pg'
import type { Clock } from '../clock/clock.ts'
import type { OutsideSettings } from './outside/settings.ts'
import type { Tries } from './rate-limit.ts'

export interface AuthSettings {
  readonly pool: pg.Pool
  readonly clock: Clock
  /** Derived from the secret file. */
  readonly pepper: Buffer
  readonly idleMinutes: number
  readonly sessionHours: number
  readonly minimumPasswordLength?: number | undefined
  /** The hospital's own sign-in service, where it has one. */
  readonly outside?: OutsideSettings | undefined
}

export interface AuthParts extends AuthSettings {
  readonly tries: Tries
  /** Seals what must be read again, such as the secret of an authenticator. */
  readonly sealKey: Buffer
}

/** The browser at the other end. */
export interface Caller {
  readonly from?: string | undefined
  /** The token by which a browser is known that has signed in before. */
  readonly device?: string | undefined
  /** What the browser says it is. */
  readonly agent?: string | undefined
  readonly sharedPc?: boolean | undefined
}
