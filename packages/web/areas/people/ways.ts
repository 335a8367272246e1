import { type PlainKey, useWords } from '../../text/words.tsx'
import type { Choice } from '../../ui/field.tsx'

export type Way = 'card' | 'mail' | 'phone'

const words: Readonly<Record<Way, PlainKey>> = { card: 'invite.way.card', mail: 'invite.way.mail', phone: 'invite.way.phone' }
const ways: readonly Way[] = ['card', 'mail', 'phone']

/** The ways in which an invitation can be told. */
export function useWayChoices(): readonly Choice[] {
  const { t } = useWords()
  return ways.map((value) => ({ value, label: t(words[value]) }))
}

export function asWay(value: string): Way {
  return ways.find((way) => way === value) ?? 'card'
}
