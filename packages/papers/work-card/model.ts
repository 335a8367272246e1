import type { CardSize, WorkCard } from '@mimamori/catalog'
import { having } from '@mimamori/domain'
import { facilityForm } from '../checklist/form.ts'
import { type Context, contextOf, markOf, type PaperInput } from '../paper/context.ts'
import { type Block, facts, heading, line, list, type Paper, paragraph, row, say, sayPlain, small, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'

/** One work card on one A4, with the steps that were done already; undefined for a card that the catalogue does not have. */
export function workCardPaper(input: PaperInput, options: { readonly card: string; readonly size: CardSize }): Paper | undefined {
  const at = contextOf(input)
  const card = at.catalogue.workCards.find((one) => one.id === options.card)
  if (!card) return undefined
  return {
    kind: 'work-card',
    lang: at.lang,
    copy: at.copy,
    title: at.t.card.title + at.t.colon + card.title[at.lang],
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: cardBlocks(at, card, options.size),
  }
}

/** だれが・前に・手順・しないとき・聞く言葉, in this order. */
function cardBlocks(at: Context, card: WorkCard, size: CardSize): readonly Block[] {
  const words = at.t.card
  const { lang } = at
  const variant = card.variants?.find((one) => one.for === size)
  const item = facilityForm(at)?.rows.find((one) => one.item.topic === card.topic)
  const texts = (list: readonly { readonly ja: string; readonly en: string }[]) => list.map((one) => one[lang])
  return [
    heading(1, card.title[lang] + markOf(card.confidence, at.t), { beside: say(words.minutes, { n: variant?.minutes ?? card.minutes }) }),
    facts([...(item ? [[words.item, `${item.item.number} ${item.title}`] as const] : []), [words.who, (variant?.who ?? card.who)[lang]]], {
      labelMm: 34,
    }),
    ...(card.before.length > 0 ? [heading(2, words.before), list('boxes', texts(card.before))] : []),
    heading(2, words.steps),
    stepTable(at, card, size),
    ...(card.checkAfter.length > 0 ? [heading(2, words.after), list('boxes', texts(card.checkAfter))] : []),
    ...(card.whenNot.length > 0 ? [heading(2, words.whenNot), list('dots', texts(card.whenNot))] : []),
    { kind: 'frame', title: words.ask, blocks: [paragraph(card.askVendor[lang])] },
    small(line(words.evidence, at.t.colon, card.evidence[lang])),
    ...(card.note ? [small(line(words.note, at.t.colon, card.note[lang]))] : []),
    { kind: 'fill' },
    { kind: 'signatures', labels: [words.doneDay, words.doneBy] },
  ]
}

function stepTable(at: Context, card: WorkCard, size: CardSize): Block {
  const words = at.t.card
  const ticks = having(at.slices.ticks, 'card', card.id)
  const steps = card.steps.filter((step) => step.for === undefined || step.for === size)
  const rows = steps.map((step, n) => {
    const tick = ticks.filter((one) => one.step === step.id).at(-1)
    const done = tick ? sayPlain(words.doneOn, { on: shortDay(tick.doneOn, at.lang), by: tick.by ?? '' }) : ''
    return row(String(n + 1), step.text[at.lang], tick ? `✓\n${done}` : '□')
  })
  const columns = [
    { title: '', width: 9, align: 'center', names: true },
    { title: words.step, width: 'rest' },
    { title: words.done, width: 26, align: 'center' },
  ] as const
  return table(words.steps, columns, rows)
}
