import { routes, type VendorTaskView } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ask, upload } from '../../data/api.ts'
import { useOwnAgain, useOwnView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { History, stateOfTask } from '../tasks/index.ts'

/** One task of a client, as far as it was handed over. */
export function VendorTask() {
  const { t } = useWords()
  const { relation = '', task = '' } = useParams({ strict: false })
  return <TaskOfClient place={relation} task={task} above={<Link to="/v/tasks">{t('vendorTasks.title')}</Link>} />
}

/** `place`: the relation, or `link` for somebody who came by a link. */
export function TaskOfClient({ place, task, above }: { place: string; task: string; above: ReactNode }) {
  const { t } = useWords()
  const view = useOwnView(routes.vendorTask, { params: { place, task } })
  return (
    <Page
      className="column"
      step={task}
      title={view.data?.line.title ?? t('vendorTasks.title')}
      beside={view.data?.line.facility}
      above={<p className="small">{above}</p>}
    >
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: VendorTaskView }) {
  const { t, lang } = useWords()
  const { line, says } = view
  const mayWork = useMay('task:work') || line.relation === 'link'
  const isOpen = line.state === 'open' || line.state === 'doing'
  return (
    <div className="stack loose">
      <p className="row">
        <StateChip state={stateOfTask(line)} />
        {line.dueOn !== undefined && <span>{t('today.dueOn', { date: longDate(line.dueOn, lang) })}</span>}
        <span className="second small">{t('tasks.number', { number: line.number })}</span>
      </p>
      {says !== undefined && (
        <section className="card stack">
          <h2>{t('vendorTask.says')}</h2>
          <p className="message-text">{says}</p>
        </section>
      )}
      {line.toConfirm && <p className="box-note">{t('vendorTask.told')}</p>}
      {!isOpen && <p className="box-note">{t('vendorTask.closed')}</p>}
      <section className="stack">
        <h2>{t('task.history')}</h2>
        <History notes={view.notes} />
      </section>
      {isOpen && mayWork && <Work view={view} />}
    </div>
  )
}

function Work({ view: { line } }: { view: VendorTaskView }) {
  const { t } = useWords()
  const again = useOwnAgain()
  const [text, setText] = useState('')
  const params = { place: line.relation, task: line.task }
  const written = async () => {
    announce(t('task.kept'))
    await again()
  }
  const say = useMutation({
    mutationFn: (kind: 'comment' | 'done') => {
      const words = text.trim()
      const body = kind === 'done' ? { kind, ...(words !== '' && { text: words }) } : { kind, text: words }
      return ask(routes.sayOnTask, { params, body })
    },
    onSuccess: async () => {
      setText('')
      await written()
    },
  })
  const proof = useMutation({ mutationFn: (file: File) => upload(routes.addVendorTaskProof, { params }, file), onSuccess: written })
  return (
    <section className="card stack">
      <Field label={t('task.comment')} help={t('field.noPatients')}>
        {(props) => <textarea {...props} rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Field label={t('task.proof')} help={t('vendorTask.proof.help')}>
        {(props) => (
          <input
            {...props}
            type="file"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) proof.mutate(file)
              event.target.value = ''
            }}
          />
        )}
      </Field>
      <p className="row">
        <button type="button" className="button" onClick={() => text.trim() !== '' && !say.isPending && say.mutate('comment')}>
          {t('task.comment.keep')}
        </button>
        {!line.toConfirm && (
          <button type="button" className="button filled" onClick={() => !say.isPending && say.mutate('done')}>
            {t('vendorTask.done')}
          </button>
        )}
      </p>
      <p className="small second">{t('vendorTask.done.says')}</p>
      {say.isError && <Problem error={say.error} />}
      {proof.isError && <Problem error={proof.error} />}
    </section>
  )
}
