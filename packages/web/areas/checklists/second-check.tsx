import { type Answer, date } from '@mimamori/domain'
import { useState } from 'react'
import { setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { type AnswerView, offersSecondCheck, secondCheckValues } from './answers.ts'

/** The last 「いいえ」 that stood here while the item was on the screen. */
function useLastNo(record: Answer): Answer | undefined {
  const [last, setLast] = useState<Answer>()
  const isNew = last?.checkedOn !== record.checkedOn || last?.targetOn !== record.targetOn || last?.recheckedOn !== record.recheckedOn
  if (record.answer === 'no' && (last === undefined || isNew)) setLast(record)
  return last
}

/** After 「いいえ」 became 「はい」: what was kept, and the way to write it as the second check. */
export function SecondCheckOffer({ answer, brief = false }: { answer: AnswerView; brief?: boolean }) {
  const { t, lang } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const { record } = answer
  const before = useLastNo(record)
  const { targetOn } = record
  const target = targetOn === undefined ? undefined : plainDate(targetOn, lang)
  if (record.answer !== 'yes') return null
  const second = offersSecondCheck(record, before, today)
    ? () => void saver.save([setFields('answers', answer, secondCheckValues(before, today))])
    : undefined
  if (brief)
    return second ? (
      <button type="button" className="text-button small" onClick={second}>
        {t('second.keep')}
      </button>
    ) : null
  if (!second && target === undefined) return null
  return (
    <div className="box-note stack">
      {second && <p>{t('second.says', { date: plainDate(before?.checkedOn ?? today, lang) })}</p>}
      {target !== undefined && <p className="small">{t('second.target', { date: target })}</p>}
      <p className="row">
        {second && (
          <button type="button" className="button low" onClick={second}>
            {t('second.keep')}
          </button>
        )}
        {target !== undefined && (
          <button
            type="button"
            className="text-button"
            onClick={() => void saver.save([setFields('answers', answer, { targetOn: undefined })])}
          >
            {t('second.dropTarget')}
          </button>
        )}
      </p>
    </div>
  )
}
