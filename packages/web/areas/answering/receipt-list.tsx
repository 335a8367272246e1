import type { ReceiptView } from '@mimamori/contract'
import type { ReactNode } from 'react'
import { useWords } from '../../text/words.tsx'
import { dateAndTime } from '../../ui/show-date.ts'

/** What was handed in before, the latest first. */
export function ReceiptList({ receipts, link }: { receipts: readonly ReceiptView[]; link: (number: string) => ReactNode }) {
  const { t, lang } = useWords()
  if (receipts.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('receipt.list', { count: receipts.length })}</h2>
      <ul className="stack small">
        {receipts.map((receipt) => (
          <li key={receipt.number}>
            <p>{t('receipt.taken', { number: receipt.number, at: dateAndTime(receipt.at, lang) })}</p>
            <p>
              {receipt.isCorrection && <span className="second">{t('receipt.correction')} </span>}
              {link(receipt.number)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
