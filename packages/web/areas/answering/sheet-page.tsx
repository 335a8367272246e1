import { getRouteApi, Link } from '@tanstack/react-router'
import { useWords } from '../../text/words.tsx'
import { AnswerSheet } from './answer-sheet.tsx'
import { Receipt } from './receipt.tsx'

const here = getRouteApi('/v/$relation/$sheet')
const receiptAt = getRouteApi('/v/$relation/$sheet/receipt/$number')

/** A sheet, for somebody with an account. */
export function SheetPage() {
  const { t } = useWords()
  const { relation, sheet } = here.useParams()
  return (
    <AnswerSheet
      at={{ place: relation, sheet }}
      above={
        <p className="small no-print">
          <Link to="/v">{t('answer.back')}</Link>
        </p>
      }
      receiptLink={(number) => (
        <Link to="/v/$relation/$sheet/receipt/$number" params={{ relation, sheet, number }}>
          {t('clients.next.submitted')}
        </Link>
      )}
    />
  )
}

export function ReceiptPage() {
  const { t } = useWords()
  const { relation, sheet, number } = receiptAt.useParams()
  return (
    <Receipt
      at={{ place: relation, sheet }}
      number={number}
      above={
        <p className="small no-print">
          <Link to="/v/$relation/$sheet" params={{ relation, sheet }}>
            {t('answer.titleAll')}
          </Link>
        </p>
      }
    />
  )
}
