import { loadCatalogue } from '@mimamori/catalog'
import type { Lang } from '@mimamori/domain'
import { coverageOf, type QuoteReference, type QuoteSource, sumQuotes, type YenRange } from '@mimamori/money'
import type { Command } from '../command.ts'
import { type QuotesAnswer, quotesAnswer } from '../money/answers.ts'
import { wholeOption } from '../money/options.ts'
import { supportPart } from '../money/support.ts'
import { quotesInWords } from '../money/words.ts'
import { openFolder } from '../open-folder.ts'

export const quotesCommand: Command = {
  name: 'quotes',
  usage: 'mimamori quotes [FOLDER] [--terminals N] [--json]',
  summary: {
    ja: '論文にある3社の見積を足し直し、8つの対策のうちないものを出します。施設のフォルダーがあれば、使えそうな支援も出します',
    en: 'Add up the three published quotes again with the protections that each lacks; with a folder, also the support that may fit',
  },
  options: { terminals: { type: 'string' } },
  positionals: [0, 1],
  schema: quotesAnswer,
  async run(call) {
    const terminals = wholeOption(call, 'terminals', { least: 1, most: 100_000 })
    const [folder] = call.positionals
    const opened = folder === undefined ? undefined : await openFolder(folder, call)
    const quotes = quotesOf(loadCatalogue(), { lang: call.lang, terminals, asOf: call.asOf })
    const answer = opened ? { ...quotes, support: supportPart(opened, call) } : quotes
    call.answer(answer, () => quotesInWords(answer, call.lang))
    return opened?.status ?? 0
  },
}

interface Asked {
  readonly lang: Lang
  readonly terminals: number | undefined
  readonly asOf: Parameters<typeof sumQuotes>[1]['asOf']
}

function quotesOf(reference: QuoteReference, asked: Asked): QuotesAnswer {
  const { lang } = asked
  const coverages = reference.quoteSources.map((source) => coverageOf(reference, source, asked.terminals))
  return {
    sources: reference.quoteSources.map((source) => sourceOf(reference, source, asked)),
    protections: reference.protections.toSorted((a, b) => a.order - b.order).map(({ id, name }) => ({ id, name: name[lang] })),
    places: reference.protectionPlaces
      .toSorted((a, b) => a.order - b.order)
      .map(({ id, name, building, protections }) => ({
        id,
        name: name[lang],
        building: building[lang],
        protections: [...protections],
        open: Object.fromEntries(
          coverages.map(({ source, places }) => [source, [...(places.find((one) => one.place.id === id)?.open ?? [])]]),
        ),
      })),
  }
}

function sourceOf(
  reference: QuoteReference,
  source: QuoteSource,
  { lang, terminals = source.terminals, asOf }: Asked,
): QuotesAnswer['sources'][number] {
  const sum = sumQuotes(source.lines, { terminals, ...(asOf !== undefined && { asOf }) })
  const { covered, holes } = coverageOf(reference, source, terminals)
  return {
    id: source.id,
    name: source.name[lang],
    terminals,
    lines: source.lines.map(({ id, title, minYen, maxYen, openUpper, unit, taxIncluded, covers }) => ({
      ...{ id, title: title[lang], minYen, maxYen, openUpper, unit, taxIncluded },
      covers: [...covers],
    })),
    perYear: priceOf(sum.firstYear),
    oneOff: priceOf(joined(sum.oneOff, sum.visit)),
    recurring: priceOf(sum.recurring),
    threeYears: priceOf(sum.tco(3)),
    taxIncluded: sum.tax,
    unpriced: [...sum.unpriced],
    printed: { min: source.printed.minYen, max: source.printed.maxYen, text: source.printed.text[lang] },
    covered: [...covered],
    holes: [...holes],
    note: source.note[lang],
    confidence: source.confidence,
  }
}

function joined(a: YenRange, b: YenRange): YenRange {
  return {
    minYen: a.minYen + b.minYen,
    maxYen: a.maxYen === null || b.maxYen === null ? null : a.maxYen + b.maxYen,
    namedMaxYen: a.namedMaxYen + b.namedMaxYen,
  }
}

function priceOf({ minYen, maxYen, namedMaxYen }: YenRange) {
  return { min: minYen, max: namedMaxYen, openUpper: maxYen === null }
}
