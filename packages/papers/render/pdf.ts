import { sealPdf } from '../archive/pdf-seal.ts'
import type { Signer } from '../archive/signer.ts'
import { contentOf, sha256 } from '../paper/check-number.ts'
import type { Paper } from '../paper/index.ts'
import { type CompileFailure, compile, type Limits } from './compiler.ts'
import { layoutOf } from './document.ts'
import { knownGlyphs } from './fonts.ts'

export interface PdfOptions {
  readonly signer?: Signer
  readonly limits?: Partial<Limits>
}

export interface MadePdf {
  readonly kind: 'made'
  readonly bytes: Uint8Array
  readonly pages: number
  readonly checkNumber: string
  /** Code points that the typeface lacks; the paper shows 〓 and says so. */
  readonly missing: readonly string[]
}

export type PdfResult = MadePdf | CompileFailure

const usualLimits: Limits = { milliseconds: 30_000, megabytes: 1024 }

/** The paper as a tagged PDF with its seal; a failure is told, and `renderHtml` of the same paper is the way out. */
export async function renderPdf(paper: Paper, options: PdfOptions = {}): Promise<PdfResult> {
  const layout = layoutOf(paper, knownGlyphs())
  const compiled = await compile(layout.json, { ...usualLimits, ...options.limits })
  if (compiled.kind === 'failed') return compiled
  const seal = { contentSha256: sha256(contentOf(paper)), checkNumber: layout.checkNumber }
  const bytes = await sealPdf(compiled.pdf, seal, options.signer)
  return { kind: 'made', bytes, pages: compiled.pages, checkNumber: layout.checkNumber, missing: layout.missing }
}
