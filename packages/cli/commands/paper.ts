import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { cardSizeOf } from '@mimamori/catalog'
import { byId, readDate } from '@mimamori/domain'
import {
  approvalPaper,
  askingListsPaper,
  boardPaper,
  checklistPaper,
  closeCompiler,
  contactChartPaper,
  type HandoverOptions,
  handoverPaper,
  improvementReportPaper,
  inspectionPaper,
  isSheetOfPaper,
  openQuestionsPaper,
  type Paper,
  type PaperInput,
  packPaper,
  packZip,
  renderExcel,
  renderHtml,
  renderPdf,
  tenQuestionsPaper,
  vendorNoticePaper,
  vendorRequestPaper,
  visitRecordPaper,
  workCardPaper,
} from '@mimamori/papers'
import { paperAnswer } from '../answers.ts'
import { type Call, type Command, type ExitStatus, textOption, UsageError } from '../command.ts'
import { InputError } from '../errors.ts'
import { mapOfFolder } from '../network-map.ts'
import { type OpenFolder, openFolder, paperInputOf } from '../open-folder.ts'
import { writeWhole } from '../write-whole.ts'

const kinds = [
  'checklist',
  'pack',
  'inspection',
  'visit-record',
  'improvement-report',
  'board',
  'vendor-request',
  'vendor-notice',
  'approval',
  'asking-lists',
  'contact-chart',
  'work-card',
  'ten-questions',
  'open-questions',
  'handover',
] as const
type Kind = (typeof kinds)[number]

const options = {
  output: { type: 'string', short: 'o' },
  copy: { type: 'string' },
  sheet: { type: 'string' },
  card: { type: 'string' },
  approval: { type: 'string' },
  way: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  on: { type: 'string' },
} as const

export const paperCommand: Command = {
  name: 'paper',
  usage: `mimamori paper FOLDER --kind ${kinds.join('|')} -o FILE.(pdf|xlsx|html|zip) [--copy on-site|hand-over] [--sheet ID] [--card ID] [--approval ID] [--way post|fax|mail|phone|hand] [--from ID] [--to ID] [--on DATE]`,
  summary: {
    ja: '書類を作ります(形式はファイル名の終わりで決まります)',
    en: 'Make a paper; its format follows from the ending of the file',
  },
  options: { ...options, kind: { type: 'string' } },
  positionals: [1, 1],
  schema: paperAnswer,
  run: (call) => makePaper(call, oneOf(kinds, textOption(call, 'kind'), '--kind')),
}

export const packCommand: Command = {
  name: 'pack',
  usage: 'mimamori pack FOLDER -o FILE.(zip|pdf|html) [--copy on-site|hand-over]',
  summary: { ja: '検査用一式を作ります', en: 'Make the inspection pack' },
  options,
  positionals: [1, 1],
  schema: paperAnswer,
  run: (call) => makePaper(call, 'pack'),
}

async function makePaper(call: Call, kind: Kind): Promise<ExitStatus> {
  const output = textOption(call, 'output')
  if (output === undefined)
    throw new UsageError({ ja: '-o で、書き出すファイルの名前を指定してください。', en: 'Name the file to write with -o.' })
  const format = extname(output).slice(1)
  const folder = call.positionals[0] ?? ''
  const opened = await openFolder(folder, call)
  const copy = oneOf(['on-site', 'hand-over'] as const, textOption(call, 'copy') ?? 'on-site', '--copy')
  const isMapped = kind === 'pack' && copy === 'on-site'
  const { map, status } = isMapped ? await mapOfFolder(folder, opened, call) : { map: undefined, status: opened.status }
  try {
    const input = { ...paperInputOf(opened, call), copy, ...(map && { map }) }
    const made = await render(kind, format, input, { call, opened })
    await writeWhole(output, made.bytes)
    const sha256 = createHash('sha256').update(made.bytes).digest('hex')
    const { pages, checkNumber, missing } = made
    if (missing && missing.length > 0)
      call.note({
        ja: `字体にない文字が〓になりました:${missing.join(' ')}`,
        en: `Letters that the typeface lacks became 〓: ${missing.join(' ')}`,
      })
    const answer = {
      kind,
      file: output,
      bytes: made.bytes.byteLength,
      sha256,
      ...(pages !== undefined && { pages }),
      ...(checkNumber !== undefined && { checkNumber }),
    }
    call.answer(answer, () => words(answer, call.lang))
    return status
  } finally {
    closeCompiler()
  }
}

function words(answer: { file: string; pages?: number; checkNumber?: string }, lang: Call['lang']): string {
  const pages = answer.pages === undefined ? '' : lang === 'ja' ? `、${answer.pages}頁` : `, ${answer.pages} pages`
  const number =
    answer.checkNumber === undefined ? '' : lang === 'ja' ? `、照合番号 ${answer.checkNumber}` : `, check number ${answer.checkNumber}`
  return lang === 'ja' ? `${answer.file} を作りました${pages}${number}。` : `Wrote ${answer.file}${pages}${number}.`
}

interface Rendered {
  readonly bytes: Uint8Array
  readonly pages?: number
  readonly checkNumber?: string
  readonly missing?: readonly string[]
}

