import type { PlacedMap } from '@mimamori/diagram'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'
import { MapDrawing } from './map-drawing.tsx'
import { type Putting, useMoving } from './use-moving.ts'
import { type Direction, firstOf, rectOf, stepFrom } from './walk.ts'

interface FrameProps {
  readonly map: PlacedMap
  readonly chosen: string | undefined
  readonly press: (id: string) => void
  readonly pressLine: (id: string) => void
  /** Absent where nothing may be moved. */
  readonly putting?: Putting | undefined
  /** What stands over the drawing at its left. */
  readonly children?: ReactNode
}

const least = 0.5
const most = 2
const readable = 0.86
const scrollBy = 120

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** The drawing in a frame of its own, in which it scrolls: larger and smaller by buttons and keys, from box to box by arrows. */
export function MapFrame({ map, chosen, press, pressLine, putting, children }: FrameProps) {
  const { t } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const { zoom, setZoom, fit } = useZoom(frame, map)
  const [at, setAt] = useState<string>()
  const moving = useMoving({ map, zoom, putting })
  const tabAt = at !== undefined && rectOf(map, at) ? at : firstOf(map)
  function go(id: string): void {
    setAt(id)
    requestAnimationFrame(() => frame.current?.querySelector<SVGGElement>(`[data-id="${CSS.escape(id)}"]`)?.focus())
  }
  function keys(event: KeyboardEvent<SVGGElement>, id: string): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const direction = arrows[event.key]
    if (moving.keys(event, id)) return
    if (direction && event.shiftKey) scrollFrame(frame.current, direction)
    else if (direction) {
      const next = stepFrom(map, id, direction)
      if (next !== undefined) go(next)
      else announce(t('network.noWayThere'))
    } else if (event.key === 'Enter' || event.key === ' ') press(id)
    else if (event.key === '+') setZoom(zoom * 1.2)
    else if (event.key === '-') setZoom(zoom / 1.2)
    else return
    event.preventDefault()
  }
  return (
    <div className="map-frame">
      <div className="map-tools no-print">
        {children}
        <span className="map-zoom">
          <button type="button" className="button low" aria-label={t('network.smaller')} onClick={() => setZoom(zoom / 1.2)}>
            －
          </button>
          <button type="button" className="button low" aria-label={t('network.larger')} onClick={() => setZoom(zoom * 1.2)}>
            ＋
          </button>
          <button type="button" className="button low" onClick={fit}>
            {t('network.whole')}
          </button>
        </span>
      </div>
      <div
        className="map-scroll"
        ref={frame}
        {...panning(frame)}
        onPointerMove={moving.drag}
        onPointerUp={moving.drop}
        onPointerCancel={moving.drop}
      >
        <MapDrawing
          map={moving.map}
          zoom={zoom}
          pressing={{ chosen, tabAt, press: moving.unlessDragged(press), pressLine, focus: setAt, keys, ...(putting && { grab: moving.grab }) }}
        />
      </div>
    </div>
  )
}

/** As large as fits while it can be read, else at a readable size within its scrolling frame. */
function useZoom(frame: React.RefObject<HTMLDivElement | null>, { width }: PlacedMap) {
  const [zoom, set] = useState(1)
  const setZoom = (next: number) => set(Math.min(most, Math.max(least, next)))
  const fitting = useCallback(
    (smallest: number) => {
      const room = frame.current?.clientWidth ?? width
      set(Math.min(1, Math.max(smallest, room / width)))
    },
    [frame, width],
  )
  useEffect(() => fitting(readable), [fitting])
  return { zoom, setZoom, fit: () => fitting(least) }
}

function scrollFrame(frame: HTMLDivElement | null, direction: Direction): void {
  const by = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[direction]
  frame?.scrollBy({ left: (by[0] ?? 0) * scrollBy, top: (by[1] ?? 0) * scrollBy })
}

/** Drawing the empty ground with the pointer moves the sheet under the frame. */
function panning(frame: React.RefObject<HTMLDivElement | null>) {
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      const element = frame.current
      const isGround = event.target instanceof Element && event.target.closest('[data-id]') === null
      if (!element || !isGround || event.pointerType === 'touch' || event.button !== 0) return
      const start = { x: event.clientX + element.scrollLeft, y: event.clientY + element.scrollTop }
      const move = (next: globalThis.PointerEvent) => element.scrollTo(start.x - next.clientX, start.y - next.clientY)
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', () => window.removeEventListener('pointermove', move), { once: true })
    },
  }
}
