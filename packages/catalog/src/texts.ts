import type { Lang, Text } from '@mimamori/domain'

/** A text of an entry and where in it it stands: `says.asked`, `steps.2.text`. */
export interface PlacedText {
  readonly path: string
  readonly text: Partial<Text>
}

/** Every text of an entry, found by its shape: an object with `ja` or `en`. */
export function textsOf(value: unknown, path = ''): readonly PlacedText[] {
  if (typeof value !== 'object' || value === null) return []
  if ('ja' in value || 'en' in value) return [{ path, text: value as Partial<Text> }] // an object of this shape is a text; schemas check its parts
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, path === '' ? key : `${path}.${key}`))
}

const longest = 60
const kanaOrKanji = /[\u3040-\u30ff\u3400-\u9fff]/
const examWords = /合格|不合格|違反|未達|不適合/
const quoted = /[「『(（〔[“"'][^」』)）〕\]”"']*[」』)）〕\]”"']/g

/** What is wrong with one text: missing or untranslated, other placeholders, not in the tone of the product. */
export function textProblems({ ja = '', en = '' }: Partial<Text>): readonly string[] {
  if (ja.trim() === '' || en.trim() === '') return [`has no text in ${ja.trim() === '' ? 'ja' : 'en'}`]
  const problems = [...untranslated({ ja, en }), ...toneProblems(ja)]
  if (placeholders(ja) !== placeholders(en))
    problems.push(`has other placeholders in ja (${placeholders(ja)}) than in en (${placeholders(en)})`)
  if (/[!!]/.test(ja + en)) problems.push('has an exclamation mark')
  return problems
}

function untranslated({ ja, en }: Readonly<Record<Lang, string>>): string[] {
  if (ja === en) return kanaOrKanji.test(ja) ? ['is the same in ja and en'] : []
  const problems: string[] = []
  if (kanaOrKanji.test(en.replace(quoted, ''))) problems.push('has Japanese in its en text, outside quotes')
  if (!kanaOrKanji.test(ja)) problems.push('has no Japanese in its ja text')
  return problems
}

/** Plain Japanese: length, too much politeness, words of an exam. Marks such as 〔要確認〕 do not count. */
function toneProblems(ja: string): readonly string[] {
  const long = sentences(ja).filter((sentence) => [...sentence].length > longest)
  const problems = long.map((sentence) => `has a sentence of ${[...sentence].length} characters (at most ${longest}): ${sentence}`)
  if (/させていただ/.test(ja)) problems.push('says させていただく')
  const [word] = examWords.exec(ja) ?? []
  if (word) problems.push(`says ${word}, a word of exams`)
  return problems
}

function sentences(ja: string): readonly string[] {
  return ja
    .replace(/〔[^〕]*〕/g, '')
    .split(/[。\n::]/)
    .map((sentence) => sentence.trim())
}

function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort().join(', ')
}
