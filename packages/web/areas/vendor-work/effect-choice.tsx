import type { VisitEffect } from '@mimamori/domain'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { ShortChoice } from '../../ui/field.tsx'

const effects: readonly (readonly [VisitEffect, PlainKey])[] = [
  ['checking', 'visits.effect.checking'],
  ['none', 'visits.effect.none'],
  ['some', 'visits.effect.some'],
]

/** 「他のシステムへの影響:確認中/なし/あり」. */
export function EffectChoice({ value, choose }: { value: VisitEffect | undefined; choose: (effect: VisitEffect) => void }) {
  const { t } = useWords()
  return (
    <ShortChoice
      legend={t('visits.effect')}
      choices={effects.map(([effect, word]) => ({ value: effect, label: t(word) }))}
      value={value}
      choose={(chosen) => choose(effects.find(([effect]) => effect === chosen)?.[0] ?? 'checking')}
    />
  )
}
