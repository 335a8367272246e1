import { extname } from 'node:path'
import { closeCompiler, moneyPapers, renderHtml, renderPdf, simulatedPlan } from '@mimamori/papers'
import { type Call, textOption, UsageError } from '../command.ts'
import { paperInputOf } from '../open-folder.ts'
import { writeWhole } from '../write-whole.ts'
import type { MoneyFolder } from './folder.ts'

export interface BoardFile {
  readonly output: string
  readonly format: 'pdf' | 'html'
}

/** The file of `-o` and what its ending says; asked before anything is reckoned. */
export function boardFile(call: Call): BoardFile | undefined {
  const output = textOption(call, 'output')
  if (output === undefined) return undefined
  const format = extname(output).slice(1).toLowerCase()
  if (format === 'pdf' || format === 'html') return { output, format }
  throw new UsageError({
    ja: '-o には、.pdf か .html で終わる名前を書いてください。',
    en: 'The name after -o ends with .pdf or .html.',
  })
}

/** The page for the board about a choice of measures; nothing of it is written to the folder. */
export async function writeBoard(
  call: Call,
  folder: MoneyFolder,
  wanted: BoardFile & { readonly planned: readonly string[] },
): Promise<void> {
  const { output, format, planned } = wanted
  const input = paperInputOf(folder, call)
  const paper = moneyPapers['plan-board'](
    input,
    simulatedPlan(folder.world, { lang: input.lang, planned, supportSchemes: folder.catalogue.supportSchemes }),
  )
  try {
    await writeWhole(output, format === 'html' ? Buffer.from(renderHtml(paper)) : await pdfOf(paper))
  } finally {
    closeCompiler()
  }
  call.note({ ja: `${output} を作りました。`, en: `Wrote ${output}.` })
}

async function pdfOf(paper: Parameters<typeof renderPdf>[0]): Promise<Uint8Array> {
  const made = await renderPdf(paper)
  if (made.kind === 'made') return made.bytes
  throw new Error(`the paper was not printed: ${JSON.stringify(made)}`)
}
