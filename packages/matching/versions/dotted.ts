import { familyOrder, numberIn } from './family.ts'
import { digits, padded } from './key.ts'
import type { VersionKey } from './order.ts'

/** Numbers before the suffix; of longer ones nobody can say where the suffix begins to count. */
const width = 8
const core = new RegExp(`^r?(${digits}(?:\\.${digits}){0,${width - 1}})(?=$|[^\\d.]|\\.[a-z])`)
const part = new RegExp(`(\\)? ?(?:[-_+(]|\\.(?! ))? ?)(?:(${digits})(?!\\d)|([a-z]+))`, 'y')

/** Words of versions that come before the release, the earliest lowest. */
const preReleases: ReadonlyMap<string, number> = new Map([
  ['dev', -7],
  ['alpha', -6],
  ['beta', -5],
  ['m', -4],
  ['milestone', -4],
  ['pre', -3],
  ['preview', -3],
  ['rc', -2],
  ['cr', -2],
])

/** Words of what is put upon a release, each with the one spelling that counts. */
const additions: ReadonlyMap<string, string> = new Map(
  ['patch p', 'hotfix hf h', 'update u', 'build', 'sp', 'sr', 'msr', 'su', 'es', 'et', 'cu', 'ap', 'rev r'].flatMap((words) => {
    const [first = '', ...others] = words.split(' ')
    return [first, ...others].map((word): [string, string] => [word, first])
  }),
)

const ofZyxel = /^(\d{1,4})\.(\d{1,4})\([a-z]{2,6}\.(\d{1,4})\)([bc])(\d{1,4})$/

/** Zyxel names the model and its patch in brackets: `V5.37(ABUV.1)C0` is 5.37 Patch 1, `b2` behind it a beta. */
function zyxelPlaces(found: RegExpExecArray): VersionKey {
  const numbers = (group: number) => numberIn(found, group)
  const patch = numbers(3) === 0 ? [] : ['patch', numbers(3)]
  return [...padded([numbers(1), numbers(2)], width), ...patch, ...(found[4] === 'b' ? [-5, numbers(5)] : [numbers(5)])]
}

/**
 * Numbers parted by dots, and behind them what most makers put there: a pre-release (`-rc1`), a revision (`-9346-6`), something put
 * upon it (`Patch 1`, `SP2`, `build 3334`), or letters close to the number (`1.0.2zg`). A word that is none of these is not guessed at.
 */
export const dotted = familyOrder('dotted', {
  read: (plain) => {
    const zyxel = ofZyxel.exec(plain)
    if (zyxel) return zyxelPlaces(zyxel)
    const first = core.exec(plain)
    if (!first) return undefined
    const numbers = (first[1] ?? '').split('.').map(Number)
    if (first[0].length === plain.length) return numbers
    const rest = suffix(plain, first[0].length)
    return rest && [...padded(numbers, width), ...rest]
  },
})

function suffix(plain: string, from: number): VersionKey | undefined {
  const places: (number | string)[] = []
  let wordBefore = false
  part.lastIndex = from
  while (part.lastIndex < plain.length) {
    const at = part.lastIndex
    const found = part.exec(plain)
    if (!found) return plain.slice(at) === ')' ? places : undefined
    const [, gap = '', number, word] = found
    const next =
      number === undefined ? wordPlaces(word ?? '', gap, /^\)?$/.test(plain.slice(part.lastIndex))) : numberPlaces(number, gap, wordBefore)
    if (!next) return undefined
    places.push(...next)
    wordBefore = word !== undefined
  }
  return places
}

/** NOTE: a number behind a blank alone belongs to a word before it (`Patch 1`); `10 20` is no version. */
function numberPlaces(number: string, gap: string, wordBefore: boolean): VersionKey | undefined {
  return wordBefore || gap.trim() !== '' ? [Number(number)] : undefined
}

function wordPlaces(word: string, gap: string, isLast: boolean): VersionKey | undefined {
  if (gap === '' && isLast && word.length <= 2) return [word]
  if (isLast && word === 'ga') return []
  const rank = preReleases.get(word)
  if (rank !== undefined) return [rank]
  const addition = additions.get(word)
  return addition === undefined || isLast ? undefined : [addition]
}
