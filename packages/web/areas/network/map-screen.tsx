import { routes } from '@mimamori/contract'
import type { MapModel, PlacedMap } from '@mimamori/diagram'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { viewQuery } from '../../data/queries.ts'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Loaded } from '../../ui/loading.tsx'
import { announce } from '../../ui/say.tsx'
import { AddToMap } from './add-to-map.tsx'
import { AlsoKnown } from './also-known.tsx'
import { CutButtons, useFirstCuts } from './cut-buttons.tsx'
import { DrawioUpload } from './drawio-upload.tsx'
import { LineCard } from './line-card.tsx'
import { MapFrame } from './map-frame.tsx'
import { MapLegend } from './map-legend.tsx'
import { Nothing, NoWay } from './no-way.tsx'
import { OpenPoint, OpenZone } from './open-parts.tsx'
import { mayBePut, placedMap, putAt } from './placed.ts'
import { QuestionCard } from './question-card.tsx'
import { SplitForm } from './split-form.tsx'
import { linksGoneWith, type Step } from './steps.ts'
import { TryBand } from './try-band.tsx'
import { TryResult } from './try-result.tsx'
import type { Trying } from './trying.ts'
import { isEmpty, useSeen, type Way } from './use-seen.ts'
import { WayCard } from './way-card.tsx'

export interface MapProps {
  readonly lit: Way | undefined
  readonly light: (way: Way) => void
  readonly trying: Trying | undefined
  readonly tryFrom: (first: readonly Step[]) => void
  readonly unfolded: readonly string[]
  readonly unfold: (ids: readonly string[]) => void
  readonly point: string | undefined
  readonly choosePoint: (id: string | undefined) => void
}

/** The map with its legend, and beside it the way that is lit or what somebody has opened. */
export function MapScreen(props: MapProps) {
  const { lang } = useWords()
  const query = { lang, unfolded: props.unfolded.join('\n') }
  const model = useQuery({ ...viewQuery(routes.networkModel, useFacilityId(), { query }), placeholderData: keepPreviousData })
  return <Loaded query={model}>{(view) => <Drawn {...props} model={props.trying?.answer?.model ?? view.model} />}</Loaded>
}

/** What is open beside the map. */
type Open =
  | { readonly kind: 'point'; readonly id: string }
  | { readonly kind: 'line'; readonly edges: readonly string[]; readonly id?: string }
  | { readonly kind: 'zone'; readonly id: string }
  | { readonly kind: 'split' }

function Drawn(props: MapProps & { model: MapModel }) {
  const { t } = useWords()
  const { lit, trying, unfolded, unfold, model } = props
  const { view, cutOf } = useSeen()
  const act = useUndoable()
  const mayWrite = useMay('facility:write')
  const [open, setOpen] = useState<Open>()
  const [previous, setPrevious] = useState<PlacedMap>()
  const map = useMemo(() => {
    const steps = trying?.steps ?? []
    const way = trying ? trying.after.forbiddenPaths.find(({ id }) => id === lit?.id) : lit
    const away = steps.flatMap((step) => linksGoneWith(step, view))
    const cut = new Set(trying && away.length > 0 ? away : lit ? cutOf(lit).map(({ id }) => id) : [])
    return placedMap({ model, places: view.places, way, cut: trying && !way && away.length === 0 ? new Set() : cut, steps, previous })
  }, [model, view, lit, trying, cutOf, previous])
  useKeys({ Escape: () => setOpen(undefined) })
  function unfoldStack(id: string): void {
    setPrevious(map)
    unfold(unfolded.includes(id) ? unfolded.filter((one) => one !== id) : [...unfolded, id])
  }
  function press(id: string): void {
    const box = map.boxes.find((one) => one.id === id)
    if (box?.foldable && box.role === 'stack') unfoldStack(id)
    setOpen({ kind: 'point', id })
    announce(t('network.opened', { name: box?.title ?? map.zones.find((zone) => zone.id === id)?.title ?? '' }))
  }
  const putting = {
    may: (id: string) => mayBePut(view, model, id),
    put: (id: string, at: { readonly x: number; readonly y: number }) => {
      setPrevious(map)
      act([putAt(view, id, at)], t('network.put'))
    },
  }
  const chosen = open?.kind === 'point' || open?.kind === 'zone' ? open.id : open?.kind === 'line' ? open.id : undefined
  return (
    <div className="network-two">
      <div className="stack map-side">
        {trying && <TryBand trying={trying} split={() => setOpen({ kind: 'split' })} />}
        {map.boxes.length === 0 ? (
          <Nothing />
        ) : (
          <div className={trying ? 'map-card trying' : 'map-card'}>
            <MapFrame
              map={map}
              chosen={chosen}
              press={press}
              pressLine={(id) => setOpen({ kind: 'line', id, edges: model.edges.find((edge) => edge.id === id)?.edges ?? [] })}
              {...(mayWrite && !trying && { putting })}
            >
              {unfolded.length > 0 && (
                <button type="button" className="button low" onClick={() => unfold([])}>
                  {t('network.foldAll')}
                </button>
              )}
            </MapFrame>
          </div>
        )}
        {map.boxes.length > 0 && <MapLegend />}
      </div>
      {mayWrite && !trying && (
        <div className="stack network-below">
          <QuestionCard />
          <AddToMap />
          <DrawioUpload />
        </div>
      )}
      <Side {...props} open={open} setOpen={setOpen} map={map} unfoldStack={unfoldStack} />
    </div>
  )
}

interface SideProps extends MapProps {
  readonly open: Open | undefined
  readonly setOpen: (open: Open | undefined) => void
  readonly map: PlacedMap
  readonly unfoldStack: (id: string) => void
}

function Side({ lit, light, trying, tryFrom, point, choosePoint, open, setOpen, map, unfoldStack }: SideProps) {
  const { view } = useSeen()
  const mayWrite = useMay('facility:write')
  const firstCuts = useFirstCuts()
  const close = () => setOpen(undefined)
  return (
    <div className="stack network-side">
      {open?.kind === 'point' && (
        <OpenPoint
          key={open.id}
          id={open.id}
          map={map}
          close={close}
          openLine={(edges) => setOpen({ kind: 'line', edges })}
          editZone={mayWrite && !trying ? () => setOpen({ kind: 'zone', id: open.id }) : undefined}
          unfold={() => unfoldStack(open.id)}
          blast={trying && ((node) => choosePoint(node))}
        />
      )}
      {open?.kind === 'line' && <LineCard key={open.edges.join()} ids={open.edges} close={close} mayWrite={mayWrite} tries={trying?.add} />}
      {open?.kind === 'zone' && <OpenZone key={open.id} id={open.id} close={close} />}
      {open?.kind === 'split' && trying && <SplitForm tries={trying.add} close={close} />}
      {trying ? (
        <TryResult trying={trying} point={point ?? ''} choosePoint={choosePoint} />
      ) : lit ? (
        <WayCard key={lit.id} way={lit} tryCut={mayWrite ? () => tryFrom(firstCuts(lit)) : undefined} />
      ) : (
        !isEmpty(view) && <NoWay />
      )}
      {trying && lit && <CutButtons way={lit} trying={trying} />}
      {!trying && <AlsoKnown lit={lit} light={light} />}
    </div>
  )
}
