import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type ChecklistItem, itemsOfSheet, type Lang } from '@mimamori/domain'
import { embeddedJson } from '../archive/index-page.ts'
import { escapeHtml } from '../render/html.ts'
import { textOf } from '../text/index.ts'

const script = readFileSync(new URL('./reply-page.js', import.meta.url), 'utf8')
const scriptHash = createHash('sha256').update(script).digest('base64')

/** The words by which a request file of ours is read and written; those of the file itself, whatever the language of the page. */
const form = {
  title: '見守り 確認用シート',
  edition: '版',
  form: '様式',
  vendorForm: '事業者確認用',
  facility: '施設',
  system: 'システム',
  answeredBy: '回答した人',
  number: '番号',
  answer: '回答',
  checkedOn: '確認日(1回目)',
  reason: '理由',
  note: '備考',
  answers: ['はい', 'いいえ', '対象外', '施設側の担当'],
  withReason: ['対象外', '施設側の担当'],
} as const

/**
 * 返事を書く画面: one file for vendors without an account. It reads request files (CSV) in the browser, lays answers over them
 * that are written once, stops at the items that are different at every client, and saves one reply each. It loads nothing.
 */
export function replyPage(items: readonly ChecklistItem[], lang: Lang): string {
  const words = textOf(lang).replyPage
  const sentence = (text: string) => `<p>${escapeHtml(text)}</p>`
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(words.title)}</h1>
${sentence(words.says)}
${sentence(words.stays)}
<h2>${escapeHtml(words.first)}</h2>
<p><label for="files">${escapeHtml(words.choose)}</label> <input id="files" type="file" accept=".csv" multiple></p>
<noscript>${sentence(words.noScript)}</noscript>
<p id="result" role="status" aria-live="polite"></p>
<section id="standard-part" hidden>
<h2>${escapeHtml(words.second)}</h2>
${sentence(words.standard)}
<div id="standard"></div>
<p><button id="keep" type="button">${escapeHtml(words.keep)}</button></p>
</section>
<p><label for="kept">${escapeHtml(words.kept)}</label> <input id="kept" type="file" accept=".json"></p>
<section id="who" hidden>
<h2>${escapeHtml(words.third)}</h2>
<p><label for="by">${escapeHtml(words.by)}</label> <input id="by" type="text" maxlength="200" autocomplete="off"></p>
<p><label><input id="checked" type="checkbox"> ${escapeHtml(words.checked)}</label></p>
</section>
<div id="requests"></div>
${sentence(words.send)}
</main>
<script type="application/json" id="data">${embeddedJson({ words, form, perClient: perClientByEdition(items) })}</script>
<script>${script}</script>
</body>
</html>
`
}

/** Of every edition that asks vendors anything: the items that are different at every client, as printed. */
function perClientByEdition(items: readonly ChecklistItem[]): Readonly<Record<string, readonly string[]>> {
  const editions = [...new Set(items.map(({ edition }) => edition))]
  return Object.fromEntries(
    editions.flatMap((edition) => {
      const asked = itemsOfSheet(items, { edition, audience: 'vendor' })
      return asked.length === 0 ? [] : [[edition, asked.filter((item) => item.perClient).map(({ number }) => number)] as const]
    }),
  )
}

const style = `
body { margin: 0 auto; padding: 16px; max-width: 820px; font: 16px/1.7 "BIZ UDPGothic", "Noto Sans JP", sans-serif; color: #1e2429; background: #fff }
h1 { font-size: 24px; line-height: 1.4 } h2 { font-size: 19px; margin-top: 32px } h3 { font-size: 17px; margin: 0 }
.card { border: 1px solid #8a949c; border-radius: 8px; padding: 16px; margin: 16px 0 }
.item { border-top: 1px solid #c9d0d5; padding: 10px 0; display: grid; gap: 4px }
label { overflow-wrap: anywhere } input, select, button { font: inherit; min-height: 44px; max-width: 100% } input[type=checkbox] { min-height: 24px; min-width: 24px }
button { padding: 0 20px; border: 2px solid #17527c; border-radius: 8px; background: #fff; color: #17527c; font-weight: bold }
#result, .left { font-weight: bold } .small { font-size: 14px } :focus-visible { outline: 3px solid #17527c; outline-offset: 2px }
`
