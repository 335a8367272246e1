import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readFonts } from './fonts.ts'
import { loadTypst } from './typst.ts'

/** Runs in a process of its own, which the parent ends when it takes too long or too much memory. */
export interface Ask {
  readonly id: number
  readonly json: string
}

export type Answer =
  | { readonly id: number; readonly kind: 'made'; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }

/** How many papers the compiler may remember the parts of. */
const remembered = 4

const source = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8')
const compiler = loadTypst(readFonts(), fileURLToPath(new URL('.', import.meta.url)))

process.on('message', (ask: Ask) => {
  process.send?.(answer(ask))
})
// The compiler does not survive an orderly exit, and nobody is left to hear of it.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

function answer({ id, json }: Ask): Answer {
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { paper: json } })
    const document = compiled.result
    if (!document || compiled.hasError())
      return { id, kind: 'failed', message: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'no document') }
    const pdf = compiler.pdf(document, { pdfStandard: 'ua-1' })
    return { id, kind: 'made', pdf, pages: document.numOfPages }
  } catch (error) {
    return { id, kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  } finally {
    compiler.evictCache(remembered)
  }
}
