import { routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { shortDate } from '../../ui/show-date.ts'

const page = 50

/** The devices of a zone, a window of them at a time; `-`: of those that stand in none. */
export function ZoneDevices({ zone }: { zone: string }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const [limit, setLimit] = useState(page)
  const view = useView(routes.networkZone, facility, { params: { zone }, query: { limit } })
  return (
    <Loaded query={view}>
      {({ devices, total }) => (
        <>
          <ul className="device-list small">
            {devices.map(({ row, port, on }) => (
              <li key={row.id}>
                <Link to="/f/$facility/assets/$asset" params={{ facility, asset: row.id }}>
                  {row.name}
                </Link>{' '}
                <span className="source">
                  {[
                    row.kindName && say(row.kindName),
                    row.ip,
                    row.room,
                    port && `${port.device} ${port.port}`,
                    on === undefined ? undefined : t('network.seenOn', { date: shortDate(on, lang) }),
                  ]
                    .filter((part) => part !== undefined)
                    .join(t('list.dot'))}
                </span>
              </li>
            ))}
          </ul>
          {total > devices.length && (
            <p>
              <button type="button" className="text-button small" onClick={() => setLimit(Math.min(500, limit + page))}>
                {t('network.more', { count: total - devices.length })}
              </button>
            </p>
          )}
        </>
      )}
    </Loaded>
  )
}
