import type { UserProblem } from '../errors/user-error.ts'
import { settings } from './settings.ts'

const prefix = 'MIMAMORI_'

/** Number of letters to change, add or drop; enough to find what a slip of the finger meant. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function nearest(name: string, names: readonly string[]): string | undefined {
  const ranked = names.map((known) => ({ known, steps: distance(name, known) })).sort((a, b) => a.steps - b.steps)
  const best = ranked[0]
  return best && best.steps <= 4 ? best.known : undefined
}

/** A misspelt setting would be ignored in silence, and its default used. */
export function unknownNames(env: NodeJS.ProcessEnv): UserProblem[] {
  const names = Object.values(settings).map((setting) => setting.name)
  const unknown = Object.keys(env).filter((name) => name.startsWith(prefix) && !names.includes(name))
  return unknown.map((name) => {
    const meant = nearest(name, names)
    return {
      code: 'config/unknown-name',
      message: { ja: `${name} という設定はありません。`, en: `There is no setting called ${name}.` },
      action: meant
        ? { ja: `${meant} の書き間違いではありませんか。`, en: `Did you mean ${meant}?` }
        : { ja: 'この設定を消してください。', en: 'Remove it.' },
      column: name,
    }
  })
}
