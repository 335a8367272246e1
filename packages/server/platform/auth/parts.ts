import type pg from 'pg'
import type { Clock } from '../clock/clock.ts'
import type { Tries } from './rate-limit.ts'

export interface AuthSettings {
  readonly pool: pg.Pool
  readonly clock: Clock
  /** Derived from the secret file. */
  readonly pepper: Buffer
  readonly idleMinutes: number
  readonly sessionHours: number
  readonly minimumPasswordLength?: number | undefined
}

export interface AuthParts extends AuthSettings {
  readonly tries: Tries
}
