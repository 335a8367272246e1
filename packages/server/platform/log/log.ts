import { type DestinationStream, type Logger, pino } from 'pino'
import { describeError } from './describe-error.ts'

export type Log = Logger

const secretKeys = [
  ...['password', 'newPassword', 'oldPassword', 'passwordHash', 'password_hash', 'token', 'tokenHash', 'secret', 'pepper'],
  ...['authorization', 'cookie', 'set-cookie', 'privateKey', 'connectionString', 'setupLink', 'body', 'detail'],
]

/** A key at any of the first four depths; pino compiles the list once. */
function pathsOf(keys: readonly string[]): string[] {
  const named = keys.map((key) => (/^\w+$/.test(key) ? key : `["${key}"]`))
  const below = (stars: string) => named.map((key) => (key.startsWith('[') ? `${stars}${key}` : `${stars}.${key}`))
  return [...named, ...below('*'), ...below('*.*'), ...below('*.*.*')]
}

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Where lines go; standard output when not given. */
  readonly destination?: DestinationStream
}

/**
 * One JSON line per event. Callers log codes, counts and ids, never the text that a person typed: it may name a patient.
 * Secrets are removed by key as a second wall.
 */
export function makeLog(options: LogOptions): Log {
  const settings = {
    level: options.level,
    base: { program: 'mimamori' },
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: pathsOf(secretKeys), censor: '[removed]' },
  }
  return options.destination ? pino(settings, options.destination) : pino(settings)
}

export function silentLog(): Log {
  return makeLog({ level: 'silent' })
}
