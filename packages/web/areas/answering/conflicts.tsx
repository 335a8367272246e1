import type { AnswerConflict } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { stateOfAnswer, useStateWord } from '../../ui/state-chip.tsx'

/** What the hospital has changed while the vendor was writing. */
export function Conflicts({ conflicts, over }: { conflicts: readonly AnswerConflict[]; over: () => void }) {
  const { t } = useWords()
  const stateWord = useStateWord()
  return (
    <div className="box-differs stack" role="alert">
      <p>{t('submit.conflict')}</p>
      <ul>
        {conflicts.map(({ id, number, theirs }) => {
          const answer = stateWord(stateOfAnswer(theirs.answer))
          const note = theirs.note ?? theirs.reason
          return (
            <li key={id}>
              {note === undefined ? t('submit.theirs', { number, answer }) : t('submit.theirsNote', { number, answer, note })}
            </li>
          )
        })}
      </ul>
      <p>
        <button type="button" className="button" onClick={over}>
          {t('submit.over')}
        </button>
      </p>
    </div>
  )
}
