import { byId, type OpenQuestion } from '@mimamori/domain'
import type { Form } from '../checklist/form.ts'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, heading, list, type Paper, paragraph, row, sayPlain, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { type QuestionGroup, questionGroups } from './group.ts'
import { questionWords } from './words.ts'

/** 聞くこと・確かめること on paper: by vendor and for the house, with room for the answers. */
export function openQuestionsPaper(input: PaperInput): Paper {
  const at = contextOf(input)
  const words = at.t.open
  const groups = questionGroups(at.world)
  return {
    kind: 'open-questions',
    lang: at.lang,
    copy: at.copy,
    title: words.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [
      heading(1, words.title),
      paragraph(groups.length === 0 ? words.none : words.lead),
      ...groups.flatMap((group) => [heading(2, groupTitle(at, group)), questionTable(at, group)]),
    ],
  }
}

function groupTitle(at: Context, { whom }: QuestionGroup): string {
  const words = at.t.open
  if (whom.kind === 'house') return sayPlain(words.ofHouse, { us: at.us })
  if (whom.kind === 'some-vendor') return words.ofSome
  return sayPlain(words.ofVendor, { vendor: byId(at.slices.vendors, whom.vendor)?.name ?? '' })
}

function questionTable(at: Context, group: QuestionGroup): Block {
  const words = at.t.open
  const rows = group.questions.map((question) =>
    row(`□ ${questionWords(question, at)}`, shortDay(question.since, at.lang), shortDay(question.askedOn, at.lang), ''),
  )
  const columns = [
    { title: words.question, width: 'rest', names: true },
    { title: words.since, width: 20, align: 'center' },
    { title: words.asked, width: 20, align: 'center' },
    { title: words.answer, width: 55 },
  ] as const
  return table(groupTitle(at, group), columns, rows, 11)
}

/** What else to ask the vendor of a sheet: everything open that it may know, less what its form asks. */
export function alsoAsked(at: Context, form: Form): readonly Block[] {
  const questions = questionGroups(at.world)
    .flatMap((group) => group.questions)
    .filter((question) => isFor(at, form, question))
  if (questions.length === 0) return []
  return [
    paragraph(at.t.open.also, { withNext: true }),
    list(
      'boxes',
      questions.map((question) => questionWords(question, at)),
    ),
  ]
}

/** NOTE: of a vendor with two sheets, a question about one system goes with the sheet of that system. */
function isFor(at: Context, form: Form, { about, vendors }: OpenQuestion): boolean {
  if (!vendors.some((vendor) => vendor === form.sheet.vendor)) return false
  if (about.kind === 'item') return !form.rows.some((one) => one.item.id === about.item)
  if (about.kind !== 'system') return true
  const sheets = at.world.sheetsNow.filter((sheet) => sheet.vendor === form.sheet.vendor)
  return form.sheet.system === about.system || !sheets.some((sheet) => sheet.system === about.system)
}
