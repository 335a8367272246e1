import { type ChecklistView, routes } from '@mimamori/contract'
import { type CalendarDate, date, type EvidenceId, entityId, type RequestId } from '@mimamori/domain'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { upload } from '../../data/api.ts'
import { addRecord, newId, setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useFacilityId, useSession, useToday } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field, ShortChoice } from '../../ui/field.tsx'
import { FieldProblem, Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { countTyped } from './paper-answers.ts'
import type { Way } from './ways.ts'

const ways: readonly { value: Way; word: PlainKey }[] = [
  { value: 'fax', word: 'way.fax' },
  { value: 'post', word: 'way.post' },
  { value: 'hand', word: 'way.hand' },
]

/** The end of typing in: who answered, when it came, who typed it, and the scan. The sheet is marked for ever. */
export function PaperEnd({ view }: { view: ChecklistView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const navigate = useNavigate()
  const saver = useSaver()
  const today = date(useToday())
  const me = useSession()?.person?.name ?? ''
  // NOTE: as it was when typing began; where somebody else has ended the same reply meanwhile, both are shown.
  const [sheet] = useState(view.sheet)
  const { record } = sheet
  const [answeredBy, setAnsweredBy] = useState(record.answeredBy ?? '')
  const [typedBy, setTypedBy] = useState(record.typedBy ?? me)
  const [receivedOn, setReceivedOn] = useState<CalendarDate | undefined>(record.returnedOn)
  const [way, setWay] = useState<Way>('fax')
  const [scan, setScan] = useState<string | undefined>(record.scan)
  const [missing, setMissing] = useState<PlainKey>()
  const attach = useMutation({
    mutationFn: (file: File) => upload(routes.addEvidence, { params: { facility }, query: {} }, file),
    onSuccess: ({ evidence }) => setScan(evidence),
  })

  async function finish(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const lack =
      answeredBy.trim() === ''
        ? 'paper.answeredBy.missing'
        : receivedOn === undefined
          ? 'paper.receivedOn.missing'
          : typedBy.trim() === ''
            ? 'paper.typedBy.missing'
            : undefined
    setMissing(lack)
    if (lack !== undefined || receivedOn === undefined) return
    const values = {
      returnedOn: receivedOn,
      replyBy: 'paper' as const,
      answeredBy: answeredBy.trim(),
      typedBy: typedBy.trim(),
      ...(scan !== undefined && { scan: entityId<EvidenceId>(scan) }),
    }
    const reply = addRecord('requests', {
      id: entityId<RequestId>(newId('request')),
      sheet: record.id,
      kind: 'reply',
      way,
      on: receivedOn,
      person: answeredBy.trim(),
    })
    const outcome = await saver.save([setFields('sheets', sheet, values), reply])
    if (outcome.kind !== 'saved') return
    announce(t('paper.kept'))
    await navigate({ to: '/f/$facility/vendors/$sheet/ask', params: { facility, sheet: record.id } })
  }

  const { typed, of } = countTyped(view.items)
  return (
    <form className="card stack paper-end" noValidate onSubmit={(event) => void finish(event)}>
      <h2>{t('paper.end')}</h2>
      <p className="small">{t('paper.typed', { typed, of })}</p>
      <Field label={t('paper.answeredBy')}>
        {(props) => (
          <input {...props} autoComplete="off" maxLength={200} value={answeredBy} onChange={(event) => setAnsweredBy(event.target.value)} />
        )}
      </Field>
      <DateField label={t('paper.receivedOn')} value={receivedOn} today={today} save={setReceivedOn} />
      <Field label={t('paper.typedBy')}>
        {(props) => (
          <input {...props} autoComplete="off" maxLength={200} value={typedBy} onChange={(event) => setTypedBy(event.target.value)} />
        )}
      </Field>
      <ShortChoice
        legend={t('paper.way')}
        choices={ways.map((each) => ({ value: each.value, label: t(each.word) }))}
        value={way}
        choose={(value) => setWay(ways.find((each) => each.value === value)?.value ?? 'fax')}
      />
      <Field label={t('paper.scan')} help={t('paper.scan.help')}>
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
      {attach.isPending && <p role="status">{t('working')}</p>}
      {scan !== undefined && <p className="small">{t('paper.scanKept')}</p>}
      {attach.isError && <Problem error={attach.error} />}
      {missing !== undefined && (
        <div className="field" role="alert">
          <FieldProblem id="paper-missing">{t(missing)}</FieldProblem>
        </div>
      )}
      <p>
        <button type="submit" className="button filled">
          {t('paper.finish')}
        </button>
      </p>
      <p className="source">{t('paper.forEver')}</p>
    </form>
  )
}
