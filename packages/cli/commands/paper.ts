import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { closeCompiler, type PaperInput, packZip, renderExcel, renderHtml, renderPdf, renderWord } from '@mimamori/papers'
import { paperAnswer } from '../answers.ts'
import { type Call, type Command, type ExitStatus, textOption, UsageError } from '../command.ts'
import { mapOfFolder } from '../network-map.ts'
import { type OpenFolder, openFolder, paperInputOf } from '../open-folder.ts'
import { oneOf, type PaperKind, paperKinds, paperOf } from '../paper-of.ts'
import { writeWhole } from '../write-whole.ts'

const options = {
  output: { type: 'string', short: 'o' },
  copy: { type: 'string' },
  sheet: { type: 'string' },
  card: { type: 'string' },
  approval: { type: 'string' },
  vendor: { type: 'string' },
  response: { type: 'string' },
  decision: { type: 'string' },
  month: { type: 'string' },
  way: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  on: { type: 'string' },
} as const

export const paperCommand: Command = {
  name: 'paper',
  usage: `mimamori paper FOLDER --kind ${paperKinds.join('|')} -o FILE.(pdf|xlsx|docx|html|zip) [--copy on-site|hand-over] [--sheet ID] [--card ID] [--approval ID] [--vendor ID] [--response ID] [--decision ID] [--month YYYY-MM] [--way post|fax|mail|phone|hand] [--from ID] [--to ID] [--on DATE]`,
  summary: {
    ja: '書類を作ります(形式はファイル名の終わりで決まります)',
    en: 'Make a paper; its format follows from the ending of the file',
  },
  options: { ...options, kind: { type: 'string' } },
  positionals: [1, 1],
  schema: paperAnswer,
  run: (call) => makePaper(call, oneOf(paperKinds, textOption(call, 'kind'), '--kind')),
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

async function makePaper(call: Call, kind: PaperKind): Promise<ExitStatus> {
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
  const pages =
    answer.pages === undefined ? '' : lang === 'ja' ? `、${answer.pages}頁` : `, ${answer.pages} ${answer.pages === 1 ? 'page' : 'pages'}`
  const number =
    answer.checkNumber === undefined ? '' : lang === 'ja' ? `、照合番号 ${answer.checkNumber}` : `, check number ${answer.checkNumber}`
  return lang === 'ja' ? `${answer.file} を作りました${pages}${number}。` : `Wrote ${answer.file}${pages}${number}.`
}

/** Papers that are worked on before they go out. */
const inWord: ReadonlySet<PaperKind> = new Set(['budget-attachment', 'committee'])

interface Rendered {
  readonly bytes: Uint8Array
  readonly pages?: number
  readonly checkNumber?: string
  readonly missing?: readonly string[]
}

async function render(
  kind: PaperKind,
  format: string,
  input: PaperInput,
  { call, opened }: { call: Call; opened: OpenFolder },
): Promise<Rendered> {
  if (kind === 'pack' && format === 'zip') return packZip(input, { evidence: await evidenceOf(opened) })
  const paper = paperOf(kind, input, call)
  if (format === 'html') return { bytes: Buffer.from(renderHtml(paper)) }
  if (format === 'docx' && inWord.has(kind)) return { bytes: await renderWord(paper) }
  if (format === 'xlsx' && paper.worksheets) return { bytes: await renderExcel(paper) }
  if (format !== 'pdf')
    throw new UsageError({ ja: `この書類は「.${format}」にはできません。`, en: `This paper cannot be made as ".${format}".` })
  const made = await renderPdf(paper)
  if (made.kind === 'made') return made
  throw new Error(`the paper was not printed: ${JSON.stringify(made)}`)
}

async function evidenceOf({ read }: OpenFolder): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = await Promise.all([...read.evidence].map(async ([sha256, path]) => [sha256, await readFile(path)] as const))
  return new Map(files)
}
