import type { TextView } from '@mimamori/contract'
import { byId } from '@mimamori/domain'
import type { Kept } from '../../kept.ts'

/** A sentence of the catalogue on urgency, exposure and duty. */
export function saysOf({ catalogue }: Pick<Kept, 'catalogue'>, id: string): TextView {
  const says = byId(catalogue.reference.urgencySentences, id)?.says
  if (!says) throw new Error(`urgencySentences has no ${id}`)
  return says
}

/** The sentences for how sure an answer is. */
export function reasonsSay({ catalogue }: Pick<Kept, 'catalogue'>, reasons: readonly string[]): TextView[] {
  return reasons.flatMap(
    (reason) => byId(catalogue.reference.matchSentences, reason.includes(':') ? reason : `match:${reason}`)?.says ?? [],
  )
}
