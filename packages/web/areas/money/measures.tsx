import { yenInWords } from '@mimamori/domain'
import { useId } from 'react'
import { useWords } from '../../text/words.tsx'
import type { MeasureLine } from './lines.ts'
import { SupportOfLine } from './support-of-line.tsx'

interface MeasuresParts {
  readonly lines: readonly MeasureLine[]
  readonly mayTick: boolean
  readonly tick: (line: MeasureLine) => void
}

/** What can be bought or done: ticked ones first as they stand, each with its price, who offers it and what it takes away. */
export function Measures({ lines, mayTick, tick }: MeasuresParts) {
  const { t } = useWords()
  return (
    <table className="money-measures">
      <caption className="hidden-words">{t('money.measures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('money.measures.head')}</th>
          <th scope="col" className="right">
            {t('money.measures.price')}
          </th>
          <th scope="col" className="right">
            {t('money.measures.takes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <MeasureRow key={line.id} line={line} mayTick={mayTick} tick={() => tick(line)} />
        ))}
      </tbody>
    </table>
  )
}

function MeasureRow({ line, mayTick, tick }: { line: MeasureLine; mayTick: boolean; tick: () => void }) {
  const { t, lang } = useWords()
  const id = useId()
  return (
    <tr className={line.isPlanned ? 'planned' : undefined}>
      <th scope="row">
        <span className="tick">
          <input
            id={id}
            type="checkbox"
            checked={line.isPlanned}
            disabled={!mayTick}
            aria-describedby={`${id}-more`}
            onChange={() => tick()}
          />
          <span>
            <label htmlFor={id}>{line.name}</label>
            <span className="source under" id={`${id}-more`}>
              <MeasureNotes line={line} />
            </span>
            {line.support && <SupportOfLine line={line.support} />}
          </span>
        </span>
      </th>
      <td className="right price">{yenInWords(line.priceYen, lang)}</td>
      <td className="right">
        {line.takesYen > 0 ? t('money.measures.less', { yen: yenInWords(line.takesYen, lang) }) : t('money.measures.nothing')}
      </td>
    </tr>
  )
}

/** Who offers it, what to know of its price, and how steady it is in the best choice. */
function MeasureNotes({ line: { isMandatory, isApproved, from, marks, steadyPercent, needs } }: { line: MeasureLine }) {
  const { t } = useWords()
  const notes = [
    ...(isMandatory ? [t('money.measures.mandatory')] : []),
    ...(isApproved ? [t('money.measures.approved')] : []),
    from ?? t('money.measures.usual'),
    ...marks,
    ...(needs.length > 0 ? [t('money.measures.needs', { names: needs.join(t('list.comma')) })] : []),
    ...(steadyPercent === undefined ? [] : [t('money.measures.steady', { percent: steadyPercent })]),
  ]
  return notes.join(t('list.dot'))
}
