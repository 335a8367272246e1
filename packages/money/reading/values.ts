import { groupedYen, mostYen, type Text } from '@mimamori/domain'
import type { Findings } from './problem.ts'

/** A value of a model file and where it stands. */
export interface Placed {
  readonly value: unknown
  readonly place: string
}

export type Fields = Readonly<Record<string, unknown>>

export function fieldOf({ value, place }: { readonly value: Fields; readonly place: string }, name: string): Placed {
  return { value: Object.hasOwn(value, name) ? value[name] : undefined, place: place === '' ? name : `${place}.${name}` }
}

/** An object; fields that the format does not know are told and passed over. */
export function readFields(
  { value, place }: Placed,
  known: readonly string[],
  findings: Findings,
): { readonly value: Fields; readonly place: string } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    wrongKind(findings, { value, place }, { ja: `{${known.join(', ')}} の形`, en: `an object {${known.join(', ')}}` })
    return undefined
  }
  for (const name of Object.keys(value)) {
    if (known.length === 0 || known.includes(name)) continue
    findings.warnings.push({
      code: 'money/unknown-field',
      place: place === '' ? name : `${place}.${name}`,
      message: {
        ja: `項目「${name}」は使いません。使う項目は ${known.join('、')} です。`,
        en: `The field "${name}" is not used. The fields are ${known.join(', ')}.`,
      },
    })
  }
  return { value: value as Fields, place } // told apart from null and lists above
}

/** The scenarios, of which there must be some: where nothing is known, the three facts that tell most are named. */
export function readScenarios(
  fields: { readonly value: Fields; readonly place: string },
  most: number,
  findings: Findings,
): readonly Placed[] | undefined {
  const placed = fieldOf(fields, 'scenarios')
  const list = placed.value === undefined ? [] : readList(placed, most, findings)
  if (list?.length === 0) {
    findings.problems.push({
      code: 'money/no-scenarios',
      place: 'scenarios',
      message: { ja: 'シナリオが1つもないため、損害を計算できません。', en: 'Without a scenario there is no loss to reckon.' },
      action: {
        ja: 'まず3つを確かめてください。1つ目は、外とつながる入口の数です。2つ目は、止まってから戻るまでの日数です。3つ目は、1日の医業収益です。',
        en: 'Three facts help most: how many entrances there are from outside, how many days it takes to be back, and the revenue of a day.',
      },
    })
  }
  return list
}

/** A list of at most so many. */
export function readList({ value, place }: Placed, most: number, findings: Findings): readonly Placed[] | undefined {
  if (!Array.isArray(value)) {
    wrongKind(findings, { value, place }, { ja: '[ ] で囲んだ一覧', en: 'a list in [ ]' })
    return undefined
  }
  if (value.length > most) {
    findings.problems.push({
      code: 'money/too-many',
      place,
      message: {
        ja: `${value.length}件あります。読めるのは${most}件までです。`,
        en: `There are ${value.length}; at most ${most} are read.`,
      },
      action: { ja: '似たものをまとめて、件数を減らしてください。', en: 'Join those that are alike, so that there are fewer.' },
    })
    return undefined
  }
  return value.map((each: unknown, at) => ({ value: each, place: `${place}[${at}]` }))
}

/** NOTE: what is read here is printed to a terminal, which obeys control characters. */
export function readText({ value, place }: Placed, findings: Findings): string | undefined {
  if (typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value)) return value
  wrongKind(
    findings,
    { value, place },
    { ja: '空でない、制御文字のない文字列', en: 'a text that is not empty and has no control characters' },
  )
  return undefined
}

