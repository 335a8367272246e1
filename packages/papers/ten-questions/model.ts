import type { Choice, QuestionPart, TenQuestion } from '@mimamori/catalog'
import { fillIn } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, emptyRows, heading, type Paper, paragraph, type Rich, say, small, table } from '../paper/index.ts'

const systemRows = 6
const peopleRows = 3

/** はじめの10の質問 to be filled in by hand, in the order in which the screen asks. */
export function tenQuestionsPaper(input: PaperInput): Paper {
  const at = contextOf(input)
  const words = at.t.ten
  const questions = at.catalogue.tenQuestions.toSorted((a, b) => a.number - b.number)
  return {
    kind: 'ten-questions',
    lang: at.lang,
    copy: at.copy,
    title: words.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [
      heading(1, words.heading),
      paragraph(words.lead),
      small(words.patients),
      { kind: 'signatures', labels: [words.filledBy, words.filledOn], columns: 2 },
      small(words.back),
      ...questions.flatMap((question) => questionBlocks(at, question)),
    ],
  }
}

function questionBlocks(at: Context, question: TenQuestion): readonly Block[] {
  const names = { us: at.us, head: at.head }
  const text = (of: { readonly ja: string; readonly en: string }) => fillIn(of[at.lang], names)
  const parts = question.per === 'system' ? [systemTable(at, question)] : question.parts.flatMap((part) => partBlocks(at, question, part))
  return [
    heading(2, `${question.number} ${text(question.question)}`),
    small(say(at.t.ten.why, { why: text(question.whyAsked) }), { withNext: true }),
    ...(question.help ? [small(text(question.help), { withNext: true })] : []),
    ...parts,
  ]
}

function partBlocks(at: Context, question: TenQuestion, part: QuestionPart): readonly Block[] {
  const words = at.t.ten
  const ask =
    part.ask[at.lang] === question.question[at.lang]
      ? []
      : [paragraph(fillIn(part.ask[at.lang], { us: at.us, head: at.head }), { withNext: true })]
  const help = part.help ? [small(part.help[at.lang])] : []
  if (part.answer === 'people') return [...ask, peopleTable(at), ...help]
  if (part.choices) return [...ask, paragraph(choicesLine(at, part.choices)), ...help]
  const label: Rich = part.answer === 'number' ? words.number : part.answer === 'date' ? words.date : ''
  return [...ask, { kind: 'writing', label, heightMm: 9 }, ...help]
}

/** □ 病院  □ 診療所 …  □ わからない, each on one line. */
function choicesLine(at: Context, choices: readonly Choice[]): Rich {
  const boxes = choices.map((choice) => `□ ${choice.text[at.lang]}`)
  const all = choices.some((choice) => choice.code === 'unknown') ? boxes : [...boxes, at.t.ten.unknown]
  return all.flatMap((box, n) => (n === 0 ? [{ keep: box }] : ['  ', { keep: box }]))
}

/** Questions that are asked once per system: one row each, with room for those that nobody thought of. */
function systemTable(at: Context, question: TenQuestion): Block {
  const columns = [
    { title: at.t.ten.system, width: 30, names: true },
    ...question.parts.map((part) => ({ title: columnTitle(at, part), width: 'rest' as const })),
  ] as const
  return table(question.question[at.lang], columns, emptyRows(systemRows, columns.length), 9)
}

function columnTitle(at: Context, part: QuestionPart): string {
  const choices = part.choices?.map((choice) => choice.text[at.lang]).join(at.t.and)
  return choices === undefined ? part.ask[at.lang] : `${part.ask[at.lang]}\n(${choices})`
}

function peopleTable(at: Context): Block {
  const { people } = at.t.ten
  const columns = [
    { title: people.name, width: 'rest', names: true },
    { title: people.kana, width: 50 },
    { title: people.post, width: 50 },
  ] as const
  return table(people.name, columns, emptyRows(peopleRows, columns.length), 9)
}
