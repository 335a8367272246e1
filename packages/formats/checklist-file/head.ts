import type { ChecklistItem, FormAudience, Text } from '@mimamori/domain'
import { type Problem, problem, userError } from '../errors.ts'
import { draftOf } from '../folder/draft.ts'
import { placeOfCell } from '../header.ts'
import { foldCompany, foldText } from '../text.ts'
import { type FormTable, facilityLine } from './form.ts'
import { titleFacts } from './titles.ts'
import type { AnswerProposal, ChecklistOptions, ChecklistRead, HeaderFacts } from './types.ts'

/** Joins what the file says with what was expected; stops when the file belongs to another edition or sheet. */
export function headerOf(forms: readonly FormTable[], file: string, options: ChecklistOptions): ChecklistRead['header'] {
  const facts = forms.flatMap((form) => form.facts)
  const values = draftOf('sheets', facts, { place: { file } }).draft.values
  const titles = titleFacts(forms.flatMap((form) => form.titles))
  const told = {
    edition: textOf(values.get('edition')) ?? titles.edition,
    name: textOf(values.get('edition')) ?? titles.editionWritten,
    audience: (textOf(values.get('audience')) as FormAudience | undefined) ?? titles.audience, // a word of the table of sheets
  }
  const edition = told.edition ?? options.expect?.sheet.edition
  if (edition === undefined) throw userError('checklist/no-edition', { file })
  const known = [...new Set(options.items.map((item) => item.edition))]
  if (!known.some((one) => one === edition))
    throw userError('checklist/unknown-edition', { file }, { edition: told.name ?? edition, known: editionList(known) })
  const expected = options.expect?.sheet
  if (expected && expected.edition !== edition)
    throw userError('checklist/other-edition', { file }, { found: editionText(edition), expected: editionText(expected.edition) })
  const header = {
    edition,
    editionName: editionName(edition),
    audience: told.audience ?? expected?.audience ?? (hasVendorFacts(values) ? 'vendor' : 'facility'),
    ...(titles.facilityName !== undefined && { facilityName: titles.facilityName }),
    ...labelled(forms),
    ...rest(values, options),
  }
  refuseOther(header, file, options)
  return header
}

/** What the file says of itself and cannot be kept, such as a name that is too long. */
export function headerProblems(forms: readonly FormTable[], file: string): readonly Problem[] {
  const { problems } = draftOf(
    'sheets',
    forms.flatMap((form) => form.facts),
    { place: { file } },
  )
  return problems.filter(({ code }) => code === 'value/too-long' || code === 'value/forbidden-letters')
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function hasVendorFacts(values: ReadonlyMap<string, unknown>): boolean {
  return typeof values.get('vendor') === 'string' && values.get('vendor') !== 'not-applicable'
}

function labelled(forms: readonly FormTable[]): Pick<HeaderFacts, 'facilityName' | 'vendorLabel' | 'systemLabel'> {
  const labels = new Map(forms.flatMap((form) => [...(form.labels ?? [])]))
  const named = (key: 'facilityName' | 'vendorLabel' | 'systemLabel', line: string) => {
    const label = labels.get(line)
    return label === undefined ? {} : { [key]: label }
  }
  return { ...named('facilityName', facilityLine), ...named('vendorLabel', '事業者'), ...named('systemLabel', 'システム') }
}

function rest(values: ReadonlyMap<string, unknown>, options: ChecklistOptions): Omit<HeaderFacts, 'editionName'> {
  const fiscalYear = values.get('fiscalYear') ?? options.expect?.sheet.fiscalYear
  const put = (key: string, value: unknown) =>
    typeof value === 'string' && value !== 'not-applicable' && value !== 'none' ? { [key]: value } : {}
  return {
    ...(typeof fiscalYear === 'number' && { fiscalYear }),
    ...put('sheetId', values.get('id')),
    ...put('vendorName', values.get('vendor')),
    ...put('systemName', values.get('system')),
    ...put('dueOn', values.get('dueOn')),
    ...put('answeredBy', values.get('answeredBy')),
    ...put('returnedOn', values.get('returnedOn')),
  }
}

/** 令和7年度版 of r7; the id itself for an edition of another series. */
export function editionName(edition: string): string {
  const year = /^r(\d{1,2})$/.exec(edition)?.[1]
  return year === undefined ? edition : `令和${year}年度版`
}

/** The name for a sentence in either language. */
export function editionText(edition: string): Text {
  const year = /^r(\d{1,2})$/.exec(edition)?.[1]
  if (year !== undefined) return { ja: editionName(edition), en: `the ${Number(year) + 2018} edition` }
  return edition === 'gl51' ? { ja: 'ガイドライン第5.1版の別添', en: 'the annex to guideline 5.1' } : { ja: edition, en: edition }
}

/** The editions that can be read, as a list. */
export function editionList(editions: readonly string[]): Text {
  const names = editions.map(editionText)
  return { ja: names.map((name) => name.ja).join('、'), en: names.map((name) => name.en).join(', ') }
}

/** NOTE: a form without a vendor's name is believed: the official form has no fixed place for it. */
function refuseOther(header: ChecklistRead['header'], file: string, { expect }: ChecklistOptions): void {
  if (!expect) return
  const { sheet, vendorName = '', systemName = '' } = expect
  const expected = [vendorName, systemName].filter((name) => name !== '').join(' ') || sheet.id
  const found = [header.vendorName, header.systemName].filter((name) => name !== undefined).join(' ')
  const otherId = header.sheetId !== undefined && header.sheetId !== sheet.id
  const isSameVendor =
    header.vendorName === undefined || header.vendorName === sheet.vendor || foldCompany(header.vendorName) === foldCompany(vendorName)
  const isSameSystem =
    header.systemName === undefined ||
    systemName === '' ||
    header.systemName === sheet.system ||
    foldText(header.systemName) === foldText(systemName)
  const isSameForm = (header.audience === 'vendor') === (sheet.audience === 'vendor')
  if (otherId || !isSameVendor || !isSameSystem || !isSameForm)
    throw userError('checklist/other-sheet', { file }, { found: found || header.sheetId || header.audience, expected })
}

/** What the forms as a whole lack: items that are not there, and answers that may be drawn as circles. */
export function formProblems(
  forms: readonly FormTable[],
  asked: readonly ChecklistItem[],
  found: readonly AnswerProposal['item'][],
): readonly Problem[] {
  const problems: Problem[] = []
  const missing = asked.filter((item) => !found.includes(item))
  const [first] = forms
  if (first && missing.length > 0)
    problems.push(
      problem('checklist/missing-items', placeOfTable(first), {
        count: missing.length,
        items: missing.map((item) => item.number).join('、'),
      }),
    )
  for (const form of forms) {
    const open = form.rows.filter((row) => row.isPrintedPair)
    if (form.table.drawings > 0 && open.length > 0)
      problems.push(
        problem('checklist/drawn-mark', placeOfTable(form), {
          count: form.table.drawings,
          items: open.map((row) => printedIn(row.number, asked)).join('、'),
        }),
      )
  }
  return problems
}

function printedIn(number: string | undefined, asked: readonly ChecklistItem[]): string {
  return asked.find((item) => item.id.endsWith(`:${number}`))?.number ?? number ?? ''
}

function placeOfTable({ table }: FormTable): { file: string; sheet?: string } {
  const { row: _, ...place } = placeOfCell(table, 1)
  return place
}
