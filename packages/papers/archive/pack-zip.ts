import { Buffer } from 'node:buffer'
import { bundleOf } from '../pack/bundle.ts'
import { packPaper } from '../pack/model.ts'
import { checkNumberOf, contentOf, sha256 } from '../paper/check-number.ts'
import type { PaperInput } from '../paper/context.ts'
import type { Paper } from '../paper/index.ts'
import { renderExcel } from '../render/excel.ts'
import { renderHtml } from '../render/html.ts'
import { type PdfOptions, renderPdf } from '../render/pdf.ts'
import { clockTime } from './clock-time.ts'
import { evidenceFiles } from './evidence-files.ts'
import { formPath, indexPage } from './index-page.ts'
import { contentPath, manifestBytes, manifestOf, manifestPath, signaturesBytes, signaturesPath } from './manifest.ts'
import { signatureOf } from './signer.ts'
import { type ArchiveFile, writeZip } from './zip-write.ts'

export interface ZipOptions extends PdfOptions {
  /** Bytes of evidence by SHA-256; only a copy that stays in the house takes them in. */
  readonly evidence?: ReadonlyMap<string, Uint8Array>
}

export interface MadeZip {
  readonly bytes: Uint8Array
  readonly checkNumber: string
  /** Undefined where the PDF could not be made; then `pack.html` lies in the ZIP instead. */
  readonly pages?: number
  readonly missing: readonly string[]
  readonly signed: boolean
  /** Numbers of exhibits whose bytes were not given or are not those of the index. */
  readonly withoutFile: readonly number[]
}

/** The inspection pack as a ZIP: opens with no tool, tells by its own `index.html` whether it has changed. Same input, same bytes. */
export async function packZip(input: PaperInput, options: ZipOptions = {}): Promise<MadeZip> {
  const paper = packPaper(input)
  const content = Buffer.from(contentOf(paper))
  const contentSha256 = sha256(content)
  const checkNumber = checkNumberOf(contentSha256)
  const evidence = paper.copy === 'hand-over' ? [] : evidenceFiles(bundleOf(input).exhibits, options.evidence ?? new Map())
  const [booklet, forms] = await Promise.all([bookletOf(paper, options), formFiles(paper)])
  const files: readonly ArchiveFile[] = [{ path: contentPath, bytes: content }, booklet.file, ...forms, ...evidence.map((one) => one.file)]
  const signedBy = options.signer ? [options.signer.fingerprint] : []
  const index = { path: 'index.html', bytes: Buffer.from(indexPage(paper, { checkNumber, signedBy, files, evidence })) }
  const manifest = manifestBytes(manifestOf(paper, { contentSha256, checkNumber, signedBy }, [...files, index]))
  const signatures = options.signer ? [{ path: signaturesPath, bytes: signaturesBytes([await signatureOf(manifest, options.signer)]) }] : []
  const all = [...files, index, { path: manifestPath, bytes: manifest }, ...signatures]
  return {
    bytes: await writeZip(all, clockTime(paper.frozen.madeAt)),
    checkNumber,
    ...(booklet.pages !== undefined && { pages: booklet.pages }),
    missing: booklet.missing,
    signed: signatures.length > 0,
    withoutFile: bundleOf(input)
      .exhibits.filter((one) => one.evidence.sha256 !== undefined && !evidence.some((file) => file.exhibit.n === one.n))
      .map((one) => one.n),
  }
}

/** The PDF, or HTML of the same paper where the compiler failed. */
async function bookletOf(paper: Paper, options: ZipOptions): Promise<{ file: ArchiveFile; pages?: number; missing: readonly string[] }> {
  const pdf = await renderPdf(paper, options)
  if (pdf.kind === 'made') return { file: { path: 'pack.pdf', bytes: pdf.bytes }, pages: pdf.pages, missing: pdf.missing }
  return { file: { path: 'pack.html', bytes: Buffer.from(renderHtml(paper)) }, missing: [] }
}

/** One workbook per form: what goes to one vendor holds nothing of another. */
async function formFiles(paper: Paper): Promise<readonly ArchiveFile[]> {
  const files: ArchiveFile[] = []
  for (const worksheet of paper.worksheets ?? []) {
    files.push({ path: formPath(worksheet), bytes: await renderExcel({ ...paper, worksheets: [worksheet] }) })
  }
  return files
}
