import type { z } from 'zod'
import { UserError, type UserProblem } from '../errors/user-error.ts'
import { crossProblems } from './cross-checks.ts'
import { type Setting, type SettingName, settings } from './settings.ts'
import { unknownNames } from './unknown-names.ts'

type Values = { readonly [K in SettingName]: z.infer<(typeof settings)[K]['schema']> }

/** The whole configuration, read once at the start. */
export interface Config extends Values {
  readonly isLoopback: boolean
  /** Cookies and addresses are those of HTTPS, by our own certificate or a named proxy's. */
  readonly isSecure: boolean
}

/** Every problem of the configuration at once. */
export class ConfigError extends UserError {
  readonly problems: readonly UserProblem[]

  constructor(problems: readonly UserProblem[]) {
    super({
      code: 'config/invalid',
      message: {
        ja: `設定に、直すところが${problems.length}件あります。`,
        en: `The configuration has ${problems.length} problem(s), listed below.`,
      },
      action: { ja: '下の全部を直して、もう一度始めてください。', en: 'Mend all of those below and start again.' },
    })
    this.name = 'ConfigError'
    this.problems = problems
  }
}

function quoted(setting: Setting<unknown>, value: string): Record<'ja' | 'en', string> {
  return setting.isSecret ? { ja: '', en: '' } : { ja: `「${value.slice(0, 80)}」`, en: ` "${value.slice(0, 80)}"` }
}

function badValue(setting: Setting<unknown>, value: string): UserProblem {
  const shown = quoted(setting, value)
  return {
    code: 'config/bad-value',
    message: { ja: `${setting.name} の値${shown.ja}が読めません。`, en: `The value${shown.en} of ${setting.name} cannot be read.` },
    action: setting.fix,
    column: setting.name,
  }
}

/** An empty variable counts as one that is not set: files with settings often list them empty. */
function readRaw(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = env[name]?.trim()
  return value === '' ? undefined : value
}

function readValues(env: NodeJS.ProcessEnv): { values: Partial<Record<SettingName, unknown>>; problems: UserProblem[] } {
  const problems: UserProblem[] = []
  const entries = Object.entries(settings).map(([key, setting]) => {
    const raw = readRaw(env, setting.name)
    const parsed = setting.schema.safeParse(raw)
    if (!parsed.success) problems.push(badValue(setting, raw ?? ''))
    return [key, parsed.data] as const
  })
  return { values: Object.fromEntries(entries), problems }
}

function isLoopbackHost(host: unknown): boolean {
  return host === 'localhost' || host === '::1' || (typeof host === 'string' && host.startsWith('127.'))
}

/** Reads the environment; throws a ConfigError that holds every problem with its fix. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const { values, problems } = readValues(env)
  const known = values as Values // each value went through its own schema; a failed one is in `problems` and never used
  const isLoopback = isLoopbackHost(known.host)
  const all = [...problems, ...unknownNames(env), ...crossProblems({ ...known, isLoopback })]
  if (all.length > 0) throw new ConfigError(all)
  const isSecure = known.tlsCert !== undefined || (known.trustedProxy !== undefined && known.publicUrl?.protocol === 'https:')
  return { ...known, isLoopback, isSecure }
}
