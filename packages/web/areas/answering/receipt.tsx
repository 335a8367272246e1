import type { ReceiptView } from '@mimamori/contract'
import type { ReactNode } from 'react'
import { Page } from '../../frame/page.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { ItemNumber } from '../../ui/marks.tsx'
import { dateAndTime, plainDate } from '../../ui/show-date.ts'
import { stateOfAnswer, useStateWord } from '../../ui/state-chip.tsx'
import { type SheetAt, useSheet } from './use-sheet.ts'
import './answering.css'

/** The receipt on one page, to be printed for the vendor's own file. */
export function Receipt({ at, number, above }: { at: SheetAt; number: string; above: ReactNode }) {
  const { t } = useWords()
  const view = useSheet(at)
  return (
    <Page
      className="wide"
      title={t('receipt.title')}
      above={above}
      tools={
        <button type="button" className="button" onClick={() => window.print()}>
          {t('print')}
        </button>
      }
    >
      <Loaded query={view}>
        {(loaded) => {
          const receipt = loaded.receipts.find((one) => one.number === number)
          return receipt ? <Paper receipt={receipt} /> : <p className="card">{t('problem.title')}</p>
        }}
      </Loaded>
    </Page>
  )
}

function Paper({ receipt }: { receipt: ReceiptView }) {
  const { t, say, lang } = useWords()
  const { answeredBy: by } = receipt
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('receipt.to'), receipt.facility],
    [t('receipt.system'), receipt.system],
    [t('receipt.edition'), say(receipt.edition)],
    [t('receipt.by'), [by.name, by.department, by.phone].filter((part) => part !== undefined).join(t('list.comma'))],
    [t('receipt.approved'), receipt.approvedBy],
    [t('receipt.why'), receipt.why],
  ]
  return (
    <div className="stack loose">
      <p className="box-note" role="status">
        <strong>{t('receipt.taken', { number: receipt.number, at: dateAndTime(receipt.at, lang) })}</strong>{' '}
        {receipt.isCorrection && t('receipt.correction')}
      </p>
      <dl className="facts">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <AnswerTable receipt={receipt} />
    </div>
  )
}

function AnswerTable({ receipt }: { receipt: ReceiptView }) {
  const { t, say, lang } = useWords()
  const stateWord = useStateWord()
  return (
    <div className="table-frame">
      <table className="table as-cards">
        <caption className="hidden-words">{t('receipt.answers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('receipt.item')}</th>
            <th scope="col">{t('receipt.answer')}</th>
            <th scope="col">{t('receipt.checked')}</th>
            <th scope="col">{t('receipt.notes')}</th>
          </tr>
        </thead>
        <tbody>
          {receipt.answers.map((answer) => (
            <tr key={answer.number}>
              <th scope="row">
                <ItemNumber number={answer.number} /> {say(answer.title)}
              </th>
              <td data-name={t('receipt.answer')}>{stateWord(stateOfAnswer(answer.answer))}</td>
              <td data-name={t('receipt.checked')}>{answer.checkedOn !== undefined && plainDate(answer.checkedOn, lang)}</td>
              <td data-name={t('receipt.notes')}>
                {[answer.reason, answer.targetOn && plainDate(answer.targetOn, lang), answer.note].filter(Boolean).join(' / ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
