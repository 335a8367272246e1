import { type ChecklistItem, type FormAudience, itemsOfSheet, type PrintedRow, type Sheet } from '@mimamori/domain'
import type { FileInput } from '../bytes.ts'
import { withoutDaysAhead } from '../days-ahead.ts'
import { type Problem, problem, userError } from '../errors.ts'
import { draftOf, fieldOf } from '../folder/draft.ts'
import { readTables } from '../read-tables.ts'
import { foldText, looksLikeHtml } from '../text.ts'
import { type FormRow, type FormTable, findForm, formFormat, isPrintedOnly, rawFieldsOf } from './form.ts'
import { formProblems, headerOf, headerProblems } from './head.ts'
import { findOfficialForm } from './official.ts'
import { oneAnswer } from './two-answers.ts'
import type { AnswerProposal, ChecklistOptions, ChecklistRead, ProposedFields } from './types.ts'
import { daysWithoutYear, yearFromForm } from './years.ts'

/**
 * Reads a filled checklist: a sheet of ours, the official form, or an office's own table, on one sheet or several.
 * Throws a UserError when nothing of it can be used or it belongs elsewhere; what could not be read of the rest is told.
 */
export async function readChecklistFile(input: FileInput, options: ChecklistOptions): Promise<ChecklistRead> {
  const read = await readTables(input, {
    ...(options.encoding && { encoding: options.encoding }),
    ...(options.limits && { limits: options.limits }),
  })
  const forms = read.tables.flatMap((table) => findForm(table) ?? findOfficialForm(table) ?? [])
  const [first] = forms
  const file = read.tables[0]?.file ?? (typeof input === 'string' ? input : input.name)
  if (!first) throw userError('checklist/nothing-found', { file })
  if ((first.format ?? 1) > formFormat) throw userError('checklist/newer-form', { file }, { found: first.format ?? 0, ours: formFormat })
  const header = headerOf(forms, file, options)
  const asked = itemsOfSheet(options.items, { edition: header.edition as Sheet['edition'], audience: header.audience }) // an edition that has items
  const work: Work = {
    options,
    header,
    asked,
    problems: [...read.problems, ...headerProblems(forms, file), ...forms.flatMap((form) => form.problems)],
    found: [],
    yearless: 0,
  }
  for (const form of forms) readForm(work, form)
  const answers = withoutConflicts(work)
  work.problems.push(...yearFromForm(work.yearless, header.fiscalYear, file))
  work.problems.push(
    ...formProblems(
      forms,
      asked,
      work.found.map((one) => one.item),
    ),
  )
  const kept = [...new Set(forms.flatMap((form) => [...form.header.unknown.values()].filter((heading) => !isPrintedOnly(heading))))]
  return {
    layout: first.layout,
    header,
    answers,
    problems: work.problems,
    encoding: first.table.encoding,
    readRows: forms.reduce((sum, form) => sum + form.rows.length, 0),
    kept,
  }
}

interface Work {
  readonly options: ChecklistOptions
  readonly header: ChecklistRead['header']
  readonly asked: readonly ChecklistItem[]
  readonly problems: Problem[]
  readonly found: AnswerProposal[]
  /** Days that took their year from the form. */
  yearless: number
}

function readForm(work: Work, form: FormTable): void {
  for (const row of form.rows) {
    const item = itemOf(work, row)
    if (!item) work.problems.push(problem('checklist/unknown-item', row.place, { number: row.written, edition: work.header.editionName }))
    else if (work.asked.includes(item)) readAnswer(work, form, row, item)
    else if (saysSomething(form, row))
      work.problems.push(problem('checklist/not-on-form', row.place, { item: item.number, form: formName(work.header.audience) }))
  }
}

function formName(audience: FormAudience): { ja: string; en: string } {
  const names = { facility: '医療機関確認用', pharmacy: '薬局確認用', 'checkup-centre': '健診・検査センター確認用', vendor: '事業者確認用' }
  return { ja: names[audience], en: audience }
}

/** The item of a line, by its number as printed in this edition, or by the number in our own form. */
function itemOf(work: Work, row: FormRow): ChecklistItem | undefined {
  const ofEdition = work.options.items.filter((item) => item.edition === work.header.edition)
  const id = row.number?.includes(':') ? row.number : `${work.header.edition}:${row.number}`
  return (
    ofEdition.find((item) => item.id === id) ??
    ofEdition.find((item) => row.written !== '' && foldText(item.number) === foldText(row.written))
  )
}

function saysSomething(form: FormTable, row: FormRow): boolean {
  return rawFieldsOf(form, row).some(
    (raw) => ['answer', 'checkedOn'].includes(fieldOf('answers', raw.heading)?.key ?? '') && raw.raw !== '',
  )
}

function readAnswer(work: Work, form: FormTable, row: FormRow, item: ChecklistItem): void {
  const raws = rawFieldsOf(form, row).filter(
    (raw) =>
      !['item', 'id', 'sheet', 'carriedFrom', 'source', 'row', 'confirmedOn', 'fields'].includes(
        fieldOf('answers', raw.heading)?.key ?? '',
      ),
  )
  const answerRaw = raws.find((raw) => fieldOf('answers', raw.heading)?.key === 'answer')
  const { draft, problems } = draftOf('answers', raws, {
    place: row.place,
    date1904: form.table.date1904,
    fiscalYear: work.header.fiscalYear,
    ignored: isPrintedOnly,
  })
  work.problems.push(...problems.map((found) => bothMarked(found, item, answerRaw?.raw)), ...withoutDaysAhead(draft, work.options.today))
  work.yearless += daysWithoutYear(raws)
  for (const key of ['note', 'reason']) {
    const text = draft.values.get(key)
    if (typeof text === 'string' && looksLikeHtml(text))
      work.problems.push(problem('checklist/html-kept', draft.places.get(key) ?? row.place))
  }
  const { part, ...fields } = Object.fromEntries(draft.values) as ProposedFields & { part?: PrintedRow } // read by the table of answers
  const extra = draft.extra.size > 0 ? { extra: Object.fromEntries(draft.extra) } : {}
  work.found.push({ item, ...(part && { part }), fields: { ...fields, ...extra }, place: row.place })
}

/** Two marks in one cell are told with the item, so that a person finds it on the paper too. */
function bothMarked(found: Problem, item: ChecklistItem, raw: unknown): Problem {
  const isBoth = found.code === 'value/unread-mark' && typeof raw === 'string' && /はい/.test(raw) && /いいえ/.test(raw)
  return isBoth ? problem('checklist/both-marked', found.place, { item: item.number }) : found
}

function withoutConflicts(work: Work): readonly AnswerProposal[] {
  const groups = Map.groupBy(work.found, ({ item, part }) => `${item.id} ${part ?? ''}`)
  return [...groups.values()].flatMap((group) => {
    const rows = group.map((proposal) => ({ proposal, place: proposal.place, answer: proposal.fields.answer }))
    const { taken, problem: found } = oneAnswer(group[0]?.item.number ?? '', rows)
    if (found) work.problems.push(found)
    return taken ? [taken.proposal] : []
  })
}
