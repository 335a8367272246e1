import type { RiskView } from '@mimamori/contract'
import { Fragment } from 'react'
import { useFacilityId } from '../../frame/rights.ts'
import { TargetLink } from '../../frame/target-link.tsx'
import { useWords } from '../../text/words.tsx'
import { longDate } from '../../ui/show-date.ts'
import { ControlLink } from './links.tsx'

/** Why the risk stands as it does, and what would close or decide it. */
export function RiskStanding({ view }: { view: RiskView }) {
  const { t, say } = useWords()
  const { state, by } = view.standing
  return (
    <>
      {state === 'covered' && <p>{t('risk.covered')}</p>}
      {state === 'not-applicable' && <p>{t('risk.off')}</p>}
      {by.map(({ control, by: other, standIn }) => (
        <p key={standIn}>{t('risk.heldBy', { control: nameIn(view, control, say), by: nameIn(view, other, say) })}</p>
      ))}
      <Borne view={view} />
      {state === 'unknown' && <Deciding view={view} />}
      {(state === 'open' || state === 'unknown') && <Closing view={view} />}
    </>
  )
}

function Borne({ view: { standing, decisions } }: { view: RiskView }) {
  const { t, lang } = useWords()
  if (standing.borne === undefined) return null
  const until = decisions.find(({ record }) => record.id === standing.borne)?.record.until
  return <p className="box-note">{until === undefined ? t('risk.borne') : t('risk.borneUntil', { date: longDate(until, lang) })}</p>
}

function Deciding({ view }: { view: RiskView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  if (view.standing.deciding.length === 0) return null
  return (
    <>
      <h3>{t('risk.deciding')}</h3>
      <ul className="risk-lines">
        {view.standing.deciding.map((id) => {
          const target = view.names.find((one) => one.id === id)?.target
          return (
            <li key={id}>
              {target ? (
                <TargetLink facility={facility} target={target} className="">
                  <Name view={view} id={id} />
                </TargetLink>
              ) : (
                <Name view={view} id={id} />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Closing({ view }: { view: RiskView }) {
  const { t } = useWords()
  const sets = view.standing.wouldClose
  if (sets.length === 0) return <p className="small second">{t('risk.close.none')}</p>
  return (
    <>
      <h3>{t('risk.close')}</h3>
      {sets.length > 1 && <p className="small second">{t('risk.close.says')}</p>}
      <ul className="risk-lines">
        {sets.map((set) => (
          <li key={set.join()}>
            {set.map((id, at) => (
              <Fragment key={id}>
                {at > 0 && t('risk.close.and')}
                <ControlLink id={id}>
                  <Name view={view} id={id} />
                </ControlLink>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function Name({ view, id }: { view: RiskView; id: string }) {
  const { say } = useWords()
  return nameIn(view, id, say)
}

function nameIn({ names, controls }: RiskView, id: string, say: (text: { ja: string; en: string }) => string): string {
  const text = names.find((one) => one.id === id)?.text ?? controls.find((one) => one.id === id)?.name
  return text ? say(text) : id
}
