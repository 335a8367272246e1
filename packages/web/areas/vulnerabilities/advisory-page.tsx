import { type AdvisoryView, routes } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { StateChip } from '../../ui/state-chip.tsx'
import { AdvisoryRecords } from './advisory-records.tsx'
import { BackToList } from './back.tsx'
import { verdictWords } from './match-words.ts'
import { Progress } from './progress.tsx'
import { exposureStates } from './states.ts'
import { Why } from './why.tsx'
import './vulnerabilities.css'

const here = getRouteApi('/f/$facility/vulnerabilities/advisory')

/** One weakness: which devices here have it and why, and what each publisher says of it. */
export function AdvisoryPage() {
  const { t } = useWords()
  const { id = '' } = here.useSearch()
  const view = useView(routes.advisory, useFacilityId(), { params: { advisory: id } })
  return (
    <Page step={id} className="wide" title={view.data?.title ?? t('nav.vulnerabilities')} above={<BackToList />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: AdvisoryView }) {
  const { t } = useWords()
  return (
    <div className="stack loose">
      <p className="small second">{t('weak.advisory.numbers', { numbers: view.cves.join(t('list.comma')) || view.advisory })}</p>
      <section className="stack">
        <h2>{t('weak.advisory.here')}</h2>
        {view.devices.length === 0 ? <p className="card">{t('weak.advisory.nowhere')}</p> : <Devices view={view} />}
        {view.left > 0 && <p className="small second">{t('weak.left', { count: view.left })}</p>}
      </section>
      {view.records.length > 0 && <AdvisoryRecords records={view.records} />}
    </div>
  )
}

function Devices({ view }: { view: AdvisoryView }) {
  const { t } = useWords()
  return (
    <div className="table-frame">
      <table className="table weak-table as-cards">
        <caption className="hidden-words">{t('weak.advisory.here')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('weak.column.device')}</th>
            <th scope="col">{t('weak.device.installed')}</th>
            <th scope="col">{t('weak.column.reach')}</th>
            <th scope="col">{t('weak.column.why')}</th>
            <th scope="col">{t('column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {view.devices.map((device) => (
            <Device key={device.installed} device={device} advisory={view.advisory} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Device({ device, advisory }: { device: AdvisoryView['devices'][number]; advisory: string }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const { asset, assetName, name, version, verdict, exposure, exposureSays, actionSays, state, installed } = device
  return (
    <tr>
      <th scope="row">
        <Link to="/f/$facility/vulnerabilities/devices/$asset" params={{ facility, asset }}>
          {assetName}
        </Link>
      </th>
      <td data-name={t('weak.device.installed')}>
        {version === undefined ? name : t('weak.nameAndVersion', { name, version })}
        <span className="small second under">{t(verdictWords[verdict])}</span>
      </td>
      <td data-name={t('weak.column.reach')}>
        <StateChip state={exposureStates[exposure]} />
      </td>
      <td data-name={t('weak.column.why')}>
        {say(exposureSays)} {actionSays && say(actionSays)}
        <Why installed={installed} advisory={advisory} of={assetName} />
      </td>
      <td data-name={t('column.state')}>{state && <Progress state={state} />}</td>
    </tr>
  )
}