async function render(
  kind: Kind,
  format: string,
  input: PaperInput,
  { call, opened }: { call: Call; opened: OpenFolder },
): Promise<Rendered> {
  if (kind === 'pack' && format === 'zip') return packZip(input, { evidence: await evidenceOf(opened) })
  const paper = paperOf(kind, input, call)
  if (format === 'html') return { bytes: Buffer.from(renderHtml(paper)) }
  if (format === 'xlsx' && paper.worksheets) return { bytes: await renderExcel(paper) }
  if (format !== 'pdf')
    throw new UsageError({ ja: `この書類は「.${format}」にはできません。`, en: `This paper cannot be made as ".${format}".` })
  const made = await renderPdf(paper)
  if (made.kind === 'made') return made
  throw new Error(`the paper was not printed: ${JSON.stringify(made)}`)
}

function paperOf(kind: Kind, input: PaperInput, call: Call): Paper {
  const one = sheetOption(kind, input, textOption(call, 'sheet'))
  switch (kind) {
    case 'pack':
      return packPaper(input)
    case 'inspection':
      return inspectionPaper(input)
    case 'visit-record':
      return visitRecordPaper(input)
    case 'improvement-report':
      return improvementReportPaper(input)
    case 'checklist':
      return checklistPaper(input, one)
    case 'board':
      return boardPaper(input)
    case 'contact-chart':
      return contactChartPaper(input)
    case 'ten-questions':
      return tenQuestionsPaper(input)
    case 'open-questions':
      return openQuestionsPaper(input)
    case 'handover':
      return handoverPaper(input, handoverOptions(input, call))
    case 'asking-lists':
      return askingListsPaper(input)
    case 'vendor-notice': {
      const sheets = input.picture.slices.sheets
        .map((sheet) => sheet.id)
        .filter((id) => vendorNoticePaper(input, { sheet: id }).blocks.length > 0)
      return ofOne('--sheet', textOption(call, 'sheet'), sheets, (sheet) => vendorNoticePaper(input, { sheet }))
    }
    case 'approval': {
      const ids = input.picture.slices.approvals.map((approval) => approval.id)
      return ofOne('--approval', textOption(call, 'approval'), ids, (approval) => approvalPaper(input, { approval }))
    }
    case 'vendor-request':
      return vendorRequestPaper(input, {
        way: oneOf(['post', 'fax', 'mail', 'phone', 'hand'] as const, textOption(call, 'way') ?? 'post', '--way'),
        ...one,
      })
    case 'work-card': {
      const cards = input.catalogue.workCards.map((one) => one.id)
      const card = textOption(call, 'card') ?? oneOf(cards, undefined, '--card')
      const paper = workCardPaper(input, { card, size: cardSizeOf(input.picture.slices.facility[0]?.kind) })
      if (!paper) throw notHere('--card', card, cards)
      return paper
    }
  }
}

/** A paper about one thing that is named by its id; the ids that there are stand in the refusal. */
function ofOne(option: string, id: string | undefined, there: readonly string[], make: (id: string) => Paper): Paper {
  if (id === undefined || !there.includes(id)) throw notHere(option, id ?? '', there)
  return make(id)
}

/** The sheet that the paper is asked of; a paper of another one, or of none, never comes in its place. */
function sheetOption(kind: Kind, input: PaperInput, sheet: string | undefined): { sheet?: string } {
  if (sheet === undefined || kind === 'vendor-notice') return {}
  if (kind !== 'checklist' && kind !== 'vendor-request')
    throw new UsageError({ ja: '--sheet は checklist と vendor-request で使います。', en: '--sheet is for checklist and vendor-request.' })
  if (isSheetOfPaper(kind, input, sheet)) return { sheet }
  const sheets = input.picture.slices.sheets.map((one) => one.id).filter((id) => isSheetOfPaper(kind, input, id))
  throw notHere('--sheet', sheet, sheets)
}

/** Predecessor and successor by their ids in the folder; what is not said is left to be written by hand. */
function handoverOptions({ picture }: PaperInput, call: Call): HandoverOptions {
  const { people } = picture.slices
  const named = (option: string) => {
    const id = textOption(call, option)
    const found = byId(people, id)
    const ids = people.map((person) => person.id)
    if (id !== undefined && !found) throw notHere(`--${option}`, id, ids)
    return found
  }
  const [from, to] = [named('from'), named('to')]
  const on = textOption(call, 'on')
  const movesOn = on === undefined ? undefined : readDate(on)
  if (on !== undefined && movesOn === undefined)
    throw new UsageError({ ja: '--on は 2027-04-01 の形で書いてください。', en: '--on is written like 2027-04-01.' })
  return {
    ...(from && { predecessor: from.name, people: [from.id, ...(to ? [to.id] : [])] }),
    ...(to && { successor: to.name }),
    ...(movesOn !== undefined && { movesOn }),
  }
}

function notHere(option: string, id: string, there: readonly string[]): InputError {
  return new InputError({
    code: 'paper/not-found',
    message: { ja: `${option} の「${id}」は見つかりません。`, en: `There is no "${id}" for ${option}.` },
    action: {
      ja: `次のどれかを書いてください:${there.join('、')}`,
      en: `Give one of these: ${there.join(', ')}`,
    },
  })
}

function oneOf<T extends string>(allowed: readonly T[], value: string | undefined, option: string): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined)
    throw new UsageError({ ja: `${option} は次のどれかです:${allowed.join('、')}`, en: `${option} is one of: ${allowed.join(', ')}` })
  return found
}

async function evidenceOf({ read }: OpenFolder): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = await Promise.all([...read.evidence].map(async ([sha256, path]) => [sha256, await readFile(path)] as const))
  return new Map(files)
}
