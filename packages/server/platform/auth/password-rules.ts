import type { PasswordProblem } from './messages.ts'

/** Words that stand at the head of every list of leaked passwords, and those of this product and its places. */
const words = new Set([
  ...[
    'password',
    'passwd',
    'passwort',
    'pass',
    'pasuwado',
    'pasuwaado',
    'admin',
    'administrator',
    'root',
    'user',
    'guest',
    'login',
    'welcome',
  ],
  ...[
    'letmein',
    'changeme',
    'secret',
    'himitsu',
    'test',
    'tesuto',
    'iloveyou',
    'monkey',
    'dragon',
    'master',
    'sunshine',
    'princess',
    'sakura',
  ],
  ...[
    'mimamori',
    'みまもり',
    'ミマモリ',
    '見守り',
    '見守',
    'security',
    'kanri',
    'kanrisha',
    'system',
    'server',
    'windows',
    'default',
    'office',
  ],
  ...[
    'hospital',
    'byouin',
    'byoin',
    'byoinn',
    'clinic',
    'kurinikku',
    'medical',
    'doctor',
    'nurse',
    'karte',
    'karute',
    'iryou',
    'iryo',
    'kangoshi',
  ],
  ...[
    '病院',
    '医院',
    'クリニック',
    '医療',
    '管理',
    '管理者',
    'パスワード',
    '令和',
    '平成',
    '昭和',
    'reiwa',
    'heisei',
    'showa',
    'japan',
    'nippon',
  ],
])

const rows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  'qazwsxedcrfvtgbyhnujm',
]
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))].map((row) => row + row)

function isRun(part: string): boolean {
  return part.length >= 3 && runs.some((run) => run.includes(part))
}

/** `p@ssw0rd` is read as `password`: everybody knows these replacements, guessing programs first. */
function unmask(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    '@': 'a',
    '4': 'a',
    '0': 'o',
    '3': 'e',
    '1': 'i',
    '!': 'i',
    $: 's',
    '5': 's',
    '7': 't',
  }
  return text.replace(/[@4031!$57]/g, (char) => letters[char] ?? char)
}

/** A short piece over and over, or hardly any different characters. */
function isRepeated(text: string): boolean {
  return new Set(text).size <= 3 || /^(.{1,6})\1+.{0,2}$/su.test(text)
}

function isDateOrNumber(text: string): boolean {
  const digits = text.replace(/[-/._ 年月日]/g, '')
  return /^\d+$/.test(digits) && digits.length < 13
}

function isEasy(part: string): boolean {
  return part.length <= 2 || words.has(part) || isRun(part) || new Set(part).size === 1
}

/** Nothing but easy pieces between digits and signs, as in `Hospital2026!` or `qwer-1234`. */
function isMadeOfEasyParts(text: string): boolean {
  return [text, unmask(text)].some((form) => {
    const parts = form.match(/\p{L}+/gu) ?? []
    return parts.every((part) => isEasy(part) || isRun(part)) && [...text].length < 24
  })
}

function resembles(text: string, own: string): boolean {
  const name = own.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  if ([...name].length < 3) return false
  const backwards = [...name].reverse().join('')
  return [name, backwards].some((form) => text.includes(form) && [...text].length - [...form].length < 6)
}

export interface PasswordContext {
  readonly login: string
  readonly name?: string | undefined
  readonly minimumLength?: number | undefined
}

export const defaultMinimumLength = 8

/** The form in which passwords are compared: full-width letters of a Japanese keyboard count as their plain ones. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC')
}

/** Why a password is refused, or undefined. Only what anybody would guess; no rules about signs and capitals. */
export function findPasswordProblem(password: string, context: PasswordContext): PasswordProblem | undefined {
  const normal = normalisePassword(password)
  const length = [...normal].length
  if (length < (context.minimumLength ?? defaultMinimumLength)) return 'too-short'
  if (length > 200) return 'too-long'
  const text = normal.toLowerCase()
  if (isRepeated(text)) return 'repeated'
  if (resembles(text, context.login) || resembles(text, context.name ?? '')) return 'like-login'
  return isDateOrNumber(text) || isRun(text) || isMadeOfEasyParts(text) ? 'obvious' : undefined
}
