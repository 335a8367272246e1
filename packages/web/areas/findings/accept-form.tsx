import { type Acceptance, routes } from '@mimamori/contract'
import { type CalendarDate, date, isEqual } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { ChangedBox } from '../../ui/changed-box.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem, Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate } from '../../ui/show-date.ts'

const boxesAtMost = 6

/** 「承知のうえで見送る」: with a day and a reason, never for good; where the facility asks for it, put up for approval. */
export function AcceptForm({
  finding,
  accepted,
  needsApproval,
  isOffered = true,
  open: opener,
}: {
  finding: string
  /** What stands there now. */
  accepted: Acceptance | undefined
  needsApproval: boolean
  /** A form that was opened stays when the finding is no longer open meanwhile: what was typed is not lost. */
  isOffered?: boolean
  /** Another word for the button that opens it, with what it is about for those who hear it. */
  open?: { readonly word: string; readonly label: string }
}) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const today = date(useToday())
  const [open, setOpen] = useState(false)
  const [until, setUntil] = useState<CalendarDate>()
  const [why, setWhy] = useState('')
  const [boxes, setBoxes] = useState<string>(t('accept.boxes.usual'))
  const [seen, setSeen] = useState<Acceptance | null>(null)
  const [missing, setMissing] = useState(false)
  const accept = useMutation({
    mutationFn: () => {
      const labels = labelsIn(boxes)
      const named = needsApproval && labels.length > 0 ? { boxes: labels } : {}
      return ask(routes.acceptFinding, { params: { facility }, body: { id: finding, until: until ?? '', why: why.trim(), seen, ...named } })
    },
    onSuccess: async ({ awaitsApproval }) => {
      announce(t(awaitsApproval ? 'accept.waits' : 'accept.kept'))
      setOpen(false)
      await client.invalidateQueries({ queryKey: [facility] })
    },
    onError: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  const now = accepted ?? null
  const isChanged = open && !accept.isPending && !isEqual(now, seen)
  function begin(): void {
    setSeen(now)
    setOpen(true)
  }
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const lacks = until === undefined || why.trim() === ''
    setMissing(lacks)
    if (!lacks && !isChanged && !accept.isPending) accept.mutate()
  }
  if (!open && !isOffered) return null
  if (!open)
    return (
      <p className="centred">
        <button type="button" className="text-button" aria-label={opener?.label} onClick={begin}>
          {opener?.word ?? t('accept.open')}
        </button>
      </p>
    )
  return (
    <form className="stack opens" noValidate onSubmit={submit}>
      <p className="small">{t('accept.says')}</p>
      <DateField label={t('accept.until')} value={until} today={today} withToday={false} save={setUntil} />
      <Field label={t('accept.why')} help={t('field.noPatients')}>
        {(props) => <textarea {...props} rows={3} maxLength={2000} value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
      {needsApproval && (
        <Field label={t('accept.boxes')} help={t('accept.needsApproval')}>
          {(props) => <input {...props} maxLength={260} value={boxes} onChange={(event) => setBoxes(event.target.value)} />}
        </Field>
      )}
      {missing && (
        <div className="field" role="alert">
          <FieldProblem id="accept-missing">{t('accept.missing')}</FieldProblem>
        </div>
      )}
      {isChanged && (
        <ChangedBox
          now={now === null ? t('accept.nowOpen') : t('accept.now', { name: now.by, date: longDate(date(now.until), lang), why: now.why })}
          takeNow={() => setOpen(false)}
          takeMine={() => setSeen(now)}
        />
      )}
      {accept.isError && !isChanged && <Problem error={accept.error} />}
      <p className="row">
        <button type="submit" className="button">
          {t(needsApproval ? 'accept.put' : 'accept.keep')}
        </button>
        <button type="button" className="text-button" onClick={() => setOpen(false)}>
          {t('accept.back')}
        </button>
      </p>
    </form>
  )
}

function labelsIn(boxes: string): string[] {
  const labels = boxes.split(/[、,,]/).map((label) => label.trim().slice(0, 40))
  return labels.filter((label) => label !== '').slice(0, boxesAtMost)
}
