import pg from 'pg'

/** A connection spelt out; `host` is a folder for a Unix socket. */
export interface DirectConnection {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
}

export type ConnectionSettings = DirectConnection | { readonly connectionString: string }

export interface PoolOptions {
  /** Told of a connection that broke while idle; without it the process would end when PostgreSQL restarts. */
  readonly onError: (error: Error) => void
  readonly max?: number
  readonly name?: string
  /** Values as the driver reads them, for a library that expects that; ours otherwise. */
  readonly isPlain?: boolean
  /** How long work waits for a connection, in milliseconds; 15 seconds where somebody waits for the answer. */
  readonly waitMs?: number
}

const int8 = 20
const date = 1082
const timestamptz = 1184

function readInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('a bigint of the database does not fit into a number')
  return value
}

/** `2026-04-01 09:00:00.123456+00` → `2026-04-01T09:00:00.123Z`: instants are texts, as in messages. */
function readInstant(text: string): string {
  if (text === 'infinity' || text === '-infinity') return text
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

const readers = new Map<number, (text: string) => unknown>([
  [int8, readInteger],
  [date, (text) => text], // a calendar date has no zone; the driver's own reading would shift it
  [timestamptz, readInstant],
])

/** NOTE: only the text format is used; the driver asks for binary only when told to. */
export const typeReaders: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    readers.get(id) ?? pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser, // the driver's overloads cannot be written as one function
}

/** A pool with our reading of types: bigint as number, date and instant as text. */
export function openPool(settings: ConnectionSettings, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...settings,
    max: options.max ?? 16,
    application_name: options.name ?? 'mimamori',
    connectionTimeoutMillis: options.waitMs ?? 15_000,
    idleTimeoutMillis: 60_000,
    ...(options.isPlain ? {} : { types: typeReaders }),
    options: '-c timezone=UTC -c datestyle=ISO',
  })
  pool.on('error', options.onError)
  return pool
}
