import { routes } from '@mimamori/contract'
import { type CalendarDate, date, entityId, type PersonId, type VendorId } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { TextField, WhoField } from './choices.tsx'

const here = getRouteApi('/f/$facility/new-task')

/** 「やることにする」: from one finding, or free. */
export function NewTask() {
  const { t } = useWords()
  const facility = useFacilityId()
  const { finding } = here.useSearch()
  const view = useView(routes.finding, facility, { query: { id: finding ?? '' } }, { enabled: finding !== undefined })
  return (
    <Page className="column" title={t('newTask.title')}>
      {finding === undefined ? <TaskForm /> : <Loaded query={view}>{(loaded) => <OfFinding finding={loaded} />}</Loaded>}
    </Page>
  )
}

function OfFinding({ finding }: { finding: { id: string; title: { ja: string; en: string }; dueOn?: string | undefined } }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  return (
    <div className="stack">
      <p className="box-note">
        {t('newTask.closes')}{' '}
        <Link to="/f/$facility/finding" params={{ facility }} search={{ id: finding.id }}>
          {say(finding.title)}
        </Link>
      </p>
      <TaskForm finding={finding.id} title={say(finding.title).slice(0, 200)} dueOn={finding.dueOn} />
    </div>
  )
}

function TaskForm({ finding, title = '', dueOn }: { finding?: string; title?: string; dueOn?: string | undefined }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const today = date(useToday())
  const client = useQueryClient()
  const navigate = useNavigate()
  const choices = useView(routes.tasks, facility, { query: { show: 'mine' } }).data
  const [what, setWhat] = useState(title)
  const [says, setSays] = useState('')
  const [owner, setOwner] = useState('')
  const [vendor, setVendor] = useState('')
  const [due, setDue] = useState<CalendarDate | undefined>(dueOn !== undefined && dueOn >= today ? date(dueOn) : undefined)
  const [isMissing, setIsMissing] = useState(false)
  const make = useMutation({
    mutationFn: () =>
      ask(routes.makeTask, {
        params: { facility },
        body: {
          title: what.trim(),
          ...(says.trim() !== '' && { says: says.trim() }),
          ...(finding !== undefined && { findings: [finding] }),
          ...(owner !== '' && { owner: entityId<PersonId>(owner) }),
          ...(vendor !== '' && { vendor: entityId<VendorId>(vendor) }),
          ...(due !== undefined && { dueOn: due }),
        },
      }),
    onSuccess: async ({ task }) => {
      announce(t('newTask.made'))
      await client.invalidateQueries({ queryKey: [facility] })
      await navigate({ to: '/f/$facility/tasks/$task', params: { facility, task } })
    },
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setIsMissing(what.trim() === '')
    if (what.trim() !== '' && !make.isPending) make.mutate()
  }
  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <Field label={t('newTask.what')} help={t('newTask.what.help')} wrong={isMissing ? t('newTask.missing') : undefined}>
        {(props) => <input {...props} maxLength={200} autoComplete="off" value={what} onChange={(event) => setWhat(event.target.value)} />}
      </Field>
      <WhoField label={t('newTask.owner')} none={t('tasks.nobody')} choices={choices?.people ?? []} value={owner} choose={setOwner} />
      <DateField label={t('newTask.due')} value={due} today={today} withToday={false} save={setDue} />
      <WhoField
        label={t('newTask.vendor')}
        help={t('newTask.vendor.says')}
        none={t('newTask.vendor.none')}
        choices={choices?.vendors ?? []}
        value={vendor}
        choose={setVendor}
      />
      <TextField label={t('newTask.says')} value={says} write={setSays} />
      {make.isError && <Problem error={make.error} />}
      <p>
        <button type="submit" className="button filled">
          {t('newTask.make')}
        </button>
      </p>
    </form>
  )
}
