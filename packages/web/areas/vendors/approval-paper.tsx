import { type Approval, type CalendarDate, date, type EvidenceId, entityId } from '@mimamori/domain'
import { useState } from 'react'
import { setFields, type Versioned } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { announce } from '../../ui/say.tsx'
import { approvalScan, EvidenceField, scanTypes } from './evidence-field.tsx'

/** 「紙で決裁済みにする」: the day, the number, the day it went out, and the scan. As good as on the screen. */
export function OnPaper({ approval: now }: { approval: Versioned<Approval> }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  // NOTE: as it was when typing began; where somebody else has decided it meanwhile, both are shown.
  const [approval] = useState(now)
  const [on, setOn] = useState<CalendarDate | undefined>(today)
  const [issuedOn, setIssuedOn] = useState<CalendarDate>()
  const [number, setNumber] = useState(approval.record.documentNumber ?? '')
  const [scan, setScan] = useState<string>()
  async function keep(): Promise<void> {
    if (on === undefined) return
    const values = {
      state: 'approved',
      way: 'paper',
      approvedOn: on,
      ...(issuedOn !== undefined && { issuedOn }),
      ...(number.trim() !== '' && { documentNumber: number.trim() }),
      ...(scan !== undefined && { scan: entityId<EvidenceId>(scan) }),
    } as const
    const outcome = await saver.save([setFields('approvals', approval, values)])
    if (outcome.kind === 'saved') announce(t('approval.kept'))
  }
  return (
    <details>
      <summary>{t('approval.onPaper')}</summary>
      <div className="stack">
        <DateField label={t('approval.approvedOn')} value={on} today={today} save={setOn} />
        <Field label={t('approval.number')}>
          {(props) => <input {...props} maxLength={60} value={number} onChange={(event) => setNumber(event.target.value)} />}
        </Field>
        <DateField label={t('approval.issuedOn')} help={t('approval.issuedOn.help')} value={issuedOn} today={today} save={setIssuedOn} />
        <EvidenceField words={approvalScan} accept={scanTypes} kept={scan !== undefined} keep={setScan} />
        <p>
          <button type="button" className="button filled" onClick={() => void keep()}>
            {t('approval.onPaper')}
          </button>
        </p>
      </div>
    </details>
  )
}
