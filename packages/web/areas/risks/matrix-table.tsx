import type { MatrixControl, MatrixRow } from '@mimamori/domain'
import { useWords } from '../../text/words.tsx'
import { lookOf, StateChip, StateSign } from '../../ui/state-chip.tsx'
import { ControlLink, RiskLink } from './links.tsx'
import { chipOf, controlStates } from './words.ts'

/** The matrix in two columns: what the facility does, and what a vendor does and the facility instructs. */
export function MatrixTable({ rows, caption }: { rows: readonly MatrixRow[]; caption: string }) {
  const { t, say } = useWords()
  return (
    <div className="table-frame">
      <table className="table risk-table as-cards">
        <caption className="hidden-words">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('risks.column.risk')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('risks.column.facility')}</th>
            <th scope="col">{t('risks.column.vendor')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <RiskLink id={row.id}>{say(row.name)}</RiskLink>
              </th>
              <td data-name={t('column.state')}>
                <StateChip state={chipOf(row.standing)} />
              </td>
              <td data-name={t('risk.party.facility')}>
                <Controls controls={row.facility} />
              </td>
              <td data-name={t('risk.party.vendor')}>
                <Controls controls={row.vendor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Controls({ controls }: { controls: readonly MatrixControl[] }) {
  const { t, say } = useWords()
  if (controls.length === 0) return null
  return (
    <ul className="risk-controls">
      {controls.map(({ id, name, isNeeded, state }) => (
        <li key={id} className={lookOf(controlStates[state])}>
          <StateSign state={controlStates[state]} />
          <span>
            <ControlLink id={id}>{say(name)}</ControlLink>
            {isNeeded && <span className="risk-needed">{t('risks.needed')}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

const shown = ['in-place', 'partly', 'no', 'unknown', 'not-applicable'] as const

/** What the signs say, once over the tables. */
export function MatrixLegend() {
  const { t } = useWords()
  return (
    <p className="small second risk-legend">
      {shown.map((state) => (
        <span key={state}>
          <StateSign state={controlStates[state]} word />
        </span>
      ))}
      <span>{t('risks.legend')}</span>
    </p>
  )
}
