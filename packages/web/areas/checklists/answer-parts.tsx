import type { ChecklistItemView, ChecklistView } from '@mimamori/contract'
import { useSaver } from '../../data/saving.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { AnswerBlock } from './answer-block.tsx'
import { answersOf, joinAnswers, splitAnswer } from './answers.ts'

export const partWords: Readonly<Record<string, PlainKey>> = {
  organisation: 'part.organisation',
  general: 'part.general',
  server: 'part.server',
  'client-pc': 'part.clientPc',
  network: 'part.network',
}

/** The answer to an item; where it is printed twice, an answer for each row if they differ. */
export function ItemAnswers({ view, item, readOnly }: { view: ChecklistView; item: ChecklistItemView; readOnly: boolean }) {
  const { t } = useWords()
  const saver = useSaver()
  const { whole, parts } = answersOf(item)
  const printedTwice = item.rows.length > 1 && item.rows.length < 4
  if (parts.length > 0)
    return (
      <div className="stack">
        {parts.map((part) => (
          <section key={part.record.id} className="stack">
            <h2>{t(partWords[part.record.part ?? 'general'] ?? 'part.general')}</h2>
            <AnswerBlock view={view} item={item} answer={part} readOnly={readOnly} keys={false} />
          </section>
        ))}
        {!readOnly && (
          <p>
            <button type="button" className="text-button" onClick={() => void saver.save(joinAnswers(parts))}>
              {t('part.together')}
            </button>
          </p>
        )}
      </div>
    )
  if (!whole) return null
  return (
    <>
      <AnswerBlock view={view} item={item} answer={whole} readOnly={readOnly} keys />
      {printedTwice && !readOnly && (
        <p>
          <button type="button" className="text-button small" onClick={() => void saver.save(splitAnswer(whole, item.rows))}>
            {t('part.apart')}
          </button>
        </p>
      )}
    </>
  )
}
