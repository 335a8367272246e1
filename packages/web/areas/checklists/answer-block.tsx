import { date } from '@mimamori/domain'
import { useState } from 'react'
import { setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useToday } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field, useDraft } from '../../ui/field.tsx'
import { Sign, type SignName } from '../../ui/sign.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { AfterAnswer } from './after-answer.tsx'
import type { AnswerBlockProps } from './answer-props.ts'
import { type AnswerView, answerChange, answerValues, isProposal, type Said, stateOf } from './answers.ts'
import { SecondCheckOffer } from './second-check.tsx'

const four: readonly { said: Said; word: PlainKey; sign: SignName; look: string }[] = [
  { said: 'yes', word: 'state.yes', sign: 'circle', look: 'yes' },
  { said: 'no', word: 'state.no', sign: 'cross', look: 'no' },
  { said: 'ask-vendor', word: 'answer.askVendor', sign: 'question', look: 'unknown' },
  { said: 'later', word: 'answer.later', sign: 'clock', look: 'planned' },
]

/** Four equal answers; what follows from the chosen one stands in the same place. */
export function AnswerBlock(props: AnswerBlockProps) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const { answer, readOnly, keys } = props
  const chosen = stateOf(answer.record)
  if (readOnly)
    return (
      <div className="stack">
        <p>
          <StateChip state={chosen} />
        </p>
        <AfterAnswer {...props} />
      </div>
    )
  const said = isProposal(answer.record) ? undefined : (answer.record.answer ?? answer.record.pending)
  return (
    <div className="stack">
      {isProposal(answer.record) && <Proposal answer={answer} />}
      <fieldset className="answers">
        <legend className="hidden-words">{t('answer.legend')}</legend>
        {four.map((each, at) => (
          <button
            key={each.said}
            type="button"
            className={said === each.said ? `answer ${each.look} chosen` : `answer ${each.look}`}
            aria-pressed={said === each.said}
            onClick={() => void saver.save([answerChange(answer, each.said, today)])}
          >
            <span className="answer-sign">
              <Sign name={each.sign} size={18} />
            </span>
            {t(each.word)}
            {keys && (
              <span className="key" aria-hidden="true">
                {at + 1}
              </span>
            )}
          </button>
        ))}
      </fieldset>
      {said === undefined && <p className="small second">{t('answer.noMeans')}</p>}
      <SecondCheckOffer answer={answer} />
      <NotApplicable {...props} />
      <AfterAnswer {...props} />
    </div>
  )
}

/** Last year's answer, which counts for nothing until somebody says that it still holds. */
function Proposal({ answer }: { answer: AnswerView }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const said = answer.record.answer
  return (
    <div className="proposal">
      <p>
        {said !== undefined && <StateChip state={said} />} {t('proposal.says')}
      </p>
      <button type="button" className="button" onClick={() => void saver.save([setFields('answers', answer, { checkedOn: today })])}>
        {t('proposal.confirm')}
      </button>
    </div>
  )
}

/** 「対象外」 stands apart from the four, and never without a reason. */
function NotApplicable({ answer }: AnswerBlockProps) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const isAside = answer.record.answer === 'not-applicable'
  const [open, setOpen] = useState(false)
  const draft = useDraft(
    answer.record.reason,
    (reason) =>
      void saver.save([
        setFields(
          'answers',
          answer,
          reason === undefined ? { reason } : { ...answerValues('not-applicable', answer.record, today), reason },
        ),
      ]),
    { pause: false },
  )
  if (!open && !isAside)
    return (
      <p>
        <button type="button" className="text-button small" onClick={() => setOpen(true)}>
          {t('aside.open')}
        </button>
      </p>
    )
  return (
    <div className="card stack opens">
      <Field label={t('aside.reason')} help={t('aside.help')}>
        {(props) => (
          <textarea
            {...props}
            rows={2}
            maxLength={2000}
            value={draft.text}
            onChange={(event) => draft.type(event.target.value)}
            onBlur={draft.store}
          />
        )}
      </Field>
      <p className="row">
        <button type="button" className="button low" onClick={draft.store}>
          {t('aside.keep')}
        </button>
        {!isAside && (
          <button type="button" className="text-button" onClick={() => setOpen(false)}>
            {t('aside.back')}
          </button>
        )}
      </p>
    </div>
  )
}
