import { routes, type VendorResponsesView } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate } from '../../ui/show-date.ts'
import { Progress, ResponseStepForm, ResponseSteps, type StepWanted } from '../vulnerabilities/index.ts'

const queryKey = ['vendorResponses'] as const

/** What only the facility decides is not among them. */
const kinds = ['accepted', 'impact', 'planned', 'done', 'workaround', 'not-affected', 'disagreed', 'not-done', 'said'] as const

type Line = VendorResponsesView['responses'][number]

/** 「弱点の更新」 of a vendor at all clients: which devices, to which version, by when, and what to answer. */
export function Weaknesses() {
  const { t } = useWords()
  const view = useQuery({ queryKey, queryFn: () => ask(routes.vendorResponses, {}) })
  return (
    <Page title={t('vendorWeak.title')}>
      <Loaded query={view}>
        {(loaded) => (
          <div className="stack loose">
            <p>{t('vendorWeak.says')}</p>
            {loaded.responses.length === 0 && <p className="card">{t('vendorWeak.none')}</p>}
            {open(loaded).map((line) => (
              <OneResponse key={`${line.relation} ${line.response}`} line={line} view={loaded} />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** What is proven comes last, else by its day. */
function open({ responses }: VendorResponsesView): readonly Line[] {
  const key = ({ state, dueOn }: Line) => `${state === 'proven' ? 1 : 0} ${dueOn ?? '9999'}`
  return responses.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

function OneResponse({ line, view }: { line: Line; view: VendorResponsesView }) {
  const { t, lang } = useWords()
  const mayWork = useMay('task:work')
  const { facility, title, devices, fixedVersion, dueOn, state, steps } = line
  return (
    <article className="card stack">
      <h2>{t('vendorWeak.heading', { title, facility })}</h2>
      <p>
        <Progress state={state} />
      </p>
      <dl className="facts">
        <dt>{t('weak.column.device')}</dt>
        <dd>
          <ul>
            {devices.map(({ name, version }) => (
              <li key={name}>{version === undefined ? name : t('vendorWeak.device', { name, version })}</li>
            ))}
          </ul>
        </dd>
        {fixedVersion !== undefined && (
          <>
            <dt>{t('response.fixedVersion')}</dt>
            <dd>{fixedVersion}</dd>
          </>
        )}
        {dueOn !== undefined && (
          <>
            <dt>{t('column.due')}</dt>
            <dd>{longDate(dueOn, lang)}</dd>
          </>
        )}
      </dl>
      <details className="small">
        <summary>{t('vendorWeak.history', { count: steps.length })}</summary>
        <ResponseSteps steps={steps} notDone={view.notDoneReasons} />
      </details>
      {mayWork && <Answer line={line} view={view} />}
    </article>
  )
}

function Answer({ line, view }: { line: Line; view: VendorResponsesView }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [turn, setTurn] = useState(0)
  const { relation, response, steps, state } = line
  const send = useMutation({
    mutationFn: (step: StepWanted<(typeof kinds)[number]>) =>
      ask(routes.stepVendorResponse, { params: { place: relation, response }, body: { seen: steps.length, ...answerable(step) } }),
    onSuccess: () => {
      announce(t('step.kept'))
      setTurn(turn + 1)
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  return (
    <div className="stack no-print">
      <h3>{t('vendorWeak.answer')}</h3>
      {send.isError && <Problem error={send.error} />}
      <ResponseStepForm
        key={turn}
        kinds={state === 'proven' ? (['said'] as const) : kinds}
        today={date(view.today)}
        notDone={view.notDoneReasons}
        busy={send.isPending}
        send={(step) => send.mutate(step)}
      />
    </div>
  )
}

/** NOTE: how somebody was told is the facility's to say; the route refuses it of a vendor. */
function answerable({ way: _, ...step }: StepWanted<(typeof kinds)[number]>) {
  return step
}
