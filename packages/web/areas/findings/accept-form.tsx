import { routes } from '@mimamori/contract'
import { type CalendarDate, date } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FieldProblem, Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'

/** 「承知のうえで見送る」: with a day and a reason, never for good. */
export function AcceptForm({ finding }: { finding: string }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const today = date(useToday())
  const [open, setOpen] = useState(false)
  const [until, setUntil] = useState<CalendarDate>()
  const [why, setWhy] = useState('')
  const [missing, setMissing] = useState(false)
  const accept = useMutation({
    mutationFn: () => ask(routes.acceptFinding, { params: { facility }, body: { id: finding, until: until ?? '', why: why.trim() } }),
    onSuccess: async () => {
      announce(t('accept.kept'))
      setOpen(false)
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const lacks = until === undefined || why.trim() === ''
    setMissing(lacks)
    if (!lacks && !accept.isPending) accept.mutate()
  }
  if (!open)
    return (
      <p className="centred">
        <button type="button" className="text-button" onClick={() => setOpen(true)}>
          {t('accept.open')}
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
      {missing && (
        <div className="field" role="alert">
          <FieldProblem id="accept-missing">{t('accept.missing')}</FieldProblem>
        </div>
      )}
      {accept.isError && <Problem error={accept.error} />}
      <p className="row">
        <button type="submit" className="button">
          {t('accept.keep')}
        </button>
        <button type="button" className="text-button" onClick={() => setOpen(false)}>
          {t('accept.back')}
        </button>
      </p>
    </form>
  )
}
