import { checkNumber } from '../paper/check-number.ts'
import type { Block, Cell, Drawing, Inline, Label, Paper, Rich, Row, Table } from '../paper/index.ts'
import { dayAndTime } from '../paper/made.ts'
import { sayPlain } from '../paper/say.ts'
import { textOf } from '../text/index.ts'
import { footerLeft } from './document.ts'
import { cssString, styleOf } from './html-style.ts'

/** The paper as one page of HTML: no script, nothing fetched, prints like the PDF. Page numbers are known to the printer alone. */
export function renderHtml(paper: Paper): string {
  const t = textOf(paper.lang)
  const number = checkNumber(paper)
  const foot = [footerLeft(paper), dayAndTime(paper.frozen.madeAt, paper.lang), sayPlain(t.checkNumber, { number })]
  return [
    '<!DOCTYPE html>',
    `<html lang="${paper.lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(`${paper.facility} ${paper.title}`)}</title>`,
    `<style>${styleOf(paper, cssString(foot.join('  ')))}</style>`,
    '</head>',
    `<body class="${paper.type}">`,
    '<main>',
    paper.blocks.map(blockOf).join('\n'),
    '</main>',
    paper.stock ? '' : `<footer>${foot.map((part) => `<span>${escapeHtml(part)}</span>`).join('')}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}

function text(rich: Rich): string {
  return typeof rich === 'string' ? lines(rich) : rich.map(inline).join('')
}

function lines(plain: string): string {
  return escapeHtml(plain).replaceAll('\n', '<br>')
}

function inline(one: Inline): string {
  if (typeof one === 'string') return lines(one)
  if ('bold' in one) return `<strong>${lines(one.bold)}</strong>`
  if ('code' in one) return `<code>${lines(one.code)}</code>`
  if ('keep' in one) return `<span class="keep">${lines(one.keep)}</span>`
  if ('pageOf' in one) return `<a href="#${escapeHtml(one.pageOf)}">→</a>`
  if ('onScreen' in one) return text(one.onScreen)
  if ('goTo' in one) return `<a href="#${escapeHtml(one.goTo)}">${lines(one.words)}</a>`
  return ''
}

function idOf(anchor: string | undefined): string {
  return anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`
}

function labelsOf(labels: readonly (Label | 'used')[]): string {
  const cells = labels.map((label) => {
    if (label === 'used') return '<div></div>'
    const rows = label.lines.map((line) => `<p>${lines(line)}</p>`).join('')
    return `<div><p class="name"><strong>${lines(label.title)}</strong></p>${rows}<p class="foot">${lines(label.foot)}</p></div>`
  })
  return `<section class="labels">${cells.join('')}</section>`
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<div class="line"><h${block.level}${idOf(block.anchor)}>${text(block.text)}</h${block.level}>${beside(block.beside)}</div>`
    case 'title':
      return titleOf(block)
    case 'paragraph':
      return `<p class="${[block.size ?? 'body', block.align ?? ''].join(' ').trim()}">${text(block.text)}</p>`
    case 'list':
      return listOf(block.style, block.items)
    case 'facts':
      return factsOf(block)
    case 'table':
      return tableOf(block)
    case 'frame':
      return `<section class="frame">${block.title === undefined ? '' : `<h3>${text(block.title)}</h3>`}${block.blocks.map(blockOf).join('\n')}</section>`
    case 'numbers':
      return `<div class="numbers">${block.cards.map((card) => `<div><p class="small">${text(card.label)}</p><p class="number">${escapeHtml(card.value)}</p>${card.notes.map((note) => `<p class="small">${text(note)}</p>`).join('')}</div>`).join('')}</div>`
    case 'beside':
      return `<div class="beside"><div>${block.left.map(blockOf).join('\n')}</div><div>${block.right.map(blockOf).join('\n')}</div></div>`
    default:
      return furnitureOf(block)
  }
}

type Furniture = Exclude<Block, { kind: 'heading' | 'title' | 'paragraph' | 'list' | 'facts' | 'table' | 'frame' | 'numbers' | 'beside' }>

/** What is there to be written on, sealed or turned over. */
function furnitureOf(block: Furniture): string {
  switch (block.kind) {
    case 'stamp':
      return `<div class="line"><strong class="stamp">${text(block.text)}</strong>${beside(block.beside)}</div>`
    case 'writing':
      return `<div class="writing" style="min-height:${block.heightMm}mm">${text(block.label)}</div>`
    case 'seals':
      return `<div class="seals"><div>${block.lines.map(text).join('<br>')}</div>${block.boxes.map((name) => `<div class="seal">${escapeHtml(name)}</div>`).join('')}</div>`
    case 'signatures':
      return `<table class="facts write">${block.labels.map((label) => `<tr><th scope="row">${text(label)}</th><td></td></tr>`).join('')}</table>`
    case 'sender':
      return `<div class="sender"><div>${block.lines.map(text).join('<br>')}</div><div class="seal-space">${text(block.seal)}</div></div>`
    case 'gap':
      return `<div style="height:${block.mm}mm"></div>`
    case 'fill':
      return ''
    case 'page':
      return '<hr class="page">'
    case 'anchor':
      return `<span${idOf(block.anchor)}></span>`
    case 'running':
      return `<p class="small right">${text(block.text)}</p>`
    case 'labels':
      return labelsOf(block.labels)
    case 'drawing':
      return drawingOf(block)
  }
}

/** NOTE: as a picture, so that nothing in it can act on the page. Of a drawing in several parts the whole is shown, with the first. */
function drawingOf({ svg, alt, tile }: Drawing): string {
  if (tile?.joins.left !== undefined || tile?.joins.top !== undefined) return ''
  return `<img class="drawing" alt="${escapeHtml(alt)}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`
}

function beside(rich: Rich | undefined): string {
  return rich === undefined ? '' : `<span class="small">${text(rich)}</span>`
}

function titleOf(block: Extract<Block, { kind: 'title' }>): string {
  const above = block.above === undefined ? '' : `<p class="lead">${text(block.above)}</p>`
  const below = block.below === undefined ? '' : `<p class="lead">${text(block.below)}</p>`
  return `<header class="${block.side ?? 'center'}">${above}${beside(block.beside)}<h1 class="title">${text(block.text)}</h1>${below}</header>`
}

function listOf(style: 'dots' | 'numbers' | 'boxes', items: readonly Rich[]): string {
  const tag = style === 'numbers' ? 'ol' : 'ul'
  return `<${tag} class="${style}">${items.map((item) => `<li>${text(item)}</li>`).join('')}</${tag}>`
}

function factsOf(block: Extract<Block, { kind: 'facts' }>): string {
  const perLine = block.columns ?? 1
  const cells = block.rows.map(
    (fact) => `<th scope="row">${text(fact.label)}</th><td${fact.span ? ` colspan="${fact.span}"` : ''}>${text(fact.value)}</td>`,
  )
  const rows: string[] = []
  for (let at = 0; at < cells.length; at += block.rows[at]?.span ? 1 : perLine) {
    rows.push(`<tr>${cells.slice(at, at + (block.rows[at]?.span ? 1 : perLine)).join('')}</tr>`)
  }
  return `<table class="facts">${rows.join('')}</table>`
}

function tableOf(table: Table): string {
  const { columns } = table
  const head = columns.every((column) => column.title === '')
    ? ''
    : `<thead><tr>${columns.map((column) => `<th scope="col" class="${column.align ?? 'left'}"${column.width === 'rest' ? '' : ` style="width:${column.width}mm"`}>${text(column.title)}</th>`).join('')}</tr></thead>`
  return `<table aria-label="${escapeHtml(table.caption)}">${head}<tbody>${table.rows.map((row) => rowOf(table, row)).join('\n')}</tbody></table>`
}

function rowOf({ columns, rowMm }: Table, row: Row): string {
  if (row.kind === 'group') return `<tr class="group"><th scope="colgroup" colspan="${columns.length}">${text(row.text)}</th></tr>`
  const cells = row.cells.map((one, n) => {
    const cell: Cell = typeof one === 'object' && 'text' in one ? one : { text: one }
    const column = columns[n]
    const tag = column?.names ? 'th' : 'td'
    const scope = column?.names ? ' scope="row"' : ''
    const shown = cell.framed ? `<span class="framed">${text(cell.text)}</span>` : text(cell.text)
    return `<${tag}${scope}${idOf(cell.anchor)} class="${cell.align ?? column?.align ?? 'left'}"${cell.span ? ` colspan="${cell.span}"` : ''}>${shown}</${tag}>`
  })
  return `<tr${rowMm === undefined ? '' : ` style="height:${rowMm}mm"`}>${cells.join('')}</tr>`
}
