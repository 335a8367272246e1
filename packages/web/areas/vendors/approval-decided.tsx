import { routes } from '@mimamori/contract'
import { type Approval, type ApprovalBox, date, type EvidenceId, entityId } from '@mimamori/domain'
import { setFields, type Versioned } from '../../data/changes.ts'
import { useRecord, useSaver } from '../../data/saving.tsx'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId, useMay, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SavedLine } from '../../ui/field.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { BoxMarks } from './approval-screen.tsx'
import { approvalScan, EvidenceField, scanTypes } from './evidence-field.tsx'

/** The number and the three days of a letter: 起案日・決裁日・施行日. */
export function ApprovalDays({ approval }: { approval: Approval }) {
  const { t, lang } = useWords()
  const { documentNumber, draftedOn, draftedBy, approvedOn, issuedOn } = approval
  const facts = [
    { name: t('approval.number'), value: documentNumber },
    { name: t('approval.draftedOn'), value: `${plainDate(draftedOn, lang)}${draftedBy === undefined ? '' : ` ${draftedBy}`}` },
    { name: t('approval.approvedOn'), value: approvedOn && plainDate(approvedOn, lang) },
    { name: t('approval.issuedOn'), value: issuedOn && plainDate(issuedOn, lang) },
  ]
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== undefined)
        .map(({ name, value }) => (
          <div className="fact" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** A letter that was decided, with what can still be added: when it went out, its number, its scan, and 「後閲」. */
export function Decided({ approval: stored, boxes }: { approval: Versioned<Approval>; boxes: readonly Versioned<ApprovalBox>[] }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  const today = date(useToday())
  const approval = useRecord('approvals', stored)
  const { record } = approval
  const isApproved = record.state === 'approved'
  return (
    <details className="decided">
      <summary>
        {record.title}{' '}
        <span className="source">
          {t(!isApproved ? 'approval.mark.returned' : record.way === 'paper' ? 'approval.byPaper' : 'approval.byScreen')}
        </span>
      </summary>
      <div className="stack">
        <ApprovalDays approval={record} />
        <BoxMarks approval={record} boxes={boxes} />
        {isApproved && mayWrite && (
          <>
            <DateField
              label={t('approval.issuedOn')}
              help={t('approval.issuedOn.help')}
              value={record.issuedOn}
              today={today}
              save={(issuedOn) => void saver.save([setFields('approvals', approval, { issuedOn })])}
            />
            <SavedLine
              label={t('approval.number')}
              maxLength={60}
              value={record.documentNumber}
              save={(documentNumber) => void saver.save([setFields('approvals', approval, { documentNumber })])}
            />
            <EvidenceField
              words={approvalScan}
              accept={scanTypes}
              kept={record.scan !== undefined}
              keep={(scan) => void saver.save([setFields('approvals', approval, { scan: entityId<EvidenceId>(scan) })])}
            />
          </>
        )}
        <p>
          <DownloadButton
            route={routes.makePaper}
            input={{ params: { facility, kind: 'approval' }, query: { format: 'pdf', id: record.id } }}
            name="approval.pdf"
            look="button low"
          >
            {t('approval.print')}
          </DownloadButton>
        </p>
      </div>
    </details>
  )
}
