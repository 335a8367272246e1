import { type AssetView, routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { stateOfTask } from '../tasks/index.ts'
import type { Part } from './parts.ts'

/** What hangs on the device: findings, tasks, systems and care, the contract, the ways in. */
export function AssetSide({ view }: { view: AssetView }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  return (
    <div className="stack">
      <Findings view={view} />
      <p className="card">
        <Link to="/f/$facility/vulnerabilities/devices/$asset" params={{ facility, asset: view.asset.record.id }}>
          {t('weak.device.link')}
        </Link>
      </p>
      <Depends view={view} />
      <Duty view={view} />
      <Ways view={view} />
      <section className="card no-print">
        <DownloadButton
          route={routes.assetPaper}
          input={{ params: { facility, paper: 'labels' }, query: { format: 'pdf', lang, assets: view.asset.record.id } }}
          name="label.pdf"
          look="button wide"
        >
          {t('asset.label')}
        </DownloadButton>
      </section>
    </div>
  )
}

function Findings({ view }: { view: AssetView }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  return (
    <section className="card stack">
      <h2>{t('asset.findings', { count: view.findings.length })}</h2>
      {view.findings.length === 0 && <p className="small second">{t('asset.findings.none')}</p>}
      <ul className="measures small">
        {view.findings.map((finding) => (
          <li key={finding.id}>
            <Link to="/f/$facility/finding" params={{ facility }} search={{ id: finding.id }}>
              {say(finding.title)}
            </Link>
          </li>
        ))}
      </ul>
      {view.tasks.length > 0 && (
        <>
          <h3>{t('asset.tasks')}</h3>
          <ul className="measures small">
            {view.tasks.map((task) => (
              <li key={task.task}>
                <Link to="/f/$facility/tasks/$task" params={{ facility, task: task.task }}>
                  {task.title}
                </Link>{' '}
                <StateChip state={stateOfTask(task)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Depends({ view }: { view: AssetView }) {
  const { t, say } = useWords()
  if (view.systems.length === 0 && view.services.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('asset.depends')}</h2>
      <dl className="facts">
        {view.systems.length > 0 && (
          <div className="fact">
            <dt>{t('column.system')}</dt>
            <dd>{view.systems.map(({ name }) => name).join(t('list.comma'))}</dd>
          </div>
        )}
        {view.services.length > 0 && (
          <div className="fact">
            <dt>{t('asset.care')}</dt>
            <dd>{view.services.map(({ name }) => say(name)).join(t('list.comma'))}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

const dutyWords = {
  vendor: 'register.duty.vendor',
  facility: 'register.duty.facility',
  nobody: 'register.duty.nobody',
} as const satisfies Readonly<Record<string, PlainKey>>

const paidWords = {
  fee: 'register.paid.fee',
  facility: 'register.paid.facility',
  nobody: 'register.paid.nobody',
} as const satisfies Readonly<Record<string, PlainKey>>

function Duty({ view: { duty } }: { view: AssetView }) {
  const { t, say, lang } = useWords()
  if (!duty) return null
  const { contract, system, updateDuty, updatePaidBy } = duty
  if (!contract && !updateDuty && !updatePaidBy) return null
  return (
    <section className="card stack">
      <h2>{t('asset.duty')}</h2>
      <dl className="facts">
        {contract && (
          <div className="fact">
            <dt>{t('register.contract')}</dt>
            <dd>
              {say(contract.name)}
              {contract.until !== undefined && (
                <span className="source"> {t('asset.until', { date: longDate(contract.until, lang) })}</span>
              )}
              {system && <span className="source"> {t('asset.bySystem', { system: system.name })}</span>}
            </dd>
          </div>
        )}
        {updateDuty && (
          <div className="fact">
            <dt>{t('register.updateDuty')}</dt>
            <dd>{t(dutyWords[updateDuty])}</dd>
          </div>
        )}
        {updatePaidBy && (
          <div className="fact">
            <dt>{t('register.updatePaidBy')}</dt>
            <dd>{t(paidWords[updatePaidBy])}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** What comes in through the device or ends on it. */
function Ways({ view }: { view: AssetView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const all: readonly { readonly part: Part; readonly word: PlainKey; readonly names: readonly string[] }[] = [
    { part: 'remotePaths', word: 'register.remotePaths', names: view.remotePaths.map(({ record }) => record.name) },
    { part: 'vpns', word: 'register.vpns', names: view.vpns.map(({ record }) => record.name) },
    { part: 'lines', word: 'register.lines', names: view.lines.map(({ record }) => record.name) },
    { part: 'faxFlows', word: 'register.faxFlows', names: view.faxFlows.map(({ record }) => record.name) },
    { part: 'backups', word: 'register.backups', names: view.backups.map(({ record }) => record.place ?? record.id) },
  ]
  const there = all.filter(({ names }) => names.length > 0)
  if (there.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('asset.ways')}</h2>
      <dl className="facts">
        {there.map(({ part, word, names }) => (
          <div className="fact" key={part}>
            <dt>
              <Link to="/f/$facility/register/$part" params={{ facility, part }}>
                {t(word)}
              </Link>
            </dt>
            <dd>{names.join(t('list.comma'))}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
