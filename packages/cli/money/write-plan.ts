import { extname } from 'node:path'
import {
  closeCompiler,
  type MoneyPaperKind,
  moneyPapers,
  type Paper,
  renderExcel,
  renderHtml,
  renderPdf,
  renderWord,
  simulatedPlan,
} from '@mimamori/papers'
import { type Call, UsageError } from '../command.ts'
import { paperInputOf } from '../open-folder.ts'
import { writeWhole } from '../write-whole.ts'
import type { MoneyFolder } from './folder.ts'

interface Written {
  readonly kind: MoneyPaperKind
  readonly render: (paper: Paper) => Promise<Uint8Array>
}

/** The page for the board, the request for budget as a workbook, or its attachment as a document: as the ending of the file says. */
const written: Readonly<Record<string, Written>> = {
  '.pdf': { kind: 'plan-board', render: pdfOf },
  '.html': { kind: 'plan-board', render: (paper) => Promise.resolve(Buffer.from(renderHtml(paper))) },
  '.xlsx': { kind: 'budget-request', render: renderExcel },
  '.docx': { kind: 'budget-attachment', render: renderWord },
}

/** Refuses a name of which nothing can be made, before anything is reckoned. */
export function writtenAs(output: string): Written {
  const found = written[extname(output).toLowerCase()]
  if (found) return found
  throw new UsageError({
    ja: '-o には、.pdf か .html(院長・理事会の1枚)、.xlsx(予算要求の資料)、.docx(稟議書の添付資料)で終わる名前を書いてください。',
    en: 'The name after -o ends with .pdf or .html (the page for the board), .xlsx (the budget request) or .docx (its attachment).',
  })
}

/** A paper about a choice of measures; nothing of it is written to the folder. */
export async function writePlan(
  call: Call,
  folder: MoneyFolder,
  { output, planned }: { readonly output: string; readonly planned: readonly string[] },
): Promise<void> {
  const { kind, render } = writtenAs(output)
  const input = paperInputOf(folder, call)
  const { supportSchemes } = folder.catalogue
  const paper = moneyPapers[kind](input, simulatedPlan(folder.world, { lang: input.lang, planned, supportSchemes }))
  try {
    await writeWhole(output, await render(paper))
  } finally {
    closeCompiler()
  }
  call.note({ ja: `${output} を作りました。`, en: `Wrote ${output}.` })
}

async function pdfOf(paper: Paper): Promise<Uint8Array> {
  const made = await renderPdf(paper)
  if (made.kind === 'made') return made.bytes
  throw new Error(`the paper was not printed: ${JSON.stringify(made)}`)
}
