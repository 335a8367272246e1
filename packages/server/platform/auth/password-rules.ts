import { readFileSync } from 'node:fs'
import type { PasswordProblem } from './messages.ts'

/** Words that are guessed first; the file says where they come from. */
const words: ReadonlySet<string> = new Set(
  readFileSync(new URL('obvious-words.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' '))
    .filter((word) => word !== ''),
)
const longestWord = Math.max(...[...words].map((word) => word.length))

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

/** Easy pieces and nothing else, up to three joined without a gap, as in `sakurahospital`. */
function isJoinedOfEasy(part: string, pieces = 3): boolean {
  if (isEasy(part)) return true
  if (pieces === 1) return false
  for (let length = Math.min(longestWord, part.length - 1); length >= 2; length -= 1) {
    const head = part.slice(0, length)
    if ((words.has(head) || isRun(head)) && isJoinedOfEasy(part.slice(length), pieces - 1)) return true
  }
  return false
}

/** Nothing but easy pieces between digits and signs, as in `Hospital2026!` or `qwer-1234`. */
function isMadeOfEasyParts(text: string): boolean {
  if ([...text].length >= 24) return false
  return [text, unmask(text)].some((form) => {
    const parts = form.match(/\p{L}+/gu) ?? []
    return parts.every((part) => (parts.length <= 3 ? isJoinedOfEasy(part) : isEasy(part)))
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
