import type { DevicesRead } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'

const counts = [
  ['import.devices.known', 'known'],
  ['import.devices.new', 'new'],
  ['import.devices.conflicts', 'conflicts'],
  ['import.devices.filledIn', 'filledIn'],
  ['import.devices.accounts', 'accounts'],
] as const satisfies readonly (readonly [PlainKey, keyof DevicesRead])[]

/** What would become of the devices of a file, in numbers, and the lines that were passed over, each with its reason. */
export function DevicesPart({ devices }: { devices: DevicesRead }) {
  const { t, say } = useWords()
  return (
    <div className="stack">
      <dl className="facts">
        {counts
          .filter(([, name]) => devices[name] > 0)
          .map(([word, name]) => (
            <div className="fact" key={name}>
              <dt>{t(word)}</dt>
              <dd>{devices[name]}</dd>
            </div>
          ))}
      </dl>
      {devices.conflicts > 0 && <p className="small second">{t('import.devices.later')}</p>}
      {devices.skippedLines > 0 && <Skipped devices={devices} />}
      <p className="source">
        {say(devices.format.name)} {say(devices.format.basis)} {say(devices.format.seen)}
      </p>
    </div>
  )
}

function Skipped({ devices }: { devices: DevicesRead }) {
  const { t, say } = useWords()
  return (
    <details className="small">
      <summary>{t('import.skipped', { count: devices.skippedLines })}</summary>
      <ul className="stack tight">
        {devices.reasons.map(({ why, lines }) => (
          <li key={why.ja}>{t('import.skippedWhy', { why: say(why), count: lines })}</li>
        ))}
      </ul>
      <ul className="import-changes">
        {devices.skipped.map(({ row, why, text }) => (
          <li key={`${row} ${text}`}>
            <strong>{t('place.row', { row })}</strong> {say(why)} {text !== '' && <span className="second fixed">{text}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Where to go on once devices are registered. */
export function AfterDevices({ devices }: { devices: DevicesRead }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <p className="row">
      {devices.new > 0 && (
        <Link className="button low" to="/f/$facility/unlisted" params={{ facility }}>
          {t('unlisted.title')}
        </Link>
      )}
      {devices.conflicts > 0 && (
        <Link className="button low" to="/f/$facility/asset-conflicts" params={{ facility }}>
          {t('conflicts.title')}
        </Link>
      )}
      <Link className="button low" to="/f/$facility/asset-drift" params={{ facility }}>
        {t('drift.title')}
      </Link>
      <Link className="button low" to="/f/$facility/assets" params={{ facility }}>
        {t('nav.assets')}
      </Link>
    </p>
  )
}
