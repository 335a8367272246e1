import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Paper, Worksheet } from '../paper/index.ts'
import { dayAndTime } from '../paper/made.ts'
import { sayPlain } from '../paper/say.ts'
import { escapeHtml } from '../render/html.ts'
import { type PaperText, textOf } from '../text/index.ts'
import type { EvidenceFile } from './evidence-files.ts'
import { contentPath, manifestPath, signaturesPath } from './manifest.ts'
import { type ArchiveFile, sortedByPath } from './zip-write.ts'

const script = readFileSync(new URL('./index-page.js', import.meta.url), 'utf8')
const scriptHash = createHash('sha256').update(script).digest('base64')

interface Inside {
  readonly checkNumber: string
  readonly signedBy: readonly string[]
  readonly files: readonly ArchiveFile[]
  readonly evidence: readonly EvidenceFile[]
}

/** The first page of the ZIP: what is inside, and whether it has changed; runs from a read-only folder with no network. */
export function indexPage(paper: Paper, inside: Inside): string {
  const t = textOf(paper.lang)
  const words = t.index
  const copy = t.copies[paper.copy ?? 'on-site']
  const heading = sayPlain(words.heading, { facility: paper.facility, copy })
  const made = sayPlain(words.made, { at: dayAndTime(paper.frozen.madeAt, paper.lang), number: inside.checkNumber })
  const sentence = (text: string) => `<p>${escapeHtml(text)}</p>`
  return `<!DOCTYPE html>
<html lang="${paper.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(heading)}</h1>
${sentence(made)}
<h2>${escapeHtml(words.open)}</h2>
${fileTable(t, paper, inside)}
<h2>${escapeHtml(words.check)}</h2>
${sentence(words.checkHow)}
<div id="drop" class="drop">
<p>${escapeHtml(words.drop)}</p>
<p><label>${escapeHtml(words.choose)} <input id="files" type="file" multiple></label></p>
<p><label>${escapeHtml(words.chooseFolder)} <input id="folder" type="file" webkitdirectory multiple></label></p>
</div>
<noscript>${sentence(words.noScript)}</noscript>
<div id="result" role="status" aria-live="polite"></div>
${sentence(sayPlain(words.compare, { number: inside.checkNumber }))}
${sentence(inside.signedBy[0] === undefined ? words.unsigned : sayPlain(words.signed, { fingerprint: inside.signedBy.join(t.comma) }))}
</main>
<script type="application/json" id="words">${embeddedJson(wordsForScript(t))}</script>
<script>${script}</script>
</body>
</html>
`
}

/** JSON inside a script element: no text in it can end the element. */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function wordsForScript({ index, comma }: PaperText) {
  const { working, intact, changed, missing, added, noManifest, unreadable, numberDiffers, noScript } = index
  return {
    working,
    intact,
    changed,
    missing,
    added,
    noManifest,
    unreadable,
    numberDiffers,
    noScript,
    comma,
    manifestPath,
    signaturesPath,
    contentPath,
  }
}

function fileTable(t: PaperText, paper: Paper, { files, evidence, signedBy }: Inside): string {
  const words = t.index
  const own = [manifestPath, ...(signedBy.length > 0 ? [signaturesPath] : [])].map((path) => ({ path, bytes: undefined }))
  const rows = [...inReadingOrder(files), ...own].map(({ path, bytes }) => {
    const exhibit = evidence.find((one) => one.file.path === path)?.exhibit
    const what = exhibit ? `${t.evidence.number}${exhibit.n} ${exhibit.evidence.name}` : whatIs(t, paper, path)
    return `<tr><td><a href="${escapeHtml(path)}">${escapeHtml(path)}</a></td><td>${escapeHtml(what)}</td><td class="right">${bytes === undefined ? '' : sizeOf(bytes.length)}</td></tr>`
  })
  const head = [words.file, words.what, words.bytes].map((title) => `<th scope="col">${escapeHtml(title)}</th>`).join('')
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
}

/** Where the workbook of a form lies in the ZIP. */
export function formPath(worksheet: Worksheet): string {
  return `forms/${worksheet.file}.xlsx`
}

/** The booklet first, what belongs to it next, and last what only machines read. */
const readFirst: readonly RegExp[] = [/^pack\./, /^forms\//, /^evidence\//]

function inReadingOrder(files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  const rank = (path: string) => {
    const at = readFirst.findIndex((pattern) => pattern.test(path))
    return at < 0 ? readFirst.length : at
  }
  return sortedByPath(files).toSorted((a, b) => rank(a.path) - rank(b.path))
}

function whatIs({ index }: PaperText, paper: Paper, path: string): string {
  const form = paper.worksheets?.find((worksheet) => formPath(worksheet) === path)
  const names: Readonly<Record<string, string>> = index.files
  return form?.heading ?? names[path] ?? ''
}

function sizeOf(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} KB`
}

const style = `
body { margin: 0 auto; padding: 16px; max-width: 860px; font: 16px/1.7 "BIZ UDPGothic", "Noto Sans JP", sans-serif; color: #1e2429; background: #fff }
h1 { font-size: 24px; line-height: 1.4 } h2 { font-size: 19px }
table { border-collapse: collapse; width: 100% } th, td { border: 1px solid; padding: 6px 8px; text-align: left; overflow-wrap: anywhere } .right { text-align: right; white-space: nowrap }
.drop { border: 2px dashed; padding: 16px; min-height: 120px } .drop.over { outline: 3px solid #17527c }
input { font: inherit; min-height: 44px } #result { font-weight: bold; margin: 16px 0; min-height: 2em } a { color: #17527c }
`
