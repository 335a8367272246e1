import { routes } from '@mimamori/contract'
import type { ForbiddenPath } from '@mimamori/domain'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { announce } from '../../ui/say.tsx'
import { TriedChange } from '../what-if/index.ts'
import { changeOf, type Trying } from './trying.ts'
import { useSeen } from './use-seen.ts'

/** Before and after, side by side: ways, entrances, and what stops from one point. */
export function TryResult({ trying, point, choosePoint }: { trying: Trying; point: string; choosePoint: (id: string) => void }) {
  const { t } = useWords()
  const { before, after } = trying
  const change = useMemo(() => changeOf({ before, after }), [before, after])
  const [closed, opened] = [change.closed.length, change.opened.length]
  const isTried = trying.steps.length > 0
  const changes = useMemo(() => trying.wanted.map(({ change: one }) => one), [trying.wanted])
  useEffect(() => {
    if (isTried) announce(t('network.try.said', { closed, opened }))
  }, [isTried, closed, opened, t])
  return (
    <section className="card stack try-result" aria-labelledby="try-result">
      <h2 id="try-result">{t('network.try.result')}</h2>
      <BeforeAndAfter caption={t('network.try.caption')}>
        <tr>
          <th scope="row">{t('network.try.ways')}</th>
          <td className="number">{t('network.count', { count: before.forbiddenPaths.length })}</td>
          <td className="number">{t('network.count', { count: after.forbiddenPaths.length })}</td>
        </tr>
        <EntranceRows trying={trying} />
      </BeforeAndAfter>
      <WayList title={t('network.try.closed', { count: closed })} ways={change.closed} />
      <WayList title={t('network.try.opened', { count: opened })} ways={change.opened} />
      <Findings trying={trying} />
      <TriedChange changes={changes} />
      <Blast trying={trying} point={point} choose={choosePoint} />
    </section>
  )
}

/** Figures of the map as it is beside those of the map that is tried. */
function BeforeAndAfter({ caption, children }: { caption: string; children: ReactNode }) {
  const { t } = useWords()
  return (
    <table className="table">
      <caption className="hidden-words">{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('network.try.before')}</th>
          <th scope="col">{t('network.try.after')}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

/** Each entrance with how many zones stand behind it; what becomes otherwise is told in bold. */
function EntranceRows({ trying: { before, after } }: { trying: Trying }) {
  const { t } = useWords()
  const { nameOf } = useSeen()
  const now = new Map(after.entrances.map(({ id, behind }) => [id, behind.length]))
  return before.entrances.map(({ id, behind }) => {
    const count = now.get(id)
    return (
      <tr key={id}>
        <th scope="row">{nameOf(id)}</th>
        <td className="number">{t('network.zonesBehind', { count: behind.length })}</td>
        <td className="number">
          {count === undefined ? (
            <strong>{t('network.try.entranceGone')}</strong>
          ) : count === behind.length ? (
            t('network.zonesBehind', { count })
          ) : (
            <strong>{t('network.zonesBehind', { count })}</strong>
          )}
        </td>
      </tr>
    )
  })
}

const most = 6

function WayList({ title, ways }: { title: string; ways: readonly ForbiddenPath[] }) {
  const { t } = useWords()
  const { nameOf } = useSeen()
  if (ways.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul className="measures small">
        {ways.slice(0, most).map(({ id, start, target }) => (
          <li key={id}>{t('network.way', { start: nameOf(start), target: nameOf(target) })}</li>
        ))}
      </ul>
      {ways.length > most && <p className="source">{t('network.more', { count: ways.length - most })}</p>}
    </div>
  )
}

/** The findings that come and go, as the server says. */
function Findings({ trying: { answer, isAsking, steps } }: { trying: Trying }) {
  const { t, say } = useWords()
  if (steps.length === 0) return null
  if (!answer) return isAsking ? <p className="small second">{t('network.try.asking')}</p> : null
  const lists = [
    { title: t('network.try.gone', { count: answer.gone.length }), findings: answer.gone },
    { title: t('network.try.come', { count: answer.come.length }), findings: answer.come },
    { title: t('network.try.changed', { count: answer.changed.length }), findings: answer.changed },
  ].filter(({ findings }) => findings.length > 0)
  if (lists.length === 0) return <p className="small second">{t('network.try.sameFindings')}</p>
  return lists.map(({ title, findings }) => (
    <div key={title}>
      <h3>{title}</h3>
      <ul className="measures small">
        {findings.slice(0, most).map((finding) => (
          <li key={finding.id}>{say(finding.title)}</li>
        ))}
      </ul>
      {findings.length > most && <p className="source">{t('network.more', { count: findings.length - most })}</p>}
    </div>
  ))
}

/** What somebody at one point reaches and what stops with it, before and after. */
function Blast({ trying, point, choose }: { trying: Trying; point: string; choose: (id: string) => void }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const { view, nameOf } = useSeen()
  const before = useView(routes.networkWays, facility, { query: { from: point, fallen: '1' } }, { enabled: point !== '' }).data
  const after = trying.steps.length === 0 ? before : trying.answer?.ways
  const points = [...view.entrances.map(({ asset, id }) => asset ?? id), ...view.zones.map(({ record }) => record.id)]
  const all = [...new Set([...(point === '' ? [] : [point]), ...points])]
  const isGone = trying.steps.length > 0 && trying.answer !== undefined && after === undefined
  const careOf = (ways: typeof before) =>
    ways === undefined
      ? t('network.try.asking')
      : ways.services.length === 0
        ? t('network.try.noCare')
        : ways.services.map(({ name }) => say(name)).join(t('list.comma'))
  return (
    <div className="stack tight">
      <Field label={t('network.blast')}>
        {(props) => (
          <select {...props} value={point} onChange={(event) => choose(event.target.value)}>
            <option value="">{t('questions.choose')}</option>
            {all.map((id) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {point !== '' && (
        <BeforeAndAfter caption={t('network.blast')}>
          <tr>
            <th scope="row">{t('network.blast.devices')}</th>
            <td className="number">{before && t('network.devices', { count: before.devices })}</td>
            <td className="number">{isGone ? t('network.try.entranceGone') : after && t('network.devices', { count: after.devices })}</td>
          </tr>
          <tr>
            <th scope="row">{t('network.blast.care')}</th>
            <td>{careOf(before)}</td>
            <td>{isGone ? t('network.try.entranceGone') : careOf(after)}</td>
          </tr>
        </BeforeAndAfter>
      )}
    </div>
  )
}
