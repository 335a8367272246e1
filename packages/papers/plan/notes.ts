import { byId } from '@mimamori/domain'
import { type BoardFigure, noteOf } from '@mimamori/money'
import type { Context } from '../paper/context.ts'
import { type Inline, sayPlain } from '../paper/index.ts'

/** Deadlines of findings stand on the page, too; they are no figures of money, and their note comes last. */
export type NotedFigure = BoardFigure | 'due'

const dueNote = 8

export function numberOfNote(figure: NotedFigure): number {
  return figure === 'due' ? dueNote : noteOf(figure)
}

/** 892万円(注1): a figure with the number under which its reasons stand in the annex. */
export function noted({ t }: Context, text: string, figure: NotedFigure): readonly Inline[] {
  return [text, { keep: sayPlain(t.plan.noted, { n: numberOfNote(figure) }) }]
}

/** Where the screen tells the same. */
export function addressOf({ picture }: Context, figure: NotedFigure): string {
  return figure === 'due' ? `/f/${picture.facility}/findings` : `/f/${picture.facility}/money/board#note-${numberOfNote(figure)}`
}

/** 1〜3、7: whole numbers in their order, neighbours drawn together. */
export function rangesInWords({ t }: Context, numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const n of numbers) {
    const last = runs.at(-1)
    if (last?.to === n - 1) last.to = n
    else runs.push({ from: n, to: n })
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : sayPlain(t.plan.fromTo, { from, to }))).join(t.comma)
}

/** What these sources are called in the language of the paper. */
export function citationsOf({ catalogue, lang }: Context, sources: readonly string[]): readonly string[] {
  return sources.flatMap((id) => {
    const citation = byId(catalogue.sources, id)?.citation
    return citation === undefined ? [] : [typeof citation === 'string' ? citation : citation[lang]]
  })
}