/** A number from 0 to `mostYen`, above which sums are no longer exact. JSON has no NaN, but 1e999 is read as infinity. */
export function readAmount({ value, place }: Placed, findings: Findings): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    findings.problems.push({
      code: 'money/not-a-number',
      place,
      message: { ja: `${shown(value)}は数として読めません。`, en: `${shown(value)} is not a number.` },
      action: { ja: '0以上の数を、単位や引用符なしで書いてください。', en: 'Write a number of 0 or more, without unit and quotes.' },
    })
    return undefined
  }
  if (value > mostYen) {
    findings.problems.push({
      code: 'money/too-large',
      place,
      message: { ja: `${value}は大きすぎます。`, en: `${value} is too large.` },
      action: { ja: `${groupedYen(mostYen)}までの数を書いてください。`, en: `Write a number up to ${groupedYen(mostYen)}.` },
    })
    return undefined
  }
  if (value >= 0) return value
  findings.problems.push({
    code: 'money/negative',
    place,
    message: { ja: `${value}は0より小さい値です。`, en: `${value} is below 0.` },
    action: {
      ja: '0以上の数を書いてください。戻ってくるお金は、ここには入れません。',
      en: 'Write 0 or more. Money that comes back has no place here.',
    },
  })
  return undefined
}

/** A number from 0 to 1. */
export function readShare(placed: Placed, findings: Findings): number | undefined {
  const share = readAmount(placed, findings)
  if (share === undefined || share <= 1) return share
  findings.problems.push({
    code: 'money/not-a-share',
    place: placed.place,
    message: { ja: `${share}は割合として大きすぎます。`, en: `${share} is too large for a share.` },
    action: { ja: '0から1までの数で書いてください(30%は0.3)。', en: 'Write it from 0 to 1 (30 % is 0.3).' },
  })
  return undefined
}

/** Numbers that must not fall: low and high, or min, mode and max. Of the length asked for. */
export function readRising(placed: Placed, { names, read }: Rising, findings: Findings): readonly number[] | undefined {
  const { value, place } = placed
  if (!Array.isArray(value) || value.length !== names.length) {
    wrongKind(findings, placed, { ja: `[${names.join(', ')}] の形`, en: `a list [${names.join(', ')}]` })
    return undefined
  }
  const numbers = value.map((each: unknown, at) => read({ value: each, place: `${place}[${at}]` }, findings))
  const found = numbers.flatMap((one) => one ?? [])
  if (found.length < numbers.length) return undefined
  if (found.every((one, at) => at === 0 || one >= (found[at - 1] ?? 0))) return found
  impossibleRange(findings, place, {
    ja: `${found.join(' → ')} の順になっています。${names.join(' ≦ ')} の順に書いてください。`,
    en: `It reads ${found.join(' → ')}; the order is ${names.join(' ≤ ')}.`,
  })
  return undefined
}

interface Rising {
  readonly names: readonly string[]
  readonly read: (placed: Placed, findings: Findings) => number | undefined
}

export function impossibleRange({ problems }: Findings, place: string, message: Text): void {
  const action = { ja: '小さい値から大きい値の順に直してください。', en: 'Put the smaller value first.' }
  problems.push({ code: 'money/impossible-range', place, message, action })
}

export function wrongKind({ problems }: Findings, { value, place }: Placed, expected: Text): void {
  problems.push({
    code: 'money/wrong-kind',
    place,
    message:
      value === undefined
        ? { ja: `ここには${expected.ja}が要ります。書かれていません。`, en: `Here ${expected.en} is needed, and there is nothing.` }
        : {
            ja: `ここには${expected.ja}が要ります。${shown(value)}になっています。`,
            en: `Here ${expected.en} is needed; it is ${shown(value)}.`,
          },
    action: { ja: 'docs/money.md の例に合わせて直してください。', en: 'Write it as the examples in docs/money.md do.' },
  })
}

/** Ids that are named twice, at their second place. */
export function tellRepeated(ids: readonly { readonly id: string; readonly place: string }[], { problems }: Findings): void {
  const seen = new Set<string>()
  for (const { id, place } of ids) {
    if (seen.has(id)) {
      problems.push({
        code: 'money/repeated-id',
        place,
        message: { ja: `id「${id}」が2回あります。`, en: `The id "${id}" comes twice.` },
        action: { ja: 'どちらかのidを変えてください。', en: 'Change one of the two ids.' },
      })
    }
    seen.add(id)
  }
}

const longestShown = 60

function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (jsonOf(value) ?? 'undefined')
  return `「${text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}」`
}

/** NOTE: what is nested a hundred thousand levels deep can be read as JSON, but not written. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}'
  }
}
