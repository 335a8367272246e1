import type { FactsView } from '@mimamori/contract'
import { type Backup, type BackupId, type CalendarDate, date, entityId } from '@mimamori/domain'
import { addRecord, removeRecord, setFields, type Versioned, type Wanted } from '../../../data/changes.ts'
import { useSaver } from '../../../data/saving.tsx'
import { useToday } from '../../../frame/rights.ts'
import { type PlainKey, useWords } from '../../../text/words.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import type { QuestionProps } from './question-props.ts'

const ways = ['connected-device', 'detached-media', 'cloud'] as const
const wayWords: Readonly<Record<(typeof ways)[number], PlainKey>> = {
  'connected-device': 'q9.connected',
  'detached-media': 'q9.detached',
  cloud: 'q9.cloud',
}

/** How the data of each system are kept a second time, and when somebody last put them back. */
export function AboutBackups({ facts }: QuestionProps) {
  return (
    <div className="stack">
      {facts.systems.map((system) => (
        <SystemBackups
          key={system.record.id}
          system={system}
          backups={facts.backups.filter(({ record }) => record.system === system.record.id)}
        />
      ))}
    </div>
  )
}

function SystemBackups({ system, backups }: { system: FactsView['systems'][number]; backups: readonly Versioned<Backup>[] }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const { record } = system
  const none = record.extra?.['backup'] === 'none'
  const [tested] = backups.map((backup) => backup.record.restoreTestedOn).filter((day) => day !== undefined)

  function sayNone(value: boolean): Wanted {
    const { backup: _, ...others } = record.extra ?? {}
    return setFields('systems', system, { extra: value ? { ...others, backup: 'none' } : others })
  }
  function toggle(way: (typeof ways)[number]): void {
    const known = backups.find((backup) => backup.record.way === way)
    const id = entityId<BackupId>(`backup:${record.id}.${way}`.slice(0, 80))
    const change = known
      ? removeRecord('backups', known)
      : addRecord('backups', { id, system: record.id, way, ...(tested !== undefined && { restoreTestedOn: tested }) })
    void saver.save([...(none ? [sayNone(false)] : []), change])
  }
  const saveTest = (day: CalendarDate | 'none' | undefined) =>
    void saver.save(backups.map((backup) => setFields('backups', backup, { restoreTestedOn: day })))

  return (
    <fieldset className="card system-card">
      <legend className="card-legend">{record.name}</legend>
      <div>
        {ways.map((way) => (
          <label className="tick" key={way}>
            <input type="checkbox" checked={backups.some((backup) => backup.record.way === way)} onChange={() => toggle(way)} />
            {t(wayWords[way])}
          </label>
        ))}
        <label className="tick">
          <input
            type="checkbox"
            checked={none}
            onChange={() => void saver.save([...backups.map((backup) => removeRecord('backups', backup)), sayNone(!none)])}
          />
          {t('q9.none')}
        </label>
      </div>
      {backups.length > 0 && (
        <>
          <DateField
            label={t('q9.tested')}
            value={tested === 'none' || tested === 'not-applicable' ? undefined : tested}
            today={today}
            save={saveTest}
          />
          <label className="tick">
            <input type="checkbox" checked={tested === 'none'} onChange={() => saveTest(tested === 'none' ? undefined : 'none')} />
            {t('q9.neverTested')}
          </label>
        </>
      )}
    </fieldset>
  )
}
