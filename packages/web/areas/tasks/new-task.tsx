import { type NetworkPathView, routes } from '@mimamori/contract'
import { type CalendarDate, date, entityId, type PersonId, type Text, type VendorId } from '@mimamori/domain'
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

/** 「やることにする」: from one finding, from a line of 「今日やること」 with all its findings, for a way of the network, or free. */
export function NewTask() {
  const { t } = useWords()
  const { finding, today, path, vendor } = here.useSearch()
  return (
    <Page className="column" title={t('newTask.title')}>
      {path !== undefined ? (
        <OfWay id={path} finding={finding} vendor={vendor} />
      ) : finding !== undefined ? (
        <OfFinding id={finding} />
      ) : today !== undefined ? (
        <OfToday id={today} />
      ) : (
        <TaskForm />
      )}
    </Page>
  )
}

function OfFinding({ id }: { id: string }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.finding, facility, { query: { id } })
  return (
    <Loaded query={view}>
      {(finding) => (
        <div className="stack">
          <p className="box-note">
            {t('newTask.closes')}{' '}
            <Link to="/f/$facility/finding" params={{ facility }} search={{ id: finding.id }}>
              {say(finding.title)}
            </Link>
          </p>
          <TaskForm findings={[finding.id]} title={say(finding.title)} dueOn={finding.dueOn} />
        </div>
      )}
    </Loaded>
  )
}

/** A request to close a way: what is asked of whom stands there already. */
function OfWay({ id, finding, vendor }: { id: string; finding: string | undefined; vendor: string | undefined }) {
  const { t, say } = useWords()
  const view = useView(routes.networkPath, useFacilityId(), { params: { path: id } })
  return (
    <Loaded query={view}>
      {({ path, names, cut }) => {
        const ends = { start: nameIn(names, path.start, say), target: nameIn(names, path.target, say) }
        return (
          <TaskForm
            title={t('network.way', ends)}
            says={t('network.requestSays', { ...ends, cut: cut.map(({ text }) => say(text)).join(t('list.comma')) })}
            vendor={vendor}
            {...(finding !== undefined && { findings: [finding] })}
          />
        )
      }}
    </Loaded>
  )
}

function nameIn(names: NetworkPathView['names'], id: string, say: (text: Text) => string): string {
  const name = names[id]
  return name ? say(name) : id
}

/** The findings of one line of today are one piece of work; a line that is gone meanwhile leaves an empty form. */
function OfToday({ id }: { id: string }) {
  const { t, say } = useWords()
  const view = useView(routes.home, useFacilityId())
  return (
    <Loaded query={view}>
      {({ tasks }) => {
        const task = tasks.find((one) => one.id === id)
        if (!task) return <TaskForm />
        return (
          <div className="stack">
            <p className="box-note">{t('newTask.closesMany', { count: task.findings.length })}</p>
            <TaskForm findings={task.findings} title={say(task.title)} />
          </div>
        )
      }}
    </Loaded>
  )
}

interface Beginning {
  readonly findings?: readonly string[]
  readonly title?: string
  readonly says?: string
  readonly vendor?: string | undefined
  readonly dueOn?: string | undefined
}

function TaskForm({ findings = [], title = '', says: words = '', vendor: asked = '', dueOn }: Beginning) {
  const { t } = useWords()
  const facility = useFacilityId()
  const today = date(useToday())
  const client = useQueryClient()
  const navigate = useNavigate()
  const choices = useView(routes.tasks, facility, { query: { show: 'mine' } }).data
  const [what, setWhat] = useState(title.slice(0, 200))
  const [says, setSays] = useState(words)
  const [owner, setOwner] = useState('')
  const [vendor, setVendor] = useState(asked)
  const [due, setDue] = useState<CalendarDate | undefined>(dueOn !== undefined && dueOn >= today ? date(dueOn) : undefined)
  const [isMissing, setIsMissing] = useState(false)
  const make = useMutation({
    mutationFn: () =>
      ask(routes.makeTask, {
        params: { facility },
        body: {
          title: what.trim(),
          ...(says.trim() !== '' && { says: says.trim() }),
          ...(findings.length > 0 && { findings: [...findings] }),
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
