import { routes } from '@mimamori/contract'
import { date, entityId, type RemoteLogEntry, type RemoteLogId, type RemotePathId } from '@mimamori/domain'
import { addRecord, newId, removeRecord, type Versioned } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecords, useSaver } from '../../data/saving.tsx'
import { useFacilityId, useMay, useSession, useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { ShortDate } from '../../ui/marks.tsx'
import { announce } from '../../ui/say.tsx'
import { byTime, clockInJapan } from './log-order.ts'

const shown = 20

/** The log of a remote path: one press notes that it was switched on or off now, by the person who presses. */
export function RemoteLog({ path }: { path: RemotePathId }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const by = useSession()?.person?.name
  const mayWrite = useMay('facility:write')
  const view = useView(routes.register, useFacilityId(), { params: { part: 'remoteLog' } })
  const entries = useRecords('remoteLog', view.data?.remoteLog ?? [])
    .filter(({ record }) => record.path === path)
    .toSorted(byTime)
  const isOn = entries[0]?.record.turned === 'on'
  function note(turned: 'on' | 'off'): void {
    const id = entityId<RemoteLogId>(newId('remotelog'))
    const time = clockInJapan(new Date())
    void saver.save([addRecord('remoteLog', { id, path, turned, on: today, time, ...(by !== undefined && { by }) })])
    announce(t(turned === 'on' ? 'register.log.noted.on' : 'register.log.noted.off', { time }))
  }
  return (
    <section className="stack">
      <h2 className="log-title">{t('register.log')}</h2>
      <p className="row">
        <span>{entries.length === 0 ? t('register.log.none') : t(isOn ? 'register.log.isOn' : 'register.log.isOff')}</span>
        {mayWrite && (
          <>
            <button type="button" className="button low" onClick={() => note('on')}>
              {t('register.log.on')}
            </button>
            <button type="button" className="button low" onClick={() => note('off')}>
              {t('register.log.off')}
            </button>
          </>
        )}
      </p>
      {entries.length > 0 && (
        <ul className="log small">
          {entries.slice(0, shown).map((entry) => (
            <LogLine key={entry.record.id} entry={entry} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {entries.length > shown && <p className="source">{t('register.log.more', { count: entries.length - shown })}</p>}
    </section>
  )
}

function LogLine({ entry, mayWrite }: { entry: Versioned<RemoteLogEntry>; mayWrite: boolean }) {
  const { t } = useWords()
  const takeOff = useUndoable()
  const { turned, on, time, by, why } = entry.record
  return (
    <li className="row">
      <span className="number">
        <ShortDate day={on} /> {time}
      </span>
      <strong>{t(turned === 'on' ? 'register.log.was.on' : 'register.log.was.off')}</strong>
      <span className="second">{[by, why].filter((part) => part !== undefined).join(t('list.dot'))}</span>
      {mayWrite && (
        <button
          type="button"
          className="text-button"
          onClick={() => takeOff([removeRecord('remoteLog', entry)], t('register.log.takenOff'))}
        >
          {t('register.log.takeOff')}
        </button>
      )}
    </li>
  )
}
