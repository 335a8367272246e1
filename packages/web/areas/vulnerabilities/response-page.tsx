import { type ResponseView, routes } from '@mimamori/contract'
import { date, type EvidenceId, entityId, standingOf } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask, upload } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { AskingCard } from './asking-card.tsx'
import { BackToList } from './back.tsx'
import { knownByWords } from './match-words.ts'
import { ResponseStepForm, type StepWanted } from './response-step-form.tsx'
import { ResponseSteps } from './response-steps.tsx'
import { Standing } from './standing.tsx'
import { standingStates } from './states.ts'
import type { AgreedVisit } from './step-fields.tsx'
import { WayOn } from './way-on.tsx'
import './vulnerabilities.css'

const here = getRouteApi('/f/$facility/vulnerabilities/responses/$response')

/** One response: how it stands, for which devices, what both sides said, and by what it is proven. */
export function ResponsePage() {
  const { t } = useWords()
  const { response } = here.useParams()
  const view = useView(routes.vulnerabilityResponse, useFacilityId(), { params: { response } })
  return (
    <Page step={response} title={view.data?.response.record.title ?? t('nav.vulnerabilities')} above={<BackToList />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: ResponseView }) {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  return (
    <div className="two">
      <div className="stack loose">
        <Standing view={view} />
        {view.devices.length > 0 && <Devices view={view} />}
        <section className="stack">
          <h2>{t('step.history')}</h2>
          <ResponseSteps steps={view.steps} notDone={view.notDoneReasons} files={view.files} />
        </section>
      </div>
      <div className="stack">
        {mayWrite && view.asking && <AskingCard response={view.response.record.id} asking={view.asking} />}
        {mayWrite && <NextStep view={view} />}
      </div>
    </div>
  )
}

/** What is put off is not closed: its own word stands there. */
const coveredStates: ReadonlySet<ResponseView['state']> = new Set(['workaround', 'risk-accepted', 'not-affected'])

function Devices({ view: { devices, state } }: { view: ResponseView }) {
  const isCovered = coveredStates.has(state)
  const { t, lang } = useWords()
  const facility = useFacilityId()
  return (
    <section className="stack">
      <h2>{t('response.devices', { count: devices.length })}</h2>
      <div className="table-frame">
        <table className="table as-cards">
          <caption className="hidden-words">{t('response.devices', { count: devices.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('weak.column.device')}</th>
              <th scope="col">{t('weak.device.version')}</th>
              <th scope="col">{t('weak.device.knownBy')}</th>
              <th scope="col">{t('column.state')}</th>
            </tr>
          </thead>
          <tbody>
            {devices.map(({ asset, name, version, isOpen, readOn, knownBy }) => (
              <tr key={asset}>
                <th scope="row">
                  <Link to="/f/$facility/vulnerabilities/devices/$asset" params={{ facility, asset }}>
                    {name}
                  </Link>
                </th>
                <td data-name={t('weak.device.version')}>{version ?? t('weak.device.noVersion')}</td>
                <td data-name={t('weak.device.knownBy')}>
                  {knownBy && t(knownByWords[knownBy])} {readOn !== undefined && longDate(readOn, lang)}
                </td>
                <td data-name={t('column.state')}>
                  {isOpen ? t('response.deviceOpen') : isCovered ? <StateChip state={standingStates[state]} /> : t('response.deviceClosed')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const always = [
  'told',
  'accepted',
  'impact',
  'planned',
  'done',
  'proven',
  'workaround',
  'risk-accepted',
  'not-affected',
  'disagreed',
  'not-done',
] as const

/** NOTE: a reading proves without a form; here somebody has looked and keeps what was seen. */
function kindsFor({ steps, state }: ResponseView) {
  if (state === 'proven') return ['said', 'reopened'] as const
  const said = standingOf(steps).state
  return [...always, 'said' as const, ...(steps.length > 0 && said !== 'told' ? (['reopened'] as const) : [])]
}

function NextStep({ view }: { view: ResponseView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const [turn, setTurn] = useState(0)
  const agreed = useAgreedVisits(view)
  const attach = async (file: File) => {
    const { evidence } = await upload(routes.addEvidence, { params: { facility }, query: {} }, file)
    return entityId<EvidenceId>(evidence)
  }
  const send = useMutation({
    mutationFn: (step: StepWanted<ReturnType<typeof kindsFor>[number]>) =>
      ask(routes.stepResponse, {
        params: { facility, response: view.response.record.id },
        body: { seen: view.steps.length, ...step },
      }),
    onSuccess: () => {
      announce(t('step.kept'))
      setTurn(turn + 1)
    },
    onSettled: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  return (
    <section className="card stack no-print">
      <h2>{t('step.next')}</h2>
      <p className="small second">{t('step.next.says')}</p>
      {send.isError && <Problem error={send.error} />}
      {/* NOTE: begun anew after a step of one's own alone: a step of the other side must not take away what is being typed. */}
      <ResponseStepForm
        key={turn}
        kinds={kindsFor(view)}
        today={date(view.today)}
        notDone={view.notDoneReasons}
        visits={agreed}
        files={view.files.map(({ evidence, name }) => ({ evidence: entityId<EvidenceId>(evidence), name }))}
        attach={attach}
        wayOn={(way) => <WayOn way={way} />}
        busy={send.isPending}
        takesFocus={turn > 0}
        send={(step) => send.mutate(step)}
      />
    </section>
  )
}

/** Days that are agreed with the vendor of the response and have not passed. */
function useAgreedVisits({ response: { record }, today }: ResponseView): readonly AgreedVisit[] {
  const visits = useView(routes.vendors, useFacilityId()).data?.visits ?? []
  return visits.flatMap(({ visit, state, wishedOn }) =>
    visit.vendor === record.vendor && state === 'agreed' && wishedOn !== undefined && wishedOn >= today
      ? [{ id: visit.id, on: date(wishedOn) }]
      : [],
  )
}
