import type { VendorsView } from '@mimamori/contract'
import type { Vendor } from '@mimamori/domain'
import { useState } from 'react'
import { useMay } from '../../frame/rights.ts'
import { UpdateLetter } from '../../frame/update-letter.tsx'
import { useWords } from '../../text/words.tsx'
import { boxesOf, WaitingApproval } from './approval-card.tsx'
import { Decided } from './approval-decided.tsx'
import { PutUp } from './approval-put-up.tsx'

/** What the vendor is asked to update, where there is anything: the letter, and its approval where the facility wants one. */
export function Updates({ view, vendor }: { view: VendorsView; vendor: Vendor }) {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  if (!view.toAskForUpdates.includes(vendor.id)) return null
  return (
    <section className="card stack">
      <h2>{t('papers.updateLetter.title')}</h2>
      <UpdateLetter of={vendor.id} whole />
      {mayWrite && <ApprovalOfUpdates view={view} vendor={vendor} />}
    </section>
  )
}

function ApprovalOfUpdates({ view, vendor }: { view: VendorsView; vendor: Vendor }) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const own = view.approvals.filter(({ record }) => record.vendor === vendor.id)
  const waiting = own.find(({ record }) => record.state === 'waiting')
  const decided = own.filter(({ record }) => record.state === 'approved' || record.state === 'returned')
  return (
    <>
      {waiting ? (
        <WaitingApproval key={waiting.record.id} approval={waiting} boxes={boxesOf(view, waiting.record)} />
      ) : (
        <p>
          <button type="button" className="button low" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t('approval.updates.start')}
          </button>
        </p>
      )}
      {isOpen && !waiting && (
        <PutUp about={{ title: t('approval.updates', { vendor: vendor.name }), vendor: vendor.id }} done={() => setIsOpen(false)} />
      )}
      {decided.map((one) => (
        <Decided key={one.record.id} approval={one} boxes={boxesOf(view, one.record)} />
      ))}
    </>
  )
}
