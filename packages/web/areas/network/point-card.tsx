import { type NetworkWaysView, routes } from '@mimamori/contract'
import type { MapBox, MapZone } from '@mimamori/diagram'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { controlWords } from '../../ui/control-words.ts'
import { Loaded } from '../../ui/loading.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { useSeen } from './use-seen.ts'

export interface PointActs {
  /** Name of the zone in which it is drawn. */
  readonly zone?: string | undefined
  readonly close: () => void
  readonly openLine: (edges: readonly string[]) => void
  readonly unfold?: (() => void) | undefined
  readonly backToPlace?: (() => void) | undefined
  readonly edit?: (() => void) | undefined
  readonly blast?: (() => void) | undefined
}

/** A box or zone of the map that somebody has opened: what it is, who says so, what can be reached from it. */
export function PointCard({ point, acts }: { point: MapBox | MapZone; acts: PointActs }) {
  const { t } = useWords()
  const node = nodeOf(point)
  return (
    <section className="card stack point-card" aria-labelledby="point-name">
      <div className="card-head">
        <h2 id="point-name" tabIndex={-1}>
          {point.title}
        </h2>
        <button type="button" className="text-button small" onClick={acts.close}>
          {t('close')}
        </button>
      </div>
      <p className="small">{point.label}</p>
      {node === undefined ? <Members point={point} /> : <Known key={node} node={node} acts={acts} />}
      <p className="row no-print">
        {acts.unfold && (
          <button type="button" className="button low" onClick={acts.unfold}>
            {t('network.unfold')}
          </button>
        )}
        {acts.edit && (
          <button type="button" className="button low" onClick={acts.edit}>
            {t('network.editZone')}
          </button>
        )}
        {acts.blast && (
          <button type="button" className="button low" onClick={acts.blast}>
            {t('network.blastFrom')}
          </button>
        )}
        {acts.backToPlace && (
          <button type="button" className="button low" onClick={acts.backToPlace}>
            {t('network.backToPlace')}
          </button>
        )}
      </p>
    </section>
  )
}

/** The one point of the network that stands behind a box; undefined for a stack of many. */
export function nodeOf(point: MapBox | MapZone): string | undefined {
  const [member] = point.members
  return point.members.length === 1 ? member : undefined
}

function Members({ point }: { point: MapBox | MapZone }) {
  const { t } = useWords()
  return <p className="small second">{t('network.stackOf', { count: point.count })}</p>
}

function Known({ node, acts }: { node: string; acts: PointActs }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const { view, nameOf } = useSeen()
  const ways = useView(routes.networkWays, facility, { query: { from: node, fallen: '1' } })
  const zone = view.zones.find(({ record }) => record.id === node)?.record
  const own = view.nodes.find(({ id }) => id === node)
  const asset = own?.kind === 'device' || own === undefined ? node : undefined
  const trust = view.trustClasses.find(({ id }) => id === (zone?.trust ?? own?.trust))
  const { say } = useWords()
  const isHub = own?.kind === 'hub'
  return (
    <>
      <dl className="facts">
        {acts.zone !== undefined && <Fact name={t('network.zone')} value={acts.zone} />}
        {trust && <Fact name={t('network.trust')} value={say(trust.name)} />}
        {zone?.prefixes && <Fact name={t('network.prefixes')} value={zone.prefixes.join(t('list.comma'))} />}
        {zone?.vlans && <Fact name={t('network.vlans')} value={zone.vlans.join(t('list.comma'))} />}
        {isHub && own.asset !== undefined && <Fact name={t('network.behindSwitch')} value={`${nameOf(own.asset)} ${own.port ?? ''}`} />}
        {own?.on !== undefined && <Fact name={t('network.lastOn')} value={plainDate(own.on, lang)} />}
      </dl>
      {asset !== undefined && <DeviceFacts asset={asset} />}
      <Loaded query={ways}>{(loaded) => <Reached ways={loaded} node={node} openLine={acts.openLine} />}</Loaded>
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function DeviceFacts({ asset }: { asset: string }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const row = useView(routes.asset, facility, { params: { asset } }).data?.row
  if (!row) return null
  const kind = row.kindName && say(row.kindName)
  return (
    <>
      <dl className="facts">
        {kind !== undefined && <Fact name={t('register.kind')} value={kind} />}
        {row.room !== undefined && <Fact name={t('register.room')} value={row.room} />}
        {row.ip !== undefined && <Fact name={t('register.ips')} value={row.ip} />}
      </dl>
      <p className="small">
        <Link to="/f/$facility/assets/$asset" params={{ facility, asset }}>
          {t('network.toDevice')}
        </Link>
      </p>
    </>
  )
}

const most = 6

/** Its links with what tells them, and what can be reached when somebody holds it. */
function Reached({ ways, node, openLine }: { ways: NetworkWaysView; node: string; openLine: PointActs['openLine'] }) {
  const { t, say } = useWords()
  const [all, setAll] = useState(false)
  const nameOf = (id: string) => (ways.names[id] ? say(ways.names[id]) : id)
  const shown = all ? ways.links : ways.links.slice(0, most)
  return (
    <>
      {ways.links.length > 0 && (
        <>
          <h3>{t('network.linksOf')}</h3>
          <ul className="link-list small">
            {shown.map(({ edge, evidence }) => (
              <li key={edge.id}>
                <button type="button" className="text-button" onClick={() => openLine([edge.id])}>
                  {nameOf(edge.from === node ? edge.to : edge.from)}
                </button>{' '}
                {t(controlWords[edge.control])}
                <EvidenceLine evidence={evidence} />
              </li>
            ))}
          </ul>
          {!all && ways.links.length > most && (
            <p>
              <button type="button" className="text-button small" onClick={() => setAll(true)}>
                {t('network.more', { count: ways.links.length - most })}
              </button>
            </p>
          )}
        </>
      )}
      <h3>{t('network.reached')}</h3>
      <p className="small">
        {ways.zones.length === 0
          ? t('network.reached.none')
          : ways.zones
              .map((zone) => t(zone.possible ? 'network.perhaps' : 'network.sure', { name: nameOf(zone.zone) }))
              .join(t('list.comma'))}
      </p>
      {ways.services.length > 0 && (
        <p className="small">{t('network.stops', { names: ways.services.map(({ name }) => say(name)).join(t('list.comma')) })}</p>
      )}
    </>
  )
}

/** Who says so: the record or file, and its day. */
export function EvidenceLine({ evidence }: { evidence: NetworkWaysView['links'][number]['evidence'] }) {
  const { t, say, lang } = useWords()
  const [first] = evidence
  if (!first) return null
  const from =
    first.file === undefined
      ? say(first.name)
      : first.row === undefined
        ? first.file
        : t('network.fileRow', { file: first.file, row: first.row })
  return (
    <span className="source block">
      {from}
      {first.on !== undefined && `${t('list.dot')}${plainDate(first.on, lang)}`}
    </span>
  )
}
