import type { LabelStock, Paper } from '../paper/index.ts'
import { sizesOf } from './sizes.ts'

/** A text inside quotes of a style sheet: everything but letters and digits is written as a code point. */
export function cssString(text: string): string {
  return `"${text.toWellFormed().replace(/[^\p{L}\p{N}]/gu, (letter) => `\\${(letter.codePointAt(0) ?? 0x20).toString(16)} `)}"`
}

/** Sizes and margins of the PDF, for screen and print; `foot` is already a string of CSS. */
export function styleOf(paper: Paper, foot: string): string {
  const s = sizesOf(paper)
  const page = paper.sheet === undefined ? 'A4' : `${paper.sheet.toUpperCase()} landscape`
  return `
@page { size: ${page}; margin: 14mm 14mm ${s.bottom}mm 25mm; @bottom-left { content: ${foot}; font: ${s.foot}pt "BIZ UDPGothic", sans-serif; white-space: nowrap } @bottom-right { content: counter(page) "/" counter(pages); font: ${s.foot}pt "BIZ UDPGothic", sans-serif } }
* { box-sizing: border-box }
html { background: #fff; color: #000 }
body { margin: 0 auto; padding: 14mm 14mm 14mm 25mm; max-width: 210mm; font: ${s.body}pt/1.7 "BIZ UDPGothic", "BIZ UDGothic", "Noto Sans JP", sans-serif; line-break: strict; overflow-wrap: anywhere }
h1 { font-size: ${s.h1}pt; line-height: 1.4; margin: 0.6em 0 0.4em }
h1.title { font-size: ${s['cover-title']}pt }
header.left h1.title { font-size: ${s['page-title']}pt }
h2 { font-size: ${s.h2}pt; margin: 1em 0 0.4em }
h3 { font-size: ${s.h3}pt; margin: 0.8em 0 0.3em }
p { margin: 0.3em 0 }
.small { font-size: ${s.small}pt }
.lead { font-size: ${s.lead}pt }
.center { text-align: center }
.right { text-align: right }
.left { text-align: left }
p, th, td, li, .small { white-space: pre-wrap }
.keep, td.center { white-space: pre }
.line { display: flex; justify-content: space-between; align-items: baseline; gap: 4mm; flex-wrap: wrap }
.stamp, .framed { border: 1px solid; padding: 0.1em 0.4em }
.stamp { padding: 2mm 4mm }
table { border-collapse: collapse; width: 100%; margin: 0.6em 0; font-size: ${s.table}pt; line-height: 1.4 }
th, td { border: 1px solid; padding: 1mm 1.4mm; vertical-align: middle; font-weight: normal }
th { font-weight: bold }
thead { display: table-header-group }
tr { break-inside: avoid }
.group th { text-align: left }
.facts th { width: 42mm; text-align: left }
.write td { height: 11mm }
.frame { border: 1px solid; padding: 3mm 4mm; margin: 0.6em 0; break-inside: avoid }
.frame h3 { margin-top: 0 }
.numbers { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; border: 1px solid; margin: 0.6em 0 }
.numbers > div { padding: 3mm 4mm; border-left: 1px solid }
.numbers > div:first-child { border-left: 0 }
.number { font-size: ${s.number}pt; font-weight: bold; line-height: 1.3 }
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm }
.writing { border: 1px solid; padding: 2mm; margin: 0.6em 0; font-size: ${s.small}pt }
.seals { display: flex; border: 1px solid; margin: 0.6em 0; font-size: ${s.small}pt; break-inside: avoid }
.seals > div { padding: 3mm; border-left: 1px solid; min-height: 22mm }
.seals > div:first-child { flex: 1; border-left: 0 }
.seals .seal { width: 22mm; text-align: center }
.sender { display: flex; justify-content: flex-end; align-items: center; gap: 4mm }
.seal-space { width: 20mm; height: 20mm; border: 1px solid; display: grid; place-items: center; font-size: ${s.small}pt }
ul { list-style: none; padding-left: 1.3em; margin: 0.4em 0 }
ul.dots > li::before { content: "・"; display: inline-block; width: 1.3em; margin-left: -1.3em }
ul.boxes > li::before { content: "□"; display: inline-block; width: 1.3em; margin-left: -1.3em }
code { font-family: "BIZ UDGothic", monospace }
a { color: inherit }
img.drawing { display: block; width: 100%; height: auto }
hr.page { break-after: page; border: 0; margin: 12mm 0 }
footer { border-top: 1px solid; margin-top: 8mm; padding-top: 2mm; display: flex; justify-content: space-between; flex-wrap: wrap; gap: 4mm; font-size: ${s.foot}pt }
@media (max-width: 700px) { body { padding: 16px } table { display: block; overflow-x: auto } .numbers { grid-auto-flow: row } .beside { grid-template-columns: 1fr } }
@media print { body { padding: 0; max-width: none } img.drawing { display: block; width: 100%; height: auto }
hr.page { margin: 0; visibility: hidden } footer { display: none } }
${paper.stock ? labelStyle(paper.stock) : ''}`
}

/** A sheet of labels as it is sold: the browser prints each on its place. */
function labelStyle({ columns, widthMm, heightMm, topMm, leftMm }: LabelStock): string {
  return `
@page { size: A4; margin: ${topMm}mm 0 0 ${leftMm}mm; @bottom-left { content: none } @bottom-right { content: none } }
body { padding: ${topMm}mm 0 0 ${leftMm}mm; max-width: 210mm; line-height: 1.3 }
.labels { display: grid; grid-template-columns: repeat(${columns}, ${widthMm}mm); grid-auto-rows: ${heightMm}mm }
.labels > div { position: relative; padding: 3mm; overflow: hidden; break-inside: avoid; font-size: 8pt }
.labels p { margin: 0 0 0.2em }
.labels .name { font-size: 9.75pt }
.labels .foot { position: absolute; left: 3mm; bottom: 3mm; margin: 0 }
@media print { body { padding: 0 } }
`
}
