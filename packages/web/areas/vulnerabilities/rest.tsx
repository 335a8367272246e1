import type { VulnerabilitiesView, VulnerabilityRow } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { dayOfYear } from '../../ui/show-date.ts'
import { Calm } from './calm.tsx'
import { OpenRows } from './open-rows.tsx'
import { Progress } from './progress.tsx'
import { RowTable } from './row-table.tsx'

/** Below what is due: what nobody knows, what can wait, what is under way, what is calm and why, what was closed. */
export function Rest({ view, isByVisit }: { view: VulnerabilitiesView; isByVisit: boolean }) {
  const { t } = useWords()
  return (
    <>
      {isByVisit && view.open.length > 0 && <OpenRows rows={view.open} isFirst={view.visits.length === 0} />}
      {isByVisit && view.others.length > 0 && <Folded title={t('weak.others', { count: view.others.length })} rows={view.others} />}
      <UnderWay view={view} />
      <Calm rows={view.calm} />
      <Closed view={view} />
      {view.left > 0 && <p className="small second">{t('weak.left', { count: view.left })}</p>}
    </>
  )
}

function Folded({ title, rows }: { title: string; rows: readonly VulnerabilityRow[] }) {
  return (
    <details className="card weak-fold">
      <summary>{title}</summary>
      <RowTable rows={rows} caption={title} />
    </details>
  )
}

/** NOTE: what is said and what was read stand side by side; the page of the response tells whether both may be right. */
function isSaidNotToApply({ state, verdict, version }: VulnerabilityRow): boolean {
  return state === 'not-affected' && verdict === 'affected' && version !== undefined
}

function UnderWay({ view: { responses, others } }: { view: VulnerabilitiesView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  if (responses.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('weak.responses', { count: responses.length })}</h2>
      <ul className="stack">
        {responses.map(({ response, title, vendorName, state, isLate, askAgain }) => (
          <li key={response} className="row">
            <Link to="/f/$facility/vulnerabilities/responses/$response" params={{ facility, response }}>
              {vendorName === undefined ? title : t('weak.response.line', { title, vendor: vendorName })}
            </Link>
            <Progress state={state} />
            {others.some((row) => row.response === response && isSaidNotToApply(row)) && (
              <span className="small second">{t('weak.response.weakVersion')}</span>
            )}
            {askAgain && <span className="small">{t('weak.response.askAgain')}</span>}
            {isLate && <span className="overdue">{t('weak.late.row')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Closed({ view: { closed, medianDays } }: { view: VulnerabilitiesView }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  if (closed.length === 0) return <p className="small second">{t('weak.closed.none')}</p>
  return (
    <details className="card weak-fold">
      <summary>{t('weak.closed', { count: closed.length })}</summary>
      <div className="stack">
        {medianDays !== undefined && <p className="small">{t('weak.closed.median', { days: medianDays })}</p>}
        <ul className="stack">
          {closed.map(({ response, title, openedOn, closedOn, days, proof }) => (
            <li key={response}>
              <Link to="/f/$facility/vulnerabilities/responses/$response" params={{ facility, response }}>
                {t('weak.closed.line', { title, days, from: dayOfYear(openedOn, lang), on: dayOfYear(closedOn, lang) })}
              </Link>{' '}
              {proof && (
                <span className="small second">{t(proof === 'read-again' ? 'weak.closed.readAgain' : 'weak.closed.statement')}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
