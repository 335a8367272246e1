import { routes, type VendorSheetLine, type VendorsView } from '@mimamori/contract'
import { type Approval, type ApprovalBox, entityId, type SheetId } from '@mimamori/domain'
import { useState } from 'react'
import { setFields, type Versioned } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords, type Words } from '../../text/words.tsx'
import { BoxNames } from './approval-boxes.tsx'
import { ApprovalDays, Decided } from './approval-decided.tsx'
import { OnPaper } from './approval-paper.tsx'
import { PutUp } from './approval-put-up.tsx'
import { BoxMarks } from './approval-screen.tsx'

interface CardProps {
  readonly view: VendorsView
  readonly line: VendorSheetLine
}

/** 決裁: the letter of this sheet waits until it is approved, on paper or on the screen; those that were stay below. */
export function ApprovalCard({ view, line }: CardProps) {
  const { t } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const ofSheet = view.approvals.filter(({ record }) => record.about === 'request' && record.sheets?.some((id) => id === line.sheet))
  const waiting = ofSheet.find(({ record }) => record.id === line.asking?.approval)
  const decided = ofSheet.filter(({ record }) => record.state === 'approved' || record.state === 'returned')
  return (
    <section className="card stack">
      <h2>{t('approval.title')}</h2>
      {waiting ? (
        <WaitingApproval key={waiting.record.id} approval={waiting} boxes={boxesOf(view, waiting.record)} />
      ) : (
        <>
          <p className="small">{t('approval.says')}</p>
          <p>
            <button type="button" className="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {t('approval.start')}
            </button>
          </p>
          {isOpen && <PutUp about={letterOf(t, line)} done={() => setIsOpen(false)} />}
        </>
      )}
      {decided.map((one) => (
        <Decided key={one.record.id} approval={one} boxes={boxesOf(view, one.record)} />
      ))}
    </section>
  )
}

function letterOf(t: Words['t'], { vendorName, sheet }: VendorSheetLine): Pick<Approval, 'title' | 'sheets'> {
  return { title: t('approval.letter', { vendor: vendorName }), sheets: [entityId<SheetId>(sheet)] }
}

export function boxesOf(view: VendorsView, { id }: Approval): readonly Versioned<ApprovalBox>[] {
  return view.approvalBoxes.filter(({ record }) => record.approval === id).toSorted((a, b) => a.record.place - b.record.place)
}

/** Something that waits for its approval: printed, approved on paper or on the screen, or withdrawn. */
export function WaitingApproval({ approval, boxes }: { approval: Versioned<Approval>; boxes: readonly Versioned<ApprovalBox>[] }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const saver = useSaver()
  const { record } = approval
  return (
    <div className="stack">
      <ApprovalDays approval={record} />
      <p className="row">
        <DownloadButton
          route={routes.makePaper}
          input={{ params: { facility, kind: 'approval' }, query: { format: 'pdf', id: record.id } }}
          name="approval.pdf"
          look="button"
        >
          {t('approval.print')}
        </DownloadButton>
        <button
          type="button"
          className="button low"
          onClick={() => void saver.save([setFields('approvals', approval, { state: 'withdrawn' })])}
        >
          {t('approval.withdraw')}
        </button>
      </p>
      <BoxNames approval={record} boxes={boxes} />
      <OnPaper approval={approval} />
      <h3>{t('approval.onScreen')}</h3>
      <BoxMarks approval={record} boxes={boxes} />
    </div>
  )
}
