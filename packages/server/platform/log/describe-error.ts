/** What of an error goes into the log. */
export interface ErrorDescription {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly frames: readonly string[]
  /** Of an error of PostgreSQL: where, never which values. */
  readonly database?: Readonly<Record<string, string>>
  readonly cause?: ErrorDescription
}

/** Passwords in addresses, what is called a password or a secret, and our own tokens (256 bits in base64url). */
export function withoutSecrets(text: string): string {
  return text
    .replace(/(\w+:\/\/[^\s:/@]*:)[^\s@]*@/g, '$1[removed]@')
    .replace(/\b(pass(?:word|wd|phrase)?|pwd|secret|token)(["']?\s*[=:]\s*)\S+/gi, '$1$2[removed]')
    .replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, '[removed]')
}

const databaseFields = ['severity', 'schema', 'table', 'column', 'constraint', 'dataType', 'routine'] as const

function readText(value: object, key: string): string | undefined {
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** NOTE: messages of PostgreSQL quote the values that it refused, which may be a person's words; only places are kept. */
function describeDatabase(error: Error): { message: string; database: Record<string, string> } | undefined {
  const code = readText(error, 'code')
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code) || readText(error, 'severity') === undefined) return undefined
  const fields = databaseFields.flatMap((name) => {
    const value = readText(error, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { message: `PostgreSQL error ${code}`, database: Object.fromEntries(fields) }
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n')
  return lines
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 20)
}

const deepestCause = 5

export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutSecrets(String(error)).slice(0, 500), frames: [] }
  const database = describeDatabase(error)
  const code = readText(error, 'code')
  const cause = error.cause !== undefined && depth < deepestCause ? { cause: describeError(error.cause, depth + 1) } : {}
  return {
    type: error.name,
    message: database?.message ?? withoutSecrets(error.message).slice(0, 2_000),
    ...(code === undefined ? {} : { code }),
    frames: framesOf(error),
    ...(database ? { database: database.database } : {}),
    ...cause,
  }
}
