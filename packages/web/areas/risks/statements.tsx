import type { ControlView } from '@mimamori/contract'
import { removeRecord } from '../../data/changes.ts'
import { useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { longDate, plainDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { controlStates, partyNamer } from './words.ts'

/** What people have said of a control, each of which can be taken away again. */
export function Statements({ view }: { view: ControlView }) {
  const { t, lang } = useWords()
  const mayWrite = useMay('facility:write')
  const undoable = useUndoable()
  const nameOf = partyNamer(view.vendors, t)
  if (view.statements.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('control.statements')}</h2>
      {view.statements.map((statement) => {
        const { id, party, vendor, state, statedOn, statedBy, until, note } = statement.record
        return (
          <div key={id} className="stack risk-statement">
            <p className="row">
              <span>{nameOf(party === 'vendor' && vendor !== undefined ? `vendor:${vendor}` : party)}</span>
              <StateChip state={controlStates[state]} />
            </p>
            <p className="small second">
              {t('control.statement.line', { date: statedOn === undefined ? '' : plainDate(statedOn, lang), who: statedBy ?? '' })}{' '}
              {until !== undefined && t('control.statement.until', { date: longDate(until, lang) })}
            </p>
            {note !== undefined && <p className="small">{note}</p>}
            {mayWrite && (
              <p className="no-print">
                <button
                  type="button"
                  className="text-button"
                  onClick={() => undoable([removeRecord('controls', statement)], t('control.statement.removed'))}
                >
                  {t('control.statement.remove')}
                </button>
              </p>
            )}
          </div>
        )
      })}
    </section>
  )
}
