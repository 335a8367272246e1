import { type NetworkView, routes } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Loaded } from '../../ui/loading.tsx'
import { announce } from '../../ui/say.tsx'
import { dayOfYear } from '../../ui/show-date.ts'
import { useNarrow } from '../../ui/use-narrow.ts'
import { MapFiles } from './map-files.tsx'
import { MapScreen } from './map-screen.tsx'
import { NetworkTable } from './network-table.tsx'
import { type Show, shows } from './show.ts'
import type { Step } from './steps.ts'
import { type Sight, useTrying } from './trying.ts'
import { isEmpty, SeenContext, useMakeSeen, type Way } from './use-seen.ts'
import { WayView } from './way-view.tsx'
import './network.css'
import './map.css'

const here = getRouteApi('/f/$facility/network')

/** 「ネットワーク」: the map, or the same facts as a table; on a phone the way that matters first. */
export function NetworkPage() {
  const { t } = useWords()
  const view = useView(routes.network, useFacilityId())
  if (view.data) return <Network view={view.data} />
  return (
    <Page className="wide network" title={t('nav.network')}>
      <Loaded query={view}>{() => null}</Loaded>
    </Page>
  )
}

function Network({ view }: { view: NetworkView }) {
  const { t, lang } = useWords()
  const navigate = here.useNavigate()
  const search = here.useSearch()
  const narrow = useNarrow()
  const seen = useMakeSeen(view)
  const mayWrite = useMay('facility:write')
  const [point, setPoint] = useState<string>()
  const [unfolded, setUnfolded] = useState<readonly string[]>([])
  const [sight, setSight] = useState<Sight>('first')
  const show: Show = search.show ?? (narrow ? 'way' : 'map')
  const lit = wayOf(view, search) ?? view.paths[0]
  const from = point ?? lit?.start ?? view.entrances[0]?.id
  const { trying, begin } = useTrying(seen, { point: from, drawn: { unfolded: unfolded.join('\n'), sight, ...(lit && { path: lit.id }) } })

  function light(way: Way): void {
    void navigate({ search: { ...search, path: way.id, ...(show === 'table' && { show: narrow ? 'way' : 'map' }) }, replace: true })
    announce(t('network.lit', { start: seen.nameOf(way.start), target: seen.nameOf(way.target) }))
  }
  function look(next: Sight): void {
    setUnfolded([])
    setSight(next)
  }
  function next(): void {
    const at = view.paths.findIndex(({ id }) => id === lit?.id)
    const way = view.paths[(at + 1) % view.paths.length]
    if (way) light(way)
  }
  function tryFrom(first: readonly Step[]): void {
    begin(first)
    if (show !== 'map') void navigate({ search: { ...search, show: 'map' } })
  }
  useKeys({ p: next })
  const { devices, entrances } = view.counts
  const counted =
    view.lastOn === undefined
      ? t('network.besideNever', { devices, entrances })
      : t('network.beside', { devices, entrances, date: dayOfYear(view.lastOn, lang) })
  return (
    <SeenContext value={seen}>
      <Page
        className="wide network"
        title={t('nav.network')}
        beside={counted}
        tools={
          <>
            <SavedNote />
            <Switch show={show} choose={(next) => void navigate({ search: { ...search, show: next } })} />
            {mayWrite && !trying && view.nodes.length > 0 && (
              <button type="button" className="button low" onClick={() => tryFrom([])}>
                {t('network.try')}
              </button>
            )}
            {!isEmpty(view) && <MapFiles lit={lit} unfolded={unfolded.join('\n')} />}
          </>
        }
      >
        {search.finding !== undefined && !wayOf(view, search) && <OfFinding id={search.finding} />}
        {show === 'way' && <WayView lit={lit} light={light} tryFrom={tryFrom} />}
        {show === 'map' && (
          <MapScreen
            lit={lit}
            light={light}
            trying={trying}
            tryFrom={tryFrom}
            unfolded={unfolded}
            unfold={setUnfolded}
            sight={sight}
            look={look}
            point={from}
            choosePoint={setPoint}
          />
        )}
        {show === 'table' && <NetworkTable light={light} />}
      </Page>
    </SeenContext>
  )
}

/** A finding about the network that tells of no way: it is named over the map, and opens from there. */
function OfFinding({ id }: { id: string }) {
  const { say } = useWords()
  const facility = useFacilityId()
  const finding = useView(routes.finding, facility, { query: { id } }).data
  if (!finding) return null
  return (
    <p className="box-note of-finding">
      <Link to="/f/$facility/finding" params={{ facility }} search={{ id }}>
        {say(finding.title)}
      </Link>
    </p>
  )
}

/** The way that the address names: by itself, or by the finding that tells of it. */
function wayOf({ paths }: NetworkView, { path, finding }: { path?: string; finding?: string }): Way | undefined {
  if (path !== undefined) return paths.find(({ id }) => id === path)
  return finding === undefined ? undefined : paths.find((one) => one.finding === finding)
}

function Switch({ show, choose }: { show: Show; choose: (show: Show) => void }) {
  const { t } = useWords()
  const narrow = useNarrow()
  const words = { way: 'network.show.way', map: 'network.show.map', table: 'network.show.table' } as const
  return (
    <span className="switch">
      {shows
        .filter((one) => narrow || one !== 'way')
        .map((one) => (
          <button key={one} type="button" aria-pressed={show === one} onClick={() => choose(one)}>
            {t(words[one])}
          </button>
        ))}
    </span>
  )
}
