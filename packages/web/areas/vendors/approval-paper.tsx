import { routes } from '@mimamori/contract'
import { type Approval, type CalendarDate, date, type EvidenceId, entityId } from '@mimamori/domain'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { upload } from '../../data/api.ts'
import { setFields, type Versioned } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'

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
        <ScanField kept={scan !== undefined} keep={setScan} />
        <p>
          <button type="button" className="button filled" onClick={() => void keep()}>
            {t('approval.onPaper')}
          </button>
        </p>
      </div>
    </details>
  )
}

/** The scan is kept as 根拠資料, and named by the approval. */
export function ScanField({ kept, keep }: { kept: boolean; keep: (evidence: string) => void }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const attach = useMutation({
    mutationFn: (file: File) => upload(routes.addEvidence, { params: { facility }, query: {} }, file),
    onSuccess: ({ evidence }) => keep(evidence),
  })
  return (
    <div>
      <Field label={t('approval.scan')} help={t('approval.scan.help')}>
        {(props) => (
          <input
            {...props}
            type="file"
            accept="image/*,.pdf"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) attach.mutate(file)
            }}
          />
        )}
      </Field>
      <p className="small" role="status">
        {attach.isPending ? t('working') : kept ? t('approval.scan.kept') : ''}
      </p>
      {attach.isError && <Problem error={attach.error} />}
    </div>
  )
}
