import { cutActs, type NetworkEdge, type Trust } from '@mimamori/domain'
import { useState } from 'react'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { controlWords } from '../../ui/control-words.ts'
import { shortDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { LineCard } from './line-card.tsx'
import { useNoWayWords } from './no-way.tsx'
import { useSeen, type Way } from './use-seen.ts'
import { evidenceWords, exposureWords, guardWords } from './words.ts'
import { ZoneDevices } from './zone-devices.tsx'

/** The same facts as on the map, as tables: zones, entrances, links, ways that must not be open. */
export function NetworkTable({ light }: { light: (way: Way) => void }) {
  return (
    <div className="stack loose network-table">
      <Ways light={light} />
      <Entrances />
      <Zones />
      <Links />
    </div>
  )
}

function Ways({ light }: { light: (way: Way) => void }) {
  const { t } = useWords()
  const { view, nameOf, cutOf } = useSeen()
  const noWay = useNoWayWords()
  return (
    <section className="stack" aria-labelledby="table-ways">
      <h2 id="table-ways">{t('network.ways', { count: view.pathsTotal })}</h2>
      {view.paths.length === 0 ? (
        <p className="card">{noWay}</p>
      ) : (
        <div className="table-frame">
          <table className="table as-cards">
            <caption className="hidden-words">{t('network.ways.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('network.from')}</th>
                <th scope="col">{t('network.to')}</th>
                <th scope="col">{t('network.passes')}</th>
                <th scope="col">{t('network.cutHere')}</th>
              </tr>
            </thead>
            <tbody>
              {view.paths.map((way) => (
                <tr key={way.id}>
                  <th scope="row">
                    <button type="button" className="text-button" onClick={() => light(way)}>
                      {nameOf(way.start)}
                    </button>
                  </th>
                  <td data-name={t('network.to')}>
                    {nameOf(way.target)} {way.possible && <StateChip state="unknown" />}
                  </td>
                  <td data-name={t('network.passes')}>{way.hops.map(({ to }) => nameOf(to)).join(' → ')}</td>
                  <td data-name={t('network.cutHere')}>
                    {cutActs(cutOf(way), view.nodes)
                      .map((act) =>
                        act.kind === 'end'
                          ? t('network.try.end', { name: nameOf(act.id) })
                          : t('network.between', { from: nameOf(act.edges[0].from), to: nameOf(act.edges[0].to) }),
                      )
                      .join(t('list.comma'))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Entrances() {
  const { t } = useWords()
  const { view, nameOf } = useSeen()
  return (
    <section className="stack" aria-labelledby="table-entrances">
      <h2 id="table-entrances">{t('network.entrances', { count: view.entrances.length })}</h2>
      {view.entrances.length === 0 ? (
        <p className="card">{t('network.entrances.none')}</p>
      ) : (
        <div className="table-frame">
          <table className="table as-cards">
            <caption className="hidden-words">{t('network.entrances.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('network.entrance')}</th>
                <th scope="col">{t('register.endDevice')}</th>
                <th scope="col">{t('network.exposure')}</th>
                <th scope="col">{t('network.guard')}</th>
                <th scope="col">{t('register.alwaysOn')}</th>
                <th scope="col">{t('network.behind')}</th>
              </tr>
            </thead>
            <tbody>
              {view.entrances.map(({ id, asset, exposure, guarded, alwaysOn, behind }) => (
                <tr key={id}>
                  <th scope="row">{nameOf(id)}</th>
                  <td data-name={t('register.endDevice')}>{asset === undefined ? t('register.unknown') : nameOf(asset)}</td>
                  <td data-name={t('network.exposure')}>{t(exposureWords[exposure])}</td>
                  <td data-name={t('network.guard')}>{t(guardWords[guarded])}</td>
                  <td data-name={t('register.alwaysOn')}>
                    {alwaysOn === undefined ? t('register.unknown') : t(alwaysOn === 'yes' ? 'register.yes' : 'register.no')}
                  </td>
                  <td data-name={t('network.behind')}>{behind.map(nameOf).join(t('list.comma'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Zones() {
  const { t } = useWords()
  const { view } = useSeen()
  const trustName = useTrustName()
  const lost = view.stacks.find(({ zone }) => zone === '-')
  const countOf = (zone: string) => view.stacks.find((stack) => stack.zone === zone)?.count ?? 0
  return (
    <section className="stack" aria-labelledby="table-zones">
      <h2 id="table-zones">{t('network.zones', { count: view.zones.length })}</h2>
      {view.zones.length === 0 && <p className="card">{t('network.zones.none')}</p>}
      {view.zones.map(({ record }) => (
        <details key={record.id} className="card">
          <summary>
            <strong>{record.name}</strong>
          </summary>
          <p className="small">
            {[trustName(record.trust), ...(record.prefixes ?? []), t('network.devices', { count: countOf(record.id) })].join(t('list.dot'))}
          </p>
          <ZoneDevices zone={record.id} />
        </details>
      ))}
      {lost && lost.count > 0 && (
        <details className="card">
          <summary>
            <strong>{t('network.nowhere', { count: lost.count })}</strong>
          </summary>
          <ZoneDevices zone="-" />
        </details>
      )}
    </section>
  )
}

export function useTrustName(): (trust: Trust) => string {
  const { say } = useWords()
  const { view } = useSeen()
  return (trust) => {
    const found = view.trustClasses.find(({ id }) => id === trust)
    return found ? say(found.name) : trust
  }
}

const shownAtFirst = 60

function Links() {
  const { t } = useWords()
  const { edges } = useSeen()
  const mayWrite = useMay('facility:write')
  const [open, setOpen] = useState<string>()
  const [all, setAll] = useState(false)
  const shown = all ? edges : edges.slice(0, shownAtFirst)
  return (
    <section className="stack" aria-labelledby="table-links">
      <h2 id="table-links">{t('network.links', { count: edges.length })}</h2>
      {open !== undefined && <LineCard key={open} ids={[open]} close={() => setOpen(undefined)} mayWrite={mayWrite} />}
      <div className="table-frame">
        <table className="table as-cards">
          <caption className="hidden-words">{t('network.links.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('network.from')}</th>
              <th scope="col">{t('network.to')}</th>
              <th scope="col">{t('network.control')}</th>
              <th scope="col">{t('network.evidence')}</th>
              <th scope="col">{t('network.lastOn')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((edge) => (
              <LinkRow key={edge.id} edge={edge} open={() => setOpen(edge.id)} />
            ))}
          </tbody>
        </table>
      </div>
      {edges.length > shown.length && (
        <p>
          <button type="button" className="button low" onClick={() => setAll(true)}>
            {t('network.more', { count: edges.length - shown.length })}
          </button>
        </p>
      )}
    </section>
  )
}

function LinkRow({ edge, open }: { edge: NetworkEdge; open: () => void }) {
  const { t, lang } = useWords()
  const { nameOf } = useSeen()
  return (
    <tr>
      <th scope="row">
        <button type="button" className="text-button" onClick={open}>
          {nameOf(edge.from)}
        </button>
      </th>
      <td data-name={t('network.to')}>{nameOf(edge.to)}</td>
      <td data-name={t('network.control')}>
        {t(controlWords[edge.control])}
        {edge.assumed && <span className="source"> {t('network.assumed')}</span>}
      </td>
      <td data-name={t('network.evidence')}>{edge.by.map((by) => t(evidenceWords[by])).join(t('list.comma'))}</td>
      <td data-name={t('network.lastOn')} className="number">
        {edge.on === undefined ? t('register.unknown') : shortDate(edge.on, lang)}
      </td>
    </tr>
  )
}
