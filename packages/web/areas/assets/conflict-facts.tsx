import type { AssetConflict } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Sign } from '../../ui/sign.tsx'
import { factWords, isFact } from './fact-words.ts'
import { LastSeen } from './last-seen.tsx'

/** What the source told, beside each device that it may be; what is the same and what differs has its sign and word. */
export function ConflictFacts({ conflict: { candidates, facts } }: { conflict: AssetConflict }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  return (
    <div className="table-frame">
      <table className="table as-cards conflict-table">
        <caption className="hidden-words">{t('conflicts.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fromVendors.field')}</th>
            <th scope="col">{t('conflicts.toldNow')}</th>
            {candidates.map(({ asset: { record } }) => (
              <th scope="col" key={record.id}>
                <Link to="/f/$facility/assets/$asset" params={{ facility, asset: record.id }}>
                  {record.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.field}>
              <th scope="row">{isFact(fact.field) ? t(factWords[fact.field]) : say(fact.name)}</th>
              <td data-name={t('conflicts.toldNow')}>{fact.told && say(fact.told)}</td>
              {fact.assets.map(({ value, same }, index) => {
                const record = candidates[index]?.asset.record
                return (
                  <td key={record?.id ?? index} data-name={record?.name ?? ''} className={same === false ? 'differs' : undefined}>
                    {same !== undefined && (
                      <span className="compared">
                        <Sign name={same ? 'equals' : 'differs'} />
                        <span className="hidden-words">{t(same ? 'conflicts.isSame' : 'conflicts.isOther')}</span>
                      </span>
                    )}{' '}
                    {value && say(value)}
                  </td>
                )
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('assets.lastSeen')}</th>
            <td data-name={t('conflicts.toldNow')} />
            {candidates.map(({ asset: { record }, lastSeen }) => (
              <td key={record.id} data-name={record.name}>
                <LastSeen seen={lastSeen} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
